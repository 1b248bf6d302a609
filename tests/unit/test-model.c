/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <string.h>

#include "pact-date.h"
#include "pact-money.h"
#include "pact-paths.h"
#include "pact-text.h"
#include "pact-value.h"
#include "pact-vocabularies.h"
#include "sample.h"
#include "test-config.h"

static void
for_each_field (void (*func) (const PactKind *kind, const PactField *field))
{
  const PactModel *model = pact_model_get_default ();

  for (gsize i = 0; i < model->n_kinds; i++)
    {
      for (gsize j = 0; j < model->kinds[i].n_fields; j++)
        func (&model->kinds[i], &model->kinds[i].fields[j]);
    }
}

/* For the log, whose lines a control character would break. */
static void
show (const char *what,
      const char *value)
{
  g_autofree char *escaped = g_strescape (value, NULL);

  g_test_message ("%s: %s", what, escaped);
}

static gboolean
is_snake_case (const char *name)
{
  return g_regex_match_simple ("^[a-z][a-z0-9]*(_[a-z0-9]+)*$", name, G_REGEX_DOLLAR_ENDONLY, 0);
}

static gboolean
is_kebab_case (const char *name)
{
  return g_regex_match_simple ("^[a-z0-9]+(-[a-z0-9]+)*$", name, G_REGEX_DOLLAR_ENDONLY, 0);
}

/* A program of the build folder uses what stands there. */
static void
test_paths (void)
{
  g_assert_cmpstr (pact_paths_get_templates_dir (), ==, PACT_SOURCE_DIR "/data/templates");
  g_assert_cmpstr (pact_paths_get_locale_dir ("pact-planner"), ==, PACT_BUILD_DIR "/po");
  g_assert_cmpstr (pact_paths_get_locale_dir ("pact-planner-templates"), ==, PACT_BUILD_DIR "/po/templates");
}

static void
test_kinds (void)
{
  const PactModel *model = pact_model_get_default ();

  g_assert_cmpuint (model->n_kinds, <=, PACT_MAX_KINDS);
  g_assert_cmpstr (pact_model_get_root (model)->name, ==, "plan");
  g_assert_null (model->kinds[0].parents[0]);
  g_assert_null (pact_model_find_kind (model, "action"));

  for (gsize i = 0; i < model->n_kinds; i++)
    {
      const PactKind *kind = &model->kinds[i];

      g_assert_true (is_snake_case (kind->name));
      g_assert_true (is_snake_case (kind->collection));
      g_assert_true (pact_model_find_kind (model, kind->name) == kind);
      g_assert_cmpuint (pact_model_get_index (model, kind), ==, i);
      g_assert_nonnull (pact_kind_get_label (kind));
      g_assert_nonnull (pact_kind_get_label_plural (kind));
      for (int verb = 0; verb < PACT_N_VERBS; verb++)
        g_assert_nonnull (pact_kind_get_verb_label (kind, verb));

      /* Parents stand before their children, except where kinds may contain each other. */
      g_assert_true (i == 0 || kind->parents[0] != NULL);
      for (gsize j = 0; kind->parents[j] != NULL; j++)
        {
          const PactKind *parent = pact_model_find_kind (model, kind->parents[j]);

          g_assert_nonnull (parent);
          g_assert_true (pact_kind_may_contain (parent, kind));
          g_assert_cmpuint (pact_model_get_index (model, parent), <, i);
        }
      for (gsize j = 0; j < i; j++)
        {
          g_assert_cmpstr (kind->name, !=, model->kinds[j].name);
          g_assert_cmpstr (kind->collection, !=, model->kinds[j].collection);
        }
    }
}

static void
check_field (const PactKind *kind,
             const PactField *field)
{
  gboolean is_choice = field->type == PACT_TYPE_CHOICE || field->type == PACT_TYPE_CHOICES;
  gboolean is_number = field->type == PACT_TYPE_INTEGER || field->type == PACT_TYPE_MONEY;

  g_test_message ("%s.%s", kind->name, field->name);
  g_assert_true (is_snake_case (field->name));
  g_assert_true (pact_kind_find_field (kind, field->name) == field);
  g_assert_cmpuint (pact_kind_get_field_index (kind, field), ==, field - kind->fields);
  g_assert_nonnull (pact_field_get_label (field));
  g_assert_cmpint (is_choice, ==, field->vocabulary != NULL);
  g_assert_cmpint (field->type == PACT_TYPE_REFERENCE, ==, field->target != NULL);
  if (field->target != NULL)
    g_assert_nonnull (pact_model_find_kind (pact_model_get_default (), field->target));
  if (is_number)
    g_assert_cmpint (field->minimum, <, field->maximum);
  if (field->type == PACT_TYPE_TEXT || field->type == PACT_TYPE_PROSE)
    g_assert_cmpint (field->maximum, >, 0);
  if (field->format != PACT_FORMAT_NONE)
    g_assert_cmpint (field->type, ==, PACT_TYPE_TEXT);

  /* The database keeps these beside the fields, and the file too. */
  for (const char *const *name = (const char *const[]){ "id", "uuid", "parent", "position", "created", "modified", "extra",
                                                         "trashed", NULL }; *name != NULL; name++)
    g_assert_cmpstr (field->name, !=, *name);
}

