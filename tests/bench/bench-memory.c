/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <sys/wait.h>
#include <unistd.h>

#include "bench-loop.h"
#include "bench-program.h"
#include "bench-shelf.h"
#include "pact-plan-page.h"
#include "pact-shell.h"

/* The memory of the program beside that of an empty libadwaita window. Each case is a process of its own, which shows its
 * window, waits until there is nothing more to do and says its proportional set size: its own memory, and its share of what
 * it has in common with others. */

#define N_PLANS 1000
#define N_EVERYDAY 47
#define N_HUGE 10000
#define QUIET_MILLISECONDS 500
#define QUIET_BLOCK 5.0 /* a main loop without longer blocks has nothing to do */

static void
do_nothing (gpointer data)
{
}

static void
wait_until_quiet (void)
{
  while (bench_loop_longest_block (do_nothing, NULL, QUIET_MILLISECONDS) > QUIET_BLOCK)
    continue;
}

static double
read_megabytes (void)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  const char *line;

  g_file_get_contents ("/proc/self/smaps_rollup", &contents, NULL, &error);
  g_assert_no_error (error);
  line = strstr (contents, "\nPss:");
  g_assert_nonnull (line);

  return g_ascii_strtoull (line + strlen ("\nPss:"), NULL, 10) / 1024.0;
}

static void
show_empty_window (void)
{
  GtkWidget *window = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (window), adw_header_bar_new ());
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 760);
  gtk_window_present (GTK_WINDOW (window));
  wait_until_quiet ();
}

static void
show_plan (PactWindow *window,
           const char *uuid)
{
  pact_shell_open_plan (PACT_SHELL (window), uuid, NULL);
  wait_until_quiet ();
  pact_plan_page_show_section (PACT_PLAN_PAGE (bench_program_find (GTK_WIDGET (window), PACT_TYPE_PLAN_PAGE)), "measures");
}

static void
show_program (const char *path,
              const char *uuid)
{
  g_autoptr (GError) error = NULL;
  PactWorkspace *workspace = pact_workspace_open (path, &error);
  PactWindow *window;

  g_assert_no_error (error);
  window = bench_program_show (bench_program_new (), workspace);
  wait_until_quiet ();
  if (uuid != NULL)
    show_plan (window, uuid);
  wait_until_quiet ();
}

/* Runs one case in a process of its own and returns its megabytes. */
static double
run_case (const char *program,
          const char *path,
          const char *uuid)
{
  const char *const command[] = { program, path != NULL ? path : "", uuid != NULL ? uuid : "", NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);

  return g_ascii_strtod (output, NULL);
}

static char *
fill (BenchShelf *shelf,
      guint n_plans,
      guint n_measures)
{
  g_autoptr (GBytes) plan = bench_make_plan (shelf->workspace, n_measures);
  char *uuid = NULL;

  for (guint i = 0; i < n_plans; i++)
    {
      g_free (uuid);
      uuid = bench_import (shelf->workspace, plan);
    }

  return uuid;
}

static void
print_megabytes (const char *what,
                 double ours,
                 double empty,
                 const char *aim)
{
  g_print ("%-50s %9.1f MB   %-44s %9.1f MB   ratio %6.2f   aim: %s; it is + %.1f MB\n", what, ours,
           "an empty libadwaita window", empty, ours / empty, aim, ours - empty);
}

int
main (int argc,
      char *argv[])
{
  BenchShelf many, large;
  g_autofree char *any = NULL;
  g_autofree char *uuid = NULL;
  double empty;

  if (argc > 1)
    {
      adw_init ();
      bench_loop_watch ();
      if (*argv[1] == '\0')
        show_empty_window ();
      else
        show_program (argv[1], *argv[2] != '\0' ? argv[2] : NULL);
      g_print ("%.3f\n", read_megabytes ());
      return EXIT_SUCCESS;
    }

  bench_shelf_set_up (&many);
  any = fill (&many, N_PLANS, N_EVERYDAY);
  bench_shelf_set_up (&large);
  uuid = fill (&large, 1, N_HUGE);
  empty = run_case (argv[0], NULL, NULL);
  print_megabytes ("memory with 1,000 plans listed", run_case (argv[0], many.path, NULL), empty, "the empty one + 40 MB");
  print_megabytes ("memory with a plan of 10,000 measures open", run_case (argv[0], large.path, uuid), empty,
                   "the empty one + 60 MB");
  bench_shelf_tear_down (&many);
  bench_shelf_tear_down (&large);

  return EXIT_SUCCESS;
}
