#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""All plans: found, copied, thrown away, brought back; and what another program writes is noticed."""

import json
import subprocess

import driver
from driver import starting, wait_for

FREIBURG = "Freiburg protects children"
UTRECHT = "Utrecht protects children"


class Library(driver.Case):
    def plans(self):
        return self.rows("SELECT title, trashed IS NOT NULL FROM plan JOIN element USING (id) ORDER BY title, element.id")

    def wait_plans(self, *expected):
        wait_for(lambda: self.plans() == list(expected), f"the plans {expected}, not {self.plans()}")

    def shown(self, app, name="Plans"):
        return sorted(node.name.split(" · ")[0] for node in app.find_all("list item", starting(""), within=app.find("list", name)))

    def menu_of(self, app, title, item):
        row = app.find("list item", starting(title), within=app.find("list", "Plans"))
        app.menu(f"What to do with “{title}”", item, within=row)

    def test_search(self):
        self.new_plan(title=FREIBURG)
        self.new_plan(title=UTRECHT, authority="Gemeente Utrecht", country="NL")
        app = self.start()
        app.open_plan(UTRECHT)
        app.section("Measures")
        app.select("Publish a progress report every year")
        app.fill("Title", "Publish a report about Grossmutters cafe")
        self.wait_rows([(1,)], "SELECT count(*) FROM measure WHERE title LIKE '%Grossmutters%'")
        app.click("push button", "Back to all plans")

        app.press("ctrl+f")
        app.find("entry", "Search in all plans")
        app.type("grossmut")
        found = app.find("list item", driver.re.compile("Grossmutters cafe"), within=app.find("list", "What was found"))
        wait_for(lambda: len(app.find_all("list item", starting(""), within=app.find("list", "What was found"))) == 1,
                 "the one that has it")
        app.click(found)
        app.find("list", "Sections of the plan")
        app.wait_text("text", "Title", "Publish a report about Grossmutters cafe")
        self.assertTrue(app.find("list item", driver.ending("Grossmutters cafe")).has(driver.tree.SELECTED))
        app.quit()

    def test_duplicate_trash_restore_delete(self):
        self.new_plan(title=FREIBURG)
        kept = self.new_plan(title=UTRECHT, authority="Gemeente Utrecht", country="NL")
        before = self.draft(kept)
        app = self.start()
        self.assertEqual(self.shown(app), [FREIBURG, UTRECHT])

        self.menu_of(app, FREIBURG, "Duplicate")
        wait_for(lambda: len(self.plans()) == 3, "the copy")
        wait_for(lambda: len(self.shown(app)) == 3, "the copy in the list")
        copies = [title for title, _ in self.plans() if title not in (FREIBURG, UTRECHT)]

        # Thrown away, and back with Undo.
        self.menu_of(app, UTRECHT, "Move to Trash")
        wait_for(lambda: (UTRECHT, 1) in self.plans(), "the plan in the trash")
        app.click("push button", "Undo")
        wait_for(lambda: (UTRECHT, 0) in self.plans(), "the plan back")
        wait_for(lambda: UTRECHT in self.shown(app), "the plan in the list")

        # Thrown away, and restored from the trash.
        self.menu_of(app, UTRECHT, "Move to Trash")
        wait_for(lambda: (UTRECHT, 1) in self.plans(), "the plan in the trash")
        wait_for(lambda: UTRECHT not in self.shown(app), "the plan gone from the list")
        app.menu("Main menu", "Trash")
        self.assertEqual(self.shown(app, "Plans in the trash"), [UTRECHT])
        app.click("push button", "Restore")
        wait_for(lambda: (UTRECHT, 0) in self.plans(), "the plan back")
        self.assertEqual(self.draft(kept), before)
        app.click("push button", "Back to the plans")

        # Deleted for ever, which is asked for first.
        self.menu_of(app, FREIBURG, "Move to Trash")
        wait_for(lambda: (FREIBURG, 1) in self.plans(), "the plan in the trash")
        app.menu("Main menu", "Trash")
        app.click("push button", driver.re.compile("^Delete"), within=app.find("list", "Plans in the trash"))
        app.click("push button", "Cancel")
        app.wait_gone("push button", "Cancel")
        self.assertIn((FREIBURG, 1), self.plans())
        app.click("push button", driver.re.compile("^Delete"), within=app.find("list", "Plans in the trash"))
        app.click("push button", "Delete", within=app.window())
        wait_for(lambda: FREIBURG not in [title for title, _ in self.plans() if title not in copies] or
                 (FREIBURG, 1) not in self.plans(), "the plan to be gone")
        self.assertEqual(len(self.plans()), 2)
        wait_for(lambda: len(app.tree().children) == 1, "the question to close")
        app.quit()
        self.assert_sound()

    def test_export_draft(self):
        """From the list, without opening the plan; the name of the file and the file say that it is a draft."""
        title = "Schutz: Freiburg/Umland " + "ß" * 160
        plan = self.new_plan(title=title)
        app = self.start()
        self.menu_of(app, title, "Export Draft…")
        wait_for(lambda: driver.fits("Export Draft", app.window().name), "the dialog")
        proposed = app.find("text", "Name:").text()
        self.assertTrue(proposed.startswith("Schutz- Freiburg-Umland ßß"), proposed)
        self.assertTrue(proposed.endswith("ß (draft).json"), proposed)
        self.assertLess(len(proposed.encode()), 255)

        path = self.home / "draft.json"
        app.choose_file("Export Draft", path)
        app.find("label", "The draft was exported.")
        self.assertEqual(json.loads(path.read_text("utf-8"))["purpose"], "draft")
        self.assertEqual(path.read_text("utf-8"), self.cli("export", plan, "--draft"))
        app.quit()

    def test_one_window(self):
        """Whoever starts the program a second time comes to the window that is there; a file that is handed over as well."""
        self.new_plan(title=FREIBURG)
        other = self.home / "utrecht.json"
        library = self.home / "other.db"
        answers = {**driver.ANSWERS, "--title": UTRECHT, "--country": "NL"}
        plan = self.cli("new", *[word for pair in answers.items() for word in pair], library=library).strip()
        other.write_text(self.cli("export", plan, "--draft", library=library), "utf-8")
        app = self.start()
        app.open_plan(FREIBURG)
        again = [driver.PROGRAM, "--library", self.library]
        self.assertEqual(subprocess.run(again, env=self.env, timeout=driver.SECONDS).returncode, 0)
        app.find("list", "Sections of the plan")
        self.assertEqual(len(app.tree().children), 1)

        self.assertEqual(subprocess.run([*again, other], env=self.env, timeout=driver.SECONDS).returncode, 0)
        app.find("label", "The plan was imported.")
        self.wait_plans((FREIBURG, 0), (UTRECHT, 0))
        self.assertEqual(len(app.tree().children), 1)
        app.quit()
        self.assert_sound()

    def test_written_by_another_program(self):
        app = self.start()
        app.find("label", "No Plans Yet")
        plan = self.new_plan(title=FREIBURG)
        app.find("list item", starting(FREIBURG))

        # Also in the plan that is open.
        app.open_plan(FREIBURG)
        copy = self.home / "copy.json"
        copy.write_text(self.cli("export", plan, "--draft"), "utf-8")
        self.cli("import", "--as-copy", str(copy))
        app.click("push button", "Back to all plans")
        wait_for(lambda: len(self.shown(app)) == 2, "the imported copy")
        app.quit()


driver.main()
