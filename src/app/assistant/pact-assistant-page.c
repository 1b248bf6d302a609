/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-assistant-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-answers.h"
#include "pact-assistant-page.h"
#include "pact-authority-step.h"
#include "pact-behind.h"
#include "pact-pending.h"
#include "pact-period-step.h"
#include "pact-shell.h"
#include "pact-step.h"
#include "pact-strategy-step.h"
#include "pact-words.h"

/* The note in the library that keeps a plan that was begun but not made. */
#define NOTE "assistant"

/* How long to wait for more before the answers are written. */
#define PAUSE_MS 400

/**
 * PactAssistantPage:
 *
 * Begins a plan with three questions: which strategy, who, from when to when. What was answered is
 * kept in the library until the plan is made, so that nothing is lost when the program is closed.
 */
struct _PactAssistantPage
{
  AdwBin parent_instance;

  /* Owned */
  PactAnswers *answers; /* NULL before the first start and after a plan was made */
  guint note_source;
  gboolean is_entered; /* the page has just been shown, and not been given the focus yet */

  /* Template widgets */
  AdwWindowTitle *window_title;
  GtkWidget *cancel_button;
  GtkWidget *back_button;
  GtkWidget *next_button;
  GtkWidget *use_button;
  GtkWidget *create_button;
  GtkRevealer *resumed_revealer;
  GtkStack *stack;
  PactStrategyStep *strategy_step;
  PactAuthorityStep *authority_step;
  PactPeriodStep *period_step;
};

G_DEFINE_FINAL_TYPE (PactAssistantPage, pact_assistant_page, ADW_TYPE_BIN)

enum
{
  STEP_STRATEGY,
  STEP_AUTHORITY,
  STEP_PERIOD,
};

static const char *const step_names[PACT_N_ASSISTANT_STEPS] = { "strategy", "authority", "period" };

static PactWorkspace *
get_workspace (PactAssistantPage *self)
{
  return pact_shell_get_workspace (pact_shell_get (GTK_WIDGET (self)));
}

/* Reads the answers from the screen. */
static void
collect (PactAssistantPage *self)
{
  pact_strategy_step_collect (self->strategy_step, self->answers);
  pact_authority_step_collect (self->authority_step, self->answers);
  pact_period_step_collect (self->period_step, self->answers);
}

static void
write_note (GtkWidget *widget)
{
  PactAssistantPage *self = PACT_ASSISTANT_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *note = NULL;

  g_clear_handle_id (&self->note_source, g_source_remove);
  note = pact_answers_to_note (self->answers);
  if (pact_workspace_set_note (get_workspace (self), NOTE, note, &error))
    {
      pact_pending_remove (pact_pending_get_default (), widget);
    }
  else
    {
      g_info ("The answers were not kept: %s", error->message);
      pact_pending_refuse (pact_pending_get_default (), widget, NULL, write_note);
    }
}

static gboolean
note_cb (gpointer user_data)
{
  PactAssistantPage *self = user_data;

  self->note_source = 0;
  write_note (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

static void
forget_note (PactAssistantPage *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->note_source, g_source_remove);
  pact_pending_remove (pact_pending_get_default (), GTK_WIDGET (self));
  if (!pact_workspace_set_note (get_workspace (self), NOTE, NULL, &error))
    g_info ("The answers were not forgotten: %s", error->message);
}

static void
answer_changed_cb (PactAssistantPage *self)
{
  if (self->answers == NULL)
    return;

  collect (self);
  pact_period_step_propose (self->period_step, self->answers, pact_strategy_step_get_template (self->strategy_step));
  pact_pending_add (pact_pending_get_default (), GTK_WIDGET (self), write_note);
  if (self->note_source == 0)
    self->note_source = g_timeout_add (PAUSE_MS, note_cb, self);
}

static void
strategy_changed_cb (PactAssistantPage *self)
{
  pact_authority_step_set_template (self->authority_step, pact_strategy_step_get_template (self->strategy_step));
  answer_changed_cb (self);
}

static void
strategy_activated_cb (PactAssistantPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "assistant.next", NULL);
}

/* Leads the keys to where the question is answered. */
static void
focus_step (PactAssistantPage *self)
{
  if (self->answers->step == STEP_STRATEGY)
    pact_strategy_step_focus (self->strategy_step);
  else if (self->answers->step == STEP_AUTHORITY)
    pact_authority_step_focus (self->authority_step);
  else
    pact_period_step_focus (self->period_step);
}

