/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <string.h>

#include "pact-template.h"
#include "sample.h"
#include "template-fixture.h"

static PactTemplate *
write_and_read (GPtrArray *records,
                PactTemplate *base,
                const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = pact_template_write (records, base, title, &error);
  g_autoptr (GBytes) again = pact_template_write (records, base, title, NULL);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, again));

  return template_fixture_read_bytes (bytes);
}

/* A plan made of a template gives the same plan again, by way of a template of one's own. */
static void
test_round_trip (void)
{
  g_autoptr (PactTemplate) template = template_fixture_read_small ();
  g_autoptr (GPtrArray) records = pact_template_instantiate (template, "fr");
  g_autoptr (PactTemplate) own = write_and_read (records, NULL, "Ma ville: été 2027!");
  g_autoptr (GPtrArray) copy = pact_template_instantiate (own, NULL);

  g_assert_true (g_str_has_prefix (pact_template_get_id (own), "own-ma-ville-ete-2027-"));
  g_assert_cmpstr (pact_template_get_title (own, NULL), ==, "Ma ville: été 2027!");
  g_assert_cmpstr (pact_template_get_language (own), ==, "fr");
  g_assert_cmpuint (copy->len, ==, records->len);
  for (guint i = 1; i < copy->len; i++)
    {
      const PactRecord *one = g_ptr_array_index (records, i);
      const PactRecord *two = g_ptr_array_index (copy, i);

      g_assert_true (one->kind == two->kind);
      g_assert_cmpint (one->position, ==, two->position);
      for (gsize j = 0; j < one->kind->n_fields; j++)
        {
          /* Each says which version of which template said it. */
          if (one->kind->fields[j].type != PACT_TYPE_JSON)
            g_assert_cmpstr (one->values[j], ==, two->values[j]);
        }
    }
}

/* From which plan of whom it was made and when, and with what that began. */
static void
test_origin (void)
{
  g_autoptr (PactTemplate) template = template_fixture_read_small ();
  g_autoptr (GPtrArray) records = pact_template_instantiate (template, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *year = g_date_time_format (now, "%Y");
  g_autoptr (PactTemplate) with_base = NULL, alone = NULL, of_another = NULL;

  pact_record_set (g_ptr_array_index (records, 0), "title", "Freiburg protects children");
  alone = write_and_read (records, NULL, "Ours");
  g_assert_nonnull (strstr (pact_template_get_basis (alone, NULL), year));
  g_assert_true (g_str_has_suffix (pact_template_get_basis (alone, NULL), " from the plan “Freiburg protects children”."));

  pact_record_set (g_ptr_array_index (records, 0), "authority_name", "Stadt Freiburg");
  pact_record_set (g_ptr_array_index (records, 0), "template_version", "1.1.0");
  with_base = write_and_read (records, template, "Ours");
  g_assert_true (g_str_has_suffix (pact_template_get_basis (with_base, NULL),
                                   " from the plan “Freiburg protects children” (Stadt Freiburg). "
                                   "The plan began with the template “A small template”, version 1.1.0."));
  /* What it is known by does not depend on that. */
  pact_record_set (g_ptr_array_index (records, 0), "authority_name", "Stadt Konstanz");
  of_another = write_and_read (records, template, "Ours");
  g_assert_cmpstr (pact_template_get_basis (of_another, NULL), !=, pact_template_get_basis (with_base, NULL));
  g_assert_cmpstr (pact_template_get_id (of_another), ==, pact_template_get_id (with_base));
}

/* Nothing but the title is another one, and plans know it still. */
static void
test_rename (void)
{
  g_autoptr (PactTemplate) template = template_fixture_read_small ();
  g_autoptr (GPtrArray) records = pact_template_instantiate (template, NULL);
  g_autoptr (PactTemplate) own = write_and_read (records, template, "Ours");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) none = pact_template_write_renamed (own, "\342\200\213", &error);
  g_autoptr (GBytes) bytes = NULL, back = NULL, again = NULL;
  g_autoptr (PactTemplate) renamed = NULL;

  g_assert_null (none);
  g_assert_error (error, PACT_TEMPLATE_ERROR, PACT_TEMPLATE_ERROR_WRITE);
  g_clear_error (&error);

  bytes = pact_template_write_renamed (own, " Wie wir „es“\nmachen ", &error);
  g_assert_no_error (error);
  renamed = template_fixture_read_bytes (bytes);
  g_assert_cmpstr (pact_template_get_title (renamed, NULL), ==, "Wie wir „es“ machen");
  g_assert_cmpstr (pact_template_get_id (renamed), ==, pact_template_get_id (own));
  g_assert_cmpstr (pact_template_get_title (own, NULL), ==, "Ours");

  back = pact_template_write_renamed (renamed, "Ours", &error);
  g_assert_no_error (error);
  again = pact_template_write_renamed (own, "Ours", &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (back, again));
}

