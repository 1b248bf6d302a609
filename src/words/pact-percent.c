/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-percent"

#include "config.h"

#include "pact-locale-private.h"
#include "pact-number.h"
#include "pact-percent.h"

/**
 * pact_percent_of:
 * @part: how many
 * @whole: of how many
 *
 * Returns: the share in whole percent, rounded half up; but 100 only for all, and 0 only for none. All of
 *   nothing is 100
 */
int
pact_percent_of (guint part,
                 guint whole)
{
  guint64 percent;

  if (part >= whole)
    return 100;
  if (part == 0)
    return 0;
  percent = ((guint64) part * 200 + whole) / ((guint64) whole * 2);

  return CLAMP (percent, 1, 99);
}

static gboolean
is_percent_sign (gunichar c)
{
  return c == '%' || c == 0x066a || c == 0xfe6a || c == 0xff05;
}

static const char *
find_sign (const char *text)
{
  while (*text != '\0' && !is_percent_sign (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return *text != '\0' ? text : NULL;
}

/**
 * pact_percent_has_sign:
 * @text: what a person typed
 *
 * Returns: whether there is a percent sign in it
 */
gboolean
pact_percent_has_sign (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return find_sign (text) != NULL;
}

/**
 * pact_percent_read:
 * @text: a number as a person typed it, perhaps with a percent sign before or behind it
 * @locale: (nullable): a locale
 *
 * Returns: (transfer full) (nullable): the number as pact_number_read() gives it
 */
char *
pact_percent_read (const char *text,
                   const PactLocale *locale)
{
  g_autofree char *tidy = NULL;
  g_autofree char *rest = NULL;
  const char *sign, *after;

  g_return_val_if_fail (text != NULL, NULL);

  tidy = _pact_tidy_input (text);
  sign = find_sign (tidy);
  if (sign == NULL)
    return pact_number_read (tidy, locale);

  /* Before the number or behind it, and not both. */
  after = g_utf8_next_char (sign);
  if (sign != tidy && *after != '\0')
    return NULL;
  rest = sign == tidy ? g_strdup (after) : g_strndup (tidy, sign - tidy);

  return pact_number_read (rest, locale);
}

/**
 * pact_percent_display:
 * @number: a number of percent, with an ASCII point
 * @locale: (nullable): a locale
 *
 * Returns: (transfer full): the same for reading: “62.5%”, “62,5 %”
 */
char *
pact_percent_display (const char *number,
                      const PactLocale *locale)
{
  const PactNumberSigns *signs = _pact_locale_get_number_signs (locale);
  g_autofree char *text = NULL;

  g_return_val_if_fail (number != NULL, NULL);

  text = pact_number_display (number, locale);

  return g_strconcat (signs->percent_prefix, text, signs->percent_suffix, NULL);
}

/**
 * pact_percent_display_share:
 * @part: how many
 * @whole: of how many
 * @locale: (nullable): a locale
 *
 * Returns: (transfer full): the share that pact_percent_of() gives, for reading
 */
char *
pact_percent_display_share (guint part,
                            guint whole,
                            const PactLocale *locale)
{
  g_autofree char *number = g_strdup_printf ("%d", pact_percent_of (part, whole));

  return pact_percent_display (number, locale);
}
