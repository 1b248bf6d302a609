/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-home"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-home.h"

/* The variables that say where a person's own folders are. What is no absolute path would be a folder wherever the program
 * happens to be started; the XDG Base Directory Specification has it ignored. Ignoring alone would show an empty library to
 * somebody whose plans are elsewhere, so where it matters it is said. */

#define DATA "XDG_DATA_HOME"
#define HOME "HOME"

static char *wrong_variable;
static char *wrong_value;

static gboolean
is_wrong (const char *variable)
{
  const char *value = g_getenv (variable);

  /* An empty one of the others counts as unset. */
  if (value == NULL || (*value == '\0' && !g_str_equal (variable, HOME)))
    return FALSE;

  return !g_path_is_absolute (value);
}

static gboolean
is_set (const char *variable)
{
  const char *value = g_getenv (variable);

  return value != NULL && *value != '\0';
}

/**
 * pact_home_init:
 *
 * Drops what is wrong in the environment. To be called before anything else, as GLib and others look only once.
 */
void
pact_home_init (void)
{
  static const char *const variables[] = {
    DATA, HOME, "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR",
  };
  const char *decisive = is_set (DATA) ? DATA : HOME;

  if (is_wrong (decisive))
    {
      wrong_variable = g_strdup (decisive);
      wrong_value = g_strdup (g_getenv (decisive));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      if (is_wrong (variables[i]))
        g_unsetenv (variables[i]);
    }
}

/**
 * pact_home_check:
 * @error: return location for an error
 *
 * Returns: whether it is known where the person's own data are; %FALSE with @error set to %G_FILE_ERROR_INVAL if the
 *   environment says nonsense
 */
gboolean
pact_home_check (GError **error)
{
  g_autofree char *value = NULL;

  if (wrong_variable == NULL)
    return TRUE;

  value = g_filename_display_name (wrong_value);
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
               /* Translators: the first is the name of a variable of the environment, the second what it says. */
               _("It is not known where your plans are: the variable %1$s is “%2$s”, which is no whole path. Set it to a path that begins with “/”, or choose a library with “--library”."),
               wrong_variable, value);

  return FALSE;
}
