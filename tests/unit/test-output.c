/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "folder.h"
#include "pact-file-id.h"
#include "pact-output.h"

/* How files are written: where links lead, with the mode that they had, and never in place of what is no file. */

static void
write_text (const char *path,
            guint mode,
            const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (PactOutput) output = pact_output_new (path, mode, &error);

  g_assert_no_error (error);
  g_assert_true (pact_output_write (output, bytes, &error));
  g_assert_no_error (error);
  g_assert_true (pact_output_commit (output, &error));
  g_assert_no_error (error);
}

static void
assert_text (const char *path,
             const char *text)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, text);
}

static guint
get_mode (const char *path)
{
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);

  return status.st_mode & 07777;
}

/* Only these names stand in the folder. */
static void
assert_names (const char *folder,
              guint n_names)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (directory) != NULL)
    n++;
  g_assert_cmpuint (n, ==, n_names);
}

static void
test_new_and_old (void)
{
  g_autoptr (Folder) folder = folder_new ();
  g_autofree char *private = g_build_filename (folder, "private.json", NULL);
  g_autofree char *public = g_build_filename (folder, "public.json", NULL);
  mode_t mask = umask (0027);

  write_text (private, PACT_OUTPUT_PRIVATE, "one");
  write_text (public, PACT_OUTPUT_PUBLIC, "one");
  umask (mask);
  g_assert_cmpuint (get_mode (private), ==, 0600);
  g_assert_cmpuint (get_mode (public), ==, 0640);

  /* What is there keeps the mode that somebody gave it. */
  g_chmod (private, 0664);
  g_chmod (public, 0400);
  write_text (private, PACT_OUTPUT_PRIVATE, "two");
  g_assert_cmpuint (get_mode (private), ==, 0664);
  assert_text (private, "two");
  if (geteuid () == 0)
    {
      struct stat status;

      g_assert_cmpint (chown (public, 12345, 54321), ==, 0);
      write_text (public, PACT_OUTPUT_PRIVATE, "two");
      g_assert_cmpint (stat (public, &status), ==, 0);
      g_assert_cmpuint (status.st_uid, ==, 12345);
      g_assert_cmpuint (status.st_gid, ==, 54321);
      g_assert_cmpuint (get_mode (public), ==, 0400);
    }
  else
    {
      g_autoptr (GError) error = NULL;

      /* A file that may not be written is not got round. */
      g_assert_null (pact_output_new (public, PACT_OUTPUT_PUBLIC, &error));
      g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ACCES);
      assert_text (public, "one");
    }
  assert_names (folder, 2);
}

