/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-grid"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-grid-private.h"

/**
 * PactGrid:
 *
 * A table over all elements of a kind, as in a spreadsheet: a cell is edited where it stands, a block of cells is selected, copied,
 * pasted and filled. The first columns stay where they are, in a view of their own that scrolls up and down with the other.
 */
enum
{
  ARRANGED,
  SELECTION_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PactGrid, pact_grid, GTK_TYPE_WIDGET)

static void
wrong_free (gpointer data)
{
  PactWrong *wrong = data;

  g_free (wrong->text);
  g_free (wrong->message);
  g_free (wrong);
}

void
_pact_grid_tell_selection (PactGrid *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

char *
_pact_grid_make_key (PactElement *element,
                     const PactField *field)
{
  return g_strdup_printf ("%s/%s", pact_element_get_uuid (element), field->name);
}

void
_pact_grid_selection (PactGrid *self,
                      guint *first_row,
                      guint *last_row,
                      guint *first_column,
                      guint *last_column)
{
  *first_row = MIN (self->row, self->anchor_row);
  *last_row = MAX (self->row, self->anchor_row);
  *first_column = MIN (self->column, self->anchor_column);
  *last_column = MAX (self->column, self->anchor_column);
}

PactGridCell *
_pact_grid_find_cell (PactGrid *self,
                      guint row,
                      guint column)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      PactGridCell *cell = g_ptr_array_index (self->cells, i);

      if (pact_grid_cell_get_position (cell) == row
          && _pact_grid_find_column (self, pact_grid_cell_get_column (cell)) == column)
        return cell;
    }

  return NULL;
}

/* What somebody wrote for a field that could not be read, if anything. */
PactWrong *
_pact_grid_find_wrong (PactGrid *self,
                       PactElement *element,
                       const PactField *field)
{
  g_autofree char *key = _pact_grid_make_key (element, field);

  return g_hash_table_lookup (self->wrong, key);
}

static PactWrong *
find_wrong (PactGrid *self,
            PactGridCell *cell)
{
  const PactTableColumn *column = pact_grid_cell_get_column (cell);
  /* All cells ask whenever a person goes on to another, and there is hardly ever one. */
  PactElement *element = g_hash_table_size (self->wrong) > 0
                           ? pact_table_column_find_element (column, pact_grid_cell_get_row (cell))
                           : NULL;

  return element != NULL ? _pact_grid_find_wrong (self, element, pact_table_column_get_field (column)) : NULL;
}

static PactCellLook
find_look (PactGrid *self,
           PactGridCell *cell)
{
  guint row = pact_grid_cell_get_position (cell);
  guint column = _pact_grid_find_column (self, pact_grid_cell_get_column (cell));
  PactElement *measure = pact_element_get_ancestor (pact_grid_cell_get_row (cell), "measure");
  PactCellLook look = find_wrong (self, cell) != NULL ? PACT_CELL_WRONG : PACT_CELL_PLAIN;
  guint first_row, last_row, first_column, last_column;

  _pact_grid_selection (self, &first_row, &last_row, &first_column, &last_column);
  if (row >= first_row && row <= last_row && column >= first_column && column <= last_column
      && (first_row != last_row || first_column != last_column))
    look |= PACT_CELL_SELECTED;
  if (row == self->row && column == self->column)
    look |= PACT_CELL_CURSOR;
  if (measure != NULL && pact_element_is_left_out (measure))
    look |= PACT_CELL_LEFT_OUT;

  return look;
}

/* The keyboard goes from cell to cell, and never to what GTK puts around it: a cell of its own, and the row as a whole. */
static void
keep_focus_in (PactGridCell *cell)
{
  for (GtkWidget *around = gtk_widget_get_parent (GTK_WIDGET (cell)); around != NULL && !GTK_IS_LIST_VIEW (around);
       around = gtk_widget_get_parent (around))
    gtk_widget_set_focusable (around, FALSE);
}

