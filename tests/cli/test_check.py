#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""check: of files and of plans in the library."""

import json
import unittest

from case import DONE, FINDINGS, INPUT, Case, complete, measures


class Check(Case):
    def setUp(self):
        super().setUp()
        self.uuid = self.new()
        self.document = json.loads(self.draft(self.uuid))

    def test_new_plan_lacks_things(self):
        found = self.json_here("check", self.uuid, status=FINDINGS)
        blocking = [finding for finding in found if finding["severity"] == "blocking"]
        self.assertTrue(blocking)
        self.assertLessEqual({finding["severity"] for finding in found}, {"blocking", "advice"})
        self.assertEqual(list(blocking[0]), ["severity", "element", "field", "message"])
        self.assertIn({"element": next(measures(self.document))["id"], "field": "situation"},
                      [{"element": finding["element"], "field": finding["field"]} for finding in blocking])
        output, messages = self.run_here("check", self.uuid, status=FINDINGS)
        self.assertEqual(len(output.decode().splitlines()), len(found))
        self.assertIn(f"0 of {len(list(measures(self.document)))} measures are ready for submission.", messages)

    def test_file_and_plan_agree(self):
        path = self.write("plan.json", self.document)
        self.assertEqual(json.loads(self.call("check", "--json", str(path), status=FINDINGS)[0]),
                         self.json_here("check", self.uuid, status=FINDINGS))

    def test_complete_plan(self):
        path = self.write("plan.json", complete(self.document))
        found = json.loads(self.call("check", str(path), "--json", status=DONE)[0])
        self.assertEqual([finding for finding in found if finding["severity"] != "advice"], [])
        self.call("check", str(path))

    def test_no_library_is_needed_for_a_file(self):
        self.call("check", str(self.write("plan.json", complete(self.document))))
        self.assertFalse((self.home / "data" / "pact-planner" / "library.db").exists())

    def test_wrong_things_are_placed(self):
        self.document["plan"]["country"] = "Germany"
        next(measures(self.document))["situation"] = "excellent"
        path = self.write("plan.json", self.document)
        output, messages = self.call("check", str(path), "--json", status=INPUT)
        problems = json.loads(output)
        self.assertEqual([list(problem) for problem in problems], [["severity", "path", "field", "message"]] * 2)
        self.assertEqual({problem["path"] for problem in problems},
                         {"$.plan.country", "$.plan.pillars[0].objectives[0].measures[0].situation"})
        self.assertEqual({problem["severity"] for problem in problems}, {"error"})
        self.assertIn(str(path), messages)
        lines = self.call("check", str(path), status=INPUT)[0].decode().splitlines()
        self.assertTrue(lines[0].startswith(f"{path}: $.plan.country: "), lines)

    def test_messages_command_no_terminal(self):
        self.document["plan"]["country"] = "\x1b[31m"
        self.document["plan"]["state"] = "\x1b]0;x\x07"
        output, messages = self.call("check", str(self.write("plan.json", self.document)), status=INPUT)
        self.assertNotIn(b"\x1b", output)
        self.assertNotIn("\x1b", messages)

    def test_standard_input(self):
        self.call("check", "-", input=json.dumps(complete(self.document)).encode())
        self.call("check", "-", input=b"{", status=INPUT)

    def test_neither_file_nor_plan(self):
        for name in ("no-such-file.json", "00000000-0000-4000-8000-000000000000", str(self.home)):
            with self.subTest(name):
                self.run_here("check", name, status=INPUT)


if __name__ == "__main__":
    unittest.main()
