#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""What becomes of a planner's work when something goes wrong with the library: backups, restoring, reading only."""

import contextlib
import os
import re
import sqlite3

import driver
import tree
from driver import wait_for

FREIBURG = "Freiburg protects children"
LATER = "Made later"
REFUSED = "Nothing was changed: this plan can only be read."


class Care(driver.Case):
    def backups(self):
        folder = self.library.parent / "backups"
        return sorted(path.name for path in folder.iterdir()) if folder.exists() else []

    def execute(self, statement):
        with contextlib.closing(sqlite3.connect(self.library)) as library, library:
            library.execute(statement)

    def show(self, name):
        """A picture for whoever changes the screen."""
        if "PACT_PICTURES" in os.environ:
            self.screen.picture(os.path.join(os.environ["PACT_PICTURES"], name + ".png"))

    def test_daily(self):
        """There is a backup of today as soon as there is a plan, and only one."""
        self.new_plan(title=FREIBURG)
        for _ in range(2):
            app = self.start()
            app.find("list", "Plans")
            wait_for(lambda: any("-daily-" in name for name in self.backups()), "the backup of today")
            app.quit()
            self.assertEqual(len(self.backups()), 1)

    def test_before_deleting(self):
        """What is deleted for ever is in a backup."""
        uuid = self.new_plan(title=FREIBURG)
        self.execute("UPDATE element SET trashed = '2026-01-01T00:00:00Z' WHERE parent IS NULL")
        app = self.start()
        app.menu("Main menu", "Trash")
        app.click("push button", re.compile("Empty Trash"))
        app.find("push button", "Empty Trash")
        app.click("push button", "Empty Trash", within=app.window())
        self.wait_rows([], "SELECT uuid FROM element")
        name = next(name for name in self.backups() if "-purge-" in name)
        self.assertIn(uuid, self.cli("list", "--json", library=self.library.parent / "backups" / name))
        app.quit()

    def test_preferences(self):
        """All plans become what they were, and what they had become is kept."""
        self.new_plan(title=FREIBURG)
        self.cli("backup")
        self.new_plan(title=LATER)
        app = self.start()
        app.find("list item", driver.starting(LATER))
        app.press("ctrl+comma")
        button = app.find("push button", driver.starting("Restore the backup of"))
        app.reveal(button)
        self.show("preferences")
        app.click(button)
        app.find("push button", "Restore", within=app.window())
        self.show("question")
        app.click("push button", "Restore", within=app.window())
        app.find("label", re.compile("1 plan is back"))
        self.show("restored")
        self.wait_rows([(FREIBURG,)], "SELECT title FROM plan")
        app.open_plan(FREIBURG)
        app.section("Situation")
        app.fill("Vision", "No child is left alone.")
        self.wait_rows([("No child is left alone.",)], "SELECT vision FROM plan")
        app.quit()
        aside = next(path for path in self.library.parent.iterdir() if re.match(r"library\.db\.20.*\d$", path.name))
        self.assertIn(LATER, self.cli("list", library=aside))
        self.assert_sound()

    def test_failure_window(self):
        """A library that cannot be opened is one click away from its backup."""
        self.new_plan(title=FREIBURG)
        self.cli("backup")
        self.library.write_bytes(b"Dear all," * 1000)
        app = self.start()
        app.find("label", "Your plans cannot be opened")
        button = app.find("push button", driver.starting("Restore the backup of"))
        self.show("failure")
        app.click(button)
        app.find("list item", driver.starting(FREIBURG))
        self.show("after-failure")
        app.quit()
        self.assert_sound()

    def test_reading_only(self):
        """A library of a newer version is shown and not changed; what is in it can be copied."""
        self.new_plan(title=FREIBURG)
        self.execute("UPDATE plan SET vision = 'No child is left alone.'")
        self.execute("PRAGMA user_version = 1000000")
        app = self.start()
        app.find("label", re.compile("It can only be read here"))
        self.assertFalse(app.find("push button", "New Plan").has(tree.SENSITIVE))
        self.show("read-only-library")
        app.open_plan(FREIBURG)
        app.section("Situation")
        field = app.click("text", "Vision")
        self.assertFalse(field.has(tree.EDITABLE))
        app.type("This must not be there")
        app.press("ctrl+a")
        app.press("ctrl+c")
        self.show("read-only-plan")
        self.assertEqual(field.text(), "No child is left alone.")
        app.quit()
        self.assertEqual(self.rows("SELECT vision FROM plan"), [("No child is left alone.",)])

    def assert_refused(self, app, act):
        """What is done changes nothing, and who has just tried is told."""
        act()
        app.find("label", REFUSED)
        app.click("push button", "Close the message")
        app.wait_gone("label", REFUSED)

    def test_reading_only_keys(self):
        """What changes a plan is refused with a sentence, in fields, in the tree and in the assessment; a draft is exported."""
        uuid = self.new_plan(title=FREIBURG)
        self.execute("UPDATE plan SET vision = 'No child is left alone.'")
        self.execute("PRAGMA user_version = 1000000")
        before = self.rows("SELECT * FROM element"), self.rows("SELECT * FROM measure")
        app = self.start()
        app.open_plan(FREIBURG)
        app.section("Situation")
        field = app.click("text", "Vision")
        app.press("ctrl+a")
        app.press("ctrl+c")
        for key in ("ctrl+v", "Delete", "x"):
            self.assert_refused(app, lambda key=key: app.press(key))
            app.click(field)
        self.assertEqual(field.text(), "No child is left alone.")

        app.section("Measures")
        rows = app.tree_rows()
        for key in ("ctrl+v", "Delete", "alt+Down"):
            app.click("list item", driver.starting(rows[2]))
            self.assert_refused(app, lambda key=key: app.press(key))
        first, last = (app.place_of(app.find("list item", driver.starting(rows[index]))) for index in (2, 4))

        # Beside where a click was a moment ago: two at one place are a double click. As long as the pointer moves, it is tried.
        def drag():
            x = first[0] + driver.DOUBLE_CLICK_DISTANCE
            self.screen.point(x, first[1])
            self.screen.hold()

            def is_refused():
                for step in range(1, 9):
                    self.screen.point(x + step, first[1] + (last[1] - first[1]) * step // 8)
                return app.has("label", REFUSED)

            driver.wait_for(is_refused, "the drag to be refused")
            self.screen.release()

        self.assert_refused(app, drag)
        self.assertEqual(app.tree_rows(), rows)
        # The filter is no part of the plan.
        app.press("ctrl+f")
        app.type("Children")
        wait_for(lambda: app.focused() is not None and app.focused().text() == "Children", "the filter to be typed")

        app.section("Where do we stand?")
        app.find("list item", re.compile("^In place"))
        self.assert_refused(app, lambda: app.press("1"))

        app.section("Submission")
        path = self.home / "draft.json"
        app.click("push button", "Export Draft…")
        app.choose_file("Export a Draft", path)
        wait_for(path.exists, "the draft")
        app.find("label", "The draft was exported.")
        self.assertIn(uuid, path.read_text("utf-8"))
        app.quit()
        self.assertEqual((self.rows("SELECT * FROM element"), self.rows("SELECT * FROM measure")), before)

    def test_damage(self):
        """Damage is said, nothing more is written, and what can be derived again is repaired with a click."""
        self.new_plan(title=FREIBURG)
        self.execute("UPDATE summary SET n_measures = n_measures + 1")
        app = self.start()
        app.find("label", re.compile("is damaged. Nothing is written"))
        self.show("damage")
        app.click("push button", "Repair…")
        app.find("push button", "Repair", within=app.window())
        app.click("push button", "Repair", within=app.window())
        app.find("label", "The library is in order again.")
        wait_for(lambda: app.find("push button", "New Plan").has(tree.SENSITIVE), "a new plan to be allowed")
        app.quit()
        self.assert_sound()
        self.assertTrue(any("-repair-" in name for name in self.backups()))


if __name__ == "__main__":
    driver.main()
