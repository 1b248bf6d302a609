/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

#include "pact-editor.h"

G_BEGIN_DECLS

void pact_widget_follow_editor (GtkWidget *widget,
                                PactEditor *editor);

G_END_DECLS
