# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""What a program shows to assistive technology, read over AT-SPI.

GTK 4.8 makes its accessible objects when somebody asks for them, so a reading walks the tree once, many
questions at a time, and takes names, roles and states from the cache that the program offers."""

import re
import time

from gi.repository import Gio, GLib

ACCESSIBLE = "org.a11y.atspi.Accessible"
WINDOW_COORDINATES = 1
SECONDS = 20
EDGE = 3 # pixels

# A widget of the program’s own that has no better name than that of its class: a page or a section.
PAGE = re.compile(r"Pact[A-Z]\w+$")

# The numbers of roles and states in the protocol.
ROLES = {
    2: "alert", 7: "check box", 11: "combo box", 16: "dialog", 20: "filler", 23: "frame", 27: "image", 29: "label",
    31: "list", 32: "list item", 33: "menu", 34: "menu bar", 35: "menu item", 37: "tab", 38: "tab list", 39: "panel",
    40: "password text", 49: "scroll pane", 42: "progress bar", 43: "push button", 44: "radio button", 48: "scroll bar", 50: "separator",
    51: "slider", 52: "spin button", 54: "status bar", 61: "text", 62: "toggle button", 63: "tool bar", 65: "tree",
    69: "window", 75: "application", 79: "entry", 81: "caption", 85: "heading", 88: "link", 90: "grid", 91: "tree item",
    98: "grouping", 101: "notification",
}
CHECKED, EDITABLE, ENABLED, EXPANDED, FOCUSABLE, FOCUSED = 4, 7, 8, 10, 11, 12
PRESSED, SELECTED, SENSITIVE, VISIBLE = 20, 23, 24, 30
INVALID = 0 # what GTK 4.8 says of a field with a mistake in it


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

    def is_shown(self):
        """Whether it can be seen and used; pages of a stack that are behind cannot, nor what is insensitive."""
        return self.offers("Component") and self.can_be_met()

    def is_there(self):
        """The same of one that may have gone since the tree was read."""
        try:
            return self.can_be_met()
        except GLib.Error:
            return False

    def can_be_met(self):
        x, y, width, height = self.extents()
        middle = (x + width // 2, y + height // 2, WINDOW_COORDINATES)
        return width > 0 and height > 0 and self.call("Component", "Contains", GLib.Variant("(iiu)", middle))[0]

    def is_on_screen(self, window):
        """Whether a pointer in its middle would meet it."""
        x, y, width, height = self.extents()
        if width == 0 or height == 0:
            return False
        middle = y + height // 2
        if any(self.contains(window.at(probe, middle)) for probe in (x + width // 2, x - EDGE, x + EDGE)):
            return True
        # What is inside an entry is not told of: a pointer meets nothing there, and what it stands in beside it.
        return self.role == "spin button" and window.at(x + width // 2, middle) is None

    def contains(self, path):
        """Whether it is the node of a path or above it."""
        while path is not None and path != self.path:
            path = self.bus.parent_of(path)
        return path is not None

    def at(self, x, y):
        """The path of what a pointer meets; None where there is nothing."""
        point = GLib.Variant("(iiu)", (x, y, WINDOW_COORDINATES))
        path = self.call("Component", "GetAccessibleAtPoint", point)[0][1]
        return None if path.endswith("/null") else path

    def text(self):
        length = self.bus.property_of(self.path, "org.a11y.atspi.Text", "CharacterCount")
        return self.call("Text", "GetText", GLib.Variant("(ii)", (0, length)))[0]

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
        self.context = GLib.MainContext.default()
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                    Gio.DBusCallFlags.NONE, SECONDS * 1000, None).unpack()[0]
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self.program = None
        self.pages = set()

    def ask(self, name, path, interface, method, arguments=None):
        return self.connection.call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE,
                                         SECONDS * 1000, None).unpack()

    def call(self, path, interface, method, arguments=None):
        return self.ask(self.program, path, interface, method, arguments)

    def find_program(self):
        """Whether the program has come to the bus."""
        try:
            programs, = self.ask("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root", ACCESSIBLE, "GetChildren")
        except GLib.Error:
            return False
        for name, _ in programs:
            pid, = self.ask("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                            "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)))
            if pid == self.pid:
                self.program = name
        return self.program is not None

    def property_of(self, path, interface, name):
        return self.call(path, "org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", (interface, name)))[0]

    def parent_of(self, path):
        parent = self.property_of(path, ACCESSIBLE, "Parent")[1]
        return None if parent.endswith(("/null", "/root")) else parent

    def children_of(self, paths):
        """Asks for the children of many objects at once; those that are gone meanwhile have none."""
        answers = {}

        def answered(connection, result, path):
            try:
                answers[path] = [child for _, child in connection.call_finish(result).unpack()[0]]
            except GLib.Error:
                answers[path] = []

        for path in paths:
            self.connection.call(self.program, path, ACCESSIBLE, "GetChildren", None, None, Gio.DBusCallFlags.NONE,
                                 SECONDS * 1000, None, answered, path)
        end = time.monotonic() + SECONDS
        while len(answers) < len(paths):
            self.context.iteration(True)
            if time.monotonic() > end:
                raise TimeoutError("The program does not answer")
        return answers

    def tell(self, nodes):
        """Fills in what the program’s cache says of objects by their path."""
        items, = self.call("/org/a11y/atspi/cache", "org.a11y.atspi.Cache", "GetItems")
        for (_, path), _, _, _, _, interfaces, name, role, description, states in items:
            node = nodes.get(path)
            if node is not None:
                node.interfaces = tuple(interfaces)
                node.name, node.description = name, description
                node.role = ROLES.get(role, str(role))
                node.states = states[0] | states[1] << 32
            if PAGE.match(name):
                self.pages.add(path)

    def read(self, top=None, pages_behind=False):
        """The tree as it is now, or what is below one of its nodes. Pages that are behind others are left out,
        which is most of the program, unless they are asked for."""
        root = Node(self, "/org/a11y/atspi/accessible/root", None)
        if top is not None:
            root.path, root.parent = top.path, top.parent
        nodes = {root.path: root}
        level = [root]
        while level:
            answers = self.children_of([node.path for node in level])
            below = []
            for node in level:
                for path in answers[node.path]:
                    if path in nodes or path.endswith("/null"):
                        continue
                    nodes[path] = Node(self, path, node)
                    node.children.append(nodes[path])
                    if pages_behind or path not in self.pages or nodes[path].is_there():
                        below.append(nodes[path])
            level = below
        self.tell(nodes)
        return root
