/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <glib/gstdio.h>
#include <json-c/json.h>

#include "bench-shelf.h"
#include "pact-record.h"
#include "new-plan.h"
#include "wait.h"

void
bench_shelf_set_up (BenchShelf *shelf)
{
  g_autoptr (GError) error = NULL;

  shelf->folder = g_dir_make_tmp ("pact-bench-XXXXXX", &error);
  g_assert_no_error (error);
  shelf->path = g_build_filename (shelf->folder, "library.db", NULL);
  shelf->workspace = pact_workspace_open (shelf->path, &error);
  g_assert_no_error (error);
}

void
bench_shelf_tear_down (BenchShelf *shelf)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_clear_object (&shelf->workspace);
  dir = g_dir_open (shelf->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (shelf->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (shelf->folder);
  g_clear_pointer (&shelf->path, g_free);
  g_clear_pointer (&shelf->folder, g_free);
}

/* A plan as the template makes it. */
static json_object *
make_document (PactWorkspace *workspace)
{
  g_autoptr (PactRecord) answers = new_plan ("pact-4ps", "en", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = pact_workspace_create_plan (workspace, answers, &error);
  g_autoptr (GBytes) bytes = NULL;
  json_object *document;

  g_assert_no_error (error);
  bytes = pact_workspace_export (workspace, uuid, TRUE, FALSE, NULL, &error);
  g_assert_no_error (error);
  wait_purge (workspace, uuid, NULL, &error);
  g_assert_no_error (error);
  document = json_tokener_parse (g_bytes_get_data (bytes, NULL));
  g_assert_nonnull (document);

  return document;
}

static void
renew_uuids (json_object *value)
{
  if (json_object_is_type (value, json_type_array))
    {
      for (gsize i = 0; i < json_object_array_length (value); i++)
        renew_uuids (json_object_array_get_idx (value, i));
    }
  else if (json_object_is_type (value, json_type_object))
    {
      json_object_object_foreach (value, name, member)
        {
          g_autofree char *uuid = g_str_equal (name, "id") ? g_uuid_string_random () : NULL;

          if (uuid != NULL)
            json_object_set_string (member, uuid);
          else
            renew_uuids (member);
        }
    }
}

/* Repeats what stands in a list until it is so many times there. */
static void
repeat (json_object *list,
        guint n_times)
{
  gsize n_items = json_object_array_length (list);

  for (gsize i = n_items; i < n_items * n_times; i++)
    {
      json_object *copy = NULL;

      json_object_deep_copy (json_object_array_get_idx (list, i % n_items), &copy, NULL);
      renew_uuids (copy);
      json_object_array_add (list, copy);
    }
}

/* Keeps no more measures than are left, and says how many are left for the others. */
static guint
cut_measures (json_object *objective,
              guint n_left)
{
  json_object *measures = json_object_object_get (objective, "measures");
  gsize n_measures = json_object_array_length (measures);

  if (n_measures <= n_left)
    return n_left - n_measures;
  json_object_array_del_idx (measures, n_left, n_measures - n_left);

  return 0;
}

/* A plan of the Pact's template with so many measures, as a file: objectives and measures are repeated alike, so that the
 * tree is as broad as it is deep. */
GBytes *
bench_make_plan (PactWorkspace *workspace,
                 guint n_measures)
{
  json_object *document = make_document (workspace);
  json_object *pillars = json_object_object_get (json_object_object_get (document, "plan"), "pillars");
  guint n_proposed = 0;
  guint n_times = 1;
  guint n_left = n_measures;
  const char *text;
  GBytes *bytes;

  for (gsize i = 0; i < json_object_array_length (pillars); i++)
    {
      json_object *objectives = json_object_object_get (json_object_array_get_idx (pillars, i), "objectives");

      for (gsize j = 0; j < json_object_array_length (objectives); j++)
        n_proposed += json_object_array_length (json_object_object_get (json_object_array_get_idx (objectives, j), "measures"));
    }
  while (n_proposed * n_times * n_times < n_measures)
    n_times++;

  for (gsize i = 0; i < json_object_array_length (pillars); i++)
    {
      json_object *objectives = json_object_object_get (json_object_array_get_idx (pillars, i), "objectives");

      for (gsize j = 0; j < json_object_array_length (objectives); j++)
        repeat (json_object_object_get (json_object_array_get_idx (objectives, j), "measures"), n_times);
      repeat (objectives, n_times);
      for (gsize j = 0; j < json_object_array_length (objectives); j++)
        n_left = cut_measures (json_object_array_get_idx (objectives, j), n_left);
    }

  text = json_object_to_json_string_ext (document, JSON_C_TO_STRING_PRETTY);
  bytes = g_bytes_new (text, strlen (text));
  json_object_put (document);

  return bytes;
}

/* The UUID of the plan, a new one each time. */
char *
bench_import (PactWorkspace *workspace,
              GBytes *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = pact_workspace_import (workspace, plan, TRUE, NULL, NULL, &error);
  const PactRecord *first;

  g_assert_no_error (error);
  first = g_ptr_array_index (records, 0);

  return g_strdup (first->uuid);
}
