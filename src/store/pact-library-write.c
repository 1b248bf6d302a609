/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-library-write"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-library-private.h"
#include "pact-value.h"

/* Edits: what is written between begin and commit. */

/**
 * pact_library_begin:
 * @self: a library that can be written
 * @info: what is done, by whom, to which plan
 * @error: return location for an error
 *
 * Begins an edit. The plan must be there unless the verb is "create" or "import"; an edit of one of those verbs
 * cannot be undone, nor anything that was done to the plan before it. An edit of the verb "submit" is none to a person: it
 * cannot be undone either, but what was done before it can, and what was undone can be redone.
 *
 * Returns: whether the edit has begun, and must be ended by pact_library_commit() or pact_library_rollback();
 *   %FALSE with @error set to %PACT_DB_ERROR_BUSY, %PACT_STORE_ERROR_NOT_FOUND or an error of %PACT_DB_ERROR
 */
gboolean
pact_library_begin (PactLibrary *self,
                    const PactEditInfo *info,
                    GError **error)
{
  g_return_val_if_fail (PACT_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (info != NULL && info->plan != NULL && info->verb != NULL, FALSE);
  g_return_val_if_fail (!_pact_journal_is_open (self->journal), FALSE);

  if (!pact_db_begin_write (self->db, error))
    return FALSE;

  if (!_pact_journal_start (self->journal, info, error))
    {
      pact_library_rollback (self);
      return FALSE;
    }

  return TRUE;
}

/**
 * pact_library_rollback:
 * @self: a library with an edit begun
 *
 * Ends the edit and takes back everything since its beginning.
 */
void
pact_library_rollback (PactLibrary *self)
{
  g_return_if_fail (PACT_IS_LIBRARY (self));
  g_return_if_fail (_pact_journal_is_open (self->journal));

  _pact_journal_stop (self->journal);
  pact_db_rollback (self->db);
}

/* Finds an element of the plan that is being edited. */
static gboolean
find_in_plan (PactLibrary *self,
              const char *uuid,
              gint64 *id,
              const PactKind **kind,
              GError **error)
{
  gint64 plan = 0;

  if (!_pact_tables_find_element (self->tables, uuid, id, kind, &plan, error))
    return FALSE;

  return (*id != 0 && plan == _pact_journal_get_plan (self->journal)) || _pact_store_fail_not_found (error, uuid);
}

static gboolean
find_parent (PactLibrary *self,
             const char *uuid,
             const PactKind *child,
             gint64 *id,
             GError **error)
{
  const PactKind *kind = NULL;

  if (!find_in_plan (self, uuid, id, &kind, error))
    return FALSE;

  return pact_kind_may_contain (kind, child)
         || _pact_store_contradict (error, _("An element may not stand there. Nothing was changed."));
}

/* A new plan has its own number as its plan. */
static gboolean
insert_root (PactLibrary *self,
             const PactRecord *record,
             gint64 *id,
             GError **error)
{
  if (record->kind != pact_model_get_root (self->model) || _pact_journal_get_plan (self->journal) != 0
      || g_strcmp0 (record->uuid, _pact_journal_get_plan_uuid (self->journal)) != 0)
    return _pact_store_contradict (error, _("A new plan must begin with the plan itself. Nothing was changed."));

  if (!pact_db_run (self->db, error,
                    "INSERT INTO element (uuid, kind, position, created, modified, extra)"
                    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                    "ssisss", record->uuid, record->kind->name, record->position, record->created,
                    record->modified, record->extra))
    return FALSE;
  *id = pact_db_get_last_id (self->db);

  return pact_db_run (self->db, error, "UPDATE element SET plan = id WHERE id = ?1", "i", *id)
         && _pact_journal_begin_plan (self->journal, *id, error);
}

static gboolean
insert_below (PactLibrary *self,
              const PactRecord *record,
              gint64 *id,
              GError **error)
{
  gint64 plan = _pact_journal_get_plan (self->journal);
  gint64 parent;

  if (plan == 0)
    return _pact_store_contradict (error, _("A new plan must begin with the plan itself. Nothing was changed."));
  if (!find_parent (self, record->parent, record->kind, &parent, error)
      || !pact_db_run (self->db, error,
                    "INSERT INTO element (uuid, kind, plan, parent, position, created, modified, extra)"
                    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                    "ssiiisss", record->uuid, record->kind->name, plan, parent, record->position,
                    record->created, record->modified, record->extra))
    return FALSE;
  *id = pact_db_get_last_id (self->db);

  return TRUE;
}

static gboolean
insert_values (PactLibrary *self,
               gint64 id,
               const PactRecord *record,
               GError **error)
{
  g_autoptr (PactStatement) statement =
    pact_db_query (self->db, error, _pact_tables_get_of_kind (self->tables, record->kind)->insert_sql, "i", id);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  /* A value is text here and becomes a number where its column is one; the form of a number is checked by that. */
  for (gsize i = 0; i < record->kind->n_fields; i++)
    {
      if (!pact_statement_bind_text (statement, (guint) i + 2, record->values[i], error))
        return FALSE;
    }
  pact_statement_next (statement, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/**
 * pact_library_insert:
 * @self: a library with an edit begun
 * @record: a new element; its parent must be there already
 * @error: return location for an error
 *
 * Inserts an element. What its values refer to may follow later in the same edit.
 *
 * Returns: whether it was; %FALSE with @error set to %PACT_MODEL_ERROR_INVALID if a value could not be read again from an
 *   exchange file, %PACT_DB_ERROR_CONSTRAINT if there is one with that UUID, %PACT_STORE_ERROR_CONSTRAINT if it
 *   may not stand there, %PACT_STORE_ERROR_NOT_FOUND if the plan has no such parent, or an error of %PACT_DB_ERROR;
 *   the edit must be rolled back then
 */
gboolean
pact_library_insert (PactLibrary *self,
                     const PactRecord *record,
                     GError **error)
{
  gint64 id = 0;

  g_return_val_if_fail (PACT_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (_pact_journal_is_open (self->journal), FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  for (gsize i = 0; i < record->kind->n_fields; i++)
    {
      if (!pact_field_check (&record->kind->fields[i], record->values[i], error))
        return FALSE;
    }
  if (!(record->parent == NULL ? insert_root : insert_below) (self, record, &id, error)
      || !insert_values (self, id, record, error))
    return FALSE;
  _pact_journal_note_insert (self->journal, id);

  return TRUE;
}

static gboolean
set_modified (PactLibrary *self,
              gint64 id,
              GError **error)
{
  g_autofree char *now = pact_timestamp_now ();

  return pact_db_run (self->db, error, "UPDATE element SET modified = ?2 WHERE id = ?1 AND modified <> ?2", "is", id,
                      now);
}

/**
 * pact_library_update:
 * @self: a library with an edit begun
 * @uuid: an element of the plan
 * @field: a field of its kind
 * @value: (nullable): a value in canonical form, %NULL for none
 * @error: return location for an error
 *
 * Sets a field. If it says something else now, the element counts as changed now.
 *
 * Returns: whether it was set; %FALSE with @error set to %PACT_MODEL_ERROR_INVALID if @value could not be read again from an
 *   exchange file, %PACT_STORE_ERROR_NOT_FOUND or an error of %PACT_DB_ERROR;
 *   the edit must be rolled back then
 */
gboolean
pact_library_update (PactLibrary *self,
                     const char *uuid,
                     const PactField *field,
                     const char *value,
                     GError **error)
{
  const PactKind *kind = NULL;
  g_autofree char *table = NULL;
  g_autofree char *column = NULL;
  g_autofree char *sql = NULL;
  gint64 id;

  g_return_val_if_fail (PACT_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (_pact_journal_is_open (self->journal), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  if (!pact_field_check (field, value, error) || !find_in_plan (self, uuid, &id, &kind, error))
    return FALSE;
  g_return_val_if_fail (field >= kind->fields && field < kind->fields + kind->n_fields, FALSE);

  table = pact_sql_quote_name (kind->name);
  column = pact_sql_quote_name (field->name);
  sql = g_strdup_printf ("UPDATE %s SET %s = ?2 WHERE id = ?1 AND %s IS NOT ?2", table, column, column);
  if (!pact_db_run (self->db, error, sql, "is", id, value))
    return FALSE;

  return pact_db_get_n_changed (self->db) == 0 || set_modified (self, id, error);
}

static gboolean
is_below (PactLibrary *self,
          gint64 id,
          gint64 above,
          gboolean *result,
          GError **error)
{
  gint64 count;

  if (!pact_db_get_integer (self->db, &count, error,
                            "WITH RECURSIVE above (id) AS (SELECT ?1 UNION"
                            "  SELECT e.parent FROM above a JOIN element e ON e.id = a.id)"
                            " SELECT count(*) FROM above WHERE id = ?2",
                            "ii", id, above))
    return FALSE;
  *result = count > 0;

  return TRUE;
}

/**
 * pact_library_move:
 * @self: a library with an edit begun
 * @uuid: an element of the plan, not the plan itself
 * @parent: the element of the plan under which it shall stand
 * @position: where among its siblings of the same kind
 * @error: return location for an error
 *
 * Moves an element with everything below it. If it stands elsewhere now, it counts as changed now.
 *
 * Returns: whether it stands there; %FALSE with @error set to %PACT_STORE_ERROR_CONSTRAINT if it may not,
 *   %PACT_STORE_ERROR_NOT_FOUND or an error of %PACT_DB_ERROR; the edit must be rolled back then
 */
gboolean
pact_library_move (PactLibrary *self,
                   const char *uuid,
                   const char *parent,
                   gint64 position,
                   GError **error)
{
  const PactKind *kind = NULL;
  gint64 id, parent_id;
  gboolean circular;

  g_return_val_if_fail (PACT_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (_pact_journal_is_open (self->journal), FALSE);
  g_return_val_if_fail (uuid != NULL && parent != NULL, FALSE);

  if (!find_in_plan (self, uuid, &id, &kind, error) || !find_parent (self, parent, kind, &parent_id, error)
      || !is_below (self, parent_id, id, &circular, error))
    return FALSE;
  if (circular)
    return _pact_store_contradict (error, _("An element cannot stand below itself. Nothing was changed."));
  if (!pact_db_run (self->db, error,
                    "UPDATE element SET parent = ?2, position = ?3"
                    " WHERE id = ?1 AND (parent IS NOT ?2 OR position <> ?3)",
                    "iii", id, parent_id, position))
    return FALSE;

  return pact_db_get_n_changed (self->db) == 0 || set_modified (self, id, error);
}

/**
 * pact_library_delete:
 * @self: a library with an edit begun
 * @uuid: an element of the plan, not the plan itself
 * @error: return location for an error
 *
 * Deletes an element with everything below it. References to what is gone are emptied. What it stood under, and what
 * referred to it, counts as changed now.
 *
 * Returns: whether it is gone; %FALSE with @error set to %PACT_STORE_ERROR_NOT_FOUND or another of
 *   %PACT_STORE_ERROR; the edit must be rolled back then
 */
gboolean
pact_library_delete (PactLibrary *self,
                     const char *uuid,
                     GError **error)
{
  gint64 id, parent;

  g_return_val_if_fail (PACT_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (_pact_journal_is_open (self->journal), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  if (!find_in_plan (self, uuid, &id, NULL, error))
    return FALSE;
  if (id == _pact_journal_get_plan (self->journal))
    return _pact_store_contradict (error, _("A plan is not deleted as a part of itself. Nothing was changed."));

  return pact_db_get_integer (self->db, &parent, error, "SELECT parent FROM element WHERE id = ?1", "i", id)
         && pact_db_run (self->db, error, "DELETE FROM element WHERE id = ?1", "i", id)
         && set_modified (self, parent, error);
}

/**
 * pact_library_commit:
 * @self: a library with an edit begun
 * @error: return location for an error
 *
 * Ends the edit. When this returns it is in the file, durably. What had been undone in this plan cannot be redone any
 * more. An edit that changed nothing leaves no trace.
 *
 * Returns: (transfer full) (nullable) (element-type PactChange): every element that is different, as
 *   pact_plan_apply() takes it; or %NULL with @error set to %PACT_STORE_ERROR_CONSTRAINT if a value refers to nothing,
 *   %PACT_DB_ERROR_FULL or another of %PACT_DB_ERROR, everything since the beginning having been taken back
 */
GPtrArray *
pact_library_commit (PactLibrary *self,
                     GError **error)
{
  g_autoptr (GPtrArray) changes = NULL;

  g_return_val_if_fail (PACT_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (_pact_journal_is_open (self->journal), NULL);

  changes = _pact_journal_finish (self->journal, error);
  if (changes != NULL && changes->len == 0)
    {
      pact_library_rollback (self);
      return g_steal_pointer (&changes);
    }
  if (!pact_db_end_write (self->db, changes != NULL, error))
    g_clear_pointer (&changes, g_ptr_array_unref);
  _pact_journal_stop (self->journal);

  return g_steal_pointer (&changes);
}
