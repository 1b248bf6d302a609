/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <string.h>

#include "catalogue-file.h"
#include "folder.h"
#include "pact-paths.h"
#include "pact-fold.h"
#include "pact-search-words.h"
#include "pact-template-compare.h"
#include "pact-template-private.h"
#include "pact-template-search.h"
#include "template-fixture.h"

/* Reading strategies before one is used: walking through one, looking for words in all, comparing two. */

static const char *
key_at (GPtrArray *items,
        guint position)
{
  g_assert_cmpuint (position, <, items->len);

  return pact_template_item_get_key (g_ptr_array_index (items, position));
}

static void
test_walk (void)
{
  g_autoptr (PactTemplate) template = template_fixture_read_small ();
  g_autoptr (GPtrArray) pillars = pact_template_list_pillars (template);
  g_autoptr (GPtrArray) all = pact_template_list_measures (template);
  g_autoptr (GPtrArray) objectives = NULL, measures = NULL, indicators = NULL, none = NULL;
  g_autofree char *pillar_number = NULL, *indicator_number = NULL;
  PactTemplateItem *pillar, *measure, *indicator;

  g_assert_cmpuint (pillars->len, ==, 2);
  g_assert_cmpstr (key_at (pillars, 0), ==, "prevention");
  g_assert_cmpstr (key_at (pillars, 1), ==, "protection");
  pillar = g_ptr_array_index (pillars, 0);
  g_assert_null (pact_template_item_get_parent (pillar));
  g_assert_true (pact_template_item_get_template (pillar) == template);
  g_assert_cmpstr (pact_template_item_get_kind (pillar)->name, ==, "pillar");

  objectives = pact_template_item_list_children (pillar);
  g_assert_cmpuint (objectives->len, ==, 1);
  measures = pact_template_item_list_children (g_ptr_array_index (objectives, 0));
  g_assert_cmpuint (measures->len, ==, 2);
  measure = g_ptr_array_index (measures, 0);
  g_assert_cmpstr (pact_template_item_get_key (measure), ==, "Pv1");
  g_assert_cmpstr (pact_template_item_get_concept (measure), ==, "rights-lessons");
  g_assert_null (pact_template_item_get_concept (g_ptr_array_index (measures, 1)));
  indicators = pact_template_item_list_children (measure);
  g_assert_cmpuint (indicators->len, ==, 2);
  indicator = g_ptr_array_index (indicators, 1);
  g_assert_true (pact_template_item_get_parent (indicator) == measure);
  none = pact_template_item_list_children (indicator);
  g_assert_cmpuint (none->len, ==, 0);

  pillar_number = pact_template_item_dup_number (g_ptr_array_index (pillars, 1));
  indicator_number = pact_template_item_dup_number (indicator);
  g_assert_cmpstr (pillar_number, ==, "2");
  g_assert_cmpstr (indicator_number, ==, "1.1.1.2");

  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpstr (key_at (all, 0), ==, "Pv1");
  g_assert_cmpstr (key_at (all, 2), ==, "Pt1");
}

static void
test_size (void)
{
  g_autoptr (PactTemplate) template = template_fixture_read_small ();
  g_autofree const char **groups = pact_template_list_target_groups (template);

  g_assert_cmpuint (pact_template_count (template, "pillar"), ==, 2);
  g_assert_cmpuint (pact_template_count (template, "objective"), ==, 2);
  g_assert_cmpuint (pact_template_count (template, "measure"), ==, 3);
  g_assert_cmpuint (pact_template_count (template, "indicator"), ==, 2);
  g_assert_cmpuint (pact_template_count (template, "cost"), ==, 0);

  /* In the order of the vocabulary, not in that of the file. */
  g_assert_cmpstr (groups[0], ==, "children-6-11");
  g_assert_cmpstr (groups[1], ==, "school-staff");
  g_assert_null (groups[2]);
}

static void
test_record (void)
{
  g_autoptr (PactTemplate) template = template_fixture_read_small ();
  g_autoptr (PactRecord) measure = pact_template_item_make_record (pact_template_find (template, "Pv1"), NULL);

  g_assert_cmpstr (measure->kind->name, ==, "measure");
  g_assert_cmpstr (pact_record_get (measure, "description"), ==, "Lessons in each class.");
  g_assert_cmpstr (pact_record_get (measure, "action_type"), ==, "education");
}

