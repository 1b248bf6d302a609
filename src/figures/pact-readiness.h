/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-plan.h"

G_BEGIN_DECLS

void pact_readiness_of_element (PactElement *element,
                                PactTally *tally);
void pact_readiness_of_root (PactPlan *plan,
                             PactTally *tally);
void pact_readiness_of_measures (PactPlan *plan,
                                 PactTally *tally);
void pact_readiness_of_actors (PactPlan *plan,
                               PactTally *tally);
void pact_readiness_of_assessment (PactPlan *plan,
                                   PactTally *tally);

gboolean pact_readiness_is_complete (const PactTally *tally);
char *pact_readiness_write (const PactTally *tally);
char *pact_readiness_describe (const PactTally *tally);
char *pact_readiness_describe_assessment (const PactTally *tally);

G_END_DECLS
