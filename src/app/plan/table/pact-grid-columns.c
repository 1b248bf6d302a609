/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-grid-columns"

#include "config.h"

#include "pact-grid-private.h"

/* Which columns a table shows, in which order, and by which of them its rows are sorted. People drag a heading and click on it; whatever
 * else does the same asks the views to, so that the headings always show what is so. */

static GtkColumnView *
get_view (PactGrid *self,
          const PactTableColumn *column)
{
  return column->is_frozen ? self->frozen : self->scrolled;
}

static GtkColumnViewColumn *
find_view_column (PactGrid *self,
                  const PactTableColumn *column)
{
  for (guint i = 0; i < self->view_columns->len; i++)
    {
      GtkColumnViewColumn *candidate = g_ptr_array_index (self->view_columns, i);

      if (g_object_get_data (G_OBJECT (candidate), "column") == column)
        return candidate;
    }

  g_return_val_if_reached (NULL);
}

guint
_pact_grid_find_column (PactGrid *self,
                        const PactTableColumn *column)
{
  guint index;

  return g_ptr_array_find (self->columns, column, &index) ? index : G_MAXUINT;
}

/* How wide a column is at first. That of the names has no fixed width: it is as wide as its cells would be, and narrower where what is
 * frozen has less room than that. */
static int
get_width (PactGrid *self,
           const PactTableColumn *column)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics)) * (int) column->width;

  pango_font_metrics_unref (metrics);

  return pact_table_column_is_name (column) ? -1 : width + 24;
}

/* As for sorting, or, asked about the table itself: that it is this column by which rows are sorted, see find_sort(). */
static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer column)
{
  if (G_UNLIKELY (PACT_IS_GRID ((gpointer) a)))
    {
      ((PactGrid *) a)->sort_column = column;
      return -1;
    }

  return pact_table_column_compare (column, (PactElement *) a, (PactElement *) b);
}

void
_pact_grid_add_column (PactGrid *self,
                       const PactTableColumn *column,
                       GtkListItemFactory *factory)
{
  g_autoptr (GtkColumnViewColumn) view_column = gtk_column_view_column_new (pact_table_column_get_label (column), factory);

  g_object_set_data (G_OBJECT (view_column), "column", (gpointer) column);
  gtk_column_view_column_set_fixed_width (view_column, get_width (self, column));
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_expand (view_column, pact_table_column_is_name (column));
  if (pact_table_column_is_sortable (column))
    {
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, (gpointer) column, NULL));

      gtk_column_view_column_set_sorter (view_column, sorter);
    }
  g_ptr_array_add (self->view_columns, g_object_ref (view_column));
  g_ptr_array_add (self->order, (gpointer) column);
  gtk_column_view_append_column (get_view (self, column), view_column);
}

static void
append_shown (PactGrid *self,
              GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_ptr_array_add (self->columns, g_object_get_data (G_OBJECT (column), "column"));
    }
}

/* The order of the columns, which people can change by dragging their headings; those that are hidden keep their places. A column
 * that is moved goes for a moment, and nothing is to be made of that. */
static void
columns_changed_cb (PactGrid *self)
{
  guint n = 0;

  g_ptr_array_set_size (self->columns, 0);
  append_shown (self, self->frozen);
  append_shown (self, self->scrolled);
  for (guint i = 0; i < self->order->len; i++)
    {
      if (g_ptr_array_find (self->columns, g_ptr_array_index (self->order, i), NULL))
        self->order->pdata[i] = g_ptr_array_index (self->columns, n++);
    }
  self->column = self->anchor_column = MIN (self->column, self->columns->len - 1);
  _pact_grid_show_all (self);
  g_signal_emit_by_name (self, "arranged");
}

/* By which column a view sorts, if any. That is known to the view and its headings; but it sorts whatever it is asked to, and a
 * column that is asked to compare the table with something says that it was. Newer releases of GTK could be asked. */
