/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-backup-thinning"

#include "config.h"

#include "pact-backup.h"

/* Which backups are kept: all of today, and the last one of each of the seven days, four weeks and twelve months before. */

typedef struct
{
  const char *format; /* what is the same for all days of the period */
  int days;           /* how far back one is kept of each; 0: by months */
  int months;
} Period;

static const Period periods[] = {
  { "day %Y-%m-%d", 7, 0 },
  { "week %G-%V", 28, 0 },
  { "month %Y-%m", 0, 12 },
};

static gboolean
is_today (GDateTime *made,
          GDateTime *now)
{
  return g_date_time_get_year (made) == g_date_time_get_year (now)
         && g_date_time_get_day_of_year (made) == g_date_time_get_day_of_year (now);
}

static gboolean
lies_within (GDateTime *made,
             GDateTime *now,
             const Period *period)
{
  g_autoptr (GTimeZone) zone = g_time_zone_ref (g_date_time_get_timezone (now));
  g_autoptr (GDateTime) midnight =
    g_date_time_new (zone, g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now), 0, 0, 0);
  g_autoptr (GDateTime) first =
    period->months > 0 ? g_date_time_add_months (midnight, -period->months) : g_date_time_add_days (midnight, -period->days);

  return g_date_time_compare (made, first) >= 0;
}

/* Whether it is the last one of a day, a week or a month of which one is kept. All periods that it is the last of are noted,
 * so that an earlier one is not. */
static gboolean
is_last_of_any (GDateTime *made,
                GDateTime *now,
                GHashTable *seen)
{
  gboolean is_last = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      if (lies_within (made, now, &periods[i]))
        is_last |= g_hash_table_add (seen, g_date_time_format (made, periods[i].format));
    }

  return is_last;
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  return g_date_time_compare (pact_backup_get_made (*(PactBackup *const *) b), pact_backup_get_made (*(PactBackup *const *) a));
}

/**
 * pact_backups_find_superfluous:
 * @backups: (element-type PactBackup): backups of one library, in any order
 * @now: the time, in the zone whose days count
 *
 * Returns: (transfer full) (element-type PactBackup): those that need not be kept: all but those of today, the last one of
 *   each of the seven days, four weeks and twelve months before, the newest of all, and what a wrong clock has put into
 *   the future
 */
GPtrArray *
pact_backups_find_superfluous (GPtrArray *backups,
                               GDateTime *now)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) sorted = NULL;
  GPtrArray *superfluous;

  g_return_val_if_fail (backups != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  superfluous = g_ptr_array_new_with_free_func (g_object_unref);
  sorted = g_ptr_array_copy (backups, (GCopyFunc) (GCallback) g_object_ref, NULL);
  g_ptr_array_sort (sorted, compare_newest_first);
  for (guint i = 0; i < sorted->len; i++)
    {
      PactBackup *backup = g_ptr_array_index (sorted, i);
      g_autoptr (GDateTime) made =
        g_date_time_to_timezone (pact_backup_get_made (backup), g_date_time_get_timezone (now));
      gboolean is_last = is_last_of_any (made, now, seen);

      if (i > 0 && !is_last && !is_today (made, now) && g_date_time_compare (made, now) <= 0)
        g_ptr_array_add (superfluous, g_object_ref (backup));
    }

  return superfluous;
}
