/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-editor-currency"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-amount.h"
#include "pact-edit-error.h"
#include "pact-editor-private.h"
#include "pact-money.h"
#include "pact-value.h"

/*
 * Amounts in another currency.
 *
 * Amounts are kept in minor units, and currencies differ in how many of them make one: a hundred
 * cents, a thousand millimes, no part of a króna. Who changes the currency means the figures: 1,500
 * stays 1,500, and no rate is applied. What the new currency cannot express is never cut without a
 * word: it is rounded half up, as accounts are, after somebody has agreed or has been told.
 *
 * The amounts are those fields that the model table calls money.
 */

/* What happens to the amounts on their way from one currency to another. */
typedef struct
{
  const char *from;  /* (nullable) */
  const char *to;    /* (nullable) */
  guint n_amounts;
  guint n_rounded;
  gint64 first;      /* that was rounded, in minor units of @from */
  gint64 first_made; /* what it is now, in minor units of @to */
} Conversion;

/* Returns the same figure in minor units of the new currency. */
static char *
convert (Conversion *self,
         const PactField *field,
         const char *value,
         GError **error)
{
  gint64 amount = g_ascii_strtoll (value, NULL, 10);
  gint64 old_unit = pact_currency_count_minor_units (self->from);
  gint64 new_unit = pact_currency_count_minor_units (self->to);
  gint64 made;

  self->n_amounts++;
  if (new_unit >= old_unit)
    {
      gint64 factor = new_unit / old_unit;

      if (amount > field->maximum / factor)
        {
          g_autofree char *shown = pact_amount_display (amount, self->from, NULL);

          /* Translators: %s is an amount of money. */
          g_set_error (error, PACT_EDIT_ERROR, PACT_EDIT_ERROR_AMOUNT,
                       _("%s is too large an amount for the new currency. Nothing was changed."), shown);
          return NULL;
        }
      made = amount * factor;
    }
  else
    {
      gint64 divisor = old_unit / new_unit;

      made = amount / divisor + (amount % divisor * 2 >= divisor);
      if (amount % divisor != 0 && self->n_rounded++ == 0)
        {
          self->first = amount;
          self->first_made = made;
        }
    }

  return g_strdup_printf ("%" G_GINT64_FORMAT, made);
}

/* Says which amounts the new currency cannot express. */
static char *
describe_rounding (const Conversion *self,
                   gboolean is_done)
{
  g_autofree char *before = pact_amount_display (self->first, self->from, NULL);
  g_autofree char *after = pact_amount_display (self->first_made, self->to, NULL);

  if (is_done)
    {
      /* Translators: %2$s and %3$s are amounts of money. */
      return g_strdup_printf (ngettext ("%1$u amount could not be written exactly in the currency of this plan: "
                                        "%2$s was rounded to %3$s.",
                                        "%1$u amounts could not be written exactly in the currency of this plan. "
                                        "They were rounded: %2$s, for example, to %3$s.",
                                        self->n_rounded),
                              self->n_rounded, before, after);
    }

  /* Translators: %2$s and %3$s are amounts of money. */
  return g_strdup_printf (ngettext ("%1$u amount cannot be written exactly in the new currency: "
                                    "%2$s would be rounded to %3$s.",
                                    "%1$u amounts cannot be written exactly in the new currency. "
                                    "They would be rounded: %2$s, for example, to %3$s.",
                                    self->n_rounded),
                          self->n_rounded, before, after);
}

/* An amount of the plan as it will be. */
typedef struct
{
  const char *uuid;
  const PactField *field;
  char *value;
} Amount;

static void
clear_amount (gpointer data)
{
  g_free (((Amount *) data)->value);
}

typedef struct
{
  Conversion conversion;
  GArray *amounts;
  GError *error;
} Collection;

static void
collect_amounts (PactElement *element,
                 gpointer data)
{
  Collection *self = data;
  const PactKind *kind = pact_element_get_kind (element);

  for (gsize i = 0; i < kind->n_fields && self->error == NULL; i++)
    {
      const PactField *field = &kind->fields[i];
      const char *value = field->type == PACT_TYPE_MONEY ? pact_element_get_value (element, field) : NULL;
      Amount amount = { pact_element_get_uuid (element), field, NULL };

      if (value == NULL)
        continue;
      amount.value = convert (&self->conversion, field, value, &self->error);
      /* What is the same in minor units too is not written, nor called modified. */
      if (g_strcmp0 (amount.value, value) == 0)
        g_clear_pointer (&amount.value, g_free);
      if (amount.value != NULL)
        g_array_append_val (self->amounts, amount);
    }
}

