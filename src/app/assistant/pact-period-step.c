/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-period-step"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-date-button.h"
#include "pact-period-step.h"
#include "pact-step.h"
#include "pact-text.h"
#include "pact-value.h"
#include "pact-words.h"
#include "pact-whole-paste.h"
#include "pact-workspace.h"

/**
 * PactPeriodStep:
 *
 * The third question for a new plan: from when to when, and under which title?
 */
struct _PactPeriodStep
{
  AdwBin parent_instance;

  PactDate start; /* as they were last understood */
  PactDate end;
  gboolean is_filling;
  gboolean has_own_title; /* somebody has written one */
  gboolean is_typed;      /* the title, just now */

  /* Template widgets */
  GtkWidget *start_row;
  GtkEditable *start_entry;
  GtkWidget *end_row;
  GtkEditable *end_entry;
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
  pact_step_complain (self->period_problem, self->start_row, NULL);
  pact_step_complain (self->period_problem, self->end_row, NULL);
  pact_step_complain (self->title_problem, self->title_row, NULL);
}

/* What stands in a field as a value, %NULL if that is no date. */
static char *
read_value (GtkEditable *entry,
            const char *field_name,
            GError **error)
{
  return pact_value_read (pact_step_get_field (field_name), gtk_editable_get_text (entry), NULL, NULL, error);
}

static gboolean
read_date (GtkEditable *entry,
           const char *field_name,
           PactDate *date)
{
  g_autofree char *value = read_value (entry, field_name, NULL);

  return value != NULL && pact_date_parse (value, date);
}

/* What cannot be read is shown as it was typed. */
static void
write_value (GtkEditable *entry,
             const char *field_name,
             const char *value)
{
  const PactField *field = pact_step_get_field (field_name);
  g_autofree char *text = pact_field_check (field, value, NULL) ? pact_value_write (field, value, NULL, NULL)
                                                                : g_strdup (value);

  gtk_editable_set_text (entry, text);
}

static void
write_date (GtkEditable *entry,
            const char *field_name,
            const PactDate *date)
{
  g_autofree char *value = pact_date_to_string (date);

  write_value (entry, field_name, value);
}

/* How many whole months the plan runs, 0 if it ends within one or before it begins. */
static int
count_months (PactPeriodStep *self)
{
  g_autoptr (GDate) first = pact_date_first_day (&self->start);
  g_autoptr (GDate) behind = pact_date_last_day (&self->end);
  int n_months;

  g_date_add_days (behind, 1);
  n_months = 12 * (g_date_get_year (behind) - g_date_get_year (first)) + g_date_get_month (behind)
             - (int) g_date_get_month (first);

  return g_date_get_day (behind) == g_date_get_day (first) ? MAX (n_months, 0) : 0;
}

static char *
describe_length (PactPeriodStep *self)
{
  int n_months = count_months (self);

  if (n_months == 0)
    return g_strdup ("");
  if (n_months % 12 != 0)
    return g_strdup_printf (ngettext ("The plan runs for %d month.", "The plan runs for %d months.", n_months), n_months);

  return g_strdup_printf (ngettext ("The plan runs for %d year.", "The plan runs for %d years.", n_months / 12),
                          n_months / 12);
}

