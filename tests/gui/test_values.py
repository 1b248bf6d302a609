#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""A planner answers what is no text: numbers and dates in the own language; an amount, when the currency is another one;
a date, on a calendar; an indicator, by yes or no."""

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

    def wait_indicator(self, *values):
        self.wait_rows([values], "SELECT baseline, target FROM indicator WHERE baseline IS NOT NULL OR target IS NOT NULL")

    def test_numbers_and_dates_in_german(self):
        """What stands in a field can be typed there, and a digit of it be corrected."""
        app = self.start(env={"LANGUAGE": "de"})
        app.click("list item", driver.starting("Freiburg protects children"))
        app.click("list item", driver.starting("Maßnahmen"), within=app.find("list", "Abschnitte des Plans"))
        app.click("list item", driver.ending(MEASURE), shown=False)
        app.fill("Beginn", "Dez 2030")
        app.press("Tab")
        app.wait_text("text", "Beginn", "Dezember 2030")
        self.wait_rows([("2030-12",)], "SELECT start FROM measure WHERE start IS NOT NULL")
        app.fill("Beginn", "15/3/2027")
        app.press("Tab")
        app.wait_text("text", "Beginn", "15. März 2027")
        app.fill("Beginn", "bald")
        app.press("Tab")
        # Newer releases of ICU write the month with one digit.
        app.find("label", re.compile("^„bald“ ist kein Datum. Schreiben Sie ein Jahr, einen Monat oder einen Tag, "
                                     "etwa 2027, 0?3/2027 oder 15.3.2027.$"))
        app.fill("Beginn", "15.3.2027")
        app.press("Tab")
        app.wait_text("text", "Beginn", "15. März 2027")

        app.click("push button", "Indikator hinzufügen")
        # The one that the template has is a percentage, and stands above it.
        app.fill("Ausgangswert", "12,375", index=1)
        app.press("Tab")
        wait_for(lambda: app.find("text", "Ausgangswert", index=1).text() == "12,375", "the number")
        self.wait_indicator("12.375", None)
        app.press("shift+Tab")
        app.press("End")
        app.press("BackSpace")
        app.press("6")
        app.press("Tab")
        self.wait_indicator("12.376", None)
        app.fill("Zielwert", "12 50", index=1)
        app.press("Tab")
        app.find("label", "„12 50“ ist keine Zahl. Schreiben Sie sie in Ziffern, etwa 12.500,5.")
        self.assertEqual(app.find("text", "Zielwert", index=1).text(), "12 50")
        app.fill("Zielwert", "12.500,5", index=1)
        app.press("Tab")
        wait_for(lambda: app.find("text", "Zielwert", index=1).text() == "12500,5", "the number in its tidy form")
        self.wait_indicator("12.376", "12500.5")
        app.quit()
        self.assert_sound()

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
        app.find("label", driver.starting("1 amount cannot be written exactly in the new currency: 1,250.50 EUR"))
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
        app.find("list item", "2027 · 1,250.500 TND", shown=False)
        app.quit()
        self.assert_sound()

    def wait_start(self, start):
        self.wait_rows([(start,)], "SELECT start FROM measure WHERE title = ?", MEASURE)

    def wait_chosen(self, app, start, field="Start"):
        """What was chosen on the calendar is saved, and the keyboard has come back to the field."""
        self.wait_start(start)
        wait_for(lambda: app.focus_name() == field, "the keyboard to come back to the field")

    def test_calendar(self):
        """A day, a month and a year, each with one choice, by mouse and by keyboard, and taken back one by one."""
        app = self.open("Measures")
        app.open_popover("push button", "Calendar: Start")
        app.find("panel", "2027")
        app.click("push button", "March 2027")
        self.wait_chosen(app, "2027-03")

        app.press("alt+Down")
        app.find("panel", "2027")
        app.click("push button", "Day")
        app.find("panel", "March 2027")
        app.click("push button", "Next Month")
        app.find("panel", "April 2027")
        app.click("push button", "15 April 2027")
        self.wait_chosen(app, "2027-04-15")

        # Without a mouse: a week on, to the end of the week, a month back, a year on.
        app.press("F4")
        wait_for(lambda: app.focus_name() == "15 April 2027", "the keyboard to be on the day")
        app.press("Down", "Home", "Right", "Page_Up", "shift+Page_Down")
        wait_for(lambda: app.focus_name() == "20 March 2028", "the keyboard to be on another day")
        app.press("Return")
        self.wait_chosen(app, "2028-03-20")

        # Escape changes nothing, and leads back to the field.
        app.press("alt+Down")
        wait_for(lambda: app.focus_name() == "20 March 2028", "the keyboard to be on the day")
        app.press("Right", "Escape")
        self.wait_chosen(app, "2028-03-20")

        app.press("alt+Down")
        app.click("push button", "Year")
        app.find("panel", "2020 – 2029")
        app.click("push button", "2030")
        self.wait_chosen(app, "2030")
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
        self.wait_chosen(app, "2027-03-15", "Beginn")
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
        self.wait_chosen(app, "2027-03-16")
        app.press("alt+Down")
        wait_for(lambda: "١٦" in app.focus_name(), "the keyboard to be on the day")
        app.press("Home", "Return")
        self.wait_chosen(app, "2027-03-13")
        app.quit()

    def test_indicator(self):
        """An indicator is answered by yes or no, or by a step of its scale; what does not fit is kept and said."""
        app = self.open("Measures")
        app.click("push button", "Add Indicator")
        app.fill("Title", "The page is online", index=1)
        app.choose("Type", "Number")
        app.fill("Baseline", "7", index=1)
        values = "SELECT baseline, target FROM indicator WHERE title = 'The page is online'"
        self.wait_rows([("7", None)], values)

        app.choose("Type", "Yes or no")
        app.find("label", driver.starting("“7” is neither yes nor no."))
        app.choose("Baseline", "No")
        self.wait_rows([("0", None)], values)
        app.choose("Target", "Yes")
        self.wait_rows([("0", "1")], values)
        app.find("label", "Yes or no", shown=False)

        # Without a mouse.
        app.choose("Type", "Scale or score")
        app.fill("Steps of the scale", "Not begun\nIn part\nFully")
        app.press("Tab")
        wait_for(lambda: app.focus_name() != "Steps of the scale", "the next field")
        app.click("combo box", "Target")
        app.find("list item", "Fully", within=app.find("combo box", "Target"))
        app.press("End", "Return")
        self.wait_rows([("0", "3")], values)
        app.press("ctrl+z")
        self.wait_rows([("0", "1")], values)
        app.quit()
        self.assert_sound()


driver.main()
