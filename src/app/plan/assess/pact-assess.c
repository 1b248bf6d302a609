/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-assess"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-assess-list.h"
#include "pact-assess.h"
#include "pact-behind.h"
#include "pact-follow.h"
#include "pact-form.h"
#include "pact-guidance.h"
#include "pact-inclusion-bar.h"
#include "pact-inclusion-counts.h"
#include "pact-plan.h"
#include "pact-readiness.h"
#include "pact-refusal.h"
#include "pact-shell.h"
#include "pact-situations.h"
#include "pact-text.h"
#include "pact-vocabularies.h"

/**
 * PactAssess:
 *
 * Where do we stand? Goes through the measures one by one and asks of each what there is today.
 * Each answer is written at once, so it can be left and gone on with at any time.
 */
struct _PactAssess
{
  PactSection parent_instance;

  GPtrArray *measures; /* PactElement, in the order of the plan */
  PactElement *current;
  GtkCheckButton *answers[8];
  gboolean is_showing;

  /* Template widgets */
  GtkStack *stack;
  GtkLabel *progress_label;
  GtkLevelBar *progress_bar;
  GtkScrolledWindow *scrolled;
  GtkLabel *path_label;
  GtkLabel *position_label;
  GtkLabel *title_label;
  GtkLabel *description_label;
  PactGuidance *guidance;
  GtkListBox *answers_list;
  PactInclusionBar *inclusion_bar;
  PactForm *note_form;
  PactForm *reason_form; /* shown when what was decided has one */
  GtkPopover *list_popover;
  PactAssessList *list;
  GtkWidget *back_button;
  GtkWidget *next_button;
  AdwStatusPage *done_page;
  AdwBin *done_bar;
  GtkLabel *done_label;
  GtkButton *again_button;
  GtkWidget *continue_button;
};

G_DEFINE_FINAL_TYPE (PactAssess, pact_assess, PACT_TYPE_SECTION)

static void
collect (PactElement *element,
         gpointer data)
{
  if (pact_element_is_kind (element, "measure"))
    g_ptr_array_add (data, g_object_ref (element));
}

static guint
get_index (PactAssess *self)
{
  guint index = 0;

  return self->current != NULL && g_ptr_array_find (self->measures, self->current, &index) ? index : self->measures->len;
}

