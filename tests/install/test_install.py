#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""The program as it is installed: built for a prefix with spaces in its name, installed there, and run from there when the
build folder has gone, by a person who has set nothing but PATH.

The session is one of its own, whose bus knows the prefix as the bus of a desktop knows /usr/local."""

import gettext
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(SOURCE / "tests" / "gui"))

from gi.repository import Gio, GLib

import driver
import tree
from driver import wait_for
from screen import Screen

NAME = "org.pactplanner.PactPlanner"
PATH = "/org/pactplanner/PactPlanner"
PREFIX_VARIABLE = "PACT_INSTALLED"

FILES = {
    "bin/pact-planner",
    "bin/pact-planner-cli",
    f"share/applications/{NAME}.desktop",
    f"share/dbus-1/services/{NAME}.service",
    f"share/glib-2.0/schemas/{NAME}.gschema.xml",
    f"share/icons/hicolor/scalable/apps/{NAME}.svg",
    f"share/icons/hicolor/symbolic/apps/{NAME}-symbolic.svg",
    "share/man/man1/pact-planner-cli.1",
    "share/man/man1/pact-planner.1",
    f"share/metainfo/{NAME}.metainfo.xml",
    "share/pact-planner/schema/pact-plan-1.schema.json",
    "share/pact-planner/schema/pact-template-1.schema.json",
}
# What the tools of the desktop make of them; a package leaves it to the machine that it comes to.
CACHES = {
    "share/applications/mimeinfo.cache",
    "share/glib-2.0/schemas/gschemas.compiled",
    "share/icons/hicolor/icon-theme.cache",
}


def languages(catalogues):
    return [line for line in (SOURCE / catalogues / "LINGUAS").read_text("utf-8").split("\n") if line and line[0] != "#"]


def expected_files():
    templates = SOURCE / "data" / "templates"
    return {
        *FILES,
        *(f"share/locale/{language}/LC_MESSAGES/pact-planner.mo" for language in languages("po")),
        *(f"share/locale/{language}/LC_MESSAGES/pact-planner-templates.mo" for language in languages("po/templates")),
        *(f"share/pact-planner/templates/{path.name}" for path in templates.iterdir()),
        *(f"share/pact-planner/example/example.{language}.json" for language in ("de", "en", "fr")),
    }


def files_below(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def check_run(*command, **more):
    """Runs what has to succeed, and shows what it says only if it does not."""
    run = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, **more)
    if run.returncode != 0:
        sys.stderr.buffer.write(run.stdout)
        sys.exit(f"{command[0]} ended with {run.returncode}")


def install(scratch):
    """Builds what is installed, as packages are built, and installs it: into the prefix, and into a stage for a package."""
    prefix, build, stage = scratch / "a prefix é", scratch / "build", scratch / "stage"
    check_run("meson", "setup", build, SOURCE, f"--prefix={prefix}", "--buildtype=release")
    targets = json.loads((build / "meson-info" / "intro-targets.json").read_text("utf-8"))
    check_run("ninja", "-C", build, *[os.path.relpath(name, build) for target in targets if target["installed"]
                                      for name in target["filename"]])
    check_run("meson", "install", "-C", build, "--no-rebuild", umask=0o077)
    check_run("meson", "install", "-C", build, "--no-rebuild", env={**os.environ, "DESTDIR": str(stage)})
    shutil.rmtree(build)
    return prefix


class Installed(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.prefix = pathlib.Path(os.environ[PREFIX_VARIABLE])
        cls.scratch = cls.prefix.parent
        cls.share = cls.prefix / "share"

    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="home ", dir=self.scratch))
        self.env = {
            "HOME": str(self.home),
            "PATH": f"{self.prefix}/bin:/usr/bin:/bin",
            # Where the screen and the session are.
            **{name: os.environ[name] for name in ("DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")},
        }

    def call(self, *command, status=0, **variables):
        run = subprocess.run(command, env={**self.env, **variables}, stdin=subprocess.DEVNULL, capture_output=True,
                             encoding="utf-8", timeout=60, check=False)
        self.assertEqual(run.returncode, status, f"{command}: {run.stderr}")
        return run.stdout

    def desktop(self, *command):
        """Runs a tool of the desktop, which knows the prefix, and the home folder of the session."""
        run = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", timeout=60, check=False)
        self.assertEqual(run.returncode, 0, f"{command}: {run.stdout}{run.stderr}")
        return run.stdout


class Files(Installed):
    def test_nothing_is_missing_and_nothing_more_is_there(self):
        self.assertEqual(files_below(self.prefix), expected_files() | CACHES)

    def test_package(self):
        stage = self.scratch / "stage"
        self.assertEqual(files_below(stage / self.prefix.relative_to("/")), expected_files())
        self.assertEqual(len(files_below(stage)), len(expected_files()))

    def test_everybody_can_read_them(self):
        for path in self.prefix.rglob("*"):
            if str(path.relative_to(self.prefix)) not in CACHES:
                mode = path.stat().st_mode & 0o777
                is_program = path.is_dir() or path.parent.name == "bin"
                self.assertEqual(mode, 0o755 if is_program else 0o644, f"{path} has the mode {mode:o}")

    def test_validators(self):
        self.desktop("desktop-file-validate", self.share / "applications" / f"{NAME}.desktop")
        self.desktop("mandoc", "-T", "lint", "-W", "warning", *(self.share / "man" / "man1").iterdir())
        # The entry and the metainfo belong to each other.
        stage = self.scratch / "usr"
        shutil.copytree(self.prefix, stage / "usr")
        self.desktop("appstreamcli", "validate-tree", *os.environ["PACT_APPSTREAM_OPTIONS"].split(), stage)

    def test_schemas(self):
        import jsonschema

        for path in (self.share / "pact-planner" / "schema").iterdir():
            jsonschema.Draft202012Validator.check_schema(json.loads(path.read_text("utf-8")))
        template_schema = json.loads((self.share / "pact-planner" / "schema" / "pact-template-1.schema.json").read_text("utf-8"))
        for path in (self.share / "pact-planner" / "templates").glob("*.json"):
            jsonschema.validate(json.loads(path.read_text("utf-8")), template_schema)

    def test_desktop_entry_is_translated(self):
        entry = GLib.KeyFile()
        entry.load_from_file(str(self.share / "applications" / f"{NAME}.desktop"), GLib.KeyFileFlags.KEEP_TRANSLATIONS)
        self.assertTrue(entry.get_string("Desktop Entry", "Exec").endswith(" %F"))
        for language in languages("po"):
            for key in ("Name", "GenericName", "Comment", "Keywords"):
                self.assertTrue(entry.get_locale_for_key("Desktop Entry", key, language), f"{key} in {language}")


class CommandLine(Installed):
    def setUp(self):
        super().setUp()
        # No display and no session either.
        self.env = {name: self.env[name] for name in ("HOME", "PATH")}

    def test_templates_in_each_language(self):
        titles = set()
        for language in ("", *languages("po/templates")):
            templates = json.loads(self.call("pact-planner-cli", "templates", "--json", LANGUAGE=language))
            template = next(template for template in templates if template["id"] == "pact-4ps")
            titles.add(template["title"])
        self.assertEqual(len(titles), 1 + len(languages("po/templates")), titles)

    def test_help_in_each_language(self):
        helps = {self.call("pact-planner-cli", "--help", LANGUAGE=language) for language in ("", *languages("po"))}
        self.assertEqual(len(helps), 1 + len(languages("po")))

    def test_schema_is_the_installed_one(self):
        self.assertEqual(self.call("pact-planner-cli", "schema"),
                         (self.share / "pact-planner" / "schema" / "pact-plan-1.schema.json").read_text("utf-8"))

    def test_plan(self):
        options = [word for pair in driver.ANSWERS.items() for word in pair]
        uuid = self.call("pact-planner-cli", "new", *options).strip()
        self.assertIn(driver.ANSWERS["--authority"], self.call("pact-planner-cli", "show", uuid))
        self.assertTrue((self.home / ".local" / "share" / "pact-planner" / "library.db").exists())

    def test_help_names_the_files(self):
        self.assertIn("[FILE…]", self.call("pact-planner", "--help"))

    def test_version(self):
        for program in ("pact-planner", "pact-planner-cli"):
            self.assertRegex(self.call(program, "--version"), r"^\S.* \d+\.\d+\.\d+\n$")


class Window(Installed):
    def setUp(self):
        super().setUp()
        self.process = None
        self.screen = Screen()
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        driver.enable_accessibility()
        self.assertIsNone(self.owner())
        self.addCleanup(self.end)

    def ask(self, method, name):
        return self.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", method,
                                  GLib.Variant("(s)", (name,)), None, Gio.DBusCallFlags.NONE, -1, None).unpack()[0]

    def owner(self):
        """The process of the program; None if it does not run."""
        try:
            return self.ask("GetConnectionUnixProcessID", NAME)
        except GLib.Error as error:
            if Gio.DBusError.get_remote_error(error) != "org.freedesktop.DBus.Error.NameHasNoOwner":
                raise
            return None

    def end(self):
        """Quits the program, as its menu does; returns how the one that was started here has ended."""
        if self.owner() is not None:
            self.desktop("gapplication", "action", NAME, "quit")
        wait_for(lambda: self.owner() is None and self.screen.top_window() is None, "the program to end")
        # What the desktop starts has the library of the session, which the next test finds empty.
        shutil.rmtree(pathlib.Path(os.environ["HOME"]) / ".local" / "share" / "pact-planner", ignore_errors=True)
        return self.process and self.process.wait(driver.SECONDS)

    def wait_shown(self, text):
        """Waits until the window shows a text; returns the process that shows it."""
        pid = wait_for(self.owner, "the program")
        accessibility = tree.Bus(pid)
        wait_for(accessibility.find_program, "the program on the accessibility bus")
        wait_for(self.screen.top_window, "the window")
        wait_for(lambda: any(text in node.name for node in accessibility.read().walk()), f"“{text}” in the window")
        return pid

    def new_plan_file(self, title):
        library, path = self.home / "other.db", self.home / f"{title}.json"
        options = [word for pair in driver.ANSWERS.items() for word in pair]
        uuid = self.call("pact-planner-cli", "new", *options, "--title", title, "--library", library).strip()
        self.call("pact-planner-cli", "export", uuid, "--draft", "-o", path, "--library", library)
        return path

    def start(self, *arguments, **variables):
        """Starts the program by its name."""
        with open(self.home / "log", "wb") as log:
            self.process = subprocess.Popen(["pact-planner", *arguments], env={**self.env, **variables},
                                            stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def complaints(self):
        return [line for line in (self.home / "log").read_text("utf-8").splitlines()
                if line and not driver.HARMLESS.search(line)]

    def test_in_each_language(self):
        for language in ("en", *languages("po")):
            with self.subTest(language):
                catalogue = gettext.translation("pact-planner", self.share / "locale", [language], fallback=language == "en")
                self.start(LANGUAGE=language)
                self.assertEqual(self.wait_shown(catalogue.gettext("No Plans Yet")), self.process.pid)
                self.assertEqual(self.end(), 0)
                self.assertEqual(self.complaints(), [])

    def test_second_start_hands_over(self):
        self.start()
        self.wait_shown("No Plans Yet")
        path = self.new_plan_file("Brought along")
        self.assertEqual(self.call("pact-planner"), "")
        self.assertEqual(self.call("pact-planner", path), "")
        self.assertEqual(self.wait_shown("Brought along"), self.process.pid)
        self.assertIn("Brought along", self.call("pact-planner-cli", "list"))

    def test_started_by_the_bus(self):
        self.desktop("gdbus", "call", "--session", "--dest", NAME, "--object-path", PATH, "--method",
                     "org.freedesktop.Application.Activate", "{}")
        pid = self.wait_shown("No Plans Yet")
        program = pathlib.Path(f"/proc/{pid}/exe").resolve()
        self.assertEqual(program, self.prefix / "bin" / "pact-planner")
        self.assertEqual(self.call("pact-planner"), "")
        self.assertEqual(self.owner(), pid)

    def test_started_by_the_desktop(self):
        self.desktop("gapplication", "launch", NAME)
        self.wait_shown("No Plans Yet")

    def test_desktop_opens_a_plan(self):
        path = self.new_plan_file("Opened with Pact Planner")
        entry = Gio.DesktopAppInfo.new(f"{NAME}.desktop")
        # Without it the desktop offers the program for no file.
        self.assertTrue(entry.supports_files())
        self.assertTrue(entry.launch([Gio.File.new_for_path(str(path))], None))
        self.wait_shown("Opened with Pact Planner")


def main():
    if PREFIX_VARIABLE in os.environ:
        unittest.main(verbosity=2)
    with tempfile.TemporaryDirectory(prefix="pact installed ") as folder:
        scratch = pathlib.Path(folder).resolve()
        home, run = scratch / "session", scratch / "run"
        home.mkdir()
        run.mkdir(mode=0o700)
        env = {name: value for name, value in os.environ.items()
               if not name.startswith(("XDG_", "LC_", "GSETTINGS_", "GTK_")) and
               name not in ("LANGUAGE", "DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS")}
        prefix = install(scratch)
        env.update({
            PREFIX_VARIABLE: str(prefix),
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(run),
            "XDG_DATA_DIRS": f"{prefix}/share:/usr/local/share:/usr/share",
        })
        status = subprocess.run(["xvfb-run", "-a", "-s", "-screen 0 1366x768x24 -nolisten tcp", "dbus-run-session", "--",
                                 sys.executable, *sys.argv], env=env, check=False).returncode
    sys.exit(status)


if __name__ == "__main__":
    main()
