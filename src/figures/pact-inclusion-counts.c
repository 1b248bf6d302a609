/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-inclusion-counts"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-inclusion-counts.h"

/* Which measures are part of the plan. */

/**
 * pact_inclusion_find:
 * @measure: a measure
 *
 * Returns: the answer of the vocabulary `inclusion` that holds for @measure: what was decided, or what follows from its situation
 *   as long as nothing was
 */
const char *
pact_inclusion_find (PactElement *measure)
{
  const char *code;

  g_return_val_if_fail (PACT_IS_ELEMENT (measure), NULL);

  code = pact_element_get (measure, "inclusion");
  if (code != NULL)
    return code;

  return pact_element_is_left_out (measure) ? "excluded" : "included";
}

static void
count_measure (PactElement *element,
               gpointer data)
{
  PactInclusionCounts *counts = data;

  if (!(pact_element_get_kind (element)->flags & PACT_KIND_MEASURE))
    return;

  if (pact_element_is_left_out (element))
    {
      if (g_str_equal (pact_inclusion_find (element), "later"))
        counts->later++;
      else
        counts->excluded++;
    }
  else if (pact_element_is_waived (element))
    counts->in_place++;
  else
    counts->included++;
}

/**
 * pact_inclusion_counts_take:
 * @element: an element that measures stand below, or one
 * @counts: (out caller-allocates): where to put them
 *
 * Counts the measures by what was decided about them.
 */
void
pact_inclusion_counts_take (PactElement *element,
                            PactInclusionCounts *counts)
{
  g_return_if_fail (PACT_IS_ELEMENT (element));
  g_return_if_fail (counts != NULL);

  *counts = (PactInclusionCounts){ 0 };
  pact_element_walk (element, count_measure, counts);
}

static void
append_count (GPtrArray *parts,
              const char *label,
              guint n)
{
  if (n > 0)
    /* Translators: what was decided about measures, such as “Later”, and how many of them there are. */
    g_ptr_array_add (parts, g_strdup_printf (C_ ("in the plan", "%s %u"), label, n));
}

/**
 * pact_inclusion_counts_describe:
 * @counts: what pact_inclusion_counts_take() has counted
 *
 * Says it in words: “In this plan 14 · In place 9 · Later 8”.
 *
 * Returns: (transfer full): the text
 */
char *
pact_inclusion_counts_describe (const PactInclusionCounts *counts)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (counts != NULL, NULL);

  append_count (parts, C_ ("in the plan", "In this plan"), counts->included);
  append_count (parts, C_ ("situation today", "In place"), counts->in_place);
  append_count (parts, C_ ("in the plan", "Later"), counts->later);
  append_count (parts, C_ ("in the plan", "Not for us"), counts->excluded);
  g_ptr_array_add (parts, NULL);

  return parts->len > 1 ? g_strjoinv (" · ", (char **) parts->pdata) : g_strdup (_("No measures yet"));
}
