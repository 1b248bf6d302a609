/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "pact-assess.h"
#include "pact-banner.h"
#include "pact-child-row.h"
#include "pact-field-row.h"
#include "pact-form-section.h"
#include "pact-measures-tree.h"
#include "pact-pending.h"
#include "pact-plan-page.h"
#include "pact-plan.h"
#include "pact-submission.h"
#include "pact-sections.h"
#include "pact-shell.h"
#include "pact-text-area.h"
#include "pact-window.h"
#include "widget-fixture.h"

/* A plan in the program's window. */
typedef struct
{
  WidgetFixture base;
  PactWindow *window;
  PactPlanPage *page;
} Fixture;

/* One for all tests: it stays on the bus. */
static PactApplication *application;

static const char newer_sql[] = "PRAGMA user_version = 1000000";
static const char damaging_sql[] = "UPDATE summary SET n_measures = n_measures + 1";

static void
execute (Fixture *fixture,
         const char *sql)
{
  sqlite3 *other;

  g_assert_cmpint (sqlite3_open (fixture->base.path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (other);
}

/* Something of everything that stands in a form. */
static void
fill_plan (Fixture *fixture)
{
  PactEditor *editor = fixture->base.editor;
  PactElement *root = pact_plan_get_root (pact_editor_get_plan (editor));
  g_autoptr (GError) error = NULL;
  PactElement *indicator;

  pact_editor_set_by_name (editor, root, "vision", "No child is left alone.", &error);
  g_assert_no_error (error);
  pact_editor_add (editor, root, "funding_source", NULL, &error);
  g_assert_no_error (error);
  pact_editor_add (editor, root, "funding_source", NULL, &error);
  g_assert_no_error (error);
  indicator = pact_editor_add (editor, fixture->base.measure, "indicator", NULL, &error);
  g_assert_no_error (error);
  pact_editor_set_by_name (editor, indicator, "title", "Trained staff", &error);
  g_assert_no_error (error);
  pact_editor_involve (editor, fixture->base.measure, "The police", NULL, &error);
  g_assert_no_error (error);
}

static void
show_window (Fixture *fixture)
{
  fixture->window = widget_window_show (application, fixture->base.workspace);
  pact_shell_open_plan (PACT_SHELL (fixture->window), pact_editor_get_uuid (fixture->base.editor), NULL);
  fixture->page = PACT_PLAN_PAGE (widget_find (GTK_WIDGET (fixture->window), PACT_TYPE_PLAN_PAGE, 0));
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  widget_fixture_set_up (&fixture->base, NULL);
  if (application == NULL)
    application = widget_application_new ();
  fill_plan (fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  widget_fixture_tear_down (&fixture->base, NULL);
}

/* Somebody else does something to the library while it is not open. */
static void
reopen_after (Fixture *fixture,
              const char *sql)
{
  g_autofree char *uuid = g_strdup (pact_editor_get_uuid (fixture->base.editor));
  g_autofree char *measure =
    fixture->base.measure != NULL ? g_strdup (pact_element_get_uuid (fixture->base.measure)) : NULL;
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->base.editor);
  g_clear_object (&fixture->base.workspace);
  execute (fixture, sql);
  fixture->base.workspace = pact_workspace_open (fixture->base.path, &error);
  g_assert_no_error (error);
  fixture->base.editor = pact_workspace_open_plan (fixture->base.workspace, uuid, &error);
  g_assert_no_error (error);
  if (measure != NULL)
    fixture->base.measure = pact_plan_lookup (pact_editor_get_plan (fixture->base.editor), measure);
}

static const char *
get_name (GtkWidget *button)
{
  const char *label = NULL;

  if (GTK_IS_BUTTON (button))
    label = gtk_button_get_label (GTK_BUTTON (button));
  else if (GTK_IS_MENU_BUTTON (button))
    label = gtk_menu_button_get_label (GTK_MENU_BUTTON (button));
  if (label == NULL)
    label = gtk_widget_get_tooltip_text (button);

  return label != NULL ? label : gtk_widget_get_name (button);
}

static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget)
         || GTK_IS_DROP_DOWN (widget) || GTK_IS_SWITCH (widget);
}

