/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-paths"

#include "config.h"

#include "pact-paths.h"

/* The file in a build folder that says where the sources are that it was made from. Nothing else in the program knows, so that
 * it comes out the same wherever it is built. */
#define MARK "uninstalled"

/* How far below the build folder its programs are. */
#define MAX_DEPTH 4

typedef struct
{
  char *templates;
  char *example;
  char *interface_locales;
  char *template_locales;
  char *schemas;
} Paths;

/* For a program of a build folder, which must not depend on what is installed. Tells whether this is one. */
static gboolean
find_uninstalled (Paths *paths)
{
  g_autofree char *folder = g_file_read_link ("/proc/self/exe", NULL);

  for (int i = 0; folder != NULL && i < MAX_DEPTH; i++)
    {
      char *above = g_path_get_dirname (folder);
      g_autofree char *mark = g_build_filename (above, MARK, NULL);
      g_autoptr (GKeyFile) file = g_key_file_new ();
      g_autofree char *sources = NULL;

      g_free (folder);
      folder = above;
      if (g_key_file_load_from_file (file, mark, G_KEY_FILE_NONE, NULL))
        sources = g_key_file_get_value (file, "folders", "source", NULL);
      if (sources == NULL)
        continue;
      paths->templates = g_build_filename (sources, "data", "templates", NULL);
      paths->example = g_build_filename (sources, "data", "example", NULL);
      /* Meson puts the catalogues where their messages stand. */
      paths->interface_locales = g_build_filename (folder, "po", NULL);
      paths->template_locales = g_build_filename (folder, "po", "templates", NULL);
      paths->schemas = g_build_filename (folder, "data", NULL);
      return TRUE;
    }

  return FALSE;
}

static Paths *
get_paths (void)
{
  static Paths paths;
  static gsize is_known;

  if (g_once_init_enter (&is_known))
    {
      if (!find_uninstalled (&paths))
        paths = (Paths){
          .templates = g_strdup (PKGDATADIR "/templates"),
          .example = g_strdup (PKGDATADIR "/example"),
          .interface_locales = g_strdup (LOCALEDIR),
          .template_locales = g_strdup (LOCALEDIR),
          .schemas = g_strdup (DATADIR "/glib-2.0/schemas"),
        };
      g_once_init_leave (&is_known, TRUE);
    }

  return &paths;
}

/**
 * pact_paths_get_templates_dir:
 *
 * Returns: (transfer none): the folder of the templates that come with the program
 */
const char *
pact_paths_get_templates_dir (void)
{
  return get_paths ()->templates;
}

/**
 * pact_paths_dup_example:
 *
 * Returns: (transfer full): the file of the example plan, in the language of the interface if there is one in it
 */
char *
pact_paths_dup_example (void)
{
  const char *const *languages = g_get_language_names ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("example.%s.json", languages[i]);
      g_autofree char *path = g_build_filename (get_paths ()->example, name, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }

  return g_build_filename (get_paths ()->example, "example.en.json", NULL);
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

  return g_str_equal (domain, GETTEXT_PACKAGE) ? get_paths ()->interface_locales : get_paths ()->template_locales;
}

/**
 * pact_paths_set_locale_dir:
 * @domain: a gettext domain, as for pact_paths_get_locale_dir()
 * @folder: where its catalogues shall be looked for
 *
 * Has catalogues looked for elsewhere. To be called once, before anything has been translated and before there is a second thread.
 */
void
pact_paths_set_locale_dir (const char *domain,
                           const char *folder)
{
  char **locales;

  g_return_if_fail (domain != NULL);
  g_return_if_fail (folder != NULL);

  locales = g_str_equal (domain, GETTEXT_PACKAGE) ? &get_paths ()->interface_locales : &get_paths ()->template_locales;
  g_free (*locales);
  *locales = g_strdup (folder);
}

/**
 * pact_paths_get_settings_schema_dir:
 *
 * Returns: (transfer none): the folder in which the compiled GSettings schemas stand
 */
const char *
pact_paths_get_settings_schema_dir (void)
{
  return get_paths ()->schemas;
}
