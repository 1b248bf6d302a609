/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-unsaved"

#include "config.h"

#include <string.h>

#include "pact-pending.h"
#include "pact-plan.h"
#include "pact-unsaved.h"

/*
 * Where in the plans something stands that could not be saved. What is pending knows only keys; here they are elements and
 * fields. A key is the UUIDs of the plan and of the element and the name of the field.
 */

/**
 * pact_unsaved_make_key:
 * @plan_uuid: the UUID of a plan
 * @element: an element of it, or one that was
 * @field: a field of its kind
 *
 * Returns: (transfer full): what #PactPending knows the field by
 */
char *
pact_unsaved_make_key (const char *plan_uuid,
                       PactElement *element,
                       const PactField *field)
{
  return g_strdup_printf ("%s/%s/%s", plan_uuid, pact_element_get_uuid (element), field->name);
}

/* The element that a key names, and its field. */
static PactElement *
find_element (PactPlan *plan,
              const char *key,
              const PactField **field)
{
  g_auto (GStrv) parts = g_strsplit (key, "/", 3);
  PactElement *element;

  if (g_strcmp0 (parts[0], pact_element_get_uuid (pact_plan_get_root (plan))) != 0)
    return NULL;

  element = pact_plan_lookup (plan, parts[1]);
  *field = element != NULL ? pact_kind_find_field (pact_element_get_kind (element), parts[2]) : NULL;

  return *field != NULL ? element : NULL;
}

static void
unsaved_free (gpointer data)
{
  PactUnsaved *unsaved = data;

  g_object_unref (unsaved->element);
  g_free (unsaved);
}

typedef struct
{
  GHashTable *found; /* element (borrowed): GPtrArray of its fields */
  GPtrArray *list;
} Collection;

static void
collect (PactElement *element,
         gpointer data)
{
  Collection *collection = data;
  GPtrArray *fields = g_hash_table_lookup (collection->found, element);
  const PactKind *kind = pact_element_get_kind (element);

  for (gsize i = 0; fields != NULL && i < kind->n_fields; i++)
    {
      PactUnsaved *unsaved;

      if (!g_ptr_array_find (fields, &kind->fields[i], NULL))
        continue;
      unsaved = g_new0 (PactUnsaved, 1);
      unsaved->element = g_object_ref (element);
      unsaved->field = &kind->fields[i];
      g_ptr_array_add (collection->list, unsaved);
    }
}

/* The elements of the plan in which something is not saved, and those of their fields. */
static GHashTable *
find_unsaved (PactPlan *plan)
{
  g_auto (GStrv) keys = pact_pending_list_refused (pact_pending_get_default ());
  GHashTable *found = g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      const PactField *field;
      PactElement *element = find_element (plan, keys[i], &field);
      GPtrArray *fields = element != NULL ? g_hash_table_lookup (found, element) : NULL;

      if (element == NULL)
        continue;
      if (fields == NULL)
        {
          fields = g_ptr_array_new ();
          g_hash_table_insert (found, g_object_ref (element), fields);
        }
      /* A field may be shown in two places. */
      if (!g_ptr_array_find (fields, field, NULL))
        g_ptr_array_add (fields, (gpointer) field);
    }

  return found;
}

/**
 * pact_unsaved_mark:
 * @plan: a plan that is shown
 *
 * Tells the plan what is not saved in it, so that nothing is called complete in which something is.
 *
 * Returns: whether that is something else than before
 */
gboolean
pact_unsaved_mark (PactPlan *plan)
{
  g_autoptr (GHashTable) found = NULL;

  g_return_val_if_fail (PACT_IS_PLAN (plan), FALSE);

  found = find_unsaved (plan);

  return pact_plan_set_unsaved (plan, found);
}

/**
 * pact_unsaved_list:
 * @plan: a plan
 *
 * Returns: (transfer full) (element-type PactUnsaved): the places in the plan, in its order
 */
GPtrArray *
pact_unsaved_list (PactPlan *plan)
{
  g_autoptr (GHashTable) found = NULL;
  Collection collection;

  g_return_val_if_fail (PACT_IS_PLAN (plan), NULL);

  found = find_unsaved (plan);
  collection = (Collection){ found, g_ptr_array_new_with_free_func (unsaved_free) };
  if (g_hash_table_size (found) > 0)
    pact_element_walk (pact_plan_get_root (plan), collect, &collection);

  return collection.list;
}

/**
 * pact_unsaved_find_plan:
 *
 * Returns: (transfer full) (nullable): the UUID of a plan in which something is not saved, open or not
 */
char *
pact_unsaved_find_plan (void)
{
  g_auto (GStrv) keys = pact_pending_list_refused (pact_pending_get_default ());

  return keys[0] != NULL ? g_strndup (keys[0], strcspn (keys[0], "/")) : NULL;
}

/**
 * pact_unsaved_is_in:
 * @element: an element
 *
 * Returns: whether something is not saved in a field of @element, or of what stands below it
 */
gboolean
pact_unsaved_is_in (PactElement *element)
{
  PactPlan *plan = pact_element_get_plan (element);
  g_auto (GStrv) keys = pact_pending_list_refused (pact_pending_get_default ());

  for (guint i = 0; plan != NULL && keys[i] != NULL; i++)
    {
      const PactField *field;
      PactElement *other = find_element (plan, keys[i], &field);

      if (other != NULL && pact_element_contains (element, other))
        return TRUE;
    }

  return FALSE;
}
