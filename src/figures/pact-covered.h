/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-plan.h"

G_BEGIN_DECLS

guint *pact_covered_count (PactPlan *plan,
                           const PactField *field);
guint pact_covered_count_without_lead (PactPlan *plan);

G_END_DECLS
