/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include <glib/gstdio.h>
#include <string.h>

#include "db-fixture.h"
#include "outside.h"

/* Which log belongs to which file: what lies beside a file is replayed if it is its own, and never mixed with another. */

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
crash (DbFixture *fixture)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  return (Crash){ read_file (fixture->path), read_file (log) };
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
put_together (DbFixture *fixture,
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

static void
set_up (DbFixture *fixture,
        gconstpointer data)
{
  db_fixture_set_up (fixture, data);
  db_write (fixture->db, "at-first");
}

/* What was written last says which state it is. */
static char *
get_last (PactDb *db)
{
  g_autofree char *words = db_read (db);
  const char *space = strrchr (words, ' ');

  return g_strdup (space != NULL ? space + 1 : words);
}

/* Moves the log into the file; the next that is written begins it anew. */
static void
begin_log_anew (DbFixture *fixture)
{
  outside_query (fixture->path, "PRAGMA wal_checkpoint");
}

static void
expect (DbFixture *fixture,
        const char *path,
        const char *word,
        gboolean is_foreign)
{
  static const PactDbFlags flags[] = { PACT_DB_READ_ONLY, PACT_DB_DEFAULT };
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  /* Who only reads moves nothing, and shows nothing of a foreign log either. */
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PactDb) db = db_open_as (fixture, path, &db_format, flags[i], &error);
      g_autofree char *found = NULL;
      g_autofree char *copy = g_strdup_printf ("%s-copy-%u", path, i);
      g_autoptr (PactDb) copied = NULL;
      g_autofree char *found_in_copy = NULL;

      g_assert_no_error (error);
      g_assert_cmpint (pact_db_get_notice (db) != NULL, ==, is_foreign);
      found = get_last (db);
      g_assert_cmpstr (found, ==, word);
      db_expect_whole (db);
      pact_db_back_up (db, copy, NULL, &error);
      g_assert_no_error (error);
      copied = db_open (fixture, copy);
      found_in_copy = get_last (copied);
      g_assert_cmpstr (found_in_copy, ==, word);
    }
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

/* Copies of one file, made with cp at several times. */
static void
test_same_file (DbFixture *fixture,
                gconstpointer data)
{
  g_auto (Crash) first = { NULL, NULL }, later = { NULL, NULL }, last = { NULL, NULL };
  g_autofree char *own = NULL;
  g_autofree char *older = NULL;
  g_autofree char *newer = NULL;
  g_autofree char *same_log = NULL;

  db_write (fixture->db, "one");
  begin_log_anew (fixture);
  db_write (fixture->db, "two");
  first = crash (fixture);
  db_write (fixture->db, "three");
  later = crash (fixture);
  begin_log_anew (fixture);
  db_write (fixture->db, "four");
  last = crash (fixture);

  own = put_together (fixture, "own.db", first.file, first.log);
  expect (fixture, own, "two", FALSE);
  older = put_together (fixture, "older.db", first.file, last.log);
  expect (fixture, older, "one", TRUE);
  newer = put_together (fixture, "newer.db", last.file, first.log);
  expect (fixture, newer, "three", TRUE);
  /* The log has gone on since the file was copied, and is still its own: nothing is missing in it. */
  same_log = put_together (fixture, "same-log.db", first.file, later.log);
  expect (fixture, same_log, "three", FALSE);
}

