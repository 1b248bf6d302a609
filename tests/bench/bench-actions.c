/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "bench-bare-list.h"
#include "bench-loop.h"
#include "bench-program.h"
#include "bench-shelf.h"
#include "pact-measures-tree.h"
#include "pact-plan-page.h"
#include "pact-plan.h"
#include "pact-shell.h"

/* The program's own window on a large plan: how long it is deaf while something is done in it, and how smoothly the tree
 * scrolls; beside what GTK needs for a bare tree of as many rows. */

#define N_MEASURES 10000
#define N_TIMES 3
#define WATCH_MILLISECONDS 300  /* in which everything that was put off is done */
#define SAVING_MILLISECONDS 900 /* in which what was typed is written too */
#define N_FRAMES 180
#define WHEEL_PIXELS 60  /* 3,600 pixels a second, which is a hasty wheel */
#define DRAG_PIXELS 2000 /* some pages a frame, which is a scroll bar that is dragged */

typedef struct
{
  BenchShelf shelf;
  PactWindow *window;
  char *uuid;
  const char *section; /* the one to go to */
  double yardstick;    /* the longest block of the bare tree when a row goes */
} Bench;

static GtkWidget *
find (Bench *bench,
      GType type)
{
  return bench_program_find (GTK_WIDGET (bench->window), type);
}

static PactPlanPage *
get_page (Bench *bench)
{
  return PACT_PLAN_PAGE (find (bench, PACT_TYPE_PLAN_PAGE));
}

static PactMeasuresTree *
get_tree (Bench *bench)
{
  return PACT_MEASURES_TREE (find (bench, PACT_TYPE_MEASURES_TREE));
}

static GtkWidget *
get_list_view (Bench *bench)
{
  return bench_program_find (GTK_WIDGET (get_tree (bench)), GTK_TYPE_LIST_VIEW);
}

static void
open_plan (gpointer data)
{
  Bench *bench = data;

  pact_shell_open_plan (PACT_SHELL (bench->window), bench->uuid, NULL);
}

static void
go_to_library (gpointer data)
{
  Bench *bench = data;

  pact_shell_show_library (PACT_SHELL (bench->window));
}

static void
go_to_section (gpointer data)
{
  Bench *bench = data;

  pact_plan_page_show_section (get_page (bench), bench->section);
}

static PactElement *
get_selected (Bench *bench)
{
  return pact_measures_tree_get_selected (get_tree (bench));
}

static PactElement *
get_at (PactElement *parent,
        const char *kind_name,
        double where)
{
  GListModel *children = pact_element_get_children_by_name (parent, kind_name);
  g_autoptr (PactElement) child = g_list_model_get_item (children, where * g_list_model_get_n_items (children));

  return child;
}

/* A measure, by its share of the way through the plan. */
static PactElement *
get_measure (Bench *bench,
             double where)
{
  PactElement *root = pact_plan_get_root (pact_editor_get_plan (pact_plan_page_get_editor (get_page (bench))));

  return get_at (get_at (get_at (root, "pillar", where), "objective", where), "measure", where);
}

static void
select_middle (gpointer data)
{
  pact_measures_tree_select (get_tree (data), get_measure (data, 0.5));
}

/* What a click on the next row does. */
static void
select_next (gpointer data)
{
  GtkSelectionModel *selection = gtk_list_view_get_model (GTK_LIST_VIEW (get_list_view (data)));
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (selection);
  guint position = gtk_bitset_get_minimum (selected);

  gtk_widget_activate_action (get_list_view (data), "list.select-item", "(ubb)", position + 1, FALSE, FALSE);
}

static void
go_to_title (gpointer data)
{
  pact_plan_page_reveal (get_page (data), pact_element_get_uuid (get_selected (data)), "title");
}

/* What a key does in a field; the pause after it writes it to the library. */
static void
type_key (gpointer data)
{
  Bench *bench = data;

  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (bench->window)), "insert-at-cursor", "x");
}

static void
move_down (gpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (get_tree (data)), "tree.step", "i", 1);
}

static void
move_far (gpointer data)
{
  PactElement *target = get_measure (data, 0.7);

  pact_measures_tree_move (get_tree (data), pact_measures_tree_get_chosen (get_tree (data)), pact_element_get_parent (target),
                           target);
}

static void
add_measure (gpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (get_tree (data)), "tree.add-measure", NULL);
}

static void
duplicate (gpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (get_tree (data)), "tree.duplicate", NULL);
}

static void
delete_selected (gpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (get_tree (data)), "tree.delete", NULL);
}

static void
undo (gpointer data)
{
  Bench *bench = data;

  gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.undo", NULL);
}

static void
redo (gpointer data)
{
  Bench *bench = data;

  gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.redo", NULL);
}

static void
set_filter (Bench *bench,
            const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (bench_program_find (GTK_WIDGET (get_tree (bench)), GTK_TYPE_SEARCH_ENTRY)), text);
}

static void
filter (gpointer data)
{
  set_filter (data, "steering");
}

static void
end_filter (gpointer data)
{
  set_filter (data, "");
}

static void
bench_yardstick (Bench *bench)
{
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (double));
  BenchBareList bare;

  bench_bare_list_set_up (&bare, N_MEASURES);
  bench_loop_time_until_drawn (bare.window, bench_bare_list_show, bench_bare_list_is_shown, &bare);
  for (guint i = 0; i < N_TIMES; i++)
    {
      double block = bench_loop_longest_block (bench_bare_list_remove_row, &bare, WATCH_MILLISECONDS);

      g_array_append_val (blocks, block);
    }
  bench->yardstick = bench_median (blocks);
  bench_bare_list_tear_down (&bare);
}

