/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-plan-page.h"

/* What the files of the page share. */

G_BEGIN_DECLS

void _pact_plan_page_listen_for_changes (PactPlanPage *self);

G_END_DECLS
