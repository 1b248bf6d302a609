/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-strategy-outline"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-in-sight.h"
#include "pact-line.h"
#include "pact-name.h"
#include "pact-strategy-outline.h"

/**
 * PactStrategyOutline:
 *
 * What a strategy consists of: itself, its pillars, and below each that is open its objectives and measures. The arrow keys open and
 * close a pillar as in a tree.
 */
struct _PactStrategyOutline
{
  AdwBin parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (PactStrategyOutline, pact_strategy_outline, ADW_TYPE_BIN)

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Of a row: its item, none for the strategy itself; and of a pillar's row the arrow that opens it. */
#define ITEM_KEY "pact-item"
#define ARROW_KEY "pact-arrow"

static PactTemplateItem *
get_item (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), ITEM_KEY) : NULL;
}

static PactTemplateItem *
find_pillar (PactTemplateItem *item)
{
  while (item != NULL && pact_template_item_get_parent (item) != NULL)
    item = pact_template_item_get_parent (item);

  return item;
}

static GtkListBoxRow *
find_row (PactStrategyOutline *self,
          PactTemplateItem *item)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (get_item (row) == item)
        return row;
    }

  return NULL;
}

/* Shows or hides what stands below a pillar, whose arrow has just been turned. What is chosen there gives way to the pillar. */
static void
arrow_toggled_cb (GtkToggleButton *arrow,
                  PactStrategyOutline *self)
{
  GtkListBoxRow *pillar_row = GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (GTK_WIDGET (arrow), GTK_TYPE_LIST_BOX_ROW));
  PactTemplateItem *pillar = get_item (pillar_row);
  GtkListBoxRow *chosen = gtk_list_box_get_selected_row (self->list);
  gboolean is_open = gtk_toggle_button_get_active (arrow);
  GtkListBoxRow *row;

  gtk_button_set_icon_name (GTK_BUTTON (arrow), is_open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (pillar_row), GTK_ACCESSIBLE_STATE_EXPANDED, is_open, -1);
  if (!is_open && chosen != NULL && find_pillar (get_item (chosen)) == pillar)
    gtk_list_box_select_row (self->list, pillar_row);
  for (int i = gtk_list_box_row_get_index (pillar_row) + 1; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (find_pillar (get_item (row)) == pillar)
        gtk_widget_set_visible (GTK_WIDGET (row), is_open);
    }
}

static GtkWidget *
arrow_new (PactStrategyOutline *self,
           PactTemplateItem *pillar)
{
  GtkWidget *arrow = gtk_toggle_button_new ();
  /* Translators: %s is the title of a pillar. */
  g_autofree char *name = g_strdup_printf (_("Show what is in “%s”"), pact_template_item_get_title (pillar, NULL));

  gtk_button_set_icon_name (GTK_BUTTON (arrow), "pan-end-symbolic");
  gtk_widget_set_valign (arrow, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (arrow, name);
  /* The keys open it from the row. */
  gtk_widget_set_focusable (arrow, FALSE);
  gtk_widget_add_css_class (arrow, "flat");
  gtk_widget_add_css_class (arrow, "circular");
  pact_name_widget (arrow, name);
  g_signal_connect (arrow, "toggled", G_CALLBACK (arrow_toggled_cb), self);

  return arrow;
}

static GtkWidget *
label_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);

  return label;
}

static GtkListBoxRow *
add_row (PactStrategyOutline *self,
         PactTemplateItem *item,
         const char *text,
         const char *css_class)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label_new (text));
  g_object_set_data (G_OBJECT (row), ITEM_KEY, item);
  gtk_widget_add_css_class (row, css_class);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (self->list, row);

  return GTK_LIST_BOX_ROW (row);
}

/* Puts the arrow beside the text. */
static void
add_arrow (PactStrategyOutline *self,
           GtkListBoxRow *row)
{
  GtkWidget *line = pact_line_new (6);
  g_autoptr (GtkWidget) label = g_object_ref (gtk_list_box_row_get_child (row));
  GtkWidget *arrow = arrow_new (self, get_item (row));

  gtk_list_box_row_set_child (row, NULL);
  gtk_widget_set_parent (label, line);
  gtk_widget_set_parent (arrow, line);
  gtk_list_box_row_set_child (row, line);
  g_object_set_data (G_OBJECT (row), ARROW_KEY, arrow);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
}

/* An item, and what stands below it down to the measures. */
static void
add_item (PactStrategyOutline *self,
          PactTemplateItem *item)
{
  gboolean is_pillar = pact_template_item_get_parent (item) == NULL;
  gboolean is_measure = pact_template_item_get_kind (item)->flags & PACT_KIND_MEASURE;
  g_autoptr (GPtrArray) children = pact_template_item_list_children (item);
  g_autofree char *number = pact_template_item_dup_number (item);
  g_autofree char *text = g_strdup_printf ("%s %s", number, pact_template_item_get_title (item, NULL));
  GtkListBoxRow *row = add_row (self, item, text, is_pillar ? "pillar" : is_measure ? "measure" : "objective");

  if (is_pillar && children->len > 0)
    add_arrow (self, row);
  gtk_widget_set_visible (GTK_WIDGET (row), is_pillar);
  for (guint i = 0; !is_measure && i < children->len; i++)
    add_item (self, g_ptr_array_index (children, i));
}

