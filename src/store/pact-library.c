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

/* “PACT”, so that file(1) and others can tell a library from any other SQLite file. */
#define LIBRARY_APPLICATION_ID 0x50414354

/* Raised when an older program can no longer keep what a newer one writes. Columns that are merely
 * added do not raise it: an older program carries those that it does not know in its journal. */
#define LIBRARY_VERSION 1

G_DEFINE_FINAL_TYPE (PactLibrary, pact_library, G_TYPE_OBJECT)

static void
pact_library_finalize (GObject *object)
{
  PactLibrary *self = PACT_LIBRARY (object);

  if (_pact_journal_is_open (self->journal))
    pact_library_rollback (self);
  _pact_library_overwrite_words (self);
  g_clear_object (&self->db);
  g_clear_pointer (&self->journal, _pact_journal_free);
  g_clear_pointer (&self->tables, _pact_tables_free);

  G_OBJECT_CLASS (pact_library_parent_class)->finalize (object);
}

static void
pact_library_class_init (PactLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pact_library_finalize;
}

static void
pact_library_init (PactLibrary *self)
{
}

/* What the file has to have, made or mended. */
static gboolean
create (PactDb *db,
        gpointer data,
        GError **error)
{
  return _pact_library_create_schema (data, error);
}

static gboolean
set_up (PactDb *db,
        gpointer data,
        GError **error)
{
  PactLibrary *self = data;
  gboolean is_current;

  if (!_pact_tables_read (self->tables, error) || !_pact_library_is_current (self, &is_current, error))
    return FALSE;

  return is_current || pact_db_is_read_only (db) || _pact_library_migrate (self, error);
}

static gboolean
examine (PactDb *db,
         gpointer data,
         GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;

  return pact_library_check (data, &problems, error);
}

static const PactDbFormat format = {
  .application_id = LIBRARY_APPLICATION_ID,
  .version = LIBRARY_VERSION,
  .create = create,
  .set_up = set_up,
  .examine = examine,
};

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
 * or is of a newer version, is opened for reading only, and pact_db_get_obstacle() says why.
 *
 * Returns: (transfer full) (nullable): the library; or %NULL with @error set to %PACT_DB_ERROR_OPEN,
 *   %PACT_DB_ERROR_NOT_A_LIBRARY or another of %PACT_DB_ERROR, the file being as it was
 */
PactLibrary *
pact_library_open (const char *path,
                   const PactModel *model,
                   PactDbFlags flags,
                   GError **error)
{
  g_autoptr (PactLibrary) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (model != NULL, NULL);

  self = g_object_new (PACT_TYPE_LIBRARY, NULL);
  self->model = model;
  self->db = pact_db_new (path, &format, self, flags);
  self->tables = _pact_tables_new (self->db, model);
  self->journal = _pact_journal_new (self->tables);
  if (!pact_db_open (self->db, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * pact_library_get_db:
 * @self: a library
 *
 * Returns: (transfer none): its file; it is the same object as long as the library is there, also when that goes on with
 *   another file
 */
PactDb *
pact_library_get_db (PactLibrary *self)
{
  g_return_val_if_fail (PACT_IS_LIBRARY (self), NULL);

  return self->db;
}

/**
 * pact_library_get_journal:
 * @self: a library
 *
 * Returns: (transfer none): its journal
 */
PactJournal *
pact_library_get_journal (PactLibrary *self)
{
  g_return_val_if_fail (PACT_IS_LIBRARY (self), NULL);

  return self->journal;
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
