/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-plan.h"

G_BEGIN_DECLS

/**
 * PactTableColumn:
 * @name: what it is called in the settings
 * @label: (nullable): its heading, untranslated, with context "column"; %NULL for the name of its field
 * @kind: (nullable): the kind of element whose field is shown, %NULL if nothing can be edited in it
 * @field: (nullable): the name of that field
 * @find_element: (nullable): finds the element of that kind for a row, which may have none; %NULL if it is the row's own
 * @dup_text: (nullable): what a row says where no field is shown
 * @width: how wide it is at first, in characters
 * @is_numeric: whether numbers stand below each other in it
 * @is_frozen: whether it stays where it is while the others are scrolled
 *
 * A column of a table over a whole plan.
 */
typedef struct
{
  const char *name;
  const char *label;
  const char *kind;
  const char *field;
  PactElement *(*find_element) (PactElement *row);
  char *(*dup_text) (PactElement *row);
  guint width;
  gboolean is_numeric;
  gboolean is_frozen;
} PactTableColumn;

/**
 * PactTableInfo:
 * @name: what the table is called in the settings
 * @kind: the kind of its rows
 * @columns: (array length=n_columns): its columns, those that are frozen first
 * @n_columns: how many there are
 * @dup_count: says how many rows there are, as “12 measures”
 *
 * One of the tables over a plan: all its elements of a kind, one a row.
 */
typedef struct
{
  const char *name;
  const char *kind;
  const PactTableColumn *columns;
  gsize n_columns;
  char *(*dup_count) (guint n_rows);
} PactTableInfo;

const PactTableInfo *pact_tables_get (guint *n);
GPtrArray *pact_table_info_list_rows (const PactTableInfo *info,
                                      PactPlan *plan);
const PactTableColumn *pact_table_info_find_column (const PactTableInfo *info,
                                                    const char *name);
GPtrArray *pact_table_info_order_columns (const PactTableInfo *info,
                                          const char *const *names);
const char *pact_table_column_get_label (const PactTableColumn *column);
const PactField *pact_table_column_get_field (const PactTableColumn *column);
PactElement *pact_table_column_find_element (const PactTableColumn *column,
                                             PactElement *row);
char *pact_table_column_dup_text (const PactTableColumn *column,
                                  PactElement *row);
gboolean pact_table_column_is_name (const PactTableColumn *column);
gboolean pact_table_column_is_money (const PactTableColumn *column);
gint64 pact_table_column_add_money (const PactTableColumn *column,
                                    PactElement *row,
                                    gint64 sum);
gboolean pact_table_column_is_sortable (const PactTableColumn *column);
int pact_table_column_compare (const PactTableColumn *column,
                               PactElement *one,
                               PactElement *other);

G_END_DECLS
