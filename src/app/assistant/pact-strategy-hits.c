/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-strategy-hits"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-found-row.h"
#include "pact-in-sight.h"
#include "pact-strategy-hits.h"

/**
 * PactStrategyHits:
 *
 * Where a search has found the words in all strategies, and how often.
 */
struct _PactStrategyHits
{
  AdwBin parent_instance;

  GPtrArray *hits; /* PactTemplateHit, one a row */

  /* Template widgets */
  GtkLabel *count_label;
  GtkListBox *list;
  GtkWidget *nothing_page;
};

G_DEFINE_FINAL_TYPE (PactStrategyHits, pact_strategy_hits, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_kind_label (const PactTemplateHit *hit)
{
  return hit->item != NULL ? pact_kind_get_label (pact_template_item_get_kind (hit->item)) : C_ ("template", "Strategy");
}

static void
add_row (PactStrategyHits *self,
         const PactTemplateHit *hit)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *found_row = pact_found_row_new ();

  pact_found_row_wrap (PACT_FOUND_ROW (found_row));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), found_row);
  pact_found_row_show (PACT_FOUND_ROW (found_row), get_kind_label (hit), hit->title, hit->snippet,
                       hit->item != NULL ? pact_template_get_title (hit->template, NULL) : NULL);
  gtk_list_box_append (self->list, row);
}

static void
row_activated_cb (PactStrategyHits *self,
                  GtkListBoxRow *row)
{
  PactTemplateHit *hit = g_ptr_array_index (self->hits, gtk_list_box_row_get_index (row));

  g_signal_emit (self, signals[CHOSEN], 0, hit->template, hit->item);
}

static void
show_count (PactStrategyHits *self,
            guint limit)
{
  guint n = self->hits->len;
  g_autofree char *text = NULL;

  if (n == 0)
    text = g_strdup (_("Nothing was found."));
  else if (n == limit)
    text = g_strdup_printf (ngettext ("The first place of many.", "The first %u places of many.", n), n);
  else
    text = g_strdup_printf (ngettext ("%u place was found.", "%u places were found.", n), n);
  gtk_label_set_label (self->count_label, text);
}

static void
pact_strategy_hits_dispose (GObject *object)
{
  PactStrategyHits *self = PACT_STRATEGY_HITS (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), PACT_TYPE_STRATEGY_HITS);
  g_clear_pointer (&self->hits, g_ptr_array_unref);

  G_OBJECT_CLASS (pact_strategy_hits_parent_class)->dispose (object);
}

static void
pact_strategy_hits_class_init (PactStrategyHitsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_strategy_hits_dispose;

  /**
   * PactStrategyHits::chosen:
   * @self: the hits
   * @template: the strategy
   * @item: (type gpointer) (nullable): what was found of it, a #PactTemplateItem; %NULL for the strategy itself
   *
   * A place shall be read.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  PACT_TYPE_TEMPLATE, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-strategy-hits.ui");
  gtk_widget_class_bind_template_child (widget_class, PactStrategyHits, count_label);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyHits, list);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyHits, nothing_page);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
pact_strategy_hits_init (PactStrategyHits *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pact_strategy_hits_show:
 * @self: the hits
 * @hits: (element-type PactTemplateHit): what was found
 * @limit: how much was asked for at most
 */
void
pact_strategy_hits_show (PactStrategyHits *self,
                         GPtrArray *hits,
                         guint limit)
{
  GtkListBoxRow *row;

  g_return_if_fail (PACT_IS_STRATEGY_HITS (self));
  g_return_if_fail (hits != NULL);

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  self->hits = g_ptr_array_ref (hits);
  for (guint i = 0; i < hits->len; i++)
    add_row (self, g_ptr_array_index (hits, i));
  show_count (self, limit);
  gtk_widget_set_visible (GTK_WIDGET (self->list), hits->len > 0);
  gtk_widget_set_visible (self->nothing_page, hits->len == 0);
}

/**
 * pact_strategy_hits_focus:
 * @self: the hits
 *
 * Leads the keys to the place that was chosen last, or to the first.
 *
 * Returns: whether there is one
 */
gboolean
pact_strategy_hits_focus (PactStrategyHits *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (PACT_IS_STRATEGY_HITS (self), FALSE);

  row = gtk_list_box_get_selected_row (self->list);
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row == NULL)
    return FALSE;

  gtk_widget_grab_focus (GTK_WIDGET (row));
  pact_bring_in_sight (GTK_WIDGET (row));

  return TRUE;
}

/**
 * pact_strategy_hits_activate_first:
 * @self: the hits
 *
 * Chooses the first place, if there is one.
 */
void
pact_strategy_hits_activate_first (PactStrategyHits *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (PACT_IS_STRATEGY_HITS (self));

  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row == NULL)
    return;

  gtk_list_box_select_row (self->list, row);
  row_activated_cb (self, row);
}
