/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-measures-tree"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-fold.h"
#include "pact-measure-row.h"
#include "pact-measures-selection.h"
#include "pact-measures-tree-private.h"
#include "pact-plan.h"
#include "pact-row-focus.h"
#include "pact-shell.h"
#include "pact-text.h"

/**
 * PactMeasuresTree:
 *
 * The pillars, objectives and measures of a plan as a tree, in which they are chosen, added, moved,
 * copied and deleted with everything below them.
 */
struct _PactMeasuresTree
{
  AdwBin parent_instance;

  PactEditor *editor;
  PactMeasuresSelection *chosen;
  GtkTreeListModel *rows;
  GtkFilter *filter;
  char *wanted; /* what is filtered by, folded; NULL for everything */
  PactRowFocus *focus;

  /* Template widgets */
  GtkListView *list_view;
  GtkMultiSelection *selection;
  GtkEditable *search_entry;
  GtkPopover *context_menu;
};

enum
{
  PROP_0,
  PROP_SELECTED,
  N_PROPERTIES,
};

enum
{
  TITLE_WANTED,
  STRATEGIES_WANTED,
  TAKE_WANTED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PactMeasuresTree, pact_measures_tree, ADW_TYPE_BIN)

static gboolean
says_wanted (PactMeasuresTree *self,
             PactElement *element)
{
  const char *title = pact_element_get_title (element);
  g_autofree char *folded = title != NULL ? pact_text_fold (title) : NULL;
  g_autofree char *number = pact_element_dup_number (element);

  return (folded != NULL && strstr (folded, self->wanted) != NULL) || g_str_has_prefix (number, self->wanted);
}

static GListModel *
get_children (PactElement *element)
{
  if (pact_element_is_kind (element, "pillar"))
    return pact_element_get_children_by_name (element, "objective");
  if (pact_element_is_kind (element, "objective"))
    return pact_element_get_children_by_name (element, "measure");

  return NULL;
}

/* An element is shown if it, something above it or something below it says what is wanted. */
static gboolean
filter_cb (gpointer item,
           gpointer user_data)
{
  PactMeasuresTree *self = PACT_MEASURES_TREE (user_data);
  PactElement *element = PACT_ELEMENT (item);
  GListModel *children;

  if (self->wanted == NULL)
    return TRUE;
  for (PactElement *e = element; e != NULL && pact_element_get_parent (e) != NULL; e = pact_element_get_parent (e))
    {
      if (says_wanted (self, e))
        return TRUE;
    }

  children = get_children (element);
  for (guint i = 0; children != NULL && i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (PactElement) child = g_list_model_get_item (children, i);

      if (filter_cb (child, self))
        return TRUE;
    }

  return FALSE;
}

static GListModel *
create_children_cb (gpointer item,
                    gpointer user_data)
{
  PactMeasuresTree *self = PACT_MEASURES_TREE (user_data);
  GListModel *children = get_children (PACT_ELEMENT (item));

  if (children == NULL)
    return NULL;

  return G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (children), g_object_ref (self->filter)));
}

static void
edited_cb (PactMeasuresTree *self)
{
  pact_measures_selection_restore (self->chosen, pact_editor_is_undoing (self->editor));
}

static void
scroll_to_chosen (PactMeasuresTree *self)
{
  g_autoptr (GtkBitset) selection = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  if (!gtk_bitset_is_empty (selection))
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", gtk_bitset_get_minimum (selection));
}

static void
search_changed_cb (PactMeasuresTree *self)
{
  const char *text = gtk_editable_get_text (self->search_entry);
  g_autofree char *stripped = pact_text_clean_line (text);

  g_clear_pointer (&self->wanted, g_free);
  if (stripped[0] != '\0')
    self->wanted = pact_text_fold (stripped);
  /* Rows come and go one objective after the other. Each time the list would make its widgets anew, in a large plan also for
   * rows that are gone again. */
  gtk_list_view_set_model (self->list_view, NULL);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  pact_measures_selection_restore (self->chosen, FALSE);
  scroll_to_chosen (self);
}

