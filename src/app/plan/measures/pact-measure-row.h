/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

#include "pact-element.h"

G_BEGIN_DECLS

#define PACT_TYPE_MEASURE_ROW (pact_measure_row_get_type ())
G_DECLARE_FINAL_TYPE (PactMeasureRow, pact_measure_row, PACT, MEASURE_ROW, GtkWidget)

/**
 * PactDropPlace:
 * @PACT_DROP_NOWHERE: it cannot be dropped here
 * @PACT_DROP_BEFORE: before the row
 * @PACT_DROP_AFTER: behind the row, with all that stands below it
 * @PACT_DROP_INTO: below the row, as its last child
 *
 * Where something that is dragged would go, as a line above or below the row or as the whole row shows it.
 */
typedef enum
{
  PACT_DROP_NOWHERE,
  PACT_DROP_BEFORE,
  PACT_DROP_AFTER,
  PACT_DROP_INTO,
} PactDropPlace;

GtkWidget *pact_measure_row_new (void);
void pact_measure_row_set_list_row (PactMeasureRow *self,
                                    GtkTreeListRow *list_row);
PactElement *pact_measure_row_get_element (PactMeasureRow *self);
PactDropPlace pact_measure_row_get_place (PactMeasureRow *self,
                                          GPtrArray *dragged,
                                          double y,
                                          PactElement **beside);
void pact_measure_row_show_place (PactMeasureRow *self,
                                  PactDropPlace place);

G_END_DECLS
