/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-continue"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-behind.h"
#include "pact-continue.h"
#include "pact-field-row.h"
#include "pact-follow.h"
#include "pact-gaps.h"
#include "pact-make-row.h"
#include "pact-plan.h"
#include "pact-shell.h"
#include "pact-shortcut-offer.h"

/* How many elements a question is asked of at once. */
#define N_AT_ONCE 40

/**
 * PactContinue:
 *
 * What is still missing, question by question: who leads, when, how it will be known. Each question comes with a list of those that
 * have no answer yet. They stay in the list until one goes on, so that an answer can be looked at and changed.
 */
struct _PactContinue
{
  PactSection parent_instance;

  GPtrArray *gaps;        /* PactGap: what is open */
  const PactField *asked; /* (nullable): what is asked now */
  GPtrArray *rows;        /* PactFieldRow, borrowed: where it is answered */
  GArray *open_rows;      /* gboolean: which of them had no answer when last looked at */
  guint position;         /* where the question stood among the open ones */
  PactShortcutOffer *offer;
  guint focus_source;
  guint focus_index;

  /* Template widgets */
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkLabel *position_label;
  GtkLabel *question_label;
  GtkLabel *hint_label;
  GtkWidget *offer_button;
  GtkListBox *list;
  GtkLabel *more_label;
  GtkLabel *missing_label;
  GtkWidget *back_button;
  GtkWidget *next_button;
};

G_DEFINE_FINAL_TYPE (PactContinue, pact_continue, PACT_TYPE_SECTION)

static guint
find_gap (PactContinue *self,
          const PactField *field)
{
  for (guint i = 0; i < self->gaps->len; i++)
    {
      if (((PactGap *) g_ptr_array_index (self->gaps, i))->field == field)
        return i;
    }

  return self->gaps->len;
}

static void
clear_rows (PactContinue *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (self->list, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_array_set_size (self->open_rows, 0);
}

/* A question of an indicator is told by its own title, with the measure below it. */
static void
name_row (PactFieldRow *row,
          PactElement *element)
{
  PactElement *measure = pact_element_get_ancestor (element, "measure");
  PactElement *named = measure != NULL ? measure : element;
  g_autofree char *number = pact_element_dup_number (named);
  g_autofree char *numbered = NULL;

  if (pact_element_get_parent (element) == NULL)
    return;
  if (number != NULL)
    /* Translators: a number such as 2.1 and the title of a measure. */
    numbered = g_strdup_printf (C_ ("element", "%s %s"), number, pact_element_get_name (named));
  else
    numbered = g_strdup (pact_element_get_name (named));
  if (measure == NULL || measure == element)
    pact_field_row_set_heading (row, numbered, NULL);
  else
    pact_field_row_set_heading (row, pact_element_get_name (element), numbered);
}

static void
add_row (PactContinue *self,
         PactElement *element,
         const PactField *field)
{
  PactFieldRow *row = pact_make_row_for (element, field);
  gboolean is_open = TRUE;

  name_row (row, element);
  pact_field_row_set_element (row, pact_section_get_editor (PACT_SECTION (self)), element);
  gtk_list_box_append (self->list, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
  g_array_append_val (self->open_rows, is_open);
}

/* What can be answered for many at once is found anew with each answer. */
static void
update_offer (PactContinue *self)
{
  PactEditor *editor = pact_section_get_editor (PACT_SECTION (self));
  guint index = find_gap (self, self->asked);

  g_clear_pointer (&self->offer, pact_shortcut_offer_free);
  if (index < self->gaps->len)
    self->offer = pact_shortcut_offer_find (pact_editor_get_plan (editor), g_ptr_array_index (self->gaps, index));
  gtk_widget_set_visible (self->offer_button, self->offer != NULL);
  if (self->offer == NULL)
    return;
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->offer_button))), self->offer->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->offer_button), GTK_ACCESSIBLE_PROPERTY_LABEL, self->offer->label, -1);
}

