/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <glib/gstdio.h>

#include "library-fixture.h"

/* Which log belongs to which file: what lies beside a library is replayed if it is its own, and never mixed with another. */

/* What a crash leaves: a file and its log. */
typedef struct
{
  GBytes *file;
  GBytes *log;
} Crash;

static GBytes *
read_file (const char *path)
{
  char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));

  return g_bytes_new_take (content, length);
}

static void
write_file (const char *path,
            GBytes *content)
{
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (content, NULL), g_bytes_get_size (content), NULL));
}

static Crash
crash (LibraryFixture *fixture)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  return (Crash) { read_file (fixture->path), read_file (log) };
}

static void
crash_clear (Crash *self)
{
  g_bytes_unref (self->file);
  g_bytes_unref (self->log);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Crash, crash_clear)

/* Puts a file and a log together, whether they belong together or not. */
static char *
put_together (LibraryFixture *fixture,
              const char *name,
              GBytes *file,
              GBytes *log)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *log_path = g_strconcat (path, "-wal", NULL);

  write_file (path, file);
  write_file (log_path, log);

  return path;
}

static char *
get_title (PactLibrary *library,
           const char *plan)
{
  g_autoptr (PactPlan) loaded = library_load_plan (library, plan);

  return g_strdup (pact_element_get_title (pact_plan_get_root (loaded)));
}

static void
set_title (LibraryFixture *fixture,
           const char *plan,
           const char *title)
{
  library_set (fixture->library, plan, plan, "plan", "title", title, NULL);
}

static char *
add_plan (LibraryFixture *fixture)
{
  char *plan = library_add_sample (fixture->library);

  set_title (fixture, plan, "At first");

  return plan;
}

/* Moves the log into the file; the next that is written begins it anew. */
static void
begin_log_anew (LibraryFixture *fixture)
{
  library_query (fixture->path, "PRAGMA wal_checkpoint");
}

static void
expect (const char *path,
        const char *plan,
        const char *title,
        gboolean is_foreign)
{
  static const PactDbFlags flags[] = { PACT_DB_READ_ONLY, PACT_DB_DEFAULT };
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  /* Who only reads moves nothing, and shows nothing of a foreign log either. */
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PactLibrary) library = pact_library_open (path, pact_model_get_default (), flags[i], &error);
      g_autofree char *found = NULL;
      g_autofree char *copy = g_strdup_printf ("%s-copy-%u", path, i);
      g_autoptr (PactLibrary) copied = NULL;
      g_autofree char *found_in_copy = NULL;

      g_assert_no_error (error);
      g_assert_cmpint (pact_db_get_notice (pact_library_get_db (library)) != NULL, ==, is_foreign);
      found = get_title (library, plan);
      g_assert_cmpstr (found, ==, title);
      library_check_sound (library);
      pact_db_back_up (pact_library_get_db (library), copy, NULL, &error);
      g_assert_no_error (error);
      copied = library_open (copy);
      found_in_copy = get_title (copied, plan);
      g_assert_cmpstr (found_in_copy, ==, title);
    }
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

/* Copies of one library, made with cp at several times. */
static void
test_same_library (LibraryFixture *fixture,
                   gconstpointer data)
{
  g_autofree char *plan = add_plan (fixture);
  g_auto (Crash) first = { NULL, NULL }, later = { NULL, NULL }, last = { NULL, NULL };
  g_autofree char *own = NULL;
  g_autofree char *older = NULL;
  g_autofree char *newer = NULL;
  g_autofree char *same_log = NULL;

  set_title (fixture, plan, "One");
  begin_log_anew (fixture);
  set_title (fixture, plan, "Two");
  first = crash (fixture);
  set_title (fixture, plan, "Three");
  later = crash (fixture);
  begin_log_anew (fixture);
  set_title (fixture, plan, "Four");
  last = crash (fixture);

  own = put_together (fixture, "own.db", first.file, first.log);
  expect (own, plan, "Two", FALSE);
  older = put_together (fixture, "older.db", first.file, last.log);
  expect (older, plan, "One", TRUE);
  newer = put_together (fixture, "newer.db", last.file, first.log);
  expect (newer, plan, "Three", TRUE);
  /* The log has gone on since the file was copied, and is still its own: nothing is missing in it. */
  same_log = put_together (fixture, "same-log.db", first.file, later.log);
  expect (same_log, plan, "Three", FALSE);
}

