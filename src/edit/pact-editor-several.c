/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-editor-several"

#include "config.h"

#include "pact-editor-private.h"

/* The verbs on elements that stand in the plan: remove, move, step, duplicate. Each takes one or several, which go together
 * as one step of undo. What stands below another of them goes with that. */

static GPtrArray *
list_of (PactElement *element)
{
  GPtrArray *list = g_ptr_array_new ();

  g_ptr_array_add (list, element);

  return list;
}

static GHashTable *
set_of (GPtrArray *elements)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < elements->len; i++)
    g_hash_table_add (set, g_ptr_array_index (elements, i));

  return set;
}

typedef struct
{
  GHashTable *wanted;
  GPtrArray *found;
} Collection;

static void
collect_outermost (PactElement *element,
                   gpointer data)
{
  Collection *collection = data;

  if (!g_hash_table_contains (collection->wanted, element))
    return;
  for (PactElement *above = pact_element_get_parent (element); above != NULL; above = pact_element_get_parent (above))
    {
      if (g_hash_table_contains (collection->wanted, above))
        return;
    }
  g_ptr_array_add (collection->found, g_object_ref (element));
}

/**
 * pact_elements_find_outermost:
 * @elements: (element-type PactElement): elements of one plan, in any order
 *
 * Returns: (transfer full) (element-type PactElement): those that stand below no other of them, in the order of the plan
 */
GPtrArray *
pact_elements_find_outermost (GPtrArray *elements)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) wanted = NULL;
  Collection collection;

  if (elements->len == 1)
    g_ptr_array_add (found, g_object_ref (g_ptr_array_index (elements, 0)));
  if (elements->len < 2)
    return found;

  wanted = set_of (elements);
  collection = (Collection){ wanted, found };
  pact_element_walk (pact_plan_get_root (pact_element_get_plan (g_ptr_array_index (elements, 0))), collect_outermost,
                     &collection);

  return found;
}

/* The sibling behind an element, or NULL. */
PactElement *
_pact_element_get_next (PactElement *element)
{
  PactElement *parent = pact_element_get_parent (element);
  g_autoptr (PactElement) next = g_list_model_get_item (pact_element_get_children (parent, pact_element_get_kind (element)),
                                                        pact_element_get_index (element) + 1);

  return next;
}

/* Begins an edit of several elements, which has a name of its own in the history. */
static gboolean
begin (PactEditor *self,
       const char *verb,
       const char *verb_for_several,
       GPtrArray *elements,
       GError **error)
{
  if (elements->len == 1)
    return _pact_editor_begin (self, verb, pact_element_get_kind (g_ptr_array_index (elements, 0)), NULL, error);

  return _pact_editor_begin (self, verb_for_several, NULL, NULL, error);
}

/* Has a reference name @replacement. A body that has another part in a measure already does not get a second. */
static gboolean
replace (PactEditor *self,
         const PactReferrer *referrer,
         PactElement *replacement,
         GError **error)
{
  PactLibrary *library = _pact_editor_get_library (self);
  const char *uuid = pact_element_get_uuid (referrer->element);
  PactElement *measure = pact_element_get_ancestor (referrer->element, "measure");

  if (pact_element_is_kind (referrer->element, "involvement"))
    {
      g_autofree char *part = pact_measure_describe_part (measure, pact_element_get_name (replacement));

      if (part != NULL)
        return pact_library_delete (library, uuid, error);
    }
  else if (referrer->element == measure && !_pact_editor_drop_partner (self, measure, pact_element_get_uuid (replacement), error))
    {
      return FALSE;
    }

  return pact_library_update (library, uuid, referrer->field, pact_element_get_uuid (replacement), error);
}

/**
 * pact_editor_remove_all:
 * @self: an editor
 * @elements: (element-type PactElement): elements of the plan, not the plan itself, at least one
 * @replacement: (nullable): an element of the plan that is not among them
 * @error: return location for an error
 *
 * Deletes elements with everything below them. What referred to them refers to @replacement afterwards, as far as that is of
 * the kind that is referred to; other references are emptied.
 *
 * Returns: whether they were; %FALSE with @error set to an error of %PACT_DB_ERROR
 */
