/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "pact-child-row.h"
#include "pact-entry-row.h"
#include "pact-measure-row.h"
#include "pact-overview.h"
#include "pact-pending.h"
#include "pact-plan-page.h"
#include "pact-plan.h"
#include "pact-section-row.h"
#include "pact-submission.h"
#include "pact-shell.h"
#include "pact-window.h"
#include "widget-fixture.h"

/* Something that could not be saved stands in a field: nowhere in the window is that called complete, neither its element nor
 * anything above it, until it is saved or taken back. */

static PactApplication *application;

typedef struct
{
  PactWindow *window;
  PactElement *measure; /* borrowed */
} Open;

static void
set (WidgetFixture *fixture,
     PactElement *element,
     const char *field_name,
     const char *value)
{
  g_autoptr (GError) error = NULL;

  pact_editor_set_by_name (fixture->editor, element, field_name, value, &error);
  g_assert_no_error (error);
}

/* The plan has everything that a submission needs, and its measure is shown. */
static void
open_complete (WidgetFixture *fixture,
               Open *open)
{
  PactElement *pillar = pact_element_get_parent (fixture->objective);
  g_autoptr (GError) error = NULL;
  PactElement *milestone = pact_editor_add (fixture->editor, fixture->measure, "milestone", NULL, &error);
  PactPlanPage *page;

  g_assert_no_error (error);
  set (fixture, pillar, "title", "Prevention");
  set (fixture, fixture->objective, "title", "Staff know");
  set (fixture, fixture->measure, "title", "Train staff");
  set (fixture, fixture->measure, "situation", "in-place");
  set (fixture, milestone, "title", "The first hundred");

  open->window = widget_window_show (application, fixture->workspace);
  pact_shell_open_plan (PACT_SHELL (open->window), pact_editor_get_uuid (fixture->editor), pact_element_get_uuid (fixture->measure));
  widget_wait_for_frames (GTK_WIDGET (open->window));
  page = PACT_PLAN_PAGE (widget_find (GTK_WIDGET (open->window), PACT_TYPE_PLAN_PAGE, 0));
  open->measure = pact_plan_lookup (pact_editor_get_plan (pact_plan_page_get_editor (page)),
                                    pact_element_get_uuid (fixture->measure));
}

static void
close_window (Open *open)
{
  gtk_window_destroy (GTK_WINDOW (open->window));
}

static gpointer
get_part (GtkWidget *widget,
          GType type,
          const char *name)
{
  return gtk_widget_get_template_child (widget, type, name);
}

static void
show_section (Open *open,
              const char *name)
{
  gtk_widget_activate_action (widget_find (GTK_WIDGET (open->window), PACT_TYPE_PLAN_PAGE, 0), "plan.show-section", "s", name);
  widget_wait_for_frames (GTK_WIDGET (open->window));
}

static void
assert_section (Open *open,
                const char *name,
                gboolean is_complete)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *row = widget_find (GTK_WIDGET (open->window), PACT_TYPE_SECTION_ROW, i);

      if (g_strcmp0 (pact_section_row_get_info (PACT_SECTION_ROW (row))->name, name) != 0)
        continue;
      g_assert_true (gtk_widget_get_visible (get_part (row, PACT_TYPE_SECTION_ROW, "done_icon")) == is_complete);
      g_assert_true (gtk_widget_get_visible (get_part (row, PACT_TYPE_SECTION_ROW, "count_label")) == !is_complete);
      return;
    }
}

/* The tree, the overview and the submission. */
static void
assert_everywhere (Open *open,
                   gboolean is_complete)
{
  GtkWidget *overview;
  GtkWidget *submission;

  show_section (open, "overview");
  overview = widget_find (GTK_WIDGET (open->window), PACT_TYPE_OVERVIEW, 0);
  g_assert_cmpstr (gtk_button_get_label (get_part (overview, PACT_TYPE_OVERVIEW, "submission_button")), ==,
                   is_complete ? "Go to the Submission" : "What Is Missing?");
  g_assert_true (
    (g_strcmp0 (gtk_label_get_label (get_part (overview, PACT_TYPE_OVERVIEW, "percent_label")), "100%") == 0) == is_complete);
  show_section (open, "submission");
  submission = widget_find (GTK_WIDGET (open->window), PACT_TYPE_SUBMISSION, 0);
  g_assert_true (gtk_widget_get_sensitive (get_part (submission, PACT_TYPE_SUBMISSION, "submit_button")) == is_complete);
  show_section (open, "measures");
}

