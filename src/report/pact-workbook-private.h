/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <xlsxwriter.h>

#include "pact-report-private.h"
#include "pact-sheet.h"

G_BEGIN_DECLS

/* How cells of a workbook are shown. */
typedef struct
{
  lxw_workbook *book;
  GHashTable *formats; /* by how numbers are written */
  lxw_format *text;
  lxw_format *prose;
  lxw_format *heading;
  lxw_format *day;
} WorkbookFormats;

lxw_format *_pact_workbook_find_money_format (WorkbookFormats *self,
                                              const char *currency);
lxw_error _pact_workbook_write_text (lxw_worksheet *sheet,
                                     lxw_row_t row,
                                     lxw_col_t column,
                                     const char *text,
                                     lxw_format *format);
lxw_error _pact_workbook_write_cell (WorkbookFormats *self,
                                     lxw_worksheet *sheet,
                                     lxw_row_t row,
                                     lxw_col_t column,
                                     const PactCell *cell,
                                     Report *report);
lxw_worksheet *_pact_workbook_add_sheet (lxw_workbook *book,
                                         const char *title,
                                         const char *name,
                                         Report *report);
lxw_error _pact_workbook_make_table (lxw_worksheet *sheet,
                                     WorkbookFormats *formats,
                                     const char *name,
                                     GArray *columns,
                                     guint n_rows);
lxw_error _pact_workbook_write_sums (lxw_workbook *book,
                                     WorkbookFormats *formats,
                                     PactSheet *budget,
                                     const char *budget_name,
                                     Report *report);

G_END_DECLS
