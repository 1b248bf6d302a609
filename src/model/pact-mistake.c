/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-mistake"

#include "config.h"

#include "pact-address.h"
#include "pact-date.h"
#include "pact-mistake.h"
#include "pact-value.h"

/*
 * What keeps a plan from being submitted, field by field. The review names these mistakes, and every count of what is done
 * and what is needed is a count of them: what the one list calls missing or wrong is nowhere else called complete.
 */

static const char *
get_value (const PactKind *kind,
           const char *const *values,
           const PactField *field)
{
  return values[field - kind->fields];
}

/* Whether the date lies wholly before the other one: 2027 does not lie before March 2027. */
static gboolean
ends_before (const char *value,
             const char *other)
{
  g_autoptr (GDate) last = NULL;
  g_autoptr (GDate) first = NULL;
  PactDate date;

  if (value == NULL || other == NULL)
    return FALSE;
  if (!pact_date_parse (value, &date))
    return FALSE;
  last = pact_date_last_day (&date);
  if (!pact_date_parse (other, &date))
    return FALSE;
  first = pact_date_first_day (&date);

  return g_date_compare (last, first) < 0;
}

/**
 * pact_field_is_needed:
 * @field: a field
 * @is_waived: whether the measure that the element belongs to is in place already or does not apply, see
 *   pact_element_is_waived()
 *
 * Returns: whether @field must be filled in before the plan is submitted
 */
gboolean
pact_field_is_needed (const PactField *field,
                      gboolean is_waived)
{
  g_return_val_if_fail (field != NULL, FALSE);

  return (field->flags & PACT_FIELD_REQUIRED) != 0
         || ((field->flags & PACT_FIELD_REQUIRED_IF_PLANNED) != 0 && !is_waived);
}

/**
 * pact_field_find_mistake:
 * @field: a field of @kind
 * @kind: the kind of an element
 * @values: (array): the element's values in canonical form, one a field, %NULL where nothing is said
 * @is_waived: as for pact_field_is_needed()
 *
 * Returns: what is wrong with the value of @field, beside the form that pact_field_check() looks after
 */
PactMistake
pact_field_find_mistake (const PactField *field,
                         const PactKind *kind,
                         const char *const *values,
                         gboolean is_waived)
{
  const char *value;

  g_return_val_if_fail (field != NULL, PACT_MISTAKE_NONE);
  g_return_val_if_fail (kind != NULL && values != NULL, PACT_MISTAKE_NONE);

  value = get_value (kind, values, field);
  if (!pact_field_is_answered (field, value))
    return pact_field_is_needed (field, is_waived) ? PACT_MISTAKE_MISSING : PACT_MISTAKE_NONE;
  if (field->format == PACT_FORMAT_EMAIL && !pact_text_is_email (value))
    return PACT_MISTAKE_EMAIL;
  if (field->format == PACT_FORMAT_URL && !pact_text_is_url (value))
    return PACT_MISTAKE_URL;
  if (field->after != NULL && ends_before (value, get_value (kind, values, pact_kind_find_field (kind, field->after))))
    return PACT_MISTAKE_ORDER;

  return PACT_MISTAKE_NONE;
}

/**
 * pact_kind_count_answers:
 * @kind: the kind of an element
 * @values: (array): the element's values, as for pact_field_find_mistake()
 * @is_waived: as for pact_field_is_needed()
 * @filled: (out): how many of the answers that are needed have been given and are right
 * @required: (out): how many are needed; one that is not, but is wrong, counts until it is mended or taken away
 *
 * The count behind every figure of completeness: in memory, in the list of plans and in reports.
 */
void
pact_kind_count_answers (const PactKind *kind,
                         const char *const *values,
                         gboolean is_waived,
                         guint *filled,
                         guint *required)
{
  g_return_if_fail (kind != NULL && values != NULL);
  g_return_if_fail (filled != NULL && required != NULL);

  *filled = *required = 0;
  for (gsize i = 0; i < kind->n_fields; i++)
    {
      gboolean is_wrong = pact_field_find_mistake (&kind->fields[i], kind, values, is_waived) != PACT_MISTAKE_NONE;

      if (!is_wrong && !pact_field_is_needed (&kind->fields[i], is_waived))
        continue;
      (*required)++;
      *filled += !is_wrong;
    }
}
