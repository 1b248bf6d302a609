/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-plan.h"

/* What is true of a plan with everything in it, found out by going through it. */

static inline void
plan_count_answers (PactPlan *plan,
                    guint *filled,
                    guint *required)
{
  PactTally tally;

  pact_element_get_tally (pact_plan_get_root (plan), &tally);
  *filled = tally.filled;
  *required = tally.required;
}

static inline void
plan_find_latest (PactElement *element,
                  gpointer data)
{
  const char **latest = data;

  if (g_strcmp0 (pact_element_get_modified (element), *latest) > 0)
    *latest = pact_element_get_modified (element);
}

static inline const char *
plan_find_modified (PactPlan *plan)
{
  const char *latest = NULL;

  pact_element_walk (pact_plan_get_root (plan), plan_find_latest, &latest);

  return latest;
}
