/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "library-fixture.h"

/* What becomes of an open library whose file is moved, replaced or written over. */

static void
remove_library (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_assert_cmpint (g_unlink (name), ==, 0);
    }
}

/* Nothing is written to a file that is not in its place any more; what is open can be read, and saved again. */
static void
refuse_writing (PactLibrary *library,
                const char *uuid)
{
  PactEditInfo info = { .plan = uuid, .verb = "edit" };
  g_autoptr (GError) error = NULL;

  g_assert_false (pact_library_begin (library, &info, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_LOST);
  g_clear_error (&error);
  g_assert_false (pact_library_set_note (library, "a", "b", &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_LOST);
  g_clear_error (&error);
  g_assert_false (pact_library_purge (library, uuid, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_LOST);
  g_clear_error (&error);
  g_assert_false (pact_library_set_trashed (library, uuid, TRUE, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_LOST);
}

static void
write_note (PactLibrary *library,
            const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (pact_library_set_note (library, "note", value, &error));
  g_assert_no_error (error);
}

static void
assert_note (PactLibrary *library,
             const char *value)
{
  g_autofree char *note = pact_library_get_note (library, "note");

  g_assert_cmpstr (note, ==, value);
}

static void
test_gone (gconstpointer data)
{
  gboolean with_folder = GPOINTER_TO_INT (data);
  g_autoptr (Folder) folder = folder_new ();
  g_autofree char *place = g_build_filename (folder, "place", NULL);
  g_autofree char *path = g_build_filename (place, "library.db", NULL);
  g_autofree char *other = g_build_filename (folder, "other.db", NULL);
  g_autoptr (PactLibrary) library = library_open (path);
  g_autofree char *uuid = library_add_sample (library);
  g_autofree char *before = library_dump_plan (library, uuid);
  g_autofree char *after = NULL;
  g_autofree char *saved = NULL;
  g_autoptr (GError) error = NULL;
  gint64 version;

  write_note (library, "one");
  g_assert_cmpint (pact_db_look (pact_library_get_db (library)), ==, PACT_DB_IN_PLACE);
  version = pact_db_get_data_version (pact_library_get_db (library));
  if (with_folder)
    remove_library (path);
  g_unlink (path);
  if (with_folder)
    g_assert_cmpint (g_rmdir (place), ==, 0);

  g_assert_cmpint (pact_db_look (pact_library_get_db (library)), ==, PACT_DB_GONE);
  refuse_writing (library, uuid);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  after = library_dump_plan (library, uuid);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (pact_db_get_data_version (pact_library_get_db (library)), ==, version);
  g_assert_false (pact_library_reopen (library, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_OPEN);
  g_clear_error (&error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  /* A copy of it is whole, and it can be put back into its place. */
  g_assert_true (pact_db_back_up (pact_library_get_db (library), other, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (pact_library_save_to (library, path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (pact_db_look (pact_library_get_db (library)), ==, PACT_DB_IN_PLACE);
  g_assert_cmpstr (pact_db_get_path (pact_library_get_db (library)), ==, path);
  g_assert_cmpuint (folder_get_mode (path), ==, 0600);
  g_assert_cmpint (pact_db_get_data_version (pact_library_get_db (library)), !=, version);
  saved = library_dump_plan (library, uuid);
  g_assert_cmpstr (saved, ==, before);
  write_note (library, "two");
  /* With a journal. */
  library_set (library, uuid, uuid, "plan", "title", "Changed", NULL);
  g_assert_true (pact_journal_peek_undo (pact_library_get_journal (library), uuid, NULL, NULL));
  g_assert_cmpint (outside_query (path, "SELECT count(*) FROM plan WHERE title = 'Changed'"), ==, 1);
  g_clear_object (&library);

  library = library_open (path);
  assert_note (library, "two");
  library_check_sound (library);
  g_clear_object (&library);
  library = library_open (other);
  assert_note (library, "one");
  library_check_sound (library);
}

/* What was moved and comes back is what it was; what is written elsewhere is complete. */
static void
test_moved (LibraryFixture *fixture,
            gconstpointer data)
{
  g_autofree char *uuid = library_add_sample (fixture->library);
  g_autofree char *moved = g_build_filename (fixture->folder, "moved.db", NULL);
  g_autofree char *new = g_build_filename (fixture->folder, "new.db", NULL);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (GError) error = NULL;

  write_note (fixture->library, "one");
  g_assert_cmpint (g_rename (fixture->path, moved), ==, 0);
  refuse_writing (fixture->library, uuid);
  g_assert_cmpint (g_rename (moved, fixture->path), ==, 0);
  write_note (fixture->library, "two");

  g_assert_cmpint (g_rename (fixture->path, moved), ==, 0);
  g_assert_true (pact_library_save_to (fixture->library, new, &error));
  g_assert_no_error (error);
  write_note (fixture->library, "three");
  /* The file that was moved has what stood in its log, which lies about nowhere. */
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_clear_object (&fixture->library);
  fixture->library = library_open (moved);
  assert_note (fixture->library, "two");
  library_check_sound (fixture->library);
  g_clear_object (&fixture->library);
  fixture->library = library_open (new);
  assert_note (fixture->library, "three");
  library_check_sound (fixture->library);
}

/* The file of somebody else that has come into its place is neither written nor does it lose its log. */
static void
test_replaced (LibraryFixture *fixture,
               gconstpointer data)
{
  g_autofree char *uuid = library_add_sample (fixture->library);
  g_autofree char *other = g_build_filename (fixture->folder, "other.db", NULL);
  g_autofree char *moved = g_build_filename (fixture->folder, "moved.db", NULL);
  g_autofree char *new = g_build_filename (fixture->folder, "new.db", NULL);
  g_autoptr (PactLibrary) second = NULL;
  g_autoptr (GError) error = NULL;

  write_note (fixture->library, "ours");
  second = library_open (other);
  write_note (second, "theirs");
  g_clear_object (&second);
  g_assert_cmpint (g_rename (fixture->path, moved), ==, 0);
  g_assert_cmpint (g_rename (other, fixture->path), ==, 0);

  g_assert_cmpint (pact_db_look (pact_library_get_db (fixture->library)), ==, PACT_DB_REPLACED);
  refuse_writing (fixture->library, uuid);
  assert_note (fixture->library, "ours");
  g_assert_false (pact_library_save_to (fixture->library, fixture->path, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_TARGET);
  g_clear_error (&error);
  g_assert_true (pact_db_back_up (pact_library_get_db (fixture->library), new, NULL, &error));
  g_assert_no_error (error);

  g_assert_true (pact_library_reopen (fixture->library, &error));
  g_assert_no_error (error);
  assert_note (fixture->library, "theirs");
  library_check_sound (fixture->library);
  write_note (fixture->library, "theirs, changed");
  library_fixture_reopen (fixture);
  assert_note (fixture->library, "theirs, changed");
  second = library_open (moved);
  assert_note (second, "ours");
  library_check_sound (second);
  g_clear_object (&second);
  second = library_open (new);
  assert_note (second, "ours");
}

/* Closing what was replaced does not take the log away from the file that came in its place. */
static void
test_closed_when_replaced (LibraryFixture *fixture,
                           gconstpointer data)
{
  g_autofree char *moved = g_build_filename (fixture->folder, "moved.db", NULL);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *index = g_strconcat (fixture->path, "-shm", NULL);
  g_autoptr (PactLibrary) second = NULL;

  write_note (fixture->library, "ours");
  g_assert_cmpint (g_rename (fixture->path, moved), ==, 0);
  g_unlink (log);
  g_unlink (index);
  second = library_open (fixture->path);
  write_note (second, "theirs");
  g_clear_object (&fixture->library);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  g_clear_object (&second);

  fixture->library = library_open (fixture->path);
  assert_note (fixture->library, "theirs");
  library_check_sound (fixture->library);
  second = library_open (moved);
  assert_note (second, "ours");
  library_check_sound (second);
}

static void
copy_over (const char *from,
           const char *to)
{
  g_autofree char *content = NULL;
  gsize length;
  int fd;

  g_assert_true (g_file_get_contents (from, &content, &length, NULL));
  fd = g_open (to, O_WRONLY | O_TRUNC | O_CLOEXEC, 0);
  g_assert_cmpint (write (fd, content, length), ==, (gssize) length);
  close (fd);
}

/* Somebody else has written into the file: cut it off, emptied it, or copied a backup or a letter over it. */
static void
test_spoiled (gconstpointer data)
{
  const char *how = data;
  g_autoptr (Folder) folder = folder_new ();
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autofree char *backup = g_build_filename (folder, "backup.db", NULL);
  g_autofree char *letter = g_build_filename (folder, "letter.txt", NULL);
  g_autofree char *new = g_build_filename (folder, "new.db", NULL);
  g_autoptr (PactLibrary) library = library_open (path);
  g_autofree char *uuid = library_add_sample (library);
  g_autoptr (GError) error = NULL;

  write_note (library, "one");
  g_assert_true (pact_db_back_up (pact_library_get_db (library), backup, NULL, &error));
  write_note (library, "two");
  g_assert_true (g_file_set_contents (letter, "Dear all", -1, NULL));
  pact_db_trim_log (pact_library_get_db (library));
  g_assert_cmpint (pact_db_look (pact_library_get_db (library)), ==, PACT_DB_IN_PLACE);
  if (g_str_equal (how, "cut"))
    g_assert_cmpint (truncate (path, 8192), ==, 0);
  else if (g_str_equal (how, "emptied"))
    g_assert_cmpint (truncate (path, 0), ==, 0);
  else
    copy_over (g_str_equal (how, "letter") ? letter : backup, path);

  g_assert_cmpint (pact_db_look (pact_library_get_db (library)), ==, PACT_DB_SPOILED);
  refuse_writing (library, uuid);
  /* Either all of it is saved, or it is said that it cannot be. */
  if (pact_library_save_to (library, new, &error))
    {
      g_assert_no_error (error);
      assert_note (library, "two");
      library_check_sound (library);
    }
  else
    {
      g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_CORRUPT);
      g_assert_false (g_file_test (new, G_FILE_TEST_EXISTS));
      g_clear_error (&error);
      g_assert_cmpint (pact_library_reopen (library, &error), ==, g_str_equal (how, "backup"));
      if (g_str_equal (how, "backup"))
        {
          g_assert_no_error (error);
          assert_note (library, "one");
          library_check_sound (library);
        }
    }
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
  g_test_add_data_func ("/library-place/gone", GINT_TO_POINTER (FALSE), test_gone);
  g_test_add_data_func ("/library-place/gone-with-its-folder", GINT_TO_POINTER (TRUE), test_gone);
  add ("/library-place/moved", test_moved);
  add ("/library-place/replaced", test_replaced);
  add ("/library-place/closed-when-replaced", test_closed_when_replaced);
  g_test_add_data_func ("/library-place/cut", "cut", test_spoiled);
  g_test_add_data_func ("/library-place/emptied", "emptied", test_spoiled);
  g_test_add_data_func ("/library-place/overwritten-by-a-backup", "backup", test_spoiled);
  g_test_add_data_func ("/library-place/overwritten-by-a-letter", "letter", test_spoiled);

  return g_test_run ();
}
