#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""Prints the catalogue template (.pot) of the strategy templates' text.

    po/templates/make-pot.py [FILE…] > po/templates/pact-planner-templates.pot

Without files, all of data/templates is taken. The English string is the msgid and there is no context. The comment
above each message tells a translator where it stands: the template, the element's key and the member.
"""

import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TRANSLATABLE = ("title", "summary", "about", "basis", "aim", "description", "expected_result", "guidance", "references",
                "unit", "method")

HEADER = r'''# Translation of the strategy templates of Pact Planner.
# SPDX-License-Identifier: CC-BY-4.0
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: pact-planner-templates\n"
"Report-Msgid-Bugs-To: \n"
"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\n"
"Last-Translator: FULL NAME <EMAIL@ADDRESS>\n"
"Language-Team: LANGUAGE <EMAIL@ADDRESS>\n"
"Language: \n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
'''


def strings_of(element, place):
    """Every translatable string below an element, with where it stands, in the order of the file."""
    for name, value in element.items():
        values = value if isinstance(value, list) else [value]
        for one in values:
            if isinstance(one, dict):
                yield from strings_of(one, f"{place} {one.get('key') or one.get('id') or name}")
            elif isinstance(one, str) and one and name in TRANSLATABLE:
                yield one, f"{place}, {name}"


def quoted(text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t").replace("\n", "\\n")
    lines = [line for line in escaped.replace("\\n", "\\n\0").split("\0") if line]
    if len(lines) < 2:
        return f'"{escaped}"'
    return "\n".join(['""'] + [f'"{line}"' for line in lines])


def main(paths):
    messages = {}
    for path in paths or sorted((ROOT / "data" / "templates").glob("*.json")):
        template = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
        for text, place in strings_of(template, template["id"]):
            messages.setdefault(text, []).append(place)

    print(HEADER)
    for text, places in messages.items():
        for place in places:
            print(f"#. {place}")
        print(f"msgid {quoted(text)}\nmsgstr \"\"\n")


if __name__ == "__main__":
    main(sys.argv[1:])
