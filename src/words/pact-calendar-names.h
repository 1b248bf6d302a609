/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-locale.h"

G_BEGIN_DECLS

/**
 * PactCalendarNames:
 * @first_weekday: the day on which a week begins
 * @months: names of the months as they stand alone, by number from 1
 * @weekdays: names of the days of the week, by #GDateWeekday from 1 for Monday
 * @short_weekdays: the same, short enough for the head of a column
 * @days: numbers of the days of a month, from 1
 *
 * What is written on a calendar in one language, always of the Gregorian calendar.
 */
typedef struct
{
  GDateWeekday first_weekday;
  char *months[13];
  char *weekdays[8];
  char *short_weekdays[8];
  char *days[32];
} PactCalendarNames;

PactCalendarNames *pact_calendar_names_new (const PactLocale *locale);
void pact_calendar_names_free (PactCalendarNames *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactCalendarNames, pact_calendar_names_free)

G_END_DECLS
