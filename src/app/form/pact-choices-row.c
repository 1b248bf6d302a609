/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-choices-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-answer-list.h"
#include "pact-choices-row.h"
#include "pact-line.h"
#include "pact-value.h"
#include "pact-words.h"

/**
 * PactChoicesRow:
 *
 * A row for a field to which several answers can be given: those given are shown, and a list to
 * tick opens from the button.
 */
struct _PactChoicesRow
{
  PactFieldRow parent_instance;

  GListModel *answers;
  GtkWidget *box;
  GtkMenuButton *button;
  GtkLabel *given_label;
  GPtrArray *checks; /* GtkCheckButton, in the order of the answers; made when the list is first opened */
};

G_DEFINE_FINAL_TYPE (PactChoicesRow, pact_choices_row, PACT_TYPE_FIELD_ROW)

static void
show_ticks (PactChoicesRow *self,
            const char *value)
{
  for (guint i = 0; i < self->checks->len; i++)
    {
      g_autoptr (PactAnswer) answer = g_list_model_get_item (self->answers, i);

      gtk_check_button_set_active (g_ptr_array_index (self->checks, i),
                                   value != NULL && pact_codes_contain (value, pact_answer_get_code (answer)));
    }
}

static void
pact_choices_row_show (PactFieldRow *row,
                       const char *value)
{
  PactChoicesRow *self = PACT_CHOICES_ROW (row);
  g_autofree char *text = value != NULL ? pact_value_display (pact_field_row_get_field (row), value,
                                                              pact_field_row_get_element (row), NULL)
                                        : NULL;

  gtk_label_set_label (self->given_label, text != NULL ? text : C_ ("answer", "No answer yet"));
  if (text != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->given_label), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->given_label), "dim-label");
  show_ticks (self, value);
}

static void
toggled_cb (PactChoicesRow *self)
{
  PactFieldRow *row = PACT_FIELD_ROW (self);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autofree char *value = NULL;

  if (pact_field_row_is_showing (row))
    return;

  for (guint i = 0; i < self->checks->len; i++)
    {
      g_autoptr (PactAnswer) answer = g_list_model_get_item (self->answers, i);

      if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
        g_ptr_array_add (codes, (gpointer) pact_answer_get_code (answer));
    }
  g_ptr_array_add (codes, NULL);
  value = pact_field_join_codes (pact_field_row_get_field (row), (const char *const *) codes->pdata);
  if (!pact_field_row_save (row, value))
    pact_field_row_show_saved (row);
}

static GtkWidget *
check_new (PactChoicesRow *self,
           PactAnswer *answer)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (pact_answer_get_label (answer));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_box_append (GTK_BOX (box), label);
  if (pact_answer_get_criterion (answer) != NULL)
    {
      GtkWidget *criterion = gtk_label_new (pact_answer_get_criterion (answer));

      gtk_label_set_xalign (GTK_LABEL (criterion), 0);
      gtk_label_set_wrap (GTK_LABEL (criterion), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (criterion), 44);
      gtk_widget_add_css_class (criterion, "caption");
      gtk_widget_add_css_class (criterion, "dim-label");
      gtk_box_append (GTK_BOX (box), criterion);
    }
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, pact_answer_get_label (answer), -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return check;
}

/* Makes the list when it is first opened. */
static void
create_popover_cb (GtkMenuButton *button,
                   gpointer user_data)
{
  PactChoicesRow *self = PACT_CHOICES_ROW (user_data);
  GtkWidget *popover;
  GtkWidget *scrolled;
  GtkWidget *box;

  if (self->checks->len > 0)
    return;

  popover = gtk_popover_new ();
  scrolled = gtk_scrolled_window_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  for (guint i = 0; i < g_list_model_get_n_items (self->answers); i++)
    {
      g_autoptr (PactAnswer) answer = g_list_model_get_item (self->answers, i);
      GtkWidget *check = check_new (self, answer);

      g_ptr_array_add (self->checks, check);
      gtk_box_append (GTK_BOX (box), check);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_menu_button_set_popover (button, popover);
  pact_field_row_show_saved (PACT_FIELD_ROW (self));
}

static gboolean
pact_choices_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PACT_CHOICES_ROW (widget)->button));
}

static void
pact_choices_row_constructed (GObject *object)
{
  PactChoicesRow *self = PACT_CHOICES_ROW (object);
  PactFieldRow *row = PACT_FIELD_ROW (self);

  G_OBJECT_CLASS (pact_choices_row_parent_class)->constructed (object);

  self->answers = pact_field_list_answers (pact_field_row_get_field (row), NULL);
  pact_field_row_set_control (row, self->box, FALSE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  pact_field_row_get_title_label (row), NULL, -1);
}

static void
pact_choices_row_finalize (GObject *object)
{
  PactChoicesRow *self = PACT_CHOICES_ROW (object);

  g_clear_object (&self->answers);
  g_clear_pointer (&self->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (pact_choices_row_parent_class)->finalize (object);
}

static void
pact_choices_row_class_init (PactChoicesRowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = pact_choices_row_constructed;
  G_OBJECT_CLASS (klass)->finalize = pact_choices_row_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = pact_choices_row_grab_focus;
  PACT_FIELD_ROW_CLASS (klass)->show = pact_choices_row_show;
}

static void
pact_choices_row_init (PactChoicesRow *self)
{
  self->checks = g_ptr_array_new ();
  self->given_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->given_label, 0);
  gtk_label_set_wrap (self->given_label, TRUE);
  gtk_label_set_wrap_mode (self->given_label, PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (GTK_WIDGET (self->given_label), TRUE);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->button, C_ ("button", "Choose…"));
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_menu_button_set_create_popup_func (self->button, create_popover_cb, self, NULL);
  self->box = pact_line_new (12);
  gtk_widget_set_parent (GTK_WIDGET (self->given_label), self->box);
  gtk_widget_set_parent (GTK_WIDGET (self->button), self->box);
}
