/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <sqlite3.h>

#include "library-fixture.h"
#include "sample.h"
#include "whole.h"

static gint64 n_steps;

static int
count_step (void *data)
{
  n_steps++;

  return 0;
}

static int
watch (sqlite3 *db,
       char **message,
       const void *api)
{
  sqlite3_progress_handler (db, 1, count_step, NULL);

  return SQLITE_OK;
}

/* Counts what SQLite does on all connections that are opened from now on, in steps of its virtual machine: how much work
 * something is, on any machine and whatever else that does. */
void
library_count_steps (void)
{
  sqlite3_auto_extension ((void (*) (void)) watch);
}

/* The steps since this was last asked. */
gint64
library_take_steps (void)
{
  gint64 taken = n_steps;

  n_steps = 0;

  return taken;
}

PactLibrary *
library_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  PactLibrary *library = pact_library_open (path, pact_model_get_default (), PACT_DB_DEFAULT, &error);

  g_assert_no_error (error);

  return library;
}

void
library_fixture_set_up (LibraryFixture *fixture,
                        gconstpointer data)
{
  fixture->folder = folder_new ();
  fixture->path = g_build_filename (fixture->folder, "library.db", NULL);
  fixture->library = library_open (fixture->path);
}

void
library_fixture_tear_down (LibraryFixture *fixture,
                           gconstpointer data)
{
  g_assert_finalize_object (fixture->library);
  g_free (fixture->path);
  folder_free (fixture->folder);
}

void
library_fixture_reopen (LibraryFixture *fixture)
{
  g_assert_finalize_object (fixture->library);
  fixture->library = library_open (fixture->path);
}

/* Adds a plan with two elements of every kind everywhere, under new UUIDs. Returns the plan's. */
char *
library_add_sample (PactLibrary *library)
{
  g_autoptr (GPtrArray) records = sample_records_new (pact_library_get_model (library));
  const PactRecord *root = g_ptr_array_index (records, 0);
  g_autoptr (GError) error = NULL;

  pact_records_renew_uuids (records);
  library_begin (library, root->uuid, "create", NULL);
  for (guint i = 0; i < records->len; i++)
    {
      pact_library_insert (library, g_ptr_array_index (records, i), &error);
      g_assert_no_error (error);
    }
  library_commit (library);

  return g_strdup (root->uuid);
}

/* Adds a plan with as many risks that all speak of the same, in the title and in the text by turns. Returns the plan's. */
char *
library_add_large (PactLibrary *library,
                   guint n_risks)
{
  const PactModel *model = pact_library_get_model (library);
  g_autoptr (PactRecord) root = pact_record_new (pact_model_get_root (model), NULL);
  g_autoptr (GError) error = NULL;

  library_begin (library, root->uuid, "create", NULL);
  pact_library_insert (library, root, &error);
  for (guint i = 0; i < n_risks && error == NULL; i++)
    {
      g_autoptr (PactRecord) record = pact_record_new (pact_model_find_kind (model, "risk"), root->uuid);
      g_autofree char *text = g_strdup_printf ("The staff of the school %u has too little time for children", i);

      pact_record_set (record, i % 2 == 0 ? "title" : "response", text);
      pact_library_insert (library, record, &error);
    }
  g_assert_no_error (error);
  library_commit (library);

  return g_strdup (root->uuid);
}

PactPlan *
library_load_plan (PactLibrary *library,
                   const char *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = pact_library_load (library, plan, &error);
  PactPlan *result;

  g_assert_no_error (error);
  result = pact_plan_new_from_records (pact_library_get_model (library), records, &error);
  g_assert_no_error (error);

  return result;
}

/* Returns all that the library says of a plan's elements as text. */
char *
library_dump_plan (PactLibrary *library,
                   const char *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = pact_library_load (library, plan, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    {
      const PactRecord *record = g_ptr_array_index (records, i);

      g_string_append_printf (text, "%s %s %s %" G_GINT64_FORMAT " %s %s %s\n", record->kind->name, record->uuid,
                              record->parent, record->position, record->created, record->modified, record->extra);
      for (gsize j = 0; j < record->kind->n_fields; j++)
        {
          if (record->values[j] != NULL)
            g_string_append_printf (text, "  %s=%s\n", record->kind->fields[j].name, record->values[j]);
        }
    }

  return g_string_free (text, FALSE);
}

void
library_begin (PactLibrary *library,
               const char *plan,
               const char *verb,
               const char *merge_key)
{
  PactEditInfo info = { .plan = plan, .verb = verb, .kind = "measure", .author = "Ada", .merge_key = merge_key };
  g_autoptr (GError) error = NULL;

  pact_library_begin (library, &info, &error);
  g_assert_no_error (error);
}

void
library_commit (PactLibrary *library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = pact_library_commit (library, &error);

  g_assert_no_error (error);
  g_assert_nonnull (changes);
}

/* Adds an element as one edit. Returns its UUID. */
char *
library_add (PactLibrary *library,
             const char *plan,
             const char *kind,
             const char *parent,
             const char *field,
             const char *value)
{
  g_autoptr (PactRecord) record = pact_record_new (pact_model_find_kind (pact_library_get_model (library), kind), parent);
  g_autoptr (GError) error = NULL;

  if (field != NULL)
    pact_record_set (record, field, value);
  library_begin (library, parent == NULL ? record->uuid : plan, parent == NULL ? "create" : "add", NULL);
  pact_library_insert (library, record, &error);
  g_assert_no_error (error);
  library_commit (library);

  return g_strdup (record->uuid);
}

/* Sets a field as one edit. */
void
library_set (PactLibrary *library,
             const char *plan,
             const char *uuid,
             const char *kind,
             const char *field,
             const char *value,
             const char *merge_key)
{
  const PactKind *row = pact_model_find_kind (pact_library_get_model (library), kind);
  g_autoptr (GError) error = NULL;

  library_begin (library, plan, "edit", merge_key);
  pact_library_update (library, uuid, pact_kind_find_field (row, field), value, &error);
  g_assert_no_error (error);
  library_commit (library);
}

/* The list of plans must say what the plan itself says. */
void
library_check_summary (PactLibrary *library,
                       const char *plan)
{
  g_autoptr (PactPlan) loaded = library_load_plan (library, plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) summaries = pact_library_list (library, &error);
  guint filled, required;
  PactTally tally;

  g_assert_no_error (error);
  plan_count_answers (loaded, &filled, &required);
  tally = sample_count (pact_plan_get_root (loaded));
  for (guint i = 0; i < summaries->len; i++)
    {
      const PactPlanSummary *summary = g_ptr_array_index (summaries, i);

      if (!g_str_equal (summary->root->uuid, plan))
        continue;
      g_assert_cmpuint (summary->filled, ==, filled);
      g_assert_cmpuint (summary->required, ==, required);
      g_assert_cmpuint (summary->n_measures, ==, tally.measures);
      g_assert_cmpstr (summary->modified, ==, plan_find_modified (loaded));
      g_assert_cmpstr (pact_record_get (summary->root, "title"), ==, pact_element_get_title (pact_plan_get_root (loaded)));
      return;
    }
  g_assert_not_reached ();
}

void
library_check_sound (PactLibrary *library)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  pact_library_check (library, &problems, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}
