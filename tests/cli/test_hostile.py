#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""Files made to break the program are refused, in bounded time and memory, and change nothing."""

import json
import os
import subprocess
import unittest

from case import CLI, DONE, FINDINGS, INPUT, Case

MIB = 1 << 20


def plan(text):
    return ('{"format":"pact-plan","format_version":1,"plan":{"id":"11111111-1111-4111-8111-111111111111",' + text + "}}").encode()


# Nobody reads these, whatever they are meant to be.
BROKEN = {
    "empty": b"",
    "white": b" \n\t",
    "text": b"Dear all,",
    "nul": b'{"a":"\0"}',
    "nuls": bytes(1000),
    "nul at the end": b"{}\0",
    "invalid UTF-8": b'{"a":"\xff"}',
    "overlong UTF-8": b'{"a":"\xc0\xaf"}',
    "surrogate in UTF-8": b'{"a":"\xed\xa0\x80"}',
    "UTF-16": '{"a":1}'.encode("utf-16"),
    "lone high surrogate": b'{"a":"\\ud800"}',
    "lone low surrogate": b'{"a":"\\udc00x"}',
    "surrogates in the wrong order": b'{"a":"\\udc00\\ud800"}',
    "duplicate member": b'{"a":1,"a":2}',
    "duplicate member, written otherwise": b'{"a":1,"\\u0061":2}',
    "duplicate member, deep": b'{"x":[{"y":{"a":1,"a":1}}]}',
    "deep arrays": b"[" * 1000000,
    "deep arrays, closed": b"[" * 1000000 + b"]" * 1000000,
    "deep objects": b'{"a":' * 1000000,
    "beyond double": b"[1e999999]",
    "number of many digits": b"[" + b"9" * 100000 + b"]",
    "trailing comma": b"[1,]",
    "comment": b"[1] // one",
    "single quotes": b"{'a':1}",
    "not a number": b"[NaN]",
    "infinity": b"[Infinity]",
    "leading zero": b"[01]",
    "hexadecimal": b"[0x1]",
    "control character": b'["\x01"]',
    "two values": b"{} {}",
    "cut": b'{"a":"b',
    "cut in an escape": b'{"a":"\\u12',
    "wrong escape": b'["\\x41"]',
}

# JSON, but no plan.
NO_PLAN = {
    "array": b"[]",
    "null": b"null",
    "other format": b'{"format":"other","format_version":1,"plan":{}}',
    "newer format": b'{"format":"pact-plan","format_version":2,"plan":{}}',
    "no plan": b'{"format":"pact-plan","format_version":1}',
    "plan is a list": b'{"format":"pact-plan","format_version":1,"plan":[]}',
    "title is a number": plan('"title":1'),
    "title with NUL": plan('"title":"a\\u0000b"'),
    "very long title": plan('"title":"' + "x" * MIB + '"'),
    "huge number": plan('"population":' + "9" * 100000),
    "fraction": plan('"population":1.5'),
    "negative": plan('"population":-1'),
    "unknown answer": plan('"state":"perfect"'),
    "children are a text": plan('"pillars":"x"'),
    "child is a number": plan('"pillars":[1]'),
    "twice the same": plan('"pillars":[{"id":"22222222-2222-4222-8222-222222222222","title":"a"},'
                           '{"id":"22222222-2222-4222-8222-222222222222","title":"b"}]'),
    "child that is its parent": plan('"pillars":[{"id":"11111111-1111-4111-8111-111111111111","title":"a"}]'),
    "wrong identifier": b'{"format":"pact-plan","format_version":1,"plan":{"id":"../../etc/passwd"}}',
}


class Hostile(Case):
    def setUp(self):
        super().setUp()
        self.new()
        self.before = self.run_here("list")[0]

    def refused(self, content, *commands):
        path = self.write("hostile.json", content)
        for command in commands:
            with self.subTest(command):
                output, messages = self.run_here(command, str(path), status=INPUT)
                if command != "check":
                    self.assertEqual(output, b"")
                self.assertLess(len(messages), 65536)
        self.assertEqual(self.run_here("list")[0], self.before)

    def test_broken(self):
        for name, content in BROKEN.items():
            with self.subTest(name):
                self.refused(content, "import", "check", "digest", "canonical")

    def test_no_plan(self):
        for name, content in NO_PLAN.items():
            with self.subTest(name):
                self.refused(content, "import", "check")

    def test_too_large(self):
        path = self.home / "large.json"
        with open(path, "wb") as file:
            file.write(b"[")
            file.truncate(64 * MIB + 1)
        for command in ("import", "check", "digest", "canonical"):
            self.run_here(command, str(path), status=INPUT)
        with open("/dev/zero", "rb") as endless:
            self.call("canonical", "-", stdin=endless, status=INPUT)
        self.call("canonical", "/dev/zero", status=INPUT)

    def test_large_and_full_of_mistakes(self):
        pillars = ",".join('{"title":%d}' % i for i in range(200000))
        path = self.write("hostile.json", plan('"pillars":[' + pillars + "]"))
        self.run_here("import", str(path), status=INPUT)
        json.loads(self.run_here("check", str(path), "--json", status=INPUT)[0])

    def test_many_elements(self):
        self.refused(plan('"documents":[{}' + ",{}" * 2000000 + "]"), "import", "check")

    def test_many_members(self):
        members = ",".join('"m%d":0' % i for i in range(500000))
        path = self.write("hostile.json", "{" + members + "}")
        self.call("canonical", str(path))
        self.run_here("import", str(path), status=INPUT)

    def test_memory(self):
        """Files within the limits that ask most of json-c, by their kind."""
        shapes = {
            "objects": ("canonical", DONE, b"[" + b"{}," * 670000 + b"{}]"),
            "arrays": ("canonical", DONE, b"[" + b"[]," * 3300000 + b"[]]"),
            "numbers": ("canonical", DONE, b"[" + b"1e1," * 3700000 + b"0]"),
            "texts": ("canonical", DONE, b"[" + b'"abcdefghijklm",' * (4 * MIB - 2) + b'""]'),
            "names": ("canonical", DONE, b"{" + b",".join(b'"%07x":0' % i for i in range(1500000)) + b"}"),
            "objects that are not known": ("check", FINDINGS, plan('"x":[' + "{}," * 650000 + "{}]")),
            "elements": ("check", FINDINGS, plan('"documents":[' + '{"title":"a"},' * 240000 + "{}]")),
        }
        for name, (command, expected, content) in shapes.items():
            with self.subTest(name):
                path = self.write("hostile.json", content)
                with subprocess.Popen([CLI, command, str(path)], env=self.env,
                                      stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
                    _pid, status, usage = os.wait4(run.pid, 0)
                    run.returncode = os.waitstatus_to_exitcode(status)
                self.assertEqual(run.returncode, expected)
                if os.environ.get("PACT_CLI_LIMIT_MEMORY") == "1":
                    self.assertLess(usage.ru_maxrss / 1024, 768)

    def test_what_is_no_file(self):
        for name in (self.home, self.home / "missing.json"):
            for command in ("import", "check", "digest", "canonical"):
                with self.subTest(f"{command} {name}"):
                    self.run_here(command, str(name), status=INPUT)


if __name__ == "__main__":
    unittest.main()
