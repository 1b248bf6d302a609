/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-workspace-files"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-exchange.h"
#include "pact-job-private.h"
#include "pact-json.h"
#include "pact-output.h"
#include "pact-review.h"
#include "pact-workspace-private.h"

/* Plans as files: export, import, backup; at once, and in a thread with a connection of its own. */

/**
 * pact_file_find_path:
 * @file: a file that a person has chosen
 * @error: return location for an error
 *
 * What lies elsewhere is never fetched or sent: the program works without a network.
 *
 * Returns: (nullable): its path, or %NULL with @error set to %PACT_WORK_ERROR_FILE if it is not on this computer
 */
const char *
pact_file_find_path (GFile *file,
                      GError **error)
{
  const char *path = g_file_is_native (file) ? g_file_peek_path (file) : NULL;
  g_autofree char *name = NULL;

  if (path != NULL)
    return path;
  name = g_file_get_parse_name (file);
  /* Translators: %s is an address, such as “https://example.org/plan.json”. */
  g_set_error (error, PACT_WORK_ERROR, PACT_WORK_ERROR_FILE,
               _("“%s” is not on this computer. Only files on this computer are read and written: save it here first."), name);

  return NULL;
}

/**
 * pact_read_file:
 * @file: a file
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its content, or %NULL with @error set to %PACT_WORK_ERROR_FILE if
 *   it cannot be read, is not on this computer or is larger than %PACT_JSON_MAX_BYTES
 */
GBytes *
pact_read_file (GFile *file,
                GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (65536);
  gssize n_read = 0;

  if (pact_file_find_path (file, error) == NULL)
    return NULL;
  stream = g_file_read (file, NULL, &cause);
  while (stream != NULL
         && (n_read = g_input_stream_read (G_INPUT_STREAM (stream), buffer, 65536, NULL, &cause)) > 0)
    {
      g_byte_array_append (content, buffer, n_read);
      if (content->len > PACT_JSON_MAX_BYTES)
        {
          g_autofree char *name = g_file_get_parse_name (file);

          g_set_error (error, PACT_WORK_ERROR, PACT_WORK_ERROR_FILE,
                       _("The file “%s” is larger than 64 MiB, the most that is read."), name);
          return NULL;
        }
    }
  if (stream == NULL || n_read < 0)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      g_set_error (error, PACT_WORK_ERROR, PACT_WORK_ERROR_FILE, _("The file “%1$s” cannot be read: %2$s"), name,
                   cause->message);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

static gboolean
fail_to_write (const char *path,
               const GError *cause,
               GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, PACT_WORK_ERROR, PACT_WORK_ERROR_FILE, _("The file “%1$s” cannot be written: %2$s"), name,
               cause->message);

  return FALSE;
}

static gboolean
write_file (const char *path,
            guint mode,
            GBytes *bytes,
            GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (PactOutput) output = pact_output_new (path, mode, &cause);

  return (output != NULL && pact_output_write (output, bytes, &cause) && pact_output_commit (output, &cause))
         || fail_to_write (path, cause, error);
}

/**
 * pact_write_file:
 * @file: a file on this computer
 * @bytes: what it shall contain
 * @error: return location for an error
 *
 * Writes a file whole, see #PactOutput.
 *
 * Returns: whether it was written; %FALSE with @error set to %PACT_WORK_ERROR_FILE, an older file being untouched
 */
gboolean
pact_write_file (GFile *file,
                 GBytes *bytes,
                 GError **error)
{
  const char *path;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  path = pact_file_find_path (file, error);

  return path != NULL && write_file (path, PACT_OUTPUT_PUBLIC, bytes, error);
}

/* What a person chose to be written may be the library itself. */
static gboolean
check_target (PactLibrary *library,
              const char *path,
              gboolean replaces_libraries,
              GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (pact_db_check_target (pact_library_get_db (library), path, replaces_libraries, &cause))
    return TRUE;
  g_set_error_literal (error, PACT_WORK_ERROR, PACT_WORK_ERROR_FILE, cause->message);

  return FALSE;
}

/**
 * pact_workspace_owns_descriptor:
 * @self: a workspace
 * @descriptor: a descriptor, such as that of standard output
 *
 * Returns: whether what is written there would be written into the library, or into another one
 */
gboolean
pact_workspace_owns_descriptor (PactWorkspace *self,
                                int descriptor)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", descriptor);

  g_return_val_if_fail (PACT_IS_WORKSPACE (self), FALSE);

  return !pact_db_check_target (_pact_workspace_get_db (self), path, FALSE, NULL);
}

