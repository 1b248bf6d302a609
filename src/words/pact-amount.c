/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-amount"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-amount.h"
#include "pact-currency-names.h"
#include "pact-locale-private.h"
#include "pact-model.h"
#include "pact-money.h"
#include "pact-number.h"
#include "pact-translate.h"
#include "pact-value.h"

/* The figure that sentences give as an example, in the main unit. */
#define EXAMPLE 12500

static char *
to_main_unit (gint64 amount,
              const char *currency)
{
  int digits = pact_currency_get_digits (currency);
  gint64 unit = pact_currency_count_minor_units (currency);

  if (digits == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, amount);

  return g_strdup_printf ("%" G_GINT64_FORMAT ".%0*" G_GINT64_FORMAT, amount / unit, digits, amount % unit);
}

/* Reads a number of main units. A fraction that the currency does not have is refused, save zeros; three of
 * them are more likely to be a group. */
static gboolean
to_minor_units (const char *number,
                const char *currency,
                gint64 *amount)
{
  const char *point = strchr (number, '.');
  gsize n_whole = point != NULL ? (gsize) (point - number) : strlen (number);
  gsize n_fraction = point != NULL ? strlen (point + 1) : 0;
  gsize n_digits = pact_currency_get_digits (currency);
  g_autoptr (GString) digits = g_string_new_len (number, n_whole);
  guint64 minor;

  if (point != NULL && n_fraction > n_digits
      && (n_fraction == 3 || strspn (point + 1 + n_digits, "0") != n_fraction - n_digits))
    return FALSE;
  for (gsize i = 0; i < n_digits; i++)
    g_string_append_c (digits, i < n_fraction ? point[1 + i] : '0');
  if (!g_ascii_string_to_unsigned (digits->str, 10, 0, PACT_MAX_INTEGER, &minor, NULL))
    return FALSE;
  *amount = minor;

  return TRUE;
}

/* Cuts what stands before and behind the figures of @text, which begin with a digit or a sign and end with a digit. */
static char *
cut_figures (const char *text,
             char **before,
             char **after)
{
  const char *start = text;
  const char *end = text;

  while (*start != '\0' && !g_unichar_isdigit (g_utf8_get_char (start)) && *start != '-' && g_utf8_get_char (start) != 0x2212)
    start = g_utf8_next_char (start);
  for (const char *p = start; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_isdigit (g_utf8_get_char (p)))
        end = g_utf8_next_char (p);
    }
  end = MAX (start, end);
  *before = g_strndup (text, start - text);
  *after = _pact_tidy_input (end);

  return g_strndup (start, end - start);
}

/* “500,–” and “500.-” have no minor units; the dash says so. */
static char *
drop_dash (char *after)
{
  static const char *const dashes[] = { ",-", ".-", ",–", ".–", ",—", ".—", ",--", ".--" };

  for (gsize i = G_N_ELEMENTS (dashes); i > 0; i--)
    {
      if (g_str_has_prefix (after, dashes[i - 1]))
        {
          char *rest = _pact_tidy_input (after + strlen (dashes[i - 1]));

          g_free (after);
          return rest;
        }
    }

  return after;
}

static char *
dup_example (const char *currency,
             const PactLocale *locale)
{
  gint64 unit = pact_currency_count_minor_units (currency);

  return pact_amount_display (EXAMPLE * unit + unit / 2, currency, locale);
}

static gboolean
refuse (const char *text,
        const char *currency,
        const PactLocale *locale,
        GError **error)
{
  g_autofree char *example = dup_example (currency, locale);

  /* Translators: %2$s is an amount of money, as the reader would write it. */
  g_set_error (error, PACT_MODEL_ERROR, PACT_MODEL_ERROR_INVALID,
               _("“%1$s” is not an amount of money. Write it in figures, such as %2$s."), text, example);

  return FALSE;
}

