/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-journal-triggers"

#include "config.h"

#include "pact-journal-private.h"

/*
 * The journal is written by temporary triggers, one for each way in which a row of a journaled table
 * can change, and read back by one statement for each way. So cascades are journaled like everything else.
 *
 * They are made from the columns that the file has, not from those that the model has: what a newer
 * version has added is deleted and brought back with the rest of its row.
 */

/* An expression for a JSON object of the columns of @row, “old” or “new”: those that differ, or those that say
 * anything. */
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

/* Sees to it that the connection has the triggers that write the journal, inside the transaction of an edit: they belong to
 * the connection, and are silent while @recording is 0. To make them would be a third of the program's work at its start, so
 * that is left until somebody edits; and if the edit is taken back, they are too. */
gboolean
_pact_journal_make_triggers (PactTables *tables,
                             const gint64 *recording,
                             GError **error)
{
  static const char *const ops[] = { "insert", "update", "delete" };
  g_autoptr (GString) sql = g_string_new (NULL);
  gint64 is_there;

  if (!pact_db_get_integer (tables->db, &is_there, error, "SELECT 1 FROM sqlite_temp_schema WHERE type = 'trigger'", ""))
    return FALSE;
  if (is_there)
    return TRUE;

  for (guint i = 0; i < tables->list->len; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (ops); j++)
        append_trigger (sql, g_ptr_array_index (tables->list, i), ops[j]);
    }

  return pact_db_define_number (tables->db, "pact_recording", recording, error)
         && pact_db_execute (tables->db, sql->str, error);
}