static void
update_progress (PactAssess *self)
{
  g_autofree char *text = NULL;
  PactTally tally;

  pact_readiness_of_assessment (pact_editor_get_plan (pact_section_get_editor (PACT_SECTION (self))), &tally);
  /* Translators: the first number is that of the measures of which has been said where one stands. */
  text = g_strdup_printf (ngettext ("%u of %u measure answered", "%u of %u measures answered", tally.measures), tally.ready,
                          tally.measures);
  gtk_label_set_label (self->progress_label, text);
  gtk_level_bar_set_max_value (self->progress_bar, MAX (tally.measures, 1));
  gtk_level_bar_set_value (self->progress_bar, tally.ready);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress_bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* The field for why the answer in another field was given, if that needs a reason. */
static const PactField *
find_reason (PactAssess *self,
             const char *field_name)
{
  return pact_element_get_reason_field (self->current, pact_kind_find_field (pact_element_get_kind (self->current), field_name));
}

static void
show_answer (PactAssess *self)
{
  const char *code = pact_element_get (self->current, "situation");

  self->is_showing = TRUE;
  for (gsize i = 0; i < pact_vocabulary_situation.n_terms; i++)
    gtk_check_button_set_active (self->answers[i], g_strcmp0 (pact_vocabulary_situation.terms[i].code, code) == 0);
  self->is_showing = FALSE;
  pact_inclusion_bar_show (self->inclusion_bar, pact_inclusion_find (self->current));
  gtk_widget_set_visible (GTK_WIDGET (self->reason_form), find_reason (self, "inclusion") != NULL);
}

static void
show_texts (PactAssess *self)
{
  PactElement *pillar = pact_element_get_ancestor (self->current, "pillar");
  const char *description = pact_element_get (self->current, "description");
  const char *pillar_title = pillar != NULL ? pact_element_get_title (pillar) : NULL;
  g_autofree char *number = pact_element_dup_number (self->current);
  g_autofree char *numbered = NULL;
  g_autofree char *position = NULL;

  /* Translators: a number such as 2.1 and the title of a measure. */
  numbered = g_strdup_printf (C_ ("element", "%s %s"), number, pact_element_get_name (self->current));
  position = g_strdup_printf (_("Measure %1$u of %2$u"), get_index (self) + 1, self->measures->len);
  gtk_label_set_label (self->title_label, numbered);
  gtk_label_set_label (self->path_label, pillar_title != NULL ? pillar_title : "");
  gtk_label_set_label (self->position_label, position);
  gtk_label_set_wrap_mode (self->description_label, description != NULL && pact_text_has_long_word (description)
                                                      ? PANGO_WRAP_CHAR : PANGO_WRAP_WORD_CHAR);
  gtk_label_set_label (self->description_label, description != NULL ? description : "");
  gtk_widget_set_visible (GTK_WIDGET (self->description_label), description != NULL);
  gtk_widget_set_sensitive (self->back_button, get_index (self) > 0);
  /* Who does not see the title hears what is asked about. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->answers_list), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, numbered, -1);
}

static void
show_current (PactAssess *self)
{
  PactEditor *editor = pact_section_get_editor (PACT_SECTION (self));

  show_texts (self);
  pact_guidance_set_element (self->guidance, editor, self->current);
  pact_form_set_element (self->note_form, editor, self->current);
  pact_form_set_element (self->reason_form, editor, self->current);
  show_answer (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  gtk_stack_set_visible_child_name (self->stack, "question");
}

static void
show_done (PactAssess *self)
{
  PactEditor *editor = pact_section_get_editor (PACT_SECTION (self));
  PactElement *root = pact_plan_get_root (pact_editor_get_plan (editor));
  guint counts[PACT_N_SITUATIONS];
  PactInclusionCounts decided;
  PactTally tally;
  guint open;
  g_autofree char *shares = NULL;
  g_autofree char *text = NULL;

  pact_form_set_element (self->note_form, NULL, NULL);
  pact_form_set_element (self->reason_form, NULL, NULL);
  g_clear_object (&self->current);
  pact_situation_counts_take (root, counts);
  pact_inclusion_counts_take (root, &decided);
  pact_readiness_of_assessment (pact_editor_get_plan (editor), &tally);
  open = tally.measures - tally.ready;
  if (open > 0)
    text = g_strdup_printf (ngettext ("%u measure has no answer yet. You can come back to it at any time.",
                                      "%u measures have no answer yet. You can come back to them at any time.", open),
                            open);
  else
    text = g_strdup (_("You have said of every measure where you stand. What is missing or planned now needs a lead body and dates."));
  shares = pact_inclusion_counts_describe (&decided);
  adw_status_page_set_description (self->done_page, text);
  adw_bin_set_child (self->done_bar, pact_situations_bar_new (counts));
  gtk_label_set_label (self->done_label, shares);
  gtk_button_set_label (self->again_button, open > 0 ? C_ ("button", "Answer the Open Measures")
                                                     : C_ ("button", "Go through the Measures Again"));
  gtk_stack_set_visible_child_name (self->stack, "done");
}

static void
go_to (PactAssess *self,
       guint index)
{
  pact_shell_flush (pact_shell_get (GTK_WIDGET (self)));
  if (index >= self->measures->len)
    {
      show_done (self);
      return;
    }
  g_set_object (&self->current, g_ptr_array_index (self->measures, index));
  show_current (self);
}

/* To the next measure or the one before, as somebody asked for: the keyboard goes along. */
static void
step (PactAssess *self,
      int direction)
{
  guint index = get_index (self);

  if (direction < 0 && index == 0)
    return;
  go_to (self, index + direction);
  if (self->current == NULL)
    gtk_widget_grab_focus (self->continue_button);
}

static guint
find_unanswered (PactAssess *self)
{
  for (guint i = 0; i < self->measures->len; i++)
    {
      PactElement *measure = g_ptr_array_index (self->measures, i);

      if (pact_element_get (measure, "situation") == NULL && !pact_element_is_left_out (measure))
        return i;
    }

  return self->measures->len;
}

static gboolean
choose (PactAssess *self,
        const char *field_name,
        const PactTerm *answer)
{
  PactEditor *editor = pact_section_get_editor (PACT_SECTION (self));
  g_autoptr (GError) error = NULL;

  if (!pact_editor_set_by_name (editor, self->current, field_name, answer->code, &error))
    {
      pact_shell_report (pact_shell_get (GTK_WIDGET (self)), _("The answer was not saved"), error);
      show_answer (self);
      return FALSE;
    }

  return TRUE;
}

/* What comes after an answer: its reason, if it needs one. */
static gboolean
ask_reason (PactAssess *self)
{
  const PactField *reason = find_reason (self, "situation");

  return reason != NULL && pact_form_reveal (self->note_form, reason);
}

static void
toggled_cb (GtkCheckButton *button,
            gpointer user_data)
{
  PactAssess *self = PACT_ASSESS (user_data);

  if (self->is_showing || self->current == NULL || !gtk_check_button_get_active (button))
    return;
  for (guint i = 0; i < pact_vocabulary_situation.n_terms; i++)
    {
      if (self->answers[i] == button && choose (self, "situation", &pact_vocabulary_situation.terms[i]))
        ask_reason (self);
    }
}

static void
decided_cb (PactAssess *self,
            guint answer)
{
  if (self->current != NULL)
    choose (self, "inclusion", &pact_vocabulary_inclusion.terms[answer]);
}

static void
back_cb (PactAssess *self)
{
  step (self, -1);
}

static void
next_cb (PactAssess *self)
{
  step (self, 1);
}

static void
again_cb (PactAssess *self)
{
  guint index = find_unanswered (self);

  go_to (self, index < self->measures->len ? index : 0);
  gtk_widget_grab_focus (self->next_button);
}

static void
continue_cb (PactAssess *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "plan.continue", NULL);
}

static void
list_shown_cb (PactAssess *self)
{
  pact_assess_list_show (self->list, self->measures, get_index (self));
}

static void
list_chosen_cb (PactAssess *self,
                guint index)
{
  gtk_popover_popdown (self->list_popover);
  go_to (self, index);
}

/* The number of an answer, and Enter to go on. The numbers of what is decided follow those of the situation. */
static gboolean
choose_key_cb (GtkWidget *widget,
               GVariant *arguments,
               gpointer user_data)
{
  PactAssess *self = PACT_ASSESS (widget);
  gsize answer = (gsize) g_variant_get_int32 (arguments);
  gsize n_situations = pact_vocabulary_situation.n_terms;
  gboolean goes_on;

  if (self->current == NULL || !gtk_widget_get_mapped (widget)
      || pact_refuse_change (widget, pact_section_get_editor (PACT_SECTION (self))))
    return GDK_EVENT_PROPAGATE;
  if (answer < n_situations)
    goes_on = choose (self, "situation", &pact_vocabulary_situation.terms[answer]) && !ask_reason (self);
  else
    goes_on = choose (self, "inclusion", &pact_vocabulary_inclusion.terms[answer - n_situations]);
  if (goes_on)
    gtk_widget_grab_focus (self->next_button);

  return GDK_EVENT_STOP;
}

static gboolean
step_key_cb (GtkWidget *widget,
             GVariant *arguments,
             gpointer user_data)
{
  PactAssess *self = PACT_ASSESS (widget);

  if (self->current == NULL)
    return GDK_EVENT_PROPAGATE;
  step (self, g_variant_get_int32 (arguments));

  return GDK_EVENT_STOP;
}

/* Enter chooses an answer; on the one that is chosen already it goes on. */
static gboolean
enter_answer_cb (GtkWidget *widget,
                 GVariant *arguments,
                 gpointer user_data)
{
  PactAssess *self = PACT_ASSESS (user_data);
  GtkWidget *row = gtk_widget_get_focus_child (widget);

  if (self->current == NULL || row == NULL
      || !gtk_check_button_get_active (self->answers[gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row))]))
    return GDK_EVENT_PROPAGATE;
  step (self, 1);

  return GDK_EVENT_STOP;
}

