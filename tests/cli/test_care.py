#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""backup, doctor, and what is done with a library that cannot be used."""

import contextlib
import hashlib
import json
import os
import pathlib
import re
import resource
import signal
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


class Backups(Case):
    """Those that are kept in a folder of their own."""

    def test_made_and_listed(self):
        self.new()
        path = pathlib.Path(self.run_here("backup")[0].decode().rstrip("\n"))
        self.assertEqual(path.parent, self.home / "backups")
        self.assertEqual(mode(path.parent), 0o700)
        self.assertEqual(mode(path), 0o600)
        self.run_in(path, "list")
        listed, _ = self.run_here("backup", "--list")
        self.assertIn(str(path).encode(), listed)
        self.assertIn(b"1 plan", listed)

    def test_sizes_in_the_language(self):
        self.new()
        self.run_here("backup")
        for language, size in (("", r"\d+\.\d\skB"), ("de", r"\d+,\d\skB"), ("fr", r"\d+,\d\sko")):
            output, _ = self.run_here("backup", "--list", env={"LANG": "C.UTF-8", "LC_ALL": "", "LANGUAGE": language})
            self.assertRegex(output.decode(), size)

    def test_listed_where_the_library_is_lost(self):
        self.new()
        path = self.run_here("backup")[0].strip()
        self.library.write_text("Dear all,")
        self.assertIn(path, self.run_here("backup", "--list")[0])


