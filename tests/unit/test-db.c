/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include <glib/gstdio.h>

#include "db-fixture.h"

/* A file of SQLite, whatever is in it: here, a table of words. */

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

static void
test_open (DbFixture *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PactDb) newer = NULL;
  PactDbFormat other_format = db_format;
  PactDbFormat older_format = db_format;
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.db", NULL);
  GStatBuf status;

  g_assert_cmpuint (fixture->n_created, ==, 1);
  g_assert_cmpuint (fixture->n_set_up, ==, 1);
  g_assert_cmpstr (pact_db_get_path (fixture->db), ==, fixture->path);
  g_assert_false (pact_db_is_read_only (fixture->db));
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (pact_db_get_exposure (fixture->db), ==, PACT_DB_PRIVATE);
  db_write (fixture->db, "one");
  g_assert_finalize_object (fixture->db);
  fixture->db = db_open (fixture, fixture->path);
  g_assert_cmpuint (fixture->n_created, ==, 1);
  g_assert_cmpuint (fixture->n_set_up, ==, 2);
  db_expect (fixture->db, "one");

  /* Once nobody has it open it is looked at as it is. */
  other_format.application_id++;
  older_format.version--;
  g_clear_object (&fixture->db);
  g_assert_null (db_open_as (fixture, fixture->path, &other_format, PACT_DB_DEFAULT, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_NOT_A_LIBRARY);
  g_clear_error (&error);
  g_assert_null (db_open_as (fixture, missing, &db_format, PACT_DB_READ_ONLY, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_OPEN);
  g_clear_error (&error);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));

  newer = db_open_as (fixture, fixture->path, &older_format, PACT_DB_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_true (pact_db_is_newer (newer));
  g_assert_error (pact_db_get_obstacle (newer), PACT_DB_ERROR, PACT_DB_ERROR_NEWER);
  g_assert_false (pact_db_begin_write (newer, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_NEWER);
  db_expect (newer, "one");
}

static void
test_statements (DbFixture *fixture,
                 gconstpointer data)
{
  PactDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  g_autofree char *quoted = pact_sql_quote_name ("a \"name\"");
  gint64 number = 7, found;

  g_assert_cmpstr (quoted, ==, "\"a \"\"name\"\"\"");
  pact_db_begin_write (db, &error);
  g_assert_no_error (error);
  g_assert_true (db_add (db, "one", &error));
  g_assert_cmpint (pact_db_get_last_id (db), ==, 1);
  {
    g_autoptr (PactStatement) statement =
      pact_db_query (db, &error, "INSERT INTO word (rowid, text) VALUES (?1, ?2)", "i", G_GINT64_CONSTANT (1) << 40);

    g_assert_true (pact_statement_bind_text (statement, 2, "far", &error));
    g_assert_false (pact_statement_next (statement, &error));
    g_assert_no_error (error);
  }
  g_assert_cmpint (pact_db_get_last_id (db), ==, G_GINT64_CONSTANT (1) << 40);
  g_assert_true (pact_db_run (db, &error, "UPDATE word SET text = text || ?1", "s", "!"));
  g_assert_cmpuint (pact_db_get_n_changed (db), ==, 2);
  g_assert_true (pact_db_end_write (db, TRUE, &error));
  db_expect (db, "one! far!");

  /* What is asked for is looked at each time. */
  g_assert_true (pact_db_define_number (db, "lucky", &number, &error));
  g_assert_true (pact_db_get_integer (db, &found, &error, "SELECT lucky()", ""));
  g_assert_cmpint (found, ==, 7);
  number = 8;
  g_assert_true (pact_db_get_integer (db, &found, &error, "SELECT lucky()", ""));
  g_assert_cmpint (found, ==, 8);
  g_assert_true (pact_db_get_integer (db, &found, &error, "SELECT 1 WHERE FALSE", ""));
  g_assert_cmpint (found, ==, 0);

  g_assert_null (pact_db_query (db, &error, "SELECT nothing FROM nowhere", ""));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_FAILED);
}

