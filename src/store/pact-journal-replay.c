/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-journal-replay"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-journal-private.h"
#include "pact-store-error.h"

/* Doing backwards what the journal says, and forwards again. */

static gboolean
fail_replay (GError **error)
{
  g_set_error_literal (error, PACT_STORE_ERROR, PACT_STORE_ERROR_REPLAY,
                       _("The plan was changed elsewhere meanwhile, so this step cannot be taken back. Nothing was changed."));

  return FALSE;
}

/* A row that is there already, or not any more, or refers to what is not there is the same to a person as one that is
 * different. */
static gboolean
is_contradiction (const GError *error)
{
  return g_error_matches (error, PACT_DB_ERROR, PACT_DB_ERROR_CONSTRAINT)
         || g_error_matches (error, PACT_STORE_ERROR, PACT_STORE_ERROR_CONSTRAINT);
}

static void
append_path (GString *sql,
             const char *parameter,
             const char *column)
{
  g_string_append_printf (sql, "json_extract(%s, '$.\"%s\"')", parameter, column);
}

/* Makes the statements that bring a row to what the journal says, when the first is asked for. Each changes exactly one row, or
 * none if the row is not what the journal left. */
static void
make_statements (PactTable *table)
{
  g_autofree char *quoted = pact_sql_quote_name (table->name);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autoptr (GString) setting = g_string_new (NULL);
  g_autoptr (GString) partly = g_string_new (NULL);
  g_autoptr (GString) wholly = g_string_new (NULL);

  for (guint i = 0; i < table->columns->len; i++)
    {
      const char *name = g_ptr_array_index (table->columns, i);
      g_autofree char *column = pact_sql_quote_name (name);

      g_string_append_printf (names, ", %s", column);
      g_string_append (values, ", ");
      append_path (values, "?2", name);

      g_string_append_printf (setting, "%s%s = CASE WHEN json_type(?2, '$.\"%s\"') IS NULL THEN %s ELSE ", i > 0 ? ", " : "",
                              column, name, column);
      append_path (setting, "?2", name);
      g_string_append (setting, " END");

      g_string_append_printf (partly, " AND (json_type(?3, '$.\"%s\"') IS NULL OR %s IS ", name, column);
      append_path (partly, "?3", name);
      g_string_append_c (partly, ')');

      g_string_append_printf (wholly, " AND %s IS ", column);
      append_path (wholly, "?3", name);
    }

  table->replay_insert_sql = g_strdup_printf ("INSERT INTO %s (id%s) VALUES (?1%s)", quoted, names->str, values->str);
  table->replay_update_sql =
    g_strdup_printf ("UPDATE %s SET %s WHERE id = ?1%s", quoted, setting->str, partly->str);
  table->replay_delete_sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?1%s", quoted, wholly->str);
}

/* Makes one row what it was before or after the edit. */
static gboolean
replay_row (PactTables *tables,
            PactStatement *row,
            gboolean is_undo,
            GError **error)
{
  PactTable *table = _pact_tables_find (tables, pact_statement_get_text (row, 0));
  gint64 id = pact_statement_get_integer (row, 1);
  const char *op = pact_statement_get_text (row, 2);
  const char *old = pact_statement_get_text (row, 3);
  const char *new = pact_statement_get_text (row, 4);
  const char *from = is_undo ? new : old;
  const char *to = is_undo ? old : new;
  const char *sql;

  if (table == NULL)
    return fail_replay (error);
  if (table->replay_update_sql == NULL)
    make_statements (table);

  if (g_str_equal (op, "update"))
    sql = table->replay_update_sql;
  else
    sql = to == NULL ? table->replay_delete_sql : table->replay_insert_sql;

  if (!pact_db_run (tables->db, error, sql, sql == table->replay_insert_sql ? "is" : "iss", id, to, from))
    return FALSE;

  return pact_db_get_n_changed (tables->db) == 1 || fail_replay (error);
}