/* Gives the keyboard to the cell that is to have it, if there is such a widget now. */
static void
take_focus (PactGrid *self)
{
  PactGridCell *cell = self->wants_focus ? _pact_grid_find_cell (self, self->row, self->column) : NULL;

  if (cell == NULL)
    return;
  self->wants_focus = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (cell));
}

/* Not while a list is making its rows. */
static gboolean
focus_cb (gpointer user_data)
{
  PactGrid *self = PACT_GRID (user_data);

  self->focus_source = 0;
  take_focus (self);

  return G_SOURCE_REMOVE;
}

static void
show_look (PactGrid *self,
           PactGridCell *cell)
{
  PactCellLook look = find_look (self, cell);

  pact_grid_cell_set_look (cell, look);
  if (self->wants_focus && (look & PACT_CELL_CURSOR) && self->focus_source == 0)
    self->focus_source = g_idle_add (focus_cb, self);
}

static void
show_heading (PactGrid *self,
              PactGridCell *cell,
              PactElement *pillar)
{
  const PactTableColumn *column = pact_grid_cell_get_column (cell);
  g_autofree char *text = _pact_grid_dup_heading (self, pillar, column);
  g_autofree char *name = pact_table_column_is_name (column) ? _pact_grid_dup_heading_name (self, pillar) : NULL;

  pact_grid_cell_set_heading (cell, TRUE, name);
  pact_grid_cell_set_text (cell, text, NULL);
  pact_grid_cell_set_look (cell, PACT_CELL_PLAIN);
}

static void
show_cell (PactGrid *self,
           PactGridCell *cell)
{
  PactElement *row = pact_grid_cell_get_row (cell);
  PactWrong *wrong;
  g_autofree char *text = NULL;

  if (row == NULL)
    return;
  if (_pact_grid_is_heading (self, row))
    {
      show_heading (self, cell, row);
      return;
    }
  pact_grid_cell_set_heading (cell, FALSE, NULL);
  wrong = find_wrong (self, cell);
  text = wrong != NULL ? g_strdup (wrong->text) : pact_table_column_dup_text (pact_grid_cell_get_column (cell), row);
  pact_grid_cell_set_text (cell, text, wrong != NULL ? wrong->message : NULL);
  show_look (self, cell);
}

void
_pact_grid_show_all (PactGrid *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    show_cell (self, g_ptr_array_index (self->cells, i));
}

void
_pact_grid_show_row (PactGrid *self,
                     PactElement *row)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      PactGridCell *cell = g_ptr_array_index (self->cells, i);

      if (pact_grid_cell_get_row (cell) == row)
        show_cell (self, cell);
    }
}

/* What is selected is something else, and nothing more. */
static void
show_looks (PactGrid *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      PactGridCell *cell = g_ptr_array_index (self->cells, i);

      if (pact_grid_cell_get_row (cell) != NULL && !_pact_grid_is_heading (self, pact_grid_cell_get_row (cell)))
        show_look (self, cell);
    }
}

static void
setup_cb (PactGrid *self,
          GtkListItem *item,
          GtkSignalListItemFactory *factory)
{
  const PactTableColumn *column = g_object_get_data (G_OBJECT (factory), "column");

  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, GTK_WIDGET (pact_grid_cell_new (column, item)));
}

static void
bind_cb (PactGrid *self,
         GtkListItem *item)
{
  PactGridCell *cell = PACT_GRID_CELL (gtk_list_item_get_child (item));

  g_ptr_array_add (self->cells, cell);
  keep_focus_in (cell);
  show_cell (self, cell);
}

static void
unbind_cb (PactGrid *self,
           GtkListItem *item)
{
  g_ptr_array_remove_fast (self->cells, gtk_list_item_get_child (item));
}

static GtkListItemFactory *
make_factory (PactGrid *self,
              const PactTableColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "column", (gpointer) column);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);

  return factory;
}

