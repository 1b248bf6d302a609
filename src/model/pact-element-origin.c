/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-element-origin"

#include "config.h"

#include "pact-element.h"

/**
 * pact_element_get_template_id:
 * @self: an element
 *
 * Most came with the template that their plan began with; others say from which one they were taken.
 *
 * Returns: (transfer none) (nullable): the id of the template from which the element came into the plan, %NULL if it came from
 *   none or stands in no plan any more
 */
const char *
pact_element_get_template_id (PactElement *self)
{
  PactElement *root = self;
  const char *own;

  g_return_val_if_fail (PACT_IS_ELEMENT (self), NULL);

  if (pact_element_get_plan (self) == NULL || pact_kind_find_field (pact_element_get_kind (self), "template_key") == NULL
      || pact_element_get (self, "template_key") == NULL)
    return NULL;

  own = pact_element_get (self, "template_id");
  if (own != NULL)
    return own;
  while (pact_element_get_parent (root) != NULL)
    root = pact_element_get_parent (root);

  return pact_element_get (root, "template_id");
}
