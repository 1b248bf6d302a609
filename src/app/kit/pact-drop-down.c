/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-drop-down"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-answer.h"
#include "pact-drop-down.h"
#include "pact-fold.h"
#include "pact-name.h"
#include "pact-text.h"

/* From more answers than these on, they can be searched. */
#define FEW_ANSWERS 12

/* How much of the answer that is given is seen at least, in characters. */
#define SHOWN_WIDTH 14
#define NARROW_WIDTH 7

/* How much of an answer that is offered is seen in one line at least, in characters: the list is no wider than it has to be. */
#define OFFERED_WIDTH 28

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

/* Finds any part of an answer, begins with typing, takes the first that is found on Enter, and closes the list on Escape. */
static void
make_searchable (GtkDropDown *drop_down)
{
  GtkWidget *popover;
  GtkWidget *entry;

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

static void
setup_chosen_cb (GtkListItemFactory *factory,
                 GtkListItem *item,
                 gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), SHOWN_WIDTH);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_list_item_set_child (item, label);
}

static void
setup_narrow_cb (GtkListItemFactory *factory,
                 GtkListItem *item,
                 gpointer user_data)
{
  setup_chosen_cb (factory, item, user_data);
  gtk_label_set_width_chars (GTK_LABEL (gtk_list_item_get_child (item)), NARROW_WIDTH);
}

static void
name_row (GtkListItem *item)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_list_item_get_child (item));

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    pact_answer_get_label (gtk_list_item_get_item (item)), -1);
}

static void
bind_chosen_cb (GtkListItemFactory *factory,
                GtkListItem *item,
                gpointer user_data)
{
  PactAnswer *answer = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label), pact_answer_get_label (answer));
  if (pact_answer_get_code (answer) == NULL)
    gtk_widget_add_css_class (label, "dim-label");
  else
    gtk_widget_remove_css_class (label, "dim-label");
  name_row (item);
}

/* Where there is little room, “No answer yet” would be cut to something that reads like “No”. */
static void
bind_narrow_cb (GtkListItemFactory *factory,
                GtkListItem *item,
                gpointer user_data)
{
  bind_chosen_cb (factory, item, user_data);
  if (pact_answer_get_code (gtk_list_item_get_item (item)) == NULL)
    gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), C_ ("answer", "Choose…"));
}

static void
setup_offered_cb (GtkListItemFactory *factory,
                  GtkListItem *item,
                  gpointer user_data)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *criterion = gtk_label_new (NULL);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_label_set_xalign (GTK_LABEL (criterion), 0);
  gtk_label_set_wrap (GTK_LABEL (criterion), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (criterion), 36);
  gtk_label_set_max_width_chars (GTK_LABEL (criterion), 40);
  gtk_widget_add_css_class (criterion, "caption");
  gtk_widget_add_css_class (criterion, "dim-label");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), criterion);
  gtk_box_append (GTK_BOX (row), box);
  gtk_box_append (GTK_BOX (row), mark);
  gtk_list_item_set_child (item, row);
}

/* Marks the answer that is given. */
static void
update_mark (GtkListItem *item)
{
  GtkWidget *mark = gtk_widget_get_last_child (gtk_list_item_get_child (item));

  gtk_widget_set_opacity (mark, gtk_list_item_get_selected (item) ? 1 : 0);
}

static void
bind_offered_cb (GtkListItemFactory *factory,
                 GtkListItem *item,
                 gpointer user_data)
{
  PactAnswer *answer = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *label = gtk_widget_get_first_child (box);
  GtkWidget *criterion = gtk_widget_get_next_sibling (label);
  const char *text = pact_answer_get_criterion (answer);

  gtk_label_set_label (GTK_LABEL (label), pact_answer_get_label (answer));
  gtk_label_set_width_chars (GTK_LABEL (label), MIN ((int) g_utf8_strlen (pact_answer_get_label (answer), -1), OFFERED_WIDTH));
  gtk_label_set_label (GTK_LABEL (criterion), text != NULL ? text : "");
  gtk_widget_set_visible (criterion, text != NULL);
  name_row (item);
  g_signal_connect (item, "notify::selected", G_CALLBACK (update_mark), NULL);
  update_mark (item);
}

static void
unbind_offered_cb (GtkListItemFactory *factory,
                   GtkListItem *item,
                   gpointer user_data)
{
  g_signal_handlers_disconnect_by_func (item, update_mark, NULL);
}

