/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PACT_TYPE_COLUMNS (pact_columns_get_type ())

G_DECLARE_FINAL_TYPE (PactColumns, pact_columns, PACT, COLUMNS, GtkWidget)

GtkWidget *pact_columns_new (void);

G_END_DECLS
