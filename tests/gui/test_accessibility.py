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
