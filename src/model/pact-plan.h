/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-element.h"

G_BEGIN_DECLS

#define PACT_TYPE_PLAN (pact_plan_get_type ())
G_DECLARE_FINAL_TYPE (PactPlan, pact_plan, PACT, PLAN, GObject)

PactPlan *pact_plan_new_from_records (const PactModel *model,
                                      GPtrArray *records,
                                      GError **error);
PactPlan *pact_plan_new_take_records (const PactModel *model,
                                      GPtrArray *records,
                                      GError **error);
const PactModel *pact_plan_get_model (PactPlan *self);
PactElement *pact_plan_get_root (PactPlan *self);
PactElement *pact_plan_lookup (PactPlan *self,
                               const char *uuid);
const char *pact_plan_get_currency (PactPlan *self);
guint pact_plan_count (PactPlan *self,
                       const char *kind_name);
void pact_plan_apply (PactPlan *self,
                      GPtrArray *changes);
gboolean pact_plan_set_unsaved (PactPlan *self,
                                GHashTable *unsaved);
GPtrArray *pact_plan_to_records (PactPlan *self);
GPtrArray *pact_plan_compare (PactPlan *self,
                              GPtrArray *records);

G_END_DECLS
