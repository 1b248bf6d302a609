/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-currency-names"

#include "config.h"

#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/uenum.h>
#include <unicode/ustring.h>

#include "pact-currency-names.h"
#include "pact-fold.h"
#include "pact-locale-private.h"

/* What people call a currency: its code, its signs, its name. */

#define CODE_LENGTH 3

static void
to_icu_code (const char *currency,
             UChar *code)
{
  u_charsToUChars (currency, code, CODE_LENGTH + 1);
}

static char *
dup_name (const char *currency,
          const PactLocale *locale,
          UCurrNameStyle style)
{
  UChar code[CODE_LENGTH + 1];
  UErrorCode status = U_ZERO_ERROR;
  const UChar *name;
  int length;

  to_icu_code (currency, code);
  name = ucurr_getName (code, pact_locale_get_id (locale), style, NULL, &length, &status);

  return U_SUCCESS (status) ? _pact_text_from_icu (name, length) : g_strdup (currency);
}

/* The name as it stands behind a number: “euros”. */
static char *
dup_plural (const char *currency,
            const PactLocale *locale,
            const char *category)
{
  UChar code[CODE_LENGTH + 1];
  UErrorCode status = U_ZERO_ERROR;
  const UChar *name;
  int length;

  to_icu_code (currency, code);
  name = ucurr_getPluralName (code, pact_locale_get_id (locale), NULL, category, &length, &status);

  return U_SUCCESS (status) ? _pact_text_from_icu (name, length) : g_strdup (currency);
}

/**
 * pact_currency_dup_name:
 * @currency: an ISO 4217 code
 * @locale: (nullable): a locale
 *
 * Returns: (transfer full): the currency’s name in that language, or the code where there is none
 */
char *
pact_currency_dup_name (const char *currency,
                        const PactLocale *locale)
{
  g_return_val_if_fail (currency != NULL && strlen (currency) == CODE_LENGTH, NULL);

  return dup_name (currency, locale != NULL ? locale : pact_locale_get_default (), UCURR_LONG_NAME);
}

/**
 * pact_currency_is_called:
 * @currency: an ISO 4217 code
 * @text: what stands beside an amount
 * @locale: (nullable): a locale
 *
 * Returns: whether @text is the code of @currency, its sign, or its name in the language of @locale
 */
gboolean
pact_currency_is_called (const char *currency,
                         const char *text,
                         const PactLocale *locale)
{
  static const UCurrNameStyle styles[] = { UCURR_SYMBOL_NAME, UCURR_NARROW_SYMBOL_NAME, UCURR_LONG_NAME };
  static const char *const categories[] = { "one", "two", "few", "many", "other" };

  g_return_val_if_fail (currency != NULL && strlen (currency) == CODE_LENGTH, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  if (locale == NULL)
    locale = pact_locale_get_default ();
  if (pact_text_is_same_name (text, currency))
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autofree char *name = dup_name (currency, locale, styles[i]);

      if (pact_text_is_same_name (text, name))
        return TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (categories); i++)
    {
      g_autofree char *name = dup_plural (currency, locale, categories[i]);

      if (pact_text_is_same_name (text, name))
        return TRUE;
    }

  return FALSE;
}

/**
 * pact_text_is_currency:
 * @text: what stands beside an amount
 * @locale: (nullable): a locale
 *
 * Returns: whether @text is what any currency of the world is called
 */
gboolean
pact_text_is_currency (const char *text,
                       const PactLocale *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *codes = ucurr_openISOCurrencies (UCURR_ALL, &status);
  gboolean is_found = FALSE;
  const char *code;

  g_return_val_if_fail (text != NULL, FALSE);

  while (!is_found && (code = uenum_next (codes, NULL, &status)) != NULL)
    is_found = pact_currency_is_called (code, text, locale);
  uenum_close (codes);

  return is_found;
}
