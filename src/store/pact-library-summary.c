/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-library-summary"

#include "config.h"

#include "pact-library-private.h"
#include "pact-mistake.h"

/* How complete each plan is, kept with every change, so that the list of plans need not load them. */

static const char situation_sql[] =
  "WITH RECURSIVE above (id, parent, kind) AS ("
  "  SELECT id, parent, kind FROM element WHERE id = ?1"
  "  UNION ALL"
  "  SELECT e.id, e.parent, e.kind FROM above a JOIN element e ON e.id = a.parent WHERE a.kind <> 'measure')"
  " SELECT count(*) FROM above a JOIN measure m ON m.id = a.id WHERE m.situation IN ('in-place', 'not-applicable')";

static const char sum_sql[] =
  "INSERT INTO summary (id, modified, n_measures, filled, required)"
  " SELECT ?1,"
  "   (SELECT max (modified) FROM element WHERE plan = ?1),"
  "   (SELECT count(*) FROM element WHERE plan = ?1 AND kind = 'measure'),"
  "   coalesce (sum (filled), 0), coalesce (sum (required), 0)"
  " FROM tally WHERE plan = ?1"
  " ON CONFLICT (id) DO UPDATE SET modified = excluded.modified, n_measures = excluded.n_measures,"
  "   filled = excluded.filled, required = excluded.required";

static const char touch_sql[] =
  "UPDATE summary SET modified = (SELECT max (modified) FROM element WHERE plan = ?1) WHERE id = ?1";

static gboolean
depends_on_situation (const PactKind *kind)
{
  for (gsize i = 0; i < kind->n_fields; i++)
    {
      if (pact_field_is_needed (&kind->fields[i], FALSE) != pact_field_is_needed (&kind->fields[i], TRUE))
        return TRUE;
    }

  return FALSE;
}

/* Counts as PactElement does for elements in memory. */
static gboolean
count (PactLibrary *self,
       gint64 id,
       const PactRecord *record,
       gint64 *filled,
       gint64 *required,
       GError **error)
{
  gint64 is_waived = 0;
  guint n_filled, n_required;

  if (depends_on_situation (record->kind) && !pact_db_get_integer (self->db, &is_waived, error, situation_sql, "i", id))
    return FALSE;
  pact_kind_count_answers (record->kind, (const char *const *) record->values, is_waived > 0, &n_filled, &n_required);
  *filled = n_filled;
  *required = n_required;

  return TRUE;
}

/* Counts an element anew. @changed becomes TRUE if the count is another than before. */
gboolean
_pact_library_count_element (PactLibrary *self,
                             gint64 id,
                             gint64 plan,
                             const PactRecord *record,
                             gboolean *changed,
                             GError **error)
{
  gint64 filled, required;

  if (!count (self, id, record, &filled, &required, error) ||
      !pact_db_run (self->db, error,
                    "INSERT INTO tally (id, plan, filled, required) VALUES (?1, ?2, ?3, ?4)"
                    " ON CONFLICT (id) DO UPDATE SET filled = excluded.filled, required = excluded.required"
                    " WHERE filled <> excluded.filled OR required <> excluded.required",
                    "iiii", id, plan, (gint64) filled, (gint64) required))
    return FALSE;
  *changed |= pact_db_get_n_changed (self->db) > 0;

  return TRUE;
}

/* Tells whether an element was counted right. */
gboolean
_pact_library_is_counted (PactLibrary *self,
                          gint64 id,
                          const PactRecord *record,
                          gboolean *is_counted,
                          GError **error)
{
  gint64 filled, required, is_same;

  if (!count (self, id, record, &filled, &required, error) ||
      !pact_db_get_integer (self->db, &is_same, error,
                            "SELECT count(*) FROM tally t JOIN element e ON e.id = t.id AND e.plan = t.plan"
                            " WHERE t.id = ?1 AND t.filled = ?2 AND t.required = ?3", "iii", id, filled, required))
    return FALSE;
  *is_counted = is_same == 1;

  return TRUE;
}

/* Brings a plan's line in the list up to date. All of a plan is added up only if a count has changed: most of what is typed
 * changes none, and in a plan of 10,000 measures the sum takes longer than the rest of the edit. */
gboolean
_pact_library_sum_up (PactLibrary *self,
                      gint64 plan,
                      gboolean counts_changed,
                      GError **error)
{
  return pact_db_run (self->db, error, counts_changed ? sum_sql : touch_sql, "i", plan);
}

static gboolean
rebuild_plan (PactLibrary *self,
              gint64 plan,
              GError **error)
{
  g_autoptr (GPtrArray) records = pact_record_list_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean changed = FALSE;

  if (!_pact_library_read_plan (self, plan, ids, records, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      const PactRecord *record = g_ptr_array_index (records, i);
      gint64 id = g_array_index (ids, gint64, i);

      if (!_pact_library_count_element (self, id, plan, record, &changed, error) ||
          !_pact_library_index_element (self, id, record, error))
        return FALSE;
    }

  return _pact_library_sum_up (self, plan, TRUE, error);
}

/* Returns the numbers of all plans. */
GArray *
_pact_library_list_plans (PactLibrary *self,
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

/* Makes anew all that is derived from the elements, inside a transaction. */
gboolean
_pact_library_rebuild (PactLibrary *self,
                       GError **error)
{
  g_autoptr (GArray) plans = NULL;

  if (!_pact_library_make_index (self, error) ||
      !pact_db_run (self->db, error, "DELETE FROM tally", "") ||
      !pact_db_run (self->db, error, "DELETE FROM summary", ""))
    return FALSE;

  plans = _pact_library_list_plans (self, error);
  if (plans == NULL)
    return FALSE;
  for (guint i = 0; i < plans->len; i++)
    {
      if (!rebuild_plan (self, g_array_index (plans, gint64, i), error))
        return FALSE;
    }

  return TRUE;
}
