/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-toasts"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-toasts.h"

/* How long a message stays that has a button, or that another one may take the place of, in seconds. */
#define SHOWING_TIME 8

/**
 * PactToasts:
 *
 * The messages of a window that can be overlooked without harm.
 *
 * No message is dismissed before its time: libadwaita 1.2 frees one twice that is dismissed while it still slides in. What
 * counts no longer loses its button, or says what is new instead. Its time is kept here, for libadwaita stops its own while the
 * pointer is on a message, and does not go on if that is on a button that goes.
 */
struct _PactToasts
{
  GObject parent_instance;

  AdwToastOverlay *overlay; /* borrowed: it stands in the window that owns this */
  GListModel *children;     /* what the overlay shows */
  AdwToast *latest;         /* (nullable) the last message that another one may take the place of */
  guint source;             /* when that goes */
};

G_DEFINE_FINAL_TYPE (PactToasts, pact_toasts, G_TYPE_OBJECT)

static void
pact_toasts_dispose (GObject *object)
{
  PactToasts *self = PACT_TOASTS (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->latest);
  g_clear_object (&self->children);

  G_OBJECT_CLASS (pact_toasts_parent_class)->dispose (object);
}

static void
pact_toasts_class_init (PactToastsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pact_toasts_dispose;
}

static void
pact_toasts_init (PactToasts *self)
{
}

/* libadwaita gives the button that closes a message no name for who hears it. */
static void
name_close_button (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "window-close-symbolic") == 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    C_ ("button", "Close the message"), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_close_button (child);
}

static void
children_changed_cb (PactToasts *self,
                     guint position,
                     guint n_removed,
                     guint n_added)
{
  for (guint i = 0; i < n_added; i++)
    {
      g_autoptr (GtkWidget) child = g_list_model_get_item (self->children, position + i);

      if (child != adw_toast_overlay_get_child (self->overlay))
        name_close_button (child);
    }
}

/**
 * pact_toasts_new:
 * @overlay: where the messages are shown; it has to outlive them
 *
 * Returns: (transfer full): messages
 */
PactToasts *
pact_toasts_new (AdwToastOverlay *overlay)
{
  PactToasts *self = g_object_new (PACT_TYPE_TOASTS, NULL);

  self->overlay = overlay;
  self->children = gtk_widget_observe_children (GTK_WIDGET (overlay));
  g_signal_connect_object (self->children, "items-changed", G_CALLBACK (children_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

static void
dismissed_cb (PactToasts *self,
              AdwToast *toast)
{
  if (toast != self->latest)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->latest);
}

static gboolean
expired_cb (gpointer user_data)
{
  PactToasts *self = PACT_TOASTS (user_data);
  g_autoptr (AdwToast) toast = g_steal_pointer (&self->latest);

  self->source = 0;
  adw_toast_dismiss (toast);

  return G_SOURCE_REMOVE;
}

/* @action_name is NULL for a message without a button. */
static void
say_latest (PactToasts *self,
            const char *sentence,
            const char *action_name,
            GVariant *target)
{
  g_autofree char *title = g_markup_escape_text (sentence, -1);
  gboolean is_new = self->latest == NULL;

  if (is_new)
    {
      self->latest = adw_toast_new (title);
      adw_toast_set_timeout (self->latest, 0);
      g_signal_connect_object (self->latest, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
    }
  adw_toast_set_title (self->latest, title);
  adw_toast_set_button_label (self->latest, action_name != NULL ? C_ ("undo", "Undo") : NULL);
  /* At no moment does an action stand beside the parameter of another one. */
  adw_toast_set_action_name (self->latest, NULL);
  adw_toast_set_action_target_value (self->latest, target);
  adw_toast_set_action_name (self->latest, action_name);
  if (is_new)
    adw_toast_overlay_add_toast (self->overlay, g_object_ref (self->latest));
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add_seconds (SHOWING_TIME, expired_cb, self);
}

/**
 * pact_toasts_say:
 * @self: messages
 * @sentence: what has happened
 *
 * Tells something that stays true, after all that was told before.
 */
void
pact_toasts_say (PactToasts *self,
                 const char *sentence)
{
  g_autofree char *title = NULL;

  g_return_if_fail (PACT_IS_TOASTS (self));

  title = g_markup_escape_text (sentence, -1);
  adw_toast_overlay_add_toast (self->overlay, adw_toast_new (title));
}

/**
 * pact_toasts_say_with_button:
 * @self: messages
 * @sentence: what has happened
 * @label: what the button says
 * @action_name: the action that it activates
 * @target: (nullable): the action's parameter
 *
 * Tells something that stays true, after all that was told before, with a button for what one may want next.
 */
void
pact_toasts_say_with_button (PactToasts *self,
                             const char *sentence,
                             const char *label,
                             const char *action_name,
                             GVariant *target)
{
  g_autofree char *title = NULL;
  AdwToast *toast;

  g_return_if_fail (PACT_IS_TOASTS (self));
  g_return_if_fail (label != NULL);
  g_return_if_fail (action_name != NULL);

  title = g_markup_escape_text (sentence, -1);
  toast = adw_toast_new (title);
  adw_toast_set_button_label (toast, label);
  adw_toast_set_action_target_value (toast, target);
  adw_toast_set_action_name (toast, action_name);
  adw_toast_set_timeout (toast, SHOWING_TIME);
  adw_toast_overlay_add_toast (self->overlay, toast);
}

/**
 * pact_toasts_say_in_passing:
 * @self: messages
 * @sentence: what has happened
 *
 * Tells something that only counts until the next thing is told this way, or with a button, which takes its place.
 */
void
pact_toasts_say_in_passing (PactToasts *self,
                            const char *sentence)
{
  g_return_if_fail (PACT_IS_TOASTS (self));

  say_latest (self, sentence, NULL, NULL);
}

/**
 * pact_toasts_say_with_undo:
 * @self: messages
 * @sentence: what has happened
 * @action_name: the action that takes it back
 * @target: (nullable): the action's parameter
 *
 * Tells something that can be taken back with a button, until pact_toasts_outdate_undo().
 */
void
pact_toasts_say_with_undo (PactToasts *self,
                           const char *sentence,
                           const char *action_name,
                           GVariant *target)
{
  g_return_if_fail (PACT_IS_TOASTS (self));
  g_return_if_fail (action_name != NULL);

  say_latest (self, sentence, action_name, target);
}

/**
 * pact_toasts_outdate_undo:
 * @self: messages
 *
 * What the button of the last message would take back is not the last thing any more.
 */
void
pact_toasts_outdate_undo (PactToasts *self)
{
  g_return_if_fail (PACT_IS_TOASTS (self));

  if (self->latest == NULL)
    return;
  adw_toast_set_button_label (self->latest, NULL);
  adw_toast_set_action_name (self->latest, NULL);
}