class Restore(Case):
    def setUp(self):
        super().setUp()
        self.first = self.new(title="In the backup")
        self.backup = self.run_here("backup")[0].decode().strip()
        self.second = self.new(title="Made later")

    def titles(self, library=None):
        return {plan["title"] for plan in json.loads(self.run_in(library or self.library, "list", "--json")[0])}

    def aside(self, messages):
        return pathlib.Path(re.search("kept as “(.*)”", messages).group(1))

    def test_all(self):
        before = self.titles()
        _, messages = self.run_here("restore", self.backup)
        self.assertRegex(messages, r"1 plan is back, last changed \d+ [A-Z][a-z]+ \d{4}, \d\d:\d\d\.")
        self.assertEqual(self.titles(), {"In the backup"})
        self.run_here("doctor")
        self.assertEqual(self.titles(self.aside(messages)), before)
        self.assertEqual(mode(self.library), 0o600)

    def test_log_goes_with_its_library(self):
        with sqlite3.connect(self.library) as writer:
            writer.execute("UPDATE plan SET title = 'Only in the log'")
            writer.commit()
            log = (self.home / "library.db-wal").read_bytes()
            content = self.library.read_bytes()
        writer.close()
        self.library.write_bytes(content)
        (self.home / "library.db-wal").write_bytes(log)
        _, messages = self.run_here("restore", self.backup)
        self.assertEqual(self.titles(), {"In the backup"})
        self.assertEqual(self.titles(self.aside(messages)), {"Only in the log"})

    def test_library_that_is_lost(self):
        self.library.write_text("Dear all,")
        _, messages = self.run_here("restore", self.backup)
        self.assertEqual(self.titles(), {"In the backup"})
        self.assertEqual(self.aside(messages).read_text(), "Dear all,")
        self.library.unlink()
        self.run_here("restore", self.backup)
        self.assertEqual(self.titles(), {"In the backup"})

    def test_nothing_is_left_beside_what_was_read(self):
        with sqlite3.connect(self.library) as writer:
            writer.execute("INSERT INTO note (key, value) VALUES ('where', 'only in the log')")
            writer.commit()
            log = (self.home / "library.db-wal").read_bytes()
            content = self.library.read_bytes()
        writer.close()
        for has_log in (False, True):
            folder = self.home / f"aside-{has_log}"
            folder.mkdir()
            aside = folder / "library.db.2026-11-26T120000"
            aside.write_bytes(content)
            if has_log:
                (folder / (aside.name + "-wal")).write_bytes(log)
            before = {path.name: path.read_bytes() for path in folder.iterdir()}
            self.run_here("restore", str(aside), "--plan", self.first, "--as-copy")
            self.assertEqual({path.name: path.read_bytes() for path in folder.iterdir()}, before)
            self.run_here("restore", str(aside))
            self.assertEqual({path.name: path.read_bytes() for path in folder.iterdir()}, before)
            self.assertEqual(self.titles(), {"In the backup", "Made later"})
            with contextlib.closing(sqlite3.connect(self.library)) as database:
                notes = database.execute("SELECT value FROM note WHERE key = 'where'").fetchall()
            self.assertEqual(notes, [("only in the log",)] if has_log else [])

    def test_one_plan(self):
        self.run_here("restore", self.backup, "--plan", self.first, status=INPUT)
        copy = self.run_here("restore", self.backup, "--plan", self.first, "--as-copy")[0].decode().strip()
        self.assertNotEqual(copy, self.first)
        _, messages = self.run_here("restore", self.backup)
        output, _ = self.run_here("restore", str(self.aside(messages)), "--plan", self.second[:8])
        self.assertEqual(output.decode().strip(), self.second)
        self.assertEqual(self.titles(), {"In the backup", "Made later"})

    def test_refused(self):
        before = self.library.read_bytes()
        self.run_here("restore", str(self.library), status=INPUT)
        self.run_here("restore", str(self.home / "missing.db"), status=INPUT)
        self.run_here("restore", str(self.write("letter.txt", "Dear all,")), status=INPUT)
        damaged = bytearray(pathlib.Path(self.backup).read_bytes())
        damaged[4096 * 5:4096 * 8] = b"\xa5" * 4096 * 3
        _, messages = self.run_here("restore", str(self.write("damaged.db", bytes(damaged))), status=INPUT)
        self.assertIn("damaged", messages)
        damaged[100:200] = b"\xa5" * 100
        for more in ([], ["--plan", self.first]):
            _, messages = self.run_here("restore", str(self.write("damaged.db", bytes(damaged))), *more, status=INPUT)
            self.assertRegex(messages, "The backup .* is damaged. Choose another one.")
            self.assertNotIn("Restore", messages)
        with contextlib.closing(sqlite3.connect(self.library)) as other:
            other.execute("SELECT * FROM plan").fetchall()
            _, messages = self.run_here("restore", self.backup, status=INPUT)
            self.assertIn("Another program", messages)
        self.assertEqual(self.library.read_bytes(), before)
        self.assertEqual(self.titles(), {"In the backup", "Made later"})


class Repair(Case):
    def test_what_is_derived(self):
        uuid = self.new()
        before = self.draft(uuid)
        with contextlib.closing(sqlite3.connect(self.library)) as database, database:
            database.execute("DELETE FROM summary")
            database.execute("DELETE FROM search")
        self.run_here("doctor", status=FINDINGS)
        self.run_here("doctor", "--repair")
        self.assertEqual(self.draft(uuid), before)
        self.assertEqual(len(self.json_here("search", "Gewalt")) > 0, True)
        self.assertIn("-repair-", self.run_here("backup", "--list")[0].decode())
        self.new()

    def test_what_is_lost(self):
        self.new()
        with contextlib.closing(sqlite3.connect(self.library)) as database, database:
            database.execute("DELETE FROM measure")
        self.run_here("doctor", "--repair", status=FINDINGS)
        self.run_here("new", *options(), status=LIBRARY)


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

    def test_library_that_is_not_there(self):
        missing = self.home / "missing.db"
        for command in (["list"], ["doctor"], ["search", "x"], ["show", "abc"], ["backup", "x"], ["backup"]):
            self.run_in(missing, *command, status=LIBRARY)
        self.assertFalse(missing.exists())

    def test_folder(self):
        self.run_in(self.home, "list", status=LIBRARY)


