/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-grid-edit"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-date.h"
#include "pact-grid-private.h"
#include "pact-pending.h"
#include "pact-refusal.h"
#include "pact-shell.h"
#include "pact-text-table.h"
#include "pact-text.h"
#include "pact-unsaved.h"

/* What is changed in a table: one cell, or a block of them as one step of undo. */

static GPtrArray *
cells_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) pact_cell_free);
}

/* The element and the field that stand at a place; none, where nothing can be edited. */
static PactElement *
find_field (PactGrid *self,
            guint row,
            guint column,
            const PactField **field)
{
  const PactTableColumn *shown = g_ptr_array_index (self->columns, column);
  PactElement *row_element = _pact_grid_get_row (self, row);
  PactElement *element = row_element != NULL ? pact_table_column_find_element (shown, row_element) : NULL;

  *field = element != NULL ? pact_table_column_get_field (shown) : NULL;

  return element;
}

/* The place below, or the one below that where it is a heading; there may be none any more. */
static guint
next_row (PactGrid *self,
          guint row)
{
  return row + 1 < _pact_grid_count_places (self) ? _pact_grid_find_row (self, (gint64) row + 1, 1) : row + 1;
}

/* What could not be read is kept as it was written, and told of wherever its field is shown. */
static void
keep_wrong (PactGrid *self,
            PactElement *element,
            const PactField *field,
            const char *text,
            const char *message)
{
  PactWrong *wrong = g_new0 (PactWrong, 1);

  wrong->text = g_strdup (text);
  wrong->message = g_strdup (message);
  g_hash_table_insert (self->wrong, _pact_grid_make_key (element, field), wrong);
}

static void
keep_draft (PactGrid *self,
            PactElement *element,
            const PactField *field,
            const char *text)
{
  g_autofree char *key = pact_unsaved_make_key (pact_editor_get_uuid (self->editor), element, field);

  if (field->type != PACT_TYPE_CHOICE && field->type != PACT_TYPE_REFERENCE)
    pact_pending_keep_draft (pact_pending_get_default (), key, text, FALSE);
}

static void
forget_wrong (PactGrid *self,
              GPtrArray *cells)
{
  for (guint i = 0; g_hash_table_size (self->wrong) > 0 && i < cells->len; i++)
    {
      PactCell *cell = g_ptr_array_index (cells, i);
      g_autofree char *key = _pact_grid_make_key (cell->element, cell->field);
      g_autofree char *draft_key = pact_unsaved_make_key (pact_editor_get_uuid (self->editor), cell->element, cell->field);

      if (g_hash_table_remove (self->wrong, key))
        g_free (pact_pending_take_draft (pact_pending_get_default (), draft_key));
    }
}

/* Writes many cells as one step, and says how many. */
static gboolean
set_cells (PactGrid *self,
           GPtrArray *cells)
{
  g_autoptr (GError) error = NULL;

  if (pact_refuse_change (GTK_WIDGET (self), self->editor))
    return FALSE;
  forget_wrong (self, cells);
  if (pact_editor_set_cells (self->editor, cells, &error))
    return TRUE;
  pact_shell_report (pact_shell_get (GTK_WIDGET (self)), _("The cells were not changed"), error);

  return FALSE;
}

static void
move_on (PactGrid *self,
         PactCellMove move)
{
  guint row = self->row;
  guint column = self->column;

  if (move == PACT_CELL_MOVE_DOWN)
    row = _pact_grid_find_row (self, (gint64) row + 1, 1);
  else if (move == PACT_CELL_MOVE_UP)
    row = _pact_grid_find_row (self, (gint64) row - 1, -1);
  else if (move == PACT_CELL_MOVE_FORWARD && column + 1 < self->columns->len)
    column++;
  else if (move == PACT_CELL_MOVE_BACK && column > 0)
    column--;
  /* What is selected stays selected for what comes next. */
  _pact_grid_move (self, row, column, move == PACT_CELL_MOVE_NONE);
}

/* The value of the cell that was edited, for all others that are selected in its column. */
static void
fill_all (PactGrid *self,
          PactElement *element,
          const PactField *field)
{
  g_autoptr (GPtrArray) cells = cells_new ();
  guint first_row, last_row, first_column, last_column;

  _pact_grid_selection (self, &first_row, &last_row, &first_column, &last_column);
  for (guint row = first_row; row <= last_row; row++)
    {
      const PactField *other_field;
      PactElement *other = find_field (self, row, self->column, &other_field);

      if (other != NULL && other_field == field)
        g_ptr_array_add (cells, pact_cell_new (other, field, pact_element_get_value (element, field)));
    }
  set_cells (self, cells);
}

