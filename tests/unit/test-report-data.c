/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include <libical/ical.h>
#include <string.h>

#include "pact-exchange.h"
#include "pact-money-sums.h"
#include "pact-report-format.h"
#include "pact-sheet.h"
#include "pact-text-table.h"
#include "pact-value.h"
#include "test-config.h"

/* A plan as data for other programs, on the example plan and on changes of it. */

static const char *const languages[] = { "de", "en", "fr" };

static GPtrArray *
read_records (const char *language)
{
  g_autofree char *name = g_strdup_printf ("example.%s.json", language);
  g_autofree char *path = g_build_filename (PACT_SOURCE_DIR, "data", "example", name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *records;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (contents, length);
  records = pact_exchange_read_plan (bytes, pact_model_get_default (), NULL, &error);
  g_assert_no_error (error);

  return records;
}

static PactPlan *
make_plan (GPtrArray *records)
{
  g_autoptr (GError) error = NULL;
  PactPlan *plan = pact_plan_new_from_records (pact_model_get_default (), records, &error);

  g_assert_no_error (error);

  return plan;
}

static PactPlan *
read_example (const char *language)
{
  g_autoptr (GPtrArray) records = read_records (language);

  return make_plan (records);
}

/* The first element of a kind, or the first of which a field says something. */
static PactRecord *
find_record (GPtrArray *records,
             const char *kind,
             const char *field,
             const char *value)
{
  for (guint i = 0; i < records->len; i++)
    {
      PactRecord *record = g_ptr_array_index (records, i);

      if (g_str_equal (record->kind->name, kind) && (field == NULL || g_strcmp0 (pact_record_get (record, field), value) == 0))
        return record;
    }

  g_assert_not_reached ();
}

static GBytes *
write_plan (PactPlan *plan,
            const char *format,
            const PactReportOptions *options)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = pact_report_write (NULL, pact_report_find_format (format), plan, NULL, options, &error);

  g_assert_no_error (error);

  return bytes;
}

static char *
dup_text (GBytes *bytes)
{
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Each table has headings that are told apart, and in no language two of one name, which would have to be numbered. */
static void
test_headings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    for (PactSheetKind kind = PACT_SHEET_MEASURES; kind <= PACT_SHEET_BUDGET; kind++)
      {
        g_autoptr (PactPlan) plan = read_example (languages[i]);
        g_autoptr (PactSheet) sheet = pact_sheet_new (kind, plan, &(PactReportOptions){ 0 });

        g_assert_cmpuint (sheet->rows->len, >, 0);
        for (guint j = 0; j < sheet->columns->len; j++)
          {
            const char *heading = g_array_index (sheet->columns, PactSheetColumn, j).heading;

            g_assert_cmpstr (heading, !=, "");
            g_assert_false (g_str_has_suffix (heading, "(2)"));
          }
        for (guint j = 0; j < sheet->rows->len; j++)
          g_assert_cmpuint (((GArray *) g_ptr_array_index (sheet->rows, j))->len, ==, sheet->columns->len);
      }
}

/* What the rows of the budget come to is what the plan costs, and so is what is said of the measures. */
static void
test_sums (void)
{
  static const struct { PactSheetKind kind; const char *column; } cases[] = {
    { PACT_SHEET_MEASURES, "cost" }, { PACT_SHEET_BUDGET, "amount" },
  };
  g_autoptr (PactPlan) plan = read_example ("en");
  g_autoptr (PactMoneySums) sums = pact_money_sums_take (plan);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PactSheet) sheet = pact_sheet_new (cases[i].kind, plan, &(PactReportOptions){ 0 });
      guint column = pact_sheet_find_column (sheet, cases[i].column);
      gint64 whole = 0;

      for (guint row = 0; row < sheet->rows->len; row++)
        {
          const PactCell *cell = pact_sheet_get_cell (sheet, row, column);

          if (cell->text == NULL)
            continue;
          g_assert_cmpint (cell->kind, ==, PACT_CELL_MONEY);
          g_assert_true (g_str_has_suffix (cell->text, ".00"));
          whole += g_ascii_strtoll (cell->text, NULL, 10) * 100;
        }
      g_assert_cmpint (whole, ==, pact_money_get_whole (&sums->total));
    }
}

