# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""Drives the real program as a person does, on a display, a session bus and a home folder of its own.

Widgets are found by what assistive technology is told of them, keys and clicks come from the X server, and
what they have led to is read from the SQLite file and from what the program exports. A test waits for what it
expects, never for a time."""

import functools
import json
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

from gi.repository import Gio, GLib

import tree
from screen import Screen

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("PACT_BUILD_DIR", SOURCE / "_build"))
PROGRAM = BUILD / "src" / "app" / "pact-planner"
CLI = BUILD / "src" / "cli" / "pact-planner-cli"
LOGS = BUILD / "meson-logs" / "gui"
PLACES = BUILD / "tests" / "gui" / "libplaces.so"
CLIPBOARD = SOURCE / "tests" / "gui" / "clipboard.py"

SECONDS = 20
DOUBLE_CLICK_DISTANCE = 12
DOUBLE_CLICK_SECONDS = 0.5
# The line that shows where something lands, in the theme’s blue: that of libadwaita 1.2, and that since 1.6.
ACCENTS = ((28, 113, 216), (4, 97, 190))
MESSAGE = "AdwToastWidget" # what a message that passes by is called
MESSAGE_EDGE = 12 # pixels around what it says that are the message's too
BRACKETS = {ord("⟦"): None, ord("⟧"): None}
INTERVAL = 0.02

# What GTK and the services around it say on a bare display, and nothing of which is about the program.
HARMLESS = re.compile(r"Unable to acquire session bus|Failed to set fd limit|dconf|portal|Theme parser|"
                      r"gtk_css_section|Broken accounting of active state")

ANSWERS = {
    "--template": "pact-4ps",
    "--authority": "Stadt Freiburg im Breisgau",
    "--country": "DE",
    "--kind": "municipality",
    "--language": "en",
    "--currency": "EUR",
    "--start": "2027",
    "--end": "2030",
}


class Waiting(AssertionError):
    """What was waited for did not come."""


def wait_for(condition, what, seconds=SECONDS):
    """Asks until there is an answer that is true, and returns it. A widget may go between being found and being asked."""
    end = time.monotonic() + seconds
    while True:
        try:
            answer = condition()
        except GLib.Error as error:
            if not tree.is_gone(error):
                raise
            answer = None
        if answer:
            return answer
        if time.monotonic() > end:
            raise Waiting(f"Waited {seconds} s for {what}")
        time.sleep(INTERVAL)


def fits(wanted, name):
    """Whether a widget has a name, a string or a compiled expression. GTK 4.8 says the name of a button with a mnemonic
    twice, and a pseudo-locale puts brackets around everything."""
    name = name.translate(BRACKETS)
    return bool(wanted.search(name)) if isinstance(wanted, re.Pattern) else name in (wanted, f"{wanted} {wanted}")


def ends_above(node, other):
    """Whether a widget stands above another one and does not reach down to it."""
    _, top, _, height = node.extents()
    return top + height <= other.extents()[1]


def has_moved(node, before, since):
    """Whether a scrolled widget is somewhere else, or has had the time to be."""
    return node.extents() != before or time.monotonic() > since + 0.2


def starting(text):
    return re.compile("^" + re.escape(text))


def ending(text):
    return re.compile(re.escape(text) + "$")


class App:
    """The running program."""

    def __init__(self, case, arguments, env):
        self.case = case
        self.screen = case.screen
        self.log = open(case.home / "program.log", "ab")
        if PLACES.exists():
            env = {**env, "LD_PRELOAD": str(PLACES)}
        self.process = subprocess.Popen([PROGRAM, *arguments], env=env, stdin=subprocess.DEVNULL, stdout=self.log,
                                        stderr=self.log)
        self.bus = tree.Bus(self.process.pid)
        self.clicked_place, self.clicked_time = (-DOUBLE_CLICK_DISTANCE, -DOUBLE_CLICK_DISTANCE), 0
        wait_for(self.has_come, "the program’s window")

    def has_come(self):
        if self.process.poll() is not None:
            raise Waiting(f"The program ended with {self.process.returncode}:\n{self.case.read_log()}")
        return self.bus.find_program() and self.screen.top_window() is not None and self.window() is not None

    # Looking

    def tree(self):
        return self.bus.read()

    def window(self, root=None):
        """The window in front."""
        windows = (root or self.tree()).children
        return windows[-1] if windows else None

    def find_all(self, role, name, within=None, shown=True):
        """All that have the role and the name, a string or a compiled expression, now."""
        if self.process.poll() is not None:
            raise Waiting(f"The program ended with {self.process.returncode}:\n{self.case.read_log()}")
        found = []
        for node in self.bus.read(within).walk():
            if (role is None or node.role == role) and fits(name, node.name):
                try:
                    if not shown or node.is_shown():
                        found.append(node)
                except GLib.Error:
                    pass # it has gone meanwhile
        return found

    def find(self, role, name, within=None, shown=True, index=0):
        """The one that has the role and the name, as soon as it is there."""
        def look():
            found = self.find_all(role, name, within, shown)
            return len(found) > index and found[index]

        return wait_for(look, f"{role} “{name}”")

    def has(self, role, name, within=None):
        return bool(self.find_all(role, name, within))

    def wait_gone(self, role, name, within=None):
        wait_for(lambda: not self.has(role, name, within), f"{role} “{name}” to go")

    def wait_text(self, role, name, text):
        wait_for(lambda: self.find(role, name).text() == text, f"{role} “{name}” to say “{text}”")

    def focused(self):
        return self.bus.focused()

    def focus_name(self):
        """What has the keyboard is called; nothing if nothing has it."""
        node = self.focused()
        return node.name if node is not None else ""

    # Pointing

    def place_of(self, node):
        """Where the middle of a widget is on the screen. A popover is a window of its own, and GTK counts its coordinates from
        a place of its own."""
        x, y, width, height = node.extents()
        popover = node.popover()
        if popover is None:
            inner_width, inner_height, is_outer = self.window_of(node)
            outer = self.wait_surface(is_outer)
            x += outer.x + (outer.width - inner_width) // 2
            y += outer.y + (outer.height - inner_height) // 2
        else:
            popover_x, popover_y, popover_width, popover_height = popover.extents()
            outer = self.wait_surface(lambda surface: surface.is_popup and abs(surface.width - popover_width) < 40
                                      and abs(surface.height - popover_height) < 40)
            x += outer.x - popover_x
            y += outer.y - popover_y
        return x + width // 2, y + height // 2

    def window_of(self, node):
        """How large the window is in which a widget stands, and what tells which one on the screen it is."""
        window = next(above for above in [node, *node.ancestors()] if above.parent.parent is None)
        _, _, width, height = window.extents()
        return width, height, lambda surface: (not surface.is_popup and 0 <= surface.width - width < 80
                                               and 0 <= surface.height - height < 80)

    def wait_in_front(self, node):
        """Waits for a question that has just been answered to leave the screen: until it has, nothing else takes a click. A window
        that stays in front is no question."""
        is_outer = self.window_of(node)[2]

        def is_in_front():
            top = self.screen.top_window()
            return top is not None and is_outer(top)

        try:
            wait_for(is_in_front, "the window to be in front", 2)
        except Waiting:
            pass

    def wait_surface(self, is_wanted):
        """The uppermost window on the screen that is wanted. The accessibility tree has it a moment before the screen."""
        return wait_for(lambda: next(filter(is_wanted, reversed(self.screen.windows())), None), "the window on the screen")

    def reveal(self, node):
        """Scrolls until a widget can be clicked."""
        if node.popover() is not None:
            return
        for _ in range(200):
            if node.is_on_screen():
                return
            before = node.extents()
            view = next(above for above in node.ancestors() if above.is_on_screen())
            _, view_y, view_width, view_height = view.extents()
            is_below = before[1] + before[3] // 2 > view_y + view_height // 2
            # A row of a long list has no place as long as it is out of sight; where it is follows from a row that is in sight.
            if node.role == "list item":
                rows = node.parent.children
                in_sight = next((i for i, row in enumerate(rows) if row.is_on_screen()), None)
                if in_sight is not None:
                    is_below = rows.index(node) > in_sight
            # At its edge, where nothing takes the wheel for itself.
            x, y = self.place_of(view)
            self.screen.click(x - view_width // 2 + tree.EDGE, y, 5 if is_below else 4, times=2)
            wait_for(functools.partial(has_moved, node, before, time.monotonic()), "the page to be scrolled")
        raise Waiting(f"{node} cannot be scrolled to")

    def aim(self, node):
        """Where to click on a widget, once it is in sight and nothing lies over it."""
        self.focus()
        self.reveal(node)
        place = self.still_place_of(node)
        if node.popover() is None:
            if any(other.name == MESSAGE for other in [node, *node.ancestors()][-1].walk()):
                wait_for(lambda: not self.lies_under_message(node), f"the message that lies over {node} to go")
            self.wait_in_front(node)
            self.point_through(*place)
        return place

    def lies_under_message(self, node):
        """Whether a message that passes by lies over the middle of a widget. Nobody clicks there meanwhile."""
        x, y, width, height = node.extents()
        for message in self.find_all(None, MESSAGE):
            left, top, message_width, message_height = message.extents()
            if (-MESSAGE_EDGE <= x + width // 2 - left < message_width + MESSAGE_EDGE
                    and -MESSAGE_EDGE <= y + height // 2 - top < message_height + MESSAGE_EDGE):
                return all(below.path != node.path for below in message.walk())
        return False

    def click(self, role, name=None, button=1, **where):
        """Clicks on a widget, given itself or by role and name. One of that name may go and come again while the page is made."""
        if isinstance(role, tree.Node):
            self.click_at(self.aim(role), button)
            return role

        def look():
            node = self.find(role, name, **where)
            return node, self.aim(node)

        node, place = wait_for(look, f"{role} “{name}” to stay")
        self.click_at(place, button)
        return node

    def click_at(self, place, button):
        """Clicks once: two clicks at one place are none but a double click when they follow each other closely."""
        if all(abs(now - before) < DOUBLE_CLICK_DISTANCE for now, before in zip(place, self.clicked_place)):
            wait_for(lambda: time.monotonic() > self.clicked_time + DOUBLE_CLICK_SECONDS, "a second click to be one of its own")
        self.screen.click(*place, button)
        self.clicked_place, self.clicked_time = place, time.monotonic()

    def drag(self, start, end):
        """Drags what is at one place to another. A drag begins when the pointer has gone some way; X tells of no movement as long as the
        one before is not answered, so it goes on until it is shown where what is dragged would land. It begins a little beside where a
        click may just have been: two at one place are a double click, which goes to the title."""
        start = (start[0] + DOUBLE_CLICK_DISTANCE, start[1])
        self.screen.point(*start)
        self.screen.hold()
        for step in range(1, 9):
            self.screen.point(start[0] + (end[0] - start[0]) * step // 8, start[1] + (end[1] - start[1]) * step // 8)

        def is_shown():
            self.screen.point(end[0] + 1, end[1])
            self.screen.point(*end)
            return any(self.screen.has_colour(accent, end[0] - 60, end[1] - 24, 120, 48) for accent in ACCENTS)

        wait_for(is_shown, "the place to be shown where it would land")
        self.screen.release()

    def point_through(self, x, y):
        """Goes to a place with the pointer, and waits until a tooltip that lies over it has made way for it."""
        self.screen.point(x, y)
        wait_for(lambda: not any(window.is_popup and window.covers(x, y) for window in self.screen.windows()),
                 "what lies over it to go")

    def still_place_of(self, node):
        """Where a widget is once it has stopped moving: pages slide in."""
        places = []

        def stands():
            places.append(self.place_of(node))
            return places[-4:].count(places[-1]) == 4

        wait_for(stands, f"{node} to stand still")
        return places[-1]

    # Typing

    def focus(self):
        """Gives the keyboard to the window in front."""
        self.screen.focus(wait_for(self.screen.top_window, "a window"))

    def press(self, *keys):
        self.focus()
        self.screen.press(*keys)

    def type(self, text):
        self.focus()
        for number, line in enumerate(text.split("\n")):
            if number > 0:
                self.screen.press("Return")
            if line:
                self.screen.type(line)

    def select_all(self, node):
        """Selects all that a field says. It may put the cursor somewhere when it has got the keyboard, after all was selected."""
        def is_selected():
            self.press("ctrl+a")
            return node.is_selected()

        wait_for(is_selected, f"all of “{node.name}” to be selected")

    def fill(self, name, text, **where):
        """Types a text into a field in place of what it says."""
        for _ in range(3):
            node = self.click("text", name, **where)
            self.select_all(node)
            if text:
                self.type(text)
            else:
                self.press("BackSpace")
            try:
                wait_for(lambda: node.text() == text, f"“{name}” to say “{text}”", 2)
                return node
            except Waiting:
                # The page was scrolled once more, and the click went beside the field.
                pass
        raise Waiting(f"“{name}” says “{node.text()}”, not “{text}”")

    def choose(self, name, answer, **where):
        """Picks an answer from a list that drops down."""
        combo = self.open_popover("combo box", name, **where)
        if not self.has("list item", answer, within=combo):
            self.type(answer)
        row = self.find("list item", answer, within=combo)
        self.screen.click(*self.still_place_of(row))
        self.wait_gone("list item", answer, within=combo)

    def has_popover(self):
        return any(window.is_popup for window in self.screen.windows())

    def open_popover(self, role, name, **where):
        """Clicks on what opens a popover, and returns it. A popover closes when its window gets the keyboard, which a window that has just
        come may do only then; a person clicks again."""
        for _ in range(3):
            node = self.click(role, name, **where)
            try:
                wait_for(self.has_popover, "the popover", 5)
                return node
            except Waiting:
                pass
        raise Waiting(f"{role} “{name}” opens no popover")

    def menu(self, button, item, **where):
        """Opens a menu and takes an entry of it."""
        self.open_popover("push button", button, **where)
        self.screen.click(*self.still_place_of(self.find("menu item", item)))
        self.wait_gone("menu item", item)

    def open_plan(self, title):
        """Opens a plan from the list of plans."""
        self.click("list item", starting(title), within=self.find("list", "Plans"))
        return self.find("list", "Sections of the plan")

    def section(self, name):
        """Goes to a section of the open plan."""
        self.click("list item", starting(name), within=self.find("list", "Sections of the plan"))

    def tree_list(self):
        return self.find("list", "Pillars, objectives and measures")

    def tree_rows(self):
        """The rows of the tree, as a screen reader says them."""
        return [node.name for node in self.find_all("list item", re.compile("^[0-9.]+ "), within=self.tree_list(),
                                                    shown=False)]

    def rows_near(self, within):
        """The rows that a long list has now: those near to what is shown of it."""
        return [node.name for node in self.find_all("list item", re.compile(""), within=within, shown=False)]

    def scroll(self, within, button):
        """Scrolls a list up, with button 4, or down, with button 5; returns whether it has other rows now."""
        before = self.rows_near(within)
        self.screen.click(*self.place_of(within), button, times=3)
        try:
            return wait_for(lambda: before != self.rows_near(within), "the list to be scrolled", 0.3)
        except Waiting:
            return False

    def find_row(self, name, within):
        """A row of a long list, wherever it is."""
        for button in (4, 5):
            is_scrolled = True
            while is_scrolled:
                rows = self.find_all("list item", name, within=within, shown=False)
                if rows:
                    return rows[0]
                is_scrolled = self.scroll(within, button)
        raise Waiting(f"There is no “{name}” in {within}")

    def all_tree_rows(self):
        """The rows of the tree from the first to the last, as a screen reader says them."""
        rows = set()
        for button in (4, 5):
            is_scrolled = True
            while is_scrolled:
                rows.update(self.tree_rows())
                is_scrolled = self.scroll(self.tree_list(), button)
        return rows

    def select(self, title):
        """Selects an element in the tree of measures."""
        row = self.click(self.find_row(ending(title), self.tree_list()))
        wait_for(lambda: any(node.has(tree.SELECTED) for node in self.find_all("list item", ending(title))),
                 f"“{title}” to be selected")
        return row

    def type_path(self, field, path):
        """Types a path. What the dialog has put behind it meanwhile, because it found something, is taken away again."""
        for _ in range(3):
            self.press("ctrl+a")
            self.type(path)
            for _ in range(2):
                try:
                    wait_for(lambda: field.text() == path, "the path in the dialog", 2)
                    return
                except Waiting:
                    self.press("End", *["BackSpace"] * max(0, len(field.text()) - len(path)))
        raise Waiting(f"The dialog says “{field.text()}”, not “{path}”")

    def choose_file(self, title, path):
        """Answers the dialog that asks for a file."""
        wait_for(lambda: fits(title, self.window().name), f"the dialog “{title}”")
        if not self.has("text", "Name:"):
            self.press("ctrl+l")

        # Where a file is opened, the field for its path has no name.
        def find_field():
            return next((node for node in self.window().walk() if node.role == "text" and node.has(tree.FOCUSED)), None)

        field = wait_for(find_field, "the field for the path")
        self.type_path(field, str(path))

        # The dialog looks at the folder first, and does not listen until it has.
        def answer():
            window = self.window()
            if not fits(title, window.name):
                return True
            for button in self.find_all("push button", re.compile("^_?(Open|Save)\\b"), within=window):
                button.act()
            return False

        wait_for(answer, f"the dialog “{title}” to close")

    # Ending

    def quit(self):
        """Ends the program as a person does, once a question that was just answered has left the screen and takes no key any more."""
        self.wait_in_front(self.window())
        for _ in range(3):
            self.press("ctrl+q")
            try:
                wait_for(lambda: self.process.poll() is not None, "the program to end", SECONDS / 2)
                break
            except Waiting:
                pass # the window had just come to the front; a person presses again
        self.case.assertEqual(self.process.poll(), 0, self.case.read_log())

    def kill(self):
        """Ends the program as a power cut does."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


