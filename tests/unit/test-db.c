/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include <glib/gstdio.h>

#include "folder.h"
#include "pact-db-statement.h"

/* A file of SQLite, whatever is in it: here, a table of words. */

typedef struct
{
  Folder *folder;
  char *path;
  PactDb *db;
  guint n_created;
  guint n_set_up;
  guint n_examined;
  gboolean is_damaged;
} Fixture;

static gboolean
create (PactDb *db,
        gpointer data,
        GError **error)
{
  ((Fixture *) data)->n_created++;

  return pact_db_execute (db, "CREATE TABLE word (text TEXT NOT NULL UNIQUE) STRICT", error);
}

static gboolean
set_up (PactDb *db,
        gpointer data,
        GError **error)
{
  gint64 n_words;

  ((Fixture *) data)->n_set_up++;

  return pact_db_get_integer (db, &n_words, error, "SELECT count(*) FROM word", "");
}

static gboolean
examine (PactDb *db,
         gpointer data,
         GError **error)
{
  Fixture *fixture = data;

  fixture->n_examined++;
  if (fixture->is_damaged)
    pact_db_set_damaged (db);
  else
    pact_db_set_sound (db);

  return TRUE;
}

static const PactDbFormat format = {
  .application_id = 0x574f5244,
  .version = 2,
  .create = create,
  .set_up = set_up,
  .examine = examine,
};

static const PactDbFormat other_format = {
  .application_id = 0x4f544852,
  .version = 2,
  .create = create,
  .set_up = set_up,
  .examine = examine,
};

static const PactDbFormat older_format = {
  .application_id = 0x574f5244,
  .version = 1,
  .create = create,
  .set_up = set_up,
  .examine = examine,
};

static PactDb *
open_as (Fixture *fixture,
         const char *path,
         const PactDbFormat *as,
         PactDbFlags flags,
         GError **error)
{
  g_autoptr (PactDb) db = pact_db_new (path, as, fixture, flags);

  return pact_db_open (db, error) ? g_steal_pointer (&db) : NULL;
}

static PactDb *
open_again (Fixture *fixture,
            const char *path)
{
  g_autoptr (GError) error = NULL;
  PactDb *db = open_as (fixture, path, &format, PACT_DB_DEFAULT, &error);

  g_assert_no_error (error);

  return db;
}

static void
fixture_set_up (Fixture *fixture,
                gconstpointer data)
{
  fixture->folder = folder_new ();
  fixture->path = g_build_filename (fixture->folder, "words.db", NULL);
  fixture->db = open_again (fixture, fixture->path);
}

static void
fixture_tear_down (Fixture *fixture,
                   gconstpointer data)
{
  if (fixture->db != NULL)
    g_assert_finalize_object (fixture->db);
  g_free (fixture->path);
  folder_free (fixture->folder);
}

static gboolean
add (PactDb *db,
     const char *word,
     GError **error)
{
  return pact_db_run (db, error, "INSERT INTO word (text) VALUES (?1)", "s", word);
}

static void
write_word (PactDb *db,
            const char *word)
{
  g_autoptr (GError) error = NULL;

  pact_db_begin_write (db, &error);
  g_assert_no_error (error);
  pact_db_end_write (db, add (db, word, &error), &error);
  g_assert_no_error (error);
}

