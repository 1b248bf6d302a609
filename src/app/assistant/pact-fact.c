/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-fact"

#include "config.h"

#include "pact-fact.h"

/**
 * PactFact:
 *
 * Something that is said of a strategy: what it is about in small letters, and below that the text. It is not shown while there is
 * no text.
 */
struct _PactFact
{
  GtkBox parent_instance;

  GtkLabel *label;
  GtkLabel *text;
};

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_SELECTABLE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (PactFact, pact_fact, GTK_TYPE_BOX)

static GtkLabel *
add_label (PactFact *self,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self), label);

  return GTK_LABEL (label);
}

static void
pact_fact_set_property (GObject *object,
                        guint id,
                        const GValue *value,
                        GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_LABEL:
      gtk_label_set_label (PACT_FACT (object)->label, g_value_get_string (value));
      break;
    case PROP_SELECTABLE:
      gtk_label_set_selectable (PACT_FACT (object)->text, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pact_fact_class_init (PactFactClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = pact_fact_set_property;

  /**
   * PactFact:label:
   *
   * What is said below it.
   */
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  /**
   * PactFact:selectable:
   *
   * Whether the text can be selected, which makes it a place to which the keys lead.
   */
  properties[PROP_SELECTABLE] =
    g_param_spec_boolean ("selectable", NULL, NULL, FALSE, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
pact_fact_init (PactFact *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 2);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->label = add_label (self, "caption-heading");
  self->text = add_label (self, NULL);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->label, NULL, -1);
}

/**
 * pact_fact_new:
 * @label: what is said in it
 *
 * Returns: (transfer floating): a fact without a text yet, which can be selected
 */
GtkWidget *
pact_fact_new (const char *label)
{
  g_return_val_if_fail (label != NULL, NULL);

  return g_object_new (PACT_TYPE_FACT, "label", label, "selectable", TRUE, NULL);
}

/**
 * pact_fact_set_text:
 * @self: a fact
 * @text: (nullable): what is so
 */
void
pact_fact_set_text (PactFact *self,
                    const char *text)
{
  g_return_if_fail (PACT_IS_FACT (self));

  gtk_label_set_label (self->text, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL && *text != '\0');
}