static void
assert_tree (Open *open,
             gboolean is_complete)
{
  /* The pillar, the objective and the measure. */
  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *row = widget_find (GTK_WIDGET (open->window), PACT_TYPE_MEASURE_ROW, i);

      g_assert_nonnull (pact_measure_row_get_element (PACT_MEASURE_ROW (row)));
      g_assert_true (gtk_widget_get_visible (get_part (row, PACT_TYPE_MEASURE_ROW, "done_icon")) == is_complete);
    }
}

static GtkEditable *
find_entry (GtkWidget *widget,
            PactElement *element,
            const char *field_name)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *row = widget_find (widget, PACT_TYPE_ENTRY_ROW, i);

      if (pact_field_row_get_element (PACT_FIELD_ROW (row)) == element
          && g_str_equal (pact_field_row_get_field (PACT_FIELD_ROW (row))->name, field_name))
        return GTK_EDITABLE (widget_find (row, GTK_TYPE_ENTRY, 0));
    }
}

static gboolean
is_refused (gpointer data)
{
  return pact_pending_get_state (pact_pending_get_default ()) == PACT_PENDING_REFUSED;
}

/* Nobody asks for the date. What stands there is wrong all the same. */
static void
test_measure (WidgetFixture *fixture,
              gconstpointer data)
{
  Open open;
  GtkEditable *entry;

  open_complete (fixture, &open);
  assert_tree (&open, TRUE);
  assert_section (&open, "measures", TRUE);
  assert_everywhere (&open, TRUE);

  entry = find_entry (GTK_WIDGET (open.window), open.measure, "start");
  gtk_editable_set_text (entry, "next spring");
  widget_wait (is_refused, NULL);
  assert_tree (&open, FALSE);
  assert_section (&open, "measures", FALSE);
  assert_section (&open, "authority", TRUE);
  assert_everywhere (&open, FALSE);

  gtk_editable_set_text (entry, "2027");
  widget_wait_until_saved ();
  assert_tree (&open, TRUE);
  assert_section (&open, "measures", TRUE);
  assert_everywhere (&open, TRUE);
  close_window (&open);
}

/* In a row that is closed nothing can be seen of what stands in its fields. */
static void
test_row (WidgetFixture *fixture,
          gconstpointer data)
{
  Open open;
  GtkWidget *row;
  GtkWidget *icon;
  GtkWidget *mark;
  GtkEditable *entry;

  open_complete (fixture, &open);
  row = widget_find (GTK_WIDGET (open.window), PACT_TYPE_CHILD_ROW, 0);
  icon = get_part (row, PACT_TYPE_CHILD_ROW, "warning_icon");
  mark = get_part (row, PACT_TYPE_CHILD_ROW, "needed_mark");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  entry = find_entry (row, pact_child_row_get_element (PACT_CHILD_ROW (row)), "reached_on");
  gtk_editable_set_text (entry, "soon");
  widget_wait (is_refused, NULL);
  g_assert_false (gtk_widget_get_visible (icon));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), FALSE);
  g_assert_true (gtk_widget_get_visible (icon));
  g_assert_false (gtk_widget_get_visible (mark));
  assert_tree (&open, FALSE);
  assert_section (&open, "measures", FALSE);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_editable_set_text (entry, "");
  widget_wait_until_saved ();
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), FALSE);
  g_assert_false (gtk_widget_get_visible (icon));
  assert_tree (&open, TRUE);
  close_window (&open);
}

