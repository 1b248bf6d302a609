# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""A plan in which every text that there can be is a word of its own, so that it can be seen in a file which have come along."""

import json

# What is said of persons. It stands here once more, so that a field which loses its mark is missed.
PERSONAL = {
    ("plan", "lead_name"), ("plan", "contact_name"), ("plan", "contact_email"), ("plan", "contact_phone"),
    ("actor", "contact_name"), ("actor", "contact_email"), ("actor", "contact_phone"),
    ("comment", "author"),
}


class Marked:
    """The plan as a draft, and its words: those of persons and all others."""

    def __init__(self, schema):
        self.definitions = schema["$defs"]
        self.personal = set()
        self.others = set()
        self.kinds = {}
        self.document = {"format": "pact-plan", "format_version": 1, "purpose": "draft", "plan": self.fill("plan")}

    def fill(self, kind):
        """An element of a kind with a word in every text, and one element of each kind that may stand below it."""
        element = {}
        for name, field in self.definitions[kind]["properties"].items():
            if field.get("type") == "string" and "enum" not in field:
                word = f"mark{len(self.personal) + len(self.others):05}"
                (self.personal if (kind, name) in PERSONAL else self.others).add(word)
                self.kinds[word] = (kind, name)
                element[name] = word
            elif field.get("type") == "array" and not field["items"]["$ref"].startswith("#/$defs/vocabulary_"):
                element[name] = [self.fill(field["items"]["$ref"].rsplit("/", 1)[1])]
        return element

    def missed(self, text, withheld):
        """The fields of the words that are in a file and should not be, or the other way round."""
        there = {word for word in self.personal | self.others if word in text}
        expected = self.others if withheld else self.personal | self.others
        return sorted(self.kinds[word] for word in there ^ expected)

    def write(self):
        return json.dumps(self.document)
