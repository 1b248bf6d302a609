/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db-fixture.h"
#include "outside.h"

/* The file and what lies beside it, with other programs about. */

static void
refuse (DbFixture *fixture,
        const char *path,
        PactDbFlags flags,
        PactDbError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (db_open_as (fixture, path, &db_format, flags, &error));
  g_assert_error (error, PACT_DB_ERROR, (int) code);
  g_assert_null (strstr (error->message, "SQL"));
}

/* A refused file keeps every byte, and nothing appears beside it. */
static void
refuse_untouched (DbFixture *fixture,
                  const char *path,
                  PactDbError code)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before, length_after;
  guint n_files = folder_count_files (fixture->folder);

  g_assert_true (g_file_get_contents (path, &before, &length_before, NULL));
  refuse (fixture, path, PACT_DB_DEFAULT, code);
  refuse (fixture, path, PACT_DB_READ_ONLY, code);
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
  g_assert_cmpuint (folder_count_files (fixture->folder), ==, n_files);
}

static char *program;

/* What another program does in the tests below: it looks for words, and leaves one. */
static int
exchange_words (const char *path,
                const char *expected,
                const char *word)
{
  DbFixture fixture = { NULL };
  g_autoptr (PactDb) db = db_open (&fixture, path);

  db_expect (db, expected);
  db_write (db, word);

  return EXIT_SUCCESS;
}

static void
run_other_program (DbFixture *fixture,
                   const char *expected,
                   const char *word)
{
  char *arguments[] = { program, "--exchange-words", fixture->path, (char *) expected, (char *) word, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_true (g_spawn_sync (NULL, arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

/* Where the file is a link, SQLite keeps the log beside what it leads to. */
static void
test_link (DbFixture *fixture,
           gconstpointer data)
{
  g_autofree char *below = g_build_filename (fixture->folder, "below", NULL);
  g_autofree char *link = g_build_filename (below, "link.db", NULL);
  g_autofree char *dangling = g_build_filename (below, "dangling.db", NULL);
  g_autofree char *target = g_build_filename (fixture->folder, "target.db", NULL);
  g_autoptr (PactDb) db = NULL;
  g_autoptr (PactDb) made = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_assert_cmpint (g_mkdir (below, 0700), ==, 0);
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  g_assert_cmpint (symlink (target, dangling), ==, 0);
  g_clear_object (&fixture->db);
  db = db_open (fixture, link);
  db_write (db, "one");

  /* The log is missed, as in the test of that name. */
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, &error));
  run_other_program (fixture, "one", "theirs");
  db_write (db, "two");
  db_expect (db, "one theirs two");
  run_other_program (fixture, "one theirs two", "theirs-too");
  g_assert_cmpuint (folder_count_files (below), ==, 2);

  made = db_open (fixture, dangling);
  g_assert_cmpuint (folder_get_mode (target), ==, 0600);
  g_assert_cmpuint (folder_count_files (below), ==, 2);
}

static void
test_other_files (DbFixture *fixture,
                  gconstpointer data)
{
  g_autofree char *text = g_build_filename (fixture->folder, "letter.txt", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "other.db", NULL);
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.db", NULL);
  g_autofree char *empty = g_build_filename (fixture->folder, "empty.db", NULL);
  g_autofree char *below = g_build_filename (text, "words.db", NULL);
  g_autoptr (PactDb) db = NULL;

  g_assert_true (g_file_set_contents (text, "Dear all,", -1, NULL));
  outside_query (other, "CREATE TABLE t (a)");
  refuse_untouched (fixture, text, PACT_DB_ERROR_NOT_A_LIBRARY);
  refuse_untouched (fixture, other, PACT_DB_ERROR_NOT_A_LIBRARY);
  refuse (fixture, missing, PACT_DB_READ_ONLY, PACT_DB_ERROR_OPEN);
  refuse (fixture, fixture->folder, PACT_DB_DEFAULT, PACT_DB_ERROR_OPEN);
  refuse (fixture, below, PACT_DB_DEFAULT, PACT_DB_ERROR_OPEN);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));

  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  refuse (fixture, empty, PACT_DB_READ_ONLY, PACT_DB_ERROR_NOT_A_LIBRARY);
  db = db_open (fixture, empty);
}

