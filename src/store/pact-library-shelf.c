/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-library-shelf"

#include "config.h"

#include "pact-library-private.h"

/* Whole plans: listing, loading, the trash, what is found in them; and the notes. */

/**
 * pact_plan_summary_free:
 * @summary: (transfer full) (nullable): a summary
 *
 * Frees @summary and all it holds.
 */
void
pact_plan_summary_free (PactPlanSummary *summary)
{
  if (summary == NULL)
    return;

  pact_record_free (summary->root);
  g_free (summary->modified);
  g_free (summary->trashed);
  g_free (summary);
}

static PactPlanSummary *
make_summary (PactStatement *statement,
              const PactKind *kind)
{
  PactPlanSummary *summary = g_new0 (PactPlanSummary, 1);
  int column = _pact_tables_count_columns (kind);

  summary->root = _pact_tables_make_record (statement, kind);
  /* The list of plans shows none, and each may be as long as all else together. */
  for (gsize i = 0; i < kind->n_fields; i++)
    {
      if (kind->fields[i].type == PACT_TYPE_PICTURE)
        g_clear_pointer (&summary->root->values[i], g_free);
    }
  summary->modified = pact_statement_dup_text (statement, column);
  summary->trashed = pact_statement_dup_text (statement, column + 1);
  summary->n_measures = (guint) pact_statement_get_integer (statement, column + 2);
  summary->filled = (guint) pact_statement_get_integer (statement, column + 3);
  summary->required = (guint) pact_statement_get_integer (statement, column + 4);

  return summary;
}

/**
 * pact_library_list:
 * @self: a library
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type PactPlanSummary): all plans, also those in the trash, the one
 *   made first first; or %NULL with @error set to an error of %PACT_DB_ERROR
 */
GPtrArray *
pact_library_list (PactLibrary *self,
                   GError **error)
{
  g_autoptr (GPtrArray) summaries = NULL;
  g_autoptr (PactStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;
  const PactKind *kind;

  g_return_val_if_fail (PACT_IS_LIBRARY (self), NULL);

  if (!pact_db_mend (self->db, error))
    return NULL;
  kind = pact_model_get_root (self->model);
  statement = pact_db_query (self->db, error, _pact_tables_get_of_kind (self->tables, kind)->list_sql, "");
  if (statement == NULL)
    return NULL;

  summaries = g_ptr_array_new_with_free_func ((GDestroyNotify) pact_plan_summary_free);
  while (pact_statement_next (statement, &failure))
    g_ptr_array_add (summaries, make_summary (statement, kind));
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&summaries);
}

/* Finds a plan by its UUID; fails if there is none. */
static gboolean
find_plan (PactLibrary *self,
           const char *plan_uuid,
           gint64 *id,
           GError **error)
{
  const PactKind *kind = NULL;

  if (!_pact_tables_find_element (self->tables, plan_uuid, id, &kind, NULL, error))
    return FALSE;

  return (*id != 0 && kind == pact_model_get_root (self->model)) || _pact_store_fail_not_found (error, plan_uuid);
}

/**
 * pact_library_load:
 * @self: a library
 * @plan_uuid: a plan
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type PactRecord): the whole plan, the plan itself first and parents
 *   before children; or %NULL with @error set to %PACT_STORE_ERROR_NOT_FOUND or an error of %PACT_DB_ERROR
 */
GPtrArray *
pact_library_load (PactLibrary *self,
                   const char *plan_uuid,
                   GError **error)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GArray) ids = NULL;
  gboolean began, success;
  gint64 plan;

  g_return_val_if_fail (PACT_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (plan_uuid != NULL, NULL);

  if (!pact_db_begin_read (self->db, &began, error))
    return NULL;

  records = pact_record_list_new ();
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  success = find_plan (self, plan_uuid, &plan, error) && _pact_tables_read_plan (self->tables, plan, ids, records, error);
  pact_db_end_read (self->db, began);
  if (!success)
    return NULL;
  if (records->len == 0)
    {
      pact_db_fail_damaged (self->db, error);
      return NULL;
    }

  return g_steal_pointer (&records);
}

/**
 * pact_library_find_plan_of:
 * @self: a library
 * @element_uuid: a UUID
 *
 * Returns: (transfer full) (nullable): the UUID of the plan to which that element belongs, or %NULL if the
 *   library has no such element
 */
