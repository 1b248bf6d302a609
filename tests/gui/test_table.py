#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""The plan as a table, filled in as people fill in a spreadsheet."""

import ast
import json
import re
import uuid

import driver
import tree
from driver import wait_for


class Table(driver.Case):
    def setUp(self):
        super().setUp()
        self.plan = self.new_plan()

    def open(self):
        app = self.start()
        app.open_plan("")
        app.section("Table")
        app.find("label", "47 rows")
        return app

    def cell(self, app, start):
        return app.click("table cell", driver.starting(start))

    def wait_cell(self, app, name):
        """The cell that has the keyboard."""
        wait_for(lambda: app.focus_name() == name, f"the keyboard in “{name}”")

    def measures(self, columns, n):
        return self.rows(f"SELECT {columns} FROM measure JOIN element USING (id) JOIN (SELECT id AS objective_id, position AS "
                         "objective_position, parent AS pillar FROM element) ON parent = objective_id JOIN (SELECT id AS pillar_id, "
                         "position AS pillar_position FROM element) ON pillar = pillar_id "
                         f"ORDER BY pillar_position, objective_position, position LIMIT {n}")

    def wait_measures(self, columns, expected):
        try:
            wait_for(lambda: self.measures(columns, len(expected)) == expected, "the library file")
        except driver.Waiting:
            self.assertEqual(self.measures(columns, len(expected)), expected)

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

    def column_order(self, app, *labels):
        """Columns as they stand beside each other."""
        places = {label: app.find("table cell", driver.starting(label + ": ")).extents()[0] for label in labels}
        return sorted(labels, key=places.get)

    def wait_order(self, app, *labels):
        wait_for(lambda: self.column_order(app, *labels) == list(labels), f"the order {labels}")

    def first_rows(self, app, n):
        """The titles at the top of the table, and the headings among them."""
        rows = [*app.find_all("heading", re.compile(" measures?$")), *app.find_all("table cell", driver.starting("Measure: "))]
        rows.sort(key=lambda node: node.extents()[1])
        return [node.name.removeprefix("Measure: ") for node in rows][:n]

    def wait_first_rows(self, app, *expected):
        try:
            wait_for(lambda: self.first_rows(app, len(expected)) == list(expected), "the rows")
        except driver.Waiting:
            self.assertEqual(self.first_rows(app, len(expected)), list(expected))

    def kept(self, key):
        """What the settings say of the tables."""
        file = self.home / "config" / "glib-2.0" / "settings" / "keyfile"
        line = re.search(rf"^{key}=(.*)$", file.read_text("utf-8"), re.MULTILINE) if file.exists() else None
        return ast.literal_eval(line[1].removeprefix("@as ")) if line else None

    def wait_kept(self, key, expected):
        wait_for(lambda: self.kept(key) == expected, f"“{key}” to be kept")

    def test_columns(self):
        """Columns are moved with the keyboard and by dragging, and stay where they were put; until they are reset."""
        app = self.open()
        self.wait_order(app, "Part of this plan", "Situation today", "Lead body", "Partners")
        app.open_popover("push button", "View")
        app.click("push button", "Move “Lead body” Up")
        self.wait_order(app, "Part of this plan", "Lead body", "Situation today")
        # To the first place, past a column that is hidden: the keyboard stays with it.
        app.press("space")
        self.wait_order(app, "Lead body", "Part of this plan", "Situation today")
        app.press("space")
        wait_for(lambda: app.focus_name() == "Move “Lead body” Down", "the keyboard to go to the other button")
        self.assertEqual(app.find("check box", "Lead body").description, "Place 1 of 13")
        app.press("shift+Tab", "alt+Down")
        wait_for(lambda: app.find("check box", "Lead body").description == "Place 2 of 13", "the column to be moved back")
        self.assertEqual(app.focus_name(), "Lead body")
        app.press("Escape")
        order = ["pillar", "lead", "inclusion", "situation", "partners", "start", "end", "status", "priority", "cost", "indicator",
                 "baseline", "target"]
        self.wait_kept("column-order", [f"measures/{name}" for name in order])

        app.quit()

        app = self.open()
        self.wait_order(app, "Lead body", "Part of this plan", "Situation today", "Partners")
        self.drag_heading(app, "Partners", "Part of this plan")
        self.wait_order(app, "Lead body", "Partners", "Part of this plan", "Situation today")
        order.insert(2, order.pop(order.index("partners")))
        self.wait_kept("column-order", [f"measures/{name}" for name in order])
        app.quit()

        app = self.open()
        self.wait_order(app, "Lead body", "Partners", "Part of this plan", "Situation today")
        app.open_popover("push button", "View")
        app.click("check box", "Pillar")
        self.wait_order(app, "Pillar", "Lead body", "Partners", "Part of this plan")
        app.click("push button", "Reset Columns")
        wait_for(lambda: not app.has("table cell", driver.starting("Pillar: ")), "the column to be hidden again")
        self.wait_order(app, "Part of this plan", "Situation today", "Lead body", "Partners")
        self.wait_kept("column-order", [])
        app.press("Escape")
        app.quit()

    def drag_heading(self, app, label, before):
        """Drags a column before another, until its heading is seen there."""
        (start, y), (end, _) = self.place_above(app, label), self.place_above(app, before)

        def has_followed():
            self.screen.point(end - 61, y)
            self.screen.point(end - 60, y)
            return app.find("label", label).extents()[0] <= app.find("label", before).extents()[0] + 1

        app.point_through(start, y)
        self.screen.hold()
        for step in range(1, 9):
            self.screen.point(start + (end - 60 - start) * step // 8, y)
        wait_for(has_followed, "the heading to follow")
        self.screen.release()

    def place_above(self, app, label):
        """The middle of the heading above the first row, as a pointer goes there."""
        cell = app.find("table cell", driver.starting(label + ": "))
        x, y = app.place_of(cell)
        return x, y - cell.extents()[3]

    def test_sort(self):
        """Rows are sorted with the keyboard or by a click on a heading, which is one and the same; it is kept, and given up."""
        app = self.open()
        plan_order = ["Adopt the plan and name one body that coordinates it",
                      "Set up a multi-agency steering group for the plan"]
        self.wait_first_rows(app, *plan_order)
        titles = sorted(title for title, in self.rows("SELECT title FROM measure"))
        app.open_popover("push button", "View")
        self.assertFalse(app.find("push button", "Descending").has(tree.SENSITIVE))
        app.press("Tab") if app.focus_name() != "Sort By" else None
        app.choose("Sort By", "Measure")
        self.wait_first_rows(app, *titles[:3])
        app.click("push button", "Descending")
        self.wait_first_rows(app, *titles[:-4:-1])
        self.wait_kept("sorted-tables", ["measures/title/descending"])
        app.press("Escape")
        app.quit()

        app = self.open()
        self.wait_first_rows(app, *titles[:-4:-1])
        # A click on its heading is the other direction; one on another heading sorts by that instead.
        x, y = self.place_above(app, "Measure")
        app.click_at((x, y), 1)
        self.wait_first_rows(app, *titles[:3])
        self.wait_kept("sorted-tables", ["measures/title"])
        app.click_at(self.place_above(app, "Situation today"), 1)
        self.wait_kept("sorted-tables", ["measures/situation"])
        self.wait_first_rows(app, *plan_order)
        app.open_popover("push button", "View")
        app.find("combo box", "Sort By")
        app.choose("Sort By", "Measure")
        self.wait_first_rows(app, *titles[:3])
        app.choose("Sort By", "Order of the plan")
        self.wait_first_rows(app, *plan_order)
        self.wait_kept("sorted-tables", [])
        app.press("Escape")
        app.quit()

    def test_groups(self):
        """Rows stand by pillar below headings, which the keyboard passes over and which are neither copied nor pasted to."""
        app = self.open()
        app.open_popover("push button", "View")
        app.click("check box", "Group by Pillar")
        app.press("Escape")
        governance = [title for title, in self.measures("title", 6)]
        prevention = [title for title, in self.measures("title", 20)][6:]
        self.wait_first_rows(app, "Governance: 6 measures", *governance, "Prevention: 14 measures", *prevention[:3])
        app.find("label", "47 rows")

        # The last of a pillar and the first of the next are beside each other, and nothing is before the first.
        self.cell(app, f"Measure: {governance[0]}")
        app.press("Up", "shift+Tab", "Right", *["Down"] * 5)
        self.wait_cell(app, f"Measure: {governance[5]}")
        app.press("Down")
        self.wait_cell(app, f"Measure: {prevention[0]}")
        app.press("Home", "shift+Tab")
        app.press("Home", "Right")
        self.wait_cell(app, f"Measure: {governance[5]}")
        app.press("shift+Down")
        app.find("label", "2 cells selected")
        # A click on a heading goes nowhere.
        app.click("heading", "Prevention: 14 measures")
        app.find("label", "2 cells selected")

        # What is copied has no heading in it, and what is pasted goes past it.
        app.press("ctrl+c", "Escape", "Up", "Up", "ctrl+v")
        app.find("label", "2 cells were pasted.")
        copied = [governance[5], prevention[0]]
        self.wait_measures("title", [(title,) for title in [*governance[:4], *copied, prevention[0]]])
        self.copy("One\nTwo\nThree\n")
        app.press("Escape", "ctrl+v")
        app.find("label", "3 cells were pasted.")
        self.wait_measures("title", [(title,) for title in [*governance[:4], governance[5], "One", "Two", "Three", *prevention[2:4]]])
        self.assertEqual(self.rows("SELECT count(*) FROM pillar WHERE title IN ('One', 'Two', 'Three')"), [(0,)])
        app.press("ctrl+z", "ctrl+z")
        self.wait_measures("title", [(title,) for title in [*governance, *prevention[:2]]])

        # Sorted within the pillars, and a heading stands only where something is below it; both are kept.
        app.open_popover("push button", "View")
        app.choose("Sort By", "Measure")
        self.wait_first_rows(app, "Governance: 6 measures", *sorted(governance), "Prevention: 14 measures", *sorted(prevention)[:2])
        app.press("Escape")
        app.click("entry", "Filter rows")
        app.type("campaign")
        app.find("label", "1 row")
        self.wait_first_rows(app, "Prevention: 1 measure", "Run a public campaign every year and mark 18 November")
        self.assertEqual(len(app.find_all("heading", re.compile(" measures?$"))), 1)
        self.wait_kept("grouped-tables", ["measures/pillar"])
        app.quit()
        app = self.open()
        self.wait_first_rows(app, "Governance: 6 measures", *sorted(governance))
        app.quit()

    def test_narrow(self):
        """On half of a small screen all can be reached, whatever the language; names of measures are cut off where there is an end to
        be seen."""
        for language, section, buttons in (
                ("de", "Tabelle", ["Ansicht", "Alle setzen", "Nach unten ausfüllen", "Termine verschieben", "Leeren"]),
                ("fr", "Tableau", ["Affichage", "Tout remplir", "Recopier vers le bas", "Décaler les dates", "Effacer"])):
            app = self.start(env={"LANGUAGE": language})
            app.click("list item", re.compile("Freiburg"))
            app.click("list item", driver.starting(section))
            app.find("label", re.compile("^47 "))
            self.screen.resize(self.screen.top_window(), 640, 700)
            wait_for(lambda app=app: app.window().extents()[2] <= 640, "the window to be as narrow as that")
            for name in buttons:
                wait_for(lambda app=app, name=name: self.is_whole(app, app.find("push button", driver.starting(name))), f"the whole of “{name}”")
            title = app.find("table cell", re.compile("Adopt the plan"))
            number = app.find("table cell", re.compile(": 1.1.1$"))
            wait_for(lambda nodes=(title, number): sum(node.extents()[2] for node in nodes) <= 320, "names to make room")
            # The next of them begins as wide as this one ends.
            self.screen.resize(self.screen.top_window(), 1200, 760)
            wait_for(lambda app=app: app.window().extents()[2] >= 1000, "the window to be wide again")
            app.quit()

    @staticmethod
    def is_whole(app, node):
        """Whether a button lies in the window with all of it, and its label with all its letters, none of which is much narrower than that."""
        x, _, width, _ = node.extents()
        label = next(child for child in node.walk() if child.role == "label")
        return x >= 0 and x + width <= app.window().extents()[2] and label.extents()[2] >= 6 * len(node.name)

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