static void
update_progress (PactContinue *self)
{
  guint index = find_gap (self, self->asked);
  guint n_missing = 0;
  g_autofree char *missing = NULL;
  g_autofree char *position = NULL;

  for (guint i = 0; i < self->gaps->len; i++)
    n_missing += ((PactGap *) g_ptr_array_index (self->gaps, i))->elements->len;
  missing = g_strdup_printf (ngettext ("%u answer is missing", "%u answers are missing", n_missing), n_missing);
  gtk_label_set_label (self->missing_label, missing);
  if (index < self->gaps->len)
    position = g_strdup_printf (_("Question %1$u of %2$u"), index + 1, self->gaps->len);
  gtk_label_set_label (self->position_label, position != NULL ? position : C_ ("question", "Answered"));
  gtk_widget_set_sensitive (self->back_button, index > 0 && self->gaps->len > 0);
}

static void
ask (PactContinue *self,
     guint index)
{
  PactGap *gap = g_ptr_array_index (self->gaps, index);
  const char *hint = pact_field_get_hint (gap->field);
  guint n = MIN (gap->elements->len, N_AT_ONCE);
  g_autofree char *more = NULL;

  clear_rows (self);
  self->asked = gap->field;
  gtk_label_set_label (self->question_label, pact_gap_get_question (gap));
  gtk_label_set_label (self->hint_label, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), hint != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, pact_gap_get_question (gap), -1);
  for (guint i = 0; i < n; i++)
    add_row (self, g_ptr_array_index (gap->elements, i), gap->field);
  if (n < gap->elements->len)
    more = g_strdup_printf (ngettext ("%u more after these", "%u more after these", gap->elements->len - n),
                            gap->elements->len - n);
  gtk_label_set_label (self->more_label, more != NULL ? more : "");
  gtk_widget_set_visible (GTK_WIDGET (self->more_label), more != NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  update_offer (self);
  update_progress (self);
}

static void
find_gaps (PactContinue *self)
{
  g_clear_pointer (&self->gaps, g_ptr_array_unref);
  self->gaps = pact_gaps_find (pact_editor_get_plan (pact_section_get_editor (PACT_SECTION (self))));
}

static gboolean
focus_cb (gpointer user_data)
{
  PactContinue *self = PACT_CONTINUE (user_data);

  self->focus_source = 0;
  if (self->focus_index < self->rows->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, self->focus_index));
  else
    gtk_widget_grab_focus (self->next_button);

  return G_SOURCE_REMOVE;
}

/* Not at once: a list that was open gives the keyboard back first, and a new row has no place yet. */
static void
focus_later (PactContinue *self,
             guint index)
{
  self->focus_index = index;
  if (self->focus_source == 0)
    self->focus_source = g_idle_add (focus_cb, self);
}

/* Whoever has asked for it goes on in the first row; what comes by itself takes the keyboard from nobody. */
static void
go_to (PactContinue *self,
       guint index,
       gboolean takes_focus)
{
  if (index < self->gaps->len)
    {
      ask (self, index);
      gtk_stack_set_visible_child_name (self->stack, "question");
      if (takes_focus)
        focus_later (self, 0);
      return;
    }
  clear_rows (self);
  self->asked = NULL;
  gtk_stack_set_visible_child_name (self->stack, "done");
}

/* To the next question that is open, and behind the last one again to those that were left out. */
static void
next_cb (PactContinue *self)
{
  const PactField *asked = self->asked;
  guint index;

  pact_shell_flush (pact_shell_get (GTK_WIDGET (self)));
  index = find_gap (self, asked);
  /* What has been answered to the end is no longer among the open ones; the next one stands where it stood. */
  if (index == self->gaps->len)
    index = self->position < self->gaps->len ? self->position : 0;
  else if (index + 1 < self->gaps->len)
    index++;
  else
    index = 0;
  go_to (self, index, TRUE);
}

static void
back_cb (PactContinue *self)
{
  guint index;

  pact_shell_flush (pact_shell_get (GTK_WIDGET (self)));
  index = find_gap (self, self->asked);
  if (index == self->gaps->len)
    index = MIN (self->position, self->gaps->len);
  if (index > 0)
    go_to (self, index - 1, TRUE);
}

