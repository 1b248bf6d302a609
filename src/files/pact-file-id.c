/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-file-id"

#include "config.h"

#include <sys/stat.h>

#include "pact-file-id.h"
#include "pact-output-path.h"

static void
take (const struct stat *status,
      PactFileId *id)
{
  id->device = status->st_dev;
  id->inode = status->st_ino;
}

/**
 * pact_file_id_read:
 * @path: a path; links are followed
 * @id: (out): which file it leads to
 *
 * Nothing is opened: a process that closes a file loses its locks on it.
 *
 * Returns: whether there is one
 */
gboolean
pact_file_id_read (const char *path,
                   PactFileId *id)
{
  struct stat status;

  if (stat (path, &status) != 0)
    return FALSE;
  take (&status, id);

  return TRUE;
}

/**
 * pact_file_id_read_fd:
 * @fd: a descriptor
 * @id: (out): which file it is of
 *
 * Returns: whether @fd is open
 */
gboolean
pact_file_id_read_fd (int fd,
                      PactFileId *id)
{
  struct stat status;

  if (fstat (fd, &status) != 0)
    return FALSE;
  take (&status, id);

  return TRUE;
}

/**
 * pact_file_id_equal:
 * @one: a file
 * @two: a file
 *
 * Returns: whether they are the same
 */
gboolean
pact_file_id_equal (const PactFileId *one,
                    const PactFileId *two)
{
  return one->device == two->device && one->inode == two->inode;
}

static gboolean
would_be_same_file (const char *one,
                    const char *two)
{
  int descriptor;
  g_autofree char *one_end = _pact_output_resolve (one, &descriptor, NULL);
  g_autofree char *two_end = _pact_output_resolve (two, &descriptor, NULL);
  g_autofree char *one_name = NULL;
  g_autofree char *two_name = NULL;
  g_autofree char *one_folder = NULL;
  g_autofree char *two_folder = NULL;
  PactFileId one_id, two_id;

  if (one_end == NULL || two_end == NULL)
    return FALSE;
  one_name = g_path_get_basename (one_end);
  two_name = g_path_get_basename (two_end);
  one_folder = g_path_get_dirname (one_end);
  two_folder = g_path_get_dirname (two_end);

  return g_str_equal (one_name, two_name) && pact_file_id_read (one_folder, &one_id)
         && pact_file_id_read (two_folder, &two_id) && pact_file_id_equal (&one_id, &two_id);
}

/**
 * pact_paths_are_same_file:
 * @one: a path
 * @two: a path
 *
 * Also tells of files that are not there yet, if they would have the same name in the same folder.
 *
 * Returns: whether both lead to the same file
 */
gboolean
pact_paths_are_same_file (const char *one,
                          const char *two)
{
  PactFileId one_id, two_id;
  gboolean has_one = pact_file_id_read (one, &one_id);
  gboolean has_two = pact_file_id_read (two, &two_id);

  if (has_one && has_two)
    return pact_file_id_equal (&one_id, &two_id);

  return !has_one && !has_two && would_be_same_file (one, two);
}