/* All words, in the order in which they were written. */
static char *
read_words (PactDb *db)
{
  g_autoptr (PactStatement) statement = pact_db_query (db, NULL, "SELECT text, rowid FROM word ORDER BY rowid", "");
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (statement);
  while (pact_statement_next (statement, &error))
    {
      g_assert_cmpint (pact_statement_get_integer (statement, 1), >, 0);
      g_string_append_printf (words, "%s ", pact_statement_get_text (statement, 0));
    }
  g_assert_no_error (error);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
expect (PactDb *db,
        const char *expected)
{
  g_autofree char *words = NULL;

  g_assert_true (pact_db_mend (db, NULL));
  words = read_words (db);
  g_assert_cmpstr (words, ==, expected);
}

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
test_open (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PactDb) newer = NULL;
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.db", NULL);
  GStatBuf status;

  g_assert_cmpuint (fixture->n_created, ==, 1);
  g_assert_cmpuint (fixture->n_set_up, ==, 1);
  g_assert_cmpstr (pact_db_get_path (fixture->db), ==, fixture->path);
  g_assert_false (pact_db_is_read_only (fixture->db));
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (pact_db_get_exposure (fixture->db), ==, PACT_DB_PRIVATE);
  write_word (fixture->db, "one");
  g_assert_finalize_object (fixture->db);
  fixture->db = open_again (fixture, fixture->path);
  g_assert_cmpuint (fixture->n_created, ==, 1);
  g_assert_cmpuint (fixture->n_set_up, ==, 2);
  expect (fixture->db, "one ");

  /* Once nobody has it open it is looked at as it is. */
  g_clear_object (&fixture->db);
  g_assert_null (open_as (fixture, fixture->path, &other_format, PACT_DB_DEFAULT, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_NOT_A_LIBRARY);
  g_clear_error (&error);
  g_assert_null (open_as (fixture, missing, &format, PACT_DB_READ_ONLY, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_OPEN);
  g_clear_error (&error);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));

  newer = open_as (fixture, fixture->path, &older_format, PACT_DB_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_true (pact_db_is_newer (newer));
  g_assert_error (pact_db_get_obstacle (newer), PACT_DB_ERROR, PACT_DB_ERROR_NEWER);
  g_assert_false (pact_db_begin_write (newer, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_NEWER);
  expect (newer, "one ");
}

static void
test_statements (Fixture *fixture,
                 gconstpointer data)
{
  PactDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  g_autofree char *quoted = pact_sql_quote_name ("a \"name\"");
  gint64 number = 7, found;

  g_assert_cmpstr (quoted, ==, "\"a \"\"name\"\"\"");
  pact_db_begin_write (db, &error);
  g_assert_no_error (error);
  g_assert_true (add (db, "one", &error));
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
  expect (db, "one! far! ");

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
test_transactions (Fixture *fixture,
                   gconstpointer data)
{
  PactDb *db = fixture->db;
  g_autoptr (PactDb) other = open_again (fixture, fixture->path);
  g_autoptr (GError) error = NULL;
  gint64 version = pact_db_get_data_version (other);
  gint64 own_version = pact_db_get_data_version (db);
  gboolean began;

  write_word (db, "one");
  g_assert_cmpint (pact_db_get_data_version (db), ==, own_version);
  g_assert_cmpint (pact_db_get_data_version (other), !=, version);

  /* Half of it is nothing. */
  pact_db_begin_write (db, &error);
  g_assert_no_error (error);
  g_assert_true (add (db, "two", &error));
  g_assert_false (pact_db_end_write (db, add (db, "one", &error), &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_CONSTRAINT);
  g_clear_error (&error);
  expect (db, "one ");

  /* What is read while something is written is what was written; others do not see it. */
  pact_db_begin_write (db, &error);
  g_assert_no_error (error);
  g_assert_true (add (db, "two", &error));
  g_assert_true (pact_db_begin_read (db, &began, &error));
  g_assert_false (began);
  pact_db_end_read (db, began);
  {
    g_autofree char *words = read_words (db);

    g_assert_cmpstr (words, ==, "one two ");
  }
  expect (other, "one ");
  pact_db_set_patience (other, 1);
  g_assert_false (pact_db_begin_write (other, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_BUSY);
  g_clear_error (&error);
  pact_db_rollback (db);
  expect (db, "one ");

  /* Several reads see one state. */
  g_assert_true (pact_db_begin_read (other, &began, &error));
  g_assert_true (began);
  {
    g_autofree char *words = read_words (other);

    g_assert_cmpstr (words, ==, "one ");
  }
  write_word (db, "two");
  {
    g_autofree char *words = read_words (other);

    g_assert_cmpstr (words, ==, "one ");
  }
  pact_db_end_read (other, began);
  expect (other, "one two ");
}

/* A file that nobody has looked through since it was left in order is looked through before it is written. */
static void
test_examination (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *state = g_strconcat (fixture->path, "-state", NULL);

  write_word (fixture->db, "one");
  g_assert_cmpuint (fixture->n_examined, ==, 0);
  g_clear_object (&fixture->db);
  fixture->db = open_again (fixture, fixture->path);
  g_assert_true (pact_db_is_known_sound (fixture->db));
  write_word (fixture->db, "two");
  g_assert_cmpuint (fixture->n_examined, ==, 0);

  g_clear_object (&fixture->db);
  g_assert_cmpint (g_unlink (state), ==, 0);
  fixture->db = open_again (fixture, fixture->path);
  g_assert_false (pact_db_is_known_sound (fixture->db));
  write_word (fixture->db, "three");
  write_word (fixture->db, "four");
  g_assert_cmpuint (fixture->n_examined, ==, 1);

  g_clear_object (&fixture->db);
  g_assert_cmpint (g_unlink (state), ==, 0);
  fixture->is_damaged = TRUE;
  fixture->db = open_again (fixture, fixture->path);
  g_assert_false (pact_db_begin_write (fixture->db, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_CORRUPT);
  g_assert_true (pact_db_is_damaged (fixture->db));
  expect (fixture->db, "one two three four ");
}

static gboolean
write_five (gpointer data,
            GError **error)
{
  return add (data, "five", error);
}

static gboolean
write_nothing (gpointer data,
               GError **error)
{
  g_set_error_literal (error, PACT_DB_ERROR, PACT_DB_ERROR_FAILED, "There is nothing to write");

  return FALSE;
}

static void
test_repair (Fixture *fixture,
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
  expect (fixture->db, "five ");
  pact_db_set_sound (fixture->db);
  write_word (fixture->db, "six");
}

/* Somebody takes the log away, as another program does that takes itself for the last. */
static void
test_mend (Fixture *fixture,
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
  write_word (fixture->db, "one");
  version = pact_db_get_data_version (fixture->db);
  g_assert_cmpint (g_unlink (log), ==, 0);
  g_assert_cmpint (g_unlink (index), ==, 0);
  g_assert_cmpuint (fixture->n_set_up, ==, 1);
  write_word (fixture->db, "two");
  g_assert_cmpuint (fixture->n_set_up, ==, 2);
  g_assert_cmpint (pact_db_get_data_version (fixture->db), !=, version);
  expect (fixture->db, "one two ");
  g_clear_object (&fixture->db);
  fixture->db = open_again (fixture, fixture->path);
  expect (fixture->db, "one two ");
}

/* An older copy over the file, beside which the log still lies. */
static void
test_foreign_log (Fixture *fixture,
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

  write_word (fixture->db, "one");
  g_assert_true (pact_db_checkpoint (fixture->db, &error));
  file = read_file (fixture->path);
  write_word (fixture->db, "two");
  g_assert_true (pact_db_checkpoint (fixture->db, &error));
  write_word (fixture->db, "three");
  newer_log = read_file (log);
  write_file (copy, file);
  write_file (copy_log, newer_log);

  reader = open_as (fixture, copy, &format, PACT_DB_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_nonnull (pact_db_get_notice (reader));
  expect (reader, "one ");
  g_clear_object (&reader);
  g_assert_true (g_file_test (copy_log, G_FILE_TEST_EXISTS));

  mixed = open_again (fixture, copy);
  g_assert_nonnull (pact_db_get_notice (mixed));
  expect (mixed, "one ");
}

static void
test_place (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *elsewhere = g_build_filename (fixture->folder, "elsewhere.db", NULL);
  g_autoptr (GError) error = NULL;

  write_word (fixture->db, "one");
  g_assert_cmpint (pact_db_look (fixture->db), ==, PACT_DB_IN_PLACE);
  g_assert_cmpint (g_rename (fixture->path, elsewhere), ==, 0);
  g_assert_cmpint (pact_db_look (fixture->db), ==, PACT_DB_GONE);
  g_assert_false (pact_db_check_place (fixture->db, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_LOST);
  g_clear_error (&error);
  g_assert_false (pact_db_begin_write (fixture->db, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_LOST);
  expect (fixture->db, "one ");
  g_assert_cmpint (g_rename (elsewhere, fixture->path), ==, 0);
  g_assert_cmpint (pact_db_look (fixture->db), ==, PACT_DB_IN_PLACE);
  write_word (fixture->db, "two");
}

static void
test_exchange (Fixture *fixture,
               gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other.db", NULL);
  PactDb *other = open_again (fixture, path);
  gint64 version;

  write_word (fixture->db, "here");
  write_word (other, "there");
  version = pact_db_get_data_version (fixture->db);
  pact_db_exchange (fixture->db, other);
  g_assert_cmpstr (pact_db_get_path (fixture->db), ==, path);
  g_assert_cmpint (pact_db_get_data_version (fixture->db), !=, version);
  expect (fixture->db, "there ");
  expect (other, "here ");
  g_assert_finalize_object (other);
  write_word (fixture->db, "again");
  expect (fixture->db, "there again ");
}

static void
test_backup (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *log = g_strconcat (copy, "-wal", NULL);
  g_autofree char *aside = NULL;
  g_autoptr (PactDb) source = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  write_word (fixture->db, "one");
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
  write_word (fixture->db, "two");
  g_assert_false (pact_db_check_replaceable (fixture->path, fixture->path, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_FAILED);
  g_clear_error (&error);

  /* The backup in its place. */
  g_clear_object (&fixture->db);
  source = open_as (fixture, copy, &format, PACT_DB_BACKUP, &error);
  g_assert_no_error (error);
  g_assert_true (pact_db_check_replaceable (fixture->path, copy, &error));
  g_assert_true (pact_db_replace (fixture->path, source, &aside, &error));
  g_assert_no_error (error);
  fixture->db = open_again (fixture, fixture->path);
  expect (fixture->db, "one ");
  g_clear_object (&source);
  source = open_again (fixture, aside);
  expect (source, "one two ");
}

static void
test_log (Fixture *fixture,
          gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  GStatBuf status;

  if (!pact_db_uses_wal (fixture->db))
    {
      g_test_skip ("There is no write-ahead log here");
      return;
    }
  write_word (fixture->db, "one");
  g_assert_cmpint (g_stat (log, &status), ==, 0);
  g_assert_cmpint (status.st_size, >, 0);
  pact_db_trim_log (fixture->db);
  g_assert_cmpint (g_stat (log, &status), ==, 0);
  g_assert_cmpint (status.st_size, ==, 0);
  expect (fixture->db, "one ");
}

static void
test_state (Fixture *fixture,
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
          void (*test) (Fixture *, gconstpointer))
{
  g_test_add (name, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
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
  add_test ("/db/log", test_log);
  add_test ("/db/state", test_state);

  return g_test_run ();
}
