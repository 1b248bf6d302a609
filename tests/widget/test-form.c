/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <sqlite3.h>

#include "pact-entry-row.h"
#include "pact-form.h"
#include "pact-pending.h"
#include "pact-plan.h"
#include "pact-prose-row.h"
#include "pact-switch-row.h"
#include "widget-fixture.h"

static PactForm *
show_form (WidgetFixture *fixture,
           const char *fields)
{
  PactForm *form = g_object_new (PACT_TYPE_FORM, "kind", "measure", "fields", fields, NULL);

  widget_fixture_show (fixture, GTK_WIDGET (form));
  pact_form_set_element (form, fixture->editor, fixture->measure);

  return form;
}

static GtkEditable *
get_entry (PactForm *form,
           guint nth)
{
  return GTK_EDITABLE (widget_find (GTK_WIDGET (form), GTK_TYPE_ENTRY, nth));
}

static PactPendingState
get_state (void)
{
  return pact_pending_get_state (pact_pending_get_default ());
}

/* What is typed is written a moment later, without anybody asking for it; until then the window says so. */
static void
test_typing (WidgetFixture *fixture,
             gconstpointer data)
{
  PactForm *form = show_form (fixture, "concept");
  GtkEditable *entry = get_entry (form, 0);
  g_autofree char *title = NULL;

  gtk_editable_set_text (entry, "Train all staff");
  g_assert_cmpint (get_state (), ==, PACT_PENDING_TYPING);
  g_assert_null (pact_element_get (fixture->measure, "concept"));

  widget_wait_until_saved ();
  g_assert_cmpstr (pact_element_get (fixture->measure, "concept"), ==, "Train all staff");
  title = widget_fixture_read (fixture, fixture->measure, "concept");
  g_assert_cmpstr (title, ==, "Train all staff");
}

static gboolean
is_refused (gpointer data)
{
  return get_state () == PACT_PENDING_REFUSED;
}

/* What cannot be written because another program writes is told to who wants to leave, and written as soon as that is done. */
static void
test_busy (WidgetFixture *fixture,
           gconstpointer data)
{
  PactForm *form = show_form (fixture, "concept");
  GtkEditable *entry = get_entry (form, 0);
  sqlite3 *other;

  pact_workspace_set_patience (fixture->workspace, 1);
  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);

  gtk_editable_set_text (entry, "Train all staff");
  pact_pending_flush (pact_pending_get_default ());
  g_assert_cmpint (get_state (), ==, PACT_PENDING_REFUSED);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));
  g_assert_null (pact_element_get (fixture->measure, "concept"));

  g_assert_cmpint (sqlite3_exec (other, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  widget_wait_until_saved ();
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));
  g_assert_cmpstr (pact_element_get (fixture->measure, "concept"), ==, "Train all staff");
  sqlite3_close (other);
}

/* What cannot be saved stays where it was typed, is kept while another element is shown, and is there again after. */
static void
test_refused (WidgetFixture *fixture,
              gconstpointer data)
{
  PactForm *form = show_form (fixture, "start");
  GtkEditable *entry = get_entry (form, 0);
  g_autoptr (GError) error = NULL;
  PactElement *other = pact_editor_add (fixture->editor, fixture->objective, "measure", NULL, &error);

  g_assert_no_error (error);
  gtk_editable_set_text (entry, "next spring");
  widget_wait (is_refused, NULL);
  g_assert_null (pact_element_get (fixture->measure, "start"));

  pact_form_set_element (form, fixture->editor, other);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  g_assert_cmpint (get_state (), ==, PACT_PENDING_REFUSED);
  g_assert_null (pact_element_get (other, "start"));

  pact_form_set_element (form, fixture->editor, fixture->measure);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "next spring");
  g_assert_cmpint (get_state (), ==, PACT_PENDING_REFUSED);

  gtk_editable_set_text (entry, "2027-04");
  widget_wait_until_saved ();
  g_assert_cmpstr (pact_element_get (fixture->measure, "start"), ==, "2027-04");
}

