#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""Checks that includes run only downward through the rooms of src/ and the folders of src/app/, that no files know each other in
a circle, and that each library stays in its rooms.

Three rules to remember: model knows nobody; only db speaks SQLite, and only store says what is in it; nothing is changed
except through edit.
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
    "db": {"files"},
    "store": {"db", "model"},
    "edit": {"files", "model", "words", "json", "exchange", "figures", "template", "review", "report", "db", "store"},
    "work": {"files", "model", "words", "json", "exchange", "figures", "template", "review", "report", "db", "store", "edit"},
    "app": {"files", "model", "words", "exchange", "figures", "template", "review", "report", "edit", "work"},
    "cli": {"files", "model", "words", "json", "exchange", "figures", "template", "review", "report", "edit", "work"},
}

# The folders of app that a folder of app may include, besides itself. Folders in a folder do not know each other.
BELOW_IN_APP = {
    "kit": set(),
    "form": {"kit"},
    "library": {"kit", "form"},
    "assistant": {"kit", "form"},
    "plan": {"kit", "form"},
    "shell": {"kit", "form", "library", "assistant", "plan"},
}

# The rooms that may include a library's headers.
LIBRARIES = (
    ("SQLite", re.compile(r"sqlite3(ext)?\.h$"), {"db"}),
    ("json-c", re.compile(r"(json-c/.*|json|json_\w+|linkhash|printbuf)\.h$"), set(BELOW) - {"files", "model", "db", "app"}),
    ("ICU", re.compile(r"unicode/.*\.h$"), {"words"}),
    ("libgettextpo", re.compile(r"gettext-po\.h$"), {"words"}),
    ("GTK", re.compile(r"(gtk|gdk|gsk)/"), {"app"}),
    ("libadwaita", re.compile(r"(adwaita|adw-.*)\.h$"), {"app"}),
    ("libportal", re.compile(r"libportal.*/.*\.h$"), {"app"}),
    ("cairo and Pango", re.compile(r"(cairo.*\.h|pango/.*)$"), {"report", "app"}),
    ("what documents are written with", re.compile(r"(qpdf/.*|hyphen\.h|archive(_entry)?\.h|libxml/.*)$"), {"report"}),
    ("what data is written with", re.compile(r"(xlsxwriter(/.*)?\.h|libical/.*)$"), {"report"}),
)

# Headers that are made in the build folder and belong to no room, or to the one that includes them.
GENERATED = re.compile(r"^(config\.h|.*-(enums|enum-types|resources|marshal)\.h)$")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def room_of(path):
    """The room of a file of src/, or none for the few files that stand in src/ itself."""
    return path.parts[1] if len(path.parts) > 2 else None


def folder_of(path):
    """The folder of a file of src/app/, and the one in it; none where there is none."""
    folders = path.parts[2:-1] if path.parts[1] == "app" else ()
    return (*folders, None, None)[:2]


def check_folder(path, target):
    """What is wrong with a file of src/app/ that includes another one there."""
    (folder, inner), (target_folder, target_inner) = folder_of(path), folder_of(target)
    if folder is None:
        return None
    if target_folder not in BELOW_IN_APP[folder] | {folder}:
        return f"app/{folder} includes “{target.name}” of app/{target_folder}, which is not below it"
    if target_folder == folder and None not in (inner, target_inner) and inner != target_inner:
        return f"app/{folder}/{inner} includes “{target.name}” of app/{folder}/{target_inner}, which stands beside it"
    return None


def resolve(name, by_name, by_path):
    if "/" in name:
        return by_path.get(name)
    return by_name.get(name)


def check(path, text, by_name, by_path):
    room = room_of(path)
    if room not in BELOW:
        return [f"{path}: “{room}” is no room of the house"] if room else []
    if room == "app" and folder_of(path)[0] not in BELOW_IN_APP and path.name != "main.c":
        return [f"{path}: this is no folder of app"]

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
        elif room == "app" == room_of(target):
            complaint = check_folder(path, target)
            if complaint is not None:
                complaints.append(f"{place}: {complaint}")
    return complaints


def unit_of(path, headers):
    """The class or subject that a file is a part of: its stem, or for a file without a public header of its own the longest
    stem before it in the same folder that has one, as pact-editor for pact-editor-tree.c and pact-editor-private.h."""
    parts = path.stem.split("-")
    for length in range(len(parts), 0, -1):
        stem = "-".join(parts[:length])
        if not stem.endswith("-private") and path.with_name(stem + ".h") in headers:
            return stem
    return path.stem


def find_circles(graph):
    """The groups of units that know each other in a circle (Tarjan's strongly connected components)."""
    numbers, lowest, stack, circles = {}, {}, [], []

    def visit(unit):
        numbers[unit] = lowest[unit] = len(numbers)
        stack.append(unit)
        for other in sorted(graph[unit]):
            if other not in numbers:
                visit(other)
            if other in stack:
                lowest[unit] = min(lowest[unit], lowest[other])
        if lowest[unit] == numbers[unit]:
            start = stack.index(unit)
            if len(stack) - start > 1:
                circles.append(sorted(stack[start:]))
            del stack[start:]

    for unit in sorted(graph):
        if unit not in numbers:
            visit(unit)
    return circles


def check_circles(texts, by_name, by_path):
    """Complains of units of src/ that include each other, directly or through others."""
    headers = {path for path in texts if path.suffix == ".h"}
    graph = {unit_of(path, headers): set() for path in texts}
    for path, text in texts.items():
        unit = unit_of(path, headers)
        for bracket, name in INCLUDE.findall(text):
            target = resolve(name, by_name, by_path) if bracket == '"' and not GENERATED.match(name) else None
            if target is not None:
                graph[unit].add(unit_of(target, headers))
        graph[unit].discard(unit)
    return [f"src: these know each other in a circle: {', '.join(circle)}" for circle in find_circles(graph)]


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
    texts = {path: read(path) for path in files}
    for path, text in texts.items():
        complaints += check(path, text, by_name, by_path)
    complaints += check_circles(texts, by_name, by_path)
    if not files:
        complaints.append("src: there is nothing to check")
    report(complaints, f"{len(files)} files include only downward, and in no circle")


if __name__ == "__main__":
    main()
