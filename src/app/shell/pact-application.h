/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-workspace.h"

G_BEGIN_DECLS

#define PACT_TYPE_APPLICATION (pact_application_get_type ())
G_DECLARE_FINAL_TYPE (PactApplication, pact_application, PACT, APPLICATION, AdwApplication)

PactApplication *pact_application_new (GSettings *settings);

G_END_DECLS