/* The small template has 23 different texts. */
static PactTemplate *
read_translated (const char *folder)
{
  static const char *const german[] = {
    "A small template", "Eine kleine Vorlage",
    "Begin with the teachers.", "Beginnen Sie mit den Lehrkräften.",
    "Open a house for children", "Ein Kinderhaus er\302\255öffnen",
    "Teach children their rights", "Kinder über ihre Rechte unterrichten",
    NULL,
  };
  g_autofree char *text = template_fixture_load ("small.json");
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) problems = g_ptr_array_new ();
  g_autoptr (PactCatalogues) catalogues = NULL;

  catalogue_file_install (folder, "de", PACT_TEMPLATE_DOMAIN, german);
  catalogues = pact_catalogues_new (folder, PACT_TEMPLATE_DOMAIN);

  return _pact_template_read (bytes, pact_model_get_default (), catalogues, problems);
}

static void
test_completeness (void)
{
  g_autoptr (Folder) folder = folder_new ();
  g_autoptr (PactTemplate) translated = read_translated (folder);
  g_autoptr (PactTemplate) own = template_fixture_read_small ();

  g_assert_cmpint (pact_template_get_completeness (translated, "en"), ==, 100);
  g_assert_cmpint (pact_template_get_completeness (translated, "de"), ==, 100 * 4 / 23);
  g_assert_cmpint (pact_template_get_completeness (translated, "de-AT"), ==, 100 * 4 / 23);
  g_assert_cmpint (pact_template_get_completeness (translated, "fr"), ==, 0);
  g_assert_cmpint (pact_template_get_completeness (own, "en"), ==, 100);
  g_assert_cmpint (pact_template_get_completeness (own, "de"), ==, 0);
}

