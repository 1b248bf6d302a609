#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""A planner puts the tree of measures in order: with the keys, with the mouse, with the clipboard."""

import re

import driver
from driver import ending, wait_for

ADOPT = "Adopt the plan and name one body that coordinates it"
STEERING = "Set up a multi-agency steering group for the plan"
ANALYSE = "Analyse the situation and record the starting point"
REPORT = "Publish a progress report every year"
BUDGET = "Give the plan a budget line of its own"
DATA = "Name a focal point for data that observes the situation and protects every child"
GOVERNANCE = [ADOPT, STEERING, ANALYSE, REPORT, BUDGET, DATA]
CONSULT = "Consult a panel of children on the plan, safely and throughout"


class Tree(driver.Case):
    def setUp(self):
        super().setUp()
        self.plan = self.new_plan(title="Freiburg protects children")
        self.app = self.start()
        self.app.open_plan("Freiburg protects children")
        self.app.section("Measures")
        self.app.tree_list()

    def titles(self, parent):
        """The titles below an element, in the order of the library file."""
        return [title for title, in self.rows(
            "SELECT coalesce(pillar.title, objective.title, measure.title) FROM element "
            "LEFT JOIN pillar USING (id) LEFT JOIN objective USING (id) LEFT JOIN measure USING (id) "
            "WHERE kind IN ('pillar', 'objective', 'measure') AND parent = "
            "(SELECT id FROM element LEFT JOIN objective USING (id) LEFT JOIN pillar USING (id) LEFT JOIN plan USING (id) "
            "WHERE coalesce(plan.title, pillar.title, objective.title) = ?) ORDER BY position", parent)]

    def wait_titles(self, parent, expected):
        wait_for(lambda: self.titles(parent) == expected, f"the order {expected}, not {self.titles(parent)}")

    def objective(self):
        return self.rows("SELECT title FROM objective JOIN element USING (id) ORDER BY element.id")[0][0]

    def test_move_with_keys(self):
        app, objective = self.app, self.objective()
        pillars = self.titles("Freiburg protects children")
        self.assertEqual(self.titles(objective), GOVERNANCE)

        app.select(ANALYSE)
        app.press("alt+Up")
        self.wait_titles(objective, [ADOPT, ANALYSE, STEERING, REPORT, BUDGET, DATA])
        app.press("alt+Down")
        self.wait_titles(objective, GOVERNANCE)
        app.press("alt+Down")
        self.wait_titles(objective, [ADOPT, STEERING, REPORT, ANALYSE, BUDGET, DATA])
        wait_for(lambda: "1.1.4 " + ANALYSE in app.tree_rows(), "the new number in the tree")

        # A pillar goes with everything below it.
        app.select("Prevention")
        app.press("alt+Up")
        self.wait_titles("Freiburg protects children", ["Prevention", "Governance", *pillars[2:]])
        document = self.draft(self.plan)
        self.assertEqual([pillar["title"] for pillar in document["plan"]["pillars"]],
                         ["Prevention", "Governance", *pillars[2:]])
        self.assertEqual(len(document["plan"]["pillars"][0]["objectives"][0]["measures"]), 14)
        self.assertEqual([measure["title"] for measure in document["plan"]["pillars"][1]["objectives"][0]["measures"]],
                         [ADOPT, STEERING, REPORT, ANALYSE, BUDGET, DATA])

        app.press("ctrl+z")
        self.wait_titles("Freiburg protects children", pillars)
        for _ in range(3):
            app.press("ctrl+z")
        self.wait_titles(objective, GOVERNANCE)
        self.assertEqual(self.titles("Freiburg protects children"), pillars)
        self.assert_sound()

    def test_drag(self):
        app, objective = self.app, self.objective()
        self.screen.manage(self.screen.top_window())
        dragged = app.place_of(app.select(BUDGET))
        x, y = app.place_of(app.find("list item", ending(ADOPT)))
        app.drag(dragged, (x, y - 10))
        self.wait_titles(objective, [BUDGET, ADOPT, STEERING, ANALYSE, REPORT, DATA])
        wait_for(lambda: "1.1.1 " + BUDGET in app.tree_rows(), "the new number in the tree")
        self.assertEqual([measure["title"] for measure in driver.measures(self.draft(self.plan))][:5],
                         [BUDGET, ADOPT, STEERING, ANALYSE, REPORT])

    def test_clipboard(self):
        app, objective = self.app, self.objective()
        participation = "Children shape the plan and the services"
        before = self.titles(participation)

        app.select(STEERING)
        app.press("ctrl+x")
        self.wait_titles(objective, [ADOPT, ANALYSE, REPORT, BUDGET, DATA])
        app.select(CONSULT)
        app.press("ctrl+v")
        wait_for(lambda: sorted(self.titles(participation)) == sorted([*before, STEERING]), "the pasted measure")

        app.select(ADOPT)
        app.press("ctrl+c")
        app.press("ctrl+v")
        wait_for(lambda: self.titles(objective).count(ADOPT) == 2, "the copy")
        app.select(REPORT)
        app.press("ctrl+d")
        wait_for(lambda: self.titles(objective).count(REPORT) == 2, "the duplicate")

        # All are different elements.
        identities = self.rows("SELECT count(*), count(DISTINCT uuid) FROM element")[0]
        self.assertEqual(identities[0], identities[1])
        self.assertEqual(self.rows("SELECT count(*) FROM measure"), [(49,)])
        self.assertEqual(len(list(driver.measures(self.draft(self.plan)))), 49)
        self.assert_sound()

    def test_clipboard_between_plans(self):
        """An objective goes to another plan with all its measures; each plan can be taken back alone."""
        app, objective = self.app, self.objective()
        other = self.new_plan(title="Utrecht protects children", authority="Gemeente Utrecht", country="NL")
        app.select(objective)
        app.press("ctrl+c")
        app.click("push button", "Back to all plans")
        app.open_plan("Utrecht protects children")
        app.section("Measures")
        app.select("Prevention")
        app.press("ctrl+v")
        self.wait_rows([(2,)], f"SELECT count(*) FROM objective WHERE title = '{objective}' AND id IN "
                       "(SELECT id FROM element WHERE plan = (SELECT id FROM element WHERE uuid = ?))", other)
        self.assertEqual([measure["title"] for measure in driver.measures(self.draft(other))].count(ADOPT), 2)
        self.assertEqual([measure["title"] for measure in driver.measures(self.draft(self.plan))].count(ADOPT), 1)

        # The copies are elements of their own.
        identities = self.rows("SELECT count(*), count(DISTINCT uuid) FROM element")[0]
        self.assertEqual(identities[0], identities[1])
        self.validator().validate(self.draft(other))

        app.press("ctrl+z")
        wait_for(lambda: [measure["title"] for measure in driver.measures(self.draft(other))].count(ADOPT) == 1,
                 "the paste to be taken back")
        app.quit()
        self.assert_sound()

    def test_add(self):
        """What is added can be named at once, and three quick keys take three steps back, also where a row goes."""
        app, objective = self.app, self.objective()
        app.select(DATA)
        app.menu("Add, copy, move or delete", "Add Measure")
        wait_for(lambda: app.focus_name() == "Title", "the title to have the keyboard")
        app.type("Pay for the plan")
        self.wait_titles(objective, [*GOVERNANCE, "Pay for the plan"])

        app.click("push button", "Add Milestone")
        app.type("The council votes")
        self.wait_rows([("The council votes",)], "SELECT title FROM milestone")
        app.press("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
        self.wait_titles(objective, GOVERNANCE)
        self.assertEqual(self.rows("SELECT count(*) FROM milestone"), [(0,)])
        self.assert_sound()

    def test_delete_and_undo(self):
        app, objective = self.app, self.objective()
        before = self.rows("SELECT count(*) FROM element")
        app.select(objective)
        app.press("Delete")
        self.wait_rows([(0,)], "SELECT count(*) FROM objective WHERE title = ?", objective)
        self.assertEqual(self.rows("SELECT count(*) FROM measure"), [(41,)])
        app.find("push button", "Undo Delete Objective")
        app.click("push button", "Undo")
        self.wait_rows(before, "SELECT count(*) FROM element")
        self.assertEqual(self.titles(objective), GOVERNANCE)
        app.find("push button", "Redo Delete Objective")

        # The message goes with the next edit: its button would take that back.
        app.select(ADOPT)
        app.press("Delete")
        app.find("push button", "Undo")
        app.select(STEERING)
        app.press("alt+Down")
        app.wait_gone("push button", "Undo")
        app.press("ctrl+z", "ctrl+z")
        self.wait_titles(objective, GOVERNANCE)

        # And with the plan.
        app.select(ADOPT)
        app.press("Delete")
        app.find("push button", "Undo")
        app.click("push button", "Back to all plans")
        app.find("list", "Plans")
        app.wait_gone("push button", "Undo")
        self.assert_sound()

    def test_filter(self):
        app = self.app
        app.select(ADOPT)
        app.press("ctrl+f")
        app.type("PANEL of children")
        wait_for(lambda: [row for row in app.tree_rows() if re.match(r"\d\.\d\.\d", row)] == ["5.1.1 " + CONSULT],
                 "only what fits")
        self.assertEqual([row.split(" ")[0] for row in app.tree_rows()], ["5", "5.1", "5.1.1"])
        app.press("Escape")
        wait_for(lambda: len(app.tree_rows()) > 3, "more than what fits")
        self.assertEqual(len(app.all_tree_rows()), 57)


driver.main()
