/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-known"

#include "config.h"

#include "pact-known.h"

/* A measure is known again by its concept, which it has in every template, or by its template and its key there; pillars and
 * objectives are known by the latter alone. */

struct _PactKnown
{
  GHashTable *by_concept; /* PactElement, borrowed from the plan */
  GHashTable *by_origin;  /* the same, by dup_origin() */
};

static const char *
get_concept (PactElement *element)
{
  return pact_kind_find_field (pact_element_get_kind (element), "concept") != NULL ? pact_element_get (element, "concept") : NULL;
}

/* Neither an id of a template nor a key has a line break. */
static char *
dup_origin (PactElement *element)
{
  const char *id = pact_element_get_template_id (element);

  return id != NULL ? g_strjoin ("\n", id, pact_element_get (element, "template_key"), NULL) : NULL;
}

/* The first of several, such as copies, stands for them all. */
static void
collect (PactElement *element,
         gpointer data)
{
  PactKnown *self = data;
  const char *concept = get_concept (element);
  char *origin = dup_origin (element);

  if (concept != NULL && !g_hash_table_contains (self->by_concept, concept))
    g_hash_table_insert (self->by_concept, g_strdup (concept), element);
  if (origin != NULL && !g_hash_table_contains (self->by_origin, origin))
    g_hash_table_insert (self->by_origin, origin, element);
  else
    g_free (origin);
}

/**
 * pact_known_new:
 * @plan: a plan, which is not changed as long as this is used
 *
 * Returns: (transfer full): what it has
 */
PactKnown *
pact_known_new (PactPlan *plan)
{
  PactKnown *self;

  g_return_val_if_fail (PACT_IS_PLAN (plan), NULL);

  self = g_new0 (PactKnown, 1);
  self->by_concept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_origin = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  pact_element_walk (pact_plan_get_root (plan), collect, self);

  return self;
}

/**
 * pact_known_free:
 * @self: (transfer full): what a plan has
 *
 * Frees @self.
 */
void
pact_known_free (PactKnown *self)
{
  g_hash_table_unref (self->by_concept);
  g_hash_table_unref (self->by_origin);
  g_free (self);
}

/**
 * pact_known_find:
 * @self: what a plan has
 * @other: an element of another plan
 *
 * Returns: (transfer none) (nullable): the element of the plan that is the same thing as @other
 */
PactElement *
pact_known_find (PactKnown *self,
                 PactElement *other)
{
  const char *concept;
  g_autofree char *origin = NULL;
  PactElement *found;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (PACT_IS_ELEMENT (other), NULL);

  origin = dup_origin (other);
  found = origin != NULL ? g_hash_table_lookup (self->by_origin, origin) : NULL;
  concept = get_concept (other);
  if (found == NULL && concept != NULL)
    found = g_hash_table_lookup (self->by_concept, concept);

  return found != NULL && pact_element_get_kind (found) == pact_element_get_kind (other) ? found : NULL;
}

typedef struct
{
  PactKnown *self;
  guint n;
} Count;

static void
count_known (PactElement *element,
             gpointer data)
{
  Count *count = data;

  count->n += (pact_element_get_kind (element)->flags & PACT_KIND_MEASURE) && pact_known_find (count->self, element) != NULL;
}

/**
 * pact_known_count:
 * @self: what a plan has
 * @other: an element of another plan
 *
 * Returns: how many of the measures in @other the plan has
 */
guint
pact_known_count (PactKnown *self,
                  PactElement *other)
{
  Count count = { self, 0 };

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (PACT_IS_ELEMENT (other), 0);

  pact_element_walk (other, count_known, &count);

  return count.n;
}
