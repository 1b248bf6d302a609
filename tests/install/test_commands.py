#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""The commands of the README, as far as they are not what runs this: what they install, build and count, and what they say
when they cannot.

They work on a small project in a folder of its own; apt, dpkg and sudo are played by functions of the shell."""

import fcntl
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]

PROJECT = """project('small', 'c', version: '1')
config = configuration_data()
config.set('HAS_TOOL', find_program(meson.project_source_root() / 'tool', required: false).found().to_int())
config.set_quoted('BUILD_ROOT', meson.project_build_root())
configure_file(output: 'config.h', configuration: config)
configure_file(input: 'uninstalled.in', output: 'uninstalled', configuration: {'build_root': meson.project_build_root()})
executable('small', 'small.c')
"""
PROGRAM = """#include <stdio.h>
#include "config.h"
int main (void) { puts (HAS_TOOL ? "has a tool" : BUILD_ROOT); return 0; }
"""

# What a bare machine would do: nothing is installed, and apt says what it is asked for.
BARE = """
dpkg-query () { return 1; }
apt-get () { echo "apt-get $*"; }
as_root () { "$@"; }
export -f apt-get
"""


class Commands(unittest.TestCase):
    def setUp(self):
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix="pact commands é "))
        self.addCleanup(shutil.rmtree, self.scratch)
        self.folder = self.make_project("a folder")

    def make_project(self, name):
        folder = self.scratch / name
        shutil.copytree(SOURCE / ".ci", folder / ".ci")
        (folder / "meson.build").write_text(PROJECT, "utf-8")
        (folder / "uninstalled.in").write_text("build=@build_root@\n", "utf-8")
        (folder / "small.c").write_text(PROGRAM, "utf-8")
        return folder

    def start(self, script, folder=None):
        """Starts a script that has what the commands have in common."""
        return subprocess.Popen(["bash", "-c", f"set -euo pipefail; source .ci/lib.sh; {script}"],
                                cwd=folder or self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, encoding="utf-8")

    def run_script(self, script, status=0, folder=None):
        process = self.start(script, folder)
        output = process.communicate(timeout=120)[0]
        self.assertEqual(process.returncode, status, output)
        return output

    def built_for(self, folder):
        """Where a program that was built believes that it was built, as long as it knows of no tool."""
        return subprocess.run([folder / "_build" / "small"], capture_output=True, encoding="utf-8", check=True).stdout.strip()

    # What is installed

    def test_installs_what_is_missing(self):
        output = self.run_script(BARE + "install_missing run; echo Done")
        self.assertIn("apt-get update", output)
        install = next(line for line in output.splitlines() if line.startswith("apt-get install"))
        self.assertIn(" iso-codes ", install)
        self.assertNotIn(" meson ", install)
        self.assertTrue(output.endswith("Done\n"), output)

    def test_asks_for_nothing_when_all_is_there(self):
        there = "dpkg-query () { echo ' installed '; }; apt-get () { exit 9; }; as_root () { exit 9; }; "
        self.assertEqual(self.run_script(there + "install_missing build run test"), "")

    def test_package_of_two_architectures_is_there(self):
        there = "dpkg-query () { local each=${3//'${db:Status-Status}'/installed}; printf '%s' \"$each\" \"$each\"; }; "
        self.assertEqual(self.run_script(there + "missing_of build run test"), "")

    def test_source_that_cannot_be_read_is_no_reason_to_stop(self):
        broken = BARE + 'apt-get () { echo "apt-get $*"; [[ $1 != update ]]; }; '
        output = self.run_script(broken + "install_missing run; echo Done")
        self.assertIn("apt-get install", output)
        self.assertTrue(output.endswith("Done\n"), output)

    def test_packages_that_cannot_be_had(self):
        broken = BARE + 'apt-get () { echo "E: Failed to fetch"; return 100; }; '
        output = self.run_script(broken + "install_missing run; echo Done", status=1)
        self.assertTrue(output.endswith("what is above says why. Nothing was built.\n"), output)

    def test_neither_root_nor_sudo(self):
        nobody = BARE + 'as_root () { say "This needs to be run as root."; return 1; }; '
        output = self.run_script(nobody + "install_missing run; echo Done", status=1)
        self.assertEqual(output.count("This needs to be run as root."), 1, output)
        self.assertNotIn("apt-get", output)

    def test_package_lists_name_each_package_once(self):
        packages = self.run_script("packages_of build run test").splitlines()
        self.assertGreater(len(packages), 20)
        self.assertEqual(len(packages), len(set(packages)))

    # What is built

    def test_builds_anew_only_what_has_changed(self):
        self.run_script('build "$build_folder"')
        self.assertEqual(self.built_for(self.folder), str(self.folder / "_build"))
        before = (self.folder / "_build" / "small").stat().st_mtime_ns
        self.run_script('build "$build_folder"')
        self.assertEqual((self.folder / "_build" / "small").stat().st_mtime_ns, before)

    def test_builds_anew_what_was_moved(self):
        self.run_script('build "$build_folder"')
        moved = self.folder.rename(self.scratch / "moved")
        self.run_script('build "$build_folder"', folder=moved)
        self.assertEqual(self.built_for(moved), str(moved / "_build"))

    def test_knows_its_folder_by_another_name(self):
        self.run_script('build "$build_folder"')
        link = self.scratch / "link"
        link.symlink_to(self.folder, target_is_directory=True)
        before = (self.folder / "_build" / "small").stat().st_mtime_ns
        self.run_script(f'cd "{link}"; source "{link}/.ci/lib.sh"; build "$build_folder"')
        self.assertEqual((self.folder / "_build" / "small").stat().st_mtime_ns, before)

    def test_builds_over_what_was_interrupted(self):
        (self.folder / "_build" / "meson-private").mkdir(parents=True)
        self.run_script('build "$build_folder"')
        self.assertEqual(self.built_for(self.folder), str(self.folder / "_build"))

    def test_two_builds_at_once(self):
        runs = [self.start('build "$build_folder"') for _ in range(3)]
        outputs = [run.communicate(timeout=120)[0] for run in runs]
        self.assertEqual([run.returncode for run in runs], [0, 0, 0], "\n".join(outputs))
        self.assertEqual(self.built_for(self.folder), str(self.folder / "_build"))

    def test_looks_again_when_packages_have_come(self):
        few, more = 'dpkg-query () { echo "one 1"; }; ', 'dpkg-query () { echo "one 1"; echo "two 1"; }; '
        self.run_script(few + 'build "$build_folder"')
        tool = self.folder / "tool"
        tool.write_text("#!/bin/sh\n", "utf-8")
        tool.chmod(0o755)
        self.run_script(few + 'build "$build_folder"')
        self.assertEqual(self.built_for(self.folder), str(self.folder / "_build"))
        self.run_script(more + 'build "$build_folder"')
        self.assertEqual(self.built_for(self.folder), "has a tool")

    def test_build_that_fails(self):
        (self.folder / "small.c").write_text("int main (void) { return nothing; }\n", "utf-8")
        self.run_script('build "$build_folder"; echo Done', status=1)

    # What is started

    def test_start_without_a_display(self):
        (self.folder / ".ci" / "packages").write_text("# [build]\n# [run]\n", "utf-8")
        env = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
        run = subprocess.run([self.folder / ".ci" / "start"], env=env, stdin=subprocess.DEVNULL, capture_output=True,
                             encoding="utf-8", timeout=120, check=False)
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assertIn("there is no display to show it on", run.stderr)

    def test_tests_wait_for_other_tests(self):
        (self.folder / ".ci" / "packages").write_text("# [build]\n# [run]\n# [test]\n", "utf-8")
        held = os.open(self.folder / ".ci", os.O_RDONLY)
        fcntl.flock(held, fcntl.LOCK_EX)
        process = subprocess.Popen([self.folder / ".ci" / "test", "none"], stdin=subprocess.DEVNULL, encoding="utf-8",
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertIn("Waiting for another run", process.stderr.readline())
        self.assertFalse((self.folder / "_build").exists())
        os.close(held)
        output, messages = process.communicate(timeout=120)
        self.assertTrue((self.folder / "_build" / "small").exists(), messages)
        self.assertEqual(output.splitlines()[-1], "0 passed, 1 failed")

    # What is counted

    def count(self, *results, status):
        log = self.scratch / "testlog.json"
        log.write_text("".join(json.dumps({"name": f"test {i}", "result": result}) + "\n"
                               for i, result in enumerate(results)), "utf-8")
        run = subprocess.run([SOURCE / ".ci" / "count", log], capture_output=True, encoding="utf-8", check=False)
        self.assertEqual(run.returncode, status, run.stderr)
        return run.stdout

    def test_count(self):
        self.assertEqual(self.count("OK", "OK", "EXPECTEDFAIL", status=0), "3 passed, 0 failed\n")
        self.assertEqual(self.count("OK", "SKIP", "IGNORED", status=0), "1 passed, 0 failed\n")
        for result in ("FAIL", "TIMEOUT", "ERROR", "INTERRUPT", "UNEXPECTEDPASS", "PENDING"):
            self.assertEqual(self.count("OK", result, status=1), "1 passed, 1 failed\n")
        self.assertEqual(self.count("SKIP", status=1), "0 passed, 0 failed\n")

    def test_count_without_a_log(self):
        run = subprocess.run([SOURCE / ".ci" / "count", self.scratch / "none.json"], capture_output=True, encoding="utf-8",
                             check=False)
        self.assertEqual((run.returncode, run.stdout), (1, "0 passed, 1 failed\n"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
