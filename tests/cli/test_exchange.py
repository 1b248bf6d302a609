#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""export, import, schema, digest, canonical."""

import contextlib
import hashlib
import json
import os
import sqlite3
import threading
import unittest
import uuid

import jsonschema

import marked
from case import DONE, FINDINGS, INPUT, SOURCE, Case, complete, measures

SCHEMAS = SOURCE / "data" / "schema"

# RFC 8785, sections 3.2.2 and 3.2.3 and appendix B.
PRIMITIVES = r'''{
  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
  "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
  "literals": [null, true, false]
}'''
PRIMITIVES_CANONICAL = ('{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],'
                        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}')
MEMBERS = r'''{
  "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
  "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"
}'''
MEMBERS_CANONICAL = ('{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis",'
                     '"€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}')
NUMBERS = {
    "-0": "0", "0.0": "0", "5e-324": "5e-324", "-5E-324": "-5e-324", "1.7976931348623157e308": "1.7976931348623157e+308",
    "9007199254740992": "9007199254740992", "-9007199254740992": "-9007199254740992",
    "295147905179352830000": "295147905179352830000", "9.999999999999997e22": "9.999999999999997e+22",
    "1e23": "1e+23", "1.0000000000000001e23": "1.0000000000000001e+23", "999999999999999700000": "999999999999999700000",
    "999999999999999900000": "999999999999999900000", "1e21": "1e+21", "9.999999999999997e-7": "9.999999999999997e-7",
    "0.000001": "0.000001", "333333333.3333332": "333333333.3333332", "333333333.33333325": "333333333.33333325",
    "333333333.3333334": "333333333.3333334", "-0.0000033333333333333333": "-0.0000033333333333333333",
    "1424953923781206.2": "1424953923781206.2",
}


