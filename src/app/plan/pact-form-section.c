/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-form-section"

#include "config.h"

#include "pact-element-form.h"
#include "pact-form-section.h"
#include "pact-plan.h"

/**
 * PactFormSection:
 *
 * A section that asks for fields of the plan itself, or for elements that stand directly in it.
 */
struct _PactFormSection
{
  PactSection parent_instance;

  PactElementForm *form;
};

enum
{
  PROP_0,
  PROP_DEFINITION,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (PactFormSection, pact_form_section, PACT_TYPE_SECTION)

static void
pact_form_section_editor_set (PactSection *section)
{
  PactFormSection *self = PACT_FORM_SECTION (section);
  PactEditor *editor = pact_section_get_editor (section);

  pact_element_form_set_element (self->form, editor,
                                 editor != NULL ? pact_plan_get_root (pact_editor_get_plan (editor)) : NULL);
}

static gboolean
pact_form_section_reveal (PactSection *section,
                          PactElement *element,
                          const PactField *field)
{
  return pact_element_form_reveal (PACT_FORM_SECTION (section)->form, element, field);
}

static void
pact_form_section_set_property (GObject *object,
                                guint id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  PactFormSection *self = PACT_FORM_SECTION (object);
  GtkWidget *clamp;
  GtkWidget *scrolled;

  switch (id)
    {
    case PROP_DEFINITION:
      self->form = g_object_new (PACT_TYPE_ELEMENT_FORM, "definition", g_value_get_string (value), NULL);
      clamp = adw_clamp_new ();
      adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
      adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->form));
      scrolled = gtk_scrolled_window_new ();
      gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
      adw_bin_set_child (ADW_BIN (self), scrolled);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pact_form_section_class_init (PactFormSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = pact_form_section_set_property;
  PACT_SECTION_CLASS (klass)->editor_set = pact_form_section_editor_set;
  PACT_SECTION_CLASS (klass)->reveal = pact_form_section_reveal;

  /**
   * PactFormSection:definition:
   *
   * The name of the UI-definition file, see #PactElementForm:definition.
   */
  properties[PROP_DEFINITION] = g_param_spec_string ("definition", NULL, NULL, NULL,
                                                     G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
pact_form_section_init (PactFormSection *self)
{
}
