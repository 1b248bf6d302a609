/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-workspace-care"

#include "config.h"

#include "pact-job-private.h"
#include "pact-workspace-private.h"

/* Whether the library is sound, whether it may be written, and how what was lost comes back. */

/**
 * pact_error_is_damage:
 * @error: (nullable): why something failed
 *
 * Returns: whether the library is damaged, so that it is to be repaired or a backup is to be restored
 */
gboolean
pact_error_is_damage (const GError *error)
{
  return g_error_matches (error, PACT_DB_ERROR, PACT_DB_ERROR_CORRUPT);
}

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

  return pact_db_get_obstacle (_pact_workspace_get_db (self));
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

  return pact_db_get_notice (_pact_workspace_get_db (self));
}

/**
 * pact_workspace_check:
 * @self: a workspace
 * @problems: (out) (element-type utf8): sentences, one a problem; empty if the library is sound
 * @error: return location for an error
 *
 * Returns: whether the library could be examined; %FALSE with @error set to an error of %PACT_DB_ERROR
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
 *   version writes; or %NULL with @error set to an error of %PACT_DB_ERROR
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
  if (!pact_db_check_repairable (pact_library_get_db (library), error))
    return FALSE;
  backup = pact_backups_make (pact_db_get_path (pact_library_get_db (library)), PACT_BACKUP_REPAIR, NULL, error);
  if (backup == NULL || !pact_library_repair (library, problems, error))
    return FALSE;

  return pact_workspace_refresh (self, error);
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
 * Returns: (transfer full) (nullable): the plan's UUID, or %NULL with @error set to %PACT_WORK_ERROR_EXISTS or an error of
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
    _pact_records_become_copy (records, NULL);
  if (!_pact_library_add_plan (_pact_workspace_get_library (self), records, "import", _pact_workspace_get_author (self), NULL,
                               NULL, NULL, error)
      || !pact_workspace_refresh (self, error))
    return NULL;

  return g_strdup (((PactRecord *) g_ptr_array_index (records, 0))->uuid);
}

/**
 * pact_workspace_check_later:
 * @self: a workspace
 *
 * Lets the library be written before it was looked through. Whoever calls this calls pact_workspace_look_through_async() soon.
 */
void
pact_workspace_check_later (PactWorkspace *self)
{
  g_return_if_fail (PACT_IS_WORKSPACE (self));

  pact_db_check_later (_pact_workspace_get_db (self));
}

/* What is looked through on a thread of its own. */
typedef struct
{
  char *path;
  PactJob *job; /* (nullable) */
} Look;

static void
look_free (Look *look)
{
  g_free (look->path);
  g_clear_object (&look->job);
  g_free (look);
}

/* What this program left in order is looked at quickly, what a crash or somebody else left in full. */
static void
look_through_thread (GTask *task,
                     gpointer source,
                     gpointer data,
                     GCancellable *cancellable)
{
  const Look *look = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (PactLibrary) library =
    pact_library_open (look->path, pact_model_get_default (), PACT_DB_READ_ONLY, &error);
  gboolean looked = FALSE;

  if (library != NULL)
    _pact_job_attend (look->job, pact_library_get_db (library));
  if (library != NULL && pact_db_is_known_sound (pact_library_get_db (library)))
    looked = pact_library_check_quickly (library, &problems, &error);
  else if (library != NULL)
    looked = pact_library_check (library, &problems, &error);
  if (looked)
    g_task_return_boolean (task, problems->len == 0);
  else
    g_task_return_error (task, error);
}

/**
 * pact_workspace_look_through_async:
 * @self: a workspace
 * @job: (nullable): what the person is told of it
 * @callback: called on the main thread when done
 * @user_data: for @callback
 *
 * Looks for damage in the background: quickly, or in full if it is not known that this program left the library in order.
 */
void
pact_workspace_look_through_async (PactWorkspace *self,
                                   PactJob *job,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Look *look;

  g_return_if_fail (PACT_IS_WORKSPACE (self));

  task = g_task_new (self, pact_job_get_cancellable (job), callback, user_data);
  look = g_new0 (Look, 1);
  look->path = g_strdup (pact_workspace_get_path (self));
  look->job = job != NULL ? g_object_ref (job) : NULL;
  g_task_set_task_data (task, look, (GDestroyNotify) look_free);
  pact_job_run (job, task, look_through_thread);
}

/**
 * pact_workspace_look_through_finish:
 * @self: a workspace
 * @result: what the callback was handed
 * @error: return location for an error
 *
 * Where damage was found, the library accepts nothing new from now on, and PactWorkspace::obstacle-changed is emitted.
 *
 * Returns: whether nothing was found; %FALSE without @error set if something was, and with it set to %G_IO_ERROR_CANCELLED if
 *   it was stopped
 */
gboolean
pact_workspace_look_through_finish (PactWorkspace *self,
                                    GAsyncResult *result,
                                    GError **error)
{
  g_autoptr (GError) failure = NULL;
  gboolean is_sound;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  is_sound = g_task_propagate_boolean (G_TASK (result), &failure);
  if (!is_sound && (failure == NULL || g_error_matches (failure, PACT_DB_ERROR, PACT_DB_ERROR_CORRUPT)))
    {
      pact_db_set_damaged (_pact_workspace_get_db (self));
      return FALSE;
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return is_sound;
}
