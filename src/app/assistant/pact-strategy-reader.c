/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-strategy-reader"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-behind.h"
#include "pact-split-view.h"
#include "pact-strategy-item.h"
#include "pact-strategy-outline.h"
#include "pact-strategy-overview.h"
#include "pact-strategy-reader.h"

/**
 * PactStrategyReader:
 *
 * A strategy to read: its outline, and beside it what is selected there.
 */
struct _PactStrategyReader
{
  AdwBin parent_instance;

  PactTemplate *template;
  gboolean is_fresh; /* what is shown was asked for from elsewhere, and not in the outline */

  /* Template widgets */
  PactSplitView *split_view;
  GtkWidget *outline_button;
  PactStrategyOutline *outline;
  GtkWidget *compare_button;
  GtkStack *stack;
  PactStrategyOverview *overview;
  PactStrategyItem *item_page;
};

G_DEFINE_FINAL_TYPE (PactStrategyReader, pact_strategy_reader, ADW_TYPE_BIN)

enum
{
  COMPARE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
outline_selected_cb (PactStrategyReader *self)
{
  PactTemplateItem *item = pact_strategy_outline_get_item (self->outline);

  if (item != NULL)
    pact_strategy_item_show (self->item_page, item);
  else
    pact_strategy_overview_show (self->overview, self->template);
  self->is_fresh = FALSE;
  gtk_stack_set_visible_child (self->stack, item != NULL ? GTK_WIDGET (self->item_page) : GTK_WIDGET (self->overview));
}

/* There is no room for the outline: it does not hide what was just asked for. */
static void
collapsed_cb (PactStrategyReader *self)
{
  if (self->is_fresh && pact_split_view_get_collapsed (self->split_view))
    pact_split_view_set_show_sidebar (self->split_view, FALSE);
}

/* Where the outline lies over what is read, that is what is wanted now. */
static void
outline_activated_cb (PactStrategyReader *self)
{
  if (pact_split_view_get_collapsed (self->split_view))
    pact_split_view_set_show_sidebar (self->split_view, FALSE);
  gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
item_chosen_cb (PactStrategyReader *self,
                PactTemplateItem *item)
{
  pact_strategy_outline_choose (self->outline, item);
  gtk_widget_child_focus (GTK_WIDGET (self->item_page), GTK_DIR_TAB_FORWARD);
}

static void
compare_clicked_cb (PactStrategyReader *self)
{
  g_signal_emit (self, signals[COMPARE], 0);
}

static gboolean
toggle_outline_cb (GtkWidget *widget,
                   GVariant *arguments,
                   gpointer user_data)
{
  PactStrategyReader *self = PACT_STRATEGY_READER (widget);

  pact_split_view_set_show_sidebar (self->split_view, !pact_split_view_get_show_sidebar (self->split_view));

  return GDK_EVENT_STOP;
}

static void
pact_strategy_reader_dispose (GObject *object)
{
  PactStrategyReader *self = PACT_STRATEGY_READER (object);

  g_clear_object (&self->template);

  G_OBJECT_CLASS (pact_strategy_reader_parent_class)->dispose (object);
}

static void
pact_strategy_reader_class_init (PactStrategyReaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_strategy_reader_dispose;

  /**
   * PactStrategyReader::compare:
   * @self: a reader
   *
   * The strategy shall be compared with another one.
   */
  signals[COMPARE] = g_signal_new ("compare", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  g_type_ensure (PACT_TYPE_SPLIT_VIEW);
  g_type_ensure (PACT_TYPE_STRATEGY_ITEM);
  g_type_ensure (PACT_TYPE_STRATEGY_OUTLINE);
  g_type_ensure (PACT_TYPE_STRATEGY_OVERVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-strategy-reader.ui");
  gtk_widget_class_bind_template_child (widget_class, PactStrategyReader, split_view);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyReader, outline_button);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyReader, outline);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyReader, compare_button);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyReader, stack);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyReader, overview);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyReader, item_page);
  gtk_widget_class_bind_template_callback (widget_class, outline_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, collapsed_cb);
  gtk_widget_class_bind_template_callback (widget_class, outline_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, item_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_clicked_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F9, 0, toggle_outline_cb, NULL);
}

static void
pact_strategy_reader_init (PactStrategyReader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pact_stack_hide_behind (self->stack);
}

/**
 * pact_strategy_reader_show:
 * @self: a reader
 * @template: the strategy
 * @item: (nullable): what to read of it first, %NULL for what is said of it as a whole
 */
void
pact_strategy_reader_show (PactStrategyReader *self,
                           PactTemplate *template,
                           PactTemplateItem *item)
{
  g_autoptr (PactTemplate) before = NULL;

  g_return_if_fail (PACT_IS_STRATEGY_READER (self));
  g_return_if_fail (PACT_IS_TEMPLATE (template));

  /* The rows of the outline borrow from what was shown before. */
  before = g_steal_pointer (&self->template);
  self->template = g_object_ref (template);
  if (template != before)
    pact_strategy_outline_show (self->outline, template);
  pact_strategy_outline_choose (self->outline, item);
  self->is_fresh = TRUE;
  collapsed_cb (self);
}

/**
 * pact_strategy_reader_get_item:
 * @self: a reader
 *
 * Returns: (transfer none) (nullable): what is read, %NULL for what is said of the strategy as a whole
 */
PactTemplateItem *
pact_strategy_reader_get_item (PactStrategyReader *self)
{
  g_return_val_if_fail (PACT_IS_STRATEGY_READER (self), NULL);

  return pact_strategy_outline_get_item (self->outline);
}

/**
 * pact_strategy_reader_set_can_compare:
 * @self: a reader
 * @can_compare: whether there is another strategy
 */
void
pact_strategy_reader_set_can_compare (PactStrategyReader *self,
                                      gboolean can_compare)
{
  g_return_if_fail (PACT_IS_STRATEGY_READER (self));

  gtk_widget_set_visible (self->compare_button, can_compare);
}

/**
 * pact_strategy_reader_focus:
 * @self: a reader
 *
 * Leads the keys to what is selected in the outline, or to what shows the outline where it is not in sight.
 */
void
pact_strategy_reader_focus (PactStrategyReader *self)
{
  g_return_if_fail (PACT_IS_STRATEGY_READER (self));

  if (pact_split_view_get_show_sidebar (self->split_view))
    pact_strategy_outline_focus (self->outline);
  else
    gtk_widget_grab_focus (self->outline_button);
}
