/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-workspace-jobs"

#include "config.h"

#include "pact-workspace-private.h"

/* What takes long with large plans, on threads of their own, each with its own connection to the library. A job that is
 * cancelled or fails takes back all that it has written. */

/* What the work needs to know. */
typedef struct
{
  PactJob *job; /* (nullable) */
  char *library_path;
  char *author;
  GStrv plan_uuids; /* (nullable) */
  guint n_edits;
  guint max_days;
} Errand;

static void
errand_free (Errand *errand)
{
  g_clear_object (&errand->job);
  g_free (errand->library_path);
  g_free (errand->author);
  g_strfreev (errand->plan_uuids);
  g_free (errand);
}

static GTask *
errand_new (PactWorkspace *self,
            PactJob *job,
            GAsyncReadyCallback callback,
            gpointer user_data,
            Errand **errand)
{
  GTask *task = g_task_new (self, pact_job_get_cancellable (job), callback, user_data);

  *errand = g_new0 (Errand, 1);
  (*errand)->job = job != NULL ? g_object_ref (job) : NULL;
  (*errand)->library_path = g_strdup (pact_workspace_get_path (self));
  (*errand)->author = g_strdup (_pact_workspace_get_author (self));
  g_task_set_task_data (task, *errand, (GDestroyNotify) errand_free);

  return task;
}

/* What is not in its place any more nobody else can open; whoever wants to write it is told so. */
static void
run (PactWorkspace *self,
     GTask *task,
     GTaskThreadFunc func)
{
  Errand *errand = g_task_get_task_data (task);
  GError *error = NULL;

  if (pact_db_check_place (_pact_workspace_get_db (self), &error))
    pact_job_run (errand->job, task, func);
  else
    g_task_return_error (task, error);
}

static PactLibrary *
errand_open (Errand *errand,
             GError **error)
{
  PactLibrary *library = pact_library_open (errand->library_path, pact_model_get_default (), PACT_DB_DEFAULT, error);

  if (library != NULL)
    pact_db_set_cancellable (pact_library_get_db (library), pact_job_get_cancellable (errand->job));

  return library;
}

/* The plan is another one from now on, without what happened to the first. */
static void
become_duplicate (GPtrArray *records)
{
  g_autofree char *now = pact_timestamp_now ();

  for (guint i = records->len; i > 0; i--)
    {
      PactRecord *record = g_ptr_array_index (records, i - 1);

      if (record->kind->flags & PACT_KIND_OF_THIS_PLAN)
        {
          g_ptr_array_remove_index (records, i - 1);
          continue;
        }
      g_free (record->modified);
      record->modified = g_strdup (now);
    }
  _pact_records_become_copy (records, NULL);
  pact_record_set (g_ptr_array_index (records, 0), "state", "drafting");
}