static void
changed_cb (PactPeriodStep *self)
{
  gboolean has_start = read_date (self->start_entry, "period_start", &self->start);
  gboolean has_end = read_date (self->end_entry, "period_end", &self->end);
  g_autofree char *length = has_start && has_end ? describe_length (self) : g_strdup ("");

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->end_row), length);
  if (self->is_filling)
    return;

  forget_problems (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Who moves the start means another period of the same length. */
static void
start_changed_cb (PactPeriodStep *self)
{
  PactDate start;
  PactDate end;

  if (!self->is_filling && self->start.year != 0 && read_date (self->start_entry, "period_start", &start)
      && read_date (self->end_entry, "period_end", &end))
    {
      end.year += start.year - self->start.year;
      self->is_filling = TRUE;
      write_date (self->end_entry, "period_end", &end);
      self->is_filling = FALSE;
    }
  changed_cb (self);
}

static void
start_opening_cb (PactPeriodStep *self,
                  PactDateButton *button)
{
  PactDate start;

  pact_date_button_show_date (button, read_date (self->start_entry, "period_start", &start) ? &start : NULL, &self->start);
}

static void
end_opening_cb (PactPeriodStep *self,
                PactDateButton *button)
{
  PactDate end;

  pact_date_button_show_date (button, read_date (self->end_entry, "period_end", &end) ? &end : NULL, &self->start);
}

static void
start_chosen_cb (PactPeriodStep *self,
                 const char *value)
{
  write_value (self->start_entry, "period_start", value);
}

static void
end_chosen_cb (PactPeriodStep *self,
               const char *value)
{
  write_value (self->end_entry, "period_end", value);
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

static gboolean
refuse_title (gpointer user_data,
              const char *sentence)
{
  PactPeriodStep *self = PACT_PERIOD_STEP (user_data);

  pact_step_complain (self->title_problem, self->title_row, sentence);

  return TRUE;
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
  gtk_widget_class_bind_template_child (widget_class, PactPeriodStep, start_row);
  gtk_widget_class_bind_template_child (widget_class, PactPeriodStep, start_entry);
  gtk_widget_class_bind_template_child (widget_class, PactPeriodStep, end_row);
  gtk_widget_class_bind_template_child (widget_class, PactPeriodStep, end_entry);
  gtk_widget_class_bind_template_child (widget_class, PactPeriodStep, period_problem);
  gtk_widget_class_bind_template_child (widget_class, PactPeriodStep, title_row);
  gtk_widget_class_bind_template_child (widget_class, PactPeriodStep, title_problem);
  gtk_widget_class_bind_template_child (widget_class, PactPeriodStep, outlook_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
}

/* What was typed is written as the language writes it once the field is left, as in the forms of a plan. */
static void
rewrite (PactPeriodStep *self,
         GtkEditable *entry,
         const char *field_name)
{
  g_autofree char *value = read_value (entry, field_name, NULL);
  gboolean was_filling = self->is_filling;

  if (value == NULL)
    return;
  self->is_filling = TRUE;
  write_value (entry, field_name, value);
  self->is_filling = was_filling;
}

static void
start_left_cb (PactPeriodStep *self)
{
  rewrite (self, self->start_entry, "period_start");
}

static void
end_left_cb (PactPeriodStep *self)
{
  rewrite (self, self->end_entry, "period_end");
}

static void
tell_leaving (PactPeriodStep *self,
              GtkEditable *entry,
              GCallback left_cb)
{
  GtkEventController *controller = gtk_event_controller_focus_new ();

  g_signal_connect_object (controller, "leave", left_cb, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (entry), controller);
}

/* Names a field as the forms of a plan do, and puts a calendar beside it. */
static void
set_up_date (PactPeriodStep *self,
             GtkWidget *row,
             GtkEditable *entry,
             const char *field_name,
             GCallback opening_cb,
             GCallback chosen_cb)
{
  const PactField *field = pact_step_get_field (field_name);
  GtkWidget *button = pact_date_button_new (GTK_WIDGET (entry), pact_field_get_label (field));

  pact_step_set_title (row, field_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, pact_field_get_label (field), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_signal_connect_object (button, "opening", opening_cb, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "chosen", chosen_cb, self, G_CONNECT_SWAPPED);
}

static void
pact_period_step_init (PactPeriodStep *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_date (self, self->start_row, self->start_entry, "period_start", G_CALLBACK (start_opening_cb),
               G_CALLBACK (start_chosen_cb));
  set_up_date (self, self->end_row, self->end_entry, "period_end", G_CALLBACK (end_opening_cb), G_CALLBACK (end_chosen_cb));
  tell_leaving (self, self->start_entry, G_CALLBACK (start_left_cb));
  tell_leaving (self, self->end_entry, G_CALLBACK (end_left_cb));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->start_row),
                               pact_field_get_hint (pact_step_get_field ("period_start")));
  pact_editable_insert_whole (GTK_EDITABLE (self->title_row), refuse_title, self);
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
  write_value (self->start_entry, "period_start", pact_answers_get (answers, "period_start"));
  write_value (self->end_entry, "period_end", pact_answers_get (answers, "period_end"));
  self->has_own_title = *pact_answers_get (answers, "title") != '\0';
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), pact_answers_get (answers, "title"));
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
      g_autoptr (PactRecord) root = pact_record_copy (answers->root);
      g_autofree char *authority = pact_text_clean_line (pact_answers_get (answers, "authority_name"));
      g_autofree char *start = g_strdup_printf ("%d", self->start.year);
      g_autofree char *end = g_strdup_printf ("%d", self->end.year);
      g_autofree char *title = NULL;
      gboolean was_filling = self->is_filling;

      pact_record_set (root, "authority_name", authority);
      pact_record_set (root, "period_start", start);
      pact_record_set (root, "period_end", end);
      title = pact_plan_dup_proposed_title (root);
      self->is_filling = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->title_row), title);
      self->is_filling = was_filling;
    }

  if (template != NULL)
    {
      guint n_measures = pact_template_count (template, "measure");

      outlook = g_strdup_printf (ngettext ("The strategy proposes %u measure. Next, say for each where you stand.",
                                           "The strategy proposes %u measures. Next, say for each where you stand.",
                                           n_measures),
                                 n_measures);
    }
  gtk_label_set_label (self->outlook_label, outlook != NULL ? outlook : _("The plan begins empty."));
}