static void
test_fields (void)
{
  for_each_field (check_field);
}

/* A kind of children and a field of their parent are members of the same object of the file. */
static void
test_members_are_unique (void)
{
  const PactModel *model = pact_model_get_default ();

  for (gsize i = 0; i < model->n_kinds; i++)
    {
      for (gsize j = 0; j < model->n_kinds; j++)
        {
          if (pact_kind_may_contain (&model->kinds[i], &model->kinds[j]))
            g_assert_null (pact_kind_find_field (&model->kinds[i], model->kinds[j].collection));
        }
    }
}

static void
check_vocabulary (const PactKind *kind,
                  const PactField *field)
{
  const PactVocabulary *vocabulary = field->vocabulary;

  if (vocabulary == NULL)
    return;

  g_assert_true (is_snake_case (vocabulary->name));
  g_assert_cmpuint (vocabulary->n_terms, >=, 2);
  for (gsize i = 0; i < vocabulary->n_terms; i++)
    {
      const PactTerm *term = &vocabulary->terms[i];

      g_test_message ("%s: %s", vocabulary->name, term->code);
      g_assert_true (is_kebab_case (term->code));
      g_assert_true (pact_vocabulary_find (vocabulary, term->code) == term);
      g_assert_cmpstr (pact_vocabulary_get_label (vocabulary, term), !=, "");
      if (term->criterion != NULL)
        g_assert_nonnull (pact_vocabulary_get_criterion (vocabulary, term));
    }
  g_assert_null (pact_vocabulary_find (vocabulary, "no-such-code"));
}

static void
test_vocabularies (void)
{
  for_each_field (check_vocabulary);
}

