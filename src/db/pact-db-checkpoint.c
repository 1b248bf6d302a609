/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-db-checkpoint"

#include "config.h"

#include "pact-db-private.h"

/* Moving what is in the log into the file, so that the log does not grow without end. */

#define TRIMMING 2 /* said of the log: it is to be trimmed, and that has begun */
#define MAX_LOG_PAGES 4000
#define MAX_LOG_PAGES_EVER 16000

/* Whether the log is empty now. Only for a moment nobody may write, as all is in the file already; and nobody is waited for. */
static gboolean
trim_without_waiting (sqlite3 *db)
{
  sqlite3_busy_timeout (db, 0);

  return sqlite3_wal_checkpoint_v2 (db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL) == SQLITE_OK;
}

/**
 * pact_db_trim_log:
 * @self: a database
 *
 * Moves what is in the log into the file and makes the log empty, so that nothing of what was overwritten stays in it. Where
 * somebody reads the log it stays until the next time.
 */
void
pact_db_trim_log (PactDb *self)
{
  g_return_if_fail (PACT_IS_DB (self));

  if (self->uses_wal)
    sqlite3_wal_checkpoint_v2 (self->connection, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
}

/* Moving thousands of pages takes longer than a keystroke may, so it has a thread and a connection of its own. */
static gpointer
checkpoint_thread (gpointer data)
{
  PactDb *self = data;
  sqlite3 *db = NULL;

  /* A connection knows of the log once it has read. */
  if (sqlite3_open_v2 (self->path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK
      || sqlite3_exec (db, "PRAGMA busy_timeout = 5000; SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL) != SQLITE_OK
      || sqlite3_wal_checkpoint_v2 (db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL) != SQLITE_OK)
    g_info ("The log of %s was not moved: %s", self->path, sqlite3_errmsg (db));
  else if (g_atomic_int_get (&self->has_log_to_trim) == TRIMMING && trim_without_waiting (db))
    g_atomic_int_compare_and_exchange (&self->has_log_to_trim, TRIMMING, FALSE);
  sqlite3_close (db);
  g_atomic_int_set (&self->checkpoint_is_running, FALSE);

  return NULL;
}

static void
start_checkpoint (PactDb *self)
{
  g_clear_pointer (&self->checkpoint, g_thread_join);
  g_atomic_int_set (&self->checkpoint_is_running, TRUE);
  self->checkpoint = g_thread_new ("checkpoint", checkpoint_thread, self);
}

static int
log_grew_cb (void *data,
             sqlite3 *db,
             const char *name,
             int n_pages)
{
  PactDb *self = data;

  self->last_write = g_get_monotonic_time ();
  g_atomic_int_set (&self->has_log_to_trim, TRUE);
  /* A thread never catches up with somebody who writes without a pause. */
  if (n_pages >= MAX_LOG_PAGES_EVER)
    sqlite3_wal_checkpoint_v2 (db, name, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  else if (n_pages >= MAX_LOG_PAGES && !g_atomic_int_get (&self->checkpoint_is_running))
    start_checkpoint (self);

  return SQLITE_OK;
}

/**
 * pact_db_rest:
 * @self: a database
 * @idle: for how long nothing must have been written, in microseconds
 *
 * To be called now and then while nothing is done: moves what is in the log into the file, and makes the log empty. That
 * runs in the background, and makes nobody wait.
 */
void
pact_db_rest (PactDb *self,
              gint64 idle)
{
  gint64 now = g_get_monotonic_time ();

  g_return_if_fail (PACT_IS_DB (self));

  if (!g_atomic_int_get (&self->has_log_to_trim) || g_atomic_int_get (&self->checkpoint_is_running)
      || now - self->last_write < idle || pact_db_look (self) != PACT_DB_IN_PLACE)
    return;
  /* If somebody is in the way, it is tried again as much later. */
  self->last_write = now;
  g_atomic_int_set (&self->has_log_to_trim, TRIMMING);
  start_checkpoint (self);
}

/* Sees to it that the log does not grow without end. */
void
_pact_db_watch_log (PactDb *self)
{
  if (self->uses_wal && !self->is_read_only)
    sqlite3_wal_hook (self->connection, log_grew_cb, self);
}