gboolean
pact_editor_remove_all (PactEditor *self,
                        GPtrArray *elements,
                        PactElement *replacement,
                        GError **error)
{
  g_autoptr (GPtrArray) outermost = NULL;
  g_autoptr (GPtrArray) referrers = NULL;
  gboolean success = TRUE;

  g_return_val_if_fail (PACT_IS_EDITOR (self), FALSE);
  g_return_val_if_fail (elements != NULL && elements->len > 0, FALSE);

  outermost = pact_elements_find_outermost (elements);
  referrers = replacement != NULL ? pact_editor_find_referrers (self, outermost) : NULL;
  if (!begin (self, "delete", "delete-several", outermost, error))
    return FALSE;
  for (guint i = 0; success && referrers != NULL && i < referrers->len; i++)
    {
      const PactReferrer *referrer = g_ptr_array_index (referrers, i);

      if (pact_element_is_kind (replacement, referrer->field->target))
        success = replace (self, referrer, replacement, error);
    }
  for (guint i = 0; success && i < outermost->len; i++)
    success = pact_library_delete (_pact_editor_get_library (self),
                                   pact_element_get_uuid (g_ptr_array_index (outermost, i)), error);

  return _pact_editor_end (self, success, error);
}

/**
 * pact_editor_remove:
 * @self: an editor
 * @element: an element of the plan, not the plan itself
 * @error: return location for an error
 *
 * Deletes an element with everything below it. References to it are emptied.
 *
 * Returns: whether it was; %FALSE with @error set to an error of %PACT_DB_ERROR
 */
gboolean
pact_editor_remove (PactEditor *self,
                    PactElement *element,
                    GError **error)
{
  g_autoptr (GPtrArray) elements = NULL;

  g_return_val_if_fail (PACT_IS_ELEMENT (element) && pact_element_get_parent (element) != NULL, FALSE);

  elements = list_of (element);

  return pact_editor_remove_all (self, elements, NULL, error);
}

/**
 * pact_editor_can_move_all:
 * @self: an editor
 * @elements: (element-type PactElement): elements of the plan
 * @parent: another
 *
 * Returns: whether all of @elements may stand below @parent; they are of one kind then
 */
gboolean
pact_editor_can_move_all (PactEditor *self,
                          GPtrArray *elements,
                          PactElement *parent)
{
  const PactKind *kind;

  g_return_val_if_fail (PACT_IS_EDITOR (self), FALSE);
  g_return_val_if_fail (elements != NULL, FALSE);

  if (elements->len == 0)
    return FALSE;
  kind = pact_element_get_kind (g_ptr_array_index (elements, 0));
  if (!pact_kind_may_contain (pact_element_get_kind (parent), kind))
    return FALSE;
  for (guint i = 0; i < elements->len; i++)
    {
      PactElement *element = g_ptr_array_index (elements, i);

      if (pact_element_get_kind (element) != kind || pact_element_contains (element, parent))
        return FALSE;
    }

  return TRUE;
}

/* Whether elements stand one behind the other before @before already. */
static gboolean
stand_there (GPtrArray *elements,
             PactElement *parent,
             PactElement *before)
{
  for (guint i = 0; i < elements->len; i++)
    {
      PactElement *element = g_ptr_array_index (elements, i);
      PactElement *follower = i + 1 < elements->len ? g_ptr_array_index (elements, i + 1) : before;

      if (pact_element_get_parent (element) != parent)
        return FALSE;
      if (_pact_element_get_next (element) != follower)
        return FALSE;
    }

  return TRUE;
}

/**
 * pact_editor_move_all:
 * @self: an editor
 * @elements: (element-type PactElement): elements of the plan
 * @parent: where they shall stand, see pact_editor_can_move_all()
 * @before: (nullable): the sibling there before which they are put, %NULL for the end
 * @error: return location for an error
 *
 * Moves elements with everything below them; they stand together then, in the order of the plan.
 *
 * Returns: whether they stand there now; %FALSE with @error set to an error of %PACT_DB_ERROR
 */
