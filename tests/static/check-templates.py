#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""Checks the strategy templates of data/templates against their JSON Schema, with a validator that is not ours."""

import json

import jsonschema

from layout import ROOT, read, report, sources

SCHEMA = "data/schema/pact-template-1.schema.json"


def without_doubles(pairs):
    names = [name for name, _ in pairs]
    for name in names:
        if names.count(name) > 1:
            raise ValueError(f"the member “{name}” stands twice in one object")
    return dict(pairs)


def main():
    if not (ROOT / SCHEMA).exists():
        report([f"{SCHEMA} does not exist"], "")
    schema = json.loads(read(SCHEMA))
    validator_class = jsonschema.validators.validator_for(schema, default=jsonschema.Draft202012Validator)
    validator_class.check_schema(schema)
    validator = validator_class(schema)

    complaints = []
    templates = sources("*.json", folders=("data/templates",))
    for path in templates:
        try:
            template = json.loads(read(path), object_pairs_hook=without_doubles)
        except ValueError as error:
            complaints.append(f"{path}: {error}")
            continue
        complaints += [f"{path}: {error.json_path}: {error.message}" for error in validator.iter_errors(template)]
    if not templates:
        complaints.append("data/templates: there is no template")
    report(complaints, f"{len(templates)} templates are valid")


if __name__ == "__main__":
    main()
