# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""What the tests of the table share."""

import driver
from driver import wait_for


class TableCase(driver.Case):
    def setUp(self):
        super().setUp()
        self.plan = self.new_plan()

    def open(self):
        app = self.start()
        app.open_plan("")
        app.section("Table")
        app.find("label", "47 rows")
        return app

    def cell(self, app, start):
        return app.click("table cell", driver.starting(start))

    def wait_cell(self, app, name):
        """The cell that has the keyboard."""
        wait_for(lambda: app.focus_name() == name, f"the keyboard in “{name}”")

    def measures(self, columns, n):
        return self.rows(f"SELECT {columns} FROM measure JOIN element USING (id) JOIN (SELECT id AS objective_id, position AS "
                         "objective_position, parent AS pillar FROM element) ON parent = objective_id JOIN (SELECT id AS pillar_id, "
                         "position AS pillar_position FROM element) ON pillar = pillar_id "
                         f"ORDER BY pillar_position, objective_position, position LIMIT {n}")

    def wait_measures(self, columns, expected):
        try:
            wait_for(lambda: self.measures(columns, len(expected)) == expected, "the library file")
        except driver.Waiting:
            self.assertEqual(self.measures(columns, len(expected)), expected)
