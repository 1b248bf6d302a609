/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-backup-shelf"

#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "pact-backup-private.h"
#include "pact-job-private.h"
#include "pact-library.h"

/* The backups of a library: finding, making, thinning and restoring them; at once, and in a thread. */

#define KEY_FAILURE "BackupFailure"

/* As they stand in the names of the files. They never change. */
static const char *const reasons[] = {
  [PACT_BACKUP_DAILY] = "daily",
  [PACT_BACKUP_BY_HAND] = "manual",
  [PACT_BACKUP_MIGRATION] = "migration",
  [PACT_BACKUP_PURGE] = "purge",
  [PACT_BACKUP_REPAIR] = "repair",
};

static char *
resolve (const char *library)
{
  g_autofree char *own = library == NULL ? pact_library_get_default_path () : NULL;
  char *path = realpath (library != NULL ? library : own, NULL);

  /* Names are made of where the file is, whatever links lead there. */
  return path != NULL ? path : g_canonicalize_filename (library != NULL ? library : own, NULL);
}

/**
 * pact_backups_get_folder:
 * @library: (nullable): the path of a library, %NULL for the user's own
 *
 * Returns: (transfer full): the folder of its backups
 */
char *
pact_backups_get_folder (const char *library)
{
  g_autofree char *path = resolve (library);

  return pact_library_get_backup_folder (path);
}

/**
 * pact_backups_set_folder:
 * @library: (nullable): the path of a library, %NULL for the user's own
 * @folder: (nullable): where its backups are kept from now on, %NULL for the folder beside it
 *
 * Those that were made before stay where they are.
 */
void
pact_backups_set_folder (const char *library,
                         const char *folder)
{
  g_autofree char *path = resolve (library);

  pact_library_set_backup_folder (path, folder);
}

/**
 * pact_backups_get_failure:
 * @library: (nullable): the path of a library, %NULL for the user's own
 *
 * Returns: (transfer full) (nullable): why the last backup was not made; %NULL if it was
 */
char *
pact_backups_get_failure (const char *library)
{
  g_autofree char *path = resolve (library);

  return pact_db_get_state (path, KEY_FAILURE);
}

static PactBackup *
read_entry (const char *path,
            const char *folder,
            const char *name)
{
  g_autofree char *reason = NULL;
  g_autofree char *full = g_build_filename (folder, name, NULL);
  gboolean is_own = FALSE;
  g_autoptr (GDateTime) made = pact_library_read_backup_name (path, name, &reason, &is_own);

  for (guint i = 0; made != NULL && i < G_N_ELEMENTS (reasons); i++)
    {
      if (g_str_equal (reason, reasons[i]))
        return pact_backup_new (full, made, (PactBackupReason) i, is_own);
    }

  return NULL;
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  return g_date_time_compare (pact_backup_get_made (*(PactBackup *const *) b), pact_backup_get_made (*(PactBackup *const *) a));
}

/* Finds the backups by their names. */
static GPtrArray *
find_backups (const char *path,
              GError **error)
{
  g_autofree char *folder = pact_library_get_backup_folder (path);
  g_autoptr (GPtrArray) backups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) failure = NULL;
  g_autoptr (GDir) directory = g_dir_open (folder, 0, &failure);
  const char *name;

  if (directory == NULL && !g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      PactBackup *backup = read_entry (path, folder, name);

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_newest_first);

  return g_steal_pointer (&backups);
}

/**
 * pact_backups_list:
 * @library: (nullable): the path of a library, %NULL for the user's own; it need not be readable
 * @error: return location for an error
 *
 * Finds the backups of a library and of those that had its name, and looks into them.
 *
 * Returns: (transfer full) (nullable) (element-type PactBackup): the backups, the newest first; or %NULL with @error set if
 *   their folder cannot be read
 */
GPtrArray *
pact_backups_list (const char *library,
                   GError **error)
{
  g_autofree char *path = resolve (library);
  g_autoptr (GPtrArray) backups = find_backups (path, error);

  if (backups == NULL)
    return NULL;
  for (guint i = 0; i < backups->len; i++)
    _pact_backup_look_inside (g_ptr_array_index (backups, i));

  return g_steal_pointer (&backups);
}

static PactBackup *
find_newest_own (const char *path)
{
  g_autoptr (GPtrArray) backups = find_backups (path, NULL);

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    {
      if (pact_backup_is_own (g_ptr_array_index (backups, i)))
        return g_object_ref (g_ptr_array_index (backups, i));
    }

  return NULL;
}

