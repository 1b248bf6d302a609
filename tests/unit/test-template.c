/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <string.h>

#include "catalogue-file.h"
#include "folder.h"
#include "pact-paths.h"
#include "pact-template-private.h"
#include "template-fixture.h"

/* The small template with German texts, as if it had come with the program. */
static PactTemplate *
read_translated (const char *folder)
{
  static const char *const german[] = {
    "A convention", "Ein Übereinkommen",
    "A small template", "Eine kleine Vorlage",
    "Begin with the teachers.", "Beginnen Sie mit den Lehrkräften.",
    "Children reached", "Erreichte Kinder",
    "Prevention", "Vorbeugung",
    /* One character too long for the title of a pillar */
    "Protection", "Schutz-------------------------------------------------------------------------------------",
    "Teach children their rights", "Kinder über ihre Rechte unterrichten",
    NULL,
  };
  static const char *const austrian[] = { "Prevention", "Vorbeugung in Österreich", NULL };
  static const char *const french[] = { "Some other template", "Un autre modèle", NULL };
  g_autofree char *text = template_fixture_load ("small.json");
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) problems = g_ptr_array_new ();
  g_autoptr (PactCatalogues) catalogues = pact_catalogues_new (folder, PACT_TEMPLATE_DOMAIN);
  PactTemplate *template;

  catalogue_file_install (folder, "de", PACT_TEMPLATE_DOMAIN, german);
  catalogue_file_install (folder, "de_AT", PACT_TEMPLATE_DOMAIN, austrian);
  catalogue_file_install (folder, "fr", PACT_TEMPLATE_DOMAIN, french);
  template = _pact_template_read (bytes, pact_model_get_default (), catalogues, problems);
  g_assert_cmpuint (problems->len, ==, 0);

  return template;
}

/* What is kept of the template itself is looked at in test-upgrade. */
static void
check_values (const PactRecord *record,
              const char *const *expected)
{
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; expected[i] != NULL; i += 2)
    {
      g_assert_cmpstr (pact_record_get (record, expected[i]), ==, expected[i + 1]);
      g_hash_table_add (named, (gpointer) expected[i]);
    }
  for (gsize i = 0; i < record->kind->n_fields; i++)
    {
      if (record->kind->fields[i].type != PACT_TYPE_JSON && !g_hash_table_contains (named, record->kind->fields[i].name))
        g_assert_cmpstr (record->values[i], ==, NULL);
    }
}

static void
test_read (void)
{
  g_autoptr (PactTemplate) template = template_fixture_read_small ();
  g_auto (GStrv) languages = pact_template_list_languages (template);

  g_assert_cmpstr (pact_template_get_id (template), ==, "small");
  g_assert_cmpstr (pact_template_get_version (template), ==, "1.2.0");
  g_assert_cmpstr (pact_template_get_language (template), ==, "en");
  g_assert_cmpstr (pact_template_get_licence (template), ==, "CC0-1.0");
  g_assert_true (pact_template_is_own (template));
  g_assert_cmpuint (pact_template_count (template, "measure"), ==, 3);
  g_assert_cmpstr (pact_template_get_title (template, NULL), ==, "A small template");
  g_assert_cmpstr (pact_template_get_summary (template, "de"), ==, "Two pillars and three measures.");
  g_assert_cmpstr (pact_template_get_about (template, NULL), ==, "For tests.");
  g_assert_cmpstr (pact_template_get_basis (template, NULL), ==, "Based on nothing.");
  g_assert_cmpuint (g_strv_length (languages), ==, 1);
  g_assert_cmpstr (languages[0], ==, "en");
}

