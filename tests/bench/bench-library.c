/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <glib/gstdio.h>
#include <json-c/json.h>
#include <sqlite3.h>

#include "pact-json.h"
#include "pact-plan.h"
#include "pact-workspace.h"

/* How long the work of the library and of the exchange takes, each beside something well known that is measured in the same
 * run. Figures only: nothing is asserted. */

#define N_PLANS 200
#define N_MEASURES 1000

typedef struct
{
  char *folder;
  char *path;
  char *uuid; /* of the large plan */
  PactWorkspace *workspace;
  PactEditor *editor;
  PactElement *measure;
  GBytes *bytes; /* the large plan as a file */
  sqlite3 *reading;
  sqlite3 *writing;
  guint counter;
} Bench;

typedef void (*BenchFunc) (Bench *bench);

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 two = *(const gint64 *) b;

  return one < two ? -1 : one > two;
}

/* The median in milliseconds. */
static double
measure (Bench *bench,
         BenchFunc func,
         guint n_times)
{
  g_autofree gint64 *times = g_new (gint64, n_times);

  for (guint i = 0; i < n_times; i++)
    {
      gint64 begin = g_get_monotonic_time ();

      func (bench);
      times[i] = g_get_monotonic_time () - begin;
    }
  qsort (times, n_times, sizeof *times, compare_times);

  return times[n_times / 2] / 1000.0;
}

static void
print_figure (Bench *bench,
              const char *what,
              BenchFunc ours,
              const char *beside,
              BenchFunc theirs,
              guint n_times)
{
  double our_time = measure (bench, ours, n_times);
  double their_time = measure (bench, theirs, n_times);

  g_print ("%-44s %9.3f ms   %-46s %9.3f ms   ratio %6.2f\n", what, our_time, beside, their_time,
           their_time > 0 ? our_time / their_time : 0);
}

static void
run_sql (sqlite3 *db,
         const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
}

/* Steps through all rows and columns of a query. */
static void
read_rows (sqlite3 *db,
           const char *sql)
{
  sqlite3_stmt *statement;
  gsize length = 0;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        length += sqlite3_column_text (statement, i) != NULL;
    }
  sqlite3_finalize (statement);
}

static void
list_plans (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PactWorkspace) workspace = pact_workspace_open (bench->path, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (pact_workspace_get_plans (workspace)), ==, N_PLANS);
}

static void
open_and_read_plans (Bench *bench)
{
  sqlite3 *db;

  if (sqlite3_open_v2 (bench->path, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  read_rows (db, "SELECT * FROM plan");
  sqlite3_close (db);
}

static void
load_plan (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PactWorkspace) workspace = pact_workspace_open (bench->path, &error);
  g_autoptr (PactEditor) editor = NULL;

  g_assert_no_error (error);
  editor = pact_workspace_open_plan (workspace, bench->uuid, &error);
  g_assert_no_error (error);
}

static void
read_plan (Bench *bench)
{
  g_autofree char *of_plan = g_strdup_printf (
    "JOIN element e USING (id) WHERE e.plan = (SELECT id FROM element WHERE uuid = '%s')", bench->uuid);
  static const char *const tables[] = { "plan", "pillar", "objective", "measure", "indicator" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s %s", tables[i], of_plan);

      read_rows (bench->reading, sql);
    }
}

static void
edit (Bench *bench)
{
  g_autofree char *text = g_strdup_printf ("Note %u", bench->counter++);
  g_autoptr (GError) error = NULL;

  pact_editor_set_by_name (bench->editor, bench->measure, "note", text, &error);
  g_assert_no_error (error);
}

static void
write_row (Bench *bench)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE bare SET value = 'Note %u' WHERE id = 1", bench->counter++);

  run_sql (bench->writing, sql);
}

static void
undo_and_redo (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  pact_editor_undo (bench->editor, &error);
  g_assert_no_error (error);
  pact_editor_redo (bench->editor, &error);
  g_assert_no_error (error);
}

static void
search (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = pact_workspace_search (bench->workspace, "steering gro", 50, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, >, 0);
}

static void
scan (Bench *bench)
{
  read_rows (bench->reading, "SELECT id, title FROM measure WHERE title LIKE '%steering gro%' OR description LIKE "
                             "'%steering gro%' LIMIT 50");
}

static void
export_plan (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  PactExportOptions options = { .draft = TRUE };
  g_autoptr (GBytes) bytes = pact_json_write_plan (pact_editor_get_plan (bench->editor), &options, &error);

  g_assert_no_error (error);
}

static void
import_plan (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = pact_json_read_plan (bench->bytes, pact_model_get_default (), NULL, &error);

  g_assert_no_error (error);
}