/* Shows everything if what is filtered by does not fit all of these. */
static void
unfilter_for (PactMeasuresTree *self,
              GPtrArray *elements)
{
  gboolean is_hidden = FALSE;

  for (guint i = 0; i < elements->len; i++)
    is_hidden = is_hidden || !filter_cb (g_ptr_array_index (elements, i), self);
  if (!is_hidden)
    return;
  gtk_editable_set_text (self->search_entry, "");
  search_changed_cb (self);
}

static void
chosen_changed_cb (PactMeasuresTree *self)
{
  _pact_measures_tree_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
want_title (PactMeasuresTree *self)
{
  PactElement *selected = pact_measures_tree_get_selected (self);

  if (selected != NULL)
    g_signal_emit (self, signals[TITLE_WANTED], 0, selected);
}

static void
row_activated_cb (PactMeasuresTree *self,
                  guint position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr (PactElement) element = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  if (element == NULL)
    return;
  pact_measures_tree_select (self, element);
  want_title (self);
}

static void
strategies_activated (GtkWidget *widget,
                      const char *action_name,
                      GVariant *parameter)
{
  g_signal_emit (widget, signals[STRATEGIES_WANTED], 0);
}

static void
rename_activated (GtkWidget *widget,
                  const char *action_name,
                  GVariant *parameter)
{
  want_title (PACT_MEASURES_TREE (widget));
}

/* Escape: everything is shown again. */
static void
stop_search_cb (PactMeasuresTree *self)
{
  gtk_editable_set_text (self->search_entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
find_activated (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (PACT_MEASURES_TREE (widget)->search_entry));
}

/* Tab leaves the list, which would else walk through all its rows: on to the form, or back to the filter. */
static gboolean
tab_cb (GtkWidget *widget,
        GVariant *arguments,
        gpointer user_data)
{
  PactMeasuresTree *self = PACT_MEASURES_TREE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *paned = gtk_widget_get_ancestor (widget, GTK_TYPE_PANED);

  if (focus == NULL || paned == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view)))
    return GDK_EVENT_PROPAGATE;
  if (!g_variant_get_boolean (arguments))
    return gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));

  return gtk_widget_child_focus (gtk_paned_get_end_child (GTK_PANED (paned)), GTK_DIR_TAB_FORWARD);
}

/* The rows stand under widgets of the list's own, which take the keyboard. */
static GtkWidget *
find_row_widget (PactMeasuresTree *self,
                 PactElement *element)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (PACT_IS_MEASURE_ROW (row) && pact_measure_row_get_element (PACT_MEASURE_ROW (row)) == element)
        return child;
    }

  return NULL;
}

static GtkWidget *
find_chosen_row (gpointer user_data)
{
  PactMeasuresTree *self = user_data;

  GPtrArray *chosen = pact_measures_tree_get_chosen (self);

  return chosen->len > 0 ? find_row_widget (self, g_ptr_array_index (chosen, chosen->len - 1)) : NULL;
}

/* The widget of the row that has the keyboard, if it is chosen. */
static GtkWidget *
find_focused_row (PactMeasuresTree *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return PACT_IS_MEASURE_ROW (row)
             && pact_measures_selection_contains (self->chosen, pact_measure_row_get_element (PACT_MEASURE_ROW (row)))
           ? focus
           : NULL;
}

/* The keys for the menu of what is chosen; in the filter they open the menu of the text. */
static gboolean
menu_pressed_cb (GtkWidget *widget,
                 GVariant *arguments,
                 gpointer user_data)
{
  PactMeasuresTree *self = PACT_MEASURES_TREE (widget);
  GtkWidget *row = find_focused_row (self);
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (row, widget, &bounds))
    return GDK_EVENT_PROPAGATE;

  gtk_popover_set_pointing_to (self->context_menu,
                               &(GdkRectangle){ bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height });
  gtk_popover_popup (self->context_menu);

  return GDK_EVENT_STOP;
}

