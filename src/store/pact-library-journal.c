/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-library-journal"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-library-private.h"

/*
 * The journal: what was done, and doing it backwards and forwards.
 *
 * An edit is a row of "edit" and, for each row of an element that it changed, a row of "change", in the order in
 * which they were changed. Undo goes through them backwards, redo forwards. A row that is not what the journal
 * left there was written by somebody who keeps no journal: then nothing is done at all.
 */

static const char fold_sql[] =
  /* The first old values and the last new ones; nulls count, so json_patch() will not do. */
  "UPDATE change AS first SET"
  "  old = (SELECT json_group_object (key, value) FROM"
  "    (SELECT key, value FROM json_each (first.old) UNION ALL"
  "     SELECT key, value FROM json_each (?3) WHERE key NOT IN (SELECT key FROM json_each (first.old)))),"
  "  new = (SELECT json_group_object (key, value) FROM"
  "    (SELECT key, value FROM json_each (?4) UNION ALL"
  "     SELECT key, value FROM json_each (first.new) WHERE key NOT IN (SELECT key FROM json_each (?4))))"
  " WHERE id = (SELECT min (id) FROM change WHERE edit = ?1 AND tab = ?2 AND row = ?5) AND id <> ?6";

/* Continues the plan's last edit if that is of the same key and author. When a key is to end is the caller's to say: no clock
 * is looked at, as the one on the wall may be set meanwhile. */
gboolean
_pact_library_find_mergeable (PactLibrary *self,
                              const PactEditInfo *info,
                              GError **error)
{
  PactEditState *edit = &self->edit;
  gint64 last;

  if (!pact_db_get_integer (self->db, &last, error,
                            "SELECT id FROM edit WHERE id = (SELECT max (id) FROM edit WHERE plan = ?1)"
                            "  AND state = 'done' AND merge_key = ?2 AND author IS ?3 AND verb = ?4",
                            "isss", edit->plan, info->merge_key, info->author, info->verb))
    return FALSE;
  if (last != 0)
    {
      edit->recording = last;
      edit->merges = TRUE;
    }

  return TRUE;
}

/* Puts what a merged edit has added into the rows that are there, so that typing does not fill the file. */
gboolean
_pact_library_fold_changes (PactLibrary *self,
                            gint64 edit,
                            gint64 first_change,
                            GError **error)
{
  g_autoptr (PactStatement) statement = NULL;
  g_autoptr (GArray) folded = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) failure = NULL;
  gint64 n_others;

  /* The order of rows matters where rows come and go. */
  if (!pact_db_get_integer (self->db, &n_others, error,
                            "SELECT count(*) FROM change WHERE edit = ?1 AND op <> 'update'", "i", edit))
    return FALSE;
  if (n_others > 0)
    return TRUE;

  statement = pact_db_query (
    self->db, error, "SELECT id, tab, row, old, new FROM change WHERE edit = ?1 AND id > ?2 ORDER BY id", "ii", edit,
    first_change);
  if (statement == NULL)
    return FALSE;
  while (pact_statement_next (statement, &failure))
    {
      gint64 id = pact_statement_get_integer (statement, 0);

      if (!pact_db_run (self->db, error, fold_sql, "isssii", edit, pact_statement_get_text (statement, 1),
                        pact_statement_get_text (statement, 3), pact_statement_get_text (statement, 4),
                        pact_statement_get_integer (statement, 2), id))
        return FALSE;
      if (pact_db_get_n_changed (self->db) > 0)
        g_array_append_val (folded, id);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  g_clear_pointer (&statement, pact_statement_release);

  for (guint i = 0; i < folded->len; i++)
    {
      if (!pact_db_run (self->db, error, "DELETE FROM change WHERE id = ?1", "i", g_array_index (folded, gint64, i)))
        return FALSE;
    }

  return TRUE;
}

/* Forgets a merged edit after which everything is as it was before it, as when a word is typed and deleted again: undoing it
 * would do nothing that anybody could see. Not even the times of the last change stay. */