static void
finished_cb (PactGrid *self,
             int move,
             PactCellEditor *cell_editor)
{
  PactElement *element = pact_cell_editor_get_element (cell_editor);
  const PactField *field = pact_cell_editor_get_field (cell_editor);
  const char *text = pact_cell_editor_get_unsaved (cell_editor);
  gboolean fills_all = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cell_editor), "fills-all"));
  g_autofree char *key = _pact_grid_make_key (element, field);

  self->cell_editor = NULL;
  g_hash_table_remove (self->wrong, key);
  if (text != NULL)
    {
      g_autoptr (GError) error = NULL;
      PactCell *cell = pact_cell_read (element, field, text, &error);

      g_clear_pointer (&cell, pact_cell_free);
      keep_wrong (self, element, field, text, error != NULL ? error->message : NULL);
    }
  else if (fills_all && pact_element_get_plan (element) != NULL)
    {
      fill_all (self, element, field);
    }
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    move_on (self, (PactCellMove) move);
}

/**
 * pact_grid_edit:
 * @self: a table
 * @fills_all: whether the answer is for all cells that are selected in the column
 *
 * Edits the cell that has the keyboard, if something can be edited in it.
 */
void
pact_grid_edit (PactGrid *self,
                gboolean fills_all)
{
  PactGridCell *cell;
  PactElement *element;
  const PactField *field = NULL;
  graphene_rect_t bounds;
  GdkRectangle place;

  g_return_if_fail (PACT_IS_GRID (self));

  if (pact_grid_count_rows (self) == 0 || self->cell_editor != NULL)
    return;
  cell = _pact_grid_find_cell (self, self->row, self->column);
  element = find_field (self, self->row, self->column, &field);
  if (cell == NULL || element == NULL || pact_refuse_change (GTK_WIDGET (self), self->editor)
      || !gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (self), &bounds))
    return;

  place = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height };
  self->cell_editor = pact_cell_editor_open (GTK_WIDGET (self), &place, self->editor, element, field);
  g_object_set_data (G_OBJECT (self->cell_editor), "fills-all", GINT_TO_POINTER (fills_all));
  g_signal_connect_object (self->cell_editor, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
}

/**
 * pact_grid_fill_down:
 * @self: a table
 *
 * Says in all rows that are selected what the first of them says, as one step of undo.
 */
void
pact_grid_fill_down (PactGrid *self)
{
  g_autoptr (GPtrArray) cells = cells_new ();
  guint first_row, last_row, first_column, last_column;

  g_return_if_fail (PACT_IS_GRID (self));

  if (pact_grid_count_rows (self) == 0)
    return;
  _pact_grid_selection (self, &first_row, &last_row, &first_column, &last_column);
  for (guint column = first_column; column <= last_column; column++)
    {
      const PactField *field;
      PactElement *first = find_field (self, first_row, column, &field);

      for (guint row = first_row + 1; first != NULL && row <= last_row; row++)
        {
          PactElement *element = find_field (self, row, column, &field);

          if (element != NULL)
            g_ptr_array_add (cells, pact_cell_new (element, field, pact_element_get_value (first, field)));
        }
    }
  set_cells (self, cells);
}

/* What is to be done with a cell that can be edited. */
typedef void (*CellFunc) (PactElement *element,
                          const PactField *field,
                          gpointer data);

static void
for_each_selected (PactGrid *self,
                   CellFunc func,
                   gpointer data)
{
  guint first_row, last_row, first_column, last_column;

  if (pact_grid_count_rows (self) == 0)
    return;
  _pact_grid_selection (self, &first_row, &last_row, &first_column, &last_column);
  for (guint row = first_row; row <= last_row; row++)
    {
      for (guint column = first_column; column <= last_column; column++)
        {
          const PactField *field;
          PactElement *element = find_field (self, row, column, &field);

          if (element != NULL)
            func (element, field, data);
        }
    }
}

static void
clear_cell (PactElement *element,
            const PactField *field,
            gpointer data)
{
  g_ptr_array_add (data, pact_cell_new (element, field, NULL));
}

/**
 * pact_grid_clear:
 * @self: a table
 *
 * Empties the cells that are selected, as one step of undo.
 */
void
pact_grid_clear (PactGrid *self)
{
  g_autoptr (GPtrArray) cells = cells_new ();

  g_return_if_fail (PACT_IS_GRID (self));

  for_each_selected (self, clear_cell, cells);
  set_cells (self, cells);
}

/**
 * pact_grid_has_dates:
 * @self: a table
 *
 * Returns: whether there are dates in one of the columns that are selected
 */
