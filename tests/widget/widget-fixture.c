/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <glib/gstdio.h>

#include "pact-paths.h"
#include "pact-pending.h"
#include "pact-plan.h"
#include "widget-fixture.h"
#include "new-plan.h"

void
widget_fixture_set_up (WidgetFixture *fixture,
                       gconstpointer data)
{
  g_autoptr (PactRecord) answers = new_plan (NULL, "en", "A plan");
  g_autofree char *uuid = NULL;
  PactElement *pillar;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("pact-widget-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "library.db", NULL);
  fixture->workspace = pact_workspace_open (fixture->path, &error);
  g_assert_no_error (error);
  uuid = pact_workspace_create_plan (fixture->workspace, answers, &error);
  g_assert_no_error (error);
  fixture->editor = pact_workspace_open_plan (fixture->workspace, uuid, &error);
  g_assert_no_error (error);
  pillar = pact_editor_add (fixture->editor, pact_plan_get_root (pact_editor_get_plan (fixture->editor)), "pillar", NULL,
                            &error);
  g_assert_no_error (error);
  fixture->objective = pact_editor_add (fixture->editor, pillar, "objective", NULL, &error);
  g_assert_no_error (error);
  fixture->measure = pact_editor_add (fixture->editor, fixture->objective, "measure", NULL, &error);
  g_assert_no_error (error);
  fixture->window = GTK_WINDOW (gtk_window_new ());
}

void
widget_fixture_tear_down (WidgetFixture *fixture,
                          gconstpointer data)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  gtk_window_destroy (fixture->window);
  g_clear_object (&fixture->editor);
  g_clear_object (&fixture->workspace);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, suffixes[i], NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (GTK_WIDGET (data));
}

void
widget_fixture_show (WidgetFixture *fixture,
                     GtkWidget *widget)
{
  GtkWidget *scrolled_window = gtk_scrolled_window_new ();

  /* As in the program: what grows is never larger than its window, which newer releases of GTK complain of. */
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled_window), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled_window), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled_window), widget);
  gtk_window_set_child (fixture->window, scrolled_window);
  gtk_window_present (fixture->window);
  widget_wait (is_mapped, widget);
}

/* Nothing of what is waited for takes a tenth of this; it only keeps a broken test from hanging. */
#define PATIENCE_SECONDS 30

static gboolean
give_up (gpointer data)
{
  g_error ("What was waited for did not happen");

  return G_SOURCE_REMOVE;
}

void
widget_wait (WidgetCondition condition,
             gpointer data)
{
  guint source = g_timeout_add_seconds (PATIENCE_SECONDS, give_up, NULL);

  while (!condition (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
}

static gboolean
is_saved (gpointer data)
{
  return pact_pending_get_state (pact_pending_get_default ()) == PACT_PENDING_SAVED;
}

void
widget_wait_until_saved (void)
{
  widget_wait (is_saved, NULL);
}

static gboolean
count_frame (GtkWidget *widget,
             GdkFrameClock *clock,
             gpointer user_data)
{
  --*(guint *) user_data;

  return G_SOURCE_CONTINUE;
}

static gboolean
is_zero (gpointer data)
{
  return *(guint *) data == 0;
}

/* What GTK puts off until the next frame is done then. */
void
widget_wait_for_frames (GtkWidget *widget)
{
  guint n = 3;
  guint tick = gtk_widget_add_tick_callback (widget, count_frame, &n, NULL);

  widget_wait (is_zero, &n);
  gtk_widget_remove_tick_callback (widget, tick);
}

/* An element behind its siblings that says something already. */
PactElement *
widget_fixture_add (WidgetFixture *fixture,
                    PactElement *parent,
                    const char *kind,
                    const char *field,
                    const char *value)
{
  g_autoptr (GError) error = NULL;
  PactElement *element = pact_editor_add (fixture->editor, parent, kind, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (pact_editor_set_by_name (fixture->editor, element, field, value, &error));
  g_assert_no_error (error);

  return element;
}

/* What the file says, as another program reads it. */
char *
widget_fixture_read (WidgetFixture *fixture,
                     PactElement *element,
                     const char *field_name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PactWorkspace) other = pact_workspace_open (fixture->path, &error);
  g_autoptr (PactEditor) editor = NULL;
  PactElement *same;

  g_assert_no_error (error);
  editor = pact_workspace_open_plan (other, pact_editor_get_uuid (fixture->editor), &error);
  g_assert_no_error (error);
  same = pact_plan_lookup (pact_editor_get_plan (editor), pact_element_get_uuid (element));
  g_assert_nonnull (same);

  return g_strdup (pact_element_get (same, field_name));
}

static GtkWidget *
find (GtkWidget *widget,
      GType type,
      guint *nth)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*nth)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, nth);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The nth widget of a type at or below a widget, in the order of the screen. */
GtkWidget *
widget_find (GtkWidget *widget,
             GType type,
             guint nth)
{
  GtkWidget *found = find (widget, type, &nth);

  g_assert_nonnull (found);

  return found;
}

/* The settings of the program, in memory. */
GSettings *
widget_settings_new (void)
{
  g_autoptr (GSettingsSchemaSource) source = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GError) error = NULL;

  source = g_settings_schema_source_new_from_directory (pact_paths_get_settings_schema_dir (), NULL, TRUE, &error);
  g_assert_no_error (error);
  schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);

  return g_settings_new_full (schema, NULL, NULL);
}

/* The program, without a window, and beside whatever else of it is running. */
PactApplication *
widget_application_new (void)
{
  g_autoptr (GSettings) settings = widget_settings_new ();
  PactApplication *application;
  g_autoptr (GError) error = NULL;

  application = pact_application_new (settings);
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  return application;
}

/* A window of the program on a library, as the program shows it. */
PactWindow *
widget_window_show (PactApplication *application,
                    PactWorkspace *workspace)
{
  g_autoptr (GSettings) settings = widget_settings_new ();
  PactWindow *window = pact_window_new (ADW_APPLICATION (application), workspace, settings);

  gtk_window_present (GTK_WINDOW (window));

  return window;
}

int
widget_test_run (int argc,
                 char *argv[],
                 void (*add_tests) (void))
{
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return EXIT_SUCCESS;
    }

  adw_init ();
  g_test_init (&argc, &argv, NULL);
  add_tests ();

  return g_test_run ();
}
