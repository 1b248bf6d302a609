/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-table-import-apply"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-edit-error.h"
#include "pact-editor-private.h"
#include "pact-table-import-private.h"

/* What was read is said, and made. */

/**
 * pact_table_mistake_describe:
 * @self: a mistake
 *
 * Returns: (transfer full): the mistake with the place where it is
 */
char *
pact_table_mistake_describe (const PactTableMistake *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->heading == NULL)
    /* Translators: the number of a row of a table, and a sentence on what is wrong there. */
    return g_strdup_printf (C_ ("mistake in a table", "Row %1$u: %2$s"), self->row, self->message);

  /* Translators: the number of a row of a table, the heading of a column, and a sentence on what is wrong there. */
  return g_strdup_printf (C_ ("mistake in a table", "Row %1$u, %2$s: %3$s"), self->row, self->heading, self->message);
}

/* A list goes on. */
static GString *
next (GString *list)
{
  if (list->len > 0)
    {
      /* Translators: what stands between the members of a list. */
      g_string_append (list, C_ ("list separator", ", "));
    }

  return list;
}

/**
 * pact_table_reading_describe:
 * @self: what is in a table
 *
 * Returns: (transfer full): what will be made, as a list; empty for nothing
 */
char *
pact_table_reading_describe (const PactTableReading *self)
{
  GString *list = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, g_string_free (list, FALSE));

  if (self->n_measures > 0)
    g_string_append_printf (next (list), ngettext ("%u measure", "%u measures", self->n_measures), self->n_measures);
  if (self->n_pillars > 0)
    g_string_append_printf (next (list), ngettext ("%u new pillar", "%u new pillars", self->n_pillars), self->n_pillars);
  if (self->n_objectives > 0)
    g_string_append_printf (next (list), ngettext ("%u new objective", "%u new objectives", self->n_objectives),
                            self->n_objectives);
  if (self->n_actors > 0)
    g_string_append_printf (next (list), ngettext ("%u new actor", "%u new actors", self->n_actors), self->n_actors);
  if (self->n_indicators > 0)
    g_string_append_printf (next (list), ngettext ("%u indicator", "%u indicators", self->n_indicators), self->n_indicators);
  if (self->n_costs > 0)
    g_string_append_printf (next (list), ngettext ("%u cost", "%u costs", self->n_costs), self->n_costs);

  return g_string_free (list, FALSE);
}

/* What comes under one element and is of one kind. */
static GPtrArray *
get_siblings (GHashTable *groups,
              GPtrArray *order,
              const PactRecord *record)
{
  char *key = g_strconcat (record->parent, "/", record->kind->name, NULL);
  GPtrArray *siblings = g_hash_table_lookup (groups, key);

  if (siblings != NULL)
    {
      g_free (key);
      return siblings;
    }
  siblings = g_ptr_array_new ();
  g_hash_table_insert (groups, key, siblings);
  g_ptr_array_add (order, siblings);

  return siblings;
}

/* Inside the edit: each stands behind those of its kind that its parent has already. */
static gboolean
find_places (PactEditor *editor,
             GPtrArray *records,
             GError **error)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    {
      PactRecord *record = g_ptr_array_index (records, i);

      g_ptr_array_add (get_siblings (groups, order, record), record);
    }
  for (guint i = 0; i < order->len; i++)
    {
      GPtrArray *siblings = g_ptr_array_index (order, i);
      PactRecord *first = g_ptr_array_index (siblings, 0);
      PactElement *parent = pact_plan_lookup (pact_editor_get_plan (editor), first->parent);
      g_autofree gint64 *positions = g_new (gint64, siblings->len);

      for (guint j = 0; j < siblings->len; j++)
        positions[j] = (j + 1) * PACT_POSITION_STEP;
      if (parent != NULL
          && !_pact_editor_find_positions (editor, parent, first->kind, NULL, NULL, siblings->len, positions, error))
        return FALSE;
      for (guint j = 0; j < siblings->len; j++)
        ((PactRecord *) g_ptr_array_index (siblings, j))->position = positions[j];
    }

  return TRUE;
}

static gboolean
is_there (PactEditor *editor,
          GHashTable *coming,
          const char *uuid)
{
  return uuid == NULL || g_hash_table_contains (coming, uuid) || pact_plan_lookup (pact_editor_get_plan (editor), uuid) != NULL;
}

/* Whether all that the records stand under and refer to is there still: another program may have changed the plan meanwhile. */
static gboolean
check_present (PactEditor *editor,
               GPtrArray *records,
               GError **error)
{
  g_autoptr (GHashTable) coming = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean is_present = TRUE;

  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (coming, ((PactRecord *) g_ptr_array_index (records, i))->uuid);
  for (guint i = 0; i < records->len && is_present; i++)
    {
      const PactRecord *record = g_ptr_array_index (records, i);

      is_present = is_there (editor, coming, record->parent);
      for (gsize j = 0; j < record->kind->n_fields && is_present; j++)
        is_present = record->kind->fields[j].type != PACT_TYPE_REFERENCE || is_there (editor, coming, record->values[j]);
    }
  if (!is_present)
    g_set_error (error, PACT_EDIT_ERROR, PACT_EDIT_ERROR_TABLE,
                 _("The plan has changed since the table was read. Read it once more; nothing was imported."));

  return is_present;
}

/**
 * pact_table_import_apply:
 * @reading: what is in a table
 * @editor: the plan for which it was read
 * @error: return location for an error
 *
 * Makes all that was read, as one step of undo.
 *
 * Returns: (transfer full) (nullable) (element-type PactElement): the measures that were made, in the order of the rows, or %NULL with
 *   @error set to %PACT_EDIT_ERROR_TABLE or an error of %PACT_DB_ERROR if nothing was
 */
GPtrArray *
pact_table_import_apply (const PactTableReading *reading,
                         PactEditor *editor,
                         GError **error)
{
  GPtrArray *measures;
  const PactKind *kind;

  g_return_val_if_fail (reading != NULL, NULL);
  g_return_val_if_fail (PACT_IS_EDITOR (editor), NULL);

  if (!check_present (editor, reading->records, error))
    return NULL;
  /* What undo tells of: measures, unless they come with what they stand under. */
  kind = reading->n_pillars + reading->n_objectives == 0
           ? pact_model_find_kind (pact_plan_get_model (pact_editor_get_plan (editor)), "measure")
           : NULL;
  pact_editor_end_step (editor);
  if (!_pact_editor_begin (editor, "import-table", kind, NULL, error)
      || !_pact_editor_end (editor, find_places (editor, reading->records, error)
                                      && _pact_editor_insert_records (editor, reading->records, error),
                            error))
    return NULL;

  measures = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < reading->records->len; i++)
    {
      PactElement *element =
        pact_plan_lookup (pact_editor_get_plan (editor), ((PactRecord *) g_ptr_array_index (reading->records, i))->uuid);

      if (element != NULL && pact_element_is_kind (element, "measure"))
        g_ptr_array_add (measures, g_object_ref (element));
    }

  return measures;
}
