#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""Looks whether the C of the program and its tests is written in one dialect, in what a formatter leaves to people.

The rest is in .clang-format; .ci/format shows what that would change in the lines that are being worked on.
"""

import re

from layout import read, report, sources

MAX_LINES = 800

# What a line must not have, and what it should have instead. Texts in quotation marks are taken out before.
RULES = (
    (re.compile(r"\bN?C_\("), "write “C_ (”, as every call but _() and N_()"),
    (re.compile(r'(?<!\w)N?_ \('), "_() and N_() stand for the text itself, without a space"),
    (re.compile(r"(?:&&|\|\|)\s*\\?$"), "a line begins with its operator, and does not end with it"),
    (re.compile(r"\) \{"), "a compound literal is written “(Type){ … }”"),
    (re.compile(r"\b(?:N_PROPS|PROP_LAST|LAST_PROP|LAST_SIGNAL)\b"), "the number of properties is N_PROPERTIES, of signals N_SIGNALS"),
    (re.compile(r"[\t\f\v]"), "a line is indented with spaces"),
)

STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
COMMENT = re.compile(r"/\*.*?(?:\*/|$)")
DECLARED = re.compile(r"^(?!static|typedef|#)[A-Za-z][^;{}=()]*?\b(pact_[a-z0-9_]+) \(", re.M)


def undocumented():
    """Public functions without a comment that begins with their name."""
    documented = set()
    for path in sources("*.c", "*.h", folders=("src",)):
        documented.update(re.findall(r"^ \* (pact_[a-z0-9_]+):", read(path), re.M))
    for path in sources("*.h", folders=("src",)):
        if not path.stem.endswith("-private"):
            for name in DECLARED.findall(read(path)):
                if name not in documented and not name.endswith(("_get_type", "_quark")):
                    yield f"{path}: {name}() has no comment of its own"


def main():
    complaints = []
    paths = sources("*.c", "*.h", folders=("src", "tests"))
    for path in paths:
        lines = read(path).splitlines()
        if len(lines) > MAX_LINES:
            complaints.append(f"{path}: {len(lines)} lines are too many for one idea; {MAX_LINES} is the end")
        for number, line in enumerate(lines, 1):
            if line != line.rstrip():
                complaints.append(f"{path}:{number}: nothing stands at the end of a line that is not seen")
            if line.lstrip().startswith("*"):
                continue
            code = COMMENT.sub("", STRING.sub('""', line)).rstrip()
            complaints.extend(f"{path}:{number}: {advice}" for rule, advice in RULES if rule.search(code))
    complaints.extend(undocumented())
    report(complaints, f"{len(paths)} files of C are written in one dialect.")


if __name__ == "__main__":
    main()
