#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""Checks that every source file says at its top under which licence it is, and whose it is."""

import re

from layout import ROOT, read, report, sources

PATTERNS = ("*.c", "*.h", "*.py", "*.sh", "*.css", "*.svg", "*.ui", "*.in", "*.xml", "*.1", "*.po", "LINGUAS", "POTFILES",
            "meson.build", "start", "test", "run", "count", "paper", "packages")
LICENCE = "GPL-3.0-or-later"

# What is meant to be taken into other programs, or is text rather than program.
OTHERS = (
    (re.compile(r"\.metainfo\.xml\.in$"), "CC0-1.0"),
    (re.compile(r"^po/templates/.*\.po$"), "CC-BY-4.0"),
)
TOP = 2048


def main():
    files = [path for path in sources(*PATTERNS) if path.parts[:2] != ("tests", "data")]
    files += [path.relative_to(ROOT) for path in (ROOT / "meson.build", ROOT / "meson_options.txt") if path.exists()]
    complaints = []
    for path in files:
        licence = next((other for pattern, other in OTHERS if pattern.search(str(path))), LICENCE)
        top = read(path)[:TOP]
        if not re.search(rf"SPDX-License-Identifier: {re.escape(licence)}(?![\w.-])", top):
            complaints.append(f"{path}: no line “SPDX-License-Identifier: {licence}” at its top")
        if "SPDX-FileCopyrightText: " not in top:
            complaints.append(f"{path}: no line “SPDX-FileCopyrightText: …” at its top")
    report(complaints, f"{len(files)} files name their licence")


if __name__ == "__main__":
    main()
