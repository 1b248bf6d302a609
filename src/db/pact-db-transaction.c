/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-db-transaction"

#include "config.h"

#include "pact-db-private.h"

/* Several statements as one: all of it or nothing. */

/**
 * pact_db_begin_write:
 * @self: a database that is not being written yet
 * @error: return location for an error
 *
 * Begins to write; waits for other writers as long as pact_db_set_patience() says.
 *
 * Returns: whether a transaction has begun, to be ended by pact_db_end_write() or pact_db_rollback(); %FALSE with @error set
 *   to %PACT_DB_ERROR_BUSY or another of %PACT_DB_ERROR
 */
gboolean
pact_db_begin_write (PactDb *self,
                     GError **error)
{
  g_return_val_if_fail (PACT_IS_DB (self), FALSE);
  g_return_val_if_fail (!self->is_writing, FALSE);

  if (!pact_db_mend (self, error) || !_pact_db_require_place (self, error)
      || !_pact_db_may_write (self, error) || !pact_db_run (self, error, "BEGIN IMMEDIATE", ""))
    return FALSE;
  self->n_changes = sqlite3_total_changes (self->connection);
  self->is_writing = TRUE;

  return TRUE;
}

/**
 * pact_db_rollback:
 * @self: a database that is being written
 *
 * Takes back everything since pact_db_begin_write().
 */
void
pact_db_rollback (PactDb *self)
{
  g_return_if_fail (PACT_IS_DB (self));

  self->is_writing = FALSE;
  /* SQLite has rolled back by itself after some errors, such as a full disk. */
  if (!sqlite3_get_autocommit (self->connection))
    pact_db_run (self, NULL, "ROLLBACK", "");
}

static gboolean
commit (PactDb *self,
        GError **error)
{
  gboolean has_changed = sqlite3_total_changes (self->connection) != self->n_changes;

  return (!has_changed || _pact_db_renew_mark (self, error)) && pact_db_run (self, error, "COMMIT", "");
}

/**
 * pact_db_end_write:
 * @self: a database that is being written
 * @success: whether all that was to be written is
 * @error: return location for an error
 *
 * Makes everything since pact_db_begin_write() durable, or takes it all back.
 *
 * Returns: whether it is in the file; %FALSE with @error set to an error of %PACT_DB_ERROR if @success is %TRUE
 */
gboolean
pact_db_end_write (PactDb *self,
                   gboolean success,
                   GError **error)
{
  g_return_val_if_fail (PACT_IS_DB (self), FALSE);

  if (success && commit (self, error))
    {
      self->is_writing = FALSE;
      return TRUE;
    }
  pact_db_rollback (self);

  return FALSE;
}

/**
 * pact_db_begin_read:
 * @self: a database
 * @began: (out): whether this began a transaction: while something is written, all that is read is read within that
 * @error: return location for an error
 *
 * Lets several reads see the same state.
 *
 * Returns: whether it can be read, until pact_db_end_read() is called with the same @began; %FALSE with @error set to an
 *   error of %PACT_DB_ERROR
 */
gboolean
pact_db_begin_read (PactDb *self,
                    gboolean *began,
                    GError **error)
{
  g_return_val_if_fail (PACT_IS_DB (self), FALSE);

  *began = !self->is_writing;

  return !*began || (pact_db_mend (self, error) && pact_db_run (self, error, "BEGIN", ""));
}

/**
 * pact_db_end_read:
 * @self: a database
 * @began: what pact_db_begin_read() said
 *
 * Ends what pact_db_begin_read() began.
 */
void
pact_db_end_read (PactDb *self,
                  gboolean began)
{
  g_return_if_fail (PACT_IS_DB (self));

  if (began)
    pact_db_run (self, NULL, "COMMIT", "");
}

/* The obstacle is the damage itself. */
static gboolean
begin_repair (PactDb *self,
              GError **error)
{
  if (pact_db_is_damaged (self))
    _pact_db_set_obstacle (self, NULL);
  self->checks_later = TRUE;

  return pact_db_begin_write (self, error);
}

/**
 * pact_db_repair:
 * @self: a database
 * @func: (scope call): what is to be written
 * @data: (nullable): for @func
 * @error: return location for an error
 *
 * Writes something as one transaction, although the file is known to be damaged.
 *
 * Returns: whether it is in the file; %FALSE with @error set to an error of %PACT_DB_ERROR or by @func, the file being as it
 *   was, and as damaged
 */
gboolean
pact_db_repair (PactDb *self,
                PactDbWriteFunc func,
                gpointer data,
                GError **error)
{
  g_autoptr (GError) obstacle = NULL;
  gboolean checks_later, repaired;

  g_return_val_if_fail (PACT_IS_DB (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  obstacle = self->obstacle != NULL ? g_error_copy (self->obstacle) : NULL;
  checks_later = self->checks_later;
  repaired = begin_repair (self, error) && pact_db_end_write (self, func (data, error), error);
  self->checks_later = checks_later;
  /* What was not repaired is as damaged as before. */
  if (!repaired && obstacle != NULL)
    _pact_db_set_obstacle (self, obstacle);

  return repaired;
}