/* The same while the library is open: nothing is written to a file that is another one now. */
static void
test_open_library (LibraryFixture *fixture,
                   gconstpointer data)
{
  g_autofree char *plan = add_plan (fixture);
  g_auto (Crash) older = { NULL, NULL };
  g_autoptr (GError) error = NULL;
  FILE *file;

  begin_log_anew (fixture);
  older = crash (fixture);
  set_title (fixture, plan, "One");
  begin_log_anew (fixture);
  set_title (fixture, plan, "Two");
  g_assert_cmpint (pact_db_look (pact_library_get_db (fixture->library)), ==, PACT_DB_IN_PLACE);

  /* As cp does it. */
  file = g_fopen (fixture->path, "r+b");
  g_assert_cmpuint (fwrite (g_bytes_get_data (older.file, NULL), g_bytes_get_size (older.file), 1, file), ==, 1);
  g_assert_cmpint (fclose (file), ==, 0);
  g_assert_cmpint (pact_db_look (pact_library_get_db (fixture->library)), ==, PACT_DB_SPOILED);
  pact_library_set_note (fixture->library, "a", "b", &error);
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_LOST);
}

/* Another library, that was made in just the same way. */
static void
test_other_library (LibraryFixture *fixture,
                    gconstpointer data)
{
  g_autofree char *plan = add_plan (fixture);
  LibraryFixture other;
  g_autofree char *other_plan = NULL;
  g_autofree char *mixed = NULL;
  g_auto (Crash) one = { NULL, NULL }, two = { NULL, NULL };

  library_fixture_set_up (&other, NULL);
  other_plan = add_plan (&other);
  begin_log_anew (fixture);
  begin_log_anew (&other);
  set_title (fixture, plan, "One");
  set_title (&other, other_plan, "Two");
  one = crash (fixture);
  two = crash (&other);
  mixed = put_together (fixture, "mixed.db", one.file, two.log);
  expect (mixed, plan, "At first", TRUE);
  library_fixture_tear_down (&other, NULL);
}

/* A copy that went its own way. */
static void
test_two_ways (LibraryFixture *fixture,
               gconstpointer data)
{
  g_autofree char *plan = add_plan (fixture);
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *mixed = NULL;
  g_auto (Crash) one = { NULL, NULL }, two = { NULL, NULL };
  LibraryFixture other = { fixture->folder, copy, NULL };
  g_autoptr (GBytes) content = NULL;

  library_fixture_reopen (fixture);
  g_clear_object (&fixture->library);
  content = read_file (fixture->path);
  write_file (copy, content);
  fixture->library = library_open (fixture->path);
  other.library = library_open (copy);
  set_title (fixture, plan, "One");
  set_title (&other, plan, "Two");
  begin_log_anew (fixture);
  begin_log_anew (&other);
  set_title (fixture, plan, "One more");
  set_title (&other, plan, "Two more");
  one = crash (fixture);
  two = crash (&other);
  mixed = put_together (fixture, "mixed.db", one.file, two.log);
  expect (mixed, plan, "One", TRUE);
  g_assert_finalize_object (other.library);
}

