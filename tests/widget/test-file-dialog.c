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

static void
add_tests (void)
{
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
