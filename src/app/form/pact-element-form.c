/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-element-form"

#include "config.h"

#include "pact-child-list.h"
#include "pact-element-form.h"
#include "pact-form.h"
#include "pact-offer-list.h"
#include "pact-partner-list.h"

/**
 * PactElementForm:
 *
 * All that can be said of an element, as a UI-definition file of its kind arranges it: groups of
 * fields, and lists of children.
 */
struct _PactElementForm
{
  AdwBin parent_instance;

  PactElement *element;
  GPtrArray *parts; /* PactForm, PactChildList, PactOfferList and PactPartnerList, borrowed, in the order of the screen */
};

enum
{
  PROP_0,
  PROP_DEFINITION,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (PactElementForm, pact_element_form, ADW_TYPE_BIN)

static void
field_wanted_cb (PactElementForm *self,
                 const PactField *field)
{
  pact_element_form_reveal (self, self->element, field);
}

static void
collect_parts (PactElementForm *self,
               GtkWidget *widget)
{
  if (PACT_IS_FORM (widget) || PACT_IS_CHILD_LIST (widget) || PACT_IS_OFFER_LIST (widget)
      || PACT_IS_PARTNER_LIST (widget))
    {
      g_ptr_array_add (self->parts, widget);
      if (PACT_IS_FORM (widget))
        g_signal_connect_object (widget, "field-wanted", G_CALLBACK (field_wanted_cb), self, G_CONNECT_SWAPPED);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_parts (self, child);
}

static void
load (PactElementForm *self,
      const char *definition)
{
  g_autofree char *path = g_strdup_printf ("/org/pactplanner/PactPlanner/ui/%s.ui", definition);
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (path);
  GtkWidget *content = GTK_WIDGET (gtk_builder_get_object (builder, "content"));

  adw_bin_set_child (ADW_BIN (self), content);
  collect_parts (self, content);
}

static void
pact_element_form_set_property (GObject *object,
                                guint id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DEFINITION:
      load (PACT_ELEMENT_FORM (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pact_element_form_finalize (GObject *object)
{
  PactElementForm *self = PACT_ELEMENT_FORM (object);

  g_clear_object (&self->element);
  g_ptr_array_unref (self->parts);

  G_OBJECT_CLASS (pact_element_form_parent_class)->finalize (object);
}

static void
pact_element_form_class_init (PactElementFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = pact_element_form_set_property;
  object_class->finalize = pact_element_form_finalize;

  g_type_ensure (PACT_TYPE_CHILD_LIST);
  g_type_ensure (PACT_TYPE_FORM);
  g_type_ensure (PACT_TYPE_OFFER_LIST);
  g_type_ensure (PACT_TYPE_PARTNER_LIST);

  /**
   * PactElementForm:definition:
   *
   * The name of the UI-definition file whose object `content` is shown.
   */
  properties[PROP_DEFINITION] = g_param_spec_string ("definition", NULL, NULL, NULL,
                                                     G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
pact_element_form_init (PactElementForm *self)
{
  self->parts = g_ptr_array_new ();
}

/**
 * pact_element_form_set_element:
 * @self: a form
 * @editor: (nullable): the open plan
 * @element: (nullable): the element that is shown
 */
void
pact_element_form_set_element (PactElementForm *self,
                               PactEditor *editor,
                               PactElement *element)
{
  g_return_if_fail (PACT_IS_ELEMENT_FORM (self));

  g_set_object (&self->element, element);
  for (guint i = 0; i < self->parts->len; i++)
    {
      GtkWidget *part = g_ptr_array_index (self->parts, i);

      if (PACT_IS_FORM (part))
        pact_form_set_element (PACT_FORM (part), editor, element);
      else if (PACT_IS_CHILD_LIST (part))
        pact_child_list_set_parent (PACT_CHILD_LIST (part), editor, element);
      else if (PACT_IS_OFFER_LIST (part))
        pact_offer_list_set_measure (PACT_OFFER_LIST (part), editor, element);
      else
        pact_partner_list_set_measure (PACT_PARTNER_LIST (part), editor, element);
    }
}

/**
 * pact_element_form_reveal:
 * @self: a form
 * @element: the element that is shown, or one of its children
 * @field: (nullable): a field of it
 *
 * Puts the keyboard into a field.
 *
 * Returns: whether it stands in this form
 */
gboolean
pact_element_form_reveal (PactElementForm *self,
                          PactElement *element,
                          const PactField *field)
{
  g_return_val_if_fail (PACT_IS_ELEMENT_FORM (self), FALSE);

  for (guint i = 0; i < self->parts->len; i++)
    {
      GtkWidget *part = g_ptr_array_index (self->parts, i);

      if (PACT_IS_FORM (part) && element == self->element && field != NULL && pact_form_reveal (PACT_FORM (part), field))
        return TRUE;
      if (PACT_IS_CHILD_LIST (part) && pact_child_list_reveal (PACT_CHILD_LIST (part), element, field))
        return TRUE;
    }

  return FALSE;
}
