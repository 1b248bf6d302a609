/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PACT_TYPE_FAILURE_WINDOW (pact_failure_window_get_type ())
G_DECLARE_FINAL_TYPE (PactFailureWindow, pact_failure_window, PACT, FAILURE_WINDOW, AdwApplicationWindow)

PactFailureWindow *pact_failure_window_new (GtkApplication *application,
                                            const char *library,
                                            const GError *error);

G_END_DECLS
