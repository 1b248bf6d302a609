/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-cell-editor.h"
#include "pact-grid-cell.h"
#include "pact-grid.h"

/* What the files of the table share: pact-grid.c for the cells, pact-grid-columns.c and pact-grid-rows.c for what stands beside and below each other,
 * pact-grid-layout.c for where, pact-grid-keys.c for the keyboard and the mouse, pact-grid-edit.c for what is changed. */

G_BEGIN_DECLS

struct _PactGrid
{
  GtkWidget parent_instance;

  const PactTableInfo *info;
  PactEditor *editor;
  GPtrArray *groups;          /* of rows, see pact-grid-rows.c */
  GListStore *models;         /* GListModel: the heading and the rows of each */
  GtkFlattenListModel *shown; /* PactElement: all of them, one below the other */
  GtkFilter *row_filter;
  GtkSorter *row_sorter;
  char *filter;
  gboolean is_grouped;
  GtkColumnView *frozen;
  GtkColumnView *scrolled;
  GtkWidget *frozen_window; /* what each of them scrolls in */
  GtkWidget *scrolled_window;
  int frozen_width; /* as it was when there were rows */
  GPtrArray *view_columns; /* GtkColumnViewColumn: all there are, shown or not */
  GPtrArray *columns;      /* const PactTableColumn: what is shown, from the first to the last */
  GPtrArray *order;        /* const PactTableColumn: all there are, from the first to the last */
  GPtrArray *hidden;       /* const PactTableColumn */
  const PactTableColumn *sort_column; /* while it is looked for, see find_sort() */
  GPtrArray *cells;        /* PactGridCell, borrowed: what there is on the screen */
  GHashTable *wrong;       /* what could not be read, by element and field */

  /* The cell that is edited next, and the one at the other end of what is selected. */
  guint row;
  guint column;
  guint anchor_row;
  guint anchor_column;

  PactCellEditor *cell_editor;
  gboolean wants_focus;
  guint focus_source;
  guint n_frames;
  gboolean is_mirrored; /* whether what is scrolled begins at the right */
  gboolean is_placed; /* whether the first columns have been scrolled to */
};

/* What somebody wrote or pasted, and why it is not saved. */
typedef struct
{
  char *text;
  char *message;
} PactWrong;

PactElement *_pact_grid_get_row (PactGrid *self,
                                 guint row);
guint _pact_grid_count_places (PactGrid *self);
gboolean _pact_grid_is_heading (PactGrid *self,
                                PactElement *row);
guint _pact_grid_find_row (PactGrid *self,
                           gint64 place,
                           int direction);
guint _pact_grid_count_between (PactGrid *self,
                                guint first,
                                guint last);
char *_pact_grid_dup_heading (PactGrid *self,
                              PactElement *pillar,
                              const PactTableColumn *column);
char *_pact_grid_dup_heading_name (PactGrid *self,
                                   PactElement *pillar);
void _pact_grid_make_rows (PactGrid *self);
void _pact_grid_set_rows (PactGrid *self,
                          GPtrArray *rows);
void _pact_grid_drop_rows (PactGrid *self);
void _pact_grid_tell_selection (PactGrid *self);
void _pact_grid_add_column (PactGrid *self,
                            const PactTableColumn *column,
                            GtkListItemFactory *factory);
void _pact_grid_watch_columns (PactGrid *self);
void _pact_grid_unwatch_columns (PactGrid *self);
guint _pact_grid_find_column (PactGrid *self,
                              const PactTableColumn *column);
PactGridCell *_pact_grid_find_cell (PactGrid *self,
                                    guint row,
                                    guint column);
void _pact_grid_move (PactGrid *self,
                      guint row,
                      guint column,
                      gboolean extends);
void _pact_grid_show_all (PactGrid *self);
void _pact_grid_show_row (PactGrid *self,
                          PactElement *row);
void _pact_grid_make_views (PactGrid *self);
void _pact_grid_show_rows (PactGrid *self);
void _pact_grid_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline);
void _pact_grid_size_allocate (GtkWidget *widget,
                               int width,
                               int height,
                               int baseline);
void _pact_grid_place (PactGrid *self);
void _pact_grid_scroll_to_top (PactGrid *self);
void _pact_grid_scroll_to_row (PactGrid *self,
                               guint row);
void _pact_grid_scroll_to_cell (PactGrid *self,
                                PactGridCell *cell);
void _pact_grid_listen (PactGrid *self);
PactWrong *_pact_grid_find_wrong (PactGrid *self,
                                  PactElement *element,
                                  const PactField *field);
char *_pact_grid_make_key (PactElement *element,
                           const PactField *field);
void _pact_grid_selection (PactGrid *self,
                           guint *first_row,
                           guint *last_row,
                           guint *first_column,
                           guint *last_column);

G_END_DECLS