/* What is not saved of a measure that was deleted is there again with it. */
static void
test_deleted (WidgetFixture *fixture,
              gconstpointer data)
{
  Open open;
  PactEditor *editor;
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = NULL;

  open_complete (fixture, &open);
  editor = pact_plan_page_get_editor (PACT_PLAN_PAGE (widget_find (GTK_WIDGET (open.window), PACT_TYPE_PLAN_PAGE, 0)));
  uuid = g_strdup (pact_element_get_uuid (open.measure));
  gtk_editable_set_text (find_entry (GTK_WIDGET (open.window), open.measure, "start"), "next spring");
  widget_wait (is_refused, NULL);
  pact_editor_remove (editor, open.measure, &error);
  g_assert_no_error (error);
  widget_wait_until_saved ();
  pact_editor_undo (editor, &error);
  g_assert_no_error (error);
  pact_shell_open_plan (PACT_SHELL (open.window), pact_editor_get_uuid (editor), uuid);
  widget_wait (is_refused, NULL);
  widget_wait_for_frames (GTK_WIDGET (open.window));
  open.measure = pact_plan_lookup (pact_editor_get_plan (editor), uuid);
  assert_tree (&open, FALSE);
  assert_section (&open, "measures", FALSE);

  gtk_editable_set_text (find_entry (GTK_WIDGET (open.window), open.measure, "start"), "");
  widget_wait_until_saved ();
  assert_tree (&open, TRUE);
  close_window (&open);
}

static void
assert_undo (Open *open,
             const char *label)
{
  GtkWidget *page = widget_find (GTK_WIDGET (open->window), PACT_TYPE_PLAN_PAGE, 0);

  g_assert_cmpstr (gtk_widget_get_tooltip_text (get_part (page, PACT_TYPE_PLAN_PAGE, "undo_button")), ==, label);
}

static void
assert_redo (Open *open,
             const char *label)
{
  GtkWidget *page = widget_find (GTK_WIDGET (open->window), PACT_TYPE_PLAN_PAGE, 0);

  g_assert_cmpstr (gtk_widget_get_tooltip_text (get_part (page, PACT_TYPE_PLAN_PAGE, "redo_button")), ==, label);
}

/* The buttons say what they would do: what is not saved goes before what was saved last. */
static void
test_buttons (WidgetFixture *fixture,
              gconstpointer data)
{
  Open open;
  GtkEditable *start;
  GtkWidget *end;

  open_complete (fixture, &open);
  assert_undo (&open, "Undo Edit Milestone");
  start = find_entry (GTK_WIDGET (open.window), open.measure, "start");
  end = GTK_WIDGET (find_entry (GTK_WIDGET (open.window), open.measure, "end"));
  gtk_widget_grab_focus (GTK_WIDGET (start));
  gtk_editable_set_text (start, "2027");
  assert_undo (&open, "Undo Typing in “Start”");
  widget_wait_until_saved ();
  assert_undo (&open, "Undo Edit Measure");
  gtk_editable_set_text (start, "next spring");
  widget_wait (is_refused, NULL);
  assert_undo (&open, "Undo Typing in “Start”");

  /* From another field, too, as long as the last edit was one of that field. */
  gtk_widget_grab_focus (end);
  assert_undo (&open, "Undo Typing in “Start”");
  gtk_widget_activate_action (GTK_WIDGET (open.window), "win.undo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (start), ==, "2027");
  assert_undo (&open, "Undo Edit Measure");
  assert_redo (&open, "Redo Typing in “Start”");
  gtk_widget_grab_focus (end);
  assert_redo (&open, "Redo");
  close_window (&open);
}

static void
add_tests (void)
{
  application = widget_application_new ();
  g_test_add ("/unsaved/measure", WidgetFixture, NULL, widget_fixture_set_up, test_measure, widget_fixture_tear_down);
  g_test_add ("/unsaved/row", WidgetFixture, NULL, widget_fixture_set_up, test_row, widget_fixture_tear_down);
  g_test_add ("/unsaved/buttons", WidgetFixture, NULL, widget_fixture_set_up, test_buttons, widget_fixture_tear_down);
  g_test_add ("/unsaved/deleted", WidgetFixture, NULL, widget_fixture_set_up, test_deleted, widget_fixture_tear_down);
}

int
main (int argc,
      char *argv[])
{
  return widget_test_run (argc, argv, add_tests);
}
