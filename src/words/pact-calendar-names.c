/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-calendar-names"

#include "config.h"

#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

#include "pact-calendar-names.h"

/* Longer than any name of a month or a day, and than any name of a locale with a keyword. */
#define LONGEST 128

static char *
get_symbol (UDateFormat *format,
            UDateFormatSymbolType type,
            int index)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar name[LONGEST];
  char utf8[LONGEST * 4];

  udat_getSymbols (format, type, index, name, LONGEST, &status);
  u_strToUTF8 (utf8, sizeof utf8, NULL, name, -1, &status);

  return g_strdup (U_SUCCESS (status) ? utf8 : "");
}

static char *
format_day (UNumberFormat *format,
            int day)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar number[LONGEST];
  char utf8[LONGEST * 4];

  unum_format (format, day, number, LONGEST, NULL, &status);
  u_strToUTF8 (utf8, sizeof utf8, NULL, number, -1, &status);

  return U_SUCCESS (status) ? g_strdup (utf8) : g_strdup_printf ("%d", day);
}

static void
name_months_and_weekdays (PactCalendarNames *self,
                          const char *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  char gregorian[LONGEST];
  UDateFormat *format;

  /* The dates of a plan are those of ISO 8601, also where people count in other years. */
  g_strlcpy (gregorian, locale, sizeof gregorian);
  uloc_setKeywordValue ("calendar", "gregorian", gregorian, sizeof gregorian, &status);
  format = udat_open (UDAT_FULL, UDAT_FULL, gregorian, NULL, -1, NULL, -1, &status);
  g_return_if_fail (U_SUCCESS (status));

  for (int i = 1; i <= 12; i++)
    self->months[i] = get_symbol (format, UDAT_STANDALONE_MONTHS, i - 1);
  for (int i = G_DATE_MONDAY; i <= G_DATE_SUNDAY; i++)
    {
      int day = i % 7 + UCAL_SUNDAY;

      self->weekdays[i] = get_symbol (format, UDAT_STANDALONE_WEEKDAYS, day);
      self->short_weekdays[i] = get_symbol (format, UDAT_STANDALONE_SHORTER_WEEKDAYS, day);
    }
  udat_close (format);
}

static void
name_days (PactCalendarNames *self,
           const char *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *format = unum_open (UNUM_DECIMAL, NULL, -1, locale, NULL, &status);

  g_return_if_fail (U_SUCCESS (status));
  for (int i = 1; i <= 31; i++)
    self->days[i] = format_day (format, i);
  unum_close (format);
}

static GDateWeekday
find_first_weekday (const char *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar = ucal_open (NULL, -1, locale, UCAL_GREGORIAN, &status);
  int day;

  g_return_val_if_fail (U_SUCCESS (status), G_DATE_MONDAY);
  day = ucal_getAttribute (calendar, UCAL_FIRST_DAY_OF_WEEK);
  ucal_close (calendar);

  return day == UCAL_SUNDAY ? G_DATE_SUNDAY : day - 1;
}

/**
 * pact_calendar_names_new:
 * @locale: (nullable): a locale
 *
 * May be called from any thread.
 *
 * Returns: (transfer full): what is written on a calendar
 */
PactCalendarNames *
pact_calendar_names_new (const PactLocale *locale)
{
  PactCalendarNames *self = g_new0 (PactCalendarNames, 1);
  const char *id = pact_locale_get_id (locale != NULL ? locale : pact_locale_get_default ());

  name_months_and_weekdays (self, id);
  name_days (self, id);
  self->first_weekday = find_first_weekday (id);

  return self;
}

/**
 * pact_calendar_names_free:
 * @self: (transfer full): what is written on a calendar
 */
void
pact_calendar_names_free (PactCalendarNames *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->months); i++)
    g_free (self->months[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (self->weekdays); i++)
    {
      g_free (self->weekdays[i]);
      g_free (self->short_weekdays[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (self->days); i++)
    g_free (self->days[i]);
  g_free (self);
}
