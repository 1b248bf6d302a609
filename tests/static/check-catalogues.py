#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""Checks that the catalogues of a domain are well formed, and that those that are kept up here translate everything that there is
to translate; of the others it says how much they do.

Takes the domain: pact-planner for the interface, pact-planner-templates for the templates' text.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

from layout import ROOT, languages, report

# What is always complete. Of other languages every part is welcome.
COMPLETE = ("de", "fr")

# The keywords that meson's "glib" preset gives to xgettext when it writes the catalogue template, and the one of po/meson.build.
KEYWORDS = ("_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3", "pact_translate:1c,2")

# Where a line must not break, by language: a plain space there.
BREAKS = {
    "de": re.compile(r"\w …"),
    "fr": re.compile(r"« | »| [;:?!]|\w …"),
}


def interface_template(path):
    keywords = [f"--keyword={keyword}" for keyword in KEYWORDS]
    subprocess.run(["xgettext", "--from-code=UTF-8", "--add-comments=Translators", *keywords, f"--directory={ROOT}",
                    f"--files-from={ROOT / 'po' / 'POTFILES'}", f"--output={path}"], check=True)


def templates_template(path):
    with open(path, "wb") as output:
        subprocess.run([ROOT / "po" / "templates" / "make-pot.py"], stdout=output, check=True)


DOMAINS = {
    "pact-planner": (ROOT / "po", interface_template),
    "pact-planner-templates": (ROOT / "po" / "templates", templates_template),
}


def run(*command):
    result = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C.UTF-8"})
    return result.returncode, result.stderr.strip()


def lines_of(catalogue):
    return subprocess.run(["msgcat", "--no-wrap", "--no-location", catalogue], capture_output=True, text=True, check=True,
                          env={**os.environ, "LC_ALL": "C.UTF-8"}).stdout.split("\n")


def other_counts(catalogue):
    """The translations that speak of another number of measures than what they translate."""
    found, counts = [], set()
    for line in lines_of(catalogue):
        if line.startswith("msgid "):
            counts = set(re.findall(r"(\d+) measures", line))
        elif line.startswith("msgstr ") and not counts <= set(re.findall(r"\d+", line)):
            found.append(f"{catalogue}: {', '.join(counts)} measures are other ones in {line}")
    return found


def breaks(catalogue):
    """The translations in which a line may break where it must not."""
    rule = BREAKS.get(catalogue.stem)
    if rule is None:
        return []
    found, in_translation = [], False
    for line in lines_of(catalogue):
        if not line.startswith('"'):
            in_translation = line.startswith("msgstr")
        if in_translation and rule.search(line):
            found.append(f"{catalogue}: a line may break in {line}")
    return found


def share(catalogue, template):
    """How much of a template a catalogue translates, in whole percent."""
    def count(path):
        lines = subprocess.run(["msgattrib", "--no-obsolete", "--no-fuzzy", *path], capture_output=True, text=True, check=True,
                               env={**os.environ, "LC_ALL": "C.UTF-8"}).stdout.split("\n")
        return sum(line.startswith("msgid ") for line in lines) - 1
    return 100 * max(0, count(["--translated", catalogue])) // max(1, count([template]))


def main(domain):
    folder, make_template = DOMAINS[domain]
    complaints, others = [], []
    with tempfile.TemporaryDirectory() as scratch:
        template = pathlib.Path(scratch) / f"{domain}.pot"
        make_template(template)
        for language in languages(folder):
            catalogue = folder / f"{language}.po"
            commands = [("msgfmt", "--check", "--output-file=/dev/null", catalogue)]
            if language in COMPLETE:
                commands.append(("msgcmp", catalogue, template))
            else:
                others.append(f"{share(catalogue, template)} % in {language}")
            for command in commands:
                status, message = run(*command)
                if status:
                    complaints.append(message or f"{catalogue}: {command[0]} fails")
            complaints += breaks(catalogue) + other_counts(catalogue)
    report(complaints, f"{domain} is complete in {', '.join([*COMPLETE, *others])}")


if __name__ == "__main__":
    main(sys.argv[1])
