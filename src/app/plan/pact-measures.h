/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-section.h"

G_BEGIN_DECLS

#define PACT_TYPE_MEASURES (pact_measures_get_type ())
G_DECLARE_FINAL_TYPE (PactMeasures, pact_measures, PACT, MEASURES, PactSection)

void pact_measures_do (PactMeasures *self,
                       const char *action_name);
void pact_measures_choose (PactMeasures *self,
                           GPtrArray *elements);

G_END_DECLS
