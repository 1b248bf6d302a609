/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "library-fixture.h"

/* A program that is killed while it writes: every edit whose commit returned is there, whole, and the file is sound. */

#define ROUNDS 60

/* The child is killed at any moment, wherever it is then. */
static void
kill_soon (pid_t child,
           int longest)
{
  g_usleep (g_test_rand_int_range (0, longest));
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
}

/* Writes edits for ever: each adds a risk and sets the plan's title to its number, undoing one now and then. What was
 * committed is told through the pipe. */
G_NORETURN static void
write_edits (const char *path,
             const char *plan,
             int first,
             int fd)
{
  g_autoptr (PactLibrary) library = pact_library_open (path, pact_model_get_default (), PACT_DB_DEFAULT, NULL);
  const PactField *title = pact_kind_find_field (pact_model_get_root (pact_model_get_default ()), "title");
  const PactKind *risk = pact_model_find_kind (pact_model_get_default (), "risk");
  PactEditInfo info = { .plan = plan, .verb = "add", .kind = "risk" };

  for (int number = first; library != NULL; number++)
    {
      g_autoptr (PactRecord) record = pact_record_new (risk, plan);
      g_autoptr (GPtrArray) changes = NULL;
      g_autofree char *text = g_strdup_printf ("%d", number);

      /* GLib's random numbers are the same in every child. */
      g_free (record->uuid);
      record->uuid = g_strdup_printf ("%08x-0000-4000-8000-000000000000", (guint) number);
      pact_record_set (record, "title", text);
      if (!pact_library_begin (library, &info, NULL) || !pact_library_insert (library, record, NULL)
          || !pact_library_update (library, plan, title, text, NULL)
          || (changes = pact_library_commit (library, NULL)) == NULL || write (fd, &number, sizeof number) != sizeof number)
        break;
      if (number % 7 == 0)
        {
          g_autoptr (GPtrArray) undone = pact_journal_undo (pact_library_get_journal (library), plan, NULL);
          g_autoptr (GPtrArray) redone = pact_journal_redo (pact_library_get_journal (library), plan, NULL);

          if (undone == NULL || redone == NULL)
            break;
        }
    }
  _exit (1);
}

/* Returns the last of at most @n_numbers, or @number if there is none any more. */
static int
read_numbers (int fd,
              int n_numbers,
              int number)
{
  while (n_numbers-- > 0 && read (fd, &number, sizeof number) == sizeof number)
    ;

  return number;
}

static void
check_after (const char *path,
             const char *plan,
             int committed)
{
  g_autoptr (PactLibrary) library = library_open (path);
  g_autoptr (PactPlan) loaded = library_load_plan (library, plan);
  int number = (int) g_ascii_strtoll (pact_element_get_title (pact_plan_get_root (loaded)), NULL, 10);
  int n_risks = (int) pact_plan_count (loaded, "risk");

  /* The last edit may be in the file although nobody heard of it; one that was being undone may be either way. */
  g_assert_cmpint (number, ==, n_risks);
  g_assert_cmpint (number, >=, committed % 7 == 0 ? committed - 1 : committed);
  g_assert_cmpint (number, <=, committed + 1);
  library_check_summary (library, plan);
  library_check_sound (library);
  if (pact_journal_peek_redo (pact_library_get_journal (library), plan, NULL, NULL))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) changes = pact_journal_redo (pact_library_get_journal (library), plan, &error);

      g_assert_no_error (error);
    }
}

static int
count_risks (const char *path,
             const char *plan)
{
  g_autoptr (PactLibrary) library = library_open (path);
  g_autoptr (PactPlan) loaded = library_load_plan (library, plan);

  return (int) pact_plan_count (loaded, "risk");
}

static void
test_kill (LibraryFixture *fixture,
           gconstpointer data)
{
  g_autofree char *plan = library_add (fixture->library, NULL, "plan", NULL, "title", "0");
  int number = 0;

  /* A connection must not be taken along into another process. */
  g_clear_object (&fixture->library);
  for (int round = 0; round < ROUNDS; round++)
    {
      int ends[2];
      pid_t child;

      g_assert_cmpint (pipe (ends), ==, 0);
      child = fork ();
      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        {
          close (ends[0]);
          write_edits (fixture->path, plan, number + 1, ends[1]);
        }
      close (ends[1]);
      number = read_numbers (ends[0], g_test_rand_int_range (1, 20), number);
      kill_soon (child, 3000);
      number = read_numbers (ends[0], G_MAXINT, number);
      close (ends[0]);
      check_after (fixture->path, plan, number);
      number = count_risks (fixture->path, plan);
    }
  g_assert_cmpint (number, >=, ROUNDS);
  fixture->library = library_open (fixture->path);
}

/* The same while a library is made. */
static void
test_kill_creation (void)
{
  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr (Folder) folder = folder_new ();
      g_autofree char *path = g_build_filename (folder, "library.db", NULL);
      g_autoptr (PactLibrary) library = NULL;
      pid_t child = fork ();

      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        {
          library = library_open (path);
          _exit (0);
        }
      kill_soon (child, 15000);
      library = library_open (path);
      library_check_sound (library);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/kill/edits", LibraryFixture, NULL, library_fixture_set_up, test_kill, library_fixture_tear_down);
  g_test_add_func ("/kill/creation", test_kill_creation);

  return g_test_run ();
}