/* What somebody wrote is not this program's suggestion, nor is what they kept of one. */
static void
test_provenance (void)
{
  g_autoptr (PactTemplate) template = template_fixture_read_small ();
  g_autoptr (GPtrArray) records = pact_template_instantiate (template, NULL);
  PactRecord *kept = (PactRecord *) template_fixture_find (records, "Pv1");
  PactRecord *written = (PactRecord *) template_fixture_find (records, "Pv2");
  g_autoptr (PactTemplate) own = NULL;

  g_assert_null (pact_record_get (written, "provenance"));
  own = write_and_read (records, template, "Ours");
  g_assert_cmpstr (pact_template_item_get_provenance (pact_template_find (own, "Pv1")), ==, "article");
  g_assert_null (pact_template_item_get_provenance (pact_template_find (own, "Pv2")));
  g_clear_object (&own);

  pact_record_set (kept, "provenance", "suggestion");
  own = write_and_read (records, template, "Ours");
  g_assert_null (pact_template_item_get_provenance (pact_template_find (own, "Pv1")));
}

/* What stands beside a measure and not in the plan: whoever uses the template of one's own still reads how to do it, and
 * on what it is based. */
static void
test_guidance (void)
{
  g_autoptr (PactTemplate) template = template_fixture_read_small ();
  g_autoptr (GPtrArray) records = pact_template_instantiate (template, NULL);
  PactRecord *measure = (PactRecord *) template_fixture_find (records, "Pv1");
  g_autofree char *words = g_strnfill (500, 'w');
  g_autofree char *whole = g_strconcat (words, "\n\nBegin with the teachers.", NULL);
  g_autoptr (PactTemplate) own = NULL, alone = NULL, long_one = NULL;
  g_autoptr (GPtrArray) cited = NULL, all = NULL, none = NULL;
  const PactSource *source;

  own = write_and_read (records, template, "With guidance");
  cited = pact_template_item_get_sources (pact_template_find (own, "Pv1"), NULL);
  all = pact_template_get_sources (own, NULL);
  g_assert_cmpstr (pact_template_item_get_guidance (pact_template_find (own, "Pv1"), NULL), ==, "Begin with the teachers.");
  g_assert_null (pact_template_item_get_guidance (pact_template_find (own, "Pv2"), NULL));
  g_assert_cmpuint (cited->len, ==, 2);
  g_assert_cmpuint (all->len, ==, 2);
  source = g_ptr_array_index (cited, 0);
  g_assert_cmpstr (source->id, ==, "S1");
  g_assert_cmpstr (source->url, ==, "https://example.org/convention");

  /* A description that has become too long goes before it. */
  pact_record_set (measure, "description", words);
  long_one = write_and_read (records, template, "Long");
  g_assert_cmpstr (pact_template_item_get_guidance (pact_template_find (long_one, "Pv1"), NULL), ==, whole);

  /* The template is not there any more. */
  alone = write_and_read (records, NULL, "Alone");
  none = pact_template_get_sources (alone, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

/* A plan in which every field is filled in leaves behind what is the plan's own. */
static void
test_write_full (void)
{
  static const char *const kept[] = { "title", "aim", "description", "expected_result", "concept", "provenance",
                                      "action_type", "further_pillars", "target_groups", "settings", "legal_basis",
                                      "legal_note", "lead_type", "partner_types", "level", "type", "unit", "steps", "method",
                                      "frequency", "counts_people", "template_key", NULL };
  g_autoptr (GPtrArray) records = sample_records_new (pact_model_get_default ());
  g_autoptr (PactTemplate) own = write_and_read (records, NULL, "Full");
  g_autoptr (GPtrArray) copy = pact_template_instantiate (own, NULL);

  template_fixture_check (copy);
  g_assert_cmpuint (pact_template_count (own, "measure"), ==, 2 * 2 * 2);
  for (guint i = 1; i < copy->len; i++)
    {
      const PactRecord *record = g_ptr_array_index (copy, i);

      for (gsize j = 0; j < record->kind->n_fields; j++)
        {
          /* What the plan remembers of a template it remembers of the new one. */
          if (record->kind->fields[j].type != PACT_TYPE_JSON && !g_strv_contains (kept, record->kind->fields[j].name))
            g_assert_cmpstr (record->values[j], ==, NULL);
        }
    }
}

static GPtrArray *
make_plan (const char *title,
           const char *description)
{
  static const char *const kinds[] = { "plan", "pillar", "objective", "measure", "measure" };
  const PactModel *model = pact_model_get_default ();
  GPtrArray *records = pact_record_list_new ();
  const char *parents[] = { NULL, NULL, NULL, NULL, NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      PactRecord *record = pact_record_new (pact_model_find_kind (model, kinds[i]), parents[i]);

      /* The second measure stands beside the first, and was made by duplicating it. */
      for (gsize j = i + 1; j < G_N_ELEMENTS (kinds) && i < 3; j++)
        parents[j] = record->uuid;
      if (i == 3 || i == 4)
        {
          pact_record_set (record, "title", title);
          pact_record_set (record, "description", description);
          pact_record_set (record, "template_key", "M1");
        }
      record->position = i * PACT_POSITION_STEP;
      g_ptr_array_add (records, record);
    }

  return records;
}

static void
test_write_long (void)
{
  g_autofree char *many = g_strnfill (100, 'm');
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (PactTemplate) own = NULL;
  g_autoptr (GPtrArray) copy = NULL;
  const char *description;

  for (int i = 0; i < 100; i++)
    g_string_append (words, "größer ");
  g_string_append (words, "end");
  records = make_plan (many, words->str);
  own = write_and_read (records, NULL, "Long");
  copy = pact_template_instantiate (own, NULL);
  template_fixture_check (copy);

  g_assert_cmpuint (pact_template_count (own, "measure"), ==, 2);
  g_assert_cmpint (g_utf8_strlen (pact_record_get (template_fixture_find (copy, "M1"), "title"), -1), ==, 90);
  description = pact_record_get (template_fixture_find (copy, "M1"), "description");
  g_assert_cmpint (g_utf8_strlen (description, -1), <=, 400);
  g_assert_cmpint (g_utf8_strlen (description, -1), >, 380);
  g_assert_true (g_str_has_suffix (description, "größer…"));
  g_assert_cmpstr (pact_template_item_get_guidance (pact_template_find (own, "M1"), NULL), ==, words->str);
  g_assert_nonnull (template_fixture_find (copy, "pillar-1-1-2"));
}

static void
test_write_titles (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *many = g_strnfill (300, 'm');
  g_autoptr (GPtrArray) records = make_plan (NULL, NULL);
  g_autoptr (PactTemplate) arabic = write_and_read (records, NULL, "خطة");
  g_autoptr (PactTemplate) broken = write_and_read (records, NULL, " two\nlines ");
  g_autoptr (PactTemplate) next_line = write_and_read (records, NULL, "two\302\205lines");
  g_autoptr (PactTemplate) long_one = write_and_read (records, NULL, many);
  g_autoptr (GBytes) none = pact_template_write (records, NULL, " \n", &error);

  g_assert_true (g_str_has_prefix (pact_template_get_id (arabic), "own-"));
  g_assert_true (g_str_has_prefix (pact_template_get_id (broken), "own-two-lines-"));
  g_assert_cmpstr (pact_template_get_title (broken, NULL), ==, "two lines");
  g_assert_cmpstr (pact_template_get_title (next_line, NULL), ==, "two lines");
  g_assert_cmpint (g_utf8_strlen (pact_template_get_title (long_one, NULL), -1), ==, 200);
  g_assert_null (none);
  g_assert_error (error, PACT_TEMPLATE_ERROR, PACT_TEMPLATE_ERROR_WRITE);
}

/* A plan that was saved, changed and saved again under its title gives two templates that can be used beside each other. */
static void
test_write_again (void)
{
  g_autoptr (GPtrArray) records = make_plan ("Train the staff", NULL);
  g_autoptr (PactTemplate) first = write_and_read (records, NULL, "Our plan");
  g_autoptr (PactTemplate) same = write_and_read (records, NULL, "Our plan");
  g_autoptr (PactTemplate) second = NULL;
  g_autoptr (PactTemplate) french = NULL;

  pact_record_set (g_ptr_array_index (records, 4), "title", "Train all of the staff");
  second = write_and_read (records, NULL, "Our plan");
  pact_record_set (g_ptr_array_index (records, 0), "language", "fr");
  french = write_and_read (records, NULL, "Our plan");

  g_assert_cmpstr (pact_template_get_id (first), ==, pact_template_get_id (same));
  g_assert_cmpstr (pact_template_get_id (first), !=, pact_template_get_id (second));
  g_assert_cmpstr (pact_template_get_id (second), !=, pact_template_get_id (french));
}

/* A plan with the longest texts there are gives a template that can be read. */
static void
test_limits (void)
{
  g_autoptr (GPtrArray) records = sample_records_at_limits (pact_model_get_default (), TRUE);
  g_autofree char *title = g_strnfill (5000, 'w');
  g_autoptr (PactTemplate) own = NULL;

  /* The languages of templates have names. */
  pact_record_set (g_ptr_array_index (records, 0), "language", "de");
  own = write_and_read (records, NULL, title);
  g_assert_cmpint (g_utf8_strlen (pact_template_get_title (own, NULL), -1), ==, 200);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template-write/round-trip", test_round_trip);
  g_test_add_func ("/template-write/origin", test_origin);
  g_test_add_func ("/template-write/rename", test_rename);
  g_test_add_func ("/template-write/provenance", test_provenance);
  g_test_add_func ("/template-write/guidance", test_guidance);
  g_test_add_func ("/template-write/full", test_write_full);
  g_test_add_func ("/template-write/long", test_write_long);
  g_test_add_func ("/template-write/limits", test_limits);
  g_test_add_func ("/template-write/titles", test_write_titles);
  g_test_add_func ("/template-write/again", test_write_again);

  return g_test_run ();
}