gboolean
_pact_library_forget_idle (PactLibrary *self,
                           gint64 edit,
                           gboolean *forgotten,
                           GError **error)
{
  gint64 n_changes;

  *forgotten = FALSE;
  if (!pact_db_get_integer (self->db, &n_changes, error,
                            "SELECT count(*) FROM change WHERE edit = ?1 AND (op <> 'update' OR EXISTS ("
                            "  SELECT 1 FROM json_each (old) AS was JOIN json_each (new) AS now USING (key)"
                            "  WHERE was.value IS NOT now.value AND NOT (tab = 'element' AND key = 'modified')))",
                            "i", edit))
    return FALSE;
  if (n_changes > 0)
    return TRUE;

  *forgotten = TRUE;
  self->edit.recording = 0;

  return pact_db_run (self->db, error,
                      "UPDATE element SET modified = json_extract (change.old, '$.modified') FROM change"
                      " WHERE change.edit = ?1 AND tab = 'element' AND change.row = element.id"
                      "  AND json_type (change.old, '$.modified') IS NOT NULL",
                      "i", edit) &&
         pact_db_run (self->db, error, "DELETE FROM edit WHERE id = ?1", "i", edit);
}

static gboolean
fail_replay (GError **error)
{
  g_set_error_literal (error, PACT_STORE_ERROR, PACT_STORE_ERROR_REPLAY,
                       _("The plan is not what this edit left. Nothing was changed."));

  return FALSE;
}

/* A row that is there already, or not any more, or refers to what is not there is the same to a person as one that is
 * different. */
static gboolean
is_contradiction (const GError *error)
{
  return g_error_matches (error, PACT_DB_ERROR, PACT_DB_ERROR_CONSTRAINT) ||
         g_error_matches (error, PACT_STORE_ERROR, PACT_STORE_ERROR_CONSTRAINT);
}

/* Makes one row what it was before or after the edit. */
static gboolean
replay_row (PactLibrary *self,
            PactStatement *row,
            gboolean is_undo,
            GError **error)
{
  const PactTable *table = _pact_library_find_table (self, pact_statement_get_text (row, 0));
  gint64 id = pact_statement_get_integer (row, 1);
  const char *op = pact_statement_get_text (row, 2);
  const char *old = pact_statement_get_text (row, 3);
  const char *new = pact_statement_get_text (row, 4);
  const char *from = is_undo ? new : old;
  const char *to = is_undo ? old : new;
  const char *sql;

  if (table == NULL)
    return fail_replay (error);

  if (g_str_equal (op, "update"))
    sql = table->replay_update_sql;
  else
    sql = to == NULL ? table->replay_delete_sql : table->replay_insert_sql;

  if (!pact_db_run (self->db, error, sql, sql == table->replay_insert_sql ? "is" : "iss", id, to, from))
    return FALSE;

  return pact_db_get_n_changed (self->db) == 1 || fail_replay (error);
}

