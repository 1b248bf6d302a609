/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-workspace-care"

#include "config.h"

#include "pact-workspace-private.h"

/* Whether the library is sound, whether it may be written, and how what was lost comes back. */

/**
 * pact_workspace_get_obstacle:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): why nothing can be changed in the library, with a sentence for people; %NULL if
 *   nothing is in the way
 */
const GError *
pact_workspace_get_obstacle (PactWorkspace *self)
{
  g_return_val_if_fail (PACT_IS_WORKSPACE (self), NULL);

  return pact_library_get_obstacle (_pact_workspace_get_library (self));
}

/**
 * pact_workspace_get_notice:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): a sentence that the person has to be told of how the library was opened
 */
const char *
pact_workspace_get_notice (PactWorkspace *self)
{
  g_return_val_if_fail (PACT_IS_WORKSPACE (self), NULL);

  return pact_library_get_notice (_pact_workspace_get_library (self));
}

/**
 * pact_workspace_check:
 * @self: a workspace
 * @problems: (out) (element-type utf8): sentences, one a problem; empty if the library is sound
 * @error: return location for an error
 *
 * Returns: whether the library could be examined; %FALSE with @error set to an error of %PACT_STORE_ERROR
 */
gboolean
pact_workspace_check (PactWorkspace *self,
                      GPtrArray **problems,
                      GError **error)
{
  g_return_val_if_fail (PACT_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (problems != NULL, FALSE);

  return pact_library_check (_pact_workspace_get_library (self), problems, error);
}

/**
 * pact_workspace_list_remarks:
 * @self: a workspace
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type utf8): sentences about what is no damage, but differs from what this
 *   version writes; or %NULL with @error set to an error of %PACT_STORE_ERROR
 */
GPtrArray *
pact_workspace_list_remarks (PactWorkspace *self,
                             GError **error)
{
  g_return_val_if_fail (PACT_IS_WORKSPACE (self), NULL);

  return pact_library_list_remarks (_pact_workspace_get_library (self), error);
}

/**
 * pact_workspace_repair:
 * @self: a workspace
 * @problems: (out) (element-type utf8): what is still wrong after that
 * @error: return location for an error
 *
 * Makes anew all that can be derived from the plans, after a backup.
 *
 * Returns: whether that worked; %FALSE with @error set, the library being as it was
 */
gboolean
pact_workspace_repair (PactWorkspace *self,
                       GPtrArray **problems,
                       GError **error)
{
  PactLibrary *library;
  g_autoptr (PactBackup) backup = NULL;

  g_return_val_if_fail (PACT_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (problems != NULL, FALSE);

  library = _pact_workspace_get_library (self);
  backup = pact_backups_make (pact_library_get_path (library), PACT_BACKUP_REPAIR, NULL, error);

  return backup != NULL && pact_library_repair (library, problems, error) && pact_workspace_refresh (self, error);
}

/**
 * pact_workspace_restore_plan:
 * @self: a workspace
 * @backup: a backup that is open
 * @plan_uuid: a plan in @backup
 * @as_copy: whether everything gets new UUIDs, so that the plan can stand beside what has become of it
 * @error: return location for an error
 *
 * Brings one plan back as it was, without its history.
 *
 * Returns: (transfer full) (nullable): the plan's UUID, or %NULL with @error set to %PACT_EDIT_ERROR_EXISTS or an error of
 *   %PACT_STORE_ERROR, nothing being changed
 */
char *
pact_workspace_restore_plan (PactWorkspace *self,
                             PactWorkspace *backup,
                             const char *plan_uuid,
                             gboolean as_copy,
                             GError **error)
{
  g_autoptr (GPtrArray) records = NULL;

  g_return_val_if_fail (PACT_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (PACT_IS_WORKSPACE (backup), NULL);
  g_return_val_if_fail (plan_uuid != NULL, NULL);

  records = pact_library_load (_pact_workspace_get_library (backup), plan_uuid, error);
  if (records == NULL)
    return NULL;
  if (as_copy)
    pact_records_renew_uuids (records);
  if (!_pact_library_add_plan (_pact_workspace_get_library (self), records, "import", _pact_workspace_get_author (self), NULL,
                               NULL, error) ||
      !pact_workspace_refresh (self, error))
    return NULL;

  return g_strdup (((PactRecord *) g_ptr_array_index (records, 0))->uuid);
}
