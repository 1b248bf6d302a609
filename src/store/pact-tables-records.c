/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-tables-records"

#include "config.h"

#include "pact-tables.h"

/* Rows as records. */

/* Finds an element. @id is 0 where there is none. Returns FALSE on an error only. */
gboolean
_pact_tables_find_element (PactTables *self,
                           const char *uuid,
                           gint64 *id,
                           const PactKind **kind,
                           gint64 *plan,
                           GError **error)
{
  g_autoptr (PactStatement) statement =
    pact_db_query (self->db, error, "SELECT id, kind, plan FROM element WHERE uuid = ?1", "s", uuid);
  g_autoptr (GError) failure = NULL;

  *id = 0;
  if (statement == NULL)
    return FALSE;

  if (pact_statement_next (statement, &failure))
    {
      const PactKind *found = pact_model_find_kind (self->model, pact_statement_get_text (statement, 1));

      if (found == NULL)
        return TRUE;
      *id = pact_statement_get_integer (statement, 0);
      if (kind != NULL)
        *kind = found;
      if (plan != NULL)
        *plan = pact_statement_get_integer (statement, 2);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* What stands before the fields of the kind in a row of an element. */
#define N_COMMON_COLUMNS 7

/* How many columns a row of an element has. */
int
_pact_tables_count_columns (const PactKind *kind)
{
  return N_COMMON_COLUMNS + (int) kind->n_fields;
}

/* Makes a record of a row that read_one_sql, read_plan_sql or list_sql gave. */
PactRecord *
_pact_tables_make_record (PactStatement *statement,
                          const PactKind *kind)
{
  PactRecord *record = g_new0 (PactRecord, 1);

  record->kind = kind;
  record->uuid = pact_statement_dup_text (statement, 1);
  record->parent = pact_statement_dup_text (statement, 2);
  record->position = pact_statement_get_integer (statement, 3);
  record->created = pact_statement_dup_text (statement, 4);
  record->modified = pact_statement_dup_text (statement, 5);
  record->extra = pact_statement_dup_text (statement, 6);
  record->values = g_new0 (char *, kind->n_fields + 1);
  for (gsize i = 0; i < kind->n_fields; i++)
    record->values[i] = pact_statement_dup_text (statement, N_COMMON_COLUMNS + (int) i);

  return record;
}

/* Returns the element as it is now; NULL without @error set if it is not there. */
PactRecord *
_pact_tables_read_element (PactTables *self,
                           gint64 id,
                           GError **error)
{
  const PactKind *kind = NULL;
  g_autoptr (PactStatement) which = NULL;
  g_autoptr (PactStatement) statement = NULL;

  which = pact_db_query (self->db, error, "SELECT kind FROM element WHERE id = ?1", "i", id);
  if (which == NULL)
    return NULL;
  if (pact_statement_next (which, error))
    kind = pact_model_find_kind (self->model, pact_statement_get_text (which, 0));
  if (kind == NULL)
    return NULL;

  statement = pact_db_query (self->db, error, _pact_tables_get_of_kind (self, kind)->read_one_sql, "i", id);
  if (statement == NULL || !pact_statement_next (statement, error))
    return NULL;

  return _pact_tables_make_record (statement, kind);
}

/* Adds all elements of a plan to @records, parents before children, and their numbers to @ids. */
gboolean
_pact_tables_read_plan (PactTables *self,
                        gint64 plan,
                        GArray *ids,
                        GPtrArray *records,
                        GError **error)
{
  for (gsize i = 0; i < self->model->n_kinds; i++)
    {
      const PactKind *kind = &self->model->kinds[i];
      const PactTable *table = _pact_tables_get_of_kind (self, kind);
      g_autoptr (PactStatement) statement = NULL;
      g_autoptr (GError) failure = NULL;

      /* A library that may not be written can lack the tables of a newer model. */
      if (table->columns->len == 0)
        continue;
      statement = pact_db_query (self->db, error, table->read_plan_sql, "is", plan, kind->name);
      if (statement == NULL)
        return FALSE;
      while (pact_statement_next (statement, &failure))
        {
          gint64 id = pact_statement_get_integer (statement, 0);

          g_array_append_val (ids, id);
          g_ptr_array_add (records, _pact_tables_make_record (statement, kind));
        }
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }

  return TRUE;
}

/* Returns the numbers of all plans. */
GArray *
_pact_tables_list_plans (PactTables *self,
                         GError **error)
{
  g_autoptr (PactStatement) statement = pact_db_query (self->db, error, "SELECT id FROM element WHERE plan = id", "");
  g_autoptr (GArray) plans = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  while (pact_statement_next (statement, &failure))
    {
      gint64 plan = pact_statement_get_integer (statement, 0);

      g_array_append_val (plans, plan);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&plans);
}
