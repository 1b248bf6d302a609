/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PACT_TYPE_JOB_BAR (pact_job_bar_get_type ())
G_DECLARE_FINAL_TYPE (PactJobBar, pact_job_bar, PACT, JOB_BAR, AdwBin)

G_END_DECLS
