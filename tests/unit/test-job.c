/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include <string.h>

#include "outside.h"
#include "pact-backup.h"
#include "pact-job.h"
#include "pact-library.h"
#include "pact-plan.h"
#include "wait.h"
#include "workspace-fixture.h"

/* How many measures take long enough to be stopped in the midst of it. */
#define N_MEASURES 1000
#define N_TRIES 200

typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean may_go_on;
  PactJob *job;
} Work;

static void
work_thread (GTask *task,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  Work *work = data;

  pact_job_set_progress (work->job, 0.25);
  g_mutex_lock (&work->mutex);
  while (!work->may_go_on && !g_cancellable_is_cancelled (cancellable))
    g_cond_wait (&work->cond, &work->mutex);
  g_mutex_unlock (&work->mutex);
  for (guint i = 0; i <= 100000; i++)
    pact_job_set_progress (work->job, i / 100000.0);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_int (task, 7);
}

static void
let_go_on (Work *work)
{
  g_mutex_lock (&work->mutex);
  work->may_go_on = TRUE;
  g_cond_signal (&work->cond);
  g_mutex_unlock (&work->mutex);
}

static void
progress_cb (PactJob *job,
             GParamSpec *pspec,
             guint *n_told)
{
  g_assert_true (g_main_context_is_owner (g_main_context_default ()));
  ++*n_told;
}

/* What is done is told before how far it was, for which there need not have been time. */
static void
stop_telling (PactJob *job,
              guint *n_told)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_handlers_disconnect_by_func (job, progress_cb, n_told);
}

/* The list has a job from its beginning to its end, and whoever shows it is told how far it is, on the main thread. */
static void
test_run (void)
{
  Work work = { .job = pact_job_new ("Counting…") };
  GListModel *running = pact_jobs_get_running ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GTask) task = g_task_new (NULL, pact_job_get_cancellable (work.job), wait_cb, &result);
  guint n_told = 0;
  g_autoptr (GError) error = NULL;

  g_mutex_init (&work.mutex);
  g_cond_init (&work.cond);
  g_signal_connect (work.job, "notify::progress", G_CALLBACK (progress_cb), &n_told);
  g_assert_cmpstr (pact_job_get_title (work.job), ==, "Counting…");
  g_assert_cmpfloat (pact_job_get_progress (work.job), <, 0);
  g_assert_cmpint (pact_job_get_started (work.job), ==, 0);
  g_task_set_task_data (task, &work, NULL);

  pact_job_run (work.job, task, work_thread);
  g_assert_cmpuint (g_list_model_get_n_items (running), ==, 1);
  g_assert_cmpint (pact_job_get_started (work.job), >, 0);
  while (n_told == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat (pact_job_get_progress (work.job), ==, 0.25);

  let_go_on (&work);
  wait_for_result (&result);
  g_assert_cmpint (g_task_propagate_int (G_TASK (result), &error), ==, 7);
  g_assert_no_error (error);
  while (g_list_model_get_n_items (running) > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat (pact_job_get_progress (work.job), ==, 1);
  /* Thousandths are fine enough, and most of them nobody had time for. */
  g_assert_cmpuint (n_told, <=, 1001);

  g_signal_handlers_disconnect_by_func (work.job, progress_cb, &n_told);
  g_object_unref (work.job);
  g_mutex_clear (&work.mutex);
  g_cond_clear (&work.cond);
}

static char *
create_large_plan (WorkspaceFixture *fixture)
{
  g_autofree char *uuid = workspace_create_plan (fixture->workspace, NULL, "en", "Large");
  g_autoptr (PactEditor) editor = workspace_open_plan (fixture->workspace, uuid);
  PactElement *pillar = editor_add (editor, editor_get_root (editor), "pillar", "title", "Pillar");
  PactElement *objective = editor_add (editor, pillar, "objective", "title", "Objective");
  g_auto (GStrv) measures = g_new0 (char *, N_MEASURES + 1);
  g_autoptr (GPtrArray) added = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_MEASURES; i++)
    measures[i] = g_strdup_printf ("Measure %u", i);
  added = pact_editor_paste_lines (editor, objective, measures, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pact_plan_count (pact_editor_get_plan (editor), "measure"), ==, N_MEASURES);

  return g_steal_pointer (&uuid);
}

static void
stop_soon_cb (PactJob *job)
{
  pact_job_cancel (job);
}