static gboolean
is_ready (PactPlan *plan,
          GError **error)
{
  g_autoptr (PactReview) review = pact_review_plan (plan);
  guint n_blocking = pact_review_count (review, PACT_FINDING_BLOCKING);

  if (n_blocking == 0)
    return TRUE;

  g_set_error (error, PACT_WORK_ERROR, PACT_WORK_ERROR_INCOMPLETE,
               ngettext ("The plan lacks %u required answer. It can be exported as a draft.",
                         "The plan lacks %u required answers. It can be exported as a draft.",
                         n_blocking),
               n_blocking);

  return FALSE;
}

/* Nobody here knows whether what is unknown is said of a person. */
static gboolean
has_personal_data (GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      const PactRecord *record = g_ptr_array_index (records, i);

      if (record->extra != NULL)
        return TRUE;
      for (gsize j = 0; j < record->kind->n_fields; j++)
        {
          if ((record->kind->fields[j].flags & PACT_FIELD_PERSONAL) && record->values[j] != NULL)
            return TRUE;
        }
    }

  return FALSE;
}

/* @receipt is set for an export for submission, and otherwise %NULL. */
static GBytes *
export_plan (PactLibrary *library,
             const char *plan_uuid,
             gboolean draft,
             gboolean withhold_personal,
             gboolean *is_personal,
             PactReceipt **receipt,
             GError **error)
{
  g_autoptr (GPtrArray) records = pact_library_load (library, plan_uuid, error);
  g_autoptr (PactPlan) plan = NULL;
  g_autoptr (PactReceipt) written = NULL;
  g_autoptr (GBytes) bytes = NULL;
  PactExportOptions options = { .draft = draft, .withhold_personal = withhold_personal };

  if (records == NULL)
    return NULL;
  *is_personal = !withhold_personal && has_personal_data (records);
  plan = pact_plan_new_take_records (pact_library_get_model (library), g_steal_pointer (&records), error);
  if (plan == NULL || (!draft && !is_ready (plan, error)))
    return NULL;
  if (!draft)
    {
      written = g_new0 (PactReceipt, 1);
      written->digest = pact_exchange_digest_plan (plan, withhold_personal);
      written->revision = options.revision = pact_plan_find_revision (plan, written->digest);
    }
  bytes = pact_exchange_write_plan (plan, &options, error);
  if (bytes != NULL && receipt != NULL)
    *receipt = g_steal_pointer (&written);

  return g_steal_pointer (&bytes);
}

static gboolean
export_to_file (PactLibrary *library,
                const char *plan_uuid,
                GFile *file,
                gboolean draft,
                gboolean withhold_personal,
                GCancellable *cancellable,
                PactReceipt **receipt,
                GError **error)
{
  const char *path = pact_file_find_path (file, error);
  g_autoptr (PactReceipt) written = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gboolean is_personal;

  if (path == NULL || !check_target (library, path, FALSE, error))
    return FALSE;
  bytes = export_plan (library, plan_uuid, draft, withhold_personal, &is_personal, &written, error);
  if (bytes == NULL || g_cancellable_set_error_if_cancelled (cancellable, error)
      || !write_file (path, is_personal ? PACT_OUTPUT_PRIVATE : PACT_OUTPUT_PUBLIC, bytes, error))
    return FALSE;
  if (receipt != NULL)
    *receipt = g_steal_pointer (&written);

  return TRUE;
}

/* Reads and checks the file before anything is written; what is written is one transaction. */
static GPtrArray *
import_plan (PactLibrary *library,
             GBytes *bytes,
             gboolean as_copy,
             const char *file,
             const char *author,
             PactAnswerFunc answer,
             gpointer answer_data,
             PactJob *job,
             GPtrArray **problems,
             GError **error)
{
  g_autoptr (GPtrArray) records = pact_exchange_read_plan (bytes, pact_library_get_model (library), problems, error);

  if (records == NULL)
    return NULL;
  if (as_copy)
    _pact_records_become_copy (records, file);

  if (!_pact_library_add_plan (library, records, "import", author, answer, answer_data, job, error))
    return NULL;

  return g_steal_pointer (&records);
}

/**
 * pact_workspace_export:
 * @self: a workspace
 * @plan_uuid: a plan
 * @draft: whether the file says that it is a draft; otherwise everything a submission needs must be there
 * @withhold_personal: whether fields with personal data are left out
 * @receipt: (out) (optional) (nullable): what is to be recorded of an export for submission once it is written; %NULL for
 *   a draft
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the exchange file, or %NULL with @error set to
 *   %PACT_WORK_ERROR_INCOMPLETE or an error of %PACT_DB_ERROR
 */