/* Nothing is unsaved of an element that was deleted; when it comes back, what was typed there is there again. */
static void
test_refused_and_deleted (WidgetFixture *fixture,
                          gconstpointer data)
{
  PactForm *form = show_form (fixture, "start");
  GtkEditable *entry = get_entry (form, 0);
  g_autofree char *uuid = g_strdup (pact_element_get_uuid (fixture->measure));
  g_autoptr (GError) error = NULL;
  PactElement *other = pact_editor_add (fixture->editor, fixture->objective, "measure", NULL, &error);
  PactElement *restored;

  g_assert_no_error (error);
  gtk_editable_set_text (entry, "next spring");
  widget_wait (is_refused, NULL);
  pact_editor_remove (fixture->editor, fixture->measure, &error);
  g_assert_no_error (error);
  pact_form_set_element (form, fixture->editor, other);
  g_assert_cmpint (get_state (), ==, PACT_PENDING_SAVED);

  pact_editor_undo (fixture->editor, &error);
  g_assert_no_error (error);
  restored = pact_plan_lookup (pact_editor_get_plan (fixture->editor), uuid);
  pact_form_set_element (form, fixture->editor, restored);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "next spring");
  g_assert_cmpint (get_state (), ==, PACT_PENDING_REFUSED);

  gtk_editable_set_text (entry, "");
  widget_wait_until_saved ();
}

/* Another element is shown while something is being typed: it is written first, and to the right element. */
static void
test_switching (WidgetFixture *fixture,
                gconstpointer data)
{
  PactForm *form = show_form (fixture, "concept note");
  GtkTextView *view = GTK_TEXT_VIEW (widget_find (GTK_WIDGET (form), GTK_TYPE_TEXT_VIEW, 0));
  g_autoptr (GError) error = NULL;
  PactElement *other = pact_editor_add (fixture->editor, fixture->objective, "measure", NULL, &error);
  g_autofree char *note = NULL;

  g_assert_no_error (error);
  gtk_editable_set_text (get_entry (form, 0), "One");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), "Two\nlines", -1);
  pact_form_set_element (form, fixture->editor, other);
  g_assert_cmpstr (pact_element_get (fixture->measure, "concept"), ==, "One");
  g_assert_cmpstr (pact_element_get (fixture->measure, "note"), ==, "Two\nlines");
  g_assert_null (pact_element_get (other, "concept"));
  g_assert_null (pact_element_get (other, "note"));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (form, 0)), ==, "");
  note = widget_fixture_read (fixture, fixture->measure, "note");
  g_assert_cmpstr (note, ==, "Two\nlines");
}

