/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <glib/gstdio.h>

#include "pact-application.h"
#include "pact-plan-page.h"
#include "pact-plan.h"
#include "pact-review.h"
#include "pact-submission.h"
#include "pact-shell.h"
#include "pact-window.h"
#include "widget-fixture.h"

/* The shortest answer that a field takes. */
static const char *
get_any_value (const PactField *field)
{
  switch (field->type)
    {
    case PACT_TYPE_CHOICE:
    case PACT_TYPE_CHOICES:
      return field->vocabulary->terms[0].code;
    case PACT_TYPE_DATE:
      return "2027";
    case PACT_TYPE_INTEGER:
    case PACT_TYPE_BOOLEAN:
      return "1";
    default:
      return "Said";
    }
}

/* Gives all answers that a submission needs; the measure is in place, so that nothing has to be planned. */
static void
complete_plan (WidgetFixture *fixture)
{
  PactPlan *plan = pact_editor_get_plan (fixture->editor);
  g_autoptr (PactReview) review = NULL;
  GPtrArray *findings;
  g_autoptr (GError) error = NULL;

  pact_editor_set_by_name (fixture->editor, fixture->measure, "situation", "in-place", &error);
  g_assert_no_error (error);
  review = pact_review_plan (plan);
  findings = pact_review_get_findings (review);
  for (guint i = 0; i < findings->len; i++)
    {
      const PactFinding *finding = g_ptr_array_index (findings, i);

      if (finding->severity != PACT_FINDING_BLOCKING)
        continue;
      pact_editor_set (fixture->editor, pact_plan_lookup (plan, finding->element), finding->field,
                       get_any_value (finding->field), &error);
      g_assert_no_error (error);
    }
}

static GtkDialog *
find_file_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER_DIALOG (window))
        return GTK_DIALOG (window);
    }

  return NULL;
}

/* What the dialog would write now. */
static gboolean
is_named (gpointer data)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (find_file_dialog ()));

  return file != NULL && g_file_equal (file, data);
}

static gboolean
is_answered (gpointer data)
{
  GtkDialog *dialog = find_file_dialog ();

  return dialog == NULL || !gtk_widget_get_visible (GTK_WIDGET (dialog));
}

static GtkWidget *
find_label (GtkWidget *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_told (gpointer data)
{
  return find_label (data, "The plan was exported for submission.") != NULL;
}

/* Whoever leaves the plan while the file is being written has submitted it all the same, and is told. */
static void
test_left_while_exporting (WidgetFixture *fixture,
                           gconstpointer data)
{
  g_autoptr (PactApplication) application = widget_application_new ();
  PactWindow *window;
  g_autofree char *path = g_build_filename (fixture->folder, "plan.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *section;
  GtkWidget *button;
  GtkDialog *dialog;

  complete_plan (fixture);
  window = widget_window_show (application, fixture->workspace);
  pact_shell_open_plan (PACT_SHELL (window), pact_editor_get_uuid (fixture->editor), NULL);
  gtk_widget_activate_action (widget_find (GTK_WIDGET (window), PACT_TYPE_PLAN_PAGE, 0), "plan.show-section", "s", "submission");
  section = widget_find (GTK_WIDGET (window), PACT_TYPE_SUBMISSION, 0);
  button = gtk_widget_get_ancestor (find_label (section, "Export for Submission…"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");

  dialog = find_file_dialog ();
  g_assert_nonnull (dialog);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), path);
  widget_wait (is_named, file);
  gtk_dialog_response (dialog, GTK_RESPONSE_ACCEPT);
  widget_wait (is_answered, NULL);
  pact_shell_show_library (PACT_SHELL (window));

  widget_wait (is_told, window);
  g_assert_cmpuint (pact_plan_count (pact_editor_get_plan (fixture->editor), "submission"), ==, 1);
  g_assert_true (g_file_query_exists (file, NULL));
  gtk_window_destroy (GTK_WINDOW (window));
  g_unlink (path);
}

static void
add_tests (void)
{
  g_test_add ("/submission/left-while-exporting", WidgetFixture, NULL, widget_fixture_set_up, test_left_while_exporting,
              widget_fixture_tear_down);
}

int
main (int argc,
      char *argv[])
{
  return widget_test_run (argc, argv, add_tests);
}