/* Of what takes no text, the names of what can be pressed; of the texts, those in which can be typed. */
static void
collect (GtkWidget *widget,
         GPtrArray *names)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget))
    {
      gboolean is_editable;

      g_object_get (widget, "editable", &is_editable, NULL);
      /* What it says can be selected and copied. */
      if (gtk_widget_get_ancestor (widget, PACT_TYPE_FIELD_ROW) != NULL)
        g_assert_true (gtk_widget_is_sensitive (widget));
      /* The filter is no part of the plan. */
      if (is_editable && gtk_widget_get_ancestor (widget, GTK_TYPE_SEARCH_ENTRY) == NULL)
        g_ptr_array_add (names, (gpointer) G_OBJECT_TYPE_NAME (widget));
      return;
    }
  if (is_control (widget))
    {
      if (gtk_widget_is_sensitive (widget))
        g_ptr_array_add (names, (gpointer) get_name (widget));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, names);
}

static gboolean
has_name (GPtrArray *names,
          const char *name)
{
  return g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL);
}

/* Opens every row that opens to fields. */
static void
expand (GtkWidget *widget)
{
  if (PACT_IS_CHILD_ROW (widget))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    expand (child);
}

static GtkWidget *
get_section (Fixture *fixture)
{
  GtkWidget *first = widget_find (GTK_WIDGET (fixture->page), PACT_TYPE_SECTION, 0);

  return gtk_stack_get_visible_child (GTK_STACK (gtk_widget_get_ancestor (first, GTK_TYPE_STACK)));
}

static GPtrArray *
collect_section (Fixture *fixture,
                 const char *name)
{
  GPtrArray *names = g_ptr_array_new ();

  pact_plan_page_show_section (fixture->page, name);
  if (g_str_equal (name, "measures") && fixture->base.measure != NULL)
    pact_plan_page_reveal (fixture->page, pact_element_get_uuid (fixture->base.measure), NULL);
  expand (get_section (fixture));
  widget_wait_for_frames (GTK_WIDGET (fixture->page));
  collect (get_section (fixture), names);

  return names;
}

/* What may be pressed where nothing can be changed: ways to somewhere else, a menu from which can be copied, the export for
 * reading with what it leaves out, and what makes papers. */
static const char *const harmless[] = {
  "What Is Missing?", "Go through the Measures", "Next", "All measures", "Add, copy, move or delete", "Copy", "GtkSwitch", "Export Draft…",
  "Measures", "Indicators", "Costs", "View", "Next Question",
  "Document", "How papers are made", "Save As", "Send…", "Print…", "Smaller (Ctrl+−)", "Larger (Ctrl++)",
};

static gboolean
is_harmless (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (harmless); i++)
    {
      if (g_str_equal (harmless[i], name))
        return TRUE;
    }

  return FALSE;
}

static void
assert_harmless (GPtrArray *names,
                 const char *section)
{
  for (guint i = 0; i < names->len; i++)
    {
      if (is_harmless (g_ptr_array_index (names, i)))
        continue;
      g_test_message ("In %s there is “%s”", section, (char *) g_ptr_array_index (names, i));
      g_test_fail ();
    }
}

static void
assert_nothing_changes (Fixture *fixture)
{
  guint n_sections;
  const PactSectionInfo *sections = pact_sections_get (&n_sections);

  for (guint i = 0; i < n_sections; i++)
    {
      g_autoptr (GPtrArray) names = collect_section (fixture, sections[i].name);

      assert_harmless (names, sections[i].name);
    }
}

static void
assert_all_changes (Fixture *fixture)
{
  g_autoptr (GPtrArray) measures = collect_section (fixture, "measures");
  g_autoptr (GPtrArray) actors = collect_section (fixture, "actors");

  g_assert_true (has_name (measures, "GtkText"));
  g_assert_true (has_name (measures, "Delete"));
  g_assert_true (has_name (actors, "Move Up"));
}

/* On every page of a plan that cannot be written, nothing can be pressed that would be refused. */
static void
test_pages (Fixture *fixture,
            gconstpointer data)
{
  reopen_after (fixture, newer_sql);
  show_window (fixture);
  assert_nothing_changes (fixture);
}

/* Nor where several are chosen. */
static void
test_several (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  reopen_after (fixture, newer_sql);
  show_window (fixture);
  pact_plan_page_show_section (fixture->page, "measures");
  g_ptr_array_add (chosen, fixture->base.measure);
  g_ptr_array_add (chosen, pact_element_get_parent (fixture->base.measure));
  pact_plan_page_choose (fixture->page, chosen);
  collect (get_section (fixture), names);
  g_assert_true (has_name (names, "Copy"));
  assert_harmless (names, "several");
}

/* Nor where there is no measure yet. */
static void
test_empty (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GError) error = NULL;

  pact_editor_remove (fixture->base.editor, pact_element_get_ancestor (fixture->base.measure, "pillar"), &error);
  g_assert_no_error (error);
  fixture->base.measure = NULL;
  reopen_after (fixture, newer_sql);
  show_window (fixture);
  names = collect_section (fixture, "measures");
  assert_harmless (names, "measures");
}

