/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-strategy-step"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-behind.h"
#include "pact-in-sight.h"
#include "pact-strategy-comparison.h"
#include "pact-strategy-hits.h"
#include "pact-strategy-reader.h"
#include "pact-strategy-step.h"
#include "pact-template-card.h"
#include "pact-template-faults.h"
#include "pact-template-search.h"
#include "pact-text.h"

/* How many places a search shows; whoever finds more needs another word. */
#define MAX_HITS 60

/**
 * PactStrategyStep:
 *
 * The first question for a new plan: which strategy? One can be chosen at once, or read before; words can be looked for in all, and
 * two can be compared. From wherever one has got to, one comes back the way one went.
 */
struct _PactStrategyStep
{
  AdwBin parent_instance;

  PactTemplateLibrary *templates;
  gboolean is_filling;
  PactTemplateSearch *search; /* NULL until something is looked for */
  GPtrArray *places;          /* Place, how one has got to what is shown; none while it is the list */

  /* Template widgets */
  GtkStack *stack;
  GtkWidget *list_page;
  GtkEditable *search_entry;
  PactStrategyHits *hits;
  PactStrategyReader *reader;
  PactStrategyComparison *comparison;
  GtkListBox *template_list;
  PactTemplateFaults *faults;
};

G_DEFINE_FINAL_TYPE (PactStrategyStep, pact_strategy_step, ADW_TYPE_BIN)

enum
{
  CHANGED,
  ACTIVATED,
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Where one can be besides the list: reading a strategy, or comparing it with another. */
typedef struct
{
  PactTemplate *template;
  PactTemplateItem *item; /* (nullable): what is read of it */
  gboolean is_comparison;
  PactTemplate *other; /* (nullable): what it is compared with, %NULL before one was there */
} Place;

static void
free_place (Place *place)
{
  g_object_unref (place->template);
  g_clear_object (&place->other);
  g_free (place);
}

static Place *
get_place (PactStrategyStep *self)
{
  return self->places->len > 0 ? g_ptr_array_index (self->places, self->places->len - 1) : NULL;
}

/* What was done at a place is as it was when one comes back to it. */
static void
remember_place (PactStrategyStep *self)
{
  Place *place = get_place (self);

  if (place == NULL)
    return;
  if (place->is_comparison)
    g_set_object (&place->other, pact_strategy_comparison_get_other (self->comparison));
  else
    place->item = pact_strategy_reader_get_item (self->reader);
}

/* A stack gives the keyboard to the first thing of a page that takes it, and a text that can be selected is selected by that. */
static void
drop_focus (PactStrategyStep *self)
{
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
}

/* Shows the list, or the place to which one has got. */
static void
show_place (PactStrategyStep *self)
{
  Place *place = get_place (self);

  drop_focus (self);
  if (place == NULL)
    {
      gtk_stack_set_visible_child (self->stack, self->list_page);
    }
  else if (place->is_comparison)
    {
      pact_strategy_comparison_show (self->comparison, self->templates, place->template, place->other);
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->comparison));
    }
  else
    {
      pact_strategy_reader_show (self->reader, place->template, place->item);
      pact_strategy_reader_set_can_compare (self->reader, g_list_model_get_n_items (G_LIST_MODEL (self->templates)) > 1);
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->reader));
    }
  g_signal_emit (self, signals[MOVED], 0);
}

static void
go_to (PactStrategyStep *self,
       PactTemplate *template,
       PactTemplateItem *item,
       gboolean is_comparison)
{
  Place *place = g_new0 (Place, 1);

  remember_place (self);
  place->template = g_object_ref (template);
  place->item = item;
  place->is_comparison = is_comparison;
  g_ptr_array_add (self->places, place);
  show_place (self);
  pact_strategy_step_focus (self);
}

static gboolean
is_searching (PactStrategyStep *self)
{
  return !pact_text_is_blank (gtk_editable_get_text (self->search_entry));
}

/* With words what they find, without words the cards. */
static void
show_list (PactStrategyStep *self)
{
  gboolean searching = is_searching (self);

  if (searching)
    {
      g_autoptr (GPtrArray) found = NULL;

      if (self->search == NULL)
        self->search = pact_template_search_new (G_LIST_MODEL (self->templates), NULL);
      found = pact_template_search_find (self->search, gtk_editable_get_text (self->search_entry), MAX_HITS);
      pact_strategy_hits_show (self->hits, found, MAX_HITS);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->hits), searching);
  gtk_widget_set_visible (GTK_WIDGET (self->template_list), !searching);
  gtk_widget_set_visible (GTK_WIDGET (self->faults), !searching && pact_template_faults_has_any (self->faults));
  g_signal_emit (self, signals[MOVED], 0);
}

/* The cards come again. */
static void
forget_words (PactStrategyStep *self)
{
  gboolean was_filling = self->is_filling;

  self->is_filling = TRUE;
  gtk_editable_set_text (self->search_entry, "");
  self->is_filling = was_filling;
  show_list (self);
}