/* What can be done next. A strategy that is read can be used; of two that are compared each has a button of its own. */
static void
show_buttons (PactAssistantPage *self)
{
  int step = self->answers->step;
  gboolean is_at_list = pact_strategy_step_is_at_list (self->strategy_step);
  gboolean is_reading = pact_strategy_step_get_read (self->strategy_step) != NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_widget_set_visible (self->cancel_button, step == STEP_STRATEGY && is_at_list);
  gtk_widget_set_visible (self->back_button, step > STEP_STRATEGY || !is_at_list);
  gtk_widget_set_visible (self->next_button, step == STEP_STRATEGY ? is_at_list : step != STEP_PERIOD);
  gtk_widget_set_visible (self->use_button, step == STEP_STRATEGY && is_reading);
  gtk_widget_set_visible (self->create_button, step == STEP_PERIOD);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && GTK_IS_WINDOW (root))
    {
      GtkWidget *buttons[] = { self->next_button, self->use_button, self->create_button };
      GtkWidget *shown = NULL;

      for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
        shown = gtk_widget_get_visible (buttons[i]) ? buttons[i] : shown;
      gtk_window_set_default_widget (GTK_WINDOW (root), shown);
    }
}

static void
strategy_moved_cb (PactAssistantPage *self)
{
  if (self->answers != NULL)
    show_buttons (self);
}

static void
show_step (PactAssistantPage *self,
           int step)
{
  /* Translators: which question of how many is on the screen. */
  g_autofree char *subtitle = g_strdup_printf (C_ ("assistant", "Step %d of %d"), step + 1, PACT_N_ASSISTANT_STEPS);

  self->answers->step = step;
  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_stack_set_visible_child_name (self->stack, step_names[step]);
  show_buttons (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    focus_step (self);
}

/* What was typed, as it is kept. */
static void
read_text (PactRecord *root,
           const char *field_name,
           const char *text)
{
  g_autofree char *value = pact_value_read (pact_step_get_field (field_name), text, NULL, NULL, NULL);

  pact_record_set (root, field_name, value);
}

static void
create_plan (PactAssistantPage *self)
{
  PactShell *shell = pact_shell_get (GTK_WIDGET (self));
  gboolean is_empty = *self->answers->template_id == '\0';
  g_autoptr (PactRecord) root = pact_record_copy (self->answers->root);
  g_autoptr (GError) error = NULL;
  g_autofree char *plan = NULL;

  pact_record_set (root, "template_id", self->answers->template_id);
  read_text (root, "authority_name", pact_answers_get (self->answers, "authority_name"));
  read_text (root, "title", pact_period_step_get_title (self->period_step));
  plan = pact_workspace_create_plan (pact_shell_get_workspace (shell), root, &error);
  if (plan == NULL)
    {
      pact_shell_report (shell, _("The plan was not created"), error);
      return;
    }

  forget_note (self);
  g_clear_pointer (&self->answers, pact_answers_free);
  if (is_empty)
    pact_shell_open_plan (shell, plan, NULL);
  else if (pact_shell_open_plan (shell, plan, NULL))
    pact_shell_show_section (shell, "assess");
}

static void
next_activated (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  PactAssistantPage *self = PACT_ASSISTANT_PAGE (widget);
  int step;

  if (self->answers == NULL)
    return;

  step = self->answers->step;
  if (step == STEP_STRATEGY && !pact_strategy_step_is_at_list (self->strategy_step))
    {
      /* This comes back once the strategy is chosen. */
      if (pact_strategy_step_get_read (self->strategy_step) != NULL)
        pact_strategy_step_use_read (self->strategy_step);
      return;
    }
  if (step > STEP_STRATEGY && !pact_authority_step_check (self->authority_step))
    {
      /* The answers come from a note; what they refer to may be gone. */
      if (step != STEP_AUTHORITY)
        show_step (self, STEP_AUTHORITY);
      return;
    }
  if (step == STEP_PERIOD && !pact_period_step_check (self->period_step))
    return;

  collect (self);
  gtk_revealer_set_reveal_child (self->resumed_revealer, FALSE);
  if (step == STEP_PERIOD)
    create_plan (self);
  else
    show_step (self, step + 1);
}

static gboolean
go_back_from_reading (PactAssistantPage *self)
{
  return self->answers != NULL && self->answers->step == STEP_STRATEGY && pact_strategy_step_go_back (self->strategy_step);
}

static void
back_activated (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  PactAssistantPage *self = PACT_ASSISTANT_PAGE (widget);

  if (go_back_from_reading (self))
    return;
  if (self->answers != NULL && self->answers->step > STEP_STRATEGY)
    show_step (self, self->answers->step - 1);
  else
    pact_shell_show_library (pact_shell_get (widget));
}

static void
leave_activated (GtkWidget *widget,
                 const char *action_name,
                 GVariant *parameter)
{
  if (!go_back_from_reading (PACT_ASSISTANT_PAGE (widget)))
    pact_shell_show_library (pact_shell_get (widget));
}

static void
start_over_activated (GtkWidget *widget,
                      const char *action_name,
                      GVariant *parameter)
{
  PactAssistantPage *self = PACT_ASSISTANT_PAGE (widget);

  forget_note (self);
  pact_assistant_page_start (self);
}

static void
pact_assistant_page_map (GtkWidget *widget)
{
  PactAssistantPage *self = PACT_ASSISTANT_PAGE (widget);

  GTK_WIDGET_CLASS (pact_assistant_page_parent_class)->map (widget);

  self->is_entered = self->answers != NULL;
  if (self->answers != NULL)
    show_step (self, self->answers->step);
}

/* The window's stack gives the focus to the first widget that takes it. In a list that is a choice. */
static gboolean
pact_assistant_page_focus (GtkWidget *widget,
                           GtkDirectionType direction)
{
  PactAssistantPage *self = PACT_ASSISTANT_PAGE (widget);

  if (!self->is_entered)
    return GTK_WIDGET_CLASS (pact_assistant_page_parent_class)->focus (widget, direction);

  self->is_entered = FALSE;
  focus_step (self);

  return TRUE;
}

static void
pact_assistant_page_unmap (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_default_widget (GTK_WINDOW (root), NULL);

  GTK_WIDGET_CLASS (pact_assistant_page_parent_class)->unmap (widget);
}

static void
pact_assistant_page_dispose (GObject *object)
{
  PactAssistantPage *self = PACT_ASSISTANT_PAGE (object);

  g_clear_handle_id (&self->note_source, g_source_remove);
  pact_pending_remove (pact_pending_get_default (), GTK_WIDGET (self));
  g_clear_pointer (&self->answers, pact_answers_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), PACT_TYPE_ASSISTANT_PAGE);

  G_OBJECT_CLASS (pact_assistant_page_parent_class)->dispose (object);
}

