/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-editor-tree"

#include "config.h"

#include "pact-editor-private.h"
#include "pact-value.h"

/* The verbs that change the tree: add, remove, move, duplicate. */

/* Finds a position before @before, or behind all siblings. Where there is no gap left between two
 * neighbours, all siblings are spread anew. @moving is one of them that will go away, or NULL. */
gboolean
_pact_editor_find_position (PactEditor *self,
                            PactElement *parent,
                            const PactKind *kind,
                            PactElement *before,
                            PactElement *moving,
                            gint64 *position,
                            GError **error)
{
  GListModel *siblings = pact_element_get_children (parent, kind);
  guint n_siblings = g_list_model_get_n_items (siblings);
  guint place = before != NULL ? pact_element_get_index (before) : n_siblings;
  g_autoptr (PactElement) previous = place > 0 ? g_list_model_get_item (siblings, place - 1) : NULL;
  gint64 low, high, slot = 0;

  if (previous != NULL && previous == moving)
    {
      g_clear_object (&previous);
      previous = place > 1 ? g_list_model_get_item (siblings, place - 2) : NULL;
    }

  low = previous != NULL ? pact_element_get_position (previous) : 0;
  high = before != NULL ? pact_element_get_position (before) : low + 2 * PACT_POSITION_STEP;
  if (low + 1 < high)
    {
      *position = low + (high - low) / 2;
      return TRUE;
    }

  for (guint i = 0; i < n_siblings; i++)
    {
      g_autoptr (PactElement) sibling = g_list_model_get_item (siblings, i);

      if (i == place)
        *position = ++slot * PACT_POSITION_STEP;
      if (sibling != moving &&
          !pact_library_move (_pact_editor_get_library (self), pact_element_get_uuid (sibling),
                              pact_element_get_uuid (parent), ++slot * PACT_POSITION_STEP, error))
        return FALSE;
    }

  return TRUE;
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
          if (record->kind->fields[j].type == PACT_TYPE_REFERENCE && record->values[j] != NULL &&
              !is_known (self, inserted, record->values[j]))
            g_clear_pointer (&record->values[j], g_free);
        }
      if (!pact_library_insert (_pact_editor_get_library (self), record, error))
        return FALSE;
    }

  return TRUE;
}

/* Puts a copy of a subtree below @parent as one edit. @records is changed. */
PactElement *
_pact_editor_insert_copy (PactEditor *self,
                          GPtrArray *records,
                          PactElement *parent,
                          PactElement *before,
                          const char *verb,
                          GError **error)
{
  PactRecord *first = g_ptr_array_index (records, 0);
  g_autofree char *now = pact_timestamp_now ();

  pact_records_renew_uuids (records);
  g_free (first->parent);
  first->parent = g_strdup (pact_element_get_uuid (parent));
  for (guint i = 0; i < records->len; i++)
    {
      PactRecord *record = g_ptr_array_index (records, i);

      g_free (record->created);
      record->created = g_strdup (now);
      g_free (record->modified);
      record->modified = g_strdup (now);
    }

  if (!_pact_editor_begin (self, verb, first->kind, NULL, error))
    return NULL;
  if (!_pact_editor_end (self,
                         _pact_editor_find_position (self, parent, first->kind, before, NULL, &first->position, error) &&
                           _pact_editor_insert_records (self, records, error),
                         error))
    return NULL;

  return pact_plan_lookup (pact_editor_get_plan (self), first->uuid);
}