static void
test_transactions (DbFixture *fixture,
                   gconstpointer data)
{
  PactDb *db = fixture->db;
  g_autoptr (PactDb) other = db_open (fixture, fixture->path);
  g_autoptr (GError) error = NULL;
  gint64 version = pact_db_get_data_version (other);
  gint64 own_version = pact_db_get_data_version (db);
  gboolean began;

  db_write (db, "one");
  g_assert_cmpint (pact_db_get_data_version (db), ==, own_version);
  g_assert_cmpint (pact_db_get_data_version (other), !=, version);

  /* Half of it is nothing. */
  pact_db_begin_write (db, &error);
  g_assert_no_error (error);
  g_assert_true (db_add (db, "two", &error));
  g_assert_false (pact_db_end_write (db, db_add (db, "one", &error), &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_CONSTRAINT);
  g_clear_error (&error);
  db_expect (db, "one");

  /* What is read while something is written is what was written; others do not see it. */
  pact_db_begin_write (db, &error);
  g_assert_no_error (error);
  g_assert_true (db_add (db, "two", &error));
  g_assert_true (pact_db_begin_read (db, &began, &error));
  g_assert_false (began);
  pact_db_end_read (db, began);
  {
    g_autofree char *words = db_read (db);

    g_assert_cmpstr (words, ==, "one two");
  }
  db_expect (other, "one");
  pact_db_set_patience (other, 1);
  g_assert_false (pact_db_begin_write (other, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_BUSY);
  g_clear_error (&error);
  pact_db_rollback (db);
  db_expect (db, "one");

  /* Several reads see one state. */
  g_assert_true (pact_db_begin_read (other, &began, &error));
  g_assert_true (began);
  {
    g_autofree char *words = db_read (other);

    g_assert_cmpstr (words, ==, "one");
  }
  db_write (db, "two");
  {
    g_autofree char *words = db_read (other);

    g_assert_cmpstr (words, ==, "one");
  }
  pact_db_end_read (other, began);
  db_expect (other, "one two");
}

/* A file that nobody has looked through since it was left in order is looked through before it is written. */
static void
test_examination (DbFixture *fixture,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *state = g_strconcat (fixture->path, "-state", NULL);

  db_write (fixture->db, "one");
  g_assert_cmpuint (fixture->n_examined, ==, 0);
  g_clear_object (&fixture->db);
  fixture->db = db_open (fixture, fixture->path);
  g_assert_true (pact_db_is_known_sound (fixture->db));
  db_write (fixture->db, "two");
  g_assert_cmpuint (fixture->n_examined, ==, 0);

  g_clear_object (&fixture->db);
  g_assert_cmpint (g_unlink (state), ==, 0);
  fixture->db = db_open (fixture, fixture->path);
  g_assert_false (pact_db_is_known_sound (fixture->db));
  db_write (fixture->db, "three");
  db_write (fixture->db, "four");
  g_assert_cmpuint (fixture->n_examined, ==, 1);

  g_clear_object (&fixture->db);
  g_assert_cmpint (g_unlink (state), ==, 0);
  fixture->is_damaged = TRUE;
  fixture->db = db_open (fixture, fixture->path);
  g_assert_false (pact_db_begin_write (fixture->db, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_CORRUPT);
  g_assert_true (pact_db_is_damaged (fixture->db));
  db_expect (fixture->db, "one two three four");
}

static gboolean
write_five (gpointer data,
            GError **error)
{
  return db_add (data, "five", error);
}

static gboolean
write_nothing (gpointer data,
               GError **error)
{
  g_set_error_literal (error, PACT_DB_ERROR, PACT_DB_ERROR_FAILED, "There is nothing to write");

  return FALSE;
}

static void
test_repair (DbFixture *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  pact_db_set_damaged (fixture->db);
  g_assert_true (pact_db_check_repairable (fixture->db, &error));
  g_assert_false (pact_db_repair (fixture->db, write_nothing, fixture->db, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_true (pact_db_is_damaged (fixture->db));
  g_assert_true (pact_db_repair (fixture->db, write_five, fixture->db, &error));
  g_assert_no_error (error);
  g_assert_false (pact_db_is_damaged (fixture->db));
  db_expect (fixture->db, "five");
  pact_db_set_sound (fixture->db);
  db_write (fixture->db, "six");
}

/* Somebody takes the log away, as another program does that takes itself for the last. */
static void
test_mend (DbFixture *fixture,
           gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *index = g_strconcat (fixture->path, "-shm", NULL);
  gint64 version;

  if (!pact_db_uses_wal (fixture->db))
    {
      g_test_skip ("There is no write-ahead log here");
      return;
    }
  db_write (fixture->db, "one");
  version = pact_db_get_data_version (fixture->db);
  g_assert_cmpint (g_unlink (log), ==, 0);
  g_assert_cmpint (g_unlink (index), ==, 0);
  g_assert_cmpuint (fixture->n_set_up, ==, 1);
  db_write (fixture->db, "two");
  g_assert_cmpuint (fixture->n_set_up, ==, 2);
  g_assert_cmpint (pact_db_get_data_version (fixture->db), !=, version);
  db_expect (fixture->db, "one two");
  g_clear_object (&fixture->db);
  fixture->db = db_open (fixture, fixture->path);
  db_expect (fixture->db, "one two");
  db_expect_whole (fixture->db);
}

/* An older copy over the file, beside which the log still lies. */
static void
test_foreign_log (DbFixture *fixture,
                  gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *copy_log = g_strconcat (copy, "-wal", NULL);
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GBytes) newer_log = NULL;
  g_autoptr (PactDb) reader = NULL;
  g_autoptr (PactDb) mixed = NULL;
  g_autoptr (GError) error = NULL;

  db_write (fixture->db, "one");
  pact_db_trim_log (fixture->db);
  file = read_file (fixture->path);
  db_write (fixture->db, "two");
  pact_db_trim_log (fixture->db);
  db_write (fixture->db, "three");
  newer_log = read_file (log);
  write_file (copy, file);
  write_file (copy_log, newer_log);

  reader = db_open_as (fixture, copy, &db_format, PACT_DB_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_nonnull (pact_db_get_notice (reader));
  db_expect (reader, "one");
  g_clear_object (&reader);
  g_assert_true (g_file_test (copy_log, G_FILE_TEST_EXISTS));

  mixed = db_open (fixture, copy);
  g_assert_nonnull (pact_db_get_notice (mixed));
  db_expect (mixed, "one");
}

static void
test_place (DbFixture *fixture,
            gconstpointer data)
{
  g_autofree char *elsewhere = g_build_filename (fixture->folder, "elsewhere.db", NULL);
  g_autoptr (GError) error = NULL;

  db_write (fixture->db, "one");
  g_assert_cmpint (pact_db_look (fixture->db), ==, PACT_DB_IN_PLACE);
  g_assert_cmpint (g_rename (fixture->path, elsewhere), ==, 0);
  g_assert_cmpint (pact_db_look (fixture->db), ==, PACT_DB_GONE);
  g_assert_false (pact_db_check_place (fixture->db, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_LOST);
  g_clear_error (&error);
  g_assert_false (pact_db_begin_write (fixture->db, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_LOST);
  db_expect (fixture->db, "one");
  g_assert_cmpint (g_rename (elsewhere, fixture->path), ==, 0);
  g_assert_cmpint (pact_db_look (fixture->db), ==, PACT_DB_IN_PLACE);
  db_write (fixture->db, "two");
}

static void
test_exchange (DbFixture *fixture,
               gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other.db", NULL);
  PactDb *other = db_open (fixture, path);
  gint64 version;

  db_write (fixture->db, "here");
  db_write (other, "there");
  version = pact_db_get_data_version (fixture->db);
  pact_db_exchange (fixture->db, other);
  g_assert_cmpstr (pact_db_get_path (fixture->db), ==, path);
  g_assert_cmpint (pact_db_get_data_version (fixture->db), !=, version);
  db_expect (fixture->db, "there");
  db_expect (other, "here");
  g_assert_finalize_object (other);
  db_write (fixture->db, "again");
  db_expect (fixture->db, "there again");
}

static void
test_backup (DbFixture *fixture,
             gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *log = g_strconcat (copy, "-wal", NULL);
  g_autofree char *aside = NULL;
  g_autoptr (PactDb) source = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  db_write (fixture->db, "one");
  g_assert_false (pact_db_back_up (fixture->db, fixture->path, NULL, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_TARGET);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_false (pact_db_back_up (fixture->db, copy, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));

  g_assert_true (pact_db_back_up (fixture->db, copy, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  db_write (fixture->db, "two");
  g_assert_false (pact_db_check_replaceable (fixture->path, fixture->path, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_FAILED);
  g_clear_error (&error);

  /* The backup in its place. */
  g_clear_object (&fixture->db);
  source = db_open_as (fixture, copy, &db_format, PACT_DB_BACKUP, &error);
  g_assert_no_error (error);
  g_assert_true (pact_db_check_replaceable (fixture->path, copy, &error));
  g_assert_true (pact_db_replace (fixture->path, source, &aside, &error));
  g_assert_no_error (error);
  fixture->db = db_open (fixture, fixture->path);
  db_expect (fixture->db, "one");
  g_clear_object (&source);
  source = db_open (fixture, aside);
  db_expect (source, "one two");
}

/* What was told of a copy, and where it is to be stopped. */
typedef struct
{
  GArray *told; /* of double */
  GCancellable *cancellable; /* (nullable) */
} Watch;

static void
told_cb (double done,
         gpointer data)
{
  Watch *watch = data;

  g_array_append_val (watch->told, done);
  g_cancellable_cancel (watch->cancellable);
}

/* A copy says how many of the pages are made, and can be stopped in the midst of them. */
static void
test_backup_progress (DbFixture *fixture,
                      gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *word = g_strnfill (5 * 1024 * 1024, 'x');
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Watch watch = { told, NULL };
  g_autoptr (GError) error = NULL;
  gint64 n_pages;

  db_write (fixture->db, word);
  g_assert_true (pact_db_get_integer (fixture->db, &n_pages, &error, "PRAGMA page_count", ""));
  pact_db_set_progress (fixture->db, told_cb, &watch);
  g_assert_true (pact_db_back_up (fixture->db, copy, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (told->len, >=, 5);
  for (guint i = 0; i < told->len; i++)
    {
      double n_made = MIN (256 * (i + 1), n_pages);

      g_assert_cmpfloat_with_epsilon (g_array_index (told, double, i), n_made / n_pages, 1e-6);
    }
  g_assert_cmpfloat (g_array_index (told, double, told->len - 1), ==, 1);

  /* As the first half of something else. */
  g_array_set_size (told, 0);
  pact_db_set_part (fixture->db, 0, 0.5);
  g_assert_true (pact_db_back_up (fixture->db, copy, NULL, &error));
  g_assert_cmpfloat (g_array_index (told, double, told->len - 1), ==, 0.5);

  g_array_set_size (told, 0);
  g_assert_cmpint (g_unlink (copy), ==, 0);
  watch.cancellable = cancellable;
  g_assert_false (pact_db_back_up (fixture->db, copy, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (told->len, ==, 1);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  pact_db_set_progress (fixture->db, NULL, NULL);
}

static void
test_log (DbFixture *fixture,
          gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  GStatBuf status;

  if (!pact_db_uses_wal (fixture->db))
    {
      g_test_skip ("There is no write-ahead log here");
      return;
    }
  db_write (fixture->db, "one");
  g_assert_cmpint (g_stat (log, &status), ==, 0);
  g_assert_cmpint (status.st_size, >, 0);
  pact_db_trim_log (fixture->db);
  g_assert_cmpint (g_stat (log, &status), ==, 0);
  g_assert_cmpint (status.st_size, ==, 0);
  db_expect (fixture->db, "one");
}

static void
test_state (DbFixture *fixture,
            gconstpointer data)
{
  g_autofree char *kept = NULL;

  g_assert_null (pact_db_get_state (fixture->path, "Colour"));
  pact_db_set_state (fixture->path, "Colour", "blue");
  kept = pact_db_get_state (fixture->path, "Colour");
  g_assert_cmpstr (kept, ==, "blue");
  pact_db_set_state (fixture->path, "Colour", NULL);
  g_assert_null (pact_db_get_state (fixture->path, "Colour"));
}

static void
add_test (const char *name,
          void (*test) (DbFixture *, gconstpointer))
{
  g_test_add (name, DbFixture, NULL, db_fixture_set_up, test, db_fixture_tear_down);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/db/open", test_open);
  add_test ("/db/statements", test_statements);
  add_test ("/db/transactions", test_transactions);
  add_test ("/db/examination", test_examination);
  add_test ("/db/repair", test_repair);
  add_test ("/db/mend", test_mend);
  add_test ("/db/foreign-log", test_foreign_log);
  add_test ("/db/place", test_place);
  add_test ("/db/exchange", test_exchange);
  add_test ("/db/backup", test_backup);
  add_test ("/db/backup-progress", test_backup_progress);
  add_test ("/db/log", test_log);
  add_test ("/db/state", test_state);

  return g_test_run ();
}
