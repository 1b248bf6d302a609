/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-grid.h"

/* How people have arranged a table, kept for the next time: which columns are hidden, in which order the others stand, by what the rows
 * are sorted, and whether they are grouped. Each is a list of strings that begin with the name of the table, such as
 * “measures/pillar”; what this version does not know is passed over. */

G_BEGIN_DECLS

void pact_table_arrangement_load (GSettings *settings,
                                  PactGrid *grid);
void pact_table_arrangement_save (GSettings *settings,
                                  PactGrid *grid);
void pact_table_arrangement_reset_columns (GSettings *settings,
                                           PactGrid *grid);

G_END_DECLS
