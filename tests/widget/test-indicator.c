/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "pact-answer.h"
#include "pact-child-row.h"
#include "pact-choice-row.h"
#include "pact-entry-row.h"
#include "pact-pending.h"
#include "pact-plan.h"
#include "widget-fixture.h"

/* An indicator, open in its measure. */
typedef struct
{
  WidgetFixture parent;
  PactElement *indicator;
  PactChildRow *row;
} IndicatorFixture;

static void
set_up (IndicatorFixture *fixture,
        gconstpointer data)
{
  GtkWidget *list = gtk_list_box_new ();
  g_autoptr (GError) error = NULL;

  widget_fixture_set_up (&fixture->parent, NULL);
  fixture->indicator = pact_editor_add (fixture->parent.editor, fixture->parent.measure, "indicator", NULL, &error);
  g_assert_no_error (error);
  fixture->row = pact_child_row_new (fixture->parent.editor, fixture->indicator);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (fixture->row));
  widget_fixture_show (&fixture->parent, list);
  pact_child_row_reveal (fixture->row, NULL);
}

static void
tear_down (IndicatorFixture *fixture,
           gconstpointer data)
{
  widget_fixture_tear_down (&fixture->parent, NULL);
}

static void
set (IndicatorFixture *fixture,
     const char *field_name,
     const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (pact_editor_set_by_name (fixture->parent.editor, fixture->indicator, field_name, value, &error));
  g_assert_no_error (error);
}

/* The row in which a field is answered now; there is one, or none. */
static PactFieldRow *
find_row (GtkWidget *widget,
          const char *field_name)
{
  PactFieldRow *found = NULL;

  if (PACT_IS_FIELD_ROW (widget))
    return gtk_widget_get_visible (widget)
               && g_str_equal (pact_field_row_get_field (PACT_FIELD_ROW (widget))->name, field_name)
             ? PACT_FIELD_ROW (widget)
             : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      PactFieldRow *row = find_row (child, field_name);

      g_assert_true (row == NULL || found == NULL);
      if (row != NULL)
        found = row;
    }

  return found;
}

static PactFieldRow *
get_row (IndicatorFixture *fixture,
         const char *field_name)
{
  return find_row (GTK_WIDGET (fixture->row), field_name);
}

static GtkDropDown *
get_drop_down (IndicatorFixture *fixture,
               const char *field_name)
{
  PactFieldRow *row = get_row (fixture, field_name);

  g_assert_true (PACT_IS_CHOICE_ROW (row));

  return GTK_DROP_DOWN (widget_find (GTK_WIDGET (row), GTK_TYPE_DROP_DOWN, 0));
}

static GtkEditable *
get_entry (IndicatorFixture *fixture,
           const char *field_name)
{
  PactFieldRow *row = get_row (fixture, field_name);

  g_assert_true (PACT_IS_ENTRY_ROW (row));

  return GTK_EDITABLE (widget_find (GTK_WIDGET (row), GTK_TYPE_ENTRY, 0));
}

static void
check_selected (IndicatorFixture *fixture,
                const char *field_name,
                const char *label)
{
  PactAnswer *answer;

  while (g_main_context_iteration (NULL, FALSE))
    continue;
  answer = gtk_drop_down_get_selected_item (get_drop_down (fixture, field_name));
  g_assert_nonnull (answer);
  g_assert_cmpstr (pact_answer_get_label (answer), ==, label);
}

static gboolean
is_marked (PactFieldRow *row)
{
  /* What has been chosen settles when the drop-down has told everybody. */
  while (g_main_context_iteration (NULL, FALSE))
    continue;

  return gtk_widget_has_css_class (widget_find (GTK_WIDGET (row), GTK_TYPE_DROP_DOWN, 0), "error");
}

/* Yes or no is chosen, and said where the row is closed. */
static void
test_yes_no (IndicatorFixture *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  set (fixture, "type", "yes-no");
  check_selected (fixture, "baseline", "No answer yet");
  g_assert_null (get_row (fixture, "unit"));
  g_assert_null (get_row (fixture, "steps"));

  gtk_drop_down_set_selected (get_drop_down (fixture, "baseline"), 2);
  g_assert_cmpstr (pact_element_get (fixture->indicator, "baseline"), ==, "0");
  gtk_drop_down_set_selected (get_drop_down (fixture, "target"), 1);
  g_assert_cmpstr (pact_element_get (fixture->indicator, "target"), ==, "1");
  check_selected (fixture, "target", "Yes");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (fixture->row)), ==, "Yes or no");

  gtk_drop_down_set_selected (get_drop_down (fixture, "target"), 2);
  g_assert_cmpstr (pact_element_get (fixture->indicator, "target"), ==, "0");
  pact_editor_undo (fixture->parent.editor, &error);
  g_assert_no_error (error);
  check_selected (fixture, "target", "Yes");

  gtk_drop_down_set_selected (get_drop_down (fixture, "baseline"), 0);
  g_assert_null (pact_element_get (fixture->indicator, "baseline"));
}

