#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""From a template to a plan that can be submitted: what is part of it, and what is still missing, one after the other."""

import json
import re

import driver
import tree
from driver import wait_for

# What a person does to come from an empty library to a plan of fifteen measures that can be submitted: a click, a value that is
# typed, a key that does something.
MOST_INTERACTIONS = 250
# And by the keyboard alone, besides the values.
MOST_KEYS = 400


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

    def values(self):
        return self.rows("SELECT baseline, target, target_date, source FROM indicator JOIN element USING (id) WHERE parent = "
                         "(SELECT id FROM measure WHERE template_key = 'G1')")

    def test_proposals(self):
        """What could stand in an empty field stands there greyed; Tab takes it, or a click, and undo takes it back."""
        app = self.open()
        app.section("Measures")
        app.select("Adopt the plan and name one body that coordinates it")
        app.choose("Situation today", "Missing")
        app.fill("End", "2029")
        self.assertEqual(self.values(), [(None, None, None, None)])
        indicators = app.find("list", "Indicators", shown=False)
        app.click("label", driver.starting("The plan has been adopted"), within=indicators, shown=False)
        self.assertEqual(app.find("push button", "Use the suggestion “No”", shown=False).role, "push button")
        app.choose("Baseline", "Yes")
        wait_for(lambda: self.values() == [("1", None, None, None)], "another answer in the file")
        app.wait_gone("push button", "Use the suggestion “No”")
        app.press("ctrl+z")
        app.press("Tab")
        wait_for(lambda: self.values() == [("0", None, None, None)], "the baseline in the file")
        app.press("ctrl+z")
        wait_for(lambda: self.values() == [(None, None, None, None)], "the baseline to be taken back")

        # What is typed is never replaced; and it is the end of the measure that is meant where no date stands.
        app.choose("Baseline", "Yes")
        wait_for(lambda: self.values() == [("1", None, None, None)], "what was typed in the file")
        app.click("push button", "Use the suggestion “The text of the decision, with its reference and date.”", shown=False)
        wait_for(lambda: self.values() == [("1", None, None, "The text of the decision, with its reference and date.")],
                 "the source in the file")
        app.wait_gone("push button", driver.starting("Use the suggestion"))
        app.quit()
        self.assertNotIn("Date of the target", self.cli("check", self.plan, status=1))

    def open_small(self, n_measures, **changes):
        """Opens a plan in which the first measures are missing, and all others come later."""
        plan = self.new_plan()
        document = self.draft(plan)
        for index, measure in enumerate(driver.measures(document)):
            measure["situation"] = "missing"
            if index >= n_measures:
                measure["inclusion"] = "later"
        file = self.home / "plan.json"
        file.write_text(json.dumps(document), "utf-8")
        self.library.unlink()
        self.cli("import", str(file))
        self.plan = plan
        app = self.start()
        app.open_plan("")
        return app

    def test_continue(self):
        """What is missing is asked question by question, from the keyboard alone, until nothing is missing."""
        app = self.open_small(3)
        app.press("F6")
        app.find("label", "Who leads?")
        app.find("label", "Question 1 of 6")
        app.find("label", "18 answers are missing")

        # The first by name, the others by what is offered.
        wait_for(lambda: app.focused() is not None and app.focused().role in ("toggle button", "push button"), "the first lead")
        app.press("Return")
        app.type("Youth office")
        app.press("Return")
        app.find("label", "17 answers are missing")
        app.click("push button", "Let “Youth office” lead all 2 measures")
        app.find("label", "When does it start?")
        app.click("push button", "Let all 3 measures start with the plan (2027)")
        app.find("label", "When does it end?")

        # Typed one after the other, with Enter; what is wrong is kept and stays.
        wait_for(lambda: app.focused() is not None and app.focused().role == "text", "the first field")
        app.type("2028")
        app.press("Return")
        app.type("2025")
        app.press("Return")
        app.find("label", "End lies before Start.")
        app.press("ctrl+a")
        app.type("2029")
        app.press("Return")
        app.type("2030")
        app.press("Return")
        self.wait_rows([("2027", "2028"), ("2027", "2029"), ("2027", "2030")],
                       "SELECT start, end FROM measure JOIN element USING (id) WHERE inclusion IS NULL ORDER BY position")

        # One indicator each, and the first step is taken by Tab.
        app.find("label", "Where do you begin?")
        app.click("push button", "Use the suggestions for 2 of them")
        app.find("label", "7 answers are missing")
        app.find("label", "1.1.2 Set up a multi-agency steering group for the plan")
        wait_for(lambda: app.focused() is not None and app.focused().role == "text", "the baseline of what is counted")
        app.type("0")
        app.press("Return")
        app.find("label", "What do you want to reach?")
        app.click("push button", "Back")
        app.find("label", "Question 1 of 2")
        app.quit()

    def test_example(self):
        """Who has no plan yet sees with one click what a plan can be: complete, in the language of the interface."""
        app = self.start(env={"LANGUAGE": "fr"})
        app.click("push button", "Voir un exemple")
        app.find("label", re.compile("^Felsmoor protège ses enfants"))
        app.find("label", re.compile("^Dans ce plan"))
        app.find("label", re.compile("^100.%$"))
        app.quit()
        self.assertEqual(self.rows("SELECT language FROM plan"), [("fr",)])
        self.assert_sound()

    def count(self, name, n=1):
        self.counts[name] = self.counts.get(name, 0) + n

    def press(self, app, *keys):
        app.press(*keys)
        self.count("keys", len(keys))

    def type(self, app, text):
        app.type(text)
        self.count("values")

    def answer(self, app, text):
        """Answers what the keyboard is in: writes it, or takes the first of the answers. The keyboard goes on to the next."""
        # A list that closes gives the keyboard back before it goes on.
        wait_for(lambda: app.focus_name() and len({app.focus_name() for _ in range(4)}) == 1, "the keyboard to stand still")
        before = app.focus_name()
        if app.focused().role == "text":
            self.type(app, text)
            self.press(app, "Return")
        else:
            self.press(app, "Return")
            wait_for(app.has_popover, "the answers")
            self.press(app, "Down", "Return")
            wait_for(lambda: not app.has_popover(), "the answers to go")
        wait_for(lambda: app.focus_name() not in ("", before), "the keyboard to go on")

    def left(self):
        return self.rows("SELECT required - filled FROM summary")[0][0]

    def test_story(self):
        """A plan of fifteen measures, from the empty library to where nothing is missing, by the keyboard alone."""
        self.counts = {}
        app = self.start()
        self.screen.point(1300, 760)
        app.find("label", "No Plans Yet")
        self.press(app, "ctrl+n")
        app.find("label", "Which Strategy?")
        self.press(app, "ctrl+Return")
        app.find("label", "Who Are You?")
        self.type(app, "Stadt Freiburg im Breisgau")
        app.wait_text("text", "Name of the authority", "Stadt Freiburg im Breisgau")
        app.choose("Country", "Germany")
        self.count("keys", 4)
        self.press(app, "ctrl+Return")
        app.find("label", "Which Period?")
        self.press(app, "ctrl+Return")

        app.find("list", "Where do you stand?")
        for number in range(1, 48):
            app.find("label", f"Measure {number} of 47")
            self.press(app, "4" if number <= 15 else "7")
            app.find("label", f"{number} of 47 measures answered")
            self.press(app, "Return")
        app.find("label", "In this plan 15 · Later 32")
        self.press(app, "F6")

        # What can be answered for all at once; then what is left, one after the other.
        for question, offer in (("Who leads?", "Let “Stadt Freiburg"), ("When does it start?", "Let all 15"),
                                ("When does it end?", "Let all 15")):
            app.find("label", question)
            app.click("push button", driver.starting(offer))
            self.count("keys", 2) # Shift and Tab, and Enter
        app.find("label", "Where do you begin?")
        app.click("push button", driver.starting("Use the suggestions"))
        self.count("keys", 2)
        while app.has("label", "Where do you begin?"):
            left = self.left()
            self.answer(app, "0")
            wait_for(lambda: self.left() == left - 1, "the answer in the library")
        app.find("label", "What do you want to reach?")
        for _ in range(15):
            left = self.left()
            self.answer(app, "50")
            wait_for(lambda: self.left() == left - 1, "the answer in the library")
        self.press(app, "F6")
        app.find("label", "Where will the values come from?")
        app.click("push button", driver.starting("Use the suggestions"))
        self.count("keys", 2)
        app.find("label", "Nothing is missing")
        app.quit()

        plan, = [uuid for uuid, in self.rows("SELECT uuid FROM element WHERE kind = 'plan'")]
        self.cli("export", plan)
        print(self.counts)
        self.assertLessEqual(sum(self.counts.values()), MOST_INTERACTIONS)
        self.assertLessEqual(self.counts["keys"], MOST_KEYS)
        self.assert_sound()


driver.main()
