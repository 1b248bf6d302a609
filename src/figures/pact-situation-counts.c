/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-situation-counts"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-situation-counts.h"
#include "pact-vocabularies.h"

/* Where the measures of a plan or a part of it stand. */

static void
count_measure (PactElement *element,
               gpointer data)
{
  guint *counts = data;
  const char *code;

  if (!(pact_element_get_kind (element)->flags & PACT_KIND_MEASURE))
    return;

  code = pact_element_get (element, "situation");
  for (gsize i = 0; i < pact_vocabulary_situation.n_terms; i++)
    {
      if (g_strcmp0 (code, pact_vocabulary_situation.terms[i].code) == 0)
        {
          counts[i]++;
          return;
        }
    }
  counts[PACT_N_SITUATIONS - 1]++;
}

/**
 * pact_situation_counts_take:
 * @element: an element that measures stand below, or one
 * @counts: (out caller-allocates) (array fixed-size=6): how many measures there are with each answer,
 *   and how many without one
 */
void
pact_situation_counts_take (PactElement *element,
                            guint counts[PACT_N_SITUATIONS])
{
  g_return_if_fail (PACT_IS_ELEMENT (element));
  g_return_if_fail (pact_vocabulary_situation.n_terms == PACT_N_SITUATIONS - 1);

  memset (counts, 0, PACT_N_SITUATIONS * sizeof (guint));
  pact_element_walk (element, count_measure, counts);
}

/**
 * pact_situation_counts_describe:
 * @counts: (array fixed-size=6): what pact_situation_counts_take() has counted
 *
 * Says it in words, because colours alone tell not everybody: “In place 3 · Missing 2”.
 *
 * Returns: (transfer full): the text
 */
char *
pact_situation_counts_describe (const guint counts[PACT_N_SITUATIONS])
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < PACT_N_SITUATIONS; i++)
    {
      const char *label = i < pact_vocabulary_situation.n_terms
                            ? pact_vocabulary_get_label (&pact_vocabulary_situation, &pact_vocabulary_situation.terms[i])
                            : C_ ("situation", "Not answered yet");

      if (counts[i] > 0)
        /* Translators: a situation such as “In place”, and how many measures are in it. */
        g_ptr_array_add (parts, g_strdup_printf (C_ ("situation", "%s %u"), label, counts[i]));
    }
  g_ptr_array_add (parts, NULL);

  return parts->len > 1 ? g_strjoinv (" · ", (char **) parts->pdata) : g_strdup (_("No measures yet"));
}
