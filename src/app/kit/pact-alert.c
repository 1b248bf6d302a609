/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-alert"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pact-alert.h"

/* A small window that asks or tells. GtkMessageDialog and AdwMessageDialog are withdrawn by later
 * releases and their successors do not exist in this one, so this is a plain window of our own. */

#define PACT_TYPE_ALERT (pact_alert_get_type ())
G_DECLARE_FINAL_TYPE (PactAlert, pact_alert, PACT, ALERT, GtkWindow)

struct _PactAlert
{
  GtkWindow parent_instance;

  /* Template widgets */
  GtkLabel *heading_label;
  GtkLabel *body_label;
  AdwBin *choice_bin;
  GtkWidget *details_view;
  GtkLabel *details_label;
  GtkButton *cancel_button;
  GtkButton *confirm_button;

  PactAlertFunc func;
  gpointer data;
  GDestroyNotify destroy;
};

G_DEFINE_FINAL_TYPE (PactAlert, pact_alert, GTK_TYPE_WINDOW)

static void
answer (PactAlert *self,
        gboolean confirmed)
{
  PactAlertFunc func = g_steal_pointer (&self->func);

  if (func != NULL)
    func (confirmed, self->data);
}

static void
cancel_clicked_cb (PactAlert *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
confirm_clicked_cb (PactAlert *self)
{
  answer (self, TRUE);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
pact_alert_close_request (GtkWindow *window)
{
  answer (PACT_ALERT (window), FALSE);

  return GTK_WINDOW_CLASS (pact_alert_parent_class)->close_request (window);
}

static void
pact_alert_finalize (GObject *object)
{
  PactAlert *self = PACT_ALERT (object);

  if (self->destroy != NULL)
    self->destroy (self->data);

  G_OBJECT_CLASS (pact_alert_parent_class)->finalize (object);
}

static void
pact_alert_class_init (PactAlertClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pact_alert_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = pact_alert_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-alert.ui");
  gtk_widget_class_bind_template_child (widget_class, PactAlert, heading_label);
  gtk_widget_class_bind_template_child (widget_class, PactAlert, body_label);
  gtk_widget_class_bind_template_child (widget_class, PactAlert, choice_bin);
  gtk_widget_class_bind_template_child (widget_class, PactAlert, details_view);
  gtk_widget_class_bind_template_child (widget_class, PactAlert, details_label);
  gtk_widget_class_bind_template_child (widget_class, PactAlert, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, PactAlert, confirm_button);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pact_alert_init (PactAlert *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static PactAlert *
alert_new (GtkWidget *parent,
           const char *heading,
           const char *body)
{
  PactAlert *self = g_object_new (PACT_TYPE_ALERT, "transient-for", gtk_widget_get_root (parent), "title", heading, NULL);

  gtk_label_set_label (self->heading_label, heading);
  gtk_label_set_label (self->body_label, body);
  gtk_widget_set_visible (GTK_WIDGET (self->body_label), body != NULL);

  return self;
}

/**
 * pact_alert_ask:
 * @parent: a widget of the window that asks
 * @heading: the question
 * @body: (nullable): what the answer means
 * @choice: (nullable): what can be chosen besides the answer
 * @confirm_label: what the button that goes on says
 * @destructive: whether going on loses something
 * @func: (scope notified) (closure data): told the answer
 * @data: handed to @func
 * @destroy: frees @data
 *
 * Asks before something is done, as pact_alert_confirm() does, with a choice below the question.
 */
void
pact_alert_ask (GtkWidget *parent,
                const char *heading,
                const char *body,
                GtkWidget *choice,
                const char *confirm_label,
                gboolean destructive,
                PactAlertFunc func,
                gpointer data,
                GDestroyNotify destroy)
{
  PactAlert *self = alert_new (parent, heading, body);

  self->func = func;
  self->data = data;
  self->destroy = destroy;
  gtk_widget_set_visible (GTK_WIDGET (self->choice_bin), choice != NULL);
  adw_bin_set_child (self->choice_bin, choice);
  gtk_button_set_label (self->confirm_button, confirm_label);
  gtk_widget_add_css_class (GTK_WIDGET (self->confirm_button), destructive ? "destructive-action" : "suggested-action");
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (destructive ? self->cancel_button : self->confirm_button));
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * pact_alert_confirm:
 * @parent: a widget of the window in question
 * @heading: the question
 * @body: (nullable): what will happen
 * @confirm_label: what the button that agrees says
 * @destructive: whether agreeing loses something
 * @func: (scope notified): told the answer once
 * @data: (closure): handed to @func
 * @destroy: (destroy data): frees @data
 *
 * Asks before something is done. Closing the window or Escape means no.
 */
void
pact_alert_confirm (GtkWidget *parent,
                    const char *heading,
                    const char *body,
                    const char *confirm_label,
                    gboolean destructive,
                    PactAlertFunc func,
                    gpointer data,
                    GDestroyNotify destroy)
{
  pact_alert_ask (parent, heading, body, NULL, confirm_label, destructive, func, data, destroy);
}

/**
 * pact_alert_tell:
 * @parent: a widget of the window in question
 * @heading: what happened
 * @body: (nullable): what it means for the person's work
 * @details: (nullable): a longer list, shown in a box that scrolls
 *
 * Tells something that must not be overlooked.
 */
void
pact_alert_tell (GtkWidget *parent,
                 const char *heading,
                 const char *body,
                 const char *details)
{
  PactAlert *self = alert_new (parent, heading, body);

  gtk_widget_set_visible (self->details_view, details != NULL);
  gtk_label_set_label (self->details_label, details != NULL ? details : "");
  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), FALSE);
  gtk_button_set_label (self->confirm_button, _("Close"));
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->confirm_button));
  gtk_window_present (GTK_WINDOW (self));
}
