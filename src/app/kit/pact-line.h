/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PACT_TYPE_LINE (pact_line_get_type ())

G_DECLARE_FINAL_TYPE (PactLine, pact_line, PACT, LINE, GtkWidget)

GtkWidget *pact_line_new (int spacing);

G_END_DECLS
