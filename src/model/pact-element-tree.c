/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-element-tree"

#include "config.h"

#include "pact-element.h"

/* Where an element stands among others. */

/**
 * pact_element_get_ancestor:
 * @self: an element
 * @kind_name: the name of a kind
 *
 * Returns: (transfer none) (nullable): @self or the nearest element above it that is of that kind
 */
PactElement *
pact_element_get_ancestor (PactElement *self,
                           const char *kind_name)
{
  g_return_val_if_fail (PACT_IS_ELEMENT (self), NULL);

  while (self != NULL && !pact_element_is_kind (self, kind_name))
    self = pact_element_get_parent (self);

  return self;
}

/**
 * pact_element_dup_number:
 * @self: an element
 *
 * Returns: (transfer full): its number in the plan, such as “2.1.3”; empty for the plan itself
 */
char *
pact_element_dup_number (PactElement *self)
{
  PactElement *parent;
  g_autofree char *above = NULL;

  g_return_val_if_fail (PACT_IS_ELEMENT (self), NULL);

  parent = pact_element_get_parent (self);
  if (parent == NULL)
    return g_strdup ("");

  above = pact_element_dup_number (parent);
  if (*above == '\0')
    return g_strdup_printf ("%u", pact_element_get_index (self) + 1);

  return g_strdup_printf ("%s.%u", above, pact_element_get_index (self) + 1);
}

/**
 * pact_element_contains:
 * @self: an element
 * @other: another of the same plan
 *
 * Returns: whether @other is @self or stands anywhere below it
 */
gboolean
pact_element_contains (PactElement *self,
                       PactElement *other)
{
  while (other != NULL && other != self)
    other = pact_element_get_parent (other);

  return other != NULL;
}

static void
collect_record (PactElement *element,
                gpointer data)
{
  g_ptr_array_add (data, pact_element_to_record (element));
}

/**
 * pact_element_to_records:
 * @self: an element
 *
 * Returns: (transfer full) (element-type PactRecord): copies of @self and of everything below it, parents first
 */
GPtrArray *
pact_element_to_records (PactElement *self)
{
  GPtrArray *records;

  g_return_val_if_fail (PACT_IS_ELEMENT (self), NULL);

  records = pact_record_list_new ();
  pact_element_walk (self, collect_record, records);

  return records;
}