gboolean
pact_grid_has_dates (PactGrid *self)
{
  guint first_row, last_row, first_column, last_column;

  g_return_val_if_fail (PACT_IS_GRID (self), FALSE);

  _pact_grid_selection (self, &first_row, &last_row, &first_column, &last_column);
  for (guint column = first_column; column <= last_column; column++)
    {
      const PactField *field = pact_table_column_get_field (g_ptr_array_index (self->columns, column));

      if (field != NULL && field->type == PACT_TYPE_DATE)
        return TRUE;
    }

  return FALSE;
}

/* What becomes of dates that are moved. */
typedef struct
{
  PactGrid *grid;
  int n_months;
  GPtrArray *cells;
  guint n_left;
} Shift;

static void
shift_cell (PactElement *element,
            const PactField *field,
            gpointer data)
{
  Shift *shift = data;
  const char *value = field->type == PACT_TYPE_DATE ? pact_element_get_value (element, field) : NULL;
  g_autofree char *moved = NULL;
  PactDate date;

  if (value == NULL || !pact_date_parse (value, &date))
    return;
  /* What was written there and could not be read stays: the date before it is not what is seen. */
  if (_pact_grid_find_wrong (shift->grid, element, field) != NULL)
    return;
  if (!pact_date_add_months (&date, shift->n_months))
    {
      shift->n_left++;
      return;
    }
  moved = pact_date_to_string (&date);
  g_ptr_array_add (shift->cells, pact_cell_new (element, field, moved));
}

static void
tell_shifted (PactGrid *self,
              guint n_shifted,
              guint n_left)
{
  PactShell *shell = pact_shell_get (GTK_WIDGET (self));
  g_autofree char *shifted = g_strdup_printf (ngettext ("%u date was shifted.", "%u dates were shifted.", n_shifted), n_shifted);
  /* Translators: dates of which only the year is known, when they shall be moved by some months. */
  g_autofree char *left = g_strdup_printf (ngettext ("%u date is a year and stays, because a year moves by whole years only.",
                                                     "%u dates are years and stay, because years move by whole years only.", n_left),
                                           n_left);
  g_autofree char *both = n_left > 0 ? g_strdup_printf (C_ ("two sentences", "%1$s %2$s"), shifted, left) : NULL;

  if (n_shifted == 0)
    pact_shell_say (shell, n_left > 0 ? left : shifted);
  else
    pact_shell_say_with_undo (shell, both != NULL ? both : shifted, "win.undo", NULL);
}

/**
 * pact_grid_shift_dates:
 * @self: a table
 * @n_months: how many months later, or earlier if negative
 *
 * Moves all dates in the cells that are selected, as one step of undo, and says how many.
 */
void
pact_grid_shift_dates (PactGrid *self,
                       int n_months)
{
  g_autoptr (GPtrArray) cells = cells_new ();
  Shift shift = { self, n_months, cells, 0 };

  g_return_if_fail (PACT_IS_GRID (self));

  for_each_selected (self, shift_cell, &shift);
  if (set_cells (self, cells))
    tell_shifted (self, cells->len, shift.n_left);
}

/**
 * pact_grid_copy:
 * @self: a table
 *
 * Puts the cells that are selected on the clipboard, as a spreadsheet takes them.
 */
void
pact_grid_copy (PactGrid *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint first_row, last_row, first_column, last_column;

  g_return_if_fail (PACT_IS_GRID (self));

  if (pact_grid_count_rows (self) == 0)
    return;
  _pact_grid_selection (self, &first_row, &last_row, &first_column, &last_column);
  for (guint row = first_row; row <= last_row; row = next_row (self, row))
    {
      for (guint column = first_column; column <= last_column; column++)
        {
          const PactField *field;
          PactElement *element = find_field (self, row, column, &field);
          g_autofree char *shown = element != NULL ? pact_cell_write (element, field)
                                                   : pact_table_column_dup_text (g_ptr_array_index (self->columns, column),
                                                                                 _pact_grid_get_row (self, row));

          pact_text_table_append_cell (text, shown, column == first_column);
        }
      pact_text_table_end_row (text);
    }
  /* One cell is a text like any other. */
  if (first_row == last_row && first_column == last_column)
    g_string_truncate (text, text->len - 1);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}

/**
 * pact_grid_cut:
 * @self: a table
 *
 * Puts the cells that are selected on the clipboard and empties them.
 */
void
pact_grid_cut (PactGrid *self)
{
  g_return_if_fail (PACT_IS_GRID (self));

  pact_grid_copy (self);
  pact_grid_clear (self);
}

