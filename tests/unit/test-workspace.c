/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <string.h>

#include "pact-library.h"
#include "library-fixture.h"
#include "workspace-fixture.h"
#include "new-plan.h"
#include "wait.h"
#include "alone.h"

/* What is done with whole plans, and other programs on the same library. */

/* From the template, in every language that it speaks. */
static void
test_create (WorkspaceFixture *fixture,
             gconstpointer data)
{
  PactTemplate *template = pact_template_library_find (pact_workspace_get_templates (fixture->workspace), "pact-4ps");
  g_auto (GStrv) languages = pact_template_list_languages (template);
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) pillars = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (g_strv_length (languages), >=, 1);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *uuid = workspace_create_plan (fixture->workspace, "pact-4ps", languages[i], NULL);
      g_autoptr (PactEditor) editor = workspace_open_plan (fixture->workspace, uuid);
      g_autoptr (PactPlanItem) item = workspace_find_item (fixture->workspace, uuid);
      PactElement *root = editor_get_root (editor);
      guint filled, required;

      g_assert_cmpuint (pact_plan_count (pact_editor_get_plan (editor), "measure"), ==, 47);
      g_assert_cmpstr (pact_element_get (root, "language"), ==, languages[i]);
      g_assert_cmpstr (pact_element_get (root, "state"), ==, "drafting");
      g_assert_cmpstr (pact_element_get (root, "template_id"), ==, "pact-4ps");
      g_assert_nonnull (strstr (pact_element_get_title (root), " – A town, 2027–2029"));
      g_assert_false (pact_editor_can_undo (editor));
      g_hash_table_add (titles, g_strdup (pact_element_get_title (root)));
      g_hash_table_add (pillars, g_strdup (pact_element_get_title (element_get_first (root, "pillar"))));

      g_assert_cmpstr (pact_plan_item_get (item, "title"), ==, pact_element_get_title (root));
      g_assert_cmpstr (pact_plan_item_get (item, "authority_name"), ==, "A town");
      g_assert_cmpstr (pact_plan_item_get (item, "country"), ==, "FR");
      g_assert_cmpstr (pact_plan_item_get (item, "period_start"), ==, "2027-03");
      g_assert_cmpstr (pact_plan_item_get (item, "period_end"), ==, "2029");
      g_assert_cmpstr (pact_plan_item_get (item, "state"), ==, "drafting");
      g_assert_cmpstr (pact_plan_item_get (item, "template_id"), ==, "pact-4ps");
      g_assert_cmpstr (pact_plan_item_get (item, "language"), ==, languages[i]);
      g_assert_cmpuint (pact_plan_item_get_n_measures (item), ==, 47);
      pact_plan_item_get_completeness (item, &filled, &required);
      g_assert_cmpuint (filled, >, 0);
      g_assert_cmpuint (filled, <, required);
      g_assert_false (pact_plan_item_is_trashed (item));
    }
  g_assert_cmpuint (g_hash_table_size (pillars), ==, g_strv_length (languages));
  g_assert_cmpuint (g_hash_table_size (titles), ==, g_strv_length (languages));
}

static void
test_create_empty (WorkspaceFixture *fixture,
                   gconstpointer data)
{
  g_autoptr (PactRecord) wrong = new_plan ("none", "en", NULL);
  g_autofree char *uuid = workspace_create_plan (fixture->workspace, NULL, "en", "Our plan");
  g_autoptr (PactEditor) editor = workspace_open_plan (fixture->workspace, uuid);
  g_autoptr (PactEditor) again = workspace_open_plan (fixture->workspace, uuid);
  g_autoptr (GPtrArray) records = pact_plan_to_records (pact_editor_get_plan (editor));
  g_autoptr (GError) error = NULL;

  g_assert_true (editor == again);
  g_assert_cmpuint (records->len, ==, 1);
  g_assert_cmpstr (pact_element_get_title (editor_get_root (editor)), ==, "Our plan");
  g_assert_cmpstr (pact_workspace_get_path (fixture->workspace), ==, fixture->path);
  g_assert_true (pact_workspace_is_on_safe_place (fixture->workspace));

  g_assert_null (pact_workspace_create_plan (fixture->workspace, wrong, &error));
  g_assert_error (error, PACT_WORK_ERROR, PACT_WORK_ERROR_NOT_FOUND);
  g_assert_cmpuint (workspace_count_plans (fixture->workspace), ==, 1);
  g_clear_error (&error);

  g_assert_null (pact_workspace_open_plan (fixture->workspace, "00000000-0000-4000-8000-000000000000", &error));
  g_assert_error (error, PACT_STORE_ERROR, PACT_STORE_ERROR_NOT_FOUND);
}

