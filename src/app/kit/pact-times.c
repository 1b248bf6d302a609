/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-times"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-dates.h"
#include "pact-times.h"

/* How many midnights of this place lie between two moments. */
static int
count_days (GDateTime *from,
            GDateTime *to)
{
  g_autoptr (GDate) first = g_date_new_dmy (g_date_time_get_day_of_month (from), g_date_time_get_month (from),
                                            g_date_time_get_year (from));
  g_autoptr (GDate) last = g_date_new_dmy (g_date_time_get_day_of_month (to), g_date_time_get_month (to),
                                           g_date_time_get_year (to));

  return g_date_days_between (first, last);
}

/**
 * pact_describe_time:
 * @timestamp: (nullable): a moment in UTC, as ISO 8601 writes it
 *
 * Returns: (transfer full) (nullable): when something was changed, as people say it: “changed yesterday”
 */
char *
pact_describe_time (const char *timestamp)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = timestamp != NULL ? g_date_time_new_from_iso8601 (timestamp, utc) : NULL;
  g_autoptr (GDateTime) local = moment != NULL ? g_date_time_to_local (moment) : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = NULL;
  PactDate date;
  int n_days;
  int n_minutes;

  if (local == NULL)
    return NULL;

  n_minutes = (int) (g_date_time_difference (now, local) / G_TIME_SPAN_MINUTE);
  n_days = count_days (local, now);
  if (n_minutes < 1)
    return g_strdup (_("changed just now"));
  if (n_minutes < 60)
    return g_strdup_printf (ngettext ("changed %d minute ago", "changed %d minutes ago", n_minutes), n_minutes);
  if (n_days < 1)
    return g_strdup_printf (ngettext ("changed %d hour ago", "changed %d hours ago", n_minutes / 60), n_minutes / 60);
  if (n_days == 1)
    return g_strdup (_("changed yesterday"));
  if (n_days < 7)
    return g_strdup_printf (ngettext ("changed %d day ago", "changed %d days ago", n_days), n_days);

  date = (PactDate){ g_date_time_get_year (local), g_date_time_get_month (local), g_date_time_get_day_of_month (local) };
  day = pact_date_display (&date, NULL);

  /* Translators: %s is a full date. */
  return g_strdup_printf (_("changed on %s"), day);
}
