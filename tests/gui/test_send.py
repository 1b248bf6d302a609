#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""Papers that go on: into a mail of the person's mail program, and to the folder that they were saved in."""

import json
import os
import re
import stat
import subprocess
import sys
import time

import driver
from driver import wait_for

PORTAL = driver.SOURCE / "tests" / "gui" / "portal.py"
TITLE = "Felsmoor protects its children: action plan 2025–2028"
NO_MAIL = "No mail program could be opened"
DONE, CANCELLED, FAILED = range(3)
DAY = 24 * 60 * 60


class Send(driver.Case):
    def setUp(self):
        super().setUp()
        self.asked = self.home / "asked"
        self.asked.mkdir()
        self.sent = self.home / "cache" / "pact-planner" / "sent"
        self.portal = None
        self.addCleanup(self.end_portal)

    def end_portal(self):
        if self.portal is not None:
            self.portal.kill()
            self.portal.communicate()

    def start_portal(self, answer):
        self.portal = subprocess.Popen([sys.executable, PORTAL, self.asked, str(answer)], env=self.env, stdin=subprocess.DEVNULL,
                                       stdout=subprocess.PIPE)
        self.assertEqual(self.portal.stdout.readline(), b"ready\n")

    def open(self):
        self.cli("import", str(driver.SOURCE / "data" / "example" / "example.en.json"), "--as-copy")
        app = self.start()
        app.open_plan("")
        app.section("Documents")
        app.choose("Document", "Decision paper")
        app.find("image", "Page 1 of 3")
        return app

    def wait_call(self, number=0):
        """What the portal was asked for."""
        path = self.asked / f"{number}.json"
        wait_for(path.exists, "the portal to be asked")
        return json.loads(path.read_text("utf-8"))

    def save(self, app, name):
        path = self.home / name
        app.menu("Save As", re.compile("^PDF"))
        app.choose_file("Save the Document", path)
        app.find("label", "The document was saved.")
        return path

    def wait_idle(self, app):
        """Until the program has taken in what came before: what it is asked for now, it answers after that."""
        app.section("Overview")
        app.section("Documents")
        app.find("image", "Page 1 of 3")

    def test_mail(self):
        """The mail has a subject, and the document that is seen, which lies where nobody else can read it."""
        self.start_portal(DONE)
        app = self.open()
        app.click("push button", "Send…")
        call = self.wait_call()
        self.assertEqual(call["method"], "ComposeEmail")
        self.assertEqual(call["options"]["subject"], f"Decision paper – {TITLE}")
        self.assertNotIn("addresses", call["options"])
        self.assertRegex(call["parent"], "^x11:")

        attached = self.asked / "0-0"
        self.assertTrue(attached.read_bytes().startswith(b"%PDF"))
        information = subprocess.run(["pdfinfo", str(attached)], check=True, capture_output=True, text=True).stdout
        self.assertRegex(information, f"(?m)^Title: +{re.escape(TITLE)}$")
        self.assertRegex(information, "(?m)^Pages: +3$")
        [path] = self.sent.glob("*/*")
        self.assertEqual(call["files"], [str(path)])
        self.assertEqual(path.name, "Decision paper Town of Felsmoor 2025-2028.pdf")
        for folder in (self.sent, path.parent):
            self.assertEqual(stat.S_IMODE(folder.stat().st_mode), 0o700, folder)
        self.wait_idle(app)
        self.assertFalse(app.has("label", NO_MAIL))
        app.quit()

    def test_old(self):
        """What was sent the day before goes when the next one is made; what may still wait in a mail stays, and what is not ours too."""
        self.start_portal(DONE)
        self.sent.mkdir(parents=True, mode=0o755)
        other = self.home / "other"
        for folder in (self.sent / "old", self.sent / "new", other):
            folder.mkdir()
            (folder / "paper.pdf").write_bytes(b"%PDF")
        (self.sent / "link").symlink_to(other)
        for folder in (self.sent / "old", other):
            os.utime(folder, (0, time.time() - DAY - 60))
        app = self.open()
        app.click("push button", "Send…")
        self.wait_call()
        self.assertFalse((self.sent / "old").exists())
        self.assertTrue((self.sent / "new" / "paper.pdf").exists())
        self.assertTrue((other / "paper.pdf").exists())
        self.assertEqual(stat.S_IMODE(self.sent.stat().st_mode), 0o700)
        app.quit()

    def test_cancelled(self):
        """Who closes the desktop's question is told nothing."""
        self.start_portal(CANCELLED)
        app = self.open()
        app.click("push button", "Send…")
        self.wait_call()
        self.wait_idle(app)
        self.assertFalse(app.has("label", NO_MAIL))
        self.save(app, "paper.pdf")
        app.click("push button", "Show in Folder")
        self.wait_call(1)
        self.wait_idle(app)
        self.assertFalse(app.has("label", "The folder could not be opened"))
        app.quit()

    def test_failed(self):
        """A desktop without a mail program: what to do instead is said."""
        self.start_portal(FAILED)
        app = self.open()
        app.click("push button", "Send…")
        app.find("label", NO_MAIL)
        app.find("label", "Save the document and attach it to a mail.")
        app.click("push button", "Close", within=app.window())
        app.wait_gone("label", NO_MAIL)
        app.quit()

    def test_no_portal(self):
        """A desktop without a portal: the same, and for a folder where it is."""
        app = self.open()
        app.click("push button", "Send…")
        app.find("label", NO_MAIL)
        app.click("push button", "Close", within=app.window())
        app.wait_gone("label", NO_MAIL)
        self.save(app, "paper.pdf")
        app.click("push button", "Show in Folder")
        app.find("label", "The folder could not be opened")
        app.find("label", f"The document is in “{self.home}”.")
        app.click("push button", "Close", within=app.window())
        app.wait_gone("label", "The folder could not be opened")
        app.quit()

    def test_folder(self):
        """The message that a document was saved leads to where it is."""
        self.start_portal(DONE)
        app = self.open()
        path = self.save(app, "Paper & more.pdf")
        app.click("push button", "Show in Folder")
        call = self.wait_call()
        self.assertEqual(call["method"], "OpenDirectory")
        self.assertEqual(call["files"], [str(path)])
        self.assertEqual((self.asked / "0-0").read_bytes(), path.read_bytes())
        app.quit()


driver.main()
