#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""Looks whether the programs say where they were built, or when: the same sources have to make the same programs anywhere."""

import pathlib
import sys

from layout import ROOT, report


def main(programs):
    complaints = []
    for program in programs:
        content = pathlib.Path(program).read_bytes()
        for place in (ROOT, pathlib.Path(program).resolve().parent):
            if str(place).encode() in content:
                complaints.append(f"{program} holds the path {place}")
    for path in sorted((ROOT / "src").rglob("*.[ch]")):
        for macro in ("__DATE__", "__TIME__", "__TIMESTAMP__"):
            if macro in path.read_text(encoding="utf-8"):
                complaints.append(f"{path}: {macro} is another one at each build")
    report(complaints, f"{len(programs)} programs know nothing of the machine that made them.")


if __name__ == "__main__":
    main(sys.argv[1:])
