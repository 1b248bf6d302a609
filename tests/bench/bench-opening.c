/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "bench-bare-list.h"
#include "bench-loop.h"
#include "bench-program.h"
#include "bench-shelf.h"
#include "pact-measure-row.h"
#include "pact-plan-page.h"
#include "pact-shell.h"

/* How long it takes from opening a plan in the window until it is drawn, and from going to its measures until their rows
 * are; beside a window with a bare tree of as many rows. */

#define N_TIMES 5
#define SETTLE_MILLISECONDS 300

typedef struct
{
  guint n_measures;
  const char *aim;
} Size;

static const Size sizes[] = {
  { 47, NULL },
  { 1000, "200 ms" },
  { 10000, "1,000 ms" },
};

typedef struct
{
  PactWindow *window;
  char *uuid;
} Bench;

static void
do_nothing (gpointer data)
{
}

static GtkWidget *
find (Bench *bench,
      GType type)
{
  return bench_program_find (GTK_WIDGET (bench->window), type);
}

static void
open_plan (gpointer data)
{
  Bench *bench = data;

  pact_shell_open_plan (PACT_SHELL (bench->window), bench->uuid, NULL);
}

static gboolean
is_plan_shown (gpointer data)
{
  return find (data, PACT_TYPE_PLAN_PAGE) != NULL;
}

static void
go_to_measures (gpointer data)
{
  pact_plan_page_show_section (PACT_PLAN_PAGE (find (data, PACT_TYPE_PLAN_PAGE)), "measures");
}

static gboolean
are_measures_shown (gpointer data)
{
  return find (data, PACT_TYPE_MEASURE_ROW) != NULL;
}

static void
go_to_library (gpointer data)
{
  Bench *bench = data;

  pact_shell_show_library (PACT_SHELL (bench->window));
}

static double
open_bare_list (guint n_rows)
{
  BenchBareList bare;
  double time;

  bench_bare_list_set_up (&bare, n_rows);
  time = bench_loop_time_until_drawn (bare.window, bench_bare_list_show, bench_bare_list_is_shown, &bare);
  bench_bare_list_tear_down (&bare);

  return time;
}

static void
bench_opening (Bench *bench,
               const Size *size)
{
  g_autoptr (GArray) opening = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) going = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) bare = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *what = g_strdup_printf ("open a plan of %u measures, until it is drawn", size->n_measures);
  g_autofree char *beside = g_strdup_printf ("GTK: a window with a bare tree of %u rows", size->n_measures);

  for (guint i = 0; i < N_TIMES; i++)
    {
      double time = bench_loop_time_until_drawn (GTK_WINDOW (bench->window), open_plan, is_plan_shown, bench);

      g_array_append_val (opening, time);
      bench_loop_longest_block (do_nothing, NULL, SETTLE_MILLISECONDS);
      time = bench_loop_time_until_drawn (GTK_WINDOW (bench->window), go_to_measures, are_measures_shown, bench);
      g_array_append_val (going, time);
      bench_loop_longest_block (go_to_library, bench, SETTLE_MILLISECONDS);
      time = open_bare_list (size->n_measures);
      g_array_append_val (bare, time);
    }
  bench_print (what, bench_median (opening), beside, bench_median (bare), size->aim);
  bench_print ("go to its measures, until their rows are drawn", bench_median (going), beside, bench_median (bare), size->aim);
}

int
main (void)
{
  BenchShelf shelf;
  Bench benches[G_N_ELEMENTS (sizes)];
  g_autoptr (PactApplication) application = NULL;
  PactWindow *window;

  adw_init ();
  bench_loop_watch ();
  bench_shelf_set_up (&shelf);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) plan = bench_make_plan (shelf.workspace, sizes[i].n_measures);

      benches[i].uuid = bench_import (shelf.workspace, plan);
    }

  application = bench_program_new ();
  window = bench_program_show (application, shelf.workspace);
  bench_loop_longest_block (do_nothing, NULL, SETTLE_MILLISECONDS);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      benches[i].window = window;
      bench_opening (&benches[i], &sizes[i]);
      g_free (benches[i].uuid);
    }

  gtk_window_destroy (GTK_WINDOW (window));
  bench_shelf_tear_down (&shelf);

  return EXIT_SUCCESS;
}