/* Undo shows in the field what is there again; what is being typed is not overwritten by others. */
static void
test_following (WidgetFixture *fixture,
                gconstpointer data)
{
  PactForm *form = show_form (fixture, "concept");
  GtkEditable *entry = get_entry (form, 0);
  g_autoptr (GError) error = NULL;

  pact_editor_set_by_name (fixture->editor, fixture->measure, "concept", "First", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "First");
  pact_editor_undo (fixture->editor, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");

  gtk_editable_set_text (entry, "Mine");
  pact_editor_set_by_name (fixture->editor, fixture->measure, "concept", "Theirs", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Mine");
  widget_wait_until_saved ();
  g_assert_cmpstr (pact_element_get (fixture->measure, "concept"), ==, "Mine");
}

static void
undo (WidgetFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  pact_editor_undo (fixture->editor, &error);
  g_assert_no_error (error);
}

/* The measure itself was added by an edit. */
static gboolean
was_edited (WidgetFixture *fixture)
{
  g_autofree char *label = pact_editor_dup_undo_label (fixture->editor);

  return g_strcmp0 (label, "Undo Add Measure") != 0;
}

static void
type (GtkEditable *entry,
      const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      int position = gtk_editable_get_position (entry);

      gtk_editable_insert_text (entry, p, g_utf8_next_char (p) - p, &position);
      gtk_editable_set_position (entry, position);
    }
}

/* Typing is one step; what is chosen and deleted, pasted or typed after the field was left is another, saved before or not. */
static void
test_steps (WidgetFixture *fixture,
            gconstpointer data)
{
  PactForm *form = show_form (fixture, "concept note");
  GtkEditable *entry = get_entry (form, 0);
  GtkTextView *view = GTK_TEXT_VIEW (widget_find (GTK_WIDGET (form), GTK_TYPE_TEXT_VIEW, 0));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  PactFieldRow *row = PACT_FIELD_ROW (gtk_widget_get_ancestor (GTK_WIDGET (entry), PACT_TYPE_FIELD_ROW));
  int position = 0;
  GtkTextIter start, end;

  gtk_widget_grab_focus (GTK_WIDGET (entry));
  /* Without waiting in between: on a slow machine that would be a pause. */
  type (entry, "Training");
  type (entry, " fro all");
  gtk_editable_delete_text (entry, 0, -1);
  widget_wait_until_saved ();
  g_assert_null (pact_element_get (fixture->measure, "concept"));
  undo (fixture);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Training fro all");
  g_assert_cmpint (gtk_editable_get_position (entry), ==, 16);
  undo (fixture);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  g_assert_false (was_edited (fixture));

  type (entry, "Train staff");
  position = 5;
  gtk_editable_insert_text (entry, " all", -1, &position);
  gtk_editable_set_position (entry, -1);
  type (entry, ".");
  pact_field_row_flush (row);
  type (entry, "..");
  widget_wait_until_saved ();
  undo (fixture);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Train all staff.");
  undo (fixture);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Train all staff");
  undo (fixture);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Train staff");
  g_assert_cmpint (gtk_editable_get_position (entry), ==, 6);
  undo (fixture);
  g_assert_false (was_edited (fixture));

  /* The same in a text of several lines; what is typed and taken away again is no step at all. */
  gtk_widget_grab_focus (GTK_WIDGET (view));
  gtk_text_buffer_insert_at_cursor (buffer, "One\ntwo", -1);
  widget_wait_until_saved ();
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert_at_cursor (buffer, "T", -1);
  widget_wait_until_saved ();
  g_assert_cmpstr (pact_element_get (fixture->measure, "note"), ==, "T");
  undo (fixture);
  g_assert_cmpstr (pact_element_get (fixture->measure, "note"), ==, "One\ntwo");
  g_object_get (buffer, "cursor-position", &position, NULL);
  g_assert_cmpint (position, ==, 7);
  undo (fixture);
  gtk_text_buffer_insert_at_cursor (buffer, "x", -1);
  widget_wait_until_saved ();
  g_assert_true (was_edited (fixture));
  gtk_text_buffer_set_text (buffer, "", -1);
  widget_wait_until_saved ();
  g_assert_false (was_edited (fixture));
}

/* What could not be saved is taken back to what is, and comes again, the caret where it belongs. */
static void
test_take_back (WidgetFixture *fixture,
                gconstpointer data)
{
  PactForm *form = show_form (fixture, "start");
  GtkEditable *entry = get_entry (form, 0);
  PactFieldRow *row = PACT_FIELD_ROW (gtk_widget_get_ancestor (GTK_WIDGET (entry), PACT_TYPE_FIELD_ROW));

  gtk_widget_grab_focus (GTK_WIDGET (entry));
  type (entry, "April 2027");
  widget_wait_until_saved ();
  g_assert_false (pact_field_row_take_back (row));
  gtk_editable_set_position (entry, 2);
  type (entry, " or ");
  pact_field_row_flush (row);
  g_assert_cmpint (get_state (), ==, PACT_PENDING_REFUSED);

  g_assert_true (pact_field_row_take_back (row));
  g_assert_cmpint (get_state (), ==, PACT_PENDING_SAVED);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "April 2027");
  g_assert_cmpint (gtk_editable_get_position (entry), ==, 2);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));
  g_assert_cmpstr (pact_element_get (fixture->measure, "start"), ==, "2027-04");

  g_assert_true (pact_field_row_put_back (row));
  g_assert_cmpint (get_state (), ==, PACT_PENDING_REFUSED);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Ap or ril 2027");
  g_assert_cmpint (gtk_editable_get_position (entry), ==, 6);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));
  g_assert_false (pact_field_row_put_back (row));

  /* What was typed since is not written over. */
  g_assert_true (pact_field_row_take_back (row));
  type (entry, "x");
  g_assert_true (pact_field_row_take_back (row));
  type (entry, "y");
  g_assert_false (pact_field_row_put_back (row));
  g_assert_true (pact_field_row_take_back (row));
  undo (fixture);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  g_assert_false (pact_field_row_put_back (row));
}

