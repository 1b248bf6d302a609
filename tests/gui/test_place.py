#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""The library's file goes while the window is open: it is said at once, nothing is lost, and nothing is called saved."""

import os
import shutil
import sqlite3
import unittest

from driver import Case, ending, main, starting, wait_for

GONE = starting("The library “")
ELSEWHERE = starting("Another file has taken the place")
SPOILED = starting("Another program has written over")


class Place(Case):
    def setUp(self):
        super().setUp()
        self.uuid = self.new_plan(title="Plan A")
        self.app = self.start()
        self.app.open_plan("Plan A")
        self.app.section("Authority and commitment")
        self.app.find("status bar", "Saved")

    def titles(self, library):
        with sqlite3.connect(f"file:{library}?mode=ro", uri=True) as connection:
            return [title for title, in connection.execute("SELECT title FROM plan")]

    def test_deleted_and_put_back(self):
        """Noticed while nothing is done; what is typed stays, and is saved when the library is back in its place."""
        shutil.rmtree(self.library.parent)
        self.app.find("label", GONE)
        self.app.wait_gone("status bar", "Saved")
        self.app.fill("Title", "Plan B")
        self.app.press("Tab")
        self.assertFalse(self.library.exists())

        # Closing asks.
        self.app.press("ctrl+q")
        self.app.click("push button", "Cancel")
        self.app.wait_gone("push button", "Cancel")

        self.app.click("push button", ending("Save in the Old Place"))
        self.app.wait_gone("label", GONE)
        self.app.find("status bar", "Saved")
        wait_for(lambda: self.titles(self.library) == ["Plan B"], "what was typed to be saved")
        self.app.fill("Title", "Plan C")
        self.app.press("Tab")
        wait_for(lambda: self.titles(self.library) == ["Plan C"], "what is typed afterwards to be saved")
        self.app.quit()
        self.assert_sound()

    def test_moved_and_back(self):
        """Whoever moves it back has mended it."""
        moved = self.home / "moved.db"
        os.rename(self.library, moved)
        self.app.find("label", GONE)
        os.rename(moved, self.library)
        self.app.wait_gone("label", GONE)
        self.app.find("status bar", "Saved")
        self.app.quit()

    def test_moved_and_saved_elsewhere(self):
        moved = self.home / "moved.db"
        new = self.home / "new.db"
        os.rename(self.library, moved)
        self.app.find("label", GONE)
        self.app.fill("Title", "Plan B")
        self.app.press("Tab")
        self.app.click("push button", ending("Save to a New Place…"))
        self.app.choose_file("Save All Plans to a New Place", new)
        self.app.find("label", "The library was saved to a new place")
        self.app.click("push button", "Close", within=self.app.window())
        self.app.wait_gone("label", GONE)
        self.app.find("status bar", "Saved")
        wait_for(lambda: self.titles(new) == ["Plan B"], "what was typed to be saved")
        self.assertFalse(self.library.exists())
        self.app.quit()
        self.assertEqual(self.titles(moved), ["Plan A"])
        for library in (moved, new):
            self.cli("doctor", library=library)

    def test_replaced(self):
        other = self.home / "other.db"
        self.cli("new", *[word for pair in {"--template": "pact-4ps", "--authority": "X", "--country": "DE",
                                            "--kind": "municipality", "--language": "en", "--currency": "EUR",
                                            "--start": "2027", "--end": "2030", "--title": "Other"}.items()
                          for word in pair], library=other)
        os.rename(other, self.library)
        self.app.find("label", ELSEWHERE)
        self.app.fill("Title", "Plan B")
        self.app.press("Tab")
        self.assertEqual(self.titles(self.library), ["Other"])
        self.app.click("push button", ending("Open What Is There…"))
        self.app.click("push button", "Open What Is There")
        self.app.wait_gone("label", ELSEWHERE)
        self.app.find("list item", starting("Other"), within=self.app.find("list", "Plans"))
        self.assertFalse(self.app.has("list item", starting("Plan A")))
        self.app.kill()
        self.assertEqual(self.titles(self.library), ["Other"])
        self.assert_sound()

    def test_cut_off(self):
        """The plan that is open is in memory, and can be saved."""
        new = self.home / "new.db"
        with sqlite3.connect(self.library) as connection:
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        os.truncate(self.library, 8192)
        self.app.find("label", SPOILED)
        self.app.fill("Title", "Plan B")
        self.app.press("Tab")
        self.app.click("push button", ending("Save to a New Place…"))
        self.app.choose_file("Save All Plans to a New Place", new)
        self.app.find("label", "The library was saved to a new place")
        self.app.click("push button", "Close", within=self.app.window())
        wait_for(lambda: new.exists() and self.titles(new) == ["Plan B"], "what was typed to be saved")
        self.app.quit()
        self.cli("doctor", library=new)


class Address(Case):
    def test_address_is_refused(self):
        """Only files on this computer are read, from wherever they were handed over."""
        for address in ("http://127.0.0.1:1/plan.json", "smb://server/plan.json"):
            app = self.start(address)
            app.find("label", "“plan.json” was not imported")
            app.find("label", starting(f"“{address}” is not on this computer"))
            app.kill()


if __name__ == "__main__":
    main()
