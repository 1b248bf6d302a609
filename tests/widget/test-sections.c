/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "pact-field-row.h"
#include "pact-plan.h"
#include "pact-sections.h"
#include "pact-shell.h"
#include "widget-fixture.h"

/* The table of the sections of a plan, and that people find every field in one of them. */

/* A section is named once, and what it holds stands directly in the plan or is the plan itself. */
static void
test_table (void)
{
  const PactModel *model = pact_model_get_default ();
  guint n_sections;
  const PactSectionInfo *sections = pact_sections_get (&n_sections);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_sections; i++)
    {
      const PactSectionInfo *info = &sections[i];

      g_assert_true (g_hash_table_add (names, (gpointer) info->name));
      g_assert_true (g_type_is_a (info->get_type (), PACT_TYPE_SECTION));
      g_assert_true ((info->count != NULL) == (info->describe != NULL));
      for (guint j = 0; info->holds[j] != NULL; j++)
        {
          const PactKind *kind = pact_model_find_kind (model, info->holds[j]);

          g_assert_nonnull (kind);
          g_assert_true (kind == pact_model_get_root (model) || pact_kind_may_contain (pact_model_get_root (model), kind));
        }
    }
}

/* What has no screen yet, and the partners of a measure, of whom each is a line that is chosen and not filled in. */
static const char *const without_form[] = { "comment", "remark", "involvement", NULL };

static gboolean
is_held (PactElement *element)
{
  guint n_sections;
  const PactSectionInfo *sections = pact_sections_get (&n_sections);

  if (g_strv_contains (without_form, pact_element_get_kind (element)->name))
    return FALSE;
  for (guint i = 0; i < n_sections; i++)
    {
      if (pact_section_info_holds (&sections[i], element))
        return TRUE;
    }

  return FALSE;
}

/* The element itself, or a new one in the deepest place that has been reached. */
static PactElement *
make_element (WidgetFixture *fixture,
              const PactKind *kind)
{
  PactPlan *plan = pact_editor_get_plan (fixture->editor);
  PactElement *root = pact_plan_get_root (plan);
  PactElement *parents[] = { fixture->measure, fixture->objective, pact_element_get_parent (fixture->objective), root };
  g_autoptr (GError) error = NULL;

  if (kind == pact_element_get_kind (root))
    return root;

  for (guint i = 0; i < G_N_ELEMENTS (parents); i++)
    {
      PactElement *element;

      if (pact_element_get_kind (parents[i]) == kind)
        return parents[i];
      if (!pact_kind_may_contain (pact_element_get_kind (parents[i]), kind))
        continue;
      element = pact_editor_add (fixture->editor, parents[i], kind->name, NULL, &error);
      g_assert_no_error (error);
      /* Only of a scale it is asked how many steps it has. */
      if (pact_kind_find_field (kind, "steps") != NULL)
        pact_editor_set_by_name (fixture->editor, element, "type", "scale", &error);
      g_assert_no_error (error);
      return element;
    }

  return NULL;
}

/* Whether the keyboard is where the field is edited. */
static gboolean
is_in (PactWindow *window,
       PactElement *element,
       const PactField *field)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, PACT_TYPE_FIELD_ROW) : NULL;

  return row != NULL && pact_field_row_get_field (PACT_FIELD_ROW (row)) == field
         && g_strcmp0 (pact_element_get_uuid (pact_field_row_get_element (PACT_FIELD_ROW (row))),
                       pact_element_get_uuid (element)) == 0;
}

/* Whoever is sent to a field finds it. */
static void
test_each_field (WidgetFixture *fixture,
                 gconstpointer data)
{
  const PactModel *model = pact_model_get_default ();
  g_autoptr (PactApplication) application = widget_application_new ();
  PactWindow *window = widget_window_show (application, fixture->workspace);
  guint n = 0;

  pact_shell_open_plan (PACT_SHELL (window), pact_editor_get_uuid (fixture->editor), NULL);
  for (gsize i = 0; i < model->n_kinds; i++)
    {
      const PactKind *kind = &model->kinds[i];
      PactElement *element = make_element (fixture, kind);

      for (gsize j = 0; element != NULL && is_held (element) && j < kind->n_fields; j++)
        {
          const PactField *field = &kind->fields[j];

          if (field->flags & PACT_FIELD_INTERNAL)
            continue;
          n++;
          if (pact_shell_reveal (PACT_SHELL (window), pact_element_get_uuid (element), field->name)
              && is_in (window, element, field))
            continue;
          g_test_message ("There is no place for %s of %s", field->name, kind->name);
          g_test_fail ();
        }
    }
  g_assert_cmpuint (n, >, 80);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  g_test_add_func ("/sections/table", test_table);
  g_test_add ("/sections/each-field", WidgetFixture, NULL, widget_fixture_set_up, test_each_field, widget_fixture_tear_down);
}

int
main (int argc,
      char *argv[])
{
  return widget_test_run (argc, argv, add_tests);
}
