#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""Checks the schema with an independent validator: it is a schema, what is exported is valid, and import and schema agree
on what is wrong."""

import copy
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

from jsonschema import Draft202012Validator

HELPER = sys.argv.pop(1)
EXPORTS = ("draft.json", "withheld.json", "submission.json", "bare.json")

# Put in the place of each value, once each.
OTHERS = (None, True, 0, -1, 1, 1.0, 1.5, 2027, 9007199254740991, 9007199254740992, "", "x", "12", "<5", "-0.50", "1e5", "a\nb", "a\u0007b",
          "x" * 300, "🌍" * 200, "2027", "2027-06", "2027-13", "2027-06-31x", "2027-06-31", "2027-06-30", "2027-02-29",
          "2028-02-29", "2100-02-29", "2000-02-29", "0999", "FR", "fr", "FR-67", "FRA", "de", "de-CH", "EUR",
          "2027-01-01T00:00:00Z", "2027-01-01T24:00:00Z", "police", "adopted", [], ["police"], ["police", "police"],
          ["police", "x"], ["police", 1], {}, [{}], [[]], [{"id": "x"}])


def places(value, path=()):
    """The path of each member and item below a value."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, child in items:
        yield path + (name,)
        yield from places(child, path + (name,))


def replaced(document, path, value):
    changed = copy.copy(document)
    changed[path[0]] = replaced(document[path[0]], path[1:], value) if len(path) > 1 else value
    return changed


def json_path(path):
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)


class Schema(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([HELPER, "write", folder], check=True)
            cls.schema = json.loads((pathlib.Path(folder) / "schema.json").read_text(encoding="utf-8"))
            cls.exports = {name: json.loads((pathlib.Path(folder) / name).read_text(encoding="utf-8")) for name in EXPORTS}
        cls.validator = Draft202012Validator(cls.schema)

    def read(self, documents):
        """For each document, the paths at which import finds something wrong."""
        lines = "".join(json.dumps(document) + "\n" for document in documents)
        run = subprocess.run([HELPER, "read"], input=lines.encode(), stdout=subprocess.PIPE, check=True)
        return [line.split() for line in run.stdout.decode().split("\n")[:-1]]

    def test_is_a_schema(self):
        Draft202012Validator.check_schema(self.schema)
        self.assertEqual(self.schema["$schema"], Draft202012Validator.META_SCHEMA["$id"])
        self.assertEqual(self.schema["$id"], self.exports["draft.json"]["$schema"])

    def test_references_lead_somewhere(self):
        used = set()
        for path in places(self.schema):
            if path[-1] == "$ref":
                value = self.schema
                for step in path:
                    value = value[step]
                used.add(value.removeprefix("#/$defs/"))
        self.assertEqual(used - set(self.schema["$defs"]), set())
        self.assertEqual(set(self.schema["$defs"]) - used - {"type_decimal"}, set())

    def test_exports_are_valid(self):
        for name, document in self.exports.items():
            with self.subTest(name):
                self.assertEqual([error.message for error in self.validator.iter_errors(document)], [])
        self.assertEqual(self.read(self.exports.values()), [[] for _ in self.exports])

    def small_document(self):
        """An exported plan with one element of each kind at most at each place, to be quick."""
        def thinned(value):
            if isinstance(value, dict):
                return {name: thinned(child) for name, child in value.items() if name not in ("comments", "remarks")}
            if isinstance(value, list) and value and isinstance(value[0], dict):
                return [thinned(value[0])]
            return value
        return thinned(self.exports["draft.json"])

    def test_import_and_schema_agree(self):
        document = self.small_document()
        self.assertEqual(self.read([document]), [[]])
        cases = [(path, other) for path in places(document) for other in OTHERS
                 if path[0] in ("exported", "purpose", "generator", "submission", "plan", "format") and path != ("plan",)]
        answers = self.read(replaced(document, path, other) for path, other in cases)
        self.assertEqual(len(answers), len(cases))
        definitions = {}
        for (path, other), answer in zip(cases, answers):
            # The rest of the document is valid, so what stands at the place decides.
            rule = definitions.setdefault(path, self.rule_at(path))
            valid = rule is None or Draft202012Validator({"$defs": self.schema["$defs"], **rule}).is_valid(other)
            # That a reference has lost its element is seen by import alone.
            here = [place for place in answer if place.startswith(json_path(path))]
            self.assertEqual(valid, not here, f"{json_path(path)} := {other!r}: {answer}")

    def rule_at(self, path):
        rule = self.schema
        for step in path:
            while "$ref" in rule:
                rule = self.schema["$defs"][rule["$ref"].removeprefix("#/$defs/")]
            if isinstance(step, int):
                rule = rule.get("items", {})
            else:
                rule = rule.get("properties", {}).get(step)
            if rule is None:
                return None
        return rule

    def test_members_of_newer_versions(self):
        document = self.small_document()
        document["x_new"] = [1]
        document["plan"]["x_new"] = {"a": 1}
        self.assertTrue(self.validator.is_valid(document))

    def test_what_is_needed(self):
        self.assertTrue(self.validator.is_valid({"format": "pact-plan", "format_version": 1, "plan": {}}))
        for name in ("format", "format_version", "plan"):
            document = {"format": "pact-plan", "format_version": 1, "plan": {}}
            del document[name]
            self.assertFalse(self.validator.is_valid(document))
            self.assertNotEqual(self.read([document]), [[]])


if __name__ == "__main__":
    unittest.main()
