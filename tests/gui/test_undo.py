#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""Undo tells the truth: what it takes back, where that was, and never more than somebody expects."""

import re
import subprocess
import time

import driver
from driver import wait_for

MEASURE = "Train all staff and volunteers who are in regular contact with children"
PARAGRAPH = "Two hours each year. For everyone."
PAUSE = 2.2


class Case(driver.Case):
    names = {name: name for name in ("Description", "Start", "Title", "Measures", "Not everything is saved", "Saved")}

    def setUp(self):
        super().setUp()
        self.plan = self.new_plan(title="Freiburg protects children")
        self.measure, self.description = self.rows(
            "SELECT uuid, description FROM measure JOIN element USING (id) WHERE title = ?", MEASURE)[0]

    def open(self):
        app = self.start()
        app.click("list item", driver.starting("Freiburg protects children"))
        app.click("list item", driver.starting(self.names["Measures"]))
        return app

    def select(self, app):
        app.click("list item", driver.ending(MEASURE), shown=False)

    def wait_measure(self, columns, *expected):
        self.wait_rows([expected], f"SELECT {columns} FROM measure JOIN element USING (id) WHERE uuid = ?", self.measure)

    def count_edits(self):
        return self.rows("SELECT count(*) FROM edit WHERE state = 'done'")[0][0]

    def pause(self):
        """As long as somebody thinks: it is what this is about."""
        end = time.monotonic() + PAUSE
        wait_for(lambda: time.monotonic() > end, "the time of a pause")

    def caret(self, app, name):
        node = app.find("text", name)
        return node.bus.property_of(node.path, "org.a11y.atspi.Text", "CaretOffset")

    def wait_caret(self, app, name, offset):
        wait_for(lambda: self.caret(app, name) == offset, f"the caret of “{name}” to stand at {offset}")

    def wait_focus(self, app, name):
        wait_for(lambda: (node := app.focused()) is not None and node.name == name, f"the keyboard to be in “{name}”")


class Undo(Case):
    def test_steps(self):
        """Pauses, a paste and a deleted selection are steps of their own; what was saved is one Ctrl+Z away."""
        app = self.open()
        self.select(app)
        description = self.names["Description"]
        before = self.count_edits()
        app.fill(description, PARAGRAPH)
        self.wait_measure("description", PARAGRAPH)

        app.press("ctrl+a")
        app.press("BackSpace")
        self.wait_measure("description", None)
        app.press("ctrl+z")
        self.wait_measure("description", PARAGRAPH)
        app.wait_text("text", description, PARAGRAPH)
        self.wait_caret(app, description, len(PARAGRAPH))

        # Forty seconds of typing with pauses, in short.
        for sentence in (" One.", " Two.", " Three."):
            self.pause()
            app.type(sentence)
        self.wait_measure("description", PARAGRAPH + " One. Two. Three.")
        for rest in (" One. Two.", " One.", ""):
            app.press("ctrl+z")
            self.wait_measure("description", PARAGRAPH + rest)
            self.wait_caret(app, description, len(PARAGRAPH + rest))
        for rest in (" One.", " One. Two.", " One. Two. Three."):
            app.press("ctrl+shift+z")
            self.wait_measure("description", PARAGRAPH + rest)

        # Copied and pasted behind what was typed a moment ago.
        app.press("ctrl+a")
        app.press("ctrl+c")
        app.press("Right")
        app.type(" ")
        app.press("ctrl+v")
        self.wait_measure("description", f"{PARAGRAPH} One. Two. Three. {PARAGRAPH} One. Two. Three.")
        app.press("ctrl+z")
        wait_for(lambda: app.find("text", description).text() == f"{PARAGRAPH} One. Two. Three. ", "the paste to go")

        # Typed and taken away again: no step that does nothing.
        app.press("ctrl+z")
        self.wait_measure("description", f"{PARAGRAPH} One. Two. Three.")
        edits = self.count_edits()
        app.press("ctrl+End")
        app.type("x")
        self.wait_measure("description", f"{PARAGRAPH} One. Two. Three.x")
        app.press("BackSpace")
        self.wait_measure("description", f"{PARAGRAPH} One. Two. Three.")
        self.assertEqual(self.count_edits(), edits)

        for _ in range(self.count_edits() - before):
            app.press("ctrl+z")
        self.wait_measure("description", self.description)
        app.wait_text("text", description, self.description)
        app.quit()
        self.assert_sound()

    def test_refused(self):
        """What could not be saved is taken back first, and comes again; nothing that was saved goes behind it."""
        app = self.open()
        self.select(app)
        start = self.names["Start"]
        app.fill(start, "2027")
        app.press("Tab")
        self.wait_measure("start", "2027")
        app.fill(start, "next spring")
        app.find("push button", self.names["Not everything is saved"])
        app.press("ctrl+z")
        app.wait_text("text", start, "2027")
        app.find("status bar", self.names["Saved"])
        self.wait_measure("start", "2027")
        app.press("ctrl+shift+z")
        app.wait_text("text", start, "next spring")
        app.find("push button", self.names["Not everything is saved"])

        # From elsewhere, too: the saved date does not go while the field says something else.
        self.select(app)
        app.press("ctrl+z")
        app.wait_text("text", start, "2027")
        self.wait_measure("start", "2027")
        self.wait_focus(app, start)
        app.press("ctrl+z")
        self.wait_measure("start", None)
        app.wait_text("text", start, "")
        app.quit()


