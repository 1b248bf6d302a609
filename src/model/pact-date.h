/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PactDate:
 * @year: the year, 1000 to 9999
 * @month: the month, 1 to 12, or 0 where only the year is known
 * @day: the day, 1 to 31, or 0 where only the month is known
 *
 * A date that may be known to the year, the month or the day only.
 */
typedef struct
{
  int year;
  int month;
  int day;
} PactDate;

gboolean pact_date_is_valid (const PactDate *date);
gboolean pact_date_parse (const char *text,
                          PactDate *date);
char *pact_date_to_string (const PactDate *date);
gboolean pact_date_add_months (PactDate *date,
                               int n_months);
GDate *pact_date_first_day (const PactDate *date);
GDate *pact_date_last_day (const PactDate *date);

G_END_DECLS