static void
test_dates (void)
{
  static const char *const good[] = { "1000", "9999", "2027", "2027-01", "2027-12", "2028-02-29", "2027-12-31" };
  static const char *const bad[] = { "", "999", "0999", "20277", "2027-", "2027-0", "2027-00", "2027-13", "2027-1", "2027-01-",
                                     "2027-01-00", "2027-02-29", "2027-04-31", "2027-01-011", "2027/01/01", " 2027", "2027 ",
                                     "-2027", "2027-01-01T00:00:00Z" };
  PactDate date;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *text = NULL;

      g_assert_true (pact_date_parse (good[i], &date));
      text = pact_date_to_string (&date);
      g_assert_cmpstr (text, ==, good[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_false (pact_date_parse (bad[i], &date));
    }
}

static void
check_days (const char *text,
            const char *first,
            const char *last)
{
  PactDate date;
  g_autoptr (GDate) first_day = NULL;
  g_autoptr (GDate) last_day = NULL;
  char buffer[32];

  g_assert_true (pact_date_parse (text, &date));
  first_day = pact_date_first_day (&date);
  last_day = pact_date_last_day (&date);
  g_date_strftime (buffer, sizeof buffer, "%Y-%m-%d", first_day);
  g_assert_cmpstr (buffer, ==, first);
  g_date_strftime (buffer, sizeof buffer, "%Y-%m-%d", last_day);
  g_assert_cmpstr (buffer, ==, last);
}

static void
test_days (void)
{
  check_days ("2027", "2027-01-01", "2027-12-31");
  check_days ("2028-02", "2028-02-01", "2028-02-29");
  check_days ("2027-02", "2027-02-01", "2027-02-28");
  check_days ("2027-04", "2027-04-01", "2027-04-30");
  check_days ("2027-04-15", "2027-04-15", "2027-04-15");
}

static const PactField text_field = { .name = "t", .type = PACT_TYPE_TEXT, .maximum = 5 };
static const PactField prose_field = { .name = "p", .type = PACT_TYPE_PROSE, .maximum = 20 };
static const PactField choice_field = { .name = "c", .type = PACT_TYPE_CHOICE, .vocabulary = &pact_vocabulary_priority };
static const PactField choices_field = { .name = "cs", .type = PACT_TYPE_CHOICES, .vocabulary = &pact_vocabulary_priority };
static const PactField date_field = { .name = "d", .type = PACT_TYPE_DATE };
static const PactField integer_field = { .name = "i", .type = PACT_TYPE_INTEGER, .minimum = -10, .maximum = 2000 };
static const PactField money_field = { .name = "m", .type = PACT_TYPE_MONEY, .maximum = PACT_MAX_INTEGER };
static const PactField decimal_field = { .name = "x", .type = PACT_TYPE_DECIMAL };
static const PactField floor_field = { .name = "f", .type = PACT_TYPE_DECIMAL, .flags = PACT_FIELD_FLOOR };
static const PactField boolean_field = { .name = "b", .type = PACT_TYPE_BOOLEAN };
static const PactField country_field = { .name = "y", .type = PACT_TYPE_COUNTRY };
static const PactField subdivision_field = { .name = "s", .type = PACT_TYPE_SUBDIVISION };
static const PactField language_field = { .name = "l", .type = PACT_TYPE_LANGUAGE };
static const PactField currency_field = { .name = "e", .type = PACT_TYPE_CURRENCY };
static const PactField reference_field = { .name = "r", .type = PACT_TYPE_REFERENCE, .target = "actor" };
static const PactField timestamp_field = { .name = "z", .type = PACT_TYPE_TIMESTAMP };

static const PactField picture_field = { .name = "w", .type = PACT_TYPE_PICTURE };

static const struct
{
  const PactField *field;
  const char *good[8];
  const char *bad[16];
} checks[] = {
  { &text_field, { "a", "äöü€🌍", "5 < 6", " a " }, { "", "abcdef", "a\nb", "a\tb", "\x7f", "\xff", "\xc2\x85" } },
  { &prose_field, { "a\n\tb", "äöü", "\n" }, { "", "a\rb", "a\x1b[0mb", "123456789012345678901", "\xc3" } },
  { &choice_field, { "high", "low" }, { "", "High", "high ", "high low", "urgent" } },
  { &choices_field, { "high", "highest low", "highest high medium low" },
    { "", " ", "low high", "high high", "high  low", "high low ", "urgent", "high urgent" } },
  { &date_field, { "2027", "2027-03", "2027-03-15" }, { "", "3/2027", "2027-3", "2027-02-30" } },
  { &integer_field, { "0", "5", "-10", "2000" },
    { "", "-11", "2001", "05", "-0", "+5", "5.0", "1e3", " 5", "5 ", "99999999999999999999", "1 000" } },
  { &money_field, { "0", "9007199254740991" }, { "-1", "9007199254740992", "1.50", "" } },
  { &decimal_field, { "0", "-5", "5.50", "0012.500", "1234567890123456789012345678901234567890" },
    { "", "5.", ".5", "1e5", "+5", "<5", "5,0", "NaN", "12345678901234567890123456789012345678901", "5 " } },
  { &floor_field, { "<5", "<10", "5.5" }, { "<", "<-5", "< 5", "<5.5", "<<5", ">5" } },
  { &boolean_field, { "1", "0" }, { "", "true", "yes", "01", "2" } },
  { &country_field, { "DE", "FR" }, { "", "de", "DEU", "D1", "Germany" } },
  { &subdivision_field, { "DE-BW", "FR-75C", "AT-9" }, { "", "DE", "DE-", "DE-ABCD", "de-BW", "DE-bw", "DE_BW" } },
  { &language_field, { "de", "fr-CH", "sr-Latn-RS", "es-419" },
    { "", "d", "Deutsch", "DE", "de_DE", "de-", "de-toolongsubtag", "aa-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd" } },
  { &currency_field, { "EUR", "CHF" }, { "", "eur", "EU", "EURO", "€" } },
  { &reference_field, { "0123abcd-0000-4000-8000-0123456789ab" },
    { "", "0123ABCD-0000-4000-8000-0123456789AB", "0123abcd000040008000-0123456789ab", "{0123abcd-0000-4000-8000-0123456789ab}" } },
  { &timestamp_field, { "2027-03-15T23:59:59Z" },
    { "", "2027-03-15", "2027-03-15T23:59:59", "2027-03-15T24:00:00Z", "2027-13-15T00:00:00Z", "2027-03-15 23:59:59Z",
      "2027-03-15T23:59:59+01:00", "2027-03-15T23:59:59Z\n" } },
  { &picture_field, { SAMPLE_PICTURE }, { "", "a picture", SAMPLE_PICTURE "AAAA" } },
};

/* A date moves by months as in a spreadsheet, as precise as it was; what cannot move stays. */
static void
test_months (void)
{
  static const struct
  {
    const char *date;
    int n_months;
    const char *moved; /* NULL: it stays */
  } cases[] = {
    { "2027-03", 1, "2027-04" },
    { "2027-12", 1, "2028-01" },
    { "2027-01", -1, "2026-12" },
    { "2027-03-15", 6, "2027-09-15" },
    { "2027-01-31", 1, "2027-02-28" },
    { "2027-01-31", 13, "2028-02-29" },
    { "2028-02-29", 12, "2029-02-28" },
    { "2027-03-31", -1, "2027-02-28" },
    { "2027", 12, "2028" },
    { "2027", -24, "2025" },
    { "2027", 0, "2027" },
    { "2027", 6, NULL },
    { "9999-12", 1, NULL },
    { "9999", 12, NULL },
    { "1000-01", -1, NULL },
    { "2027-01", G_MAXINT, NULL },
    { "2027-01", G_MININT, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PactDate date;
      g_autofree char *text = NULL;

      g_assert_true (pact_date_parse (cases[i].date, &date));
      g_assert_cmpint (pact_date_add_months (&date, cases[i].n_months), ==, cases[i].moved != NULL);
      text = pact_date_to_string (&date);
      g_assert_cmpstr (text, ==, cases[i].moved != NULL ? cases[i].moved : cases[i].date);
    }
}

static void
test_checks (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autoptr (GError) none = NULL;

      g_assert_true (pact_field_check (checks[i].field, NULL, NULL));
      for (gsize j = 0; checks[i].good[j] != NULL; j++)
        {
          show (checks[i].field->name, checks[i].good[j]);
          pact_field_check (checks[i].field, checks[i].good[j], &none);
          g_assert_no_error (none);
        }
      for (gsize j = 0; checks[i].bad[j] != NULL; j++)
        {
          g_autoptr (GError) error = NULL;

          show (checks[i].field->name, checks[i].bad[j]);
          g_assert_false (pact_field_check (checks[i].field, checks[i].bad[j], &error));
          g_assert_error (error, PACT_MODEL_ERROR, PACT_MODEL_ERROR_INVALID);
          g_assert_cmpstr (error->message, !=, "");
        }
    }
}

static void
test_messages (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (pact_field_check (&integer_field, "2001", &error));
  g_assert_cmpstr (error->message, ==, "The number must lie between -10 and 2000.");
  g_clear_error (&error);
  g_assert_false (pact_field_check (&text_field, "abcdef", &error));
  g_assert_cmpstr (error->message, ==, "The text is 1 character too long. There is room for 5: shorten it.");
  g_clear_error (&error);
  g_assert_false (pact_field_check (&text_field, "äöüßabc", &error));
  g_assert_cmpstr (error->message, ==, "The text is 2 characters too long. There is room for 5: shorten it.");
}

static void
check_joined (const char *const *codes,
              const char *expected)
{
  g_autofree char *value = pact_field_join_codes (&choices_field, codes);

  g_assert_cmpstr (value, ==, expected);
}

static void
test_codes (void)
{
  check_joined ((const char *const[]){ NULL }, NULL);
  check_joined ((const char *const[]){ "urgent", NULL }, NULL);
  check_joined ((const char *const[]){ "low", "highest", "low", "urgent", NULL }, "highest low");

  g_assert_true (pact_codes_contain ("highest low", "highest"));
  g_assert_true (pact_codes_contain ("highest low", "low"));
  g_assert_false (pact_codes_contain ("highest low", "high"));
  g_assert_true (pact_codes_contain ("highest high", "high"));
  g_assert_false (pact_codes_contain ("below low-er", "low"));
  g_assert_false (pact_codes_contain (NULL, "low"));
}

static void
test_currencies (void)
{
  g_assert_cmpint (pact_currency_get_digits ("EUR"), ==, 2);
  g_assert_cmpint (pact_currency_get_digits ("ISK"), ==, 0);
  g_assert_cmpint (pact_currency_get_digits ("TND"), ==, 3);
  g_assert_cmpint (pact_currency_get_digits (NULL), ==, 2);
  g_assert_cmpint (pact_currency_count_minor_units ("EUR"), ==, 100);
  g_assert_cmpint (pact_currency_count_minor_units ("ISK"), ==, 1);
  g_assert_cmpint (pact_currency_count_minor_units ("TND"), ==, 1000);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/paths", test_paths);
  g_test_add_func ("/model/kinds", test_kinds);
  g_test_add_func ("/model/fields", test_fields);
  g_test_add_func ("/model/members-are-unique", test_members_are_unique);
  g_test_add_func ("/model/vocabularies", test_vocabularies);
  g_test_add_func ("/model/dates", test_dates);
  g_test_add_func ("/model/days", test_days);
  g_test_add_func ("/model/months", test_months);
  g_test_add_func ("/model/currencies", test_currencies);
  g_test_add_func ("/model/checks", test_checks);
  g_test_add_func ("/model/messages", test_messages);
  g_test_add_func ("/model/codes", test_codes);

  return g_test_run ();
}
