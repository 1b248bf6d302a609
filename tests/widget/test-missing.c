/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <string.h>

#include "pact-application.h"
#include "pact-exchange.h"
#include "pact-plan-page.h"
#include "pact-shell.h"
#include "pact-window.h"
#include "sample.h"
#include "widget-fixture.h"

/* Plans of others may lack any field: each is shown all the same, and exported, without a complaint, which here ends the test. */

static void
assert_exports (PactWorkspace *workspace,
                const char *uuid)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = pact_workspace_export (workspace, uuid, TRUE, FALSE, NULL, &error);
  g_autoptr (GPtrArray) records = NULL;

  g_assert_no_error (error);
  records = pact_exchange_read_plan (bytes, pact_model_get_default (), NULL, &error);
  g_assert_no_error (error);
}

static void
import_sample (PactWorkspace *workspace)
{
  const PactExportOptions draft = { .draft = TRUE };
  g_autoptr (PactPlan) sample = sample_plan_new (pact_model_get_default ());
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = pact_exchange_write_plan (sample, &draft, &error);
  g_autoptr (GPtrArray) records = NULL;

  g_assert_no_error (error);
  records = pact_workspace_import (workspace, bytes, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
}

static const char *
find_imported (WidgetFixture *fixture)
{
  GListModel *plans = pact_workspace_get_plans (fixture->workspace);

  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (PactPlanItem) item = g_list_model_get_item (plans, i);

      if (!g_str_equal (pact_plan_item_get_uuid (item), pact_editor_get_uuid (fixture->editor)))
        return pact_plan_item_get_uuid (item);
    }

  return NULL;
}

static PactElement *
find_first (PactElement *element,
            const PactKind *kind)
{
  const PactModel *model = pact_model_get_default ();
  PactElement *found = pact_element_get_kind (element) == kind ? element : NULL;

  for (gsize i = 0; i < model->n_kinds && found == NULL; i++)
    {
      GListModel *children = pact_kind_may_contain (pact_element_get_kind (element), &model->kinds[i])
                               ? pact_element_get_children (element, &model->kinds[i])
                               : NULL;

      for (guint j = 0; children != NULL && j < g_list_model_get_n_items (children) && found == NULL; j++)
        {
          g_autoptr (PactElement) child = g_list_model_get_item (children, j);

          found = find_first (child, kind);
        }
    }

  return found;
}

/* A plan that says nothing at all. */
static char *
import_bare (PactWorkspace *workspace)
{
  static const char text[] = "{\"format\":\"pact-plan\",\"format_version\":1,"
                             "\"plan\":{\"id\":\"11111111-1111-4111-8111-111111111111\"}}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = pact_workspace_import (workspace, bytes, TRUE, NULL, NULL, &error);

  g_assert_no_error (error);

  return g_strdup (((PactRecord *) g_ptr_array_index (records, 0))->uuid);
}

/* The list of plans, the page of the element, and the overview. */
static void
show_everywhere (PactWindow *window,
                 const char *plan,
                 const char *element)
{
  pact_shell_show_library (PACT_SHELL (window));
  widget_wait_for_frames (GTK_WIDGET (window));
  pact_shell_open_plan (PACT_SHELL (window), plan, element);
  gtk_widget_activate_action (widget_find (GTK_WIDGET (window), PACT_TYPE_PLAN_PAGE, 0), "plan.show-section", "s", "overview");
  widget_wait_for_frames (GTK_WIDGET (window));
}

static void
test_each_field (WidgetFixture *fixture,
                 gconstpointer data)
{
  const PactModel *model = pact_model_get_default ();
  g_autoptr (PactApplication) application = widget_application_new ();
  PactWindow *window = widget_window_show (application, fixture->workspace);
  g_autofree char *bare = NULL;
  g_autofree char *uuid = NULL;
  g_autoptr (PactEditor) editor = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  import_sample (fixture->workspace);
  uuid = g_strdup (find_imported (fixture));
  editor = pact_workspace_open_plan (fixture->workspace, uuid, &error);
  g_assert_no_error (error);
  bare = import_bare (fixture->workspace);
  show_everywhere (window, bare, bare);
  assert_exports (fixture->workspace, bare);

  for (gsize i = 0; i < model->n_kinds; i++)
    {
      const PactKind *kind = &model->kinds[i];
      PactElement *element = find_first (pact_plan_get_root (pact_editor_get_plan (editor)), kind);

      for (gsize j = 0; element != NULL && j < kind->n_fields; j++)
        {
          const PactField *field = &kind->fields[j];
          g_autofree char *value = g_strdup (pact_element_get_value (element, field));

          if (value == NULL)
            continue;
          g_test_message ("%s without %s", kind->name, field->name);
          pact_editor_set (editor, element, field, NULL, &error);
          g_assert_no_error (error);
          show_everywhere (window, uuid, pact_element_get_uuid (element));
          assert_exports (fixture->workspace, uuid);
          pact_editor_set (editor, element, field, value, &error);
          g_assert_no_error (error);
          n++;
        }
    }
  g_assert_cmpuint (n, >, 100);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  g_test_add ("/missing/each-field", WidgetFixture, NULL, widget_fixture_set_up, test_each_field, widget_fixture_tear_down);
}

int
main (int argc,
      char *argv[])
{
  return widget_test_run (argc, argv, add_tests);
}
