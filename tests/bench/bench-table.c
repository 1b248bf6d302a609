/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "bench-bare-table.h"
#include "bench-loop.h"
#include "bench-program.h"
#include "bench-shelf.h"
#include "pact-grid-private.h"
#include "pact-plan-page.h"
#include "pact-shell.h"

/* The table of the measures in the program's own window: how long until its first rows are drawn, how smoothly it scrolls, and how long
 * the window is deaf while a thousand cells and a thousand rows are changed; beside one bare GtkColumnView of as many rows and the same
 * columns, in which a thousand rows say something else. */

#define N_TIMES 3
#define N_CHANGED 1000
#define WATCH_MILLISECONDS 300 /* in which everything that was put off is done */
#define N_FRAMES 120
#define WHEEL_PIXELS 60  /* 3,600 pixels a second, which is a hasty wheel */
#define DRAG_PIXELS 2000 /* some pages a frame, which is a scroll bar that is dragged */
#define ROW_PIXELS 20    /* the least that a row is high */

typedef struct
{
  BenchShelf shelf;
  PactWindow *window;
  char *uuid;
  const char *section;
  guint n_measures;
} Bench;

static const PactTableInfo *
get_info (void)
{
  guint n;

  return &pact_tables_get (&n)[0];
}

static GtkWidget *
find (Bench *bench,
      GType type)
{
  return bench_program_find (GTK_WIDGET (bench->window), type);
}

static PactGrid *
get_grid (Bench *bench)
{
  return PACT_GRID (find (bench, PACT_TYPE_GRID));
}

static void
do_nothing (gpointer data)
{
}

static void
open_plan (gpointer data)
{
  Bench *bench = data;

  pact_shell_open_plan (PACT_SHELL (bench->window), bench->uuid, NULL);
}

static void
go_to_section (gpointer data)
{
  Bench *bench = data;

  pact_plan_page_show_section (PACT_PLAN_PAGE (find (bench, PACT_TYPE_PLAN_PAGE)), bench->section);
}

static void
go_to_library (gpointer data)
{
  Bench *bench = data;

  pact_shell_show_library (PACT_SHELL (bench->window));
}

static gboolean
are_rows_shown (gpointer data)
{
  return find (data, PACT_TYPE_GRID_CELL) != NULL;
}

static void
fill_down (gpointer data)
{
  pact_grid_fill_down (get_grid (data));
}

static void
paste (gpointer data)
{
  pact_grid_paste (get_grid (data));
}

static void
undo (gpointer data)
{
  Bench *bench = data;

  gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.undo", NULL);
}

/* The first rows in a column, as with Shift and the arrow keys. */
static void
select_column (Bench *bench,
              const char *name,
              guint n_rows)
{
  PactGrid *grid = get_grid (bench);
  guint column = _pact_grid_find_column (grid, pact_table_info_find_column (get_info (), name));

  _pact_grid_move (grid, 0, column, FALSE);
  _pact_grid_move (grid, n_rows - 1, column, TRUE);
}

/* Rows as a spreadsheet puts them on the clipboard, from the start to the priority. */
static void
copy_rows (Bench *bench)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < N_CHANGED; i++)
    g_string_append_printf (text, "1.%u.2027\t31 Dec 2028\tOn track\tHigh\n", i % 12 + 1);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (bench->window)), text->str);
}

/* The median of some times, each undone before the next. */
static double
take_block (Bench *bench,
            BenchFunc func)
{
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_TIMES; i++)
    {
      double block = bench_loop_longest_block (func, bench, WATCH_MILLISECONDS);

      g_array_append_val (blocks, block);
      bench_loop_longest_block (undo, bench, WATCH_MILLISECONDS);
    }

  return bench_median (blocks);
}

static double
take_bare_block (BenchBareTable *bare)
{
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_TIMES; i++)
    {
      double block = bench_loop_longest_block (bench_bare_table_change_thousand, bare, WATCH_MILLISECONDS);

      g_array_append_val (blocks, block);
    }

  return bench_median (blocks);
}

