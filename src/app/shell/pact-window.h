/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-workspace.h"

G_BEGIN_DECLS

#define PACT_TYPE_WINDOW (pact_window_get_type ())
G_DECLARE_FINAL_TYPE (PactWindow, pact_window, PACT, WINDOW, AdwApplicationWindow)

PactWindow *pact_window_new (AdwApplication *application,
                             PactWorkspace *workspace,
                             GSettings *settings);
void pact_window_import_files (PactWindow *self,
                               GFile **files,
                               int n_files);

G_END_DECLS