/**
 * pact_drop_down_new:
 *
 * Shows the answer that is given, and offers them all with the criterion of each and a mark beside the one that is
 * given. A long list has a search that finds any part of an answer, begins with typing, takes the first that is found on
 * Enter, and closes the list on Escape.
 *
 * Returns: (transfer floating): a drop-down without answers
 */
GtkDropDown *
pact_drop_down_new (void)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  g_autoptr (GtkListItemFactory) chosen_factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) offered_factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkExpression) label = gtk_property_expression_new (PACT_TYPE_ANSWER, NULL, "label");

  g_signal_connect (chosen_factory, "setup", G_CALLBACK (setup_chosen_cb), NULL);
  g_signal_connect (chosen_factory, "bind", G_CALLBACK (bind_chosen_cb), NULL);
  g_signal_connect (offered_factory, "setup", G_CALLBACK (setup_offered_cb), NULL);
  g_signal_connect (offered_factory, "bind", G_CALLBACK (bind_offered_cb), NULL);
  g_signal_connect (offered_factory, "unbind", G_CALLBACK (unbind_offered_cb), NULL);

  /* Before the factories: GTK since 4.12 puts its own in their place when the expression changes. */
  gtk_drop_down_set_expression (drop_down, label);
  gtk_drop_down_set_factory (drop_down, chosen_factory);
  gtk_drop_down_set_list_factory (drop_down, offered_factory);
  gtk_widget_set_valign (GTK_WIDGET (drop_down), GTK_ALIGN_CENTER);
  make_searchable (drop_down);

  return drop_down;
}

/**
 * pact_drop_down_set_answers:
 * @drop_down: a drop-down
 * @answers: the list of #PactAnswer to choose from
 *
 * The first answer is chosen.
 */
void
pact_drop_down_set_answers (GtkDropDown *drop_down,
                            GListModel *answers)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));
  g_return_if_fail (G_IS_LIST_MODEL (answers));

  gtk_drop_down_set_enable_search (drop_down, g_list_model_get_n_items (answers) > FEW_ANSWERS);
  gtk_drop_down_set_model (drop_down, answers);
}

/**
 * pact_drop_down_get_code:
 * @drop_down: a drop-down
 *
 * Returns: (transfer none) (nullable): the code of the answer that is chosen, %NULL if none is
 */
const char *
pact_drop_down_get_code (GtkDropDown *drop_down)
{
  gpointer answer;

  g_return_val_if_fail (GTK_IS_DROP_DOWN (drop_down), NULL);

  answer = gtk_drop_down_get_selected_item (drop_down);

  return answer != NULL ? pact_answer_get_code (answer) : NULL;
}

/**
 * pact_drop_down_find:
 * @drop_down: a drop-down
 * @code: (nullable): the code of an answer
 *
 * Returns: where the answer of that code stands, for gtk_drop_down_set_selected(); %GTK_INVALID_LIST_POSITION if there is none
 */
guint
pact_drop_down_find (GtkDropDown *drop_down,
                     const char *code)
{
  GListModel *answers;

  g_return_val_if_fail (GTK_IS_DROP_DOWN (drop_down), GTK_INVALID_LIST_POSITION);

  answers = gtk_drop_down_get_model (drop_down);
  for (guint i = 0; answers != NULL && i < g_list_model_get_n_items (answers); i++)
    {
      g_autoptr (PactAnswer) answer = g_list_model_get_item (answers, i);

      if (g_strcmp0 (pact_answer_get_code (answer), code) == 0)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/**
 * pact_drop_down_make_narrow:
 * @drop_down: a drop-down
 *
 * Takes less room for the answer that is given, for where the drop-down stands beside other fields.
 */
void
pact_drop_down_make_narrow (GtkDropDown *drop_down)
{
  g_autoptr (GtkListItemFactory) narrow_factory = gtk_signal_list_item_factory_new ();

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  g_signal_connect (narrow_factory, "setup", G_CALLBACK (setup_narrow_cb), NULL);
  g_signal_connect (narrow_factory, "bind", G_CALLBACK (bind_narrow_cb), NULL);
  gtk_drop_down_set_factory (drop_down, narrow_factory);
}

/**
 * pact_drop_down_set_name:
 * @drop_down: a drop-down
 * @name: what is chosen there
 *
 * Gives the name to all parts of the drop-down that a screen reader can come upon.
 */
void
pact_drop_down_set_name (GtkDropDown *drop_down,
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
