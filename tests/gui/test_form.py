#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""The form of a measure as it meets the eye: what is needed now comes first, and all of it is on the first screen."""

import re

import contrast
import driver
import tree
from driver import wait_for

TITLE = "Freiburg protects children"


class Form(driver.Case):
    def open_measure(self, width=1200, height=760, **env):
        self.new_plan(title=TITLE)
        app = self.start(env=env)
        self.screen.resize(self.screen.top_window(), width, height)
        wait_for(lambda: app.window().extents()[2] > width - 80, "the window to have its size")
        app.open_plan(TITLE)
        app.section("Measures")
        app.click("list item", re.compile(r"^1\.1\.1 "), within=app.tree_list())
        app.find("combo box", "Situation today", shown=False)
        return app

    def top_of(self, app, role, name):
        return app.find(role, name, shown=False).extents()[1]

    def test_first_screen(self):
        """Without scrolling, one sees all that is needed of a measure now, and can say it; the rest comes behind."""
        app = self.open_measure()
        wanted = (("text", "Title"), ("combo box", "Situation today"), ("push button", re.compile("^Lead body")), ("text", "Start"),
                  ("text", "End"))
        tops = []
        for role, name in wanted:
            node = app.find(role, name, shown=False)
            wait_for(node.is_on_screen, f"“{name}” to be on the first screen")
            tops.append(node.extents()[1])
        self.assertEqual(tops, sorted(tops))
        self.assertLess(tops[-1], self.top_of(app, "list", "Indicators"))
        self.assertLess(self.top_of(app, "list", "Indicators"), self.top_of(app, "text", "Description"))
        app.quit()

    def bottoms(self, app):
        """Where the fields of the first indicator’s values end, from the first to the last."""
        values = app.find("list", "Values", shown=False)
        names = (("combo box", "Baseline"), ("text", "Date of the baseline"), ("combo box", "Target"), ("text", "Date of the target"))
        places = [app.find(role, name, within=values, shown=False).extents() for role, name in names]
        return [y + height for _, y, _, height in places]

    def test_values_in_one_row(self):
        """The four values of an indicator stand beside each other without opening it, and in two rows where there is no room."""
        app = self.open_measure()
        wait_for(lambda: len(set(self.bottoms(app))) == 1, "the values to stand in one row")
        self.assertFalse(app.find_all("combo box", "Level", shown=False))
        self.screen.resize(self.screen.top_window(), 800, 760)

        def are_in_two_rows():
            bottoms = self.bottoms(app)
            return bottoms[0] == bottoms[1] < bottoms[2] == bottoms[3]

        wait_for(are_in_two_rows, "the values to stand in two rows")
        app.choose("Baseline", "No")
        app.fill("Date of the target", "2029")
        app.press("Tab")
        self.wait_rows([("0", "2029")], "SELECT baseline, target_date FROM indicator WHERE baseline IS NOT NULL")
        app.quit()

    def pixels(self, app, node, left=0, width=None, height=None):
        """What is seen of a widget, or of so many pixels beside its left edge."""
        _, _, node_width, node_height = node.extents()
        x, y = app.place_of(node)
        width, height = width or node_width, height or node_height
        return self.screen.pixels(x - node_width // 2 - left, y - height // 2, width, height)

    def check_contrast(self, **env):
        app = self.open_measure(**env)
        # Away from everything that would show that the pointer is over it.
        self.screen.point(4, 4)
        hints = ("What will be done, as an instruction: “Train…”, “Publish…”.", "The one body that answers for the measure.",
                 "A year, a month or a day.", "How it will be known that the measure works.", "Output · Yes or no · Once",
                 "Stated by the Pact", "2/9", "0/6", "0/47", "1.1.1", "needed", "Saved", "No answer yet", "Choose…")
        fields = (("text", "Start"), ("text", "End"), ("combo box", "Situation today"), ("push button", re.compile("^Lead body")),
                  ("combo box", "Baseline"))
        poor = {}
        for hint in hints:
            for node in app.find_all("label", hint):
                if node.is_on_screen():
                    found = contrast.of_text(self.pixels(app, node))
                    if found < contrast.TEXT:
                        poor[hint] = round(found, 2)
        for role, name in fields:
            found = contrast.of_edge(self.pixels(app, app.find(role, name), left=12, width=14, height=1))
            if found < contrast.EDGE:
                poor[name] = round(found, 2)
        self.assertEqual(poor, {})
        app.quit()

    def test_contrast(self):
        """Hints and counts can be read, and fields be told from what they stand on."""
        self.check_contrast()

    def test_contrast_in_the_dark(self):
        self.check_contrast(ADW_DEBUG_COLOR_SCHEME="prefer-dark")

    def test_high_contrast(self):
        self.check_contrast(ADW_DEBUG_HIGH_CONTRAST="1")

    def resize(self, app, width, height):
        self.screen.resize(self.screen.top_window(), width, height)
        wait_for(lambda: abs(app.window().extents()[2] - width) < 40, "the window to have its size")

    def test_long_title(self):
        """A title that is too long for one line takes two, and is written over as in any field when one comes by the keyboard."""
        app = self.open_measure()
        title = app.find("text", "Title")
        low = title.extents()[3]
        words = "Adopt the plan, name one body that coordinates it, and say to whom it reports and how often"
        app.fill("Title", words)
        wait_for(lambda: title.extents()[3] > 1.3 * low, "the title to take two lines")
        app.press("Return")
        self.wait_rows([(words,)], "SELECT title FROM measure WHERE title LIKE 'Adopt the plan%'")
        app.select(words)
        app.press("F2")
        wait_for(lambda: app.focus_name() == "Title", "the title to have the keyboard")
        app.type("Adopt the plan")
        self.wait_rows([("Adopt the plan",)], "SELECT title FROM measure WHERE title LIKE 'Adopt the plan%'")
        app.quit()

    def test_wide_window(self):
        """Where there is more room than the form needs, the tree gets it."""
        app = self.open_measure()
        field = app.find("text", "Title")
        tree_width, form_width = app.tree_list().extents()[2], field.extents()[2]
        self.assertGreater(form_width, tree_width)
        self.resize(app, 1366, 760)
        app.press("F9")

        def is_shared():
            wider, field_width = app.tree_list().extents()[2], field.extents()[2]
            return wider > 1.5 * tree_width and field_width > 1.25 * form_width

        wait_for(is_shared, "the tree to be wide")
        app.press("F9")
        wait_for(lambda: app.tree_list().extents()[2] < 1.1 * tree_width, "the tree to be as it was")
        app.quit()

    def test_half_screen(self):
        """On half of a small screen, the tree and all of the form are in the window."""
        app = self.open_measure()
        self.resize(app, 640, 700)
        wait_for(lambda: app.window().extents()[2] <= 640, "the window to be as narrow as that")
        for role, name in (("text", "Title"), ("combo box", "Situation today"), ("text", "End"), ("push button", "Next Measure")):
            x, _, width, _ = app.find(role, name, shown=False).extents()
            self.assertGreater(width, 40, name)
            self.assertLess(x + width, 640, name)
        app.quit()

    def widths(self, app):
        """How wide each label on the screen is, and how high."""
        return {node.name: node.extents()[2:] for node in app.find_all("label", re.compile("....")) if node.is_on_screen()}

    def test_large_text(self):
        """With text of twice the size, nothing is cut to where it cannot be guessed any more."""
        app = self.open_measure()
        usual = self.widths(app)
        app.quit()
        self.screen.scale_text(2)
        self.addCleanup(self.screen.scale_text, 1)
        app = self.start()
        self.resize(app, 1200, 760)
        app.open_plan(TITLE)
        app.section("Measures")
        app.click("list item", re.compile(r"^1\.1\.1 "), within=app.tree_list())
        app.find("combo box", "Situation today", shown=False)
        large = self.widths(app)
        self.assertIn("Choose…", large)
        cut = {name: (usual[name], (width, height)) for name, (width, height) in large.items()
               if name in usual and width < usual[name][0] * 0.9 and height < usual[name][1] * 3}
        self.assertEqual(cut, {})
        app.quit()

    def wait_at(self, app, number, name):
        """Waits until a measure is shown and the keyboard is in one of its fields."""
        def is_there():
            rows = app.find_all("list item", driver.starting(number + " "), within=app.tree_list(), shown=False)
            return rows and rows[0].has(tree.SELECTED) and app.focus_name() == name

        wait_for(is_there, f"“{name}” of {number} to have the keyboard")

    def test_next_measure(self):
        """From the last field of a measure, and from any other, one key goes on to what is missing first in the next."""
        app = self.open_measure()
        app.fill("Note", "As the council decided")
        app.press("ctrl+Return")
        self.wait_at(app, "1.1.2", "Situation today")
        self.assertEqual(self.rows("SELECT note FROM measure WHERE note IS NOT NULL"), [("As the council decided",)])
        app.press("ctrl+Return")
        self.wait_at(app, "1.1.3", "Situation today")
        app.choose("Situation today", "In place")
        app.click("list item", re.compile(r"^1\.1\.2 "), within=app.tree_list())
        app.click("push button", "Next Measure", shown=False)
        # What is in place lacks nothing.
        self.wait_at(app, "1.1.4", "Situation today")
        app.quit()

    def test_guidance_is_one_line(self):
        """What the template says takes one line until somebody opens it, and is as it was left at the next start."""
        app = self.open_measure()
        guidance = re.compile("^Put the plan on the agenda")
        toggle = app.find("push button", "Show the guidance")
        self.assertFalse(app.has("label", guidance))
        app.click(toggle)
        app.find("label", guidance)
        app.quit()

        app = self.start()
        app.open_plan(TITLE)
        app.section("Measures")
        app.click("list item", re.compile(r"^1\.1\.1 "), within=app.tree_list())
        app.find("label", guidance)
        app.quit()

    def test_reason_in_another_group(self):
        """An answer that has to be explained leads to its reason, which does not stand beside it."""
        app = self.open_measure()
        app.choose("Situation today", "Not applicable")
        wait_for(lambda: app.focus_name() == "Note on the situation", "the reason to have the keyboard")
        app.quit()


driver.main()
