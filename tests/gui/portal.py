#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""A desktop's portal for mails, folders and pages in the web, until it is ended. What it is asked for goes into the folder of its
first argument, a JSON file for each call, which names the files that were handed over; what they hold lies beside it. What the
person answers is its second argument: 0 for yes, 1 for no, 2 if it does not work."""

import json
import pathlib
import sys

from gi.repository import Gio, GLib

PATH = "/org/freedesktop/portal/desktop"
INTERFACES = """
<node>
  <interface name="org.freedesktop.portal.Email">
    <method name="ComposeEmail">
      <arg type="s" direction="in"/>
      <arg type="a{sv}" direction="in"/>
      <arg type="o" direction="out"/>
    </method>
    <property name="version" type="u" access="read"/>
  </interface>
  <interface name="org.freedesktop.portal.OpenURI">
    <method name="OpenURI">
      <arg type="s" direction="in"/>
      <arg type="s" direction="in"/>
      <arg type="a{sv}" direction="in"/>
      <arg type="o" direction="out"/>
    </method>
    <method name="OpenDirectory">
      <arg type="s" direction="in"/>
      <arg type="h" direction="in"/>
      <arg type="a{sv}" direction="in"/>
      <arg type="o" direction="out"/>
    </method>
    <property name="version" type="u" access="read"/>
  </interface>
</node>
"""
VERSION = 3
FOLDER, ANSWER = pathlib.Path(sys.argv[1]), int(sys.argv[2])


def keep(method, parent, address, options, descriptors):
    """Writes what was asked for, once all that belongs to it is there. libportal hands over where files are, not files that can be
    read, so each is opened by what it is called in /proc."""
    places = [pathlib.Path(f"/proc/self/fd/{descriptor}") for descriptor in descriptors]
    call = {
        "method": method,
        "parent": parent,
        "address": address,
        "options": {name: value for name, value in options.items() if name != "attachment_fds"},
        "files": [str(place.readlink()) for place in places],
    }
    number = len(list(FOLDER.glob("*.json")))
    for index, place in enumerate(places):
        (FOLDER / f"{number}-{index}").write_bytes(place.read_bytes())
    part = FOLDER / f"{number}.part"
    part.write_text(json.dumps(call), "utf-8")
    part.rename(FOLDER / f"{number}.json")


def call_cb(connection, sender, path, interface, method, parameters, invocation):
    parent, *where, options = parameters.unpack()
    address = where.pop() if method == "OpenURI" else None
    handles = where or options.get("attachment_fds", [])
    files = invocation.get_message().get_unix_fd_list()
    keep(method, parent, address, options, [files.get(handle) for handle in handles])
    request = f"{PATH}/request/{sender[1:].replace('.', '_')}/{options['handle_token']}"
    invocation.return_value(GLib.Variant("(o)", (request,)))
    connection.emit_signal(sender, request, "org.freedesktop.portal.Request", "Response", GLib.Variant("(ua{sv})", (ANSWER, {})))


def property_cb(*_):
    return GLib.Variant("u", VERSION)


def acquired_cb(connection, _):
    for interface in Gio.DBusNodeInfo.new_for_xml(INTERFACES).interfaces:
        connection.register_object(PATH, interface, call_cb, property_cb, None)


def owned_cb(*_):
    print("ready", flush=True)


def lost_cb(*_):
    sys.exit("Somebody else is the portal")


Gio.bus_own_name(Gio.BusType.SESSION, "org.freedesktop.portal.Desktop",
                 Gio.BusNameOwnerFlags.REPLACE | Gio.BusNameOwnerFlags.DO_NOT_QUEUE, acquired_cb, owned_cb, lost_cb)
GLib.MainLoop().run()
