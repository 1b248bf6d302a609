#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""The program as such: help, wrong use, closed streams, languages, what it links."""

import json
import math
import os
import re
import subprocess
import unittest

from case import CLI, DONE, FINDINGS, INPUT, SOURCE, USAGE, Case, limit

COMMANDS = ("templates", "new", "list", "show", "export", "import", "check", "report", "verify", "schema", "digest",
            "canonical", "search", "backup", "restore", "doctor")
OPERANDS = {"show": 1, "export": 1, "import": 1, "check": 1, "report": 1, "verify": 2, "digest": 1, "canonical": 1,
            "search": 1, "restore": 1}
NO_COMMAND = "There is no command “%s”."


def translation(language, text, context=None):
    """What the catalogue says for a text, or the text itself."""
    catalogue = (SOURCE / "po" / f"{language}.po").read_text(encoding="utf-8")
    before = f'^msgctxt "{context}"\n' if context else "^"
    found = re.search(before + r'msgid "' + re.escape(text) + r'"\nmsgstr "(.+)"$', catalogue, re.MULTILINE)
    return found.group(1) if found else text


class Help(Case):
    def test_of_the_program(self):
        output, messages = self.call("--help")
        text = output.decode()
        self.assertEqual(messages, "")
        self.assertEqual(re.findall(r"^  ([a-z]+) ", text, re.MULTILINE), list(COMMANDS))
        for option in ("--help", "--version", "--library"):
            self.assertIn(option, text)
        self.assertEqual(self.call("-h")[0], output)

    def test_of_every_command(self):
        for command in COMMANDS:
            with self.subTest(command):
                text = self.call(command, "--help")[0].decode()
                self.assertIn(f"pact-planner-cli {command}", text)
                self.assertIn("--library", text)
                self.assertEqual(command in ("templates", "list", "check", "search"), "--json" in text)

    def test_manual_page_states_the_limits(self):
        headers = "".join((SOURCE / "src" / name).read_text(encoding="utf-8") for name in (
            "json/pact-json.h", "exchange/pact-exchange.h", "exchange/pact-exchange-private.h"))
        limits = {name: math.prod(map(int, re.findall(r"[0-9]+", value)))
                  for name, value in re.findall(r"#define PACT_(?:JSON|EXCHANGE)_MAX_(\w+) ([0-9u ()*]+)", headers)}
        page = " ".join((SOURCE / "data" / "pact-planner-cli.1").read_text(encoding="utf-8").split())
        for sentence in (f"{limits['BYTES'] >> 20} MiB;", f"{limits['DEPTH']} levels of nesting",
                         f"{limits['UNKNOWN_DEPTH']} in a member", f"{limits['STRING'] >> 20} MiB of text",
                         f"{limits['NUMBER']} characters in a number", f"{limits['VALUES']} values",
                         f"{limits['MEMORY'] >> 20} MiB of memory", f"{limits['ELEMENTS']} elements"):
            self.assertIn(sentence, page)

    def test_manual_page_names_the_same(self):
        page = (SOURCE / "data" / "pact-planner-cli.1").read_text(encoding="utf-8")
        described = re.findall(r"^\.It Cm ([a-z]+)", page, re.MULTILINE)
        self.assertEqual(described, list(COMMANDS))
        for command in COMMANDS:
            text = self.call(command, "--help")[0].decode()
            for option in re.findall(r"--([a-z][a-z-]+)", text):
                self.assertIn("Fl -" + option, page, command)

    def test_version(self):
        self.assertRegex(self.call("--version")[0].decode(), r"^pact-planner-cli \d+\.\d+\.\d+\n$")


class WrongUse(Case):
    def test_refused(self):
        wrong = [[], ["frobnicate"], ["--frobnicate"], ["list", "--frobnicate"], ["list", "--library"], ["--library"],
                 ["export", "x", "-o"], ["list", "x"], ["doctor", "x"], ["schema", "x"], ["list", "--draft"], [""]]
        wrong += [[command] for command, count in OPERANDS.items() if count]
        wrong += [[command, "x", "y"] for command in OPERANDS if command not in ("import", "verify")]
        for arguments in wrong:
            with self.subTest(str(arguments)):
                output, messages = self.call(*arguments, status=USAGE)
                self.assertEqual(output, b"")
                self.assertIn("--help", messages)
        self.assertEqual(list(self.home.iterdir()), [])

    def test_bytes_that_are_no_text(self):
        self.call(b"\xff", status=USAGE)
        self.run_here("list", b"\xff", status=USAGE)
        self.new()
        self.run_here("search", b"\xff", status=USAGE)

    def test_library_before_the_command(self):
        uuid = self.new()
        output, _ = self.call("--library", str(self.library), "list", "--json")
        self.assertEqual([plan["id"] for plan in json.loads(output)], [uuid])


