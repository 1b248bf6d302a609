/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PACT_TYPE_SPLIT_VIEW (pact_split_view_get_type ())
G_DECLARE_FINAL_TYPE (PactSplitView, pact_split_view, PACT, SPLIT_VIEW, GtkWidget)

gboolean pact_split_view_get_collapsed (PactSplitView *self);
gboolean pact_split_view_get_show_sidebar (PactSplitView *self);
void pact_split_view_set_show_sidebar (PactSplitView *self,
                                       gboolean show_sidebar);

G_END_DECLS
