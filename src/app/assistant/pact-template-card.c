/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-template-card"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-codes.h"
#include "pact-line.h"
#include "pact-name.h"
#include "pact-template-actions.h"
#include "pact-template-card.h"

/**
 * PactTemplateCard:
 *
 * A strategy to choose: what it is, what it is based on, how large it is; or the empty plan.
 */
struct _PactTemplateCard
{
  GtkListBoxRow parent_instance;

  PactTemplate *template;

  /* Template widgets */
  GtkLabel *title_label;
  GtkWidget *own_label;
  GtkLabel *summary_label;
  GtkLabel *basis_label;
  GtkLabel *details_label;
  GtkWidget *read_button;
  GtkMenuButton *menu_button;
};

G_DEFINE_FINAL_TYPE (PactTemplateCard, pact_template_card, GTK_TYPE_LIST_BOX_ROW)

enum
{
  READ,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_text (GtkLabel *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* Only what is a person's own can be given another name, or go. */
static void
show_menu (PactTemplateCard *self)
{
  static const char *const actions[] = { "template.rename", "template.tell-origin", "template.trash" };
  gboolean is_own = self->template != NULL && pact_template_is_own (self->template);

  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), is_own);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], is_own);
  if (is_own)
    {
      /* Translators: %s is the title of a template. */
      g_autofree char *name = g_strdup_printf (_("What to do with “%s”"), pact_template_get_title (self->template, NULL));

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

/* The empty plan has nothing to read. */
static void
show_read_button (PactTemplateCard *self)
{
  gtk_widget_set_visible (self->read_button, self->template != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.read", self->template != NULL);
  if (self->template != NULL)
    {
      /* Translators: %s is the title of a strategy. */
      g_autofree char *name = g_strdup_printf (_("Read “%s”"), pact_template_get_title (self->template, NULL));

      pact_name_widget (self->read_button, name);
    }
}

static void
show_template (PactTemplateCard *self)
{
  guint n_measures = pact_template_count (self->template, "measure");
  g_autofree char *measures = g_strdup_printf (ngettext ("%u measure", "%u measures", n_measures), n_measures);
  g_autofree char *languages = pact_template_dup_language_names (self->template);
  g_autofree char *details = NULL;

  /* Translators: the size of a template, the languages it can be used in, and its version. */
  details = g_strdup_printf (C_ ("template", "%s · %s · version %s"), measures, languages,
                             pact_template_get_version (self->template));
  show_text (self->title_label, pact_template_get_title (self->template, NULL));
  show_text (self->summary_label, pact_template_get_summary (self->template, NULL));
  show_text (self->basis_label, pact_template_get_basis (self->template, NULL));
  show_text (self->details_label, details);
  gtk_widget_set_visible (self->own_label, pact_template_is_own (self->template));
  show_read_button (self);
  show_menu (self);
}

static void
show_empty_plan (PactTemplateCard *self)
{
  show_text (self->title_label, _("Empty Plan"));
  show_text (self->summary_label, _("Begin with nothing and add your own pillars, objectives and measures."));
  show_text (self->basis_label, NULL);
  show_text (self->details_label, NULL);
  gtk_widget_set_visible (self->own_label, FALSE);
  show_read_button (self);
  show_menu (self);
}

static void
read_activated (GtkWidget *widget,
                const char *action_name,
                GVariant *parameter)
{
  g_signal_emit (widget, signals[READ], 0);
}

static void
rename_activated (GtkWidget *widget,
                  const char *action_name,
                  GVariant *parameter)
{
  pact_template_rename (widget, PACT_TEMPLATE_CARD (widget)->template);
}

static void
tell_origin_activated (GtkWidget *widget,
                       const char *action_name,
                       GVariant *parameter)
{
  pact_template_tell_origin (widget, PACT_TEMPLATE_CARD (widget)->template);
}

static void
trash_activated (GtkWidget *widget,
                 const char *action_name,
                 GVariant *parameter)
{
  pact_template_ask_to_trash (widget, PACT_TEMPLATE_CARD (widget)->template);
}

static void
open_menu (PactTemplateCard *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->menu_button)))
    gtk_menu_button_popup (self->menu_button);
}