static void
refuse_target (DbFixture *fixture,
               const char *path,
               gboolean replaces_libraries)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (pact_db_check_target (fixture->db, path, replaces_libraries, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_TARGET);
  g_clear_error (&error);
  if (!replaces_libraries)
    return;
  g_assert_false (pact_db_back_up (fixture->db, path, NULL, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_TARGET);
}

/* Neither the file nor what belongs to it is ever written over, whatever its name. */
static void
test_targets (DbFixture *fixture,
              gconstpointer data)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };
  g_autofree char *other_path = g_build_filename (fixture->folder, "other.db", NULL);
  g_autofree char *moved = g_build_filename (fixture->folder, "moved.db", NULL);
  g_autofree char *letter = g_build_filename (fixture->folder, "letter.txt", NULL);
  g_autoptr (PactDb) other = NULL;
  g_autoptr (GError) error = NULL;

  db_write (fixture->db, "one");
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, suffixes[i], NULL);
      g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
      g_autofree char *hard = g_build_filename (fixture->folder, "hard", NULL);
      g_autofree char *around = g_build_filename (fixture->folder, ".", "..", strrchr (fixture->folder, '/') + 1,
                                                  strrchr (path, '/') + 1, NULL);

      refuse_target (fixture, path, TRUE);
      refuse_target (fixture, around, TRUE);
      g_assert_cmpint (symlink (path, link), ==, 0);
      refuse_target (fixture, link, TRUE);
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        {
          g_assert_cmpint (linkat (AT_FDCWD, path, AT_FDCWD, hard, 0), ==, 0);
          refuse_target (fixture, hard, TRUE);
          g_unlink (hard);
        }
      g_unlink (link);
    }

  /* Another such file is replaced only by a copy, and only if nobody has it open. */
  other = db_open (fixture, other_path);
  refuse_target (fixture, other_path, TRUE);
  g_clear_object (&other);
  refuse_target (fixture, other_path, FALSE);
  g_assert_true (pact_db_check_target (fixture->db, other_path, TRUE, &error));
  g_assert_no_error (error);
  g_assert_true (pact_db_check_target (fixture->db, letter, FALSE, &error));
  g_assert_no_error (error);

  /* Nor is the open file under a name that it got later. */
  g_assert_cmpint (g_rename (fixture->path, moved), ==, 0);
  refuse_target (fixture, moved, TRUE);
  g_assert_cmpint (g_rename (moved, fixture->path), ==, 0);
  db_expect_whole (fixture->db);
}

/* When the log has grown it is moved into the file, without anybody asking for it. */
static void
test_grown_log (DbFixture *fixture,
                gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (PactDb) other = db_open (fixture, fixture->path);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 100; i++)
    {
      g_autofree char *word = g_strnfill (200 * 1024, 'x');

      word[0] = (char) ('!' + i % 10);
      word[1] = (char) ('!' + i / 10);
      db_write (fixture->db, word);
    }
  g_assert_cmpint (folder_get_size (log), >, 0);
  /* The last to close would move the log anyway. */
  g_clear_object (&fixture->db);
  g_assert_cmpint (folder_get_size (fixture->path), >, 8 * 1024 * 1024);

  pact_db_trim_log (other);
  g_assert_cmpint (folder_get_size (fixture->path), >, 20 * 1000 * 1000);
  db_expect_whole (other);
}

/* Several programs that find no file make one together. */
static void
test_made_at_once (DbFixture *fixture,
                   gconstpointer data)
{
  for (int round = 0; round < 5; round++)
    {
      g_autofree char *name = g_strdup_printf ("new-%d.db", round);
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autoptr (PactDb) db = NULL;
      pid_t children[6];

      for (guint i = 0; i < G_N_ELEMENTS (children); i++)
        {
          children[i] = fork ();
          if (children[i] == 0)
            {
              g_autoptr (GError) error = NULL;
              gboolean is_good;

              db = db_open_as (fixture, path, &db_format, PACT_DB_DEFAULT, &error);
              if (db == NULL)
                g_printerr ("%s\n", error->message);
              is_good = db != NULL && pact_db_uses_wal (db);
              g_clear_object (&db);
              _exit (is_good ? 0 : 1);
            }
        }
      for (guint i = 0; i < G_N_ELEMENTS (children); i++)
        {
          int status = 0;

          g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
          g_assert_cmpint (status, ==, 0);
        }
      db = db_open (fixture, path);
      db_expect (db, "");
      db_expect_whole (db);
    }
}

/* The process loses its locks by opening and closing the file, and another program, which takes itself for the last to
 * close it, takes the log away. What is written after that is in the file all the same. */
static void
test_log_taken_away (DbFixture *fixture,
                     gconstpointer data)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gint64 version;

  db_write (fixture->db, "one");
  version = pact_db_get_data_version (fixture->db);
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, &error));
  g_assert_no_error (error);
  run_other_program (fixture, "one", "theirs");

  db_write (fixture->db, "two");
  g_assert_cmpint (pact_db_get_data_version (fixture->db), !=, version);
  db_expect (fixture->db, "one theirs two");
  run_other_program (fixture, "one theirs two", "theirs-too");

  db_fixture_reopen (fixture);
  db_expect (fixture->db, "one theirs two theirs-too");
  db_expect_whole (fixture->db);
}

/* The log is emptied while nothing is done, in the background, and not while somebody reads. */
static void
test_rest (DbFixture *fixture,
           gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  gint64 deadline = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  db_write (fixture->db, "one");
  pact_db_rest (fixture->db, G_MAXINT64);
  g_assert_cmpint (folder_get_size (log), >, 0);
  while (folder_get_size (log) > 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      pact_db_rest (fixture->db, 0);
      g_usleep (1000);
    }
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  db_write (fixture->db, "two");
  db_fixture_reopen (fixture);
  db_expect (fixture->db, "one two");
  db_expect_whole (fixture->db);
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
  if (argc == 5 && g_str_equal (argv[1], "--exchange-words"))
    return exchange_words (argv[2], argv[3], argv[4]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  add_test ("/db-files/link", test_link);
  add_test ("/db-files/other-files", test_other_files);
  add_test ("/db-files/targets", test_targets);
  add_test ("/db-files/grown-log", test_grown_log);
  add_test ("/db-files/made-at-once", test_made_at_once);
  add_test ("/db-files/log-taken-away", test_log_taken_away);
  add_test ("/db-files/rest", test_rest);

  return g_test_run ();
}
