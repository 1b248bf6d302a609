#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""Documents as HTML in Chromium: whom they shut out, whether a telephone is wide enough, and what is printed."""

import os
import pathlib
import re
import unittest

import browser
import papers

AXE = pathlib.Path(os.environ["PACT_AXE"])
DESKTOP = 1200
PHONE = 360
# All rules that axe-core has, those that no law asks for too.
RUN = """axe.run(document, {runOnly: {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}})
  .then(result => ({passes: result.passes.length,
                    violations: result.violations.map(each => [each.id, each.help, each.nodes.slice(0, 5).map(node => node.html.slice(0, 300))])}))"""
LEVELS = "Array.from(document.querySelectorAll('h1,h2,h3,h4,h5,h6'), heading => Number(heading.tagName[1]))"
# What is wider than the screen and cannot be scrolled by itself.
TOO_WIDE = """Array.from(document.querySelectorAll("body *")).filter(each => !each.closest(".wide") && each.getBoundingClientRect().right
  > document.documentElement.clientWidth + 1).map(each => each.outerHTML.slice(0, 200))"""


class Html(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.browser = browser.Browser()
        cls.addClassCleanup(cls.browser.close)

    def each(self, width):
        """Looks at all documents on a screen so many pixels wide."""
        for language, document in papers.ALL:
            path = papers.folder(language) / f"{document}.html"
            with self.subTest(language=language, document=document, width=width):
                self.browser.open(path, width)
                self.look(path, width)

    def look(self, path, width):
        self.browser.picture(path.with_suffix(f".{width}.png"))
        self.assertEqual(self.browser.evaluate(TOO_WIDE), [])
        self.assertLessEqual(self.browser.evaluate("document.documentElement.scrollWidth"), width)
        self.check_headings()
        self.browser.evaluate(AXE.read_text("utf-8"))
        result = self.browser.evaluate(RUN)
        self.assertGreater(result["passes"], 20)
        self.assertEqual(result["violations"], [])

    def check_headings(self):
        """One title, and no level is left out."""
        levels = self.browser.evaluate(LEVELS)
        self.assertEqual(levels[0], 1)
        self.assertEqual(levels.count(1), 1)
        for before, level in zip(levels, levels[1:]):
            self.assertLessEqual(level, before + 1)

    def test_desktop(self):
        self.each(DESKTOP)

    def test_phone(self):
        self.each(PHONE)

    def test_the_rules_are_in_force(self):
        """A picture without words is found, or it would say nothing that nothing is."""
        path = papers.FOLDER / "wrong.html"
        whole = (papers.folder("en") / "council-paper.html").read_text("utf-8")
        path.write_text(re.sub(r'<img alt="[^"]*"', "<img", whole).replace(' tabindex="0"', ""), "utf-8")
        self.browser.open(path, PHONE)
        self.browser.evaluate(AXE.read_text("utf-8"))
        found = {violation[0] for violation in self.browser.evaluate(RUN)["violations"]}
        self.assertIn("image-alt", found)

    def test_print(self):
        """What is printed has all that is said, and about as many pages as ours."""
        for language in papers.LANGUAGES:
            for document in ("council-paper", "brief", "measure-sheets"):
                with self.subTest(language=language, document=document):
                    path = papers.folder(language) / f"{document}.html"
                    self.browser.open(path, DESKTOP)
                    printed = path.with_suffix(".printed.pdf")
                    self.browser.print(printed)
                    own = papers.pages(papers.folder(language) / f"{document}.pdf")
                    self.assertLessEqual(abs(len(papers.pages(printed)) - len(own)), max(1, 0.25 * len(own)))
                    said = papers.squeeze(papers.said(printed))
                    headings = papers.texts(papers.content(path.with_suffix(".odt")), ".//text:h")
                    self.assertEqual([heading for heading in headings if papers.squeeze(heading) not in said], [])


if __name__ == "__main__":
    unittest.main()
