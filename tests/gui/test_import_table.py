#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""A plan that exists as a table comes in through the clipboard or a file."""

import driver
import tree
from driver import wait_for

HEADINGS = "Pillar\tObjective\tMeasure\tLead body\tPartners\tStart\tPriority\tOur own number\tMain indicator\tTarget\tCost"


class ImportTable(driver.Case):
    def setUp(self):
        super().setUp()
        self.plan = self.new_plan()
        self.before = self.count()

    def count(self):
        return {kind: self.rows(f"SELECT count(*) FROM {kind}")[0][0]
                for kind in ("pillar", "objective", "measure", "actor", "involvement", "indicator", "cost")}

    def more(self, **counts):
        """How many there are of each kind, with so many more than before."""
        return {kind: n + counts.get(kind, 0) for kind, n in self.before.items()}

    def open(self):
        app = self.start()
        app.open_plan("")
        app.section("Table")
        app.find("label", "47 rows")
        app.click("push button", "Import a Table…")
        app.find("push button", "Take It from the Clipboard")
        return app

    def test_clipboard(self):
        """Forty rows with two mistakes: what is seen of them, what they make, and that one undo takes it all away."""
        app = self.open()
        rows = [f"{'New pillar' if index == 0 else ''}\t{f'Objective {index // 20 + 1}' if index % 20 == 0 else ''}\t"
                f"Measure number {index + 1}\tYouth office\tPolice; Schools\t{'soon' if index == 4 else '1.3.2027'}\t"
                f"{'Utmost' if index == 39 else 'high'}\t{index}\tPeople trained\t{index + 10}\t1,000"
                for index in range(40)]
        self.copy("\r\n".join([HEADINGS, *rows]) + "\r\n")
        app.click("push button", "Take It from the Clipboard")
        app.find("label", "40 measures, 1 new pillar, 2 new objectives, 3 new actors, 40 indicators, 40 costs")
        app.find("label", "2 things to look at")
        app.find("label", driver.starting("Row 6, Start: “soon” is not a date."))
        app.find("label", "Row 41, Priority: “Utmost” is none of the answers to “Priority”.")
        app.find("label", "Measure number 1")
        self.assertEqual(self.count(), self.before)

        # A column that nobody knows is left out, until somebody says what it is.
        app.choose("Our own number", "Note")
        wait_for(lambda: app.find("push button", "Import").has(tree.SENSITIVE), "the rows to be read again")
        app.click("push button", "Import")
        app.find("label", "40 measures were imported.")
        made = {"pillar": 1, "objective": 2, "measure": 40, "actor": 3, "involvement": 80, "indicator": 40, "cost": 40}
        self.assertEqual(self.count(), self.more(**made))
        app.find("label", "87 rows")
        self.assertEqual(self.rows("SELECT start, priority, note FROM measure WHERE title IN ('Measure number 1', 'Measure number 5', "
                                   "'Measure number 40') ORDER BY id"),
                         [("2027-03-01", "high", "0"), (None, "high", "4\nStart: soon"), ("2027-03-01", None, "39\nPriority: Utmost")])
        self.assertEqual(self.rows("SELECT DISTINCT amount FROM cost"), [(100000,)])
        self.assertEqual(self.rows("SELECT objective.title, count(*) FROM measure JOIN element USING (id) JOIN objective ON "
                                   "objective.id = parent WHERE measure.title LIKE 'Measure number %' GROUP BY parent ORDER BY parent"),
                         [("Objective 1", 20), ("Objective 2", 20)])
        app.press("ctrl+z")
        app.find("label", "47 rows")
        self.assertEqual(self.count(), self.before)
        app.press("ctrl+shift+z")
        wait_for(lambda: self.count() == self.more(**made), "all of it to be there again")
        app.quit()
        self.assert_sound()

    def test_file(self):
        """A German spreadsheet’s CSV file with headings that nobody knows: a person says what its columns are."""
        app = self.open()
        file = self.home / "Plan.csv"
        file.write_bytes("Vorhaben;Beginn\r\nLehrkräfte schulen;2028\r\n".encode("windows-1252"))
        app.press("Tab", "Return")
        app.choose_file("Choose a Table", file)
        app.find("label", "Choose the column with the titles of the measures.")
        app.choose("Column 1", "Measure")
        app.find("label", "2 measures")
        app.choose("Column 2", "Start")
        app.find("label", driver.starting("Row 1, Column 2: “Beginn” is not a date."))
        app.click("check box", "The first row is the heading")
        app.find("label", "1 measure")
        app.find("combo box", "Vorhaben")
        app.press("Escape")
        app.wait_gone("push button", "Import")
        self.assertEqual(self.count(), self.before)
        app.quit()

    def test_word_processor(self):
        """A word processor’s table, with two paragraphs in a cell and one cell for two rows, by keyboard alone."""
        app = self.open()
        self.copy("Objective\nMeasure\nOne objective\nOne\nparagraph\nTwo\n",
                  "<html><body><table><tr><th>Objective</th><th>Measure</th></tr><tr><td rowspan=2>One objective</td>"
                  "<td><p>One</p><p>paragraph</p></td></tr><tr><td>Two</td></tr></table></body></html>")
        app.press("Return")
        app.find("label", "2 measures, 1 new objective")
        wait_for(lambda: "The first row is the heading" in app.focus_name(), "the keyboard on the page")
        for _ in range(40):
            if app.focus_name() == "Import":
                break
            app.press("Tab")
        self.assertEqual(app.focus_name(), "Import")
        app.press("Return")
        app.find("label", "2 measures were imported.")
        self.assertEqual(self.rows("SELECT title FROM measure ORDER BY id DESC LIMIT 2"), [("Two",), ("One paragraph",)])
        app.quit()
        self.assert_sound()

    def test_nothing(self):
        """What is no table is told, and another can be taken."""
        app = self.open()
        file = self.home / "Plan.xlsx"
        file.write_bytes(b"PK\x03\x04\x14\0\6\0\x08\0")
        app.click("push button", "Open a File…")
        app.choose_file("Choose a Table", file)
        app.find("label", driver.starting("The file is no table as text."))
        self.copy("Measure\nOpen a house\n")
        app.click("push button", "Take It from the Clipboard")
        app.find("label", "1 measure")
        app.press("Escape")
        app.wait_gone("push button", "Import")
        app.quit()


driver.main()
