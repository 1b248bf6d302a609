/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-library-write"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-library-private.h"
#include "pact-value.h"

/* Edits: what is written between begin and commit. */

static void
clear_edit (PactLibrary *self)
{
  PactEditState *edit = &self->edit;

  edit->is_open = FALSE;
  edit->recording = 0;
  edit->plan = 0;
  edit->first_change = 0;
  edit->merges = FALSE;
  edit->is_fixed = FALSE;
  edit->is_apart = FALSE;
  g_clear_pointer (&edit->plan_uuid, g_free);
  g_clear_pointer (&edit->verb, g_free);
  g_clear_pointer (&edit->kind, g_free);
  g_clear_pointer (&edit->author, g_free);
  g_array_set_size (edit->inserted, 0);
}

static gboolean
contradict (GError **error,
            const char *sentence)
{
  g_set_error_literal (error, PACT_STORE_ERROR, PACT_STORE_ERROR_CONSTRAINT, sentence);

  return FALSE;
}

static gboolean
insert_edit (PactLibrary *self,
             const char *merge_key,
             GError **error)
{
  PactEditState *edit = &self->edit;
  g_autofree char *now = pact_timestamp_now ();

  if (!pact_db_run (self->db, error,
                    "INSERT INTO edit (plan, verb, kind, author, at, merge_key, state)"
                    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                    "issssss", edit->plan, edit->verb, edit->kind, edit->author, now, merge_key,
                    edit->is_fixed || edit->is_apart ? "fixed" : "done"))
    return FALSE;

  return TRUE;
}

/* An edit of a plan that is there is journaled from here on. A new plan has no journal: it begins with the edit. */
static gboolean
start_journal (PactLibrary *self,
               const PactEditInfo *info,
               GError **error)
{
  PactEditState *edit = &self->edit;
  const PactKind *kind = NULL;

  edit->is_fixed = g_str_equal (info->verb, "create") || g_str_equal (info->verb, "import");
  edit->is_apart = g_str_equal (info->verb, "submit");
  if (!_pact_library_find_element (self, info->plan, &edit->plan, &kind, NULL, error))
    return FALSE;
  if (edit->plan == 0)
    return edit->is_fixed || _pact_library_fail_not_found (error, info->plan);
  if (kind != pact_model_get_root (self->model))
    return _pact_library_fail_not_found (error, info->plan);

  if (!pact_db_get_integer (self->db, &edit->first_change, error, "SELECT max (id) FROM change", ""))
    return FALSE;
  if (!edit->is_fixed && info->merge_key != NULL && !_pact_library_find_mergeable (self, info, error))
    return FALSE;
  if (edit->merges)
    return TRUE;
  if (!insert_edit (self, info->merge_key, error))
    return FALSE;
  edit->recording = pact_db_get_last_id (self->db);

  return TRUE;
}

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
  PactEditState *edit;

  g_return_val_if_fail (PACT_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (info != NULL && info->plan != NULL && info->verb != NULL, FALSE);
  g_return_val_if_fail (!self->edit.is_open, FALSE);

  if (!pact_db_begin_write (self->db, error))
    return FALSE;

  edit = &self->edit;
  edit->is_open = TRUE;
  edit->plan_uuid = g_strdup (info->plan);
  edit->verb = g_strdup (info->verb);
  edit->kind = g_strdup (info->kind);
  edit->author = g_strdup (info->author);
  if (!start_journal (self, info, error))
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
  g_return_if_fail (self->edit.is_open);

  clear_edit (self);
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

  if (!_pact_library_find_element (self, uuid, id, kind, &plan, error))
    return FALSE;

  return (*id != 0 && plan == self->edit.plan) || _pact_library_fail_not_found (error, uuid);
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

  return pact_kind_may_contain (kind, child) ||
         contradict (error, _("An element may not stand there. Nothing was changed."));
}

/* A new plan has its own number as its plan. */
static gboolean
insert_root (PactLibrary *self,
             const PactRecord *record,
             gint64 *id,
             GError **error)
{
  PactEditState *edit = &self->edit;

  if (record->kind != pact_model_get_root (self->model) || edit->plan != 0 ||
      g_strcmp0 (record->uuid, edit->plan_uuid) != 0)
    return contradict (error, _("A new plan must begin with the plan itself. Nothing was changed."));

  if (!pact_db_run (self->db, error,
                    "INSERT INTO element (uuid, kind, position, created, modified, extra)"
                    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                    "ssisss", record->uuid, record->kind->name, record->position, record->created,
                    record->modified, record->extra))
    return FALSE;
  *id = edit->plan = pact_db_get_last_id (self->db);

  return pact_db_run (self->db, error, "UPDATE element SET plan = id WHERE id = ?1", "i", edit->plan) &&
         insert_edit (self, NULL, error);
}

