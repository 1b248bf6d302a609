#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""A planner works on one measure: who, when, for how much; takes it back, also the day after."""

import re

import driver
from driver import wait_for

MEASURE = "Train all staff and volunteers who are in regular contact with children"
NEW_TITLE = "Train all staff of schools and clubs"
DESCRIPTION = "Two hours each year.\nFor everyone who works with children."


class Edit(driver.Case):
    def setUp(self):
        super().setUp()
        self.plan = self.new_plan(title="Freiburg protects children")
        self.measure, self.description = self.rows(
            "SELECT uuid, description FROM measure JOIN element USING (id) WHERE title = ?", MEASURE)[0]

    def open(self):
        app = self.start()
        app.open_plan("Freiburg protects children")
        app.section("Measures")
        return app

    def wait_measure(self, columns, *expected):
        self.wait_rows([expected], f"SELECT {columns} FROM measure JOIN element USING (id) WHERE uuid = ?", self.measure)

    def name_body(self, app, button, name):
        """Names a body that the plan does not know yet."""
        app.click("push button", button)
        app.find("entry", "Name of the body")
        app.type(name)
        app.wait_text("entry", "Name of the body", name)
        app.press("Return")
        app.wait_gone("entry", "Name of the body")

    def test_fields(self):
        app = self.open()
        app.select(MEASURE)

        app.fill("Title", NEW_TITLE)
        self.wait_measure("title", NEW_TITLE)
        app.fill("Description", DESCRIPTION)
        self.wait_measure("description", DESCRIPTION)
        app.choose("Situation today", "Missing")
        self.wait_measure("situation", "missing")

        self.name_body(app, re.compile("^Lead body"), "Amt fuer Schule und Bildung")
        self.wait_rows([("Amt fuer Schule und Bildung",)],
                       "SELECT name FROM measure JOIN element AS m USING (id) JOIN element AS a ON a.uuid = lead "
                       "JOIN actor ON actor.id = a.id WHERE m.uuid = ?", self.measure)

        # Half of a date is a date.
        app.fill("Start", "2027-03")
        self.wait_measure("start", "2027-03")
        app.fill("End", "2029")
        self.wait_measure("end", "2029")

        self.name_body(app, "Add Partner", "Stadtjugendring")
        self.wait_rows([("Stadtjugendring", "partner")],
                       "SELECT name, role FROM involvement JOIN element AS a ON a.uuid = involvement.actor "
                       "JOIN actor ON actor.id = a.id")

        app.click("push button", "Add Cost")
        app.fill("Year", "2027")
        app.choose("Category", "Training")
        app.fill("Amount", "12500.50")
        self.wait_rows([(2027, "training", 1250050)], "SELECT year, category, amount FROM cost")
        app.find("status bar", "Saved")

        measure = next(found for found in driver.measures(self.draft(self.plan)) if found["id"] == self.measure)
        self.assertEqual(measure["title"], NEW_TITLE)
        self.assertEqual(measure["description"], DESCRIPTION)
        self.assertEqual((measure["start"], measure["end"]), ("2027-03", "2029"))
        self.assertEqual([(cost["year"], cost["category"], cost["amount"]) for cost in measure["costs"]],
                         [(2027, "training", 1250050)])
        self.assertEqual([involvement["role"] for involvement in measure["involvements"]], ["partner"])
        self.validator().validate(self.draft(self.plan))
        app.quit()
        self.assert_sound()

    def test_refused_date(self):
        app = self.open()
        app.select(MEASURE)
        app.fill("Start", "next spring")
        app.press("Tab")
        app.find("push button", "Not everything is saved")
        wait_for(lambda: app.find("text", "Start").has(driver.tree.INVALID), "the field to be marked")
        self.wait_measure("start", None)

        # The window does not close over it.
        app.press("ctrl+q")
        app.click("push button", "Cancel")
        app.wait_gone("push button", "Close without Saving It")
        app.fill("Start", "2028")
        self.wait_measure("start", "2028")
        app.find("status bar", "Saved")
        app.quit()

    def test_suggested_indicator(self):
        """An indicator of the template that was deleted is proposed, and comes back with a click, in one edit."""
        titles = ("SELECT title FROM indicator JOIN element USING (id) WHERE parent = "
                  "(SELECT id FROM element WHERE uuid = ?) ORDER BY title")
        before = self.rows(titles, self.measure)
        self.assertGreater(len(before), 0)
        app = self.open()
        app.select(MEASURE)
        row = app.find("list item", driver.starting(before[0][0]), shown=False)
        offer = f"Add “{before[0][0]}”"
        self.assertFalse(app.has("push button", offer))
        app.click("push button", "Delete", within=row, shown=False)
        self.wait_rows(before[1:], titles, self.measure)

        app.click("push button", offer, shown=False)
        self.wait_rows(before, titles, self.measure)
        app.wait_gone("push button", offer)
        self.assertEqual(self.rows("SELECT baseline, target FROM indicator WHERE title = ?", before[0][0]), [(None, None)])
        app.press("ctrl+z")
        self.wait_rows(before[1:], titles, self.measure)
        app.quit()

    def test_undo_across_restart(self):
        app = self.open()
        app.select(MEASURE)
        app.fill("Title", NEW_TITLE)
        self.wait_measure("title", NEW_TITLE)
        app.choose("Situation today", "Missing")
        self.wait_measure("situation", "missing")
        app.fill("Start", "2027-03")
        self.wait_measure("start", "2027-03")
        app.find("push button", "Undo Edit Measure")

        app.press("ctrl+z")
        self.wait_measure("start, situation", None, "missing")
        wait_for(lambda: app.find("text", "Start").text() == "", "the field to be empty")
        app.find("push button", "Redo Edit Measure")
        app.press("ctrl+shift+z")
        self.wait_measure("start", "2027-03")
        app.wait_text("text", "Start", "March 2027")
        app.quit()

        app = self.open()
        app.find("push button", "Undo Edit Measure")
        app.press("ctrl+z")
        self.wait_measure("title, situation, start", NEW_TITLE, "missing", None)
        app.press("ctrl+z")
        self.wait_measure("title, situation, start", NEW_TITLE, None, None)
        app.press("ctrl+z")
        self.wait_measure("title, situation, start", MEASURE, None, None)
        app.find("push button", "Undo", shown=False)
        wait_for(lambda: not app.find("push button", "Undo", shown=False).has(driver.tree.SENSITIVE), "nothing left to undo")
        app.find("list item", driver.ending(MEASURE), shown=False)
        app.quit()

        # What was taken back can be done again after yet another start.
        app = self.open()
        app.press("ctrl+shift+z")
        self.wait_measure("title, situation, start", NEW_TITLE, None, None)
        app.quit()
        self.assert_sound()


driver.main()
