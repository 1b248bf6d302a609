#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""The table as people arrange it: the order of its columns and rows, its groups, half of a screen."""

import ast
import re

import driver
import tree
from driver import wait_for
from table import TableCase


class View(TableCase):
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


driver.main()
