#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""A planner keeps a plan as a template of the authority’s own, and begins the next plan with it."""

import json
import re

import driver
from driver import wait_for

FREIBURG = "Freiburg protects children"
OURS = "How we plan here"
STEERING = "Set up a multi-agency steering group for the plan"
OUR_MEASURE = "Ask the football clubs to take part"


class Template(driver.Case):
    def titles(self, plan):
        return [measure["title"] for measure in driver.measures(self.draft(plan))]

    def test_save_and_use(self):
        plan = self.new_plan(title=FREIBURG)
        app = self.start()
        app.open_plan(FREIBURG)
        app.section("Measures")
        app.select(STEERING)
        app.fill("Title", OUR_MEASURE)
        app.fill("Start", "2028")

        app.menu("Main menu", "Save as Template…")
        name = app.find("text", "Name of the template")
        wait_for(lambda: name.text() == FREIBURG, "the name that is proposed")
        app.press("ctrl+a", "BackSpace")
        wait_for(lambda: not app.find("push button", "Save").has(driver.tree.SENSITIVE), "a template without a name to be refused")
        app.type(OURS)
        app.press("Return")
        app.find("label", "The template was saved. New plans can begin with it.")
        path, = (self.home / "data" / "pact-planner" / "templates").iterdir()
        template = json.loads(path.read_text("utf-8"))
        self.assertEqual(template["title"], OURS)
        self.assertNotIn("2028", path.read_text("utf-8"))
        self.assertIn(OURS, [entry["title"] for entry in json.loads(self.cli("templates", "--json"))])

        app.press("ctrl+w")
        app.find("list", "Plans")
        app.wait_gone("label", "The template was saved. New plans can begin with it.")
        app.press("ctrl+n")
        app.click("list item", re.compile(OURS), within=app.find("list", "Strategies"))
        app.click("push button", "Next")
        app.fill("Name of the authority", "Gemeente Utrecht")
        app.choose("Country", "Netherlands")
        app.click("push button", "Next")
        app.click("push button", "Create Plan")
        app.find("list", "Where do you stand?")
        other, = [uuid for uuid, in self.rows("SELECT uuid FROM element WHERE kind = 'plan' AND uuid <> ?", plan)]
        self.assertIn(OUR_MEASURE, self.titles(other))
        self.assertEqual(self.titles(other), self.titles(plan))
        self.assertFalse(any("period_start" in measure for measure in driver.measures(self.draft(other))))
        app.quit()
        self.assert_sound()

    def test_own(self):
        """Templates of one’s own: where they come from, another name, and away with them."""
        folder = self.home / "data" / "pact-planner" / "templates"
        self.new_plan(title=FREIBURG)
        app = self.start()
        app.open_plan(FREIBURG)
        app.menu("Main menu", "Save as Template…")
        app.find("text", "Name of the template")
        app.press("Return")
        app.find("label", "The template was saved. New plans can begin with it.")
        path, = folder.iterdir()
        identity = json.loads(path.read_text("utf-8"))["id"]

        app.press("ctrl+w")
        app.find("list", "Plans")
        app.wait_gone("label", "The template was saved. New plans can begin with it.")
        app.press("ctrl+n")
        strategies = app.find("list", "Strategies")
        self.assertFalse(app.has("push button", re.compile("What to do with “The 4 Ps")))
        app.click("list item", re.compile(FREIBURG), within=strategies)
        app.press("F2")
        name = app.find("text", "Name of the template")
        wait_for(lambda: name.text() == FREIBURG, "the name that it has")
        app.press("ctrl+a")
        app.type(OURS)
        app.press("Return")
        app.find("label", "The template was renamed.")
        app.find("list item", re.compile("^" + OURS))
        wait_for(lambda: not app.has("text", "Name of the template"), "the dialog to go")
        template = json.loads(path.read_text("utf-8"))
        self.assertEqual((template["title"], template["id"]), (OURS, identity))

        # The keyboard is on the card again. GTK 4.18 does not say so where it came while another window was in front.
        app.press("Menu")
        app.click("menu item", "Where It Comes From")
        app.find("label", re.compile(f"^Made on .* from the plan “{FREIBURG}” \\(.*\\)[.] The plan began with the template “.*”, version "))
        app.find("label", re.compile(re.escape(str(path))))
        app.press("Escape")

        app.press("Delete")
        app.find("label", f"Move “{OURS}” to the trash?")
        app.press("Escape")
        app.wait_gone("label", f"Move “{OURS}” to the trash?")
        app.press("Delete")
        app.click("push button", "Move to Trash")
        app.find("label", f"“{OURS}” was moved to the trash of the desktop.")
        app.wait_gone("list item", re.compile("^" + OURS))
        self.assertEqual(list(folder.iterdir()), [])
        thrown, = self.home.glob("**/Trash/files/*.json")
        self.assertEqual(json.loads(thrown.read_text("utf-8"))["title"], OURS)
        app.quit()
        self.assert_sound()


driver.main()
