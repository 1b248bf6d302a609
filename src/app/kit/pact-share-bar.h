/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PACT_TYPE_SHARE_BAR (pact_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (PactShareBar, pact_share_bar, PACT, SHARE_BAR, GtkWidget)

GtkWidget *pact_share_bar_new (const guint *shares,
                               const char *const *css_classes,
                               guint n_shares);

G_END_DECLS
