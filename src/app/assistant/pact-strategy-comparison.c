/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-strategy-comparison"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-answer.h"
#include "pact-drop-down.h"
#include "pact-halves.h"
#include "pact-name.h"
#include "pact-strategy-comparison.h"
#include "pact-strategy-figures.h"
#include "pact-template-compare.h"

/**
 * PactStrategyComparison:
 *
 * Two strategies beside each other, or one below the other where there is no room: how large each is and for whom, which measures
 * both propose, and which only one.
 */
struct _PactStrategyComparison
{
  AdwBin parent_instance;

  PactTemplateLibrary *templates;
  PactTemplate *one;
  PactTemplate *other;
  GtkWidget *read_row; /* (nullable): the row of what was read last, borrowed from its list */
  gboolean is_filling;

  /* Template widgets */
  GtkAdjustment *vertical;
  GtkLabel *one_title;
  PactStrategyFigures *one_figures;
  GtkWidget *one_button;
  GtkBox *other_place;
  GtkDropDown *other_choice;
  PactStrategyFigures *other_figures;
  GtkWidget *other_button;
  GtkLabel *both_label;
  GtkListBox *both_list;
  GtkLabel *only_one_label;
  GtkListBox *only_one_list;
  GtkLabel *only_other_label;
  GtkListBox *only_other_list;
};

G_DEFINE_FINAL_TYPE (PactStrategyComparison, pact_strategy_comparison, ADW_TYPE_BIN)

enum
{
  USE,
  READ,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Of a row: the measure that it leads to. */
#define ITEM_KEY "pact-item"

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
append_label (GtkWidget *box,
              const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

/* A row of AdwActionRow would be laid out for milliseconds, and there are many. */
static void
add_measure (GtkListBox *list,
             PactTemplateItem *measure,
             PactTemplateItem *like)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const char *title = pact_template_item_get_title (measure, NULL);
  const char *other_title = like != NULL ? pact_template_item_get_title (like, NULL) : title;
  gboolean is_same = g_str_equal (title, other_title);
  g_autofree char *name = is_same ? g_strdup (title) : g_strdup_printf ("%s · %s", title, other_title);

  append_label (box, title, "title");
  if (!is_same)
    append_label (box, other_title, "subtitle");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (row), ITEM_KEY, measure);
  gtk_list_box_append (list, row);
}

/* Takes the sentence. It is the name of the list as well. */
static void
show_heading (GtkLabel *label,
              GtkListBox *list,
              char *text)
{
  g_autofree char *owned = text;

  gtk_label_set_label (label, owned);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, owned, -1);
  gtk_widget_set_visible (GTK_WIDGET (list), gtk_list_box_get_row_at_index (list, 0) != NULL);
}

static char *
dup_only (PactTemplate *template,
          guint n)
{
  if (n == 0)
    /* Translators: %s is the title of a strategy. */
    return g_strdup_printf (_("No measure is only in “%s”"), pact_template_get_title (template, NULL));

  /* Translators: %1$u is how many measures, %2$s the title of a strategy. */
  return g_strdup_printf (ngettext ("%1$u measure is only in “%2$s”", "%1$u measures are only in “%2$s”", n), n,
                          pact_template_get_title (template, NULL));
}

static void
show_measures (PactStrategyComparison *self)
{
  g_autoptr (GArray) pairs = pact_template_compare (self->one, self->other);
  guint n_both = 0, n_one = 0, n_other = 0;

  self->read_row = NULL;
  clear_list (self->both_list);
  clear_list (self->only_one_list);
  clear_list (self->only_other_list);
  for (guint i = 0; i < pairs->len; i++)
    {
      const PactTemplatePair *pair = &g_array_index (pairs, PactTemplatePair, i);

      if (pair->one != NULL && pair->other != NULL)
        {
          add_measure (self->both_list, pair->one, pair->other);
          n_both++;
        }
      else if (pair->one != NULL)
        {
          add_measure (self->only_one_list, pair->one, NULL);
          n_one++;
        }
      else
        {
          add_measure (self->only_other_list, pair->other, NULL);
          n_other++;
        }
    }

  show_heading (self->both_label, self->both_list,
                n_both == 0 ? g_strdup (_("No measure is in both"))
                            : g_strdup_printf (ngettext ("%u measure is in both", "%u measures are in both", n_both), n_both));
  show_heading (self->only_one_label, self->only_one_list, dup_only (self->one, n_one));
  show_heading (self->only_other_label, self->only_other_list, dup_only (self->other, n_other));
}

