/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "library-fixture.h"
#include "pact-exchange.h"
#include "pact-review.h"
#include "workspace-fixture.h"
#include "template-fixture.h"
#include "wait.h"

/* Plans and libraries as files: export, import, backup, templates. */

static void
test_import (WorkspaceFixture *fixture,
             gconstpointer data)
{
  g_autofree char *uuid = workspace_create_plan (fixture->workspace, "pact-4ps", "en", NULL);
  g_autofree char *text = workspace_export_text (fixture->workspace, uuid);
  g_autofree char *wrong = text_replace (text, "\"country\": \"FR\"", "\"country\": 7");
  g_autofree char *measure = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) copy = NULL;
  g_autoptr (PactEditor) editor = NULL;
  g_autoptr (PactEditor) copy_editor = NULL;
  g_autofree char *query = NULL;
  g_autoptr (GError) error = NULL;

  /* With a problem nothing is changed. */
  g_assert_null (workspace_import_text (fixture->workspace, wrong, TRUE, &problems, &error));
  g_assert_error (error, PACT_EXCHANGE_ERROR, PACT_EXCHANGE_ERROR_CONTENT);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (((PactProblem *) g_ptr_array_index (problems, 0))->path, ==, "$.plan.country");
  g_assert_cmpuint (workspace_count_plans (fixture->workspace), ==, 1);
  g_clear_error (&error);

  g_assert_null (workspace_import_text (fixture->workspace, "{", FALSE, NULL, &error));
  g_assert_error (error, PACT_EXCHANGE_ERROR, PACT_EXCHANGE_ERROR_SYNTAX);
  g_clear_error (&error);

  /* A plan is not imported over itself, not even from the trash. */
  g_assert_null (workspace_import_text (fixture->workspace, text, FALSE, NULL, &error));
  g_assert_error (error, PACT_WORK_ERROR, PACT_WORK_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (pact_workspace_set_trashed (fixture->workspace, uuid, TRUE, &error));
  g_assert_null (workspace_import_text (fixture->workspace, text, FALSE, NULL, &error));
  g_assert_error (error, PACT_WORK_ERROR, PACT_WORK_ERROR_EXISTS);
  g_clear_error (&error);

  /* Nor one that has elements of another. */
  measure = text_replace (text, uuid, "00000000-0000-4000-8000-000000000000");
  g_assert_null (workspace_import_text (fixture->workspace, measure, FALSE, NULL, &error));
  g_assert_error (error, PACT_WORK_ERROR, PACT_WORK_ERROR_EXISTS);
  g_assert_cmpuint (workspace_count_plans (fixture->workspace), ==, 1);
  g_clear_error (&error);

  /* As a copy everything is another element, in the same words. */
  pact_workspace_set_author (fixture->workspace, "Ada");
  copy = workspace_import_text (fixture->workspace, text, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (workspace_count_plans (fixture->workspace), ==, 2);
  editor = workspace_open_plan (fixture->workspace, uuid);
  copy_editor = workspace_open_plan (fixture->workspace, ((PactRecord *) g_ptr_array_index (copy, 0))->uuid);
  for (guint i = 0; i < copy->len; i++)
    {
      const PactRecord *record = g_ptr_array_index (copy, i);

      g_assert_null (pact_plan_lookup (pact_editor_get_plan (editor), record->uuid));
      g_assert_nonnull (pact_plan_lookup (pact_editor_get_plan (copy_editor), record->uuid));
    }
  g_assert_cmpuint (pact_plan_count (pact_editor_get_plan (copy_editor), "measure"), ==, 47);
  g_assert_cmpstr (pact_element_get_title (editor_get_root (copy_editor)), ==,
                   pact_element_get_title (editor_get_root (editor)));
  g_assert_false (pact_editor_can_undo (copy_editor));
  g_assert_cmpint (
    outside_query (fixture->path, "SELECT count(*) FROM edit WHERE verb = 'import' AND author = 'Ada'"), ==, 1);
}

/* What a later version of the program wrote goes through this one unharmed. */
static void
test_unknown_members (WorkspaceFixture *fixture,
                      gconstpointer data)
{
  g_autofree char *uuid = workspace_create_plan (fixture->workspace, "pact-4ps", "en", NULL);
  g_autofree char *text = workspace_export_text (fixture->workspace, uuid);
  g_autofree char *with_top = text_replace (text, "  \"plan\": {\n",
                                            "  \"later\": [1, null],\n  \"plan\": {\n    \"x_plan\": 1.50,\n");
  g_autofree char *with_measure =
    text_replace (with_top, "\"measures\": [\n              {\n",
                  "\"measures\": [\n              {\n                \"x_measure\": {\"a\": \"ä\"},\n");
  g_autofree char *path = g_build_filename (fixture->folder, "other.db", NULL);
  g_autofree char *third_path = g_build_filename (fixture->folder, "third.db", NULL);
  g_autoptr (PactWorkspace) other = workspace_open (path);
  g_autoptr (PactWorkspace) third = workspace_open (third_path);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) third_records = NULL;
  g_autofree char *other_text = NULL;
  g_autofree char *third_text = NULL;
  g_autoptr (GError) error = NULL;

  records = workspace_import_text (other, with_measure, FALSE, NULL, &error);
  g_assert_no_error (error);
  other_text = workspace_export_text (other, uuid);
  g_assert_nonnull (strstr (other_text, "\"later\""));
  g_assert_nonnull (strstr (other_text, "\"x_plan\": 1.50"));
  g_assert_nonnull (strstr (other_text, "\"x_measure\""));
  g_assert_nonnull (strstr (other_text, "\"ä\""));

  third_records = workspace_import_text (third, other_text, FALSE, NULL, &error);
  g_assert_no_error (error);
  third_text = workspace_export_text (third, uuid);
  g_assert_cmpstr (third_text, ==, other_text);
}