static void
read_cb (PactStrategyStep *self,
         PactTemplateCard *card)
{
  gtk_list_box_select_row (self->template_list, GTK_LIST_BOX_ROW (card));
  go_to (self, pact_template_card_get_template (card), NULL, FALSE);
}

static void
fill_templates (PactStrategyStep *self,
                GListModel *templates)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->template_list))) != NULL)
    gtk_list_box_remove (self->template_list, row);
  for (guint i = 0; i < g_list_model_get_n_items (templates); i++)
    {
      g_autoptr (PactTemplate) template = g_list_model_get_item (templates, i);

      row = pact_template_card_new (template);
      g_signal_connect_object (row, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->template_list, row);
    }
  gtk_list_box_append (self->template_list, pact_template_card_new (NULL));
}

/* Chooses the template of the answers; the first one where they name none that is there. */
static void
select_template (PactStrategyStep *self,
                 const char *wanted)
{
  GtkListBoxRow *found = gtk_list_box_get_row_at_index (self->template_list, 0);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->template_list, i)) != NULL; i++)
    {
      PactTemplate *template = pact_template_card_get_template (PACT_TEMPLATE_CARD (row));

      if (g_strcmp0 (template != NULL ? pact_template_get_id (template) : "", wanted) == 0)
        found = row;
    }
  gtk_list_box_select_row (self->template_list, found);
}

static void
selected_cb (PactStrategyStep *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
activated_cb (PactStrategyStep *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
fill (PactStrategyStep *self,
      const char *wanted)
{
  self->is_filling = TRUE;
  fill_templates (self, G_LIST_MODEL (self->templates));
  pact_template_faults_show (self->faults, pact_template_library_get_faults (self->templates));
  select_template (self, wanted);
  g_clear_pointer (&self->search, pact_template_search_free);
  show_list (self);
  self->is_filling = FALSE;
}

static void
search_changed_cb (PactStrategyStep *self)
{
  if (!self->is_filling && self->templates != NULL)
    show_list (self);
}

static void
search_activated_cb (PactStrategyStep *self)
{
  if (!is_searching (self))
    return;

  show_list (self);
  pact_strategy_hits_activate_first (self->hits);
}

static void
search_stopped_cb (PactStrategyStep *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "assistant.leave", NULL);
}

static gboolean
search_key_cb (GtkWidget *widget,
               GVariant *arguments,
               gpointer user_data)
{
  PactStrategyStep *self = PACT_STRATEGY_STEP (widget);

  if (self->places->len > 0)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));

  return GDK_EVENT_STOP;
}

static void
hit_chosen_cb (PactStrategyStep *self,
               PactTemplate *template,
               PactTemplateItem *item)
{
  go_to (self, template, item, FALSE);
}

static void
compare_cb (PactStrategyStep *self)
{
  go_to (self, get_place (self)->template, NULL, TRUE);
}

/* The plan shall begin with a strategy, wherever one has read of it. */
static void
use (PactStrategyStep *self,
     PactTemplate *template)
{
  g_autoptr (PactTemplate) wanted = g_object_ref (template);

  g_ptr_array_set_size (self->places, 0);
  forget_words (self);
  select_template (self, pact_template_get_id (wanted));
  show_place (self);
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
use_cb (PactStrategyStep *self,
        PactTemplate *template)
{
  use (self, template);
}

/* One was renamed, or went. Whoever did that here goes on here. */
static void
templates_changed_cb (PactStrategyStep *self)
{
  PactTemplate *chosen = pact_strategy_step_get_template (self);
  g_autofree char *wanted = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  wanted = g_strdup (chosen != NULL ? pact_template_get_id (chosen) : "");
  fill (self, wanted);
  pact_strategy_step_focus (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
pact_strategy_step_dispose (GObject *object)
{
  PactStrategyStep *self = PACT_STRATEGY_STEP (object);

  self->is_filling = TRUE;
  if (self->templates != NULL)
    g_signal_handlers_disconnect_by_func (self->templates, templates_changed_cb, self);
  g_clear_object (&self->templates);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->search, pact_template_search_free);

  G_OBJECT_CLASS (pact_strategy_step_parent_class)->dispose (object);
}

static void
pact_strategy_step_class_init (PactStrategyStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_strategy_step_dispose;

  /**
   * PactStrategyStep::changed:
   * @self: the step
   *
   * Another strategy was chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  /**
   * PactStrategyStep::activated:
   * @self: the step
   *
   * The strategy was chosen for good: by Enter or a double click.
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  /**
   * PactStrategyStep::moved:
   * @self: the step
   *
   * Something is looked for, read or compared now, or no longer, see pact_strategy_step_get_read() and pact_strategy_step_is_at_list().
   */
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (PACT_TYPE_STRATEGY_COMPARISON);
  g_type_ensure (PACT_TYPE_STRATEGY_HITS);
  g_type_ensure (PACT_TYPE_STRATEGY_READER);
  g_type_ensure (PACT_TYPE_TEMPLATE_FAULTS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-strategy-step.ui");
  gtk_widget_class_bind_template_child (widget_class, PactStrategyStep, stack);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyStep, list_page);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyStep, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyStep, hits);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyStep, reader);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyStep, comparison);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyStep, template_list);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyStep, faults);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, hit_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, search_key_cb, NULL);
}

