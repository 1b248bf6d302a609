/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-period-step"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-period-step.h"
#include "pact-step.h"
#include "pact-text.h"
#include "pact-workspace.h"

/**
 * PactPeriodStep:
 *
 * The third question for a new plan: from when to when, and under which title?
 */
struct _PactPeriodStep
{
  AdwBin parent_instance;

  int n_years; /* how long the plan runs; kept when the first year is moved */
  gboolean is_filling;
  gboolean has_own_title; /* somebody has written one */
  gboolean is_typed;      /* the title, just now */

  /* Template widgets */
  GtkSpinButton *start_spin;
  GtkSpinButton *end_spin;
  GtkWidget *end_row;
  GtkLabel *period_problem;
  GtkWidget *title_row;
  GtkLabel *title_problem;
  GtkLabel *outlook_label;
};

G_DEFINE_FINAL_TYPE (PactPeriodStep, pact_period_step, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
forget_problems (PactPeriodStep *self)
{
  pact_step_complain (self->period_problem, self->end_row, NULL);
  pact_step_complain (self->title_problem, self->title_row, NULL);
}

static int
count_years (PactPeriodStep *self)
{
  return gtk_spin_button_get_value_as_int (self->end_spin) - gtk_spin_button_get_value_as_int (self->start_spin) + 1;
}

static void
changed_cb (PactPeriodStep *self)
{
  int n_years = count_years (self);
  g_autofree char *text = NULL;

  if (n_years > 0)
    {
      self->n_years = n_years;
      text = g_strdup_printf (ngettext ("The plan runs for %d year.", "The plan runs for %d years.", n_years), n_years);
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->end_row), text != NULL ? text : "");
  if (self->is_filling)
    return;

  forget_problems (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Who moves the first year means another period of the same length. */
static void
start_changed_cb (PactPeriodStep *self)
{
  if (!self->is_filling)
    gtk_spin_button_set_value (self->end_spin, gtk_spin_button_get_value (self->start_spin) + self->n_years - 1);
  changed_cb (self);
}

/* A year counts as soon as it stands there, not only when the field is left: the program may be closed before. */
static void
year_typed_cb (GtkSpinButton *spin,
               gpointer user_data)
{
  double first;
  double last;
  guint64 year;

  gtk_spin_button_get_range (spin, &first, &last);
  if (g_ascii_string_to_unsigned (gtk_editable_get_text (GTK_EDITABLE (spin)), 10, (guint64) first, (guint64) last, &year,
                                  NULL))
    gtk_spin_button_set_value (spin, (double) year);
}

static void
title_changed_cb (PactPeriodStep *self)
{
  if (self->is_filling)
    return;

  /* Whoever empties the field is proposed a title again when another answer changes. */
  self->has_own_title = !pact_text_is_blank (pact_period_step_get_title (self));
  forget_problems (self);
  self->is_typed = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
  self->is_typed = FALSE;
}

static void
pact_period_step_dispose (GObject *object)
{
  PactPeriodStep *self = PACT_PERIOD_STEP (object);

  self->is_filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), PACT_TYPE_PERIOD_STEP);

  G_OBJECT_CLASS (pact_period_step_parent_class)->dispose (object);
}

static void
pact_period_step_class_init (PactPeriodStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_period_step_dispose;

  /**
   * PactPeriodStep::changed:
   * @self: the step
   *
   * An answer was given or changed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-period-step.ui");
  gtk_widget_class_bind_template_child (widget_class, PactPeriodStep, start_spin);
  gtk_widget_class_bind_template_child (widget_class, PactPeriodStep, end_spin);
  gtk_widget_class_bind_template_child (widget_class, PactPeriodStep, end_row);
  gtk_widget_class_bind_template_child (widget_class, PactPeriodStep, period_problem);
  gtk_widget_class_bind_template_child (widget_class, PactPeriodStep, title_row);
  gtk_widget_class_bind_template_child (widget_class, PactPeriodStep, title_problem);
  gtk_widget_class_bind_template_child (widget_class, PactPeriodStep, outlook_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_typed_cb);
}

static void
pact_period_step_init (PactPeriodStep *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  pact_step_set_title (self->title_row, "title");
  pact_step_name_list (self->end_row, C_ ("list", "Period"));
  pact_step_name_list (self->title_row, C_ ("list", "Title"));
}

/**
 * pact_period_step_show:
 * @self: the step
 * @answers: the answers so far
 *
 * If they have no title, pact_period_step_propose() gives one.
 */
void
pact_period_step_show (PactPeriodStep *self,
                       const PactAnswers *answers)
{
  g_return_if_fail (PACT_IS_PERIOD_STEP (self));
  g_return_if_fail (answers != NULL);

  self->is_filling = TRUE;
  gtk_spin_button_set_value (self->start_spin, answers->period_start);
  gtk_spin_button_set_value (self->end_spin, answers->period_end);
  self->has_own_title = answers->title != NULL;
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), answers->title != NULL ? answers->title : "");
  forget_problems (self);
  changed_cb (self);
  self->is_filling = FALSE;
}

