#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""A planner pastes what other programs have written: nothing is joined, nothing is cut, and what cannot stand is said."""

import re

import driver
from driver import wait_for

MEASURE = "Train all staff and volunteers who are in regular contact with children"


class Paste(driver.Case):
    def setUp(self):
        super().setUp()
        self.plan = self.new_plan(title="Freiburg protects children")
        self.measure = self.rows("SELECT uuid FROM measure JOIN element USING (id) WHERE title = ?", MEASURE)[0][0]

    def open(self):
        app = self.start()
        app.open_plan("Freiburg protects children")
        app.section("Measures")
        app.select(MEASURE)
        return app

    def paste(self, app, name, text, expected=None):
        """Pastes a text into a field in place of what it says."""
        self.copy(text)
        node = app.click("text", name)
        app.select_all(node)
        app.press("ctrl+v")
        wait_for(lambda: node.text() == (text if expected is None else expected), f"“{name}” to say what was pasted")
        return node

    def wait_measure(self, column, expected):
        self.wait_rows([(expected,)], f"SELECT {column} FROM measure JOIN element USING (id) WHERE uuid = ?", self.measure)

    def problem(self, app, pattern):
        return app.find("label", re.compile(pattern))

    def test_line_breaks(self):
        app = self.open()
        title = self.paste(app, "Title", " One\r\ntwo\rthree\x0bfour\u2028five\x85six\tseven\u00a0")
        self.wait_measure("title", "One two three four five six seven")
        description = self.paste(app, "Description", "one\r\ntwo\rthree\x0cfour\u2029five\x85six\tseven")
        # Left, a field shows what is kept.
        self.assertEqual(title.text(), "One two three four five six seven")
        self.wait_measure("description", "one\ntwo\nthree\nfour\nfive\nsix\tseven")
        app.click("text", "Title")
        wait_for(lambda: description.text() == "one\ntwo\nthree\nfour\nfive\nsix\tseven", "the tidy text")
        app.find("status bar", "Saved")
        app.quit()

    def test_space_while_typing(self):
        """What is saved has no space at its end, but the field keeps it for the word that comes."""
        app = self.open()
        title = app.fill("Title", "Train ")
        self.wait_measure("title", "Train")
        app.find("status bar", "Saved")
        app.type("staff")
        wait_for(lambda: title.text() == "Train staff", "both words")
        self.wait_measure("title", "Train staff")
        app.quit()

    def test_too_long(self):
        app = self.open()
        text = "Train everybody " * 16
        title = self.paste(app, "Title", text)
        # Said at once, not only when the field is left.
        self.problem(app, "^The text is 55 characters too long. There is room for 200")
        wait_for(lambda: app.find("text", "Title").has(driver.tree.INVALID), "the field to be marked")
        app.find("push button", "Not everything is saved")
        self.wait_measure("title", MEASURE)
        app.press("Tab")
        self.assertEqual(title.text(), text)

        # It is saved as soon as it fits.
        app.click("text", "Title")
        app.press("ctrl+End", *["BackSpace"] * 56)
        self.wait_measure("title", text[:200])
        app.find("status bar", "Saved")
        app.quit()

    def test_far_too_long(self):
        """Nothing is inserted rather than a part of it."""
        app = self.open()
        self.copy("x" * 70000)
        title = app.click("text", "Title")
        app.press("ctrl+End", "ctrl+v")
        self.problem(app, "^This text is far too long")
        self.assertEqual(title.text(), MEASURE)
        app.type("!")
        self.wait_measure("title", MEASURE + "!")
        app.quit()

    def test_nothing_to_see(self):
        app = self.open()
        for text in ("\u00a0\u200b", "\u3000", "\u3164\u2060"):
            self.paste(app, "Title", text)
            self.wait_measure("title", None)
            app.fill("Title", MEASURE)
            self.wait_measure("title", MEASURE)
        app.quit()

    def test_marks(self):
        """What no layout can show is not saved, and does not end the program."""
        app = self.open()
        self.paste(app, "Title", "Z" + "\u0301" * 20)
        self.wait_measure("title", "Z" + "\u0301" * 20)
        self.copy("\u0301" * 20)
        app.press("End", "ctrl+v")
        self.problem(app, "more than 32 accents.*Take some away")
        self.wait_measure("title", "Z" + "\u0301" * 20)
        app.fill("Title", "Z")
        self.wait_measure("title", "Z")

        # So many at once are not even shown.
        for name, column in (("Title", "title"), ("Description", "description")):
            with self.subTest(name):
                before = self.rows(f"SELECT {column} FROM measure JOIN element USING (id) WHERE uuid = ?", self.measure)[0][0]
                self.copy("a" + "\u0301" * 20000)
                field = app.click("text", name)
                app.press("ctrl+End", "ctrl+v")
                self.problem(app, "more than 32 accents.*Nothing was inserted")
                self.assertEqual(field.text(), before)
                app.type("!")
                self.wait_measure(column, before + "!")
        app.quit()

    def test_name_of_a_body(self):
        app = self.open()
        self.copy("Amt " * 60)
        app.open_popover("push button", re.compile("^Lead body"))
        entry = app.find("entry", "Name of the body")
        app.press("ctrl+v")
        self.problem(app, "^The text is 39 characters too long")
        app.press("Return")
        self.assertEqual(entry.text(), "Amt " * 60)
        app.press("ctrl+a")
        app.type("Jugendamt")
        wait_for(lambda: entry.text() == "Jugendamt", "the name to be typed")
        app.wait_gone("label", re.compile("too long"))
        app.press("Return")
        self.wait_rows([("Jugendamt",)], "SELECT name FROM actor")

        # The same name to people is the same body: it leads the measure, and so is no partner in it; after that it is.
        self.copy("\u00a0jugend\u00adamt ")
        app.open_popover("push button", "Add Partner")
        entry = app.find("entry", "Name of the body")
        app.press("ctrl+v")
        self.problem(app, "^“Jugendamt” leads this measure[.]$")
        app.press("Return", "Escape")
        app.wait_gone("entry", "Name of the body")
        self.assertEqual(self.rows("SELECT count(*) FROM involvement"), [(0,)])
        app.click("push button", "Clear")
        self.wait_rows([(None,)], "SELECT lead FROM measure WHERE title = ?", MEASURE)
        app.open_popover("push button", "Add Partner")
        entry = app.find("entry", "Name of the body")
        app.press("ctrl+v")
        wait_for(lambda: "jugend" in entry.text(), "the name to be pasted")
        app.press("Return")
        self.wait_rows([(1,)], "SELECT count(*) FROM involvement")
        self.assertEqual(self.rows("SELECT name FROM actor"), [("Jugendamt",)])
        app.wait_gone("entry", "Name of the body")
        app.quit()

    def test_name_of_a_template(self):
        app = self.open()
        app.menu("Main menu", "Save as Template…")
        name = self.paste(app, "Name of the template", "Unser Weg " * 21)
        self.problem(app, "^The text is 9 characters too long")
        self.assertFalse(app.find("push button", "Save").has(driver.tree.SENSITIVE))
        app.press("End", *["BackSpace"] * 10)
        wait_for(lambda: app.find("push button", "Save").has(driver.tree.SENSITIVE), "the name to be good")
        self.assertEqual(len(name.text()), 200)
        app.press("Escape")
        app.wait_gone("text", "Name of the template")
        app.quit()

    def test_new_plan(self):
        app = self.start()
        app.click("push button", "New Plan")
        app.click("push button", "Next")
        self.paste(app, "Name of the authority", "Ämter " * 40)
        app.click("push button", "Next")
        self.problem(app, "^The text is 39 characters too long")
        self.paste(app, "Name of the authority", "\u3000\u200b")
        app.click("push button", "Next")
        self.problem(app, "^Write the name of the authority")

        # Names are found without their accents.
        app.click("combo box", "Country")
        app.type("reunion")
        app.find("list item", "Réunion")
        app.press("ctrl+a")
        app.type("turkiye")
        app.find("list item", "Türkiye")
        app.press("ctrl+a")
        app.type("kosovo")
        app.find("list item", "Kosovo")
        app.press("Return")
        app.wait_gone("list item", "Kosovo")
        self.paste(app, "Name of the authority", "Komuna e\r\nPrishtinës ")
        app.click("push button", "Next")
        app.click("push button", "Create Plan")
        self.wait_rows([("Komuna e Prishtinës", "XK", "EUR")],
                       "SELECT authority_name, country, currency FROM plan WHERE authority_name LIKE 'K%'")
        app.quit()

    def test_filter(self):
        """The measures are filtered as all plans are searched: without accents, through what is not seen."""
        app = self.open()
        self.paste(app, "Title", "L\u2019E\u0301ducation des Kin\u00adder")
        wait_for(lambda: any("ducation" in row for row in app.tree_rows()), "the title in the tree")
        app.click("entry", "Filter measures")
        app.type("l'education des kinder")
        wait_for(lambda: len(app.tree_rows()) == 3, "the pillar, the objective and the measure")
        app.press("Escape")
        wait_for(lambda: len(app.tree_rows()) > 3, "more than what fits")
        self.assertEqual(len(app.all_tree_rows()), 57)
        app.quit()


driver.main()
