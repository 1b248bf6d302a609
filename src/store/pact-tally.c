/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-tally"

#include "config.h"

#include "pact-mistake.h"
#include "pact-tally.h"

/* How complete each plan is, kept with every change, so that the list of plans need not load them. */

static const char waived_sql[] =
  "WITH RECURSIVE above (id, parent, kind) AS ("
  "  SELECT id, parent, kind FROM element WHERE id = ?1"
  "  UNION ALL"
  "  SELECT e.id, e.parent, e.kind FROM above a JOIN element e ON e.id = a.parent WHERE a.kind <> 'measure')"
  " SELECT count(*) FROM above a JOIN measure m ON m.id = a.id WHERE m.situation IN ('in-place', 'not-applicable')"
  "   OR m.inclusion IN ('later', 'excluded')";

static const char sum_sql[] =
  "INSERT INTO summary (id, modified, n_measures, filled, required)"
  " SELECT ?1,"
  "   (SELECT max (modified) FROM element WHERE plan = ?1),"
  "   (" PACT_TALLY_COUNT_MEASURES ("?1") "),"
  "   coalesce (sum (filled), 0), coalesce (sum (required), 0)"
  " FROM tally WHERE plan = ?1"
  " ON CONFLICT (id) DO UPDATE SET modified = excluded.modified, n_measures = excluded.n_measures,"
  "   filled = excluded.filled, required = excluded.required";

static const char touch_sql[] =
  "UPDATE summary SET modified = (SELECT max (modified) FROM element WHERE plan = ?1) WHERE id = ?1";

static gboolean
depends_on_measure (const PactKind *kind)
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
count (PactTables *tables,
       gint64 id,
       const PactRecord *record,
       gint64 *filled,
       gint64 *required,
       GError **error)
{
  gint64 is_waived = 0;
  guint n_filled, n_required;

  if (depends_on_measure (record->kind) && !pact_db_get_integer (tables->db, &is_waived, error, waived_sql, "i", id))
    return FALSE;
  pact_kind_count_answers (record->kind, (const char *const *) record->values, is_waived > 0, &n_filled, &n_required);
  *filled = n_filled;
  *required = n_required;

  return TRUE;
}

/* Counts an element anew. @changed becomes TRUE if the count is another than before. */
gboolean
_pact_tally_count_element (PactTables *tables,
                           gint64 id,
                           gint64 plan,
                           const PactRecord *record,
                           gboolean *changed,
                           GError **error)
{
  gint64 filled, required;

  if (!count (tables, id, record, &filled, &required, error)
      || !pact_db_run (tables->db, error,
                    "INSERT INTO tally (id, plan, filled, required) VALUES (?1, ?2, ?3, ?4)"
                    " ON CONFLICT (id) DO UPDATE SET filled = excluded.filled, required = excluded.required"
                    " WHERE filled <> excluded.filled OR required <> excluded.required",
                    "iiii", id, plan, (gint64) filled, (gint64) required))
    return FALSE;
  *changed |= pact_db_get_n_changed (tables->db) > 0;

  return TRUE;
}

/* Tells whether an element was counted right. */
gboolean
_pact_tally_is_counted (PactTables *tables,
                        gint64 id,
                        const PactRecord *record,
                        gboolean *is_counted,
                        GError **error)
{
  gint64 filled, required, is_same;

  if (!count (tables, id, record, &filled, &required, error)
      || !pact_db_get_integer (tables->db, &is_same, error,
                            "SELECT count(*) FROM tally t JOIN element e ON e.id = t.id AND e.plan = t.plan"
                            " WHERE t.id = ?1 AND t.filled = ?2 AND t.required = ?3", "iii", id, filled, required))
    return FALSE;
  *is_counted = is_same == 1;

  return TRUE;
}

/* Brings a plan's line in the list up to date. All of a plan is added up only if a count has changed: most of what is typed
 * changes none, and in a plan of 10,000 measures the sum takes longer than the rest of the edit. */
gboolean
_pact_tally_sum_up (PactTables *tables,
                    gint64 plan,
                    gboolean counts_changed,
                    GError **error)
{
  return pact_db_run (tables->db, error, counts_changed ? sum_sql : touch_sql, "i", plan);
}
