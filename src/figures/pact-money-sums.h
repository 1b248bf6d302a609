/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-plan.h"

G_BEGIN_DECLS

/**
 * PactMoney:
 * @secured: what has been decided
 * @requested: what has been applied for
 * @to_be_found: what nobody has been asked for yet, or of which nothing is said
 *
 * What something costs, in minor units of the plan's currency.
 */
typedef struct
{
  gint64 secured;
  gint64 requested;
  gint64 to_be_found;
} PactMoney;

/**
 * PactMoneySum:
 * @year: the year, for a sum of a year
 * @element: (nullable): the pillar, measure or funding source, for a sum of one; %NULL for costs without a source
 * @money: what it comes to
 */
typedef struct
{
  int year;
  PactElement *element;
  PactMoney money;
} PactMoneySum;

/**
 * PactMoneySums:
 * @total: what the plan costs
 * @years: (element-type PactMoneySum): the same by year, the first year first
 * @pillars: (element-type PactMoneySum): the same by pillar, in the order of the plan, those that cost nothing included
 * @sources: (element-type PactMoneySum): the same by funding source, in the order of the plan, and at the end what has none
 *
 * What a plan costs. Measures that are no part of it cost nothing.
 */
typedef struct
{
  PactMoney total;
  GArray *years;
  GArray *pillars;
  GArray *sources;
} PactMoneySums;

PactMoneySums *pact_money_sums_take (PactPlan *plan);
void pact_money_sums_free (PactMoneySums *self);
gint64 pact_money_get_whole (const PactMoney *self);
void pact_money_take_of_measure (PactElement *measure,
                                 PactMoney *money);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactMoneySums, pact_money_sums_free)

G_END_DECLS
