/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-actor-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-actor-popover.h"
#include "pact-actor-row.h"
#include "pact-shell.h"
#include "pact-text.h"
#include "pact-words.h"

/* How much of the name of a body is seen at least, in characters. */
#define SHOWN_WIDTH 12

/**
 * PactActorRow:
 *
 * A row for a field that refers to an actor, such as the lead body of a measure. An actor that the
 * plan does not have yet is added by naming it.
 */
struct _PactActorRow
{
  PactFieldRow parent_instance;

  GtkWidget *box;
  GtkMenuButton *button;
  GtkLabel *name_label;
  GtkWidget *clear_button;
  PactActorPopover *popover;
};

G_DEFINE_FINAL_TYPE (PactActorRow, pact_actor_row, PACT_TYPE_FIELD_ROW)

static void
pact_actor_row_show (PactFieldRow *row,
                     const char *value)
{
  PactActorRow *self = PACT_ACTOR_ROW (row);
  g_autofree char *name = value != NULL ? pact_value_display (pact_field_row_get_field (row), value,
                                                              pact_field_row_get_element (row), NULL)
                                        : NULL;

  const char *shown = name != NULL ? name : C_ ("actor", "Choose…");

  gtk_label_set_label (self->name_label, shown);
  /* A long hint beside it leaves no more than is asked for. */
  gtk_label_set_width_chars (self->name_label, MIN ((int) g_utf8_strlen (shown, -1), SHOWN_WIDTH));
  if (name != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->name_label), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->name_label), "dim-label");
  gtk_widget_set_visible (self->clear_button, value != NULL);
}

static void
offer_cb (GtkMenuButton *button,
          gpointer user_data)
{
  PactActorRow *self = PACT_ACTOR_ROW (user_data);
  PactElement *element = pact_field_row_get_element (PACT_FIELD_ROW (self));

  if (element != NULL)
    pact_actor_popover_offer (self->popover, element,
                              pact_element_is_kind (element, "measure") ? pact_element_get (element, "lead_type") : NULL,
                              FALSE);
}

static void
chosen_cb (PactActorRow *self,
           const char *name,
           const char *actor_kind)
{
  PactFieldRow *row = PACT_FIELD_ROW (self);
  PactElement *element = pact_field_row_get_element (row);
  gboolean was_partner = pact_element_is_kind (element, "measure") && pact_measure_has_partner (element, name);
  g_autoptr (GError) error = NULL;

  if (!pact_editor_set_actor_by_name (pact_field_row_get_editor (row), element, pact_field_row_get_field (row), name, actor_kind,
                                      &error))
    {
      pact_field_row_complain (row, error->message);
    }
  else if (was_partner)
    {
      g_autofree char *short_name = pact_text_shorten_title (name);
      /* Translators: %s is the name of a body. */
      g_autofree char *sentence = g_strdup_printf (_("“%s” leads the measure now, and is no longer one of its partners."),
                                                   short_name);

      pact_shell_say_with_undo (pact_shell_get (GTK_WIDGET (self)), sentence, "win.undo", NULL);
    }
}

static void
clear_cb (PactActorRow *self)
{
  if (pact_field_row_save (PACT_FIELD_ROW (self), NULL))
    gtk_widget_grab_focus (GTK_WIDGET (self->button));
}

static gboolean
pact_actor_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PACT_ACTOR_ROW (widget)->button));
}

static void
pact_actor_row_constructed (GObject *object)
{
  PactActorRow *self = PACT_ACTOR_ROW (object);
  PactFieldRow *row = PACT_FIELD_ROW (self);

  G_OBJECT_CLASS (pact_actor_row_parent_class)->constructed (object);

  pact_field_row_set_control (row, self->box, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  pact_field_row_get_title_label (row), self->name_label, NULL, -1);
  /* What takes the keyboard is a button inside of it. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->button))),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  pact_field_row_get_title_label (row), self->name_label, NULL, -1);
}

static void
pact_actor_row_class_init (PactActorRowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = pact_actor_row_constructed;
  GTK_WIDGET_CLASS (klass)->grab_focus = pact_actor_row_grab_focus;
  PACT_FIELD_ROW_CLASS (klass)->show = pact_actor_row_show;
}

static void
pact_actor_row_init (PactActorRow *self)
{
  self->popover = pact_actor_popover_new ();
  self->name_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->name_label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->name_label, 34);
  gtk_label_set_xalign (self->name_label, 0);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, GTK_WIDGET (self->name_label));
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  gtk_menu_button_set_popover (self->button, GTK_WIDGET (self->popover));
  gtk_menu_button_set_create_popup_func (self->button, offer_cb, self, NULL);
  self->clear_button = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_add_css_class (self->clear_button, "flat");
  gtk_widget_set_tooltip_text (self->clear_button, C_ ("button", "Clear"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear_button), GTK_ACCESSIBLE_PROPERTY_LABEL, C_ ("button", "Clear"),
                                  -1);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_valign (self->box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), self->clear_button);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->button));

  g_signal_connect_object (self->popover, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clear_button, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
}
