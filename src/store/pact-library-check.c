/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-library-check"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-library-private.h"

/* Whether a library is sound, in sentences: the file, the tree of each plan, references, and what is derived. What the
 * elements say is looked at in pact-library-values.c. */

/* How much of the check is done then. */
#define PAGES_SEEN 0.25

typedef char *(*DescribeFunc) (PactStatement *row);

static char *
describe_damage (PactStatement *row)
{
  const char *finding = pact_statement_get_text (row, 0);

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
                          pact_statement_get_text (row, 0), pact_statement_get_text (row, 1));
}

static char *
describe_without_values (PactStatement *row)
{
  /* Translators: %s is the identifier of an element of a plan, here and in the following. */
  return g_strdup_printf (_("The element %s has lost what was written in it."), pact_statement_get_text (row, 0));
}

static char *
describe_misplaced (PactStatement *row)
{
  return g_strdup_printf (_("The element %s does not stand where an element of its kind may stand."),
                          pact_statement_get_text (row, 0));
}

static char *
describe_misled (PactStatement *row)
{
  return g_strdup_printf (_("The element %s refers to something of the wrong kind or of another plan."),
                          pact_statement_get_text (row, 0));
}

static char *
describe_uncounted (PactStatement *row)
{
  return g_strdup_printf (_("The list of plans says something else of the plan %s than the plan itself."),
                          pact_statement_get_text (row, 0));
}

static char *
describe_unreadable_edit (PactStatement *row)
{
  /* Translators: %s is a number. */
  return g_strdup_printf (_("The step number %s of the history cannot be read."), pact_statement_get_text (row, 0));
}

