/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-exchange-clip"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-exchange-private.h"

/* The kind stands beside the element and not in it, because actors have a field of that name. */
#define CLIP_FORMAT "pact-clip"
#define CLIP_FORMAT_VERSION 1

static void
add_item (json_object *list,
          PactElement *element,
          json_object *object)
{
  json_object *item = pact_json_add (list, NULL, json_object_new_object ());

  pact_json_add_string (item, "kind", pact_element_get_kind (element)->name);
  pact_json_add (item, "element", object);
}

typedef struct
{
  GHashTable *known; /* PactElement, borrowed: what is copied, and what was collected */
  GPtrArray *referenced;
} Collection;

static void
collect_copied (PactElement *element,
                gpointer data)
{
  g_hash_table_add (((Collection *) data)->known, element);
}

static void
collect_referenced (PactElement *element,
                    gpointer data)
{
  Collection *collection = data;
  const PactKind *kind = pact_element_get_kind (element);

  for (gsize i = 0; i < kind->n_fields; i++)
    {
      const char *uuid = kind->fields[i].type == PACT_TYPE_REFERENCE
                           ? pact_element_get_value (element, &kind->fields[i])
                           : NULL;
      PactElement *target = uuid != NULL ? pact_plan_lookup (pact_element_get_plan (element), uuid) : NULL;

      if (target != NULL && g_hash_table_add (collection->known, target))
        g_ptr_array_add (collection->referenced, target);
    }
}

/* Adds what is referred to and not copied, so that another plan can be given it as well. */
static void
add_referenced (json_object *root,
                GPtrArray *elements)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) referenced = g_ptr_array_new ();
  Collection collection = { known, referenced };
  json_object *list;

  for (guint i = 0; i < elements->len; i++)
    pact_element_walk (g_ptr_array_index (elements, i), collect_copied, &collection);
  for (guint i = 0; i < elements->len; i++)
    pact_element_walk (g_ptr_array_index (elements, i), collect_referenced, &collection);
  if (referenced->len == 0)
    return;

  list = pact_json_add (root, "referenced", json_object_new_array ());
  for (guint i = 0; i < referenced->len; i++)
    {
      PactElement *target = g_ptr_array_index (referenced, i);

      if (pact_exchange_has_kind (pact_element_get_kind (target)))
        add_item (list, target, pact_exchange_build_alone (target));
    }
}

/* What the amounts mean depends on the currency of the plan, and what the elements came from on its template. */
static void
add_plan (json_object *root,
          PactPlan *plan)
{
  const char *template_id = pact_element_get (pact_plan_get_root (plan), "template_id");

  pact_json_add_string (root, "currency", pact_plan_get_currency (plan));
  if (template_id != NULL)
    pact_json_add_string (root, "template_id", template_id);
}

/**
 * pact_exchange_write_clip:
 * @elements: (element-type PactElement): elements of one plan, none below another
 *
 * Returns: (transfer full): the elements with everything below them, and what they refer to, as text for the clipboard
 */
char *
pact_exchange_write_clip (GPtrArray *elements)
{
  g_autoptr (json_object) root = NULL;
  json_object *list;

  g_return_val_if_fail (elements != NULL, NULL);

  root = json_object_new_object ();
  pact_json_add_string (root, "format", CLIP_FORMAT);
  pact_json_add (root, "format_version", json_object_new_int64 (CLIP_FORMAT_VERSION));
  if (elements->len > 0)
    add_plan (root, pact_element_get_plan (g_ptr_array_index (elements, 0)));
  list = pact_json_add (root, "elements", json_object_new_array ());
  for (guint i = 0; i < elements->len; i++)
    {
      PactElement *element = g_ptr_array_index (elements, i);

      if (pact_exchange_has_kind (pact_element_get_kind (element)))
        add_item (list, element, pact_exchange_build_element (element, FALSE, NULL));
    }
  add_referenced (root, elements);

  return pact_json_print_text (root);
}

/**
 * pact_clip_free:
 * @clip: what was on the clipboard
 *
 * Frees @clip.
 */
void
pact_clip_free (PactClip *clip)
{
  g_ptr_array_unref (clip->records);
  g_ptr_array_unref (clip->referenced);
  g_free (clip->currency);
  g_free (clip->template_id);
  g_free (clip);
}

static gboolean
is_absent_or (json_object *root,
              const char *name,
              json_type type)
{
  json_object *value;

  return !json_object_object_get_ex (root, name, &value) || json_object_is_type (value, type);
}