static void
name_button (GtkWidget *button,
             PactTemplate *template)
{
  /* Translators: a button; %s is the title of a strategy. */
  g_autofree char *name = g_strdup_printf (_("Use “%s”"), pact_template_get_title (template, NULL));

  pact_name_widget (button, name);
}

static void
show_other (PactStrategyComparison *self)
{
  pact_strategy_figures_show (self->other_figures, self->other);
  name_button (self->other_button, self->other);
  show_measures (self);
}

static void
other_chosen_cb (PactStrategyComparison *self)
{
  PactTemplate *chosen = pact_template_library_find (self->templates, pact_drop_down_get_code (self->other_choice));

  if (self->is_filling || chosen == NULL || !g_set_object (&self->other, chosen))
    return;

  show_other (self);
}

/* The strategy with which most is shared, so that there is something to see at once. */
static PactTemplate *
find_nearest (PactStrategyComparison *self)
{
  PactTemplate *nearest = NULL;
  guint most = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->templates)); i++)
    {
      g_autoptr (PactTemplate) template = g_list_model_get_item (G_LIST_MODEL (self->templates), i);
      guint n = template != self->one ? pact_template_count_shared (self->one, template) : 0;

      if (template != self->one && (nearest == NULL || n > most))
        {
          nearest = template;
          most = n;
        }
    }

  return nearest;
}

static void
fill_choice (PactStrategyComparison *self)
{
  g_autoptr (GListStore) answers = g_list_store_new (PACT_TYPE_ANSWER);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->templates)); i++)
    {
      g_autoptr (PactTemplate) template = g_list_model_get_item (G_LIST_MODEL (self->templates), i);
      const char *id = pact_template_get_id (template);
      g_autofree char *name = pact_template_library_dup_name (self->templates, id);

      if (template != self->one)
        pact_answers_append (answers, id, name, NULL);
    }

  self->is_filling = TRUE;
  pact_drop_down_set_answers (self->other_choice, G_LIST_MODEL (answers));
  gtk_drop_down_set_selected (self->other_choice,
                              pact_drop_down_find (self->other_choice, pact_template_get_id (self->other)));
  self->is_filling = FALSE;
}

static void
use_one_cb (PactStrategyComparison *self)
{
  g_signal_emit (self, signals[USE], 0, self->one);
}

static void
use_other_cb (PactStrategyComparison *self)
{
  g_signal_emit (self, signals[USE], 0, self->other);
}

static void
row_activated_cb (PactStrategyComparison *self,
                  GtkListBoxRow *row)
{
  PactTemplateItem *item = g_object_get_data (G_OBJECT (row), ITEM_KEY);

  self->read_row = GTK_WIDGET (row);
  g_signal_emit (self, signals[READ], 0, pact_template_item_get_template (item), item);
}

static void
pact_strategy_comparison_dispose (GObject *object)
{
  PactStrategyComparison *self = PACT_STRATEGY_COMPARISON (object);

  self->is_filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), PACT_TYPE_STRATEGY_COMPARISON);
  g_clear_object (&self->templates);
  g_clear_object (&self->one);
  g_clear_object (&self->other);

  G_OBJECT_CLASS (pact_strategy_comparison_parent_class)->dispose (object);
}

