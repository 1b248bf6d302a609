/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The least that GTK does for a tree of many rows: one label a row, texts for elements and nothing beside the tree. What the
 * window of Pact Planner does is measured against it. */
typedef struct
{
  GtkWindow *window;
  GtkListView *list_view;
  GtkStringList *siblings; /* some rows next to each other, on the screen */
} BenchBareList;

void bench_bare_list_set_up (BenchBareList *bare,
                             guint n_rows);
void bench_bare_list_tear_down (BenchBareList *bare);
void bench_bare_list_show (gpointer data);
gboolean bench_bare_list_is_shown (gpointer data);
void bench_bare_list_remove_row (gpointer data);

G_END_DECLS
