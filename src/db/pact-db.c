/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-db"

#include "config.h"

#include "pact-db-private.h"

/* How many steps of its virtual machine SQLite takes before it looks whether it is to stop: about a millisecond. */
#define STEPS_BETWEEN_LOOKS 10000

/**
 * PactDb:
 *
 * An open SQLite file: from opening it to closing it, and everything that can happen to it in between, so that what was
 * written is in it, and is in the file that stands at its path.
 *
 * What the file holds is said by a #PactDbFormat, and what is read and written is SQL of whoever opened it. Beside that there
 * is one table here, “meta” (key, value), with what is known of the file itself. Each thread that needs the file opens a
 * #PactDb of its own; several programs may have the same file open.
 */

G_DEFINE_FINAL_TYPE (PactDb, pact_db, G_TYPE_OBJECT)

static void
pact_db_finalize (GObject *object)
{
  PactDb *self = PACT_DB (object);

  g_clear_pointer (&self->checkpoint, g_thread_join);
  pact_db_part (self);
  g_clear_pointer (&self->statements, g_hash_table_unref);
  if (self->connection != NULL && sqlite3_close (self->connection) != SQLITE_OK)
    g_critical ("The file %s was closed while it was in use", self->path);
  _pact_db_forget_log (self);
  _pact_db_leave_file (self);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->snapshot, g_free);
  g_clear_pointer (&self->notice, g_free);
  g_clear_error (&self->obstacle);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (pact_db_parent_class)->finalize (object);
}

