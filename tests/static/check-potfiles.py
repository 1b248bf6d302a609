#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""Checks that po/POTFILES names every file with something to translate, sorted, and no other file.

With --update it writes po/POTFILES instead.
"""

import re
import sys

from layout import ROOT, read, report, sources

POTFILES = "po/POTFILES"
HEADER = """# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""

COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
C_CALL = re.compile(r'\b(_|N_|Q_|C_|NC_|gettext|ngettext|g_dcgettext|g_dngettext|g_dpgettext2?|glib_gettext|pact_translate)\s*\(')
C_STRING = re.compile(r'\s*(?:[^()"]*,\s*)?"')
UI_STRING = re.compile(r'\btranslatable\s*=\s*["\'](yes|true|1)["\']')
DESKTOP_KEY = re.compile(r"^(Name|GenericName|Comment|Keywords)\s*=", re.MULTILINE)
METAINFO_TAG = re.compile(r"<(name|summary|caption|p|li)>")


def without_comments(text):
    """C without its comments; strings stay, for they may hold what looks like a comment."""
    pattern = re.compile(f"({STRING.pattern})|{COMMENT.pattern}", re.DOTALL)
    return pattern.sub(lambda match: match.group(1) or " ", text)


def has_strings(path):
    text = read(path)
    if path.suffix in (".c", ".h"):
        text = without_comments(text)
        return any(C_STRING.match(text, call.end()) for call in C_CALL.finditer(text))
    if path.suffix == ".ui":
        return bool(UI_STRING.search(text))
    if path.name.endswith(".desktop.in"):
        return bool(DESKTOP_KEY.search(text))
    if path.name.endswith(".metainfo.xml.in"):
        return bool(METAINFO_TAG.search(text))
    return path.name.endswith(".gschema.xml") and 'gettext-domain="' in text


def wanted():
    candidates = (sources("*.c", "*.h", folders=("src",)) + sources("*.ui", folders=("ui",))
                  + sources("*.in", "*.gschema.xml", folders=("data",)))
    return sorted(str(path) for path in candidates if has_strings(path))


def main(arguments):
    should = wanted()
    if arguments == ["--update"]:
        (ROOT / POTFILES).write_text(HEADER + "".join(f"{name}\n" for name in should), encoding="utf-8")
        return

    lines = read(POTFILES).splitlines() if (ROOT / POTFILES).exists() else []
    listed = [line for line in lines if line and not line.startswith("#")]
    complaints = [f"{POTFILES}: {name} has something to translate and is not listed" for name in should if name not in listed]
    for name in listed:
        if not (ROOT / name).is_file():
            complaints.append(f"{POTFILES}: {name} does not exist")
        elif name not in should:
            complaints.append(f"{POTFILES}: {name} has nothing to translate")
    complaints += [f"{POTFILES}: {name} is listed twice" for name in sorted(set(listed)) if listed.count(name) > 1]
    complaints += [f"{POTFILES}: {second} has to stand before {first}"
                   for first, second in zip(listed, listed[1:]) if first > second]
    if complaints:
        complaints.append("tests/static/check-potfiles.py --update writes the list anew")
    report(complaints, f"{len(listed)} files are listed")


if __name__ == "__main__":
    main(sys.argv[1:])