char *
pact_library_find_plan_of (PactLibrary *self,
                           const char *element_uuid)
{
  g_autoptr (PactStatement) statement = NULL;

  g_return_val_if_fail (PACT_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (element_uuid != NULL, NULL);

  statement = pact_db_query (
    self->db, NULL, "SELECT p.uuid FROM element e JOIN element p ON p.id = e.plan WHERE e.uuid = ?1", "s", element_uuid);
  if (statement == NULL || !pact_statement_next (statement, NULL))
    return NULL;

  return pact_statement_dup_text (statement, 0);
}

/**
 * pact_library_set_trashed:
 * @self: a library
 * @plan_uuid: a plan
 * @trashed: whether it shall lie in the trash
 * @error: return location for an error
 *
 * Puts a plan into the trash or takes it out. That is no edit of the plan.
 *
 * Returns: whether it is so now; %FALSE with @error set to %PACT_STORE_ERROR_NOT_FOUND or an error of %PACT_DB_ERROR
 */
gboolean
pact_library_set_trashed (PactLibrary *self,
                          const char *plan_uuid,
                          gboolean trashed,
                          GError **error)
{
  g_autofree char *now = trashed ? pact_timestamp_now () : NULL;
  gint64 plan;

  g_return_val_if_fail (PACT_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (plan_uuid != NULL, FALSE);
  g_return_val_if_fail (!_pact_journal_is_open (self->journal), FALSE);

  if (!pact_db_begin_write (self->db, error))
    return FALSE;

  return pact_db_end_write (
    self->db,
    find_plan (self, plan_uuid, &plan, error)
      && pact_db_run (self->db, error,
                      "UPDATE element SET trashed = ?2 WHERE id = ?1 AND (trashed IS NULL) <> (?2 IS NULL)", "is",
                      plan, now),
    error);
}

static gboolean
purge (PactLibrary *self,
       const char *plan_uuid,
       GError **error)
{
  gint64 plan;

  return find_plan (self, plan_uuid, &plan, error)
         && pact_db_run (self->db, error, "DELETE FROM search WHERE rowid IN (SELECT id FROM element WHERE plan = ?1)",
                         "i", plan)
         && pact_db_run (self->db, error, "DELETE FROM edit WHERE plan = ?1", "i", plan)
         && pact_db_run (self->db, error, "DELETE FROM element WHERE id = ?1", "i", plan);
}

/* The index of the search keeps deleted words until it is written anew, which takes seconds in a large library; so that is
 * done once, when the library is closed. The log still has the old pages; where somebody reads it stays until the next time. */
void
_pact_library_overwrite_words (PactLibrary *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->has_purged)
    return;

  if (!pact_db_begin_write (self->db, &error)
      || !pact_db_end_write (self->db,
                             pact_db_run (self->db, &error, "INSERT INTO search (search) VALUES ('optimize')", ""),
                             &error))
    g_info ("The index still has words of what was deleted: %s", error->message);
  else
    pact_db_trim_log (self->db);
}

/**
 * pact_library_purge:
 * @self: a library
 * @plan_uuid: a plan
 * @error: return location for an error
 *
 * Deletes a plan for good, with its history. What it said is overwritten in the file, also in the log and in the index of
 * the search when @self is closed.
 *
 * Returns: whether it is gone; %FALSE with @error set to %PACT_STORE_ERROR_NOT_FOUND or an error of %PACT_DB_ERROR,
 *   nothing being changed
 */
gboolean
pact_library_purge (PactLibrary *self,
                    const char *plan_uuid,
                    GError **error)
{
  gboolean purged;

  g_return_val_if_fail (PACT_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (plan_uuid != NULL, FALSE);
  g_return_val_if_fail (!_pact_journal_is_open (self->journal), FALSE);

  if (!pact_db_begin_write (self->db, error))
    return FALSE;
  purged = pact_db_end_write (self->db, purge (self, plan_uuid, error), error);
  self->has_purged |= purged;

  return purged;
}

/**
 * pact_library_get_note:
 * @self: a library
 * @key: the name of a note
 *
 * Returns: (transfer full) (nullable): what was noted, or %NULL
 */
char *
pact_library_get_note (PactLibrary *self,
                       const char *key)
{
  g_autoptr (PactStatement) statement = NULL;

  g_return_val_if_fail (PACT_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  statement = pact_db_query (self->db, NULL, "SELECT value FROM note WHERE key = ?1", "s", key);
  if (statement == NULL || !pact_statement_next (statement, NULL))
    return NULL;

  return pact_statement_dup_text (statement, 0);
}

static gboolean
note (PactLibrary *self,
      const char *key,
      const char *value,
      GError **error)
{
  if (value == NULL)
    return pact_db_run (self->db, error, "DELETE FROM note WHERE key = ?1", "s", key);

  return pact_db_run (self->db, error,
                      "INSERT INTO note (key, value) VALUES (?1, ?2)"
                      " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                      "ss", key, value);
}

/**
 * pact_library_set_note:
 * @self: a library without an open edit
 * @key: the name of a note
 * @value: (nullable): what to note, %NULL to forget it
 * @error: return location for an error
 *
 * Returns: whether it is kept; %FALSE with @error set to an error of %PACT_DB_ERROR
 */
gboolean
pact_library_set_note (PactLibrary *self,
                       const char *key,
                       const char *value,
                       GError **error)
{
  g_return_val_if_fail (PACT_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);
  g_return_val_if_fail (!_pact_journal_is_open (self->journal), FALSE);

  return pact_db_begin_write (self->db, error) && pact_db_end_write (self->db, note (self, key, value, error), error);
}

/**
 * pact_library_search:
 * @self: a library
 * @text: words as a person types them, in any script
 * @limit: how many hits at most
 * @error: return location for an error
 *
 * Finds the elements of all plans, except those in the trash, that have all these words; the last may be the beginning
 * of a word. Capitals and accents do not matter. Nothing in @text has a special meaning.
 *
 * Returns: (transfer full) (nullable) (element-type PactSearchHit): the hits, those first that have all the words in
 *   their title, and within these and within the others those of the plan that was made last; none if @text has no
 *   words; or %NULL with @error set to an error of %PACT_DB_ERROR
 */
GPtrArray *
pact_library_search (PactLibrary *self,
                     const char *text,
                     guint limit,
                     GError **error)
{
  g_return_val_if_fail (PACT_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return _pact_search_find (self->tables, text, limit, error);
}