/* A choice is written at once, and can be taken back to no answer. */
static void
test_choice (WidgetFixture *fixture,
             gconstpointer data)
{
  PactForm *form = show_form (fixture, "situation");
  GtkDropDown *drop_down = GTK_DROP_DOWN (widget_find (GTK_WIDGET (form), GTK_TYPE_DROP_DOWN, 0));

  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, 0);
  gtk_drop_down_set_selected (drop_down, 1);
  g_assert_cmpstr (pact_element_get (fixture->measure, "situation"), ==, "in-place");
  g_assert_cmpint (get_state (), ==, PACT_PENDING_SAVED);
  gtk_drop_down_set_selected (drop_down, 0);
  g_assert_null (pact_element_get (fixture->measure, "situation"));
}

/* One of the elements of the plan is chosen, of which there may be more the next time. */
static void
test_reference (WidgetFixture *fixture,
                gconstpointer data)
{
  PactForm *form = g_object_new (PACT_TYPE_FORM, "kind", "cost", "fields", "funding_source", NULL);
  GtkDropDown *drop_down = GTK_DROP_DOWN (widget_find (GTK_WIDGET (form), GTK_TYPE_DROP_DOWN, 0));
  PactElement *root = pact_plan_get_root (pact_editor_get_plan (fixture->editor));
  g_autoptr (GError) error = NULL;
  PactElement *cost = pact_editor_add (fixture->editor, fixture->measure, "cost", NULL, &error);
  PactElement *first = pact_editor_add (fixture->editor, root, "funding_source", NULL, &error);
  PactElement *second;

  g_assert_no_error (error);
  widget_fixture_show (fixture, GTK_WIDGET (form));
  pact_form_set_element (form, fixture->editor, cost);
  second = pact_editor_add (fixture->editor, root, "funding_source", NULL, &error);
  g_assert_no_error (error);
  gtk_drop_down_set_selected (drop_down, 1);
  g_assert_cmpstr (pact_element_get (cost, "funding_source"), ==, pact_element_get_uuid (first));
  widget_wait_for_frames (GTK_WIDGET (form));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (drop_down)), ==, 3);
  gtk_drop_down_set_selected (drop_down, 2);
  g_assert_cmpstr (pact_element_get (cost, "funding_source"), ==, pact_element_get_uuid (second));
}

/* An answer that does not speak for itself leads on to its reason; others do not. */
static void
test_reason (WidgetFixture *fixture,
             gconstpointer data)
{
  PactForm *form = show_form (fixture, "concept situation situation_note");
  GtkDropDown *drop_down = GTK_DROP_DOWN (widget_find (GTK_WIDGET (form), GTK_TYPE_DROP_DOWN, 0));
  GtkWidget *view = widget_find (GTK_WIDGET (form), GTK_TYPE_TEXT_VIEW, 0);

  gtk_widget_grab_focus (GTK_WIDGET (get_entry (form, 0)));
  gtk_drop_down_set_selected (drop_down, 4);
  g_assert_cmpstr (pact_element_get (fixture->measure, "situation"), ==, "missing");
  g_assert_true (gtk_window_get_focus (fixture->window) != view);
  gtk_drop_down_set_selected (drop_down, 5);
  g_assert_cmpstr (pact_element_get (fixture->measure, "situation"), ==, "not-applicable");
  g_assert_true (gtk_window_get_focus (fixture->window) == view);
}

