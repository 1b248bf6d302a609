/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-journal-stamp"

#include "config.h"

#include "pact-journal-private.h"

/* By what one can tell, without reading a plan, whether somebody has written it. */

/* Numbers of edits are never given twice. What is undone or done again changes the last number of a state; what is typed into the
 * same field belongs to the edit that is there already, and so changes what that says. */
static const char stamp_sql[] =
  "SELECT s.modified || ' ' || s.n_measures || ' ' || s.filled || ' ' || s.required"
  " || ' ' || ifnull ((SELECT max (id) FROM edit WHERE plan = ?1 AND state = 'done'), 0)"
  " || ' ' || ifnull ((SELECT max (id) FROM edit WHERE plan = ?1 AND state = 'fixed'), 0)"
  " || ' ' || (SELECT count(*) FROM edit WHERE plan = ?1 AND state = 'undone')"
  " || ' ' || ifnull ((SELECT group_concat (tab || row || ifnull (new, '')) FROM change WHERE edit ="
  "   (SELECT id FROM edit WHERE id ="
  "     (SELECT max (id) FROM edit WHERE plan = ?1 AND state = 'done') AND merge_key IS NOT NULL)), '')"
  " FROM summary s WHERE s.id = ?1";

/**
 * pact_journal_dup_stamp:
 * @self: the journal of a library
 * @plan_uuid: a plan
 *
 * Tells in which state a plan is, which costs next to nothing, however large it is.
 *
 * Returns: (transfer full) (nullable): what is another text as soon as anybody has edited the plan; %NULL if that cannot be told
 */
char *
pact_journal_dup_stamp (PactJournal *self,
                        const char *plan_uuid)
{
  PactTables *tables;
  g_autoptr (PactStatement) statement = NULL;
  gint64 plan = 0;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (plan_uuid != NULL, NULL);

  tables = _pact_journal_get_tables (self);
  if (!_pact_tables_find_element (tables, plan_uuid, &plan, NULL, NULL, NULL))
    return NULL;
  statement = pact_db_query (tables->db, NULL, stamp_sql, "i", plan);

  return statement != NULL && pact_statement_next (statement, NULL) ? pact_statement_dup_text (statement, 0) : NULL;
}