static void
digest (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = pact_json_digest_document (bench->bytes, &error);

  g_assert_no_error (error);
}

static void
parse_with_json_c (Bench *bench)
{
  json_object *object = json_tokener_parse (g_bytes_get_data (bench->bytes, NULL));

  g_assert_nonnull (object);
  json_object_put (object);
}

static void
parse_and_print_with_json_c (Bench *bench)
{
  json_object *object = json_tokener_parse (g_bytes_get_data (bench->bytes, NULL));

  g_assert_cmpuint (strlen (json_object_to_json_string_ext (object, JSON_C_TO_STRING_PRETTY)), >, 0);
  json_object_put (object);
}

static PactElement *
get_child (PactElement *parent,
           const char *kind_name)
{
  g_autoptr (PactElement) child = g_list_model_get_item (pact_element_get_children_by_name (parent, kind_name), 0);

  return child;
}

static void
set_up (Bench *bench)
{
  PactNewPlan answers = {
    .template_id = "pact-4ps",
    .authority = "A town",
    .authority_kind = "municipality",
    .country = "FR",
    .language = "en",
    .currency = "EUR",
    .period_start = "2027",
    .period_end = "2029",
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *bare = NULL;
  PactElement *objective;

  bench->folder = g_dir_make_tmp ("pact-bench-XXXXXX", &error);
  g_assert_no_error (error);
  bench->path = g_build_filename (bench->folder, "library.db", NULL);
  bench->workspace = pact_workspace_open (bench->path, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_PLANS; i++)
    {
      g_free (bench->uuid);
      bench->uuid = pact_workspace_create_plan (bench->workspace, &answers, &error);
      g_assert_no_error (error);
    }
  bench->editor = pact_workspace_open_plan (bench->workspace, bench->uuid, &error);
  g_assert_no_error (error);
  objective = get_child (get_child (pact_plan_get_root (pact_editor_get_plan (bench->editor)), "pillar"), "objective");
  while (pact_plan_count (pact_editor_get_plan (bench->editor), "measure") < N_MEASURES)
    pact_editor_duplicate (bench->editor, objective, &error);
  g_assert_no_error (error);
  bench->measure = get_child (objective, "measure");
  bench->bytes = pact_workspace_export (bench->workspace, bench->uuid, TRUE, FALSE, &error);
  g_assert_no_error (error);

  bare = g_build_filename (bench->folder, "bare.db", NULL);
  if (sqlite3_open (bare, &bench->writing) != SQLITE_OK ||
      sqlite3_open_v2 (bench->path, &bench->reading, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    g_error ("SQLite cannot open the files");
  run_sql (bench->writing, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE bare (id INTEGER PRIMARY KEY,"
                           " value TEXT) STRICT; INSERT INTO bare VALUES (1, '')");
}

static void
tear_down (Bench *bench)
{
  g_autoptr (GDir) dir = g_dir_open (bench->folder, 0, NULL);
  const char *name;

  sqlite3_close (bench->reading);
  sqlite3_close (bench->writing);
  g_clear_object (&bench->editor);
  g_clear_object (&bench->workspace);
  g_bytes_unref (bench->bytes);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (bench->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (bench->folder);
  g_free (bench->uuid);
  g_free (bench->path);
  g_free (bench->folder);
}

int
main (void)
{
  Bench bench = { 0 };

  set_up (&bench);
  g_print ("%u plans, one of them with %u measures: %.1f MB as a file\n", N_PLANS,
           pact_plan_count (pact_editor_get_plan (bench.editor), "measure"), g_bytes_get_size (bench.bytes) / 1e6);
  print_figure (&bench, "open the library and list its plans", list_plans, "SQLite: open it, read the table of plans",
                open_and_read_plans, 15);
  print_figure (&bench, "open the library and the large plan", load_plan, "SQLite: read the same rows", read_plan, 9);
  print_figure (&bench, "one durable edit with its history", edit, "SQLite: one durable update of one row", write_row, 101);
  print_figure (&bench, "undo it and do it again", undo_and_redo, "SQLite: one durable update of one row", write_row, 51);
  print_figure (&bench, "search in all plans", search, "SQLite: LIKE over the measures", scan, 31);
  print_figure (&bench, "write the large plan as JSON", export_plan, "json-c: parse and print the same file",
                parse_and_print_with_json_c, 9);
  print_figure (&bench, "read and check it", import_plan, "json-c: parse the same file", parse_with_json_c, 9);
  print_figure (&bench, "canonical form and digest", digest, "json-c: parse and print the same file",
                parse_and_print_with_json_c, 9);
  tear_down (&bench);

  return EXIT_SUCCESS;
}
