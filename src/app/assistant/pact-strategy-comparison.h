/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-template.h"

G_BEGIN_DECLS

#define PACT_TYPE_STRATEGY_COMPARISON (pact_strategy_comparison_get_type ())
G_DECLARE_FINAL_TYPE (PactStrategyComparison, pact_strategy_comparison, PACT, STRATEGY_COMPARISON, AdwBin)

void pact_strategy_comparison_show (PactStrategyComparison *self,
                                    PactTemplateLibrary *templates,
                                    PactTemplate *one,
                                    PactTemplate *other);
PactTemplate *pact_strategy_comparison_get_other (PactStrategyComparison *self);
void pact_strategy_comparison_focus (PactStrategyComparison *self);

G_END_DECLS
