/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-date"

#include "config.h"

#include "pact-date.h"

/**
 * pact_date_is_valid:
 * @date: a date
 *
 * Returns: whether @date exists in the calendar and can be written in canonical form
 */
gboolean
pact_date_is_valid (const PactDate *date)
{
  g_return_val_if_fail (date != NULL, FALSE);

  if (date->year < 1000 || date->year > 9999 || date->month < 0 || date->month > 12)
    return FALSE;
  if (date->month == 0)
    return date->day == 0;

  return date->day == 0 || g_date_valid_dmy (date->day, date->month, date->year);
}

/* Reads exactly @n_digits digits. */
static gboolean
read_digits (const char **text,
             int n_digits,
             int *number)
{
  *number = 0;
  for (int i = 0; i < n_digits; i++, (*text)++)
    {
      if (!g_ascii_isdigit (**text))
        return FALSE;
      *number = *number * 10 + g_ascii_digit_value (**text);
    }

  return TRUE;
}

/**
 * pact_date_parse:
 * @text: a date in ISO 8601: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 * @date: (out caller-allocates): where to put it
 *
 * Returns: whether @text is such a date and exists in the calendar
 */
gboolean
pact_date_parse (const char *text,
                 PactDate *date)
{
  PactDate parsed = { 0, 0, 0 };

  g_return_val_if_fail (text != NULL, FALSE);

  if (!read_digits (&text, 4, &parsed.year))
    return FALSE;
  if (*text != '\0' && (*text++ != '-' || !read_digits (&text, 2, &parsed.month) || parsed.month == 0))
    return FALSE;
  if (*text != '\0' && (*text++ != '-' || !read_digits (&text, 2, &parsed.day) || parsed.day == 0))
    return FALSE;
  if (*text != '\0' || !pact_date_is_valid (&parsed))
    return FALSE;

  *date = parsed;

  return TRUE;
}

/**
 * pact_date_to_string:
 * @date: a date
 *
 * Returns: (transfer full): @date in ISO 8601, as precise as it is known
 */
char *
pact_date_to_string (const PactDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  if (date->month == 0)
    return g_strdup_printf ("%04d", date->year);
  if (date->day == 0)
    return g_strdup_printf ("%04d-%02d", date->year, date->month);

  return g_strdup_printf ("%04d-%02d-%02d", date->year, date->month, date->day);
}

/**
 * pact_date_add_months:
 * @date: (inout): a date
 * @n_months: how many months later it shall be, or earlier if negative
 *
 * Moves a date, and leaves it as precise as it is: a day stays that of its month, or becomes the last of a shorter one; a year moves
 * by whole years only.
 *
 * Returns: whether it was moved; it is as before where a year would have to become a month, or where no date is that early or late
 */
gboolean
pact_date_add_months (PactDate *date,
                      int n_months)
{
  PactDate moved;
  gint64 months;

  g_return_val_if_fail (date != NULL && pact_date_is_valid (date), FALSE);

  if (date->month == 0 && n_months % 12 != 0)
    return FALSE;
  months = (gint64) date->year * 12 + MAX (date->month, 1) - 1 + n_months;
  moved = (PactDate){ (int) (months / 12), date->month != 0 ? (int) (months % 12) + 1 : 0, 0 };
  if (!pact_date_is_valid (&moved))
    return FALSE;
  if (date->day != 0)
    moved.day = MIN (date->day, g_date_get_days_in_month (moved.month, moved.year));
  *date = moved;

  return TRUE;
}

/**
 * pact_date_first_day:
 * @date: a date
 *
 * Returns: (transfer full): the first day of the year, month or day that @date means
 */
GDate *
pact_date_first_day (const PactDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  return g_date_new_dmy (MAX (date->day, 1), MAX (date->month, 1), date->year);
}

/**
 * pact_date_last_day:
 * @date: a date
 *
 * Returns: (transfer full): the last day of the year, month or day that @date means
 */
GDate *
pact_date_last_day (const PactDate *date)
{
  int month, day;

  g_return_val_if_fail (date != NULL, NULL);

  month = date->month != 0 ? date->month : 12;
  day = date->day != 0 ? date->day : g_date_get_days_in_month (month, date->year);

  return g_date_new_dmy (day, month, date->year);
}
