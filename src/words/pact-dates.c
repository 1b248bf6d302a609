/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-dates"

#include "config.h"

#include <string.h>
#include <unicode/udat.h>

#include "pact-dates.h"
#include "pact-locale-private.h"
#include "pact-translate.h"

/* The first of a month is an ordinal in French: “1er octobre 2027”. CLDR's patterns cannot say so. */
static gboolean
is_ordinal (const PactLocale *locale,
            const PactDate *date,
            const char *pattern)
{
  return date->day == 1 && _pact_locale_is_language (locale, "fr")
         && (strstr (pattern, "MMM") != NULL || strstr (pattern, "LLL") != NULL);
}

static void
append_number (GString *text,
               int number,
               gsize width,
               const PactLocale *locale)
{
  const PactNumberSigns *signs = _pact_locale_get_number_signs (locale);
  g_autofree char *digits = g_strdup_printf ("%0*d", (int) width, number);

  for (const char *p = digits; *p != '\0'; p++)
    g_string_append_unichar (text, signs->zero + g_ascii_digit_value (*p));
}

static void
append_month (GString *text,
              const PactDate *date,
              char letter,
              gsize width,
              const PactLocale *locale)
{
  const PactDateWords *words = _pact_locale_get_date_words (locale);
  PactMonthForm form;

  if (width < 3)
    {
      append_number (text, date->month, width, locale);
      return;
    }
  if (width == 3)
    form = letter == 'L' ? PACT_MONTH_SHORT_ALONE : PACT_MONTH_SHORT_IN_DATE;
  else
    form = letter == 'L' ? PACT_MONTH_ALONE : PACT_MONTH_IN_DATE;
  g_string_append (text, words->months[form][date->month - 1]);
}

/* Writes a date by a pattern of CLDR, of which years, months and days are used; the rest is text, in quotes
 * where it could be taken for a field (UTS 35, part 4, Date Format Patterns). */
static char *
write_pattern (const char *pattern,
               const PactDate *date,
               const PactLocale *locale)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean is_quoted = FALSE;

  for (const char *p = pattern; *p != '\0';)
    {
      char letter = *p;
      gsize width = 1;

      if (letter == '\'' && p[1] == '\'')
        {
          g_string_append_c (text, letter);
          p += 2;
          continue;
        }
      if (letter == '\'')
        {
          is_quoted = !is_quoted;
          p++;
          continue;
        }
      if (is_quoted || !g_ascii_isalpha (letter))
        {
          g_string_append_c (text, letter);
          p++;
          continue;
        }

      while (p[width] == letter)
        width++;
      if (letter == 'd')
        append_number (text, date->day, width, locale);
      else if (letter == 'M' || letter == 'L')
        append_month (text, date, letter, width, locale);
      else
        append_number (text, date->year, 1, locale);
      if (letter == 'd' && is_ordinal (locale, date, pattern))
        g_string_append (text, "er");
      p += width;
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
write_date (const PactDate *date,
            const PactLocale *locale,
            PactDatePattern day_pattern,
            PactDatePattern month_pattern)
{
  const PactDateWords *words;

  if (locale == NULL)
    locale = pact_locale_get_default ();
  words = _pact_locale_get_date_words (locale);
  if (date->month == 0)
    return write_pattern ("y", date, locale);

  return write_pattern (words->patterns[date->day == 0 ? month_pattern : day_pattern], date, locale);
}

/**
 * pact_date_display:
 * @date: a date
 * @locale: (nullable): a locale
 *
 * Returns: (transfer full): @date for reading, with the name of its month: “15 March 2027”, “1er mars 2027”
 */
char *
pact_date_display (const PactDate *date,
                   const PactLocale *locale)
{
  g_return_val_if_fail (date != NULL, NULL);

  return write_date (date, locale, PACT_DATE_DAY, PACT_DATE_MONTH);
}

/**
 * pact_date_display_figures:
 * @date: a date
 * @locale: (nullable): a locale
 *
 * Returns: (transfer full): @date in figures only, as one would type it: “15/03/2027”, “15.3.2027”
 */
char *
pact_date_display_figures (const PactDate *date,
                           const PactLocale *locale)
{
  g_return_val_if_fail (date != NULL, NULL);

  return write_date (date, locale, PACT_DATE_SHORT_DAY, PACT_DATE_SHORT_MONTH);
}

/**
 * pact_period_display:
 * @start: (nullable): its first date in canonical form
 * @end: (nullable): its last date in canonical form
 * @locale: (nullable): a locale
 *
 * Returns: (transfer full) (nullable): the period for reading, as far as it is known; %NULL if neither date is
 */
char *
pact_period_display (const char *start,
                     const char *end,
                     const PactLocale *locale)
{
  PactDate first, last;
  gboolean has_first = start != NULL && pact_date_parse (start, &first);
  gboolean has_last = end != NULL && pact_date_parse (end, &last);
  g_autofree char *from = has_first ? pact_date_display (&first, locale) : NULL;
  g_autofree char *until = has_last ? pact_date_display (&last, locale) : NULL;

  if (!has_first && !has_last)
    return NULL;
  if (!has_last)
    /* Translators: %s is the date on which something begins that has no known end. */
    return g_strdup_printf (pact_translate ("period", "from %s", locale), from);
  if (!has_first)
    /* Translators: %s is the date on which something ends that has no known beginning. */
    return g_strdup_printf (pact_translate ("period", "until %s", locale), until);
  if (g_str_equal (from, until))
    return g_steal_pointer (&from);
  if (first.month == 0 && last.month == 0)
    /* Translators: two years, the first and the last of a period: “2027–2030”. */
    return g_strdup_printf (pact_translate ("period", "%1$s–%2$s", locale), from, until);

  /* Translators: two dates, the start and the end of a period: “March 2027 – June 2030”. */
  return g_strdup_printf (pact_translate ("period", "%1$s – %2$s", locale), from, until);
}

/* The time of day, by the twelve or the twenty-four hours that are usual there. */
static char *
write_time (GDateTime *local,
            const PactLocale *locale)
{
  UChar text[64];
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format = udat_open (UDAT_SHORT, UDAT_NONE, pact_locale_get_id (locale), u"UTC", -1, NULL, 0, &status);
  UDate time = (g_date_time_get_hour (local) * 60.0 + g_date_time_get_minute (local)) * 60.0 * 1000.0;
  int length = udat_format (format, time, text, G_N_ELEMENTS (text), NULL, &status);

  udat_close (format);

  return U_SUCCESS (status) ? _pact_text_from_icu (text, length) : g_date_time_format (local, "%H:%M");
}

/**
 * pact_moment_display:
 * @timestamp: (nullable): a moment in UTC, in canonical form
 * @locale: (nullable): a locale
 *
 * Returns: (transfer full) (nullable): the date and the time by the clock of this place, for reading
 */
char *
pact_moment_display (const char *timestamp,
                     const PactLocale *locale)
{
  g_autoptr (GDateTime) moment = timestamp != NULL ? g_date_time_new_from_iso8601 (timestamp, NULL) : NULL;
  g_autoptr (GDateTime) local = moment != NULL ? g_date_time_to_local (moment) : NULL;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  PactDate date;

  if (local == NULL)
    return NULL;

  g_date_time_get_ymd (local, &date.year, &date.month, &date.day);
  day = pact_date_display (&date, locale);
  time = write_time (local, locale != NULL ? locale : pact_locale_get_default ());

  /* Translators: %1$s is a full date, %2$s a time of day. */
  return g_strdup_printf (pact_translate ("moment", "%1$s, %2$s", locale), day, time);
}