static void
print_block (Bench *bench,
             const char *what,
             double block)
{
  bench_print (what, block, "GTK: a row of the bare tree goes", bench->yardstick, "up to 50 ms");
}

static void
bench_sections (Bench *bench)
{
  static const char *const sections[] = { "overview", "authority", "situation", "actors", "assess", "submission" };

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autofree char *what = g_strdup_printf ("block: go to the section \"%s\"", sections[i]);

      bench->section = sections[i];
      print_block (bench, what, bench_loop_longest_block (go_to_section, bench, WATCH_MILLISECONDS));
    }
}

static void
bench_actions (Bench *bench)
{
  static const BenchCase actions[] = {
    { "block: select the next measure", select_next },
    { "block: type a letter of its title, until saved", type_key },
    { "block: move it down", move_down },
    { "block: move it to another pillar", move_far },
    { "block: take that back", undo },
    { "block: add a measure", add_measure },
    { "block: duplicate it", duplicate },
    { "block: delete it", delete_selected },
    { "block: undo", undo },
    { "block: redo", redo },
    { "block: filter the tree", filter },
    { "block: show everything again", end_filter },
  };

  bench->section = "measures";
  bench_loop_longest_block (go_to_section, bench, WATCH_MILLISECONDS);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (double));

      for (guint j = 0; j < N_TIMES; j++)
        {
          double block;

          /* Each begins with the same measure in view, the keyboard where it is needed, and nothing left to do. */
          if (actions[i].func != undo && actions[i].func != redo && actions[i].func != end_filter)
            bench_loop_longest_block (select_middle, bench, WATCH_MILLISECONDS);
          if (actions[i].func == type_key)
            bench_loop_longest_block (go_to_title, bench, WATCH_MILLISECONDS);
          if (actions[i].func == end_filter)
            bench_loop_longest_block (filter, bench, WATCH_MILLISECONDS);
          block = bench_loop_longest_block (actions[i].func, bench,
                                            actions[i].func == type_key ? SAVING_MILLISECONDS : WATCH_MILLISECONDS);
          g_array_append_val (blocks, block);
          if (actions[i].func == filter)
            bench_loop_longest_block (end_filter, bench, WATCH_MILLISECONDS);
        }
      print_block (bench, actions[i].what, bench_median (blocks));
    }
}

static void
print_frames (const char *what,
              BenchFrames ours,
              BenchFrames theirs)
{
  g_autofree char *median = g_strdup_printf ("a frame of %s", what);
  g_autofree char *longest = g_strdup_printf ("the longest frame of %s", what);

  bench_print (median, ours.median, "GTK: the same in the bare tree", theirs.median, "up to 16.7 ms");
  bench_print (longest, ours.longest, "GTK: the same in the bare tree", theirs.longest, "up to 16.7 ms");
  g_print ("frames a second while %s: %.0f; in the bare tree: %.0f\n", what, ours.per_second, theirs.per_second);
}

static void
bench_scrolling (Bench *bench)
{
  BenchBareList bare;
  BenchFrames our_wheel, our_drag, their_wheel, their_drag;

  our_wheel = bench_loop_scroll (GTK_SCROLLABLE (get_list_view (bench)), WHEEL_PIXELS, N_FRAMES);
  our_drag = bench_loop_scroll (GTK_SCROLLABLE (get_list_view (bench)), DRAG_PIXELS, N_FRAMES / 2);
  bench_bare_list_set_up (&bare, N_MEASURES);
  bench_loop_time_until_drawn (bare.window, bench_bare_list_show, bench_bare_list_is_shown, &bare);
  their_wheel = bench_loop_scroll (GTK_SCROLLABLE (bare.list_view), WHEEL_PIXELS, N_FRAMES);
  their_drag = bench_loop_scroll (GTK_SCROLLABLE (bare.list_view), DRAG_PIXELS, N_FRAMES / 2);
  bench_bare_list_tear_down (&bare);
  print_frames ("scrolling with the wheel", our_wheel, their_wheel);
  print_frames ("dragging the scroll bar", our_drag, their_drag);
}

int
main (void)
{
  Bench bench = { 0 };
  g_autoptr (GBytes) plan = NULL;
  g_autoptr (PactApplication) application = NULL;

  adw_init ();
  bench_loop_watch ();
  bench_shelf_set_up (&bench.shelf);
  plan = bench_make_plan (bench.shelf.workspace, N_MEASURES);
  bench.uuid = bench_import (bench.shelf.workspace, plan);
  application = bench_program_new ();
  bench.window = bench_program_show (application, bench.shelf.workspace);

  g_print ("in a plan of %d measures\n", N_MEASURES);
  bench_yardstick (&bench);
  bench_loop_longest_block (open_plan, &bench, WATCH_MILLISECONDS);
  bench_actions (&bench);
  bench_scrolling (&bench);
  bench_sections (&bench);
  print_block (&bench, "block: back to the library", bench_loop_longest_block (go_to_library, &bench, WATCH_MILLISECONDS));

  gtk_window_destroy (GTK_WINDOW (bench.window));
  g_free (bench.uuid);
  bench_shelf_tear_down (&bench.shelf);

  return EXIT_SUCCESS;
}
