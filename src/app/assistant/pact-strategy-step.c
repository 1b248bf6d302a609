/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-strategy-step"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-in-sight.h"
#include "pact-strategy-step.h"
#include "pact-template-card.h"

/**
 * PactStrategyStep:
 *
 * The first question for a new plan: which strategy?
 */
struct _PactStrategyStep
{
  AdwBin parent_instance;

  PactTemplateLibrary *templates;
  GPtrArray *fault_rows; /* borrowed from faults_group */
  gboolean is_filling;

  /* Template widgets */
  GtkListBox *template_list;
  AdwPreferencesGroup *faults_group;
};

G_DEFINE_FINAL_TYPE (PactStrategyStep, pact_strategy_step, ADW_TYPE_BIN)

enum
{
  CHANGED,
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

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

      gtk_list_box_append (self->template_list, pact_template_card_new (template));
    }
  gtk_list_box_append (self->template_list, pact_template_card_new (NULL));
}

static AdwActionRow *
add_fault_row (PactStrategyStep *self,
               const char *file_name)
{
  g_autofree char *name = g_path_get_basename (file_name);
  g_autofree char *display_name = g_filename_display_name (name);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), display_name);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (self->faults_group, row);
  g_ptr_array_add (self->fault_rows, row);

  return ADW_ACTION_ROW (row);
}

static void
fill_faults (PactStrategyStep *self,
             GPtrArray *faults)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *file_name = NULL;
  AdwActionRow *row = NULL;

  for (guint i = 0; i < self->fault_rows->len; i++)
    adw_preferences_group_remove (self->faults_group, g_ptr_array_index (self->fault_rows, i));
  g_ptr_array_set_size (self->fault_rows, 0);

  for (guint i = 0; i < faults->len; i++)
    {
      PactTemplateFault *fault = g_ptr_array_index (faults, i);

      /* What is wrong with one file stands together. */
      if (file_name == NULL || !g_str_equal (file_name, fault->file_name))
        {
          file_name = fault->file_name;
          row = add_fault_row (self, file_name);
          g_string_truncate (text, 0);
        }
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, fault->message);
      adw_action_row_set_subtitle (row, text->str);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->faults_group), faults->len > 0);
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
  fill_faults (self, pact_template_library_get_faults (self->templates));
  select_template (self, wanted);
  self->is_filling = FALSE;
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
  g_clear_pointer (&self->fault_rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), PACT_TYPE_STRATEGY_STEP);

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

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-strategy-step.ui");
  gtk_widget_class_bind_template_child (widget_class, PactStrategyStep, template_list);
  gtk_widget_class_bind_template_child (widget_class, PactStrategyStep, faults_group);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
pact_strategy_step_init (PactStrategyStep *self)
{
  self->fault_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pact_strategy_step_show:
 * @self: the step
 * @answers: the answers so far
 * @templates: the templates there are
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
  fill (self, answers->template_id);
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
 * pact_strategy_step_focus:
 * @self: the step
 *
 * Leads the keys to the chosen strategy.
 */
void
pact_strategy_step_focus (PactStrategyStep *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (PACT_IS_STRATEGY_STEP (self));

  row = gtk_list_box_get_selected_row (self->template_list);
  if (row != NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (row));
      pact_bring_in_sight (GTK_WIDGET (row));
    }
}
