/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-plan.h"

G_BEGIN_DECLS

#define PACT_TYPE_COVERAGE (pact_coverage_get_type ())
G_DECLARE_FINAL_TYPE (PactCoverage, pact_coverage, PACT, COVERAGE, AdwPreferencesGroup)

void pact_coverage_show (PactCoverage *self,
                         PactPlan *plan);

G_END_DECLS
