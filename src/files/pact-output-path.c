/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-output-path"

#include "config.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "pact-output-path.h"

/* Where a name leads in the end. realpath() knows no answer for a link whose target is not there yet, and for
 * /dev/stdout one that is of no use: the redirected file, which must go on where it stands and not be replaced. */

#define MAX_LINKS 40

/* The number of one of this process's own descriptors, -1 if the path names none. */
static int
find_descriptor (const char *folder,
                 const char *name)
{
  g_autofree char *own = g_strdup_printf ("/proc/%d/fd", (int) getpid ());
  char *end;
  long number;

  if (!g_str_equal (folder, own) || !g_ascii_isdigit (*name))
    return -1;
  number = strtol (name, &end, 10);

  return *end == '\0' && number <= INT_MAX ? (int) number : -1;
}

/* Sets @error to what @reason means; no space is no space, whoever refuses it. */
static char *
fail (int reason,
      GError **error)
{
  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (reason), g_strerror (reason));

  return NULL;
}

/* Returns the path at which @path ends, links followed, also where nothing is there yet; or NULL with @descriptor set
 * if it is one of this process's own descriptors, or with @error set. */
char *
_pact_output_resolve (const char *path,
                      int *descriptor,
                      GError **error)
{
  g_autofree char *current = g_strdup (path);

  *descriptor = -1;
  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *name = g_path_get_basename (current);
      g_autofree char *folder_name = g_path_get_dirname (current);
      char *folder = realpath (folder_name, NULL);
      g_autofree char *whole = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
      g_autofree char *link = NULL;

      if (folder == NULL)
        return fail (errno, error);
      *descriptor = find_descriptor (folder, name);
      free (folder);
      if (*descriptor >= 0)
        return NULL;

      link = g_file_read_link (whole, NULL);
      if (link == NULL)
        return g_steal_pointer (&whole);
      g_free (current);
      folder = g_path_get_dirname (whole);
      current = g_path_is_absolute (link) ? g_steal_pointer (&link) : g_build_filename (folder, link, NULL);
      g_free (folder);
    }

  return fail (ELOOP, error);
}
