# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""The documents of the example plan, made once and kept where people can look at them."""

import functools
import json
import os
import pathlib
import re
import subprocess
import tempfile
import xml.etree.ElementTree
import zipfile

CLI = os.environ["PACT_CLI"]
EXAMPLE = pathlib.Path(os.environ["PACT_SOURCE_DIR"]) / "data" / "example"
FOLDER = pathlib.Path(os.environ["PACT_PAPER_DIR"])

DOCUMENTS = ("council-paper", "decision-paper", "brief", "overview", "measure-sheets", "declaration", "submission-annex")
# Those in which each measure that is to be carried out has its title.
FULL_DOCUMENTS = ("council-paper", "overview", "measure-sheets", "submission-annex")
LANGUAGES = ("en", "de", "fr")
ALL = [(language, document) for language in LANGUAGES for document in DOCUMENTS]

NAMESPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
}


def run(*command, **more):
    """What a program of this system says; it has a home of its own."""
    with tempfile.TemporaryDirectory(prefix="pact-paper-") as home:
        env = {"HOME": home, "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "G_DEBUG": "fatal-warnings"}
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=300, env=env, **more).stdout


def report(plan, document, form, path, *more):
    """One document of a plan file."""
    library = f"{path}.db"
    uuid = run(CLI, "--library", library, "import", str(plan)).strip()
    run(CLI, "--library", library, "report", uuid, "-d", document, "-f", form, "-o", str(path), *more)
    for rest in pathlib.Path(path).parent.glob(f"{pathlib.Path(path).name}.db*"):
        rest.unlink()
    return path


@functools.lru_cache(None)
def folder(language):
    """The documents of the plan in one language, in all forms."""
    place = FOLDER / language
    place.mkdir(parents=True, exist_ok=True)
    library = str(place / "library.db")
    uuid = run(CLI, "--library", library, "import", str(EXAMPLE / f"example.{language}.json")).strip()
    for document in DOCUMENTS:
        for form in ("odt", "pdf", "html"):
            run(CLI, "--library", library, "report", uuid, "-d", document, "-f", form, "-o", str(place / f"{document}.{form}"))
    return place


def convert(form, target, *sources):
    """Lets LibreOffice convert files. Nobody is asked whether it may repair one, so one that needs it is not converted."""
    target.mkdir(exist_ok=True)
    return run("soffice", f"-env:UserInstallation=file://{FOLDER}/profile", "--headless", "--convert-to", form, "--outdir", str(target),
               *map(str, sources))


@functools.lru_cache(None)
def office(language):
    """What LibreOffice makes of the OpenDocument texts: pages."""
    place = folder(language) / "office"
    convert("pdf", place, *(folder(language) / f"{document}.odt" for document in DOCUMENTS))
    return place


@functools.lru_cache(None)
def pages(path):
    """The pages of a PDF, each with its lines as they stand."""
    return run("pdftotext", "-layout", str(path), "-").split("\f")[:-1]


@functools.lru_cache(None)
def said(path):
    """What a PDF says, cell by cell."""
    return run("pdftotext", "-raw", str(path), "-")


@functools.lru_cache(None)
def content(path):
    """The root of what an OpenDocument text says."""
    with zipfile.ZipFile(path) as package:
        return xml.etree.ElementTree.fromstring(package.read("content.xml"))


def texts(root, path):
    return ["".join(element.itertext()) for element in root.iterfind(path, NAMESPACES)]


def measures(language):
    """The titles of the measures that are part of the plan."""
    plan = json.loads((EXAMPLE / f"example.{language}.json").read_text("utf-8"))["plan"]
    return [measure["title"] for pillar in plan["pillars"] for objective in pillar["objectives"] for measure in objective["measures"]
            if measure.get("inclusion", "included") == "included"]


def squeeze(text):
    """A text without what the ends of lines add to it or take from it."""
    return re.sub(r"[\s\u00ad\u2060\u2010-]+", "", text)
