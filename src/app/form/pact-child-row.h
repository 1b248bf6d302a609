/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-editor.h"

G_BEGIN_DECLS

#define PACT_TYPE_CHILD_ROW (pact_child_row_get_type ())
G_DECLARE_FINAL_TYPE (PactChildRow, pact_child_row, PACT, CHILD_ROW, AdwExpanderRow)

PactChildRow *pact_child_row_new (PactEditor *editor,
                                  PactElement *element);
PactElement *pact_child_row_get_element (PactChildRow *self);
void pact_child_row_set_steps (PactChildRow *self,
                               gboolean up,
                               gboolean down);
void pact_child_row_grab_header (PactChildRow *self);
void pact_child_row_reveal (PactChildRow *self,
                            const PactField *field);

G_END_DECLS
