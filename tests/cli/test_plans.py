#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""templates, new, list, show, search."""

import json
import re
import unittest

from case import ANSWERS, DONE, FINDINGS, INPUT, USAGE, Case, options

UUID = re.compile(r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")


class Templates(Case):
    def test_the_pact_is_there(self):
        listed = json.loads(self.call("templates", "--json")[0])
        pact = next(template for template in listed if template["id"] == "pact-4ps")
        self.assertEqual(list(pact), ["id", "version", "title", "summary", "language", "languages", "licence",
                                      "own", "measures"])
        self.assertEqual(pact["measures"], 47)
        self.assertFalse(pact["own"])
        self.assertLessEqual({"de", "en", "fr"}, set(pact["languages"]))

        lines = self.call("templates")[0].decode().splitlines()
        self.assertEqual(len(lines), len(listed))
        self.assertIn(f"pact-4ps  {pact['title']}", lines)

    def test_no_library_is_made(self):
        self.call("templates")
        self.assertFalse((self.home / "data" / "pact-planner" / "library.db").exists())

    def test_own_file_that_is_no_template(self):
        folder = self.home / "data" / "pact-planner" / "templates"
        folder.mkdir(parents=True)
        (folder / "broken.json").write_text('{\n  "format": 1,\n', encoding="utf-8")
        output, messages = self.call("templates", "--json", status=FINDINGS)
        self.assertIn("broken.json", messages)
        self.assertIn("pact-4ps", [template["id"] for template in json.loads(output)])


class New(Case):
    def test_plan_is_made(self):
        uuid = self.new()
        self.assertRegex(uuid, UUID)
        plan = json.loads(self.draft(uuid))["plan"]
        self.assertEqual(plan["id"], uuid)
        for option, field in (("--authority", "authority_name"), ("--kind", "authority_kind"), ("--country", "country"),
                              ("--language", "language"), ("--currency", "currency"), ("--start", "period_start"),
                              ("--end", "period_end"), ("--template", "template_id")):
            self.assertEqual(plan[field], ANSWERS[option], option)
        self.assertTrue(plan["title"])

    def test_title(self):
        plan = json.loads(self.draft(self.new(title="  Schutzplan  ")))["plan"]
        self.assertEqual(plan["title"], "Schutzplan")

    def test_text_is_one_line(self):
        plan = json.loads(self.draft(self.new(title="\u00a0One\r\ntwo\u2028three\x0bfour\u200b")))["plan"]
        self.assertEqual(plan["title"], "One two three four")

    def test_text_with_nothing_to_see_is_none(self):
        for text in ("\u00a0", "\u200b\u2060", "\u3000", "\u00ad", "\u202e", "\u3164", "\u115f", "\u2800", "\t\n"):
            for name in ("title", "authority"):
                with self.subTest(ascii(text), option=name):
                    _, messages = self.run_here("new", *options(**{name: text}), status=USAGE)
                    self.assertIn("--" + name, messages)
        self.assertFalse(self.library.exists())

    def test_letter_with_too_many_marks(self):
        _, messages = self.run_here("new", *options(title="Pla" + "\u0301" * 33 + "n"), status=USAGE)
        self.assertIn("--title", messages)
        self.new(title="Pla" + "\u0301" * 32 + "n")

    def test_what_is_made_can_be_read(self):
        """The proposed title has room for the longest name, in every language."""
        for language in ("en", "de", "fr", "xx"):
            for authority in ("ä" * 200, "Gemeindeverband " * 9, "A" * 140, "🌍 " * 99 + "🌍", "B"):
                with self.subTest(language, authority=authority[:10]):
                    uuid = self.new(language=language, authority=authority)
                    document = json.loads(self.draft(uuid))
                    self.assertEqual(document["plan"]["authority_name"], authority.strip())
                    self.assertLessEqual(len(document["plan"]["title"]), 200)
                    self.assertTrue(document["plan"]["title"].endswith("2027–2030"))
                    path = self.write("plan.json", document)
                    self.call("check", str(path), status=FINDINGS)
                    self.run_here("import", "--as-copy", str(path))
        self.run_here("doctor")

    def test_text_in_the_language_of_the_plan(self):
        german = json.loads(self.draft(self.new(language="de")))["plan"]
        english = json.loads(self.draft(self.new(language="en")))["plan"]
        for one, other in zip(german["pillars"], english["pillars"]):
            self.assertNotEqual(one["aim"], other["aim"])

    def test_every_wrong_answer_is_named(self):
        wrong = {
            "template": "no-such", "authority": " ", "country": "Germany", "kind": "village", "language": "Deutsch",
            "currency": "Euro", "start": "soon", "end": "2027-13", "title": "x" * 201,
        }
        for name, value in wrong.items():
            with self.subTest(name):
                output, messages = self.run_here("new", *options(**{name: value}), status=USAGE)
                self.assertEqual(output, b"")
                self.assertIn("--" + name if name != "template" else value, messages)
        self.assertEqual(self.json_here("list") if self.library.exists() else [], [])

    def test_every_missing_answer_is_named(self):
        for option in ANSWERS:
            with self.subTest(option):
                _, messages = self.run_here("new", *options(**{option[2:]: None}), status=USAGE)
                self.assertIn(option, messages)
        self.assertFalse(self.library.exists())

    def test_period_must_not_run_backwards(self):
        self.run_here("new", *options(start="2030", end="2027"), status=USAGE)
        self.new(start="2027", end="2027")
        self.new(start="2027-06", end="2027")

    def test_period_as_people_write_it(self):
        """Dates are read as the fields of the program read them, and no locale has to be installed for it."""
        written = {
            ("", "C.UTF-8"): ("3/2027", "15 March 2030"),
            ("", "en_US.UTF-8"): ("3/2027", "3/15/2030"),
            ("de", "C.UTF-8"): ("März 2027", "15.3.2030"),
            ("", "fr_FR.UTF-8"): ("mars 2027", "15 mars 2030"),
            ("", "pl_PL.UTF-8"): ("marzec 2027", "15 marca 2030"),
            ("", "sv_SE.UTF-8"): ("mars 2027", "2030-03-15"),
            ("", "lv_LV.UTF-8"): ("03.2027", "2030. gada 15. marts"),
            ("", "ar_EG.UTF-8"): ("٣‏/٢٠٢٧", "١٥ مارس ٢٠٣٠"),
        }
        for (language, lang), (start, end) in written.items():
            env = {"LANGUAGE": language, "LANG": lang, "LC_ALL": ""}
            with self.subTest(lang, language=language):
                output, _ = self.run_here("new", *options(start=start, end=end), env=env)
                plan = json.loads(self.draft(output.decode().strip()))["plan"]
                self.assertEqual((plan["period_start"], plan["period_end"]), ("2027-03", "2030-03-15"))

    def test_wrong_date_is_answered_with_one_that_is_right(self):
        for lang in ("C.UTF-8", "en_US.UTF-8", "pl_PL.UTF-8", "sv_SE.UTF-8", "lv_LV.UTF-8", "ar_EG.UTF-8"):
            env = {"LANGUAGE": "", "LANG": lang, "LC_ALL": ""}
            for start in ("soon", "1.13.2027", "31.2.2027"):
                with self.subTest(lang, start=start):
                    _, messages = self.run_here("new", *options(start=start), env=env, status=USAGE)
                    year, month, day = re.search("such as (.*), (.*) or (.*)\\.", messages).groups()
                    for example in (year, month, day):
                        self.run_here("new", *options(start=example, end=example), env=env)

    def test_text_of_any_script_in_a_plain_locale(self):
        for locale in ({"LANG": "", "LC_ALL": "C"}, {"LANG": ""}, {"LANG": "", "LC_ALL": "xx_XX.UTF-8"}):
            with self.subTest(str(locale)):
                output, _ = self.run_here("new", *options(authority="Zürich · Београд"), env=locale)
                plan = json.loads(self.draft(output.decode().strip()))["plan"]
                self.assertEqual(plan["authority_name"], "Zürich · Београд")


class List(Case):
    def test_empty(self):
        self.assertEqual(json.loads(self.call("list", "--json")[0]), [])
        self.assertEqual(self.call("list")[0], b"")

    def test_members(self):
        uuid = self.new(title="Plan A")
        (plan,) = self.json_here("list")
        self.assertEqual(list(plan), ["id", "title", "authority_name", "country", "period_start", "period_end", "language",
                                      "state", "template_id", "modified", "copied_on", "copied_from", "trashed", "measures",
                                      "completeness"])
        self.assertIn(plan["completeness"], range(1, 100))
        self.assertEqual({name: plan[name] for name in ("id", "title", "country", "measures", "trashed", "state")},
                         {"id": uuid, "title": "Plan A", "country": "DE", "measures": 47, "trashed": False,
                          "state": "drafting"})
        self.assertIsInstance(plan["completeness"], int)
        self.assertTrue(0 < plan["completeness"] < 100)

    def test_copies(self):
        """A copy has the title of what it was copied from: the list says that it is one, of when and from which file."""
        uuid = self.new(title="Plan A")
        path = self.write("Freiburg.json", json.loads(self.draft(uuid)))
        copy = self.run_here("import", "--as-copy", str(path))[0].decode().strip()
        plans = {plan["id"]: plan for plan in self.json_here("list")}
        self.assertEqual([plan["title"] for plan in plans.values()], ["Plan A", "Plan A"])
        self.assertIsNone(plans[uuid]["copied_on"])
        self.assertEqual(plans[copy]["copied_from"], "Freiburg.json")
        self.assertRegex(plans[copy]["copied_on"], r"^\d{4}-\d\d-\d\dT[\d:]+Z$")
        first, second = sorted(self.run_here("list")[0].decode().splitlines(), key=len)
        self.assertNotIn("copy", first)
        self.assertRegex(second, "^" + copy + ".* · copy of “Freiburg.json”, imported on [0-9]+ [A-Z][a-z]+ [0-9]+$")
        self.assertIn("copy of “Freiburg.json”", self.run_here("show", copy)[0].decode().splitlines()[1])
        # It is nobody's business elsewhere.
        self.assertNotIn(b"Freiburg.json", self.draft(copy))
        self.assertNotIn(b"copied", self.draft(copy))

    def test_nothing_commands_the_terminal(self):
        """What turns round the words beside it, and what an ancient terminal takes for the start of a command."""
        document = json.loads(self.draft(self.new(title="Plan A")))
        document["plan"].update(title="Plan \u202eB\u2066", authority_name="\u2067Town")
        document["plan"]["pillars"][0]["title"] = "Pillar \u202e1"
        other = self.home / "other.db"
        uuid = self.run_in(other, "import", str(self.write("plan.json", document)))[0].decode().strip()
        calls = (("list",), ("list", "--json"), ("show", uuid), ("search", "Pillar"), ("search", "Town", "--json"),
                 ("check", uuid), ("check", uuid, "--json"))
        for call in calls:
            with self.subTest(str(call)):
                output, messages = self.run_in(other, *call, status=(DONE, FINDINGS))
                self.assertNotRegex(output.decode() + messages, "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
        self.assertEqual(json.loads(self.run_in(other, "export", uuid, "--draft")[0])["plan"], document["plan"])

        name = "no-such-\x1b[31m\u202e-file.json"
        for command in ("check", "import", "digest"):
            with self.subTest(command):
                self.assertNotRegex(self.call(command, name, status=INPUT)[1], "[\x1b\u202e]")

    def test_lines(self):
        uuids = {self.new(title=title) for title in ("A", "B", "C")}
        lines = self.run_here("list")[0].decode().splitlines()
        self.assertEqual({line.split()[0] for line in lines}, uuids)
        self.assertTrue(all("Stadt Beispielhausen" in line for line in lines))


class Show(Case):
    def test_outline(self):
        uuid = self.new(title="Plan A")
        document = json.loads(self.draft(uuid))
        measure = document["plan"]["pillars"][0]["objectives"][0]["measures"][0]
        document["plan"]["actors"] = [{"id": "11111111-1111-4111-8111-111111111111", "name": "Jugendamt"}]
        measure.update(lead="11111111-1111-4111-8111-111111111111", situation="partly", start="2027", end="2029")
        other = self.home / "other.db"
        self.run_in(other, "import", str(self.write("plan.json", document)))

        text = self.run_in(other, "show", uuid)[0].decode()
        lines = text.splitlines()
        self.assertEqual(lines[0], "Plan A")
        self.assertIn("Stadt Beispielhausen", lines[1])
        at = lines.index(f"    1.1.1  {measure['title']}")
        for word in ("2027", "2029", "Jugendamt"):
            self.assertIn(word, lines[at + 1])
        for pillar in document["plan"]["pillars"]:
            self.assertIn(pillar["title"], text)

    def test_beginning_of_the_uuid_is_enough(self):
        uuid = self.new()
        self.assertEqual(self.run_here("show", uuid[:8])[0], self.run_here("show", uuid.upper())[0])

    def test_no_such_plan(self):
        self.new()
        for name in ("00000000-0000-4000-8000-000000000000", "plan", ""):
            with self.subTest(name):
                self.run_here("show", name, status=INPUT)


class Search(Case):
    def test_found_in_any_plan(self):
        first = self.new(title="Ein Straßenfest für Kinder")
        second = self.new(title="Straßenbahn")
        found = self.json_here("search", "straße")
        self.assertEqual({hit["plan"] for hit in found}, {first, second})
        self.assertEqual(list(found[0]), ["plan", "plan_title", "element", "kind", "title", "snippet"])
        self.assertIn("plan", {hit["kind"] for hit in found})
        for hit in found:
            self.assertNotIn("\u2068", hit["snippet"])
        lines = self.run_here("search", "straße")[0].decode().splitlines()
        self.assertEqual(len(lines), len(found))
        self.assertEqual(lines[0].split()[0], found[0]["plan"])

    def test_nothing_found_is_no_error(self):
        self.new()
        self.assertEqual(self.json_here("search", "xylophonquartett"), [])
        self.assertEqual(self.run_here("search", "xylophonquartett")[0], b"")

    def test_any_text_is_only_text(self):
        self.new()
        for text in ('"', "*", "AND", "title:x", "(", "'; DROP TABLE element; --", "-x", "", "NEAR(a b)"):
            with self.subTest(text):
                self.run_here("search", "--json", "--", text)
        self.run_here("doctor")


if __name__ == "__main__":
    unittest.main()
