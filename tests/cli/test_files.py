#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""How files are written: through links, with their mode, to what is no file, and never over a library."""

import os
import resource
import signal
import stat
import subprocess
import threading
import unittest

from case import CLI, INPUT, LIBRARY, Case, limit

SUFFIXES = ("", "-wal", "-shm", "-journal")


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


class Over(Case):
    """A library is never written over."""

    def setUp(self):
        super().setUp()
        self.uuid = self.new()
        self.before = self.draft(self.uuid)

    def refused(self, *arguments, library=None, **more):
        _, messages = self.run_in(library or self.library, *arguments, status=INPUT, **more)
        self.assertEqual(self.draft(self.uuid), self.before)
        return messages

    def test_under_any_name(self):
        for suffix in SUFFIXES:
            target = self.home / f"library.db{suffix}"
            link = self.home / f"link{suffix}"
            link.symlink_to(target)
            names = [target, link, self.home / "." / ".." / self.home.name / target.name]
            if target.exists():
                hard = self.home / f"hard{suffix}"
                os.link(target, hard)
                names.append(hard)
            for name in names:
                with self.subTest(name=name):
                    self.refused("export", self.uuid, "--draft", "-o", str(name))
                    self.refused("backup", str(name))
        self.assertFalse((self.home / "library.db-journal").exists())

    def test_another_library(self):
        other = self.home / "other.db"
        uuid = self.new(other)
        messages = self.refused("export", uuid, "--draft", "-o", str(self.library), library=other)
        self.assertIn("library", messages)
        self.refused("backup", str(self.library), library=other)

    def test_redirected(self):
        with open(self.library, "ab") as stream:
            self.refused("export", self.uuid, "--draft", stdout=stream)
            self.refused("export", self.uuid, "--draft", "-o", "/dev/stdout", stdout=stream)
            self.refused("list", stdout=stream)
        self.run_here("doctor")


class Written(Case):
    def setUp(self):
        super().setUp()
        self.uuid = self.new()
        self.content = self.draft(self.uuid)

    def export(self, target, **more):
        return self.run_here("export", self.uuid, "--draft", "-o", str(target), **more)

    def test_through_links(self):
        (self.home / "below").mkdir()
        target = self.home / "below" / "plan.json"
        link = self.home / "plan.json"
        link.symlink_to("below/plan.json")
        for _ in range(2):
            self.export(link)
            self.assertTrue(link.is_symlink())
            self.assertEqual(target.read_bytes(), self.content)
            target.write_text("older")
        copy = self.home / "copy.db"
        copy.symlink_to("below/copy.db")
        self.run_here("backup", str(copy))
        self.assertTrue(copy.is_symlink())
        self.run_in(self.home / "below" / "copy.db", "doctor")

    def test_mode(self):
        target = self.home / "plan.json"
        old = os.umask(0o022)
        self.addCleanup(os.umask, old)
        self.export(target)
        self.assertEqual(mode(target), 0o644)
        target.chmod(0o640)
        self.export(target)
        self.assertEqual(mode(target), 0o640)

        # With the name of a person in it, it is nobody else's business.
        document = self.write("named.json", self.content.replace(
            b'"authority_name"', b'"contact_name": "Ada Example",\n    "authority_name"', 1))
        uuid = self.run_here("import", "--as-copy", str(document))[0].decode().strip()
        named = self.home / "exported.json"
        self.run_here("export", uuid, "--draft", "-o", str(named))
        self.assertIn(b"Ada Example", named.read_bytes())
        self.assertEqual(mode(named), 0o600)

    def test_fifo(self):
        fifo = self.home / "fifo"
        os.mkfifo(fifo)
        link = self.home / "link"
        link.symlink_to(fifo)
        for name in (fifo, link):
            read = []
            reader = threading.Thread(target=lambda: read.append(fifo.read_bytes()))
            reader.start()
            self.export(name)
            reader.join()
            self.assertEqual(read, [self.content])
            self.assertTrue(stat.S_ISFIFO(fifo.stat().st_mode))
        self.run_here("backup", str(fifo), status=INPUT)

    def test_standard_output_as_a_file(self):
        path = self.home / "redirected"
        with open(path, "wb") as stream:
            stream.write(b"before\n")
            stream.flush()
            self.export("/dev/stdout", stdout=stream)
            os.write(stream.fileno(), b"after\n")
        self.assertEqual(path.read_bytes(), b"before\n" + self.content + b"after\n")
        self.assertEqual(self.export("/dev/stdout")[0], self.content)

    @unittest.skipUnless(os.path.exists("/dev/full") and stat.S_ISCHR(os.stat("/dev/full").st_mode), "needs /dev/full")
    def test_full_device(self):
        before = os.stat("/dev/full").st_ino
        _, messages = self.export("/dev/full", status=INPUT)
        self.assertIn("No space left", messages)
        self.assertEqual(os.stat("/dev/full").st_ino, before)

    def test_file_that_may_not_grow(self):
        """SIGXFSZ would end the program in the middle."""
        target = self.home / "plan.json"
        target.write_text("older")

        def small():
            limit()
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

        self.export(target, preexec_fn=small, status=(INPUT, LIBRARY))
        self.assertEqual(target.read_text(), "older")
        self.run_here("backup", str(self.home / "copy.db"), preexec_fn=small, status=(INPUT, LIBRARY))
        self.assertFalse((self.home / "copy.db").exists())
        self.assertEqual([], [path.name for path in self.home.iterdir() if path.name.startswith(".pact-planner-")])

        full = self.home / "full.db"
        self.new(full)

        def as_it_is():
            limit()
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
            resource.setrlimit(resource.RLIMIT_FSIZE, (full.stat().st_size, full.stat().st_size))

        path = self.write("plan-to-import.json", self.content)
        for _ in range(3):
            _, messages = self.run_in(full, "import", "--as-copy", str(path), str(path), str(path), preexec_fn=as_it_is,
                                      status=LIBRARY)
            self.assertIn("no space left", messages)
        self.run_in(full, "doctor")

    def test_leftovers_of_a_killed_export(self):
        """What a writer leaves that is killed goes with the next one."""
        fifo = self.home / "fifo"
        os.mkfifo(fifo)
        folder = self.home / "exports"
        folder.mkdir()
        for name in (".pact-planner-AbCd12.tmp", ".pact-planner-AbCd12.tmp-journal"):
            (folder / name).write_bytes(self.content[:100])
        (folder / "mine.tmp").write_text("mine")
        self.export(folder / "plan.json")
        self.assertEqual({path.name for path in folder.iterdir()}, {"plan.json", "mine.tmp"})

        (folder / ".pact-planner-Zz0000.tmp").write_bytes(b"SQLite format 3\0")
        self.run_here("backup", str(folder / "copy.db"))
        self.assertEqual({path.name for path in folder.iterdir()}, {"plan.json", "mine.tmp", "copy.db"})

    def test_killed_backups(self):
        folder = self.home / "copies"
        folder.mkdir()
        for i in range(12):
            call = subprocess.Popen([CLI, "backup", "--library", str(self.library), str(folder / f"{i}.db")], env=self.env,
                                    preexec_fn=limit, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                call.wait(0.004 * i)
            except subprocess.TimeoutExpired:
                call.kill()
            call.wait()
        self.run_here("backup", str(folder / "whole.db"))
        self.assertEqual([], [path.name for path in folder.iterdir() if not path.name.endswith(".db")])
        for path in folder.iterdir():
            self.run_in(path, "doctor")


if __name__ == "__main__":
    unittest.main()
