#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""A planner of a real town makes a plan from the Pact’s template, leaves half-way, comes back, says where the town
stands, and exports a draft that an independent validator accepts."""

import json
import re

import driver
from driver import starting, wait_for

AUTHORITY = "Stadt Freiburg im Breisgau"
ANSWERS = {
    "In place": "in-place",
    "Partly in place": "partly",
    "Missing": "missing",
    "Not applicable": "not-applicable",
}


class NewPlan(driver.Case):
    def begin(self, app):
        app.find("label", "No Plans Yet")
        app.click("push button", "New Plan")
        app.find("label", "Which Strategy?")

    def situations(self):
        return [situation for situation, in self.rows("SELECT situation FROM measure JOIN element USING (id) ORDER BY id")]

    def test_town(self):
        app = self.start()
        self.begin(app)
        card = app.find("list item", re.compile("four Ps"), within=app.find("list", "Strategies"))
        app.click(card)
        app.click("push button", "Next")
        app.find("label", "Who Are You?")

        # Nothing given is told, not silently skipped.
        app.click("push button", "Next")
        app.find("label", "Who Are You?")
        app.fill("Name of the authority", AUTHORITY)
        app.choose("Country", "Germany")
        app.choose(re.compile("^Region"), "Baden-Württemberg")
        app.choose(re.compile("^Language"), "English")

        # Left half-way, the answers are kept.
        app.quit()
        self.assertEqual(self.rows("SELECT count(*) FROM plan"), [(0,)])
        app = self.start()
        app.click("push button", "New Plan")
        app.find("label", "You had begun a plan. Your answers are still here.")
        app.find("label", "Who Are You?")
        app.wait_text("text", "Name of the authority", AUTHORITY)

        app.click("push button", "Next")
        app.find("label", "Which Period?")
        self.set_year(app, "Start of the period", "2027")
        self.set_year(app, "End of the period", "2030")
        app.click("push button", "Create Plan")

        # Where do we stand?
        app.find("list", "Where do you stand?")
        wait_for(lambda: self.situations() == [None] * 47, "the plan")
        expected = []
        for answer, code in ANSWERS.items():
            question = app.find("label", re.compile(rf"^\d\.\d\.{len(expected) + 1} "))
            app.click("radio button", answer)
            expected.append(code)
            wait_for(lambda: [value for value in self.situations() if value] == expected, f"“{answer}” in the file")
            app.click("push button", "Next")
            app.wait_gone("label", question.name)
        app.find("label", "4 of 47 measures answered")

        self.assertEqual(
            self.rows("SELECT authority_name, country, subdivision, language, currency, period_start, period_end, template_id "
                      "FROM plan"),
            [(AUTHORITY, "DE", "DE-BW", "en", "EUR", "2027", "2030", "pact-4ps")])

        # A draft, any time.
        app.section("Submission")
        draft = self.home / "freiburg.json"
        app.click("push button", "Export Draft…")
        app.choose_file("Export a Draft", draft)
        wait_for(draft.exists, "the file")
        app.find("label", "The draft was exported.")
        plan, = [uuid for uuid, in self.rows("SELECT uuid FROM element WHERE kind = 'plan'")]
        app.quit()

        document = json.loads(draft.read_text("utf-8"))
        self.assertEqual(document["purpose"], "draft")
        self.validator().validate(document)
        self.assertEqual(document["plan"]["authority_name"], AUTHORITY)
        self.assertEqual([measure.get("situation") for measure in driver.measures(document)], expected + [None] * 43)
        self.assertEqual(draft.read_text("utf-8"), self.cli("export", plan, "--draft"))
        self.assert_sound()

    def set_year(self, app, label, year):
        app.click("text", label)
        app.press("ctrl+a")
        app.type(year)
        app.press("Tab")

    def test_year_just_typed(self):
        """A year that is still being typed when the program is left counts as well."""
        app = self.start()
        self.begin(app)
        app.click("push button", "Next")
        app.fill("Name of the authority", AUTHORITY)
        app.choose("Country", "Germany")
        app.click("push button", "Next")
        app.find("label", "Which Period?")
        self.set_year(app, "Start of the period", "2027")
        app.click("text", "End of the period")
        app.press("ctrl+a")
        app.type("2033")
        app.quit()

        app = self.start()
        app.click("push button", "New Plan")
        app.find("label", "The plan runs for 7 years.")
        app.click("push button", "Create Plan")
        self.wait_rows([("2027", "2033")], "SELECT period_start, period_end FROM plan")
        app.quit()

    def test_dates_as_the_language_writes_them(self):
        """What is typed is written anew when its field is left; what is no date stays."""
        app = self.start()
        self.begin(app)
        app.click("push button", "Next")
        app.fill("Name of the authority", AUTHORITY)
        app.choose("Country", "Germany")
        app.click("push button", "Next")
        app.find("label", "Which Period?")
        for field, typed, shown in (("Start of the period", "3/2027", "March 2027"),
                                    ("End of the period", "15.3.2030", "15 March 2030"),
                                    ("End of the period", "1.13.2030", "1.13.2030"),
                                    ("End of the period", "2/2030", "February 2030")):
            self.set_year(app, field, typed)
            app.wait_text("text", field, shown)
        app.find("label", "The plan runs for 3 years.")
        app.click("push button", "Create Plan")
        self.wait_rows([("2027-03", "2030-02")], "SELECT period_start, period_end FROM plan")
        app.quit()

    def test_start_over(self):
        app = self.start()
        self.begin(app)
        app.click("push button", "Next")
        app.fill("Name of the authority", AUTHORITY)
        app.press("Escape")
        app.find("label", "No Plans Yet")
        app.press("ctrl+n")
        app.wait_text("text", "Name of the authority", AUTHORITY)
        app.click("push button", "Start Over")
        app.find("label", "Which Strategy?")
        app.click("push button", "Next")
        app.wait_text("text", "Name of the authority", "")
        app.press("Escape")
        app.quit()
        self.assertEqual(self.rows("SELECT count(*) FROM plan"), [(0,)])


driver.main()
