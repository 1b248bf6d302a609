/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-covered"

#include "config.h"

#include "pact-covered.h"
#include "pact-value.h"

/* Whom and what the measures of a plan cover, and which of them nobody answers for. */

typedef struct
{
  const PactField *field;
  guint *counts; /* by term */
} Count;

/* What is left out covers nothing. */
static void
count_measure (PactElement *element,
               gpointer data)
{
  Count *count = data;
  const char *value;

  if (!(pact_element_get_kind (element)->flags & PACT_KIND_MEASURE)
      || pact_element_is_left_out (element))
    return;

  value = pact_element_get_value (element, count->field);
  for (gsize i = 0; value != NULL && i < count->field->vocabulary->n_terms; i++)
    count->counts[i] += pact_codes_contain (value, count->field->vocabulary->terms[i].code);
}

/**
 * pact_covered_count:
 * @plan: a plan
 * @field: a field of measures to which several answers can be given, such as the target groups
 *
 * Counts the measures that give each answer. Those that are left out cover nothing.
 *
 * Returns: (transfer full): how many measures give each of the answers of @field, in the order of its vocabulary
 */
guint *
pact_covered_count (PactPlan *plan,
                    const PactField *field)
{
  guint *counts;

  g_return_val_if_fail (PACT_IS_PLAN (plan), NULL);
  g_return_val_if_fail (field != NULL && field->vocabulary != NULL, NULL);

  counts = g_new0 (guint, field->vocabulary->n_terms);
  pact_element_walk (pact_plan_get_root (plan), count_measure, &(Count){ field, counts });

  return counts;
}

static void
count_without_lead (PactElement *element,
                    gpointer data)
{
  guint *n = data;

  if ((pact_element_get_kind (element)->flags & PACT_KIND_MEASURE) && !pact_element_is_waived (element)
      && pact_element_get (element, "lead") == NULL)
    (*n)++;
}

/**
 * pact_covered_count_without_lead:
 * @plan: a plan
 *
 * Returns: how many measures that are still to be taken have no lead body
 */
guint
pact_covered_count_without_lead (PactPlan *plan)
{
  guint n = 0;

  g_return_val_if_fail (PACT_IS_PLAN (plan), 0);

  pact_element_walk (pact_plan_get_root (plan), count_without_lead, &n);

  return n;
}