/* A copy that is stopped on the way leaves nothing; the next one is whole. */
static void
test_duplicate (WorkspaceFixture *fixture,
                gconstpointer data)
{
  g_autofree char *uuid = create_large_plan (fixture);
  g_autoptr (PactJob) stopped = pact_job_new ("Copying…");
  g_autoptr (PactJob) job = pact_job_new ("Copying…");
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (PactEditor) editor = NULL;
  gint64 n_elements = outside_query (fixture->path, "SELECT count(*) FROM element");

  g_signal_connect (stopped, "notify::progress", G_CALLBACK (stop_soon_cb), NULL);
  g_assert_null (wait_duplicate (fixture->workspace, uuid, stopped, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM element"), ==, n_elements);
  g_assert_cmpuint (workspace_count_plans (fixture->workspace), ==, 1);

  copy = wait_duplicate (fixture->workspace, uuid, job, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (pact_job_get_progress (job), ==, 1);
  editor = workspace_open_plan (fixture->workspace, copy);
  g_assert_cmpuint (pact_plan_count (pact_editor_get_plan (editor), "measure"), ==, N_MEASURES);
  g_assert_cmpuint (workspace_count_plans (fixture->workspace), ==, 2);
}

/* A deletion that is stopped on the way takes nothing of the plan. */
static void
test_purge (WorkspaceFixture *fixture,
            gconstpointer data)
{
  g_autofree char *uuid = create_large_plan (fixture);
  g_autoptr (PactJob) stopped = pact_job_new ("Deleting…");
  g_autoptr (GError) error = NULL;
  gint64 n_elements = outside_query (fixture->path, "SELECT count(*) FROM element");

  g_assert_true (pact_workspace_set_trashed (fixture->workspace, uuid, TRUE, &error));
  pact_job_cancel (stopped);
  g_assert_false (wait_purge (fixture->workspace, uuid, stopped, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM element"), ==, n_elements);

  g_assert_true (wait_purge (fixture->workspace, uuid, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM element"), ==, 0);
  g_assert_cmpuint (workspace_count_plans (fixture->workspace), ==, 0);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (directory != NULL && g_dir_read_name (directory) != NULL)
    n++;

  return n;
}

static PactBackup *
back_up (WorkspaceFixture *fixture,
         PactJob *job,
         GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  pact_backups_make_async (fixture->path, PACT_BACKUP_BY_HAND, job, wait_cb, &result);
  wait_for_result (&result);

  return pact_backups_make_finish (result, error);
}

static gboolean
restore (WorkspaceFixture *fixture,
         PactBackup *backup,
         PactJob *job,
         GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  pact_backups_restore_async (fixture->path, pact_backup_get_path (backup), job, wait_cb, &result);
  wait_for_result (&result);

  return pact_backups_restore_finish (result, NULL, error);
}

/* A backup says how far it is: until half of it is copied, and then until it is looked through. Stopped, it leaves nothing. */
static void
test_backup (WorkspaceFixture *fixture,
             gconstpointer data)
{
  g_autofree char *uuid = create_large_plan (fixture);
  g_autofree char *folder = pact_backups_get_folder (fixture->path);
  g_autoptr (PactJob) stopped = pact_job_new ("Backing up…");
  g_autoptr (PactJob) job = pact_job_new ("Backing up…");
  g_autoptr (PactBackup) backup = NULL;
  g_autoptr (GError) error = NULL;
  guint n_told = 0;

  g_signal_connect (stopped, "notify::progress", G_CALLBACK (stop_soon_cb), NULL);
  g_assert_null (back_up (fixture, stopped, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpuint (count_files (folder), ==, 0);

  g_signal_connect (job, "notify::progress", G_CALLBACK (progress_cb), &n_told);
  backup = back_up (fixture, job, &error);
  g_assert_no_error (error);
  stop_telling (job, &n_told);
  g_assert_cmpuint (n_told, >=, 2);
  g_assert_cmpfloat (pact_job_get_progress (job), ==, 1);
  g_assert_cmpuint (count_files (folder), ==, 1);
}

/* A backup comes back, and says how far that is; until its copy is made, that can be stopped, and all is as it was. */
static void
test_restore (WorkspaceFixture *fixture,
              gconstpointer data)
{
  g_autofree char *uuid = create_large_plan (fixture);
  g_autoptr (PactJob) stopped = pact_job_new ("Restoring…");
  g_autoptr (PactJob) job = pact_job_new ("Restoring…");
  g_autoptr (GError) error = NULL;
  g_autoptr (PactBackup) backup = back_up (fixture, NULL, &error);
  g_autofree char *later = workspace_create_plan (fixture->workspace, NULL, "en", "Made later");
  guint n_files, n_told = 0;

  g_assert_no_error (error);
  g_clear_object (&fixture->workspace);
  n_files = count_files (fixture->folder);
  g_signal_connect (stopped, "notify::progress", G_CALLBACK (stop_soon_cb), NULL);
  g_assert_false (restore (fixture, backup, stopped, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpuint (count_files (fixture->folder), ==, n_files);
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM plan"), ==, 2);

  g_signal_connect (job, "notify::progress", G_CALLBACK (progress_cb), &n_told);
  g_assert_true (restore (fixture, backup, job, &error));
  g_assert_no_error (error);
  stop_telling (job, &n_told);
  g_assert_cmpuint (n_told, >=, 2);
  g_assert_cmpfloat (pact_job_get_progress (job), ==, 1);
  fixture->workspace = workspace_open (fixture->path);
  g_assert_cmpuint (workspace_count_plans (fixture->workspace), ==, 1);
}

static gboolean
look_through (WorkspaceFixture *fixture,
              PactJob *job,
              GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  pact_workspace_look_through_async (fixture->workspace, job, wait_cb, &result);
  g_assert_true (job == NULL || g_list_model_get_n_items (pact_jobs_get_running ()) == 1);
  wait_for_result (&result);

  return pact_workspace_look_through_finish (fixture->workspace, result, error);
}

/* The whole library is looked through, which is told by what was seen. To stop that is no finding. */
static void
test_look_through (WorkspaceFixture *fixture,
                   gconstpointer data)
{
  g_autofree char *uuid = create_large_plan (fixture);
  g_autoptr (GError) error = NULL;
  guint n_told = 0;
  gboolean is_done = TRUE;

  /* It may be done before anybody is told of it, or is told twice; sooner or later one is not. */
  for (guint i = 0; i < N_TRIES && is_done; i++)
    {
      g_autoptr (PactJob) stopped = pact_job_new ("Checking…");

      g_signal_connect (stopped, "notify::progress", G_CALLBACK (stop_soon_cb), NULL);
      is_done = look_through (fixture, stopped, &error);
    }
  g_assert_false (is_done);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (pact_workspace_get_obstacle (fixture->workspace));

  for (guint i = 0; i < N_TRIES && n_told < 2; i++)
    {
      g_autoptr (PactJob) job = pact_job_new ("Checking…");

      n_told = 0;
      g_signal_connect (job, "notify::progress", G_CALLBACK (progress_cb), &n_told);
      g_assert_true (look_through (fixture, job, &error));
      g_assert_no_error (error);
      stop_telling (job, &n_told);
      g_assert_cmpfloat (pact_job_get_progress (job), ==, 1);
    }
  g_assert_cmpuint (n_told, >=, 2);
}

static gpointer
stop_thread (gpointer data)
{
  g_usleep (20000);
  g_cancellable_cancel (data);

  return NULL;
}

/* SQLite itself stops in the midst of a statement that would never end. */
static void
test_statement (WorkspaceFixture *fixture,
                gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PactLibrary) library = pact_library_open (fixture->path, pact_model_get_default (), PACT_DB_DEFAULT, &error);
  GThread *thread;

  g_assert_no_error (error);
  pact_db_set_cancellable (pact_library_get_db (library), cancellable);
  thread = g_thread_new ("stop", stop_thread, cancellable);
  g_assert_false (pact_db_run (pact_library_get_db (library), &error,
                               "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max (i) FROM n", ""));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/job/run", test_run);
  g_test_add ("/job/duplicate", WorkspaceFixture, NULL, workspace_fixture_set_up, test_duplicate, workspace_fixture_tear_down);
  g_test_add ("/job/purge", WorkspaceFixture, NULL, workspace_fixture_set_up, test_purge, workspace_fixture_tear_down);
  g_test_add ("/job/backup", WorkspaceFixture, NULL, workspace_fixture_set_up, test_backup, workspace_fixture_tear_down);
  g_test_add ("/job/restore", WorkspaceFixture, NULL, workspace_fixture_set_up, test_restore, workspace_fixture_tear_down);
  g_test_add ("/job/look-through", WorkspaceFixture, NULL, workspace_fixture_set_up, test_look_through,
              workspace_fixture_tear_down);
  g_test_add ("/job/statement", WorkspaceFixture, NULL, workspace_fixture_set_up, test_statement, workspace_fixture_tear_down);

  return g_test_run ();
}
