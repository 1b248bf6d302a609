/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-library"

#include "config.h"

#include "pact-library-private.h"

/**
 * PactLibrary:
 *
 * The library: all plans, their history and what is found by searching, in one SQLite file.
 *
 * It speaks in records and changes, and knows no plan in memory. What is written between
 * pact_library_begin() and pact_library_commit() is in the file whole or not at all, and is durable when
 * commit returns. Each thread that needs the library opens one of its own; several programs may have the
 * same file open.
 */

G_DEFINE_FINAL_TYPE (PactLibrary, pact_library, G_TYPE_OBJECT)

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static void
pact_library_finalize (GObject *object)
{
  PactLibrary *self = PACT_LIBRARY (object);

  if (self->edit.is_open)
    pact_library_rollback (self);
  _pact_library_overwrite_words (self);
  g_clear_pointer (&self->checkpoint, g_thread_join);
  _pact_library_part (self);
  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  if (self->db != NULL && sqlite3_close (self->db) != SQLITE_OK)
    g_critical ("The library %s was closed while it was in use", self->path);
  _pact_library_forget_log (self);
  _pact_library_leave_file (self);
  g_clear_pointer (&self->snapshot, g_free);
  g_clear_pointer (&self->notice, g_free);
  g_clear_error (&self->obstacle);
  g_clear_pointer (&self->edit.inserted, g_array_unref);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (pact_library_parent_class)->finalize (object);
}

static void
pact_library_class_init (PactLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pact_library_finalize;

  /**
   * PactLibrary::obstacle-changed:
   * @self: the library
   *
   * What pact_library_get_obstacle() says is something else than before. It may be emitted in the midst of reading or
   * writing: who hears it looks, and does neither.
   */
  g_signal_new ("obstacle-changed", PACT_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pact_library_init (PactLibrary *self)
{
  self->log_file = -1;
  self->patience = PACT_LIBRARY_PATIENCE;
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) _pact_table_free);
  self->edit.inserted = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * pact_library_get_default_path:
 *
 * Returns: (transfer full): the path of the user's own library
 */
char *
pact_library_get_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "pact-planner", "library.db", NULL);
}

/**
 * pact_library_open:
 * @path: a file
 * @model: (transfer none): the model table, which must outlive the library
 * @flags: how to open it
 * @error: return location for an error
 *
 * Opens a library. Unless it is opened for reading only it is made if it is not there, readable for its owner alone,
 * and gets the tables and columns that @model has and it lacks; a copy of it is kept before that. What may not be written,
 * or is of a newer version, is opened for reading only, and pact_library_get_obstacle() says why.
 *
 * Returns: (transfer full) (nullable): the library; or %NULL with @error set to %PACT_STORE_ERROR_OPEN,
 *   %PACT_STORE_ERROR_NOT_A_LIBRARY or another of %PACT_STORE_ERROR, the file being as it was
 */
PactLibrary *
pact_library_open (const char *path,
                   const PactModel *model,
                   PactLibraryFlags flags,
                   GError **error)
{
  g_autoptr (PactLibrary) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (model != NULL, NULL);

  self = g_object_new (PACT_TYPE_LIBRARY, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  self->model = model;
  self->flags = flags;
  if (!_pact_library_open_file (self, TRUE, error))
    return NULL;
  _pact_library_make_private (self);

  return g_steal_pointer (&self);
}

/**
 * pact_library_get_path:
 * @self: a library
 *
 * Returns: (transfer none): the absolute path of its file
 */
const char *
pact_library_get_path (PactLibrary *self)
{
  g_return_val_if_fail (PACT_IS_LIBRARY (self), NULL);

  return self->path;
}

/**
 * pact_library_get_model:
 * @self: a library
 *
 * Returns: (transfer none): the model table it follows
 */
const PactModel *
pact_library_get_model (PactLibrary *self)
{
  g_return_val_if_fail (PACT_IS_LIBRARY (self), NULL);

  return self->model;
}

/**
 * pact_library_uses_wal:
 * @self: a library
 *
 * Returns: whether it has a write-ahead log, so that others can read while one writes; %FALSE on most network drives
 */
gboolean
pact_library_uses_wal (PactLibrary *self)
{
  g_return_val_if_fail (PACT_IS_LIBRARY (self), FALSE);

  return self->uses_wal;
}

/**
 * pact_library_set_patience:
 * @self: a library
 * @milliseconds: how long to wait while another program writes, before %PACT_STORE_ERROR_BUSY is told
 *
 * Five seconds unless this is called. To open the file, that long is waited always.
 */
void
pact_library_set_patience (PactLibrary *self,
                           guint milliseconds)
{
  g_return_if_fail (PACT_IS_LIBRARY (self));

  self->patience = milliseconds;
  if (self->db != NULL)
    sqlite3_busy_timeout (self->db, milliseconds);
}

/**
 * pact_library_get_data_version:
 * @self: a library
 *
 * Returns: a number that is another one once somebody else has written to the file: another program, or
 *   another #PactLibrary of this one. What @self writes does not change it.
 */
gint64
pact_library_get_data_version (PactLibrary *self)
{
  gint64 version;

  g_return_val_if_fail (PACT_IS_LIBRARY (self), 0);

  if (!_pact_library_mend (self, NULL) || !_pact_library_get_integer (self, &version, NULL, "PRAGMA data_version", ""))
    return 0;

  /* A new connection counts from the beginning. */
  return version + (self->n_reopened << 32);
}