static void
pact_assess_edited (PactSection *section)
{
  PactAssess *self = PACT_ASSESS (section);
  PactPlan *plan = pact_editor_get_plan (pact_section_get_editor (section));

  g_ptr_array_set_size (self->measures, 0);
  pact_element_walk (pact_plan_get_root (plan), collect, self->measures);
  update_progress (self);

  if (self->measures->len == 0)
    {
      g_clear_object (&self->current);
      gtk_stack_set_visible_child_name (self->stack, "empty");
    }
  else if (self->current != NULL && get_index (self) < self->measures->len)
    {
      show_texts (self);
      show_answer (self);
    }
  else if (gtk_stack_get_visible_child_name (self->stack) == NULL
           || g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "done") != 0)
    go_to (self, find_unanswered (self));
  else
    show_done (self);
}

/* Only what is asked here is shown here. */
static gboolean
pact_assess_reveal (PactSection *section,
                    PactElement *element,
                    const PactField *field)
{
  PactAssess *self = PACT_ASSESS (section);
  guint index;

  if (field == NULL || !g_ptr_array_find (self->measures, element, &index))
    return FALSE;
  if (g_str_equal (field->name, "situation") || g_str_equal (field->name, "inclusion"))
    {
      go_to (self, index);
      gtk_widget_grab_focus (self->next_button);
      return TRUE;
    }
  if (!g_str_equal (field->name, "situation_note") && !g_str_equal (field->name, "inclusion_note"))
    return FALSE;
  go_to (self, index);

  return pact_form_reveal (g_str_equal (field->name, "situation_note") ? self->note_form : self->reason_form, field);
}

