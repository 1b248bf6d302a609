/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-journal-trim"

#include "config.h"

#include "pact-journal-private.h"

/* Forgetting what is too old, so that the history is bounded. */

/* Which edits are too many and too old. The newest are kept however old they say they are, and what lies behind a younger one
 * is as young as that: a clock that once went wrong, forward or back, makes nothing old. */
#define EXCESS_SQL \
  "WITH ranked AS (SELECT id, plan, state, row_number() OVER (PARTITION BY plan ORDER BY id DESC) AS rank," \
  "    min (CASE WHEN at >= ?2 THEN id END) OVER (PARTITION BY plan) AS young FROM edit)," \
  "  excess AS (SELECT id, plan, state FROM ranked WHERE rank > ?1 AND (young IS NULL OR id < young))"

static gboolean
trim (PactDb *db,
      gint64 n_edits,
      const char *since,
      GError **error)
{
  /* Of what is undone either all can be redone or nothing. */
  return pact_db_run (db, error,
                      EXCESS_SQL " DELETE FROM edit WHERE state = 'undone' AND plan IN"
                                 " (SELECT plan FROM excess WHERE state = 'undone')",
                      "is", n_edits, since)
         && pact_db_run (db, error, EXCESS_SQL " DELETE FROM edit WHERE id IN (SELECT id FROM excess)", "is",
                      n_edits, since);
}

/**
 * pact_journal_trim:
 * @self: the journal of a library
 * @n_edits: how many edits each plan keeps in any case, the newest
 * @max_days: for how many days those beyond them are kept
 * @error: return location for an error
 *
 * Thins the history of all plans, oldest edits first. What it forgets cannot be undone any more.
 *
 * Returns: whether it was done; %FALSE with @error set to an error of %PACT_DB_ERROR
 */
gboolean
pact_journal_trim (PactJournal *self,
                   guint n_edits,
                   guint max_days,
                   GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) first = NULL;
  g_autofree char *since = NULL;
  PactDb *db;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (!_pact_journal_is_open (self), FALSE);

  /* Before the year 1 there is no date. */
  first = g_date_time_add_days (now, -(int) MIN (max_days, 365 * 1000));
  since = g_date_time_format (first, "%Y-%m-%dT%H:%M:%SZ");

  db = _pact_journal_get_tables (self)->db;
  if (!pact_db_begin_write (db, error))
    return FALSE;

  return pact_db_end_write (db, trim (db, n_edits, since, error), error);
}
