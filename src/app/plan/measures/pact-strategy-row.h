/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-known.h"

G_BEGIN_DECLS

#define PACT_TYPE_STRATEGY_ROW (pact_strategy_row_get_type ())
G_DECLARE_FINAL_TYPE (PactStrategyRow, pact_strategy_row, PACT, STRATEGY_ROW, AdwBin)

GtkWidget *pact_strategy_row_new (void);
void pact_strategy_row_set_element (PactStrategyRow *self,
                                    PactElement *element,
                                    const char *strategy,
                                    PactKnown *known);
PactElement *pact_strategy_row_get_element (PactStrategyRow *self);

G_END_DECLS