static GPtrArray *
replay (PactTables *tables,
        gint64 plan,
        gint64 edit,
        gboolean is_undo,
        GError **error)
{
  g_autoptr (PactStatement) statement = pact_db_query (
    tables->db, error,
    is_undo ? "SELECT tab, row, op, old, new FROM change WHERE edit = ?1 ORDER BY id DESC"
            : "SELECT tab, row, op, old, new FROM change WHERE edit = ?1 ORDER BY id",
    "i", edit);
  g_autoptr (GArray) touched = NULL;
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  while (pact_statement_next (statement, &failure))
    {
      if (!replay_row (tables, statement, is_undo, &failure))
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
  if (!pact_db_run (tables->db, error, "UPDATE edit SET state = ?2, merge_key = NULL WHERE id = ?1", "is", edit,
                    is_undo ? "undone" : "done"))
    return NULL;
  touched = _pact_journal_list_touched (tables->db, edit, 0, error);

  return touched != NULL ? _pact_journal_settle (tables, plan, edit, 0, touched, error) : NULL;
}

/* The next edit to undo is the last that is done, the next to redo the first that is undone. Those that are fixed are passed
 * over: what was done before a submission can still be taken back. */
static gboolean
find_edit (PactTables *tables,
           const char *plan_uuid,
           gboolean is_undo,
           gint64 *plan,
           gint64 *edit,
           GError **error)
{
  if (!_pact_tables_find_element (tables, plan_uuid, plan, NULL, NULL, error))
    return FALSE;
  if (*plan == 0)
    return _pact_store_fail_not_found (error, plan_uuid);
  if (!pact_db_get_integer (tables->db, edit, error,
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
undo_or_redo (PactTables *tables,
              const char *plan_uuid,
              gboolean is_undo,
              GError **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 plan = 0;
  gint64 edit = 0;

  if (!pact_db_begin_write (tables->db, error))
    return NULL;
  if (find_edit (tables, plan_uuid, is_undo, &plan, &edit, &failure))
    changes = replay (tables, plan, edit, is_undo, &failure);
  if (!pact_db_end_write (tables->db, changes != NULL, &failure))
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
 * pact_journal_undo:
 * @self: the journal of a library
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
pact_journal_undo (PactJournal *self,
                   const char *plan_uuid,
                   GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (plan_uuid != NULL, NULL);
  g_return_val_if_fail (!_pact_journal_is_open (self), NULL);

  return undo_or_redo (_pact_journal_get_tables (self), plan_uuid, TRUE, error);
}

/**
 * pact_journal_redo:
 * @self: the journal of a library
 * @plan_uuid: a plan
 * @error: return location for an error
 *
 * Does again what pact_journal_undo() has taken back last.
 *
 * Returns: (transfer full) (nullable) (element-type PactChange): as pact_journal_undo()
 */
GPtrArray *
pact_journal_redo (PactJournal *self,
                   const char *plan_uuid,
                   GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (plan_uuid != NULL, NULL);
  g_return_val_if_fail (!_pact_journal_is_open (self), NULL);

  return undo_or_redo (_pact_journal_get_tables (self), plan_uuid, FALSE, error);
}

static gboolean
peek (PactTables *tables,
      const char *plan_uuid,
      gboolean is_undo,
      char **verb,
      char **kind)
{
  g_autoptr (PactStatement) statement = NULL;
  gint64 plan = 0;
  gint64 edit = 0;

  if (!find_edit (tables, plan_uuid, is_undo, &plan, &edit, NULL))
    return FALSE;
  statement = pact_db_query (tables->db, NULL, "SELECT verb, kind FROM edit WHERE id = ?1", "i", edit);
  if (statement == NULL || !pact_statement_next (statement, NULL))
    return FALSE;

  if (verb != NULL)
    *verb = pact_statement_dup_text (statement, 0);
  if (kind != NULL)
    *kind = pact_statement_dup_text (statement, 1);

  return TRUE;
}

/**
 * pact_journal_peek_undo:
 * @self: the journal of a library
 * @plan_uuid: a plan
 * @verb: (out) (optional) (transfer full): what the edit did, see #PactEditInfo
 * @kind: (out) (optional) (nullable) (transfer full): to which kind
 *
 * Returns: whether there is an edit to undo; the rest is set only then
 */
gboolean
pact_journal_peek_undo (PactJournal *self,
                        const char *plan_uuid,
                        char **verb,
                        char **kind)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (plan_uuid != NULL, FALSE);

  return peek (_pact_journal_get_tables (self), plan_uuid, TRUE, verb, kind);
}

/**
 * pact_journal_peek_redo:
 * @self: the journal of a library
 * @plan_uuid: a plan
 * @verb: (out) (optional) (transfer full): what the edit did, see #PactEditInfo
 * @kind: (out) (optional) (nullable) (transfer full): to which kind
 *
 * Returns: whether there is an edit to redo; the rest is set only then
 */
gboolean
pact_journal_peek_redo (PactJournal *self,
                        const char *plan_uuid,
                        char **verb,
                        char **kind)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (plan_uuid != NULL, FALSE);

  return peek (_pact_journal_get_tables (self), plan_uuid, FALSE, verb, kind);
}

/**
 * pact_journal_touches:
 * @self: the journal of a library
 * @plan_uuid: a plan
 * @is_undo: whether the next undo is asked about, not the next redo
 * @uuid: an element of the plan
 * @field: a field of its kind
 *
 * Returns: whether the field would say something else after it
 */
gboolean
pact_journal_touches (PactJournal *self,
                      const char *plan_uuid,
                      gboolean is_undo,
                      const char *uuid,
                      const PactField *field)
{
  g_autofree char *path = NULL;
  const PactKind *kind = NULL;
  PactTables *tables;
  gint64 plan = 0;
  gint64 edit = 0;
  gint64 id = 0;
  gint64 n_changes = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  tables = _pact_journal_get_tables (self);
  path = g_strdup_printf ("$.%s", field->name);

  return find_edit (tables, plan_uuid, is_undo, &plan, &edit, NULL)
         && _pact_tables_find_element (tables, uuid, &id, &kind, NULL, NULL) && id != 0
         && pact_db_get_integer (tables->db, &n_changes, NULL,
                              "SELECT count(*) FROM change WHERE edit = ?1 AND row = ?2 AND tab = ?3"
                              "  AND op = 'update' AND json_type (new, ?4) IS NOT NULL",
                              "iiss", edit, id, kind->name, path)
         && n_changes > 0;
}
