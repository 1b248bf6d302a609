#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""Whoever hears the program instead of seeing it is told what figures and marks show."""

import re

import driver


class Accessibility(driver.Case):
    def wait_description(self, app, name, within, description):
        def look():
            return description.search(app.find("list item", name, within=within, shown=False).description)

        driver.wait_for(look, f"“{name}” to be described by “{description.pattern}”")

    def test_what_is_missing_is_told(self):
        """What stands beside a section and a measure is said as well."""
        self.new_plan(title="Freiburg protects children")
        app = self.start()
        app.open_plan("Freiburg protects children")
        sections = app.find("list", "Sections of the plan")
        self.wait_description(app, "Where do we stand?", sections, re.compile("^It has been said of 0 of 47 measures"))
        self.wait_description(app, "Situation", sections, re.compile("^$"))
        app.section("Measures")
        app.select("Adopt the plan and name one body that coordinates it")
        self.wait_description(app, re.compile("^1.1.1 "), app.tree_list(), re.compile(r"^\d+ of \d+ answers"))
        self.wait_description(app, re.compile("^1 "), app.tree_list(), re.compile(r"^0 of \d+ measures are ready"))
        app.choose("Situation today", "Not applicable")
        self.wait_description(app, re.compile("^1.1.1 "), app.tree_list(), re.compile("^Not part of this plan$"))
        self.wait_description(app, "Where do we stand?", sections, re.compile("^It has been said of 1 of 47 measures"))
        app.quit()

    def edge_of_card(self, **env):
        """How dark the left edge of a plan in the list is, from 0 for black to 255."""
        app = self.start(env=env)
        row = app.find("list item", driver.starting("Freiburg protects children"), within=app.find("list", "Plans"))
        x, y, _, height = row.extents()
        driver.wait_for(lambda: app.still_place_of(row), "the list to stand still")
        darkest = min(min(colour) for colour in self.screen.colours(x - 30, y + height // 2, 28, 1))
        app.quit()
        return darkest

    def test_high_contrast(self):
        """Where the desktop is set to high contrast, what stands out by its background alone has an edge as well."""
        self.new_plan(title="Freiburg protects children")
        self.assertGreater(self.edge_of_card(), 200)
        self.assertLess(self.edge_of_card(ADW_DISABLE_PORTAL="1", ADW_DEBUG_HIGH_CONTRAST="1"), 170)


driver.main()
