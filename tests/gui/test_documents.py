#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""Papers: seen as pages, saved in each form, printed."""

import base64
import json
import re
import subprocess
import zipfile

import driver
from driver import wait_for


def count_pages(path):
    information = subprocess.run(["pdfinfo", str(path)], check=True, capture_output=True, text=True).stdout
    return int(re.search(r"^Pages: +(\d+)", information, re.MULTILINE).group(1))


def read_pdf(path):
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True).stdout


class Documents(driver.Case):
    def open(self, language="en"):
        example = driver.SOURCE / "data" / "example" / f"example.{language}.json"
        self.cli("import", str(example), "--as-copy")
        app = self.start()
        app.open_plan("")
        app.section("Documents")
        self.wait_page(app, 1)
        return app

    def wait_page(self, app, number, total=r"\d+"):
        """The words of a page, once it is shown."""
        return app.find("image", re.compile(f"^Page {number} of {total}$"))

    def count_pages(self, app):
        return int(self.wait_page(app, 1).name.rpartition(" ")[2])

    def save(self, app, form, path):
        app.menu("Save As", re.compile(form))
        app.choose_file("Save the Document", path)
        wait_for(path.exists, f"{path.name}")
        app.find("label", "The document was saved.")

    def test_preview(self):
        """Other documents are other pages; they can be made larger and smaller; what is typed elsewhere is on them."""
        app = self.open()
        page = self.wait_page(app, 1)
        self.assertIn("Felsmoor protects its children", page.description)
        height = page.extents()[3]
        app.choose("Document", "Decision paper")
        self.assertIn("Background and reasons", self.wait_page(app, 1, 3).description)
        app.click("push button", "Show larger")
        wait_for(lambda: self.wait_page(app, 1).extents()[3] > height, "a larger page")
        app.press("ctrl+0")
        wait_for(lambda: self.wait_page(app, 1).extents()[3] == height, "the page in its usual size")

        app.section("Situation")
        app.fill("Reasons for the decision", "To do nothing costs more.")
        app.section("Documents")
        wait_for(lambda: "To do nothing costs more." in self.wait_page(app, 1).description, "what was typed on the page")
        app.quit()

    def test_language(self):
        """The pages speak the language of the plan, not that of the window."""
        app = self.open("de")
        app.choose("Document", "Decision paper")
        wait_for(lambda: "Kurzfassung" in self.wait_page(app, 1, 3).description, "the German page")
        app.quit()

    def test_save(self):
        """Each form comes to where it was asked for, and says what the preview shows."""
        app = self.open()
        app.choose("Document", "Two pages for the mayor")
        self.wait_page(app, 1, 2)
        pdf, odt, html = (self.home / f"paper.{form}" for form in ("pdf", "odt", "html"))
        self.save(app, "^PDF", pdf)
        self.save(app, "^OpenDocument", odt)
        self.save(app, "^Web page", html)
        self.assertEqual(count_pages(pdf), 2)
        self.assertIn("188,500", read_pdf(pdf))
        with zipfile.ZipFile(odt) as package:
            self.assertIn("188,500", package.read("content.xml").decode())
        self.assertIn("188,500", html.read_text("utf-8"))
        workbook = self.home / "plan.xlsx"
        self.save(app, "XLSX|workbook|Workbook|Spreadsheet|spreadsheet", workbook)
        with zipfile.ZipFile(workbook) as package:
            self.assertIn("xl/worksheets/sheet1.xml", package.namelist())
        app.quit()

    def test_options(self):
        """How papers are made is kept with the plan, is one step of undo, and is what papers are made by."""
        app = self.open()
        self.assertIn("children@felsmoor.example", self.wait_page(app, 1).description)
        app.open_popover("push button", "How papers are made")
        app.click("check box", "“Draft” on each page")
        app.click("check box", "Names and contacts of persons")
        self.wait_rows([(1, 0)], "SELECT paper_draft, paper_contacts FROM plan")
        app.press("Escape")
        wait_for(lambda: "children@felsmoor.example" not in self.wait_page(app, 1).description, "the page without contacts")
        path = self.home / "draft.pdf"
        self.save(app, "^PDF", path)
        text = read_pdf(path)
        self.assertIn("Draft", text.split("\f", 1)[0])
        self.assertNotIn("children@felsmoor.example", text)
        app.press("ctrl+z")
        self.wait_rows([(1, None)], "SELECT paper_draft, paper_contacts FROM plan")
        wait_for(lambda: "children@felsmoor.example" in self.wait_page(app, 1).description, "the page with contacts again")
        app.quit()

    def test_parts(self):
        """A part that is not ticked is not in the council's paper: on the screen, in the file and on the command line, now and later."""
        app = self.open()
        n_pages = self.count_pages(app)
        app.open_popover("push button", "How papers are made")
        app.click("check box", "Risks")
        app.click("check box", "The measures one by one")
        self.wait_rows([("sheets risks",)], "SELECT paper_left_out FROM plan")
        wait_for(lambda: self.count_pages(app) < n_pages - 10, "the paper without sheets")
        app.press("Escape")

        # Other papers have no such parts.
        app.choose("Document", "Overview table")
        app.open_popover("push button", "How papers are made")
        app.find("check box", "“Draft” on each page")
        self.assertFalse(app.has("check box", "Risks"))
        app.press("Escape")
        app.quit()

        path = self.home / "paper.pdf"
        plan, = self.rows("SELECT uuid FROM element WHERE kind = 'plan'")
        self.cli("report", plan[0], "-o", str(path))
        self.assertNotIn("Risks\n", read_pdf(path))
        self.assertIn("Timetable\n", read_pdf(path))

        app = self.start()
        app.open_plan("")
        app.section("Documents")
        app.open_popover("push button", "How papers are made")
        self.assertFalse(app.find("check box", "Risks").has(driver.tree.CHECKED))
        self.assertTrue(app.find("check box", "Timetable").has(driver.tree.CHECKED))
        app.press("Escape", "ctrl+z")
        self.wait_rows([("risks",)], "SELECT paper_left_out FROM plan")
        wait_for(lambda: self.count_pages(app) > n_pages - 3, "the sheets to come back")
        app.quit()

    def test_emblem(self):
        """A coat of arms is chosen, stands on the papers, goes and comes back; what is no picture leaves it as it is."""
        words = "Coat of arms or logo of Town of Felsmoor"
        picture, broken = self.home / "arms.svg", self.home / "broken.png"
        picture.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="20" height="30"><path d="M0 0h20v20l-10 10l-10-10z" fill="#a22"/></svg>')
        broken.write_bytes(b"\x89PNG\r\n\x1a\nnothing")
        app = self.open()
        app.open_popover("push button", "How papers are made")
        self.assertFalse(app.has("push button", "Remove the coat of arms or logo"))
        app.click("push button", "Choose a Picture…")
        app.choose_file("Choose a Coat of Arms or Logo", picture)
        wait_for(lambda: words in self.wait_page(app, 1).description, "the coat of arms on the cover")
        (kept,), = self.rows("SELECT emblem FROM plan")
        self.assertTrue(base64.b64decode(kept).startswith(b"\x89PNG"))

        app.open_popover("push button", "How papers are made")
        app.click("push button", "Choose a Picture…")
        app.choose_file("Choose a Coat of Arms or Logo", broken)
        app.find("label", re.compile("broken.png” is not a picture that can be read"))
        app.click("push button", "Close", within=app.window())
        app.wait_gone("label", re.compile("is not a picture"))
        self.wait_rows([(kept,)], "SELECT emblem FROM plan")

        app.open_popover("push button", "How papers are made")
        app.click("push button", "Remove the coat of arms or logo")
        self.wait_rows([(None,)], "SELECT emblem FROM plan")
        app.press("Escape")
        wait_for(lambda: words not in self.wait_page(app, 1).description, "the cover without it")
        app.press("ctrl+z")
        self.wait_rows([(kept,)], "SELECT emblem FROM plan")
        app.choose("Document", "Two pages for the mayor")
        wait_for(lambda: words in self.wait_page(app, 1, 2).description, "the coat of arms on two pages")
        app.quit()

        # The journal has the picture once for each time that it was chosen, removed or brought back, and for nothing else.
        app = self.start()
        app.open_plan("")
        app.section("Documents")
        size = "SELECT sum (length (coalesce (old, '')) + length (coalesce (new, ''))) FROM change"
        before = self.rows(size)[0][0]
        app.open_popover("push button", "How papers are made")
        app.click("check box", "“Draft” on each page")
        self.wait_rows([(1,)], "SELECT paper_draft FROM plan")
        self.assertLess(self.rows(size)[0][0] - before, len(kept))
        app.press("Escape")
        app.quit()

    def test_paper(self):
        """Pages have the size of the paper that was chosen, also after the plan was closed."""
        app = self.open()
        height = self.wait_page(app, 1).extents()[3]
        app.open_popover("push button", "How papers are made")
        app.choose("Paper", "A3")
        self.wait_rows([("a3",)], "SELECT paper FROM plan")
        app.press("Escape")
        wait_for(lambda: self.wait_page(app, 1).extents()[3] > height, "a larger page")
        larger = self.wait_page(app, 1).extents()[3]
        app.click("push button", "Back to all plans")
        app.open_plan("")
        app.section("Documents")
        wait_for(lambda: self.wait_page(app, 1).extents()[3] == larger, "the larger page again")
        app.quit()

    def test_print(self):
        """What comes out of the printer, here a file, are the pages of the preview."""
        app = self.open()
        app.choose("Document", "Decision paper")
        self.wait_page(app, 1, 3)
        app.click("push button", "Print…")
        app.find("dialog", "Print")
        app.click("label", "Print to File")
        app.click("push button", re.compile("^_?Print( Print)?$"))
        wait_for(lambda: list(self.home.glob("**/*.pdf")), "the printed file")
        printed = list(self.home.glob("**/*.pdf"))[0]
        wait_for(lambda: printed.read_bytes().rstrip().endswith(b"%%EOF"), "the whole file")
        self.assertEqual(count_pages(printed), 3)
        self.assertIn("Proposed decision", read_pdf(printed))
        app.quit()

    def test_nothing(self):
        """A plan without measures has no sheets of them, and says so."""
        plan = json.loads((driver.SOURCE / "data" / "example" / "example.en.json").read_text("utf-8"))
        del plan["plan"]["pillars"]
        path = self.home / "bare.json"
        path.write_text(json.dumps(plan), "utf-8")
        self.cli("import", str(path))
        app = self.start()
        app.open_plan("")
        app.section("Documents")
        self.wait_page(app, 1)
        app.choose("Document", "Measure sheets")
        app.find("label", "Nothing to Print Yet")
        app.choose("Document", "Decision paper")
        self.wait_page(app, 1)
        app.quit()


driver.main()
