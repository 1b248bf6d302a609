/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-plan-copy"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-date.h"
#include "pact-dates.h"
#include "pact-text.h"
#include "pact-value.h"
#include "pact-workspace-private.h"

/* A copy stands in the list beside what it was copied from, with the same title: it is marked, in fields that never leave the
 * library. */

static void
set_file (PactRecord *plan,
          const char *file)
{
  const PactField *field = pact_kind_find_field (plan->kind, "copied_from");
  g_autofree char *line = file != NULL ? pact_text_clean_line (file) : NULL;
  g_autofree char *name = line != NULL ? pact_text_shorten (line, field->maximum) : NULL;

  pact_record_set (plan, field->name, name != NULL && pact_field_check (field, name, NULL) ? name : NULL);
}

/* Makes another plan of @records, the plan itself first. @file: (nullable): the file that it comes from, as people see it. */
void
_pact_records_become_copy (GPtrArray *records,
                           const char *file)
{
  PactRecord *plan = g_ptr_array_index (records, 0);
  g_autofree char *now = pact_timestamp_now ();

  pact_records_renew_uuids (records);
  pact_record_set (plan, "copied_on", now);
  set_file (plan, file);
}

/* The day in the person's own time zone. */
static char *
dup_day (const char *timestamp)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (timestamp, utc);
  g_autoptr (GDateTime) local = moment != NULL ? g_date_time_to_local (moment) : NULL;
  PactDate date;

  if (local == NULL)
    return g_strdup (timestamp);
  date = (PactDate){ g_date_time_get_year (local), g_date_time_get_month (local), g_date_time_get_day_of_month (local) };

  return pact_date_display (&date, NULL);
}

/**
 * pact_describe_copy:
 * @copied_on: (nullable): when a plan was made as a copy of another, a moment in UTC
 * @copied_from: (nullable): the name of the file that it was copied from
 *
 * Returns: (transfer full) (nullable): that it is a copy, of when and from which file, in a few words; %NULL if it is none
 */
char *
pact_describe_copy (const char *copied_on,
                    const char *copied_from)
{
  g_autofree char *file = pact_text_dup_shown (copied_from);
  g_autofree char *day = NULL;

  if (copied_on == NULL)
    return NULL;

  day = dup_day (copied_on);
  if (file == NULL)
    /* Translators: of a plan in the list; %s is a date. */
    return g_strdup_printf (_("copy made on %s"), day);

  /* Translators: of a plan in the list; %1$s is the name of a file, %2$s a date. */
  return g_strdup_printf (_("copy of “%1$s”, imported on %2$s"), file, day);
}
