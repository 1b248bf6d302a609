#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""A plan takes measures and pillars of other strategies, and never has one of them twice."""

import driver
from driver import wait_for

FREIBURG = "Freiburg protects children"
LAWS = "Explain the laws on violent punishment and on sexual offences to families and staff"
PILLAR = "Implementation and enforcement of laws"
MEDIA = "Help the media to inform well, and protect every child’s identity in your own releases"
MEDIA_HERE = "Adopt guidance for dealings with the media that protects children’s identity"
WEB_PAGE = "Publish a one-stop web page for children about sexual violence and how to get help"


class Combining(driver.Case):
    def open(self):
        self.plan = self.new_plan(title=FREIBURG)
        app = self.start()
        app.open_plan(FREIBURG)
        app.section("Measures")
        return app

    def open_drawer(self, app):
        app.menu("Add, copy, move or delete", "Add from a Strategy")
        wait_for(lambda: app.focus_name() == "Search in the strategies", "the search to have the keyboard")

    def measures(self):
        return list(driver.measures(self.draft(self.plan)))

    def find(self, title):
        found = [measure for measure in self.measures() if measure["title"] == title]
        return found[0] if found else None

    def test_take(self):
        """Found by a word of the guidance, taken to where one is, and known from then on."""
        app = self.open()
        app.select(WEB_PAGE)
        self.open_drawer(app)
        app.find("status bar", "128 of 248 measures are in your plan.")
        app.type("law punishment families")
        app.click("push button", f"Add: {LAWS}")
        app.find("label", "1 measure was added.")
        app.find("push button", "You have this as 2.1.2")
        app.wait_gone("push button", f"Add: {LAWS}")
        app.find("status bar", "Saved")
        titles = [measure["title"] for measure in self.measures()]
        self.assertEqual(titles[titles.index(WEB_PAGE) + 1], LAWS)
        taken = self.find(LAWS)
        self.assertEqual(taken["template_id"], "inspire")
        self.assertEqual(len(taken["indicators"]), 1)

        # Its form has the guidance of its own strategy, and offers its further indicators.
        app.press("Escape", "Escape")
        app.select(LAWS)
        wait_for(lambda: app.find("text", "Title").text() == LAWS, "the form of what was taken")
        app.find("label", "Guidance")
        app.press("ctrl+z")
        wait_for(lambda: self.find(LAWS) is None, "it to go again")
        app.quit()
        self.assert_sound()

    def test_merge(self):
        """What the plan has in other words is marked, leads there, and gets what the strategy says besides."""
        app = self.open()
        before = self.find(MEDIA_HERE)
        self.open_drawer(app)
        app.type("media identity")
        app.find("push button", f"Merge…: {MEDIA}")
        app.click("push button", "You have this as 4.1.5")
        wait_for(lambda: [row.name for row in app.find_all("list item", driver.ending(""), within=app.tree_list()) if row.has(driver.tree.SELECTED)]
                 == [f"4.1.5 {MEDIA_HERE}"], "the measure to be shown")
        n = len(self.measures())
        app.click("push button", f"Merge…: {MEDIA}")
        app.find("label", "Your plan has this measure already")
        app.click("push button", "Add What Is New")
        app.find("label", "What the strategy says besides was added to your measure.")
        self.assertEqual(len(self.measures()), n)
        after = self.find(MEDIA_HERE)
        self.assertEqual(after["title"], before["title"])
        self.assertEqual(after["description"], before["description"])
        self.assertGreater(len(after["indicators"]) + len(after.get("legal_basis", [])),
                           len(before["indicators"]) + len(before.get("legal_basis", [])))
        app.click("push button", f"Merge…: {MEDIA}")
        app.click("push button", "Add What Is New")
        app.find("label", "Your measure has all that the strategy says already.")
        app.quit()
        self.assert_sound()

    def test_pillar(self):
        """By keyboard alone: a pillar comes without what the plan has, and then nothing of it is left."""
        app = self.open()
        n = len(self.measures())
        self.open_drawer(app)
        app.type("explain laws violent punishment")
        app.find("push button", f"Add: {LAWS}")
        app.press("Return")
        # In newer GTK the row has it, in older the button in it.
        wait_for(lambda: app.focus_name() in (f"Add All: {PILLAR}", PILLAR), "the first row to have the keyboard")
        app.press("Return")
        app.find("label", "2 measures were added. 1 that you have already was left out.")
        app.find("status bar", "Saved")
        self.assertEqual(len(self.measures()), n + 2)
        app.wait_gone("push button", f"Add All: {PILLAR}")
        app.quit()
        self.assert_sound()

    def test_drag(self):
        """Dropped between two measures, it stands there."""
        app = self.open()
        app.select(WEB_PAGE)
        self.open_drawer(app)
        app.type("explain laws violent punishment")
        offer = app.find("label", LAWS)
        target = app.find_row(driver.ending(WEB_PAGE), app.tree_list())
        app.drag(app.place_of(offer), app.place_of(target))
        app.find("label", "1 measure was added.")
        titles = [measure["title"] for measure in self.measures()]
        self.assertLessEqual(abs(titles.index(LAWS) - titles.index(WEB_PAGE)), 1)
        app.quit()
        self.assert_sound()


driver.main()
