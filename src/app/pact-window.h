/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-workspace.h"

G_BEGIN_DECLS

#define PACT_TYPE_WINDOW (pact_window_get_type ())
G_DECLARE_FINAL_TYPE (PactWindow, pact_window, PACT, WINDOW, AdwApplicationWindow)

PactWindow *pact_window_new (AdwApplication *application,
                             PactWorkspace *workspace);
PactWindow *pact_window_of (GtkWidget *widget);
PactWorkspace *pact_window_get_workspace (PactWindow *self);
GSettings *pact_window_get_settings (PactWindow *self);
void pact_window_show_library (PactWindow *self);
void pact_window_start_assistant (PactWindow *self,
                                  const char *template_id);
void pact_window_open_plan (PactWindow *self,
                            const char *plan_uuid,
                            const char *element_uuid);
void pact_window_assess_plan (PactWindow *self,
                              const char *plan_uuid);
void pact_window_import_files (PactWindow *self,
                               GFile **files,
                               int n_files);
void pact_window_say (PactWindow *self,
                      const char *sentence);
void pact_window_say_in_passing (PactWindow *self,
                                 const char *sentence);
void pact_window_say_with_undo (PactWindow *self,
                                const char *sentence,
                                const char *action_name,
                                GVariant *target);
void pact_window_report (PactWindow *self,
                         const char *heading,
                         const GError *error);
void pact_window_flush (PactWindow *self);

G_END_DECLS
