#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""Whoever hears the program instead of seeing it: everything that takes the keyboard has a name."""

import re

import driver
import tour
import tree

TYPE = re.compile(r"^(Gtk|Adw|Pact)[A-Z]\w*$")
MNEMONIC = re.compile(r"(^|\W)_\w|\w_\w")

# Windows that are GTK's own from the frame to the last button.
FOREIGN = re.compile("GtkFileChooserWidget|GtkShortcutsWindow|^About ")


def is_foreign(window):
    return any(FOREIGN.search(node.name) for node in window.walk())


def is_inner(node):
    """Whether it is a part of something of GTK’s or libadwaita’s own that has no name to give: the lists that an expander row
    is made of, what scrolls, and the button that closes a message."""
    return (node.role in ("filler", "scroll pane")
            or node.role == "list" and any(above.role == "list item" for above in node.ancestors())
            or any(driver.fits("Undo", sibling.name) for sibling in node.parent.children))


class Accessibility(driver.Case):
    def test_every_control_has_a_name(self):
        app = self.start()
        faults = {}

        def look(place):
            for window in app.tree().children:
                if is_foreign(window):
                    continue
                for node in window.walk():
                    if not node.has(tree.FOCUSABLE) or is_inner(node):
                        continue
                    name = node.name.strip()
                    if (not name or TYPE.match(name) or MNEMONIC.search(name)) and node.is_shown():
                        way = " › ".join(above.name or above.role for above in reversed(list(node.ancestors()))
                                         if above.name and not TYPE.match(above.name))
                        faults.setdefault(f"{node.role} “{node.name}” in {way}", place)

        tour.go(self, app, look)
        self.assertEqual({}, faults, "\n".join(f"{place}: {fault}" for fault, place in faults.items()))

    def wait_description(self, app, name, within, description):
        def look():
            return description.search(app.find("list item", name, within=within, shown=False).description)

        driver.wait_for(look, f"“{name}” to be described by “{description.pattern}”")

    def test_what_is_missing_is_told(self):
        """What the figures and marks beside a section and a measure show is said as well."""
        self.new_plan(title="Freiburg protects children")
        app = self.start()
        app.open_plan("Freiburg protects children")
        sections = app.find("list", "Sections of the plan")
        self.wait_description(app, "Where do we stand?", sections, re.compile("^It has been said of 0 of 34 measures"))
        self.wait_description(app, "Situation", sections, re.compile("^$"))
        app.section("Measures")
        app.select("Adopt the plan and name one body that coordinates it")
        self.wait_description(app, re.compile("^1.1.1 "), app.tree_list(), re.compile(r"^\d+ of \d+ answers"))
        self.wait_description(app, re.compile("^1 "), app.tree_list(), re.compile(r"^0 of \d+ measures are ready"))
        app.choose("Situation today", "Not applicable")
        self.wait_description(app, re.compile("^1.1.1 "), app.tree_list(), re.compile("^Does not apply here$"))
        self.wait_description(app, "Where do we stand?", sections, re.compile("^It has been said of 1 of 34 measures"))
        app.quit()


driver.main()
