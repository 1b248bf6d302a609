/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-template.h"

G_BEGIN_DECLS

#define PACT_TYPE_STRATEGY_OUTLINE (pact_strategy_outline_get_type ())
G_DECLARE_FINAL_TYPE (PactStrategyOutline, pact_strategy_outline, PACT, STRATEGY_OUTLINE, AdwBin)

void pact_strategy_outline_show (PactStrategyOutline *self,
                                 PactTemplate *template);
void pact_strategy_outline_choose (PactStrategyOutline *self,
                                   PactTemplateItem *item);
PactTemplateItem *pact_strategy_outline_get_item (PactStrategyOutline *self);
void pact_strategy_outline_focus (PactStrategyOutline *self);

G_END_DECLS
