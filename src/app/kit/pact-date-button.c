/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-date-button"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-date-button.h"
#include "pact-date-picker.h"

/**
 * PactDateButton:
 *
 * A button beside a field for a date that opens a calendar, as Alt+Down and F4 do in the field. The
 * keyboard comes back to the field from it. Where nothing can be typed, nothing can be chosen.
 */
struct _PactDateButton
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  PactDatePicker *picker; /* (nullable), borrowed; made when it is first opened */
  GtkWidget *entry;       /* borrowed, it has the same parent */
};

enum
{
  OPENING,
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PactDateButton, pact_date_button, ADW_TYPE_BIN)

static void
picker_chosen_cb (PactDateButton *self,
                  const char *value)
{
  g_signal_emit (self, signals[CHOSEN], 0, value);
}

static void
give_keyboard_back_cb (gpointer user_data)
{
  g_autoptr (PactDateButton) self = user_data;

  /* It may have been opened again, or have gone with its field. */
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL && gtk_widget_get_mapped (self->entry)
      && !gtk_widget_get_visible (GTK_WIDGET (self->picker)))
    gtk_widget_grab_focus (self->entry);
}

/* Once GTK has given the keyboard to what had it when the calendar opened, which may have been the button. */
static void
picker_closed_cb (PactDateButton *self)
{
  g_idle_add_once (give_keyboard_back_cb, g_object_ref (self));
}

static void
create_picker_cb (GtkMenuButton *button,
                  gpointer user_data)
{
  PactDateButton *self = PACT_DATE_BUTTON (user_data);

  if (self->picker == NULL)
    {
      self->picker = pact_date_picker_new ();
      gtk_menu_button_set_popover (button, GTK_WIDGET (self->picker));
      g_signal_connect_object (self->picker, "chosen", G_CALLBACK (picker_chosen_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->picker, "closed", G_CALLBACK (picker_closed_cb), self, G_CONNECT_SWAPPED);
    }
  g_signal_emit (self, signals[OPENING], 0);
}

static gboolean
entry_key_pressed_cb (PactDateButton *self,
                      guint keyval,
                      guint keycode,
                      GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean is_down = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down;

  if (!gtk_widget_is_sensitive (GTK_WIDGET (self))
      || (!(is_down && modifiers == GDK_ALT_MASK) && !(keyval == GDK_KEY_F4 && modifiers == 0)))
    return GDK_EVENT_PROPAGATE;

  gtk_menu_button_popup (self->button);

  return GDK_EVENT_STOP;
}

static void
pact_date_button_class_init (PactDateButtonClass *klass)
{
  /**
   * PactDateButton::opening:
   * @self: the button
   *
   * The calendar is about to be shown; pact_date_button_show_date() says where.
   */
  signals[OPENING] = g_signal_new ("opening", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  /**
   * PactDateButton::chosen:
   * @self: the button
   * @value: a date as ISO 8601 writes it: a year, a month or a day
   *
   * A date was chosen.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
pact_date_button_init (PactDateButton *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "x-office-calendar-symbolic");
  gtk_menu_button_set_create_popup_func (self->button, create_picker_cb, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

/**
 * pact_date_button_new:
 * @entry: the field beside which it stands
 * @name: what is dated, in the interface's language: “Start”
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
pact_date_button_new (GtkWidget *entry,
                      const char *name)
{
  PactDateButton *self = g_object_new (PACT_TYPE_DATE_BUTTON, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autofree char *label = NULL;

  self->entry = entry;
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (entry_key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, keys);
  g_object_bind_property (entry, "editable", self, "sensitive", G_BINDING_SYNC_CREATE);

  /* Translators: a button that opens a calendar; %s is the name of a field, such as “Start”. */
  label = g_strdup_printf (_("Calendar: %s"), name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _("Calendar (Alt+Down)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  /* What takes the keyboard is a button inside of it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->button))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

/**
 * pact_date_button_show_date:
 * @self: a button that is opening its calendar
 * @date: (nullable): the date that holds, %NULL if there is none
 * @near_date: where to begin if there is none, as exact as one is likely to be
 */
void
pact_date_button_show_date (PactDateButton *self,
                            const PactDate *date,
                            const PactDate *near_date)
{
  g_return_if_fail (PACT_IS_DATE_BUTTON (self));
  g_return_if_fail (self->picker != NULL);

  pact_date_picker_show_date (self->picker, date, near_date);
}