class UndoInGerman(Undo):
    """The same in a language in which a date and a number are written otherwise."""

    names = {"Description": "Beschreibung", "Start": "Beginn", "Title": "Titel", "Measures": "Maßnahmen",
             "Not everything is saved": "Nicht alles ist gespeichert", "Saved": "Gespeichert"}

    def setUp(self):
        super().setUp()
        locales = self.home / "locales"
        locales.mkdir()
        subprocess.run(["localedef", "-i", "de_DE", "-f", "UTF-8", locales / "de_DE.UTF-8"], check=True, capture_output=True)
        self.env.update(LOCPATH=str(locales), LC_ALL="de_DE.UTF-8")


class UndoElsewhere(Case):
    """What is not on the screen is shown or said."""

    def test_shown(self):
        app = self.open()
        app.select(MEASURE)
        app.fill("Title", "Training")
        self.wait_measure("title", "Training")
        app.section("Overview")
        app.press("ctrl+z")
        self.wait_measure("title", MEASURE)
        self.wait_focus(app, "Title")
        app.wait_text("text", "Title", MEASURE)
        # A long title leaves room for the rest of the sentence.
        app.find("label", "Undone: “Title” of “Train all staff and volunteers who are in…” says what it said before.")

        app.section("Overview")
        app.press("ctrl+shift+z")
        self.wait_measure("title", "Training")
        self.wait_focus(app, "Title")
        app.find("label", "Done again: “Title” of “Training” was changed.")

        # What was deleted is chosen when it is back, wherever somebody has gone meanwhile, and whatever is filtered by.
        app.select("Training")
        app.press("Delete")
        app.find("label", "“Training” was deleted with everything in it.")
        app.section("Situation")
        app.press("ctrl+z")
        app.find("label", "Undone: “Training” is back.")
        wait_for(lambda: any(node.has(driver.tree.SELECTED) for node in app.find_all("list item", driver.ending("Training"))),
                 "what is back to be selected")
        app.press("ctrl+shift+z")
        app.find("label", "Done again: “Training” was deleted.")
        app.quit()

    def test_in_sight(self):
        """What came back far down in a form is on the screen, with the keyboard in it."""
        app = self.open()
        self.select(app)
        indicators = app.find("list", "Indicators", shown=False)
        title = app.find("label", re.compile("."), within=indicators, shown=False).name
        app.click(app.find("push button", "Delete", within=indicators, shown=False))
        wait_for(lambda: not self.rows("SELECT 1 FROM indicator WHERE title = ?", title), "the indicator to go")
        app.section("Overview")
        app.press("ctrl+z")

        def is_seen():
            node = app.focused()
            return node is not None and node.text_if_there() == title and node.is_on_screen()

        wait_for(is_seen, f"“{title}” to be seen")

        # Also when its row is open already.
        app.press("End")
        app.type("!")
        title += "!"
        wait_for(lambda: self.rows("SELECT 1 FROM indicator WHERE title = ?", title), "the title")
        app.section("Overview")
        app.press("ctrl+z")
        title = title[:-1]
        wait_for(is_seen, f"“{title}” to be seen")

        # A key that does nothing leaves the keyboard where it is.
        app.fill("Start", "2027")
        app.press("ctrl+shift+n")
        app.press("BackSpace", "8")
        app.wait_text("text", "Start", "2028")
        self.wait_measure("start", "2028")
        app.quit()

    def test_answer(self):
        """An answer is undone where it was given."""
        app = self.open()
        app.section("Where do we stand?")
        app.find("label", re.compile("^Measure 1 of "))
        app.press("1")
        app.find("label", re.compile("^1 of .* answered$"))
        app.press("Return")
        app.find("label", re.compile("^Measure 2 of "))
        app.press("ctrl+z")
        app.find("label", re.compile("^0 of .* answered$"))
        app.find("label", re.compile("^Measure 1 of "))
        app.quit()

    def test_unsaved(self):
        """Not everything is saved: where? One after the other."""
        app = self.open()
        app.select(MEASURE)
        app.fill("Start", "soon")
        app.fill("End", "later")
        app.press("Tab")
        app.section("Overview")
        app.click("push button", "Not everything is saved")
        self.wait_focus(app, "Start")
        app.wait_text("text", "Start", "soon")
        app.find("image", "Something typed here is not saved")
        app.click("push button", "Not everything is saved")
        self.wait_focus(app, "End")
        app.click("push button", "Not everything is saved")
        self.wait_focus(app, "Start")
        app.fill("Start", "2027")
        self.wait_measure("start", "2027")
        app.click("push button", "Not everything is saved")
        self.wait_focus(app, "End")
        app.press("ctrl+z")
        app.wait_text("text", "End", "")
        app.find("status bar", "Saved")
        app.wait_gone("image", "Something typed here is not saved")
        app.quit()

    def test_reason(self):
        """Not applicable: why? The caret stands where that is written, in the form and where the measures are gone through."""
        app = self.open()
        app.select(MEASURE)
        app.choose("Situation today", "Not applicable")
        self.wait_focus(app, "Note on the situation")
        app.type("Done by the region")
        self.wait_measure("situation, situation_note", "not-applicable", "Done by the region")
        app.section("Where do we stand?")
        app.find("label", re.compile("^Measure 1 of "))
        app.press("2")
        app.find("label", re.compile("^2 of .* answered$"))
        app.press("5")
        self.wait_focus(app, "Note on the situation")
        app.type("51 km away")
        self.wait_rows([("51 km away",), ("Done by the region",)],
                       "SELECT situation_note FROM measure WHERE situation = 'not-applicable' ORDER BY 1")
        app.quit()


driver.main()