static void
pact_assistant_page_class_init (PactAssistantPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pact_assistant_page_dispose;
  widget_class->focus = pact_assistant_page_focus;
  widget_class->map = pact_assistant_page_map;
  widget_class->unmap = pact_assistant_page_unmap;

  g_type_ensure (PACT_TYPE_STRATEGY_STEP);
  g_type_ensure (PACT_TYPE_AUTHORITY_STEP);
  g_type_ensure (PACT_TYPE_PERIOD_STEP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-assistant-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PactAssistantPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, PactAssistantPage, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, PactAssistantPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, PactAssistantPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, PactAssistantPage, use_button);
  gtk_widget_class_bind_template_child (widget_class, PactAssistantPage, create_button);
  gtk_widget_class_bind_template_child (widget_class, PactAssistantPage, resumed_revealer);
  gtk_widget_class_bind_template_child (widget_class, PactAssistantPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PactAssistantPage, strategy_step);
  gtk_widget_class_bind_template_child (widget_class, PactAssistantPage, authority_step);
  gtk_widget_class_bind_template_child (widget_class, PactAssistantPage, period_step);
  gtk_widget_class_bind_template_callback (widget_class, answer_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, strategy_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, strategy_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, strategy_moved_cb);

  gtk_widget_class_install_action (widget_class, "assistant.next", NULL, next_activated);
  gtk_widget_class_install_action (widget_class, "assistant.back", NULL, back_activated);
  gtk_widget_class_install_action (widget_class, "assistant.leave", NULL, leave_activated);
  gtk_widget_class_install_action (widget_class, "assistant.start-over", NULL, start_over_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "assistant.leave", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "assistant.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "assistant.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "assistant.next", NULL);
}

static void
pact_assistant_page_init (PactAssistantPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pact_stack_hide_behind (self->stack);
}

/**
 * pact_assistant_page_start:
 * @self: the page
 *
 * Begins a new plan, or goes on with one that was left half-way. Templates are looked for anew.
 */
void
pact_assistant_page_start (PactAssistantPage *self)
{
  PactWorkspace *workspace;
  g_autoptr (PactAnswers) answers = NULL;
  g_autofree char *note = NULL;
  PactTemplate *template;

  g_return_if_fail (PACT_IS_ASSISTANT_PAGE (self));

  workspace = get_workspace (self);
  note = pact_workspace_get_note (workspace, NOTE);
  answers = note != NULL ? pact_answers_new_from_note (note) : NULL;
  gtk_revealer_set_reveal_child (self->resumed_revealer, answers != NULL);
  if (answers == NULL)
    answers = pact_answers_new_guessed ();
  g_clear_pointer (&self->answers, pact_answers_free);

  pact_template_library_reload (pact_workspace_get_templates (workspace));
  pact_strategy_step_show (self->strategy_step, answers, pact_workspace_get_templates (workspace));
  template = pact_strategy_step_get_template (self->strategy_step);
  pact_authority_step_set_template (self->authority_step, template);
  pact_authority_step_show (self->authority_step, answers);
  pact_period_step_show (self->period_step, answers);

  self->answers = g_steal_pointer (&answers);
  collect (self);
  pact_period_step_propose (self->period_step, self->answers, template);
  show_step (self, self->answers->step);
}
