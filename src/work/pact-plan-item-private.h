/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-library.h"
#include "pact-plan-item.h"

/* What the workspace makes of the library's lines. */

G_BEGIN_DECLS

PactPlanItem *_pact_plan_item_new (PactPlanSummary *summary);
gboolean _pact_plan_item_is_equal (PactPlanItem *self,
                                   const PactPlanSummary *summary);

G_END_DECLS
