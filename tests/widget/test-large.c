/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "pact-findings.h"
#include "pact-measures-tree.h"
#include "pact-plan.h"
#include "pact-review.h"
#include "pact-submission.h"
#include "widget-fixture.h"
#include "alone.h"

/* Widgets on a plan that is larger than most. */

#define N_OBJECTIVES 100
#define N_MEASURES 100

/* Adds measures until the objective has so many. */
static void
add_measures (WidgetFixture *fixture,
              guint n_measures)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i < n_measures; i++)
    {
      g_autofree char *title = g_strdup_printf ("Measure %u", i);

      widget_fixture_add (fixture, fixture->objective, "measure", "title", title);
    }
}

static guint
count_rows (PactFindings *list)
{
  GtkListBox *box = GTK_LIST_BOX (widget_find (GTK_WIDGET (list), GTK_TYPE_LIST_BOX, 0));
  guint n = 0;

  while (gtk_list_box_get_row_at_index (box, n) != NULL)
    n++;

  return n;
}

static void
activate_last_row (PactFindings *list)
{
  GtkListBox *box = GTK_LIST_BOX (widget_find (GTK_WIDGET (list), GTK_TYPE_LIST_BOX, 0));

  gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (box, count_rows (list) - 1)));
}

/* Only as many findings become rows as somebody wants to see, and who has asked for more keeps them. */
static void
test_findings (WidgetFixture *fixture,
               gconstpointer data)
{
  PactFindings *list = g_object_new (PACT_TYPE_FINDINGS, NULL);
  PactPlan *plan = pact_editor_get_plan (fixture->editor);
  g_autoptr (PactReview) review = NULL;

  add_measures (fixture, N_MEASURES);
  review = pact_review_plan (plan);
  widget_fixture_show (fixture, GTK_WIDGET (list));

  pact_findings_show (list, plan, review, PACT_FINDING_BLOCKING);
  g_assert_cmpuint (count_rows (list), ==, 50 + 1);
  activate_last_row (list);
  g_assert_cmpuint (count_rows (list), ==, 100 + 1);
  pact_findings_show (list, plan, review, PACT_FINDING_BLOCKING);
  g_assert_cmpuint (count_rows (list), ==, 100 + 1);
  /* The pillar, the objective and their measures. */
  activate_last_row (list);
  g_assert_cmpuint (count_rows (list), ==, 2 + N_MEASURES);
}

/* The pillar, the objectives, and in each of them so many measures. */
static guint
count_with (guint n_measures)
{
  return 1 + N_OBJECTIVES * (1 + n_measures);
}

static gboolean
is_filtered (gpointer data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (data)) == count_with (1);
}

static gboolean
is_whole (gpointer data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (data)) == count_with (N_MEASURES);
}

/* A measure far down in the list, and not the one that is looked for. */
static PactElement *
get_middle (WidgetFixture *fixture)
{
  GListModel *objectives = pact_element_get_children_by_name (pact_element_get_parent (fixture->objective), "objective");
  g_autoptr (PactElement) objective = g_list_model_get_item (objectives, N_OBJECTIVES / 2);
  g_autoptr (PactElement) measure =
    g_list_model_get_item (pact_element_get_children_by_name (objective, "measure"), N_MEASURES / 2);

  return measure;
}

/* Rows come and go by the thousand without a complaint, and the one that is chosen fits. */
static void
test_filter (WidgetFixture *fixture,
             gconstpointer data)
{
  PactMeasuresTree *tree = g_object_new (PACT_TYPE_MEASURES_TREE, NULL);
  GtkEditable *entry;
  GtkSelectionModel *rows;
  g_autoptr (GError) error = NULL;

  add_measures (fixture, N_MEASURES);
  for (guint i = 1; i < N_OBJECTIVES; i++)
    {
      duplicate_alone (fixture->editor, fixture->objective, &error);
      g_assert_no_error (error);
    }

  pact_measures_tree_set_editor (tree, fixture->editor);
  widget_fixture_show (fixture, GTK_WIDGET (tree));
  rows = gtk_list_view_get_model (GTK_LIST_VIEW (widget_find (GTK_WIDGET (tree), GTK_TYPE_LIST_VIEW, 0)));
  entry = GTK_EDITABLE (widget_find (GTK_WIDGET (tree), GTK_TYPE_SEARCH_ENTRY, 0));
  g_assert_true (is_whole (rows));
  pact_measures_tree_select (tree, get_middle (fixture));
  widget_wait_for_frames (GTK_WIDGET (tree));

  gtk_editable_set_text (entry, "measure 77");
  widget_wait (is_filtered, rows);
  widget_wait_for_frames (GTK_WIDGET (tree));
  gtk_editable_set_text (entry, "");
  widget_wait (is_whole, rows);
  widget_wait_for_frames (GTK_WIDGET (tree));
}

static const char *
get_state (GtkWidget *section)
{
  return gtk_label_get_label (GTK_LABEL (gtk_widget_get_template_child (section, PACT_TYPE_SUBMISSION, "state_label")));
}

static gboolean
is_reviewed (gpointer data)
{
  return !g_str_equal (get_state (data), "The plan is being looked through…");
}

/* The section stands there at once and says what it does; leaving it and coming back begins anew. */
static void
test_submission (WidgetFixture *fixture,
                 gconstpointer data)
{
  GtkWidget *section = g_object_new (PACT_TYPE_SUBMISSION, NULL);
  GtkWidget *submit = GTK_WIDGET (gtk_widget_get_template_child (section, PACT_TYPE_SUBMISSION, "submit_button"));
  g_autoptr (GError) error = NULL;

  add_measures (fixture, N_MEASURES);
  for (guint i = 1; i < N_OBJECTIVES; i++)
    {
      duplicate_alone (fixture->editor, fixture->objective, &error);
      g_assert_no_error (error);
    }

  widget_fixture_show (fixture, section);
  pact_section_set_editor (PACT_SECTION (section), fixture->editor);
  g_assert_false (is_reviewed (section));
  g_assert_false (gtk_widget_get_sensitive (submit));

  gtk_widget_set_visible (section, FALSE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (is_reviewed (section));

  gtk_widget_set_visible (section, TRUE);
  widget_wait (is_reviewed, section);
  g_assert_cmpstr (get_state (section), ==,
                   "0 of 10000 measures are ready for submission. What is still needed stands below; a draft can be exported at any "
                   "time.");
  g_assert_false (gtk_widget_get_sensitive (submit));
}

static void
add_tests (void)
{
  g_test_add ("/large/findings", WidgetFixture, NULL, widget_fixture_set_up, test_findings, widget_fixture_tear_down);
  g_test_add ("/large/submission", WidgetFixture, NULL, widget_fixture_set_up, test_submission, widget_fixture_tear_down);
  g_test_add ("/large/filter", WidgetFixture, NULL, widget_fixture_set_up, test_filter, widget_fixture_tear_down);
}

int
main (int argc,
      char *argv[])
{
  return widget_test_run (argc, argv, add_tests);
}
