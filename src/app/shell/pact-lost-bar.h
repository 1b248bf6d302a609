/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PACT_TYPE_LOST_BAR (pact_lost_bar_get_type ())
G_DECLARE_FINAL_TYPE (PactLostBar, pact_lost_bar, PACT, LOST_BAR, AdwBin)

void pact_lost_bar_look (PactLostBar *self);

G_END_DECLS
