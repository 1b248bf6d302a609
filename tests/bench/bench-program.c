/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "bench-program.h"
#include "pact-paths.h"

static GSettings *
settings_new (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSettingsSchemaSource) source =
    g_settings_schema_source_new_from_directory (pact_paths_get_settings_schema_dir (),
                                                 g_settings_schema_source_get_default (), TRUE, &error);
  g_autoptr (GSettingsSchema) schema = NULL;

  g_assert_no_error (error);
  schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);

  return g_settings_new_full (schema, NULL, NULL);
}

PactApplication *
bench_program_new (void)
{
  g_autoptr (GSettings) settings = settings_new ();
  PactApplication *application;
  g_autoptr (GError) error = NULL;

  application = pact_application_new (settings);
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  return application;
}

PactWindow *
bench_program_show (PactApplication *application,
                    PactWorkspace *workspace)
{
  g_autoptr (GSettings) settings = settings_new ();
  PactWindow *window = pact_window_new (ADW_APPLICATION (application), workspace, settings);

  gtk_window_present (GTK_WINDOW (window));

  return window;
}

/* The first widget of a type that is shown. */
GtkWidget *
bench_program_find (GtkWidget *widget,
                    GType type)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = bench_program_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}
