/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-money"

#include "config.h"

#include "pact-money.h"

/**
 * pact_currency_get_digits:
 * @currency: (nullable): an ISO 4217 code
 *
 * The number of digits of the minor unit, from ISO 4217's list one; two where the currency is
 * not known.
 *
 * Returns: 0, 2 or 3
 */
int
pact_currency_get_digits (const char *currency)
{
  static const char *const none[] = { "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW",
                                      "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF",
                                      "XPF", NULL };
  static const char *const three[] = { "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND", NULL };

  if (currency == NULL)
    return 2;
  if (g_strv_contains (none, currency))
    return 0;

  return g_strv_contains (three, currency) ? 3 : 2;
}

/**
 * pact_currency_count_minor_units:
 * @currency: (nullable): an ISO 4217 code
 *
 * Returns: how many minor units make one of the main unit: 1, 100 or 1,000
 */
gint64
pact_currency_count_minor_units (const char *currency)
{
  gint64 n = 1;

  for (int i = pact_currency_get_digits (currency); i > 0; i--)
    n *= 10;

  return n;
}