/* What became of a block of cells. */
typedef struct
{
  GPtrArray *cells;
  guint n_wrong;
  guint n_fixed; /* where nothing can be edited */
  guint n_outside;
} Paste;

static void
paste_cell (PactGrid *self,
            Paste *paste,
            guint row,
            guint column,
            const char *text)
{
  g_autoptr (GError) error = NULL;
  const PactField *field;
  PactElement *element;
  PactCell *cell;

  if (row >= _pact_grid_count_places (self) || column >= self->columns->len)
    {
      paste->n_outside += !pact_text_is_blank (text);
      return;
    }
  element = find_field (self, row, column, &field);
  if (element == NULL)
    {
      paste->n_fixed += !pact_text_is_blank (text);
      return;
    }
  cell = pact_cell_read (element, field, text, &error);
  if (cell != NULL)
    {
      g_ptr_array_add (paste->cells, cell);
      return;
    }
  paste->n_wrong++;
  keep_wrong (self, element, field, text, error->message);
  keep_draft (self, element, field, text);
}

static void
tell (PactGrid *self,
      const Paste *paste)
{
  PactShell *shell = pact_shell_get (GTK_WIDGET (self));
  guint n_left = paste->n_fixed + paste->n_outside;
  g_autofree char *pasted = g_strdup_printf (ngettext ("%u cell was pasted.", "%u cells were pasted.", paste->cells->len),
                                             paste->cells->len);
  g_autofree char *wrong = NULL;
  g_autofree char *left = NULL;
  g_autofree char *both = NULL;

  if (paste->n_wrong > 0)
    {
      wrong = g_strdup_printf (ngettext ("%u could not be read and is marked.", "%u could not be read and are marked.", paste->n_wrong),
                               paste->n_wrong);
      both = g_strdup_printf (C_ ("two sentences", "%1$s %2$s"), pasted, wrong);
    }
  else if (n_left > 0)
    {
      left = g_strdup_printf (ngettext ("%u had no place here.", "%u had no place here.", n_left), n_left);
      both = g_strdup_printf (C_ ("two sentences", "%1$s %2$s"), pasted, left);
    }
  pact_shell_say_with_undo (shell, both != NULL ? both : pasted, "win.undo", NULL);
}

/* One cell is for all that are selected; a block goes where the first of them is. */
static void
paste_text (PactGrid *self,
            const char *text)
{
  g_autoptr (GPtrArray) rows = pact_text_table_parse (text, '\t');
  Paste paste = { .cells = cells_new () };
  guint first_row, last_row, first_column, last_column;

  _pact_grid_selection (self, &first_row, &last_row, &first_column, &last_column);
  if (rows->len == 1 && ((GPtrArray *) g_ptr_array_index (rows, 0))->len == 1)
    {
      const char *only = g_ptr_array_index ((GPtrArray *) g_ptr_array_index (rows, 0), 0);

      for (guint row = first_row; row <= last_row; row = next_row (self, row))
        {
          for (guint column = first_column; column <= last_column; column++)
            paste_cell (self, &paste, row, column, only);
        }
    }
  else
    {
      guint n_columns = 0;
      guint place = first_row;

      for (guint row = 0; row < rows->len; row++, place = next_row (self, place))
        {
          GPtrArray *texts = g_ptr_array_index (rows, row);

          n_columns = MAX (n_columns, texts->len);
          for (guint column = 0; column < texts->len; column++)
            paste_cell (self, &paste, place, first_column + column, g_ptr_array_index (texts, column));
        }
      self->anchor_row = first_row;
      self->anchor_column = first_column;
      _pact_grid_move (self, _pact_grid_find_row (self, (gint64) place - 1, -1),
                       MIN (first_column + n_columns, self->columns->len) - 1, TRUE);
    }
  if (set_cells (self, paste.cells))
    tell (self, &paste);
  pact_grid_update (self);
  g_ptr_array_unref (paste.cells);
}

static void
pasted_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (PactGrid) self = PACT_GRID (user_data);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && self->editor != NULL && pact_grid_count_rows (self) > 0)
    paste_text (self, text);
}

/**
 * pact_grid_paste:
 * @self: a table
 *
 * Takes cells from the clipboard, as a spreadsheet puts them there, as one step of undo. What cannot be read is kept in its cell,
 * marked, and not saved.
 */
void
pact_grid_paste (PactGrid *self)
{
  g_return_if_fail (PACT_IS_GRID (self));

  if (!pact_refuse_change (GTK_WIDGET (self), self->editor))
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb, g_object_ref (self));
}
