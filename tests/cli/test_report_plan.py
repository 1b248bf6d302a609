#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""What papers say of a plan that says little, and of who helps."""

import html
import json
import re
import unittest

import case

EXAMPLE = case.SOURCE / "data" / "example"
DOCUMENTS = ("council-paper", "decision-paper", "brief", "overview", "measure-sheets", "declaration", "submission-annex")


def words_of(text):
    """What is read in a file of HTML, a line for each part."""
    body = re.sub(r"(?s)<style.*?</style>", "", text)
    return [html.unescape(part).strip() for part in re.split(r"<[^>]*>", body) if part.strip()]


def headings(text):
    return [html.unescape(re.sub(r"<[^>]*>", "", match)) for match in re.findall(r"<h[1-4]\b.*?</h[1-4]>", text, re.DOTALL)]


class Plan(case.Case):
    def plan(self, language="en", keep=None, **values):
        document = json.loads((EXAMPLE / f"example.{language}.json").read_text("utf-8"))
        if keep is not None:
            document["plan"] = {name: document["plan"][name] for name in ("id", "created", "modified", "language", "currency", *keep)}
        document["plan"].update(values)
        path = self.write("plan.json", document)
        return self.call("import", str(path), "--as-copy", "--library", str(self.library))[0].decode().strip()

    def html(self, plan, document):
        return self.call("report", plan, "-d", document, "-f", "html", "--library", str(self.library))[0].decode("utf-8")

    def test_empty(self):
        """What nobody has written is no part of a paper, save what a council would miss: there it says that it is not decided yet."""
        plan = self.plan(keep=(), title="Protecting children")
        council = self.html(plan, "council-paper")
        self.assertEqual(headings(council), ["Protecting children", "Contents", "Summary", "Governance and partners", "Budget",
                                             "Data protection and safeguarding", "About this paper"])
        self.assertIn("No measure is part of the plan yet.", council)
        self.assertIn("Who answers for the plan has not been decided yet.", council)
        self.assertIn("What the plan costs, and who pays for it, has not been decided yet.", council)
        # No part of the contents leads nowhere.
        self.assertEqual(set(re.findall(r'href="#(b\d+)"', council)), set(re.findall(r'id="(b\d+)"', council)))

        decision = self.html(plan, "decision-paper")
        self.assertEqual(headings(decision), ["Protecting children", "Decision paper", "Proposed decision", "Background and reasons",
                                              "Financial effects", "Annexes", "Vote and signature"])
        said = words_of(decision)
        self.assertEqual(said[said.index("Elected lead") + 1], "Not decided yet")
        self.assertIn("The reasons have not been written down yet.", said)
        self.assertNotIn("Overview table of the measures", said)

        self.assertEqual(headings(self.html(plan, "brief")), ["Protecting children", "What it costs"])
        self.assertIn("No measure is part of the plan yet.", self.html(plan, "overview"))
        for document in DOCUMENTS:
            self.assertNotIn("None", "".join(words_of(self.html(plan, document))), document)
            self.assertNotIn("0", words_of(self.html(plan, document)), document)

    def test_means_in_words(self):
        """A plan that tells of its means in words is not said to have decided nothing."""
        plan = self.plan(keep=(), title="Protecting children", resources="Half a post.", lead_office="Mayor")
        for document in ("council-paper", "decision-paper", "brief"):
            text = self.html(plan, document)
            self.assertIn("Half a post.", text)
            self.assertNotIn("decided yet", text)

    def test_whole(self):
        """The example has decided all."""
        plan = self.plan()
        for document in DOCUMENTS:
            self.assertNotRegex(self.html(plan, document), "decided yet|written down yet|No measure is part")

    def test_help_lines(self):
        """Who helps stands in the part of its own and below the summary for children."""
        lines = "Children: a number that works here\nReport to the youth office"
        plan = self.plan(help_lines=lines)
        council = self.html(plan, "council-paper")
        said = words_of(council)
        for heading in ("Who helps you", "Help and reporting"):
            place = len(said) - said[::-1].index(heading)
            self.assertEqual(said[place:place + 2], lines.split("\n"), heading)
        before = headings(council)
        self.assertEqual(before[before.index("Who helps you") - 1], "For children")

        # Nobody who needs a number shall find one that does not work: none stands there by itself.
        without = words_of(self.html(self.plan(), "council-paper"))
        self.assertNotIn("Who helps you", without)
        self.assertNotIn("116 006", "".join(without))

        # Without a summary for children there is nothing for it to stand below.
        plan = self.plan(keep=(), title="Protecting children", help_lines=lines)
        self.assertEqual([heading for heading in headings(self.html(plan, "council-paper")) if "elp" in heading], ["Help and reporting"])


if __name__ == "__main__":
    unittest.main()
