/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <string.h>

#include "pact-coverage.h"
#include "pact-entry-row.h"
#include "pact-overview.h"
#include "pact-plan-row.h"
#include "pact-plan.h"
#include "pact-section-row.h"
#include "pact-shell.h"
#include "pact-window.h"
#include "widget-fixture.h"

/* The figures of a plan, as they stand on the screen: on a plan that is small enough to count by hand. */

static void
add_texts (GtkWidget *widget,
           GString *texts)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget) && *gtk_label_get_label (GTK_LABEL (widget)) != '\0')
    g_string_append_printf (texts, "%s%s", texts->len > 0 ? " | " : "", gtk_label_get_label (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    add_texts (child, texts);
}

/* All that can be read in a widget, with a bar between. */
static void
check_texts (GtkWidget *widget,
             const char *expected)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  add_texts (widget, texts);
  g_assert_cmpstr (texts->str, ==, expected);
}

static void
set (WidgetFixture *fixture,
     PactElement *element,
     const char *field,
     const char *value)
{
  g_autoptr (GError) error = NULL;

  pact_editor_set_by_name (fixture->editor, element, field, value, &error);
  g_assert_no_error (error);
}

static PactElement *
get_root (WidgetFixture *fixture)
{
  return pact_plan_get_root (pact_editor_get_plan (fixture->editor));
}

/* Of the 16 answers that are needed four are missing, three of them in the measure. */
static void
fill_in (WidgetFixture *fixture)
{
  PactElement *actor = widget_fixture_add (fixture, get_root (fixture), "actor", "name", "Youth office");

  set (fixture, pact_element_get_parent (fixture->objective), "title", "Prevention");
  set (fixture, fixture->objective, "title", "Staff know");
  set (fixture, fixture->measure, "lead", pact_element_get_uuid (actor));
}

/* A line of the library says what the plan itself says, and what is missing is not there yet. */
static void
test_library (WidgetFixture *fixture,
              gconstpointer data)
{
  GtkWidget *row = pact_plan_row_new ();
  g_autoptr (PactPlanItem) item = NULL;
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  fill_in (fixture);
  g_assert_true (pact_workspace_refresh (fixture->workspace, &error));
  g_assert_no_error (error);
  item = g_list_model_get_item (pact_workspace_get_plans (fixture->workspace), 0);
  widget_fixture_show (fixture, row);
  pact_plan_row_set_item (PACT_PLAN_ROW (row), item, pact_workspace_get_templates (fixture->workspace));
  /* Between the two stands how long ago it was changed. */
  add_texts (row, texts);
  g_assert_true (g_str_has_prefix (texts->str, "A plan | A town · France | 2027–2029 · changed "));
  g_assert_true (g_str_has_suffix (texts->str, " | Drafting | 75%"));
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (widget_find (row, GTK_TYPE_PROGRESS_BAR, 0))), ==, 0.75);
}

static void
check_sections (GtkWidget *window,
                const char *const *expected)
{
  for (guint i = 0; expected[i] != NULL; i++)
    check_texts (widget_find (window, PACT_TYPE_SECTION_ROW, i), expected[i]);
}

