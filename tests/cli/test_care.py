#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""backup, doctor, and what is done with a library that cannot be used."""

import hashlib
import sqlite3
import stat
import subprocess
import unittest

from case import CLI, DONE, FINDINGS, INPUT, LIBRARY, Case, limit, options


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


class Backup(Case):
    def test_copy_is_a_library(self):
        uuid = self.new()
        copy = self.home / "copy.db"
        self.run_here("backup", str(copy))
        self.run_in(copy, "doctor")
        self.assertEqual(self.draft(uuid, copy), self.draft(uuid))
        self.assertEqual(mode(copy), 0o600)

    def test_library_is_never_its_own_backup(self):
        uuid = self.new()
        before = self.draft(uuid)
        self.run_here("backup", str(self.library), status=INPUT)
        self.assertEqual(self.draft(uuid), before)

    def test_nowhere_to_write(self):
        self.new()
        self.run_here("backup", str(self.home / "no" / "such" / "folder" / "copy.db"), status=INPUT)

    def test_what_is_there_is_kept(self):
        self.new()
        letter = self.write("letter.txt", "Dear all,")
        self.run_here("backup", str(letter), status=INPUT)
        self.assertEqual(letter.read_text(), "Dear all,")


class Doctor(Case):
    def test_sound_library(self):
        self.new()
        output, messages = self.run_here("doctor")
        self.assertEqual(output, b"")
        self.assertIn(str(self.library), messages)

    def test_damaged_library(self):
        self.new()
        with sqlite3.connect(self.library) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        content = bytearray(self.library.read_bytes())
        content[4096 * 3:] = b"\xa5" * (len(content) - 4096 * 3)
        self.library.write_bytes(content)
        self.run_here("doctor", status=(FINDINGS, LIBRARY))


class Unusable(Case):
    def refused(self, path):
        before = hashlib.sha256(path.read_bytes()).hexdigest()
        for command in ("list", "doctor"):
            _, messages = self.run_in(path, command, status=LIBRARY)
            self.assertNotIn("SQL", messages)
        self.run_in(path, "new", *options(), status=LIBRARY)
        self.assertEqual(hashlib.sha256(path.read_bytes()).hexdigest(), before)

    def test_something_else(self):
        self.refused(self.write("letter.txt", "Dear all,\n" * 1000))
        other = self.home / "other.db"
        with sqlite3.connect(other) as database:
            database.execute("CREATE TABLE t (a)")
        self.refused(other)

    def test_newer_library(self):
        self.new()
        with sqlite3.connect(self.library) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            database.execute("PRAGMA journal_mode = DELETE")
            database.execute("PRAGMA user_version = 1000000")
        self.refused(self.library)

    def test_library_that_is_not_there(self):
        missing = self.home / "missing.db"
        for command in (["list"], ["doctor"], ["search", "x"], ["show", "abc"], ["backup", "x"]):
            self.run_in(missing, *command, status=LIBRARY)
        self.assertFalse(missing.exists())

    def test_folder(self):
        self.run_in(self.home, "list", status=LIBRARY)


class Default(Case):
    def test_private(self):
        self.call("new", *options())
        folder = self.home / "data" / "pact-planner"
        self.assertEqual(mode(folder), 0o700)
        for path in folder.iterdir():
            if path.is_file():
                self.assertEqual(mode(path), 0o600, path)
        self.assertTrue((folder / "library.db").is_file())


class Together(Case):
    def test_several_at_once(self):
        self.new()
        calls = [subprocess.Popen([CLI, "new", *options(title=f"Plan {i}"), "--library", str(self.library)],
                                  env=self.env, preexec_fn=limit, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                 for i in range(6)]
        uuids = set()
        for call in calls:
            output, messages = call.communicate(timeout=120)
            self.assertEqual(call.returncode, DONE, messages)
            uuids.add(output.decode().strip())
        self.assertEqual(len(uuids), 6)
        self.assertLessEqual(uuids, {plan["id"] for plan in self.json_here("list")})
        self.run_here("doctor")

    def test_reading_beside_a_writer(self):
        uuid = self.new()
        before = self.draft(uuid)
        with sqlite3.connect(self.library, isolation_level=None) as writer:
            writer.execute("BEGIN IMMEDIATE")
            self.assertEqual(self.draft(uuid), before)
            writer.execute("ROLLBACK")


if __name__ == "__main__":
    unittest.main()
