/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-library-check"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-library-private.h"

/* Whether a library is sound, in sentences. */

#define MAX_PROBLEMS 100

typedef char *(*DescribeFunc) (PactStatement *row);

static char *
describe_damage (PactStatement *row)
{
  const char *finding = (const char *) sqlite3_column_text (row, 0);

  if (g_strcmp0 (finding, "ok") == 0)
    return NULL;

  /* Translators: %s is a technical description in English. */
  return g_strdup_printf (_("The file is damaged: %s"), finding);
}

static char *
describe_dangling (PactStatement *row)
{
  /* Translators: %1$s is the name of a table, such as “measure”, %2$s a number. */
  return g_strdup_printf (_("An entry of “%1$s” (number %2$s) refers to something that is not there."),
                          sqlite3_column_text (row, 0), sqlite3_column_text (row, 1));
}

static char *
describe_without_values (PactStatement *row)
{
  /* Translators: %s is the identifier of an element of a plan, here and in the following. */
  return g_strdup_printf (_("The element %s has lost what was written in it."), sqlite3_column_text (row, 0));
}

static char *
describe_misplaced (PactStatement *row)
{
  return g_strdup_printf (_("The element %s does not stand where an element of its kind may stand."),
                          sqlite3_column_text (row, 0));
}

static char *
describe_misled (PactStatement *row)
{
  return g_strdup_printf (_("The element %s refers to something of the wrong kind or of another plan."),
                          sqlite3_column_text (row, 0));
}

static char *
describe_uncounted (PactStatement *row)
{
  return g_strdup_printf (_("The list of plans says something else of the plan %s than the plan itself."),
                          sqlite3_column_text (row, 0));
}

static char *
describe_unindexed (PactStatement *row)
{
  return g_strdup_printf (_("The index of the search does not fit the element %s."), sqlite3_column_text (row, 0));
}

