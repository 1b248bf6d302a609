/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-job.h"

G_BEGIN_DECLS

#define PACT_TYPE_RESTORE_WINDOW (pact_restore_window_get_type ())
G_DECLARE_FINAL_TYPE (PactRestoreWindow, pact_restore_window, PACT, RESTORE_WINDOW, AdwApplicationWindow)

PactRestoreWindow *pact_restore_window_new (GtkApplication *application,
                                            PactJob *job);

G_END_DECLS
