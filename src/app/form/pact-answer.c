/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-answer"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-answer.h"
#include "pact-codes.h"
#include "pact-measured.h"
#include "pact-plan.h"

/**
 * PactAnswer:
 *
 * One of the answers that a field offers.
 */
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
  PROP_CRITERION,
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
  PactAnswer *self = PACT_ANSWER (object);

  switch (id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_CRITERION:
      g_value_set_string (value, self->criterion);
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
   * The answer as people read it.
   */
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * PactAnswer:criterion:
   *
   * When this answer is the right one.
   */
  properties[PROP_CRITERION] =
    g_param_spec_string ("criterion", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
pact_answer_init (PactAnswer *self)
{
}

static void
append (GListStore *store,
        const char *code,
        const char *label,
        const char *criterion)
{
  g_autoptr (PactAnswer) answer = g_object_new (PACT_TYPE_ANSWER, NULL);

  answer->code = g_strdup (code);
  answer->label = g_strdup (label);
  answer->criterion = g_strdup (criterion);
  g_list_store_append (store, answer);
}

static void
append_codes (GListStore *store,
              PactCodesList list,
              const char *country)
{
  GListModel *codes = pact_codes_list (list, country);

  for (guint i = 0; i < g_list_model_get_n_items (codes); i++)
    {
      g_autoptr (PactCode) code = g_list_model_get_item (codes, i);

      append (store, pact_code_get_code (code), pact_code_get_name (code), NULL);
    }
}

static void
append_elements (GListStore *store,
                 const char *kind_name,
                 PactElement *element)
{
  PactElement *root = pact_plan_get_root (pact_element_get_plan (element));
  GListModel *elements = pact_element_get_children_by_name (root, kind_name);

  for (guint i = 0; i < g_list_model_get_n_items (elements); i++)
    {
      g_autoptr (PactElement) target = g_list_model_get_item (elements, i);

      append (store, pact_element_get_uuid (target), pact_element_get_name (target), NULL);
    }
}

/* What holds now stays among the answers until another is chosen, also if it means nothing any more. */
static void
append_measured (GListStore *store,
                 const PactField *field,
                 PactElement *element)
{
  const char *value = pact_element_get_value (element, field);
  g_autofree char *label = value != NULL ? pact_measured_dup_label (element, field, value, NULL) : NULL;
  g_autoptr (GPtrArray) answers = pact_measured_list_answers (element, field, NULL);

  for (guint i = 0; answers != NULL && i < answers->len; i++)
    {
      const PactMeasuredAnswer *answer = g_ptr_array_index (answers, i);

      append (store, pact_measured_answer_is (answer, value) ? value : answer->value, answer->label, NULL);
    }
  if (value != NULL && label == NULL)
    append (store, value, value, C_("answer", "Does not fit the type of the indicator"));
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

/**
 * pact_answers_new:
 * @field: a field with a list of answers
 * @element: (nullable): the element that is asked about; references are to elements of its plan, subdivisions
 *   those of its country
 *
 * Returns: (transfer full) (element-type PactAnswer): the answers; no answer is the first of those of which
 *   only one can be given
 */
GListModel *
pact_answers_new (const PactField *field,
                  PactElement *element)
{
  g_autoptr (GListStore) store = g_list_store_new (PACT_TYPE_ANSWER);

  g_return_val_if_fail (field != NULL, NULL);

  if (field->type != PACT_TYPE_CHOICES)
    append (store, NULL, C_("answer", "No answer yet"), NULL);
  if (field->vocabulary != NULL)
    {
      for (gsize i = 0; i < field->vocabulary->n_terms; i++)
        {
          const PactTerm *term = &field->vocabulary->terms[i];

          append (store, term->code, pact_vocabulary_get_label (field->vocabulary, term),
                  pact_vocabulary_get_criterion (field->vocabulary, term));
        }
    }
  else if (field->type == PACT_TYPE_COUNTRY)
    append_codes (store, PACT_CODES_COUNTRY, NULL);
  else if (field->type == PACT_TYPE_LANGUAGE)
    append_codes (store, PACT_CODES_LANGUAGE, NULL);
  else if (field->type == PACT_TYPE_CURRENCY)
    append_codes (store, PACT_CODES_CURRENCY, NULL);
  else if (field->type == PACT_TYPE_SUBDIVISION && element != NULL && pact_element_get (element, "country") != NULL)
    append_codes (store, PACT_CODES_SUBDIVISION, pact_element_get (element, "country"));
  else if (pact_field_is_measured (field) && element != NULL)
    append_measured (store, field, element);
  else if (field->type == PACT_TYPE_REFERENCE && element != NULL)
    append_elements (store, field->target, element);

  return G_LIST_MODEL (g_steal_pointer (&store));
}