gboolean
pact_editor_move_all (PactEditor *self,
                      GPtrArray *elements,
                      PactElement *parent,
                      PactElement *before,
                      GError **error)
{
  g_autoptr (GPtrArray) moving = NULL;
  g_autoptr (GHashTable) set = NULL;
  g_autofree gint64 *positions = NULL;
  const PactKind *kind;
  gboolean success;

  g_return_val_if_fail (PACT_IS_EDITOR (self), FALSE);
  g_return_val_if_fail (pact_editor_can_move_all (self, elements, parent), FALSE);

  moving = pact_elements_find_outermost (elements);
  set = set_of (moving);
  while (before != NULL && g_hash_table_contains (set, before))
    before = _pact_element_get_next (before);
  if (stand_there (moving, parent, before))
    return TRUE;

  kind = pact_element_get_kind (g_ptr_array_index (moving, 0));
  positions = g_new (gint64, moving->len);
  if (!begin (self, "move", "move-several", moving, error))
    return FALSE;
  success = _pact_editor_find_positions (self, parent, kind, before, set, moving->len, positions, error);
  for (guint i = 0; success && i < moving->len; i++)
    success = pact_library_move (_pact_editor_get_library (self), pact_element_get_uuid (g_ptr_array_index (moving, i)),
                                 pact_element_get_uuid (parent), positions[i], error);

  return _pact_editor_end (self, success, error);
}

typedef struct
{
  const PactKind *kind;
  GPtrArray *found;
} KindCollection;

static void
collect_kind (PactElement *element,
              gpointer data)
{
  KindCollection *collection = data;

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
  KindCollection collection = { pact_element_get_kind (element), all };
  guint index;

  pact_element_walk (pact_plan_get_root (pact_editor_get_plan (self)), collect_kind, &collection);
  if (!g_ptr_array_find (all, element, &index))
    return NULL;
  if (direction < 0 ? index == 0 : index + 1 == all->len)
    return NULL;

  return g_ptr_array_index (all, index + direction);
}

/**
 * pact_editor_can_step_all:
 * @self: an editor
 * @elements: (element-type PactElement): elements of the plan
 *
 * Returns: whether @elements can go up or down together: they are siblings of one kind
 */
gboolean
pact_editor_can_step_all (PactEditor *self,
                          GPtrArray *elements)
{
  PactElement *parent;

  g_return_val_if_fail (PACT_IS_EDITOR (self), FALSE);
  g_return_val_if_fail (elements != NULL, FALSE);

  parent = elements->len > 0 ? pact_element_get_parent (g_ptr_array_index (elements, 0)) : NULL;
  for (guint i = 1; parent != NULL && i < elements->len; i++)
    {
      if (pact_element_get_parent (g_ptr_array_index (elements, i)) != parent)
        return FALSE;
    }

  return parent != NULL && pact_editor_can_move_all (self, elements, parent);
}

/**
 * pact_editor_step_all:
 * @self: an editor
 * @elements: (element-type PactElement): elements of the plan, see pact_editor_can_step_all()
 * @direction: -1 for up, 1 for down
 * @error: return location for an error
 *
 * Moves elements one place up or down among their siblings, and together if they do not stand so; if the first is the first of
 * all they go to the end of the element before their parent, if the last is the last, to the beginning of the one behind it. At
 * the very top and the very bottom nothing happens.
 *
 * Returns: %FALSE with @error set to an error of %PACT_DB_ERROR if they could not be moved
 */
