/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-window.h"

/* The window's actions that read and write files. */

G_BEGIN_DECLS

void pact_window_example_activated (GtkWidget *widget,
                                    const char *action_name,
                                    GVariant *parameter);
void pact_window_import_activated (GtkWidget *widget,
                                   const char *action_name,
                                   GVariant *parameter);
void pact_window_backup_activated (GtkWidget *widget,
                                   const char *action_name,
                                   GVariant *parameter);
void pact_window_show_in_folder_activated (GtkWidget *widget,
                                           const char *action_name,
                                           GVariant *parameter);
void pact_window_repair_activated (GtkWidget *widget,
                                   const char *action_name,
                                   GVariant *parameter);

G_END_DECLS
