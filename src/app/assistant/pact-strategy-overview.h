/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-template.h"

G_BEGIN_DECLS

#define PACT_TYPE_STRATEGY_OVERVIEW (pact_strategy_overview_get_type ())
G_DECLARE_FINAL_TYPE (PactStrategyOverview, pact_strategy_overview, PACT, STRATEGY_OVERVIEW, AdwBin)

void pact_strategy_overview_show (PactStrategyOverview *self,
                                  PactTemplate *template);

G_END_DECLS
