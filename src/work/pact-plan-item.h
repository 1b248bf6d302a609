/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * PACT_TYPE_PLAN_ITEM:
 *
 * One plan of the library, as the list of plans shows it.
 */
#define PACT_TYPE_PLAN_ITEM (pact_plan_item_get_type ())
G_DECLARE_FINAL_TYPE (PactPlanItem, pact_plan_item, PACT, PLAN_ITEM, GObject)

const char *pact_plan_item_get_uuid (PactPlanItem *self);
const char *pact_plan_item_get (PactPlanItem *self,
                                const char *field_name);
const char *pact_plan_item_get_modified (PactPlanItem *self);
gboolean pact_plan_item_is_trashed (PactPlanItem *self);
guint pact_plan_item_get_n_measures (PactPlanItem *self);
void pact_plan_item_get_completeness (PactPlanItem *self,
                                      guint *filled,
                                      guint *required);

G_END_DECLS
