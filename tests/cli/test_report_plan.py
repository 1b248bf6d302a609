#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""What papers say of a plan that says little, and of who helps."""

import html
import json
import re
import subprocess
import unittest
import zipfile

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
    def plan(self, example="en", keep=None, **values):
        document = json.loads((EXAMPLE / f"example.{example}.json").read_text("utf-8"))
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

    def test_high_row(self):
        """In OpenDocument text, too, a row is kept together unless it is a high one."""
        actors = [{"name": "Youth office", "contribution": "A desk. " * length} for length in (10, 200)]
        plan = self.plan(keep=(), title="Protecting children", actors=actors)
        path = self.home / "paper.odt"
        self.call("report", plan, "-f", "odt", "-o", str(path), "--library", str(self.library))
        with zipfile.ZipFile(path) as package:
            content = package.read("content.xml").decode()
        styles = dict(re.findall(r'style:name="(Row[.a-z]*)"[^>]*><style:table-row-properties fo:keep-together="(\w+)"', content))
        rows = re.findall(r'<table:table-row table:style-name="([^"]*)">(?:(?!</table:table-row>).)*Youth office', content)
        self.assertEqual([styles[name] for name in rows], ["always", "auto"])

    def parts_of_pdf(self, plan, document):
        """The parts of the structure in the order in which they are read: what each is, its language, its words."""
        path = self.home / "paper.pdf"
        self.call("report", plan, "-d", document, "-o", str(path), "--library", str(self.library))
        objects = json.loads(subprocess.run(["qpdf", "--json=2", "--json-key=qpdf", path], check=True, capture_output=True).stdout)["qpdf"][1]

        def look_up(value):
            return objects["obj:" + value].get("value") if isinstance(value, str) and value.endswith(" 0 R") else value

        found = []

        def walk(node):
            node = look_up(node)
            if isinstance(node, list):
                for child in node:
                    walk(child)
            elif isinstance(node, dict) and "/S" in node:
                found.append([node["/S"], node.get("/Lang"), ""])
                walk(node.get("/K"))

        walk(look_up(look_up(objects["trailer"]["value"]["/Root"])["/StructTreeRoot"])["/K"])
        place = -1
        for line in subprocess.run(["pdfinfo", "-struct-text", path], check=True, capture_output=True, text=True).stdout.splitlines():
            if line.startswith('  "'):
                continue # what stands at the foot of a page belongs to none of them
            if line.strip().startswith('"'):
                found[place][2] += line.strip().strip('"')
            elif re.match(r" *[A-Z]\w*(?! \d)", line) and not line.strip().startswith("Object"):
                place += 1
                self.assertEqual("/" + re.match(r" *(\w+)", line)[1], found[place][0])
        self.assertEqual(place + 1, len(found))
        return found

    def test_untranslated(self):
        """In a language that nobody has translated the program into, its own words are English and said to be, and the plan’s are not."""
        plan = self.plan("de", language="kw")
        foreign = ("Decision paper", "Elected lead", "Legal basis", "Cost by year, in EUR", "Secured", "Total", "Vote and signature",
                   "The council is given a report on the progress once a year.")
        own = ("Felsmoor schützt seine Kinder: Aktionsplan 2025–2028", "Stadt Felsmoor", "Gemeinderat")

        parts = self.parts_of_pdf(plan, "decision-paper")
        languages = {words: language for _part, language, words in parts if words}
        self.assertEqual({languages[words] for words in foreign}, {"u:en"})
        self.assertEqual({languages[words] for words in own}, {None})
        for part, language, words in self.parts_of_pdf(plan, "council-paper"):
            if part in ("/H1", "/H2", "/P", "/TD", "/LBody") and language:
                self.assertNotRegex(words, r"[äöüß]|\b(und|der|die|das|nicht)\b")
            elif not language:
                self.assertNotRegex(words, r"\b(the|and|of|is|in place)\b|^Yes$", part)

        text = self.html(plan, "decision-paper")
        self.assertIn('<html lang="kw"', text)
        for words in foreign:
            self.assertRegex(text, f'<(h2|h3|th|td|li|caption)[^>]* lang="en"[^>]*>{re.escape(words)}<')
        for words in own:
            self.assertNotRegex(text, f' lang="en"[^>]*>{re.escape(words)}<')

        path = self.home / "paper.odt"
        self.call("report", plan, "-d", "decision-paper", "-f", "odt", "-o", str(path), "--library", str(self.library))
        with zipfile.ZipFile(path) as package:
            content = package.read("content.xml").decode()
            styles = package.read("styles.xml").decode()
        self.assertIn('fo:language="kw"', styles)
        self.assertRegex(styles, r'style:name="Foreign" style:family="text"><style:text-properties fo:language="en"')
        self.assertEqual(len(re.findall(r'<text:span text:style-name="Foreign">Version [0-9a-f ]+<text:tab/>Page ', styles)), 2)
        english = set(re.findall(r'<style:style style:name="(P\d+)"(?:(?!</style:style>).)*fo:language="en"', content))
        paragraphs = re.findall(r'<text:[ph] text:style-name="([^"]*)"[^>]*>(?:<text:bookmark [^>]*>)?([^<]*)<', content)
        for words in foreign:
            self.assertTrue([style for style, said in paragraphs if said == words and style in english], words)
        for words in own:
            self.assertFalse([style for style, said in paragraphs if said == words and style in english], words)

    def test_translated(self):
        """Where all is in the language of the plan, nothing is said to be in another one."""
        for language in ("en", "de", "fr"):
            plan = self.plan(language)
            self.assertEqual({part[1] for part in self.parts_of_pdf(plan, "decision-paper")}, {None})
            self.assertEqual(re.findall(r' lang="[^"]*"', self.html(plan, "decision-paper")), [f' lang="{language}"'])


if __name__ == "__main__":
    unittest.main()
