/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <glib/gstdio.h>

#include "library-fixture.h"
#include "pact-db.h"

/* When a connection gets what writes the journal: not at its start, but before the first edit, whatever came between. */

static gint64
count_triggers (PactLibrary *library)
{
  g_autoptr (GError) error = NULL;
  gint64 n_triggers;

  pact_db_get_integer (pact_library_get_db (library), &n_triggers, &error, "SELECT count(*) FROM sqlite_temp_schema", "");
  g_assert_no_error (error);

  return n_triggers;
}

static void
set_title (PactLibrary *library,
           const char *plan,
           const char *title)
{
  library_set (library, plan, plan, "plan", "title", title, NULL);
}

/* Takes the last edit back: only what the journal has written can be. */
static void
expect_undo (PactLibrary *library,
             const char *plan,
             const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = pact_journal_undo (pact_library_get_journal (library), plan, &error);
  g_autoptr (PactPlan) loaded = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (changes);
  loaded = library_load_plan (library, plan);
  g_assert_cmpstr (pact_element_get_title (pact_plan_get_root (loaded)), ==, title);
}

static void
test_first_edit (LibraryFixture *fixture,
                 gconstpointer data)
{
  g_autofree char *plan = library_add (fixture->library, NULL, "plan", NULL, "title", "Before");
  g_autoptr (GError) error = NULL;

  library_fixture_reopen (fixture);
  g_assert_cmpint (count_triggers (fixture->library), ==, 0);
  /* What is written without being an edit needs no journal. */
  pact_library_set_note (fixture->library, "key", "value", &error);
  g_assert_no_error (error);
  pact_journal_trim (pact_library_get_journal (fixture->library), 100, 100, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_triggers (fixture->library), ==, 0);

  set_title (fixture->library, plan, "After");
  g_assert_cmpint (count_triggers (fixture->library), >, 0);
  expect_undo (fixture->library, plan, "Before");
}

/* To undo after a restart nothing need be recorded, and what is edited then is recorded again. */
static void
test_first_undo (LibraryFixture *fixture,
                 gconstpointer data)
{
  g_autofree char *plan = library_add (fixture->library, NULL, "plan", NULL, "title", "Before");

  set_title (fixture->library, plan, "After");
  library_fixture_reopen (fixture);
  expect_undo (fixture->library, plan, "Before");
  set_title (fixture->library, plan, "Otherwise");
  expect_undo (fixture->library, plan, "Before");
}

/* What was made for an edit that was taken back went with it. */
static void
test_rollback (LibraryFixture *fixture,
               gconstpointer data)
{
  g_autofree char *plan = library_add (fixture->library, NULL, "plan", NULL, "title", "Before");

  library_fixture_reopen (fixture);
  library_begin (fixture->library, plan, "edit", NULL);
  pact_library_rollback (fixture->library);
  set_title (fixture->library, plan, "After");
  expect_undo (fixture->library, plan, "Before");

  /* An edit that changes nothing is taken back too. */
  library_fixture_reopen (fixture);
  set_title (fixture->library, plan, "Before");
  set_title (fixture->library, plan, "After");
  expect_undo (fixture->library, plan, "Before");
}

/* A connection that had to be made anew has nothing of the old one. */
static void
test_new_connection (LibraryFixture *fixture,
                     gconstpointer data)
{
  g_autofree char *plan = library_add (fixture->library, NULL, "plan", NULL, "title", "Before");
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *index = g_strconcat (fixture->path, "-shm", NULL);

  set_title (fixture->library, plan, "One");
  if (!pact_db_uses_wal (pact_library_get_db (fixture->library)))
    {
      g_test_skip ("There is no write-ahead log here");
      return;
    }
  g_assert_cmpint (g_unlink (log), ==, 0);
  g_assert_cmpint (g_unlink (index), ==, 0);
  set_title (fixture->library, plan, "Two");
  expect_undo (fixture->library, plan, "One");
  expect_undo (fixture->library, plan, "Before");
}

static void
test_new_file (LibraryFixture *fixture,
               gconstpointer data)
{
  g_autofree char *plan = library_add (fixture->library, NULL, "plan", NULL, "title", "Before");
  g_autofree char *path = g_build_filename (fixture->folder, "elsewhere.db", NULL);
  g_autoptr (GError) error = NULL;

  set_title (fixture->library, plan, "One");
  pact_library_save_to (fixture->library, path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_triggers (fixture->library), ==, 0);
  set_title (fixture->library, plan, "Two");
  expect_undo (fixture->library, plan, "One");
  expect_undo (fixture->library, plan, "Before");
}

static void
add_test (const char *name,
          void (*test) (LibraryFixture *, gconstpointer))
{
  g_test_add (name, LibraryFixture, NULL, library_fixture_set_up, test, library_fixture_tear_down);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/journal-triggers/first-edit", test_first_edit);
  add_test ("/journal-triggers/first-undo", test_first_undo);
  add_test ("/journal-triggers/rollback", test_rollback);
  add_test ("/journal-triggers/new-connection", test_new_connection);
  add_test ("/journal-triggers/new-file", test_new_file);

  return g_test_run ();
}