static void
items_changed_cb (GListModel *list,
                  guint position,
                  guint removed,
                  guint added,
                  guint *counts)
{
  counts[0]++;
  counts[1] = removed;
  counts[2] = added;
}

/* Only the lines that changed are replaced. */
static void
test_list (WorkspaceFixture *fixture,
           gconstpointer data)
{
  guint counts[3] = { 0, 0, 0 };
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autoptr (PactEditor) editor = NULL;
  g_autoptr (PactPlanItem) item = NULL;
  g_autoptr (GError) error = NULL;

  g_signal_connect (pact_workspace_get_plans (fixture->workspace), "items-changed", G_CALLBACK (items_changed_cb), counts);
  one = workspace_create_plan (fixture->workspace, NULL, "en", "One");
  two = workspace_create_plan (fixture->workspace, NULL, "en", "Two");
  g_assert_cmpuint (counts[0], ==, 2);
  g_assert_cmpuint (counts[1], ==, 0);
  g_assert_cmpuint (counts[2], ==, 1);

  g_assert_true (pact_workspace_refresh (fixture->workspace, &error));
  g_assert_cmpuint (counts[0], ==, 2);

  /* Two stands first or second, but one line is all that changes. */
  editor = workspace_open_plan (fixture->workspace, two);
  editor_set (editor, editor_get_root (editor), "authority_name", "A city");
  g_assert_true (pact_workspace_refresh (fixture->workspace, &error));
  g_assert_cmpuint (counts[0], ==, 3);
  g_assert_cmpuint (counts[1], ==, counts[2]);
  item = workspace_find_item (fixture->workspace, two);
  g_assert_cmpstr (pact_plan_item_get (item, "authority_name"), ==, "A city");

  g_assert_true (pact_workspace_set_trashed (fixture->workspace, one, TRUE, &error));
  g_clear_object (&item);
  item = workspace_find_item (fixture->workspace, one);
  g_assert_true (pact_plan_item_is_trashed (item));
  g_assert_true (pact_workspace_set_trashed (fixture->workspace, one, FALSE, &error));
  g_clear_object (&item);
  item = workspace_find_item (fixture->workspace, one);
  g_assert_false (pact_plan_item_is_trashed (item));

  g_assert_true (wait_purge (fixture->workspace, one, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (workspace_count_plans (fixture->workspace), ==, 1);
  g_assert_null (pact_workspace_open_plan (fixture->workspace, one, &error));
  g_assert_error (error, PACT_STORE_ERROR, PACT_STORE_ERROR_NOT_FOUND);
}

/* What the test does when it is started as another program: writes a title, and adds a plan. */
static int
write_as_other_program (const char *path,
                        const char *uuid)
{
  g_autoptr (PactWorkspace) workspace = workspace_open (path);
  g_autoptr (PactEditor) editor = workspace_open_plan (workspace, uuid);
  g_autofree char *added = workspace_create_plan (workspace, NULL, "en", "From elsewhere");

  editor_set (editor, editor_get_root (editor), "title", "Written elsewhere");

  return 0;
}

static const char *program;

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_poll (WorkspaceFixture *fixture,
           gconstpointer data)
{
  g_autofree char *uuid = workspace_create_plan (fixture->workspace, NULL, "en", "One");
  g_autoptr (PactEditor) editor = workspace_open_plan (fixture->workspace, uuid);
  char *argv[] = { (char *) program, (char *) "--write", fixture->path, uuid, NULL };
  guint n_edited = 0, n_can_undo = 0;
  int status;
  g_autoptr (GError) error = NULL;

  g_signal_connect_swapped (editor, "edited", G_CALLBACK (count_cb), &n_edited);
  g_signal_connect_swapped (editor, "notify::can-undo", G_CALLBACK (count_cb), &n_can_undo);
  g_assert_false (pact_workspace_poll (fixture->workspace));

  g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));

  g_assert_true (pact_workspace_poll (fixture->workspace));
  g_assert_cmpstr (pact_element_get_title (editor_get_root (editor)), ==, "Written elsewhere");
  g_assert_cmpuint (n_edited, ==, 1);
  g_assert_cmpuint (n_can_undo, ==, 1);
  g_assert_cmpuint (workspace_count_plans (fixture->workspace), ==, 2);
  g_assert_false (pact_workspace_poll (fixture->workspace));

  /* What another program did is undone here. */
  g_assert_true (pact_editor_undo (editor, &error));
  g_assert_cmpstr (pact_element_get_title (editor_get_root (editor)), ==, "One");
  g_assert_false (pact_workspace_poll (fixture->workspace));
}

