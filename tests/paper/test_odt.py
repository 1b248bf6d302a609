#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""OpenDocument texts as LibreOffice opens them."""

import json
import re
import subprocess
import unittest
import xml.etree.ElementTree

import papers

TOLERANCE = 0.25
LONG_WORD = re.compile(r"[^\W\d_]{4,}")


class Odt(unittest.TestCase):
    def test_a_damaged_file_is_not_converted(self):
        """Otherwise it would say nothing that the others are."""
        whole = (papers.folder("en") / "brief.odt").read_bytes()
        damaged = papers.FOLDER / "damaged.odt"
        damaged.write_bytes(whole[:len(whole) // 2])
        try:
            papers.convert("pdf", papers.FOLDER / "repaired", damaged)
        except subprocess.CalledProcessError:
            pass
        self.assertFalse((papers.FOLDER / "repaired" / "damaged.pdf").exists())

    def test_pages(self):
        """As many pages as ours, each of which says which it is; of the paper that was asked for."""
        for language, document in papers.ALL:
            with self.subTest(language=language, document=document):
                own = papers.pages(papers.folder(language) / f"{document}.pdf")
                office = papers.pages(papers.office(language) / f"{document}.pdf")
                self.assertLessEqual(abs(len(office) - len(own)), TOLERANCE * len(own), f"{len(office)} for {len(own)}")
                for number, page in enumerate(office, 1):
                    pattern = {"en": "Page {} of {}", "de": "Seite {} von {}", "fr": "Page {} sur {}"}[language]
                    self.assertIn(pattern.format(number, len(office)), page)
                size = re.search(r"Page size: +(\d+)(?:\.\d+)? x (\d+)", papers.run("pdfinfo", str(papers.office(language) / f"{document}.pdf")))
                self.assertEqual(size.groups(), ("841", "595") if document == "overview" else ("595", "841"))

    def test_other_papers(self):
        for paper, document, expected in (("letter", "brief", r"612 x 792"), ("a3", "overview", r"119\d(\.\d+)? x 84\d")):
            path = papers.report(papers.EXAMPLE / "example.en.json", document, "odt", papers.FOLDER / f"{paper}.odt", "--paper", paper)
            papers.convert("pdf", papers.FOLDER / "papers", path)
            self.assertRegex(papers.run("pdfinfo", str(papers.FOLDER / "papers" / f"{paper}.pdf")), r"Page size: +" + expected)

    def test_words(self):
        """All headings, the titles of all measures, and no word more or less than on our pages."""
        for language, document in papers.ALL:
            with self.subTest(language=language, document=document):
                content = papers.content(papers.folder(language) / f"{document}.odt")
                said = papers.said(papers.office(language) / f"{document}.pdf")
                squeezed = papers.squeeze(said)
                headings = papers.texts(content, ".//text:h")
                self.assertTrue(headings)
                self.assertEqual([heading for heading in headings if papers.squeeze(heading) not in squeezed], [])
                own = papers.squeeze(papers.said(papers.folder(language) / f"{document}.pdf"))
                self.assertEqual({word for word in LONG_WORD.findall(said) if word not in own}, set())
                html = (papers.folder(language) / f"{document}.html").read_text("utf-8")
                read = " ".join(xml.etree.ElementTree.fromstring(html[html.index("<main>"):html.index("</main>") + 7]
                                                                 .replace("<br>", "<br/>")).itertext())
                self.assertEqual({word for word in LONG_WORD.findall(read) if word not in squeezed}, set())
        for language in papers.LANGUAGES:
            for document in papers.FULL_DOCUMENTS:
                squeezed = papers.squeeze(papers.said(papers.office(language) / f"{document}.pdf"))
                self.assertEqual([title for title in papers.measures(language) if papers.squeeze(title) not in squeezed], [])

    def test_heads_are_repeated(self):
        """A table with heads has them in the rows that are repeated, and LibreOffice repeats them."""
        for language, document in papers.ALL:
            with self.subTest(language=language, document=document):
                content = papers.content(papers.folder(language) / f"{document}.odt")
                for table in content.iterfind(".//table:table", papers.NAMESPACES):
                    heads = [p for p in table.iterfind(".//text:p", papers.NAMESPACES)
                             if p.get(f"{{{papers.NAMESPACES['text']}}}style-name").startswith("Table_20_Heading")]
                    repeated = table.findall("table:table-header-rows//text:p", papers.NAMESPACES)
                    self.assertEqual(heads, repeated)
        for language in papers.LANGUAGES:
            content = papers.content(papers.folder(language) / "overview.odt")
            heads = papers.texts(content, ".//table:table-header-rows//text:p")
            pages = papers.pages(papers.office(language) / "overview.pdf")
            self.assertGreater(len(pages), 1)
            for page in pages:
                for head in heads[:3]:
                    self.assertIn(head.split()[0], page)

    def test_contents(self):
        """The table of contents has each heading with the page on which it stands."""
        for language in papers.LANGUAGES:
            content = papers.content(papers.folder(language) / "council-paper.odt")
            pages = papers.pages(papers.office(language) / "council-paper.pdf")
            headings = [heading for level in "12" for heading in papers.texts(content, f".//text:h[@text:outline-level='{level}']")]
            self.assertGreater(len(headings), 25)
            own = papers.squeeze(headings[0])
            start = next(number for number, page in enumerate(pages, 1) if number > 2 and own in papers.squeeze(page))
            listed = " ".join(" ".join(pages[1:start - 1]).split())
            for heading in headings:
                words = r"[\s-]*".join(re.escape(letter) for letter in papers.squeeze(heading))
                entry = re.search(words + r" +(\d+)\b", listed)
                self.assertIsNotNone(entry, heading)
                self.assertTrue(papers.squeeze(heading) in papers.squeeze(pages[int(entry.group(1)) - 1]), heading)

    def test_fonts(self):
        """LibreOffice finds the font that is named, and needs no other but for its own bullets."""
        for language, document in papers.ALL:
            with self.subTest(language=language, document=document):
                fonts = papers.run("pdffonts", str(papers.office(language) / f"{document}.pdf")).splitlines()[2:]
                names = {re.sub(r"^[A-Z]{6}\+", "", font.split()[0]).split("-")[0] for font in fonts}
                self.assertLessEqual(names, {"Lato", "OpenSymbol"})

    def test_from_the_right(self):
        """A plan in a language that is read from the right has pages, tables and styles that are."""
        plan = json.loads((papers.EXAMPLE / "example.en.json").read_text("utf-8"))
        plan["plan"]["language"] = "ar"
        path = papers.FOLDER / "ar.json"
        path.write_text(json.dumps(plan), "utf-8")
        odt = papers.report(path, "overview", "odt", papers.FOLDER / "from-the-right.odt")
        papers.convert("pdf", papers.FOLDER / "papers", odt)
        lines = [line.strip() for page in papers.pages(papers.FOLDER / "papers" / "from-the-right.pdf") for line in page.splitlines()]
        for number in ("1.1.1", "2.1.4", "5.1.3"):
            self.assertTrue(any(line.endswith(f" {number}") for line in lines), number)

    def test_same_file(self):
        for form in ("odt", "html", "pdf"):
            path = papers.report(papers.EXAMPLE / "example.en.json", "council-paper", form, papers.FOLDER / f"again.{form}")
            self.assertEqual(path.read_bytes(), (papers.folder("en") / f"council-paper.{form}").read_bytes())


if __name__ == "__main__":
    unittest.main()