static void
offer_cb (PactContinue *self)
{
  PactEditor *editor = pact_section_get_editor (PACT_SECTION (self));
  PactShell *shell = pact_shell_get (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  guint n;

  pact_shell_flush (shell);
  if (self->offer == NULL)
    return;
  n = self->offer->cells->len;
  if (!pact_editor_set_cells (editor, self->offer->cells, &error))
    {
      pact_shell_report (shell, _("The answers were not saved"), error);
      return;
    }
  sentence = g_strdup_printf (ngettext ("%u answer was given.", "%u answers were given.", n), n);
  pact_shell_say_with_undo (shell, sentence, "win.undo", NULL);
  if (find_gap (self, self->asked) == self->gaps->len)
    next_cb (self);
  else
    go_to (self, find_gap (self, self->asked), TRUE);
}

static void
submission_cb (PactContinue *self)
{
  pact_shell_show_section (pact_shell_get (GTK_WIDGET (self)), "submission");
}

/* The row that has the keyboard, or the list that it has opened. */
static guint
find_focused_row (PactContinue *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < self->rows->len; i++)
    {
      if (gtk_widget_is_ancestor (focus, g_ptr_array_index (self->rows, i)))
        return i;
    }

  return self->rows->len;
}

/* What was chosen is answered, and the next one is asked; what is typed is answered when the person goes on. */
static void
go_on_after_choice (PactContinue *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  guint focused = find_focused_row (self);

  for (guint i = 0; i < self->rows->len; i++)
    {
      PactFieldRow *row = g_ptr_array_index (self->rows, i);
      gboolean *was_open = &g_array_index (self->open_rows, gboolean, i);
      gboolean is_open = pact_gap_is_open (pact_field_row_get_element (row), self->asked);
      gboolean is_typed = GTK_IS_TEXT (focus) && gtk_widget_get_native (focus) == gtk_widget_get_native (GTK_WIDGET (self));

      if (*was_open && !is_open && i == focused && !is_typed)
        focus_later (self, i + 1);
      *was_open = is_open;
    }
}

static gboolean
rows_are_there (PactContinue *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (pact_element_get_plan (pact_field_row_get_element (g_ptr_array_index (self->rows, i))) == NULL)
        return FALSE;
    }

  return self->rows->len > 0;
}

static void
pact_continue_edited (PactSection *section)
{
  PactContinue *self = PACT_CONTINUE (section);

  if (self->gaps != NULL && find_gap (self, self->asked) < self->gaps->len)
    self->position = find_gap (self, self->asked);
  find_gaps (self);
  if (self->asked == NULL || !rows_are_there (self))
    {
      guint index = find_gap (self, self->asked);

      go_to (self, index < self->gaps->len ? index : 0, FALSE);
      return;
    }
  go_on_after_choice (self);
  update_offer (self);
  update_progress (self);
}

/* Only what is asked now. */
static gboolean
pact_continue_reveal (PactSection *section,
                      PactElement *element,
                      const PactField *field)
{
  PactContinue *self = PACT_CONTINUE (section);

  for (guint i = 0; field != NULL && field == self->asked && i < self->rows->len; i++)
    {
      if (pact_field_row_get_element (g_ptr_array_index (self->rows, i)) == element)
        {
          focus_later (self, i);
          return TRUE;
        }
    }

  return FALSE;
}

static void
pact_continue_editor_set (PactSection *section)
{
  PactContinue *self = PACT_CONTINUE (section);

  clear_rows (self);
  self->asked = NULL;
  g_clear_pointer (&self->gaps, g_ptr_array_unref);
  pact_widget_follow_editor (self->offer_button, pact_section_get_editor (section));
}

/* What stands there is not what a submission needs. */
static gboolean
is_wrong (PactContinue *self,
          PactFieldRow *row)
{
  PactElement *element = pact_field_row_get_element (row);

  return pact_field_row_is_unsaved (row)
         || (pact_element_get_value (element, self->asked) != NULL && pact_gap_is_open (element, self->asked));
}

