/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <string.h>

#include "locales.h"
#include "pact-plan.h"
#include "pact-value.h"
#include "pact-vocabularies.h"
#include "pact-words.h"

static const PactField text_field = { .name = "t", .type = PACT_TYPE_TEXT, .maximum = 5 };
static const PactField prose_field = { .name = "p", .type = PACT_TYPE_PROSE, .maximum = 20 };
static const PactField choice_field = { .name = "c", .type = PACT_TYPE_CHOICE, .vocabulary = &pact_vocabulary_priority };
static const PactField choices_field = { .name = "cs", .type = PACT_TYPE_CHOICES, .vocabulary = &pact_vocabulary_priority };
static const PactField date_field = { .name = "d", .type = PACT_TYPE_DATE };
static const PactField integer_field = { .name = "i", .type = PACT_TYPE_INTEGER, .minimum = -20000, .maximum = 20000 };
static const PactField money_field = { .name = "m", .type = PACT_TYPE_MONEY, .maximum = PACT_MAX_INTEGER };
static const PactField decimal_field = { .name = "x", .type = PACT_TYPE_DECIMAL };
static const PactField floor_field = { .name = "f", .type = PACT_TYPE_DECIMAL, .flags = PACT_FIELD_FLOOR };
static const PactField boolean_field = { .name = "b", .type = PACT_TYPE_BOOLEAN };
static const PactField timestamp_field = { .name = "z", .type = PACT_TYPE_TIMESTAMP };

/* An indicator of a plan, which gives values their currency and says what they count. */
typedef struct
{
  PactPlan *plan;
  PactElement *indicator;
  PactElement *reading;
} Fixture;

static PactRecord *
add_record (GPtrArray *records,
            const char *kind_name,
            const char *parent)
{
  PactRecord *record = pact_record_new (pact_model_find_kind (pact_model_get_default (), kind_name), parent);

  g_ptr_array_add (records, record);

  return record;
}

static void
set_up (Fixture *fixture,
        const char *currency,
        const char *type)
{
  static const char *const path[] = { "plan", "pillar", "objective", "measure", "indicator", "reading" };
  g_autoptr (GPtrArray) records = pact_record_list_new ();
  g_autoptr (GError) error = NULL;
  const PactRecord *above = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (path); i++)
    {
      PactRecord *record = add_record (records, path[i], above != NULL ? above->uuid : NULL);

      if (i == 0)
        pact_record_set (record, "currency", currency);
      if (g_str_equal (path[i], "indicator"))
        pact_record_set (record, "type", type);
      above = record;
    }
  fixture->plan = pact_plan_new_from_records (pact_model_get_default (), records, &error);
  g_assert_no_error (error);
  fixture->reading = pact_plan_lookup (fixture->plan, above->uuid);
  fixture->indicator = pact_element_get_parent (fixture->reading);
}

