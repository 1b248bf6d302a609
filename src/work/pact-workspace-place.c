/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-workspace-place"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-workspace-private.h"

/* What is done when the library's file is not in its place any more. */

/**
 * pact_workspace_dup_trouble:
 * @self: a workspace
 *
 * Looks whether the library's file is still the one that is open. That costs next to nothing.
 *
 * Returns: (transfer full) (nullable): a sentence that says what has become of it; %NULL if all is well
 */
char *
pact_workspace_dup_trouble (PactWorkspace *self)
{
  g_autoptr (GError) trouble = NULL;

  g_return_val_if_fail (PACT_IS_WORKSPACE (self), NULL);

  if (pact_db_check_place (_pact_workspace_get_db (self), &trouble))
    return NULL;

  return g_strdup (trouble->message);
}

/**
 * pact_workspace_is_gone:
 * @self: a workspace
 *
 * Returns: whether nothing stands where the library was, so that it can be put back
 */
gboolean
pact_workspace_is_gone (PactWorkspace *self)
{
  g_return_val_if_fail (PACT_IS_WORKSPACE (self), FALSE);

  return pact_db_look (_pact_workspace_get_db (self)) == PACT_DB_GONE;
}

/* Where not all of the library can be read any more there are still the plans that are in memory. */
static gboolean
save_open_plans (PactWorkspace *self,
                 const char *path,
                 GError **error)
{
  PactLibrary *library = _pact_workspace_get_library (self);
  g_autoptr (GPtrArray) editors = _pact_workspace_list_editors (self);
  g_autoptr (PactLibrary) new = NULL;

  if (!pact_db_check_target (pact_library_get_db (library), path, FALSE, error))
    return FALSE;
  new = pact_library_open (path, pact_library_get_model (library), PACT_DB_DEFAULT, error);
  if (new == NULL)
    return FALSE;
  for (guint i = 0; i < editors->len; i++)
    {
      PactEditor *editor = g_ptr_array_index (editors, i);
      g_autoptr (GPtrArray) records = pact_plan_to_records (pact_editor_get_plan (editor));

      if (!_pact_library_add_plan (new, records, "import", _pact_workspace_get_author (self), NULL, NULL, NULL, error))
        return FALSE;
    }
  g_clear_object (&new);

  return pact_library_go_on_with (library, path, error);
}

/**
 * pact_workspace_save_to:
 * @self: a workspace
 * @file: (nullable): a file on this computer, %NULL for where the library was
 * @is_whole: (out): whether the whole library could be saved, or only the plans that are open
 * @error: return location for an error
 *
 * Saves the library as it is open, and goes on with the new file.
 *
 * Returns: whether it is saved there; %FALSE with @error set to %PACT_WORK_ERROR_FILE or an error of %PACT_DB_ERROR, all
 *   being as it was
 */
gboolean
pact_workspace_save_to (PactWorkspace *self,
                        GFile *file,
                        gboolean *is_whole,
                        GError **error)
{
  PactLibrary *library;
  const char *path;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (PACT_IS_WORKSPACE (self), FALSE);

  library = _pact_workspace_get_library (self);
  path = file != NULL ? pact_file_find_path (file, error) : pact_db_get_path (pact_library_get_db (library));
  if (path == NULL)
    return FALSE;

  *is_whole = pact_library_save_to (library, path, &failure);
  if (!*is_whole && (!g_error_matches (failure, PACT_DB_ERROR, PACT_DB_ERROR_CORRUPT)
                     || !save_open_plans (self, path, NULL)))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  _pact_workspace_read_again (self);

  return TRUE;
}

/**
 * pact_workspace_reopen:
 * @self: a workspace
 * @error: return location for an error
 *
 * Goes on with the library that is now where the open one was.
 *
 * Returns: whether it could be opened; %FALSE with @error set to an error of %PACT_DB_ERROR, all being as it was
 */
gboolean
pact_workspace_reopen (PactWorkspace *self,
                       GError **error)
{
  g_return_val_if_fail (PACT_IS_WORKSPACE (self), FALSE);

  if (!pact_library_reopen (_pact_workspace_get_library (self), error))
    return FALSE;
  _pact_workspace_read_again (self);

  return TRUE;
}

/**
 * pact_workspace_dup_exposure:
 * @self: a workspace
 * @is_mended: (out) (optional): whether that was ended
 *
 * Returns: (transfer full) (nullable): a sentence that says that others could read the library's file; %NULL if only its
 *   owner can
 */
char *
pact_workspace_dup_exposure (PactWorkspace *self,
                             gboolean *is_mended)
{
  PactDbExposure exposure;
  g_autofree char *name = NULL;

  g_return_val_if_fail (PACT_IS_WORKSPACE (self), NULL);

  exposure = pact_db_get_exposure (_pact_workspace_get_db (self));
  name = g_filename_display_name (pact_workspace_get_path (self));
  if (is_mended != NULL)
    *is_mended = exposure == PACT_DB_MADE_PRIVATE;
  if (exposure == PACT_DB_MADE_PRIVATE)
    return g_strdup_printf (_("Everybody on this computer could read the library “%s”. Now only you can."), name);
  if (exposure == PACT_DB_EXPOSED)
    return g_strdup_printf (_("Others on this computer can read the library “%s”. If that is not meant, take the right to read the file away from them."), name);

  return NULL;
}