/* A title is one line of text, which takes as many as it needs to be seen; Enter does not make it two. */
static void
test_title (WidgetFixture *fixture,
            gconstpointer data)
{
  PactForm *form = show_form (fixture, "title");
  GtkWidget *view = widget_find (GTK_WIDGET (form), GTK_TYPE_TEXT_VIEW, 0);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  int one_line, high;

  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, 300, NULL, &one_line, NULL, NULL);
  gtk_text_buffer_set_text (buffer, "Train all staff and volunteers who are in regular contact with children\nat school", -1);
  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, 300, NULL, &high, NULL, NULL);
  g_assert_cmpint (high, >, one_line);
  widget_wait_until_saved ();
  g_assert_cmpstr (pact_element_get (fixture->measure, "title"), ==,
                   "Train all staff and volunteers who are in regular contact with children at school");

  gtk_widget_grab_focus (view);
  g_assert_true (gtk_text_buffer_get_has_selection (buffer));
}

static const char *
get_problem (PactForm *form,
             guint nth)
{
  GtkWidget *row = widget_find (GTK_WIDGET (form), PACT_TYPE_FIELD_ROW, nth);
  GObject *label = gtk_widget_get_template_child (row, PACT_TYPE_FIELD_ROW, "problem_label");

  return gtk_label_get_label (GTK_LABEL (label));
}

/* What can be saved, and not be submitted as it is, says so where it stands, until it is right or what it has to fit is. */
static void
test_mistake (WidgetFixture *fixture,
              gconstpointer data)
{
  PactForm *form = g_object_new (PACT_TYPE_FORM, "kind", "measure", "fields", "start end", NULL);
  g_autoptr (GError) error = NULL;

  pact_editor_set_by_name (fixture->editor, fixture->measure, "start", "2028", &error);
  g_assert_no_error (error);
  pact_editor_set_by_name (fixture->editor, fixture->measure, "end", "2027", &error);
  g_assert_no_error (error);
  widget_fixture_show (fixture, GTK_WIDGET (form));
  pact_form_set_element (form, fixture->editor, fixture->measure);
  g_assert_cmpstr (get_problem (form, 0), ==, "");
  g_assert_cmpstr (get_problem (form, 1), ==, "End lies before Start.");

  pact_editor_set_by_name (fixture->editor, fixture->measure, "start", "2026", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_problem (form, 1), ==, "");
}

static void
add_tests (void)
{
  g_test_add ("/form/typing", WidgetFixture, NULL, widget_fixture_set_up, test_typing, widget_fixture_tear_down);
  g_test_add ("/form/busy", WidgetFixture, NULL, widget_fixture_set_up, test_busy, widget_fixture_tear_down);
  g_test_add ("/form/refused", WidgetFixture, NULL, widget_fixture_set_up, test_refused, widget_fixture_tear_down);
  g_test_add ("/form/refused-and-deleted", WidgetFixture, NULL, widget_fixture_set_up, test_refused_and_deleted,
              widget_fixture_tear_down);
  g_test_add ("/form/switching", WidgetFixture, NULL, widget_fixture_set_up, test_switching, widget_fixture_tear_down);
  g_test_add ("/form/following", WidgetFixture, NULL, widget_fixture_set_up, test_following, widget_fixture_tear_down);
  g_test_add ("/form/steps", WidgetFixture, NULL, widget_fixture_set_up, test_steps, widget_fixture_tear_down);
  g_test_add ("/form/take-back", WidgetFixture, NULL, widget_fixture_set_up, test_take_back, widget_fixture_tear_down);
  g_test_add ("/form/reference", WidgetFixture, NULL, widget_fixture_set_up, test_reference, widget_fixture_tear_down);
  g_test_add ("/form/reason", WidgetFixture, NULL, widget_fixture_set_up, test_reason, widget_fixture_tear_down);
  g_test_add ("/form/title", WidgetFixture, NULL, widget_fixture_set_up, test_title, widget_fixture_tear_down);
  g_test_add ("/form/mistake", WidgetFixture, NULL, widget_fixture_set_up, test_mistake, widget_fixture_tear_down);
  g_test_add ("/form/choice", WidgetFixture, NULL, widget_fixture_set_up, test_choice, widget_fixture_tear_down);
}

int
main (int argc,
      char *argv[])
{
  return widget_test_run (argc, argv, add_tests);
}