/* Beside each section stands what is missing in it, and in it alone. */
static void
test_sections (WidgetFixture *fixture,
               gconstpointer data)
{
  g_autoptr (PactApplication) application = widget_application_new ();
  PactWindow *window = widget_window_show (application, fixture->workspace);

  fill_in (fixture);
  pact_shell_open_plan (PACT_SHELL (window), pact_editor_get_uuid (fixture->editor), NULL);
  check_sections (GTK_WIDGET (window),
                  (const char *const[]){ "Overview", "Where do we stand? | 0/1", "Authority and commitment", "Situation",
                                          "Measures | 0/1", "Table", "Actors and funding", "Still missing", "Documents", "Submission",
                                          NULL });

  set (fixture, get_root (fixture), "period_end", NULL);
  set (fixture, fixture->measure, "situation", "missing");
  widget_fixture_add (fixture, fixture->objective, "measure", "title", "Build");
  widget_fixture_add (fixture, get_root (fixture), "actor", "contribution", "Rooms");
  check_sections (GTK_WIDGET (window),
                  (const char *const[]){ "Overview", "Where do we stand? | 1/2", "Authority and commitment | 7/8", "Situation",
                                          "Measures | 0/2", "Table", "Actors and funding | 1/2", "Still missing", "Documents", "Submission",
                                          NULL });

  set (fixture, fixture->measure, "title", "Train");
  set (fixture, fixture->measure, "situation", "in-place");
  check_sections (GTK_WIDGET (window),
                  (const char *const[]){ "Overview", "Where do we stand? | 1/2", "Authority and commitment | 7/8", "Situation",
                                          "Measures | 1/2", "Table", "Actors and funding | 1/2", "Still missing", "Documents", "Submission",
                                          NULL });
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_dates (GtkWidget *widget,
           GString *dates)
{
  if (ADW_IS_ACTION_ROW (widget) && g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (widget)), "Due: "))
    g_string_append_printf (dates, "%s – %s\n", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)),
                            adw_action_row_get_subtitle (ADW_ACTION_ROW (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    add_dates (child, dates);
}

/* The overview shows what the figures say: how much there is, what comes next, who leads nothing, whom it reaches. */
static void
test_overview (WidgetFixture *fixture,
               gconstpointer data)
{
  PactSection *overview = g_object_new (PACT_TYPE_OVERVIEW, NULL);
  GtkWidget *articles;
  g_autoptr (GString) dates = g_string_new (NULL);

  fill_in (fixture);
  set (fixture, fixture->measure, "target_groups", "girls boys");
  set (fixture, fixture->measure, "legal_basis", "lanzarote-6 uncrc-16");
  widget_fixture_add (fixture, fixture->objective, "measure", "target_groups", "girls");
  for (int i = 9; i > 0; i--)
    {
      g_autofree char *title = g_strdup_printf ("M%d", i);
      g_autofree char *due = g_strdup_printf ("299%d", i);

      set (fixture, widget_fixture_add (fixture, fixture->measure, "milestone", "title", title), "due", due);
    }
  set (fixture, widget_fixture_add (fixture, fixture->measure, "milestone", "title", "Past"), "due", "2001");

  widget_fixture_show (fixture, GTK_WIDGET (overview));
  pact_section_set_editor (overview, fixture->editor);
  add_dates (GTK_WIDGET (overview), dates);
  g_assert_cmpstr (dates->str, ==,
                   "M1 – Due: 2991\nM2 – Due: 2992\nM3 – Due: 2993\nM4 – Due: 2994\nM5 – Due: 2995\nM6 – Due: 2996\n");
  check_texts (widget_find (widget_find (GTK_WIDGET (overview), PACT_TYPE_COVERAGE, 0), GTK_TYPE_FLOW_BOX_CHILD, 4), "Girls | 2");
  check_texts (widget_find (widget_find (GTK_WIDGET (overview), PACT_TYPE_COVERAGE, 0), GTK_TYPE_FLOW_BOX_CHILD, 5), "Boys | 1");
  check_texts (widget_find (widget_find (GTK_WIDGET (overview), PACT_TYPE_COVERAGE, 0), GTK_TYPE_FLOW_BOX_CHILD, 6),
               "Children with disabilities | none");

  /* That no measure serves an article is a gap only for those that every plan should serve. */
  articles = widget_find (GTK_WIDGET (overview), PACT_TYPE_COVERAGE, 1);
  check_texts (widget_find (articles, GTK_TYPE_FLOW_BOX_CHILD, 0), "Lanzarote Convention, Article 5 | none");
  check_texts (widget_find (articles, GTK_TYPE_FLOW_BOX_CHILD, 1), "Lanzarote Convention, Article 6 | 1");
  check_texts (widget_find (articles, GTK_TYPE_FLOW_BOX_CHILD, 19), "Convention on the Rights of the Child, Article 12 | none");
  check_texts (widget_find (articles, GTK_TYPE_FLOW_BOX_CHILD, 20), "Convention on the Rights of the Child, Article 16 | 1");
}

static char *
dup_pact (GtkWidget *overview)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  add_texts (overview, texts);

  return g_strdup (strstr (texts->str, "Pact of Towns and Regions"));
}

