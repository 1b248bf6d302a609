/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-library-schema"

#include "config.h"

#include <string.h>

#include "pact-library-private.h"

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

void
_pact_table_free (PactTable *table)
{
  g_ptr_array_unref (table->columns);
  g_free (table->insert_sql);
  g_free (table->read_one_sql);
  g_free (table->read_plan_sql);
  g_free (table->replay_insert_sql);
  g_free (table->replay_update_sql);
  g_free (table->replay_delete_sql);
  g_free (table);
}

static PactTable *
add_table (PactLibrary *self,
           const char *name,
           const PactKind *kind)
{
  PactTable *table = g_new0 (PactTable, 1);

  table->name = name;
  table->kind = kind;
  table->columns = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->tables, table);

  return table;
}

gboolean
_pact_table_has_column (const PactTable *table,
                        const char *name)
{
  return g_ptr_array_find_with_equal_func (table->columns, name, g_str_equal, NULL);
}

/* A kind whose table a library that may not be written lacks has no columns at all. */
static void
make_statements (PactTable *table)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autoptr (GString) reading = g_string_new (NULL);
  g_autofree char *quoted = pact_sql_quote_name (table->name);

  for (gsize i = 0; i < table->kind->n_fields; i++)
    {
      const char *name = table->kind->fields[i].name;
      g_autofree char *column = pact_sql_quote_name (name);

      g_string_append_printf (names, ", %s", column);
      g_string_append_printf (values, ", ?%u", (guint) i + 2);
      if (_pact_table_has_column (table, name))
        g_string_append_printf (reading, ", k.%s", column);
      else
        g_string_append (reading, ", NULL");
    }

  table->insert_sql = g_strdup_printf ("INSERT INTO %s (id%s) VALUES (?1%s)", quoted, names->str, values->str);
  table->read_one_sql =
    g_strdup_printf ("SELECT e.id, e.uuid, p.uuid, e.position, e.created, e.modified, e.extra%s FROM element e JOIN %s k"
                     " ON k.id = e.id LEFT JOIN element p ON p.id = e.parent WHERE e.id = ?1",
                     reading->str, quoted);
  table->read_plan_sql =
    g_strdup_printf ("SELECT e.id, e.uuid, p.uuid, e.position, e.created, e.modified, e.extra%s FROM element e JOIN %s k"
                     " ON k.id = e.id LEFT JOIN element p ON p.id = e.parent WHERE e.plan = ?1 AND e.kind = ?2"
                     " ORDER BY e.position, e.uuid",
                     reading->str, quoted);
}

/* The names go into statements. A library that somebody has tampered with may have any. */
static gboolean
is_plain_name (const char *name)
{
  return name[strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789_")] == '\0';
}

/* Reads which tables and columns the file has, and makes the statements for them. */
gboolean
_pact_library_read_tables (PactLibrary *self,
                           GError **error)
{
  g_autoptr (PactStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_ptr_array_set_size (self->tables, 0);
  add_table (self, "element", NULL);
  for (gsize i = 0; i < self->model->n_kinds; i++)
    add_table (self, self->model->kinds[i].name, &self->model->kinds[i]);

  statement = pact_db_query (self->db, error,
                             "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info (m.name) c"
                             " WHERE m.type = 'table' AND c.name <> 'id' ORDER BY m.name, c.cid",
                             "");
  if (statement == NULL)
    return FALSE;
  while (pact_statement_next (statement, &failure))
    {
      PactTable *table = _pact_library_find_table (self, pact_statement_get_text (statement, 0));

      if (table != NULL && is_plain_name (pact_statement_get_text (statement, 1)))
        g_ptr_array_add (table->columns, pact_statement_dup_text (statement, 1));
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  for (guint i = 0; i < self->tables->len; i++)
    {
      PactTable *table = g_ptr_array_index (self->tables, i);

      if (table->kind != NULL)
        make_statements (table);
      if (table->columns->len > 0)
        _pact_table_make_replay (table);
    }

  return TRUE;
}

PactTable *
_pact_library_find_table (PactLibrary *self,
                          const char *name)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      PactTable *table = g_ptr_array_index (self->tables, i);

      if (g_str_equal (table->name, name))
        return table;
    }

  return NULL;
}

PactTable *
_pact_library_get_kind_table (PactLibrary *self,
                              const PactKind *kind)
{
  return g_ptr_array_index (self->tables, pact_model_get_index (self->model, kind) + 1);
}

/* What the derived tables were made by: if it is different they are made anew. */
static char *
describe_model (const PactModel *model)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "search %d\n", PACT_LIBRARY_INDEX_VERSION);
  for (gsize i = 0; i < model->n_kinds; i++)
    {
      const PactKind *kind = &model->kinds[i];

      for (gsize j = 0; j < kind->n_fields; j++)
        g_string_append_printf (text, "%s.%s %d %d %s\n", kind->name, kind->fields[j].name,
                                kind->fields[j].flags & (PACT_FIELD_REQUIRED | PACT_FIELD_REQUIRED_IF_PLANNED |
                                                         PACT_FIELD_TITLE | PACT_FIELD_SEARCHABLE),
                                kind->fields[j].format, kind->fields[j].after != NULL ? kind->fields[j].after : "");
    }

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, text->len);
}

