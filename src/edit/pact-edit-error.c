/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "pact-edit-error.h"

G_DEFINE_QUARK (pact-edit-error-quark, pact_edit_error)
