/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PACT_TYPE_BANNER (pact_banner_get_type ())
G_DECLARE_FINAL_TYPE (PactBanner, pact_banner, PACT, BANNER, GtkWidget)

void pact_banner_show (PactBanner *self,
                       const char *sentence,
                       const char *button_label,
                       const char *action_name);
void pact_banner_hide (PactBanner *self);

G_END_DECLS
