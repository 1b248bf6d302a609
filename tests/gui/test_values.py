#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""A planner answers what is no text: an amount, when the currency is another one; a date, on a calendar."""

import re

import driver
from driver import wait_for

MEASURE = "Train all staff and volunteers who are in regular contact with children"


class Values(driver.Case):
    def setUp(self):
        super().setUp()
        self.plan = self.new_plan(title="Freiburg protects children")

    def open(self, section, **env):
        """Opens the plan in any language, and of its measures the one."""
        app = self.start(env=env)
        app.click("list item", driver.starting("Freiburg protects children"))
        app.click("list item", driver.starting(section))
        app.click("list item", driver.ending(MEASURE), shown=False)
        return app

    def wait_money(self, currency, amount):
        self.wait_rows([(currency, amount)], "SELECT currency, amount FROM plan, cost")

    def test_currency(self):
        """The amounts go with the currency, and come back with it; what would be rounded is asked first."""
        app = self.open("Measures")
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

    def wait_start(self, start):
        self.wait_rows([(start,)], "SELECT start FROM measure WHERE title = ?", MEASURE)

    def test_calendar(self):
        """A day, a month and a year, each with one choice, by mouse and by keyboard, and taken back one by one."""
        app = self.open("Measures")
        app.open_popover("push button", "Calendar: Start")
        app.find("panel", "2027")
        app.click("push button", "March 2027")
        self.wait_start("2027-03")
        wait_for(lambda: app.focused().name == "Start", "the keyboard to come back to the field")

        app.press("alt+Down")
        app.find("panel", "2027")
        app.click("push button", "Day")
        app.find("panel", "March 2027")
        app.click("push button", "Next Month")
        app.find("panel", "April 2027")
        app.click("push button", "15 April 2027")
        self.wait_start("2027-04-15")

        # Without a mouse: a week on, to the end of the week, a month back, a year on.
        app.press("F4")
        wait_for(lambda: app.focused().name == "15 April 2027", "the keyboard to be on the day")
        app.press("Down", "Home", "Right", "Page_Up", "shift+Page_Down")
        wait_for(lambda: app.focused().name == "20 March 2028", "the keyboard to be on another day")
        app.press("Return")
        self.wait_start("2028-03-20")

        # Escape changes nothing, and leads back to the field.
        app.press("alt+Down")
        wait_for(lambda: app.focused().name == "20 March 2028", "the keyboard to be on the day")
        app.press("Right", "Escape")
        wait_for(lambda: app.focused().name == "Start", "the keyboard to come back to the field")
        self.wait_start("2028-03-20")

        app.press("alt+Down")
        app.click("push button", "Year")
        app.find("panel", "2020 – 2029")
        app.click("push button", "2030")
        self.wait_start("2030")
        app.quit()
        self.assert_sound()

    def test_calendar_in_german(self):
        """The names are those of the interface’s language, and the week begins as it does there."""
        app = self.open("Maßnahmen", LANGUAGE="de")
        app.fill("Beginn", "2027-03-17")
        app.press("alt+Down")
        app.find("label", "März")
        self.assertEqual([label.name for label in app.find_all("label", re.compile("tag$|woch$"))],
                         ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"])
        app.press("Home", "Return")
        self.wait_start("2027-03-15")
        app.quit()

    def test_calendar_in_arabic(self):
        """From right to left the arrow to the right goes back; the week begins on Saturday."""
        app = self.open("Measures", LANGUAGE="ar_EG")
        app.fill("Start", "2027-03-17")
        app.press("alt+Down")
        app.find("label", "مارس")
        places = [app.find("label", name).extents()[0] for name in ("السبت", "الأحد", "الجمعة")]
        self.assertEqual(places, sorted(places, reverse=True))
        app.press("Right", "Return")
        self.wait_start("2027-03-16")
        app.press("alt+Down", "Home", "Return")
        self.wait_start("2027-03-13")
        app.quit()


driver.main()