static const PactTableColumn *
find_sort (PactGrid *self,
           GtkColumnView *view,
           gboolean *is_descending)
{
  self->sort_column = NULL;
  *is_descending = gtk_sorter_compare (gtk_column_view_get_sorter (view), self, view) == GTK_ORDERING_LARGER;

  return self->sort_column;
}

/* Rows are sorted by a column of one of the views, and not by one of the other any more. */
static void
sort_changed_cb (PactGrid *self,
                 GtkSorterChange change,
                 GtkSorter *sorter)
{
  gboolean is_frozen = sorter == gtk_column_view_get_sorter (self->frozen);
  gboolean is_descending;

  if (find_sort (self, is_frozen ? self->frozen : self->scrolled, &is_descending) != NULL)
    gtk_column_view_sort_by_column (is_frozen ? self->scrolled : self->frozen, NULL, GTK_SORT_ASCENDING);
  g_signal_emit_by_name (self, "arranged");
}

/* Follows what is done with the headings. */
void
_pact_grid_watch_columns (PactGrid *self)
{
  columns_changed_cb (self);
  g_signal_connect_object (gtk_column_view_get_columns (self->scrolled), "items-changed", G_CALLBACK (columns_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->frozen), "changed", G_CALLBACK (sort_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->scrolled), "changed", G_CALLBACK (sort_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* While the views go, and their columns with them. */
void
_pact_grid_unwatch_columns (PactGrid *self)
{
  g_signal_handlers_disconnect_by_func (gtk_column_view_get_columns (self->scrolled), columns_changed_cb, self);
  g_signal_handlers_disconnect_by_func (gtk_column_view_get_sorter (self->frozen), sort_changed_cb, self);
  g_signal_handlers_disconnect_by_func (gtk_column_view_get_sorter (self->scrolled), sort_changed_cb, self);
}

/* How many columns of the same view stand before a column, or would. */
static guint
find_place (PactGrid *self,
            const PactTableColumn *column)
{
  guint place = 0;

  for (guint i = 0; g_ptr_array_index (self->order, i) != column; i++)
    {
      const PactTableColumn *other = g_ptr_array_index (self->order, i);

      place += other->is_frozen == column->is_frozen && pact_grid_is_column_shown (self, other);
    }

  return place;
}

/**
 * pact_grid_set_column_shown:
 * @self: a table
 * @column: one of its columns
 * @is_shown: whether it is shown
 */
void
pact_grid_set_column_shown (PactGrid *self,
                            const PactTableColumn *column,
                            gboolean is_shown)
{
  GtkColumnView *view;

  g_return_if_fail (PACT_IS_GRID (self));

  if (is_shown == pact_grid_is_column_shown (self, column))
    return;
  /* A column that GTK does not show takes room all the same where one reads from the right. */
  view = get_view (self, column);
  if (is_shown)
    {
      g_ptr_array_remove (self->hidden, (gpointer) column);
      gtk_column_view_insert_column (view, find_place (self, column), find_view_column (self, column));
    }
  else
    {
      g_ptr_array_add (self->hidden, (gpointer) column);
      gtk_column_view_remove_column (view, find_view_column (self, column));
    }
}

/**
 * pact_grid_is_column_shown:
 * @self: a table
 * @column: one of its columns
 *
 * Returns: whether it is shown
 */
gboolean
pact_grid_is_column_shown (PactGrid *self,
                           const PactTableColumn *column)
{
  g_return_val_if_fail (PACT_IS_GRID (self), FALSE);

  return !g_ptr_array_find (self->hidden, column, NULL);
}

/**
 * pact_grid_get_order:
 * @self: a table
 *
 * Returns: (transfer none) (element-type PactTableColumn): all its columns, shown or not, from the first to the last
 */
GPtrArray *
pact_grid_get_order (PactGrid *self)
{
  g_return_val_if_fail (PACT_IS_GRID (self), NULL);

  return self->order;
}

/**
 * pact_grid_set_order:
 * @self: a table
 * @order: (element-type PactTableColumn): all its columns, those that are frozen first and as they are
 */
void
pact_grid_set_order (PactGrid *self,
                     GPtrArray *order)
{
  GListModel *columns;
  guint place = 0;

  g_return_if_fail (PACT_IS_GRID (self));
  g_return_if_fail (order->len == self->order->len);

  columns = gtk_column_view_get_columns (self->scrolled);
  for (guint i = 0; i < order->len; i++)
    {
      const PactTableColumn *column = g_ptr_array_index (order, i);
      GtkColumnViewColumn *view_column = find_view_column (self, column);
      g_autoptr (GtkColumnViewColumn) there = NULL;

      if (column->is_frozen || !pact_grid_is_column_shown (self, column))
        continue;
      there = g_list_model_get_item (columns, place);
      if (there != view_column)
        gtk_column_view_insert_column (self->scrolled, place, view_column);
      place++;
    }
  /* Those that are hidden too. */
  for (guint i = 0; i < order->len; i++)
    self->order->pdata[i] = g_ptr_array_index (order, i);
  g_signal_emit_by_name (self, "arranged");
}

/**
 * pact_grid_move_column:
 * @self: a table
 * @column: one of its columns
 * @step: 1 for one place further on, -1 for one place back
 *
 * Moves a column past its neighbour, which may be hidden.
 *
 * Returns: whether it was moved: frozen columns are not, and nothing beyond the first or last place
 */
gboolean
pact_grid_move_column (PactGrid *self,
                       const PactTableColumn *column,
                       int step)
{
  g_autoptr (GPtrArray) order = NULL;
  guint place;
  gint64 target;

  g_return_val_if_fail (PACT_IS_GRID (self), FALSE);
  g_return_val_if_fail (step == 1 || step == -1, FALSE);

  order = g_ptr_array_copy (self->order, NULL, NULL);
  if (column->is_frozen || !g_ptr_array_find (order, column, &place))
    return FALSE;
  target = (gint64) place + step;
  if (target < 0 || target >= order->len || ((const PactTableColumn *) g_ptr_array_index (order, target))->is_frozen)
    return FALSE;
  order->pdata[place] = order->pdata[target];
  order->pdata[target] = (gpointer) column;
  pact_grid_set_order (self, order);

  return TRUE;
}

/**
 * pact_grid_reset_widths:
 * @self: a table
 *
 * Makes all columns as wide as they were at first.
 */
void
pact_grid_reset_widths (PactGrid *self)
{
  g_return_if_fail (PACT_IS_GRID (self));

  for (guint i = 0; i < self->order->len; i++)
    {
      const PactTableColumn *column = g_ptr_array_index (self->order, i);

      gtk_column_view_column_set_fixed_width (find_view_column (self, column), get_width (self, column));
    }
}

/**
 * pact_grid_sort:
 * @self: a table
 * @column: (nullable): the column to sort the rows by, one that is shown; %NULL for the order of the plan
 * @is_descending: whether what is greatest comes first
 */
void
pact_grid_sort (PactGrid *self,
                const PactTableColumn *column,
                gboolean is_descending)
{
  GtkSortType order = is_descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING;

  g_return_if_fail (PACT_IS_GRID (self));
  g_return_if_fail (column == NULL || pact_table_column_is_sortable (column));

  if (column != NULL)
    {
      gtk_column_view_sort_by_column (get_view (self, column), find_view_column (self, column), order);
      return;
    }
  gtk_column_view_sort_by_column (self->frozen, NULL, order);
  gtk_column_view_sort_by_column (self->scrolled, NULL, order);
}

/**
 * pact_grid_get_sort:
 * @self: a table
 * @is_descending: (out): whether what is greatest comes first
 *
 * Returns: (transfer none) (nullable): the column by which the rows are sorted; %NULL for the order of the plan
 */
const PactTableColumn *
pact_grid_get_sort (PactGrid *self,
                    gboolean *is_descending)
{
  const PactTableColumn *column;

  g_return_val_if_fail (PACT_IS_GRID (self), NULL);

  column = find_sort (self, self->frozen, is_descending);

  return column != NULL ? column : find_sort (self, self->scrolled, is_descending);
}
