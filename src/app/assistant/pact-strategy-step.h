/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-answers.h"
#include "pact-template.h"

G_BEGIN_DECLS

#define PACT_TYPE_STRATEGY_STEP (pact_strategy_step_get_type ())
G_DECLARE_FINAL_TYPE (PactStrategyStep, pact_strategy_step, PACT, STRATEGY_STEP, AdwBin)

void pact_strategy_step_show (PactStrategyStep *self,
                              const PactAnswers *answers,
                              PactTemplateLibrary *templates);
PactTemplate *pact_strategy_step_get_template (PactStrategyStep *self);
void pact_strategy_step_collect (PactStrategyStep *self,
                                 PactAnswers *answers);
gboolean pact_strategy_step_is_at_list (PactStrategyStep *self);
PactTemplate *pact_strategy_step_get_read (PactStrategyStep *self);
void pact_strategy_step_use_read (PactStrategyStep *self);
gboolean pact_strategy_step_go_back (PactStrategyStep *self);
void pact_strategy_step_focus (PactStrategyStep *self);

G_END_DECLS
