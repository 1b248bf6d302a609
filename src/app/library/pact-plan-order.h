/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

#include "pact-workspace.h"

G_BEGIN_DECLS

/**
 * PactPlanTrait:
 * @PACT_PLAN_TRAIT_STATE: the state of the plan
 * @PACT_PLAN_TRAIT_TEMPLATE: the template it was made from
 * @PACT_PLAN_TRAIT_COUNTRY: the country of its authority
 *
 * What the list of plans can be narrowed down by.
 */
typedef enum
{
  PACT_PLAN_TRAIT_STATE,
  PACT_PLAN_TRAIT_TEMPLATE,
  PACT_PLAN_TRAIT_COUNTRY,
} PactPlanTrait;

#define PACT_N_PLAN_TRAITS 3

GtkSorter *pact_plan_sorter_new (const char *order);
const char *pact_plan_item_get_trait (PactPlanItem *item,
                                      PactPlanTrait trait);
char *pact_plan_trait_dup_label (PactPlanTrait trait,
                                 const char *value,
                                 PactTemplateLibrary *templates);
GMenuModel *pact_plan_view_menu_new (GListModel *plans,
                                     PactTemplateLibrary *templates);

G_END_DECLS
