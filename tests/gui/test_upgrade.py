#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""A newer version of the strategy that a plan began with: the planner sees what is new, takes what is wanted, and loses nothing."""

import json

import driver

FREIBURG = "Freiburg protects children"
OLD = driver.SOURCE / "tests" / "data" / "templates" / "pact-4ps-1.0.0.json"
NEW = driver.SOURCE / "data" / "templates" / "pact-4ps.json"
NEWER = "A strategy of this plan has a newer version"
TOUCHED = "Provide psychosocial support in the short and long term, for relatives too"
UNTOUCHED = "Publish a version of the plan for children"
REFUSED = "Strengthen safeguards for children in out-of-home care"
COMES = "Name a focal point for data that observes the situation and protects every child"
STAYS_OUT = "Agree on a code of conduct for staff, volunteers and elected members"
GOES = "Bring the Underwear Rule and body-safety material to families and settings"
PREVENTION = "Adults and children recognise sexual abuse and can help to prevent it"
OURS = "As the county has done since 2019, with its own two therapists."


def read(path):
    """A shipped template as one of the planner’s own, which may have any version."""
    return {**json.loads(path.read_text("utf-8")), "id": "ours", "title": "Our strategy"}


def describe(measures):
    return {measure["title"]: measure.get("description") for measure in measures}


def tab_to(app, role, name):
    """Goes on with the keyboard until something has it."""
    for _ in range(120):
        node = app.focused()
        if node is not None and (node.role, node.name) == (role, name):
            return
        app.press("Tab")
        driver.wait_for(lambda seen=node: app.focused() != seen, "the keyboard to go on")
    raise AssertionError(f"Tab does not lead to the {role} “{name}”")


class Upgrade(driver.Case):
    def install(self, template):
        folder = self.home / "data" / "pact-planner" / "templates"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "ours.json").write_text(json.dumps(template), "utf-8")

    def prepare(self):
        """A plan of the older version in which one description is the planner’s own, and the newer version beside it."""
        self.install(read(OLD))
        self.plan = self.new_plan(title=FREIBURG, template="ours")
        newer = read(NEW)
        measures = newer["pillars"][1]["objectives"][0]["measures"]
        self.assertEqual(measures.pop(1)["title"], GOES)
        app = self.start()
        app.open_plan(FREIBURG)
        app.section("Overview")
        self.assertFalse(app.has("label", NEWER))
        app.section("Measures")
        app.select(TOUCHED)
        app.fill("Description", OURS)
        app.find("status bar", "Saved")
        app.quit()
        self.install(newer)
        self.before = describe(driver.measures(self.draft(self.plan)))
        self.newer = {measure["title"]: measure for pillar in newer["pillars"] for objective in pillar["objectives"]
                      for measure in objective["measures"]}

    def test_take_over(self):
        self.prepare()
        app = self.start()
        app.open_plan(FREIBURG)
        app.section("Overview")
        app.find("label", NEWER)
        app.click("push button", "What Has Changed?")
        app.find("label", "There is version 1.1.0 of “Our strategy”, which is newer than what this plan came from.")
        app.find("status bar", "57 of 59 changes are taken over. What is not ticked is not asked again.")

        # What was touched and what was withdrawn are for the planner to decide. Both texts can be read.
        for name in (f"{TOUCHED} Description", f"{GOES} {PREVENTION}"):
            self.assertFalse(app.find("check box", name).has(driver.tree.CHECKED))
        self.assertTrue(app.find("check box", f"{UNTOUCHED} Description").has(driver.tree.CHECKED))
        app.find("label", OURS)
        app.find("label", self.newer[TOUCHED]["description"])
        app.click("check box", f"{STAYS_OUT} {PREVENTION}")
        app.click("check box", f"{REFUSED} Description")
        app.find("status bar", "55 of 59 changes are taken over. What is not ticked is not asked again.")
        app.click("push button", "Update the Plan")

        app.find("label", "The plan was updated from the strategy.")
        app.wait_gone("label", NEWER)
        app.find("status bar", "Saved")
        plan = self.draft(self.plan)
        after = describe(driver.measures(plan))
        self.assertEqual(plan["plan"]["template_version"], "1.1.0")
        self.assertEqual(after[TOUCHED], OURS)
        self.assertEqual(after[REFUSED], self.before[REFUSED])
        self.assertNotEqual(self.before[UNTOUCHED], after[UNTOUCHED])
        self.assertEqual(after[UNTOUCHED], self.newer[UNTOUCHED]["description"])
        self.assertIn(COMES, after)
        self.assertNotIn(STAYS_OUT, after)
        # What was withdrawn stays, as the plan's own.
        self.assertIn(GOES, after)
        self.assertEqual(len(after), 34 + 13 - 1)

        # Nothing is asked again, until it is taken back.
        app.menu("Main menu", "Update from the Strategy…")
        app.find("label", "No strategy that this plan draws on has a newer version.")
        app.press("Escape")
        app.press("ctrl+z")
        app.find("label", NEWER)
        self.assertEqual(describe(driver.measures(self.draft(self.plan))), self.before)
        app.quit()
        self.assert_sound()

    def test_keyboard(self):
        """The same without a mouse; what is withdrawn can go."""
        self.prepare()
        app = self.start()
        app.open_plan(FREIBURG)
        app.section("Overview")
        tab_to(app, "push button", "What Has Changed?")
        app.press("Return")
        app.find("push button", "Update the Plan")
        groups = ["New in the strategy", "Changed in the strategy", "Changed in the strategy and by you"]
        self.assertEqual([name for name in groups if app.has("list", name)], groups)
        tab_to(app, "push button", "Untick All")
        app.press("Return", "Tab", "space")
        app.find("status bar", "45 of 59 changes are taken over. What is not ticked is not asked again.")
        tab_to(app, "check box", f"{GOES} {PREVENTION}")
        app.press("space")
        app.find("status bar", "46 of 59 changes are taken over. What is not ticked is not asked again.")
        tab_to(app, "push button", "Update the Plan")
        app.press("Return")
        app.find("label", "The plan was updated from the strategy.")
        app.find("status bar", "Saved")
        after = describe(driver.measures(self.draft(self.plan)))
        self.assertNotIn(GOES, after)
        self.assertEqual(len(after), 34)
        app.quit()
        self.assert_sound()


driver.main()
