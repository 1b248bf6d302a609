/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-make-row"

#include "config.h"

#include "pact-actor-row.h"
#include "pact-choice-row.h"
#include "pact-choices-row.h"
#include "pact-entry-row.h"
#include "pact-make-row.h"
#include "pact-measured.h"
#include "pact-prose-row.h"
#include "pact-switch-row.h"

/* Which row a field has in a form: the one place that knows all the types of rows. */

/**
 * pact_make_row:
 * @field: a field
 *
 * Returns: (transfer floating): the kind of row that suits the field's type; a title, which may be long, wraps
 */
PactFieldRow *
pact_make_row (const PactField *field)
{
  GType type = G_TYPE_INVALID;

  g_return_val_if_fail (field != NULL, NULL);

  switch (field->type)
    {
    case PACT_TYPE_TEXT:
      type = field->flags & PACT_FIELD_TITLE ? PACT_TYPE_PROSE_ROW : PACT_TYPE_ENTRY_ROW;
      break;
    case PACT_TYPE_DATE:
    case PACT_TYPE_INTEGER:
    case PACT_TYPE_MONEY:
    case PACT_TYPE_DECIMAL:
      type = PACT_TYPE_ENTRY_ROW;
      break;
    case PACT_TYPE_PROSE:
      type = PACT_TYPE_PROSE_ROW;
      break;
    case PACT_TYPE_CHOICE:
    case PACT_TYPE_COUNTRY:
    case PACT_TYPE_SUBDIVISION:
    case PACT_TYPE_LANGUAGE:
    case PACT_TYPE_CURRENCY:
      type = PACT_TYPE_CHOICE_ROW;
      break;
    case PACT_TYPE_REFERENCE:
      /* A body that is not among the actors yet can be named where it is needed. */
      type = g_str_equal (field->target, "actor") ? PACT_TYPE_ACTOR_ROW : PACT_TYPE_CHOICE_ROW;
      break;
    case PACT_TYPE_CHOICES:
      type = PACT_TYPE_CHOICES_ROW;
      break;
    case PACT_TYPE_BOOLEAN:
      type = PACT_TYPE_SWITCH_ROW;
      break;
    case PACT_TYPE_TIMESTAMP:
    case PACT_TYPE_JSON:
    case PACT_TYPE_PICTURE:
      break;
    }
  /* Moments and kept members are written by the program alone, and a picture is chosen where it is used. */
  g_return_val_if_fail (type != G_TYPE_INVALID, NULL);

  return g_object_new (type, "field", field, NULL);
}

/**
 * pact_make_row_for:
 * @element: an element
 * @field: a field of its kind
 *
 * Returns: (transfer floating): the kind of row that suits what @element says now, for a list of such rows: whether an indicator is
 *   answered by yes or no follows from its type, and a title that is asked for is one line
 */
PactFieldRow *
pact_make_row_for (PactElement *element,
                   const PactField *field)
{
  PactMeasuredForm form;

  g_return_val_if_fail (PACT_IS_ELEMENT (element), NULL);

  if (field->type == PACT_TYPE_TEXT)
    return g_object_new (PACT_TYPE_ENTRY_ROW, "field", field, NULL);
  if (!pact_field_is_measured (field))
    return pact_make_row (field);
  form = pact_measured_get_form (element, field);
  if (form != PACT_MEASURED_YES_NO && form != PACT_MEASURED_STEPS)
    return pact_make_row (field);

  return g_object_new (PACT_TYPE_CHOICE_ROW, "field", field, NULL);
}
