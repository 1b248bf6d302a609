/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-translate"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-catalogue.h"
#include "pact-locale-private.h"
#include "pact-paths.h"
#include "pact-translate.h"

/* What stands between a context and its message in a catalogue. */
#define CONTEXT_END "\004"

/* The catalogues of a domain, which stay for ever as gettext's do. */
static PactCatalogues *
get_catalogues (const char *folder,
                const char *domain)
{
  static GMutex mutex;
  static GHashTable *domains;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  PactCatalogues *catalogues;

  if (domains == NULL)
    domains = g_hash_table_new (g_str_hash, g_str_equal);
  catalogues = g_hash_table_lookup (domains, domain);
  if (catalogues == NULL)
    {
      catalogues = pact_catalogues_new (folder, domain);
      g_hash_table_insert (domains, g_strdup (domain), catalogues);
    }

  return catalogues;
}

/* Translates a message of some domain, which always has its catalogues in the same folder; NULL if nobody has. */
const char *
_pact_translate_from (const char *folder,
                      const char *domain,
                      const char *message,
                      const PactLocale *locale)
{
  PactCatalogues *catalogues = get_catalogues (folder, domain);
  const char *const *names = _pact_locale_get_catalogue_names (locale);
  const char *translation = NULL;

  for (gsize i = 0; translation == NULL && names[i] != NULL; i++)
    translation = pact_catalogues_lookup (catalogues, names[i], message);

  return translation;
}

/**
 * pact_translate:
 * @context: (nullable): the context of the message
 * @message: a message of the program’s, in English
 * @locale: (nullable): a locale
 *
 * What gettext does for the interface, in any of the languages that are installed. Any thread may ask.
 *
 * Returns: (transfer none): the message in that language, or as it stands; it stays for ever
 */
const char *
pact_translate (const char *context,
                const char *message,
                const PactLocale *locale)
{
  g_autofree char *key = NULL;
  const char *translation;

  g_return_val_if_fail (message != NULL, NULL);

  if (locale == NULL)
    return context != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, context, message) : g_dgettext (GETTEXT_PACKAGE, message);

  key = context != NULL ? g_strconcat (context, CONTEXT_END, message, NULL) : g_strdup (message);
  translation = _pact_translate_from (pact_paths_get_locale_dir (GETTEXT_PACKAGE), GETTEXT_PACKAGE, key, locale);

  return translation != NULL ? translation : message;
}