static GPtrArray *
replay (PactLibrary *self,
        gint64 plan,
        gint64 edit,
        gboolean is_undo,
        GError **error)
{
  g_autoptr (PactStatement) statement = pact_db_query (
    self->db, error,
    is_undo ? "SELECT tab, row, op, old, new FROM change WHERE edit = ?1 ORDER BY id DESC"
            : "SELECT tab, row, op, old, new FROM change WHERE edit = ?1 ORDER BY id",
    "i", edit);
  g_autoptr (GArray) touched = NULL;
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  while (pact_statement_next (statement, &failure))
    {
      if (!replay_row (self, statement, is_undo, &failure))
        break;
    }
  if (failure != NULL)
    {
      if (is_contradiction (failure))
        fail_replay (error);
      else
        g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  /* Whoever types after this begins something new. */
  if (!pact_db_run (self->db, error, "UPDATE edit SET state = ?2, merge_key = NULL WHERE id = ?1", "is", edit,
                    is_undo ? "undone" : "done"))
    return NULL;
  touched = _pact_library_list_touched (self, edit, 0, error);

  return touched != NULL ? _pact_library_settle (self, plan, edit, 0, touched, error) : NULL;
}

/* The next edit to undo is the last that is done, the next to redo the first that is undone. Those that are fixed are passed
 * over: what was done before a submission can still be taken back. */
static gboolean
find_edit (PactLibrary *self,
           const char *plan_uuid,
           gboolean is_undo,
           gint64 *plan,
           gint64 *edit,
           GError **error)
{
  if (!_pact_library_find_element (self, plan_uuid, plan, NULL, NULL, error))
    return FALSE;
  if (*plan == 0)
    return _pact_library_fail_not_found (error, plan_uuid);
  if (!pact_db_get_integer (self->db, edit, error,
                            is_undo ? "SELECT max (id) FROM edit WHERE plan = ?1 AND state = 'done'"
                                    : "SELECT min (id) FROM edit WHERE plan = ?1 AND state = 'undone'",
                            "i", *plan))
    return FALSE;
  if (*edit != 0)
    return TRUE;
  g_set_error_literal (error, PACT_STORE_ERROR, PACT_STORE_ERROR_NOT_FOUND,
                       is_undo ? _("There is nothing to undo.") : _("There is nothing to redo."));

  return FALSE;
}

static GPtrArray *
undo_or_redo (PactLibrary *self,
              const char *plan_uuid,
              gboolean is_undo,
              GError **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 plan, edit;

  if (!pact_db_begin_write (self->db, error))
    return NULL;
  if (find_edit (self, plan_uuid, is_undo, &plan, &edit, &failure))
    changes = replay (self, plan, edit, is_undo, &failure);
  if (!pact_db_end_write (self->db, changes != NULL, &failure))
    {
      if (is_contradiction (failure))
        fail_replay (error);
      else
        g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&changes);
}

/**
 * pact_library_undo:
 * @self: a library
 * @plan_uuid: a plan
 * @error: return location for an error
 *
 * Takes back the plan's last edit: everything is as it was before, also the times of the last change.
 *
 * Returns: (transfer full) (nullable) (element-type PactChange): every element that is different, as
 *   pact_plan_apply() takes it; or %NULL with @error set to %PACT_STORE_ERROR_NOT_FOUND if there is nothing to undo,
 *   %PACT_STORE_ERROR_REPLAY or an error of %PACT_DB_ERROR, nothing being changed
 */
GPtrArray *
pact_library_undo (PactLibrary *self,
                   const char *plan_uuid,
                   GError **error)
{
  g_return_val_if_fail (PACT_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (plan_uuid != NULL, NULL);
  g_return_val_if_fail (!self->edit.is_open, NULL);

  return undo_or_redo (self, plan_uuid, TRUE, error);
}

/**
 * pact_library_redo:
 * @self: a library
 * @plan_uuid: a plan
 * @error: return location for an error
 *
 * Does again what pact_library_undo() has taken back last.
 *
 * Returns: (transfer full) (nullable) (element-type PactChange): as pact_library_undo()
 */
GPtrArray *
pact_library_redo (PactLibrary *self,
                   const char *plan_uuid,
                   GError **error)
{
  g_return_val_if_fail (PACT_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (plan_uuid != NULL, NULL);
  g_return_val_if_fail (!self->edit.is_open, NULL);

  return undo_or_redo (self, plan_uuid, FALSE, error);
}

static gboolean
peek (PactLibrary *self,
      const char *plan_uuid,
      gboolean is_undo,
      char **verb,
      char **kind)
{
  g_autoptr (PactStatement) statement = NULL;
  gint64 plan, edit;

  if (!find_edit (self, plan_uuid, is_undo, &plan, &edit, NULL))
    return FALSE;
  statement = pact_db_query (self->db, NULL, "SELECT verb, kind FROM edit WHERE id = ?1", "i", edit);
  if (statement == NULL || !pact_statement_next (statement, NULL))
    return FALSE;

  if (verb != NULL)
    *verb = pact_statement_dup_text (statement, 0);
  if (kind != NULL)
    *kind = pact_statement_dup_text (statement, 1);

  return TRUE;
}

/**
 * pact_library_peek_undo:
 * @self: a library
 * @plan_uuid: a plan
 * @verb: (out) (optional) (transfer full): what the edit did, see #PactEditInfo
 * @kind: (out) (optional) (nullable) (transfer full): to which kind
 *
 * Returns: whether there is an edit to undo; the rest is set only then
 */
gboolean
pact_library_peek_undo (PactLibrary *self,
                        const char *plan_uuid,
                        char **verb,
                        char **kind)
{
  g_return_val_if_fail (PACT_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (plan_uuid != NULL, FALSE);

  return peek (self, plan_uuid, TRUE, verb, kind);
}

/**
 * pact_library_peek_redo:
 * @self: a library
 * @plan_uuid: a plan
 * @verb: (out) (optional) (transfer full): what the edit did, see #PactEditInfo
 * @kind: (out) (optional) (nullable) (transfer full): to which kind
 *
 * Returns: whether there is an edit to redo; the rest is set only then
 */
gboolean
pact_library_peek_redo (PactLibrary *self,
                        const char *plan_uuid,
                        char **verb,
                        char **kind)
{
  g_return_val_if_fail (PACT_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (plan_uuid != NULL, FALSE);

  return peek (self, plan_uuid, FALSE, verb, kind);
}

/**
 * pact_library_replay_touches:
 * @self: a library
 * @plan_uuid: a plan
 * @is_undo: whether the next undo is asked about, not the next redo
 * @uuid: an element of the plan
 * @field: a field of its kind
 *
 * Returns: whether the field would say something else after it
 */
gboolean
pact_library_replay_touches (PactLibrary *self,
                             const char *plan_uuid,
                             gboolean is_undo,
                             const char *uuid,
                             const PactField *field)
{
  g_autofree char *path = NULL;
  const PactKind *kind = NULL;
  gint64 plan, edit, id;
  gint64 n_changes = 0;

  g_return_val_if_fail (PACT_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  path = g_strdup_printf ("$.%s", field->name);

  return find_edit (self, plan_uuid, is_undo, &plan, &edit, NULL) &&
         _pact_library_find_element (self, uuid, &id, &kind, NULL, NULL) && id != 0 &&
         pact_db_get_integer (self->db, &n_changes, NULL,
                              "SELECT count(*) FROM change WHERE edit = ?1 AND row = ?2 AND tab = ?3"
                              "  AND op = 'update' AND json_type (new, ?4) IS NOT NULL",
                              "iiss", edit, id, kind->name, path) &&
         n_changes > 0;
}

/* Which edits are too many and too old. The newest are kept however old they say they are, and what lies behind a younger one
 * is as young as that: a clock that once went wrong, forward or back, makes nothing old. */
#define EXCESS_SQL \
  "WITH ranked AS (SELECT id, plan, state, row_number() OVER (PARTITION BY plan ORDER BY id DESC) AS rank," \
  "    min (CASE WHEN at >= ?2 THEN id END) OVER (PARTITION BY plan) AS young FROM edit)," \
  "  excess AS (SELECT id, plan, state FROM ranked WHERE rank > ?1 AND (young IS NULL OR id < young))"

static gboolean
trim (PactLibrary *self,
      gint64 n_edits,
      const char *since,
      GError **error)
{
  /* Of what is undone either all can be redone or nothing. */
  return pact_db_run (self->db, error,
                      EXCESS_SQL " DELETE FROM edit WHERE state = 'undone' AND plan IN"
                                 " (SELECT plan FROM excess WHERE state = 'undone')",
                      "is", n_edits, since) &&
         pact_db_run (self->db, error, EXCESS_SQL " DELETE FROM edit WHERE id IN (SELECT id FROM excess)", "is",
                      n_edits, since);
}

/**
 * pact_library_trim_history:
 * @self: a library
 * @n_edits: how many edits each plan keeps in any case, the newest
 * @max_days: for how many days those beyond them are kept
 * @error: return location for an error
 *
 * Thins the history of all plans, oldest edits first. What it forgets cannot be undone any more.
 *
 * Returns: whether it was done; %FALSE with @error set to an error of %PACT_DB_ERROR
 */
gboolean
pact_library_trim_history (PactLibrary *self,
                           guint n_edits,
                           guint max_days,
                           GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) first = NULL;
  g_autofree char *since = NULL;

  g_return_val_if_fail (PACT_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (!self->edit.is_open, FALSE);

  /* Before the year 1 there is no date. */
  first = g_date_time_add_days (now, -(int) MIN (max_days, 365 * 1000));
  since = g_date_time_format (first, "%Y-%m-%dT%H:%M:%SZ");

  if (!pact_db_begin_write (self->db, error))
    return FALSE;

  return pact_db_end_write (self->db, trim (self, n_edits, since, error), error);
}
