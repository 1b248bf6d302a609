/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-editor.h"
#include "pact-review.h"

G_BEGIN_DECLS

#define PACT_TYPE_FINDINGS (pact_findings_get_type ())
G_DECLARE_FINAL_TYPE (PactFindings, pact_findings, PACT, FINDINGS, AdwPreferencesGroup)

void pact_findings_show (PactFindings *self,
                         PactPlan *plan,
                         PactReview *review,
                         PactFindingSeverity severity);

G_END_DECLS
