/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-library-backup"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "pact-library-private.h"

/* Backups that the program makes by itself: where they are, what they are called, and how one is made. They are ordinary
 * files without a log beside them, so that they can be copied to a stick or a share. */

#define KEY_FOLDER "Backups"
#define FOLDER "backups"

/* The copy takes so much of the time, and looking it through the rest. */
#define COPIED 0.5

/**
 * pact_library_get_backup_folder:
 * @path: the path of a library
 *
 * Returns: (transfer full): the folder of its backups, by default one beside it; it may not be there yet
 */
char *
pact_library_get_backup_folder (const char *path)
{
  g_autofree char *chosen = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  chosen = pact_db_get_state (path, KEY_FOLDER);
  if (chosen != NULL && g_path_is_absolute (chosen))
    return g_steal_pointer (&chosen);
  folder = g_path_get_dirname (path);

  return g_build_filename (folder, FOLDER, NULL);
}

/**
 * pact_library_set_backup_folder:
 * @path: the path of a library
 * @folder: (nullable): a folder, %NULL for the one beside the library
 *
 * Chooses where the backups of a library are kept from now on.
 */
void
pact_library_set_backup_folder (const char *path,
                                const char *folder)
{
  g_return_if_fail (path != NULL);

  pact_db_set_state (path, KEY_FOLDER, folder);
}

static char *
get_stem (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, ".db"))
    name[strlen (name) - strlen (".db")] = '\0';

  return g_steal_pointer (&name);
}

/* Libraries of one name can have their backups in one folder. */
static char *
get_mark (const char *path)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);

  return g_strndup (digest, 8);
}

static char *
make_name (const char *path,
           const char *folder,
           const char *reason)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%dT%H%M%SZ");
  g_autofree char *stem = get_stem (path);
  g_autofree char *mark = get_mark (path);
  g_autofree char *name = g_strdup_printf ("%s-%s-%s-%s.db", stem, date, reason, mark);
  g_autofree char *full = g_build_filename (folder, name, NULL);

  for (guint i = 2; g_file_test (full, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      g_free (full);
      name = g_strdup_printf ("%s-%s-%s-%s-%u.db", stem, date, reason, mark, i);
      full = g_build_filename (folder, name, NULL);
    }

  return g_steal_pointer (&full);
}

/**
 * pact_library_read_backup_name:
 * @path: the path of a library
 * @name: the name of a file
 * @reason: (out): why it was made, as pact_library_back_up() was told
 * @is_own: (out): whether it was made of the library at @path; otherwise it is of one of the same name elsewhere
 *
 * Returns: (transfer full) (nullable): when that backup was made, or %NULL if it is no backup of a library of that name
 */
GDateTime *
pact_library_read_backup_name (const char *path,
                               const char *name,
                               char **reason,
                               gboolean *is_own)
{
  g_autoptr (GRegex) pattern = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) made = NULL;
  g_autofree char *stem = NULL;
  g_autofree char *mark = NULL;
  g_autofree char *found_stem = NULL;
  g_autofree char *found_mark = NULL;
  int numbers[6];

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  pattern = g_regex_new ("^(.+)-(\\d{4})-(\\d\\d)-(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)Z-([a-z]+)-([0-9a-f]{8})(-\\d+)?\\.db$",
                         G_REGEX_DOLLAR_ENDONLY | G_REGEX_RAW, 0, NULL);
  if (!g_regex_match (pattern, name, 0, &match))
    return NULL;
  for (int i = 0; i < 6; i++)
    {
      g_autofree char *number = g_match_info_fetch (match, i + 2);

      numbers[i] = atoi (number);
    }
  made = g_date_time_new (zone, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
  stem = get_stem (path);
  found_stem = g_match_info_fetch (match, 1);
  if (made == NULL || !g_str_equal (stem, found_stem))
    return NULL;

  mark = get_mark (path);
  found_mark = g_match_info_fetch (match, 9);
  *is_own = g_str_equal (mark, found_mark);
  *reason = g_match_info_fetch (match, 8);

  return g_steal_pointer (&made);
}

static gboolean
make_folder (const char *folder,
             GError **error)
{
  g_autofree char *name = NULL;
  int reason;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  reason = errno;
  name = g_filename_display_name (folder);
  g_set_error (error, PACT_DB_ERROR, PACT_DB_ERROR_FAILED, _("The folder of backups “%1$s” cannot be made: %2$s"), name,
               g_strerror (reason));

  return FALSE;
}

/* What was written is read again: a stick or a share may have kept something else. */
static gboolean
check_copy (PactLibrary *self,
            const char *copy,
            GError **error)
{
  g_autoptr (PactLibrary) library = pact_library_open (copy, self->model, PACT_DB_READ_ONLY, error);
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *name = NULL;

  if (library == NULL)
    return FALSE;
  pact_db_follow (library->db, self->db);
  pact_db_set_part (library->db, COPIED, 1);
  if (!pact_library_check (library, &problems, error))
    return FALSE;
  if (problems->len == 0)
    return TRUE;

  name = g_filename_display_name (copy);
  /* Translators: the second %s is a sentence that says what is wrong. */
  g_set_error (error, PACT_DB_ERROR, PACT_DB_ERROR_CORRUPT, _("The backup “%1$s” is damaged: %2$s"), name,
               (const char *) g_ptr_array_index (problems, 0));

  return FALSE;
}

/**
 * pact_library_back_up:
 * @self: a library
 * @reason: why, in small letters: it becomes a part of the name
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Makes a backup in the folder of backups and looks it through; a copy that is damaged is not kept, unless @self is known to
 * be damaged itself.
 *
 * Returns: (transfer full) (nullable): the path of the backup; or %NULL with @error set to an error of %PACT_DB_ERROR or
 *   %G_IO_ERROR_CANCELLED, nothing being left behind
 */
char *
pact_library_back_up (PactLibrary *self,
                      const char *reason,
                      GCancellable *cancellable,
                      GError **error)
{
  const char *library_path;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  gboolean is_made;

  g_return_val_if_fail (PACT_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (reason != NULL, NULL);

  library_path = pact_db_get_path (self->db);
  folder = pact_library_get_backup_folder (library_path);
  if (!make_folder (folder, error))
    return NULL;
  path = make_name (library_path, folder, reason);
  pact_db_set_part (self->db, 0, COPIED);
  is_made = pact_db_back_up (self->db, path, cancellable, error);
  pact_db_set_part (self->db, 0, 1);
  if (!is_made)
    return NULL;
  if (!pact_db_is_damaged (self->db) && !check_copy (self, path, error))
    {
      g_unlink (path);
      return NULL;
    }

  return g_steal_pointer (&path);
}
