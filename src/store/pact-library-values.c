/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-library-values"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-library-private.h"
#include "pact-value.h"

/* Whether what the elements say can be what somebody wrote: every value against the model table, and what is derived from
 * the values against what it should be. */

typedef struct
{
  PactLibrary *library;
  gboolean is_current; /* whether what is derived was derived by this model */
  GPtrArray *problems;
  GPtrArray *remarks; /* (nullable) */
} Search;

/* A later version may know more answers, and have allowed longer texts; no version writes a date that is none. */
static gboolean
may_be_of_another_version (const PactField *field,
                           const char *value)
{
  switch (field->type)
    {
    case PACT_TYPE_TEXT:
    case PACT_TYPE_PROSE:
    case PACT_TYPE_CHOICE:
    case PACT_TYPE_CHOICES:
      return *value != '\0' && g_utf8_validate (value, -1, NULL);
    default:
      return FALSE;
    }
}

static void
look_at_value (Search *search,
               const PactRecord *record,
               const PactField *field,
               const char *value)
{
  g_autoptr (GError) failure = NULL;
  GPtrArray *list = search->problems;

  if (pact_field_check (field, value, &failure))
    return;
  if (may_be_of_another_version (field, value))
    list = search->remarks;
  if (list == NULL || list->len >= PACT_LIBRARY_MAX_PROBLEMS)
    return;

  /* Translators: %1$s is the name of a field, such as “Lead body”, %2$s the identifier of an element, %3$s a sentence. */
  g_ptr_array_add (list, g_strdup_printf (_("“%1$s” of the element %2$s: %3$s"), pact_field_get_label (field), record->uuid,
                                          failure->message));
}

static void
complain (Search *search,
          char *sentence)
{
  if (search->problems->len < PACT_LIBRARY_MAX_PROBLEMS)
    g_ptr_array_add (search->problems, sentence);
  else
    g_free (sentence);
}

static gboolean
look_at_record (Search *search,
                gint64 id,
                const PactRecord *record,
                GError **error)
{
  static const PactField timestamp = { .name = "modified", .type = PACT_TYPE_TIMESTAMP };
  gboolean is_counted, is_indexed;

  for (gsize i = 0; i < record->kind->n_fields; i++)
    look_at_value (search, record, &record->kind->fields[i], record->values[i]);
  if (!pact_uuid_is_valid (record->uuid) || !pact_field_check (&timestamp, record->created, NULL)
      || !pact_field_check (&timestamp, record->modified, NULL))
    complain (search, g_strdup_printf (_("The element %s has no proper identifier, or no date."), record->uuid));
  if (!search->is_current)
    return TRUE;

  if (!_pact_tally_is_counted (search->library->tables, id, record, &is_counted, error)
      || !_pact_search_is_indexed (search->library->tables, id, record, &is_indexed, error))
    return FALSE;
  if (!is_counted)
    complain (search, g_strdup_printf (_("How complete the element %s is was not counted right."), record->uuid));
  if (!is_indexed)
    complain (search, g_strdup_printf (_("The index of the search does not fit the element %s."), record->uuid));

  return TRUE;
}

static gboolean
look_at_plan (Search *search,
              gint64 plan,
              GError **error)
{
  g_autoptr (GPtrArray) records = pact_record_list_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!_pact_tables_read_plan (search->library->tables, plan, ids, records, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      if (!look_at_record (search, g_array_index (ids, gint64, i), g_ptr_array_index (records, i), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
look_for_strays (Search *search,
                 GError **error)
{
  gint64 n_strays;

  if (!pact_db_get_integer (search->library->db, &n_strays, error,
                            "SELECT count(*) FROM search WHERE rowid NOT IN (SELECT id FROM element)", ""))
    return FALSE;
  if (n_strays > 0)
    g_ptr_array_add (search->problems, g_strdup (_("The index of the search has words of what is not there.")));

  return TRUE;
}

/* Adds a sentence to @problems for each value that cannot be, and to @remarks, if any, for each that may be of another
 * version; and, if @is_current, for each element that is not counted or not indexed as it should be. */
gboolean
_pact_library_look_at_values (PactLibrary *self,
                              gboolean is_current,
                              GPtrArray *problems,
                              GPtrArray *remarks,
                              GError **error)
{
  Search search = { self, is_current, problems, remarks };
  g_autoptr (GArray) plans = _pact_tables_list_plans (self->tables, error);

  if (plans == NULL)
    return FALSE;
  for (guint i = 0; i < plans->len; i++)
    {
      if (!look_at_plan (&search, g_array_index (plans, gint64, i), error))
        return FALSE;
      pact_db_tell (self->db, _PACT_LIBRARY_TREE_SEEN + (1 - _PACT_LIBRARY_TREE_SEEN) * (i + 1) / plans->len);
    }

  return !is_current || look_for_strays (&search, error);
}
