/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-journal-settle"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-journal-private.h"
#include "pact-search-private.h"
#include "pact-store-error.h"
#include "pact-tally.h"

/* The end of every edit, undo and redo: what was touched is checked, counted, indexed and told. */

static GArray *
list_numbers (PactDb *db,
              const char *sql,
              gint64 one,
              gint64 two,
              GError **error)
{
  g_autoptr (PactStatement) statement = pact_db_query (db, error, sql, "ii", one, two);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  while (pact_statement_next (statement, &failure))
    {
      gint64 number = pact_statement_get_integer (statement, 0);

      g_array_append_val (numbers, number);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&numbers);
}

/* Returns the numbers of the elements of which an edit changed anything. */
GArray *
_pact_journal_list_touched (PactDb *db,
                            gint64 edit,
                            gint64 first_change,
                            GError **error)
{
  return list_numbers (db, "SELECT DISTINCT row FROM change WHERE edit = ?1 AND id > ?2 ORDER BY row", edit,
                       first_change, error);
}

/* What is waived with a measure is waived for everything below it, and what is moved comes below another measure. */
static gboolean
count_below (PactTables *tables,
             gint64 plan,
             gint64 edit,
             gint64 first_change,
             gboolean *changed,
             GError **error)
{
  g_autoptr (GArray) below =
    list_numbers (tables->db,
                  "WITH RECURSIVE below (id) AS ("
                  "  SELECT row FROM change WHERE edit = ?1 AND id > ?2 AND op = 'update'"
                  "    AND (tab = 'element' AND json_type (new, '$.parent') IS NOT NULL"
                  "      OR tab = 'measure' AND (json_type (new, '$.situation') IS NOT NULL OR json_type (new, '$.inclusion') IS NOT NULL))"
                  "  UNION SELECT e.id FROM below b JOIN element e ON e.parent = b.id)"
                  " SELECT id FROM below",
                  edit, first_change, error);

  if (below == NULL)
    return FALSE;
  /* One more or one less may be part of the plan, whatever the answers count. */
  *changed |= below->len > 0;
  for (guint i = 0; i < below->len; i++)
    {
      gint64 id = g_array_index (below, gint64, i);
      g_autoptr (GError) failure = NULL;
      g_autoptr (PactRecord) record = _pact_tables_read_element (tables, id, &failure);

      if (failure == NULL && record != NULL)
        _pact_tally_count_element (tables, id, plan, record, changed, &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }

  return TRUE;
}

/* A reference must lead to an element of the right kind in the same plan. */
static gboolean
check_references (PactTables *tables,
                  gint64 plan,
                  const PactRecord *record,
                  GError **error)
{
  for (gsize i = 0; i < record->kind->n_fields; i++)
    {
      const PactField *field = &record->kind->fields[i];
      const PactKind *kind = NULL;
      gint64 id, other_plan = 0;

      if (field->type != PACT_TYPE_REFERENCE || record->values[i] == NULL)
        continue;
      if (!_pact_tables_find_element (tables, record->values[i], &id, &kind, &other_plan, error))
        return FALSE;
      if (id == 0 || other_plan != plan || g_strcmp0 (kind->name, field->target) != 0)
        {
          /* Translators: %s is the name of a field, such as “Lead body”. */
          g_set_error (error, PACT_STORE_ERROR, PACT_STORE_ERROR_CONSTRAINT,
                       _("“%s” refers to something that is not in the plan. Nothing was changed."),
                       pact_field_get_label (field));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
settle_gone (PactTables *tables,
             gint64 id,
             gint64 edit,
             GPtrArray *changes,
             GError **error)
{
  g_autoptr (PactStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  if (!pact_db_run (tables->db, error, "DELETE FROM search WHERE rowid = ?1", "i", id))
    return FALSE;

  statement = pact_db_query (tables->db, error,
                             "SELECT coalesce (json_extract (old, '$.uuid'), json_extract (new, '$.uuid'))"
                             " FROM change WHERE edit = ?1 AND row = ?2 AND tab = 'element' AND op <> 'update'",
                             "ii", edit, id);
  if (statement == NULL)
    return FALSE;
  if (pact_statement_next (statement, &failure))
    g_ptr_array_add (changes, pact_change_new (pact_statement_get_text (statement, 0), NULL));
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  const PactRecord *one = (*(PactChange *const *) a)->record;
  const PactRecord *two = (*(PactChange *const *) b)->record;

  if (one == NULL || two == NULL)
    return (one == NULL) - (two == NULL);
  if (one->kind != two->kind)
    return one->kind < two->kind ? -1 : 1;

  return one->position < two->position ? -1 : one->position > two->position;
}

/* Brings everything derived up to date with what an edit, undo or redo has touched, and returns the changes. The kinds
 * stand in the model parents first, and so do the changes. */
GPtrArray *
_pact_journal_settle (PactTables *tables,
                      gint64 plan,
                      gint64 edit,
                      gint64 first_change,
                      GArray *touched,
                      GError **error)
{
  g_autoptr (GPtrArray) changes = pact_change_list_new ();
  g_autoptr (GError) failure = NULL;
  gboolean counts_changed = FALSE;

  for (guint i = 0; i < touched->len; i++)
    {
      gint64 id = g_array_index (touched, gint64, i);
      PactRecord *record = _pact_tables_read_element (tables, id, &failure);

      if (record != NULL)
        {
          g_ptr_array_add (changes, pact_change_new (record->uuid, record));
          if (!check_references (tables, plan, record, error)
              || !_pact_tally_count_element (tables, id, plan, record, &counts_changed, error)
              || !_pact_search_index_element (tables, id, record, error))
            return NULL;
        }
      else if (failure != NULL || !settle_gone (tables, id, edit, changes, &failure))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      else
        {
          counts_changed = TRUE;
        }
    }
  if (edit != 0 && !count_below (tables, plan, edit, first_change, &counts_changed, error))
    return NULL;
  if (!_pact_tally_sum_up (tables, plan, counts_changed, error))
    return NULL;
  g_ptr_array_sort (changes, compare_changes);

  return g_steal_pointer (&changes);
}
