/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-cell-editor.h"
#include "pact-grid-cell.h"
#include "pact-grid.h"

/* What the files of the table share: pact-grid.c for what is shown, pact-grid-layout.c for where, pact-grid-keys.c for the keyboard and the
 * mouse, pact-grid-edit.c for what is changed. */

G_BEGIN_DECLS

struct _PactGrid
{
  GtkWidget parent_instance;

  const PactTableInfo *info;
  PactEditor *editor;
  GListStore *rows; /* PactElement */
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;
  char *filter;
  GtkColumnView *frozen;
  GtkColumnView *scrolled;
  GtkWidget *frozen_window; /* what each of them scrolls in */
  GtkWidget *scrolled_window;
  GPtrArray *view_columns; /* GtkColumnViewColumn: all there are, shown or not */
  GPtrArray *columns;      /* const PactTableColumn: what is shown, from the first to the last */
  GPtrArray *cells;   /* PactGridCell, borrowed: what there is on the screen */
  GHashTable *wrong;  /* what could not be read, by element and field */

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
void _pact_grid_make_views (PactGrid *self);
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
