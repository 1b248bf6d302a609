/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-money"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

#include "pact-model.h"
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

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x00a0 || c == 0x2009 || c == 0x202f;
}

/**
 * pact_number_normalize_input:
 * @text: a number as a person typed it
 *
 * Reads the ways in which people write numbers: spaces and apostrophes between groups of
 * digits, a comma or a point before the fraction, points or commas between groups of three.
 *
 * Where one comma or one point stands before exactly three digits, the user's locale decides
 * whether it groups or separates.
 *
 * Returns: (transfer full) (nullable): the number with an ASCII point, or %NULL if @text is no number
 */
char *
pact_number_normalize_input (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  char decimal = '\0';
  guint n_points = 0, n_commas = 0;
  const char *last = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n_points += c == '.';
      n_commas += c == ',';
      if (c == '.' || c == ',')
        last = p;
    }

  if (n_points > 0 && n_commas > 0)
    decimal = *last;
  else if (n_points + n_commas == 1)
    {
      gboolean three = strlen (last + 1) == 3 && last > text && !(last == text + 1 && *text == '0');

      if (!three || *nl_langinfo (RADIXCHAR) == *last)
        decimal = *last;
    }

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar digit = g_unichar_digit_value (c);

      if (is_space (c) || c == '\'' || c == 0x2019)
        continue;
      if ((c == '-' || c == 0x2212) && digits->len == 0)
        g_string_append_c (digits, '-');
      else if (decimal != '\0' && c == (gunichar) decimal)
        g_string_append_c (digits, '.');
      else if (c == '.' || c == ',')
        g_string_append_c (digits, ',');
      else if (g_unichar_isdigit (c))
        g_string_append_c (digits, '0' + digit);
      else
        return NULL;
    }

  /* Groups have three digits, in India all but the last two; 1.5.2027 is no number. */
  if (!g_regex_match_simple ("^-?([0-9]+|[0-9]{1,3}(,[0-9]{2,3})*,[0-9]{3})(\\.[0-9]+)?$", digits->str,
                             G_REGEX_DOLLAR_ENDONLY, 0))
    return NULL;
  g_string_replace (digits, ",", "", 0);

  return g_string_free (g_steal_pointer (&digits), FALSE);
}

/**
 * pact_number_to_display:
 * @number: a number with an ASCII point
 *
 * Returns: (transfer full): the same number with the locale's decimal sign and with narrow
 *   no-break spaces between groups of three digits (ISO 80000-1, 7.3)
 */
char *
pact_number_to_display (const char *number)
{
  g_autoptr (GString) display = g_string_new (NULL);
  const char *point, *start;
  gsize n_digits;

  g_return_val_if_fail (number != NULL, NULL);

  start = *number == '-' ? number + 1 : number;
  point = strchrnul (start, '.');
  n_digits = point - start;

  if (*number == '-')
    g_string_append (display, "−");
  for (gsize i = 0; i < n_digits; i++)
    {
      if (i > 0 && n_digits > 4 && (n_digits - i) % 3 == 0)
        g_string_append (display, "\u202f");
      g_string_append_c (display, start[i]);
    }
  if (*point == '.')
    {
      g_string_append (display, nl_langinfo (RADIXCHAR));
      g_string_append (display, point + 1);
    }

  return g_string_free (g_steal_pointer (&display), FALSE);
}

/**
 * pact_money_parse_input:
 * @text: an amount in the currency's main unit, as a person typed it
 * @currency: (nullable): an ISO 4217 code
 * @amount: (out): the amount in minor units
 *
 * Returns: whether @text is an amount that @currency can express exactly
 */
gboolean
pact_money_parse_input (const char *text,
                        const char *currency,
                        gint64 *amount)
{
  g_autofree char *number = pact_number_normalize_input (text);
  int digits = pact_currency_get_digits (currency);
  gint64 minor = 0;
  int n_fraction = -1;

  if (number == NULL || *number == '-')
    return FALSE;

  for (const char *p = number; *p != '\0'; p++)
    {
      if (*p == '.')
        {
          n_fraction = 0;
          continue;
        }
      if (n_fraction == digits)
        {
          if (*p != '0')
            return FALSE;
          continue;
        }
      minor = minor * 10 + (*p - '0');
      if (n_fraction >= 0)
        n_fraction++;
      if (minor > PACT_MAX_INTEGER)
        return FALSE;
    }
  for (int i = MAX (n_fraction, 0); i < digits; i++)
    {
      minor *= 10;
      if (minor > PACT_MAX_INTEGER)
        return FALSE;
    }

  *amount = minor;

  return TRUE;
}

static char *
to_main_unit (gint64 amount,
              const char *currency)
{
  int digits = pact_currency_get_digits (currency);
  gint64 unit = digits == 0 ? 1 : digits == 2 ? 100 : 1000;

  if (digits == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, amount);

  return g_strdup_printf ("%" G_GINT64_FORMAT ".%0*" G_GINT64_FORMAT,
                          amount / unit, digits, amount % unit);
}

/**
 * pact_money_to_input:
 * @amount: an amount in minor units, not negative
 * @currency: (nullable): an ISO 4217 code
 *
 * Returns: (transfer full): the amount in the main unit with the locale's decimal sign, as a person would type it
 */
char *
pact_money_to_input (gint64 amount,
                     const char *currency)
{
  g_autofree char *number = to_main_unit (amount, currency);
  g_auto (GStrv) parts = g_strsplit (number, ".", 2);

  return parts[1] != NULL ? g_strjoin (nl_langinfo (RADIXCHAR), parts[0], parts[1], NULL)
                          : g_steal_pointer (&number);
}

/**
 * pact_money_to_display:
 * @amount: an amount in minor units, not negative
 * @currency: (nullable): an ISO 4217 code
 *
 * Returns: (transfer full): the amount and its currency, for reading
 */
char *
pact_money_to_display (gint64 amount,
                       const char *currency)
{
  g_autofree char *number = to_main_unit (amount, currency);
  g_autofree char *display = pact_number_to_display (number);

  if (currency == NULL)
    return g_steal_pointer (&display);

  /* Translators: an amount of money: %1 is the number, %2 the code of the currency. */
  return g_strdup_printf (C_("money", "%1$s %2$s"), display, currency);
}