static gboolean
insert_below (PactLibrary *self,
              const PactRecord *record,
              gint64 *id,
              GError **error)
{
  gint64 parent;

  if (self->edit.plan == 0)
    return contradict (error, _("A new plan must begin with the plan itself. Nothing was changed."));
  if (!find_parent (self, record->parent, record->kind, &parent, error) ||
      !pact_db_run (self->db, error,
                    "INSERT INTO element (uuid, kind, plan, parent, position, created, modified, extra)"
                    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                    "ssiiisss", record->uuid, record->kind->name, self->edit.plan, parent, record->position,
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
    pact_db_query (self->db, error, _pact_library_get_kind_table (self, record->kind)->insert_sql, "i", id);
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
  gint64 id;

  g_return_val_if_fail (PACT_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (self->edit.is_open, FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  for (gsize i = 0; i < record->kind->n_fields; i++)
    {
      if (!pact_field_check (&record->kind->fields[i], record->values[i], error))
        return FALSE;
    }
  if (!(record->parent == NULL ? insert_root : insert_below) (self, record, &id, error) ||
      !insert_values (self, id, record, error))
    return FALSE;
  if (self->edit.recording == 0)
    g_array_append_val (self->edit.inserted, id);

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
  g_return_val_if_fail (self->edit.is_open, FALSE);
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
  g_return_val_if_fail (self->edit.is_open, FALSE);
  g_return_val_if_fail (uuid != NULL && parent != NULL, FALSE);

  if (!find_in_plan (self, uuid, &id, &kind, error) || !find_parent (self, parent, kind, &parent_id, error) ||
      !is_below (self, parent_id, id, &circular, error))
    return FALSE;
  if (circular)
    return contradict (error, _("An element cannot stand below itself. Nothing was changed."));
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
  g_return_val_if_fail (self->edit.is_open, FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  if (!find_in_plan (self, uuid, &id, NULL, error))
    return FALSE;
  if (id == self->edit.plan)
    return contradict (error, _("A plan is not deleted as a part of itself. Nothing was changed."));

  return pact_db_get_integer (self->db, &parent, error, "SELECT parent FROM element WHERE id = ?1", "i", id) &&
         pact_db_run (self->db, error, "DELETE FROM element WHERE id = ?1", "i", id) &&
         set_modified (self, parent, error);
}

/* Elements that lost a reference because of a deletion have changed too. */
static gboolean
mark_emptied (PactLibrary *self,
              GError **error)
{
  const PactEditState *edit = &self->edit;
  g_autofree char *now = pact_timestamp_now ();

  return pact_db_run (self->db, error,
                      "UPDATE element SET modified = ?3 WHERE modified <> ?3 AND id IN"
                      " (SELECT row FROM change WHERE edit = ?1 AND id > ?2 AND op = 'update' AND tab <> 'element')",
                      "iis", edit->recording, edit->first_change, now);
}

/* What is kept of an edit that cannot be undone is who made it and when. */
static gboolean
close_journal (PactLibrary *self,
               gboolean *forgotten,
               GError **error)
{
  const PactEditState *edit = &self->edit;
  g_autofree char *now = pact_timestamp_now ();

  if (edit->recording == 0)
    return TRUE;
  if (edit->is_fixed)
    return pact_db_run (self->db, error, "DELETE FROM change WHERE edit = ?1", "i", edit->recording) &&
           pact_db_run (self->db, error, "DELETE FROM edit WHERE plan = ?1 AND state = 'undone'", "i", edit->plan) &&
           pact_db_run (self->db, error, "UPDATE edit SET state = 'fixed' WHERE plan = ?1", "i", edit->plan);
  if (edit->is_apart)
    return TRUE;
  if (edit->merges)
    return _pact_library_fold_changes (self, edit->recording, edit->first_change, error) &&
           pact_db_run (self->db, error, "UPDATE edit SET at = ?2 WHERE id = ?1", "is", edit->recording, now) &&
           _pact_library_forget_idle (self, edit->recording, forgotten, error);

  return pact_db_run (self->db, error, "DELETE FROM edit WHERE plan = ?1 AND state = 'undone'", "i", edit->plan);
}

static GPtrArray *
finish (PactLibrary *self,
        GError **error)
{
  PactEditState *edit = &self->edit;
  g_autoptr (GArray) touched = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  gboolean forgotten = FALSE;

  if (edit->recording == 0)
    {
      touched = g_array_copy (edit->inserted);
    }
  else
    {
      if (!mark_emptied (self, error))
        return NULL;
      touched = _pact_library_list_touched (self, edit->recording, edit->first_change, error);
    }
  if (touched == NULL)
    return NULL;
  /* Nothing is different: there is nothing to undo, and what was undone can still be redone. */
  if (touched->len == 0)
    return pact_change_list_new ();

  changes = _pact_library_settle (self, edit->plan, edit->recording, edit->first_change, touched, error);
  if (changes == NULL || !close_journal (self, &forgotten, error))
    return NULL;
  if (forgotten)
    {
      g_clear_pointer (&changes, g_ptr_array_unref);
      changes = _pact_library_settle (self, edit->plan, 0, 0, touched, error);
    }

  return g_steal_pointer (&changes);
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
 *   %PACT_DB_ERROR_FULL or an error of %PACT_DB_ERROR, everything since the beginning having been taken back
 */
GPtrArray *
pact_library_commit (PactLibrary *self,
                     GError **error)
{
  g_autoptr (GPtrArray) changes = NULL;

  g_return_val_if_fail (PACT_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (self->edit.is_open, NULL);

  changes = finish (self, error);
  self->edit.recording = 0;
  if (changes != NULL && changes->len == 0)
    {
      pact_library_rollback (self);
      return g_steal_pointer (&changes);
    }
  if (!pact_db_end_write (self->db, changes != NULL, error))
    g_clear_pointer (&changes, g_ptr_array_unref);
  clear_edit (self);

  return g_steal_pointer (&changes);
}
