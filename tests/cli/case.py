# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""What the tests of the command line have in common: a call of the program in a home of its own."""

import json
import os
import pathlib
import resource
import shutil
import subprocess
import tempfile
import unittest

CLI = os.environ["PACT_CLI"]
SOURCE = pathlib.Path(os.environ["PACT_SOURCE_DIR"])

DONE, FINDINGS, USAGE, INPUT, LIBRARY = range(5)

MEMORY = 1 << 30
SECONDS = 30

ANSWERS = {
    "--template": "pact-4ps",
    "--authority": "Stadt Beispielhausen",
    "--country": "DE",
    "--kind": "municipality",
    "--language": "de",
    "--currency": "EUR",
    "--start": "2027",
    "--end": "2030",
}


def limit():
    """Runs in the child: what goes on too long or takes too much dies and fails its test."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if os.environ.get("PACT_CLI_LIMIT_MEMORY") == "1":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def options(**changes):
    """The options of “new”, some of them changed, or left out where the new value is none."""
    answers = dict(ANSWERS)
    answers.update({"--" + name: value for name, value in changes.items()})
    return [word for name, value in answers.items() if value is not None for word in (name, value)]


class Case(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="pact-cli-"))
        self.addCleanup(shutil.rmtree, self.home)
        self.library = self.home / "library.db"
        self.env = {
            "HOME": str(self.home),
            "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_CACHE_HOME": str(self.home / "cache"),
            "XDG_RUNTIME_DIR": str(self.home),
            "PATH": os.environ.get("PATH", ""),
            "LANG": "C.UTF-8",
            "G_DEBUG": "fatal-warnings",
            **{name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")},
        }

    def call(self, *arguments, status=DONE, env=None, prefix=(), **more):
        """Runs the program, expects an exit status, or one of several, and returns what it wrote as (output, messages).
        A prefix is a program that starts it."""
        if "input" not in more:
            more.setdefault("stdin", subprocess.DEVNULL)
        more.setdefault("preexec_fn", limit)
        more.setdefault("stdout", subprocess.PIPE)
        run = subprocess.run([*prefix, CLI, *arguments], stderr=subprocess.PIPE, env={**self.env, **(env or {})},
                             timeout=120, check=False, **more)
        messages = run.stderr.decode("utf-8")
        expected = status if isinstance(status, tuple) else (status,)
        self.assertIn(run.returncode, expected, f"{arguments}: {messages}")
        if run.returncode not in (DONE, FINDINGS):
            self.assertTrue(messages.strip(), f"{arguments} fails without a word")
        return run.stdout, messages

    def run_in(self, library, command, *arguments, **more):
        return self.call(command, "--library", str(library), *arguments, **more)

    def run_here(self, command, *arguments, **more):
        return self.run_in(self.library, command, *arguments, **more)

    def json_here(self, command, *arguments, **more):
        return json.loads(self.run_here(command, *arguments, "--json", **more)[0])

    def new(self, library=None, **changes):
        output, _ = self.run_in(library or self.library, "new", *options(**changes))
        return output.decode("ascii").strip()

    def draft(self, uuid, library=None):
        return self.run_in(library or self.library, "export", uuid, "--draft")[0]

    def write(self, name, content):
        path = self.home / name
        if isinstance(content, (dict, list)):
            content = json.dumps(content, ensure_ascii=False)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path


def measures(document):
    for pillar in document["plan"].get("pillars", []):
        for objective in pillar.get("objectives", []):
            yield from objective.get("measures", [])


def complete(document):
    """Fills in what a submission needs: all measures are in place, so that nothing has to be planned."""
    for measure in measures(document):
        measure["situation"] = "in-place"
        measure["situation_note"] = "Seit 2019."
    return document
