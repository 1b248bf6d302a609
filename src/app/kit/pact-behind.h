/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void pact_hide_behind (GtkWidget *widget);
void pact_stack_hide_behind (GtkStack *stack);

G_END_DECLS
