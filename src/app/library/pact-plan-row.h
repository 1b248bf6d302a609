/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-workspace.h"

G_BEGIN_DECLS

#define PACT_TYPE_PLAN_ROW (pact_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (PactPlanRow, pact_plan_row, PACT, PLAN_ROW, GtkGrid)

GtkWidget *pact_plan_row_new (void);
void pact_plan_row_set_item (PactPlanRow *self,
                             PactPlanItem *item,
                             PactTemplateLibrary *templates);
PactPlanItem *pact_plan_row_get_item (PactPlanRow *self);
void pact_plan_row_open_menu (PactPlanRow *self);

char *pact_plan_item_dup_name (PactPlanItem *item);

G_END_DECLS