static gboolean
write_amounts (PactEditor *self,
               GArray *amounts,
               GError **error)
{
  for (guint i = 0; i < amounts->len; i++)
    {
      const Amount *amount = &g_array_index (amounts, Amount, i);

      if (!pact_library_update (_pact_editor_get_library (self), amount->uuid, amount->field, amount->value, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * pact_editor_set_currency:
 * @self: an editor
 * @currency: (nullable): an ISO 4217 code, %NULL for none
 * @round: whether amounts that @currency cannot express may be rounded to what it can
 * @error: return location for an error
 *
 * Changes the currency of the plan. All amounts of the plan keep their figures: 1,500 stays 1,500. This
 * is one step of undo. #PactEditor::restated tells that there were amounts.
 *
 * Returns: whether the plan is in @currency now; %FALSE with @error set to %PACT_EDIT_ERROR_ROUNDING if
 *   amounts would have to be rounded and may not be, to %PACT_EDIT_ERROR_AMOUNT if one would be too
 *   large, or to an error of %PACT_MODEL_ERROR or %PACT_STORE_ERROR; then nothing was changed
 */
gboolean
pact_editor_set_currency (PactEditor *self,
                          const char *currency,
                          gboolean round,
                          GError **error)
{
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (Amount));
  g_autofree char *from = NULL;
  Collection collection = { .amounts = amounts };
  const PactField *field;
  PactElement *root;

  g_return_val_if_fail (PACT_IS_EDITOR (self), FALSE);

  g_array_set_clear_func (amounts, clear_amount);
  root = pact_plan_get_root (pact_editor_get_plan (self));
  field = pact_kind_find_field (pact_element_get_kind (root), "currency");
  from = g_strdup (pact_plan_get_currency (pact_editor_get_plan (self)));
  if (!pact_field_check (field, currency, error))
    return FALSE;
  if (g_strcmp0 (from, currency) == 0)
    return TRUE;

  collection.conversion.from = from;
  collection.conversion.to = currency;
  pact_element_walk (root, collect_amounts, &collection);
  if (collection.error != NULL)
    {
      g_propagate_error (error, collection.error);
      return FALSE;
    }
  if (collection.conversion.n_rounded > 0 && !round)
    {
      g_autofree char *sentence = describe_rounding (&collection.conversion, FALSE);

      g_set_error_literal (error, PACT_EDIT_ERROR, PACT_EDIT_ERROR_ROUNDING, sentence);
      return FALSE;
    }

  if (!_pact_editor_begin (self, "edit", pact_element_get_kind (root), NULL, error))
    return FALSE;
  if (!_pact_editor_end (self,
                         write_amounts (self, amounts, error)
                           && pact_library_update (_pact_editor_get_library (self), pact_element_get_uuid (root), field,
                                                   currency, error),
                         error))
    return FALSE;
  if (collection.conversion.n_amounts > 0)
    _pact_editor_tell_restated (self, NULL);

  return TRUE;
}

/* Puts amounts that come from elsewhere into the currency of the plan. What is rounded is said in @rounding. */
gboolean
_pact_editor_restate_records (PactEditor *self,
                              GPtrArray *records,
                              const char *from,
                              gboolean *restated,
                              char **rounding,
                              GError **error)
{
  Conversion conversion = { .from = from, .to = pact_plan_get_currency (pact_editor_get_plan (self)) };

  *restated = FALSE;
  *rounding = NULL;
  if (g_strcmp0 (conversion.from, conversion.to) == 0)
    return TRUE;

  for (guint i = 0; i < records->len; i++)
    {
      PactRecord *record = g_ptr_array_index (records, i);

      for (gsize j = 0; j < record->kind->n_fields; j++)
        {
          const PactField *field = &record->kind->fields[j];
          char *value;

          if (field->type != PACT_TYPE_MONEY || record->values[j] == NULL)
            continue;
          value = convert (&conversion, field, record->values[j], error);
          if (value == NULL)
            return FALSE;
          g_free (record->values[j]);
          record->values[j] = value;
        }
    }

  *restated = conversion.n_amounts > 0;
  if (conversion.n_rounded > 0)
    *rounding = describe_rounding (&conversion, TRUE);

  return TRUE;
}
