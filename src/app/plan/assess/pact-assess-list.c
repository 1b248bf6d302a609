/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-assess-list"

#include "config.h"

#include "pact-assess-list.h"
#include "pact-assess-row.h"

/**
 * PactAssessList:
 *
 * All measures with the answers that were given, to go to any of them.
 */
struct _PactAssessList
{
  AdwBin parent_instance;

  GListStore *measures;
  GtkSingleSelection *selection;
  guint current;
  GtkWidget *current_row; /* borrowed; the one that shows @current, while one does */
  guint frames; /* that the list has been shown in since @current was set */
  guint tick_id;

  /* Template widgets */
  GtkListView *list_view;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PactAssessList, pact_assess_list, ADW_TYPE_BIN)

static PactElement *
get_pillar (PactAssessList *self,
            guint position)
{
  g_autoptr (PactElement) measure = g_list_model_get_item (G_LIST_MODEL (self->measures), position);

  return pact_element_get_ancestor (measure, "pillar");
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item)
{
  gtk_list_item_set_child (item, pact_assess_row_new ());
}

static void
bind_cb (PactAssessList *self,
         GtkListItem *item)
{
  guint position = gtk_list_item_get_position (item);
  PactElement *pillar = get_pillar (self, position);
  gboolean is_first = position == 0 || get_pillar (self, position - 1) != pillar;
  const char *heading = is_first && pillar != NULL ? pact_element_get_title (pillar) : NULL;

  if (position == self->current)
    self->current_row = gtk_list_item_get_child (item);
  pact_assess_row_show (PACT_ASSESS_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item), heading);
}

static void
unbind_cb (PactAssessList *self,
           GtkListItem *item)
{
  if (self->current_row == gtk_list_item_get_child (item))
    self->current_row = NULL;
}

static void
activate_cb (PactAssessList *self,
             guint position)
{
  g_signal_emit (self, signals[CHOSEN], 0, position);
}

/* The list can be scrolled only when its rows have been given their places, and a row can take the keyboard only
 * when the list has been scrolled to it: in the frames after. */
static gboolean
tick_cb (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer user_data)
{
  PactAssessList *self = PACT_ASSESS_LIST (user_data);

  if (gtk_widget_get_height (widget) == 0)
    return G_SOURCE_CONTINUE;

  self->frames++;
  if (self->frames == 2)
    gtk_widget_activate_action (widget, "list.scroll-to-item", "u", self->current);
  if (self->frames < 4)
    return G_SOURCE_CONTINUE;

  self->tick_id = 0;
  if (self->current_row != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (self->current_row));

  return G_SOURCE_REMOVE;
}

static void
pact_assess_list_dispose (GObject *object)
{
  PactAssessList *self = PACT_ASSESS_LIST (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->measures);

  G_OBJECT_CLASS (pact_assess_list_parent_class)->dispose (object);
}

static void
pact_assess_list_class_init (PactAssessListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_assess_list_dispose;

  /**
   * PactAssessList::chosen:
   * @self: the list
   * @index: which measure, in the order in which they were handed over
   *
   * Somebody wants to go to a measure.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-assess-list.ui");
  gtk_widget_class_bind_template_child (widget_class, PactAssessList, list_view);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
pact_assess_list_init (PactAssessList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->measures = g_list_store_new (PACT_TYPE_ELEMENT);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->measures)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

/**
 * pact_assess_list_show:
 * @self: a list
 * @measures: (element-type PactElement): the measures, in the order of the plan
 * @current: the one that is asked about now
 *
 * Shows the measures as they are now.
 */
void
pact_assess_list_show (PactAssessList *self,
                       GPtrArray *measures,
                       guint current)
{
  g_return_if_fail (PACT_IS_ASSESS_LIST (self));

  self->current = current;
  self->frames = 0;
  g_list_store_splice (self->measures, 0, g_list_model_get_n_items (G_LIST_MODEL (self->measures)), measures->pdata,
                       measures->len);
  gtk_single_selection_set_selected (self->selection, current);
  if (current < measures->len && self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->list_view), tick_cb, self, NULL);
}
