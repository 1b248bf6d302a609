/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PACT_TYPE_FOUND_ROW (pact_found_row_get_type ())
G_DECLARE_FINAL_TYPE (PactFoundRow, pact_found_row, PACT, FOUND_ROW, GtkBox)

GtkWidget *pact_found_row_new (void);
void pact_found_row_wrap (PactFoundRow *self);
void pact_found_row_show (PactFoundRow *self,
                          const char *kind,
                          const char *title,
                          const char *snippet,
                          const char *place);

G_END_DECLS
