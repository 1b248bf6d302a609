/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <glib/gstdio.h>

#include "pact-plan-order.h"
#include "pact-plan-row.h"
#include "widget-fixture.h"
#include "new-plan.h"
#include "wait.h"

/* A template of one's own. */
static char *
write_template (const char *folder,
                const char *id)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.json", folder, id);
  g_autofree char *text = g_strdup_printf ("{\"format\":\"pact-template\",\"format_version\":1,\"id\":\"own-%s\","
                                           "\"version\":\"1.0.0\",\"language\":\"en\",\"licence\":\"unspecified\","
                                           "\"title\":\"How we plan\",\"pillars\":[]}", id);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return g_steal_pointer (&path);
}

static void
add_plan (PactWorkspace *workspace,
          const char *template_id)
{
  g_autoptr (PactRecord) answers = new_plan (template_id, "en", template_id);
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = pact_workspace_create_plan (workspace, answers, &error);

  g_assert_no_error (error);
}

/* The choices behind the first of a filter, which is any. */
static GMenuModel *
get_choices (GMenuModel *menu,
             PactPlanTrait trait)
{
  g_autoptr (GMenuModel) filters = g_menu_model_get_item_link (menu, 1, G_MENU_LINK_SECTION);
  g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (filters, trait, G_MENU_LINK_SUBMENU);

  return g_menu_model_get_item_link (submenu, 1, G_MENU_LINK_SECTION);
}

static void
check_choice (GMenuModel *choices,
              int index,
              const char *label,
              const char *value)
{
  g_autofree char *found = NULL;
  g_autofree char *target = NULL;

  g_assert_true (g_menu_model_get_item_attribute (choices, index, G_MENU_ATTRIBUTE_LABEL, "s", &found));
  g_assert_true (g_menu_model_get_item_attribute (choices, index, G_MENU_ATTRIBUTE_TARGET, "s", &target));
  g_assert_cmpstr (found, ==, label);
  g_assert_cmpstr (target, ==, value);
}

/* Plans of two templates with one title can be looked at apart, and of those whose template is gone too. */
static void
test_namesakes (WidgetFixture *fixture,
                gconstpointer data)
{
  PactTemplateLibrary *templates = pact_workspace_get_templates (fixture->workspace);
  g_autofree char *folder = pact_template_library_get_user_folder ();
  g_autofree char *one = NULL, *two = NULL, *gone = NULL;
  g_autoptr (GMenuModel) menu = NULL;
  g_autoptr (GMenuModel) choices = NULL;
  g_autoptr (GMenuModel) countries = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  one = write_template (folder, "one");
  two = write_template (folder, "two");
  gone = write_template (folder, "gone");
  pact_template_library_reload (templates);
  add_plan (fixture->workspace, "own-one");
  add_plan (fixture->workspace, "own-two");
  add_plan (fixture->workspace, "own-two");
  add_plan (fixture->workspace, "own-gone");
  g_unlink (gone);
  pact_template_library_reload (templates);

  menu = pact_plan_view_menu_new (pact_workspace_get_plans (fixture->workspace), templates);
  choices = get_choices (menu, PACT_PLAN_TRAIT_TEMPLATE);
  g_assert_cmpint (g_menu_model_get_n_items (choices), ==, 3);
  check_choice (choices, 0, "How we plan (one.json)", "own-one");
  check_choice (choices, 1, "How we plan (two.json)", "own-two");
  check_choice (choices, 2, "own-gone", "own-gone");
  countries = get_choices (menu, PACT_PLAN_TRAIT_COUNTRY);
  g_assert_cmpint (g_menu_model_get_n_items (countries), ==, 1);
  check_choice (countries, 0, "France", "FR");

  g_unlink (one);
  g_unlink (two);
}

/* A copy is told apart where the line is cut off first. */
static void
test_copy (WidgetFixture *fixture,
           gconstpointer data)
{
  GListModel *plans = pact_workspace_get_plans (fixture->workspace);
  g_autoptr (GError) error = NULL;
  g_autofree char *copy =
    wait_duplicate (fixture->workspace, pact_editor_get_uuid (fixture->editor), NULL, &error);
  guint n_copies = 0;

  g_assert_no_error (error);
  g_assert_cmpint (g_list_model_get_n_items (plans), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PactPlanItem) item = g_list_model_get_item (plans, i);
      GtkWidget *row = g_object_ref_sink (pact_plan_row_new ());
      GtkLabel *details;
      gboolean is_copy;

      pact_plan_row_set_item (PACT_PLAN_ROW (row), item, pact_workspace_get_templates (fixture->workspace));
      details = GTK_LABEL (gtk_widget_get_template_child (row, PACT_TYPE_PLAN_ROW, "details_label"));
      is_copy = g_str_has_prefix (gtk_label_get_label (details), "copy made on ");
      g_assert_true (is_copy == g_str_equal (pact_plan_item_get_uuid (item), copy));
      n_copies += is_copy;
      g_object_unref (row);
    }
  g_assert_cmpint (n_copies, ==, 1);
}

static void
add_tests (void)
{
  g_test_add ("/plan-menu/namesakes", WidgetFixture, NULL, widget_fixture_set_up, test_namesakes, widget_fixture_tear_down);
  g_test_add ("/plan-menu/copy", WidgetFixture, NULL, widget_fixture_set_up, test_copy, widget_fixture_tear_down);
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("pact-plan-menu-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", folder, TRUE);

  return widget_test_run (argc, argv, add_tests);
}