/* Fills in what the review misses, which is one value of each type. */
static void
make_ready (PactEditor *editor)
{
  g_autoptr (GError) error = NULL;
  PactElement *pillar = editor_add (editor, editor_get_root (editor), "pillar", "title", "Pillar");
  PactElement *objective = editor_add (editor, pillar, "objective", "title", "Objective");
  PactElement *actor = editor_add (editor, editor_get_root (editor), "actor", "name", "Police");
  g_autoptr (PactReview) review = NULL;
  GPtrArray *findings;

  editor_set (editor, actor, "kind", "police-justice");
  editor_add (editor, objective, "measure", "title", "Measure");
  review = pact_review_plan (pact_editor_get_plan (editor));
  findings = pact_review_get_findings (review);
  for (guint i = 0; i < findings->len; i++)
    {
      const PactFinding *finding = g_ptr_array_index (findings, i);
      PactElement *element = pact_plan_lookup (pact_editor_get_plan (editor), finding->element);
      const char *value = "2028";

      if (finding->severity != PACT_FINDING_BLOCKING)
        continue;
      g_assert_nonnull (finding->field);
      if (finding->field->vocabulary != NULL)
        value = finding->field->vocabulary->terms[0].code;
      else if (finding->field->type == PACT_TYPE_REFERENCE)
        value = pact_element_get_uuid (actor);
      else if (finding->field->type == PACT_TYPE_BOOLEAN)
        value = "1";
      else if (finding->field->format == PACT_FORMAT_EMAIL)
        value = "somebody@example.org";
      g_assert_true (pact_editor_set (editor, element, finding->field, value, &error));
      g_assert_no_error (error);
    }
}