static void
pact_grid_dispose (GObject *object)
{
  PactGrid *self = PACT_GRID (object);
  GtkWidget *child;

  g_clear_handle_id (&self->focus_source, g_source_remove);
  if (self->cell_editor != NULL)
    pact_cell_editor_close (self->cell_editor);
  if (self->scrolled != NULL)
    {
      _pact_grid_unwatch_columns (self);
      g_signal_handlers_disconnect_by_data (self->shown, self);
    }
  self->scrolled = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  if (self->groups != NULL)
    _pact_grid_drop_rows (self);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_object (&self->shown);
  g_clear_object (&self->models);
  g_clear_object (&self->row_filter);
  g_clear_object (&self->row_sorter);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (pact_grid_parent_class)->dispose (object);
}

static void
pact_grid_finalize (GObject *object)
{
  PactGrid *self = PACT_GRID (object);

  g_clear_pointer (&self->filter, g_free);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->order, g_ptr_array_unref);
  g_clear_pointer (&self->hidden, g_ptr_array_unref);
  g_clear_pointer (&self->view_columns, g_ptr_array_unref);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->wrong, g_hash_table_unref);

  G_OBJECT_CLASS (pact_grid_parent_class)->finalize (object);
}

static void
pact_grid_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (pact_grid_parent_class)->map (widget);

  _pact_grid_place (PACT_GRID (widget));
}

static gboolean
pact_grid_grab_focus (GtkWidget *widget)
{
  PactGrid *self = PACT_GRID (widget);

  /* What is selected stays selected. */
  _pact_grid_move (self, self->row, self->column, TRUE);

  return TRUE;
}

/* Whoever comes to the table comes to the cell that is edited next, also when GTK looks for the next place to be because it has taken
   away the row that had the keyboard. */
static gboolean
pact_grid_focus (GtkWidget *widget,
                 GtkDirectionType direction)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && focus != widget && gtk_widget_is_ancestor (focus, widget))
    return GTK_WIDGET_CLASS (pact_grid_parent_class)->focus (widget, direction);
  if (pact_grid_count_rows (PACT_GRID (widget)) == 0)
    return FALSE;

  return gtk_widget_grab_focus (widget);
}

static void
pact_grid_class_init (PactGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = pact_grid_finalize;
  widget_class->focus = pact_grid_focus;
  widget_class->grab_focus = pact_grid_grab_focus;
  widget_class->map = pact_grid_map;
  widget_class->measure = _pact_grid_measure;
  widget_class->size_allocate = _pact_grid_size_allocate;

  /**
   * PactGrid::arranged:
   * @self: a table
   *
   * Other columns are shown, or in another order, or the rows are sorted or grouped in another way.
   */
  signals[ARRANGED] = g_signal_new ("arranged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * PactGrid::selection-changed:
   * @self: a table
   *
   * Other cells are selected, or what stands in them is something else.
   */
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 0);
}

static void
pact_grid_init (PactGrid *self)
{
  self->columns = g_ptr_array_new ();
  self->order = g_ptr_array_new ();
  self->hidden = g_ptr_array_new ();
  self->view_columns = g_ptr_array_new_with_free_func (g_object_unref);
  self->cells = g_ptr_array_new ();
  self->wrong = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, wrong_free);
  _pact_grid_make_views (self);
  _pact_grid_make_rows (self);
  _pact_grid_show_rows (self);
}

/**
 * pact_grid_new:
 * @info: what it shows
 *
 * Returns: (transfer floating): a table without a plan
 */
PactGrid *
pact_grid_new (const PactTableInfo *info)
{
  PactGrid *self = g_object_new (PACT_TYPE_GRID, NULL);

  self->info = info;
  for (gsize i = 0; i < info->n_columns; i++)
    _pact_grid_add_column (self, &info->columns[i], make_factory (self, &info->columns[i]));
  _pact_grid_watch_columns (self);
  _pact_grid_listen (self);

  return self;
}

/**
 * pact_grid_get_info:
 * @self: a table
 *
 * Returns: (transfer none): what it shows
 */
const PactTableInfo *
pact_grid_get_info (PactGrid *self)
{
  g_return_val_if_fail (PACT_IS_GRID (self), NULL);

  return self->info;
}

