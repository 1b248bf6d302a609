/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-messages"

#include "config.h"

#include <libintl.h>
#include <locale.h>

#include "pact-messages.h"
#include "pact-paths.h"

/*
 * The language in which a program speaks, in every session, whatever locales are installed.
 *
 * gettext takes the language from the variable LANGUAGE, unless the locale of messages is plain: that is “C”, and in newer
 * releases of glibc “C.UTF-8” too. But a session may have no other, and a machine need not have any. Where there is no locale
 * of a territory, glibc takes the one without: C_001.UTF-8, “the world”, is C.UTF-8 under a name that is not plain. So our own
 * messages and those of GTK, libadwaita and iso-codes come in the language that was asked for, from the catalogues that are there.
 */
#define PLAIN_LOCALE "C.UTF-8"
#define SPEAKING_LOCALE "C_001.UTF-8"

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* Whether somebody asks for English, which nobody does who only asks for UTF-8. */
static gboolean
is_english_wanted (const char *locale)
{
  return g_strcmp0 (locale, "C") == 0 || g_strcmp0 (locale, "POSIX") == 0;
}

static gboolean
is_plain (const char *locale)
{
  return is_english_wanted (locale) || g_str_has_prefix (locale, "C.");
}

/* The locale of messages that the session asks for, which need not exist; %NULL if it asks for none. */
static const char *
get_wanted_locale (void)
{
  static const char *const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      const char *value = g_getenv (variables[i]);

      if (!is_empty (value))
        return value;
    }

  return NULL;
}

/* One category of which the locale is not installed takes none of the others with it. */
static void
set_categories (void)
{
  static const int categories[] = {
    LC_CTYPE, LC_NUMERIC, LC_TIME,    LC_COLLATE,   LC_MONETARY,    LC_MESSAGES,
    LC_PAPER, LC_NAME,    LC_ADDRESS, LC_TELEPHONE, LC_MEASUREMENT, LC_IDENTIFICATION,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (categories); i++)
    {
      if (setlocale (categories[i], "") == NULL)
        setlocale (categories[i], PLAIN_LOCALE);
    }
}

/**
 * pact_messages_init:
 * @language: (nullable): the language that was chosen for this program, as gettext names it; %NULL or empty if it is that of
 *   the session
 *
 * Sets the locale of the process, and the language of its messages and of those of its libraries. Where the session asks for
 * a locale that is not installed, its language is spoken nevertheless; where it asks for the plain locale “C” by name, and no
 * @language was chosen, everything stays as it is in the program. Text is always UTF-8 if the session says nothing else.
 *
 * To be called once, before anything else.
 */
void
pact_messages_init (const char *language)
{
  const char *wanted = get_wanted_locale ();
  gboolean is_chosen = !is_empty (language);

  set_categories ();
  if (g_str_equal (setlocale (LC_CTYPE, NULL), "C"))
    setlocale (LC_CTYPE, PLAIN_LOCALE);

  if (is_chosen)
    g_setenv ("LANGUAGE", language, TRUE);
  if (!is_chosen && is_english_wanted (wanted))
    {
      /* gettext passes over it there, but GLib does not, and what is taken from it, such as templates, would speak another. */
      g_unsetenv ("LANGUAGE");
    }
  else if (is_plain (setlocale (LC_MESSAGES, NULL)))
    {
      /* The session names a locale that is not there. */
      if (wanted != NULL && !is_plain (wanted) && !is_chosen && is_empty (g_getenv ("LANGUAGE")))
        g_setenv ("LANGUAGE", wanted, TRUE);
      if (setlocale (LC_MESSAGES, SPEAKING_LOCALE) == NULL)
        setlocale (LC_MESSAGES, PLAIN_LOCALE);
    }

  bindtextdomain (GETTEXT_PACKAGE, pact_paths_get_locale_dir (GETTEXT_PACKAGE));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
