#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""The power goes while somebody types, again and again: what was typed more than a second before is there."""

import os
import random
import threading
import time

import driver

TIMES = int(os.environ.get("PACT_GUI_KILLS", "8"))
GRACE = 1.0 # seconds
DELAY = 12 # milliseconds between two keys: a very fast typist, and no field gets full
WORDS = "children prevention protection support school sports club training report council help safe trust listen".split()

FIELDS = {
    "Vision": ("Situation", "SELECT vision FROM plan"),
    "Governance": ("Situation", "SELECT governance FROM plan"),
    "Website": ("Authority and commitment", "SELECT website FROM plan"),
    "Summary": ("Situation", "SELECT summary FROM plan"),
}


class Kill(driver.Case):
    def say(self, statement):
        return self.rows(statement)[0][0] or ""

    def type_until_killed(self, app, chance):
        """Types words until the program is gone; returns when each was typed, and when it was killed."""
        killed = []

        def kill():
            killed.append(time.monotonic())
            app.process.kill()

        typed = []
        timer = threading.Timer(chance.uniform(0.05, 3.0), kill)
        timer.start()
        while not killed:
            word = chance.choice(WORDS) + "-"
            typed.append((time.monotonic(), word))
            self.screen.type(word, DELAY)
        timer.join()
        app.process.wait()
        # What was sent from here on went nowhere for sure.
        return typed, killed[0]

    def test_kill_while_typing(self):
        seed = int(os.environ.get("PACT_GUI_SEED", time.time()))
        print(f"PACT_GUI_SEED={seed}")
        chance = random.Random(seed)
        self.new_plan(title="Freiburg protects children")
        for _ in range(TIMES):
            label = chance.choice(sorted(FIELDS))
            section, statement = FIELDS[label]
            app = self.start()
            app.open_plan("Freiburg protects children")
            app.section(section)
            node = app.fill(label, "")
            driver.wait_for(lambda: self.say(statement) == "", "the empty field in the file")
            self.assertEqual(node.text(), "")

            typed, killed = self.type_until_killed(app, chance)
            sent = "".join(word for _, word in typed)
            # A word was typed by the time the next one was begun.
            safe = "".join(word for (_, word), (end, _) in zip(typed, typed[1:]) if end < killed - GRACE)
            kept = self.say(statement)
            self.assertTrue(sent.startswith(kept), f"“{kept}” was never typed, “{sent}” was")
            self.assertTrue(kept.startswith(safe), f"“{safe}” was typed {GRACE} s before, “{kept}” was kept")
            self.assert_sound()

        # It is a plan like any other.
        app = self.start()
        app.open_plan("Freiburg protects children")
        app.section("Situation")
        app.fill("Vision", "All is well.")
        self.wait_rows([("All is well.",)], "SELECT vision FROM plan")
        app.quit()
        self.assert_sound()


driver.main()
