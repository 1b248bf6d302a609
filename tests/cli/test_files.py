#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""How files are written: through links, with their mode, to what is no file, and never over a library."""

import json
import os
import resource
import signal
import sqlite3
import stat
import subprocess
import threading
import unittest

from case import CLI, DONE, FINDINGS, INPUT, LIBRARY, Case, limit, options

SUFFIXES = ("", "-wal", "-shm", "-journal")


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


class FilesCase(Case):
    def elsewhere(self):
        """A plan as a file that the library does not have."""
        library = self.home / "source.db"
        return self.draft(self.new(library), library)


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

        # With the name of a person in it, or with what may be one, it is nobody else's business.
        for member in (b"contact_name", b"x_deputy"):
            with self.subTest(member):
                document = self.write("named.json", self.content.replace(
                    b'"authority_name"', b'"' + member + b'": "Ada Example",\n    "authority_name"', 1))
                uuid = self.run_here("import", "--as-copy", str(document))[0].decode().strip()
                named = self.home / f"{member.decode()}.json"
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


class Private(Case):
    def test_made_private_again(self):
        self.new()
        with sqlite3.connect(self.library) as reader:
            reader.execute("SELECT * FROM plan").fetchall()
            for path in self.home.glob("library.db*"):
                path.chmod(0o644)
            _, messages = self.run_here("list")
            self.assertIn("Now only you can", messages)
            for path in self.home.glob("library.db*"):
                self.assertEqual(mode(path), 0o600, path)
        self.assertEqual(self.run_here("list")[1], "")

    def test_shared_with_a_group(self):
        """That may be meant, and is told by who looks for it."""
        self.new()
        self.library.chmod(0o660)
        self.assertEqual(self.run_here("list")[1], "")
        self.assertIn("Others on this computer can read", self.run_here("doctor")[1])
        self.assertEqual(mode(self.library), 0o660)


class Missing(FilesCase):
    def test_any_member(self):
        """Plans of others may lack any member: each is imported, shown, checked and exported all the same."""
        document = json.loads(self.elsewhere())
        plan = document["plan"]
        kinds = [plan, plan["pillars"][0], plan["pillars"][0]["objectives"][0],
                 plan["pillars"][0]["objectives"][0]["measures"][0]]
        n = 0
        for element in kinds:
            for name in [name for name in element if name != "id" and not isinstance(element[name], list)]:
                value = element.pop(name)
                path = self.write("plan.json", document)
                uuid = self.run_here("import", "--as-copy", str(path))[0].decode().strip()
                self.run_here("show", uuid)
                self.run_here("check", uuid, status=(DONE, FINDINGS))
                self.draft(uuid)
                element[name] = value
                n += 1
        self.assertGreater(n, 20)
        self.run_here("list")
        self.run_here("list", "--json")
        self.run_here("search", "a")


class Answers(Case):
    """No plan is there that nobody was told of."""

    @unittest.skipUnless(os.path.exists("/dev/full") and stat.S_ISCHR(os.stat("/dev/full").st_mode), "needs /dev/full")
    def test_where_nothing_can_be_written(self):
        path = self.write("plan.json", self.draft(self.new()))
        before = self.run_here("list")[0]
        with open("/dev/full", "wb") as stream:
            self.run_here("new", *options(), stdout=stream, status=INPUT)
            self.run_here("import", "--as-copy", str(path), str(path), stdout=stream, status=INPUT)
        self.assertEqual(self.run_here("list")[0], before)
        self.run_here("doctor")

    def test_reader_that_has_gone(self):
        self.new()
        before = self.run_here("list")[0]
        reading, writing = os.pipe()
        os.close(reading)
        self.run_here("new", *options(), stdout=writing, status=INPUT)
        os.close(writing)
        self.assertEqual(self.run_here("list")[0], before)


class Together(FilesCase):
    def test_same_file_at_once(self):
        """One imports it, and the others are told that it is there."""
        path = self.write("plan.json", self.elsewhere())
        for made_before in (True, False, True, False):
            library = self.home / f"{os.urandom(4).hex()}.db"
            if made_before:
                self.run_in(library, "import", "/dev/null", status=INPUT)
            calls = [subprocess.Popen([CLI, "import", "--library", str(library), str(path)], env=self.env, preexec_fn=limit,
                                      stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(6)]
            ends = [(*call.communicate(timeout=120), call.returncode) for call in calls]
            self.assertEqual(sorted(status for _, _, status in ends), [0] + [INPUT] * 5, ends)
            for output, messages, status in ends:
                self.assertEqual(bool(output), status == 0)
                if status == INPUT:
                    self.assertIn("has this plan already", messages.decode())
            self.assertEqual(len(self.run_in(library, "list")[0].splitlines()), 1)
            self.run_in(library, "doctor")


class Places(FilesCase):
    """Only files on this computer, and only where somebody has said."""

    def test_addresses(self):
        uuid = self.new()
        for address in ("http://127.0.0.1:1/plan.json", "https://example.org/plan.json", "smb://server/plan.json"):
            for arguments in (["import"], ["check"], ["digest"], ["canonical"], ["export", uuid, "--draft", "-o"]):
                with self.subTest(address=address, command=arguments[0]):
                    here = self.run_here if arguments[0] in ("import", "check", "export") else self.call
                    _, messages = here(*arguments, address, status=INPUT, cwd=self.home)
                    self.assertIn("is not on this computer", messages)
        self.assertFalse((self.home / "http:").exists())

    def test_file_with_the_name_of_an_address(self):
        folder = self.home / "http:" / "127.0.0.1"
        folder.mkdir(parents=True)
        (folder / "plan.json").write_bytes(self.elsewhere())
        self.run_here("import", "http://127.0.0.1/plan.json", cwd=self.home)

    def test_homes_that_are_none(self):
        here = self.home / "here"
        here.mkdir()
        kept = {name: str(self.home / "other" / name) for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
        for wrong in ({"XDG_DATA_HOME": "data"}, {"XDG_DATA_HOME": "./data"}, {"XDG_DATA_HOME": "", "HOME": ""},
                      {"XDG_DATA_HOME": "", "HOME": "home"}, {"XDG_DATA_HOME": "data", "HOME": ""}):
            with self.subTest(wrong):
                name = "XDG_DATA_HOME" if wrong["XDG_DATA_HOME"] else "HOME"
                for arguments in (["list"], ["new", *options()]):
                    _, messages = self.call(*arguments, env={**kept, **wrong}, cwd=here, status=LIBRARY)
                    self.assertIn(f"variable {name} is", messages)
                # A library that is named needs no home.
                self.run_here("new", *options(), env={**kept, **wrong}, cwd=here)
        # What the plans do not depend on is passed over, as the specification wants it.
        for harmless in ({"HOME": ""}, {"XDG_CONFIG_HOME": "config"}, {"XDG_CACHE_HOME": "cache"}):
            self.call("list", env=harmless, cwd=here)
        self.assertEqual(list(here.iterdir()), [])


if __name__ == "__main__":
    unittest.main()