/* Notes are written without an edit, and other programs know nothing of marks. What they leave alone is the file's. */
static void
test_other_writers (LibraryFixture *fixture,
                    gconstpointer data)
{
  g_autofree char *plan = add_plan (fixture);
  g_autofree char *own = NULL;
  g_autofree char *older = NULL;
  g_autofree char *only_theirs = NULL;
  g_auto (Crash) before = { NULL, NULL }, noted = { NULL, NULL }, theirs = { NULL, NULL };

  begin_log_anew (fixture);
  set_title (fixture, plan, "Before");
  before = crash (fixture);
  begin_log_anew (fixture);
  pact_library_set_note (fixture->library, "note", "value", NULL);
  noted = crash (fixture);
  own = put_together (fixture, "own.db", noted.file, noted.log);
  expect (own, plan, "Before", FALSE);
  older = put_together (fixture, "older.db", before.file, noted.log);
  expect (older, plan, "At first", TRUE);

  begin_log_anew (fixture);
  library_query (fixture->path, "INSERT INTO note (key, value) VALUES ('theirs', 'there')");
  theirs = crash (fixture);
  only_theirs = put_together (fixture, "theirs.db", theirs.file, theirs.log);
  expect (only_theirs, plan, "Before", FALSE);
}

/* What was written before there were marks. */
static void
test_without_marks (LibraryFixture *fixture,
                    gconstpointer data)
{
  g_autofree char *plan = add_plan (fixture);
  g_autofree char *own = NULL;
  g_autofree char *older = NULL;
  g_auto (Crash) first = { NULL, NULL }, last = { NULL, NULL };

  g_clear_object (&fixture->library);
  library_query (fixture->path, "DELETE FROM meta WHERE key = 'log'");
  fixture->library = library_open (fixture->path);
  set_title (fixture, plan, "The first with a mark");
  first = crash (fixture);
  own = put_together (fixture, "own.db", first.file, first.log);
  expect (own, plan, "The first with a mark", FALSE);

  begin_log_anew (fixture);
  set_title (fixture, plan, "The second");
  last = crash (fixture);
  older = put_together (fixture, "older.db", first.file, last.log);
  expect (older, plan, "At first", TRUE);
}

/* Whoever moves the log into the file and is stopped in the middle leaves some pages of it there. */
static void
test_half_moved (LibraryFixture *fixture,
                 gconstpointer data)
{
  g_autofree char *plan = add_plan (fixture);
  g_auto (Crash) before = { NULL, NULL }, after = { NULL, NULL };
  gsize size, n_pages;

  begin_log_anew (fixture);
  for (guint i = 0; i < 5; i++)
    g_free (library_add (fixture->library, plan, "risk", plan, "title", "A risk"));
  set_title (fixture, plan, "Moved");
  before = crash (fixture);
  begin_log_anew (fixture);
  after = crash (fixture);
  size = MIN (g_bytes_get_size (before.file), g_bytes_get_size (after.file));
  n_pages = size / 4096;
  for (gsize i = 0; i <= n_pages; i += n_pages / 8)
    {
      GByteArray *half = g_byte_array_new ();
      g_autoptr (GBytes) file = NULL;
      g_autofree char *name = g_strdup_printf ("half-%u.db", (guint) i);
      g_autofree char *path = NULL;

      g_byte_array_append (half, g_bytes_get_data (after.file, NULL), i * 4096);
      g_byte_array_append (half, (const guint8 *) g_bytes_get_data (before.file, NULL) + i * 4096,
                           g_bytes_get_size (before.file) - i * 4096);
      file = g_byte_array_free_to_bytes (half);
      path = put_together (fixture, name, file, before.log);
      expect (path, plan, "Moved", FALSE);
    }
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
  add_test ("/library-log/same-library", test_same_library);
  add_test ("/library-log/open-library", test_open_library);
  add_test ("/library-log/other-library", test_other_library);
  add_test ("/library-log/two-ways", test_two_ways);
  add_test ("/library-log/other-writers", test_other_writers);
  add_test ("/library-log/without-marks", test_without_marks);
  add_test ("/library-log/half-moved", test_half_moved);

  return g_test_run ();
}
