/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "bench-bare-table.h"

static GtkStringObject *
make_row (guint number)
{
  g_autofree char *text = g_strdup_printf ("Row %u of the bare table", number);

  return gtk_string_object_new (text);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem *item,
          gpointer data)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_list_item_set_child (item, text);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem *item,
         gpointer data)
{
  GtkStringObject *row = gtk_list_item_get_item (item);

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)), gtk_string_object_get_string (row));
}

/* A window that is not shown yet, of the size of the program's. */
void
bench_bare_table_set_up (BenchBareTable *bare,
                         const PactTableInfo *info,
                         guint n_rows)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  bare->rows = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (GtkStringObject) row = make_row (i);

      g_list_store_append (bare->rows, row);
    }
  bare->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (bare->rows)))));
  for (gsize i = 0; i < info->n_columns; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (pact_table_column_get_label (&info->columns[i]), factory);

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
      gtk_column_view_column_set_fixed_width (column, 8 * (int) info->columns[i].width + 24);
      gtk_column_view_append_column (bare->view, column);
    }
  bare->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (bare->window, 1200, 760);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (bare->view));
  adw_window_set_content (ADW_WINDOW (bare->window), scrolled);
}

void
bench_bare_table_tear_down (BenchBareTable *bare)
{
  gtk_window_destroy (bare->window);
}

void
bench_bare_table_show (gpointer data)
{
  BenchBareTable *bare = data;

  gtk_window_present (bare->window);
}

static gboolean
has_text (GtkWidget *widget)
{
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_widget_get_mapped (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (has_text (child))
        return TRUE;
    }

  return FALSE;
}

gboolean
bench_bare_table_is_shown (gpointer data)
{
  BenchBareTable *bare = data;

  return has_text (GTK_WIDGET (bare->view));
}

/* Other texts in the first thousand rows: no library, no history, no undo. */
void
bench_bare_table_change_thousand (gpointer data)
{
  BenchBareTable *bare = data;
  guint n_rows = MIN (g_list_model_get_n_items (G_LIST_MODEL (bare->rows)), 1000);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (rows, make_row (i + 1));
  g_list_store_splice (bare->rows, 0, n_rows, rows->pdata, n_rows);
}

GtkScrollable *
bench_bare_table_get_scrollable (BenchBareTable *bare)
{
  return GTK_SCROLLABLE (bare->view);
}
