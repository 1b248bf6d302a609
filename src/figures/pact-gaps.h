/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-plan.h"

G_BEGIN_DECLS

/**
 * PactGap:
 * @kind: a kind of element
 * @field: a field of it
 * @elements: (element-type PactElement): the elements in which it has to be answered still, in the order of the plan
 *
 * What is missing in a plan before it can be submitted, by question rather than by element.
 */
typedef struct
{
  const PactKind *kind;
  const PactField *field;
  GPtrArray *elements;
} PactGap;

void pact_gap_free (PactGap *self);
GPtrArray *pact_gaps_find (PactPlan *plan);
PactElement *pact_gaps_find_next (PactElement *element,
                                  const PactField **field);
const char *pact_gap_get_question (const PactGap *self);
gboolean pact_gap_is_open (PactElement *element,
                           const PactField *field);

G_END_DECLS
