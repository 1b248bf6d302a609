#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""From a template to a plan that can be submitted: what is part of it, and what is still missing, one after the other."""

import json
import re

import driver
import tree
from driver import wait_for


class Afternoon(driver.Case):
    def open(self):
        self.plan = self.new_plan()
        app = self.start()
        app.open_plan("")
        return app

    def decisions(self):
        return self.rows("SELECT m.inclusion, count(*) FROM measure m GROUP BY m.inclusion ORDER BY 1")

    def test_decide(self):
        """What is part of the plan is said where one says where one stands; what is left out needs nothing and stays on record."""
        app = self.open()
        app.section("Where do we stand?")
        app.find("label", re.compile("^Measure 1 of 47"))
        app.find("radio button", "In this plan")
        app.press("4")
        app.find("label", "1 of 47 measures answered")
        app.press("7")
        wait_for(lambda: self.decisions() == [(None, 46), ("later", 1)], "“Later” in the file")
        app.fill("Reason for leaving it out", "After the new school has opened")
        app.click("push button", "Next")

        # Decided against without a word on the situation: that is an answer too.
        app.find("label", re.compile("^Measure 2 of 47"))
        app.press("8")
        app.find("label", "2 of 47 measures answered")
        app.press("Return")
        # What does not apply is not for us, as long as nothing else is said.
        app.find("label", re.compile("^Measure 3 of 47"))
        app.click("radio button", "Not applicable")
        app.find("label", "3 of 47 measures answered")
        wait_for(lambda: app.find("radio button", "Not for us").has(tree.CHECKED), "the answer that follows")
        self.assertEqual(self.decisions(), [(None, 45), ("excluded", 1), ("later", 1)])

        app.section("Measures")
        app.all_tree_rows()
        left_out = self.rows("SELECT title FROM measure WHERE inclusion IS NOT NULL OR situation IS NOT NULL ORDER BY id")
        for title, in left_out:
            row = app.find_row(driver.ending(title), app.tree_list())
            self.assertEqual(row.description, "Not part of this plan")
        app.section("Overview")
        app.find("label", "In this plan 44 · Later 1 · Not for us 2")
        app.quit()

        plan = self.draft(self.plan)
        self.validator().validate(plan)
        measure = next(driver.measures(plan))
        self.assertEqual((measure["inclusion"], measure["inclusion_note"]), ("later", "After the new school has opened"))
        self.assertEqual([plan["measures"] for plan in json.loads(self.cli("list", "--json"))], [44])
        self.assert_sound()


driver.main()
