/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

#include "pact-template.h"

G_BEGIN_DECLS

#define PACT_TYPE_STRATEGY_FIGURES (pact_strategy_figures_get_type ())
G_DECLARE_FINAL_TYPE (PactStrategyFigures, pact_strategy_figures, PACT, STRATEGY_FIGURES, GtkBox)

void pact_strategy_figures_show (PactStrategyFigures *self,
                                 PactTemplate *template);

G_END_DECLS