/* Returns whether there was something to open, or to close. */
static gboolean
set_open (GtkListBoxRow *row,
          gboolean open)
{
  GtkToggleButton *arrow = row != NULL ? g_object_get_data (G_OBJECT (row), ARROW_KEY) : NULL;

  if (arrow == NULL || gtk_toggle_button_get_active (arrow) == open)
    return FALSE;

  gtk_toggle_button_set_active (arrow, open);

  return TRUE;
}

static void
focus_row (GtkListBoxRow *row)
{
  gtk_widget_grab_focus (GTK_WIDGET (row));
  pact_bring_in_sight (GTK_WIDGET (row));
}

/* As in a tree: the arrow that leads inwards opens a pillar, the other one closes it, or goes from what stands in it to itself. */
static gboolean
arrow_pressed_cb (GtkWidget *widget,
                  GVariant *arguments,
                  gpointer user_data)
{
  PactStrategyOutline *self = PACT_STRATEGY_OUTLINE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  gboolean is_inwards = (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL) != g_variant_get_boolean (arguments);
  PactTemplateItem *item = get_item (row);

  if (item == NULL)
    return GDK_EVENT_STOP;
  if (!set_open (row, is_inwards) && !is_inwards && pact_template_item_get_parent (item) != NULL)
    {
      row = find_row (self, pact_template_item_get_parent (item));
      gtk_list_box_select_row (self->list, row);
      focus_row (row);
    }

  return GDK_EVENT_STOP;
}

static void
row_selected_cb (PactStrategyOutline *self,
                 GtkListBoxRow *row)
{
  if (row != NULL)
    g_signal_emit (self, signals[SELECTED], 0);
}

static void
row_activated_cb (PactStrategyOutline *self,
                  GtkListBoxRow *row)
{
  set_open (row, TRUE);
  g_signal_emit (self, signals[ACTIVATED], 0);
}

/* In a list, Tab goes on to the next row, which would choose it. It goes on to what is read. */
static gboolean
tab_pressed_cb (GtkWidget *widget,
                GVariant *arguments,
                gpointer user_data)
{
  g_signal_emit (widget, signals[ACTIVATED], 0);

  return GDK_EVENT_STOP;
}

static void
pact_strategy_outline_dispose (GObject *object)
{
  PactStrategyOutline *self = PACT_STRATEGY_OUTLINE (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  self->list = NULL;

  G_OBJECT_CLASS (pact_strategy_outline_parent_class)->dispose (object);
}

static void
pact_strategy_outline_class_init (PactStrategyOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_strategy_outline_dispose;

  /**
   * PactStrategyOutline::selected:
   * @self: the outline
   *
   * Something else was selected, see pact_strategy_outline_get_item().
   */
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  /**
   * PactStrategyOutline::activated:
   * @self: the outline
   *
   * What is selected shall be read: by a click, Enter or Tab.
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, arrow_pressed_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Right, 0, arrow_pressed_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, arrow_pressed_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Left, 0, arrow_pressed_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Tab, 0, tab_pressed_cb, NULL);
}

static void
pact_strategy_outline_init (PactStrategyOutline *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_widget_add_css_class (list, "pact-outline");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Contents of the strategy"), -1);
  g_signal_connect_swapped (list, "row-selected", G_CALLBACK (row_selected_cb), self);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (row_activated_cb), self);
  adw_bin_set_child (ADW_BIN (self), list);
}

/**
 * pact_strategy_outline_show:
 * @self: an outline
 * @template: the strategy, which has to live as long as it is shown
 *
 * Shows the strategy with all pillars closed and nothing selected yet.
 */
void
pact_strategy_outline_show (PactStrategyOutline *self,
                            PactTemplate *template)
{
  g_autoptr (GPtrArray) pillars = NULL;
  GtkListBoxRow *row;

  g_return_if_fail (PACT_IS_STRATEGY_OUTLINE (self));
  g_return_if_fail (PACT_IS_TEMPLATE (template));

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  add_row (self, NULL, _("About This Strategy"), "strategy");
  pillars = pact_template_list_pillars (template);
  for (guint i = 0; i < pillars->len; i++)
    add_item (self, g_ptr_array_index (pillars, i));
}

/**
 * pact_strategy_outline_choose:
 * @self: an outline
 * @item: (nullable): what is to be selected, %NULL for the strategy itself
 *
 * Selects @item and opens its pillar.
 */
void
pact_strategy_outline_choose (PactStrategyOutline *self,
                              PactTemplateItem *item)
{
  GtkListBoxRow *row;

  g_return_if_fail (PACT_IS_STRATEGY_OUTLINE (self));

  row = find_row (self, item);
  if (row == NULL)
    return;
  if (item != NULL)
    set_open (find_row (self, find_pillar (item)), TRUE);
  gtk_list_box_select_row (self->list, row);
  pact_bring_in_sight (GTK_WIDGET (row));
}

/**
 * pact_strategy_outline_get_item:
 * @self: an outline
 *
 * Returns: (transfer none) (nullable): what is selected, %NULL for the strategy itself
 */
PactTemplateItem *
pact_strategy_outline_get_item (PactStrategyOutline *self)
{
  g_return_val_if_fail (PACT_IS_STRATEGY_OUTLINE (self), NULL);

  return get_item (gtk_list_box_get_selected_row (self->list));
}

/**
 * pact_strategy_outline_focus:
 * @self: an outline
 *
 * Leads the keys to what is selected.
 */
void
pact_strategy_outline_focus (PactStrategyOutline *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (PACT_IS_STRATEGY_OUTLINE (self));

  row = gtk_list_box_get_selected_row (self->list);
  if (row != NULL)
    focus_row (row);
}
