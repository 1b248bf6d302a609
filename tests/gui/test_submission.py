#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""A plan goes out – what is missing first, then the file and its receipt – and plans come in."""

import json
import re
import sys

import driver
from driver import SOURCE, starting, wait_for

sys.path.insert(0, str(SOURCE / "tests" / "cli"))
from marked import Marked  # pylint: disable=wrong-import-position

FREIBURG = "Freiburg protects children"


def complete(document):
    """Fills in what a submission needs, all but the authority’s name: all measures are in place, so that nothing has to
    be planned."""
    for measure in driver.measures(document):
        measure["situation"] = "in-place"
        measure["situation_note"] = "Since 2019."
        measure.pop("indicators", None)
    document["plan"].pop("authority_name")
    return document


class Submission(driver.Case):
    def almost_complete(self):
        """A plan that lacks nothing but the authority’s name; returns its UUID."""
        other = self.home / "other.db"
        plan = self.cli("new", *[word for pair in {**driver.ANSWERS, "--title": FREIBURG}.items() for word in pair],
                        library=other).strip()
        path = self.home / "plan.json"
        path.write_text(json.dumps(complete(json.loads(self.cli("export", plan, "--draft", library=other)))), "utf-8")
        self.cli("import", str(path))
        return plan

    def test_export(self):
        plan = self.almost_complete()
        app = self.start()
        app.open_plan(FREIBURG)
        app.section("Submission")
        state = app.find("status bar", re.compile("What is still needed stands below"))
        filled, required = map(int, re.match(r"(\d+) of (\d+) answers that a submission needs have been given", state.name).groups())
        self.assertEqual(filled, required - 1)
        submit = app.find("push button", "Export for Submission…", shown=False)
        self.assertFalse(submit.has(driver.tree.SENSITIVE))

        # From the finding to the field, and back.
        app.click("list item", re.compile("[Aa]uthority"), within=app.find("list", "Still needed"))
        wait_for(lambda: app.focus_name() == "Name of the authority", "the field to be gone to")
        app.type("Stadt Freiburg im Breisgau")
        self.wait_rows([("Stadt Freiburg im Breisgau",)], "SELECT authority_name FROM plan")
        app.section("Submission")
        app.find("status bar", "The plan has everything that a submission needs.")

        path = self.home / "submission.json"
        app.click("push button", "Export for Submission…")
        app.choose_file("Export for Submission", path)
        app.find("label", "The plan was exported for submission.")
        document = json.loads(path.read_text("utf-8"))
        self.assertEqual(document["purpose"], "submission")
        self.validator().validate(document)
        digest = self.cli("digest", str(path)).strip()
        self.assertEqual(document["submission"]["digest"], digest)
        self.assertEqual(document["submission"]["revision"], 1)
        self.wait_rows([(1, digest, "submission.json", "exported")], "SELECT revision, digest, file, state FROM submission")
        receipt = app.find("list item", starting("Revision 1"))
        self.assertTrue(any(digest in node.name for node in app.bus.read(receipt).walk()), "the receipt shows the digest")
        self.assertEqual(path.read_text("utf-8"), self.cli("export", plan))

        # What was sent is sent: the edit before it is taken back, and the receipt stays.
        app.press("ctrl+z")
        self.wait_rows([(None,)], "SELECT authority_name FROM plan")
        wait_for(lambda: app.focus_name() == "Name of the authority", "the field to be gone to")
        self.assertEqual(self.rows("SELECT revision, digest FROM submission"), [(1, digest)])
        app.quit()
        self.assert_sound()

    def test_contacts(self):
        """The switch leaves out what is said of persons, and nothing else; who does not touch it leaves out nothing."""
        plan = Marked(json.loads(self.cli("schema")))
        title = plan.document["plan"]["title"] = FREIBURG
        path = self.home / "marked.json"
        path.write_text(plan.write(), "utf-8")
        plan.others = {word for word in plan.others if plan.kinds[word] != ("plan", "title")}
        uuid = self.cli("import", str(path)).strip()
        app = self.start()
        app.open_plan(title)
        app.section("Submission")
        for withheld, options in ((False, ()), (True, ("--without-contacts",)), (False, ())):
            switch = app.find("check box", "Leave out names and contact details of persons")
            if switch.has(driver.tree.CHECKED) != withheld:
                app.click("check box", "Leave out names and contact details of persons")
            target = self.home / f"{withheld}.json"
            target.unlink(missing_ok=True)
            app.click("push button", "Export Draft…")
            app.choose_file("Export a Draft", target)
            wait_for(target.exists, "the draft")
            self.assertEqual(plan.missed(target.read_text("utf-8"), withheld), [])
            self.assertEqual(target.read_text("utf-8"), self.cli("export", uuid, "--draft", *options))
        app.quit()
        self.assert_sound()

    def test_counts_agree(self):
        """The tree, the sections, the overview, the submission and the command line count alike."""
        plan = self.new_plan(title=FREIBURG)
        app = self.start()
        app.open_plan(FREIBURG)
        self.check_counts(app, plan, "0 of 47 measures are ready for submission.")

        app.section("Measures")
        app.select("Adopt the plan and name one body that coordinates it")
        app.choose("Situation today", "In place")
        self.check_counts(app, plan, "1 of 47 measures are ready for submission.")

        # An indicator that lacks something takes the measure back, and says so while it is closed.
        app.section("Measures")
        app.select("Adopt the plan and name one body that coordinates it")
        app.click("push button", "Add Indicator")
        app.select("Adopt the plan and name one body that coordinates it")
        self.check_counts(app, plan, "0 of 47 measures are ready for submission.")
        app.quit()
        self.assert_sound()

    def check_counts(self, app, plan, sentence):
        sections = app.find("list", "Sections of the plan")
        wait_for(lambda: app.find("list item", "Measures", within=sections, shown=False).description == sentence,
                 f"the section to say {sentence}")
        app.section("Overview")
        app.find("label", sentence)
        app.section("Submission")
        app.find("status bar", starting(sentence))
        self.assertIn(sentence, self.cli("show", plan).splitlines())

    def test_what_is_needed(self):
        """Below a measure stand the names of the empty fields, and of what they belong to; each leads to its field."""
        self.new_plan(title=FREIBURG)
        app = self.start()
        app.open_plan(FREIBURG)
        app.section("Submission")
        needed = app.find("list", "Still needed")
        app.click("list item", starting("1.1.1 "), within=needed)
        app.find("list item", "Lead body", within=needed)
        app.find("label", "The plan has been adopted and a coordinating body named", within=needed)
        app.click("list item", "Start", within=needed)
        wait_for(lambda: app.focus_name() == "Start", "the field to be gone to")

    def import_file(self, app, path):
        app.press("ctrl+o")
        app.choose_file("Import Plans", path)

    def test_import(self):
        plan = self.almost_complete()
        document = json.loads(self.cli("export", plan, "--draft"))
        good = self.home / "good.json"
        good.write_text(json.dumps(document), "utf-8")
        wrong = self.home / "wrong.json"
        document["plan"]["period_start"] = "soon"
        document["plan"]["pillars"][0]["objectives"][0]["measures"][1]["situation"] = "excellent"
        wrong.write_text(json.dumps(document), "utf-8")
        self.library.unlink()
        for suffix in ("-wal", "-shm"):
            self.library.with_name(self.library.name + suffix).unlink(missing_ok=True)

        app = self.start()
        app.find("label", "No Plans Yet")
        self.import_file(app, wrong)
        app.find("label", "“wrong.json” was not imported")
        text = "\n".join(node.name for node in app.window().walk())
        self.assertIn("period_start", text)
        self.assertIn("pillars[0].objectives[0].measures[1].situation", text.replace("$.plan.", ""))
        self.assertIn("excellent", text)
        app.press("Escape")
        app.wait_gone("label", "“wrong.json” was not imported")
        self.assertEqual(self.rows("SELECT count(*) FROM element"), [(0,)])

        self.import_file(app, good)
        app.find("list", "Sections of the plan")
        self.wait_rows([(FREIBURG,)], "SELECT title FROM plan")
        self.assertEqual(json.loads(self.cli("export", plan, "--draft"))["plan"],
                         json.loads(good.read_text("utf-8"))["plan"])

        # The same plan once more is asked about.
        self.import_file(app, good)
        app.find("label", "Import as a copy?")
        app.click("push button", "Cancel")
        app.wait_gone("label", "Import as a copy?")
        self.assertEqual(self.rows("SELECT count(*) FROM plan"), [(1,)])
        self.import_file(app, good)
        app.click("push button", "Import as Copy")
        self.wait_rows([(2,)], "SELECT count(*) FROM plan")
        self.assertEqual(self.rows("SELECT count(*), count(DISTINCT uuid) FROM element WHERE kind = 'measure'"), [(94, 94)])
        wait_for(lambda: app.find("list", "Sections of the plan"), "the copy to be open")
        app.quit()
        self.assert_sound()


driver.main()