/* What the plan in memory says must be what a program that opens the library now reads. */
static void
check_agrees (WorkspaceFixture *fixture,
              PactEditor *editor)
{
  g_autoptr (PactWorkspace) fresh = workspace_open (fixture->path);
  g_autoptr (PactEditor) other = workspace_open_plan (fresh, pact_editor_get_uuid (editor));
  g_autoptr (GPtrArray) records = pact_plan_to_records (pact_editor_get_plan (other));
  g_autoptr (GPtrArray) differences = pact_plan_compare (pact_editor_get_plan (editor), records);

  g_assert_cmpuint (differences->len, ==, 0);
}

/* Everything that another program does to a plan is taken over, also within one second and one step of typing, and no other plan
 * is read for that. */
static void
test_poll_one_of_two (WorkspaceFixture *fixture,
                      gconstpointer data)
{
  g_autofree char *one = workspace_create_plan (fixture->workspace, NULL, "en", "One");
  g_autofree char *two = workspace_create_plan (fixture->workspace, NULL, "en", "Two");
  g_autoptr (PactEditor) editor = workspace_open_plan (fixture->workspace, one);
  g_autoptr (PactEditor) untouched = workspace_open_plan (fixture->workspace, two);
  g_autoptr (PactWorkspace) elsewhere = workspace_open (fixture->path);
  g_autoptr (PactEditor) theirs = workspace_open_plan (elsewhere, one);
  g_autoptr (PactEditor) theirs_too = NULL;
  char *argv[] = { (char *) program, (char *) "--write", fixture->path, one, NULL };
  static const char *const typed[] = { "A", "AB", "AC", "AC", "A" };
  guint n_edited = 0, n_untouched = 0;
  int status;
  g_autoptr (GError) error = NULL;

  g_signal_connect_swapped (editor, "edited", G_CALLBACK (count_cb), &n_edited);
  g_signal_connect_swapped (untouched, "edited", G_CALLBACK (count_cb), &n_untouched);
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      editor_set (theirs, editor_get_root (theirs), "title", typed[i]);
      pact_workspace_poll (fixture->workspace);
      g_assert_cmpstr (pact_element_get_title (editor_get_root (editor)), ==, typed[i]);
    }
  g_assert_cmpuint (n_edited, ==, 4);
  g_assert_true (pact_editor_undo (theirs, &error));
  g_assert_true (pact_workspace_poll (fixture->workspace));
  g_assert_cmpstr (pact_element_get_title (editor_get_root (editor)), ==, "One");
  g_assert_true (pact_editor_redo (theirs, &error));
  g_assert_true (pact_workspace_poll (fixture->workspace));
  g_assert_cmpstr (pact_element_get_title (editor_get_root (editor)), ==, "A");
  /* One edit in the place of another. */
  g_assert_true (pact_editor_undo (theirs, &error));
  editor_set (theirs, editor_get_root (theirs), "title", "B");
  g_assert_true (pact_workspace_poll (fixture->workspace));
  g_assert_cmpstr (pact_element_get_title (editor_get_root (editor)), ==, "B");
  check_agrees (fixture, editor);
  g_assert_cmpuint (n_untouched, ==, 0);

  /* What was done here needs not be read either. */
  editor_set (untouched, editor_get_root (untouched), "title", "Ours");
  g_assert_cmpuint (n_untouched, ==, 1);
  g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  g_assert_true (pact_workspace_poll (fixture->workspace));
  g_assert_cmpstr (pact_element_get_title (editor_get_root (editor)), ==, "Written elsewhere");
  g_assert_cmpuint (n_untouched, ==, 1);

  theirs_too = workspace_open_plan (elsewhere, two);
  editor_set (theirs_too, editor_get_root (theirs_too), "title", "Theirs");
  n_edited = 0;
  g_assert_true (pact_workspace_poll (fixture->workspace));
  g_assert_cmpstr (pact_element_get_title (editor_get_root (untouched)), ==, "Theirs");
  g_assert_cmpuint (n_untouched, ==, 2);
  g_assert_cmpuint (n_edited, ==, 0);
  check_agrees (fixture, untouched);
}