GBytes *
pact_workspace_export (PactWorkspace *self,
                       const char *plan_uuid,
                       gboolean draft,
                       gboolean withhold_personal,
                       PactReceipt **receipt,
                       GError **error)
{
  gboolean is_personal;

  g_return_val_if_fail (PACT_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (plan_uuid != NULL, NULL);

  return export_plan (_pact_workspace_get_library (self), plan_uuid, draft, withhold_personal, &is_personal, receipt, error);
}

/**
 * pact_workspace_export_to_file:
 * @self: a workspace
 * @plan_uuid: a plan
 * @file: where to write it, see #PactOutput; a new file with personal data is readable for its owner alone
 * @draft: whether the file says that it is a draft; otherwise everything a submission needs must be there
 * @withhold_personal: whether fields with personal data are left out
 * @receipt: (out) (optional) (nullable): what is to be recorded of an export for submission; %NULL for a draft
 * @error: return location for an error
 *
 * Returns: whether it was written; %FALSE with @error set to %PACT_WORK_ERROR_FILE, also if @file is a library or
 *   belongs to one, or as pact_workspace_export()
 */
gboolean
pact_workspace_export_to_file (PactWorkspace *self,
                               const char *plan_uuid,
                               GFile *file,
                               gboolean draft,
                               gboolean withhold_personal,
                               PactReceipt **receipt,
                               GError **error)
{
  g_return_val_if_fail (PACT_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (plan_uuid != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  return export_to_file (_pact_workspace_get_library (self), plan_uuid, file, draft, withhold_personal, NULL, receipt, error);
}

/**
 * pact_workspace_import:
 * @self: a workspace
 * @bytes: an exchange file
 * @as_copy: whether everything gets new UUIDs
 * @file: (nullable): the name of the file as people see it, which a copy is told apart by
 * @problems: (out) (optional) (element-type PactProblem): what is wrong with the file, set if it is not imported
 * @error: return location for an error
 *
 * Imports a plan, or changes nothing.
 *
 * Returns: (transfer full) (nullable) (element-type PactRecord): the plan's records, the plan itself first; or %NULL
 *   with @error set to an error of %PACT_EXCHANGE_ERROR, %PACT_WORK_ERROR_EXISTS or an error of %PACT_DB_ERROR
 */
GPtrArray *
pact_workspace_import (PactWorkspace *self,
                       GBytes *bytes,
                       gboolean as_copy,
                       const char *file,
                       GPtrArray **problems,
                       GError **error)
{
  g_autoptr (GPtrArray) records = NULL;
  PactAnswerFunc answer;
  gpointer data;

  g_return_val_if_fail (PACT_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  answer = _pact_workspace_get_answer (self, &data);
  records = import_plan (_pact_workspace_get_library (self), bytes, as_copy, file, _pact_workspace_get_author (self), answer,
                         data, NULL, problems, error);
  if (records == NULL || !pact_workspace_refresh (self, error))
    return NULL;

  return g_steal_pointer (&records);
}

/**
 * pact_workspace_backup:
 * @self: a workspace
 * @path: the file to write; one that is there is replaced once the copy is whole
 * @error: return location for an error
 *
 * Returns: whether a whole copy of the library stands there; %FALSE with @error set to %PACT_WORK_ERROR_FILE if @path is
 *   a library that is in use, or to an error of %PACT_DB_ERROR
 */
gboolean
pact_workspace_backup (PactWorkspace *self,
                       const char *path,
                       GError **error)
{
  g_return_val_if_fail (PACT_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return check_target (_pact_workspace_get_library (self), path, TRUE, error)
         && pact_db_back_up (_pact_workspace_get_db (self), path, NULL, error);
}

/* What a worker needs to know; it opens the library for itself. */
typedef struct
{
  PactJob *job; /* (nullable) */
  char *library_path;
  char *plan_uuid;
  char *author;
  GFile *file;
  gboolean draft;
  gboolean withhold_personal;
  gboolean as_copy;
  GPtrArray *problems;
  PactReceipt *receipt;
} Errand;

static void
errand_free (Errand *errand)
{
  g_clear_object (&errand->job);
  g_free (errand->library_path);
  g_free (errand->plan_uuid);
  g_free (errand->author);
  g_clear_object (&errand->file);
  g_clear_pointer (&errand->problems, g_ptr_array_unref);
  g_clear_pointer (&errand->receipt, pact_receipt_free);
  g_free (errand);
}

static GTask *
errand_new (PactWorkspace *self,
         GFile *file,
         PactJob *job,
         GAsyncReadyCallback callback,
         gpointer user_data,
         Errand **errand)
{
  GTask *task = g_task_new (self, pact_job_get_cancellable (job), callback, user_data);

  *errand = g_new0 (Errand, 1);
  (*errand)->job = job != NULL ? g_object_ref (job) : NULL;
  (*errand)->library_path = g_strdup (pact_workspace_get_path (self));
  (*errand)->file = g_object_ref (file);
  g_task_set_task_data (task, *errand, (GDestroyNotify) errand_free);

  return task;
}

static gboolean
is_in_place (PactWorkspace *self)
{
  return pact_db_check_place (_pact_workspace_get_db (self), NULL);
}

static PactLibrary *
errand_open (Errand *errand,
             PactDbFlags flags,
             GError **error)
{
  PactLibrary *library = pact_library_open (errand->library_path, pact_model_get_default (), flags, error);

  if (library != NULL)
    pact_db_set_cancellable (pact_library_get_db (library), pact_job_get_cancellable (errand->job));

  return library;
}

static void
export_thread (GTask *task,
               gpointer source,
               gpointer data,
               GCancellable *cancellable)
{
  Errand *errand = data;
  GError *error = NULL;
  g_autoptr (PactLibrary) library = errand_open (errand, PACT_DB_READ_ONLY, &error);

  if (library == NULL || !export_to_file (library, errand->plan_uuid, errand->file, errand->draft, errand->withhold_personal,
                                          cancellable, &errand->receipt, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * pact_workspace_export_async:
 * @self: a workspace
 * @plan_uuid: a plan
 * @file: where to write it
 * @draft: whether the file says that it is a draft
 * @withhold_personal: whether fields with personal data are left out
 * @job: (nullable): what the person is told of it; cancelled before the file is written
 * @callback: called on the main thread when done
 * @user_data: for @callback
 *
 * Exports a plan in the background.
 */
void
pact_workspace_export_async (PactWorkspace *self,
                             const char *plan_uuid,
                             GFile *file,
                             gboolean draft,
                             gboolean withhold_personal,
                             PactJob *job,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Errand *errand;

  g_return_if_fail (PACT_IS_WORKSPACE (self));

  task = errand_new (self, file, job, callback, user_data, &errand);
  errand->plan_uuid = g_strdup (plan_uuid);
  errand->draft = draft;
  errand->withhold_personal = withhold_personal;
  /* What is not in its place any more nobody else can open. */
  if (!is_in_place (self))
    {
      GError *error = NULL;

      if (export_to_file (_pact_workspace_get_library (self), plan_uuid, file, draft, withhold_personal, pact_job_get_cancellable (job),
                          &errand->receipt, &error))
        g_task_return_boolean (task, TRUE);
      else
        g_task_return_error (task, error);
      return;
    }
  pact_job_run (job, task, export_thread);
}

/**
 * pact_workspace_export_finish:
 * @self: a workspace
 * @result: what the callback was handed
 * @receipt: (out) (optional) (nullable): what is to be recorded of an export for submission; %NULL for a draft
 * @error: return location for an error
 *
 * Returns: whether the file was written; otherwise as pact_workspace_export()
 */
gboolean
pact_workspace_export_finish (PactWorkspace *self,
                              GAsyncResult *result,
                              PactReceipt **receipt,
                              GError **error)
{
  Errand *errand;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  errand = g_task_get_task_data (G_TASK (result));
  if (receipt != NULL)
    *receipt = g_steal_pointer (&errand->receipt);

  return TRUE;
}

/* The window takes what a person points at, which may be a pipe that nobody will ever write to. The command line waits for one,
 * as programs there do. */
static gboolean
is_regular_file (GFile *file,
                 GError **error)
{
  GFileType type = g_file_is_native (file) ? g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) : G_FILE_TYPE_UNKNOWN;
  g_autofree char *name = NULL;

  /* What is not there, or not on this computer, is told by who tries to read it. */
  if (type == G_FILE_TYPE_REGULAR || type == G_FILE_TYPE_UNKNOWN)
    return TRUE;
  name = g_file_get_parse_name (file);
  g_set_error (error, PACT_WORK_ERROR, PACT_WORK_ERROR_FILE,
               _("“%s” is a folder, a pipe or a device. Choose the file of a plan."), name);

  return FALSE;
}

static void
import_thread (GTask *task,
               gpointer source,
               gpointer data,
               GCancellable *cancellable)
{
  Errand *errand = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = is_regular_file (errand->file, &error) ? pact_read_file (errand->file, &error) : NULL;
  g_autoptr (PactLibrary) library = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *base_name = g_file_get_basename (errand->file);
  g_autofree char *name = g_filename_display_name (base_name);

  if (bytes != NULL && !g_cancellable_set_error_if_cancelled (cancellable, &error))
    library = errand_open (errand, PACT_DB_DEFAULT, &error);
  if (library != NULL)
    records = import_plan (library, bytes, errand->as_copy, name, errand->author, NULL, NULL, errand->job, &errand->problems, &error);
  if (records == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_strdup (((PactRecord *) g_ptr_array_index (records, 0))->uuid), g_free);
}

/**
 * pact_workspace_import_async:
 * @self: a workspace
 * @file: an exchange file
 * @as_copy: whether everything gets new UUIDs
 * @job: (nullable): what the person is told of it; cancelled, nothing is imported
 * @callback: called on the main thread when done
 * @user_data: for @callback
 *
 * Imports a plan in the background.
 */
void
pact_workspace_import_async (PactWorkspace *self,
                             GFile *file,
                             gboolean as_copy,
                             PactJob *job,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GError) trouble = NULL;
  g_autoptr (GTask) task = NULL;
  Errand *errand;

  g_return_if_fail (PACT_IS_WORKSPACE (self));

  task = errand_new (self, file, job, callback, user_data, &errand);
  errand->as_copy = as_copy;
  errand->author = g_strdup (_pact_workspace_get_author (self));
  if (!pact_db_check_place (_pact_workspace_get_db (self), &trouble))
    {
      g_task_return_error (task, g_steal_pointer (&trouble));
      return;
    }
  pact_job_run (job, task, import_thread);
}

/**
 * pact_workspace_import_finish:
 * @self: a workspace
 * @result: what the callback was handed
 * @problems: (out) (optional) (nullable) (element-type PactProblem): what is wrong with the file
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the UUID of the imported plan, otherwise as pact_workspace_import()
 */
char *
pact_workspace_import_finish (PactWorkspace *self,
                              GAsyncResult *result,
                              GPtrArray **problems,
                              GError **error)
{
  g_autofree char *uuid = NULL;
  Errand *errand;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  errand = g_task_get_task_data (G_TASK (result));
  if (problems != NULL)
    *problems = g_steal_pointer (&errand->problems);
  uuid = g_task_propagate_pointer (G_TASK (result), error);
  if (uuid != NULL)
    pact_workspace_poll (self);

  return g_steal_pointer (&uuid);
}

static void
backup_thread (GTask *task,
               gpointer source,
               gpointer data,
               GCancellable *cancellable)
{
  Errand *errand = data;
  GError *error = NULL;
  const char *path = pact_file_find_path (errand->file, &error);
  g_autoptr (PactLibrary) library = path != NULL ? errand_open (errand, PACT_DB_READ_ONLY, &error) : NULL;

  if (library != NULL)
    _pact_job_attend (errand->job, pact_library_get_db (library));
  if (library == NULL || !pact_db_back_up (pact_library_get_db (library), path, cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * pact_workspace_backup_async:
 * @self: a workspace
 * @file: the file to write, on this computer; one that is there is replaced once the copy is whole
 * @job: (nullable): what the person is told of it; cancelled, nothing is left behind
 * @callback: called on the main thread when done
 * @user_data: for @callback
 *
 * Makes a whole copy of the library in the background.
 */
void
pact_workspace_backup_async (PactWorkspace *self,
                             GFile *file,
                             PactJob *job,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  Errand *errand;

  g_return_if_fail (PACT_IS_WORKSPACE (self));

  task = errand_new (self, file, job, callback, user_data, &errand);
  if (!is_in_place (self))
    {
      const char *path = pact_file_find_path (file, &error);

      if (path != NULL && pact_db_back_up (_pact_workspace_get_db (self), path, pact_job_get_cancellable (job), &error))
        g_task_return_boolean (task, TRUE);
      else
        g_task_return_error (task, error);
      return;
    }
  pact_job_run (job, task, backup_thread);
}

/**
 * pact_workspace_backup_finish:
 * @self: a workspace
 * @result: what the callback was handed
 * @error: return location for an error
 *
 * Returns: whether the copy was made; %FALSE with @error set to an error of %PACT_DB_ERROR
 */
gboolean
pact_workspace_backup_finish (PactWorkspace *self,
                              GAsyncResult *result,
                              GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
