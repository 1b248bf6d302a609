/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-editor-tree"

#include "config.h"

#include "pact-editor-private.h"
#include "pact-value.h"

/* What the verbs that change the tree share, and the verb that adds an element. */

/* The sibling at @place or next to it in @direction that is not moving; NULL at the end. */
static PactElement *
find_standing (GListModel *siblings,
               guint place,
               int direction,
               GHashTable *moving)
{
  /* Below the first lies a number that is greater than any. */
  for (guint i = place; i < g_list_model_get_n_items (siblings); i += direction)
    {
      g_autoptr (PactElement) sibling = g_list_model_get_item (siblings, i);

      if (moving == NULL || !g_hash_table_contains (moving, sibling))
        return sibling;
    }

  return NULL;
}

/* Finds @n positions before @before, or behind all siblings. Where there is no gap left between two
 * neighbours, all siblings are spread anew. @moving are those that will go away or stand there, or NULL. */
gboolean
_pact_editor_find_positions (PactEditor *self,
                             PactElement *parent,
                             const PactKind *kind,
                             PactElement *before,
                             GHashTable *moving,
                             guint n,
                             gint64 *positions,
                             GError **error)
{
  GListModel *siblings = pact_element_get_children (parent, kind);
  guint n_siblings = g_list_model_get_n_items (siblings);
  guint place = before != NULL ? pact_element_get_index (before) : n_siblings;
  PactElement *previous = find_standing (siblings, place - 1, -1, moving);
  PactElement *next = find_standing (siblings, place, 1, moving);
  gint64 low = previous != NULL ? pact_element_get_position (previous) : 0;
  gint64 high = next != NULL ? pact_element_get_position (next) : low + (n + 1) * PACT_POSITION_STEP;
  gint64 slot = 0;

  if (high - low > n)
    {
      for (guint i = 0; i < n; i++)
        positions[i] = low + (high - low) / (n + 1) * (i + 1);
      return TRUE;
    }

  for (guint i = 0; i <= n_siblings; i++)
    {
      g_autoptr (PactElement) sibling = g_list_model_get_item (siblings, i);

      for (guint j = 0; j < n && sibling == next; j++)
        positions[j] = ++slot * PACT_POSITION_STEP;
      if (sibling != NULL && (moving == NULL || !g_hash_table_contains (moving, sibling))
          && !pact_library_move (_pact_editor_get_library (self), pact_element_get_uuid (sibling),
                              pact_element_get_uuid (parent), ++slot * PACT_POSITION_STEP, error))
        return FALSE;
    }

  return TRUE;
}

/* The same for one that comes new. */
gboolean
_pact_editor_find_position (PactEditor *self,
                            PactElement *parent,
                            const PactKind *kind,
                            PactElement *before,
                            gint64 *position,
                            GError **error)
{
  return _pact_editor_find_positions (self, parent, kind, before, NULL, 1, position, error);
}

static gboolean
is_known (PactEditor *self,
          GHashTable *inserted,
          const char *uuid)
{
  return g_hash_table_contains (inserted, uuid) || pact_plan_lookup (pact_editor_get_plan (self), uuid) != NULL;
}

/* Writes records, parents first. References that lead to nothing in this plan are left out. */
gboolean
_pact_editor_insert_records (PactEditor *self,
                             GPtrArray *records,
                             GError **error)
{
  g_autoptr (GHashTable) inserted = g_hash_table_new (pact_uuid_hash, g_str_equal);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (inserted, ((PactRecord *) g_ptr_array_index (records, i))->uuid);

  for (guint i = 0; i < records->len; i++)
    {
      PactRecord *record = g_ptr_array_index (records, i);

      for (gsize j = 0; j < record->kind->n_fields; j++)
        {
          if (record->kind->fields[j].type == PACT_TYPE_REFERENCE && record->values[j] != NULL
              && !is_known (self, inserted, record->values[j]))
            g_clear_pointer (&record->values[j], g_free);
        }
      if (!pact_library_insert (_pact_editor_get_library (self), record, error))
        return FALSE;
    }

  return TRUE;
}