static gboolean
menu_pressed_cb (GtkWidget *widget,
                 GVariant *arguments,
                 gpointer user_data)
{
  open_menu (PACT_TEMPLATE_CARD (widget));

  return GDK_EVENT_STOP;
}

static void
secondary_pressed_cb (GtkGestureClick *gesture,
                      int n_press,
                      double x,
                      double y,
                      PactTemplateCard *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self);
}

static void
pact_template_card_dispose (GObject *object)
{
  PactTemplateCard *self = PACT_TEMPLATE_CARD (object);

  g_clear_object (&self->template);
  gtk_widget_dispose_template (GTK_WIDGET (self), PACT_TYPE_TEMPLATE_CARD);

  G_OBJECT_CLASS (pact_template_card_parent_class)->dispose (object);
}

static void
pact_template_card_class_init (PactTemplateCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_template_card_dispose;

  /**
   * PactTemplateCard::read:
   * @self: a card
   *
   * The strategy shall be read before it is chosen.
   */
  signals[READ] = g_signal_new ("read", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (PACT_TYPE_LINE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-template-card.ui");
  gtk_widget_class_bind_template_child (widget_class, PactTemplateCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, PactTemplateCard, own_label);
  gtk_widget_class_bind_template_child (widget_class, PactTemplateCard, summary_label);
  gtk_widget_class_bind_template_child (widget_class, PactTemplateCard, basis_label);
  gtk_widget_class_bind_template_child (widget_class, PactTemplateCard, details_label);
  gtk_widget_class_bind_template_child (widget_class, PactTemplateCard, read_button);
  gtk_widget_class_bind_template_child (widget_class, PactTemplateCard, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, secondary_pressed_cb);
  gtk_widget_class_install_action (widget_class, "template.read", NULL, read_activated);
  gtk_widget_class_install_action (widget_class, "template.rename", NULL, rename_activated);
  gtk_widget_class_install_action (widget_class, "template.tell-origin", NULL, tell_origin_activated);
  gtk_widget_class_install_action (widget_class, "template.trash", NULL, trash_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_ALT_MASK, "template.read", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_ALT_MASK, "template.read", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "template.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "template.trash", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_pressed_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_pressed_cb, NULL);
}

static void
pact_template_card_init (PactTemplateCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* After a choice GTK 4.8 leaves the focus in what is hidden. */
  g_signal_connect_object (gtk_menu_button_get_popover (self->menu_button), "closed", G_CALLBACK (gtk_widget_grab_focus), self,
                           G_CONNECT_SWAPPED);
}

/**
 * pact_template_card_new:
 * @template: (nullable): the template to show, %NULL for the empty plan
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
pact_template_card_new (PactTemplate *template)
{
  PactTemplateCard *self = g_object_new (PACT_TYPE_TEMPLATE_CARD, NULL);
  g_autofree char *name = NULL;

  g_set_object (&self->template, template);
  if (template != NULL)
    show_template (self);
  else
    show_empty_plan (self);

  name = g_strconcat (gtk_label_get_label (self->title_label), " · ", gtk_label_get_label (self->summary_label), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}

/**
 * pact_template_card_get_template:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): the template it shows, %NULL for the empty plan
 */
PactTemplate *
pact_template_card_get_template (PactTemplateCard *self)
{
  g_return_val_if_fail (PACT_IS_TEMPLATE_CARD (self), NULL);

  return self->template;
}

/**
 * pact_template_dup_language_names:
 * @template: a template
 *
 * Returns: (transfer full): the names of the languages that its texts are in, in the language of the interface
 */
char *
pact_template_dup_language_names (PactTemplate *template)
{
  g_auto (GStrv) languages = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_return_val_if_fail (PACT_IS_TEMPLATE (template), NULL);

  languages = pact_template_list_languages (template);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      const char *name = pact_codes_get_name (PACT_CODES_LANGUAGE, languages[i], NULL);

      g_ptr_array_add (names, (gpointer) (name != NULL ? name : languages[i]));
    }
  g_ptr_array_add (names, NULL);

  /* Translators: stands between the parts of an enumeration. */
  return g_strjoinv (C_ ("enumeration", ", "), (char **) names->pdata);
}
