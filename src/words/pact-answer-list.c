/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-answer-list"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-answer-list.h"
#include "pact-codes.h"
#include "pact-measured.h"
#include "pact-plan.h"

/* The answers that there are, in the language of the interface, for whoever offers them to be chosen from. */

/**
 * pact_answers_append:
 * @answers: a list of #PactAnswer
 * @code: (nullable): what is stored, %NULL for no answer
 * @label: what people read
 * @criterion: (nullable): when it is the right answer
 *
 * Adds an answer at the end.
 */
void
pact_answers_append (GListStore *answers,
                     const char *code,
                     const char *label,
                     const char *criterion)
{
  g_autoptr (PactAnswer) answer = pact_answer_new (code, label, criterion);

  g_list_store_append (answers, answer);
}

static void
append_all (GListStore *answers,
            GListModel *others)
{
  for (guint i = 0; i < g_list_model_get_n_items (others); i++)
    {
      g_autoptr (PactAnswer) answer = g_list_model_get_item (others, i);

      g_list_store_append (answers, answer);
    }
}

static void
append_terms (GListStore *answers,
              const PactVocabulary *vocabulary)
{
  for (gsize i = 0; i < vocabulary->n_terms; i++)
    {
      const PactTerm *term = &vocabulary->terms[i];

      pact_answers_append (answers, term->code, pact_vocabulary_get_label (vocabulary, term),
                           pact_vocabulary_get_criterion (vocabulary, term));
    }
}

static void
append_elements (GListStore *answers,
                 const char *kind_name,
                 PactElement *element)
{
  PactElement *root = pact_plan_get_root (pact_element_get_plan (element));
  GListModel *elements = pact_element_get_children_by_name (root, kind_name);

  for (guint i = 0; i < g_list_model_get_n_items (elements); i++)
    {
      g_autoptr (PactElement) target = g_list_model_get_item (elements, i);

      pact_answers_append (answers, pact_element_get_uuid (target), pact_element_get_name (target), NULL);
    }
}

/* What holds now stays among the answers until another is chosen, also if it means nothing any more. */
static void
append_measured (GListStore *answers,
                 const PactField *field,
                 PactElement *element)
{
  const char *value = pact_element_get_value (element, field);
  g_autoptr (GPtrArray) possible = pact_measured_list_answers (element, field, NULL);
  gboolean fits = value == NULL;

  for (guint i = 0; possible != NULL && i < possible->len; i++)
    {
      PactAnswer *answer = g_ptr_array_index (possible, i);
      gboolean is_given = pact_measured_answer_is (answer, value);

      pact_answers_append (answers, is_given ? value : pact_answer_get_code (answer), pact_answer_get_label (answer), NULL);
      fits |= is_given;
    }
  if (!fits)
    pact_answers_append (answers, value, value, C_ ("answer", "Does not fit the type of the indicator"));
}

/**
 * pact_vocabulary_list_answers:
 * @vocabulary: a vocabulary
 *
 * Returns: (transfer full): its terms, as #PactAnswer
 */
GListModel *
pact_vocabulary_list_answers (const PactVocabulary *vocabulary)
{
  GListStore *answers;

  g_return_val_if_fail (vocabulary != NULL, NULL);

  answers = g_list_store_new (PACT_TYPE_ANSWER);
  append_terms (answers, vocabulary);

  return G_LIST_MODEL (answers);
}

/**
 * pact_field_list_answers:
 * @field: a field
 * @element: (nullable): the element that is asked about; references are to elements of its plan, subdivisions
 *   those of its country
 *
 * Returns: (transfer full): the answers, as #PactAnswer; no answer is the first of those of which
 *   only one can be given
 */
GListModel *
pact_field_list_answers (const PactField *field,
                         PactElement *element)
{
  g_autoptr (GListStore) answers = g_list_store_new (PACT_TYPE_ANSWER);

  g_return_val_if_fail (field != NULL, NULL);

  if (field->type != PACT_TYPE_CHOICES)
    pact_answers_append (answers, NULL, C_ ("answer", "No answer yet"), NULL);
  if (field->vocabulary != NULL)
    append_terms (answers, field->vocabulary);
  else if (field->type == PACT_TYPE_COUNTRY)
    append_all (answers, pact_codes_list (PACT_CODES_COUNTRY, NULL));
  else if (field->type == PACT_TYPE_LANGUAGE)
    append_all (answers, pact_codes_list (PACT_CODES_LANGUAGE, NULL));
  else if (field->type == PACT_TYPE_CURRENCY)
    append_all (answers, pact_codes_list (PACT_CODES_CURRENCY, NULL));
  else if (field->type == PACT_TYPE_SUBDIVISION && element != NULL && pact_element_get (element, "country") != NULL)
    append_all (answers, pact_codes_list (PACT_CODES_SUBDIVISION, pact_element_get (element, "country")));
  else if (pact_field_is_measured (field) && element != NULL)
    append_measured (answers, field, element);
  else if (field->type == PACT_TYPE_REFERENCE && element != NULL)
    append_elements (answers, field->target, element);

  return G_LIST_MODEL (g_steal_pointer (&answers));
}