static void
collect_date (GtkEditable *entry,
              const char *field_name,
              PactAnswers *answers)
{
  g_autofree char *value = read_value (entry, field_name, NULL);

  pact_record_set (answers->root, field_name, value != NULL ? value : gtk_editable_get_text (entry));
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

  collect_date (self->start_entry, "period_start", answers);
  collect_date (self->end_entry, "period_end", answers);
  pact_record_set (answers->root, "title", self->has_own_title ? pact_period_step_get_title (self) : NULL);
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

static gboolean
check_date (PactPeriodStep *self,
            GtkWidget *row,
            GtkEditable *entry,
            const char *field_name,
            const char *if_empty)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = read_value (entry, field_name, &error);

  if (value != NULL)
    return TRUE;

  pact_step_complain (self->period_problem, row, error != NULL ? error->message : if_empty);
  gtk_widget_grab_focus (GTK_WIDGET (entry));

  return FALSE;
}

static gboolean
ends_before_it_begins (PactPeriodStep *self)
{
  g_autoptr (GDate) first = pact_date_first_day (&self->start);
  g_autoptr (GDate) last = pact_date_last_day (&self->end);

  return g_date_compare (last, first) < 0;
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

  forget_problems (self);
  if (!check_date (self, self->start_row, self->start_entry, "period_start", _("Write when the plan begins, such as a year."))
      || !check_date (self, self->end_row, self->end_entry, "period_end", _("Write when the plan ends, such as a year.")))
    return FALSE;
  if (ends_before_it_begins (self))
    {
      pact_step_complain (self->period_problem, self->end_row, _("The plan would end before it begins."));
      gtk_widget_grab_focus (GTK_WIDGET (self->end_entry));
      return FALSE;
    }

  return pact_step_check_text (self->title_problem, self->title_row, "title", _("Write a title for the plan."));
}

/**
 * pact_period_step_focus:
 * @self: the step
 *
 * Leads the keys to the start.
 */
void
pact_period_step_focus (PactPeriodStep *self)
{
  g_return_if_fail (PACT_IS_PERIOD_STEP (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->start_entry));
}