/* Where the authority stands with the Pact is seen once somebody has said so. */
static void
test_pact (WidgetFixture *fixture,
           gconstpointer data)
{
  static const struct { const char *field, *value, *shown; } steps[] = {
    { "pact_state", "not-yet", "Pact of Towns and Regions | Joining the Pact | Not yet | Who does it" },
    { "pact_decided_on", "2026-11-12", "Pact of Towns and Regions | Joining the Pact | Decided: 12 November 2026 | Who does it" },
    { "pact_signed_on", "2027-02", "Pact of Towns and Regions | Joining the Pact | Signed: February 2027 | Who does it" },
  };
  PactSection *overview = g_object_new (PACT_TYPE_OVERVIEW, NULL);
  g_autofree char *nothing = NULL;

  fill_in (fixture);
  widget_fixture_show (fixture, GTK_WIDGET (overview));
  pact_section_set_editor (overview, fixture->editor);
  nothing = dup_pact (GTK_WIDGET (overview));
  g_assert_null (nothing);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *shown = NULL;

      set (fixture, get_root (fixture), steps[i].field, steps[i].value);
      shown = dup_pact (GTK_WIDGET (overview));
      g_assert_nonnull (shown);
      if (!g_str_has_prefix (shown, steps[i].shown))
        g_error ("“%s” does not begin with “%s”", shown, steps[i].shown);
    }
}

/* What somebody is typing is not written over by what is saved of it, whoever else writes: behind a space comes the next word. */
static void
test_space (WidgetFixture *fixture,
            gconstpointer data)
{
  const PactField *field = pact_kind_find_field (pact_element_get_kind (fixture->measure), "title");
  GtkWidget *row = g_object_new (PACT_TYPE_ENTRY_ROW, "field", field, NULL);
  GtkWidget *list = gtk_list_box_new ();
  GtkEditable *entry;
  g_autofree char *saved = NULL;

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  widget_fixture_show (fixture, list);
  pact_field_row_set_element (PACT_FIELD_ROW (row), fixture->editor, fixture->measure);
  entry = GTK_EDITABLE (widget_find (row, GTK_TYPE_ENTRY, 0));
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (entry)));
  gtk_editable_set_text (entry, "Two ");
  widget_wait_until_saved ();
  saved = widget_fixture_read (fixture, fixture->measure, "title");
  g_assert_cmpstr (saved, ==, "Two");

  g_signal_emit_by_name (fixture->measure, "changed", NULL);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Two ");

  /* What Enter is pressed behind is done. */
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Two");

  set (fixture, fixture->measure, "title", "Three");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Three");

  gtk_editable_set_text (entry, "Four ");
  widget_wait_until_saved ();
  gtk_root_set_focus (gtk_widget_get_root (row), NULL);
  /* A window in the background, as this may be, is not told that it has lost the keyboard. */
  pact_field_row_show_saved (PACT_FIELD_ROW (row));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Four");
}

static void
add_test (const char *name,
          void (*test) (WidgetFixture *, gconstpointer))
{
  g_test_add (name, WidgetFixture, NULL, widget_fixture_set_up, test, widget_fixture_tear_down);
}

static void
add_tests (void)
{
  add_test ("/shown/library", test_library);
  add_test ("/shown/sections", test_sections);
  add_test ("/shown/overview", test_overview);
  add_test ("/shown/pact", test_pact);
  add_test ("/shown/space", test_space);
}

int
main (int argc,
      char *argv[])
{
  return widget_test_run (argc, argv, add_tests);
}
