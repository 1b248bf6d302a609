/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-planner"

#include "config.h"

#include <signal.h>

#include "pact-application.h"
#include "pact-home.h"
#include "pact-messages.h"
#include "pact-paths.h"

/* The settings of the place where the program runs from: its build folder, its prefix, the system. */
static GSettings *
open_settings (void)
{
  g_autoptr (GSettingsSchemaSource) source = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;

  source = g_settings_schema_source_new_from_directory (pact_paths_get_settings_schema_dir (),
                                                        g_settings_schema_source_get_default (), TRUE, NULL);
  schema = g_settings_schema_source_lookup (source != NULL ? source : g_settings_schema_source_get_default (),
                                            APPLICATION_ID, TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/* The language has to be known before anything is shown. GTK would set the locale once more. */
static void
set_language (GSettings *settings)
{
  g_autofree char *language = g_settings_get_string (settings, "interface-language");

  gtk_disable_setlocale ();
  pact_messages_init (language);
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (PactApplication) application = NULL;

  pact_home_init ();
  /* Files on this computer only: an address is refused, and nothing is fetched to find out what it is. */
  g_setenv ("GIO_USE_VFS", "local", TRUE);
  /* A reader that has gone and a file that may not grow are errors of what was to be written, not the end. */
  signal (SIGPIPE, SIG_IGN);
  signal (SIGXFSZ, SIG_IGN);
  settings = open_settings ();
  if (settings == NULL)
    {
      g_printerr ("The settings schema " APPLICATION_ID " is not installed.\n");
      return EXIT_FAILURE;
    }

  set_language (settings);
  application = pact_application_new (settings);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
