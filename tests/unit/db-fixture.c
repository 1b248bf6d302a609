/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "db-fixture.h"

static gboolean
create (PactDb *db,
        gpointer data,
        GError **error)
{
  ((DbFixture *) data)->n_created++;

  return pact_db_execute (db,
                          "CREATE TABLE word (text TEXT NOT NULL UNIQUE) STRICT;"
                          "INSERT INTO meta (key, value) VALUES ('language', 'en')",
                          error);
}

static gboolean
set_up (PactDb *db,
        gpointer data,
        GError **error)
{
  gint64 n_words;

  ((DbFixture *) data)->n_set_up++;

  return pact_db_get_integer (db, &n_words, error, "SELECT count(*) FROM word", "");
}

static gboolean
examine (PactDb *db,
         gpointer data,
         GError **error)
{
  DbFixture *fixture = data;

  fixture->n_examined++;
  if (fixture->is_damaged)
    pact_db_set_damaged (db);
  else
    pact_db_set_sound (db);

  return TRUE;
}

const PactDbFormat db_format = {
  .application_id = 0x574f5244,
  .version = 2,
  .create = create,
  .set_up = set_up,
  .examine = examine,
};

PactDb *
db_open_as (DbFixture *fixture,
            const char *path,
            const PactDbFormat *format,
            PactDbFlags flags,
            GError **error)
{
  g_autoptr (PactDb) db = pact_db_new (path, format, fixture, flags);

  return pact_db_open (db, error) ? g_steal_pointer (&db) : NULL;
}

PactDb *
db_open (DbFixture *fixture,
         const char *path)
{
  g_autoptr (GError) error = NULL;
  PactDb *db = db_open_as (fixture, path, &db_format, PACT_DB_DEFAULT, &error);

  g_assert_no_error (error);

  return db;
}

void
db_fixture_set_up (DbFixture *fixture,
                   gconstpointer data)
{
  fixture->folder = folder_new ();
  fixture->path = g_build_filename (fixture->folder, "words.db", NULL);
  fixture->db = db_open (fixture, fixture->path);
}

void
db_fixture_tear_down (DbFixture *fixture,
                      gconstpointer data)
{
  if (fixture->db != NULL)
    g_assert_finalize_object (fixture->db);
  g_free (fixture->path);
  folder_free (fixture->folder);
}

void
db_fixture_reopen (DbFixture *fixture)
{
  g_assert_finalize_object (fixture->db);
  fixture->db = db_open (fixture, fixture->path);
}

gboolean
db_add (PactDb *db,
        const char *word,
        GError **error)
{
  return pact_db_run (db, error, "INSERT INTO word (text) VALUES (?1)", "s", word);
}

/* Adds a word as one transaction. */
void
db_write (PactDb *db,
          const char *word)
{
  g_autoptr (GError) error = NULL;

  pact_db_begin_write (db, &error);
  g_assert_no_error (error);
  pact_db_end_write (db, db_add (db, word, &error), &error);
  g_assert_no_error (error);
}

/* Returns all words, in the order in which they were written. */
char *
db_read (PactDb *db)
{
  g_autoptr (PactStatement) statement = pact_db_query (db, NULL, "SELECT text, rowid FROM word ORDER BY rowid", "");
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (statement);
  while (pact_statement_next (statement, &error))
    {
      g_assert_cmpint (pact_statement_get_integer (statement, 1), >, 0);
      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", pact_statement_get_text (statement, 0));
    }
  g_assert_no_error (error);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

void
db_expect (PactDb *db,
           const char *words)
{
  g_autofree char *found = NULL;

  g_assert_true (pact_db_mend (db, NULL));
  found = db_read (db);
  g_assert_cmpstr (found, ==, words);
}

/* SQLite must have nothing to say against the file. */
void
db_expect_whole (PactDb *db)
{
  g_autoptr (PactStatement) statement = pact_db_query (db, NULL, "PRAGMA integrity_check", "");

  g_assert_nonnull (statement);
  g_assert_true (pact_statement_next (statement, NULL));
  g_assert_cmpstr (pact_statement_get_text (statement, 0), ==, "ok");
}
