/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PACT_TYPE_HALVES (pact_halves_get_type ())

G_DECLARE_FINAL_TYPE (PactHalves, pact_halves, PACT, HALVES, GtkWidget)

G_END_DECLS
