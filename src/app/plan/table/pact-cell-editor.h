/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

#include "pact-editor.h"

G_BEGIN_DECLS

#define PACT_TYPE_CELL_EDITOR (pact_cell_editor_get_type ())
G_DECLARE_FINAL_TYPE (PactCellEditor, pact_cell_editor, PACT, CELL_EDITOR, GtkPopover)

/**
 * PactCellMove:
 * @PACT_CELL_MOVE_NONE: stay
 * @PACT_CELL_MOVE_DOWN: to the row below
 * @PACT_CELL_MOVE_UP: to the row above
 * @PACT_CELL_MOVE_FORWARD: to the next column
 * @PACT_CELL_MOVE_BACK: to the column before
 *
 * Where the person who has edited a cell goes on.
 */
typedef enum
{
  PACT_CELL_MOVE_NONE,
  PACT_CELL_MOVE_DOWN,
  PACT_CELL_MOVE_UP,
  PACT_CELL_MOVE_FORWARD,
  PACT_CELL_MOVE_BACK,
} PactCellMove;

PactCellEditor *pact_cell_editor_open (GtkWidget *parent,
                                       const GdkRectangle *place,
                                       PactEditor *editor,
                                       PactElement *element,
                                       const PactField *field);
void pact_cell_editor_take_key (PactCellEditor *self,
                                GtkEventControllerKey *controller);
PactElement *pact_cell_editor_get_element (PactCellEditor *self);
const PactField *pact_cell_editor_get_field (PactCellEditor *self);
const char *pact_cell_editor_get_unsaved (PactCellEditor *self);
void pact_cell_editor_edited (PactCellEditor *self);
void pact_cell_editor_close (PactCellEditor *self);

G_END_DECLS
