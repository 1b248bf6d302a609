/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <string.h>

#include "pact-value.h"
#include "workspace-fixture.h"
#include "new-plan.h"

PactWorkspace *
workspace_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  PactWorkspace *workspace = pact_workspace_open (path, &error);

  g_assert_no_error (error);

  return workspace;
}

PactEditor *
workspace_open_plan (PactWorkspace *workspace,
                     const char *uuid)
{
  g_autoptr (GError) error = NULL;
  PactEditor *editor = pact_workspace_open_plan (workspace, uuid, &error);

  g_assert_no_error (error);

  return editor;
}

char *
workspace_create_plan (PactWorkspace *workspace,
                       const char *template_id,
                       const char *language,
                       const char *title)
{
  g_autoptr (PactRecord) answers = new_plan (template_id, language, title);
  g_autoptr (GError) error = NULL;
  char *uuid;

  pact_record_set (answers, "period_start", "2027-03");
  uuid = pact_workspace_create_plan (workspace, answers, &error);

  g_assert_no_error (error);
  g_assert_true (pact_uuid_is_valid (uuid));

  return uuid;
}

void
workspace_fixture_set_up (WorkspaceFixture *fixture,
                          gconstpointer data)
{
  fixture->folder = folder_new ();
  fixture->path = g_build_filename (fixture->folder, "library.db", NULL);
  fixture->workspace = workspace_open (fixture->path);
}

void
workspace_fixture_tear_down (WorkspaceFixture *fixture,
                             gconstpointer data)
{
  g_clear_object (&fixture->workspace);
  g_free (fixture->path);
  folder_free (fixture->folder);
}

guint
workspace_count_plans (PactWorkspace *workspace)
{
  return g_list_model_get_n_items (pact_workspace_get_plans (workspace));
}

PactPlanItem *
workspace_find_item (PactWorkspace *workspace,
                     const char *uuid)
{
  for (guint i = 0; i < workspace_count_plans (workspace); i++)
    {
      g_autoptr (PactPlanItem) item = g_list_model_get_item (pact_workspace_get_plans (workspace), i);

      if (g_str_equal (pact_plan_item_get_uuid (item), uuid))
        return g_steal_pointer (&item);
    }

  return NULL;
}

PactElement *
editor_get_root (PactEditor *editor)
{
  return pact_plan_get_root (pact_editor_get_plan (editor));
}

PactElement *
element_get_first (PactElement *parent,
                   const char *kind_name)
{
  g_autoptr (PactElement) child = g_list_model_get_item (pact_element_get_children_by_name (parent, kind_name), 0);

  g_assert_nonnull (child);

  return child;
}

void
editor_set (PactEditor *editor,
            PactElement *element,
            const char *field_name,
            const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (pact_editor_set_by_name (editor, element, field_name, value, &error));
  g_assert_no_error (error);
}

PactElement *
editor_add (PactEditor *editor,
            PactElement *parent,
            const char *kind_name,
            const char *field_name,
            const char *value)
{
  g_autoptr (GError) error = NULL;
  PactElement *element = pact_editor_add (editor, parent, kind_name, NULL, &error);

  g_assert_no_error (error);
  editor_set (editor, element, field_name, value);
  g_assert_cmpstr (pact_element_get (element, field_name), ==, value);

  return element;
}

GBytes *
workspace_export_draft (PactWorkspace *workspace,
                        const char *uuid)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = pact_workspace_export (workspace, uuid, TRUE, FALSE, NULL, &error);

  g_assert_no_error (error);

  return bytes;
}

char *
workspace_export_text (PactWorkspace *workspace,
                       const char *uuid)
{
  g_autoptr (GBytes) bytes = workspace_export_draft (workspace, uuid);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

GPtrArray *
workspace_import_text (PactWorkspace *workspace,
                       const char *text,
                       gboolean as_copy,
                       GPtrArray **problems,
                       GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return pact_workspace_import (workspace, bytes, as_copy, "Plan.json", problems, error);
}

/* The text with the one occurrence of @old that comes first replaced; there must be one. */
char *
text_replace (const char *text,
              const char *old,
              const char *new)
{
  g_auto (GStrv) parts = g_strsplit (text, old, 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);

  return g_strjoinv (new, parts);
}