static gboolean
has_changed_since (const char *path,
                   gint64 time)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf status;

  return (g_stat (path, &status) == 0 && status.st_mtime > time)
         || (g_stat (log, &status) == 0 && status.st_size > 0 && status.st_mtime > time);
}

/**
 * pact_backups_are_due:
 * @library: (nullable): the path of a library, %NULL for the user's own
 * @now: the time, in the zone whose days count
 *
 * Returns: whether no backup was made today, and the library has changed since the last one
 */
gboolean
pact_backups_are_due (const char *library,
                      GDateTime *now)
{
  g_autofree char *path = resolve (library);
  g_autoptr (PactBackup) newest = find_newest_own (path);
  g_autoptr (GDateTime) made = NULL;

  g_return_val_if_fail (now != NULL, FALSE);

  if (newest == NULL)
    return TRUE;
  made = g_date_time_to_timezone (pact_backup_get_made (newest), g_date_time_get_timezone (now));
  if (g_date_time_get_year (made) == g_date_time_get_year (now)
      && g_date_time_get_day_of_year (made) == g_date_time_get_day_of_year (now))
    return FALSE;

  return has_changed_since (path, g_date_time_to_unix (made));
}

/* Backups of another library that had the same name are left alone. */
static void
thin (const char *path)
{
  g_autoptr (GPtrArray) backups = find_backups (path, NULL);
  g_autoptr (GPtrArray) superfluous = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  for (guint i = backups != NULL ? backups->len : 0; i > 0; i--)
    {
      if (!pact_backup_is_own (g_ptr_array_index (backups, i - 1)))
        g_ptr_array_remove_index (backups, i - 1);
    }
  if (backups == NULL)
    return;
  superfluous = pact_backups_find_superfluous (backups, now);
  for (guint i = 0; i < superfluous->len; i++)
    {
      if (g_unlink (pact_backup_get_path (g_ptr_array_index (superfluous, i))) != 0)
        g_info ("An old backup was not deleted: %s", pact_backup_get_path (g_ptr_array_index (superfluous, i)));
    }
}

static char *
make (const char *path,
      PactBackupReason reason,
      PactJob *job,
      GError **error)
{
  g_autoptr (PactLibrary) source = pact_library_open (path, pact_model_get_default (), PACT_DB_READ_ONLY, error);

  if (source == NULL)
    return NULL;
  _pact_job_attend (job, pact_library_get_db (source));
  if (reason == PACT_BACKUP_REPAIR)
    pact_db_set_damaged (pact_library_get_db (source));

  return pact_library_back_up (source, reasons[reason], pact_job_get_cancellable (job), error);
}

/**
 * pact_backups_make:
 * @library: (nullable): the path of a library, %NULL for the user's own
 * @reason: why
 * @job: (nullable): what the person is told of it; cancelled, no backup is left
 * @error: return location for an error
 *
 * Makes a backup, looks it through, and deletes those that are not needed any more. Why it was not made is kept for
 * pact_backups_get_failure().
 *
 * Returns: (transfer full) (nullable): the backup; or %NULL with @error set
 */
