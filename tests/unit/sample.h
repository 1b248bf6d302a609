/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-plan.h"

/* Plans for tests. */

/* A picture of one pixel. */
#define SAMPLE_PICTURE \
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP4z8DQ" \
  "AAAEgQGA8wvcoAAAAABJRU5ErkJggg=="

GPtrArray *sample_records_new (const PactModel *model);
GPtrArray *sample_records_at_limits (const PactModel *model,
                                     gboolean greatest);
PactPlan *sample_plan_new (const PactModel *model);
PactTally sample_count (PactElement *element);
const PactModel *sample_model_with_field (const char *kind_name,
                                          const PactField *field);