def with_evidence(test):
    """Keeps a picture and the tree of what is shown when a test fails."""
    @functools.wraps(test)
    def run(self):
        try:
            test(self)
        except Exception:
            self.keep_evidence()
            raise

    return run


class Case(unittest.TestCase):
    maxDiff = None
    locale = "C.UTF-8"

    def __init_subclass__(cls):
        super().__init_subclass__()
        for name, member in list(vars(cls).items()):
            if name.startswith("test"):
                setattr(cls, name, with_evidence(member))

    def setUp(self):
        self.screen = Screen()
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="pact-gui-"))
        self.addCleanup(shutil.rmtree, self.home)
        # In a folder of its own, as it is for everybody: no dialog that shows files looks into it.
        self.library = self.home / "library" / "library.db"
        self.apps = []
        self.owner = None # of the clipboard
        self.env = {
            **os.environ,
            "HOME": str(self.home),
            "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_CACHE_HOME": str(self.home / "cache"),
            "XDG_STATE_HOME": str(self.home / "state"),
            "LC_ALL": self.locale,
            "GDK_BACKEND": "x11",
            "GSK_RENDERER": "cairo",
            "GTK_USE_PORTAL": "0",
            "GSETTINGS_BACKEND": "keyfile",
            "GIO_USE_VFS": "local",
            "G_DEBUG": "fatal-criticals",
        }
        for name in ("LANGUAGE", "NO_AT_BRIDGE", "GTK_A11Y", "GTK_THEME", "AT_SPI_BUS_ADDRESS"):
            self.env.pop(name, None)
        enable_accessibility()
        self.addCleanup(self.end_owner)
        self.addCleanup(self.end_apps)

    def end_apps(self):
        for app in self.apps:
            if app.process.poll() is None:
                app.kill()
            app.log.close()
        complaints = [line for line in self.read_log().splitlines()
                      if ("WARNING" in line or "CRITICAL" in line) and not HARMLESS.search(line)]
        self.assertEqual(complaints, [], "The program complained")

    def start(self, *arguments, env=None):
        """Starts the program on the test’s library."""
        app = App(self, ["--library", self.library, *arguments], {**self.env, **(env or {})})
        self.apps.append(app)
        return app

    def read_log(self):
        path = self.home / "program.log"
        return path.read_text("utf-8", "replace") if path.exists() else ""

    def keep_evidence(self):
        LOGS.mkdir(parents=True, exist_ok=True)
        stem = LOGS / self.id().replace("__main__", pathlib.Path(sys.argv[0]).stem)
        self.screen.picture(f"{stem}.png")
        lines = [self.read_log()]
        for app in self.apps:
            if app.process.poll() is None:
                lines += ["  " * len(list(node.ancestors())) + repr(node) + ("*" if node.has(tree.FOCUSED) else "")
                          for node in app.tree().walk()]
        pathlib.Path(f"{stem}.txt").write_text("\n".join(lines), "utf-8")
        print(f"What was shown: {stem}.png", file=sys.stderr)

    def end_owner(self):
        if self.owner is not None:
            self.owner.kill()
            self.owner.communicate()

    def copy(self, text, *html):
        """Copies a text in another program, which may have it as HTML too."""
        self.end_owner()
        self.owner = subprocess.Popen([sys.executable, CLIPBOARD, *html], env=self.env, stdin=subprocess.PIPE,
                                      stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.owner.stdin.write(text.encode("utf-8"))
        self.owner.stdin.close()
        self.owner.stdin = None
        self.assertEqual(self.owner.stdout.readline(), b"ready\n")

    # The other ways to the same library

    def cli(self, command, *arguments, status=0, library=None):
        """Runs the command line on the test’s library and returns what it prints."""
        place = [] if command in ("schema", "digest", "canonical") else ["--library", library or self.library]
        run = subprocess.run([CLI, command, *arguments, *place], env=self.env, stdin=subprocess.DEVNULL,
                             capture_output=True, timeout=120, check=False)
        self.assertEqual(run.returncode, status, f"{command}: {run.stderr.decode('utf-8')}")
        return run.stdout.decode("utf-8")

    def new_plan(self, **changes):
        """A plan made by the command line; returns its UUID."""
        answers = {**ANSWERS, **{"--" + name: value for name, value in changes.items()}}
        return self.cli("new", *[word for pair in answers.items() for word in pair]).strip()

    def rows(self, statement, *values):
        """What the SQLite file says."""
        connection = sqlite3.connect(f"file:{self.library}?mode=ro", uri=True, timeout=10)
        try:
            return connection.execute(statement, values).fetchall()
        finally:
            connection.close()

    def wait_rows(self, expected, statement, *values):
        seen = []

        def look():
            seen[:] = self.rows(statement, *values)
            return seen == expected

        try:
            wait_for(look, "the library file")
        except Waiting:
            self.assertEqual(seen, expected)

    def draft(self, plan):
        """The plan as the command line exports it."""
        return json.loads(self.cli("export", plan, "--draft"))

    def validator(self):
        """A check against the schema by somebody else’s program."""
        import jsonschema

        schema = json.loads(self.cli("schema"))
        jsonschema.Draft202012Validator.check_schema(schema)
        return jsonschema.Draft202012Validator(schema)

    def assert_sound(self):
        """The library is in order."""
        self.cli("doctor")
        self.assertEqual(self.rows("PRAGMA integrity_check"), [("ok",)])
        self.assertEqual(self.rows("PRAGMA foreign_key_check"), [])


def enable_accessibility():
    """Asks the session for assistive technology; a program looks for it when it starts."""
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    value = GLib.Variant("(ssv)", ("org.a11y.Status", "IsEnabled", GLib.Variant("b", True)))
    session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set", value, None,
                      Gio.DBusCallFlags.NONE, -1, None)


def measures(document):
    """All measures of an exchange document, in their order."""
    for pillar in document["plan"].get("pillars", []):
        for objective in pillar.get("objectives", []):
            yield from objective.get("measures", [])


def main():
    """Runs the tests of a script on a display and a bus that are made for them and go with them."""
    if os.environ.get("PACT_GUI_SESSION") == "here":
        unittest.main(verbosity=2)
    with tempfile.TemporaryDirectory(prefix="pact-gui-run-") as folder:
        env = {**os.environ, "PACT_GUI_SESSION": "here", "XDG_RUNTIME_DIR": folder, "GSETTINGS_BACKEND": "memory"}
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS"):
            env.pop(name, None)
        run = subprocess.run(["xvfb-run", "-a", "-s", "-screen 0 1366x768x24 -nolisten tcp", "dbus-run-session", "--",
                              sys.executable, *sys.argv], env=env, check=False)
    sys.exit(run.returncode)
