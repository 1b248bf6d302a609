/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-report.h"

/*
 * A plan as tables of data: one row for each measure, indicator or cost that is part of the plan, one fact in each cell.
 *
 * What a cell says is kept as the plan has it, so that a workbook can make real dates and numbers of it.
 */

G_BEGIN_DECLS

/**
 * PactSheetKind:
 * @PACT_SHEET_MEASURES: the measures
 * @PACT_SHEET_INDICATORS: the indicators, of measures and of what stands above them
 * @PACT_SHEET_BUDGET: the costs
 *
 * What a table has a row for.
 */
typedef enum
{
  PACT_SHEET_MEASURES,
  PACT_SHEET_INDICATORS,
  PACT_SHEET_BUDGET,
} PactSheetKind;

/**
 * PactCellKind:
 * @PACT_CELL_TEXT: a text, in the language of the plan
 * @PACT_CELL_DATE: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 * @PACT_CELL_NUMBER: digits, perhaps with a sign and a fraction behind a point; not more than a spreadsheet keeps exactly
 * @PACT_CELL_PERCENTAGE: the same, a part of a hundred
 * @PACT_CELL_MONEY: the same, an amount in the main unit of the plan's currency
 * @PACT_CELL_YEAR: a year, a number that is never grouped
 *
 * What a cell says.
 */
typedef enum
{
  PACT_CELL_TEXT,
  PACT_CELL_DATE,
  PACT_CELL_NUMBER,
  PACT_CELL_PERCENTAGE,
  PACT_CELL_MONEY,
  PACT_CELL_YEAR,
} PactCellKind;

/**
 * PactCell:
 * @kind: what it says
 * @text: (nullable): what it says, %NULL for an empty cell
 *
 * A cell of a table.
 */
typedef struct
{
  PactCellKind kind;
  char *text;
} PactCell;

/**
 * PactSheetColumn:
 * @name: a name that is the same in all languages
 * @heading: what stands above it, which no other column of the table has
 * @width: how wide it is shown, in characters
 *
 * A column of a table.
 */
typedef struct
{
  const char *name;
  char *heading;
  int width;
} PactSheetColumn;

/**
 * PactSheet:
 * @name: a name that is the same in all languages
 * @title: what it is called in the language of the plan
 * @columns: (element-type PactSheetColumn): its columns
 * @rows: (element-type GArray): its rows, each with a #PactCell for each column
 *
 * A table of data.
 */
typedef struct
{
  const char *name;
  char *title;
  GArray *columns;
  GPtrArray *rows;
} PactSheet;

PactSheet *pact_sheet_new (PactSheetKind kind,
                           PactPlan *plan,
                           const PactReportOptions *options);
void pact_sheet_free (PactSheet *self);
guint pact_sheet_find_column (const PactSheet *self,
                              const char *name);
const PactCell *pact_sheet_get_cell (const PactSheet *self,
                                     guint row,
                                     guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactSheet, pact_sheet_free)

G_END_DECLS