static void
assert_cell (PactSheet *sheet,
             guint row,
             const char *column,
             PactCellKind kind,
             const char *text)
{
  const PactCell *cell = pact_sheet_get_cell (sheet, row, pact_sheet_find_column (sheet, column));

  g_assert_cmpstr (cell->text, ==, text);
  if (text != NULL)
    g_assert_cmpint (cell->kind, ==, kind);
}

/* Numbers are numbers as far as a spreadsheet keeps them; “fewer than”, yes and no are words. */
static void
test_numbers (void)
{
  g_autoptr (GPtrArray) records = read_records ("en");
  PactRecord *indicator = find_record (records, "indicator", NULL, NULL);
  static const struct { const char *type; const char *value; PactCellKind kind; const char *text; } cases[] = {
    { "number", "12.50", PACT_CELL_NUMBER, "12.50" },
    { "number", "-3", PACT_CELL_NUMBER, "-3" },
    { "number", "<5", PACT_CELL_TEXT, "fewer than 5" },
    { "number", "12345678901234567890", PACT_CELL_TEXT, "12,345,678,901,234,567,890" },
    { "percentage", "80", PACT_CELL_PERCENTAGE, "80" },
    { "yes-no", "1", PACT_CELL_TEXT, "Yes" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PactPlan) plan = NULL;
      g_autoptr (PactSheet) sheet = NULL;

      pact_record_set (indicator, "type", cases[i].type);
      pact_record_set (indicator, "target", cases[i].value);
      plan = make_plan (records);
      sheet = pact_sheet_new (PACT_SHEET_INDICATORS, plan, &(PactReportOptions){ 0 });
      assert_cell (sheet, 0, "target", cases[i].kind, cases[i].text);
    }
}

/* An amount has as many digits as its currency. */
static void
test_currencies (void)
{
  static const struct { const char *currency; const char *amount; const char *heading; } cases[] = {
    { "EUR", "1234.05", "Amount in EUR" }, { "JPY", "123405", "Amount in JPY" }, { "TND", "123.405", "Amount in TND" },
  };
  g_autoptr (GPtrArray) records = read_records ("en");

  pact_record_set (find_record (records, "cost", NULL, NULL), "amount", "123405");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PactPlan) plan = NULL;
      g_autoptr (PactSheet) sheet = NULL;

      pact_record_set (g_ptr_array_index (records, 0), "currency", cases[i].currency);
      plan = make_plan (records);
      sheet = pact_sheet_new (PACT_SHEET_BUDGET, plan, &(PactReportOptions){ 0 });
      assert_cell (sheet, 0, "amount", PACT_CELL_MONEY, cases[i].amount);
      g_assert_cmpstr (g_array_index (sheet->columns, PactSheetColumn, pact_sheet_find_column (sheet, "amount")).heading, ==,
                       cases[i].heading);
    }
}

/* The same plan gives the same file, and another moment another one. */
static void
test_same_bytes (void)
{
  gsize n;
  const PactReportFormat *formats = pact_report_list_formats (&n);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (PactPlan) plan = read_example ("fr");
      g_autoptr (PactPlan) same = read_example ("fr");
      g_autoptr (GBytes) one = NULL;
      g_autoptr (GBytes) other = NULL;

      if (!formats[i].is_of_plan)
        continue;
      one = write_plan (plan, formats[i].name, &(PactReportOptions){ 0 });
      other = write_plan (same, formats[i].name, &(PactReportOptions){ 0 });
      g_assert_cmpuint (g_bytes_get_size (one), >, 1000);
      g_assert_true (g_bytes_equal (one, other));
    }
}

/* A plan in which nothing is said yet is written, too. */
static void
test_empty (void)
{
  g_autoptr (GPtrArray) records = read_records ("en");
  g_autoptr (PactPlan) plan = NULL;
  g_autoptr (GBytes) book = NULL;
  g_autoptr (GBytes) table = NULL;
  g_autoptr (GBytes) calendar = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_set_size (records, 1);
  plan = make_plan (records);
  book = write_plan (plan, "xlsx", &(PactReportOptions){ 0 });
  table = write_plan (plan, "csv", &(PactReportOptions){ 0 });
  calendar = write_plan (plan, "ics", &(PactReportOptions){ 0 });
  text = dup_text (calendar);
  g_assert_cmpuint (g_bytes_get_size (book), >, 0);
  g_assert_cmpuint (g_bytes_get_size (table), >, 0);
  g_assert_null (strstr (text, "VEVENT"));
}

