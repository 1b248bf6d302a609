/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-refusal"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-refusal.h"
#include "pact-shell.h"

/* A plan that can only be read: buttons that would change it cannot be pressed, but keys can, and who presses one is told that
 * nothing was changed. */

static const struct
{
  guint keyval;
  GdkModifierType modifiers;
} changing_keys[] = {
  { GDK_KEY_v, GDK_CONTROL_MASK },
  { GDK_KEY_x, GDK_CONTROL_MASK },
  { GDK_KEY_d, GDK_CONTROL_MASK },
  { GDK_KEY_n, GDK_CONTROL_MASK },
  { GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  { GDK_KEY_z, GDK_CONTROL_MASK },
  { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  { GDK_KEY_y, GDK_CONTROL_MASK },
  { GDK_KEY_Insert, GDK_SHIFT_MASK },
  { GDK_KEY_Delete, GDK_SHIFT_MASK },
  { GDK_KEY_Delete, 0 },
  { GDK_KEY_KP_Delete, 0 },
  { GDK_KEY_Up, GDK_ALT_MASK },
  { GDK_KEY_Down, GDK_ALT_MASK },
};

static gboolean
is_text (GtkWidget *widget)
{
  return GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget);
}

/* Such as the filter of the measures, in which can be typed all the same. */
static gboolean
is_written_in (GtkWidget *widget)
{
  gboolean is_editable = FALSE;

  if (is_text (widget))
    g_object_get (widget, "editable", &is_editable, NULL);

  return is_editable;
}

/* Whether a key would have changed something if it could be. */
static gboolean
is_change (GtkWidget *focus,
           guint keyval,
           GdkModifierType modifiers)
{
  for (guint i = 0; i < G_N_ELEMENTS (changing_keys); i++)
    {
      if (gdk_keyval_to_lower (keyval) == changing_keys[i].keyval && modifiers == changing_keys[i].modifiers)
        return TRUE;
    }

  return is_text (focus) && (modifiers & ~GDK_SHIFT_MASK) == 0
         && (keyval == GDK_KEY_BackSpace || g_unichar_isprint (gdk_keyval_to_unicode (keyval)));
}

static gboolean
key_pressed_cb (GtkEventController *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                PactEditor *editor)
{
  GtkWidget *widget = gtk_event_controller_get_widget (controller);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus == NULL || is_written_in (focus)
      || !is_change (focus, keyval, state & gtk_accelerator_get_default_mod_mask ()))
    return GDK_EVENT_PROPAGATE;

  return pact_refuse_change (widget, editor) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/**
 * pact_refuse_change:
 * @widget: something in a window
 * @editor: the plan that would be changed
 *
 * Tells the person that nothing was changed, if the plan can only be read.
 *
 * Returns: whether that is so
 */
gboolean
pact_refuse_change (GtkWidget *widget,
                    PactEditor *editor)
{
  g_return_val_if_fail (PACT_IS_EDITOR (editor), FALSE);

  if (!pact_editor_is_read_only (editor))
    return FALSE;
  /* Short enough for a message also where the text is large; the bar above the plan says why. */
  pact_shell_say_in_passing (pact_shell_get (widget), _("Nothing was changed: this plan can only be read."));

  return TRUE;
}

/**
 * pact_refuse_keys:
 * @widget: what shows the plan
 * @editor: the plan
 *
 * Has keys that would change the plan refused for as long as it can only be read, wherever the keyboard is in @widget.
 */
void
pact_refuse_keys (GtkWidget *widget,
                  PactEditor *editor)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  /* Before what has the keyboard: a text in which nothing can be typed keeps such keys for itself. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), editor, 0);
  gtk_widget_add_controller (widget, keys);
}