class ReadOnly(Case):
    """What cannot be written can be read."""

    def setUp(self):
        super().setUp()
        self.folder = self.home / "theirs"
        self.folder.mkdir()
        self.library = self.folder / "library.db"
        self.uuid = self.new(title="In their folder")

    def lock(self):
        """Takes the right to write from whoever is not root; what root has made belongs to somebody else then."""
        for path in (*self.folder.iterdir(), self.folder):
            path.chmod(0o555 if path.is_dir() else 0o444)
            if os.geteuid() == 0:
                os.chown(path, 65534, 65534)
        self.addCleanup(self.folder.chmod, 0o755)
        self.home.chmod(0o755)

    def state(self):
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in self.folder.iterdir()
                if path.stat().st_size > 0}

    def can_only_read(self, word, **more):
        before = self.state()
        output, messages = self.run_here("list", **more)
        self.assertIn(b"In their folder", output)
        self.assertIn(word, messages)
        self.assertIn(b"In their folder", self.run_here("show", self.uuid, **more)[0])
        self.assertIn(self.uuid.encode(), self.run_here("search", "their folder", "--json", **more)[0])
        self.run_here("check", self.uuid, status=FINDINGS, **more)
        self.run_here("doctor", **more)
        exported = self.run_here("export", self.uuid, "--draft", **more)[0]
        for command in (["new", *options()], ["import", str(self.write("plan.json", exported)), "--as-copy"],
                        ["doctor", "--repair"]):
            _, messages = self.run_here(*command, status=LIBRARY, **more)
            self.assertIn(word, messages)
        self.assertEqual(self.state(), before)

    def nobody(self):
        """How a call is made by somebody who has no rights here. Root keeps its name, without what it may do more than others:
        the program that was built may stand where nobody else comes."""
        return {"prefix": ["setpriv", "--bounding-set=-all"]} if os.geteuid() == 0 else {}

    def test_folder_of_somebody_else(self):
        self.lock()
        self.can_only_read("can only be read", **self.nobody())

    def test_log_in_a_folder_of_somebody_else(self):
        """What a crash left in the log is read too."""
        with sqlite3.connect(self.library) as writer:
            writer.execute("UPDATE plan SET title = 'Only in the log'")
            writer.commit()
            kept = {name: (self.folder / name).read_bytes() for name in ("library.db", "library.db-wal")}
        writer.close()
        for path in self.folder.iterdir():
            path.unlink()
        for name, content in kept.items():
            (self.folder / name).write_bytes(content)
        self.lock()
        self.assertIn(b"Only in the log", self.run_here("list", **self.nobody())[0])

    def test_full_disk(self):
        def fill():
            limit()
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

        self.can_only_read("no space left", preexec_fn=fill)

    def test_newer_library(self):
        with sqlite3.connect(self.library) as database:
            database.execute("PRAGMA journal_mode = DELETE")
            database.execute("PRAGMA user_version = 1000000")
        database.close()
        self.can_only_read("can only be read")


class ForeignLog(Case):
    def test_backup_copied_over_a_library(self):
        uuid = self.new(title="In the backup")
        backup = self.home / "copy.db"
        self.run_here("backup", str(backup))
        with sqlite3.connect(self.library) as writer:
            writer.execute("UPDATE plan SET title = 'Only in the log'")
            writer.commit()
            log = (self.home / "library.db-wal").read_bytes()
        writer.close()
        self.library.write_bytes(backup.read_bytes())
        (self.home / "library.db-wal").write_bytes(log)
        output, messages = self.run_here("list")
        self.assertIn(b"In the backup", output)
        self.assertRegex(messages, r"library\.db-wal\.20")
        self.run_here("doctor")
        self.assertEqual(self.draft(uuid), self.draft(uuid, backup))
        kept = [path.read_bytes() for path in self.home.iterdir() if path.name.startswith("library.db-wal.")]
        self.assertEqual(kept, [log])


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