PactBackup *
pact_backups_make (const char *library,
                   PactBackupReason reason,
                   PactJob *job,
                   GError **error)
{
  g_autofree char *path = resolve (library);
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *backup = NULL;
  g_autofree char *known = NULL;
  g_autoptr (GError) failure = NULL;

  backup = make (path, reason, job, &failure);
  known = pact_db_get_state (path, KEY_FAILURE);
  if (!g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      && g_strcmp0 (known, failure != NULL ? failure->message : NULL) != 0)
    pact_db_set_state (path, KEY_FAILURE, failure != NULL ? failure->message : NULL);
  if (backup == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  thin (path);
  folder = g_path_get_dirname (backup);
  name = g_path_get_basename (backup);

  return read_entry (path, folder, name);
}

/**
 * pact_backups_restore:
 * @library: (nullable): the path of a library, %NULL for the user's own; nobody must have it open
 * @backup: the path of a backup of it
 * @job: (nullable): what the person is told of it; cancelled, the library stays as it was
 * @aside: (out) (optional) (nullable): where the library is now that was there before
 * @error: return location for an error
 *
 * Puts a backup in the place of the library, after looking it through. What was there is kept.
 *
 * Returns: whether that worked; %FALSE with @error set, the library being as it was
 */
gboolean
pact_backups_restore (const char *library,
                      const char *backup,
                      PactJob *job,
                      char **aside,
                      GError **error)
{
  g_autofree char *path = resolve (library);
  PactWatch watch = { pact_job_get_cancellable (job), _pact_job_progress_cb, job };

  g_return_val_if_fail (backup != NULL, FALSE);

  return pact_library_restore (path, backup, pact_model_get_default (), &watch, aside, error);
}

/* What a worker needs to know. */
typedef struct
{
  char *library;
  char *backup;
  PactBackupReason reason;
  PactJob *job; /* (nullable) */
} Errand;

static void
errand_free (Errand *errand)
{
  g_free (errand->library);
  g_free (errand->backup);
  g_clear_object (&errand->job);
  g_free (errand);
}

static GTask *
errand_new (const char *library,
            const char *backup,
            PactBackupReason reason,
            PactJob *job,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Errand *errand = g_new0 (Errand, 1);

  errand->library = g_strdup (library);
  errand->backup = g_strdup (backup);
  errand->reason = reason;
  errand->job = job != NULL ? g_object_ref (job) : NULL;
  g_task_set_task_data (task, errand, (GDestroyNotify) errand_free);

  return task;
}

static void
list_thread (GTask *task,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  Errand *errand = data;
  GError *error = NULL;
  GPtrArray *backups = pact_backups_list (errand->library, &error);

  if (backups != NULL)
    g_task_return_pointer (task, backups, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * pact_backups_list_async:
 * @library: (nullable): the path of a library, %NULL for the user's own
 * @cancellable: (nullable): to stop
 * @callback: called on the main thread when done
 * @user_data: for @callback
 *
 * As pact_backups_list(), in the background.
 */
void
pact_backups_list_async (const char *library,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = errand_new (library, NULL, PACT_BACKUP_BY_HAND, NULL, cancellable, callback, user_data);

  g_task_run_in_thread (task, list_thread);
}

/**
 * pact_backups_list_finish:
 * @result: what the callback was handed
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type PactBackup): as pact_backups_list()
 */
GPtrArray *
pact_backups_list_finish (GAsyncResult *result,
                          GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
make_thread (GTask *task,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  Errand *errand = data;
  GError *error = NULL;
  PactBackup *backup = pact_backups_make (errand->library, errand->reason, errand->job, &error);

  if (backup != NULL)
    g_task_return_pointer (task, backup, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * pact_backups_make_async:
 * @library: (nullable): the path of a library, %NULL for the user's own
 * @reason: why
 * @job: (nullable): what the person is told of it; cancelled, no backup is left
 * @callback: called on the main thread when done
 * @user_data: for @callback
 *
 * As pact_backups_make(), in the background.
 */
void
pact_backups_make_async (const char *library,
                         PactBackupReason reason,
                         PactJob *job,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = errand_new (library, NULL, reason, job, pact_job_get_cancellable (job), callback, user_data);

  pact_job_run (job, task, make_thread);
}

/**
 * pact_backups_make_finish:
 * @result: what the callback was handed
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): as pact_backups_make()
 */
PactBackup *
pact_backups_make_finish (GAsyncResult *result,
                          GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
restore_thread (GTask *task,
                gpointer source,
                gpointer data,
                GCancellable *cancellable)
{
  Errand *errand = data;
  GError *error = NULL;
  char *aside = NULL;

  if (pact_backups_restore (errand->library, errand->backup, errand->job, &aside, &error))
    g_task_return_pointer (task, aside, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * pact_backups_restore_async:
 * @library: (nullable): the path of a library, %NULL for the user's own; nobody must have it open
 * @backup: the path of a backup of it
 * @job: (nullable): what the person is told of it; cancelled, the library stays as it was
 * @callback: called on the main thread when done
 * @user_data: for @callback
 *
 * As pact_backups_restore(), in the background.
 */
void
pact_backups_restore_async (const char *library,
                            const char *backup,
                            PactJob *job,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = errand_new (library, backup, PACT_BACKUP_BY_HAND, job, pact_job_get_cancellable (job), callback, user_data);

  /* What has been done is told, also if somebody wanted to stop it too late. */
  g_task_set_check_cancellable (task, FALSE);
  pact_job_run (job, task, restore_thread);
}

/**
 * pact_backups_restore_finish:
 * @result: what the callback was handed
 * @aside: (out) (optional) (nullable): where the library is now that was there before
 * @error: return location for an error
 *
 * Returns: whether that worked
 */
gboolean
pact_backups_restore_finish (GAsyncResult *result,
                             char **aside,
                             GError **error)
{
  g_autofree char *old = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  old = g_task_propagate_pointer (G_TASK (result), error);
  if (g_task_had_error (G_TASK (result)))
    return FALSE;
  if (aside != NULL)
    *aside = g_steal_pointer (&old);

  return TRUE;
}
