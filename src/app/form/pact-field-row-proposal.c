/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-field-row-proposal"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-field-row-private.h"
#include "pact-proposal.h"
#include "pact-words.h"

/* What could stand in a field that is empty: a button beside it takes it, and Tab does. */

static char *
dup_proposal (PactFieldRowPrivate *priv)
{
  if (priv->element == NULL || priv->is_dirty || pact_editor_is_read_only (priv->editor))
    return NULL;

  return pact_proposal_dup (priv->element, priv->field);
}

static void
use (PactFieldRow *self)
{
  PactFieldRowPrivate *priv = _pact_field_row_get_private (self);
  g_autofree char *proposal = dup_proposal (priv);

  if (proposal == NULL)
    return;
  gtk_widget_grab_focus (priv->control);
  if (pact_field_row_save (self, proposal))
    pact_field_row_show_saved (self);
}

static void
add_button (PactFieldRow *self)
{
  PactFieldRowPrivate *priv = _pact_field_row_get_private (self);

  priv->use_button = gtk_button_new_from_icon_name ("object-select-symbolic");
  gtk_widget_set_valign (priv->use_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (priv->use_button, "flat");
  g_signal_connect_object (priv->use_button, "clicked", G_CALLBACK (use), self, G_CONNECT_SWAPPED);
  gtk_box_append (priv->control_box, priv->use_button);
}

/* Offers what can be proposed now. What else is said may be something else since the field was last shown. */
void
_pact_field_row_offer_proposal (PactFieldRow *self)
{
  PactFieldRowPrivate *priv = _pact_field_row_get_private (self);
  g_autofree char *proposal = dup_proposal (priv);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  g_autofree char *tip = NULL;

  if (proposal != NULL && priv->use_button == NULL)
    add_button (self);
  if (priv->use_button == NULL)
    return;

  gtk_widget_set_visible (priv->use_button, proposal != NULL);
  if (proposal == NULL)
    return;
  text = pact_value_display (priv->field, proposal, priv->element, NULL);
  /* Translators: a button; %s is what the program suggests for a field, such as “No”. */
  name = g_strdup_printf (_("Use the suggestion “%s”"), text);
  /* Translators: what a button does, and a key in the field beside it; %s is what the program suggests, such as “No”. */
  tip = g_strdup_printf (_("Use the suggestion “%s” (Tab in the empty field)"), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->use_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (priv->use_button, tip);
}

/* Tab takes what is proposed, and only the next one goes on; with Shift or Ctrl it goes past it. */
static gboolean
key_pressed_cb (PactFieldRow *self,
                guint key,
                guint code,
                GdkModifierType state)
{
  PactFieldRowPrivate *priv = _pact_field_row_get_private (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  g_autofree char *proposal = NULL;

  /* Not from the list of a drop-down, which is in a window of its own. */
  if (key != GDK_KEY_Tab || (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0
      || focus == NULL || gtk_widget_get_native (focus) != gtk_widget_get_native (GTK_WIDGET (self)))
    return GDK_EVENT_PROPAGATE;
  proposal = dup_proposal (priv);
  if (proposal == NULL)
    return GDK_EVENT_PROPAGATE;
  use (self);

  return GDK_EVENT_STOP;
}

/* Listens for the key in the control of a row. */
void
_pact_field_row_listen_for_tab (PactFieldRow *self)
{
  PactFieldRowPrivate *priv = _pact_field_row_get_private (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (priv->control, keys);
  g_signal_connect_object (focus, "enter", G_CALLBACK (pact_field_row_show_saved), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (priv->control, focus);
}
