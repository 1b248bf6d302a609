# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""A language that nobody speaks: every message in brackets, so that what is not translated stands out."""

import pathlib
import subprocess
import sys

LANGUAGE = "qps"

# As meson’s preset “glib” has them.
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3", "gettext",
            "ngettext:1,2"]


def run(*command, **more):
    return subprocess.run([str(word) for word in command], check=True, stdout=subprocess.PIPE, **more).stdout


def extract_interface(source):
    """All messages of the interface, as a catalogue without translations."""
    return run("xgettext", "--from-code=UTF-8", "--add-comments", "--files-from", source / "po" / "POTFILES",
               "--directory", source, *["--keyword=" + keyword for keyword in KEYWORDS], "--output=-")


def extract_templates(source):
    return run(sys.executable, source / "po" / "templates" / "make-pot.py")


def compile_catalogue(messages, path):
    """Writes a catalogue in which each message is translated to itself, in brackets."""
    header = (messages.replace(b"charset=CHARSET", b"charset=UTF-8")
              .replace(b"nplurals=INTEGER; plural=EXPRESSION;", b"nplurals=2; plural=(n != 1);"))
    same = run("msgen", "-", input=header)
    marked = run("msgfilter", "--keep-header", "sed", "-e", "1s/^/⟦/", "-e", "$s/$/⟧/", input=same)
    path.parent.mkdir(parents=True, exist_ok=True)
    run("msgfmt", "-", "-o", path, input=marked)


def make(source, build, language=LANGUAGE):
    """Puts the catalogues where a program of the build folder looks for them; returns their folders."""
    folders = [build / "po" / language, build / "po" / "templates" / language]
    compile_catalogue(extract_interface(source), folders[0] / "LC_MESSAGES" / "pact-planner.mo")
    compile_catalogue(extract_templates(source), folders[1] / "LC_MESSAGES" / "pact-planner-templates.mo")
    return folders


def iso_names(standards=("3166-1", "3166-2", "639-2", "639-3", "639-5", "4217", "15924")):
    """What iso-codes calls countries, languages, currencies and scripts where it has no translation."""
    import json

    names = set()
    for standard in standards:
        path = pathlib.Path(f"/usr/share/iso-codes/json/iso_{standard}.json")
        if path.exists():
            for entries in json.loads(path.read_text("utf-8")).values():
                for entry in entries:
                    names.update(value for key, value in entry.items() if "name" in key)
    return names
