#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""Checks the strategy templates of data/templates: against their JSON Schema, with a validator that is not ours, and for what no
schema can say. All sources are cited and their addresses are whole; the articles that a measure serves exist and are those of its
references; and what two templates both propose comes from a source of the same kind in both."""

import json
import re
import urllib.parse

import jsonschema

from layout import ROOT, read, report, sources

SCHEMA = "data/schema/pact-template-1.schema.json"

# What begins the codes of articles, the name in the references, and the last article.
CONVENTIONS = {
    "lanzarote": ("Lanzarote Convention", 50),
    "uncrc": ("Convention on the Rights of the Child", 54),
    "trafficking": ("Convention on Action against Trafficking in Human Beings", 47),
}


def without_doubles(pairs):
    names = [name for name, _ in pairs]
    for name in names:
        if names.count(name) > 1:
            raise ValueError(f"the member “{name}” stands twice in one object")
    return dict(pairs)


def measures_of(template):
    for pillar in template["pillars"]:
        for objective in pillar.get("objectives", []):
            yield from objective.get("measures", [])


def articles_of(references):
    """The numbers of the articles that references name, by convention: “Articles 14(1) and 20 to 23” are 14, 20, 21, 22 and 23."""
    articles = {convention: set() for convention in CONVENTIONS}
    for part in references.split(";"):
        for convention, (name, _) in CONVENTIONS.items():
            _, found, after = part.partition(name)
            if not found:
                continue
            after = re.sub(r"\([^)]*\)", "", after)
            articles[convention] |= {int(number) for number in re.findall(r"\d+", after)}
            for first, last in re.findall(r"(\d+) to (\d+)", after):
                articles[convention] |= set(range(int(first), int(last)))
    return articles


def check_articles(measure):
    articles = articles_of(measure.get("references", ""))
    for convention, (name, last) in CONVENTIONS.items():
        for number in sorted(articles[convention]):
            if not 1 <= number <= last:
                yield f"the {name} has no Article {number}"
    for code in measure.get("legal_basis", []):
        convention, number = code.rsplit("-", 1)
        if int(number) not in articles[convention]:
            yield f"the references do not name what “{code}” is"


def check_sources(template):
    cited = {source for measure in measures_of(template) for source in measure.get("sources", [])}
    for source in template.get("sources", []):
        if source["id"] not in cited:
            yield f"no measure cites “{source['id']}”"
        address = urllib.parse.urlparse(source.get("url", "https://example.org/"))
        if "." not in address.netloc or not address.path or re.search(r"\s", source.get("url", "")):
            yield f"“{source['url']}” is no whole address"


def check_size(template):
    measures = len(list(measures_of(template)))
    for number in re.findall(r"(\d+) measures", template.get("summary", "")):
        if int(number) != measures:
            yield f"the summary speaks of {number} measures, and there are {measures}"


def check_content(path, template, concepts):
    complaints = [f"{path}: {complaint}" for complaint in (*check_size(template), *check_sources(template))]
    for measure in measures_of(template):
        complaints += [f"{path}: {measure['key']}: {complaint}" for complaint in check_articles(measure)]
        concept = measure.get("concept")
        if concept is None:
            complaints.append(f"{path}: {measure['key']}: there is no concept")
            continue
        other, provenance = concepts.setdefault(concept, (f"{path}, {measure['key']}", measure.get("provenance")))
        if provenance != measure.get("provenance"):
            complaints.append(f"{path}: {measure['key']}: “{concept}” comes from somewhere else in {other}")
    return complaints


def main():
    if not (ROOT / SCHEMA).exists():
        report([f"{SCHEMA} does not exist"], "")
    schema = json.loads(read(SCHEMA))
    validator_class = jsonschema.validators.validator_for(schema, default=jsonschema.Draft202012Validator)
    validator_class.check_schema(schema)
    validator = validator_class(schema)

    complaints, concepts = [], {}
    templates = sources("*.json", folders=("data/templates",))
    for path in templates:
        try:
            template = json.loads(read(path), object_pairs_hook=without_doubles)
        except ValueError as error:
            complaints.append(f"{path}: {error}")
            continue
        mistakes = [f"{path}: {error.json_path}: {error.message}" for error in validator.iter_errors(template)]
        complaints += mistakes or check_content(path, template, concepts)
    if not templates:
        complaints.append("data/templates: there is no template")
    report(complaints, f"{len(templates)} templates are valid")


if __name__ == "__main__":
    main()
