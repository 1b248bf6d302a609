/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-library-repair"

#include "config.h"

#include "pact-library-private.h"

/* What can be derived again from the plans is: SQLite's indexes, the index of the search, the list of plans, and an order
 * among siblings that stand at the same place. What somebody wrote is not touched, and what is lost of it stays lost. */

static const char spread_sql[] =
  "WITH crowded AS ("
  "  SELECT parent, kind FROM element WHERE parent IS NOT NULL GROUP BY parent, kind"
  "  HAVING count(*) > count(DISTINCT position)),"
  " placed AS ("
  "  SELECT e.id AS id, ?1 * row_number() OVER (PARTITION BY e.parent, e.kind ORDER BY e.position, e.uuid) AS position"
  "  FROM crowded c JOIN element e ON e.parent = c.parent AND e.kind = c.kind)"
  " UPDATE element SET position = placed.position FROM placed WHERE placed.id = element.id";

static gboolean
rebuild_plan (PactLibrary *self,
              gint64 plan,
              GError **error)
{
  g_autoptr (GPtrArray) records = pact_record_list_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean changed = FALSE;

  if (!_pact_tables_read_plan (self->tables, plan, ids, records, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      const PactRecord *record = g_ptr_array_index (records, i);
      gint64 id = g_array_index (ids, gint64, i);

      if (!_pact_tally_count_element (self->tables, id, plan, record, &changed, error)
          || !_pact_search_index_element (self->tables, id, record, error))
        return FALSE;
    }

  return _pact_tally_sum_up (self->tables, plan, TRUE, error);
}

/* Makes anew all that is derived from the elements, inside a transaction. */
gboolean
_pact_library_rebuild (PactLibrary *self,
                       GError **error)
{
  g_autoptr (GArray) plans = NULL;

  if (!_pact_search_make_index (self->db, error)
      || !pact_db_run (self->db, error, "DELETE FROM tally", "")
      || !pact_db_run (self->db, error, "DELETE FROM summary", ""))
    return FALSE;

  plans = _pact_tables_list_plans (self->tables, error);
  if (plans == NULL)
    return FALSE;
  for (guint i = 0; i < plans->len; i++)
    {
      if (!rebuild_plan (self, g_array_index (plans, gint64, i), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
derive_again (gpointer data,
              GError **error)
{
  PactLibrary *self = data;

  return pact_db_run (self->db, error, "REINDEX", "")
         && pact_db_run (self->db, error, spread_sql, "i", (gint64) PACT_POSITION_STEP)
         && _pact_library_rebuild (self, error);
}

/**
 * pact_library_repair:
 * @self: a library
 * @problems: (out) (element-type utf8): what is wrong with it after that, as pact_library_check() tells it
 * @error: return location for an error
 *
 * Makes anew all that is derived from the plans, as one transaction. A backup is to be made before.
 *
 * Returns: whether that worked; %FALSE with @error set to an error of %PACT_DB_ERROR, the library being as it was
 */
gboolean
pact_library_repair (PactLibrary *self,
                     GPtrArray **problems,
                     GError **error)
{
  g_return_val_if_fail (PACT_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (problems != NULL, FALSE);
  g_return_val_if_fail (!_pact_journal_is_open (self->journal), FALSE);

  return pact_db_repair (self->db, derive_again, self, error) && pact_library_check (self, problems, error);
}