/* GTK 4.8 leaves the keyboard in the menu, and with the next frame somewhere above the tree. What was chosen there may have
 * led it on already. */
static void
menu_closed_cb (PactMeasuresTree *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = find_chosen_row (self);

  if (row != NULL && (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->context_menu))))
    gtk_widget_grab_focus (row);
}

static void
context_pressed_cb (GtkGestureClick *gesture,
                    int n_press,
                    double x,
                    double y,
                    gpointer user_data)
{
  GtkWidget *row = GTK_WIDGET (user_data);
  PactMeasuresTree *self = PACT_MEASURES_TREE (gtk_widget_get_ancestor (row, PACT_TYPE_MEASURES_TREE));
  PactElement *element = pact_measure_row_get_element (PACT_MEASURE_ROW (row));
  graphene_point_t point;

  /* What several can be asked for, they are asked for on any of them. */
  if (!pact_measures_selection_contains (self->chosen, element))
    pact_measures_tree_select (self, element);
  if (!gtk_widget_compute_point (row, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (x, y), &point))
    return;
  gtk_popover_set_pointing_to (self->context_menu, &(GdkRectangle){ point.x, point.y, 1, 1 });
  gtk_popover_popup (self->context_menu);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem *item,
          gpointer user_data)
{
  GtkWidget *row = pact_measure_row_new ();
  GtkGesture *context = gtk_gesture_click_new ();

  _pact_measures_tree_make_draggable (PACT_MEASURE_ROW (row));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (context), GDK_BUTTON_SECONDARY);
  g_signal_connect (context, "pressed", G_CALLBACK (context_pressed_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (context));

  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem *item,
         gpointer user_data)
{
  pact_measure_row_set_list_row (PACT_MEASURE_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem *item,
           gpointer user_data)
{
  pact_measure_row_set_list_row (PACT_MEASURE_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
pact_measures_tree_get_property (GObject *object,
                                 guint id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SELECTED:
      g_value_set_object (value, pact_measures_tree_get_selected (PACT_MEASURES_TREE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pact_measures_tree_dispose (GObject *object)
{
  PactMeasuresTree *self = PACT_MEASURES_TREE (object);

  pact_measures_tree_set_editor (self, NULL);
  g_clear_object (&self->chosen);
  g_clear_object (&self->focus);
  if (self->context_menu != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->context_menu, menu_closed_cb, self);
      gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->context_menu)));
    }
  g_clear_object (&self->filter);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (pact_measures_tree_parent_class)->dispose (object);
}

static void
pact_measures_tree_class_init (PactMeasuresTreeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pact_measures_tree_get_property;
  object_class->dispose = pact_measures_tree_dispose;

  /**
   * PactMeasuresTree:selected:
   *
   * The element that is chosen, %NULL if it is several or none; what is chosen has changed when it is notified, also from
   * several to several.
   */
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, PACT_TYPE_ELEMENT,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * PactMeasuresTree::title-wanted:
   * @self: the tree
   * @element: what is chosen, and perhaps new and empty
   *
   * The person wants to write the title of @element.
   */
  signals[TITLE_WANTED] = g_signal_new ("title-wanted", PACT_TYPE_MEASURES_TREE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, PACT_TYPE_ELEMENT);

  /**
   * PactMeasuresTree::strategies-wanted:
   * @self: the tree
   *
   * The person wants to see what the strategies propose.
   */
  signals[STRATEGIES_WANTED] = g_signal_new ("strategies-wanted", PACT_TYPE_MEASURES_TREE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 0);

  /**
   * PactMeasuresTree::take-wanted:
   * @self: the tree
   * @element: a pillar or a measure of a strategy
   * @parent: the element of the plan below which it shall stand
   * @before: (nullable): the element there before which it shall stand, %NULL for the end
   *
   * The person has dropped what a strategy proposes into the tree.
   */
  signals[TAKE_WANTED] = g_signal_new ("take-wanted", PACT_TYPE_MEASURES_TREE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 3, PACT_TYPE_ELEMENT, PACT_TYPE_ELEMENT, PACT_TYPE_ELEMENT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-measures-tree.ui");
  gtk_widget_class_bind_template_child (widget_class, PactMeasuresTree, list_view);
  gtk_widget_class_bind_template_child (widget_class, PactMeasuresTree, selection);
  gtk_widget_class_bind_template_child (widget_class, PactMeasuresTree, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PactMeasuresTree, context_menu);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);

  _pact_measures_tree_install_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "tree.find", NULL, find_activated);
  gtk_widget_class_install_action (widget_class, "tree.rename", NULL, rename_activated);
  gtk_widget_class_install_action (widget_class, "tree.strategies", NULL, strategies_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "tree.rename", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Tab, 0, tab_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, tab_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Tab, GDK_SHIFT_MASK, tab_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_pressed_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_pressed_cb, NULL);
}

static void
pact_measures_tree_init (PactMeasuresTree *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->context_menu), GTK_WIDGET (self));
  g_signal_connect_object (self->context_menu, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
  self->focus = pact_row_focus_new (self->list_view, find_chosen_row, self);
  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_cb, self, NULL));
  self->chosen = pact_measures_selection_new (self->selection, self->filter);
  g_signal_connect_object (self->chosen, "changed", G_CALLBACK (chosen_changed_cb), self, G_CONNECT_SWAPPED);
  _pact_measures_tree_update_actions (self);
}

