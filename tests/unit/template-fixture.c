/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <string.h>

#include "pact-plan.h"
#include "pact-template-private.h"
#include "pact-value.h"
#include "template-fixture.h"
#include "test-config.h"

char *
template_fixture_load (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file_name = g_build_filename (PACT_SOURCE_DIR, "tests", "data", "templates", name, NULL);
  char *text = NULL;

  g_file_get_contents (file_name, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* In @message stands what is wrong, a line for each fault. */
PactTemplate *
template_fixture_read (const char *text,
                       char **message)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) pact_problem_free);
  g_autoptr (GString) lines = g_string_new (NULL);
  PactTemplate *template = _pact_template_read (bytes, pact_model_get_default (), NULL, problems);

  g_assert_true ((template == NULL) == (problems->len > 0));
  for (guint i = 0; i < problems->len; i++)
    {
      const PactProblem *problem = g_ptr_array_index (problems, i);

      g_string_append_printf (lines, "%s%s: %s", i > 0 ? "\n" : "", problem->path, problem->message);
    }
  if (message != NULL)
    *message = template == NULL ? g_strdup (lines->str) : NULL;

  return template;
}

PactTemplate *
template_fixture_read_bytes (GBytes *bytes)
{
  g_autofree char *message = NULL;
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  PactTemplate *template = template_fixture_read (text, &message);

  g_assert_cmpstr (message, ==, NULL);

  return template;
}

PactTemplate *
template_fixture_read_small (void)
{
  g_autofree char *message = NULL;
  g_autofree char *text = template_fixture_load ("small.json");
  PactTemplate *template = template_fixture_read (text, &message);

  g_assert_cmpstr (message, ==, NULL);

  return template;
}

const PactRecord *
template_fixture_find (GPtrArray *records,
                       const char *key)
{
  for (guint i = 0; i < records->len; i++)
    {
      const PactRecord *record = g_ptr_array_index (records, i);

      if (pact_kind_find_field (record->kind, "template_key") != NULL
          && g_strcmp0 (pact_record_get (record, "template_key"), key) == 0)
        return record;
    }

  g_assert_not_reached ();
}

void
template_fixture_check (GPtrArray *records)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PactPlan) plan = pact_plan_new_from_records (pact_model_get_default (), records, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    {
      const PactRecord *record = g_ptr_array_index (records, i);

      g_assert_true (pact_uuid_is_valid (record->uuid));
      for (gsize j = 0; j < record->kind->n_fields; j++)
        {
          pact_field_check (&record->kind->fields[j], record->values[j], &error);
          g_assert_no_error (error);
        }
    }
}