static void
pact_strategy_comparison_class_init (PactStrategyComparisonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_strategy_comparison_dispose;

  /**
   * PactStrategyComparison::use:
   * @self: a comparison
   * @template: one of the strategies
   *
   * The plan shall begin with @template.
   */
  signals[USE] = g_signal_new ("use", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                               PACT_TYPE_TEMPLATE);
  /**
   * PactStrategyComparison::read:
   * @self: a comparison
   * @template: one of the strategies
   * @item: (type gpointer): a measure of it, a #PactTemplateItem
   *
   * A measure shall be read.
   */
  signals[READ] = g_signal_new ("read", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                PACT_TYPE_TEMPLATE, G_TYPE_POINTER);

  g_type_ensure (PACT_TYPE_HALVES);
  g_type_ensure (PACT_TYPE_STRATEGY_FIGURES);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-strategy-comparison.ui");
  gtk_widget_class_bind_template_child (widget_class, PactStrategyComparison, vertical);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyComparison, one_title);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyComparison, one_figures);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyComparison, one_button);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyComparison, other_place);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyComparison, other_figures);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyComparison, other_button);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyComparison, both_label);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyComparison, both_list);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyComparison, only_one_label);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyComparison, only_one_list);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyComparison, only_other_label);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyComparison, only_other_list);
  gtk_widget_class_bind_template_callback (widget_class, use_one_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_other_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
pact_strategy_comparison_init (PactStrategyComparison *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->other_choice = pact_drop_down_new ();
  pact_drop_down_make_narrow (self->other_choice);
  pact_drop_down_set_name (self->other_choice, _("The other strategy"));
  gtk_box_append (self->other_place, GTK_WIDGET (self->other_choice));
  g_signal_connect_object (self->other_choice, "notify::selected", G_CALLBACK (other_chosen_cb), self, G_CONNECT_SWAPPED);
}

/**
 * pact_strategy_comparison_show:
 * @self: a comparison
 * @templates: all strategies, of which there are at least two
 * @one: one of them
 * @other: (nullable): another, %NULL for the one that has most in common with @one
 *
 * Compares two strategies. Those that are compared already are left as they were.
 */
void
pact_strategy_comparison_show (PactStrategyComparison *self,
                               PactTemplateLibrary *templates,
                               PactTemplate *one,
                               PactTemplate *other)
{
  g_return_if_fail (PACT_IS_STRATEGY_COMPARISON (self));
  g_return_if_fail (PACT_IS_TEMPLATE_LIBRARY (templates));
  g_return_if_fail (PACT_IS_TEMPLATE (one));

  if (other != NULL && one == self->one && other == self->other)
    return;

  g_set_object (&self->templates, templates);
  g_set_object (&self->one, one);
  if (other == NULL)
    other = find_nearest (self);
  g_set_object (&self->other, other);
  g_return_if_fail (self->other != NULL);

  gtk_label_set_label (self->one_title, pact_template_get_title (one, NULL));
  pact_strategy_figures_show (self->one_figures, one);
  name_button (self->one_button, one);
  fill_choice (self);
  show_other (self);
  gtk_adjustment_set_value (self->vertical, 0);
}

/**
 * pact_strategy_comparison_get_other:
 * @self: a comparison
 *
 * Returns: (transfer none) (nullable): the strategy that was chosen for comparing
 */
PactTemplate *
pact_strategy_comparison_get_other (PactStrategyComparison *self)
{
  g_return_val_if_fail (PACT_IS_STRATEGY_COMPARISON (self), NULL);

  return self->other;
}

/**
 * pact_strategy_comparison_focus:
 * @self: a comparison
 *
 * Leads the keys to what was read last, or to where the other strategy is chosen.
 */
void
pact_strategy_comparison_focus (PactStrategyComparison *self)
{
  g_return_if_fail (PACT_IS_STRATEGY_COMPARISON (self));

  gtk_widget_grab_focus (self->read_row != NULL ? self->read_row : GTK_WIDGET (self->other_choice));
}