static void
check_hits (PactTemplateSearch *search,
            const char *words,
            const char *expected)
{
  g_autoptr (GPtrArray) hits = pact_template_search_find (search, words, G_MAXUINT);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const PactTemplateHit *hit = g_ptr_array_index (hits, i);

      g_string_append_printf (found, "%s%s", i > 0 ? " " : "",
                              hit->item != NULL ? pact_template_item_get_key (hit->item) : pact_template_get_id (hit->template));
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_search (void)
{
  g_autoptr (GListStore) templates = g_list_store_new (PACT_TYPE_TEMPLATE);
  g_autoptr (PactTemplate) template = template_fixture_read_small ();
  g_autoptr (PactTemplateSearch) search = NULL;
  g_autoptr (GPtrArray) hits = NULL, few = NULL;
  const PactTemplateHit *hit;

  g_list_store_append (templates, template);
  search = pact_template_search_new (G_LIST_MODEL (templates), NULL);

  check_hits (search, "", "");
  check_hits (search, " … ", "");
  check_hits (search, "house", "Pt1");
  check_hits (search, "HOU", "Pt1");
  check_hits (search, "ouse", "");
  /* All words have to be there, in any order and anywhere; only the last may be a beginning. */
  check_hits (search, "teachers teach", "Pv1");
  check_hits (search, "tea lessons", "");
  /* The strategy itself, what a pillar is for, what is expected, and what an indicator is called. */
  check_hits (search, "for tests", "small");
  check_hits (search, "stop it before", "prevention");
  check_hits (search, "speak up", "Pv");
  check_hits (search, "reached", "Pv1");
  /* Titles go first, though the strategy stands before all else. */
  check_hits (search, "children", "Pv Pv1 Pv2 Pt1");
  check_hits (search, "measures", "small");
  check_hits (search, "in", "Pv Pv1");

  hits = pact_template_search_find (search, "teachers", G_MAXUINT);
  hit = g_ptr_array_index (hits, 0);
  g_assert_true (hit->template == template);
  g_assert_cmpstr (hit->title, ==, "Teach children their rights");
  g_assert_cmpstr (hit->snippet, ==, "Begin with the \342\201\250teachers\342\201\251.");
  few = pact_template_search_find (search, "children", 2);
  g_assert_cmpuint (few->len, ==, 2);

  /* What has no text but its title. */
  g_clear_pointer (&hits, g_ptr_array_unref);
  hits = pact_template_search_find (search, "house", G_MAXUINT);
  hit = g_ptr_array_index (hits, 0);
  g_assert_cmpstr (hit->title, ==, "Open a house for children");
  g_assert_null (hit->snippet);
}

static void
test_search_language (void)
{
  g_autoptr (Folder) folder = folder_new ();
  g_autoptr (GListStore) templates = g_list_store_new (PACT_TYPE_TEMPLATE);
  g_autoptr (PactTemplate) template = read_translated (folder);
  g_autoptr (PactTemplateSearch) german = NULL, english = NULL;

  g_list_store_append (templates, template);
  german = pact_template_search_new (G_LIST_MODEL (templates), "de");
  english = pact_template_search_new (G_LIST_MODEL (templates), "en");

  /* Without accents, whether or not there is a soft hyphen. */
  check_hits (german, "eroffnen", "Pt1");
  check_hits (german, "ERÖFF\302\255NEN", "Pt1");
  check_hits (german, "krafte", "");
  check_hits (german, "lehrkraften", "Pv1");
  check_hits (german, "house", "");
  check_hits (english, "house", "Pt1");
  /* What is not translated is found as it stands. */
  check_hits (german, "speak", "Pv");
}

/* What a hit was found in stays with it. */
static void
test_search_lifetime (void)
{
  g_autoptr (GListStore) templates = g_list_store_new (PACT_TYPE_TEMPLATE);
  g_autoptr (PactTemplateSearch) search = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  const PactTemplateHit *hit;

  {
    g_autoptr (PactTemplate) template = template_fixture_read_small ();

    g_list_store_append (templates, template);
  }
  search = pact_template_search_new (G_LIST_MODEL (templates), NULL);
  g_list_store_remove_all (templates);
  hits = pact_template_search_find (search, "house", G_MAXUINT);
  g_clear_pointer (&search, pact_template_search_free);
  hit = g_ptr_array_index (hits, 0);
  g_assert_cmpstr (pact_template_item_get_title (hit->item, NULL), ==, "Open a house for children");
}

static void
test_compare (void)
{
  static const char *const expected[][2] = { { "Pv1", "Pv1" }, { "Pv2", NULL }, { "Pt1", NULL }, { NULL, "Pv2" }, { NULL, "Pt1" } };
  g_autoptr (PactTemplate) one = template_fixture_read_small ();
  g_autoptr (PactTemplate) other = template_fixture_read_small ();
  g_autoptr (GArray) pairs = pact_template_compare (one, other);

  /* Those without a concept are alike by nothing, not even by their title. */
  g_assert_cmpuint (pairs->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < pairs->len; i++)
    {
      const PactTemplatePair *pair = &g_array_index (pairs, PactTemplatePair, i);

      g_assert_true (pair->one == pact_template_find (one, expected[i][0]));
      g_assert_true (pair->other == pact_template_find (other, expected[i][1]));
    }
  g_assert_cmpuint (pact_template_count_shared (one, other), ==, 1);
}

/* What is asked of the strategies that come with the program: all of them at once, titles first. */
static void
test_shipped (void)
{
  g_autoptr (PactTemplateLibrary) library = pact_template_library_new (pact_model_get_default ());
  g_autoptr (PactTemplateSearch) search = pact_template_search_new (G_LIST_MODEL (library), "en");
  g_autoptr (GPtrArray) hits = pact_template_search_find (search, "helpline", G_MAXUINT);
  g_autoptr (GHashTable) templates = g_hash_table_new (g_direct_hash, g_direct_equal);
  gboolean was_in_title = TRUE;

  for (guint i = 0; i < hits->len; i++)
    {
      const PactTemplateHit *hit = g_ptr_array_index (hits, i);
      g_autofree char *folded_title = pact_text_fold (hit->title);
      gboolean is_in_title = strstr (folded_title, "helpline") != NULL;

      g_assert_true (was_in_title || !is_in_title);
      g_assert_true (is_in_title || strstr (hit->snippet, PACT_SEARCH_MARK_START) != NULL);
      was_in_title = is_in_title;
      g_hash_table_add (templates, hit->template);
    }
  g_assert_false (was_in_title);
  g_assert_cmpuint (g_hash_table_size (templates), >, 2);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template-reading/walk", test_walk);
  g_test_add_func ("/template-reading/size", test_size);
  g_test_add_func ("/template-reading/record", test_record);
  g_test_add_func ("/template-reading/completeness", test_completeness);
  g_test_add_func ("/template-reading/search", test_search);
  g_test_add_func ("/template-reading/search-language", test_search_language);
  g_test_add_func ("/template-reading/search-lifetime", test_search_lifetime);
  g_test_add_func ("/template-reading/compare", test_compare);
  g_test_add_func ("/template-reading/shipped", test_shipped);

  return g_test_run ();
}
