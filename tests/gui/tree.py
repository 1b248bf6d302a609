# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""What a program shows to assistive technology, read over AT-SPI.

How the tree is walked stands in reader.c. Releases of GTK differ in the roles that they give, in
what they say of the places of widgets, and in whether they say it right; here is where they become one: what a widget is called
in the tests is what GTK 4.8 calls it, and where it is follows from where it and what it stands in are."""

import ctypes
import os
import pathlib

from gi.repository import Gio, GLib

ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT = "/org/a11y/atspi/accessible/root"
WINDOW_COORDINATES = 1
SECONDS = 20
EDGE = 3 # pixels
POPUP_LAYER = 5
MEMBER_END, OBJECT_END = "\x1f", "\x1e" # as reader.c has them

# What the bus says of an object that is not there any more.
GONE = (Gio.DBusError.UNKNOWN_METHOD, Gio.DBusError.UNKNOWN_OBJECT)

# The numbers of roles and states in the protocol.
ROLES = {
    2: "alert", 7: "check box", 11: "combo box", 16: "dialog", 20: "filler", 23: "frame", 27: "image", 29: "label",
    31: "list", 32: "list item", 33: "menu", 34: "menu bar", 35: "menu item", 37: "tab", 38: "tab list", 39: "panel",
    40: "password text", 49: "scroll pane", 42: "progress bar", 43: "push button", 44: "radio button", 48: "scroll bar", 50: "separator",
    51: "slider", 52: "spin button", 54: "status bar", 61: "text", 62: "toggle button", 63: "tool bar", 65: "tree",
    69: "window", 75: "application", 79: "entry", 81: "caption", 83: "heading", 88: "link", 90: "grid", 91: "tree item",
    56: "table cell", 99: "grouping", 101: "notification",
}
CHECKED, EDITABLE, ENABLED, EXPANDED, FOCUSABLE, FOCUSED = 4, 7, 8, 10, 11, 12
PRESSED, SELECTED, SENSITIVE, VISIBLE = 20, 23, 24, 30
INVALID = 0 # what GTK 4.8 says of a field with a mistake in it
INVALID_ENTRY = 36 # and what others say

# What GTK has called otherwise since 4.10, by its name there.
ROLES_SINCE_4_10 = {"panel": "filler", "grouping": "panel", "alert": "dialog", "toggle button": "push button"}

# What ARIA forbids a name, and newer releases of GTK with it: a screen reader says its text.
NAMELESS = {"status bar"}

READER = ctypes.CDLL(str(pathlib.Path(os.environ["PACT_BUILD_DIR"]) / "tests" / "gui" / "libreader.so"))
READER.read_objects.argtypes = [ctypes.c_char_p] * 3
READER.read_objects.restype = ctypes.c_void_p
READER.free_objects.argtypes = [ctypes.c_void_p]


def is_gone(error):
    """Whether a widget could not be asked because it is not there any more."""
    return error.domain == GLib.quark_to_string(Gio.DBusError.quark()) and error.code in GONE


class Node:
    """One accessible object, as it was when the tree was read."""

    def __init__(self, bus, path, parent):
        self.bus = bus
        self.path = path
        self.parent = parent
        self.children = []
        self.name = self.description = self.role = ""
        self.interfaces = ()
        self.states = 0

    def __repr__(self):
        return f"{self.role} “{self.name}”"

    def has(self, state):
        return bool(self.states >> state & 1)

    def offers(self, interface):
        return "org.a11y.atspi." + interface in self.interfaces

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def ancestors(self):
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def call(self, interface, method, arguments=None):
        return self.bus.call(self.path, "org.a11y.atspi." + interface, method, arguments)

    def extents(self):
        """x, y, width and height within the window, in pixels."""
        return self.call("Component", "GetExtents", GLib.Variant("(u)", (WINDOW_COORDINATES,)))[0]

    def is_popover(self):
        return self.offers("Component") and self.call("Component", "GetLayer")[0] == POPUP_LAYER

    def popover(self):
        """The popover that it stands in; None if it stands in none."""
        return next((above for above in [self, *self.ancestors()] if above.is_popover()), None)

    def is_mapped(self):
        """Whether GTK 4.8 draws it; of what is not drawn, it tells where it was last. What later releases say is mended, see
        places.c: it has no size."""
        if not self.bus.is_old:
            return True
        x, y, width, height = self.extents()
        return self.call("Component", "Contains", GLib.Variant("(iiu)", (x + width // 2, y + height // 2, WINDOW_COORDINATES)))[0]

    def surroundings(self):
        """The places of what it stands in, from the inside to its window or popover."""
        for above in self.ancestors():
            if above.offers("Component"):
                yield above.extents()
                if above.parent.parent is None or above.is_popover():
                    return

    def is_shown(self):
        """Whether it has a place, inside of things that have one: what is collapsed has none, nor is what is closed there at
        all. It may have to be scrolled to."""
        if not self.offers("Component") or not self.is_mapped():
            return False
        return all(width > 0 and height > 0 for _, _, width, height in [self.extents(), *self.surroundings()])

    def is_on_screen(self):
        """Whether a pointer in its middle would meet it, or at one of its edges."""
        x, y, width, height = self.extents()
        if width <= 0 or height <= 0 or not self.is_mapped():
            return False
        middle = y + height // 2
        places = list(self.surroundings())
        return any(all(left <= probe < left + wide and top <= middle < top + high for left, top, wide, high in places)
                   for probe in (x + width // 2, x + EDGE, x + width - EDGE))

    def text(self):
        length = self.bus.property_of(self.path, "org.a11y.atspi.Text", "CharacterCount")
        return self.call("Text", "GetText", GLib.Variant("(ii)", (0, length)))[0]

    def is_selected(self):
        """Whether all of its text is selected; so is no text."""
        length = self.bus.property_of(self.path, "org.a11y.atspi.Text", "CharacterCount")
        return length == 0 or self.call("Text", "GetSelection", GLib.Variant("(i)", (0,))) == (0, length)

    def text_if_there(self):
        """Its text, nothing if it has gone since the tree was read."""
        try:
            return self.text()
        except GLib.Error:
            return ""

    def put(self, text):
        """Sets the text as assistive technology does."""
        return self.call("EditableText", "SetTextContents", GLib.Variant("(s)", (text,)))[0]

    def act(self):
        """Does what a click does."""
        return self.call("Action", "DoAction", GLib.Variant("(i)", (0,)))[0]


class Bus:
    """The accessibility bus of this session, and one program on it."""

    def __init__(self, pid):
        self.pid = pid
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                    Gio.DBusCallFlags.NONE, SECONDS * 1000, None).unpack()[0]
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.connection = Gio.DBusConnection.new_for_address_sync(self.address, flags, None, None)
        self.program = None
        self.roles = ROLES
        self.is_old = False

    def ask(self, name, path, interface, method, arguments=None):
        return self.connection.call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE,
                                         SECONDS * 1000, None).unpack()

    def call(self, path, interface, method, arguments=None):
        return self.ask(self.program, path, interface, method, arguments)

    def find_program(self):
        """Whether the program has come to the bus."""
        try:
            programs, = self.ask("org.a11y.atspi.Registry", ROOT, ACCESSIBLE, "GetChildren")
        except GLib.Error:
            return False
        for name, _ in programs:
            try:
                pid, = self.ask("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)))
            except GLib.Error:
                continue # the registry has not noticed yet that another one has gone
            if pid == self.pid:
                self.program = name
                self.look_at_toolkit()
        return self.program is not None

    def look_at_toolkit(self):
        version = self.property_of(ROOT, "org.a11y.atspi.Application", "Version")
        self.is_old = tuple(map(int, version.split(".")[:2])) < (4, 10)
        if not self.is_old:
            self.roles = {number: ROLES_SINCE_4_10.get(name, name) for number, name in ROLES.items()}

    def property_of(self, path, interface, name):
        return self.call(path, "org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", (interface, name)))[0]

    def read(self, top=None):
        """The tree as it is now, or what is below one of its nodes."""
        objects = self.objects_of(top.path if top else ROOT)
        if not objects:
            self.call(ROOT, ACCESSIBLE, "GetChildren") # fails as well, and says why
            raise TimeoutError("The program does not answer")
        return self.nodes_of(objects, top and top.parent)[0]

    def focused(self):
        """What has the keyboard, with what it stands in above it; None if nothing has it."""
        objects = self.objects_of(None)
        if objects:
            return self.nodes_of(objects)[-1]
        return next((node for node in self.read().walk() if node.has(FOCUSED)), None)

    def objects_of(self, top):
        """What reader.c reads, one text an object."""
        pointer = READER.read_objects(self.address.encode(), self.program.encode(), top and top.encode())
        if not pointer:
            return []
        try:
            return ctypes.string_at(pointer).decode("utf-8").split(OBJECT_END)[:-1]
        finally:
            READER.free_objects(pointer)

    def nodes_of(self, objects, above=None):
        nodes = []
        for number, members in enumerate(objects):
            parent, path, role, states, name, description, interfaces = members.split(MEMBER_END)
            node = Node(self, path, nodes[int(parent)] if number else above)
            node.role, node.states = self.roles.get(int(role), role), int(states)
            node.name, node.description, node.interfaces = name, description, interfaces.split()
            if node.has(INVALID_ENTRY):
                node.states |= 1 << INVALID
            if node.role in NAMELESS and not name and node.offers("Text"):
                node.name = node.text_if_there()
            if number:
                node.parent.children.append(node)
            nodes.append(node)
        return nodes
