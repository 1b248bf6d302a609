#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""A planner tidies up: several measures at once, bodies that are named elsewhere, lists from a letter."""

import re
import subprocess

import driver
import tree
from driver import ending, starting, wait_for

ADOPT = "Adopt the plan and name one body that coordinates it"
STEERING = "Set up a multi-agency steering group for the plan"
ANALYSE = "Analyse the situation and record the starting point"
REPORT = "Publish a progress report every year"
BUDGET = "Give the plan a budget line of its own"
DATA = "Name a focal point for data that observes the situation and protects every child"
CONSULT = "Consult a panel of children on the plan, safely and throughout"
GOVERNANCE = [ADOPT, STEERING, ANALYSE, REPORT, BUDGET, DATA]


class Several(driver.Case):
    def setUp(self):
        super().setUp()
        self.plan = self.new_plan(title="Freiburg protects children")
        self.app = self.start()
        self.app.open_plan("Freiburg protects children")
        self.app.section("Measures")
        self.app.tree_list()
        self.objective = self.rows("SELECT title FROM objective JOIN element USING (id) ORDER BY element.id")[0][0]

    def titles(self, objective=None):
        """The measures below an objective, in the order of the library file."""
        return [title for title, in self.rows(
            "SELECT title FROM measure JOIN element USING (id) WHERE parent = (SELECT id FROM objective WHERE title = ?) "
            "ORDER BY position", objective or self.objective)]

    def wait_titles(self, expected, objective=None):
        wait_for(lambda: self.titles(objective) == expected, f"the order {expected}, not {self.titles(objective)}")

    def selected(self):
        return [row.name.split(" ", 1)[1] for row in self.app.find_all("list item", re.compile("^[0-9.]+ "),
                                                                      within=self.app.tree_list(), shown=False)
                if row.has(tree.SELECTED)]

    def wait_selected(self, *expected):
        wait_for(lambda: self.selected() == list(expected), f"{expected} to be selected, not {self.selected()}")

    def point_at(self, title, above=0):
        x, y = self.app.place_of(self.app.find("list item", ending(title)))
        return x, y - above

    def test_rhythm_of_deleting(self):
        """One Delete after the other goes through an objective, and ends at the objective."""
        app = self.app
        app.select(ANALYSE)
        app.press("Delete")
        self.wait_selected(REPORT)
        app.press("Delete")
        self.wait_selected(BUDGET)
        app.press("Delete")
        self.wait_selected(DATA)
        app.press("Delete")
        self.wait_selected(STEERING)
        app.press("Delete", "Delete")
        self.wait_titles([])
        self.wait_selected(self.objective)
        app.press("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
        self.wait_titles(GOVERNANCE)

        # What takes others along says so.
        app.select("Prevention")
        app.press("Delete")
        app.find("label", "“Prevention” and 14 measures were deleted.")
        app.quit()
        self.assert_sound()

    def test_addition_taken_back(self):
        """Who takes back what was just added is again where they came from, whatever stands there now."""
        app = self.app
        app.select(STEERING)
        app.press("ctrl+n")
        self.wait_selected("Without a name")
        app.press("ctrl+z")
        self.wait_titles(GOVERNANCE)
        self.wait_selected(STEERING)
        app.find("label", "Undone: “Without a name” is gone again.")
        app.press("ctrl+shift+z")
        self.wait_selected("Without a name")
        app.press("ctrl+z")
        self.wait_selected(STEERING)

        # Several come back as several.
        app.select(STEERING)
        app.press("shift+Down")
        self.wait_selected(STEERING, ANALYSE)
        app.press("ctrl+d")
        self.wait_titles([ADOPT, STEERING, ANALYSE, STEERING, ANALYSE, REPORT, BUDGET, DATA])
        app.press("ctrl+z")
        self.wait_titles(GOVERNANCE)
        self.wait_selected(STEERING, ANALYSE)

        # What is deleted has been added, too: there it goes on with the next.
        app.select(ADOPT)
        app.press("ctrl+n")
        self.wait_selected("Without a name")
        app.select("Without a name")
        app.press("Delete")
        self.wait_titles(GOVERNANCE)
        self.wait_selected(STEERING)
        app.quit()
        self.assert_sound()

    def test_several_with_keys(self):
        app = self.app
        app.select(STEERING)
        app.press("shift+Down")
        self.wait_selected(STEERING, ANALYSE)
        app.find("label", "2 elements selected")
        app.press("alt+Down")
        self.wait_titles([ADOPT, REPORT, STEERING, ANALYSE, BUDGET, DATA])
        self.wait_selected(STEERING, ANALYSE)
        app.press("ctrl+d")
        self.wait_titles([ADOPT, REPORT, STEERING, ANALYSE, STEERING, ANALYSE, BUDGET, DATA])
        app.press("Delete")
        self.wait_titles([ADOPT, REPORT, STEERING, ANALYSE, BUDGET, DATA])
        self.wait_selected(BUDGET)
        app.find("label", "2 measures were deleted.")
        app.press("ctrl+z")
        self.wait_titles([ADOPT, REPORT, STEERING, ANALYSE, STEERING, ANALYSE, BUDGET, DATA])
        app.find("label", "Undone: 2 elements are back.")
        app.find("label", "2 elements selected")
        app.press("ctrl+z", "ctrl+z")
        self.wait_titles(GOVERNANCE)

        app.select(ADOPT)
        app.press("shift+Down", "shift+Down", "ctrl+x")
        self.wait_titles([REPORT, BUDGET, DATA])
        app.select(CONSULT)
        app.press("ctrl+v")
        wait_for(lambda: self.selected() == [ADOPT, STEERING, ANALYSE], "what was pasted to be selected")
        self.assertEqual(self.rows("SELECT count(*) FROM measure"), [(47,)])
        app.press("ctrl+z", "ctrl+z")
        self.wait_titles(GOVERNANCE)

        app.press("ctrl+a")
        app.find("label", re.compile("^5[0-9] elements selected"))
        app.press("Delete")
        self.wait_rows([(0,)], "SELECT count(*) FROM measure")
        app.find("label", "No measures yet")
        app.press("ctrl+z")
        self.wait_rows([(47,)], "SELECT count(*) FROM measure")
        app.quit()
        self.assert_sound()

    def test_several_with_the_pointer(self):
        app = self.app
        self.screen.manage(self.screen.top_window())
        app.select(STEERING)
        subprocess.run(["xdotool", "keydown", "ctrl"], check=True)
        app.click("list item", ending(REPORT))
        subprocess.run(["xdotool", "keyup", "ctrl"], check=True)
        self.wait_selected(STEERING, REPORT)

        # Both come with the one that is dragged, also where they are shown to land.
        app.drag(self.point_at(REPORT), self.point_at(ADOPT, 10))
        self.wait_titles([STEERING, REPORT, ADOPT, ANALYSE, BUDGET, DATA])
        self.wait_selected(STEERING, REPORT)
        app.press("ctrl+z")
        self.wait_titles(GOVERNANCE)

        # A click on one of them means that one.
        app.click("list item", ending(STEERING))
        self.wait_selected(STEERING)
        app.find("text", "Title")
        app.quit()

    def name_lead(self, title, typed):
        """Types into the lead's popover, and presses Enter."""
        self.app.select(title)
        self.app.open_popover("push button", re.compile("^Lead body"))
        self.app.find("entry", "Name of the body")
        self.app.type(typed)
        self.app.press("Return")
        self.app.wait_gone("entry", "Name of the body")

    def leads(self):
        return self.rows("SELECT measure.title, actor.name FROM measure JOIN element USING (id) "
                         "JOIN element AS body ON body.uuid = lead JOIN actor ON actor.id = body.id ORDER BY element.position")

    def test_bodies(self):
        """Enter takes the body that fits; one that is named elsewhere is not deleted without a word."""
        app = self.app
        self.name_lead(ADOPT, "Jugendamt Freiburg")
        wait_for(lambda: self.leads() == [(ADOPT, "Jugendamt Freiburg")], "the lead")
        self.name_lead(STEERING, "jug")
        wait_for(lambda: len(self.leads()) == 2, "the lead of the second measure")
        self.assertEqual(self.rows("SELECT name FROM actor"), [("Jugendamt Freiburg",)])

        # The new one is the row behind those that fit.
        app.select(ANALYSE)
        app.open_popover("push button", re.compile("^Lead body"))
        app.find("entry", "Name of the body")
        app.type("jug")
        app.find("list item", "Create “jug”")
        app.press("Down", "Return")
        wait_for(lambda: self.leads()[2:] == [(ANALYSE, "jug")], "the new body")

        app.section("Actors and funding")
        app.click("list item", starting("Jugendamt Freiburg"))
        app.click("push button", "Delete")
        app.find("label", "Delete “Jugendamt Freiburg”?")
        app.find("label", "It leads 2 measures.")
        app.press("Escape")
        app.wait_gone("label", "Delete “Jugendamt Freiburg”?")
        self.assertEqual(self.rows("SELECT count(*) FROM actor"), [(2,)])

        app.click("push button", "Delete")
        app.click("combo box", "Put in its place")
        wait_for(app.has_popover, "the list of bodies")
        app.type("jug")
        app.press("Return")
        wait_for(lambda: not app.has_popover(), "the list of bodies to close")
        app.click("push button", "Delete", within=app.window())
        self.wait_rows([("jug",)], "SELECT name FROM actor")
        self.assertEqual(self.leads(), [(ADOPT, "jug"), (STEERING, "jug"), (ANALYSE, "jug")])
        app.find("label", "“Jugendamt Freiburg” was deleted.")
        app.click("push button", "Undo")
        wait_for(lambda: self.leads() == [(ADOPT, "Jugendamt Freiburg"), (STEERING, "Jugendamt Freiburg"), (ANALYSE, "jug")],
                 "all to be back")

        # In another plan there is no such body: it comes along.
        other = self.new_plan(title="Utrecht protects children")
        app.section("Measures")
        app.select(STEERING)
        app.press("ctrl+c")
        app.press("ctrl+w")
        app.open_plan("Utrecht protects children")
        app.section("Measures")
        app.select(ADOPT)
        app.press("ctrl+v")
        wait_for(lambda: [actor["name"] for actor in self.draft(other)["plan"].get("actors", [])] == ["Jugendamt Freiburg"],
                 "the body in the other plan")
        app.quit()
        self.assert_sound()

    def test_list_of_lines(self):
        app = self.app
        app.select(ADOPT)
        app.click("text", "Description")
        app.press("ctrl+a")
        app.type("1. Train the trainers\n\n- Open a helpline")
        app.press("ctrl+a", "ctrl+c")
        app.select(ADOPT)
        app.press("ctrl+v")
        self.wait_titles([ADOPT, "Train the trainers", "Open a helpline", *GOVERNANCE[1:]])
        self.wait_selected("Train the trainers", "Open a helpline")
        app.find("label", "2 measures were added.")
        app.press("ctrl+z")
        self.wait_titles(GOVERNANCE)
        self.wait_selected(ADOPT)

        # What is no list and no element says so.
        app.select(ADOPT)
        app.click("text", "Title")
        app.press("ctrl+a", "ctrl+c")
        app.select(ADOPT)
        app.press("ctrl+v")
        app.find("label", "This cannot be pasted here")
        app.press("Return")
        app.wait_gone("label", "This cannot be pasted here")
        self.assertEqual(self.titles(), GOVERNANCE)
        app.quit()


driver.main()