/**
 * pact_measures_tree_set_editor:
 * @self: a tree
 * @editor: (nullable): the plan that is shown from now on
 */
void
pact_measures_tree_set_editor (PactMeasuresTree *self,
                               PactEditor *editor)
{
  GListModel *pillars;
  GtkFilterListModel *filtered;

  g_return_if_fail (PACT_IS_MEASURES_TREE (self));

  if (self->editor != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->editor, edited_cb, self);
      g_signal_handlers_disconnect_by_func (self->editor, _pact_measures_tree_update_actions, self);
    }
  if (self->selection != NULL)
    gtk_multi_selection_set_model (self->selection, NULL);
  if (self->chosen != NULL)
    pact_measures_selection_set_rows (self->chosen, NULL, NULL);
  g_clear_object (&self->rows);
  g_set_object (&self->editor, editor);
  if (editor == NULL)
    return;

  pillars = pact_element_get_children_by_name (pact_plan_get_root (pact_editor_get_plan (editor)), "pillar");
  filtered = gtk_filter_list_model_new (g_object_ref (pillars), g_object_ref (self->filter));
  self->rows = gtk_tree_list_model_new (G_LIST_MODEL (filtered), FALSE, TRUE, create_children_cb, self, NULL);
  pact_row_focus_set_model (self->focus, self->selection, G_LIST_MODEL (self->rows));
  g_signal_connect_object (editor, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "notify::read-only", G_CALLBACK (_pact_measures_tree_update_actions), self,
                           G_CONNECT_SWAPPED);
  pact_measures_selection_set_rows (self->chosen, self->rows, pact_editor_get_plan (editor));
}

/**
 * pact_measures_tree_get_selected:
 * @self: a tree
 *
 * Returns: (transfer none) (nullable): the element that is chosen, if it is only one
 */
PactElement *
pact_measures_tree_get_selected (PactMeasuresTree *self)
{
  GPtrArray *chosen;

  g_return_val_if_fail (PACT_IS_MEASURES_TREE (self), NULL);

  chosen = pact_measures_selection_get_chosen (self->chosen);

  return chosen->len == 1 ? g_ptr_array_index (chosen, 0) : NULL;
}

/**
 * pact_measures_tree_get_chosen:
 * @self: a tree
 *
 * Returns: (transfer none) (element-type PactElement): all elements that are chosen, in the order of the tree
 */
