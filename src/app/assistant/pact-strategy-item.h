/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-template.h"

G_BEGIN_DECLS

#define PACT_TYPE_STRATEGY_ITEM (pact_strategy_item_get_type ())
G_DECLARE_FINAL_TYPE (PactStrategyItem, pact_strategy_item, PACT, STRATEGY_ITEM, AdwBin)

void pact_strategy_item_show (PactStrategyItem *self,
                              PactTemplateItem *item);

G_END_DECLS
