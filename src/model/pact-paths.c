/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-paths"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "pact-paths.h"

/* Whether a program of the build folder is running; it must not depend on what is installed. */
static gboolean
is_in_build_folder (void)
{
  static gsize answer; /* 0 unknown, 1 no, 2 yes */

  if (g_once_init_enter (&answer))
    {
      g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
      char *folder = realpath (PACT_BUILD_DIR, NULL);
      gsize length = folder != NULL ? strlen (folder) : 0;
      gboolean is_below =
        program != NULL && folder != NULL && strncmp (program, folder, length) == 0 && program[length] == '/';

      free (folder);
      g_once_init_leave (&answer, is_below ? 2 : 1);
    }

  return answer == 2;
}

/**
 * pact_paths_get_templates_dir:
 *
 * Returns: (transfer none): the folder of the templates that come with the program
 */
const char *
pact_paths_get_templates_dir (void)
{
  return is_in_build_folder () ? PACT_SOURCE_DIR "/data/templates" : PKGDATADIR "/templates";
}

/**
 * pact_paths_get_locale_dir:
 * @domain: a gettext domain: the interface's, or that of the templates' text
 *
 * Returns: (transfer none): the folder for bindtextdomain(), in which `LANGUAGE/LC_MESSAGES/DOMAIN.mo` stand
 */
const char *
pact_paths_get_locale_dir (const char *domain)
{
  g_return_val_if_fail (domain != NULL, NULL);

  if (!is_in_build_folder ())
    return LOCALEDIR;

  /* Meson puts the catalogues where their messages stand. */
  return g_str_equal (domain, GETTEXT_PACKAGE) ? PACT_BUILD_DIR "/po" : PACT_BUILD_DIR "/po/templates";
}

/**
 * pact_paths_get_settings_schema_dir:
 *
 * Returns: (transfer none): the folder in which the compiled GSettings schemas stand
 */
const char *
pact_paths_get_settings_schema_dir (void)
{
  return is_in_build_folder () ? PACT_BUILD_DIR "/data" : DATADIR "/glib-2.0/schemas";
}
