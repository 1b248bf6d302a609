/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "bench-shelf.h"
#include "bench.h"

/* The search over a large library, once for each key of what a person types, beside the full-text index of SQLite asked
 * for the same in its own words. All plans come from one template, which is the hardest case: what is in one of them is
 * in all. */

#define N_PLANS 1000
#define N_MEASURES 100
#define N_FOUND 200 /* what the window asks for */
#define N_TIMES 5

typedef struct
{
  BenchShelf shelf;
  sqlite3 *reading;
  const char *typed;
  char *expression;
} Bench;

static void
search (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = pact_workspace_search (bench->shelf.workspace, bench->typed, N_FOUND, &error);

  g_assert_no_error (error);
}

static void
ask_index (gpointer data)
{
  Bench *bench = data;

  bench_sqlite_read (bench->reading, "SELECT rowid FROM search WHERE search MATCH ?1 LIMIT " G_STRINGIFY (N_FOUND),
                     bench->expression);
}

static void
set_up (Bench *bench)
{
  g_autoptr (GBytes) plan = NULL;

  bench_shelf_set_up (&bench->shelf);
  plan = bench_make_plan (bench->shelf.workspace, N_MEASURES);
  for (guint i = 0; i < N_PLANS; i++)
    g_free (bench_import (bench->shelf.workspace, plan));
  bench->reading = bench_sqlite_open (bench->shelf.path, SQLITE_OPEN_READONLY);
}

static void
tear_down (Bench *bench)
{
  sqlite3_close (bench->reading);
  bench_shelf_tear_down (&bench->shelf);
}

int
main (void)
{
  static const char *const all_typed[] = { "s", "st", "ste", "stee", "steering", "steering gr", "steering group", "beispielh",
                                           "xylophone" };
  Bench bench = { 0 };

  set_up (&bench);
  g_print ("%d plans of %d measures\n", N_PLANS, N_MEASURES);
  for (guint i = 0; i < G_N_ELEMENTS (all_typed); i++)
    {
      g_autofree char *what = g_strdup_printf ("search for \"%s\"", all_typed[i]);

      bench.typed = all_typed[i];
      bench.expression = g_strconcat (all_typed[i], "*", NULL);
      bench_compare ((BenchCase){ what, search }, (BenchCase){ "SQLite: the index, the first 200 rows", ask_index }, &bench,
                     N_TIMES, "under 16 ms");
      g_free (bench.expression);
    }
  tear_down (&bench);

  return EXIT_SUCCESS;
}