static void
pact_db_class_init (PactDbClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pact_db_finalize;

  /**
   * PactDb::obstacle-changed:
   * @self: the database
   *
   * What pact_db_get_obstacle() says is something else than before. It may be emitted in the midst of reading or
   * writing: who hears it looks, and does neither.
   */
  g_signal_new ("obstacle-changed", PACT_TYPE_DB, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pact_db_init (PactDb *self)
{
  self->log_file = -1;
  self->patience = PACT_DB_PATIENCE;
  self->statements = _pact_statement_table_new ();
}

/**
 * pact_db_new:
 * @path: a file
 * @format: (transfer none): what kind of file it is; it must outlive the database
 * @data: (nullable): what the functions of @format are given
 * @flags: how to open it
 *
 * Returns: (transfer full): a database, to be opened by pact_db_open()
 */
PactDb *
pact_db_new (const char *path,
             const PactDbFormat *format,
             gpointer data,
             PactDbFlags flags)
{
  PactDb *self;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (format != NULL, NULL);

  self = g_object_new (PACT_TYPE_DB, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  self->format = format;
  self->data = data;
  self->flags = flags;

  return self;
}

/**
 * pact_db_open:
 * @self: a database that is not open yet
 * @error: return location for an error
 *
 * Opens the file. Unless it is opened for reading only it is made if it is not there, readable for its owner alone. What may
 * not be written, or is of a newer version, is opened for reading only, and pact_db_get_obstacle() says why.
 *
 * Returns: whether it is open; %FALSE with @error set to %PACT_DB_ERROR_OPEN, %PACT_DB_ERROR_NOT_A_LIBRARY or another of
 *   %PACT_DB_ERROR, the file being as it was
 */
gboolean
pact_db_open (PactDb *self,
              GError **error)
{
  g_return_val_if_fail (PACT_IS_DB (self), FALSE);
  g_return_val_if_fail (self->connection == NULL, FALSE);

  if (!_pact_db_open_file (self, TRUE, error))
    return FALSE;
  _pact_db_make_private (self);

  return TRUE;
}

/**
 * pact_db_get_path:
 * @self: a database
 *
 * Returns: (transfer none): the absolute path of its file
 */
const char *
pact_db_get_path (PactDb *self)
{
  g_return_val_if_fail (PACT_IS_DB (self), NULL);

  return self->path;
}

/**
 * pact_db_is_read_only:
 * @self: a database
 *
 * Returns: whether the connection cannot write, because it was not asked to or may not
 */
gboolean
pact_db_is_read_only (PactDb *self)
{
  g_return_val_if_fail (PACT_IS_DB (self), TRUE);

  return self->is_read_only;
}

/**
 * pact_db_uses_wal:
 * @self: a database
 *
 * Returns: whether it has a write-ahead log, so that others can read while one writes; %FALSE on most network drives
 */
gboolean
pact_db_uses_wal (PactDb *self)
{
  g_return_val_if_fail (PACT_IS_DB (self), FALSE);

  return self->uses_wal;
}

static int
progress_cb (void *user_data)
{
  return g_cancellable_is_cancelled (user_data);
}

void
_pact_db_follow_cancellable (PactDb *self)
{
  if (self->connection != NULL)
    sqlite3_progress_handler (self->connection, self->cancellable != NULL ? STEPS_BETWEEN_LOOKS : 0, progress_cb, self->cancellable);
}

/**
 * pact_db_set_cancellable:
 * @self: a database
 * @cancellable: (nullable): what says that everything is to stop, %NULL for nothing
 *
 * What is read or written when @cancellable is cancelled ends with %G_IO_ERROR_CANCELLED, and is taken back with its transaction.
 */
void
pact_db_set_cancellable (PactDb *self,
                         GCancellable *cancellable)
{
  g_return_if_fail (PACT_IS_DB (self));

  if (g_set_object (&self->cancellable, cancellable))
    _pact_db_follow_cancellable (self);
}

/**
 * pact_db_set_progress:
 * @self: a database
 * @func: (nullable) (scope forever): who is told how far something is that takes long: a copy or a check
 * @data: (closure): handed to @func
 */
void
pact_db_set_progress (PactDb *self,
                      PactDbProgressFunc func,
                      gpointer data)
{
  g_return_if_fail (PACT_IS_DB (self));

  self->progress = func;
  self->progress_data = data;
  pact_db_set_part (self, 0, 1);
}

/**
 * pact_db_set_part:
 * @self: a database
 * @from: how much of the whole was done before, from 0 to 1
 * @to: how much of it will be done after, from 0 to 1
 *
 * What is told from now on is a part of something greater.
 */
void
pact_db_set_part (PactDb *self,
                  double from,
                  double to)
{
  g_return_if_fail (PACT_IS_DB (self));

  self->part_from = from;
  self->part_to = to;
}

/**
 * pact_db_follow:
 * @self: a database
 * @other: another, of the same thread
 *
 * What is done in @self belongs to what is done in @other: it is stopped with it, and those are told of it.
 */
void
pact_db_follow (PactDb *self,
                PactDb *other)
{
  g_return_if_fail (PACT_IS_DB (self));
  g_return_if_fail (PACT_IS_DB (other));

  pact_db_set_cancellable (self, other->cancellable);
  pact_db_set_progress (self, other->progress, other->progress_data);
}

/**
 * pact_db_tell:
 * @self: a database
 * @done: how much is done of what was begun, from 0 to 1
 *
 * Tells whom pact_db_set_progress() has named.
 */
void
pact_db_tell (PactDb *self,
              double done)
{
  g_return_if_fail (PACT_IS_DB (self));

  if (self->progress != NULL)
    self->progress (self->part_from + (self->part_to - self->part_from) * done, self->progress_data);
}

/**
 * pact_db_set_patience:
 * @self: a database
 * @milliseconds: how long to wait while another program writes, before %PACT_DB_ERROR_BUSY is told
 *
 * Five seconds unless this is called. To open the file, that long is waited always.
 */
void
pact_db_set_patience (PactDb *self,
                      guint milliseconds)
{
  g_return_if_fail (PACT_IS_DB (self));

  self->patience = milliseconds;
  if (self->connection != NULL)
    sqlite3_busy_timeout (self->connection, milliseconds);
}

/**
 * pact_db_get_data_version:
 * @self: a database
 *
 * Returns: a number that is another one once somebody else has written to the file: another program, or
 *   another #PactDb of this one. What @self writes does not change it.
 */
gint64
pact_db_get_data_version (PactDb *self)
{
  gint64 version;

  g_return_val_if_fail (PACT_IS_DB (self), 0);

  if (!pact_db_mend (self, NULL) || !pact_db_get_integer (self, &version, NULL, "PRAGMA data_version", ""))
    return 0;

  /* A new connection counts from the beginning. */
  return version + (self->n_reopened << 32);
}
