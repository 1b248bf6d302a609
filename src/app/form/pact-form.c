/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-form"

#include "config.h"

#include "pact-field-row.h"
#include "pact-form.h"
#include "pact-make-row.h"
#include "pact-name.h"
#include "pact-plan.h"

/**
 * PactForm:
 *
 * A group of rows for some fields of one kind. A UI-definition file names the kind and the fields;
 * everything else comes from the model table.
 */
struct _PactForm
{
  AdwPreferencesGroup parent_instance;

  char *kind_name;
  char *field_names; /* with spaces between them */
  GPtrArray *rows;   /* PactFieldRow, borrowed */
};

enum
{
  PROP_0,
  PROP_KIND,
  PROP_FIELDS,
  N_PROPERTIES,
};

enum
{
  FIELD_WANTED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PactForm, pact_form, ADW_TYPE_PREFERENCES_GROUP)

/* An answer that does not speak for itself: the person goes on with the reason, which may stand in another form. */
static void
answered_cb (PactForm *self,
             PactFieldRow *row)
{
  PactElement *element = pact_field_row_get_element (row);
  const PactField *reason =
    element != NULL ? pact_element_get_reason_field (element, pact_field_row_get_field (row)) : NULL;

  if (reason != NULL && !pact_form_reveal (self, reason))
    g_signal_emit (self, signals[FIELD_WANTED], 0, reason);
}

static void
pact_form_set_property (GObject *object,
                        guint id,
                        const GValue *value,
                        GParamSpec *pspec)
{
  PactForm *self = PACT_FORM (object);

  switch (id)
    {
    case PROP_KIND:
      self->kind_name = g_value_dup_string (value);
      break;
    case PROP_FIELDS:
      self->field_names = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pact_form_constructed (GObject *object)
{
  PactForm *self = PACT_FORM (object);
  const PactKind *kind = pact_model_find_kind (pact_model_get_default (), self->kind_name);
  g_auto (GStrv) names = g_strsplit (self->field_names, " ", -1);

  G_OBJECT_CLASS (pact_form_parent_class)->constructed (object);

  g_return_if_fail (kind != NULL);
  for (guint i = 0; names[i] != NULL; i++)
    {
      const PactField *field = pact_kind_find_field (kind, names[i]);
      GtkWidget *row = field != NULL ? GTK_WIDGET (pact_make_row (field)) : NULL;

      g_return_if_fail (row != NULL);
      g_ptr_array_add (self->rows, row);
      g_signal_connect_object (row, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      /* A group without a title would leave its list without a name. */
      if (i == 0 && adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (self))[0] == '\0')
        pact_name_widget (gtk_widget_get_parent (row), pact_field_get_label (field));
    }
}

static void
pact_form_finalize (GObject *object)
{
  PactForm *self = PACT_FORM (object);

  g_free (self->kind_name);
  g_free (self->field_names);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (pact_form_parent_class)->finalize (object);
}

static void
pact_form_class_init (PactFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = pact_form_set_property;
  object_class->constructed = pact_form_constructed;
  object_class->finalize = pact_form_finalize;

  /**
   * PactForm:kind:
   *
   * The name of the kind whose fields are shown.
   */
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * PactForm:fields:
   *
   * The names of the fields, in the order in which they are shown, with a space between them.
   */
  properties[PROP_FIELDS] = g_param_spec_string ("fields", NULL, NULL, NULL,
                                                 G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * PactForm::field-wanted: (skip)
   * @self: the form
   * @field: a field of the element that the form has no row for
   *
   * What was answered here leads on to a field that stands elsewhere.
   */
  signals[FIELD_WANTED] = g_signal_new ("field-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
pact_form_init (PactForm *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * pact_form_set_element:
 * @self: a form
 * @editor: (nullable): the open plan
 * @element: (nullable): the element whose fields are shown, of the form's kind
 */
void
pact_form_set_element (PactForm *self,
                       PactEditor *editor,
                       PactElement *element)
{
  g_return_if_fail (PACT_IS_FORM (self));
  g_return_if_fail (element == NULL || pact_element_is_kind (element, self->kind_name));

  for (guint i = 0; i < self->rows->len; i++)
    pact_field_row_set_element (g_ptr_array_index (self->rows, i), editor, element);
}

/**
 * pact_form_reveal:
 * @self: a form
 * @field: a field
 *
 * Puts the keyboard into the row of @field.
 *
 * Returns: whether the form has one
 */
gboolean
pact_form_reveal (PactForm *self,
                  const PactField *field)
{
  g_return_val_if_fail (PACT_IS_FORM (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      PactFieldRow *row = g_ptr_array_index (self->rows, i);

      if (pact_field_row_get_field (row) == field)
        {
          gtk_widget_grab_focus (GTK_WIDGET (row));
          return TRUE;
        }
    }

  return FALSE;
}
