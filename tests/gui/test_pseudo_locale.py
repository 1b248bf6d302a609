#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""The whole program in a language that nobody speaks: every text that is not somebody’s data comes from a catalogue."""

import re
import shutil

import driver
import pseudo
import tour

INNERMOST = re.compile(r"⟦[^⟦⟧]*⟧")
WORD = re.compile(r"[^\W\d_]{2,}")
TYPE = re.compile(r"^(Gtk|Adw|Pact)[A-Z]\w*$")

# What GTK says in its own words, and windows that it makes.
GTK = {"Minimize", "Minimize the window", "Maximize", "Maximize the window", "Close", "Close the window", "(None)",
       "Expand", "Cancel", "Open", "Shortcuts", "pact-planner"}
KEYS = re.compile(r"^(Ctrl|Alt|Shift|Page_Up|Page_Down|Delete|((Ctrl|Alt|Shift)\+)+\S+)$")
FOREIGN = re.compile("GtkFileChooserWidget|^About ")

# Codes and addresses, as they are in every language.
CODES = re.compile(r"https?://\S+|(^|\s)/\S+|\$[\w.\[\]]*|\b[\w-]+\.json\b")

# The plan is in the same language, so that a piece of it has half of its brackets, or none from the middle of a text.
PIECE = re.compile(r"…[^⟦⟧]*⟧|⟦[^⟦⟧]*…|…[^⟦⟧…]+…")

# What other languages are called in themselves.
LANGUAGES = {"Deutsch", "Français"}


class PseudoLocale(driver.Case):
    def data(self):
        """Everything that somebody wrote in the library, and what has a name of its own, the longest first."""
        texts = {tour.TITLE, tour.AUTHORITY, "Jugendamt", "Pact Planner", "children", "soon", pseudo.LANGUAGE}
        texts |= LANGUAGES | pseudo.iso_names()
        for table, in self.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%'"):
            for row in self.rows(f'SELECT * FROM "{table}"'):
                texts |= {value for value in row if isinstance(value, str)}
        return sorted((text for text in texts if text), key=len, reverse=True)

    def rest(self, text, data):
        """What remains of a text without what is translated and what is somebody’s own."""
        text = CODES.sub("", text)
        for own in data:
            if own in text:
                text = text.replace(own, "")
        while INNERMOST.search(text):
            text = INNERMOST.sub("", text)
        return PIECE.sub("", text)

    def test_everything_is_translated(self):
        for folder in pseudo.make(driver.SOURCE, driver.BUILD):
            self.addCleanup(shutil.rmtree, folder)
        self.env["LANGUAGE"] = pseudo.LANGUAGE
        app = self.start()
        faults = {}

        def look(place):
            data = None
            for window in app.tree().children:
                nodes = list(window.walk())
                if any(FOREIGN.search(node.name) for node in nodes):
                    continue
                for node in nodes:
                    for text in (node.name, node.description):
                        if (not WORD.search(INNERMOST.sub("", text)) or text in GTK or text in faults or KEYS.match(text)
                                or TYPE.match(text)):
                            continue
                        data = data or self.data()
                        if WORD.search(self.rest(text, data)) and node.is_shown():
                            faults[text] = place

        tour.go(self, app, look)
        self.assertEqual({}, faults, "\n".join(f"{place}: “{text}”" for text, place in faults.items()))


driver.main()
