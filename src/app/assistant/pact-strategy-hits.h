/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-template-search.h"

G_BEGIN_DECLS

#define PACT_TYPE_STRATEGY_HITS (pact_strategy_hits_get_type ())
G_DECLARE_FINAL_TYPE (PactStrategyHits, pact_strategy_hits, PACT, STRATEGY_HITS, AdwBin)

void pact_strategy_hits_show (PactStrategyHits *self,
                              GPtrArray *hits,
                              guint limit);
gboolean pact_strategy_hits_focus (PactStrategyHits *self);
void pact_strategy_hits_activate_first (PactStrategyHits *self);

G_END_DECLS
