/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

#include "pact-editor.h"

G_BEGIN_DECLS

gboolean pact_refuse_change (GtkWidget *widget,
                             PactEditor *editor);
void pact_refuse_keys (GtkWidget *widget,
                       PactEditor *editor);

G_END_DECLS
