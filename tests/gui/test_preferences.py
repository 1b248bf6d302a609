#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""A planner sets the program up: the name in the history, how long that is, the language and the colours."""

import contextlib
import sqlite3
import subprocess

import driver
from driver import wait_for

FREIBURG = "Freiburg protects children"
ANNA = "Anna Schmidt"

# The least number of edits that Preferences allow to be kept.
NEWEST = 100


class Preferences(driver.Case):
    def authors(self):
        return [author for author, in self.rows("SELECT author FROM edit ORDER BY id")]

    def open_preferences(self, app):
        app.press("ctrl+comma")
        app.find("text", "Name for the history")

    def close(self, app):
        app.press("Escape")
        wait_for(lambda: len(app.tree().children) == 1, "the preferences to close")

    def rename_plan(self, app, title):
        app.section("Authority and commitment")
        app.fill("Title", title)
        self.wait_rows([(title,)], "SELECT title FROM plan")

    def test_name_in_history(self):
        """What is done from then on is kept under the name; what was done before stays as it was."""
        self.new_plan(title=FREIBURG)
        app = self.start()
        app.open_plan(FREIBURG)
        self.rename_plan(app, "Freiburg 2030")
        before = self.authors()
        self.assertNotIn(ANNA, before)

        self.open_preferences(app)
        app.fill("Name for the history", ANNA)
        self.close(app)
        self.rename_plan(app, "Freiburg 2031")
        wait_for(lambda: self.authors() == [*before, ANNA], f"the name in the history, not {self.authors()}")
        app.quit()

        # It is still known the day after.
        app = self.start()
        app.open_plan("Freiburg 2031")
        app.section("Situation")
        app.fill("Vision", "No child is left alone.")
        wait_for(lambda: self.authors() == [*before, ANNA, ANNA], f"the name in the history, not {self.authors()}")
        app.quit()

    def test_catalogue(self):
        """A translator sees a file that nobody has built, and is told what is wrong in it."""
        catalogue = self.home / "fr.po"
        text = (driver.SOURCE / "po" / "fr.po").read_text("utf-8")
        old = 'msgid "Back to all plans"\nmsgstr "Revenir à tous les plans"'
        self.assertIn(old, text)
        catalogue.write_text(text.replace(old, 'msgid "Back to all plans"\nmsgstr "Voir tous mes plans"'), "utf-8")
        self.new_plan(title=FREIBURG)
        app = self.start("--catalogue", str(catalogue))
        app.click("list item", driver.starting(FREIBURG))
        app.find("push button", "Voir tous mes plans")
        app.find("push button", "Continuer")
        app.quit()

        # Of an unfinished one the rest is English.
        head = text[:text.index("\n\n")]
        catalogue.write_text(f"{head}\n\n{old}\n", "utf-8")
        app = self.start("--catalogue", str(catalogue))
        app.click("list item", driver.starting(FREIBURG))
        app.find("push button", "Revenir à tous les plans")
        app.find("push button", "Continue")
        app.quit()

        catalogue.write_text(text.replace(old, 'msgid "Back to all plans\nmsgstr ""'), "utf-8")
        run = subprocess.run([driver.BUILD / "src" / "app" / "pact-planner", "--catalogue", catalogue], env=self.env,
                             capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual(run.returncode, 1)
        self.assertIn(f"This is not a catalogue that can be used. {catalogue}:", run.stderr)
        self.assert_sound()

    def test_language(self):
        """The language is another after the next start, and can be found back from there."""
        app = self.start()
        app.find("label", "No Plans Yet")
        self.open_preferences(app)
        app.choose("Language", "Français")
        self.close(app)
        app.quit()

        app = self.start()
        app.find("label", "Aucun plan pour l’instant")
        app.press("ctrl+comma")
        app.choose("Langue", "English")
        app.press("Escape")
        wait_for(lambda: len(app.tree().children) == 1, "the preferences to close")
        app.quit()
        app = self.start()
        app.find("label", "No Plans Yet")
        app.quit()

    def test_number_just_typed(self):
        """A number that is still being typed when the window is closed counts."""
        app = self.start()
        self.open_preferences(app)
        app.click("spin button", "Days that older edits are kept")
        app.press("ctrl+a")
        app.type("77")
        self.close(app)
        app.quit()
        settings = (self.home / "config" / "glib-2.0" / "settings" / "keyfile").read_text("utf-8")
        self.assertIn("history-limit-days=77", settings)

    def test_history_is_thinned_at_the_next_start(self):
        """What is older than it may be, and not among the newest that are always kept, goes when the program is started, not
        while a number is being typed."""
        self.new_plan(title="Freiburg protects children")
        with contextlib.closing(sqlite3.connect(self.library)) as library, library:
            columns = [name for _, name, *_ in library.execute("PRAGMA table_info (edit)") if name != "id"]
            names = ", ".join(f'"{name}"' for name in columns)
            for _ in range(NEWEST):
                library.execute(f"INSERT INTO edit ({names}) SELECT {names} FROM edit LIMIT 1")
            library.execute("UPDATE edit SET at = '2020-01-01T00:00:00Z'")
        settings = self.home / "config" / "glib-2.0" / "settings" / "keyfile"
        settings.parent.mkdir(parents=True)
        settings.write_text(f"[org/pactplanner/PactPlanner]\nhistory-limit-days=36500\nhistory-limit-edits={NEWEST}\n", "utf-8")
        app = self.start()
        self.open_preferences(app)
        app.click("spin button", "Days that older edits are kept")
        app.press("ctrl+a")
        app.type("77")
        self.close(app)
        app.quit()
        self.assertIn("history-limit-days=77", settings.read_text("utf-8"))
        self.assertEqual(self.rows("SELECT count(*) FROM edit"), [(NEWEST + 1,)])

        app = self.start()
        self.wait_rows([(NEWEST,)], "SELECT count(*) FROM edit")
        app.quit()


driver.main()
