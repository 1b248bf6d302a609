/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-plan-title"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-catalogue.h"
#include "pact-dates.h"
#include "pact-locales.h"
#include "pact-paths.h"
#include "pact-text.h"
#include "pact-workspace.h"

/* The title stands in the plan's language as far as the program speaks it, else in the interface's. */
static char *
dup_general_title (const char *language)
{
  g_autoptr (PactCatalogues) catalogues = NULL;
  g_auto (GStrv) locales = pact_locales_for_language (language);
  /* Translators: the title that is proposed for a plan, on its cover. */
  const char *title = N_("Action plan to stop sexual violence against children");

  if (g_str_equal (language, "en") || g_str_has_prefix (language, "en-"))
    return g_strdup (title);

  catalogues = pact_catalogues_new (pact_paths_get_locale_dir (GETTEXT_PACKAGE), GETTEXT_PACKAGE);
  for (guint i = 0; locales[i] != NULL; i++)
    {
      const char *translated = pact_catalogues_lookup (catalogues, locales[i], title);

      if (translated != NULL)
        return g_strdup (translated);
    }

  return g_strdup (_(title));
}

static glong
get_maximum (void)
{
  return pact_kind_get_title_field (pact_model_get_root (pact_model_get_default ()))->maximum;
}

/**
 * pact_plan_dup_proposed_title:
 * @root: a plan, with its authority, its language and its period
 *
 * Proposes a title for a plan: what it is, in the plan's language, whose, and for when. The name of an authority that has no
 * room beside the rest is shortened.
 *
 * Returns: (transfer full): the title
 */
char *
pact_plan_dup_proposed_title (const PactRecord *root)
{
  g_autofree char *what = NULL;
  g_autofree char *when = NULL;
  g_autofree char *whose = NULL;
  g_autofree char *first_year = NULL;
  g_autofree char *last_year = NULL;
  const char *language;
  glong room;

  g_return_val_if_fail (root != NULL, NULL);

  language = pact_record_get (root, "language");
  what = dup_general_title (language);
  first_year = g_strndup (pact_record_get (root, "period_start"), 4);
  last_year = g_strndup (pact_record_get (root, "period_end"), 4);
  when = pact_period_display (first_year, last_year, pact_locale_get (language));
  room = get_maximum () - g_utf8_strlen (what, -1) - g_utf8_strlen (when, -1) - strlen (" - , ");
  if (pact_record_get (root, "authority_name") == NULL)
    return g_strdup_printf ("%s, %s", what, when);
  whose = pact_text_shorten (pact_record_get (root, "authority_name"), room);

  return g_strdup_printf ("%s – %s, %s", what, whose, when);
}