/* Two programs at the same plan, neither of which has looked yet what the other did. */
static void
test_two_editors (WorkspaceFixture *fixture,
                  gconstpointer data)
{
  g_autofree char *uuid = workspace_create_plan (fixture->workspace, NULL, "en", "One");
  g_autoptr (PactEditor) ours = workspace_open_plan (fixture->workspace, uuid);
  PactElement *pillar = editor_add (ours, editor_get_root (ours), "pillar", "title", "A pillar");
  PactElement *objective = editor_add (ours, pillar, "objective", "title", "An objective");
  PactElement *measure = editor_add (ours, objective, "measure", "title", "A measure");
  g_autofree char *measure_uuid = g_strdup (pact_element_get_uuid (measure));
  g_autoptr (PactWorkspace) elsewhere = workspace_open (fixture->path);
  g_autoptr (PactEditor) theirs = workspace_open_plan (elsewhere, uuid);
  PactElement *moved = pact_plan_lookup (pact_editor_get_plan (theirs), measure_uuid);
  PactElement *place;
  g_autoptr (GError) error = NULL;

  place = editor_add (theirs, editor_get_root (theirs), "pillar", "title", "Another pillar");
  place = editor_add (theirs, place, "objective", "title", "Another objective");
  g_assert_true (move_alone (theirs, moved, place, NULL, &error));
  editor_set (ours, measure, "title", "Ours");
  check_agrees (fixture, ours);
  g_assert_cmpuint (pact_plan_count (pact_editor_get_plan (ours), "pillar"), ==, 2);

  /* Undoing takes back what was done last, whoever did it. */
  g_assert_true (pact_editor_undo (theirs, &error));
  check_agrees (fixture, theirs);
  g_assert_true (pact_editor_undo (ours, &error));
  check_agrees (fixture, ours);
  g_assert_true (pact_element_get_parent (measure) != NULL);
  g_assert_true (pact_editor_redo (theirs, &error));
  check_agrees (fixture, theirs);

  /* What is gone cannot be edited any more, and nothing else happens. */
  g_assert_true (pact_editor_remove (theirs, pact_plan_lookup (pact_editor_get_plan (theirs), measure_uuid), &error));
  g_assert_false (pact_editor_set_by_name (ours, measure, "title", "Gone", &error));
  g_assert_error (error, PACT_STORE_ERROR, PACT_STORE_ERROR_NOT_FOUND);
  g_assert_true (pact_workspace_poll (fixture->workspace));
  check_agrees (fixture, ours);
  check_agrees (fixture, theirs);
}

