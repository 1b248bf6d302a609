#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""The example plan: complete, and the same in each of its languages but for the words."""

import json
import pathlib
import unittest

import case

EXAMPLE = pathlib.Path(__file__).resolve().parents[2] / "data" / "example"
LANGUAGES = ("de", "en", "fr")
# What is said in words, and so in another way in each language.
WORDS = {
    "title", "summary", "authority_name", "lead_office", "contact_name", "contact_role", "vision", "situation", "governance",
    "participation", "child_summary", "monitoring", "resources", "adopted_by", "adopted_reference", "aim", "description",
    "expected_result", "situation_note", "inclusion_note", "unit", "steps", "method", "source", "name", "contribution", "response", "language", "id",
    "lead", "actor", "owner", "funding_source", "legal_note",
}


def bare(value):
    """A plan without its words, and with references only as far as there are any."""
    if isinstance(value, dict):
        return {name: bare(part) for name, part in value.items()
                if name not in WORDS or name == "situation" and len(part) < 20}
    return [bare(part) for part in value] if isinstance(value, list) else value


def kinds(value):
    if isinstance(value, dict):
        for name, part in value.items():
            if isinstance(part, list) and part and isinstance(part[0], dict):
                yield name
            yield from kinds(part)
    elif isinstance(value, list):
        for part in value:
            yield from kinds(part)


class Example(case.Case):
    def plan(self, language):
        return json.loads((EXAMPLE / f"example.{language}.json").read_text("utf-8"))["plan"]

    def test_complete(self):
        """Nothing is wrong with it and nothing missing, and it is not changed by being imported and exported."""
        for language in LANGUAGES:
            file = EXAMPLE / f"example.{language}.json"
            self.assertEqual(self.call("check", file), (b"", ""), language)
            self.run_here("import", file)
            plan = self.plan(language)
            self.assertEqual(plan["language"], language)
            self.assertEqual(json.loads(self.draft(plan["id"]))["plan"], plan)

    def test_same_plan(self):
        english, *others = (bare(self.plan(language)) for language in ("en", "de", "fr"))
        for other in others:
            self.assertEqual(other, english)
        self.assertEqual(len({self.plan(language)["id"] for language in LANGUAGES}), 3)

    def test_whole(self):
        """All that can be said stands in it somewhere: sixteen measures in the plan, some in place, later or not for the town."""
        plan = self.plan("en")
        self.assertLessEqual({"actors", "funding_sources", "pillars", "objectives", "measures", "indicators", "readings", "costs",
                              "milestones", "risks", "involvements"}, set(kinds(plan)))
        measures = [measure for pillar in plan["pillars"] for objective in pillar["objectives"]
                    for measure in objective["measures"]]
        found = {name: sum(measure.get("inclusion") == name for measure in measures) for name in ("included", "later", "excluded")}
        self.assertEqual(found, {"included": 16, "later": 7, "excluded": 3})
        self.assertEqual(len({pillar["template_key"] for pillar in plan["pillars"]}), 5)


if __name__ == "__main__":
    unittest.main(verbosity=2)
