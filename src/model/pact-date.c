/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-date"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

#include "pact-date.h"

static const char *const months[] = {
  NC_("month", "January"), NC_("month", "February"), NC_("month", "March"),
  NC_("month", "April"), NC_("month", "May"), NC_("month", "June"),
  NC_("month", "July"), NC_("month", "August"), NC_("month", "September"),
  NC_("month", "October"), NC_("month", "November"), NC_("month", "December"),
};

static gboolean
is_valid (const PactDate *date)
{
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
  if (*text != '\0' || !is_valid (&parsed))
    return FALSE;

  *date = parsed;

  return TRUE;
}

/* Whether the user's locale writes the month before the day, as in 12/31/2027. */
static gboolean
month_comes_first (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *month = strpbrk (format, "mbBD");
  const char *day = strpbrk (format, "de");

  return month != NULL && (day == NULL || month < day) && strstr (format, "%Y-") == NULL;
}

/**
 * pact_date_parse_input:
 * @text: what a person typed: a year, month and year, or a day, as in `2027`,
 *   `3/2027`, `15.3.2027`, `2027-03-15`
 * @date: (out caller-allocates): where to put it
 *
 * Reads a date as people write it, with any of the usual separators, in ISO order or in that
 * of the user's locale.
 *
 * Returns: whether @text is a date
 */
gboolean
pact_date_parse_input (const char *text,
                       PactDate *date)
{
  g_autofree char *copy = NULL;
  g_auto (GStrv) parts = NULL;
  int numbers[3] = { 0, 0, 0 };
  guint n = 0;
  PactDate parsed = { 0, 0, 0 };

  g_return_val_if_fail (text != NULL, FALSE);

  copy = g_strstrip (g_strdup (text));
  parts = g_strsplit_set (copy, "-./ ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint64 number;

      if (*parts[i] == '\0')
        continue;
      if (n == 3 || !g_ascii_string_to_unsigned (parts[i], 10, 1, 9999, &number, NULL))
        return FALSE;
      numbers[n++] = number;
    }

  if (n == 1)
    parsed.year = numbers[0];
  else if (n == 2 && numbers[0] > 999)
    parsed = (PactDate) { numbers[0], numbers[1], 0 };
  else if (n == 2)
    parsed = (PactDate) { numbers[1], numbers[0], 0 };
  else if (n == 3 && numbers[0] > 999)
    parsed = (PactDate) { numbers[0], numbers[1], numbers[2] };
  else if (n == 3 && month_comes_first ())
    parsed = (PactDate) { numbers[2], numbers[0], numbers[1] };
  else if (n == 3)
    parsed = (PactDate) { numbers[2], numbers[1], numbers[0] };

  if (!is_valid (&parsed))
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
 * pact_date_to_display:
 * @date: a date
 *
 * Returns: (transfer full): @date as it is read in the interface's language
 */
char *
pact_date_to_display (const PactDate *date)
{
  const char *month;

  g_return_val_if_fail (date != NULL, NULL);

  if (date->month == 0)
    return g_strdup_printf ("%d", date->year);

  month = g_dpgettext2 (GETTEXT_PACKAGE, "month", months[date->month - 1]);
  if (date->day == 0)
    {
      /* Translators: a month and its year, as in “March 2027”. */
      return g_strdup_printf (C_("date", "%1$s %2$d"), month, date->year);
    }

  /* Translators: a full date: %1 is the day, %2 the name of the month, %3 the year. */
  return g_strdup_printf (C_("date", "%1$d %2$s %3$d"), date->day, month, date->year);
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
