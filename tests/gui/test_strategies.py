#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""A planner reads before using: looks for a word in all strategies, reads a measure, follows a link, compares two strategies, and
begins the plan with the one that was read."""

import json
import re
import subprocess
import sys

import driver
from driver import starting, wait_for

PORTAL = driver.SOURCE / "tests" / "gui" / "portal.py"
AUTHORITY = "Gemeente Utrecht"
FOUR_PS = "The four Ps, based on the Pact’s approach and the Lanzarote Convention"
LANZAROTE = "The Lanzarote Convention on the ground, article by article"
SAFEGUARDING = "Safeguarding in school, sport and leisure"
IN_TITLE = "Put helplines where a child can read them unobserved, in every hall and school"
IN_TEXT = "Publish a version of the plan for children"
HITS = "What was found in the strategies"


def load(name):
    return json.loads((driver.SOURCE / "data" / "templates" / f"{name}.json").read_text("utf-8"))


def concepts(template):
    return [measure.get("concept") for pillar in template["pillars"] for objective in pillar["objectives"]
            for measure in objective["measures"]]


class Strategies(driver.Case):
    def begin(self):
        app = self.start()
        app.find("label", "No Plans Yet")
        app.press("ctrl+n")
        app.find("list", "Strategies")
        return app

    def names(self, app, name):
        return [node.name for node in app.find_all("list item", re.compile(""), within=app.find("list", name), shown=False)]

    def search(self, app, words):
        app.press("ctrl+f")
        wait_for(lambda: app.focus_name() == "Search in all strategies", "the keyboard in the search")
        app.type(words)
        return app.find("list", HITS)

    def wait_focus(self, app, name):
        wait_for(lambda: driver.fits(name, app.focus_name()), f"the keyboard on {name}")

    def tab_to(self, app, key, role, name):
        """Goes on with the keyboard until something has it."""
        for _ in range(20):
            node = app.focused()
            if node is not None and (node.role, node.name) == (role, name):
                return
            app.press(key)
            wait_for(lambda seen=node: app.focused() != seen, "the keyboard to go on")
        raise AssertionError(f"{key} does not lead to the {role} “{name}”")

    def go_on(self, app):
        app.find("label", "Who Are You?")
        app.fill("Name of the authority", AUTHORITY)
        app.choose("Country", "Netherlands")
        app.click("push button", "Next")
        app.click("push button", "Create Plan")
        app.find("list", "Where do you stand?")

    def test_search_read_compare_use(self):
        app = self.begin()
        hits = self.search(app, "helpline")
        names = self.names(app, HITS)
        app.find("status bar", f"{len(names)} places were found.")
        # What says it in its title goes before what says it in its text, whichever strategy it stands in.
        self.assertLess(next(i for i, name in enumerate(names) if IN_TITLE in name),
                        next(i for i, name in enumerate(names) if IN_TEXT in name))
        self.assertFalse(app.has("push button", "Next"))

        app.click("list item", re.compile(re.escape(IN_TITLE)), within=hits)
        app.find("label", re.compile(r"^\d\.\d\.\d " + re.escape(IN_TITLE)))
        measure, = [measure for pillar in load("safeguarding")["pillars"] for objective in pillar["objectives"]
                    for measure in objective["measures"] if measure["title"] == IN_TITLE]
        for text in (measure["description"], measure["guidance"], measure["references"]):
            app.find("label", text, shown=False)
        for indicator in measure["indicators"]:
            app.find("label", indicator["title"], shown=False)

        # The way back leads to what was found, and forth again.
        app.press("alt+Left")
        self.wait_focus(app, starting(f"Measure · {IN_TITLE}"))
        app.press("Return")
        app.click("push button", "Compare…")
        app.find("label", "Two Strategies Compared")
        app.choose("The other strategy", starting("The four Ps"))
        ours, other = concepts(load("safeguarding")), concepts(load("pact-4ps"))
        both = [concept for concept in ours if concept is not None and concept in other]
        self.assertGreater(len(both), 1)
        app.find("label", f"{len(both)} measures are in both", shown=False)
        self.assertEqual(len(self.names(app, f"{len(both)} measures are in both")), len(both))
        app.find("label", f"{len(ours) - len(both)} measures are only in “{SAFEGUARDING}”", shown=False)
        n_only = len([concept for concept in other if concept not in ours])
        app.find("label", f"{n_only} measures are only in “{FOUR_PS}”", shown=False)

        # A measure of the other is read, and one comes back to it; from there back to the first, and on with its strategy.
        theirs, = [measure["title"] for pillar in load("pact-4ps")["pillars"] for objective in pillar["objectives"]
                   for measure in objective["measures"] if measure.get("concept") == "steering-group"]
        app.click("list item", theirs, within=app.find("list", re.compile(f"only in “{FOUR_PS}”$"), shown=False))
        app.find("label", re.compile(r"^\d\.\d\.\d+ " + re.escape(theirs)))
        app.press("alt+Left")
        self.wait_focus(app, theirs)
        app.click("push button", "Back")
        app.find("label", re.compile(r"^\d\.\d\.\d " + re.escape(IN_TITLE)))
        app.click("push button", "Use This Strategy")
        self.go_on(app)
        self.wait_rows([("safeguarding", AUTHORITY)], "SELECT template_id, authority_name FROM plan")
        self.assertEqual(self.rows("SELECT count(*) FROM measure"), [(len(ours),)])
        app.quit()
        self.assert_sound()

    def test_keyboard(self):
        """The same without a mouse, from a card to the plan, with the other of the two that were compared."""
        app = self.begin()
        self.wait_focus(app, starting("The four Ps"))
        app.press("alt+Return")
        self.wait_focus(app, "About This Strategy")
        app.press("Down")
        self.wait_focus(app, "1 Governance")
        app.press("Right", "Down")
        self.wait_focus(app, starting("1.1 "))
        app.press("Down")
        self.wait_focus(app, starting("1.1.1 "))
        app.find("label", starting("1.1.1 Adopt the plan"))
        # As in a tree: to the objective, to the pillar, and this one closes.
        app.press("Left", "Left")
        self.wait_focus(app, "1 Governance")
        app.press("Left", "Down")
        self.wait_focus(app, "2 Prevention")
        app.press("Tab")
        wait_for(lambda: app.focus_name() and app.focus_name() != "2 Prevention", "the keyboard in what is read")
        self.tab_to(app, "shift+Tab", "push button", "Compare…")
        app.press("Return")
        app.find("label", "Two Strategies Compared")
        self.wait_focus(app, "The other strategy")
        self.tab_to(app, "Tab", "push button", f"Use “{LANZAROTE}”")
        app.press("Return")
        app.find("label", "Who Are You?")
        # One step back the card is chosen.
        app.press("alt+Left")
        self.wait_focus(app, starting(LANZAROTE))
        app.press("Return")
        self.go_on(app)
        self.wait_rows([("lanzarote",)], "SELECT template_id FROM plan")
        app.quit()
        self.assert_sound()

    def test_escape(self):
        """Escape leads back step by step, and in the end out."""
        app = self.begin()
        self.wait_focus(app, starting("The four Ps"))
        self.search(app, "helpline")
        app.press("Return")
        app.find("push button", "Use This Strategy")
        app.press("Escape")
        app.find("list", HITS)
        app.wait_gone("push button", "Use This Strategy")
        app.press("Escape")
        self.wait_focus(app, starting("The four Ps"))
        app.find("push button", "Next")
        app.press("ctrl+f")
        app.type("xyzzy")
        app.find("label", "Nothing Found")
        app.press("Escape")
        self.wait_focus(app, starting("The four Ps"))
        app.press("Escape")
        app.find("label", "No Plans Yet")
        app.quit()

    def test_links(self):
        """A link is opened by the desktop when it is clicked, and only then."""
        asked = self.home / "asked"
        asked.mkdir()
        portal = subprocess.Popen([sys.executable, PORTAL, asked, "0"], env=self.env, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE)
        self.addCleanup(portal.communicate)
        self.addCleanup(portal.kill)
        self.assertEqual(portal.stdout.readline(), b"ready\n")
        app = self.begin()
        self.search(app, "helplines known chat every child")
        app.press("Return")
        link = app.find(None, "Open “Child Helpline International: the story of 116 111” in the browser")
        app.find("label", "https://childhelplineinternational.org/the-story-of-116-111/")
        self.assertEqual(list(asked.iterdir()), [])
        app.click(link)
        wait_for((asked / "0.json").exists, "the portal to be asked")
        call = json.loads((asked / "0.json").read_text("utf-8"))
        self.assertEqual((call["method"], call["address"]), ("OpenURI", "https://childhelplineinternational.org/the-story-of-116-111/"))
        app.quit()
        self.assertEqual(len(list(asked.iterdir())), 1)

    def test_no_browser(self):
        """Where nothing can be opened, the address is said."""
        app = self.begin()
        self.search(app, "helplines known chat every child")
        app.press("Return")
        app.click(app.find(None, "Open “Missing Children Europe: the 116 000 hotline” in the browser"))
        app.find("label", "The page could not be opened in a browser")
        app.find("label", "The address of the page is: https://missingchildreneurope.eu/hotline-116-000/")
        app.press("Escape")
        app.quit()

    def test_own(self):
        """A template of one’s own that says little of itself, and a file with a fault beside it."""
        folder = self.home / "data" / "pact-planner" / "templates"
        folder.mkdir(parents=True)
        own = {"format": "pact-template", "format_version": 1, "id": "ours", "version": "1", "language": "nl", "licence": "CC0-1.0",
               "title": "Utrecht <b>&", "pillars": [{"key": "p", "title": "Alles", "objectives": [
                   {"key": "o", "title": "Doel", "measures": [{"key": "m", "title": "De hulplijn <i>& bekend maken"}]}]}]}
        (folder / "ours.json").write_text(json.dumps(own), "utf-8")
        (folder / "broken.json").write_text("{", "utf-8")
        app = self.begin()
        app.find("label", "broken.json", shown=False)
        app.click("push button", "Read “Utrecht <b>&”")
        app.find("label", "Utrecht <b>&")
        app.find("label", "1 pillar\n1 objective\n1 measure\n0 indicators")
        app.find("label", "Dutch: 100%")
        for absent in ("What it is based on", "For whom it is", "Sources"):
            self.assertFalse(app.has("label", absent))
        app.press("Down", "Right", "Down", "Down")
        app.find("label", "1.1.1 De hulplijn <i>& bekend maken")
        for absent in ("Guidance", "Indicators", "Where it comes from"):
            self.assertFalse(app.has("label", absent))
        app.click("push button", "Compare…")
        app.find("label", "No measure is in both", shown=False)
        app.press("Escape", "Escape")
        self.search(app, "hulplijn")
        wait_for(lambda: len(self.names(app, HITS)) == 1, "the measure")
        self.assertFalse(app.has("label", "broken.json"))
        app.quit()


driver.main()
