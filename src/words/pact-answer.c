/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-answer"

#include "config.h"

#include "pact-answer.h"

struct _PactAnswer
{
  GObject parent_instance;

  char *code;
  char *label;
  char *criterion;
};

enum
{
  PROP_0,
  PROP_LABEL,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (PactAnswer, pact_answer, G_TYPE_OBJECT)

static void
pact_answer_get_property (GObject *object,
                          guint id,
                          GValue *value,
                          GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_LABEL:
      g_value_set_string (value, PACT_ANSWER (object)->label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pact_answer_finalize (GObject *object)
{
  PactAnswer *self = PACT_ANSWER (object);

  g_free (self->code);
  g_free (self->label);
  g_free (self->criterion);

  G_OBJECT_CLASS (pact_answer_parent_class)->finalize (object);
}

static void
pact_answer_class_init (PactAnswerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pact_answer_get_property;
  object_class->finalize = pact_answer_finalize;

  /**
   * PactAnswer:label:
   *
   * The answer as people read it, for the search in a list.
   */
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
pact_answer_init (PactAnswer *self)
{
}

/**
 * pact_answer_new:
 * @code: (nullable): what is stored, %NULL for no answer
 * @label: what people read
 * @criterion: (nullable): when it is the right answer
 *
 * Returns: (transfer full): an answer
 */
PactAnswer *
pact_answer_new (const char *code,
                 const char *label,
                 const char *criterion)
{
  PactAnswer *self;

  g_return_val_if_fail (label != NULL, NULL);

  self = g_object_new (PACT_TYPE_ANSWER, NULL);
  self->code = g_strdup (code);
  self->label = g_strdup (label);
  self->criterion = g_strdup (criterion);

  return self;
}

/**
 * pact_answer_get_code:
 * @self: an answer
 *
 * Returns: (transfer none) (nullable): the value that it stands for, %NULL for no answer
 */
const char *
pact_answer_get_code (PactAnswer *self)
{
  g_return_val_if_fail (PACT_IS_ANSWER (self), NULL);

  return self->code;
}

/**
 * pact_answer_get_label:
 * @self: an answer
 *
 * Returns: (transfer none): the answer as people read it
 */
const char *
pact_answer_get_label (PactAnswer *self)
{
  g_return_val_if_fail (PACT_IS_ANSWER (self), NULL);

  return self->label;
}

/**
 * pact_answer_get_criterion:
 * @self: an answer
 *
 * Returns: (transfer none) (nullable): when this answer is the right one
 */
const char *
pact_answer_get_criterion (PactAnswer *self)
{
  g_return_val_if_fail (PACT_IS_ANSWER (self), NULL);

  return self->criterion;
}
