/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-plan.h"

G_BEGIN_DECLS

char *pact_plan_suggest_file_name (PactPlan *plan);

G_END_DECLS