/* The steps of a scale are those that are written beside it, and follow when they are written anew. */
static void
test_steps (IndicatorFixture *fixture,
            gconstpointer data)
{
  set (fixture, "type", "scale");
  g_assert_nonnull (get_row (fixture, "steps"));
  get_entry (fixture, "baseline");
  set (fixture, "steps", "Not begun\nIn part\nFully");
  set (fixture, "target", "3");
  check_selected (fixture, "target", "Fully");
  gtk_drop_down_set_selected (get_drop_down (fixture, "baseline"), 1);
  g_assert_cmpstr (pact_element_get (fixture->indicator, "baseline"), ==, "1");

  set (fixture, "steps", "Not begun\nDone");
  check_selected (fixture, "target", "3");
  g_assert_true (is_marked (get_row (fixture, "target")));
  g_assert_false (is_marked (get_row (fixture, "baseline")));
  set (fixture, "steps", "Not begun\nIn part\nDone");
  check_selected (fixture, "target", "Done");
  g_assert_false (is_marked (get_row (fixture, "target")));
}

/* What the new type cannot show is kept and marked until something else is chosen. */
static void
test_kept (IndicatorFixture *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  set (fixture, "type", "number");
  set (fixture, "unit", "sessions");
  set (fixture, "baseline", "12");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture, "baseline")), ==, "12");

  set (fixture, "type", "yes-no");
  check_selected (fixture, "baseline", "12");
  g_assert_true (is_marked (get_row (fixture, "baseline")));
  g_assert_cmpstr (pact_element_get (fixture->indicator, "baseline"), ==, "12");
  g_assert_nonnull (get_row (fixture, "unit"));

  gtk_drop_down_set_selected (get_drop_down (fixture, "baseline"), 1);
  check_selected (fixture, "baseline", "Yes");
  g_assert_false (is_marked (get_row (fixture, "baseline")));
  pact_editor_undo (fixture->parent.editor, &error);
  pact_editor_undo (fixture->parent.editor, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture, "baseline")), ==, "12");
}

static gboolean
is_refused (gpointer data)
{
  return pact_pending_get_state (pact_pending_get_default ()) == PACT_PENDING_REFUSED;
}

/* What was typed and could not be saved is not lost with the field in which it stands. */
static void
test_refused (IndicatorFixture *fixture,
              gconstpointer data)
{
  gtk_editable_set_text (get_entry (fixture, "target"), "a lot");
  widget_wait (is_refused, NULL);
  set (fixture, "type", "yes-no");
  check_selected (fixture, "target", "No answer yet");
  set (fixture, "type", "number");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture, "target")), ==, "a lot");
  gtk_editable_set_text (get_entry (fixture, "target"), "");
  widget_wait_until_saved ();
}

/* What one is stands above the number, beside which there is no room. */
static void
test_unit (IndicatorFixture *fixture,
           gconstpointer data)
{
  static const struct
  {
    const char *type;
    const char *unit;
    const char *shown;
  } cases[] = { { "number", "sessions", "sessions" }, { "percentage", "sessions", "%" }, { "number", NULL, "" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *unit;

      set (fixture, "type", cases[i].type);
      set (fixture, "unit", cases[i].unit);
      unit = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (get_row (fixture, "target")), PACT_TYPE_FIELD_ROW,
                                                        "hint_label"));
      g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (unit)), ==, cases[i].shown);
      g_assert_true (gtk_widget_get_visible (unit) == (cases[i].shown[0] != '\0'));
    }
}

static void
add_tests (void)
{
  g_test_add ("/indicator/yes-no", IndicatorFixture, NULL, set_up, test_yes_no, tear_down);
  g_test_add ("/indicator/steps", IndicatorFixture, NULL, set_up, test_steps, tear_down);
  g_test_add ("/indicator/kept", IndicatorFixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/indicator/refused", IndicatorFixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/indicator/unit", IndicatorFixture, NULL, set_up, test_unit, tear_down);
}

int
main (int argc,
      char *argv[])
{
  return widget_test_run (argc, argv, add_tests);
}
