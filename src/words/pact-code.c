/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-code"

#include "config.h"

#include "pact-codes.h"

struct _PactCode
{
  GObject parent_instance;

  char *code;
  char *name;
};

G_DEFINE_FINAL_TYPE (PactCode, pact_code, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CODE,
  PROP_NAME,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
pact_code_finalize (GObject *object)
{
  PactCode *self = PACT_CODE (object);

  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (pact_code_parent_class)->finalize (object);
}

static void
pact_code_get_property (GObject *object,
                        guint prop_id,
                        GValue *value,
                        GParamSpec *pspec)
{
  PactCode *self = PACT_CODE (object);

  switch (prop_id)
    {
    case PROP_CODE:
      g_value_set_string (value, self->code);
      break;

    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pact_code_set_property (GObject *object,
                        guint prop_id,
                        const GValue *value,
                        GParamSpec *pspec)
{
  PactCode *self = PACT_CODE (object);

  switch (prop_id)
    {
    case PROP_CODE:
      self->code = g_value_dup_string (value);
      break;

    case PROP_NAME:
      self->name = g_value_dup_string (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pact_code_class_init (PactCodeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = pact_code_finalize;
  object_class->get_property = pact_code_get_property;
  object_class->set_property = pact_code_set_property;

  /**
   * PactCode:code:
   *
   * What is stored.
   */
  properties[PROP_CODE] = g_param_spec_string ("code", NULL, NULL, "",
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * PactCode:name:
   *
   * What people read, in the language of the interface.
   */
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "",
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
pact_code_init (PactCode *self)
{
}

/**
 * pact_code_new:
 * @code: what is stored
 * @name: what people read
 *
 * For entries that a list of a form has besides those of ISO, such as “Not stated”.
 *
 * Returns: (transfer full): an entry
 */
PactCode *
pact_code_new (const char *code,
               const char *name)
{
  g_return_val_if_fail (code != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return g_object_new (PACT_TYPE_CODE, "code", code, "name", name, NULL);
}

/**
 * pact_code_get_code:
 * @self: an entry
 *
 * Returns: (transfer none): what is stored
 */
const char *
pact_code_get_code (PactCode *self)
{
  g_return_val_if_fail (PACT_IS_CODE (self), NULL);

  return self->code;
}

/**
 * pact_code_get_name:
 * @self: an entry
 *
 * Returns: (transfer none): what people read, in the language of the interface
 */
const char *
pact_code_get_name (PactCode *self)
{
  g_return_val_if_fail (PACT_IS_CODE (self), NULL);

  return self->name;
}
