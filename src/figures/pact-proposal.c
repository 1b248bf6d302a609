/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-proposal"

#include "config.h"

#include "pact-proposal.h"
#include "pact-text.h"
#include "pact-value.h"

/* What could stand where nothing stands yet, from what the plan says already. Nothing of it is part of the plan before somebody
 * takes it. */

/* What is said of the measure that an element belongs to. */
static const char *
get_of_measure (PactElement *element,
                const char *field_name)
{
  PactElement *measure = pact_element_get_ancestor (element, "measure");

  return measure != NULL ? pact_element_get (measure, field_name) : NULL;
}

/* Where there is nothing yet, what is asked with yes or no is no, and the share of whatever has it is none. */
static char *
propose_baseline (PactElement *indicator)
{
  const char *situation = get_of_measure (indicator, "situation");
  gboolean begins_with_nothing = g_strcmp0 (situation, "missing") == 0 || g_strcmp0 (situation, "planned") == 0;

  return begins_with_nothing && pact_element_has_answer (indicator, "type", PACT_TERM_YES_NO | PACT_TERM_PERCENTAGE)
           ? g_strdup ("0") : NULL;
}

/* How something is measured mostly says where its values come from. */
static char *
propose_source (PactElement *indicator,
                const PactField *field)
{
  const char *method = pact_element_get (indicator, "method");
  g_autofree char *line = method != NULL ? pact_text_clean_line (method) : NULL;

  return line != NULL && pact_field_check (field, line, NULL) ? g_steal_pointer (&line) : NULL;
}

/**
 * pact_proposal_dup:
 * @element: an element
 * @field: a field of its kind
 *
 * What could be answered where nothing has been: the baseline of an indicator where its measure is still missing, and its source
 * from how it is measured.
 *
 * Returns: (transfer full) (nullable): a value in canonical form, %NULL if there is an answer or none can be proposed
 */
char *
pact_proposal_dup (PactElement *element,
                   const PactField *field)
{
  g_return_val_if_fail (PACT_IS_ELEMENT (element), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  if (!pact_element_is_kind (element, "indicator") || pact_element_get_value (element, field) != NULL)
    return NULL;
  if (g_str_equal (field->name, "baseline"))
    return propose_baseline (element);

  return g_str_equal (field->name, "source") ? propose_source (element, field) : NULL;
}

/**
 * pact_proposal_find_default:
 * @element: an element
 * @field: a field of its kind
 *
 * What holds where nothing is said: the target of an indicator is meant for the end of its measure.
 *
 * Returns: (transfer none) (nullable): a value in canonical form, %NULL if there is an answer or nothing follows from none
 */
const char *
pact_proposal_find_default (PactElement *element,
                            const PactField *field)
{
  g_return_val_if_fail (PACT_IS_ELEMENT (element), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  if (!pact_element_is_kind (element, "indicator") || !g_str_equal (field->name, "target_date")
      || pact_element_get_value (element, field) != NULL)
    return NULL;

  return get_of_measure (element, "end");
}
