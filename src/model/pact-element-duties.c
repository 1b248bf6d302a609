/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-element-duties"

#include "config.h"

#include "pact-element.h"
#include "pact-mistake.h"

/* What follows from what is said of an element: what else has to be said, and what need not be. */

/**
 * pact_element_has_answer:
 * @self: an element
 * @field_name: the name of a field, of its kind or of others
 * @flags: one or more flags
 *
 * Returns: whether the answer that is given there has one of @flags; nothing follows from no answer
 */
gboolean
pact_element_has_answer (PactElement *self,
                         const char *field_name,
                         PactTermFlags flags)
{
  const PactField *field;

  g_return_val_if_fail (PACT_IS_ELEMENT (self), FALSE);

  field = pact_kind_find_field (pact_element_get_kind (self), field_name);

  return field != NULL && field->type == PACT_TYPE_CHOICE
         && (pact_vocabulary_get_flags (field->vocabulary, pact_element_get_value (self, field)) & flags) != 0;
}

/* The measure that an element is or belongs to. */
static PactElement *
find_measure (PactElement *self)
{
  while (self != NULL && !(pact_element_get_kind (self)->flags & PACT_KIND_MEASURE))
    self = pact_element_get_parent (self);

  return self;
}

/**
 * pact_element_is_waived:
 * @self: an element
 *
 * A measure that is in place already, does not apply, comes later or is not for the authority needs no dates, no lead and no targets.
 *
 * Returns: whether @self is such a measure or belongs to one
 */
gboolean
pact_element_is_waived (PactElement *self)
{
  PactElement *measure;

  g_return_val_if_fail (PACT_IS_ELEMENT (self), FALSE);

  measure = find_measure (self);

  return measure != NULL
         && (pact_element_has_answer (measure, "situation", PACT_TERM_WAIVES)
             || pact_element_has_answer (measure, "inclusion", PACT_TERM_WAIVES));
}

/**
 * pact_element_is_over:
 * @self: an element
 *
 * Nobody waits for the dates of a measure that has been completed or dropped.
 *
 * Returns: whether @self is such a measure or belongs to one
 */
gboolean
pact_element_is_over (PactElement *self)
{
  PactElement *measure;

  g_return_val_if_fail (PACT_IS_ELEMENT (self), FALSE);

  measure = find_measure (self);

  return measure != NULL && pact_element_has_answer (measure, "status", PACT_TERM_ENDS);
}

/**
 * pact_element_is_left_out:
 * @self: an element
 *
 * What is put off or decided against stays on record. Where nothing has been decided, what does not apply is left out.
 *
 * Returns: whether @self is a measure that is no part of the plan
 */
gboolean
pact_element_is_left_out (PactElement *self)
{
  g_return_val_if_fail (PACT_IS_ELEMENT (self), FALSE);

  if (!(pact_element_get_kind (self)->flags & PACT_KIND_MEASURE))
    return FALSE;

  return pact_element_has_answer (self, pact_element_get (self, "inclusion") != NULL ? "inclusion" : "situation",
                                  PACT_TERM_LEFT_OUT);
}

/**
 * pact_element_needs_value:
 * @self: an element
 * @field: a field of its kind
 *
 * Returns: whether @field must be filled in before the plan is submitted
 */
gboolean
pact_element_needs_value (PactElement *self,
                          const PactField *field)
{
  g_return_val_if_fail (PACT_IS_ELEMENT (self), FALSE);

  return pact_field_is_needed (field, pact_element_is_waived (self));
}

/**
 * pact_element_get_reason_field:
 * @self: an element
 * @field: a field of its kind
 *
 * Returns: (transfer none) (nullable): the field in which is to be said why @field says what it says; %NULL if that speaks for
 *   itself
 */
const PactField *
pact_element_get_reason_field (PactElement *self,
                               const PactField *field)
{
  g_return_val_if_fail (PACT_IS_ELEMENT (self), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  if (field->reason == NULL || !pact_element_has_answer (self, field->name, PACT_TERM_REASONED))
    return NULL;

  return pact_kind_find_field (pact_element_get_kind (self), field->reason);
}
