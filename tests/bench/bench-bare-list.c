/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <math.h>

#include "bench-bare-list.h"


static GtkStringList *
make_strings (guint n_strings,
              const char *prefix)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_strings; i++)
    gtk_string_list_take (list, g_strdup_printf ("%s %u", prefix, i + 1));

  return list;
}

static GListModel *
create_children_cb (gpointer item,
                    gpointer data)
{
  const char *text = gtk_string_object_get_string (item);

  return g_str_has_prefix (text, "Parent") ? G_LIST_MODEL (make_strings (GPOINTER_TO_UINT (data), "Child")) : NULL;
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem *item,
          gpointer data)
{
  GtkWidget *expander = gtk_tree_expander_new ();

  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), gtk_label_new (NULL));
  gtk_list_item_set_child (item, expander);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem *item,
         gpointer data)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  g_autoptr (GtkStringObject) text = gtk_tree_list_row_get_item (row);

  gtk_tree_expander_set_list_row (expander, row);
  gtk_label_set_label (GTK_LABEL (gtk_tree_expander_get_child (expander)), gtk_string_object_get_string (text));
}

/* A window that is not shown yet. */
void
bench_bare_list_set_up (BenchBareList *bare,
                        guint n_rows)
{
  guint n_parents = sqrt (n_rows);
  GtkStringList *parents = make_strings (n_parents, "Parent");
  GtkTreeListModel *rows = gtk_tree_list_model_new (G_LIST_MODEL (parents), FALSE, TRUE, create_children_cb,
                                                    GUINT_TO_POINTER (n_rows / n_parents), NULL);
  g_autoptr (GtkTreeListRow) first = g_list_model_get_item (G_LIST_MODEL (rows), 0);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  bare->siblings = GTK_STRING_LIST (gtk_tree_list_row_get_children (first));
  bare->list_view = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (rows))),
                                                      factory));
  bare->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (bare->window, 1200, 760);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (bare->list_view));
  adw_window_set_content (ADW_WINDOW (bare->window), scrolled);
}

void
bench_bare_list_tear_down (BenchBareList *bare)
{
  gtk_window_destroy (bare->window);
}

void
bench_bare_list_show (gpointer data)
{
  BenchBareList *bare = data;

  gtk_window_present (bare->window);
}

gboolean
bench_bare_list_is_shown (gpointer data)
{
  BenchBareList *bare = data;
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (bare->list_view));

  return first != NULL && gtk_widget_get_mapped (first);
}

void
bench_bare_list_remove_row (gpointer data)
{
  BenchBareList *bare = data;

  gtk_string_list_remove (bare->siblings, 2);
}
