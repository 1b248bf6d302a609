/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-date.h"
#include "pact-plan.h"

G_BEGIN_DECLS

/**
 * PactNextDate:
 * @element: the measure or the milestone, which its plan keeps
 * @field: what happens then
 * @date: when, as far as it is known
 * @last_day: the Julian day number of the last day that @date can mean
 *
 * A date of a plan that is still to come.
 */
typedef struct
{
  PactElement *element;
  const PactField *field;
  PactDate date;
  guint32 last_day;
} PactNextDate;

GArray *pact_next_dates_list (PactPlan *plan,
                              const GDate *today);

G_END_DECLS