static gboolean
lacks_columns (PactLibrary *self)
{
  for (guint i = 1; i < self->tables->len; i++)
    {
      const PactTable *table = g_ptr_array_index (self->tables, i);

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

/* Tells whether the file has all that the model has, and whether what is derived was derived by this model. */
gboolean
_pact_library_is_current (PactLibrary *self,
                          gboolean *is_current,
                          GError **error)
{
  g_autofree char *description = describe_model (self->model);
  gint64 same;

  if (!pact_db_get_integer (self->db, &same, error, "SELECT count(*) FROM meta WHERE key = 'model' AND value = ?1", "s",
                            description))
    return FALSE;
  *is_current = same == 1 && !lacks_columns (self);

  return TRUE;
}

static gboolean
note_model (PactLibrary *self,
            GError **error)
{
  g_autofree char *description = describe_model (self->model);

  return pact_db_run (self->db, error,
                      "INSERT INTO meta (key, value) VALUES ('model', ?1)"
                      " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                      "s", description);
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
create_kind (PactLibrary *self,
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

/* Makes an empty library, inside a transaction. */
gboolean
_pact_library_create_schema (PactLibrary *self,
                             GError **error)
{
  if (!pact_db_execute (self->db, base_sql, error) || !_pact_library_make_index (self, error))
    return FALSE;
  for (gsize i = 0; i < self->model->n_kinds; i++)
    {
      if (!create_kind (self, &self->model->kinds[i], error))
        return FALSE;
    }

  return note_model (self, error);
}

static gboolean
add_columns (PactLibrary *self,
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

static gboolean
back_up_first (PactLibrary *self,
               GError **error)
{
  g_autofree char *backup = pact_library_back_up (self, "migration", NULL, error);

  return backup != NULL;
}

static gboolean
bring_up_to_date (PactLibrary *self,
                  GError **error)
{
  gboolean is_current;

  /* Another program may have done it while this one waited. */
  if (!_pact_library_read_tables (self, error) || !_pact_library_is_current (self, &is_current, error))
    return FALSE;
  if (is_current)
    return TRUE;

  if (lacks_columns (self) && !back_up_first (self, error))
    return FALSE;
  for (guint i = 1; i < self->tables->len; i++)
    {
      const PactTable *table = g_ptr_array_index (self->tables, i);

      if (!(table->columns->len == 0 ? create_kind (self, table->kind, error) : add_columns (self, table, error)))
        return FALSE;
    }

  return _pact_library_read_tables (self, error) && _pact_library_rebuild (self, error) && note_model (self, error);
}

/* Adds the tables and columns that the model has and the file lacks, as one transaction after a backup. */
gboolean
_pact_library_migrate (PactLibrary *self,
                       GError **error)
{
  return pact_db_begin_write (self->db, error) &&
         pact_db_end_write (self->db, bring_up_to_date (self, error), error);
}