/* Enter, where something is typed, goes on to the next. */
static gboolean
enter_cb (GtkWidget *widget,
          GVariant *arguments,
          gpointer user_data)
{
  PactContinue *self = PACT_CONTINUE (user_data);
  GtkRoot *root = gtk_widget_get_root (widget);
  guint focused = find_focused_row (self);

  if (focused == self->rows->len || !GTK_IS_TEXT (gtk_root_get_focus (root)))
    return GDK_EVENT_PROPAGATE;
  pact_shell_flush (pact_shell_get (GTK_WIDGET (self)));
  pact_field_row_show_saved (g_ptr_array_index (self->rows, focused));
  if (is_wrong (self, g_ptr_array_index (self->rows, focused)))
    return GDK_EVENT_STOP;
  if (focused + 1 < self->rows->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, focused + 1));
  else
    next_cb (self);

  return GDK_EVENT_STOP;
}

static void
listen_for_enter (PactContinue *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter };

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], 0),
                                                            gtk_callback_action_new (enter_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->list), controller);
}

static gboolean
pact_continue_grab_focus (GtkWidget *widget)
{
  PactContinue *self = PACT_CONTINUE (widget);

  focus_later (self, 0);

  return TRUE;
}

static void
next_activated (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  PactContinue *self = PACT_CONTINUE (widget);

  if (self->asked != NULL)
    next_cb (self);
}

static void
pact_continue_dispose (GObject *object)
{
  PactContinue *self = PACT_CONTINUE (object);

  g_clear_handle_id (&self->focus_source, g_source_remove);
  g_clear_pointer (&self->offer, pact_shortcut_offer_free);

  G_OBJECT_CLASS (pact_continue_parent_class)->dispose (object);
}

static void
pact_continue_finalize (GObject *object)
{
  PactContinue *self = PACT_CONTINUE (object);

  g_clear_pointer (&self->gaps, g_ptr_array_unref);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->open_rows);

  G_OBJECT_CLASS (pact_continue_parent_class)->finalize (object);
}

static void
pact_continue_class_init (PactContinueClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_continue_dispose;
  G_OBJECT_CLASS (klass)->finalize = pact_continue_finalize;
  widget_class->grab_focus = pact_continue_grab_focus;
  PACT_SECTION_CLASS (klass)->editor_set = pact_continue_editor_set;
  PACT_SECTION_CLASS (klass)->edited = pact_continue_edited;
  PACT_SECTION_CLASS (klass)->reveal = pact_continue_reveal;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-continue.ui");
  gtk_widget_class_bind_template_child (widget_class, PactContinue, stack);
  gtk_widget_class_bind_template_child (widget_class, PactContinue, scrolled);
  gtk_widget_class_bind_template_child (widget_class, PactContinue, position_label);
  gtk_widget_class_bind_template_child (widget_class, PactContinue, question_label);
  gtk_widget_class_bind_template_child (widget_class, PactContinue, hint_label);
  gtk_widget_class_bind_template_child (widget_class, PactContinue, offer_button);
  gtk_widget_class_bind_template_child (widget_class, PactContinue, list);
  gtk_widget_class_bind_template_child (widget_class, PactContinue, more_label);
  gtk_widget_class_bind_template_child (widget_class, PactContinue, missing_label);
  gtk_widget_class_bind_template_child (widget_class, PactContinue, back_button);
  gtk_widget_class_bind_template_child (widget_class, PactContinue, next_button);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, offer_cb);
  gtk_widget_class_bind_template_callback (widget_class, submission_cb);

  /**
   * PactContinue|continue.next:
   *
   * Goes on to the next question.
   */
  gtk_widget_class_install_action (widget_class, "continue.next", NULL, next_activated);
}

static void
pact_continue_init (PactContinue *self)
{
  self->rows = g_ptr_array_new ();
  self->open_rows = g_array_new (FALSE, TRUE, sizeof (gboolean));
  gtk_widget_init_template (GTK_WIDGET (self));
  pact_stack_hide_behind (self->stack);
  listen_for_enter (self);
}