static void
test_submission (WorkspaceFixture *fixture,
                 gconstpointer data)
{
  g_autofree char *uuid = workspace_create_plan (fixture->workspace, NULL, "en", "One");
  g_autoptr (PactEditor) editor = workspace_open_plan (fixture->workspace, uuid);
  g_autoptr (GBytes) draft = NULL;
  g_autoptr (GBytes) open = NULL;
  g_autoptr (GBytes) withheld = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (PactReceipt) receipt = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *other_digest = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (PactEditor) copy_editor = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (pact_workspace_export (fixture->workspace, uuid, FALSE, FALSE, NULL, &error));
  g_assert_error (error, PACT_WORK_ERROR, PACT_WORK_ERROR_INCOMPLETE);
  g_clear_error (&error);
  draft = workspace_export_draft (fixture->workspace, uuid);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (draft, NULL), g_bytes_get_size (draft), "\"draft\""));

  make_ready (editor);
  editor_set (editor, editor_get_root (editor), "contact_name", "Grace Nobody");
  open = pact_workspace_export (fixture->workspace, uuid, FALSE, FALSE, &receipt, &error);
  g_assert_no_error (error);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (open, NULL), g_bytes_get_size (open), "Grace Nobody"));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (open, NULL), g_bytes_get_size (open), "\"revision\": 1"));
  withheld = pact_workspace_export (fixture->workspace, uuid, FALSE, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (g_strstr_len (g_bytes_get_data (withheld, NULL), g_bytes_get_size (withheld), "Grace Nobody"));

  g_assert_cmpuint (receipt->revision, ==, 1);
  digest = pact_exchange_digest_document (open, &error);
  g_assert_cmpstr (receipt->digest, ==, digest);
  other_digest = pact_exchange_digest_document (withheld, &error);
  g_assert_cmpstr (receipt->digest, !=, other_digest);

  /* What was written is recorded as number one, also if the plan has been changed since; that is number two. */
  editor_set (editor, editor_get_root (editor), "summary", "In short");
  g_assert_true (pact_editor_record_submission (editor, receipt, "one.json", &error));
  second = pact_workspace_export (fixture->workspace, uuid, FALSE, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (second, NULL), g_bytes_get_size (second), "\"revision\": 2"));

  /* A copy of the plan was never submitted. */
  editor_set (editor, editor_get_root (editor), "state", "adopted");
  copy = wait_duplicate (fixture->workspace, uuid, NULL, &error);
  g_assert_no_error (error);
  copy_editor = workspace_open_plan (fixture->workspace, copy);
  g_assert_cmpuint (pact_plan_count (pact_editor_get_plan (copy_editor), "submission"), ==, 0);
  g_assert_cmpuint (pact_plan_count (pact_editor_get_plan (copy_editor), "measure"), ==, 1);
  g_assert_cmpstr (pact_element_get (editor_get_root (copy_editor), "state"), ==, "drafting");
  g_assert_cmpstr (pact_element_get (editor_get_root (copy_editor), "summary"), ==, "In short");
  g_assert_false (pact_editor_can_undo (copy_editor));
  g_assert_cmpuint (workspace_count_plans (fixture->workspace), ==, 2);
}