/**
 * pact_grid_set_editor:
 * @self: a table
 * @editor: (nullable): the open plan
 */
void
pact_grid_set_editor (PactGrid *self,
                      PactEditor *editor)
{
  g_return_if_fail (PACT_IS_GRID (self));

  if (self->cell_editor != NULL)
    pact_cell_editor_close (self->cell_editor);
  g_set_object (&self->editor, editor);
  _pact_grid_drop_rows (self);
  g_hash_table_remove_all (self->wrong);
  self->row = self->anchor_row = 0;
  self->column = self->anchor_column = MIN (1, self->columns->len - 1);
}

/**
 * pact_grid_update:
 * @self: a table
 *
 * Shows the plan as it is now.
 */
void
pact_grid_update (PactGrid *self)
{
  g_autoptr (GPtrArray) rows = NULL;

  g_return_if_fail (PACT_IS_GRID (self));

  if (self->editor == NULL)
    return;
  if (self->cell_editor != NULL)
    pact_cell_editor_edited (self->cell_editor);
  rows = pact_table_info_list_rows (self->info, pact_editor_get_plan (self->editor));
  _pact_grid_set_rows (self, rows);
  _pact_grid_show_all (self);
}

/**
 * pact_grid_count_selected:
 * @self: a table
 *
 * Returns: how many cells are selected, at least the one that is edited next, unless there are no rows
 */
guint
pact_grid_count_selected (PactGrid *self)
{
  guint first_row, last_row, first_column, last_column;

  g_return_val_if_fail (PACT_IS_GRID (self), 0);

  if (pact_grid_count_rows (self) == 0)
    return 0;
  _pact_grid_selection (self, &first_row, &last_row, &first_column, &last_column);

  return _pact_grid_count_between (self, first_row, last_row) * (last_column - first_column + 1);
}

/* Goes to a cell. It gets the keyboard at once, or when it has been scrolled to; until then the table has it, so that no key is lost
   with the cell that had it before. */
void
_pact_grid_move (PactGrid *self,
                 guint row,
                 guint column,
                 gboolean extends)
{
  PactGridCell *cell;

  self->row = row;
  self->column = column;
  if (!extends)
    {
      self->anchor_row = row;
      self->anchor_column = column;
    }
  if (pact_grid_count_rows (self) == 0)
    return;

  self->wants_focus = TRUE;
  _pact_grid_scroll_to_row (self, row);
  show_looks (self);
  cell = _pact_grid_find_cell (self, row, column);
  if (cell != NULL)
    {
      _pact_grid_scroll_to_cell (self, cell);
      take_focus (self);
    }
  else if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), GTK_WIDGET (self));
  _pact_grid_tell_selection (self);
}

/**
 * pact_grid_reveal:
 * @self: a table
 * @element: an element of the plan
 * @field: a field of it
 *
 * Goes to the cell in which a field stands. What is selected stays so if the cell is part of it.
 *
 * Returns: whether there is such a cell
 */
gboolean
pact_grid_reveal (PactGrid *self,
                  PactElement *element,
                  const PactField *field)
{
  guint first_row, last_row, first_column, last_column;

  g_return_val_if_fail (PACT_IS_GRID (self), FALSE);

  _pact_grid_selection (self, &first_row, &last_row, &first_column, &last_column);
  for (guint column = 0; column < self->columns->len; column++)
    {
      const PactTableColumn *shown = g_ptr_array_index (self->columns, column);

      if (pact_table_column_get_field (shown) != field)
        continue;
      for (guint row = 0; row < _pact_grid_count_places (self); row++)
        {
          if (pact_table_column_find_element (shown, _pact_grid_get_row (self, row)) != element)
            continue;
          if (row >= first_row && row <= last_row && column >= first_column && column <= last_column)
            _pact_grid_move (self, self->row, self->column, TRUE);
          else
            _pact_grid_move (self, row, column, FALSE);
          return TRUE;
        }
    }

  return FALSE;
}
