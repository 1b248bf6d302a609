/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <unicode/umachine.h>

#include "pact-locale.h"

G_BEGIN_DECLS

/* How many digits the last group of a whole number has all over the world; CLDR also has languages that are made up. */
#define PACT_GROUP_SIZE 3

/**
 * PactNumberSigns:
 * @decimal: the sign before the fraction
 * @group: the sign between groups of digits
 * @minus: the sign of a negative number, with what it needs to stand in its place
 * @zero: the digit nought; the others follow it
 * @first_group: how many digits the last group before the fraction has: 3, or 0 where numbers are not grouped
 * @other_groups: how many those before it have: 2 in India
 * @groups_thousands: whether a number of four digits is grouped
 * @percent_prefix: what stands before the number of a percentage
 * @percent_suffix: what stands behind it
 *
 * How a locale writes numbers.
 */
typedef struct
{
  char *decimal;
  char *group;
  char *minus;
  gunichar zero;
  guint first_group;
  guint other_groups;
  gboolean groups_thousands;
  char *percent_prefix;
  char *percent_suffix;
} PactNumberSigns;

/**
 * PactDatePattern:
 * @PACT_DATE_DAY: a day with the name of its month
 * @PACT_DATE_MONTH: the name of a month, and a year
 * @PACT_DATE_SHORT_DAY: a day in figures
 * @PACT_DATE_SHORT_MONTH: a month and a year in figures
 * @PACT_DATE_SHORT_YEAR: a year, with what some languages put beside it
 * @PACT_DATE_NO_YEAR: a day and a month in figures
 *
 * The patterns of CLDR that are used, see UTS 35, part 4.
 */
typedef enum
{
  PACT_DATE_DAY,
  PACT_DATE_MONTH,
  PACT_DATE_SHORT_DAY,
  PACT_DATE_SHORT_MONTH,
  PACT_DATE_SHORT_YEAR,
  PACT_DATE_NO_YEAR,
  PACT_N_DATE_PATTERNS,
} PactDatePattern;

/**
 * PactMonthForm:
 * @PACT_MONTH_IN_DATE: as after a day: “marca”
 * @PACT_MONTH_ALONE: as before a year only: “marzec”
 * @PACT_MONTH_SHORT_IN_DATE: the same, shortened
 * @PACT_MONTH_SHORT_ALONE: the same, shortened
 *
 * The forms of the name of a month.
 */
typedef enum
{
  PACT_MONTH_IN_DATE,
  PACT_MONTH_ALONE,
  PACT_MONTH_SHORT_IN_DATE,
  PACT_MONTH_SHORT_ALONE,
  PACT_N_MONTH_FORMS,
} PactMonthForm;

/**
 * PactDateWords:
 * @patterns: by PactDatePattern
 * @months: the names, by PactMonthForm
 * @fixed_texts: what the patterns hold besides their fields, folded, by PactDatePattern
 * @folded_months: the names without the point behind them, folded, by PactMonthForm
 * @month_first: whether the month stands before the day in figures
 *
 * How a locale writes dates of the Gregorian calendar.
 */
typedef struct
{
  char *patterns[PACT_N_DATE_PATTERNS];
  char *months[PACT_N_MONTH_FORMS][12];
  char *fixed_texts[PACT_N_DATE_PATTERNS];
  char *folded_months[PACT_N_MONTH_FORMS][12];
  gboolean month_first;
} PactDateWords;

const PactNumberSigns *_pact_locale_get_number_signs (const PactLocale *self);
const PactDateWords *_pact_locale_get_date_words (const PactLocale *self);
gboolean _pact_locale_is_language (const PactLocale *self,
                                   const char *language);
const char *const *_pact_locale_get_catalogue_names (const PactLocale *self);

const char *_pact_translate_from (const char *folder,
                                  const char *domain,
                                  const char *message,
                                  const PactLocale *locale);

char *_pact_text_from_icu (const UChar *text,
                           int length);
char *_pact_tidy_input (const char *text);
char *_pact_fold_input (const char *text);

G_END_DECLS
