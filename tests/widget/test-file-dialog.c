/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "pact-file-dialog.h"
#include "widget-fixture.h"

/* What a dialog has answered. */
typedef struct
{
  GtkWidget *window; /* a weak pointer */
  guint n_answers;
  int n_files;
  gboolean window_was_there;
} Answer;

static void
answered_cb (GFile **files,
             int n_files,
             gpointer data)
{
  Answer *answer = data;

  answer->n_answers++;
  answer->n_files = n_files;
  answer->window_was_there = answer->window != NULL;
}

/* Whoever closes the window while a file is being chosen has chosen none. The answer comes once, and not after the window is
 * gone, for what it is about is mostly the window's. */
static void
test_window_closed (WidgetFixture *fixture,
                    gconstpointer is_saving)
{
  Answer answer = { .window = gtk_window_new (), .n_files = -1 };

  g_object_add_weak_pointer (G_OBJECT (answer.window), (gpointer *) &answer.window);
  gtk_window_present (GTK_WINDOW (answer.window));
  if (GPOINTER_TO_INT (is_saving))
    pact_file_dialog_save (answer.window, "Save", "plan.json", answered_cb, &answer);
  else
    pact_file_dialog_open (answer.window, "Open", answered_cb, &answer);
  g_assert_cmpuint (answer.n_answers, ==, 0);

  gtk_window_destroy (GTK_WINDOW (answer.window));
  g_assert_null (answer.window);
  g_assert_cmpuint (answer.n_answers, ==, 1);
  g_assert_cmpint (answer.n_files, ==, 0);
  g_assert_true (answer.window_was_there);
}

/* The title of a window that stands before @parent, or %NULL. */
static const char *
find_title_before (GtkWidget *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (parent))
        return gtk_window_get_title (window);
    }
  return NULL;
}

/* A place that is not on this computer is refused aloud; whoever closes the dialog is told nothing. */
static void
test_find_path (WidgetFixture *fixture,
                gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GFile) here = g_file_new_for_path ("/somewhere/a folder");
  g_autoptr (GFile) elsewhere = g_file_new_for_uri ("https://example.org/backups");

  g_assert_cmpstr (pact_file_dialog_find_path (window, "Not chosen", &here, 1), ==, "/somewhere/a folder");
  g_assert_null (pact_file_dialog_find_path (window, "Not chosen", NULL, 0));
  g_assert_null (find_title_before (window));
  g_assert_null (pact_file_dialog_find_path (window, "Not chosen", &elsewhere, 1));
  g_assert_cmpstr (find_title_before (window), ==, "Not chosen");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  g_test_add ("/file-dialog/find-path", WidgetFixture, NULL, widget_fixture_set_up, test_find_path, widget_fixture_tear_down);
  g_test_add ("/file-dialog/window-closed/open", WidgetFixture, GINT_TO_POINTER (FALSE), widget_fixture_set_up,
              test_window_closed, widget_fixture_tear_down);
  g_test_add ("/file-dialog/window-closed/save", WidgetFixture, GINT_TO_POINTER (TRUE), widget_fixture_set_up,
              test_window_closed, widget_fixture_tear_down);
}

int
main (int argc,
      char *argv[])
{
  return widget_test_run (argc, argv, add_tests);
}
