#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Pact Planner authors
"""A plan as a workbook, a table and a calendar, read with other people’s programs."""

import collections
import csv
import datetime
import io
import json
import re
import subprocess
import unittest
import zipfile

import openpyxl

import case

EXAMPLE = case.SOURCE / "data" / "example"
LANGUAGES = ("de", "en", "fr")
FORMATS = ("xlsx", "csv", "ics")
SHEETS = {
    "de": ["Maßnahmen", "Indikatoren", "Haushalt", "Summen"],
    "en": ["Measures", "Indicators", "Budget", "Sums"],
    "fr": ["Mesures", "Indicateurs", "Budget", "Totaux"],
}


def example(language="en"):
    return json.loads((EXAMPLE / f"example.{language}.json").read_text("utf-8"))


def rows_of(sheet):
    """The rows of a sheet, each as cells by heading."""
    head, *rows = sheet.iter_rows()
    return [{name.value: cell for name, cell in zip(head, row)} for row in rows]


class Data(case.Case):
    def bring(self, document):
        path = self.write("plan.json", document)
        return self.run_here("import", str(path), "--as-copy")[0].decode().strip()

    def data(self, plan, form, *more, **others):
        path = self.home / f"plan.{form}"
        self.run_here("report", plan, "-f", form, "-o", str(path), *more, **others)
        return path

    def workbook(self, plan, values=False, **more):
        return openpyxl.load_workbook(self.data(plan, "xlsx", **more), data_only=values)

    def lines(self, plan, *more):
        text = self.data(plan, "ics", *more).read_bytes().decode("utf-8")
        self.assertNotIn("\n", text.replace("\r\n", ""))
        for line in text.split("\r\n"):
            self.assertLessEqual(len(line.encode("utf-8")), 75)
        return re.sub(r"\r\n[ \t]", "", text).split("\r\n")

    def test_workbook(self):
        """Four sheets in the language of the plan, each one table with one row of unique headings that stays in sight."""
        for language in LANGUAGES:
            with self.subTest(language=language):
                document = example(language)
                book = self.workbook(self.bring(document))
                self.assertEqual(book.sheetnames, SHEETS[language])
                for sheet in book:
                    self.assertEqual(sheet.freeze_panes, "A2")
                    self.assertFalse(sheet.merged_cells.ranges)
                    (table,) = sheet.tables.values()
                    self.assertEqual(table.ref, sheet.dimensions)
                    self.assertIsNotNone(table.autoFilter)
                    headings = [cell.value for cell in sheet[1]]
                    self.assertEqual(headings, [column.name for column in table.tableColumns])
                    self.assertEqual(len(headings), len({heading.casefold() for heading in headings}))
                # Rows are as high as their texts, for spreadsheets that do not see to it themselves.
                self.assertGreater(book.worksheets[0].row_dimensions[2].height, 30)
                properties = book.properties
                self.assertEqual(properties.title, document["plan"]["title"])
                self.assertEqual(properties.creator, document["plan"]["authority_name"])
                self.assertEqual(properties.created, datetime.datetime(2026, 11, 1, 8))
                with zipfile.ZipFile(self.home / "plan.xlsx") as package:
                    self.assertIn(f">{language}<", package.read("docProps/custom.xml").decode())

    def test_cells(self):
        """Dates, years, numbers, percentages and amounts are such; what is not known of a date is not shown."""
        book = self.workbook(self.bring(example()))
        measures = rows_of(book["Measures"])
        self.assertEqual(len(measures), 23)
        dates = [row["Start"] for row in measures if row["Start"].value is not None]
        self.assertEqual(len(dates), 16)
        for cell in dates:
            self.assertTrue(cell.is_date)
            self.assertEqual((cell.value.day, cell.number_format), (1, "yyyy-mm"))
        indicators = rows_of(book["Indicators"])
        self.assertIn(0.8, [row["Target"].value for row in indicators if row["Target"].number_format == "0%"])
        self.assertIn(4, [row["Target"].value for row in indicators])
        self.assertIn("Yes", [row["Target"].value for row in indicators])
        for row in rows_of(book["Budget"]):
            self.assertEqual((row["Year"].data_type, row["Year"].number_format), ("n", "0"))
            self.assertEqual((row["Amount in EUR"].data_type, row["Amount in EUR"].number_format), ("n", "#,##0.00"))

    def test_dates(self):
        document = example()
        first = next(measure for measure in case.measures(document) if measure.get("inclusion") == "included")
        for value, expected, shown in (("2026", datetime.datetime(2026, 1, 1), "yyyy"),
                                       ("2026-05", datetime.datetime(2026, 5, 1), "yyyy-mm"),
                                       ("2026-05-17", datetime.datetime(2026, 5, 17), "mm-dd-yy"),
                                       ("1850", "1850", "General")):
            first["start"] = value
            cell = rows_of(self.workbook(self.bring(document))["Measures"])[0]["Start"]
            self.assertEqual((cell.value, cell.number_format), (expected, shown))

    def test_sums(self):
        """The sums are formulas over the budget, and beside them stands what they come to."""
        document = example()
        costs = [(measure, cost) for measure in case.measures(document) for cost in measure.get("costs", [])]
        costs[0][1].update(state="requested")
        del costs[1][1]["state"]
        del costs[2][1]["category"]
        costs[3][1].update(amount=123456789)
        plan = self.bring(document)
        formulas, values = self.workbook(plan), self.workbook(plan, values=True)
        budget = rows_of(values["Budget"])
        self.assertEqual(len(budget), len(costs))
        self.assertEqual(sum(row["Amount in EUR"].value for row in budget), sum(cost["amount"] for _, cost in costs) / 100)

        expected = collections.defaultdict(lambda: [0, 0, 0, 0])
        for row in budget:
            amount = row["Amount in EUR"].value
            column = {"Secured": 0, "Requested": 1}.get(row["State"].value, 2)
            for key in (("Year", row["Year"].value), ("Pillar", row["Pillar"].value),
                        ("Category", row["Category"].value or "Without a category"),
                        ("Funding source", row["Funding source"].value or "Without a source"), ("Total", "The whole plan")):
                expected[key][column] += amount
                expected[key][3] += amount
        found = {}
        for row in rows_of(values["Sums"]):
            by, name, *amounts = (cell.value for cell in row.values())
            found[by, name] = amounts
        self.assertEqual(found, dict(expected))
        for row in rows_of(formulas["Sums"]):
            for cell in list(row.values())[2:]:
                self.assertEqual(cell.data_type, "f")
                self.assertRegex(cell.value, r"^=(SUMPRODUCT\(.*'Budget'!\$I\$2:\$I\$\d+\)|F\d+-C\d+-D\d+)$")
        years = [row["For"].value for row in rows_of(values["Sums"]) if row["Sums by"].value == "Year"]
        self.assertEqual(years, sorted(years))

    def test_currency(self):
        for currency, shown, whole in (("JPY", "#,##0", 18850000), ("TND", "#,##0.000", 18850)):
            document = example()
            document["plan"]["currency"] = currency
            book = self.workbook(self.bring(document), values=True)
            self.assertEqual(rows_of(book["Budget"])[0][f"Amount in {currency}"].number_format, shown)
            self.assertEqual(rows_of(book["Sums"])[-1][f"Total in {currency}"].value, whole)

    def test_text_is_text(self):
        """What looks like a formula in a plan is a text in every form, and formulas still find it."""
        document = example()
        included = [measure for measure in case.measures(document) if measure.get("inclusion") == "included"]
        texts = ["=1+1", "+1", "-1+2", "@SUM(A1)", "=HYPERLINK(\"https://felsmoor.example\",\"*\")", "<b>&amp;'"]
        for measure, text in zip(included, texts):
            measure["title"] = text
        included[0]["description"] = "=2+2\n\"two\", three; four"
        document["plan"]["pillars"][0]["title"] = "=A1,\"*\""
        plan = self.bring(document)
        book = self.workbook(plan)
        titles = {row["Measure"].value: row["Measure"].data_type for row in rows_of(book["Measures"])}
        for text in texts:
            self.assertEqual(titles[text], "s")
        table = list(csv.reader(io.StringIO(self.data(plan, "csv").read_bytes().decode("utf-8-sig"), newline="")))
        column = table[0].index("Measure")
        written = [row[column] for row in table[1:]]
        for text in texts:
            self.assertIn(text if text.startswith("<") else "'" + text, written)
        self.assertIn("'=2+2\n\"two\", three; four", [row[table[0].index("Description")] for row in table])
        for row in table:
            for cell in row:
                self.assertNotRegex(cell, r"^[=+\-@\t\r]")
        self.assertIn("CATEGORIES:=A1\\,\"*\"", self.lines(plan))

    def test_table(self):
        """A table that Python reads: UTF-8 with a mark, lines that end as in RFC 4180, and values as the plan has them."""
        for language in LANGUAGES:
            with self.subTest(language=language):
                contents = self.data(self.bring(example(language)), "csv").read_bytes()
                self.assertTrue(contents.startswith(b"\xef\xbb\xbf"))
                self.assertTrue(contents.endswith(b"\r\n"))
                table = list(csv.reader(io.StringIO(contents.decode("utf-8-sig"), newline=""), strict=True))
                self.assertEqual(len(table), 24)
                self.assertEqual({len(row) for row in table}, {len(table[0])})
                self.assertIn("2025-01", [cell for row in table for cell in row])
                self.assertEqual(sum(float(row[-1]) for row in table[1:] if row[-1]), 188500)

    def test_contacts(self):
        document = example()
        for number, actor in enumerate(document["plan"]["actors"]):
            actor.update(contact_name=f"Somebody {number}", contact_email=f"somebody{number}@felsmoor.example")
        plan = self.bring(document)
        self.assertIn(b"somebody1@felsmoor.example", self.data(plan, "csv").read_bytes())
        headings = [cell.value for cell in self.workbook(plan)["Measures"][1]]
        self.assertIn("E-mail of the contact", headings)
        for form in FORMATS:
            path = self.data(plan, form, "--without-contacts")
            contents = [path.read_bytes()]
            if form == "xlsx":
                with zipfile.ZipFile(path) as package:
                    contents = [package.read(name) for name in package.namelist()]
            for content in contents:
                self.assertNotRegex(content, rb"(?i)somebody ?\d")

    def test_calendar(self):
        """Events of a day each, in the language of the plan, without a person or a machine; imported anew, each is the same one."""
        plan = self.bring(example("fr"))
        lines = self.lines(plan)
        self.assertEqual(lines[:2], ["BEGIN:VCALENDAR", "PRODID:-//Pact Planner//Pact Planner//EN"])
        self.assertEqual(lines[-2:], ["END:VCALENDAR", ""])
        uids = [line for line in lines if line.startswith("UID:")]
        self.assertEqual(len(uids), len(set(uids)))
        self.assertEqual(len(uids), lines.count("TRANSP:TRANSPARENT"))
        self.assertEqual(len([line for line in lines if re.fullmatch(r"DTSTART;VALUE=DATE:\d{8}", line)]), len(uids))
        self.assertTrue(any(line.startswith("SUMMARY:Échéance\u00a0: ") for line in lines))
        self.assertTrue(any(line.startswith("DESCRIPTION:Le plan n’indique que le mois\\, ") for line in lines))
        self.assertFalse([line for line in lines if re.match(r"ORGANIZER|ATTENDEE|CONTACT|.*@", line)])
        self.assertEqual(self.lines(plan), lines)

    def test_same_bytes(self):
        """Two runs give the same file, wherever numbers are written with a comma, too; nothing is left behind."""
        locales = self.home / "locales"
        locales.mkdir()
        subprocess.run(["localedef", "-i", "de_DE", "-f", "UTF-8", locales / "de_DE.UTF-8"], check=True, capture_output=True)
        document = example()
        next(cost for measure in case.measures(document) for cost in measure.get("costs", []))["amount"] = 123456
        plan = self.bring(document)
        folder = self.home / "temporary"
        folder.mkdir()
        german = {"LOCPATH": str(locales), "LC_ALL": "de_DE.UTF-8", "TMPDIR": str(folder)}
        for form in FORMATS:
            one = self.data(plan, form, env={"TMPDIR": str(folder)}).read_bytes()
            self.assertEqual(self.data(plan, form, env=german).read_bytes(), one)
        self.assertEqual(list(folder.iterdir()), [])
        self.assertEqual(rows_of(self.workbook(plan)["Budget"])[0]["Amount in EUR"].value, 1234.56)

    def test_refusals(self):
        """Data is of the whole plan, so there is no document and no draft of it."""
        plan = self.bring(example())
        for form in FORMATS:
            self.assertIn("--document", self.run_here("report", plan, "-f", form, "-d", "brief", status=case.USAGE)[1])
            self.assertIn("--draft", self.run_here("report", plan, "-f", form, "--draft", status=case.USAGE)[1])
        self.run_here("report", plan, "-f", "xlsx", status=case.INPUT, env={"TMPDIR": str(self.home / "nowhere")})
        self.assertTrue(self.run_here("report", plan, "-f", "xlsx")[0].startswith(b"PK"))


if __name__ == "__main__":
    unittest.main()
