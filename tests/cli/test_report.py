#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""Documents as files, checked with other people’s programs, and whether a paper and a file say the same."""

import io
import json
import re
import subprocess
import unittest
import xml.etree.ElementTree
import zipfile

import case

EXAMPLE = case.SOURCE / "data" / "example"
DOCUMENTS = ("council-paper", "decision-paper", "brief", "overview", "measure-sheets", "declaration", "submission-annex")
LANGUAGES = ("de", "en", "fr")


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout


class Report(case.Case):
    def plan(self, language="en"):
        return self.call("import", str(EXAMPLE / f"example.{language}.json"), "--as-copy", "--library", str(self.library))[0].decode().strip()

    def report(self, plan, document, form, *more):
        path = self.home / f"{document}.{form}"
        self.call("report", plan, "-d", document, "-f", form, "-o", str(path), "--library", str(self.library), *more)
        return path

    def test_pdf(self):
        """Each document can be read aloud in the language of its plan, and carries its letters with it."""
        for language in LANGUAGES:
            plan = self.plan(language)
            title = json.loads((EXAMPLE / f"example.{language}.json").read_text("utf-8"))["plan"]["title"]
            for document in DOCUMENTS:
                with self.subTest(language=language, document=document):
                    path = self.report(plan, document, "pdf")
                    information = run("pdfinfo", str(path))
                    self.assertIn("Tagged:          yes", information)
                    self.assertIn(title, information)
                    self.assertIn("595.28 x 841.89" if document != "overview" else "841.89 x 595.28", information)
                    fonts = run("pdffonts", str(path)).splitlines()[2:]
                    self.assertTrue(fonts)
                    for font in fonts:
                        self.assertEqual(font.split()[-5:-4], ["yes"], font)
                    self.assertIn("No syntax or stream encoding errors", run("qpdf", "--check", str(path)))
                    catalogue = run("qpdf", "--show-object=trailer", str(path))
                    root = re.search(r"/Root (\d+) 0 R", catalogue).group(1)
                    catalogue = run("qpdf", f"--show-object={root}", str(path))
                    self.assertIn(f"/Lang ({language})", catalogue)
                    self.assertIn("/DisplayDocTitle true", catalogue)
                    self.assertIn("/Marked true", catalogue)

    def test_structure(self):
        """Headings, tables with what their heads are heads of, words for drawings; bookmarks and contents lead somewhere."""
        path = self.report(self.plan(), "council-paper", "pdf")
        structure = run("pdfinfo", "-struct-text", str(path))
        self.assertRegex(structure, r"Document\n  P \(block\)\n    \"Town of Felsmoor\"")
        self.assertRegex(structure, r"H1 \(block\)\n\s+\"Summary\"")
        self.assertRegex(structure, r"H2 \(block\)\n\s+\"1\.1\.1.Adopt the plan")
        self.assertRegex(structure, r"TH:\n\s+/Scope /Column\n\s+\"Measure\"")
        self.assertRegex(structure, r"TH:\n\s+/Scope /Row\n\s+\"Period\"")
        self.assertRegex(structure, r"LI \(block\)\n\s+Lbl \(block\)\n\s+\"•\"\n\s+LBody")
        # Who and what is behind which measures.
        self.assertRegex(structure, r'"Lanzarote Convention, Article 5"\s+TD\s+"2\.1\.4, 2\.1\.5"')
        self.assertRegex(structure, r'"Sports and culture office"\s+TD\s+"Own department"\s+TD\s+"2\.1\.8"')
        self.assertGreaterEqual(structure.count("Figure"), 6)
        # Nothing stands between the letters of a word that readers would lose.
        self.assertIn('"The digest below belongs to the plan’s values alone. The submitted file has the same one', structure)
        plain = self.home / "plain.pdf"
        run("qpdf", "--qdf", "--object-streams=disable", str(path), str(plain))
        text = plain.read_bytes()
        self.assertEqual(text.count(b"/S /Figure"), text.count(b"/Alt "))
        self.assertGreater(text.count(b"/Subtype /Link"), 40)
        self.assertIn(b"/Outlines", text)
        # All that is shown is a part of the structure or said to be none.
        for content in re.findall(rb"stream\n(.*?)endstream", text, re.DOTALL):
            if b" BDC" in content:
                outside = re.sub(rb"(?s)/\w+ (<<.*?>> BDC|BMC)\n.*?EMC\n", b"", re.sub(rb"(?s)/Span <<.*?>> BDC\n.*?EMC\n", b"", content))
                self.assertNotRegex(outside, rb"T[jJ]\b| f\n| S\n")

    def test_pages(self):
        """The words of the pages are those of the plan, and each page says which it is."""
        path = self.report(self.plan("de"), "council-paper", "pdf", "--draft")
        pages = run("pdftotext", "-layout", str(path), "-").split("\f")[:-1]
        for number, page in enumerate(pages, 1):
            self.assertIn(f"Seite {number} von {len(pages)}", page)
            self.assertIn("Entwurf", page)
        self.assertIn("188.500", "".join(pages))

    def test_paper(self):
        plan = self.plan()
        self.assertIn("612 x 792", run("pdfinfo", str(self.report(plan, "brief", "pdf", "--paper", "letter"))))
        self.assertIn("1190.55 x 841.89", run("pdfinfo", str(self.report(plan, "overview", "pdf", "--paper", "a3"))))

    def test_odt(self):
        """A package whose first file says what it is, whose files are all named and are well-formed, with true headings."""
        for document in DOCUMENTS:
            with self.subTest(document=document):
                path = self.report(self.plan(), document, "odt")
                with zipfile.ZipFile(path) as package:
                    self.assertIsNone(package.testzip())
                    first = package.infolist()[0]
                    self.assertEqual((first.filename, first.compress_type), ("mimetype", zipfile.ZIP_STORED))
                    self.assertEqual(package.read("mimetype"), b"application/vnd.oasis.opendocument.text")
                    manifest = package.read("META-INF/manifest.xml").decode()
                    for name in package.namelist():
                        if name not in ("mimetype", "META-INF/manifest.xml"):
                            self.assertIn(f'"{name}"', manifest)
                        if name.endswith((".xml", ".svg")):
                            xml.etree.ElementTree.parse(io.BytesIO(package.read(name)))
                    content = package.read("content.xml").decode()
                    styles = package.read("styles.xml").decode()
                for style in set(re.findall(r'(?:text|table|draw):style-name="([^"]*)"', content)):
                    self.assertIn(f'style:name="{style}"', styles + content)
                self.assertIn(f'print-orientation="{"landscape" if document == "overview" else "portrait"}"', styles)
                self.assertRegex(styles, r"Page <text:page-number [^>]*>1</text:page-number> of <text:page-count>1</text:page-count>")

    def test_html(self):
        """One file that fetches nothing, with headings in order and heads in each table."""
        path = self.report(self.plan("fr"), "council-paper", "html")
        text = path.read_text("utf-8")
        self.assertIn('<html lang="fr" dir="ltr">', text)
        self.assertNotRegex(text, r"<script|<link|src=\"(?!data:)")
        self.assertGreaterEqual(text.count("<tbody"), text.count("<table"))
        self.assertEqual(len(re.findall(r"<tbody><tr><th scope=\"rowgroup\"", text)), text.count('scope="rowgroup"'))
        self.assertEqual(text.count('scope="rowgroup"'), 5)
        self.assertNotIn("<img src", text.replace('<img alt="', ""))
        self.assertIn("Incidences", self.report(self.plan("fr"), "decision-paper", "html").read_text("utf-8"))

    def test_text_is_text(self):
        """What looks like markup in a plan is shown as it was typed, in every form."""
        plan = json.loads((EXAMPLE / "example.en.json").read_text("utf-8"))
        plan["plan"]["title"] = "<b>&amp; %s 'quoted' </text:p>"
        path = self.home / "odd.json"
        path.write_text(json.dumps(plan), "utf-8")
        uuid = self.call("import", str(path), "--library", str(self.library))[0].decode().strip()
        self.assertIn("&lt;b&gt;&amp;amp; %s", self.report(uuid, "brief", "html").read_text("utf-8"))
        with zipfile.ZipFile(self.report(uuid, "brief", "odt")) as package:
            self.assertIn("&lt;b&gt;&amp;amp; %s", package.read("content.xml").decode())
            xml.etree.ElementTree.fromstring(package.read("styles.xml"))
        self.assertIn("<b>&amp; %s 'quoted' </text:p>", run("pdftotext", str(self.report(uuid, "brief", "pdf")), "-"))

    def test_verify(self):
        """The digits at the foot of a page are those of the file, until a value of it is another one."""
        plan = self.plan()
        exported = self.home / "plan.json"
        self.call("export", plan, "--draft", "-o", str(exported), "--library", str(self.library))
        text = run("pdftotext", "-l", "1", str(self.report(plan, "council-paper", "pdf")), "-")
        digits = re.search(r"Version ([0-9a-f ]{19})", text).group(1)
        self.assertIn("say the same", self.call("verify", str(exported), *digits.split())[0].decode())
        self.assertIn("say the same", self.call("verify", str(exported), digits.upper())[0].decode())
        changed = json.loads(exported.read_text("utf-8"))
        changed["plan"]["title"] += "."
        exported.write_text(json.dumps(changed), "utf-8")
        self.call("verify", str(exported), digits, status=case.FINDINGS)
        self.call("verify", str(exported), "12ab", status=case.USAGE)

    def test_refusals(self):
        plan = self.plan()
        library = ("--library", str(self.library))
        self.assertIn("council-paper", self.call("report", plan, "-d", "novel", *library, status=case.USAGE)[1])
        self.assertIn("pdf", self.call("report", plan, "-f", "docx", *library, status=case.USAGE)[1])
        self.assertIn("letter", self.call("report", plan, "--paper", "a5", *library, status=case.USAGE)[1])
        self.call("report", plan, "-o", "/nowhere/at/all.pdf", *library, status=case.INPUT)
        self.assertTrue(self.call("report", plan, *library)[0].startswith(b"%PDF-"))


if __name__ == "__main__":
    unittest.main()