gboolean
pact_editor_step_all (PactEditor *self,
                      GPtrArray *elements,
                      int direction,
                      GError **error)
{
  g_autoptr (GPtrArray) moving = NULL;
  g_autoptr (PactElement) before = NULL;
  PactElement *edge;
  PactElement *parent;
  GListModel *siblings;
  guint index;

  g_return_val_if_fail (PACT_IS_EDITOR (self), FALSE);
  g_return_val_if_fail (direction == -1 || direction == 1, FALSE);
  g_return_val_if_fail (pact_editor_can_step_all (self, elements), FALSE);

  moving = pact_elements_find_outermost (elements);
  edge = g_ptr_array_index (moving, direction < 0 ? 0 : moving->len - 1);
  parent = pact_element_get_parent (edge);
  siblings = pact_element_get_children (parent, pact_element_get_kind (edge));
  index = pact_element_get_index (edge);
  if (direction < 0 ? index > 0 : index + 1 < g_list_model_get_n_items (siblings))
    {
      before = g_list_model_get_item (siblings, direction < 0 ? index - 1 : index + 2);
      return pact_editor_move_all (self, moving, parent, before, error);
    }

  parent = find_neighbour (self, parent, direction);
  if (parent == NULL)
    return TRUE;
  if (direction > 0)
    before = g_list_model_get_item (pact_element_get_children (parent, pact_element_get_kind (edge)), 0);

  return pact_editor_move_all (self, moving, parent, before, error);
}

/**
 * pact_editor_step:
 * @self: an editor
 * @element: an element of the plan, not the plan itself
 * @direction: -1 for up, 1 for down
 * @error: return location for an error
 *
 * Moves an element one place up or down, as pact_editor_step_all() does.
 *
 * Returns: %FALSE with @error set to an error of %PACT_DB_ERROR if it could not be moved
 */
gboolean
pact_editor_step (PactEditor *self,
                  PactElement *element,
                  int direction,
                  GError **error)
{
  g_autoptr (GPtrArray) elements = list_of (element);

  return pact_editor_step_all (self, elements, direction, error);
}

/* The landing for the copy of an element: behind it, and behind those of its siblings that are copied as well. */
static PactLanding *
find_landing (GPtrArray *landings,
              PactElement *element)
{
  PactLanding *landing = landings->len > 0 ? g_ptr_array_index (landings, landings->len - 1) : NULL;

  if (landing == NULL || landing->parent != pact_element_get_parent (element)
      || landing->kind != pact_element_get_kind (element))
    {
      landing = _pact_landing_new (pact_element_get_parent (element), pact_element_get_kind (element), NULL);
      g_ptr_array_add (landings, landing);
    }
  g_set_object (&landing->before, _pact_element_get_next (element));

  return landing;
}

/**
 * pact_editor_duplicate_all:
 * @self: an editor
 * @elements: (element-type PactElement): elements of the plan, not the plan itself
 * @error: return location for an error
 *
 * Puts copies of elements, with everything below them, behind them; those of siblings behind the last of these.
 *
 * Returns: (transfer full) (nullable) (element-type PactElement): the copies, or %NULL with @error set to an error of
 *   %PACT_STORE_ERROR
 */
GPtrArray *
pact_editor_duplicate_all (PactEditor *self,
                           GPtrArray *elements,
                           GError **error)
{
  g_autoptr (GPtrArray) outermost = NULL;
  g_autoptr (GPtrArray) records = pact_record_list_new ();
  g_autoptr (GPtrArray) landings = g_ptr_array_new_with_free_func ((GDestroyNotify) _pact_landing_free);

  g_return_val_if_fail (PACT_IS_EDITOR (self), NULL);
  g_return_val_if_fail (elements != NULL && elements->len > 0, NULL);

  outermost = pact_elements_find_outermost (elements);
  for (guint i = 0; i < outermost->len; i++)
    {
      PactElement *element = g_ptr_array_index (outermost, i);
      GPtrArray *copy = pact_element_to_records (element);

      g_ptr_array_add (find_landing (landings, element)->records, g_ptr_array_index (copy, 0));
      g_ptr_array_extend_and_steal (records, copy);
    }

  if (!_pact_editor_begin (self, "duplicate", pact_element_get_kind (g_ptr_array_index (outermost, 0)), NULL, error)
      || !_pact_editor_end (self, _pact_editor_land (self, records, landings, NULL, error), error))
    return NULL;

  return _pact_editor_find_landed (self, landings);
}