/* Adds a sentence for each row of a query. What cannot be read at all is a finding, not a failure. */
static gboolean
look (PactLibrary *self,
      const char *sql,
      DescribeFunc describe,
      GPtrArray *problems,
      GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (PactStatement) statement = _pact_library_query (self, &failure, sql, "");

  while (statement != NULL && problems->len < MAX_PROBLEMS && _pact_library_next (self, statement, &failure))
    {
      char *problem = describe (statement);

      if (problem != NULL)
        g_ptr_array_add (problems, problem);
    }
  if (failure == NULL)
    return TRUE;
  if (g_error_matches (failure, PACT_STORE_ERROR, PACT_STORE_ERROR_CORRUPT))
    {
      g_ptr_array_add (problems, g_strdup (failure->message));
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* SQLite 3.44 and later look into the index of the search, but as this connection has read it last: what another process has
 * written since then would be called damage. Reading from the index first brings it up to date. */
static gboolean
look_at_file (PactLibrary *self,
              GPtrArray *problems,
              GError **error)
{
  return look (self, "SELECT 'ok' FROM search LIMIT 1", describe_damage, problems, error) &&
         look (self, "PRAGMA integrity_check", describe_damage, problems, error);
}

/* One row for each element of the kind that stands under something else than its kind may. */
static char *
make_places_sql (PactLibrary *self,
                 const PactKind *kind)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "SELECT e.uuid FROM element e LEFT JOIN element p ON p.id = e.parent WHERE e.kind = '%s' AND ",
                          kind->name);
  if (kind == pact_model_get_root (self->model))
    {
      g_string_append (sql, "(e.parent IS NOT NULL OR e.plan IS NOT e.id)");
    }
  else
    {
      g_string_append (sql, "(p.plan IS NOT e.plan OR p.kind IS NULL OR p.kind NOT IN (");
      for (gsize i = 0; kind->parents[i] != NULL; i++)
        g_string_append_printf (sql, "%s'%s'", i > 0 ? ", " : "", kind->parents[i]);
      g_string_append (sql, "))");
    }

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static gboolean
look_at_kind (PactLibrary *self,
              const PactKind *kind,
              GPtrArray *problems,
              GError **error)
{
  g_autofree char *places_sql = make_places_sql (self, kind);
  g_autofree char *values_sql = g_strdup_printf (
    "SELECT uuid FROM element WHERE kind = '%s' AND id NOT IN (SELECT id FROM \"%s\")", kind->name, kind->name);

  if (_pact_library_get_kind_table (self, kind)->columns->len == 0)
    return TRUE;
  if (!look (self, places_sql, describe_misplaced, problems, error) ||
      !look (self, values_sql, describe_without_values, problems, error))
    return FALSE;

  for (gsize i = 0; i < kind->n_fields; i++)
    {
      const PactField *field = &kind->fields[i];
      g_autofree char *sql = NULL;

      if (field->type != PACT_TYPE_REFERENCE)
        continue;
      sql = g_strdup_printf ("SELECT e.uuid FROM \"%s\" k JOIN element e ON e.id = k.id JOIN element t ON t.uuid = k.\"%s\""
                             " WHERE t.plan IS NOT e.plan OR t.kind <> '%s'",
                             kind->name, field->name, field->target);
      if (!look (self, sql, describe_misled, problems, error))
        return FALSE;
    }

  return TRUE;
}

/* Which elements have words that the index must know: those of a searchable field that says anything. */
static char *
make_index_sql (PactLibrary *self)
{
  g_autoptr (GString) sql =
    g_string_new ("SELECT coalesce (e.uuid, i.id) FROM (SELECT rowid AS id FROM search) i LEFT JOIN element e ON e.id = i.id"
                  " WHERE e.id IS NULL");

  for (gsize i = 0; i < self->model->n_kinds; i++)
    {
      const PactKind *kind = &self->model->kinds[i];
      const char *separator = "";

      if (!_pact_kind_is_searchable (kind))
        continue;
      g_string_append_printf (sql,
                              " UNION ALL SELECT e.uuid FROM \"%s\" k JOIN element e ON e.id = k.id"
                              " LEFT JOIN search s ON s.rowid = k.id WHERE (s.rowid IS NULL) = (",
                              kind->name);
      for (gsize j = 0; j < kind->n_fields; j++)
        {
          if (!(kind->fields[j].flags & PACT_FIELD_SEARCHABLE))
            continue;
          g_string_append_printf (sql, "%sk.\"%s\" IS NOT NULL", separator, kind->fields[j].name);
          separator = " OR ";
        }
      g_string_append_c (sql, ')');
    }

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static gboolean
look_at_derived (PactLibrary *self,
                 GPtrArray *problems,
                 GError **error)
{
  g_autofree char *index_sql = make_index_sql (self);

  return look (self,
               "SELECT e.uuid FROM element e LEFT JOIN summary s ON s.id = e.id WHERE e.plan = e.id AND"
               " (s.id IS NULL OR s.modified IS NOT (SELECT max (modified) FROM element WHERE plan = e.id)"
               "  OR s.n_measures <> (SELECT count(*) FROM element WHERE plan = e.id AND kind = 'measure')"
               "  OR s.required <> (SELECT sum (required) FROM tally WHERE plan = e.id)"
               "  OR s.filled <> (SELECT sum (filled) FROM tally WHERE plan = e.id)"
               "  OR (SELECT count(*) FROM tally WHERE plan = e.id) <> (SELECT count(*) FROM element WHERE plan = e.id))",
               describe_uncounted, problems, error) &&
         look (self, index_sql, describe_unindexed, problems, error);
}

/**
 * pact_library_check:
 * @self: a library
 * @problems: (out) (element-type utf8): sentences, one a problem; empty if the library is sound
 * @error: return location for an error
 *
 * Examines the file, the tree of each plan, all references, the list of plans and the index of the search. Changes
 * nothing. Takes time that grows with the library.
 *
 * Returns: whether the library could be examined; %FALSE with @error set to an error of %PACT_STORE_ERROR
 */
gboolean
pact_library_check (PactLibrary *self,
                    GPtrArray **problems,
                    GError **error)
{
  g_autoptr (GPtrArray) found = NULL;
  gboolean began, success;

  g_return_val_if_fail (PACT_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (problems != NULL, FALSE);

  if (!_pact_library_begin_read (self, &began, error))
    return FALSE;

  found = g_ptr_array_new_with_free_func (g_free);
  success = look_at_file (self, found, error) &&
            look (self, "PRAGMA foreign_key_check", describe_dangling, found, error);
  for (gsize i = 0; success && i < self->model->n_kinds; i++)
    success = look_at_kind (self, &self->model->kinds[i], found, error);
  success = success && look_at_derived (self, found, error);
  _pact_library_end_read (self, began);
  if (!success)
    return FALSE;
  *problems = g_steal_pointer (&found);

  return TRUE;
}
