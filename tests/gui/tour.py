# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""A way through the whole program: every page, dialog, menu and popover, for tests that look at all of it."""

import json
import re

from driver import starting, wait_for

TITLE = "Freiburg 2030"
AUTHORITY = "Stadt Freiburg im Breisgau"


def look_at_menu(app, look, name, **where):
    app.open_popover("push button", name, **where)
    app.find("menu item", re.compile(""))
    look(f"the menu “{name}”")
    close_popover(app)


def close_popover(app):
    app.press("Escape")
    wait_for(lambda: not app.has_popover(), "the popover to close")


def look_at_window(app, look, what):
    wait_for(lambda: len(app.tree().children) > 1, what)
    look(what)
    app.press("Escape")
    wait_for(lambda: len(app.tree().children) == 1, f"{what} to close")


def look_at_library(app, look):
    app.find("label", "No Plans Yet")
    look("the empty library")
    look_at_menu(app, look, "Main menu")
    app.menu("Main menu", "Preferences")
    for row in ("Language", "Appearance"):
        app.open_popover("combo box", row)
        look(f"the list “{row}”")
        close_popover(app)
    look_at_window(app, look, "the preferences")
    app.menu("Main menu", "Keyboard Shortcuts")
    look_at_window(app, look, "the keyboard shortcuts")
    app.menu("Main menu", starting("About"))
    look_at_window(app, look, "About")


def look_at_strategies(app, look):
    app.press("ctrl+f")
    app.type("helpline")
    hits = app.find("list", "What was found in the strategies")
    look("what was found")
    app.click("list item", re.compile("Make helplines and online chat known to every child"), within=hits)
    app.find("label", starting("3.1.5 "))
    look("a measure of a strategy")
    app.click("list item", "About This Strategy")
    look("a strategy")
    app.click("push button", "Compare…")
    app.find("label", "Two Strategies Compared")
    look("two strategies")
    app.press("Escape", "Escape")
    app.find("list", "What was found in the strategies")
    app.press("ctrl+f", "ctrl+a")
    app.type("xyzzy")
    app.find("label", "Nothing Found")
    look("nothing found")
    app.press("Escape")
    app.find("list", "Strategies")


def look_at_assistant(app, look):
    app.press("ctrl+n")
    app.find("label", "Which Strategy?")
    look("the strategies")
    look_at_strategies(app, look)
    app.click("push button", "Next")
    app.find("label", "Who Are You?")
    app.click("push button", "Next")
    look("the authority, with its problems")
    app.fill("Name of the authority", AUTHORITY)
    app.choose("Country", "Germany")
    look("the authority")
    app.click("push button", "Next")
    app.find("label", "Which Period?")
    look("the period")
    app.fill("Title", TITLE)
    app.click("push button", "Create Plan")
    app.find("list", "Where do you stand?")
    look("Where do we stand?")


def look_at_forms(app, look):
    for section in ("Overview", "Authority and commitment", "Situation"):
        app.section(section)
        look(section)
    app.section("Actors and funding")
    app.click("push button", "Add Actor")
    app.click("push button", "Add Funding Source")
    look("Actors and funding")
    app.section("Table")
    app.click("table cell", re.compile("^Lead body: "))
    look("Table")
    app.press("F2")
    look("a cell that is edited")
    app.press("Escape")
    app.section("Still missing")
    look("Still missing")
    app.section("Documents")
    app.find("image", re.compile("^Page 1 of "))
    look("Documents")
    app.open_popover("push button", "How papers are made")
    look("how papers are made")
    close_popover(app)
    look_at_menu(app, look, "Save As")
    app.section("Submission")
    app.click("list item", re.compile(r"^1\.1\.1 "), within=app.find("list", "Still needed"))
    look("Submission")


def look_at_measures(app, look):
    app.section("Measures")
    look("a pillar")
    app.click("list item", re.compile(r"^1\.1 "), within=app.tree_list())
    app.find("text", "Expected result")
    look("an objective")
    app.click("list item", re.compile(r"^1\.1\.1 "), within=app.tree_list())
    app.find("combo box", "Situation today", shown=False)
    look("a measure")
    for verb in ("Add Indicator", "Add Milestone", "Add Cost", "Add Risk", "Add Document"):
        app.click("push button", verb)
        look(verb)
    app.click("push button", re.compile("^Lead body"))
    app.find("entry", "Name of the body")
    look("the bodies to choose from")
    app.type("Jugendamt")
    app.press("Return")
    app.find("push button", re.compile("Jugendamt"), shown=False)
    app.click("combo box", "Situation today")
    look("an answer to choose")
    close_popover(app)
    look_at_menu(app, look, "Add, copy, move or delete")
    look_at_menu(app, look, "Main menu")
    app.menu("Main menu", "Save as Template…")
    look_at_window(app, look, "the name of a template")
    app.fill("Start", "soon")
    app.press("Tab")
    app.find("push button", "Not everything is saved")
    look("a mistake")
    app.press("ctrl+q")
    look_at_window(app, look, "the question before closing")
    app.fill("Start", "2027")
    app.find("status bar", "Saved")
    app.click("list item", re.compile(r"^1\.1\.2 "), within=app.tree_list())
    app.press("Delete")
    app.find("push button", "Undo")
    look("the message that something was deleted")


def look_at_full_library(app, look, case):
    app.click("push button", "Back to all plans")
    row = app.find("list item", starting(TITLE), within=app.find("list", "Plans"))
    look("the library")
    look_at_menu(app, look, f"What to do with “{TITLE}”", within=row)
    look_at_menu_of_view(app, look)
    app.press("ctrl+f")
    app.find("entry", "Search in all plans")
    app.type("children")
    app.find("list", "What was found")
    wait_for(lambda: app.find_all("list item", re.compile("."), within=app.find("list", "What was found")), "what was found")
    look("what was found")
    app.press("Escape")

    wrong = case.home / "wrong.json"
    wrong.write_text(json.dumps({"format": "pact-plan", "format_version": 1, "plan": {"title": 7}}), "utf-8")
    app.press("ctrl+o")
    app.choose_file("Import Plans", wrong)
    app.find("label", re.compile("was not imported"))
    look_at_window(app, look, "what is wrong with a file")

    app.menu(f"What to do with “{TITLE}”", "Move to Trash")
    app.find("push button", "Undo")
    app.menu("Main menu", "Trash")
    trash = app.find("list", "Plans in the trash")
    look("the trash")
    app.click("push button", re.compile("^Delete"), within=trash)
    look_at_window(app, look, "the question before deleting")


def look_at_menu_of_view(app, look):
    app.open_popover("push button", "Order and filter")
    look("the order and the filter")
    close_popover(app)


def go(case, app, look):
    """Calls “look” with a name of each place, while the program shows it."""
    look_at_library(app, look)
    look_at_assistant(app, look)
    look_at_forms(app, look)
    look_at_measures(app, look)
    look_at_full_library(app, look, case)
    app.quit()
