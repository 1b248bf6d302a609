/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void pact_library_actions_install (GtkWidgetClass *widget_class);
void pact_library_actions_set_read_only (GtkWidget *page,
                                         gboolean is_read_only);

G_END_DECLS
