/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-paper"

#include "config.h"

#include "pact-paper.h"
#include "pact-workspace.h"

typedef struct
{
  PactDocument *document; /* (nullable): for papers */
  GPtrArray *records;     /* (nullable): of the plan, for its data */
  PactReportOptions options;
  const PactReportFormat *format;
  GFile *file;
  PactJob *job;
} Paper;

static void
paper_free (gpointer data)
{
  Paper *paper = data;

  g_clear_object (&paper->document);
  g_clear_pointer (&paper->records, g_ptr_array_unref);
  g_clear_object (&paper->file);
  g_object_unref (paper->job);
  g_free (paper);
}

static void
progress_cb (guint done,
             guint total,
             gpointer data)
{
  pact_job_set_progress (data, (double) done / total);
}

static void
set_thread (GTask *task,
            gpointer source,
            gpointer data,
            GCancellable *cancellable)
{
  Paper *paper = data;
  GError *error = NULL;
  PactPages *pages = pact_pages_new (paper->document, progress_cb, paper->job, cancellable, &error);

  if (pages != NULL)
    g_task_return_pointer (task, pages, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
write_thread (GTask *task,
              gpointer source,
              gpointer data,
              GCancellable *cancellable)
{
  Paper *paper = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = pact_document_write (paper->document, paper->format, cancellable, &error);

  if (bytes != NULL && pact_write_file (paper->file, bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
write_data_thread (GTask *task,
                   gpointer source,
                   gpointer data,
                   GCancellable *cancellable)
{
  Paper *paper = data;
  GError *error = NULL;
  g_autoptr (PactPlan) plan = pact_plan_new_from_records (pact_model_get_default (), paper->records, &error);
  g_autoptr (GBytes) bytes = NULL;

  if (plan != NULL)
    bytes = pact_report_write (NULL, paper->format, plan, NULL, &paper->options, &error);
  if (bytes != NULL && !g_cancellable_set_error_if_cancelled (cancellable, &error) && pact_write_file (paper->file, bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static GTask *
create_task (PactDocument *document,
             PactJob *job,
             GAsyncReadyCallback callback,
             gpointer user_data,
             Paper **paper)
{
  GTask *task = g_task_new (NULL, pact_job_get_cancellable (job), callback, user_data);

  *paper = g_new0 (Paper, 1);
  g_set_object (&(*paper)->document, document);
  (*paper)->job = g_object_ref (job);
  g_task_set_task_data (task, *paper, paper_free);

  return task;
}

/**
 * pact_paper_set_async:
 * @document: a document, which nobody changes any more
 * @job: what tells how far it is, and stops it
 * @callback: called on the main thread when done
 * @user_data: for @callback
 *
 * Sets a document as pages in the background, see pact_pages_new().
 */
void
pact_paper_set_async (PactDocument *document,
                      PactJob *job,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Paper *paper;

  g_return_if_fail (PACT_IS_DOCUMENT (document));
  g_return_if_fail (PACT_IS_JOB (job));

  task = create_task (document, job, callback, user_data, &paper);
  g_task_set_source_tag (task, pact_paper_set_async);
  pact_job_run (job, task, set_thread);
}

/**
 * pact_paper_set_finish:
 * @result: what the callback was handed
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the pages, or %NULL with @error set to %G_IO_ERROR_CANCELLED
 */
PactPages *
pact_paper_set_finish (GAsyncResult *result,
                       GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, pact_paper_set_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * pact_paper_write_async:
 * @document: a document, which nobody changes any more
 * @format: how to write it
 * @file: where to
 * @job: what tells of it, and stops it
 * @callback: called on the main thread when done
 * @user_data: for @callback
 *
 * Writes a document to a file in the background. A file that was there is replaced once the whole new one is on the disk.
 */
void
pact_paper_write_async (PactDocument *document,
                        const PactReportFormat *format,
                        GFile *file,
                        PactJob *job,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Paper *paper;

  g_return_if_fail (PACT_IS_DOCUMENT (document));
  g_return_if_fail (format != NULL);
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (PACT_IS_JOB (job));

  task = create_task (document, job, callback, user_data, &paper);
  g_task_set_source_tag (task, pact_paper_write_async);
  paper->format = format;
  paper->file = g_object_ref (file);
  pact_job_run (job, task, write_thread);
}

/**
 * pact_paper_write_data_async:
 * @plan: a plan, as it is now
 * @format: a form that has the data of a plan, see #PactReportFormat.is_of_plan
 * @options: what is left out
 * @file: where to
 * @job: what tells of it, and stops it
 * @callback: called on the main thread when done, see pact_paper_write_finish()
 * @user_data: for @callback
 *
 * Writes the data of a plan to a file in the background, as pact_paper_write_async() writes a document.
 */
void
pact_paper_write_data_async (PactPlan *plan,
                             const PactReportFormat *format,
                             const PactReportOptions *options,
                             GFile *file,
                             PactJob *job,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Paper *paper;

  g_return_if_fail (PACT_IS_PLAN (plan));
  g_return_if_fail (format != NULL && format->is_of_plan);
  g_return_if_fail (options != NULL);
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (PACT_IS_JOB (job));

  task = create_task (NULL, job, callback, user_data, &paper);
  g_task_set_source_tag (task, pact_paper_write_async);
  paper->records = pact_plan_to_records (plan);
  paper->options = *options;
  paper->format = format;
  paper->file = g_object_ref (file);
  pact_job_run (job, task, write_data_thread);
}

/**
 * pact_paper_write_finish:
 * @result: what the callback was handed
 * @error: return location for an error
 *
 * Returns: whether the file is there; %FALSE with @error set if nothing was changed
 */
gboolean
pact_paper_write_finish (GAsyncResult *result,
                         GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, pact_paper_write_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
