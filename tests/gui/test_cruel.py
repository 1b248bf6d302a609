#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""A planner is sent files that were written to do harm, or by a program that went wrong: the window stays quick and clear."""

import json
import os
import re
import time

import driver
from driver import wait_for

# Processor time, which does not grow because the machine is busy. Without care a layout takes a hundred seconds.
MOST_SECONDS = 8
SECTIONS = ("Where do we stand?", "Authority", "Situation", "Measures", "Actors", "Submission", "Overview")
COMMANDS = re.compile("[\u202a-\u202e\u2066-\u2069]")


class Cruel(driver.Case):
    def import_plan(self, change):
        """A plan of the template, changed, in a library of its own."""
        document = self.draft(self.new_plan(title="Plan"))
        change(document["plan"])
        path = self.home / "plan.json"
        path.write_text(json.dumps(document), "utf-8")
        self.library = self.home / "library" / "cruel.db"
        self.cli("import", path)

    def seconds(self, app):
        """How much the program has worked."""
        with open(f"/proc/{app.process.pid}/stat", encoding="ascii") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def settle(self, app):
        """Waits until the program has nothing to do, and returns how much it has worked."""
        seen = [(time.monotonic(), self.seconds(app))]

        def rests():
            if self.seconds(app) != seen[0][1]:
                seen[0] = (time.monotonic(), self.seconds(app))
            return time.monotonic() > seen[0][0] + 0.3

        wait_for(rests, "the program to rest", 120)
        return seen[0][1]

    def test_long_words(self):
        word = "x" * 20000

        def lengthen(plan):
            for field in ("summary", "vision", "situation", "governance", "participation", "monitoring", "resources"):
                plan[field] = word
            for measure in driver.measures({"plan": plan}):
                measure.update(title="y" * 200, description=word, situation_note=word, note=word)

        self.import_plan(lengthen)
        app = self.start()
        app.open_plan("Plan")
        before = self.settle(app)
        for section in SECTIONS:
            app.section(section)
            now = self.settle(app)
            self.assertLess(now - before, MOST_SECONDS, section)
            before = now
        app.section("Measures")
        app.click("list item", re.compile("^1.1.1 "), within=app.tree_list(), shown=False)
        description = app.find("text", "Description")
        now = self.settle(app)
        self.assertLess(now - before, MOST_SECONDS, "a measure")
        app.click(description)
        before = self.settle(app)
        app.press("ctrl+End", "BackSpace")
        self.wait_rows([(19999,)], "SELECT min(length(description)) FROM measure")
        self.assertLess(self.settle(app) - before, MOST_SECONDS, "a letter")
        app.quit()

    def test_direction(self):
        """A title does not turn round what stands beside it."""
        def turn(plan):
            plan.update(title="Plan \u202efor the town", authority_name="\u2067Town\u202d")
            plan["pillars"][0]["title"] = "Pillar \u2066one"

        self.import_plan(turn)
        app = self.start()
        row = app.find("list item", re.compile("^Plan for the town"), within=app.find("list", "Plans"))
        self.assertNotRegex(row.name, COMMANDS)
        app.click(row)
        app.find("list", "Sections of the plan")
        app.section("Measures")
        wait_for(lambda: "1 Pillar one" in app.tree_rows(), "the pillar in the tree")
        # In its field it stands as it is.
        app.section("Authority")
        wait_for(lambda: app.find("text", "Title").text() == "Plan \u202efor the town", "the title in its field")
        app.quit()

    def test_pipe(self):
        """Nobody writes to it, and nobody waits for it."""
        pipe = self.home / "plan.json"
        os.mkfifo(pipe)
        app = self.start(pipe)
        app.find("label", "“plan.json” was not imported")
        app.find("label", re.compile("Choose the file of a plan"))
        app.press("Escape")
        app.wait_gone("label", "“plan.json” was not imported")
        app.quit()


driver.main()
