/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-locales"

#include "config.h"

#include <string.h>

#include "pact-locales.h"

/* A script is a modifier in the names of locales, and a subtag in those of languages. */
static const struct
{
  const char *modifier;
  const char *script;
} scripts[] = {
  { "cyrillic", "Cyrl" },
  { "devanagari", "Deva" },
  { "latin", "Latn" },
};

static const char *
find_modifier (const char *script)
{
  for (gsize i = 0; script != NULL && i < G_N_ELEMENTS (scripts); i++)
    {
      if (g_ascii_strcasecmp (scripts[i].script, script) == 0)
        return scripts[i].modifier;
    }

  return NULL;
}

static const char *
find_script (const char *modifier)
{
  for (gsize i = 0; modifier != NULL && i < G_N_ELEMENTS (scripts); i++)
    {
      if (g_str_equal (scripts[i].modifier, modifier))
        return scripts[i].script;
    }

  return NULL;
}

static gboolean
is_region (const char *part)
{
  gsize length = strlen (part);

  return (length == 2 && g_ascii_isalpha (*part)) || (length == 3 && g_ascii_isdigit (*part));
}

/**
 * pact_locales_for_language:
 * @language: (nullable): a BCP 47 tag, or %NULL for the languages of the interface
 *
 * Returns: (transfer full) (array zero-terminated=1): the locales in which to look for texts in
 *   @language, best first: `de_AT`, `de` for `de-AT`
 */
char **
pact_locales_for_language (const char *language)
{
  g_autoptr (GPtrArray) locales = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *region = NULL;
  const char *script = NULL, *modifier;

  if (language == NULL)
    return g_strdupv ((char **) g_get_language_names ());

  parts = g_strsplit (language, "-", -1);
  locales = g_ptr_array_new ();
  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    {
      if (strlen (parts[i]) == 4 && g_ascii_isalpha (*parts[i]) && script == NULL)
        script = parts[i];
      else if (is_region (parts[i]) && region == NULL)
        region = g_ascii_strup (parts[i], -1);
    }

  modifier = find_modifier (script);
  if (modifier != NULL && region != NULL)
    g_ptr_array_add (locales, g_strdup_printf ("%s_%s@%s", parts[0], region, modifier));
  if (modifier != NULL)
    g_ptr_array_add (locales, g_strdup_printf ("%s@%s", parts[0], modifier));
  if (script != NULL)
    g_ptr_array_add (locales, g_strdup_printf ("%s_%s", parts[0], script));
  if (region != NULL)
    g_ptr_array_add (locales, g_strdup_printf ("%s_%s", parts[0], region));
  if (parts[0] != NULL)
    g_ptr_array_add (locales, g_strdup (parts[0]));
  g_ptr_array_add (locales, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&locales), FALSE);
}

/**
 * pact_language_for_locale:
 * @locale: a locale, such as `de_AT.UTF-8` or `sr@latin`
 *
 * Returns: (transfer full): its language as a BCP 47 tag
 */
char *
pact_language_for_locale (const char *locale)
{
  g_auto (GStrv) halves = NULL;
  g_autofree char *tag = NULL;
  const char *script;

  g_return_val_if_fail (locale != NULL, NULL);

  halves = g_strsplit (locale, "@", 2);
  if (halves[0] == NULL)
    return g_strdup ("");

  halves[0][strcspn (halves[0], ".")] = '\0';
  tag = g_strdelimit (g_strdup (halves[0]), "_", '-');
  script = find_script (halves[1]);
  if (script == NULL)
    return g_steal_pointer (&tag);

  /* The script stands between language and region. */
  halves[0][strcspn (halves[0], "_")] = '\0';

  return g_strconcat (halves[0], "-", script, tag + strlen (halves[0]), NULL);
}
