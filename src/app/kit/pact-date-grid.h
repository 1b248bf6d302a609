/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

#include "pact-calendar-names.h"
#include "pact-date.h"

G_BEGIN_DECLS

/**
 * PactDatePrecision:
 * @PACT_PRECISION_DAY: a day is chosen
 * @PACT_PRECISION_MONTH: a month is chosen
 * @PACT_PRECISION_YEAR: a year is chosen
 *
 * How exactly a date is known.
 */
typedef enum
{
  PACT_PRECISION_DAY,
  PACT_PRECISION_MONTH,
  PACT_PRECISION_YEAR,
} PactDatePrecision;

#define PACT_N_PRECISIONS 3

#define PACT_TYPE_DATE_GRID (pact_date_grid_get_type ())
G_DECLARE_FINAL_TYPE (PactDateGrid, pact_date_grid, PACT, DATE_GRID, GtkWidget)

void pact_date_grid_set_names (PactDateGrid *self,
                               const PactCalendarNames *names);
void pact_date_grid_set_chosen (PactDateGrid *self,
                                const PactDate *chosen);
void pact_date_grid_set_cursor (PactDateGrid *self,
                                PactDatePrecision precision,
                                const PactDate *cursor);
PactDatePrecision pact_date_grid_get_precision (PactDateGrid *self);
const PactDate *pact_date_grid_get_cursor (PactDateGrid *self);
void pact_date_grid_move (PactDateGrid *self,
                          int n_days,
                          int n_months);

G_END_DECLS