static GtkTextView *
find_title (Fixture *fixture)
{
  pact_plan_page_show_section (fixture->page, "measures");
  pact_plan_page_reveal (fixture->page, pact_element_get_uuid (fixture->base.measure), "title");

  return GTK_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (fixture->window)));
}

static void
assert_typed (GtkTextView *title)
{
  g_autofree char *text = pact_text_area_dup_text (PACT_TEXT_AREA (title));

  g_assert_cmpstr (text, ==, "Typed meanwhile");
}

typedef struct
{
  GtkTextView *title;
  gboolean is_done;
} Looking;

/* Something is typed at the last moment before the damage is known: it has not been saved yet. */
static void
looked_through_cb (GObject *source,
                   GAsyncResult *result,
                   gpointer user_data)
{
  Looking *looking = user_data;
  g_autoptr (GError) error = NULL;

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (looking->title), "Typed meanwhile", -1);
  pact_workspace_look_through_finish (PACT_WORKSPACE (source), result, &error);
  g_assert_no_error (error);
  looking->is_done = TRUE;
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

/* The bar above the plan says why nothing can be changed. */
static gboolean
is_said (Fixture *fixture)
{
  GtkWidget *banner = widget_find (GTK_WIDGET (fixture->window), PACT_TYPE_BANNER, 0);

  return find_label (banner, pact_workspace_get_obstacle (fixture->base.workspace)->message) != NULL;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static gboolean
is_refused (gpointer data)
{
  return pact_pending_get_state (pact_pending_get_default ()) == PACT_PENDING_REFUSED;
}

/* Damage that is found while the plan is open ends all changes at once, and the repair allows them again. What was typed
 * meanwhile stays where it was typed, and is saved then. */
static void
test_damage (Fixture *fixture,
             gconstpointer data)
{
  Looking looking = { NULL, FALSE };
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  GtkTextView *title;

  reopen_after (fixture, damaging_sql);
  pact_workspace_check_later (fixture->base.workspace);
  show_window (fixture);
  assert_all_changes (fixture);
  title = find_title (fixture);
  looking.title = title;
  pact_workspace_look_through_async (fixture->base.workspace, NULL, looked_through_cb, &looking);
  widget_wait (is_true, &looking.is_done);
  g_assert_false (gtk_text_view_get_editable (title));
  g_assert_true (is_said (fixture));

  widget_wait (is_refused, NULL);
  assert_typed (title);
  g_signal_emit_by_name (title, "select-all", TRUE);
  g_assert_true (gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (title)));
  assert_nothing_changes (fixture);
  assert_typed (find_title (fixture));

  pact_workspace_repair (fixture->base.workspace, &problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  assert_all_changes (fixture);
  pact_pending_flush (pact_pending_get_default ());
  g_assert_cmpstr (pact_element_get_title (fixture->base.measure), ==, "Typed meanwhile");
}

/* Also damage that nobody looked for: something cannot be read. */
static void
test_failed_read (Fixture *fixture,
                  gconstpointer data)
{
  g_autofree char *garbage = g_strnfill (4096, 'x');
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  GtkTextView *title;
  FILE *file;
  long size;

  show_window (fixture);
  title = find_title (fixture);
  g_assert_true (gtk_text_view_get_editable (title));
  execute (fixture, "PRAGMA wal_checkpoint (TRUNCATE)");
  file = g_fopen (fixture->base.path, "r+b");
  g_assert_cmpint (fseek (file, 0, SEEK_END), ==, 0);
  size = ftell (file);
  g_assert_cmpint (fseek (file, 4096, SEEK_SET), ==, 0);
  while (ftell (file) < size)
    g_assert_cmpuint (fwrite (garbage, 1, 4096, file), ==, 4096);
  fclose (file);

  found = pact_workspace_search (fixture->base.workspace, "police", 10, &error);
  g_assert_null (found);
  g_assert_true (pact_error_is_damage (error));
  g_assert_nonnull (pact_workspace_get_obstacle (fixture->base.workspace));
  g_assert_false (gtk_text_view_get_editable (title));
  g_assert_true (is_said (fixture));
}

static void
add_tests (void)
{
  g_test_add ("/read-only/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/read-only/several", Fixture, NULL, set_up, test_several, tear_down);
  g_test_add ("/read-only/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/read-only/damage", Fixture, NULL, set_up, test_damage, tear_down);
  g_test_add ("/read-only/failed-read", Fixture, NULL, set_up, test_failed_read, tear_down);
}

int
main (int argc,
      char *argv[])
{
  return widget_test_run (argc, argv, add_tests);
}