/* What would be a formula is marked as a text, and what is said is said in quotation marks where it has to be. */
static void
test_table (void)
{
  static const char *const titles[] = { "=1+1", "+1", "-1", "@SUM(A1)", "\"say\", he; said", "plain" };
  static const char *const expected[] = { "'=1+1", "'+1", "'-1", "'@SUM(A1)", "\"say\", he; said", "plain" };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (GPtrArray) records = read_records ("en");
      g_autoptr (PactPlan) plan = NULL;
      g_autoptr (PactSheet) sheet = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GPtrArray) rows = NULL;
      g_autofree char *text = NULL;
      GPtrArray *first;

      pact_record_set (find_record (records, "measure", "inclusion", "included"), "title", titles[i]);
      pact_record_set (find_record (records, "measure", "inclusion", "included"), "description", "one\n\"two\"");
      plan = make_plan (records);
      sheet = pact_sheet_new (PACT_SHEET_MEASURES, plan, &(PactReportOptions){ 0 });
      bytes = write_plan (plan, "csv", &(PactReportOptions){ 0 });
      text = dup_text (bytes);
      g_assert_true (g_str_has_prefix (text, "\357\273\277No.,"));
      g_assert_true (g_str_has_suffix (text, "\r\n"));

      rows = pact_text_table_parse (text + strlen ("\357\273\277"), ',');
      g_assert_cmpuint (rows->len, ==, sheet->rows->len + 1);
      for (guint row = 0; row < rows->len; row++)
        g_assert_cmpuint (((GPtrArray *) g_ptr_array_index (rows, row))->len, ==, sheet->columns->len);
      first = g_ptr_array_index (rows, 1);
      g_assert_cmpstr (g_ptr_array_index (first, pact_sheet_find_column (sheet, "title")), ==, expected[i]);
      g_assert_cmpstr (g_ptr_array_index (first, pact_sheet_find_column (sheet, "description")), ==,
                       "one\n\"two\"");
    }
}

/* Contacts stay away from a file that is made without them. */
static void
test_withheld (void)
{
  g_autoptr (GPtrArray) records = read_records ("en");
  const char *lead = pact_record_get (find_record (records, "measure", "inclusion", "included"), "lead");
  g_autoptr (PactPlan) plan = NULL;
  g_autoptr (GBytes) with = NULL;
  g_autoptr (GBytes) without = NULL;
  g_autofree char *text_with = NULL;
  g_autofree char *text_without = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      PactRecord *record = g_ptr_array_index (records, i);

      if (g_strcmp0 (record->uuid, lead) == 0)
        pact_record_set (record, "contact_email", "somebody@felsmoor.example");
    }
  plan = make_plan (records);
  with = write_plan (plan, "csv", &(PactReportOptions){ 0 });
  without = write_plan (plan, "csv", &(PactReportOptions){ .withhold_personal = TRUE });
  text_with = dup_text (with);
  text_without = dup_text (without);
  g_assert_nonnull (strstr (text_with, "somebody@felsmoor.example"));
  g_assert_null (strstr (text_without, "somebody@felsmoor.example"));
}

/* The calendar as libical reads it again. */
static icalcomponent *
read_calendar (PactPlan *plan)
{
  g_autoptr (GBytes) bytes = write_plan (plan, "ics", &(PactReportOptions){ 0 });
  g_autofree char *text = dup_text (bytes);
  icalcomponent *calendar = icalparser_parse_string (text);

  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_isa (calendar), ==, ICAL_VCALENDAR_COMPONENT);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  g_assert_true (icalrestriction_check (calendar));

  return calendar;
}

static icalcomponent *
find_event (icalcomponent *calendar,
            const char *summary)
{
  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); event != NULL;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    {
      if (g_strcmp0 (icalcomponent_get_summary (event), summary) == 0)
        return event;
    }

  return NULL;
}

