/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-searchable"

#include "config.h"

#include "pact-fold.h"
#include "pact-name.h"
#include "pact-searchable.h"
#include "pact-text.h"

/* The search of a GtkDropDown of GTK 4.8 finds beginnings only and wants every accent, does not get the
 * keys when the list is opened, does nothing on Enter, and keeps Escape from closing the list. Newer
 * releases have properties for the first; this looks into the widget, and leaves alone what is not as
 * expected. */

static GtkWidget *
find_widget (GtkWidget *widget,
             GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Between the list and all entries stands a filter of the drop-down's own. */
static GtkFilterListModel *
find_filter_model (GtkWidget *popover)
{
  GtkWidget *list = find_widget (popover, GTK_TYPE_LIST_VIEW);
  GtkSelectionModel *selection = list != NULL ? gtk_list_view_get_model (GTK_LIST_VIEW (list)) : NULL;
  GListModel *model = GTK_IS_SINGLE_SELECTION (selection)
                        ? gtk_single_selection_get_model (GTK_SINGLE_SELECTION (selection))
                        : NULL;

  return GTK_IS_FILTER_LIST_MODEL (model) ? GTK_FILTER_LIST_MODEL (model) : NULL;
}

/* What a filter finds by. */
typedef struct
{
  GtkExpression *name;
  char *wanted; /* folded */
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  gtk_expression_unref (search->name);
  g_free (search->wanted);
  g_free (search);
}

static gboolean
matches_cb (gpointer item,
            gpointer user_data)
{
  const Search *search = user_data;
  g_auto (GValue) name = G_VALUE_INIT;
  g_autofree char *folded = NULL;

  if (*search->wanted == '\0' || !gtk_expression_evaluate (search->name, item, &name))
    return TRUE;
  folded = pact_text_fold (g_value_get_string (&name));

  return strstr (folded, search->wanted) != NULL;
}

static void
search_changed_cb (GtkSearchEntry *entry,
                   gpointer user_data)
{
  GtkFilterListModel *model = find_filter_model (GTK_WIDGET (user_data));
  GtkFilter *filter = model != NULL ? gtk_filter_list_model_get_filter (model) : NULL;
  Search *search = filter != NULL ? g_object_get_data (G_OBJECT (filter), "pact-search") : NULL;
  g_autofree char *typed = pact_text_clean_line (gtk_editable_get_text (GTK_EDITABLE (entry)));

  if (search == NULL)
    return;
  g_free (search->wanted);
  search->wanted = pact_text_fold (typed);
  gtk_filter_changed (filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/* Puts in place of the filter one that finds as the search over all plans does. */
static void
find_everywhere (GtkDropDown *drop_down)
{
  GtkFilterListModel *model = find_filter_model (GTK_WIDGET (drop_down));
  g_autoptr (GtkFilter) filter = NULL;
  Search *search;

  if (model == NULL || !GTK_IS_STRING_FILTER (gtk_filter_list_model_get_filter (model)))
    return;
  search = g_new (Search, 1);
  search->name = gtk_expression_ref (gtk_drop_down_get_expression (drop_down));
  search->wanted = g_strdup ("");
  filter = GTK_FILTER (gtk_custom_filter_new (matches_cb, search, search_free));
  g_object_set_data (G_OBJECT (filter), "pact-search", search);
  gtk_filter_list_model_set_filter (model, filter);
}

/* Not before the list has got its place on the screen. */
static void
scroll_cb (gpointer user_data)
{
  g_autoptr (GtkDropDown) drop_down = GTK_DROP_DOWN (user_data);
  GtkWidget *list = find_widget (GTK_WIDGET (drop_down), GTK_TYPE_LIST_VIEW);
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (list != NULL && selected != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", selected);
}

static void
opened_cb (GtkWidget *popover,
           gpointer user_data)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (user_data);
  GtkWidget *entry = find_widget (popover, GTK_TYPE_SEARCH_ENTRY);

  if (!gtk_drop_down_get_enable_search (drop_down))
    return;
  find_everywhere (drop_down);
  if (entry != NULL)
    gtk_widget_grab_focus (entry);
  g_idle_add_once (scroll_cb, g_object_ref (drop_down));
}

/* Enter takes the first that was found. */
static void
entered_cb (GtkSearchEntry *entry,
            gpointer user_data)
{
  GtkWidget *list = find_widget (GTK_WIDGET (user_data), GTK_TYPE_LIST_VIEW);

  /* Enter may come before the entry has told what was typed, and the first of all is not what was meant. */
  search_changed_cb (entry, user_data);
  if (list != NULL && *gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0')
    gtk_widget_activate_action (list, "list.activate-item", "u", 0);
}

/**
 * pact_make_searchable:
 * @drop_down: a drop-down with an expression
 *
 * Makes the search in a long list, #GtkDropDown:enable-search, one that people can use: it finds any
 * part of a name, typing begins it at once, Enter takes the first that is found, and Escape closes the
 * list.
 */
void
pact_make_searchable (GtkDropDown *drop_down)
{
  GtkWidget *popover;
  GtkWidget *entry;

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  popover = find_widget (GTK_WIDGET (drop_down), GTK_TYPE_POPOVER);
  entry = popover != NULL ? find_widget (popover, GTK_TYPE_SEARCH_ENTRY) : NULL;
  if (entry == NULL)
    return;

  /* The list must not shrink to what is found. */
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 28);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (entry), popover);
  g_signal_connect_object (popover, "map", G_CALLBACK (opened_cb), drop_down, G_CONNECT_AFTER);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (search_changed_cb), popover, G_CONNECT_AFTER);
  g_signal_connect_object (entry, "activate", G_CALLBACK (entered_cb), popover, 0);
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (gtk_popover_popdown), popover, G_CONNECT_SWAPPED);
}

/**
 * pact_name_drop_down:
 * @drop_down: a drop-down
 * @name: what is chosen there
 *
 * Gives the name to all parts of the drop-down that a screen reader can come upon.
 */
void
pact_name_drop_down (GtkDropDown *drop_down,
                     const char *name)
{
  const GType types[] = { GTK_TYPE_TOGGLE_BUTTON, GTK_TYPE_SEARCH_ENTRY, GTK_TYPE_LIST_VIEW };

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));
  g_return_if_fail (name != NULL);

  pact_name_widget (GTK_WIDGET (drop_down), name);
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *part = find_widget (GTK_WIDGET (drop_down), types[i]);

      if (part != NULL)
        pact_name_widget (part, name);
    }
}
