# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""What the checks of this folder have in common: where the project is, and which of its files are its sources."""

import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDERS = (".ci", "data", "po", "src", "tests", "ui")


def sources(*patterns, folders=FOLDERS):
    """The files below the folders that match one of the patterns, sorted, relative to the project's root."""
    found = set()
    for folder in folders:
        for pattern in patterns:
            found.update(path.relative_to(ROOT) for path in (ROOT / folder).rglob(pattern)
                         if path.is_file() and "__pycache__" not in path.parts)
    return sorted(found, key=str)


def read(path):
    return (ROOT / path).read_text(encoding="utf-8")


def languages(folder):
    """The languages that a folder of catalogues has."""
    return [line for line in read(folder / "LINGUAS").splitlines() if line and not line.startswith("#")]


def report(complaints, praise):
    """Prints the complaints, one a line, or what is well; ends with the status that meson looks at."""
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    if not complaints:
        print(praise)
    sys.exit(1 if complaints else 0)