/* Whether @name, which stands beside an amount, is what the plan’s currency is called. */
static gboolean
check_currency (const char *text,
                const char *name,
                const char *currency,
                const PactLocale *locale,
                GError **error)
{
  g_autofree char *plan_name = NULL;
  g_autofree char *example = NULL;

  if (currency != NULL && pact_currency_is_called (currency, name, locale))
    return TRUE;
  if (!pact_text_is_currency (name, locale))
    return refuse (text, currency, locale, error);

  if (currency == NULL)
    {
      /* Translators: %s is the sign, the code or the name of a currency. */
      g_set_error (error, PACT_MODEL_ERROR, PACT_MODEL_ERROR_INVALID,
                   _("The plan has no currency yet. Choose one for the plan, or write the amount without “%s”."), name);
      return FALSE;
    }
  plan_name = pact_currency_dup_name (currency, locale);
  example = dup_example (currency, locale);
  /* Translators: %1$s is the name of a currency, %2$s the sign, the code or the name of another one, %3$s an
   * amount in the first. */
  g_set_error (error, PACT_MODEL_ERROR, PACT_MODEL_ERROR_INVALID,
               _("The plan’s currency is %1$s; “%2$s” is another one. Write the amount in the plan’s currency, such as %3$s."),
               plan_name, name, example);

  return FALSE;
}

/**
 * pact_amount_read:
 * @text: an amount in the currency's main unit, as a person typed it: `12 500,50 €`, `EUR 12'500.-`
 * @currency: (nullable): the ISO 4217 code of the plan's currency
 * @locale: (nullable): a locale
 * @amount: (out): the amount in minor units
 * @error: return location for an error
 *
 * Reads a number as pact_number_read() does. The plan's currency may stand before or behind it.
 *
 * Returns: whether @text is an amount that @currency can express exactly; if not, @error is set to
 *   %PACT_MODEL_ERROR_INVALID with a sentence for people
 */
gboolean
pact_amount_read (const char *text,
                  const char *currency,
                  const PactLocale *locale,
                  gint64 *amount,
                  GError **error)
{
  g_autofree char *tidy = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *figures = NULL;
  g_autofree char *number = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (amount != NULL, FALSE);

  tidy = _pact_tidy_input (text);
  figures = cut_figures (tidy, &before, &after);
  after = drop_dash (after);
  number = pact_number_read (figures, locale);
  if (number == NULL || *number == '-' || (*before != '\0' && *after != '\0'))
    return refuse (tidy, currency, locale, error);

  name = _pact_tidy_input (*before != '\0' ? before : after);
  if (*name != '\0' && !check_currency (tidy, name, currency, locale, error))
    return FALSE;

  return to_minor_units (number, currency, amount) || refuse (tidy, currency, locale, error);
}

/**
 * pact_amount_write:
 * @amount: an amount in minor units, not negative
 * @currency: (nullable): an ISO 4217 code
 * @locale: (nullable): a locale
 *
 * The way back from pact_amount_read().
 *
 * Returns: (transfer full): the amount in the main unit to be edited
 */
char *
pact_amount_write (gint64 amount,
                   const char *currency,
                   const PactLocale *locale)
{
  g_autofree char *number = to_main_unit (amount, currency);

  return pact_number_write (number, locale);
}

/**
 * pact_amount_display:
 * @amount: an amount in minor units, not negative
 * @currency: (nullable): an ISO 4217 code
 * @locale: (nullable): a locale
 *
 * Returns: (transfer full): the amount and its currency, for reading
 */
char *
pact_amount_display (gint64 amount,
                     const char *currency,
                     const PactLocale *locale)
{
  g_autofree char *number = to_main_unit (amount, currency);
  g_autofree char *display = pact_number_display_money (number, locale);

  if (currency == NULL)
    return g_steal_pointer (&display);

  /* Translators: an amount of money: %1 is the number, %2 the code of the currency. */
  return g_strdup_printf (pact_translate ("money", "%1$s %2$s", locale), display, currency);
}
