/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-journal-merge"

#include "config.h"

#include "pact-journal-private.h"

/* Edits that become one, so that consecutive typing is undone as one. */

static const char fold_sql[] =
  /* The first old values and the last new ones; nulls count, so json_patch() will not do. */
  "UPDATE change AS first SET"
  "  old = (SELECT json_group_object (key, value) FROM"
  "    (SELECT key, value FROM json_each (first.old) UNION ALL"
  "     SELECT key, value FROM json_each (?3) WHERE key NOT IN (SELECT key FROM json_each (first.old)))),"
  "  new = (SELECT json_group_object (key, value) FROM"
  "    (SELECT key, value FROM json_each (?4) UNION ALL"
  "     SELECT key, value FROM json_each (first.new) WHERE key NOT IN (SELECT key FROM json_each (?4))))"
  " WHERE id = (SELECT min (id) FROM change WHERE edit = ?1 AND tab = ?2 AND row = ?5) AND id <> ?6";

/* Tells which edit is continued: the plan's last, if that is of the same key and author; 0 if none is. When a key is to end is
 * the caller's to say: no clock is looked at, as the one on the wall may be set meanwhile. */
gboolean
_pact_journal_find_mergeable (PactDb *db,
                              gint64 plan,
                              const PactEditInfo *info,
                              gint64 *edit,
                              GError **error)
{
  return pact_db_get_integer (db, edit, error,
                              "SELECT id FROM edit WHERE id = (SELECT max (id) FROM edit WHERE plan = ?1)"
                              "  AND state = 'done' AND merge_key = ?2 AND author IS ?3 AND verb = ?4",
                              "isss", plan, info->merge_key, info->author, info->verb);
}

/* Puts what a merged edit has added into the rows that are there, so that typing does not fill the file. */
gboolean
_pact_journal_fold_changes (PactDb *db,
                            gint64 edit,
                            gint64 first_change,
                            GError **error)
{
  g_autoptr (PactStatement) statement = NULL;
  g_autoptr (GArray) folded = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) failure = NULL;
  gint64 n_others;

  /* The order of rows matters where rows come and go. */
  if (!pact_db_get_integer (db, &n_others, error,
                            "SELECT count(*) FROM change WHERE edit = ?1 AND op <> 'update'", "i", edit))
    return FALSE;
  if (n_others > 0)
    return TRUE;

  statement = pact_db_query (
    db, error, "SELECT id, tab, row, old, new FROM change WHERE edit = ?1 AND id > ?2 ORDER BY id", "ii", edit,
    first_change);
  if (statement == NULL)
    return FALSE;
  while (pact_statement_next (statement, &failure))
    {
      gint64 id = pact_statement_get_integer (statement, 0);

      if (!pact_db_run (db, error, fold_sql, "isssii", edit, pact_statement_get_text (statement, 1),
                        pact_statement_get_text (statement, 3), pact_statement_get_text (statement, 4),
                        pact_statement_get_integer (statement, 2), id))
        return FALSE;
      if (pact_db_get_n_changed (db) > 0)
        g_array_append_val (folded, id);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  g_clear_pointer (&statement, pact_statement_release);

  for (guint i = 0; i < folded->len; i++)
    {
      if (!pact_db_run (db, error, "DELETE FROM change WHERE id = ?1", "i", g_array_index (folded, gint64, i)))
        return FALSE;
    }

  return TRUE;
}

/* Tells whether everything is as it was before a merged edit, as when a word is typed and deleted again: undoing it would do
 * nothing that anybody could see. */
gboolean
_pact_journal_is_idle (PactDb *db,
                       gint64 edit,
                       gboolean *is_idle,
                       GError **error)
{
  gint64 n_changes;

  if (!pact_db_get_integer (db, &n_changes, error,
                            "SELECT count(*) FROM change WHERE edit = ?1 AND (op <> 'update' OR EXISTS ("
                            "  SELECT 1 FROM json_each (old) AS was JOIN json_each (new) AS now USING (key)"
                            "  WHERE was.value IS NOT now.value AND NOT (tab = 'element' AND key = 'modified')))",
                            "i", edit))
    return FALSE;
  *is_idle = n_changes == 0;

  return TRUE;
}

/* Forgets such an edit. Not even the times of the last change stay. */
gboolean
_pact_journal_forget (PactDb *db,
                      gint64 edit,
                      GError **error)
{
  return pact_db_run (db, error,
                      "UPDATE element SET modified = json_extract (change.old, '$.modified') FROM change"
                      " WHERE change.edit = ?1 AND tab = 'element' AND change.row = element.id"
                      "  AND json_type (change.old, '$.modified') IS NOT NULL",
                      "i", edit)
         && pact_db_run (db, error, "DELETE FROM edit WHERE id = ?1", "i", edit);
}
