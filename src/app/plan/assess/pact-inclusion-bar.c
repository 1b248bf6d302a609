/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-inclusion-bar"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-follow.h"
#include "pact-inclusion-bar.h"
#include "pact-vocabularies.h"

/**
 * PactInclusionBar:
 *
 * Is a measure part of the plan? One button for each answer, of which one is always pressed.
 */
struct _PactInclusionBar
{
  AdwBin parent_instance;

  GtkBox *box;
  GtkToggleButton *buttons[8];
  GtkLabel *keys[8];
  gboolean is_showing;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PactInclusionBar, pact_inclusion_bar, ADW_TYPE_BIN)

static void
toggled_cb (GtkToggleButton *button,
            gpointer user_data)
{
  PactInclusionBar *self = PACT_INCLUSION_BAR (user_data);

  /* GTK says of a button that it is pressed; what is one of several is checked. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED,
                               gtk_toggle_button_get_active (button) ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
  if (self->is_showing || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < pact_vocabulary_inclusion.n_terms; i++)
    {
      if (self->buttons[i] == button)
        g_signal_emit (self, signals[CHOSEN], 0, i);
    }
}

static void
add_answer (PactInclusionBar *self,
            guint i)
{
  const PactTerm *term = &pact_vocabulary_inclusion.terms[i];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (pact_vocabulary_get_label (&pact_vocabulary_inclusion, term));
  GtkWidget *button = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);

  self->buttons[i] = GTK_TOGGLE_BUTTON (button);
  self->keys[i] = GTK_LABEL (gtk_label_new (NULL));
  gtk_toggle_button_set_group (self->buttons[i], i > 0 ? self->buttons[0] : NULL);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->keys[i]), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->keys[i]), "caption");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->keys[i]));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, pact_vocabulary_get_criterion (&pact_vocabulary_inclusion, term));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_label (GTK_LABEL (label)),
                                  -1);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (self->box, button);
}

static void
pact_inclusion_bar_class_init (PactInclusionBarClass *klass)
{
  /**
   * PactInclusionBar::chosen:
   * @self: a bar
   * @answer: the place of the answer in its vocabulary
   *
   * Somebody has chosen another answer.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_UINT);
}

static void
pact_inclusion_bar_init (PactInclusionBar *self)
{
  self->box = g_object_new (GTK_TYPE_BOX, "homogeneous", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO_GROUP, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "linked");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Is it part of this plan?"), -1);
  for (guint i = 0; i < pact_vocabulary_inclusion.n_terms; i++)
    add_answer (self, i);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * pact_inclusion_bar_set_editor:
 * @self: a bar
 * @editor: what changes the plan, which may refuse to
 * @first_key: the number of the key that gives the first answer
 *
 * Lets the bar be used as long as @editor lets the plan be changed.
 */
void
pact_inclusion_bar_set_editor (PactInclusionBar *self,
                               PactEditor *editor,
                               guint first_key)
{
  g_return_if_fail (PACT_IS_INCLUSION_BAR (self));

  for (guint i = 0; i < pact_vocabulary_inclusion.n_terms; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", first_key + i);

      gtk_label_set_label (self->keys[i], key);
      pact_widget_follow_editor (GTK_WIDGET (self->buttons[i]), editor);
    }
}

/**
 * pact_inclusion_bar_show:
 * @self: a bar
 * @code: the answer that holds, a code of the vocabulary `inclusion`
 *
 * Shows an answer that was given elsewhere; nothing is emitted.
 */
void
pact_inclusion_bar_show (PactInclusionBar *self,
                         const char *code)
{
  g_return_if_fail (PACT_IS_INCLUSION_BAR (self));

  self->is_showing = TRUE;
  for (guint i = 0; i < pact_vocabulary_inclusion.n_terms; i++)
    gtk_toggle_button_set_active (self->buttons[i], g_strcmp0 (pact_vocabulary_inclusion.terms[i].code, code) == 0);
  self->is_showing = FALSE;
}