static void
test_background (WorkspaceFixture *fixture,
                 gconstpointer data)
{
  g_autofree char *uuid = workspace_create_plan (fixture->workspace, "pact-4ps", "en", NULL);
  g_autoptr (GBytes) expected = workspace_export_draft (fixture->workspace, uuid);
  g_autofree char *name = g_build_filename (fixture->folder, "plan.json", NULL);
  g_autofree char *backup_name = g_build_filename (fixture->folder, "backup.db", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autoptr (GFile) backup = g_file_new_for_path (backup_name);
  g_autoptr (PactJob) cancelled = pact_job_new ("Exporting…");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (PactWorkspace) restored = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;

  pact_job_cancel (cancelled);
  pact_workspace_export_async (fixture->workspace, uuid, file, TRUE, FALSE, cancelled, wait_cb, &result);
  wait_for_result (&result);
  g_assert_false (pact_workspace_export_finish (fixture->workspace, result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (name, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_clear_object (&result);

  pact_workspace_export_async (fixture->workspace, uuid, file, FALSE, FALSE, NULL, wait_cb, &result);
  wait_for_result (&result);
  g_assert_false (pact_workspace_export_finish (fixture->workspace, result, NULL, &error));
  g_assert_error (error, PACT_WORK_ERROR, PACT_WORK_ERROR_INCOMPLETE);
  g_assert_false (g_file_test (name, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_clear_object (&result);

  pact_workspace_export_async (fixture->workspace, uuid, file, TRUE, FALSE, NULL, wait_cb, &result);
  wait_for_result (&result);
  g_assert_true (pact_workspace_export_finish (fixture->workspace, result, NULL, &error));
  g_assert_no_error (error);
  bytes = pact_read_file (file, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, expected));
  g_clear_object (&result);

  pact_workspace_import_async (fixture->workspace, file, FALSE, NULL, wait_cb, &result);
  wait_for_result (&result);
  g_assert_null (pact_workspace_import_finish (fixture->workspace, result, NULL, &error));
  g_assert_error (error, PACT_WORK_ERROR, PACT_WORK_ERROR_EXISTS);
  g_clear_error (&error);
  g_clear_object (&result);

  pact_workspace_import_async (fixture->workspace, file, TRUE, NULL, wait_cb, &result);
  wait_for_result (&result);
  copy = pact_workspace_import_finish (fixture->workspace, result, &problems, &error);
  g_assert_no_error (error);
  g_assert_null (problems);
  g_assert_cmpuint (workspace_count_plans (fixture->workspace), ==, 2);
  g_clear_object (&result);

  pact_workspace_backup_async (fixture->workspace, backup, NULL, wait_cb, &result);
  wait_for_result (&result);
  g_assert_true (pact_workspace_backup_finish (fixture->workspace, result, &error));
  g_assert_no_error (error);
  restored = workspace_open (backup_name);
  g_assert_cmpuint (workspace_count_plans (restored), ==, 2);
  g_clear_object (&result);

  g_assert_true (g_file_set_contents (
    name, "{\"format\":\"pact-plan\",\"format_version\":1,\"plan\":{\"title\":1}}", -1, NULL));
  pact_workspace_import_async (fixture->workspace, file, TRUE, NULL, wait_cb, &result);
  wait_for_result (&result);
  g_assert_null (pact_workspace_import_finish (fixture->workspace, result, &problems, &error));
  g_assert_error (error, PACT_EXCHANGE_ERROR, PACT_EXCHANGE_ERROR_CONTENT);
  g_assert_cmpuint (problems->len, >, 0);
  g_assert_cmpuint (workspace_count_plans (fixture->workspace), ==, 2);
}

/* Nobody will ever write to the pipe: to read it would be to wait without end. */
static void
test_import_what_is_no_file (WorkspaceFixture *fixture,
                             gconstpointer data)
{
  g_autofree char *pipe_name = g_build_filename (fixture->folder, "plan.json", NULL);
  const char *const names[] = { pipe_name, fixture->folder, "/dev/null" };

  g_assert_cmpint (mkfifo (pipe_name, 0600), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (names[i]);
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      pact_workspace_import_async (fixture->workspace, file, FALSE, NULL, wait_cb, &result);
      wait_for_result (&result);
      g_assert_null (pact_workspace_import_finish (fixture->workspace, result, NULL, &error));
      g_assert_error (error, PACT_WORK_ERROR, PACT_WORK_ERROR_FILE);
      g_assert_nonnull (strstr (error->message, "Choose the file of a plan"));
    }
}

static void
test_files (WorkspaceFixture *fixture,
            gconstpointer data)
{
  g_autofree char *uuid = workspace_create_plan (fixture->workspace, NULL, "en", "One");
  g_autofree char *name = g_build_filename (fixture->folder, "backup.db", NULL);
  g_autofree char *missing_name = g_build_filename (fixture->folder, "no", "such", "file", NULL);
  g_autoptr (GFile) missing = g_file_new_for_path (missing_name);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a", 1);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (PactWorkspace) restored = NULL;
  g_autoptr (PactPlanItem) item = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (pact_workspace_check (fixture->workspace, &problems, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);

  g_assert_true (pact_workspace_backup (fixture->workspace, name, &error));
  g_assert_no_error (error);
  restored = workspace_open (name);
  item = workspace_find_item (restored, uuid);
  g_assert_cmpstr (pact_plan_item_get (item, "title"), ==, "One");

  /* Not over the library itself; an older copy is replaced. */
  g_assert_false (pact_workspace_backup (fixture->workspace, fixture->path, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_clear_object (&restored);
  g_clear_object (&item);
  g_free (workspace_create_plan (fixture->workspace, NULL, "en", "Two"));
  g_assert_true (pact_workspace_backup (fixture->workspace, name, &error));
  g_assert_no_error (error);
  restored = workspace_open (name);
  g_assert_cmpuint (workspace_count_plans (restored), ==, 2);

  g_assert_null (pact_read_file (missing, &error));
  g_assert_error (error, PACT_WORK_ERROR, PACT_WORK_ERROR_FILE);
  g_clear_error (&error);
  g_assert_false (pact_write_file (missing, bytes, &error));
  g_assert_error (error, PACT_WORK_ERROR, PACT_WORK_ERROR_FILE);
}

static PactElement *
get_first_measure (PactEditor *editor)
{
  PactElement *pillar = element_get_first (editor_get_root (editor), "pillar");

  return element_get_first (element_get_first (pillar, "objective"), "measure");
}

/* A plan saved as a template, from which the next plan is made. */
static void
test_own_template (WorkspaceFixture *fixture,
                   gconstpointer data)
{
  g_autofree char *uuid = workspace_create_plan (fixture->workspace, "pact-4ps", "en", NULL);
  g_autoptr (PactEditor) editor = workspace_open_plan (fixture->workspace, uuid);
  g_autofree char *folder = pact_template_library_get_user_folder ();
  g_autofree char *name = g_build_filename (folder, "own.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PactTemplate) template = NULL;
  g_autofree char *made = NULL;
  g_autoptr (PactEditor) made_editor = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GError) error = NULL;
  PactTemplateItem *item;

  editor_set (editor, get_first_measure (editor), "title", "Our own measure");
  bytes = pact_editor_write_template (editor, pact_workspace_get_templates (fixture->workspace), "Our own way", &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (pact_write_file (file, bytes, &error));
  g_assert_no_error (error);
  template = template_fixture_read_bytes (bytes);
  pact_template_library_reload (pact_workspace_get_templates (fixture->workspace));

  made = workspace_create_plan (fixture->workspace, pact_template_get_id (template), "en", NULL);
  made_editor = workspace_open_plan (fixture->workspace, made);
  g_assert_cmpuint (pact_plan_count (pact_editor_get_plan (made_editor), "measure"), ==, 47);
  g_assert_cmpstr (pact_element_get_title (get_first_measure (made_editor)), ==, "Our own measure");
  /* What the template said beside the measure goes on. */
  item = pact_template_find (template, pact_element_get (get_first_measure (made_editor), "template_key"));
  g_assert_nonnull (pact_template_item_get_guidance (item, NULL));
  sources = pact_template_item_get_sources (item, NULL);
  g_assert_cmpuint (sources->len, >, 0);
}

static void
add (const char *name,
     void (*test) (WorkspaceFixture *fixture, gconstpointer data))
{
  g_test_add (name, WorkspaceFixture, NULL, workspace_fixture_set_up, test, workspace_fixture_tear_down);
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (Folder) folder = folder_new ();

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);

  add ("/workspace-files/import", test_import);
  add ("/workspace-files/unknown-members", test_unknown_members);
  add ("/workspace-files/submission", test_submission);
  add ("/workspace-files/background", test_background);
  add ("/workspace-files/import-what-is-no-file", test_import_what_is_no_file);
  add ("/workspace-files/files", test_files);
  add ("/workspace-files/own-template", test_own_template);

  return g_test_run ();
}