static void
fixture_clear (Fixture *fixture)
{
  g_clear_object (&fixture->plan);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static void
test_typed (void)
{
  static const struct
  {
    const PactField *field;
    const char *text;
    const char *value; /* %NULL for an error, empty for nothing */
  } inputs[] = {
    { &text_field, "  ", "" },
    { &text_field, " a ", "a" },
    { &text_field, "\u00a0\u200b", "" },
    { &text_field, "a\nb", "a b" },
    { &text_field, "a\x1b", "a" },
    { &text_field, "\x1b", "" },
    { &text_field, "abcdef", NULL },
    { &prose_field, "a\r\nb", "a\nb" },
    { &prose_field, "\u3000\n", "" },
    { &date_field, "\u00a0\u200b", "" },
    { &choice_field, " high ", "high" },
    { &choice_field, "urgent", NULL },
    { &date_field, "3/2027", "2027-03" },
    { &date_field, "soon", NULL },
    { &integer_field, "1 000", "1000" },
    { &integer_field, "-5", "-5" },
    { &integer_field, "1.5", NULL },
    { &integer_field, "30000", NULL },
    { &integer_field, "007", "7" },
    { &integer_field, "-0", "0" },
    { &integer_field, "99999999999999999999", NULL },
    { &money_field, "1,234.50", "123450" },
    { &money_field, "a lot", NULL },
    { &decimal_field, "12,50", "12.50" },
    { &decimal_field, "007", "7" },
    { &decimal_field, "00012.50", "12.50" },
    { &decimal_field, "-00.5", "-0.5" },
    { &decimal_field, "-0.00", "0.00" },
    { &decimal_field, "000", "0" },
    { &decimal_field, "<5", NULL },
    { &decimal_field, "5 %", NULL },
    { &decimal_field, "12345678901234567890123456789012345678901", NULL },
    { &floor_field, "<5", "<5" },
    { &floor_field, "<005", "<5" },
    { &floor_field, " < 5 ", "<5" },
    { &floor_field, "<1 000", "<1000" },
    { &floor_field, "<-5", NULL },
    { &floor_field, "few", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *value = pact_value_read (inputs[i].field, inputs[i].text, NULL, NULL, &error);
      g_autofree char *escaped = g_strescape (inputs[i].text, NULL);

      g_test_message ("%s: %s", inputs[i].field->name, escaped);
      if (inputs[i].value == NULL)
        {
          g_assert_null (value);
          g_assert_error (error, PACT_MODEL_ERROR, PACT_MODEL_ERROR_INVALID);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpstr (value, ==, *inputs[i].value != '\0' ? inputs[i].value : NULL);
    }
}

/* A percentage may be written as one where it is asked for. */
static void
test_percentages (void)
{
  const PactField *baseline = NULL, *reading_value = NULL;
  g_auto (Fixture) number = { NULL };
  g_auto (Fixture) percentage = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *refused = NULL;
  g_autofree char *read = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *few = NULL;
  g_autofree char *plain = NULL;
  const PactLocale *locale = pact_locale_get ("de_DE");

  set_up (&number, "EUR", "number");
  set_up (&percentage, "EUR", "percentage");
  baseline = pact_kind_find_field (pact_element_get_kind (percentage.indicator), "baseline");
  reading_value = pact_kind_find_field (pact_element_get_kind (percentage.reading), "value");

  read = pact_value_read (reading_value, "62,5 %", percentage.reading, locale, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read, ==, "62.5");
  shown = pact_value_display (baseline, "62.5", percentage.indicator, locale);
  g_assert_cmpstr (shown, ==, "62,5\u00a0%");
  few = pact_value_display (baseline, "<5", percentage.indicator, locale);
  g_assert_cmpstr (few, ==, "weniger als 5\u00a0%");

  refused = pact_value_read (baseline, "62,5 %", number.indicator, locale, &error);
  g_assert_null (refused);
  g_assert_error (error, PACT_MODEL_ERROR, PACT_MODEL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "percentage"));
  plain = pact_value_display (baseline, "62.5", number.indicator, locale);
  g_assert_cmpstr (plain, ==, "62,5");
}

/* What is shown for editing reads as the same value again, everywhere. */
static void
check_pair (const PactLocale *locale)
{
  static const struct
  {
    const PactField *field;
    const char *values[16];
  } pairs[] = {
    { &text_field, { "a", "äöü€🌍", "5 < 6" } },
    { &prose_field, { "a\n\tb", "äöü" } },
    { &choice_field, { "high", "low" } },
    { &choices_field, { "high", "highest low" } },
    { &date_field, { "2027", "2027-03", "2027-03-01", "2027-03-15", "2027-12-31", "1000-01-01", "9999-12-31" } },
    { &integer_field, { "0", "5", "-10", "2000", "12375", "-20000", "20000" } },
    { &money_field, { "0", "5", "1250", "12375", "1250000", "9007199254740991" } },
    { &decimal_field, { "0", "-5", "5.50", "12.375", "12.376", "12.500", "1234.567", "-0.125", "12375", "1000000.001",
                        "1234567890123456789012345678901234567890" } },
    { &floor_field, { "<5", "<10", "<12375", "5.5" } },
  };
  static const char *const currencies[] = { "EUR", "ISK", "TND", NULL };

  for (gsize c = 0; c < G_N_ELEMENTS (currencies); c++)
    {
      g_auto (Fixture) fixture = { NULL };

      set_up (&fixture, currencies[c], "percentage");
      for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
        {
          for (gsize j = 0; pairs[i].values[j] != NULL; j++)
            {
              g_autoptr (GError) error = NULL;
              g_autofree char *text = pact_value_write (pairs[i].field, pairs[i].values[j], fixture.indicator, locale);
              g_autofree char *value = pact_value_read (pairs[i].field, text, fixture.indicator, locale, &error);

              g_assert_no_error (error);
              g_assert_cmpstr (value, ==, pairs[i].values[j]);
            }
        }
    }
}

static void
test_pairs (void)
{
  for_each_locale (check_pair);
}

/* Takes the example out of a sentence: it stands where “%” stands in @frame. */
static void
check_examples (const PactLocale *locale,
                const PactField *field,
                PactElement *element,
                const char *text,
                const char *frame)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) regex = g_regex_new (frame, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *value = pact_value_read (field, text, element, locale, &error);

  g_assert_null (value);
  g_assert_error (error, PACT_MODEL_ERROR, PACT_MODEL_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_true (g_regex_match (regex, error->message, 0, &match));
  for (int i = 1; i < g_match_info_get_match_count (match); i++)
    {
      g_autofree char *example = g_match_info_fetch (match, i);
      g_autoptr (GError) none = NULL;
      g_autofree char *read = pact_value_read (field, example, element, locale, &none);

      g_assert_no_error (none);
      g_assert_nonnull (read);
    }
}

/* No sentence gives an example that would be refused. */
static void
check_all_examples (const PactLocale *locale)
{
  static const PactField year_field = { .name = "y", .type = PACT_TYPE_INTEGER, .minimum = 1900, .maximum = 2200 };
  g_auto (Fixture) fixture = { NULL };
  const PactField *baseline;

  set_up (&fixture, "EUR", "percentage");
  baseline = pact_kind_find_field (pact_element_get_kind (fixture.indicator), "baseline");
  check_examples (locale, &date_field, NULL, "soon", "such as (.*), (.*) or (.*)\\.$");
  check_examples (locale, &integer_field, NULL, "many", "such as (.*)\\.$");
  check_examples (locale, &integer_field, NULL, "30000", "between (.*) and (.*)\\.$");
  check_examples (locale, &year_field, NULL, "many", "such as (.*)\\.$");
  check_examples (locale, &decimal_field, NULL, "many", "such as (.*)\\.$");
  check_examples (locale, &decimal_field, NULL, "5 %", "such as (.*)\\.$");
  check_examples (locale, baseline, fixture.indicator, "many", "such as (.*)\\.$");
  check_examples (locale, &money_field, fixture.indicator, "a lot", "such as (.*)\\.$");
  check_examples (locale, &money_field, fixture.indicator, "100 CHF", "such as (.*)\\.$");
}

static void
test_examples (void)
{
  for_each_locale (check_all_examples);
}

static void
test_other_currency (void)
{
  g_auto (Fixture) fixture = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;

  set_up (&fixture, "EUR", "number");
  value = pact_value_read (&money_field, "12500 CHF", fixture.indicator, pact_locale_get ("en_GB"), &error);
  g_assert_null (value);
  g_assert_cmpstr (error->message, ==,
                   "The plan’s currency is Euro; “CHF” is another one. "
                   "Write the amount in the plan’s currency, such as 12,500.50 EUR.");
}

static void
check_display (const PactField *field,
               const char *value,
               const char *expected)
{
  g_auto (Fixture) fixture = { NULL };
  g_autofree char *text = NULL;

  set_up (&fixture, "EUR", "number");
  text = pact_value_display (field, value, fixture.indicator, NULL);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_display (void)
{
  check_display (&text_field, NULL, "");
  check_display (&text_field, "a", "a");
  check_display (&choice_field, "high", "High");
  check_display (&choice_field, "from-the-future", "from-the-future");
  check_display (&choices_field, "highest low", "Highest, Low");
  check_display (&date_field, "2027-03", "March 2027");
  check_display (&money_field, "1234550", "12,345.50 EUR");
  check_display (&integer_field, "-5", "-5");
  check_display (&floor_field, "<5", "fewer than 5");
  check_display (&decimal_field, "12345.60", "12,345.60");
  check_display (&boolean_field, "1", "Yes");
  check_display (&boolean_field, "0", "No");
  g_setenv ("TZ", "UTC", TRUE);
  check_display (&timestamp_field, "2027-03-15T13:05:00Z", "15 March 2027, 13:05");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/values/typed", test_typed);
  g_test_add_func ("/values/percentages", test_percentages);
  g_test_add_func ("/values/pairs", test_pairs);
  g_test_add_func ("/values/examples", test_examples);
  g_test_add_func ("/values/other-currency", test_other_currency);
  g_test_add_func ("/values/display", test_display);

  return g_test_run ();
}
