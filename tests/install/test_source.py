#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""The sources as they come in an archive, in a folder with a space in its name: they build there without Git, and
their tests run under the checkers that CONTRIBUTING.md names."""

import pathlib
import shutil
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
TEST = "model"


def is_not_in_an_archive(folder, names):
    return [name for name in names if name in (".git", "__pycache__") or (pathlib.Path(folder) / name / "build.ninja").exists()]


class Source(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = pathlib.Path(tempfile.mkdtemp(prefix="pact source é "))
        cls.addClassCleanup(shutil.rmtree, cls.scratch)
        cls.source = cls.scratch / "pact planner"
        shutil.copytree(SOURCE, cls.source, ignore=is_not_in_an_archive)

    def check_run(self, *command):
        run = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                             encoding="utf-8", check=False)
        self.assertEqual(run.returncode, 0, run.stdout)
        return run.stdout

    def run_under(self, setup, *options):
        """Builds a single test and runs it in a test setup of the project."""
        build = self.scratch / setup
        self.check_run("meson", "setup", build, self.source, "-Dbuildtype=debug", *options)
        self.check_run("ninja", "-C", build, f"tests/unit/test-{TEST}")
        output = self.check_run("meson", "test", "-C", build, "--no-rebuild", "--setup", setup, TEST)
        self.assertRegex(output, r"Ok: +1\b")

    def test_sanitizers(self):
        self.run_under("sanitizers", "-Db_sanitize=address,undefined", "-Db_lundef=false")

    @unittest.skipUnless(shutil.which("valgrind"), "valgrind is not installed")
    def test_valgrind(self):
        self.run_under("valgrind")


if __name__ == "__main__":
    unittest.main(verbosity=2)
