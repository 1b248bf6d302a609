/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gio/gio.h>

#include "pact-report.h"

G_BEGIN_DECLS

GBytes *pact_plan_to_xlsx (PactPlan *plan,
                           const PactReportOptions *options,
                           GError **error);

G_END_DECLS
