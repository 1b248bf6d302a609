#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""Somebody who is quicker than the screen: clicks on one indicator after the other, and types at once all there is to say."""

import json
import signal
import subprocess

import driver
from driver import wait_for

TITLE = "Freiburg protects children"
N_FILLS = 8
# From one field to the next: over the calendars, and over the level and the type.
FIELDS = (("baseline", 1), ("baseline_date", 1), ("target", 2), ("target_date", 1), ("source", 2), ("title", 1), ("unit", 3))
# From the last button to the title, over the values.
VALUES = 8


def answers(index):
    """All values of an indicator, none of which fits another."""
    return (str(index + 10), f"2027-0{index + 1}-15", str(index + 50), f"2029-0{index + 1}-20", f"register {index + 1}",
            f"A title of {index + 1} words", f"unit no {index + 1}")


class Quick(driver.Case):
    def setUp(self):
        super().setUp()
        document = self.draft(self.new_plan(title=TITLE))
        measure = next(driver.measures(document))
        self.measure = measure["title"]
        model = measure["indicators"][0]
        measure["indicators"] = [{"id": model["id"][:-2] + f"{index:02}", "title": f"Indicator {index + 1}", "level": "output",
                                  "type": "number"} for index in range(N_FILLS)]
        path = self.home / "plan.json"
        path.write_text(json.dumps(document), "utf-8")
        self.library = self.home / "library" / "quick.db"
        self.cli("import", path)

    def fill(self, app, place, index):
        """A click and keys, as fast as they come."""
        # The first can only be moved down, the last only up.
        keys = ["Tab"] * (2 if index in (0, N_FILLS - 1) else 3)
        # Every other one is closed and opened again before it is written into.
        if index % 2:
            keys = ["Return", "Return", *keys]
        command = ["xdotool", "mousemove", *map(str, place), "click", "1"]
        for (_, tabs), answer in zip(FIELDS, answers(index)):
            keys += ["Tab"] * tabs
            command += ["key", "--delay", "0", *keys, "type", "--delay", "0", "--args", "1", answer]
            keys = []
        # Half of them come while the program is busy with something else, so that it draws nothing between them.
        is_busy = index // 2 % 2
        if is_busy:
            app.process.send_signal(signal.SIGSTOP)
        subprocess.run(command, check=True)
        if is_busy:
            app.process.send_signal(signal.SIGCONT)

    def open_measure(self):
        app = self.start()
        app.open_plan(TITLE)
        app.section("Measures")
        app.select(self.measure)
        return app

    def header(self, app, index):
        """What of an indicator opens it, above its values."""
        row = app.find("list", "Indicators", shown=False).children[index]
        return next(node for node in row.walk() if node.role == "list item" and node is not row)

    def titles(self):
        return [title for title, in self.rows("SELECT title FROM indicator JOIN element USING (id) WHERE parent = "
                                              "(SELECT id FROM measure WHERE title = ?) ORDER BY position", self.measure)]

    def test_fills(self):
        """Each goes into the fields of the indicator that was clicked on, and nowhere else."""
        app = self.open_measure()
        # From the last to the first: what is open is tall, and lies below the next.
        for index in reversed(range(N_FILLS)):
            self.fill(app, app.aim(self.header(app, index)), index)
        self.wait_rows([answers(index) for index in range(N_FILLS)],
                       f"SELECT {', '.join(name for name, _ in FIELDS)} FROM indicator JOIN element USING (id) WHERE parent = "
                       "(SELECT id FROM measure WHERE title = ?) ORDER BY position", self.measure)
        app.quit()
        self.assert_sound()

    def test_text_on_buttons(self):
        """Who counts the buttons wrong and types a text there does not press them with the spaces in it."""
        app = self.open_measure()
        before = self.titles()
        app.click(self.header(app, 0))
        app.press("Tab")
        app.type("Number of trained teachers")
        app.press("Tab")
        app.type("Number of trained teachers")
        app.press(*["Tab"] * VALUES)
        app.type("Teachers who were trained")
        wait_for(lambda: self.titles() == ["Teachers who were trained", *before[1:]], f"the title, not {self.titles()}")

        # A space that is no part of a text presses the button.
        app.press(*["shift+Tab"] * (VALUES + 1), "space")
        wait_for(lambda: self.titles() == [before[1], "Teachers who were trained", *before[2:]], "the indicator to be moved")
        app.quit()
        self.assert_sound()


driver.main()