static PactElement *
add (PactEditor *self,
     PactElement *parent,
     const PactKind *kind,
     PactElement *before,
     const char *field_name,
     const char *value,
     GError **error)
{
  g_autoptr (PactRecord) record = NULL;

  g_return_val_if_fail (kind != NULL && pact_kind_may_contain (pact_element_get_kind (parent), kind), NULL);

  record = pact_record_new (kind, pact_element_get_uuid (parent));
  if (field_name != NULL)
    pact_record_set (record, field_name, value);

  if (!_pact_editor_begin (self, "add", kind, NULL, error))
    return NULL;
  if (!_pact_editor_end (self,
                         _pact_editor_find_position (self, parent, kind, before, NULL, &record->position, error) &&
                           pact_library_insert (_pact_editor_get_library (self), record, error),
                         error))
    return NULL;

  return pact_plan_lookup (pact_editor_get_plan (self), record->uuid);
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
 * Returns: (transfer none) (nullable): the new element, or %NULL with @error set to an error of %PACT_STORE_ERROR
 */
PactElement *
pact_editor_add (PactEditor *self,
                 PactElement *parent,
                 const char *kind_name,
                 PactElement *before,
                 GError **error)
{
  g_return_val_if_fail (PACT_IS_EDITOR (self), NULL);
  g_return_val_if_fail (PACT_IS_ELEMENT (parent), NULL);

  return add (self, parent, pact_model_find_kind (pact_plan_get_model (pact_editor_get_plan (self)), kind_name),
              before, NULL, NULL, error);
}

/**
 * pact_editor_add_with_value:
 * @self: an editor
 * @parent: an element of the plan
 * @kind_name: the name of a kind that may stand below it
 * @field_name: the name of one of its fields
 * @value: (nullable): the value it starts with, in canonical form
 * @error: return location for an error
 *
 * Adds an element behind its siblings, with one field filled in, as one step of undo.
 *
 * Returns: (transfer none) (nullable): the new element, or %NULL with @error set to an error of %PACT_STORE_ERROR
 */
PactElement *
pact_editor_add_with_value (PactEditor *self,
                            PactElement *parent,
                            const char *kind_name,
                            const char *field_name,
                            const char *value,
                            GError **error)
{
  g_return_val_if_fail (PACT_IS_EDITOR (self), NULL);
  g_return_val_if_fail (PACT_IS_ELEMENT (parent), NULL);

  return add (self, parent, pact_model_find_kind (pact_plan_get_model (pact_editor_get_plan (self)), kind_name),
              NULL, field_name, value, error);
}

/**
 * pact_editor_remove:
 * @self: an editor
 * @element: an element of the plan, not the plan itself
 * @error: return location for an error
 *
 * Deletes an element with everything below it. References to it are emptied.
 *
 * Returns: whether it was; %FALSE with @error set to an error of %PACT_STORE_ERROR
 */
gboolean
pact_editor_remove (PactEditor *self,
                    PactElement *element,
                    GError **error)
{
  g_return_val_if_fail (PACT_IS_EDITOR (self), FALSE);
  g_return_val_if_fail (PACT_IS_ELEMENT (element) && pact_element_get_parent (element) != NULL, FALSE);

  if (!_pact_editor_begin (self, "delete", pact_element_get_kind (element), NULL, error))
    return FALSE;

  return _pact_editor_end (
    self, pact_library_delete (_pact_editor_get_library (self), pact_element_get_uuid (element), error), error);
}

/**
 * pact_editor_can_move:
 * @self: an editor
 * @element: an element of the plan
 * @parent: another
 *
 * Returns: whether @element may stand below @parent
 */
gboolean
pact_editor_can_move (PactEditor *self,
                      PactElement *element,
                      PactElement *parent)
{
  g_return_val_if_fail (PACT_IS_EDITOR (self), FALSE);

  return pact_kind_may_contain (pact_element_get_kind (parent), pact_element_get_kind (element)) &&
         !pact_element_contains (element, parent);
}

/**
 * pact_editor_move:
 * @self: an editor
 * @element: an element of the plan
 * @parent: where it shall stand, see pact_editor_can_move()
 * @before: (nullable): the sibling there before which it is put, %NULL for the end
 * @error: return location for an error
 *
 * Moves an element with everything below it.
 *
 * Returns: whether it stands there now; %FALSE with @error set to an error of %PACT_STORE_ERROR
 */
gboolean
pact_editor_move (PactEditor *self,
                  PactElement *element,
                  PactElement *parent,
                  PactElement *before,
                  GError **error)
{
  gint64 position;

  g_return_val_if_fail (PACT_IS_EDITOR (self), FALSE);
  g_return_val_if_fail (pact_editor_can_move (self, element, parent), FALSE);

  if (before == element)
    return TRUE;
  if (pact_element_get_parent (element) == parent)
    {
      guint next = pact_element_get_index (element) + 1;
      g_autoptr (PactElement) follower =
        g_list_model_get_item (pact_element_get_children (parent, pact_element_get_kind (element)), next);

      if (follower == before)
        return TRUE;
    }

  if (!_pact_editor_begin (self, "move", pact_element_get_kind (element), NULL, error))
    return FALSE;

  return _pact_editor_end (self,
                           _pact_editor_find_position (self, parent, pact_element_get_kind (element), before, element,
                                                       &position, error) &&
                             pact_library_move (_pact_editor_get_library (self), pact_element_get_uuid (element),
                                                pact_element_get_uuid (parent), position, error),
                           error);
}

typedef struct
{
  const PactKind *kind;
  GPtrArray *found;
} Collection;

static void
collect_kind (PactElement *element,
              gpointer data)
{
  Collection *collection = data;

  if (pact_element_get_kind (element) == collection->kind)
    g_ptr_array_add (collection->found, element);
}

/* The element of the same kind as @element that stands before or behind it in the whole plan. */
static PactElement *
find_neighbour (PactEditor *self,
                PactElement *element,
                int direction)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  Collection collection = { pact_element_get_kind (element), all };
  guint index;

  pact_element_walk (pact_plan_get_root (pact_editor_get_plan (self)), collect_kind, &collection);
  if (!g_ptr_array_find (all, element, &index))
    return NULL;
  if (direction < 0 ? index == 0 : index + 1 == all->len)
    return NULL;

  return g_ptr_array_index (all, index + direction);
}

