/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-answers.h"
#include "pact-template.h"

G_BEGIN_DECLS

#define PACT_TYPE_PERIOD_STEP (pact_period_step_get_type ())
G_DECLARE_FINAL_TYPE (PactPeriodStep, pact_period_step, PACT, PERIOD_STEP, AdwBin)

void pact_period_step_show (PactPeriodStep *self,
                            const PactAnswers *answers);
void pact_period_step_propose (PactPeriodStep *self,
                               const PactAnswers *answers,
                               PactTemplate *template);
void pact_period_step_collect (PactPeriodStep *self,
                               PactAnswers *answers);
const char *pact_period_step_get_title (PactPeriodStep *self);
gboolean pact_period_step_check (PactPeriodStep *self);
void pact_period_step_focus (PactPeriodStep *self);

G_END_DECLS
