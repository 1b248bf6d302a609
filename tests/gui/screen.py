# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""The X display of a test: its windows, and the keyboard and the pointer.

There is no window manager, so that nothing but the program decides what is shown. What a window manager
would do for the program – give a window the keyboard, say that it is one – is done here."""

import collections
import ctypes
import subprocess

VIEWABLE = 2
REVERT_TO_PARENT = 2
CURRENT_TIME = 0
REPLACE = 0
NORMAL_STATE = 1
STRING = 31 # XA_STRING
USUAL_DPI = 96


class Window(collections.namedtuple("Window", "id x y width height is_popup")):
    def covers(self, x, y):
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


class Attributes(ctypes.Structure):
    """XWindowAttributes."""

    _fields_ = [
        ("x", ctypes.c_int), ("y", ctypes.c_int), ("width", ctypes.c_int), ("height", ctypes.c_int),
        ("border_width", ctypes.c_int), ("depth", ctypes.c_int), ("visual", ctypes.c_void_p),
        ("root", ctypes.c_ulong), ("class_", ctypes.c_int), ("bit_gravity", ctypes.c_int),
        ("win_gravity", ctypes.c_int), ("backing_store", ctypes.c_int), ("backing_planes", ctypes.c_ulong),
        ("backing_pixel", ctypes.c_ulong), ("save_under", ctypes.c_int), ("colormap", ctypes.c_ulong),
        ("map_installed", ctypes.c_int), ("map_state", ctypes.c_int), ("all_event_masks", ctypes.c_long),
        ("your_event_mask", ctypes.c_long), ("do_not_propagate_mask", ctypes.c_long),
        ("override_redirect", ctypes.c_int), ("screen", ctypes.c_void_p),
    ]


ERROR_HANDLER = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)


@ERROR_HANDLER
def ignore_error(_display, _event):
    """A window may go while it is asked about."""
    return 0


class Screen:
    def __init__(self):
        self.x11 = ctypes.CDLL("libX11.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x11.XInternAtom.restype = ctypes.c_ulong
        self.x11.XSetErrorHandler(ignore_error)
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(None))
        self.root = ctypes.c_ulong(self.x11.XDefaultRootWindow(self.display))

    def windows(self):
        """What is on the screen, from the bottom to the top."""
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        children = ctypes.POINTER(ctypes.c_ulong)()
        self.x11.XQueryTree(self.display, self.root, ctypes.byref(root), ctypes.byref(parent),
                            ctypes.byref(children), ctypes.byref(count))
        found = []
        for index in range(count.value):
            attributes = Attributes()
            if not self.x11.XGetWindowAttributes(self.display, ctypes.c_ulong(children[index]),
                                                 ctypes.byref(attributes)):
                continue
            if attributes.map_state == VIEWABLE and attributes.width > 1:
                found.append(Window(children[index], attributes.x, attributes.y, attributes.width,
                                    attributes.height, bool(attributes.override_redirect)))
        if children:
            self.x11.XFree(children)
        return found

    def top_window(self):
        """The window that a person would be working in; None if there is none yet."""
        return next((window for window in reversed(self.windows()) if not window.is_popup), None)

    def focus(self, window):
        """Gives a window the keyboard, unless it has it."""
        focused, revert = ctypes.c_ulong(), ctypes.c_int()
        self.x11.XGetInputFocus(self.display, ctypes.byref(focused), ctypes.byref(revert))
        if focused.value != window.id:
            self.x11.XSetInputFocus(self.display, ctypes.c_ulong(window.id), REVERT_TO_PARENT,
                                    ctypes.c_ulong(CURRENT_TIME))
            self.x11.XSync(self.display, 0)

    def manage(self, window):
        """Marks a window as one that is managed: only on such can something be dropped."""
        state = self.x11.XInternAtom(self.display, b"WM_STATE", 0)
        data = (ctypes.c_ulong * 2)(NORMAL_STATE, 0)
        self.x11.XChangeProperty(self.display, ctypes.c_ulong(window.id), ctypes.c_ulong(state), ctypes.c_ulong(state),
                                 32, REPLACE, data, 2)
        self.x11.XSync(self.display, 0)

    def scale_text(self, scale):
        """Makes text so much larger than usual in all programs that are started from now on."""
        resources = self.x11.XInternAtom(self.display, b"RESOURCE_MANAGER", 0)
        text = f"Xft.dpi:\t{round(USUAL_DPI * scale)}\n".encode()
        self.x11.XChangeProperty(self.display, self.root, ctypes.c_ulong(resources), ctypes.c_ulong(STRING), 8, REPLACE, text,
                                 len(text))
        self.x11.XSync(self.display, 0)

    def resize(self, window, width, height):
        subprocess.run(["xdotool", "windowsize", str(window.id), str(width), str(height)], check=True)

    def press(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)

    def type(self, text, delay=4):
        """Types a text, with so many milliseconds between two keys."""
        subprocess.run(["xdotool", "type", "--delay", str(delay), "--", text], check=True)

    def point(self, x, y):
        subprocess.run(["xdotool", "mousemove", str(x), str(y)], check=True)

    def click(self, x, y, button=1, times=1):
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "--repeat", str(times), "--delay", "20",
                        str(button)], check=True)

    def hold(self):
        subprocess.run(["xdotool", "mousedown", "1"], check=True)

    def release(self):
        subprocess.run(["xdotool", "mouseup", "1"], check=True)

    def picture(self, path):
        subprocess.run(["import", "-silent", "-window", "root", str(path)], check=False)

    def pixels(self, x, y, width, height):
        """The colours, as red, green and blue, of all pixels of a part of the screen, line by line."""
        pixels = subprocess.run(["import", "-silent", "-window", "root", "-crop", f"{width}x{height}+{x}+{y}", "-depth", "8",
                                 "rgb:-"], capture_output=True, check=True).stdout
        return [tuple(pixels[i:i + 3]) for i in range(0, len(pixels), 3)]

    def colours(self, x, y, width, height):
        """The colours that a part of the screen has."""
        return set(self.pixels(x, y, width, height))

    def has_colour(self, colour, x, y, width, height):
        """Whether a colour is anywhere in a part of the screen."""
        return tuple(colour) in self.colours(x, y, width, height)
