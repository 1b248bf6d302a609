/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

#include "pact-situation-counts.h"

G_BEGIN_DECLS

GtkWidget *pact_situations_bar_new (const guint counts[PACT_N_SITUATIONS]);

G_END_DECLS
