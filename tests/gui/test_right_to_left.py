#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""The whole program from right to left, and in the dark: it complains of nothing, and everything stands on the other side."""

import shutil

import gi

gi.require_version("GdkPixbuf", "2.0")
from gi.repository import GdkPixbuf

import driver
import pseudo
import tour

# A language that GTK writes from right to left and calls nearly everything in English in, so that the tour finds its way.
LANGUAGE = "yi"


class RightToLeft(driver.Case):
    def prefer_dark(self):
        path = self.home / "config" / "glib-2.0" / "settings" / "keyfile"
        path.parent.mkdir(parents=True)
        path.write_text("[org/pactplanner/PactPlanner]\nappearance='dark'\n", "utf-8")

    def brightness(self):
        """How bright the screen is inside the window, from 0 to 255."""
        window = self.screen.top_window()
        path = str(self.home / "screen.png")
        self.screen.picture(path)
        picture = GdkPixbuf.Pixbuf.new_from_file(path)
        inner = picture.new_subpixbuf(window.x + 40, window.y + 40, window.width - 80, window.height - 80)
        pixel = inner.scale_simple(1, 1, GdkPixbuf.InterpType.BILINEAR).get_pixels()
        return sum(pixel[:3]) / 3

    def side_of(self, app, role, name):
        """Where the middle of a widget is, from 0 for the left edge of the window to 1 for the right one."""
        x, _, width, _ = app.find(role, name).extents()
        return (x + width / 2) / app.window().extents()[2]

    def test_tour(self):
        for folder in pseudo.make(driver.SOURCE, driver.BUILD, LANGUAGE):
            self.addCleanup(shutil.rmtree, folder)
        self.env["LANGUAGE"] = LANGUAGE
        self.prefer_dark()
        app = self.start()
        app.find("label", "No Plans Yet")
        self.assertLess(self.brightness(), 80)

        def look(_place):
            pass

        tour.look_at_library(app, look)
        tour.look_at_assistant(app, look)
        tour.look_at_forms(app, look)
        tour.look_at_measures(app, look)
        self.assertGreater(self.side_of(app, "list", "Sections of the plan"), 0.8)
        self.assertLess(self.side_of(app, "text", "Title"), 0.4)
        self.assertGreater(self.side_of(app, "push button", "Back to all plans"), 0.9)
        app.quit()


driver.main()
