/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-library-triggers"

#include "config.h"

#include "pact-library-private.h"

/*
 * The journal is written by temporary triggers, one for each way in which a row of a journaled table
 * can change, and read back by one statement for each way. So cascades are journaled like everything else.
 *
 * They are made from the columns that the file has, not from those that the model has: what a newer
 * version has added is deleted and brought back with the rest of its row.
 */

static void
append_path (GString *sql,
             const char *parameter,
             const char *column)
{
  g_string_append_printf (sql, "json_extract(%s, '$.\"%s\"')", parameter, column);
}

/* An expression for a JSON object of the columns of @row, “old” or “new”: those that differ, or those that say anything. */
static void
append_object (GString *sql,
               const PactTable *table,
               const char *row,
               gboolean only_changed)
{
  g_string_append (sql, "(SELECT json_group_object(k, v) FROM (");
  for (guint i = 0; i < table->columns->len; i++)
    {
      const char *name = g_ptr_array_index (table->columns, i);
      g_autofree char *column = pact_sql_quote_name (name);

      g_string_append_printf (sql, "%sSELECT '%s' AS k, %s.%s AS v WHERE ", i > 0 ? " UNION ALL " : "", name, row, column);
      if (only_changed)
        g_string_append_printf (sql, "old.%s IS NOT new.%s", column, column);
      else
        g_string_append_printf (sql, "%s.%s IS NOT NULL", row, column);
    }
  g_string_append (sql, "))");
}

static void
append_trigger (GString *sql,
                const PactTable *table,
                const char *op)
{
  gboolean is_update = g_str_equal (op, "update");
  gboolean is_insert = g_str_equal (op, "insert");
  g_autofree char *quoted = pact_sql_quote_name (table->name);

  g_string_append_printf (sql, "CREATE TEMP TRIGGER \"journal_%s_%s\" AFTER %s ON main.%s WHEN pact_recording() > 0",
                          table->name, op, op, quoted);
  for (guint i = 0; is_update && i < table->columns->len; i++)
    {
      g_autofree char *column = pact_sql_quote_name (g_ptr_array_index (table->columns, i));

      g_string_append_printf (sql, "%sold.%s IS NOT new.%s", i > 0 ? " OR " : " AND (", column, column);
    }
  g_string_append_printf (sql,
                          "%s BEGIN INSERT INTO change (edit, tab, row, op, old, new)"
                          " VALUES (pact_recording(), '%s', %s.id, '%s', ",
                          is_update ? ")" : "", table->name, is_insert ? "new" : "old", op);
  if (is_insert)
    g_string_append (sql, "NULL");
  else
    append_object (sql, table, "old", is_update);
  g_string_append (sql, ", ");
  if (is_insert || is_update)
    append_object (sql, table, "new", is_update);
  else
    g_string_append (sql, "NULL");
  g_string_append (sql, "); END;");
}

/* Lets the triggers of the connection ask @self for the edit that is being written. */
gboolean
_pact_library_tell_recording (PactLibrary *self,
                              GError **error)
{
  return pact_db_define_number (self->db, "pact_recording", &self->edit.recording, error);
}

/* Makes the triggers that write the journal. They belong to this connection and are silent outside an edit. In one
 * transaction they take half the time. */
gboolean
_pact_library_make_triggers (PactLibrary *self,
                             GError **error)
{
  static const char *const ops[] = { "insert", "update", "delete" };
  g_autoptr (GString) sql = g_string_new ("BEGIN;");

  if (!_pact_library_tell_recording (self, error))
    return FALSE;

  for (guint i = 0; i < self->tables->len; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (ops); j++)
        append_trigger (sql, g_ptr_array_index (self->tables, i), ops[j]);
    }

  g_string_append (sql, "COMMIT");

  return pact_db_execute (self->db, sql->str, error);
}

/* Makes the statements that bring a row to what the journal says. Each changes exactly one row, or none if the row
 * is not what the journal left. */
void
_pact_table_make_replay (PactTable *table)
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

  g_clear_pointer (&table->replay_insert_sql, g_free);
  g_clear_pointer (&table->replay_update_sql, g_free);
  g_clear_pointer (&table->replay_delete_sql, g_free);
  table->replay_insert_sql = g_strdup_printf ("INSERT INTO %s (id%s) VALUES (?1%s)", quoted, names->str, values->str);
  table->replay_update_sql =
    g_strdup_printf ("UPDATE %s SET %s WHERE id = ?1%s", quoted, setting->str, partly->str);
  table->replay_delete_sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?1%s", quoted, wholly->str);
}