static void
pact_assess_editor_set (PactSection *section)
{
  PactAssess *self = PACT_ASSESS (section);

  g_clear_object (&self->current);
  g_ptr_array_set_size (self->measures, 0);
  for (gsize i = 0; i < pact_vocabulary_situation.n_terms; i++)
    pact_widget_follow_editor (GTK_WIDGET (self->answers[i]), pact_section_get_editor (section));
  pact_inclusion_bar_set_editor (self->inclusion_bar, pact_section_get_editor (section),
                                 (guint) pact_vocabulary_situation.n_terms + 1);
}

static void
make_answers (PactAssess *self)
{
  for (gsize i = 0; i < pact_vocabulary_situation.n_terms; i++)
    {
      const PactTerm *term = &pact_vocabulary_situation.terms[i];
      const char *criterion = pact_vocabulary_get_criterion (&pact_vocabulary_situation, term);
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *key = g_strdup_printf ("%u", (guint) i + 1);
      GtkWidget *key_label = gtk_label_new (key);

      self->answers[i] = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);
      gtk_check_button_set_group (self->answers[i], i > 0 ? self->answers[0] : NULL);
      gtk_widget_set_valign (GTK_WIDGET (self->answers[i]), GTK_ALIGN_CENTER);
      g_signal_connect (self->answers[i], "toggled", G_CALLBACK (toggled_cb), self);
      gtk_widget_add_css_class (key_label, "dim-label");
      gtk_widget_add_css_class (key_label, "caption");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), GTK_WIDGET (self->answers[i]));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), key_label);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->answers[i]));
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), pact_vocabulary_get_label (&pact_vocabulary_situation, term));
      if (criterion != NULL)
        adw_action_row_set_subtitle (ADW_ACTION_ROW (row), criterion);
      gtk_list_box_append (self->answers_list, row);
    }
}

static void
add_key (GtkEventController *controller,
         guint key,
         GtkShortcutFunc func,
         PactAssess *self,
         GVariant *arguments)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, 0), gtk_callback_action_new (func, self, NULL));

  gtk_shortcut_set_arguments (shortcut, arguments);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

