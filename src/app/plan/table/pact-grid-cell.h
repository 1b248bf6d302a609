/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

#include "pact-table-columns.h"

G_BEGIN_DECLS

#define PACT_TYPE_GRID_CELL (pact_grid_cell_get_type ())
G_DECLARE_FINAL_TYPE (PactGridCell, pact_grid_cell, PACT, GRID_CELL, GtkWidget)

/**
 * PactCellLook:
 * @PACT_CELL_PLAIN: a cell like any other
 * @PACT_CELL_SELECTED: it is one of those that are selected
 * @PACT_CELL_CURSOR: it is the one that is edited next
 * @PACT_CELL_WRONG: what stands in it could not be read, and is not saved
 * @PACT_CELL_LEFT_OUT: its row is no part of the plan
 *
 * How a cell looks.
 */
typedef enum
{
  PACT_CELL_PLAIN = 0,
  PACT_CELL_SELECTED = 1 << 0,
  PACT_CELL_CURSOR = 1 << 1,
  PACT_CELL_WRONG = 1 << 2,
  PACT_CELL_LEFT_OUT = 1 << 3,
} PactCellLook;

PactGridCell *pact_grid_cell_new (const PactTableColumn *column,
                                  GtkListItem *item);
const PactTableColumn *pact_grid_cell_get_column (PactGridCell *self);
PactElement *pact_grid_cell_get_row (PactGridCell *self);
guint pact_grid_cell_get_position (PactGridCell *self);
void pact_grid_cell_set_text (PactGridCell *self,
                              const char *text,
                              const char *mistake);
void pact_grid_cell_set_heading (PactGridCell *self,
                                 gboolean is_heading,
                                 const char *name);
void pact_grid_cell_set_look (PactGridCell *self,
                              PactCellLook look);

G_END_DECLS
