/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "library-fixture.h"

/* How much work SQLite has with what is done often, counted in its own steps. */

static gint64
count_steps_of_list (PactLibrary *library)
{
  g_autoptr (GPtrArray) summaries = NULL;

  library_take_steps ();
  summaries = pact_library_list (library, NULL);
  g_assert_cmpuint (summaries->len, ==, 1);

  return library_take_steps ();
}

/* To list a plan is no more work if it is a large one. */
static void
test_list_steps (LibraryFixture *fixture,
                 gconstpointer data)
{
  g_autofree char *small = library_add_large (fixture->library, 1);
  g_autofree char *large = NULL;
  g_autoptr (GError) error = NULL;
  gint64 steps;

  library_count_steps ();
  library_fixture_reopen (fixture);
  steps = count_steps_of_list (fixture->library);
  g_assert_cmpint (steps, >, 0);
  pact_library_purge (fixture->library, small, &error);
  g_assert_no_error (error);
  large = library_add_large (fixture->library, 2000);
  g_assert_cmpint (count_steps_of_list (fixture->library), <=, steps);
  library_check_summary (fixture->library, large);
}

static gint64
count_steps_of_edit (PactLibrary *library,
                     const char *plan,
                     const char *text)
{
  library_take_steps ();
  library_set (library, plan, plan, "plan", "vision", text, NULL);

  return library_take_steps ();
}

/* What is typed is no more work in a large plan than in a small one. */
static void
test_edit_steps (LibraryFixture *fixture,
                 gconstpointer data)
{
  g_autofree char *small = library_add_large (fixture->library, 1);
  g_autofree char *large = library_add_large (fixture->library, 2000);
  gint64 small_steps;
  gint64 large_steps;

  library_count_steps ();
  library_fixture_reopen (fixture);
  /* The first edit of a plan gives its vision to the summary and prepares the statements. */
  count_steps_of_edit (fixture->library, small, "Once");
  count_steps_of_edit (fixture->library, large, "Once");
  small_steps = count_steps_of_edit (fixture->library, small, "Twice");
  large_steps = count_steps_of_edit (fixture->library, large, "Twice");
  g_test_message ("An edit takes %" G_GINT64_FORMAT " steps in a small plan, %" G_GINT64_FORMAT " in a large one", small_steps,
                  large_steps);
  g_assert_cmpint (small_steps, >, 0);
  g_assert_cmpint (large_steps, <, 2 * small_steps);
  library_check_summary (fixture->library, large);
  library_check_sound (fixture->library);
}

static void
add (const char *name,
     void (*test) (LibraryFixture *, gconstpointer))
{
  g_test_add (name, LibraryFixture, NULL, library_fixture_set_up, test, library_fixture_tear_down);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/library-steps/list-steps", test_list_steps);
  add ("/library-steps/edit-steps", test_edit_steps);

  return g_test_run ();
}