/**
 * pact_period_step_propose:
 * @self: the step
 * @answers: the answers so far
 * @template: (nullable): the chosen strategy, %NULL for the empty plan
 *
 * Proposes a title, as long as nobody has written one: what the plan is, whose, and for when, in its own
 * language. Says what comes next.
 */
void
pact_period_step_propose (PactPeriodStep *self,
                          const PactAnswers *answers,
                          PactTemplate *template)
{
  g_autofree char *outlook = NULL;

  g_return_if_fail (PACT_IS_PERIOD_STEP (self));
  g_return_if_fail (answers != NULL);

  /* What is typed over a title that was proposed comes to an empty field first. */
  if (!self->has_own_title && !self->is_typed)
    {
      g_autofree char *authority = pact_text_clean_line (answers->authority);
      g_autofree char *start = g_strdup_printf ("%d", answers->period_start);
      g_autofree char *end = g_strdup_printf ("%d", answers->period_end);
      g_autofree char *title = NULL;
      gboolean was_filling = self->is_filling;

      title = pact_new_plan_dup_title (&(PactNewPlan){
        .authority = authority, .language = answers->language, .period_start = start, .period_end = end });
      self->is_filling = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->title_row), title);
      self->is_filling = was_filling;
    }

  if (template != NULL)
    {
      guint n_measures = pact_template_count_measures (template);

      outlook = g_strdup_printf (ngettext ("The strategy proposes %u measure. Next, say for each where you stand.",
                                           "The strategy proposes %u measures. Next, say for each where you stand.",
                                           n_measures),
                                 n_measures);
    }
  gtk_label_set_label (self->outlook_label, outlook != NULL ? outlook : _("The plan begins empty."));
}

/**
 * pact_period_step_collect:
 * @self: the step
 * @answers: where to put what was answered
 */
void
pact_period_step_collect (PactPeriodStep *self,
                          PactAnswers *answers)
{
  g_return_if_fail (PACT_IS_PERIOD_STEP (self));
  g_return_if_fail (answers != NULL);

  answers->period_start = gtk_spin_button_get_value_as_int (self->start_spin);
  answers->period_end = gtk_spin_button_get_value_as_int (self->end_spin);
  pact_answers_set_text (&answers->title, self->has_own_title ? pact_period_step_get_title (self) : NULL);
}

/**
 * pact_period_step_get_title:
 * @self: the step
 *
 * Returns: (transfer none): the title as it stands there, proposed or written
 */
const char *
pact_period_step_get_title (PactPeriodStep *self)
{
  g_return_val_if_fail (PACT_IS_PERIOD_STEP (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->title_row));
}

/**
 * pact_period_step_check:
 * @self: the step
 *
 * Says what is wrong beside the first answer that cannot stand, and leads the keys there.
 *
 * Returns: whether all can stand
 */
gboolean
pact_period_step_check (PactPeriodStep *self)
{
  g_return_val_if_fail (PACT_IS_PERIOD_STEP (self), FALSE);

  /* What was typed counts, although the field still has the focus. */
  gtk_spin_button_update (self->start_spin);
  gtk_spin_button_update (self->end_spin);
  forget_problems (self);
  if (count_years (self) < 1)
    {
      pact_step_complain (self->period_problem, self->end_row, _("The plan would end before it begins."));
      gtk_widget_grab_focus (GTK_WIDGET (self->end_spin));
      return FALSE;
    }

  return pact_step_check_text (self->title_problem, self->title_row, "title", _("Write a title for the plan."));
}

/**
 * pact_period_step_focus:
 * @self: the step
 *
 * Leads the keys to the first year.
 */
void
pact_period_step_focus (PactPeriodStep *self)
{
  g_return_if_fail (PACT_IS_PERIOD_STEP (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->start_spin));
}
