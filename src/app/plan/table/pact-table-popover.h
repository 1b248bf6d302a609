/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-grid.h"

G_BEGIN_DECLS

#define PACT_TYPE_TABLE_POPOVER (pact_table_popover_get_type ())
G_DECLARE_FINAL_TYPE (PactTablePopover, pact_table_popover, PACT, TABLE_POPOVER, GtkPopover)

void pact_table_popover_set_grid (PactTablePopover *self,
                                  PactGrid *grid);

G_END_DECLS
