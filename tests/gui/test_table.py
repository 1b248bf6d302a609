#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""The plan as a table, filled in as people fill in a spreadsheet."""

import json
import uuid

import driver
from driver import wait_for
from table import TableCase


class Table(TableCase):
    def test_typing(self):
        """Typing replaces what stands in a cell; Enter goes down and Tab goes on; Escape gives up; Delete empties."""
        app = self.open()
        self.cell(app, "Measure: Adopt the plan")
        app.type("Adopt it")
        app.press("Return")
        self.wait_cell(app, "Measure: Set up a multi-agency steering group for the plan")
        self.wait_measures("title", [("Adopt it",)])
        app.type("Never mind")
        app.press("Escape")
        self.wait_cell(app, "Measure: Set up a multi-agency steering group for the plan")
        app.press("F2", "End")
        app.type(" and its work")
        app.press("Return")
        self.wait_measures("title", [("Adopt it",), ("Set up a multi-agency steering group for the plan and its work",)])
        app.press("Up", "BackSpace")
        self.wait_measures("title", [("Adopt it",), (None,)])
        app.press("ctrl+z")
        self.wait_measures("title", [("Adopt it",), ("Set up a multi-agency steering group for the plan and its work",)])
        app.quit()

    def test_block(self):
        """A block is selected with the keyboard, filled down, copied to other rows and emptied, each as one step."""
        app = self.open()
        self.cell(app, "Lead body: ")
        app.type("Youth office")
        app.press("Return")
        wait_for(lambda: len(self.rows("SELECT 1 FROM measure WHERE lead IS NOT NULL")) == 1, "the lead")
        self.wait_cell(app, "Lead body: Youth office")
        app.press("Tab", "Tab")
        self.wait_cell(app, "Start: ")
        app.type("3/2027")
        app.press("Tab")
        app.type("2028")
        app.press("Tab")
        self.wait_measures("start, end", [("2027-03", "2028")])

        # From the end back to the lead, and five rows down.
        app.press("Left", *["shift+Left"] * 3, *["shift+Down"] * 4)
        app.find("label", "20 cells selected")
        app.press("ctrl+d")
        self.wait_measures("start, end", [("2027-03", "2028")] * 5 + [(None, None)])
        self.assertEqual(self.rows("SELECT count(*), count(DISTINCT lead) FROM measure WHERE lead IS NOT NULL"), [(5, 1)])
        app.press("ctrl+z")
        self.wait_measures("start, end", [("2027-03", "2028")] + [(None, None)] * 5)
        app.press("ctrl+shift+z")
        self.wait_measures("start, end", [("2027-03", "2028")] * 5 + [(None, None)])

        # Copied and pasted three rows further down than where they began, over some of the same.
        app.press("ctrl+c", "Escape", "Up", "ctrl+v")
        app.find("label", "15 cells were pasted.")
        self.wait_measures("start, end", [("2027-03", "2028")] * 8 + [(None, None)])
        app.press("Delete")
        self.wait_measures("start, end", [("2027-03", "2028")] * 3 + [(None, None)] * 6)
        self.assertEqual(self.rows("SELECT count(*) FROM measure WHERE lead IS NOT NULL"), [(3,)])
        app.quit()
        self.assert_sound()

    def ask_months(self, app, months):
        app.open_popover("push button", "Shift Dates")
        app.click("spin button", "Months later")
        app.press("ctrl+a")
        app.type(months)

    def test_shift(self):
        """The selected dates move by months; a year moves by whole years; it is one step, and nothing else moves."""
        app = self.open()
        # On half of a small screen there is room for all of it. Where nothing is a date, nothing opens.
        self.screen.resize(self.screen.top_window(), 640, 700)
        wait_for(lambda: app.window().extents()[2] <= 640, "the window to be as narrow as that")
        self.screen.resize(self.screen.top_window(), 1200, 760)
        wait_for(lambda: app.window().extents()[2] >= 1000, "the window to be wide again")
        app.click("push button", "Shift Dates")
        self.cell(app, "Lead body: ")
        app.press("Tab", "Tab")
        self.wait_cell(app, "Start: ")
        self.assertFalse(app.has("spin button", "Months later"))
        self.copy("31 Jan 2027\t2028\r\n2/2027\t2028-06\r\n\t1.3.2029\r\n")
        app.press("ctrl+v")
        dates = [("2027-01-31", "2028"), ("2027-02", "2028-06"), (None, "2029-03-01")]
        self.wait_measures("start, end", dates)
        app.find("label", "6 cells selected")

        self.ask_months(app, "1")
        app.press("Return")
        message = app.find("label", "4 dates were shifted. 1 date is a year and stays, because a year moves by whole years only.")
        # It does not lie over what is wanted next.
        wait_for(lambda: driver.ends_above(message, app.find("push button", "Clear")), "the message to stand above the bar")
        moved = [("2027-02-28", "2028"), ("2027-03", "2028-07"), (None, "2029-04-01")]
        self.wait_measures("start, end", [*moved, (None, None)])
        app.find("table cell", "Start: 28 February 2027")
        app.press("ctrl+z")
        self.wait_measures("start, end", [*dates, (None, None)])

        self.ask_months(app, "-12")
        app.click("push button", "Shift")
        app.find("label", "5 dates were shifted.")
        before = [("2026-01-31", "2027"), ("2026-02", "2027-06"), (None, "2028-03-01"), (None, None)]
        self.wait_measures("start, end", before)

        # What was written there since, and is no date, is neither moved nor lost.
        self.copy("soon")
        app.press("ctrl+v")
        app.find("label", driver.ending("6 could not be read and are marked."))
        self.ask_months(app, "12")
        app.press("Return")
        app.find("label", "0 dates were shifted.")
        app.find("table cell", "Start: soon")
        self.assertEqual(len(app.find_all("label", "soon")), 6)
        self.wait_measures("start, end", before)
        app.press("Delete")
        app.find("status bar", "Saved")
        app.quit()
        self.assert_sound()

    def test_spreadsheet(self):
        """Forty rows come from a spreadsheet with mistakes in them: what can be read is taken, what cannot is kept, marked and told."""
        app = self.open()
        self.cell(app, "Lead body: ")
        row = "Youth office\tNobody needs these\t1.3.2027\t31 Dec 2028\tOn track\tHigh"
        wrong = "\"Police \"\"North\"\"\tof\nthe county\"\t\tsoon\t2029\tOn its way\tlow"
        self.copy("\r\n".join([row, wrong, *[row] * 38]) + "\r\n")
        app.press("ctrl+v")
        app.find("label", "198 cells were pasted. 2 could not be read and are marked.")
        self.wait_measures("start, end, status, priority", [("2027-03-01", "2028-12-31", "on-track", "high"),
                                                            (None, "2029", None, "low"),
                                                            *[("2027-03-01", "2028-12-31", "on-track", "high")] * 38,
                                                            (None, None, None, None)])
        self.assertEqual(self.rows("SELECT name FROM actor ORDER BY name"), [('Police "North" of the county',), ("Youth office",)])
        app.find("push button", "Not everything is saved")
        app.press("ctrl+Home")
        wrong_cell = app.find("table cell", "Start: soon")
        self.assertIn("“soon”", wrong_cell.description)
        app.find("table cell", "Status: On its way")

        # What was wrong is mended where it stands.
        app.press("Down", *["Right"] * 6, "F2")
        app.wait_text("text", "Start", "soon")
        app.press("ctrl+a")
        app.type("2028")
        app.press("Return")
        self.wait_measures("start", [("2027-03-01",), ("2028",)])
        app.find("status bar", "Saved")
        app.press("ctrl+z", "ctrl+z")
        self.wait_measures("start, end", [(None, None)] * 41)
        app.quit()
        self.assert_sound()

    def test_looks(self):
        """Rows are filtered and columns hidden, which is kept; the indicators and the costs have tables of their own."""
        app = self.open()
        app.click("entry", "Filter rows")
        app.type("steering group")
        app.find("label", "1 row")
        app.press("ctrl+a", "BackSpace")
        app.find("label", "47 rows")
        self.assertFalse(app.has("table cell", driver.starting("Pillar: ")))
        app.open_popover("push button", "View")
        app.click("check box", "Lead body")
        wait_for(lambda: not app.has("table cell", driver.starting("Lead body: ")), "the column to go")
        app.press("Escape")
        app.click("push button", "Indicators")
        app.find("label", "47 rows")
        app.click("push button", "Costs")
        app.find("label", "Nothing to Show Yet")
        app.quit()
        app = self.open()
        app.find("table cell", driver.starting("Part of this plan: In this plan"))
        self.assertFalse(app.has("table cell", driver.starting("Lead body: ")))
        app.quit()

    def test_large(self):
        """From the first of three thousand rows to the last and back, and to some of them."""
        document = self.draft(self.plan)
        del document["plan"]["pillars"][1:]
        objective, = document["plan"]["pillars"][0]["objectives"]
        model = {"title": "", "situation": "missing", **{name: objective["measures"][0][name] for name in ("created", "modified")}}
        objective["measures"] = [{**model, "id": str(uuid.uuid4()), "title": f"Measure number {index}"} for index in range(1, 3001)]
        file = self.home / "large.json"
        file.write_text(json.dumps(document), "utf-8")
        self.library.unlink()
        self.cli("import", str(file))
        app = self.start()
        app.open_plan("")
        app.section("Table")
        app.find("label", "3000 rows")
        self.cell(app, "Measure: Measure number 1")
        # Faster than anything is drawn, and none of the keys is lost.
        app.press(*["Page_Down"] * 30, *["Page_Up"] * 30)
        self.wait_cell(app, "Measure: Measure number 1")
        app.press(*["Down"] * 150)
        self.wait_cell(app, "Measure: Measure number 151")
        app.press("ctrl+End", "Home", "Right")
        self.wait_cell(app, "Measure: Measure number 3000")
        app.type("The last one")
        app.press("Return", "ctrl+Home", "Right")
        self.wait_cell(app, "Measure: Measure number 1")
        self.assertEqual(self.rows("SELECT title FROM measure WHERE title NOT LIKE 'Measure number %'"), [("The last one",)])
        app.press(*["Down"] * 150)
        self.wait_cell(app, "Measure: Measure number 151")
        app.click("entry", "Filter rows")
        app.type("number 299")
        app.find("label", "11 rows")
        app.quit()


driver.main()
