#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""The main job without a pointer: a plan is made, a question answered, a measure edited and moved, a draft exported."""

import json

import driver
from driver import ending, fits, wait_for

AUTHORITY = "Stadt Freiburg im Breisgau"
MOST_STEPS = 60


class Keyboard(driver.Case):
    def reach(self, app, role, name, key="Tab"):
        """Presses a key until something has the keyboard, which releases of GTK may call differently: one role|another."""
        for _ in range(MOST_STEPS):
            node = app.focused()
            if node is not None and (role is None or node.role in role.split("|")) and fits(name, node.name):
                return node
            before = node.path if node is not None else None
            app.press(key)
            try:
                wait_for(lambda: (app.focused() or node) is not None and getattr(app.focused(), "path", None) != before,
                         "the keyboard to go on", 1)
            except driver.Waiting:
                pass # an entry row does not say that it has the keyboard
        raise driver.Waiting(f"{role} “{name}” is not reached with {key}")

    def test_main_job(self):
        app = self.start()
        self.screen.point(1300, 760)
        app.find("label", "No Plans Yet")
        app.press("ctrl+n")
        app.find("label", "Which Strategy?")
        app.press("ctrl+Return")
        app.find("label", "Who Are You?")
        app.type(AUTHORITY)
        app.wait_text("text", "Name of the authority", AUTHORITY)
        self.reach(app, "push button|toggle button", driver.re.compile("Country|Choose a country"))
        app.press("space")
        app.type("German")
        app.find("list item", "Germany")
        self.reach(app, "list item", "Germany", "Down")
        app.press("Return")
        app.wait_gone("list item", "Germany")
        app.press("ctrl+Return")
        app.find("label", "Which Period?")
        app.press("ctrl+Return")

        # The answers have numbers.
        app.find("list", "Where do you stand?")
        app.press("3")
        wait_for(lambda: self.rows("SELECT count(*) FROM measure WHERE situation IS NOT NULL") == [(1,)], "the answer")
        self.assertEqual(self.rows("SELECT authority_name, country FROM plan"), [(AUTHORITY, "DE")])

        # On to the tree.
        self.reach(app, "list item", driver.starting("Where do we stand?"), "shift+Tab")
        self.reach(app, "list item", driver.starting("Measures"), "Down")
        app.press("space")
        row = app.find("list item", ending("Adopt the plan and name one body that coordinates it"), shown=False)
        self.reach(app, None, driver.re.compile("^1 "))
        self.reach(app, "list item", row.name, "Down")
        app.press("alt+Down")
        wait_for(lambda: "1.1.2 Adopt the plan and name one body that coordinates it" in app.tree_rows(), "the new place")
        self.reach(app, "text", "Title")
        app.press("ctrl+a")
        app.type("Adopt the plan")
        self.wait_rows([("Adopt the plan",)], "SELECT title FROM measure WHERE title LIKE 'Adopt the plan%'")
        app.press("ctrl+z")
        wait_for(lambda: self.rows("SELECT count(*) FROM measure WHERE title = 'Adopt the plan'") == [(0,)], "the old title")
        app.press("ctrl+shift+z")
        wait_for(lambda: self.rows("SELECT count(*) FROM measure WHERE title = 'Adopt the plan'") == [(1,)], "the new title")

        # The sections go out of the way and come back.
        app.press("F9")
        app.wait_gone("list", "Sections of the plan")
        app.press("F9")
        app.find("list", "Sections of the plan")

        # And out of the door.
        self.reach(app, "list item", driver.starting("Measures"), "shift+Tab")
        self.reach(app, "list item", driver.starting("Submission"), "Down")
        app.press("space")
        app.find("push button", "Export Draft…")
        self.reach(app, "push button", "Export Draft…")
        app.press("Return")
        path = self.home / "keyboard.json"
        app.choose_file("Export a Draft", path)
        wait_for(path.exists, "the file")
        app.find("label", "The draft was exported.")
        app.quit()
        document = json.loads(path.read_text("utf-8"))
        self.validator().validate(document)
        self.assertEqual([measure["title"] for measure in driver.measures(document)][1], "Adopt the plan")

    def wait_popover(self, app, is_open):
        wait_for(lambda: app.has_popover() == is_open, "the popover to open or close")

    def test_escape_closes_lists(self):
        """Whoever has opened a list to look at it is back where it was opened, whatever was typed there."""
        self.new_plan(title="Freiburg protects children")
        app = self.start()
        app.open_plan("Freiburg protects children")
        app.section("Authority and commitment")
        app.click("combo box", "Country")
        self.wait_popover(app, True)
        app.type("fra")
        app.find("list item", "France")
        app.press("Escape")
        self.wait_popover(app, False)
        wait_for(lambda: app.focus_name() == "Country", "the keyboard to be back")

        app.section("Measures")
        app.select("Adopt the plan and name one body that coordinates it")
        app.click("push button", driver.re.compile("^Lead body"))
        app.find("entry", "Name of the body")
        app.type("Jugend")
        app.press("Escape")
        app.wait_gone("entry", "Name of the body")
        wait_for(lambda: app.focus_name().startswith("Lead body"), "the keyboard to be back")
        self.assertEqual(self.rows("SELECT country FROM plan"), [("DE",)])
        self.assertEqual(self.rows("SELECT count(*) FROM actor"), [(0,)])
        app.quit()

    def test_menu_of_a_measure(self):
        """The keys for a menu open that of the measure, and the keyboard comes back to it."""
        self.new_plan(title="Freiburg protects children")
        app = self.start()
        app.open_plan("Freiburg protects children")
        app.section("Measures")
        row = app.select("Adopt the plan and name one body that coordinates it").name
        for keys in ("Menu", "shift+F10"):
            app.press(keys)
            app.find("menu item", "Duplicate")
            app.press("Escape")
            self.wait_popover(app, False)
            wait_for(lambda: app.focus_name() == row, "the keyboard to be back")

        app.press("Menu")
        self.reach(app, "menu item", "Duplicate", "Down")
        app.press("Return")
        same = "SELECT {} FROM measure JOIN element USING (id) WHERE title LIKE 'Adopt the plan%' ORDER BY position"
        self.wait_rows([(2,)], same.format("count(*)"))
        first, second = self.rows(same.format("uuid"))
        app.press("alt+Up")
        self.wait_rows([second, first], same.format("uuid"))
        app.quit()

    def test_click_takes_keyboard(self):
        """Whoever clicks on an indicator is on the indicator: Enter does not press the button that had the keyboard."""
        order = "SELECT title FROM indicator JOIN element USING (id) WHERE parent = ? ORDER BY position"
        self.new_plan(title="Freiburg protects children")
        measure, title = self.rows("SELECT id, title FROM measure WHERE template_key = 'G2'")[0]
        app = self.start()
        app.open_plan("Freiburg protects children")
        app.section("Measures")
        app.select(title)
        app.click("push button", driver.starting("Add “"), shown=False)
        wait_for(lambda: len(self.rows(order, measure)) == 2, "the second indicator")
        before = self.rows(order, measure)
        indicators = app.find("list", "Indicators", shown=False)
        app.click("label", before[0][0], within=indicators, shown=False)
        app.find("text", "Unit", within=indicators)
        self.reach(app, "push button", "Move Down")
        app.click("label", before[0][0], within=indicators)
        app.wait_gone("text", "Unit", within=indicators)
        app.press("Return")
        app.find("text", "Unit", within=indicators)
        self.assertEqual(self.rows(order, measure), before)
        app.press("Return")
        app.wait_gone("text", "Unit", within=indicators)
        app.quit()

    def test_closed_row(self):
        """What takes the keyboard of an indicator that is closed says that something in it is missing."""
        self.new_plan(title="Freiburg protects children")
        app = self.start()
        app.open_plan("Freiburg protects children")
        app.section("Measures")
        app.select("Adopt the plan and name one body that coordinates it")
        app.click("push button", "Add Indicator", shown=False)
        self.wait_rows([(1,)], "SELECT count(*) FROM indicator WHERE title IS NULL")
        app.press("ctrl+w")
        app.open_plan("Freiburg protects children")
        app.section("Measures")
        app.select("Adopt the plan and name one body that coordinates it")
        indicators = app.find("list", "Indicators", shown=False)
        header = app.find_all("list item", driver.re.compile("^Without a name"), within=indicators, shown=False)[-1]
        self.assertEqual(header.description, "Needed before the plan can be submitted")
        app.quit()

    def wait_focus(self, app, name):
        wait_for(lambda: fits(name, app.focus_name()), f"“{name}” to have the keyboard")

    def test_keys_of_a_plan(self):
        """The keys that people try because other programs have them."""
        adopt = "Adopt the plan and name one body that coordinates it"
        self.new_plan(title="Freiburg protects children")
        app = self.start()
        app.open_plan("Freiburg protects children")

        # Whoever opens a plan is in its first section.
        wait_for(lambda: app.focus_name() not in ("", "Back to all plans"), "the keyboard")
        app.press("ctrl+Page_Down")
        app.find("list", "Where do you stand?")
        app.press("ctrl+Page_Down")
        app.find("text", "Name of the authority")
        app.press("ctrl+Page_Down")
        app.click("text", "Vision")
        app.press("ctrl+Page_Up")
        app.find("text", "Name of the authority")
        app.press("ctrl+Page_Up", "ctrl+Page_Up", "ctrl+Page_Up")
        wait_for(lambda: not app.has("list", "Where do you stand?") and not app.has("text", "Name of the authority"),
                 "the overview")

        # The filter is reached from everywhere, and letters in a field stay letters.
        app.press("ctrl+f")
        app.find("list", "Pillars, objectives and measures")
        app.type("PANEL of children")
        wait_for(lambda: [row.split(" ")[0] for row in app.tree_rows()] == ["5", "5.1", "5.1.1"], "only what fits")
        app.press("Escape")
        wait_for(lambda: len(app.all_tree_rows()) == 57, "the whole tree")

        for key in ("F2", "Return"):
            app.select(adopt)
            app.press(key)
            self.wait_focus(app, "Title")
        app.press("ctrl+n")
        wait_for(lambda: "1.1.2 Without a name" in app.tree_rows(), "the new measure")
        self.wait_focus(app, "Title")
        app.type("One more")
        wait_for(lambda: "1.1.2 One more" in app.tree_rows(), "its title in the tree")
        app.select("Prevention")
        app.press("ctrl+shift+n")
        wait_for(lambda: any(row.endswith("Without a name") and row.startswith("2.") and row.count(".") == 1
                             for row in app.tree_rows()), "the new objective")
        self.wait_focus(app, "Title")

        app.press("F1")
        app.find("label", "Next section, or the one before")
        app.press("Escape")
        app.wait_gone("label", "Next section, or the one before")
        app.press("ctrl+w")
        app.find("list", "Plans")
        app.press("ctrl+w")
        self.assertEqual(app.process.wait(driver.SECONDS), 0)
        self.assert_sound()

    def test_narrow_window(self):
        """Where there is no room for the sections, they lie over the page while they are wanted."""
        self.new_plan(title="Freiburg protects children")
        app = self.start()
        app.open_plan("Freiburg protects children")
        self.screen.resize(self.screen.top_window(), 700, 700)
        app.wait_gone("list", "Sections of the plan")

        app.press("F9")
        app.find("list", "Sections of the plan")
        app.press("Escape")
        app.wait_gone("list", "Sections of the plan")

        app.press("F9")
        self.reach(app, "list item", driver.starting("Submission"), "Down")
        app.find("push button", "Export Draft…")
        app.press("Return")
        app.wait_gone("list", "Sections of the plan")
        app.find("push button", "Export Draft…")

        self.screen.resize(self.screen.top_window(), 1200, 700)
        app.find("list", "Sections of the plan")
        app.quit()


driver.main()