static void
test_items (void)
{
  g_autoptr (PactTemplate) template = template_fixture_read_small ();
  PactTemplateItem *measure = pact_template_find (template, "Pv1");
  PactTemplateItem *bare = pact_template_find (template, "Pv2");
  g_autoptr (GPtrArray) cited = NULL, none = NULL, all = NULL;
  const PactSource *source;

  g_assert_null (pact_template_find (template, "Pv9"));
  g_assert_null (pact_template_find (template, NULL));
  g_assert_nonnull (pact_template_find (template, "prevention"));
  g_assert_nonnull (pact_template_find (template, "Pv1-2"));

  g_assert_cmpstr (pact_template_item_get_guidance (measure, NULL), ==, "Begin with the teachers.");
  g_assert_cmpstr (pact_template_item_get_references (measure, NULL), ==, "Convention, Article 6");
  g_assert_cmpstr (pact_template_item_get_provenance (measure), ==, "article");
  g_assert_null (pact_template_item_get_guidance (bare, NULL));
  g_assert_null (pact_template_item_get_references (bare, NULL));
  g_assert_null (pact_template_item_get_provenance (bare));

  cited = pact_template_item_get_sources (measure, NULL);
  none = pact_template_item_get_sources (bare, NULL);
  all = pact_template_get_sources (template, NULL);
  g_assert_cmpuint (cited->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (all->len, ==, 2);
  source = g_ptr_array_index (cited, 0);
  g_assert_cmpstr (source->id, ==, "S1");
  g_assert_cmpstr (source->title, ==, "A convention");
  g_assert_cmpstr (source->url, ==, "https://example.org/convention");
  source = g_ptr_array_index (cited, 1);
  g_assert_cmpstr (source->id, ==, "S2");
  g_assert_null (source->url);
}

/* Each change of the small template makes it wrong in one way. */
static const struct
{
  const char *from;
  const char *to;
  guint line;
  const char *message;
} faults[] = {
  { "\"pact-template-1.schema.json\"", "\"pact-template-1\\n.schema.json\"", 2, "“$schema”: The text contains a control character" },
  { "\"pact-template\"", "\"pact-plan\"", 3, "not a template" },
  { "\"format_version\": 1", "\"format_version\": 2", 4, "newer version" },
  { "\"format_version\": 1", "\"format_version\": 1.0", 4, "format_version" },
  { "\"format_version\": 1", "\"format_version\": \"1\"", 4, "format_version" },
  { "\"id\": \"small\",", "", 1, "“id” is missing" },
  { "\"id\": \"small\"", "\"id\": \"Small\"", 5, "“id”" },
  { "\"id\": \"small\"", "\"id\": \"\"", 5, "“id” is empty" },
  { "\"version\": \"1.2.0\"", "\"version\": \"new\"", 6, "“version”" },
  { "\"language\": \"en\"", "\"language\": \"English\"", 7, "“language”" },
  { "\"licence\": \"CC0-1.0\"", "\"license\": \"CC0-1.0\"", 8, "“license” is not known" },
  { "\"title\": \"A small template\"", "\"title\": 5", 9, "“title” must be a text" },
  { "\"summary\"", "\"title\"", 10, "two members of this name" },
  { "https://example.org/convention", "convention.html", 14, "not a web address" },
  { "https://example.org/convention", "https://example.org/\\tconvention", 14, "“url”: The text contains a control character" },
  { "\"id\": \"S2\"", "\"id\": \"S1\"", 15, "two sources “S1”" },
  { "\"aim\": \"Stop it before it happens.\"", "\"aim\": null", 21, "“aim” must be a text" },
  { "\"key\": \"Pv\"", "\"key\": \"prevention\"", 24, "already in line 19" },
  { "\"key\": \"Pv\"", "\"key\": \"Prävention\"", 24, "The key “Prävention”" },
  { "\"title\": \"Children know", "\"title\": \"Children\\n", 25, "control character" },
  { "\"title\": \"Teach children their rights\"",
    "\"title\": \"Teach children their rights, teach children their rights, teach children their rights, and more\"", 32,
    "There is room for 90" },
  { "\"provenance\": \"article\"", "\"provenance\": \"hearsay\"", 35, "“hearsay” is not one of the codes of “provenance”" },
  { "[\"S2\", \"S1\"]", "[\"S2\", \"S7\"]", 36, "no source “S7”" },
  { "[\"S2\", \"S1\"]", "[2]", 36, "Each item of “sources”" },
  { "\"uncrc-19\"", "\"uncrc-99\"", 38, "“uncrc-99”" },
  { "\"action_type\": \"education\"", "\"action_type\": [\"education\"]", 39, "“action_type” must be a text" },
  { "\"further_pillars\": [\"participation\"]", "\"further_pillars\": \"participation\"", 40, "“further_pillars” must be a list" },
  { "\"school-staff\", \"children-6-11\"", "\"school-staff\", \"school-staff\"", 41, "“school-staff” appears twice" },
  { "\"settings\": [\"school\"]", "\"settings\": [5]", 42, "Each item of “settings”" },
  { "\"lead_type\": \"education\"", "\"lead_type\": \"mayor\"", 43, "“mayor”" },
  { "\"police\", \"council\"", "\"police\", \"fire-brigade\"", 44, "“fire-brigade”" },
  { "\"level\": \"output\"", "\"level\": \"input\"", 49, "“input”" },
  { "\"type\": \"percentage\"", "\"type\": \"percent\"", 50, "“percent”" },
  { "\"frequency\": \"yearly\"", "\"frequency\": \"often\"", 53, "“often”" },
  { "\"provenance\": \"suggestion\"", "\"provenance\": \"pact\"", 54, "“pact”" },
  { "\"counts_people\": false", "\"counts_people\": 0", 55, "“counts_people” must be true or false" },
  { "\"counts_people\": true }", "\"counts_people\": true, \"baseline\": 5 }", 57, "“baseline” is not known" },
  { "{ \"key\": \"Pv2\", \"title\": \"Check who works with children\" }", "\"Pv2\"", 60, "object in curly brackets" },
  { "{ \"key\": \"Pv2\", ", "{ ", 60, "“key” is missing" },
  { "\"rules\": []", "\"rules\": {}", 73, "“rules” must be a list" },
  { "\"rules\": []", "\"rules\": [ \"always\" ]", 73, "“rules” is reserved and must be empty" },
  { "\"rules\": []", "\"rules\": [", 74, "Line 74, column 1" },
};

static char *
replace (const char *text,
         const char *from,
         const char *to)
{
  const char *found = strstr (text, from);

  g_assert_nonnull (found);

  return g_strdup_printf ("%.*s%s%s", (int) (found - text), text, to, found + strlen (from));
}

static void
test_fault (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *good = template_fixture_load ("small.json");
  g_autofree char *bad = replace (good, faults[i].from, faults[i].to);
  g_autofree char *place = g_strdup_printf ("Line %u", faults[i].line);
  g_autofree char *message = NULL;
  g_autoptr (PactTemplate) template = template_fixture_read (bad, &message);

  g_assert_null (template);
  g_assert_nonnull (message);
  g_test_message ("%s", message);
  g_assert_nonnull (strstr (message, faults[i].message));
  g_assert_nonnull (strstr (message, place));
}

/* All that is wrong is told at once, in the order of the lines. */
static void
test_all_faults (void)
{
  static const guint lines[] = { 1, 4, 5, 6, 7, 9, 10, 13, 15, 18, 19, 22, 23, 24, 25, 25, 26, 27, 29 };
  g_autofree char *text = template_fixture_load ("broken.json");
  g_autofree char *message = NULL;
  g_autoptr (PactTemplate) template = template_fixture_read (text, &message);
  g_auto (GStrv) messages = NULL;

  g_assert_null (template);
  g_assert_nonnull (message);
  g_test_message ("%s", message);
  messages = g_strsplit (message, "\n", -1);
  g_assert_cmpuint (g_strv_length (messages), ==, G_N_ELEMENTS (lines));
  for (guint i = 0; messages[i] != NULL; i++)
    {
      g_autofree char *start = g_strdup_printf ("Line %u: ", lines[i]);

      g_assert_true (g_str_has_prefix (messages[i], start));
    }
}

static void
test_hostile (void)
{
  static const char *const texts[] = { "", "[]", "null", "\"pact-template\"", "{", "{}", "{\"format\":{}}", "\xff",
                                       "{\"format\":\"pact-template\",\"pillars\":{}}",
                                       "{\"format\":\"pact-template\",\"pillars\":[[]],\"sources\":[[]]}" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *message = NULL;
      g_autoptr (PactTemplate) template = template_fixture_read (texts[i], &message);

      g_assert_null (template);
      g_assert_nonnull (message);
    }
}

/* Whatever stands in place of a byte, the file is a template of which a good plan can be made, or none. */
static void
test_any_byte (void)
{
  static const char others[] = "\"[{,:0x\\\n";
  g_autofree char *text = template_fixture_load ("small.json");

  for (char *p = text; *p != '\0'; p++)
    {
      char before = *p;

      for (const char *other = others; *other != '\0'; other++)
        {
          g_autoptr (PactTemplate) template = NULL;
          g_autoptr (GPtrArray) records = NULL;

          *p = *other;
          template = template_fixture_read (text, NULL);
          if (template == NULL)
            continue;
          records = pact_template_instantiate (template, "de");
          template_fixture_check (records);
        }
      *p = before;
    }
}

/* Thousands of wrong things take no long time and give no endless message. */
static void
test_many_faults (void)
{
  g_autoptr (GString) text = g_string_new ("{\"format\":\"pact-template\",\"pillars\":[");
  g_autofree char *message = NULL;
  g_autoptr (PactTemplate) template = NULL;
  g_auto (GStrv) messages = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append_printf (text, "%s\n%d", i > 0 ? "," : "", i);
  g_string_append (text, "]}");

  template = template_fixture_read (text->str, &message);
  g_assert_nonnull (message);
  messages = g_strsplit (message, "\n", -1);
  g_assert_cmpuint (g_strv_length (messages), ==, PACT_TEMPLATE_MAX_PROBLEMS);
}

static void
test_instantiate (void)
{
  g_autoptr (PactTemplate) template = template_fixture_read_small ();
  g_autoptr (GPtrArray) records = pact_template_instantiate (template, "pl");
  const PactRecord *root = g_ptr_array_index (records, 0);

  template_fixture_check (records);
  /* Of the two indicators of a measure, only the first comes by itself. */
  g_assert_cmpuint (records->len, ==, 1 + 2 + 2 + 3 + 1);
  check_values (root, (const char *const[]){ "template_id", "small", "template_version", "1.2.0", "language", "pl",
                                              "state", "drafting", NULL });
  check_values (template_fixture_find (records, "prevention"),
                (const char *const[]){ "title", "Prevention", "aim", "Stop it before it happens.", "template_key",
                                        "prevention", NULL });
  check_values (template_fixture_find (records, "Pv"),
                (const char *const[]){ "title", "Children know their rights", "description", "In all schools.",
                                        "expected_result", "They speak up.", "template_key", "Pv", NULL });
  check_values (template_fixture_find (records, "Pv1"),
                (const char *const[]){ "title", "Teach children their rights", "description",
                                        "Lessons in each class.", "further_pillars", "participation", "action_type",
                                        "education", "lead_type", "education", "partner_types", "council police",
                                        "target_groups", "children-6-11 school-staff", "settings", "school",
                                        "legal_basis", "lanzarote-6 uncrc-19", "legal_note", "Convention, Article 6",
                                        "provenance", "article", "concept", "rights-lessons", "template_key", "Pv1",
                                        NULL });
  check_values (template_fixture_find (records, "Pv1-1"),
                (const char *const[]){ "title", "Classes that had lessons", "level", "output", "type", "percentage",
                                        "unit", "% of classes", "method", "Asked of the schools.", "frequency",
                                        "yearly", "counts_people", "0", "provenance", "suggestion", "template_key",
                                        "Pv1-1", NULL });
  check_values (template_fixture_find (records, "Pt1"),
                (const char *const[]){ "title", "Open a house for children", "template_key", "Pt1", NULL });

  g_assert_cmpstr (template_fixture_find (records, "Pv2")->parent, ==, template_fixture_find (records, "Pv")->uuid);
  g_assert_cmpint (template_fixture_find (records, "Pv1")->position, ==, PACT_POSITION_STEP);
  g_assert_cmpint (template_fixture_find (records, "Pv2")->position, ==, 2 * PACT_POSITION_STEP);
  g_assert_cmpint (template_fixture_find (records, "protection")->position, ==, 2 * PACT_POSITION_STEP);
}

static void
test_indicators (void)
{
  g_autoptr (PactTemplate) template = template_fixture_read_small ();
  g_autoptr (GPtrArray) records =
    pact_template_item_instantiate_indicators (pact_template_find (template, "Pv1"), "some-measure", NULL);
  g_autoptr (GPtrArray) none =
    pact_template_item_instantiate_indicators (pact_template_find (template, "Pv2"), "some-measure", NULL);
  const PactRecord *record = g_ptr_array_index (records, 1);

  g_assert_cmpuint (records->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpstr (record->kind->name, ==, "indicator");
  g_assert_cmpstr (record->parent, ==, "some-measure");
  check_values (record, (const char *const[]){ "title", "Children reached", "counts_people", "1", "provenance", "source",
                                               "template_key", "Pv1-2", NULL });
}

static void
test_translation (void)
{
  g_autoptr (Folder) folder = folder_new ();
  g_autoptr (PactTemplate) template = read_translated (folder);
  g_auto (GStrv) languages = pact_template_list_languages (template);
  g_autoptr (GPtrArray) german = pact_template_instantiate (template, "de");
  g_autoptr (GPtrArray) austrian = pact_template_instantiate (template, "de-AT");
  g_autoptr (GPtrArray) polish = pact_template_instantiate (template, "pl");
  g_autoptr (GPtrArray) english = pact_template_instantiate (template, "en-GB");
  g_autoptr (GPtrArray) sources = pact_template_item_get_sources (pact_template_find (template, "Pv1"), "de");
  g_autoptr (GPtrArray) indicators = NULL;
  const char *title = pact_template_get_title (template, "de");

  g_assert_false (pact_template_is_own (template));
  g_assert_cmpstr (languages[0], ==, "en");
  g_assert_cmpstr (languages[1], ==, "de");
  g_assert_null (languages[2]);

  g_assert_cmpstr (title, ==, "Eine kleine Vorlage");
  g_assert_cmpstr (pact_template_get_title (template, "de-CH"), ==, "Eine kleine Vorlage");
  g_assert_cmpstr (pact_template_get_title (template, "fr"), ==, "A small template");
  g_assert_true (pact_template_get_title (template, "de") == title);
  g_assert_cmpstr (pact_template_item_get_guidance (pact_template_find (template, "Pv1"), "de"), ==,
                   "Beginnen Sie mit den Lehrkräften.");
  g_assert_cmpstr (((PactSource *) g_ptr_array_index (sources, 0))->title, ==, "Ein Übereinkommen");

  template_fixture_check (german);
  indicators = pact_template_item_instantiate_indicators (pact_template_find (template, "Pv1"), "some-measure", "de-AT");
  g_assert_cmpstr (pact_record_get (g_ptr_array_index (german, 0), "language"), ==, "de");
  g_assert_cmpstr (pact_record_get (template_fixture_find (german, "prevention"), "title"), ==, "Vorbeugung");
  g_assert_cmpstr (pact_record_get (template_fixture_find (german, "Pv1"), "title"), ==, "Kinder über ihre Rechte unterrichten");
  g_assert_cmpstr (pact_record_get (template_fixture_find (german, "Pv1"), "legal_note"), ==, "Convention, Article 6");
  /* The translation is too long to be the title of a pillar. */
  g_assert_cmpstr (pact_record_get (template_fixture_find (german, "protection"), "title"), ==, "Protection");
  g_assert_cmpstr (pact_record_get (template_fixture_find (austrian, "prevention"), "title"), ==, "Vorbeugung in Österreich");
  g_assert_cmpstr (pact_record_get (g_ptr_array_index (indicators, 1), "title"), ==, "Erreichte Kinder");
  g_assert_cmpstr (pact_record_get (template_fixture_find (polish, "prevention"), "title"), ==, "Prevention");
  g_assert_cmpstr (pact_record_get (template_fixture_find (english, "prevention"), "title"), ==, "Prevention");
}

/* The interface's languages count where none is asked for. */
static void
test_interface_language (void)
{
  static const struct
  {
    const char *language;
    const char *title;
    const char *plan_language;
  } cases[] = {
    { "de", "Eine kleine Vorlage", "de" },
    { "fr:de", "Eine kleine Vorlage", "de" },
    { "en_GB:de", "A small template", "en" },
    { "fr", "A small template", "en" },
  };
  g_autoptr (Folder) folder = folder_new ();
  g_autoptr (PactTemplate) template = read_translated (folder);
  g_autofree char *before = g_strdup (g_getenv ("LANGUAGE"));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) records = NULL;

      g_setenv ("LANGUAGE", cases[i].language, TRUE);
      records = pact_template_instantiate (template, NULL);
      g_assert_cmpstr (pact_template_get_title (template, NULL), ==, cases[i].title);
      g_assert_cmpstr (pact_record_get (g_ptr_array_index (records, 0), "language"), ==, cases[i].plan_language);
    }

  if (before != NULL)
    g_setenv ("LANGUAGE", before, TRUE);
  else
    g_unsetenv ("LANGUAGE");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template/read", test_read);
  g_test_add_func ("/template/items", test_items);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strdup_printf ("/template/fault/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_fault);
    }
  g_test_add_func ("/template/all-faults", test_all_faults);
  g_test_add_func ("/template/hostile", test_hostile);
  g_test_add_func ("/template/any-byte", test_any_byte);
  g_test_add_func ("/template/many-faults", test_many_faults);
  g_test_add_func ("/template/instantiate", test_instantiate);
  g_test_add_func ("/template/indicators", test_indicators);
  g_test_add_func ("/template/translation", test_translation);
  g_test_add_func ("/template/interface-language", test_interface_language);

  return g_test_run ();
}
