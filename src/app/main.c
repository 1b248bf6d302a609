/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-planner"

#include "config.h"

#include <signal.h>

#include "pact-application.h"
#include "pact-home.h"
#include "pact-messages.h"
#include "pact-paths.h"
#include "pact-translation.h"

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

/* The catalogue that a translator wants to see; the other options are for the application. */
static char *
take_catalogue (int *argc,
                char ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  char *catalogue = NULL;
  const GOptionEntry options[] = {
    { "catalogue", 0, 0, G_OPTION_ARG_FILENAME, &catalogue, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_add_main_entries (context, options, NULL);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_ignore_unknown_options (context, TRUE);
  /* What is wrong with the options the application says. */
  g_option_context_parse (context, argc, argv, NULL);

  return catalogue;
}

/* The language has to be known before anything is shown. GTK would set the locale once more. */
static gboolean
set_language (GSettings *settings,
              const char *catalogue)
{
  g_autofree char *language = g_settings_get_string (settings, "interface-language");
  g_autofree char *tried = NULL;
  g_autoptr (GError) error = NULL;

  gtk_disable_setlocale ();
  if (catalogue != NULL)
    tried = pact_translation_try (catalogue, &error);
  pact_messages_init (tried != NULL ? tried : language);
  if (error != NULL)
    g_printerr ("%s\n", error->message);

  return error == NULL;
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (PactApplication) application = NULL;
  g_autofree char *catalogue = NULL;

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

  catalogue = take_catalogue (&argc, &argv);
  if (!set_language (settings, catalogue))
    return EXIT_FAILURE;
  application = pact_application_new (settings);
  /* A window that is open already speaks another language. */
  if (catalogue != NULL)
    g_application_set_flags (G_APPLICATION (application),
                             g_application_get_flags (G_APPLICATION (application)) | G_APPLICATION_NON_UNIQUE);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
