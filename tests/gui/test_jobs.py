#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""What takes long says what it does and how far it is, can be stopped, and never keeps the window from answering."""

import contextlib
import copy
import json
import re
import sqlite3
import uuid

import driver
from driver import starting, wait_for

LARGE = "Freiburg protects children"
N_MEASURES = 12000
DELETING = "Deleting 1 plan…"
RESTORING = "Restoring the backup…"


class Jobs(driver.Case):
    def setUp(self):
        super().setUp()
        document = self.draft(self.new_plan(title="A small plan"))
        plan = document["plan"]
        plan["id"] = str(uuid.uuid4())
        plan["title"] = LARGE
        pattern = plan["pillars"][1]["objectives"][0]["measures"][0]
        for element in self.elements(plan):
            element["id"] = str(uuid.uuid4())
        measures = plan["pillars"][1]["objectives"][0]["measures"] = []
        for index in range(N_MEASURES):
            measure = {**copy.deepcopy(pattern), "id": str(uuid.uuid4()), "title": f"Measure {index}"}
            measure["indicators"] = [{"id": str(uuid.uuid4()), "title": f"Indicator {index}", "level": "output", "type": "number"}]
            measures.append(measure)
        path = self.home / "large.json"
        path.write_text(json.dumps(document), "utf-8")
        self.cli("import", path)
        self.before = self.count()

    def elements(self, element):
        yield element
        for value in list(element.values()):
            for child in value if isinstance(value, list) else []:
                if isinstance(child, dict):
                    yield from self.elements(child)

    def count(self):
        return self.rows("SELECT count(*) FROM element")[0][0]

    @contextlib.contextmanager
    def held(self):
        """Another program has begun to write: what shall be stopped cannot have been done before."""
        with contextlib.closing(sqlite3.connect(self.library, isolation_level=None)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield
            connection.execute("ROLLBACK")

    def menu_of(self, app, title, item):
        row = app.find("list item", starting(title), within=app.find("list", "Plans"))
        app.menu(f"What to do with “{title}”", item, within=row)

    def test_stopped_and_done(self):
        """A copy and a deletion that are stopped leave all as it was; the window goes on answering meanwhile."""
        app = self.start()
        title = f"Duplicating “{LARGE}”…"
        with self.held():
            self.menu_of(app, LARGE, "Duplicate")
            app.find("label", title)
            app.find("progress bar", title)
            app.click("push button", "Stop")
        app.wait_gone("label", title)
        self.assertEqual(self.count(), self.before)
        self.assertEqual(self.rows("SELECT count(*) FROM plan"), [(2,)])

        # Something else is found while the copy is being made.
        self.menu_of(app, LARGE, "Duplicate")
        app.find("label", title)
        app.press("ctrl+f")
        app.type("small")
        app.find("list item", re.compile("A small plan"), within=app.find("list", "What was found"))
        app.find("label", "The plan was duplicated.")
        app.wait_gone("label", title)
        app.press("Escape")
        self.wait_rows([(3,)], "SELECT count(*) FROM plan")
        wait_for(lambda: len(app.find_all("list item", starting(LARGE), within=app.find("list", "Plans"))) == 2, "the copy")
        app.quit()
        self.assert_sound()

    def test_trash(self):
        """Emptying the trash says what it does. Stopped, it takes no part of a plan; then all of it goes."""
        app = self.start()
        self.menu_of(app, LARGE, "Move to Trash")
        self.wait_rows([(1,)], "SELECT count(*) FROM element WHERE trashed IS NOT NULL")
        app.menu("Main menu", "Trash")
        with self.held():
            self.empty(app)
            app.find("label", DELETING)
            app.click("push button", "Stop")
        app.wait_gone("label", DELETING)
        self.assertEqual(self.count(), self.before)

        self.empty(app)
        app.find("label", DELETING)
        app.wait_gone("label", DELETING)
        self.wait_rows([("A small plan",)], "SELECT title FROM plan")
        app.wait_gone("list item", starting(LARGE))
        app.quit()
        self.assert_sound()

    def test_restoring(self):
        """To go back to a backup says how far it is, in a window of its own. Stopped, all is as it was; then all is as it was then."""
        self.cli("backup")
        self.new_plan(title="Made later")
        app = self.start()
        app.find("list item", starting("Made later"))
        self.restore(app)
        app.find("progress bar", RESTORING)
        app.click("push button", "Stop")
        app.find("label", "Nothing was restored. All plans are as they were.")
        app.find("list item", starting("Made later"))
        self.assertEqual(self.rows("SELECT count(*) FROM plan"), [(3,)])

        self.restore(app)
        app.find("label", re.compile("2 plans are back"))
        self.assertEqual(self.count(), self.before)
        app.quit()
        self.assert_sound()

    def restore(self, app):
        app.press("ctrl+comma")
        button = app.find("push button", starting("Restore the backup of"))
        app.reveal(button)
        app.click(button)
        app.find("push button", "Restore", within=app.window())
        app.click("push button", "Restore", within=app.window())
        app.find("label", RESTORING)

    def empty(self, app):
        app.click("push button", re.compile("Empty Trash"))
        app.find("push button", "Cancel")
        app.click("push button", "Empty Trash", within=app.window())
        app.wait_gone("push button", "Cancel")


driver.main()
