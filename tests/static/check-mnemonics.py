#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""Checks that no two entries of a menu have the same access key, in English and in every language of the interface."""

import gettext
import io
import re
import subprocess
import xml.etree.ElementTree as ElementTree

from layout import ROOT, languages, read, report, sources

MNEMONIC = re.compile(r"_(\w)")


def catalogues():
    """The languages of the interface, each with its translations."""
    yield "en", gettext.NullTranslations()
    for language in languages(ROOT / "po"):
        compiled = subprocess.run(["msgfmt", "--output-file=-", ROOT / "po" / f"{language}.po"], check=True,
                                  stdout=subprocess.PIPE).stdout
        yield language, gettext.GNUTranslations(io.BytesIO(compiled))


def labels(menu):
    """The labels that are seen together in a menu, those of its sections among them, with their contexts."""
    for child in menu:
        if child.tag == "section":
            yield from labels(child)
        elif child.tag in ("item", "submenu"):
            for attribute in child.findall("attribute[@name='label']"):
                yield attribute.get("context"), attribute.text


def check(menu, translations):
    """The pairs of entries that have the same access key."""
    taken = {}
    for context, text in labels(menu):
        label = translations.pgettext(context, text) if context else translations.gettext(text)
        match = MNEMONIC.search(label)
        if match is None:
            continue
        other = taken.setdefault(match.group(1).lower(), label)
        if other is not label:
            yield other, label


def main():
    menus = [(path, menu) for path in sources("*.ui", folders=["ui"]) for root in [ElementTree.fromstring(read(path))]
             for tag in ("menu", "submenu") for menu in root.iter(tag)]
    complaints = [f"{path}, {language}: “{one}” and “{other}” have the same access key"
                  for language, translations in catalogues() for path, menu in menus
                  for one, other in check(menu, translations)]
    report(complaints, f"The access keys of {len(menus)} menus are their own")


if __name__ == "__main__":
    main()