static char *
describe_crowded (PactStatement *row)
{
  return g_strdup_printf (_("Below the element %s several elements stand at the same place."), pact_statement_get_text (row, 0));
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
  g_autoptr (PactStatement) statement = pact_db_query (self->db, &failure, sql, "");

  while (statement != NULL && problems->len < PACT_LIBRARY_MAX_PROBLEMS && pact_statement_next (statement, &failure))
    {
      char *problem = describe (statement);

      if (problem != NULL)
        g_ptr_array_add (problems, problem);
    }
  if (failure == NULL)
    return TRUE;
  if (g_error_matches (failure, PACT_DB_ERROR, PACT_DB_ERROR_CORRUPT))
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
look_at_pages (PactLibrary *self,
               gboolean is_quick,
               GPtrArray *problems,
               GError **error)
{
  return look (self, "SELECT 'ok' FROM search LIMIT 1", describe_damage, problems, error)
         && look (self, is_quick ? "PRAGMA quick_check" : "PRAGMA integrity_check", describe_damage, problems, error);
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
  g_autofree char *kind_sql = g_strdup_printf (
    "SELECT coalesce (e.uuid, k.id) FROM \"%s\" k LEFT JOIN element e ON e.id = k.id WHERE e.kind IS NOT '%s'", kind->name,
    kind->name);
  const PactTable *table = _pact_tables_get_of_kind (self->tables, kind);

  /* A library that was not brought up to this version yet can lack tables and columns. */
  if (table->columns->len == 0)
    return TRUE;
  if (!look (self, places_sql, describe_misplaced, problems, error)
      || !look (self, values_sql, describe_without_values, problems, error)
      || !look (self, kind_sql, describe_misplaced, problems, error))
    return FALSE;

  for (gsize i = 0; i < kind->n_fields; i++)
    {
      const PactField *field = &kind->fields[i];
      g_autofree char *sql = NULL;

      if (field->type != PACT_TYPE_REFERENCE || !_pact_table_has_column (table, field->name))
        continue;
      sql = g_strdup_printf ("SELECT e.uuid FROM \"%s\" k JOIN element e ON e.id = k.id JOIN element t ON t.uuid = k.\"%s\""
                             " WHERE t.plan IS NOT e.plan OR t.kind <> '%s'",
                             kind->name, field->name, field->target);
      if (!look (self, sql, describe_misled, problems, error))
        return FALSE;
    }

  return TRUE;
}

/* What was done is to be undone; and an element of a kind that has no table here has lost what was written in it. */
static gboolean
look_at_history (PactLibrary *self,
                 GPtrArray *problems,
                 GError **error)
{
  return look (self,
               "SELECT DISTINCT edit FROM change WHERE row < 1 OR (old IS NOT NULL AND NOT json_valid (old))"
               " OR (new IS NOT NULL AND NOT json_valid (new)) OR (op <> 'insert' AND old IS NULL)"
               " OR (op <> 'delete' AND new IS NULL) OR tab NOT IN (SELECT name FROM sqlite_schema WHERE type = 'table')",
               describe_unreadable_edit, problems, error)
         && look (self,
               "SELECT uuid FROM element WHERE kind NOT IN (SELECT name FROM sqlite_schema WHERE type = 'table')"
               " OR (extra IS NOT NULL AND (NOT json_valid (extra) OR json_type (extra) <> 'object'))",
               describe_without_values, problems, error);
}

static gboolean
look_at_sums (PactLibrary *self,
              GPtrArray *problems,
              GError **error)
{
  return look (self,
               "SELECT e.uuid FROM element e LEFT JOIN summary s ON s.id = e.id WHERE e.plan = e.id AND"
               " (s.id IS NULL OR s.modified IS NOT (SELECT max (modified) FROM element WHERE plan = e.id)"
               "  OR s.n_measures <> (" PACT_TALLY_COUNT_MEASURES ("e.id") ")"
               "  OR s.required <> (SELECT sum (required) FROM tally WHERE plan = e.id)"
               "  OR s.filled <> (SELECT sum (filled) FROM tally WHERE plan = e.id)"
               "  OR (SELECT count(*) FROM tally WHERE plan = e.id) <> (SELECT count(*) FROM element WHERE plan = e.id))"
               " UNION ALL SELECT s.id FROM summary s LEFT JOIN element e ON e.id = s.id WHERE e.plan IS NOT e.id",
               describe_uncounted, problems, error);
}

/* The words of the index are compared with what the elements say in pact-library-values.c; here, whether the index can be
 * read at all. Newer versions of SQLite do this with their own check, but not to the end. */
static gboolean
look_at_index (PactLibrary *self,
               GPtrArray *problems,
               GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (pact_db_is_read_only (self->db)
      || pact_db_run (self->db, &failure, "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", ""))
    return TRUE;
  if (g_error_matches (failure, PACT_DB_ERROR, PACT_DB_ERROR_BUSY))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  g_ptr_array_add (problems, g_strdup (_("The index of the search is damaged.")));

  return TRUE;
}

static gboolean
look_at_file (PactLibrary *self,
              gboolean is_quick,
              GPtrArray *problems,
              GError **error)
{
  if (!look_at_pages (self, is_quick, problems, error))
    return FALSE;
  pact_db_tell (self->db, PAGES_SEEN);
  if (!look (self, "PRAGMA foreign_key_check", describe_dangling, problems, error))
    return FALSE;
  for (gsize i = 0; i < self->model->n_kinds; i++)
    {
      if (!look_at_kind (self, &self->model->kinds[i], problems, error))
        return FALSE;
      pact_db_tell (self->db, PAGES_SEEN + (_PACT_LIBRARY_TREE_SEEN - PAGES_SEEN) * (i + 1) / self->model->n_kinds);
    }

  return look_at_history (self, problems, error);
}

/* What was derived by another model is made anew when the library is opened for writing. What is right in a library of a
 * newer version is not known here. */
static gboolean
look_at_all (PactLibrary *self,
             gboolean is_quick,
             GPtrArray *problems,
             GError **error)
{
  gboolean is_current;

  if (pact_db_is_newer (self->db))
    return look_at_pages (self, FALSE, problems, error);
  if (!look_at_file (self, is_quick, problems, error) || !_pact_library_is_current (self, &is_current, error))
    return FALSE;
  if (is_current && !look_at_sums (self, problems, error))
    return FALSE;

  return is_quick || _pact_library_look_at_values (self, is_current, problems, NULL, error);
}

static gboolean
check (PactLibrary *self,
       gboolean is_quick,
       GPtrArray **problems,
       GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;
  gboolean began, success;

  if (!pact_db_begin_read (self->db, &began, error))
    return FALSE;
  success = look_at_all (self, is_quick, found, &failure);
  pact_db_end_read (self->db, began);
  if (success && !is_quick)
    success = look_at_index (self, found, &failure);
  if (!success && !g_error_matches (failure, PACT_DB_ERROR, PACT_DB_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (!success && found->len == 0)
    g_ptr_array_add (found, g_strdup (failure->message));

  if (found->len > 0)
    pact_db_set_damaged (self->db);
  else if (!is_quick)
    pact_db_set_sound (self->db);
  pact_db_tell (self->db, 1);
  *problems = g_steal_pointer (&found);

  return TRUE;
}

/**
 * pact_library_check:
 * @self: a library
 * @problems: (out) (element-type utf8): sentences, one a problem; empty if the library is sound
 * @error: return location for an error
 *
 * Examines the file, the tree of each plan, all references, all values, the list of plans and the index of the search.
 * Changes nothing; but if there are problems @self accepts nothing new from then on. Takes time that grows with the library.
 *
 * Returns: whether the library could be examined; %FALSE with @error set to an error of %PACT_DB_ERROR
 */
gboolean
pact_library_check (PactLibrary *self,
                    GPtrArray **problems,
                    GError **error)
{
  g_return_val_if_fail (PACT_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (problems != NULL, FALSE);

  return check (self, FALSE, problems, error);
}

/**
 * pact_library_check_quickly:
 * @self: a library
 * @problems: (out) (element-type utf8): sentences, one a problem; empty if nothing was found
 * @error: return location for an error
 *
 * As pact_library_check(), without looking at each value and at the index of the search.
 *
 * Returns: whether the library could be examined; %FALSE with @error set to an error of %PACT_DB_ERROR
 */
gboolean
pact_library_check_quickly (PactLibrary *self,
                            GPtrArray **problems,
                            GError **error)
{
  g_return_val_if_fail (PACT_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (problems != NULL, FALSE);

  return check (self, TRUE, problems, error);
}

/**
 * pact_library_list_remarks:
 * @self: a library
 * @error: return location for an error
 *
 * What differs from the model table, but may have been written by another version of the program: answers that this one
 * does not know, texts longer than it allows, and neighbours whose order is not settled. It is no damage.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): sentences, one a remark; or %NULL with @error set to an error
 *   of %PACT_DB_ERROR
 */
GPtrArray *
pact_library_list_remarks (PactLibrary *self,
                           GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  gboolean began, success;

  g_return_val_if_fail (PACT_IS_LIBRARY (self), NULL);

  if (!pact_db_begin_read (self->db, &began, error))
    return NULL;
  success = _pact_library_look_at_values (self, FALSE, problems, remarks, error)
            && look (self,
                  "SELECT DISTINCT p.uuid FROM element e JOIN element p ON p.id = e.parent"
                  " GROUP BY e.parent, e.kind HAVING count(*) > count(DISTINCT e.position)",
                  describe_crowded, remarks, error);
  pact_db_end_read (self->db, began);

  return success ? g_steal_pointer (&remarks) : NULL;
}