static void
assert_days (icalcomponent *event,
             const char *first,
             const char *behind)
{
  g_assert_nonnull (event);
  g_assert_cmpstr (icaltime_as_ical_string (icalcomponent_get_dtstart (event)), ==, first);
  g_assert_cmpstr (icaltime_as_ical_string (icalcomponent_get_dtend (event)), ==, behind);
}

/* Every calendar keeps to RFC 5545; no two events are one, and all take a day and nobody's time. */
static void
test_calendar (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (PactPlan) plan = read_example (languages[i]);
      g_autoptr (GHashTable) uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      icalcomponent *calendar = read_calendar (plan);

      for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); event != NULL;
           event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
        {
          struct icaltimetype start = icalcomponent_get_dtstart (event);
          icalproperty *transparency = icalcomponent_get_first_property (event, ICAL_TRANSP_PROPERTY);

          g_assert_true (pact_uuid_is_valid (icalcomponent_get_uid (event)));
          g_assert_true (g_hash_table_add (uids, g_strdup (icalcomponent_get_uid (event))));
          g_assert_true (icaltime_is_date (start));
          icaltime_adjust (&start, 1, 0, 0, 0);
          g_assert_cmpint (icaltime_compare (start, icalcomponent_get_dtend (event)), ==, 0);
          g_assert_cmpint (icalproperty_get_transp (transparency), ==, ICAL_TRANSP_TRANSPARENT);
          g_assert_nonnull (icalcomponent_get_first_property (event, ICAL_CATEGORIES_PROPERTY));
          g_assert_null (icalcomponent_get_first_property (event, ICAL_ORGANIZER_PROPERTY));
          g_assert_null (icalcomponent_get_first_property (event, ICAL_ATTENDEE_PROPERTY));
        }
      g_assert_cmpuint (g_hash_table_size (uids), >, 20);
      icalcomponent_free (calendar);
    }
}

/* What starts does so on the first day that a date can mean, and what is due is so on the last; each says what is not known. */
static void
test_days (void)
{
  static const struct { const char *date; const char *first[2]; const char *last[2]; const char *said; } cases[] = {
    { "2028", { "20280101", "20280102" }, { "20281231", "20290101" }, "The plan names only the year, 2028; this is its last day." },
    { "2028-02", { "20280201", "20280202" }, { "20280229", "20280301" },
      "The plan names only the month, February 2028; this is its last day." },
    { "2028-02-03", { "20280203", "20280204" }, { "20280203", "20280204" }, NULL },
  };
  g_autoptr (GPtrArray) records = read_records ("en");
  PactRecord *measure = find_record (records, "measure", "status", "on-track");

  pact_record_set (measure, "title", "Plan, do; check");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PactPlan) plan = NULL;
      icalcomponent *calendar;
      const char *description;

      pact_record_set (measure, "start", cases[i].date);
      pact_record_set (measure, "end", cases[i].date);
      plan = make_plan (records);
      calendar = read_calendar (plan);
      assert_days (find_event (calendar, "Start: Plan, do; check"), cases[i].first[0], cases[i].first[1]);
      assert_days (find_event (calendar, "End: Plan, do; check"), cases[i].last[0], cases[i].last[1]);
      description = icalcomponent_get_description (find_event (calendar, "End: Plan, do; check"));
      if (cases[i].said != NULL)
        g_assert_nonnull (strstr (description, cases[i].said));
      else
        g_assert_null (strstr (description, "this is its"));
      icalcomponent_free (calendar);
    }
}