static void
test_abandoned (void)
{
  g_autoptr (Folder) folder = folder_new ();
  g_autofree char *path = g_build_filename (folder, "plan.json", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("half", 4);
  PactOutput *output;

  write_text (path, PACT_OUTPUT_PUBLIC, "whole");
  output = pact_output_new (path, PACT_OUTPUT_PUBLIC, NULL);
  g_assert_true (pact_output_write (output, bytes, NULL));
  pact_output_free (output);
  assert_text (path, "whole");
  assert_names (folder, 1);
}

static void
test_links (void)
{
  g_autoptr (Folder) folder = folder_new ();
  g_autofree char *below = g_build_filename (folder, "below", NULL);
  g_autofree char *path = g_build_filename (below, "plan.json", NULL);
  g_autofree char *link = g_build_filename (folder, "link.json", NULL);
  g_autofree char *second = g_build_filename (folder, "second.json", NULL);
  g_autofree char *round = g_build_filename (folder, "round.json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (below, 0700), ==, 0);
  g_assert_cmpint (symlink ("below/plan.json", link), ==, 0);
  g_assert_cmpint (symlink (link, second), ==, 0);
  g_assert_cmpint (symlink ("round.json", round), ==, 0);

  /* Also where the link leads to nothing yet. */
  write_text (second, PACT_OUTPUT_PUBLIC, "one");
  assert_text (path, "one");
  write_text (link, PACT_OUTPUT_PUBLIC, "two");
  assert_text (path, "two");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_SYMLINK));
  assert_names (below, 1);

  g_assert_null (pact_output_new (round, PACT_OUTPUT_PUBLIC, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_LOOP);
}

static gpointer
read_all_thread (gpointer data)
{
  char *content = NULL;

  g_assert_true (g_file_get_contents (data, &content, NULL, NULL));

  return content;
}

static void
test_fifo (void)
{
  g_autoptr (Folder) folder = folder_new ();
  g_autofree char *fifo = g_build_filename (folder, "fifo", NULL);
  g_autofree char *link = g_build_filename (folder, "link", NULL);
  const char *names[] = { fifo, link };

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (symlink ("fifo", link), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GThread *reader = g_thread_new ("reader", read_all_thread, fifo);
      g_autofree char *content = NULL;
      struct stat status;

      write_text (names[i], PACT_OUTPUT_PRIVATE, "through");
      content = g_thread_join (reader);
      g_assert_cmpstr (content, ==, "through");
      g_assert_cmpint (stat (fifo, &status), ==, 0);
      g_assert_true (S_ISFIFO (status.st_mode));
    }
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_names (folder, 2);
}

/* A redirected stream goes on where it stands: what was written before stays, and what comes after follows. */
static void
test_descriptor (void)
{
  g_autoptr (Folder) folder = folder_new ();
  g_autofree char *path = g_build_filename (folder, "redirected", NULL);
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  g_autofree char *name = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autofree char *other_name = g_strdup_printf ("/dev/fd/%d", fd);
  PactFileId before, after;

  g_assert_true (pact_file_id_read (path, &before));
  g_assert_cmpint (write (fd, "a", 1), ==, 1);
  write_text (name, PACT_OUTPUT_PRIVATE, "b");
  write_text (other_name, PACT_OUTPUT_PRIVATE, "c");
  g_assert_cmpint (write (fd, "d", 1), ==, 1);
  close (fd);
  assert_text (path, "abcd");
  g_assert_true (pact_file_id_read (path, &after));
  g_assert_true (pact_file_id_equal (&before, &after));
  assert_names (folder, 1);
}

static void
test_no_space (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (PactOutput) output = NULL;
  struct stat status;

  if (stat ("/dev/full", &status) != 0 || !S_ISCHR (status.st_mode))
    {
      g_test_skip ("There is no /dev/full");
      return;
    }
  output = pact_output_new ("/dev/full", PACT_OUTPUT_PRIVATE, &error);
  g_assert_no_error (error);
  g_assert_null (pact_output_get_temporary (output));
  g_assert_false (pact_output_write (output, bytes, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
}

static void
test_folder (void)
{
  g_autoptr (Folder) folder = folder_new ();
  g_autofree char *missing = g_build_filename (folder, "no", "such", "plan.json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (pact_output_new (folder, PACT_OUTPUT_PUBLIC, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR);
  g_clear_error (&error);
  g_assert_null (pact_output_new (missing, PACT_OUTPUT_PUBLIC, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

/* What a writer leaves that is killed is taken away by the next one; what another one is writing is not. */
static void
test_leftovers (void)
{
  g_autoptr (Folder) folder = folder_new ();
  g_autofree char *path = g_build_filename (folder, "plan.json", NULL);
  g_autofree char *other = g_build_filename (folder, "other.json", NULL);
  g_autofree char *left = g_build_filename (folder, ".pact-planner-ABCDEF.tmp", NULL);
  g_autofree char *journal = g_build_filename (folder, ".pact-planner-ABCDEF.tmp-journal", NULL);
  g_autofree char *own = g_build_filename (folder, ".pact-planner-notes.tmp", NULL);
  g_autoptr (PactOutput) output = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (left, "half", -1, NULL));
  g_assert_true (g_file_set_contents (journal, "half", -1, NULL));
  g_assert_true (g_file_set_contents (own, "kept", -1, NULL));
  output = pact_output_new (other, PACT_OUTPUT_PUBLIC, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (own, G_FILE_TEST_EXISTS));

  write_text (path, PACT_OUTPUT_PUBLIC, "whole");
  g_assert_true (g_file_test (pact_output_get_temporary (output), G_FILE_TEST_EXISTS));
  g_assert_true (pact_output_commit (output, &error));
  g_assert_no_error (error);
  assert_names (folder, 3);
}

/* A name as long as names may be leaves no room for anything behind it. */
static void
test_long_name (void)
{
  g_autoptr (Folder) folder = folder_new ();
  g_autofree char *name = g_strnfill (255, 'n');
  g_autofree char *path = g_build_filename (folder, name, NULL);

  write_text (path, PACT_OUTPUT_PUBLIC, "whole");
  assert_text (path, "whole");
}

static void
test_same_file (void)
{
  g_autoptr (Folder) folder = folder_new ();
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autofree char *link = g_build_filename (folder, "link", NULL);
  g_autofree char *hard = g_build_filename (folder, "hard", NULL);
  g_autofree char *around = g_build_filename (folder, "..", strrchr (folder, '/') + 1, "file", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy", NULL);

  /* Not there yet. */
  g_assert_cmpint (symlink ("file", link), ==, 0);
  g_assert_true (pact_paths_are_same_file (path, around));
  g_assert_true (pact_paths_are_same_file (path, link));
  g_assert_false (pact_paths_are_same_file (path, copy));

  g_assert_true (g_file_set_contents (path, "same", -1, NULL));
  g_assert_true (g_file_set_contents (copy, "same", -1, NULL));
  g_assert_cmpint (linkat (AT_FDCWD, path, AT_FDCWD, hard, 0), ==, 0);
  g_assert_true (pact_paths_are_same_file (path, link));
  g_assert_true (pact_paths_are_same_file (path, around));
  g_assert_true (pact_paths_are_same_file (path, hard));
  g_assert_false (pact_paths_are_same_file (path, copy));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/output/new-and-old", test_new_and_old);
  g_test_add_func ("/output/abandoned", test_abandoned);
  g_test_add_func ("/output/links", test_links);
  g_test_add_func ("/output/fifo", test_fifo);
  g_test_add_func ("/output/descriptor", test_descriptor);
  g_test_add_func ("/output/no-space", test_no_space);
  g_test_add_func ("/output/folder", test_folder);
  g_test_add_func ("/output/leftovers", test_leftovers);
  g_test_add_func ("/output/long-name", test_long_name);
  g_test_add_func ("/output/same-file", test_same_file);

  return g_test_run ();
}
