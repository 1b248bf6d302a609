/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-shell.h"

G_BEGIN_DECLS

#define PACT_TYPE_PREFERENCES (pact_preferences_get_type ())
G_DECLARE_FINAL_TYPE (PactPreferences, pact_preferences, PACT, PREFERENCES, AdwWindow)

PactPreferences *pact_preferences_new (PactShell *shell);

G_END_DECLS
