#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""The whole program in a language that nobody speaks: everything that takes the keyboard has a name, for whoever hears the program
instead of seeing it, and every text that is not somebody’s data comes from a catalogue."""

import re
import shutil

import driver
import pseudo
import tour
import tree

INNERMOST = re.compile(r"⟦[^⟦⟧]*⟧")
WORD = re.compile(r"[^\W\d_]{2,}")
PAGE = re.compile(r"Page \d+ of \d+")
TYPE = re.compile(r"^(Gtk|Adw|Pact)[A-Z]\w*$")
MNEMONIC = re.compile(r"(^|\W)_\w|\w_\w")
KEY = re.compile(r"\bPage_(Up|Down)\b")

# Windows that are GTK's own from the frame to the last button, and one that has names of its own but our words.
FOREIGN = re.compile("GtkFileChooserWidget|^About ")
SHORTCUTS = "GtkShortcutsWindow"

# What GTK says in its own words.
GTK = {"Minimize", "Minimize the window", "Maximize", "Maximize the window", "Close", "Close the window", "(None)",
       "Expand", "Cancel", "Open", "Shortcuts", "Search Shortcuts", "Dismiss", "pact-planner"}
# Newer GTK calls a shortcut by its keys and what they do.
NAME_OF_KEY = r"(Ctrl|Alt|Shift|(Page_)?(Up|Down)|Delete|F\d+|\S)"
KEYS = re.compile(rf"^{NAME_OF_KEY}(( ?\+ ?| / ){NAME_OF_KEY})*( ⟦[^⟦⟧]*⟧)?$")

# Codes and addresses, as they are in every language.
CODES = re.compile(r"https?://\S+|(^|\s)/\S+|\$[\w.\[\]]*|\b[\w-]+\.json\b")

# The plan is in the same language, so that a piece of it has half of its brackets, or none from the middle of a text.
PIECE = re.compile(r"…[^⟦⟧]*⟧|⟦[^⟦⟧]*…|…[^⟦⟧…]+…")

# What other languages are called in themselves.
LANGUAGES = {"Deutsch", "Français"}


def is_inner(node):
    """Whether it is a part of something of GTK’s or libadwaita’s own that has no name to give: the lists that an expander row
    is made of, what scrolls, and the button that closes a message."""
    return (node.role in ("filler", "scroll pane")
            or node.role == "list" and any(above.role == "list item" for above in node.ancestors())
            or node.parent.name == "AdwToastWidget" and node.role == "push button" and node is node.parent.children[-1])


def look_for_names(nodes, place, faults):
    """Whether all that takes the keyboard is called something, and not by its class or with the sign for a key."""
    for node in nodes:
        if not node.has(tree.FOCUSABLE) or is_inner(node):
            continue
        name = node.name.strip()
        if (not name or TYPE.match(name) or MNEMONIC.search(KEY.sub("", CODES.sub("", name)))) and node.is_shown():
            way = " › ".join(above.name or above.role for above in reversed(list(node.ancestors()))
                             if above.name and not TYPE.match(above.name))
            faults.setdefault(f"{node.role} “{node.name}” in {way}", place)


class Tour(driver.Case):
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

    def look_for_words(self, nodes, place, faults):
        """Whether all that is said and told is translated. What is told of a page is what stands on it, in the language of the plan."""
        data = None
        for node in nodes:
            for text in (node.name, "" if node.role == "image" and PAGE.search(node.name) else node.description):
                if (not WORD.search(INNERMOST.sub("", text)) or text in GTK or text in faults or KEYS.match(text)
                        or TYPE.match(text)):
                    continue
                data = data or self.data()
                if WORD.search(self.rest(text, data)) and node.is_shown():
                    faults[text] = place

    def test_everything_is_named_and_translated(self):
        for folder in pseudo.make(driver.SOURCE, driver.BUILD):
            self.addCleanup(shutil.rmtree, folder)
        self.env["LANGUAGE"] = pseudo.LANGUAGE
        app = self.start()
        nameless, untranslated = {}, {}

        def look(place):
            for window in app.tree().children:
                nodes = list(window.walk())
                if any(FOREIGN.search(node.name) for node in nodes):
                    continue
                if not any(node.name == SHORTCUTS for node in nodes):
                    look_for_names(nodes, place, nameless)
                self.look_for_words(nodes, place, untranslated)

        tour.go(self, app, look)
        self.assertEqual({}, nameless, "\n".join(f"{place}: {fault}" for fault, place in nameless.items()))
        self.assertEqual({}, untranslated, "\n".join(f"{place}: “{text}”" for text, place in untranslated.items()))


driver.main()
