/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-tables-schema"

#include "config.h"

#include "pact-tables.h"

/* The file's tables: made from the model table, and brought up to it when it has grown. */

/* What does not depend on the model. The table “meta” is the database’s own; that also says by which model the rest was
 * made. */
static const char base_sql[] =
  /* What every element has, whatever its kind. The numbers are never used twice, so that the journal can speak of
   * elements that are gone. The plan's own row has itself as its plan. */
  "CREATE TABLE element ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  uuid TEXT NOT NULL UNIQUE,"
  "  kind TEXT NOT NULL,"
  "  plan INTEGER REFERENCES element (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,"
  "  parent INTEGER REFERENCES element (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,"
  "  position INTEGER NOT NULL,"
  "  created TEXT NOT NULL,"
  "  modified TEXT NOT NULL,"
  "  extra TEXT," /* a JSON object of members that no version here knows */
  "  trashed TEXT" /* for plans: when it was put into the trash */
  ") STRICT;"
  "CREATE INDEX element_plan_kind ON element (plan, kind, position);"
  "CREATE INDEX element_plan_modified ON element (plan, modified);"
  "CREATE INDEX element_parent ON element (parent);"
  /* The history: one row an edit. */
  "CREATE TABLE edit ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  plan INTEGER NOT NULL REFERENCES element (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,"
  "  verb TEXT NOT NULL,"
  "  kind TEXT,"
  "  author TEXT,"
  "  at TEXT NOT NULL,"
  "  merge_key TEXT,"
  "  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'fixed'))" /* fixed: cannot be undone */
  ") STRICT;"
  "CREATE INDEX edit_plan ON edit (plan, state);"
  /* … and one row a row that it changed, with the columns that differ as JSON. */
  "CREATE TABLE change ("
  "  id INTEGER PRIMARY KEY,"
  "  edit INTEGER NOT NULL REFERENCES edit (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,"
  "  tab TEXT NOT NULL,"
  "  row INTEGER NOT NULL,"
  "  op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),"
  "  old TEXT,"
  "  new TEXT"
  ") STRICT;"
  "CREATE INDEX change_edit ON change (edit, row);"
  /* How complete each element is, and each plan: derived, kept with every change. */
  "CREATE TABLE tally ("
  "  id INTEGER PRIMARY KEY REFERENCES element (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,"
  "  plan INTEGER NOT NULL,"
  "  filled INTEGER NOT NULL,"
  "  required INTEGER NOT NULL"
  ") STRICT;"
  "CREATE INDEX tally_plan ON tally (plan, filled, required);"
  "CREATE TABLE summary ("
  "  id INTEGER PRIMARY KEY REFERENCES element (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,"
  "  modified TEXT NOT NULL,"
  "  n_measures INTEGER NOT NULL,"
  "  filled INTEGER NOT NULL,"
  "  required INTEGER NOT NULL"
  ") STRICT;"
  "CREATE TABLE note (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;";

/* Tells whether the file lacks a table or a column that the model has. */
gboolean
_pact_tables_lack_columns (PactTables *self)
{
  for (guint i = 1; i < self->list->len; i++)
    {
      const PactTable *table = g_ptr_array_index (self->list, i);

      if (table->columns->len == 0)
        return TRUE;
      for (gsize j = 0; j < table->kind->n_fields; j++)
        {
          if (!_pact_table_has_column (table, table->kind->fields[j].name))
            return TRUE;
        }
    }

  return FALSE;
}

static void
append_column (GString *sql,
               const PactField *field)
{
  g_autofree char *name = pact_sql_quote_name (field->name);

  switch (field->type)
    {
    case PACT_TYPE_INTEGER:
    case PACT_TYPE_MONEY:
    case PACT_TYPE_BOOLEAN:
      g_string_append_printf (sql, "%s INTEGER", name);
      break;
    case PACT_TYPE_REFERENCE:
      g_string_append_printf (
        sql, "%s TEXT REFERENCES element (uuid) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED", name);
      break;
    default:
      g_string_append_printf (sql, "%s TEXT", name);
    }
}

/* Deleting an element looks for what refers to it. */
static void
append_index (GString *sql,
              const PactKind *kind,
              const PactField *field)
{
  if (field->type == PACT_TYPE_REFERENCE)
    g_string_append_printf (sql, "CREATE INDEX \"%s_%s\" ON \"%s\" (\"%s\");", kind->name, field->name, kind->name,
                            field->name);
}

static gboolean
create_kind (PactTables *self,
             const PactKind *kind,
             GError **error)
{
  g_autofree char *name = pact_sql_quote_name (kind->name);
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql,
                          "CREATE TABLE %s (id INTEGER PRIMARY KEY REFERENCES element (id) ON DELETE CASCADE"
                          " DEFERRABLE INITIALLY DEFERRED",
                          name);
  for (gsize i = 0; i < kind->n_fields; i++)
    {
      g_string_append (sql, ", ");
      append_column (sql, &kind->fields[i]);
    }
  g_string_append (sql, ") STRICT;");
  for (gsize i = 0; i < kind->n_fields; i++)
    append_index (sql, kind, &kind->fields[i]);

  return pact_db_execute (self->db, sql->str, error);
}

/* Makes the tables of an empty library, inside a transaction. */
gboolean
_pact_tables_create (PactTables *self,
                     GError **error)
{
  if (!pact_db_execute (self->db, base_sql, error))
    return FALSE;
  for (gsize i = 0; i < self->model->n_kinds; i++)
    {
      if (!create_kind (self, &self->model->kinds[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_columns (PactTables *self,
             const PactTable *table,
             GError **error)
{
  for (gsize i = 0; i < table->kind->n_fields; i++)
    {
      const PactField *field = &table->kind->fields[i];
      g_autoptr (GString) sql = g_string_new (NULL);

      if (_pact_table_has_column (table, field->name))
        continue;
      g_string_append_printf (sql, "ALTER TABLE \"%s\" ADD COLUMN ", table->name);
      append_column (sql, field);
      g_string_append_c (sql, ';');
      append_index (sql, table->kind, field);
      if (!pact_db_execute (self->db, sql->str, error))
        return FALSE;
    }

  return TRUE;
}

/* Adds the tables and columns that the model has and the file lacks, inside a transaction. */
gboolean
_pact_tables_add_missing (PactTables *self,
                          GError **error)
{
  for (guint i = 1; i < self->list->len; i++)
    {
      const PactTable *table = g_ptr_array_index (self->list, i);

      if (!(table->columns->len == 0 ? create_kind (self, table->kind, error) : add_columns (self, table, error)))
        return FALSE;
    }

  return _pact_tables_read (self, error);
}