GPtrArray *
pact_measures_tree_get_chosen (PactMeasuresTree *self)
{
  g_return_val_if_fail (PACT_IS_MEASURES_TREE (self), NULL);

  return pact_measures_selection_get_chosen (self->chosen);
}

/**
 * pact_measures_tree_select:
 * @self: a tree
 * @element: a pillar, an objective or a measure of the plan
 *
 * Chooses @element, opens what it stands under, and scrolls to it.
 */
void
pact_measures_tree_select (PactMeasuresTree *self,
                           PactElement *element)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  g_return_if_fail (PACT_IS_MEASURES_TREE (self));

  if (element != NULL)
    g_ptr_array_add (elements, element);
  pact_measures_tree_select_all (self, elements);
}

/**
 * pact_measures_tree_select_all:
 * @self: a tree
 * @elements: (element-type PactElement): pillars, objectives and measures of the plan
 *
 * Chooses @elements, opens what they stand under, and scrolls to the first.
 */
void
pact_measures_tree_select_all (PactMeasuresTree *self,
                               GPtrArray *elements)
{
  g_return_if_fail (PACT_IS_MEASURES_TREE (self));
  g_return_if_fail (elements != NULL);

  if (self->rows == NULL || elements->len == 0)
    return;

  pact_measures_selection_choose (self->chosen, elements);
  scroll_to_chosen (self);
}

/**
 * pact_measures_tree_move:
 * @self: a tree
 * @elements: (element-type PactElement): pillars, objectives or measures of the plan
 * @parent: the element that they are to stand under
 * @before: (nullable): what they are to stand before, %NULL for the end
 *
 * Moves @elements with everything below them, and chooses them. A failure is told to the person.
 *
 * Returns: whether they may stand there
 */
gboolean
pact_measures_tree_move (PactMeasuresTree *self,
                         GPtrArray *elements,
                         PactElement *parent,
                         PactElement *before)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (PACT_IS_MEASURES_TREE (self), FALSE);

  if (!pact_editor_can_move_all (self->editor, elements, parent))
    return FALSE;

  pact_shell_flush (pact_shell_get (GTK_WIDGET (self)));
  if (!pact_editor_move_all (self->editor, elements, parent, before, &error))
    pact_shell_report (pact_shell_get (GTK_WIDGET (self)), _("This cannot be moved"), error);
  else
    pact_measures_tree_select_all (self, elements);

  return TRUE;
}

/**
 * pact_measures_tree_reveal:
 * @self: a tree
 * @element: a pillar, an objective or a measure of the plan
 *
 * Chooses @element as pact_measures_tree_select() does, also if what is filtered by hides it, and takes the keyboard there.
 */
void
pact_measures_tree_reveal (PactMeasuresTree *self,
                           PactElement *element)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  g_return_if_fail (PACT_IS_MEASURES_TREE (self));
  g_return_if_fail (PACT_IS_ELEMENT (element));

  g_ptr_array_add (elements, element);
  unfilter_for (self, elements);
  pact_measures_tree_select_all (self, elements);
  pact_row_focus_grab (self->focus);
}

PactEditor *
_pact_measures_tree_get_editor (PactMeasuresTree *self)
{
  return self->editor;
}

/* Chooses elements that were just added, also if what is filtered by does not fit them. */
void
_pact_measures_tree_show_added (PactMeasuresTree *self,
                                GPtrArray *elements)
{
  unfilter_for (self, elements);
  pact_measures_selection_choose_added (self->chosen, elements);
  scroll_to_chosen (self);
}

/**
 * pact_measures_tree_focus:
 * @self: a tree
 *
 * Gives the keyboard to what is chosen.
 */
void
pact_measures_tree_focus (PactMeasuresTree *self)
{
  GtkWidget *row;

  g_return_if_fail (PACT_IS_MEASURES_TREE (self));

  row = find_chosen_row (self);
  gtk_widget_grab_focus (row != NULL ? row : GTK_WIDGET (self->list_view));
}
