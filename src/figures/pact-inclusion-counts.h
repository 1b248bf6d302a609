/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-element.h"

G_BEGIN_DECLS

/**
 * PactInclusionCounts:
 * @included: the measures that are to be carried out in the plan
 * @in_place: those that are part of it and in place already
 * @later: those that are put off
 * @excluded: those that were decided against, or do not apply
 *
 * How many measures are part of a plan, and what became of the others. Each measure stands in one place.
 */
typedef struct
{
  guint included;
  guint in_place;
  guint later;
  guint excluded;
} PactInclusionCounts;

void pact_inclusion_counts_take (PactElement *element,
                                 PactInclusionCounts *counts);
char *pact_inclusion_counts_describe (const PactInclusionCounts *counts);
const char *pact_inclusion_find (PactElement *measure);

G_END_DECLS