static gboolean
is_clip (json_object *root)
{
  json_object *format = json_object_object_get (root, "format");
  json_object *version = json_object_object_get (root, "format_version");
  json_object *elements = json_object_object_get (root, "elements");

  return json_object_is_type (format, json_type_string) && g_str_equal (json_object_get_string (format), CLIP_FORMAT)
         && json_object_is_type (version, json_type_int) && json_object_get_int64 (version) == CLIP_FORMAT_VERSION
         && json_object_is_type (elements, json_type_array) && json_object_array_length (elements) > 0
         && is_absent_or (root, "referenced", json_type_array) && is_absent_or (root, "currency", json_type_string)
         && is_absent_or (root, "template_id", json_type_string);
}

static void
read_item (PactExchangeReader *reader,
           const PactModel *model,
           json_object *item,
           guint index)
{
  const PactKind *kind = NULL;
  json_object *name, *element;

  if (json_object_object_get_ex (item, "kind", &name) && json_object_is_type (name, json_type_string))
    kind = pact_model_find_kind (model, json_object_get_string (name));
  if (kind == NULL || !pact_exchange_has_kind (kind) || !json_object_object_get_ex (item, "element", &element))
    {
      pact_exchange_reader_complain (reader, _("This is not an element of a kind that can be pasted."));
      return;
    }

  pact_exchange_reader_push (reader, "element", 0);
  pact_exchange_reader_read_element (reader, element, kind, NULL, index);
  pact_exchange_reader_pop (reader);
}

/* Reads one of the lists of the clip, which may be absent. */
static GPtrArray *
read_list (json_object *root,
           const char *name,
           const PactModel *model,
           GError **error)
{
  g_autoptr (PactExchangeReader) reader = pact_exchange_reader_new (model);
  g_autoptr (GPtrArray) problems = NULL;
  json_object *list = json_object_object_get (root, name);
  gsize length = list != NULL ? json_object_array_length (list) : 0;

  pact_exchange_reader_push (reader, name, 0);
  for (gsize i = 0; i < length; i++)
    {
      pact_exchange_reader_push (reader, NULL, i);
      read_item (reader, model, json_object_array_get_idx (list, i), i);
      pact_exchange_reader_pop (reader);
    }

  problems = pact_exchange_reader_steal_problems (reader);
  if (problems->len > 0)
    {
      const PactProblem *problem = g_ptr_array_index (problems, 0);

      g_set_error (error, PACT_EXCHANGE_ERROR, PACT_EXCHANGE_ERROR_CONTENT,
                   C_ ("place and problem", "%1$s: %2$s"), problem->path, problem->message);
      return NULL;
    }

  return pact_exchange_reader_steal_records (reader);
}

/**
 * pact_exchange_read_clip:
 * @text: what is on the clipboard
 * @model: the model table
 * @error: return location for an error
 *
 * The way back from pact_exchange_write_clip(). The elements keep their UUIDs, and references that
 * lead to elements that were not copied stay as they are; what is done about both depends on
 * where they are pasted.
 *
 * Returns: (transfer full) (nullable): the elements and what they refer to; %NULL with @error set to
 *   %PACT_EXCHANGE_ERROR_SYNTAX or %PACT_EXCHANGE_ERROR_FORMAT if @text is something else, to
 *   %PACT_EXCHANGE_ERROR_CONTENT if something in it is wrong
 */
PactClip *
pact_exchange_read_clip (const char *text,
                         const PactModel *model,
                         GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (json_object) root = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) referenced = NULL;
  PactClip *clip;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (model != NULL && model->n_kinds <= PACT_MAX_KINDS, NULL);

  bytes = g_bytes_new_static (text, strlen (text));
  if (!pact_exchange_parse (bytes, &root, NULL, error))
    return NULL;
  if (!is_clip (root))
    {
      g_set_error_literal (error, PACT_EXCHANGE_ERROR, PACT_EXCHANGE_ERROR_FORMAT,
                           _("The clipboard holds no elements of a plan."));
      return NULL;
    }

  records = read_list (root, "elements", model, error);
  referenced = records != NULL ? read_list (root, "referenced", model, error) : NULL;
  if (referenced == NULL)
    return NULL;

  clip = g_new (PactClip, 1);
  clip->records = g_steal_pointer (&records);
  clip->referenced = g_steal_pointer (&referenced);
  clip->currency = g_strdup (json_object_get_string (json_object_object_get (root, "currency")));
  clip->template_id = g_strdup (json_object_get_string (json_object_object_get (root, "template_id")));

  return clip;
}
