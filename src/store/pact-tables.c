/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-tables"

#include "config.h"

#include <string.h>

#include "pact-tables.h"

/* Which tables and columns of a model a file has, and the statements for them. */

static void
table_free (gpointer data)
{
  PactTable *table = data;

  g_ptr_array_unref (table->columns);
  g_free (table->insert_sql);
  g_free (table->read_one_sql);
  g_free (table->read_plan_sql);
  g_free (table->list_sql);
  g_free (table->replay_insert_sql);
  g_free (table->replay_update_sql);
  g_free (table->replay_delete_sql);
  g_free (table);
}

PactTables *
_pact_tables_new (PactDb *db,
                  const PactModel *model)
{
  PactTables *self = g_new0 (PactTables, 1);

  self->db = db;
  self->model = model;
  self->list = g_ptr_array_new_with_free_func (table_free);

  return self;
}

void
_pact_tables_free (PactTables *self)
{
  g_ptr_array_unref (self->list);
  g_free (self);
}

/* Exchanges what is known of the two files, when these are exchanged. */
void
_pact_tables_exchange (PactTables *self,
                       PactTables *other)
{
  GPtrArray *list = self->list;

  self->list = other->list;
  other->list = list;
}

static PactTable *
add_table (PactTables *self,
           const char *name,
           const PactKind *kind)
{
  PactTable *table = g_new0 (PactTable, 1);

  table->name = name;
  table->kind = kind;
  table->columns = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->list, table);

  return table;
}

gboolean
_pact_table_has_column (const PactTable *table,
                        const char *name)
{
  return g_ptr_array_find_with_equal_func (table->columns, name, g_str_equal, NULL);
}

static void
append_column (GString *columns,
               const char *column,
               gboolean is_there)
{
  if (is_there)
    g_string_append_printf (columns, ", k.%s", column);
  else
    g_string_append (columns, ", NULL");
}

/* A kind whose table a library that may not be written lacks has no columns at all. */
static void
make_statements (PactTable *table)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autoptr (GString) reading = g_string_new (NULL);
  g_autoptr (GString) listing = g_string_new (NULL);
  g_autofree char *quoted = pact_sql_quote_name (table->name);

  for (gsize i = 0; i < table->kind->n_fields; i++)
    {
      const char *name = table->kind->fields[i].name;
      g_autofree char *column = pact_sql_quote_name (name);

      g_string_append_printf (names, ", %s", column);
      g_string_append_printf (values, ", ?%u", (guint) i + 2);
      append_column (reading, column, _pact_table_has_column (table, name));
      append_column (listing, column,
                     _pact_table_has_column (table, name) && table->kind->fields[i].type != PACT_TYPE_PROSE);
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
  table->list_sql =
    g_strdup_printf ("SELECT e.id, e.uuid, NULL, e.position, e.created, e.modified, NULL%s,"
                     " s.modified, e.trashed, s.n_measures, s.filled, s.required"
                     " FROM summary s JOIN element e ON e.id = s.id JOIN %s k ON k.id = s.id ORDER BY s.id",
                     listing->str, quoted);
}

/* The names go into statements. A library that somebody has tampered with may have any. */
static gboolean
is_plain_name (const char *name)
{
  return name[strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789_")] == '\0';
}

/* Reads which tables and columns the file has, and makes the statements for them. */
gboolean
_pact_tables_read (PactTables *self,
                   GError **error)
{
  g_autoptr (PactStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_ptr_array_set_size (self->list, 0);
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
      PactTable *table = _pact_tables_find (self, pact_statement_get_text (statement, 0));

      if (table != NULL && is_plain_name (pact_statement_get_text (statement, 1)))
        g_ptr_array_add (table->columns, pact_statement_dup_text (statement, 1));
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  for (guint i = 0; i < self->list->len; i++)
    {
      PactTable *table = g_ptr_array_index (self->list, i);

      if (table->kind != NULL)
        make_statements (table);
    }

  return TRUE;
}

PactTable *
_pact_tables_find (PactTables *self,
                   const char *name)
{
  for (guint i = 0; i < self->list->len; i++)
    {
      PactTable *table = g_ptr_array_index (self->list, i);

      if (g_str_equal (table->name, name))
        return table;
    }

  return NULL;
}

PactTable *
_pact_tables_get_of_kind (PactTables *self,
                          const PactKind *kind)
{
  return g_ptr_array_index (self->list, pact_model_get_index (self->model, kind) + 1);
}
