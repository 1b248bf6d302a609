#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""The authority's coat of arms or logo: from the file of a plan onto its papers."""

import base64
import json
import re
import struct
import subprocess
import unittest
import xml.etree.ElementTree
import zipfile
import zlib

import case

EXAMPLE = case.SOURCE / "data" / "example"
WORDS = "Coat of arms or logo of Town of Felsmoor"


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def picture(width, height, *extra):
    """A PNG file, red and half transparent, as a text."""
    rows = (b"\0" + b"\xc0\x20\x20\x80" * width) * height
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0))
    png = b"\x89PNG\r\n\x1a\n" + header + b"".join(extra) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return base64.b64encode(png).decode()


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout


class Emblem(case.Case):
    def file(self, emblem):
        plan = json.loads((EXAMPLE / "example.en.json").read_text("utf-8"))
        plan["plan"]["emblem"] = emblem
        path = self.home / "plan.json"
        path.write_text(json.dumps(plan), "utf-8")
        return path

    def plan(self, emblem):
        return self.call("import", str(self.file(emblem)), "--as-copy", "--library", str(self.library))[0].decode().strip()

    def report(self, plan, document, form, name="paper"):
        path = self.home / f"{name}.{form}"
        self.call("report", plan, "-d", document, "-f", form, "-o", str(path), "--library", str(self.library))
        return path

    def test_papers(self):
        """It stands on three papers with its words, within its room, and takes no page; others have none."""
        for width, height in ((300, 60), (120, 400), (20, 20)):
            plan = self.plan(picture(width, height))
            for document, room in (("council-paper", (200, 85)), ("decision-paper", (180, 44)), ("brief", (180, 44))):
                with self.subTest(document=document, width=width):
                    scale = min(1, room[0] / width, room[1] / height)
                    text = self.report(plan, document, "html").read_text("utf-8")
                    image = re.search(rf'<img class="picture" alt="{WORDS}" width="(\d+)" height="(\d+)" src="data:image/png;base64,', text)
                    self.assertEqual((int(image[1]), int(image[2])), (round(width * scale * 4 / 3), round(height * scale * 4 / 3)))

                    self.assertLess(image.start(), text.index("<h1"))

                    path = self.report(plan, document, "pdf")
                    self.assertIn("No syntax or stream encoding errors", run("qpdf", "--check", str(path)))
                    images = run("pdfimages", "-list", str(path)).splitlines()[2:]
                    self.assertEqual([row.split()[:5] for row in images],
                                     [["1", "0", "image", str(width), str(height)], ["1", "1", "smask", str(width), str(height)]])
                    self.assertRegex(run("pdfinfo", "-struct-text", str(path)), r'^Document\n  Figure\n(?:    ""\n)?  P \(block\)\n    "Town of Felsmoor"')
                    plain = self.home / "plain.pdf"
                    run("qpdf", "--qdf", "--object-streams=disable", str(path), str(plain))
                    first = plain.read_bytes().split(b"/Alt ", 1)[1].split(b"\n", 1)[0]
                    self.assertIn(WORDS.encode(), first)

                    with zipfile.ZipFile(self.report(plan, document, "odt")) as package:
                        self.assertEqual(base64.b64encode(package.read("Pictures/picture-1.png")).decode(), picture(width, height))
                        self.assertIn('full-path="Pictures/picture-1.png" manifest:media-type="image/png"',
                                      package.read("META-INF/manifest.xml").decode())
                        content = package.read("content.xml").decode()
                        xml.etree.ElementTree.fromstring(content)
                        self.assertIn(f'svg:width="{width * scale:.0f}pt" svg:height="{height * scale:.0f}pt"', content)
                        self.assertIn(f"<svg:title>{WORDS}</svg:title>", content)
            for document in ("overview", "measure-sheets", "submission-annex"):
                self.assertNotIn(WORDS, self.report(plan, document, "html").read_text("utf-8"))
            self.assertIn("Pages:           2\n", run("pdfinfo", str(self.report(plan, "brief", "pdf"))))

    def test_same_bytes(self):
        plan = self.plan(picture(120, 80))
        for form in ("pdf", "html", "odt"):
            self.assertEqual(self.report(plan, "council-paper", form, "one").read_bytes(),
                             self.report(plan, "council-paper", form, "other").read_bytes())

    def test_file(self):
        """It goes into the file of the plan and comes back from there."""
        emblem = picture(7, 5)
        plan = self.plan(emblem)
        self.assertEqual(json.loads(self.call("export", plan, "--draft", "--library", str(self.library))[0])["plan"]["emblem"], emblem)

    def test_refused(self):
        """What is no picture that a plan can hold is refused with a sentence, and with it the file."""
        for emblem, sentence in (("R0lGODlhAQABAAAAADs=", "This is not a PNG picture as a plan can hold it."),
                                 (picture(4, 4, chunk(b"tEXt", b"Author\0Somebody")), "This is not a PNG picture as a plan can hold it."),
                                 (picture(601, 2), "The picture has 601 × 2 pixels. At most 600 × 600 have room in a plan."),
                                 ("A" * 400000, "The picture takes more than 256 KiB."),
                                 (7, "$.plan.emblem")):
            with self.subTest(sentence=sentence):
                _output, said = self.call("import", str(self.file(emblem)), "--library", str(self.library), status=case.INPUT)
                self.assertIn(sentence, said)
                self.assertIn("$.plan.emblem", said)
        self.assertNotIn(b"Felsmoor", self.call("list", "--library", str(self.library))[0])


if __name__ == "__main__":
    unittest.main()
