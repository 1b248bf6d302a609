/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "editor-fixture.h"
#include "sample.h"
#include "new-plan.h"
#include "whole.h"

/* Editors for tests. */

static void
edited_cb (EditorFixture *fixture)
{
  fixture->n_edited++;
}

static void
notify_cb (PactEditor *editor,
           GParamSpec *property,
           guint *count)
{
  (*count)++;
}

void
editor_fixture_open (EditorFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->workspace = pact_workspace_open (fixture->path, &error);
  g_assert_no_error (error);
  fixture->editor = pact_workspace_open_plan (fixture->workspace, fixture->uuid, &error);
  g_assert_no_error (error);
  fixture->other = pact_workspace_open (fixture->path, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (fixture->editor, "edited", G_CALLBACK (edited_cb), fixture);
  g_signal_connect (fixture->editor, "notify::can-undo", G_CALLBACK (notify_cb), &fixture->n_can_undo);
  g_signal_connect (fixture->editor, "notify::can-redo", G_CALLBACK (notify_cb), &fixture->n_can_redo);
}

void
editor_fixture_close (EditorFixture *fixture)
{
  g_clear_object (&fixture->editor);
  g_clear_object (&fixture->other);
  g_clear_object (&fixture->workspace);
}

char *
editor_create_plan (PactWorkspace *workspace,
                    const char *template_id)
{
  g_autoptr (PactRecord) answers = new_plan (template_id, "en", NULL);
  g_autoptr (GError) error = NULL;
  char *uuid = pact_workspace_create_plan (workspace, answers, &error);

  g_assert_no_error (error);

  return uuid;
}

void
editor_fixture_set_up (EditorFixture *fixture,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PactWorkspace) workspace = NULL;

  fixture->folder = folder_new ();
  fixture->path = g_build_filename (fixture->folder, "library.db", NULL);
  workspace = pact_workspace_open (fixture->path, &error);
  g_assert_no_error (error);
  fixture->uuid = editor_create_plan (workspace, "pact-4ps");
  g_clear_object (&workspace);
  editor_fixture_open (fixture);
}

void
editor_fixture_tear_down (EditorFixture *fixture,
                          gconstpointer data)
{
  editor_fixture_close (fixture);
  g_free (fixture->path);
  g_free (fixture->uuid);
  folder_free (fixture->folder);
}

PactElement *
editor_get_root (EditorFixture *fixture)
{
  return pact_plan_get_root (pact_editor_get_plan (fixture->editor));
}

/* The nth child of a kind, which the plan keeps. */
PactElement *
element_get_child (PactElement *parent,
                   const char *kind_name,
                   guint nth)
{
  g_autoptr (PactElement) child = g_list_model_get_item (pact_element_get_children_by_name (parent, kind_name), nth);

  g_assert_nonnull (child);

  return child;
}

guint
element_count_children (PactElement *parent,
                        const char *kind_name)
{
  return g_list_model_get_n_items (pact_element_get_children_by_name (parent, kind_name));
}

static void
check_tally (PactElement *element,
             gpointer data)
{
  PactTally tally;
  PactTally expected = sample_count (element);

  pact_element_get_tally (element, &tally);
  g_assert_cmpmem (&tally, sizeof tally, &expected, sizeof expected);
}

/* What the list of plans says is what can be counted in the plan. */
static void
check_summary (EditorFixture *fixture,
               PactElement *root)
{
  g_autoptr (GError) error = NULL;
  PactTally expected = sample_count (root);
  GListModel *plans = pact_workspace_get_plans (fixture->other);
  gboolean is_found = FALSE;

  g_assert_true (pact_workspace_refresh (fixture->other, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (PactPlanItem) item = g_list_model_get_item (plans, i);
      guint filled, required;

      if (!g_str_equal (pact_plan_item_get_uuid (item), fixture->uuid))
        continue;
      is_found = TRUE;
      g_assert_cmpuint (pact_plan_item_get_n_measures (item), ==, expected.measures);
      pact_plan_item_get_completeness (item, &filled, &required);
      g_assert_cmpuint (filled, ==, expected.filled);
      g_assert_cmpuint (required, ==, expected.required);
      g_assert_cmpstr (pact_plan_item_get (item, "title"), ==, pact_element_get_title (root));
      g_assert_cmpstr (pact_plan_item_get (item, "authority_name"), ==, pact_element_get (root, "authority_name"));
      g_assert_cmpstr (pact_plan_item_get (item, "country"), ==, pact_element_get (root, "country"));
      g_assert_cmpstr (pact_plan_item_get (item, "language"), ==, pact_element_get (root, "language"));
      g_assert_cmpstr (pact_plan_item_get (item, "template_id"), ==, pact_element_get (root, "template_id"));
      g_assert_cmpstr (pact_plan_item_get (item, "state"), ==, pact_element_get (root, "state"));
      g_assert_cmpstr (pact_plan_item_get (item, "period_start"), ==, pact_element_get (root, "period_start"));
      g_assert_cmpstr (pact_plan_item_get (item, "period_end"), ==, pact_element_get (root, "period_end"));
      g_assert_cmpstr (pact_plan_item_get_modified (item), ==, plan_find_modified (pact_element_get_plan (root)));
      g_assert_false (pact_plan_item_is_trashed (item));
    }
  g_assert_true (is_found);
}

/* The plan in memory is what another program finds in the file, and so is all that is counted of it. */
void
editor_check_agrees (EditorFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PactEditor) editor = pact_workspace_open_plan (fixture->other, fixture->uuid, &error);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  g_assert_no_error (error);
  records = pact_plan_to_records (pact_editor_get_plan (editor));
  changes = pact_plan_compare (pact_editor_get_plan (fixture->editor), records);
  g_assert_cmpuint (changes->len, ==, 0);
  pact_element_walk (pact_plan_get_root (pact_editor_get_plan (fixture->editor)), check_tally, NULL);
  check_summary (fixture, pact_plan_get_root (pact_editor_get_plan (editor)));
}

/* The verbs of the clipboard take several elements; these take one. */
char *
editor_copy (PactEditor *editor,
             PactElement *element)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  g_ptr_array_add (elements, element);

  return pact_editor_copy (editor, elements);
}

char *
editor_cut (PactEditor *editor,
            PactElement *element,
            GError **error)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  g_ptr_array_add (elements, element);

  return pact_editor_cut (editor, elements, error);
}

PactElement *
editor_paste (PactEditor *editor,
              PactElement *target,
              const char *text,
              GError **error)
{
  g_autoptr (GPtrArray) pasted = pact_editor_paste (editor, target, text, error);

  return pasted != NULL ? g_ptr_array_index (pasted, 0) : NULL;
}

void
editor_undo (EditorFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (pact_editor_undo (fixture->editor, &error));
  g_assert_no_error (error);
}

void
editor_redo (EditorFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (pact_editor_redo (fixture->editor, &error));
  g_assert_no_error (error);
}