static void
print_frames (const char *what,
              BenchFrames ours,
              BenchFrames theirs)
{
  g_autofree char *median = g_strdup_printf ("a frame of %s", what);
  g_autofree char *longest = g_strdup_printf ("the longest frame of %s", what);

  bench_print (median, ours.median, "GTK: the same in the bare table", theirs.median, "up to 16.7 ms");
  bench_print (longest, ours.longest, "GTK: the same in the bare table", theirs.longest, "up to 16.7 ms");
}

static void
bench_table (Bench *bench)
{
  const char *beside = "GTK: a thousand rows of the bare table change";
  BenchBareTable bare;
  double ours, theirs, fill, pasted, changed;
  BenchFrames our_wheel, our_drag, their_wheel, their_drag;
  GtkScrollable *scrollable;
  guint n_pages = MIN (N_FRAMES, bench->n_measures * ROW_PIXELS / DRAG_PIXELS);

  g_print ("in a plan of %u measures\n", bench->n_measures);
  bench_loop_longest_block (open_plan, bench, WATCH_MILLISECONDS);
  bench->section = "table";
  ours = bench_loop_time_until_drawn (GTK_WINDOW (bench->window), go_to_section, are_rows_shown, bench);
  bench_loop_longest_block (do_nothing, NULL, WATCH_MILLISECONDS);
  bench_bare_table_set_up (&bare, get_info (), bench->n_measures);
  theirs = bench_loop_time_until_drawn (bare.window, bench_bare_table_show, bench_bare_table_is_shown, &bare);
  bench_print ("go to the table, until its first rows are drawn", ours, "GTK: a window with the bare table", theirs, NULL);

  changed = take_bare_block (&bare);
  select_column (bench, "title", N_CHANGED);
  fill = take_block (bench, fill_down);
  bench_print ("block: fill a thousand cells down", fill, beside, changed, NULL);
  copy_rows (bench);
  select_column (bench, "start", 1);
  pasted = take_block (bench, paste);
  bench_print ("block: paste a thousand rows", pasted, beside, changed, NULL);

  select_column (bench, "start", 1);
  bench_loop_longest_block (do_nothing, NULL, WATCH_MILLISECONDS);
  scrollable =
    GTK_SCROLLABLE (bench_program_find (gtk_widget_get_last_child (GTK_WIDGET (get_grid (bench))), GTK_TYPE_COLUMN_VIEW));
  our_wheel = bench_loop_scroll (scrollable, WHEEL_PIXELS, N_FRAMES);
  our_drag = bench_loop_scroll (scrollable, DRAG_PIXELS, n_pages);
  their_wheel = bench_loop_scroll (bench_bare_table_get_scrollable (&bare), WHEEL_PIXELS, N_FRAMES);
  their_drag = bench_loop_scroll (bench_bare_table_get_scrollable (&bare), DRAG_PIXELS, n_pages);
  print_frames ("scrolling with the wheel", our_wheel, their_wheel);
  print_frames ("dragging the scroll bar", our_drag, their_drag);
  bench_bare_table_tear_down (&bare);
  bench_loop_longest_block (go_to_library, bench, WATCH_MILLISECONDS);
}

int
main (void)
{
  static const guint sizes[] = { 1000, 10000 };
  Bench bench = { 0 };
  g_autoptr (PactApplication) application = NULL;

  adw_init ();
  bench_loop_watch ();
  bench_shelf_set_up (&bench.shelf);
  application = bench_program_new ();
  bench.window = bench_program_show (application, bench.shelf.workspace);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) plan = bench_make_plan (bench.shelf.workspace, sizes[i]);

      bench.n_measures = sizes[i];
      bench.uuid = bench_import (bench.shelf.workspace, plan);
      bench_table (&bench);
      g_clear_pointer (&bench.uuid, g_free);
    }
  gtk_window_destroy (GTK_WINDOW (bench.window));
  bench_shelf_tear_down (&bench.shelf);

  return EXIT_SUCCESS;
}