static void
test_find (WorkspaceFixture *fixture,
           gconstpointer data)
{
  g_autofree char *uuid = workspace_create_plan (fixture->workspace, NULL, "en", "One");
  g_autofree char *text = workspace_export_text (fixture->workspace, uuid);
  g_autofree char *twin = g_strdup (uuid);
  g_autofree char *twin_text = NULL;
  g_autofree char *upper = g_ascii_strup (uuid, -1);
  g_autofree char *prefix = g_strndup (uuid, 35);
  g_autofree char *by_prefix = NULL;
  g_autofree char *by_upper = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  by_prefix = pact_workspace_find_plan (fixture->workspace, prefix, &error);
  g_assert_cmpstr (by_prefix, ==, uuid);

  twin[35] = twin[35] == '0' ? '1' : '0';
  twin_text = text_replace (text, uuid, twin);
  records = workspace_import_text (fixture->workspace, twin_text, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (pact_workspace_find_plan (fixture->workspace, prefix, &error));
  g_assert_error (error, PACT_WORK_ERROR, PACT_WORK_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "More than one"));
  g_clear_error (&error);
  by_upper = pact_workspace_find_plan (fixture->workspace, upper, &error);
  g_assert_cmpstr (by_upper, ==, uuid);

  g_assert_null (pact_workspace_find_plan (fixture->workspace, "zz", &error));
  g_assert_error (error, PACT_WORK_ERROR, PACT_WORK_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (pact_workspace_find_plan (fixture->workspace, "", &error));
  g_assert_error (error, PACT_WORK_ERROR, PACT_WORK_ERROR_NOT_FOUND);
}

static void
test_search (WorkspaceFixture *fixture,
             gconstpointer data)
{
  g_autofree char *one = workspace_create_plan (fixture->workspace, NULL, "en", "Straßburg protects");
  g_autofree char *two = workspace_create_plan (fixture->workspace, NULL, "en", "Another");
  g_autoptr (PactEditor) editor = workspace_open_plan (fixture->workspace, one);
  PactElement *pillar = editor_add (editor, editor_get_root (editor), "pillar", "title", "Prévention partout");
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;
  PactFound *place;

  found = pact_workspace_search (fixture->workspace, "prevent", 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  place = g_ptr_array_index (found, 0);
  g_assert_cmpstr (pact_found_get_plan (place), ==, one);
  g_assert_cmpstr (pact_found_get_plan_title (place), ==, "Straßburg protects");
  g_assert_cmpstr (pact_found_get_element (place), ==, pact_element_get_uuid (pillar));
  g_assert_cmpstr (pact_found_get_kind (place), ==, "pillar");
  g_assert_cmpstr (pact_found_get_title (place), ==, "Prévention partout");
  g_assert_nonnull (strstr (pact_found_get_snippet (place), "Prévention"));

  /* What lies in the trash is not found. */
  g_assert_true (pact_workspace_set_trashed (fixture->workspace, one, TRUE, &error));
  none = pact_workspace_search (fixture->workspace, "prevent", 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_notes (WorkspaceFixture *fixture,
            gconstpointer data)
{
  g_autofree char *none = pact_workspace_get_note (fixture->workspace, "assistant");
  g_autofree char *kept = NULL;
  g_autofree char *forgotten = NULL;
  g_autoptr (PactWorkspace) other = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (none);
  g_assert_true (pact_workspace_set_note (fixture->workspace, "assistant", "{\"page\":2}", &error));
  other = workspace_open (fixture->path);
  kept = pact_workspace_get_note (other, "assistant");
  g_assert_cmpstr (kept, ==, "{\"page\":2}");
  g_assert_true (pact_workspace_set_note (other, "assistant", NULL, &error));
  forgotten = pact_workspace_get_note (fixture->workspace, "assistant");
  g_assert_null (forgotten);
}

static void
test_history_limits (WorkspaceFixture *fixture,
                     gconstpointer data)
{
  g_autofree char *uuid = workspace_create_plan (fixture->workspace, NULL, "en", "One");
  g_autoptr (PactEditor) editor = workspace_open_plan (fixture->workspace, uuid);
  guint n_undone = 0;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_assert_nonnull (pact_editor_add (editor, editor_get_root (editor), "pillar", NULL, &error));
      g_assert_no_error (error);
    }
  g_assert_true (wait_thin_history (fixture->workspace, 3, 365));
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM edit WHERE state = 'done'"), ==, 5);
  outside_query (fixture->path, "UPDATE edit SET at = '2020-01-01T00:00:00Z'");
  g_assert_true (wait_thin_history (fixture->workspace, 3, 36500));
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM edit WHERE state = 'done'"), ==, 5);
  g_assert_true (wait_thin_history (fixture->workspace, 3, 365));
  while (pact_editor_can_undo (editor))
    {
      g_assert_true (pact_editor_undo (editor, &error));
      g_assert_no_error (error);
      n_undone++;
    }
  g_assert_cmpuint (n_undone, ==, 3);
  g_assert_cmpuint (pact_plan_count (pact_editor_get_plan (editor), "pillar"), ==, 2);
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
  g_autoptr (Folder) folder = NULL;

  if (argc == 4 && g_str_equal (argv[1], "--write"))
    return write_as_other_program (argv[2], argv[3]);

  folder = folder_new ();
  program = argv[0];
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);

  add ("/workspace/create", test_create);
  add ("/workspace/create-empty", test_create_empty);
  add ("/workspace/list", test_list);
  add ("/workspace/poll", test_poll);
  add ("/workspace/poll-one-of-two", test_poll_one_of_two);
  add ("/workspace/two-editors", test_two_editors);
  add ("/workspace/find", test_find);
  add ("/workspace/search", test_search);
  add ("/workspace/notes", test_notes);
  add ("/workspace/history-limits", test_history_limits);

  return g_test_run ();
}