class Streams(Case):
    def test_full(self):
        with open("/dev/full", "wb") as full:
            for command in ("schema", "--help", "--version"):
                self.call(command, stdout=full, status=INPUT)

    def test_nobody_reads(self):
        reader, writer = os.pipe()
        os.close(reader)
        self.call("schema", stdout=writer, status=INPUT)
        os.close(writer)

    def test_closed(self):
        def close():
            limit()
            os.close(1)

        uuid = self.new()
        before = self.draft(uuid)
        for arguments in (["schema"], ["list"], ["export", uuid, "--draft"]):
            self.run_here(*arguments, preexec_fn=close, status=INPUT)
        self.assertEqual(self.draft(uuid), before)
        self.run_here("doctor")

    def test_all_closed(self):
        def close():
            limit()
            os.closerange(0, 3)

        uuid = self.new()
        before = self.draft(uuid)
        run = subprocess.run([CLI, "list", "--library", str(self.library)], env=self.env, preexec_fn=close, timeout=60,
                             check=False)
        self.assertEqual(run.returncode, INPUT)
        self.assertEqual(self.draft(uuid), before)


class Languages(Case):
    def test_messages_are_translated(self):
        for language in ("de", "fr"):
            # The last one is installed nowhere.
            for locale in ({"LANG": "C.UTF-8", "LANGUAGE": language}, {"LANG": "", "LANGUAGE": language},
                           {"LANG": f"{language}_QM.UTF-8"}):
                with self.subTest(f"{language} {locale}"):
                    _, messages = self.call("frobnicate", status=USAGE, env=locale)
                    self.assertIn(translation(language, NO_COMMAND) % "frobnicate", messages)

    def test_plain_locale_is_plain(self):
        _, messages = self.call("frobnicate", status=USAGE, env={"LC_ALL": "C", "LANGUAGE": "de"})
        self.assertIn("There is no command", messages)
        plain, _ = self.call("templates", env={"LC_ALL": "C", "LANGUAGE": ""})
        self.assertEqual(self.call("templates", env={"LC_ALL": "C", "LANGUAGE": "de"})[0], plain)
        self.assertNotEqual(self.call("templates", env={"LANG": "C.UTF-8", "LANGUAGE": "de"})[0], plain)

    def test_lines_are_written_as_the_language_does(self):
        uuid = self.new()
        for language in ("de", "fr"):
            line = re.compile(translation(language, "%s: %s", "line") % (".+", ".+"))
            for arguments in (["check", uuid], ["search", "Beispielhausen"]):
                with self.subTest(f"{language} {arguments}"):
                    output, _ = self.run_here(*arguments, status=(DONE, FINDINGS), env={"LANGUAGE": language})
                    self.assertEqual([text for text in output.decode().splitlines() if not line.fullmatch(text)], [])

    def test_data_is_the_same_in_every_language(self):
        self.new()
        for arguments in (["list", "--json"], ["list"], ["search", "--json", "Beispielhausen"]):
            plain, _ = self.run_here(*arguments)
            for language in ("de", "fr"):
                self.assertEqual(self.run_here(*arguments, env={"LANGUAGE": language})[0], plain)


class Linking(Case):
    def test_no_toolkit(self):
        """No toolkit is loaded. cairo, which draws the pages of papers, brings the library of X with it, but nothing here needs it."""
        listed = subprocess.run(["ldd", CLI], capture_output=True, text=True, check=True).stdout
        for library in ("libgtk", "libgdk", "libadwaita", "libwayland"):
            self.assertNotIn(library, listed)
        needed = subprocess.run(["readelf", "-d", CLI], capture_output=True, text=True, check=True).stdout
        self.assertIn("NEEDED", needed)
        self.assertNotIn("libX11", needed)

    def test_neither_display_nor_bus(self):
        self.assertNotIn("DISPLAY", self.env)
        self.assertNotIn("DBUS_SESSION_BUS_ADDRESS", self.env)
        self.run_here("show", self.new(), status=DONE)


if __name__ == "__main__":
    unittest.main()