def digest(plan):
    """The digest of a plan by other means: for strings, integers and booleans under ASCII names this is RFC 8785."""
    text = json.dumps(plan, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return "sha256:" + hashlib.sha256(text.encode("utf-8")).hexdigest()


class Export(Case):
    def setUp(self):
        super().setUp()
        self.uuid = self.new()

    def test_incomplete_plan_is_no_submission(self):
        target = self.home / "plan.json"
        output, messages = self.run_here("export", self.uuid, "-o", str(target), status=FINDINGS)
        self.assertEqual(output, b"")
        self.assertFalse(target.exists())
        listed = [line for line in self.run_here("check", self.uuid, status=FINDINGS)[0].decode().splitlines()
                  if line in messages.splitlines()]
        self.assertTrue(listed, messages)
        self.assertEqual(self.run_here("export", self.uuid, status=FINDINGS)[0], b"")

    def test_draft_says_so(self):
        document = json.loads(self.draft(self.uuid))
        self.assertEqual((document["format"], document["format_version"], document["purpose"]), ("pact-plan", 1, "draft"))
        self.assertEqual(document["plan"]["id"], self.uuid)
        self.assertEqual(document["submission"]["digest"], digest(document["plan"]))

    def test_without_contacts(self):
        """What is said of persons is left out on request, wherever it stands, and nothing else ever is."""
        plan = marked.Marked(json.loads(self.call("schema")[0]))
        self.assertEqual({kind for kind in plan.kinds.values() if kind in marked.PERSONAL}, marked.PERSONAL)
        other = self.home / "other.db"
        uuid = self.run_in(other, "import", str(self.write("marked.json", plan.write())))[0].decode().strip()
        target = self.home / "target.json"
        for options, withheld in (((), False), (("--without-contacts",), True)):
            text = self.run_in(other, "export", uuid, "--draft", *options)[0].decode()
            self.assertEqual(plan.missed(text, withheld), [])
            self.assertEqual(json.loads(text)["submission"]["digest"], digest(json.loads(text)["plan"]))
            self.run_in(other, "export", uuid, "--draft", "-o", str(target), *options)
            self.assertEqual(target.read_text("utf-8"), text)

        # A submission as well, and the digest that is remembered is that of what was sent.
        document = complete(json.loads(self.draft(self.uuid)))
        document["plan"]["contact_name"] = "mark99999"
        # What a newer version or another program has added may be about a person as well.
        unknown = {"x_deputy": "mark88888"}
        document.update(unknown)
        document["plan"].update(unknown)
        document["submission"].update(unknown)
        next(measures(document)).update(unknown)
        path = self.write("complete.json", document)
        third = self.home / "third.db"
        self.run_in(third, "import", str(path))
        sent = self.run_in(third, "export", self.uuid, "--without-contacts")[0].decode()
        self.assertNotIn("mark99999", sent)
        self.assertNotIn("mark88888", sent)
        kept = self.draft(self.uuid, third).decode()
        self.assertIn("mark99999", kept)
        self.assertEqual(kept.count("mark88888"), 4)
        with contextlib.closing(sqlite3.connect(third)) as db:
            self.assertEqual(db.execute("SELECT digest FROM submission").fetchall(), [(digest(json.loads(sent)["plan"]),)])

    def test_same_plan_same_bytes(self):
        target = self.home / "plan.json"
        first = self.draft(self.uuid)
        self.run_here("export", self.uuid, "--draft", "-o", str(target))
        self.assertEqual(target.read_bytes(), first)
        for language in ("de", "fr", "C"):
            output, _ = self.run_here("export", self.uuid, "--draft", env={"LANGUAGE": language, "TZ": "Asia/Tokyo"})
            self.assertEqual(output, first)
        self.assertTrue(first.endswith(b"}\n"))
        self.assertNotIn(b"\r", first)

    def test_round_trip(self):
        other = self.home / "other.db"
        first = self.draft(self.uuid)
        path = self.write("plan.json", first)
        output, _ = self.run_in(other, "import", str(path))
        self.assertEqual(output.decode(), self.uuid + "\n")
        self.assertEqual(self.draft(self.uuid, other), first)

    def test_submission(self):
        other = self.home / "other.db"
        path = self.write("plan.json", complete(json.loads(self.draft(self.uuid))))
        self.run_in(other, "import", str(path))
        output, _ = self.run_in(other, "export", self.uuid)
        document = json.loads(output)
        self.assertEqual(document["purpose"], "submission")
        self.assertEqual(document["submission"]["revision"], 1)
        self.assertEqual(document["submission"]["digest"], digest(document["plan"]))
        self.assertEqual(self.run_in(other, "export", self.uuid)[0], output)
        self.assertEqual(self.submissions(other), [(1, document["submission"]["digest"], None)])

        # What has changed since is another submission; what cannot be written is none.
        with contextlib.closing(sqlite3.connect(other)) as library, library:
            library.execute("UPDATE plan SET period_end = '2031'")
        self.run_in(other, "export", self.uuid, "-o", str(self.home / "folder" / "plan.json"), status=INPUT)
        self.assertEqual(len(self.submissions(other)), 1)
        target = self.home / "second.json"
        self.run_in(other, "export", self.uuid, "-o", str(target))
        second = json.loads(target.read_text("utf-8"))
        self.assertEqual(second["submission"]["revision"], 2)
        self.assertEqual(self.submissions(other)[1:], [(2, digest(second["plan"]), "second.json")])

    def submissions(self, library):
        with contextlib.closing(sqlite3.connect(library)) as connection:
            return connection.execute("SELECT revision, digest, file FROM submission ORDER BY id").fetchall()

    def test_schema_is_the_one_in_the_source(self):
        """After a change of the model: meson compile update-schema."""
        self.assertEqual(self.call("schema")[0], (SCHEMAS / "pact-plan-1.schema.json").read_bytes())
        self.assertEqual(self.call("schema", "--template")[0], (SCHEMAS / "pact-template-1.schema.json").read_bytes())

    def test_schema_of_templates(self):
        """It takes what the program takes, and refuses what the program refuses."""
        validator = jsonschema.Draft202012Validator(json.loads(self.call("schema", "--template")[0]))
        small = json.loads((SOURCE / "tests" / "data" / "templates" / "small.json").read_text("utf-8"))
        folder = self.home / "data" / "pact-planner" / "templates"
        folder.mkdir(parents=True)

        def check(is_right, change):
            template = json.loads(json.dumps(small))
            change(template, template["pillars"][0]["objectives"][0]["measures"][0])
            (folder / "small.json").write_text(json.dumps(template), "utf-8")
            self.assertEqual(not self.call("templates", status=(DONE, FINDINGS))[1], is_right, template)
            self.assertEqual(validator.is_valid(template), is_right, template)

        check(True, lambda template, measure: None)
        check(True, lambda template, measure: measure.update(description=""))
        check(True, lambda template, measure: template["sources"][0].update(url=""))
        check(False, lambda template, measure: template["sources"][0].update(url="ftp://example.org"))
        check(False, lambda template, measure: template.pop("licence"))
        check(False, lambda template, measure: template.update(id="Small"))
        check(False, lambda template, measure: template.update(version="1.x"))
        check(False, lambda template, measure: template.update(language="English"))
        check(False, lambda template, measure: template.update(format_version=2))
        check(False, lambda template, measure: template.update(titel="A small template"))
        check(False, lambda template, measure: template.update(rules=["No rules"]))
        check(False, lambda template, measure: measure.update(key="Pv 1"))
        check(False, lambda template, measure: measure.update(title=""))
        check(False, lambda template, measure: measure.update(title="x" * 91))
        check(False, lambda template, measure: measure.update(title="Two\nlines"))
        check(False, lambda template, measure: measure.update(provenance="nowhere"))
        check(False, lambda template, measure: measure.update(settings=["school", "school"]))
        check(False, lambda template, measure: measure.update(settings=["skool"]))
        check(False, lambda template, measure: measure["indicators"][0].update(counts_people="yes"))

    def test_names_of_schemas(self):
        """They belong to nobody: no address of the web, where somebody could put something else one day."""
        names = [json.loads(path.read_bytes())["$id"] for path in SCHEMAS.iterdir()]
        self.assertEqual(len(set(names)), 2)
        for name in names:
            self.assertEqual(uuid.UUID(name.removeprefix("urn:uuid:")).version, 4)
        document = json.loads(self.draft(self.uuid))
        self.assertEqual(document["$schema"], json.loads(self.call("schema")[0])["$id"])

        # Files of before name an address.
        document["$schema"] = "https://pactplanner.org/schema/pact-plan-1.schema.json"
        path = self.write("older.json", document)
        imported = self.run_here("import", "--as-copy", str(path))[0].decode().strip()
        self.assertEqual(json.loads(self.draft(imported))["$schema"], json.loads(self.draft(self.uuid))["$schema"])

    def test_schema_accepts_exports(self):
        schema = json.loads(self.call("schema")[0])
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        document = json.loads(self.draft(self.uuid))
        self.assertEqual([error.message for error in validator.iter_errors(document)], [])
        document["plan"]["country"] = "Germany"
        self.assertFalse(validator.is_valid(document))

    def test_older_file_is_kept_if_writing_fails(self):
        target = self.home / "folder" / "plan.json"
        self.run_here("export", self.uuid, "--draft", "-o", str(target), status=INPUT)
        self.run_here("export", self.uuid, "--draft", "-o", str(self.home), status=INPUT)

    def test_no_such_plan(self):
        self.run_here("export", "00000000-0000-4000-8000-000000000000", status=INPUT)


class Import(Case):
    def setUp(self):
        super().setUp()
        self.uuid = self.new(self.home / "source.db")
        self.document = json.loads(self.draft(self.uuid, self.home / "source.db"))

    def test_several_files(self):
        self.new()
        good = self.write("good.json", self.document)
        bad = self.write("bad.json", dict(self.document, plan=dict(self.document["plan"], country="Germany")))
        missing = self.home / "missing.json"
        output, messages = self.run_here("import", str(bad), str(missing), str(good), status=INPUT)
        self.assertEqual(output.decode(), self.uuid + "\n")
        self.assertIn(f"{bad}: $.plan.country: ", messages)
        self.assertIn(str(missing), messages)
        self.assertEqual(len(self.json_here("list")), 2)

    def test_plan_that_is_there_already(self):
        path = self.write("plan.json", self.document)
        self.run_here("import", str(path))
        before = self.draft(self.uuid)
        output, messages = self.run_here("import", str(path), status=INPUT)
        self.assertEqual(output, b"")
        self.assertIn("--as-copy", messages)
        self.assertEqual(self.draft(self.uuid), before)

    def test_copy(self):
        path = self.write("plan.json", self.document)
        self.run_here("import", str(path))
        copy = self.run_here("import", "--as-copy", str(path))[0].decode().strip()
        self.assertNotEqual(copy, self.uuid)
        copied = json.loads(self.draft(copy))["plan"]

        def ids(element):
            yield element["id"]
            for value in element.values():
                if isinstance(value, list) and value and isinstance(value[0], dict):
                    for child in value:
                        yield from ids(child)

        def texts(element):
            return [texts(value) if isinstance(value, (dict, list)) else value for name, value in element.items()
                    if name not in ("id", "created", "modified")] if isinstance(element, dict) else [
                        texts(value) if isinstance(value, (dict, list)) else value for value in element]

        self.assertFalse(set(ids(copied)) & set(ids(self.document["plan"])))
        self.assertEqual(texts(copied), texts(self.document["plan"]))

    def test_unknown_members_are_kept(self):
        self.document["x_desk"] = {"received": "2027-01-01"}
        self.document["plan"]["x_new"] = [1, 2.5, "ä"]
        self.document["plan"]["pillars"][0]["x_new"] = {"b": 1, "a": None}
        self.run_here("import", str(self.write("plan.json", self.document)))
        exported = json.loads(self.draft(self.uuid))
        self.assertEqual(exported["x_desk"], self.document["x_desk"])
        self.assertEqual(exported["plan"]["x_new"], self.document["plan"]["x_new"])
        self.assertEqual(exported["plan"]["pillars"][0]["x_new"], self.document["plan"]["pillars"][0]["x_new"])

    def test_names_in_any_encoding(self):
        name = os.fsencode(self.home) + b"/plan-\xff\xfe.json"
        with open(name, "wb") as file:
            file.write(json.dumps(self.document).encode())
        self.run_here("import", name)
        self.run_here("check", name, status=FINDINGS)
        self.run_here("export", self.uuid, "--draft", "-o", name)
        with open(name, "rb") as file:
            self.assertEqual(file.read(), self.draft(self.uuid))
        self.run_here("import", name + b"x", status=INPUT)


class Pipes(Case):
    def test_import_through_pipes(self):
        """What a shell hands on is no file and is read all the same."""
        draft = self.draft(self.new())
        for name in ("-", "/dev/stdin"):
            with self.subTest(name):
                self.run_here("import", "--as-copy", name, input=draft)
        pipe = self.home / "pipe"
        os.mkfifo(pipe)
        writer = threading.Thread(target=pipe.write_bytes, args=[draft])
        writer.start()
        self.run_here("import", "--as-copy", str(pipe))
        writer.join()
        self.assertEqual(len(self.json_here("list")), 4)


class Digest(Case):
    def test_of_any_way_to_write_the_same(self):
        uuid = self.new()
        document = json.loads(self.draft(uuid))
        expected = digest(document["plan"]) + "\n"
        turned = {name: document[name] for name in reversed(document)}
        for content in (self.draft(uuid), json.dumps(turned), json.dumps(document, indent=7, ensure_ascii=False)):
            path = self.write("plan.json", content)
            self.assertEqual(self.call("digest", str(path))[0].decode(), expected)
        self.assertEqual(self.call("digest", "-", input=self.draft(uuid))[0].decode(), expected)

    def test_of_something_else(self):
        for content in ("[]", "{}", '{"plan": 1}', "", "x"):
            with self.subTest(content):
                self.call("digest", str(self.write("x.json", content)), status=INPUT)


class Canonical(Case):
    def canonical(self, text):
        return self.call("canonical", str(self.write("x.json", text)))[0].decode("utf-8")

    def test_vectors(self):
        self.assertEqual(self.canonical(PRIMITIVES), PRIMITIVES_CANONICAL)
        self.assertEqual(self.canonical(MEMBERS), MEMBERS_CANONICAL)

    def test_numbers(self):
        self.assertEqual(self.canonical("[" + ",".join(NUMBERS) + "]"), "[" + ",".join(NUMBERS.values()) + "]")

    def test_any_value(self):
        for text, canonical in (("null", "null"), (" true\n", "true"), ('"\\u00e4"', '"ä"'), ("[ ]", "[]"), ("{\n}", "{}"),
                                ("12", "12"), ('{"b":1,"a":{"d":[],"c":2}}', '{"a":{"c":2,"d":[]},"b":1}')):
            self.assertEqual(self.canonical(text), canonical)

    def test_its_own_canonical_form(self):
        first = self.canonical(self.draft(self.new()))
        self.assertEqual(self.canonical(first), first)


if __name__ == "__main__":
    unittest.main()
