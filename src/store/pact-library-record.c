/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-library-record"

#include "config.h"

#include "pact-library-private.h"

/* Rows as records. */

/* Finds an element. @id is 0 where there is none. Returns FALSE on an error only. */
gboolean
_pact_library_find_element (PactLibrary *self,
                            const char *uuid,
                            gint64 *id,
                            const PactKind **kind,
                            gint64 *plan,
                            GError **error)
{
  g_autoptr (PactStatement) statement =
    _pact_library_query (self, error, "SELECT id, kind, plan FROM element WHERE uuid = ?1", "s", uuid);
  g_autoptr (GError) failure = NULL;

  *id = 0;
  if (statement == NULL)
    return FALSE;

  if (_pact_library_next (self, statement, &failure))
    {
      const PactKind *found = pact_model_find_kind (self->model, (const char *) sqlite3_column_text (statement, 1));

      if (found == NULL)
        return TRUE;
      *id = sqlite3_column_int64 (statement, 0);
      if (kind != NULL)
        *kind = found;
      if (plan != NULL)
        *plan = sqlite3_column_int64 (statement, 2);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* Makes a record of a row that read_one_sql or read_plan_sql gave. */
static PactRecord *
make_record (PactStatement *statement,
             const PactKind *kind)
{
  PactRecord *record = g_new0 (PactRecord, 1);

  record->kind = kind;
  record->uuid = _pact_statement_dup_text (statement, 1);
  record->parent = _pact_statement_dup_text (statement, 2);
  record->position = sqlite3_column_int64 (statement, 3);
  record->created = _pact_statement_dup_text (statement, 4);
  record->modified = _pact_statement_dup_text (statement, 5);
  record->extra = _pact_statement_dup_text (statement, 6);
  record->values = g_new0 (char *, kind->n_fields + 1);
  for (gsize i = 0; i < kind->n_fields; i++)
    record->values[i] = _pact_statement_dup_text (statement, 7 + (int) i);

  return record;
}

/* Returns the element as it is now; NULL without @error set if it is not there. */
PactRecord *
_pact_library_read_element (PactLibrary *self,
                            gint64 id,
                            GError **error)
{
  const PactKind *kind = NULL;
  g_autoptr (PactStatement) which = NULL;
  g_autoptr (PactStatement) statement = NULL;

  which = _pact_library_query (self, error, "SELECT kind FROM element WHERE id = ?1", "i", id);
  if (which == NULL)
    return NULL;
  if (_pact_library_next (self, which, error))
    kind = pact_model_find_kind (self->model, (const char *) sqlite3_column_text (which, 0));
  if (kind == NULL)
    return NULL;

  statement = _pact_library_query (self, error, _pact_library_get_kind_table (self, kind)->read_one_sql, "i", id);
  if (statement == NULL || !_pact_library_next (self, statement, error))
    return NULL;

  return make_record (statement, kind);
}

/* Adds all elements of a plan to @records, parents before children, and their numbers to @ids. */
gboolean
_pact_library_read_plan (PactLibrary *self,
                         gint64 plan,
                         GArray *ids,
                         GPtrArray *records,
                         GError **error)
{
  for (gsize i = 0; i < self->model->n_kinds; i++)
    {
      const PactKind *kind = &self->model->kinds[i];
      const PactTable *table = _pact_library_get_kind_table (self, kind);
      g_autoptr (PactStatement) statement = NULL;
      g_autoptr (GError) failure = NULL;

      /* A library that may not be written can lack the tables of a newer model. */
      if (table->columns->len == 0)
        continue;
      statement = _pact_library_query (self, error, table->read_plan_sql, "is", plan, kind->name);
      if (statement == NULL)
        return FALSE;
      while (_pact_library_next (self, statement, &failure))
        {
          gint64 id = sqlite3_column_int64 (statement, 0);

          g_array_append_val (ids, id);
          g_ptr_array_add (records, make_record (statement, kind));
        }
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }

  return TRUE;
}