/* The same while it is open: nothing is written to a file that is another one now. */
static void
test_open_file (DbFixture *fixture,
                gconstpointer data)
{
  g_auto (Crash) older = { NULL, NULL };
  g_autoptr (GError) error = NULL;
  FILE *file;

  begin_log_anew (fixture);
  older = crash (fixture);
  db_write (fixture->db, "one");
  begin_log_anew (fixture);
  db_write (fixture->db, "two");
  g_assert_cmpint (pact_db_look (fixture->db), ==, PACT_DB_IN_PLACE);

  /* As cp does it. */
  file = g_fopen (fixture->path, "r+b");
  g_assert_cmpuint (fwrite (g_bytes_get_data (older.file, NULL), g_bytes_get_size (older.file), 1, file), ==, 1);
  g_assert_cmpint (fclose (file), ==, 0);
  g_assert_cmpint (pact_db_look (fixture->db), ==, PACT_DB_SPOILED);
  g_assert_false (pact_db_begin_write (fixture->db, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_LOST);
}

/* Another file, that was made in just the same way. */
static void
test_other_file (DbFixture *fixture,
                 gconstpointer data)
{
  DbFixture other = { NULL };
  g_autofree char *mixed = NULL;
  g_auto (Crash) one = { NULL, NULL }, two = { NULL, NULL };

  set_up (&other, NULL);
  begin_log_anew (fixture);
  begin_log_anew (&other);
  db_write (fixture->db, "one");
  db_write (other.db, "two");
  one = crash (fixture);
  two = crash (&other);
  mixed = put_together (fixture, "mixed.db", one.file, two.log);
  expect (fixture, mixed, "at-first", TRUE);
  db_fixture_tear_down (&other, NULL);
}

/* A copy that went its own way. */
static void
test_two_ways (DbFixture *fixture,
               gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *mixed = NULL;
  g_auto (Crash) one = { NULL, NULL }, two = { NULL, NULL };
  DbFixture other = { .folder = fixture->folder, .path = copy };
  g_autoptr (GBytes) content = NULL;

  db_fixture_reopen (fixture);
  g_clear_object (&fixture->db);
  content = read_file (fixture->path);
  write_file (copy, content);
  fixture->db = db_open (fixture, fixture->path);
  other.db = db_open (&other, copy);
  db_write (fixture->db, "one");
  db_write (other.db, "two");
  begin_log_anew (fixture);
  begin_log_anew (&other);
  db_write (fixture->db, "one-more");
  db_write (other.db, "two-more");
  one = crash (fixture);
  two = crash (&other);
  mixed = put_together (fixture, "mixed.db", one.file, two.log);
  expect (fixture, mixed, "one", TRUE);
  g_assert_finalize_object (other.db);
}

/* Other programs know nothing of marks. What they leave alone is the file's. */
static void
test_other_writers (DbFixture *fixture,
                    gconstpointer data)
{
  g_autofree char *own = NULL;
  g_autofree char *older = NULL;
  g_autofree char *only_theirs = NULL;
  g_auto (Crash) before = { NULL, NULL }, ours = { NULL, NULL }, theirs = { NULL, NULL };

  begin_log_anew (fixture);
  db_write (fixture->db, "before");
  before = crash (fixture);
  begin_log_anew (fixture);
  db_write (fixture->db, "ours");
  ours = crash (fixture);
  own = put_together (fixture, "own.db", ours.file, ours.log);
  expect (fixture, own, "ours", FALSE);
  older = put_together (fixture, "older.db", before.file, ours.log);
  expect (fixture, older, "at-first", TRUE);

  begin_log_anew (fixture);
  outside_query (fixture->path, "INSERT INTO word (text) VALUES ('theirs')");
  theirs = crash (fixture);
  only_theirs = put_together (fixture, "theirs.db", theirs.file, theirs.log);
  expect (fixture, only_theirs, "theirs", FALSE);
}

/* What was written before there were marks. */
static void
test_without_marks (DbFixture *fixture,
                    gconstpointer data)
{
  g_autofree char *own = NULL;
  g_autofree char *older = NULL;
  g_auto (Crash) first = { NULL, NULL }, last = { NULL, NULL };

  g_clear_object (&fixture->db);
  outside_query (fixture->path, "DELETE FROM meta WHERE key = 'log'");
  fixture->db = db_open (fixture, fixture->path);
  db_write (fixture->db, "first-with-mark");
  first = crash (fixture);
  own = put_together (fixture, "own.db", first.file, first.log);
  expect (fixture, own, "first-with-mark", FALSE);

  begin_log_anew (fixture);
  db_write (fixture->db, "second");
  last = crash (fixture);
  older = put_together (fixture, "older.db", first.file, last.log);
  expect (fixture, older, "at-first", TRUE);
}

/* Writes words of which each takes pages of its own. */
static void
write_long (DbFixture *fixture,
            char first,
            guint n_words)
{
  for (guint i = 0; i < n_words; i++)
    {
      g_autofree char *word = g_strnfill (6000, (char) (first + i % 10));

      word[0] = (char) ('a' + i);
      db_write (fixture->db, word);
    }
}

/* Whoever moves the log into the file and is stopped in the middle leaves some pages of it there. */
static void
test_half_moved (DbFixture *fixture,
                 gconstpointer data)
{
  g_auto (Crash) before = { NULL, NULL }, after = { NULL, NULL };
  gsize size, n_pages;

  write_long (fixture, 'a', 20);
  begin_log_anew (fixture);
  write_long (fixture, 'k', 5);
  db_write (fixture->db, "moved");
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
      expect (fixture, path, "moved", FALSE);
    }
}

static void
add_test (const char *name,
          void (*test) (DbFixture *, gconstpointer))
{
  g_test_add (name, DbFixture, NULL, set_up, test, db_fixture_tear_down);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/db-log/same-file", test_same_file);
  add_test ("/db-log/open-file", test_open_file);
  add_test ("/db-log/other-file", test_other_file);
  add_test ("/db-log/two-ways", test_two_ways);
  add_test ("/db-log/other-writers", test_other_writers);
  add_test ("/db-log/without-marks", test_without_marks);
  add_test ("/db-log/half-moved", test_half_moved);

  return g_test_run ();
}
