/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-plan-title"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-catalogue.h"
#include "pact-locales.h"
#include "pact-paths.h"
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

/**
 * pact_new_plan_dup_title:
 * @answers: the answers that a plan starts with
 *
 * Proposes a title for a plan: what it is, in the plan's language, whose, and for when.
 *
 * Returns: (transfer full): the title
 */
char *
pact_new_plan_dup_title (const PactNewPlan *answers)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (answers != NULL, NULL);

  title = dup_general_title (answers->language);

  return g_strdup_printf ("%s – %s, %.4s–%.4s", title, answers->authority, answers->period_start, answers->period_end);
}
