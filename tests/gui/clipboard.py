#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""Another program that something was copied in: holds the text from its standard input on the clipboard until it is ended, and
the HTML of its argument, if there is one, as a word processor does."""

import sys

import gi

gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, GLib, Gtk

Gtk.init()
TEXT = sys.stdin.buffer.read().decode("utf-8")
CLIPBOARD = Gdk.Display.get_default().get_clipboard()
PROVIDERS = [Gdk.ContentProvider.new_for_bytes("text/html", GLib.Bytes.new(html.encode("utf-8"))) for html in sys.argv[1:]]
CLIPBOARD.set_content(Gdk.ContentProvider.new_union([*PROVIDERS, Gdk.ContentProvider.new_for_value(TEXT)]))
print("ready", flush=True)
GLib.MainLoop().run()
