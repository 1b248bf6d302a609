/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-editor.h"

G_BEGIN_DECLS

#define PACT_TYPE_STRATEGY_DRAWER (pact_strategy_drawer_get_type ())
G_DECLARE_FINAL_TYPE (PactStrategyDrawer, pact_strategy_drawer, PACT, STRATEGY_DRAWER, AdwBin)

void pact_strategy_drawer_set_editor (PactStrategyDrawer *self,
                                      PactEditor *editor);

G_END_DECLS
