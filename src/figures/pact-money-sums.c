/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-money-sums"

#include "config.h"

#include "pact-money-sums.h"

/* A plan costs no more than can be counted. */
static gint64
add (gint64 a,
     gint64 b)
{
  return a > G_MAXINT64 - b ? G_MAXINT64 : a + b;
}

static void
add_cost (PactMoney *money,
          PactElement *cost)
{
  const char *amount = pact_element_get (cost, "amount");
  const char *state = pact_element_get (cost, "state");
  gint64 units = amount != NULL ? g_ascii_strtoll (amount, NULL, 10) : 0;

  if (g_strcmp0 (state, "secured") == 0)
    money->secured = add (money->secured, units);
  else if (g_strcmp0 (state, "requested") == 0)
    money->requested = add (money->requested, units);
  else
    money->to_be_found = add (money->to_be_found, units);
}

static void
add_to_year (GArray *years,
             PactElement *cost)
{
  const char *text = pact_element_get (cost, "year");
  int year = text != NULL ? (int) g_ascii_strtoll (text, NULL, 10) : 0;
  PactMoneySum sum = { .year = year };
  guint i;

  for (i = 0; i < years->len && g_array_index (years, PactMoneySum, i).year < year; i++)
    ;
  if (i == years->len || g_array_index (years, PactMoneySum, i).year != year)
    g_array_insert_val (years, i, sum);
  add_cost (&g_array_index (years, PactMoneySum, i).money, cost);
}

/* The sum of an element among others; where there is none, the last one, which is that of nobody. */
static PactMoneySum *
find_sum (GArray *sums,
          const char *uuid)
{
  for (guint i = 0; i < sums->len; i++)
    {
      PactMoneySum *sum = &g_array_index (sums, PactMoneySum, i);

      if (sum->element != NULL && g_strcmp0 (pact_element_get_uuid (sum->element), uuid) == 0)
        return sum;
    }

  return sums->len > 0 ? &g_array_index (sums, PactMoneySum, sums->len - 1) : NULL;
}

static void
take_cost (PactElement *element,
           gpointer data)
{
  PactMoneySums *self = data;
  PactElement *measure = pact_element_get_ancestor (element, "measure");
  PactElement *pillar = pact_element_get_ancestor (element, "pillar");

  if (!pact_element_is_kind (element, "cost") || (measure != NULL && pact_element_is_left_out (measure)))
    return;

  add_cost (&self->total, element);
  add_to_year (self->years, element);
  if (pillar != NULL)
    add_cost (&find_sum (self->pillars, pact_element_get_uuid (pillar))->money, element);
  add_cost (&find_sum (self->sources, pact_element_get (element, "funding_source"))->money, element);
}

static GArray *
create_sums (PactPlan *plan,
             const char *kind)
{
  GListModel *elements = pact_element_get_children_by_name (pact_plan_get_root (plan), kind);
  GArray *sums = g_array_new (FALSE, TRUE, sizeof (PactMoneySum));

  for (guint i = 0; i < g_list_model_get_n_items (elements); i++)
    {
      g_autoptr (PactElement) element = g_list_model_get_item (elements, i);
      PactMoneySum sum = { .element = element };

      g_array_append_val (sums, sum);
    }

  return sums;
}

/**
 * pact_money_sums_take:
 * @plan: a plan
 *
 * Adds up what a plan costs.
 *
 * Returns: (transfer full): the sums, whose elements belong to @plan and are valid until it changes
 */
PactMoneySums *
pact_money_sums_take (PactPlan *plan)
{
  PactMoneySums *self;
  PactMoneySum none = { 0 };

  g_return_val_if_fail (PACT_IS_PLAN (plan), NULL);

  self = g_new0 (PactMoneySums, 1);
  self->years = g_array_new (FALSE, TRUE, sizeof (PactMoneySum));
  self->pillars = create_sums (plan, "pillar");
  self->sources = create_sums (plan, "funding_source");
  g_array_append_val (self->sources, none);
  pact_element_walk (pact_plan_get_root (plan), take_cost, self);

  return self;
}

/**
 * pact_money_sums_free:
 * @self: (transfer full): sums
 */
void
pact_money_sums_free (PactMoneySums *self)
{
  g_array_unref (self->years);
  g_array_unref (self->pillars);
  g_array_unref (self->sources);
  g_free (self);
}

/**
 * pact_money_get_whole:
 * @self: what something costs
 *
 * Returns: all of it, in minor units of the plan's currency
 */
gint64
pact_money_get_whole (const PactMoney *self)
{
  return add (add (self->secured, self->requested), self->to_be_found);
}

/**
 * pact_money_take_of_measure:
 * @measure: a measure
 * @money: (out caller-allocates): where to put what it costs
 *
 * Adds up what a measure costs; one that is no part of the plan costs nothing.
 */
void
pact_money_take_of_measure (PactElement *measure,
                            PactMoney *money)
{
  GListModel *costs;

  g_return_if_fail (PACT_IS_ELEMENT (measure));
  g_return_if_fail (money != NULL);

  *money = (PactMoney){ 0 };
  costs = pact_element_get_children_by_name (measure, "cost");
  for (guint i = 0; !pact_element_is_left_out (measure) && i < g_list_model_get_n_items (costs); i++)
    {
      g_autoptr (PactElement) cost = g_list_model_get_item (costs, i);

      add_cost (money, cost);
    }
}
