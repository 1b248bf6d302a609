/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-banner"

#include "config.h"

#include "pact-banner.h"

/**
 * PactBanner:
 *
 * A sentence above a page that stays as long as it is true, with a button for what can be done about it.
 */
struct _PactBanner
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkRevealer *revealer;
  GtkLabel *label;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (PactBanner, pact_banner, GTK_TYPE_WIDGET)

static void
pact_banner_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (pact_banner_parent_class)->dispose (object);
}

static void
pact_banner_class_init (PactBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_banner_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, PactBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, PactBanner, label);
  gtk_widget_class_bind_template_child (widget_class, PactBanner, button);
}

static void
pact_banner_init (PactBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pact_banner_show:
 * @self: a banner
 * @sentence: what the person has to know
 * @button_label: (nullable): what can be done about it, %NULL if nothing
 * @action_name: (nullable): the action that does it
 *
 * Shows a sentence, in place of the one before.
 */
void
pact_banner_show (PactBanner *self,
                  const char *sentence,
                  const char *button_label,
                  const char *action_name)
{
  g_return_if_fail (PACT_IS_BANNER (self));

  gtk_label_set_label (self->label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->button), button_label != NULL);
  if (button_label != NULL)
    {
      gtk_button_set_label (self->button, button_label);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action_name);
    }
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

/**
 * pact_banner_hide:
 * @self: a banner
 *
 * Takes the sentence away.
 */
void
pact_banner_hide (PactBanner *self)
{
  g_return_if_fail (PACT_IS_BANNER (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}
