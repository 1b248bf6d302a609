/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "bench-shelf.h"
#include "bench.h"
#include "pact-plan.h"

/* The library beside SQLite itself: listing plans, loading a large one, and edits in it, each of which is on the disk with
 * its history when it returns. SQLite runs with the same settings and has to do no more than touch the same rows, so the
 * ratio is what the journal, the search index and the objects cost. */

#define N_PLANS 1000
#define N_EVERYDAY 47
#define N_LARGE 10000

typedef struct
{
  BenchShelf shelf;
  PactWorkspace *other; /* in which no plan is open */
  char *uuid;
  PactEditor *editor;
  PactElement *measure; /* one in the middle of the plan */
  sqlite3 *reading;
  sqlite3 *writing;
  guint counter;
} Bench;

static void
list_plans (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PactWorkspace) workspace = pact_workspace_open (bench->shelf.path, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (pact_workspace_get_plans (workspace)), ==, N_PLANS);
}

static void
read_plans (gpointer data)
{
  Bench *bench = data;
  sqlite3 *db = bench_sqlite_open (bench->shelf.path, SQLITE_OPEN_READONLY);

  bench_sqlite_read (db, "SELECT * FROM plan JOIN element USING (id)", NULL);
  sqlite3_close (db);
}

static void
load_plan (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PactEditor) editor = pact_workspace_open_plan (bench->other, bench->uuid, &error);

  g_assert_no_error (error);
}

static void
read_plan (gpointer data)
{
  static const char *const queries[] = {
#define OF_PLAN " JOIN element e USING (id) WHERE e.plan = (SELECT id FROM element WHERE uuid = ?1)"
    "SELECT * FROM plan" OF_PLAN,    "SELECT * FROM pillar" OF_PLAN,    "SELECT * FROM objective" OF_PLAN,
    "SELECT * FROM measure" OF_PLAN, "SELECT * FROM indicator" OF_PLAN,
#undef OF_PLAN
  };
  Bench *bench = data;

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    bench_sqlite_read (bench->reading, queries[i], bench->uuid);
}

static void
edit (gpointer data)
{
  Bench *bench = data;
  g_autofree char *text = g_strdup_printf ("Note %u", bench->counter++);
  g_autoptr (GError) error = NULL;

  pact_editor_set_by_name (bench->editor, bench->measure, "note", text, &error);
  g_assert_no_error (error);
}

static void
undo_and_redo (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;

  pact_editor_undo (bench->editor, &error);
  g_assert_no_error (error);
  pact_editor_redo (bench->editor, &error);
  g_assert_no_error (error);
}

static void
move (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;

  pact_editor_step (bench->editor, bench->measure, bench->counter++ % 2 == 0 ? -1 : 1, &error);
  g_assert_no_error (error);
}

static void
add_and_remove (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;
  PactElement *added = pact_editor_add (bench->editor, pact_element_get_parent (bench->measure), "measure", bench->measure,
                                        &error);

  g_assert_no_error (error);
  pact_editor_remove (bench->editor, added, &error);
  g_assert_no_error (error);
}

static void
update_row (gpointer data)
{
  Bench *bench = data;

  bench_sqlite_run (bench->writing, "UPDATE bare SET value = value + 1 WHERE id = 5000");
}

static void
update_row_twice (gpointer data)
{
  update_row (data);
  update_row (data);
}

static PactElement *
get_middle (PactElement *parent,
            const char *kind_name)
{
  GListModel *children = pact_element_get_children_by_name (parent, kind_name);
  g_autoptr (PactElement) child = g_list_model_get_item (children, g_list_model_get_n_items (children) / 2);

  return child;
}

static void
set_up (Bench *bench)
{
  g_autoptr (GBytes) everyday = NULL;
  g_autoptr (GBytes) large = NULL;
  g_autofree char *bare = NULL;
  g_autoptr (GError) error = NULL;

  bench_shelf_set_up (&bench->shelf);
  everyday = bench_make_plan (bench->shelf.workspace, N_EVERYDAY);
  large = bench_make_plan (bench->shelf.workspace, N_LARGE);
  for (guint i = 1; i < N_PLANS; i++)
    g_free (bench_import (bench->shelf.workspace, everyday));
  bench->uuid = bench_import (bench->shelf.workspace, large);
  bench->editor = pact_workspace_open_plan (bench->shelf.workspace, bench->uuid, &error);
  g_assert_no_error (error);
  bench->other = pact_workspace_open (bench->shelf.path, &error);
  g_assert_no_error (error);
  bench->measure = get_middle (get_middle (get_middle (pact_plan_get_root (pact_editor_get_plan (bench->editor)), "pillar"),
                                           "objective"),
                               "measure");

  bench->reading = bench_sqlite_open (bench->shelf.path, SQLITE_OPEN_READONLY);
  bare = g_build_filename (bench->shelf.folder, "bare.db", NULL);
  bench->writing = bench_sqlite_open (bare, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  bench_sqlite_run (bench->writing,
                    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                    "CREATE TABLE bare (id INTEGER PRIMARY KEY, value INTEGER) STRICT;"
                    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)"
                    " INSERT INTO bare SELECT i, i FROM n");
}

static void
tear_down (Bench *bench)
{
  sqlite3_close (bench->reading);
  sqlite3_close (bench->writing);
  g_clear_object (&bench->editor);
  g_clear_object (&bench->other);
  g_clear_pointer (&bench->uuid, g_free);
  bench_shelf_tear_down (&bench->shelf);
}

int
main (void)
{
  const BenchCase one_update = { "SQLite: one durable update of one row", update_row };
  const BenchCase two_updates = { "SQLite: two durable updates of one row", update_row_twice };
  Bench bench = { 0 };

  set_up (&bench);
  g_print ("%d plans in the library, one of them with %d measures\n", N_PLANS, N_LARGE);
  bench_compare ((BenchCase){ "open the library and list its plans", list_plans },
                 (BenchCase){ "SQLite: open it and read the same rows", read_plans }, &bench, 15, NULL);
  bench_compare ((BenchCase){ "load the large plan", load_plan }, (BenchCase){ "SQLite: read the same rows", read_plan }, &bench,
                 9, NULL);
  bench_compare ((BenchCase){ "one durable edit with its history", edit }, one_update, &bench, 101, "under 1 ms");
  bench_compare ((BenchCase){ "move a measure among its siblings", move }, one_update, &bench, 51, NULL);
  bench_compare ((BenchCase){ "undo an edit and do it again", undo_and_redo }, two_updates, &bench, 51, NULL);
  bench_compare ((BenchCase){ "add a measure and delete it", add_and_remove }, two_updates, &bench, 51, NULL);
  tear_down (&bench);

  return EXIT_SUCCESS;
}