/**
 * pact_editor_step:
 * @self: an editor
 * @element: an element of the plan
 * @direction: -1 for up, 1 for down
 * @error: return location for an error
 *
 * Moves an element one place up or down among its siblings; the first goes to the end of the
 * element before its parent, the last to the beginning of the one behind it. At the very top and the
 * very bottom nothing happens.
 *
 * Returns: %FALSE with @error set to an error of %PACT_STORE_ERROR if it could not be moved
 */
gboolean
pact_editor_step (PactEditor *self,
                  PactElement *element,
                  int direction,
                  GError **error)
{
  PactElement *parent;
  GListModel *siblings;
  guint index, n_siblings;
  g_autoptr (PactElement) before = NULL;

  g_return_val_if_fail (PACT_IS_EDITOR (self), FALSE);
  g_return_val_if_fail (PACT_IS_ELEMENT (element), FALSE);
  g_return_val_if_fail (direction == -1 || direction == 1, FALSE);

  parent = pact_element_get_parent (element);
  if (parent == NULL)
    return TRUE;

  siblings = pact_element_get_children (parent, pact_element_get_kind (element));
  n_siblings = g_list_model_get_n_items (siblings);
  index = pact_element_get_index (element);
  if (direction < 0 ? index > 0 : index + 1 < n_siblings)
    {
      before = g_list_model_get_item (siblings, direction < 0 ? index - 1 : index + 2);
      return pact_editor_move (self, element, parent, before, error);
    }

  parent = find_neighbour (self, parent, direction);
  if (parent == NULL)
    return TRUE;
  if (direction > 0)
    before = g_list_model_get_item (pact_element_get_children (parent, pact_element_get_kind (element)), 0);

  return pact_editor_move (self, element, parent, before, error);
}

/**
 * pact_editor_duplicate:
 * @self: an editor
 * @element: an element of the plan, not the plan itself
 * @error: return location for an error
 *
 * Puts a copy of an element, with everything below it, behind it.
 *
 * Returns: (transfer none) (nullable): the copy, or %NULL with @error set to an error of %PACT_STORE_ERROR
 */
PactElement *
pact_editor_duplicate (PactEditor *self,
                       PactElement *element,
                       GError **error)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (PactElement) before = NULL;
  PactElement *parent;

  g_return_val_if_fail (PACT_IS_EDITOR (self), NULL);
  g_return_val_if_fail (PACT_IS_ELEMENT (element) && pact_element_get_parent (element) != NULL, NULL);

  parent = pact_element_get_parent (element);
  records = pact_element_to_records (element);
  before = g_list_model_get_item (pact_element_get_children (parent, pact_element_get_kind (element)),
                                  pact_element_get_index (element) + 1);

  return _pact_editor_insert_copy (self, records, parent, before, "duplicate", error);
}
