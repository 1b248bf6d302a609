/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "library-fixture.h"

/* A program that is stopped while it restores a backup, at each step by which the folder changes: there is the old library
 * with all that was in its log, or the backup, and nothing between. */

static int steps_left = -1; /* the step at which this process is killed; none if negative */
static gboolean knows_links = TRUE;

static void
step (void)
{
  if (steps_left >= 0 && steps_left-- == 0)
    kill (getpid (), SIGKILL);
}

/* These take the place of the system's in this program, the libraries it uses included. */

int
link (const char *from,
      const char *to)
{
  step ();
  if (!knows_links)
    {
      errno = g_access (from, F_OK) == 0 ? EPERM : ENOENT;
      return -1;
    }

  return (int) syscall (SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int
rename (const char *from,
        const char *to)
{
  step ();

  return (int) syscall (SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int
unlink (const char *path)
{
  step ();

  return (int) syscall (SYS_unlinkat, AT_FDCWD, path, 0);
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &content, &length, NULL));
  g_assert_true (g_file_set_contents (to, content, length, NULL));
}

static void
copy_with (const char *from,
           const char *to,
           const char *suffix)
{
  g_autofree char *from_path = g_strconcat (from, suffix, NULL);
  g_autofree char *to_path = g_strconcat (to, suffix, NULL);

  copy_file (from_path, to_path);
}

static char *
get_title (const char *path,
           const char *plan)
{
  g_autoptr (PactLibrary) library = library_open (path);
  g_autoptr (PactPlan) loaded = library_load_plan (library, plan);

  library_check_sound (library);

  return g_strdup (pact_element_get_title (pact_plan_get_root (loaded)));
}

static gboolean
restore (const char *path,
         const char *backup,
         char **aside)
{
  g_autoptr (GError) error = NULL;
  gboolean restored = pact_library_restore (path, backup, pact_model_get_default (), NULL, aside, &error);

  g_assert_no_error (error);

  return restored;
}

/* Returns whether the child was killed. */
static gboolean
restore_in_child (const char *path,
                  const char *backup,
                  int n_steps)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      steps_left = n_steps;
      _exit (restore (path, backup, NULL) ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) || WEXITSTATUS (status) == 0);

  return WIFSIGNALED (status);
}

static void
try_step (LibraryFixture *fixture,
          const char *plan,
          const char *crashed,
          const char *backup,
          int n_steps,
          gboolean *was_killed)
{
  g_autofree char *folder = g_strdup_printf ("%s/%d-%d", fixture->folder, knows_links, n_steps);
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autofree char *title = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *aside = NULL;
  GStatBuf status;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  copy_file (crashed, path);
  copy_with (crashed, path, "-wal");
  *was_killed = restore_in_child (path, backup, n_steps);

  title = get_title (path, plan);
  if (*was_killed && g_str_equal (title, "In the log"))
    {
      /* It has no other name, under which it would be written past the log. */
      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmpuint (status.st_nlink, ==, 1);
    }
  else
    g_assert_cmpstr (title, ==, "In the backup");
  restore (path, backup, &aside);
  restored = get_title (path, plan);
  g_assert_cmpstr (restored, ==, "In the backup");
  if (g_str_equal (title, "In the log"))
    {
      g_autofree char *kept = get_title (aside, plan);

      g_assert_cmpstr (kept, ==, "In the log");
    }
}

static void
test_kill (LibraryFixture *fixture,
           gconstpointer data)
{
  g_autofree char *plan = library_add_sample (fixture->library);
  g_autofree char *backup = g_build_filename (fixture->folder, "backup.db", NULL);
  g_autofree char *crashed = g_build_filename (fixture->folder, "crashed.db", NULL);
  g_autoptr (GError) error = NULL;
  gboolean was_killed = TRUE;
  int n_steps;

  library_set (fixture->library, plan, plan, "plan", "title", "In the backup", NULL);
  pact_db_back_up (pact_library_get_db (fixture->library), backup, NULL, &error);
  g_assert_no_error (error);
  library_set (fixture->library, plan, plan, "plan", "title", "In the file", NULL);
  outside_query (fixture->path, "PRAGMA wal_checkpoint");
  library_set (fixture->library, plan, plan, "plan", "title", "In the log", NULL);
  copy_file (fixture->path, crashed);
  copy_with (fixture->path, crashed, "-wal");

  /* A connection must not be taken along into another process. */
  g_clear_object (&fixture->library);
  knows_links = !GPOINTER_TO_INT (data);
  for (n_steps = 0; was_killed; n_steps++)
    try_step (fixture, plan, crashed, backup, n_steps, &was_killed);
  g_assert_cmpint (n_steps, >, 4);
  knows_links = TRUE;
  fixture->library = library_open (fixture->path);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/library-restore/kill", LibraryFixture, GINT_TO_POINTER (FALSE), library_fixture_set_up, test_kill,
              library_fixture_tear_down);
  g_test_add ("/library-restore/kill-without-links", LibraryFixture, GINT_TO_POINTER (TRUE), library_fixture_set_up, test_kill,
              library_fixture_tear_down);

  return g_test_run ();
}
