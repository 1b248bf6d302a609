/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-plan-size"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-plan-size.h"

/* How much a plan holds. */

/**
 * pact_plan_size_describe:
 * @plan: a plan
 *
 * Returns: (transfer full): how many pillars, objectives, measures and indicators there are, for reading
 */
char *
pact_plan_size_describe (PactPlan *plan)
{
  guint n_pillars, n_objectives, n_measures, n_indicators;
  g_autofree char *pillars = NULL;
  g_autofree char *objectives = NULL;
  g_autofree char *measures = NULL;
  g_autofree char *indicators = NULL;

  g_return_val_if_fail (PACT_IS_PLAN (plan), NULL);

  n_pillars = pact_plan_count (plan, "pillar");
  n_objectives = pact_plan_count (plan, "objective");
  n_measures = pact_plan_count (plan, "measure");
  n_indicators = pact_plan_count (plan, "indicator");
  pillars = g_strdup_printf (ngettext ("%u pillar", "%u pillars", n_pillars), n_pillars);
  objectives = g_strdup_printf (ngettext ("%u objective", "%u objectives", n_objectives), n_objectives);
  measures = g_strdup_printf (ngettext ("%u measure", "%u measures", n_measures), n_measures);
  indicators = g_strdup_printf (ngettext ("%u indicator", "%u indicators", n_indicators), n_indicators);

  return g_strjoin (" · ", pillars, objectives, measures, indicators, NULL);
}