PactLanding *
_pact_landing_new (PactElement *parent,
                   const PactKind *kind,
                   PactElement *before)
{
  PactLanding *landing = g_new0 (PactLanding, 1);

  landing->parent = g_object_ref (parent);
  landing->kind = kind;
  g_set_object (&landing->before, before);
  landing->records = g_ptr_array_new ();

  return landing;
}

void
_pact_landing_free (PactLanding *landing)
{
  g_object_unref (landing->parent);
  g_clear_object (&landing->before);
  g_ptr_array_unref (landing->records);
  g_free (landing);
}

static void
set_string (char **place,
            const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

/* Gives the outermost of what comes their places. */
static gboolean
find_places (PactEditor *self,
             GPtrArray *landings,
             GError **error)
{
  for (guint i = 0; landings != NULL && i < landings->len; i++)
    {
      const PactLanding *landing = g_ptr_array_index (landings, i);
      g_autofree gint64 *positions = g_new (gint64, landing->records->len);

      if (!_pact_editor_find_positions (self, landing->parent, landing->kind, landing->before, NULL, landing->records->len,
                                        positions, error))
        return FALSE;
      for (guint j = 0; j < landing->records->len; j++)
        {
          PactRecord *record = g_ptr_array_index (landing->records, j);

          set_string (&record->parent, pact_element_get_uuid (landing->parent));
          record->position = positions[j];
        }
    }

  return TRUE;
}

/* Writes copies of elements with everything below them, the outermost where @landings and @more_landings say, which have no
 * place in common. @records get new UUIDs. */
gboolean
_pact_editor_land (PactEditor *self,
                   GPtrArray *records,
                   GPtrArray *landings,
                   GPtrArray *more_landings,
                   GError **error)
{
  g_autofree char *now = pact_timestamp_now ();

  pact_records_renew_uuids (records);
  for (guint i = 0; i < records->len; i++)
    {
      PactRecord *record = g_ptr_array_index (records, i);

      set_string (&record->created, now);
      set_string (&record->modified, now);
    }

  return find_places (self, landings, error) && find_places (self, more_landings, error)
         && _pact_editor_insert_records (self, records, error);
}

/* After the edit: the elements that have come, in their order. */
GPtrArray *
_pact_editor_find_landed (PactEditor *self,
                          GPtrArray *landings)
{
  GPtrArray *landed = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < landings->len; i++)
    {
      const PactLanding *landing = g_ptr_array_index (landings, i);

      for (guint j = 0; j < landing->records->len; j++)
        {
          PactRecord *record = g_ptr_array_index (landing->records, j);

          g_ptr_array_add (landed, g_object_ref (pact_plan_lookup (pact_editor_get_plan (self), record->uuid)));
        }
    }

  return landed;
}

/**
 * pact_editor_add:
 * @self: an editor
 * @parent: an element of the plan
 * @kind_name: the name of a kind that may stand below it
 * @before: (nullable): the sibling before which it is put, %NULL for the end
 * @error: return location for an error
 *
 * Adds an empty element.
 *
 * Returns: (transfer none) (nullable): the new element, or %NULL with @error set to an error of %PACT_DB_ERROR
 */
PactElement *
pact_editor_add (PactEditor *self,
                 PactElement *parent,
                 const char *kind_name,
                 PactElement *before,
                 GError **error)
{
  g_autoptr (PactRecord) record = NULL;
  const PactKind *kind;

  g_return_val_if_fail (PACT_IS_EDITOR (self), NULL);
  g_return_val_if_fail (PACT_IS_ELEMENT (parent), NULL);

  kind = pact_model_find_kind (pact_plan_get_model (pact_editor_get_plan (self)), kind_name);
  g_return_val_if_fail (kind != NULL && pact_kind_may_contain (pact_element_get_kind (parent), kind), NULL);

  record = pact_record_new (kind, pact_element_get_uuid (parent));
  if (!_pact_editor_begin (self, "add", kind, NULL, error))
    return NULL;
  if (!_pact_editor_end (self,
                         _pact_editor_find_position (self, parent, kind, before, &record->position, error)
                           && pact_library_insert (_pact_editor_get_library (self), record, error),
                         error))
    return NULL;

  return pact_plan_lookup (pact_editor_get_plan (self), record->uuid);
}
