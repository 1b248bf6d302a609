/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

#include "pact-editor.h"
#include "pact-table-columns.h"

G_BEGIN_DECLS

#define PACT_TYPE_GRID (pact_grid_get_type ())
G_DECLARE_FINAL_TYPE (PactGrid, pact_grid, PACT, GRID, GtkWidget)

PactGrid *pact_grid_new (const PactTableInfo *info);
const PactTableInfo *pact_grid_get_info (PactGrid *self);
void pact_grid_set_editor (PactGrid *self,
                           PactEditor *editor);
void pact_grid_update (PactGrid *self);
void pact_grid_set_filter (PactGrid *self,
                           const char *text);
void pact_grid_set_column_shown (PactGrid *self,
                                 const PactTableColumn *column,
                                 gboolean is_shown);
gboolean pact_grid_is_column_shown (PactGrid *self,
                                    const PactTableColumn *column);
GPtrArray *pact_grid_get_order (PactGrid *self);
void pact_grid_set_order (PactGrid *self,
                          GPtrArray *order);
gboolean pact_grid_move_column (PactGrid *self,
                                const PactTableColumn *column,
                                int step);
void pact_grid_reset_widths (PactGrid *self);
void pact_grid_sort (PactGrid *self,
                     const PactTableColumn *column,
                     gboolean is_descending);
const PactTableColumn *pact_grid_get_sort (PactGrid *self,
                                           gboolean *is_descending);
void pact_grid_set_grouped (PactGrid *self,
                            gboolean is_grouped);
gboolean pact_grid_is_grouped (PactGrid *self);
gboolean pact_grid_reveal (PactGrid *self,
                           PactElement *element,
                           const PactField *field);
guint pact_grid_count_selected (PactGrid *self);
guint pact_grid_count_rows (PactGrid *self);

void pact_grid_fill_down (PactGrid *self);
void pact_grid_clear (PactGrid *self);
gboolean pact_grid_has_dates (PactGrid *self);
void pact_grid_shift_dates (PactGrid *self,
                            int n_months);
void pact_grid_copy (PactGrid *self);
void pact_grid_cut (PactGrid *self);
void pact_grid_paste (PactGrid *self);
void pact_grid_edit (PactGrid *self,
                     gboolean fills_all);

G_END_DECLS