static void
duplicate_thread (GTask *task,
                  gpointer source,
                  gpointer data,
                  GCancellable *cancellable)
{
  Errand *errand = data;
  GError *error = NULL;
  g_autoptr (PactLibrary) library = errand_open (errand, &error);
  g_autoptr (GPtrArray) records = library != NULL ? pact_library_load (library, errand->plan_uuids[0], &error) : NULL;

  if (records != NULL)
    become_duplicate (records);
  if (records == NULL || !_pact_library_add_plan (library, records, "create", errand->author, NULL, NULL, errand->job, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_strdup (((PactRecord *) g_ptr_array_index (records, 0))->uuid), g_free);
}

/**
 * pact_workspace_duplicate_async:
 * @self: a workspace
 * @plan_uuid: a plan
 * @job: (nullable): what the person is told of it
 * @callback: called on the main thread when done
 * @user_data: for @callback
 *
 * Makes a copy of a plan in the background, without its history and its submissions.
 */
void
pact_workspace_duplicate_async (PactWorkspace *self,
                                const char *plan_uuid,
                                PactJob *job,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Errand *errand;

  g_return_if_fail (PACT_IS_WORKSPACE (self));
  g_return_if_fail (plan_uuid != NULL);

  task = errand_new (self, job, callback, user_data, &errand);
  errand->plan_uuids = g_strdupv ((char *[]){ (char *) plan_uuid, NULL });
  run (self, task, duplicate_thread);
}

/**
 * pact_workspace_duplicate_finish:
 * @self: a workspace
 * @result: what the callback was handed
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the UUID of the copy; or %NULL with @error set to an error of %PACT_DB_ERROR or to
 *   %G_IO_ERROR_CANCELLED, nothing being there then
 */
char *
pact_workspace_duplicate_finish (PactWorkspace *self,
                                 GAsyncResult *result,
                                 GError **error)
{
  g_autofree char *uuid = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  uuid = g_task_propagate_pointer (G_TASK (result), error);
  if (uuid != NULL)
    pact_workspace_poll (self);

  return g_steal_pointer (&uuid);
}

static void
purge_thread (GTask *task,
              gpointer source,
              gpointer data,
              GCancellable *cancellable)
{
  Errand *errand = data;
  GError *error = NULL;
  g_autoptr (PactLibrary) library = errand_open (errand, &error);
  guint n_plans = g_strv_length (errand->plan_uuids);
  gboolean is_purged = library != NULL;

  for (guint i = 0; is_purged && i < n_plans; i++)
    {
      is_purged = !g_cancellable_set_error_if_cancelled (cancellable, &error)
                  && pact_library_purge (library, errand->plan_uuids[i], &error);
      if (n_plans > 1)
        pact_job_set_progress (errand->job, (i + 1) / (double) n_plans);
    }
  if (is_purged)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * pact_workspace_purge_async:
 * @self: a workspace
 * @plan_uuids: (array zero-terminated=1): plans
 * @job: (nullable): what the person is told of it; cancelled, the plans that are left stay whole
 * @callback: called on the main thread when done
 * @user_data: for @callback
 *
 * Deletes plans and their history for good, in the background, one after the other.
 */
void
pact_workspace_purge_async (PactWorkspace *self,
                            const char *const *plan_uuids,
                            PactJob *job,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Errand *errand;

  g_return_if_fail (PACT_IS_WORKSPACE (self));
  g_return_if_fail (plan_uuids != NULL);

  task = errand_new (self, job, callback, user_data, &errand);
  errand->plan_uuids = g_strdupv ((char **) plan_uuids);
  run (self, task, purge_thread);
}

/**
 * pact_workspace_purge_finish:
 * @self: a workspace
 * @result: what the callback was handed
 * @error: return location for an error
 *
 * Returns: whether all of them are gone; %FALSE with @error set to an error of %PACT_DB_ERROR or to %G_IO_ERROR_CANCELLED
 */
gboolean
pact_workspace_purge_finish (PactWorkspace *self,
                             GAsyncResult *result,
                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  /* Some may be gone even if others are not. */
  pact_workspace_poll (self);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
thin_thread (GTask *task,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  Errand *errand = data;
  GError *error = NULL;
  g_autoptr (PactLibrary) library = errand_open (errand, &error);

  if (library != NULL
      && pact_journal_trim (pact_library_get_journal (library), errand->n_edits, errand->max_days, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * pact_workspace_thin_history_async:
 * @self: a workspace
 * @n_edits: how many edits of each plan are kept, however old they are
 * @max_days: for how many days more are kept
 * @job: (nullable): what the person is told of it
 * @callback: called on the main thread when done
 * @user_data: for @callback
 *
 * Forgets the oldest edits of each plan in the background, which can then not be undone any more.
 */
void
pact_workspace_thin_history_async (PactWorkspace *self,
                                   guint n_edits,
                                   guint max_days,
                                   PactJob *job,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Errand *errand;

  g_return_if_fail (PACT_IS_WORKSPACE (self));

  task = errand_new (self, job, callback, user_data, &errand);
  errand->n_edits = n_edits;
  errand->max_days = max_days;
  run (self, task, thin_thread);
}

/**
 * pact_workspace_thin_history_finish:
 * @self: a workspace
 * @result: what the callback was handed
 * @error: return location for an error
 *
 * Returns: whether it was thinned; %FALSE with @error set to an error of %PACT_DB_ERROR
 */
gboolean
pact_workspace_thin_history_finish (PactWorkspace *self,
                                    GAsyncResult *result,
                                    GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
