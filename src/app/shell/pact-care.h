/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-workspace.h"

G_BEGIN_DECLS

#define PACT_TYPE_CARE (pact_care_get_type ())
G_DECLARE_FINAL_TYPE (PactCare, pact_care, PACT, CARE, GObject)

PactCare *pact_care_new (PactWorkspace *workspace);

G_END_DECLS
