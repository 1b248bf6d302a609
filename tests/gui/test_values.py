#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""A planner answers what is no text: an amount, when the currency is another one."""

import driver

MEASURE = "Train all staff and volunteers who are in regular contact with children"


class Values(driver.Case):
    def setUp(self):
        super().setUp()
        self.plan = self.new_plan(title="Freiburg protects children")

    def open(self, section, **env):
        app = self.start(env=env)
        app.open_plan("Freiburg protects children")
        app.section(section)
        return app

    def wait_money(self, currency, amount):
        self.wait_rows([(currency, amount)], "SELECT currency, amount FROM plan, cost")

    def test_currency(self):
        """The amounts go with the currency, and come back with it; what would be rounded is asked first."""
        app = self.open("Measures")
        app.select(MEASURE)
        app.click("push button", "Add Cost")
        app.fill("Year", "2027")
        app.fill("Amount", "1250.50")
        self.wait_money("EUR", 125050)

        app.section("Authority")
        app.choose("Currency", "Iceland Krona")
        app.find("push button", "Round and Change")
        app.find("label", driver.starting("1 amount cannot be written exactly in the new currency: 1250.50 EUR"))
        app.press("Escape")
        app.wait_gone("push button", "Round and Change")
        app.find("label", "Euro", within=app.find("combo box", "Currency"))
        self.wait_money("EUR", 125050)

        app.choose("Currency", "Iceland Krona")
        app.find("push button", "Round and Change")
        app.press("Return")
        self.wait_money("ISK", 1251)
        app.press("ctrl+z")
        self.wait_money("EUR", 125050)

        app.choose("Currency", "Tunisian Dinar")
        self.wait_money("TND", 1250500)
        app.find("label", "All amounts keep their figures: no rate was applied.")
        app.section("Measures")
        app.select(MEASURE)
        app.find("list item", "2027 · 1250.500 TND", shown=False)
        app.quit()
        self.assert_sound()


driver.main()
