#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""Checks that includes run only downward through the rooms of src/, and that each library stays in its rooms.

Three rules to remember: model knows nobody; only store speaks SQL; nothing is changed except through edit.
"""

import re

from layout import read, report, sources

# The rooms that a room may include, besides itself.
BELOW = {
    "files": set(),
    "model": set(),
    "words": {"model"},
    "json": set(),
    "exchange": {"model", "json"},
    "figures": {"model"},
    "template": {"model", "words", "json", "exchange"},
    "review": {"model", "words", "json", "exchange", "template"},
    "report": {"model", "words", "json", "exchange", "figures", "template", "review"},
    "store": {"files", "model"},
    "edit": {"files", "model", "words", "json", "exchange", "figures", "template", "review", "report", "store"},
    "app": {"files", "model", "words", "exchange", "figures", "template", "review", "report", "edit"},
    "cli": {"files", "model", "words", "json", "exchange", "figures", "template", "review", "report", "edit"},
}

# The rooms that may include a library's headers.
LIBRARIES = (
    ("SQLite", re.compile(r"sqlite3(ext)?\.h$"), {"store"}),
    ("json-c", re.compile(r"(json-c/.*|json|json_\w+|linkhash|printbuf)\.h$"), set(BELOW) - {"files", "model", "app"}),
    ("ICU", re.compile(r"unicode/.*\.h$"), {"words"}),
    ("GTK", re.compile(r"(gtk|gdk|gsk)/"), {"app"}),
    ("libadwaita", re.compile(r"(adwaita|adw-.*)\.h$"), {"app"}),
    ("cairo and Pango", re.compile(r"(cairo.*\.h|pango/.*)$"), {"report", "app"}),
)

# Headers that are made in the build folder and belong to no room, or to the one that includes them.
GENERATED = re.compile(r"^(config\.h|.*-(enums|enum-types|resources|marshal)\.h)$")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def room_of(path):
    """The room of a file of src/, or none for the few files that stand in src/ itself."""
    return path.parts[1] if len(path.parts) > 2 else None


def resolve(name, by_name, by_path):
    if "/" in name:
        return by_path.get(name)
    return by_name.get(name)


def check(path, text, by_name, by_path):
    room = room_of(path)
    if room not in BELOW:
        return [f"{path}: “{room}” is no room of the house"] if room else []

    complaints = []
    for match in INCLUDE.finditer(text):
        bracket, name = match.groups()
        place = f"{path}:{text.count(chr(10), 0, match.start(2)) + 1}"
        for library, headers, rooms in LIBRARIES:
            if headers.match(name) and room not in rooms:
                complaints.append(f"{place}: {room} includes <{name}>, but {library} belongs to {', '.join(sorted(rooms))}")
        if bracket == "<" or GENERATED.match(name):
            continue
        target = resolve(name, by_name, by_path)
        if target is None:
            complaints.append(f"{place}: “{name}” is in no room")
        elif room_of(target) not in BELOW[room] | {room, None}:
            complaints.append(f"{place}: {room} includes “{name}” of {room_of(target)}, which is not below it")
    return complaints


def main():
    headers = sources("*.h", folders=("src",))
    by_name = {path.name: path for path in headers}
    by_path = {}
    for path in headers:
        for start in range(1, len(path.parts)):
            by_path.setdefault("/".join(path.parts[start:]), path)

    files = sources("*.c", "*.h", folders=("src",))
    complaints = [f"{path}: there is another header of this name, {by_name[path.name]}"
                  for path in headers if by_name[path.name] != path]
    for path in files:
        complaints += check(path, read(path), by_name, by_path)
    if not files:
        complaints.append("src: there is nothing to check")
    report(complaints, f"{len(files)} files include only downward")


if __name__ == "__main__":
    main()