static void
pact_strategy_step_init (PactStrategyStep *self)
{
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) free_place);
  gtk_widget_init_template (GTK_WIDGET (self));
  pact_stack_hide_behind (self->stack);
}

/**
 * pact_strategy_step_show:
 * @self: the step
 * @answers: the answers so far
 * @templates: the templates there are
 *
 * Asks anew, with no words to look for and nothing being read.
 */
void
pact_strategy_step_show (PactStrategyStep *self,
                         const PactAnswers *answers,
                         PactTemplateLibrary *templates)
{
  g_return_if_fail (PACT_IS_STRATEGY_STEP (self));
  g_return_if_fail (answers != NULL);

  if (g_set_object (&self->templates, templates))
    g_signal_connect_object (templates, "items-changed", G_CALLBACK (templates_changed_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_set_size (self->places, 0);
  self->is_filling = TRUE;
  gtk_editable_set_text (self->search_entry, "");
  fill (self, answers->template_id);
  show_place (self);
}

/**
 * pact_strategy_step_get_template:
 * @self: the step
 *
 * Returns: (transfer none) (nullable): the chosen template, %NULL for the empty plan
 */
PactTemplate *
pact_strategy_step_get_template (PactStrategyStep *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (PACT_IS_STRATEGY_STEP (self), NULL);

  row = gtk_list_box_get_selected_row (self->template_list);

  return row != NULL ? pact_template_card_get_template (PACT_TEMPLATE_CARD (row)) : NULL;
}

/**
 * pact_strategy_step_collect:
 * @self: the step
 * @answers: where to put what was answered
 */
void
pact_strategy_step_collect (PactStrategyStep *self,
                            PactAnswers *answers)
{
  PactTemplate *template = pact_strategy_step_get_template (self);

  pact_answers_set_template (answers, template != NULL ? pact_template_get_id (template) : "");
}

/**
 * pact_strategy_step_is_at_list:
 * @self: the step
 *
 * Returns: whether a strategy is to be chosen, rather than looked for, read or compared
 */
gboolean
pact_strategy_step_is_at_list (PactStrategyStep *self)
{
  g_return_val_if_fail (PACT_IS_STRATEGY_STEP (self), TRUE);

  return self->places->len == 0 && !is_searching (self);
}

/**
 * pact_strategy_step_get_read:
 * @self: the step
 *
 * Returns: (transfer none) (nullable): the strategy that is being read, %NULL if none is or two are compared
 */
PactTemplate *
pact_strategy_step_get_read (PactStrategyStep *self)
{
  Place *place;

  g_return_val_if_fail (PACT_IS_STRATEGY_STEP (self), NULL);

  place = get_place (self);

  return place != NULL && !place->is_comparison ? place->template : NULL;
}

/**
 * pact_strategy_step_use_read:
 * @self: the step
 *
 * Chooses the strategy that is being read for good, see pact_strategy_step_get_read().
 */
void
pact_strategy_step_use_read (PactStrategyStep *self)
{
  PactTemplate *template = pact_strategy_step_get_read (self);

  g_return_if_fail (template != NULL);

  use (self, template);
}

/**
 * pact_strategy_step_go_back:
 * @self: the step
 *
 * Goes back from what is read or compared to where that was asked for, and from what was found to all strategies.
 *
 * Returns: whether there was anything to go back from
 */
gboolean
pact_strategy_step_go_back (PactStrategyStep *self)
{
  g_return_val_if_fail (PACT_IS_STRATEGY_STEP (self), FALSE);

  if (self->places->len > 0)
    {
      g_ptr_array_remove_index (self->places, self->places->len - 1);
      show_place (self);
    }
  else if (is_searching (self))
    {
      forget_words (self);
    }
  else
    {
      return FALSE;
    }
  pact_strategy_step_focus (self);

  return TRUE;
}

/**
 * pact_strategy_step_focus:
 * @self: the step
 *
 * Leads the keys to the chosen strategy, or to what is found, read or compared.
 */
void
pact_strategy_step_focus (PactStrategyStep *self)
{
  GtkListBoxRow *row;
  Place *place;

  g_return_if_fail (PACT_IS_STRATEGY_STEP (self));

  place = get_place (self);
  row = gtk_list_box_get_selected_row (self->template_list);
  if (place != NULL && place->is_comparison)
    pact_strategy_comparison_focus (self->comparison);
  else if (place != NULL)
    pact_strategy_reader_focus (self->reader);
  else if (is_searching (self))
    {
      if (!pact_strategy_hits_focus (self->hits))
        gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
    }
  else if (row != NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (row));
      pact_bring_in_sight (GTK_WIDGET (row));
    }
}
