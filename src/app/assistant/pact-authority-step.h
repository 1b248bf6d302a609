/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-answers.h"
#include "pact-template.h"

G_BEGIN_DECLS

#define PACT_TYPE_AUTHORITY_STEP (pact_authority_step_get_type ())
G_DECLARE_FINAL_TYPE (PactAuthorityStep, pact_authority_step, PACT, AUTHORITY_STEP, AdwBin)

void pact_authority_step_show (PactAuthorityStep *self,
                               const PactAnswers *answers);
void pact_authority_step_set_template (PactAuthorityStep *self,
                                       PactTemplate *template);
void pact_authority_step_collect (PactAuthorityStep *self,
                                  PactAnswers *answers);
gboolean pact_authority_step_check (PactAuthorityStep *self);
void pact_authority_step_focus (PactAuthorityStep *self);

G_END_DECLS
