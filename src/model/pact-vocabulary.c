/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-vocabulary"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-vocabulary.h"

/* Closed lists of answers: a code that never changes, what people read, and when it is the right answer. */

/**
 * pact_vocabulary_find:
 * @vocabulary: a vocabulary
 * @code: (nullable): a code; a field that says nothing has none
 *
 * Returns: (transfer none) (nullable): the answer of that code, or %NULL
 */
const PactTerm *
pact_vocabulary_find (const PactVocabulary *vocabulary,
                      const char *code)
{
  g_return_val_if_fail (vocabulary != NULL, NULL);

  for (gsize i = 0; code != NULL && i < vocabulary->n_terms; i++)
    {
      if (g_str_equal (vocabulary->terms[i].code, code))
        return &vocabulary->terms[i];
    }

  return NULL;
}

/**
 * pact_vocabulary_get_flags:
 * @vocabulary: a vocabulary
 * @code: (nullable): a code
 *
 * Returns: what follows from the answer of that code, nothing if there is none
 */
PactTermFlags
pact_vocabulary_get_flags (const PactVocabulary *vocabulary,
                           const char *code)
{
  const PactTerm *term = pact_vocabulary_find (vocabulary, code);

  return term != NULL ? term->flags : PACT_TERM_PLAIN;
}

/**
 * pact_vocabulary_get_label:
 * @vocabulary: a vocabulary
 * @term: one of its answers
 *
 * Returns: (transfer none): the answer in the interface's language
 */
const char *
pact_vocabulary_get_label (const PactVocabulary *vocabulary,
                           const PactTerm *term)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, vocabulary->context, term->label);
}

/**
 * pact_vocabulary_get_criterion:
 * @vocabulary: a vocabulary
 * @term: one of its answers
 *
 * Returns: (transfer none) (nullable): when @term is the right answer, in the
 *   interface's language
 */
const char *
pact_vocabulary_get_criterion (const PactVocabulary *vocabulary,
                               const PactTerm *term)
{
  return term->criterion != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, vocabulary->context, term->criterion) : NULL;
}
