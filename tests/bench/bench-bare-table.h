/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-table-columns.h"

G_BEGIN_DECLS

/* The least that GTK does for a table of the same rows and columns: one GtkColumnView with a line of text in each cell, made up when
 * the cell is shown, and nothing beside it. What the table of Pact Planner does is measured against it. */
typedef struct
{
  GtkWindow *window;
  GtkColumnView *view;
  GListStore *rows; /* GtkStringObject */
} BenchBareTable;

void bench_bare_table_set_up (BenchBareTable *bare,
                              const PactTableInfo *info,
                              guint n_rows);
void bench_bare_table_tear_down (BenchBareTable *bare);
void bench_bare_table_show (gpointer data);
gboolean bench_bare_table_is_shown (gpointer data);
void bench_bare_table_change_thousand (gpointer data);
GtkScrollable *bench_bare_table_get_scrollable (BenchBareTable *bare);

G_END_DECLS