/* An event is the same one as long as its element is there; who imports a later calendar is told that it is later. */
static void
test_update (void)
{
  g_autoptr (GPtrArray) records = read_records ("en");
  PactRecord *milestone = find_record (records, "milestone", "reached_on", NULL);
  g_autoptr (PactPlan) before = NULL;
  g_autoptr (PactPlan) after = NULL;
  icalcomponent *old_calendar, *new_calendar, *old_event, *new_event;

  pact_record_set (milestone, "title", "Before");
  before = make_plan (records);
  pact_record_set (milestone, "title", "After");
  pact_record_set (milestone, "due", "2028-05-06");
  g_free (milestone->modified);
  milestone->modified = g_strdup ("2026-12-01T09:10:11Z");
  after = make_plan (records);
  old_calendar = read_calendar (before);
  new_calendar = read_calendar (after);
  old_event = find_event (old_calendar, "Due: Before");
  new_event = find_event (new_calendar, "Due: After");

  assert_days (new_event, "20280506", "20280507");
  g_assert_cmpstr (icalcomponent_get_uid (old_event), ==, icalcomponent_get_uid (new_event));
  g_assert_cmpstr (icalcomponent_get_uid (old_event), !=, milestone->uuid);
  g_assert_cmpint (icalcomponent_get_sequence (old_event), <, icalcomponent_get_sequence (new_event));
  g_assert_cmpstr (icaltime_as_ical_string (icalcomponent_get_dtstamp (new_event)), ==, "20261201T091011Z");
  icalcomponent_free (old_calendar);
  icalcomponent_free (new_calendar);
}

/* What is reached, completed, dropped or left out of the plan is nobody's date any more. */
static void
test_over (void)
{
  static const struct { const char *field; const char *value; } cases[] = {
    { "status", "completed" }, { "status", "dropped" }, { "inclusion", "later" }, { "inclusion", "excluded" },
  };
  g_autoptr (GPtrArray) records = read_records ("en");
  PactRecord *milestone = find_record (records, "milestone", "reached_on", NULL);
  PactRecord *measure = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      if (g_str_equal (((PactRecord *) g_ptr_array_index (records, i))->uuid, milestone->parent))
        measure = g_ptr_array_index (records, i);
    }
  pact_record_set (milestone, "title", "Then");
  pact_record_set (measure, "title", "This");
  for (gsize i = 0; i <= G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PactPlan) plan = NULL;
      gboolean is_there = i == G_N_ELEMENTS (cases);
      icalcomponent *calendar;

      pact_record_set (measure, "status", "on-track");
      pact_record_set (measure, "inclusion", "included");
      if (!is_there)
        pact_record_set (measure, cases[i].field, cases[i].value);
      plan = make_plan (records);
      calendar = read_calendar (plan);
      g_assert_cmpint (find_event (calendar, "Due: Then") != NULL, ==, is_there);
      g_assert_cmpint (find_event (calendar, "Start: This") != NULL, ==, is_there);
      g_assert_cmpint (find_event (calendar, "End: This") != NULL, ==, is_there);
      icalcomponent_free (calendar);
    }

  {
    g_autoptr (PactPlan) plan = NULL;
    icalcomponent *calendar;

    pact_record_set (milestone, "reached_on", "2026-10");
    plan = make_plan (records);
    calendar = read_calendar (plan);
    g_assert_null (find_event (calendar, "Due: Then"));
    g_assert_nonnull (find_event (calendar, "End: This"));
    icalcomponent_free (calendar);
  }
}

/* A pillar is one category, whatever its title has in it. */
static void
test_category (void)
{
  g_autoptr (GPtrArray) records = read_records ("en");
  g_autoptr (PactPlan) plan = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  pact_record_set (find_record (records, "pillar", NULL, NULL), "title", "Steer, pay; see \\ learn");
  plan = make_plan (records);
  bytes = write_plan (plan, "ics", &(PactReportOptions){ 0 });
  text = dup_text (bytes);
  g_assert_nonnull (strstr (text, "\r\nCATEGORIES:Steer\\, pay\\; see \\\\ learn\r\n"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/data/headings", test_headings);
  g_test_add_func ("/data/sums", test_sums);
  g_test_add_func ("/data/numbers", test_numbers);
  g_test_add_func ("/data/currencies", test_currencies);
  g_test_add_func ("/data/same-bytes", test_same_bytes);
  g_test_add_func ("/data/empty", test_empty);
  g_test_add_func ("/data/table", test_table);
  g_test_add_func ("/data/withheld", test_withheld);
  g_test_add_func ("/data/calendar", test_calendar);
  g_test_add_func ("/data/days", test_days);
  g_test_add_func ("/data/update", test_update);
  g_test_add_func ("/data/over", test_over);
  g_test_add_func ("/data/category", test_category);

  return g_test_run ();
}