/* The numbers are heard wherever nothing is typed, also by who has just come from the sidebar. */
static void
listen_for_numbers (PactAssess *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < pact_vocabulary_situation.n_terms + pact_vocabulary_inclusion.n_terms; i++)
    {
      add_key (controller, GDK_KEY_1 + i, choose_key_cb, self, g_variant_new_int32 ((int) i));
      add_key (controller, GDK_KEY_KP_1 + i, choose_key_cb, self, g_variant_new_int32 ((int) i));
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* Before the rows, which would choose their answer. */
static void
listen_for_enter (PactAssess *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_key (controller, GDK_KEY_Return, enter_answer_cb, self, NULL);
  add_key (controller, GDK_KEY_KP_Enter, enter_answer_cb, self, NULL);
  gtk_widget_add_controller (GTK_WIDGET (self->answers_list), controller);
}

static void
pact_assess_dispose (GObject *object)
{
  PactAssess *self = PACT_ASSESS (object);

  g_clear_object (&self->current);

  G_OBJECT_CLASS (pact_assess_parent_class)->dispose (object);
}

static void
pact_assess_finalize (GObject *object)
{
  g_ptr_array_unref (PACT_ASSESS (object)->measures);

  G_OBJECT_CLASS (pact_assess_parent_class)->finalize (object);
}

static void
pact_assess_class_init (PactAssessClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PactSectionClass *section_class = PACT_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_assess_dispose;
  G_OBJECT_CLASS (klass)->finalize = pact_assess_finalize;
  section_class->editor_set = pact_assess_editor_set;
  section_class->edited = pact_assess_edited;
  section_class->reveal = pact_assess_reveal;

  g_type_ensure (PACT_TYPE_ASSESS_LIST);
  g_type_ensure (PACT_TYPE_FORM);
  g_type_ensure (PACT_TYPE_GUIDANCE);
  g_type_ensure (PACT_TYPE_INCLUSION_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-assess.ui");
  gtk_widget_class_bind_template_child (widget_class, PactAssess, stack);
  gtk_widget_class_bind_template_child (widget_class, PactAssess, progress_label);
  gtk_widget_class_bind_template_child (widget_class, PactAssess, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, PactAssess, scrolled);
  gtk_widget_class_bind_template_child (widget_class, PactAssess, path_label);
  gtk_widget_class_bind_template_child (widget_class, PactAssess, position_label);
  gtk_widget_class_bind_template_child (widget_class, PactAssess, title_label);
  gtk_widget_class_bind_template_child (widget_class, PactAssess, description_label);
  gtk_widget_class_bind_template_child (widget_class, PactAssess, guidance);
  gtk_widget_class_bind_template_child (widget_class, PactAssess, answers_list);
  gtk_widget_class_bind_template_child (widget_class, PactAssess, inclusion_bar);
  gtk_widget_class_bind_template_child (widget_class, PactAssess, note_form);
  gtk_widget_class_bind_template_child (widget_class, PactAssess, reason_form);
  gtk_widget_class_bind_template_child (widget_class, PactAssess, list_popover);
  gtk_widget_class_bind_template_child (widget_class, PactAssess, list);
  gtk_widget_class_bind_template_child (widget_class, PactAssess, back_button);
  gtk_widget_class_bind_template_child (widget_class, PactAssess, next_button);
  gtk_widget_class_bind_template_child (widget_class, PactAssess, done_page);
  gtk_widget_class_bind_template_child (widget_class, PactAssess, done_bar);
  gtk_widget_class_bind_template_child (widget_class, PactAssess, done_label);
  gtk_widget_class_bind_template_child (widget_class, PactAssess, again_button);
  gtk_widget_class_bind_template_child (widget_class, PactAssess, continue_button);
  gtk_widget_class_bind_template_callback (widget_class, decided_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, continue_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_chosen_cb);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, step_key_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, step_key_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK, step_key_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK, step_key_cb, "i", -1);
}

static void
pact_assess_init (PactAssess *self)
{
  self->measures = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  pact_stack_hide_behind (self->stack);
  make_answers (self);
  listen_for_numbers (self);
  listen_for_enter (self);
}
