/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "pact-work-error.h"

G_DEFINE_QUARK (pact-work-error-quark, pact_work_error)
