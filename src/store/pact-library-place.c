/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-library-place"

#include "config.h"

#include "pact-library-private.h"

/* Going on with another file. */

/* Makes @self the library that is at @path, and closes what it was. If that cannot be opened nothing changes. */
static gboolean
change_to (PactLibrary *self,
           const char *path,
           GError **error)
{
  /* For reading first: nothing is made where no library is. */
  g_autoptr (PactLibrary) other = pact_library_open (path, self->model, PACT_DB_READ_ONLY, error);
  gboolean has_purged;

  if (other == NULL)
    return FALSE;
  g_clear_object (&other);
  other = pact_library_open (path, self->model, PACT_DB_DEFAULT, error);
  if (other == NULL)
    return FALSE;

  _pact_tables_exchange (self->tables, other->tables);
  has_purged = self->has_purged;
  self->has_purged = other->has_purged;
  other->has_purged = has_purged;
  pact_db_exchange (self->db, other->db);

  return TRUE;
}

/**
 * pact_library_go_on_with:
 * @self: a library without an open edit
 * @path: the absolute path of a library
 * @error: return location for an error
 *
 * Makes @self that library. What was open is closed, and left as complete as it can be.
 *
 * Returns: whether it could be opened; %FALSE with @error set to an error of %PACT_DB_ERROR, @self being as it was
 */
gboolean
pact_library_go_on_with (PactLibrary *self,
                         const char *path,
                         GError **error)
{
  g_return_val_if_fail (PACT_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (!_pact_journal_is_open (self->journal), FALSE);

  pact_db_part (self->db);

  return change_to (self, path, error);
}

/**
 * pact_library_save_to:
 * @self: a library without an open edit
 * @path: where to; nothing but the library itself may stand there that must not be replaced
 * @error: return location for an error
 *
 * Saves the whole library as it is in the file that is open, wherever that is, and goes on with the new file.
 *
 * Returns: whether all is saved there; %FALSE with @error set to %PACT_DB_ERROR_TARGET, %PACT_DB_ERROR_CORRUPT if
 *   not all can be read any more, or another of %PACT_DB_ERROR, @self being as it was
 */
gboolean
pact_library_save_to (PactLibrary *self,
                      const char *path,
                      GError **error)
{
  g_autofree char *whole = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (PACT_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (!_pact_journal_is_open (self->journal), FALSE);

  whole = g_canonicalize_filename (path, NULL);
  folder = g_path_get_dirname (whole);
  /* The folder may have gone with the file. */
  if (pact_db_look (self->db) == PACT_DB_GONE && g_str_equal (whole, pact_db_get_path (self->db)))
    g_mkdir_with_parents (folder, 0700);

  return pact_db_back_up (self->db, whole, NULL, error) && pact_library_go_on_with (self, whole, error);
}

/**
 * pact_library_reopen:
 * @self: a library without an open edit
 * @error: return location for an error
 *
 * Goes on with the file that is at the path now.
 *
 * Returns: whether that is a library that could be opened; %FALSE with @error set to an error of %PACT_DB_ERROR, @self
 *   being as it was
 */
gboolean
pact_library_reopen (PactLibrary *self,
                     GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (PACT_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (!_pact_journal_is_open (self->journal), FALSE);

  path = g_strdup (pact_db_get_path (self->db));

  return pact_library_go_on_with (self, path, error);
}
