/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-template-compare"

#include "config.h"

#include "pact-template-compare.h"

/* The first measure of each concept. */
static GHashTable *
index_concepts (GPtrArray *measures)
{
  GHashTable *by_concept = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < measures->len; i++)
    {
      PactTemplateItem *measure = g_ptr_array_index (measures, i);
      const char *concept = pact_template_item_get_concept (measure);

      if (concept != NULL && !g_hash_table_contains (by_concept, concept))
        g_hash_table_insert (by_concept, (gpointer) concept, measure);
    }

  return by_concept;
}

/* A measure without a concept is like no other. */
static PactTemplateItem *
find_like (GHashTable *by_concept,
           PactTemplateItem *measure)
{
  const char *concept = pact_template_item_get_concept (measure);

  return concept != NULL ? g_hash_table_lookup (by_concept, concept) : NULL;
}

/**
 * pact_template_compare:
 * @one: a template
 * @other: another
 *
 * Puts the measures of two templates beside each other. Those of one concept propose the same, whatever they are called.
 *
 * Returns: (transfer full) (element-type PactTemplatePair): the measures of @one in their order, each with the one like it of
 *   @other; then those of @other that are like none of @one
 */
GArray *
pact_template_compare (PactTemplate *one,
                       PactTemplate *other)
{
  g_autoptr (GPtrArray) measures = NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GHashTable) by_concept = NULL;
  g_autoptr (GHashTable) others_by_concept = NULL;
  GArray *pairs;

  g_return_val_if_fail (PACT_IS_TEMPLATE (one), NULL);
  g_return_val_if_fail (PACT_IS_TEMPLATE (other), NULL);

  measures = pact_template_list_measures (one);
  others = pact_template_list_measures (other);
  by_concept = index_concepts (measures);
  others_by_concept = index_concepts (others);
  pairs = g_array_new (FALSE, FALSE, sizeof (PactTemplatePair));
  for (guint i = 0; i < measures->len; i++)
    {
      PactTemplateItem *measure = g_ptr_array_index (measures, i);
      PactTemplatePair pair = { measure, find_like (others_by_concept, measure) };

      g_array_append_val (pairs, pair);
    }
  for (guint i = 0; i < others->len; i++)
    {
      PactTemplatePair pair = { NULL, g_ptr_array_index (others, i) };

      if (find_like (by_concept, pair.other) == NULL)
        g_array_append_val (pairs, pair);
    }

  return pairs;
}

/**
 * pact_template_count_shared:
 * @one: a template
 * @other: another
 *
 * Returns: how many measures of @one @other has too
 */
guint
pact_template_count_shared (PactTemplate *one,
                            PactTemplate *other)
{
  g_autoptr (GArray) pairs = pact_template_compare (one, other);
  guint n = 0;

  g_return_val_if_fail (pairs != NULL, 0);

  for (guint i = 0; i < pairs->len; i++)
    {
      const PactTemplatePair *pair = &g_array_index (pairs, PactTemplatePair, i);

      n += pair->one != NULL && pair->other != NULL;
    }

  return n;
}
