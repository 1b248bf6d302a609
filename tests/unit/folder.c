/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "folder.h"

#include <glib/gstdio.h>

/* Returns the name of a new folder. */
Folder *
folder_new (void)
{
  g_autoptr (GError) error = NULL;
  Folder *folder = g_dir_make_tmp ("pact-test-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

static void
remove_all (const char *name)
{
  g_autoptr (GDir) directory = NULL;
  const char *base;

  if (g_file_test (name, G_FILE_TEST_IS_DIR) && !g_file_test (name, G_FILE_TEST_IS_SYMLINK))
    directory = g_dir_open (name, 0, NULL);
  while (directory != NULL && (base = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *below = g_build_filename (name, base, NULL);

      remove_all (below);
    }
  g_remove (name);
}

void
folder_free (Folder *folder)
{
  remove_all (folder);
  g_free (folder);
}

guint
folder_get_mode (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);

  return status.st_mode & 0777;
}

guint
folder_count_files (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (directory) != NULL)
    n_files++;

  return n_files;
}

/* Returns 0 where there is no such file. */
goffset
folder_get_size (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? status.st_size : 0;
}
