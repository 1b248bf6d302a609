/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-json-clip"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-json-private.h"

/* The kind stands beside the element and not in it, because actors have a field of that name. */
#define CLIP_FORMAT "pact-clip"
#define CLIP_FORMAT_VERSION "1"

static void
add_item (PactJsonDocument *document,
          PactJsonNode *list,
          PactElement *element,
          PactJsonNode *object)
{
  PactJsonNode *item = pact_json_add (document, list, NULL, PACT_JSON_OBJECT);

  pact_json_add_string (document, item, "kind", pact_element_get_kind (element)->name);
  pact_json_append (item, "element", object);
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
add_referenced (PactJsonDocument *document,
                PactJsonNode *root,
                GPtrArray *elements)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) referenced = g_ptr_array_new ();
  Collection collection = { known, referenced };
  PactJsonNode *list;

  for (guint i = 0; i < elements->len; i++)
    pact_element_walk (g_ptr_array_index (elements, i), collect_copied, &collection);
  for (guint i = 0; i < elements->len; i++)
    pact_element_walk (g_ptr_array_index (elements, i), collect_referenced, &collection);
  if (referenced->len == 0)
    return;

  list = pact_json_add (document, root, "referenced", PACT_JSON_ARRAY);
  for (guint i = 0; i < referenced->len; i++)
    {
      PactElement *target = g_ptr_array_index (referenced, i);

      if (pact_json_has_kind (pact_element_get_kind (target)))
        add_item (document, list, target, pact_json_build_alone (document, target));
    }
}

/**
 * pact_json_write_clip:
 * @elements: (element-type PactElement): elements of one plan, none below another
 *
 * Returns: (transfer full): the elements with everything below them, and what they refer to, as text for the clipboard
 */
char *
pact_json_write_clip (GPtrArray *elements)
{
  g_autoptr (PactJsonDocument) document = NULL;
  g_autoptr (GString) out = NULL;
  PactJsonNode *root, *list;

  g_return_val_if_fail (elements != NULL, NULL);

  document = pact_json_document_new (NULL);
  root = pact_json_new (document, PACT_JSON_OBJECT);
  pact_json_add_string (document, root, "format", CLIP_FORMAT);
  pact_json_append (root, "format_version", pact_json_new_text (document, PACT_JSON_NUMBER, CLIP_FORMAT_VERSION));
  /* The amounts are those of a plan, and what they mean depends on its currency. */
  if (elements->len > 0)
    {
      const char *currency = pact_plan_get_currency (pact_element_get_plan (g_ptr_array_index (elements, 0)));

      if (currency != NULL)
        pact_json_add_string (document, root, "currency", currency);
    }
  list = pact_json_add (document, root, "elements", PACT_JSON_ARRAY);
  for (guint i = 0; i < elements->len; i++)
    {
      PactElement *element = g_ptr_array_index (elements, i);

      if (pact_json_has_kind (pact_element_get_kind (element)))
        add_item (document, list, element, pact_json_build_element (document, element, FALSE, NULL));
    }
  add_referenced (document, root, elements);

  out = g_string_new (NULL);
  pact_json_print (out, root, TRUE);
  g_string_append_c (out, '\n');

  return g_string_free (g_steal_pointer (&out), FALSE);
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
  g_free (clip);
}

static gboolean
is_clip (const PactJsonNode *root)
{
  const PactJsonNode *format = pact_json_find (root, "format");
  const PactJsonNode *version = pact_json_find (root, "format_version");
  const PactJsonNode *elements = pact_json_find (root, "elements");
  const PactJsonNode *referenced = pact_json_find (root, "referenced");
  const PactJsonNode *currency = pact_json_find (root, "currency");

  return format != NULL && format->type == PACT_JSON_STRING && g_str_equal (format->text, CLIP_FORMAT) &&
         version != NULL && version->type == PACT_JSON_NUMBER && g_str_equal (version->text, CLIP_FORMAT_VERSION) &&
         elements != NULL && elements->type == PACT_JSON_ARRAY && elements->length > 0 &&
         (referenced == NULL || referenced->type == PACT_JSON_ARRAY) &&
         (currency == NULL || currency->type == PACT_JSON_STRING);
}

static void
read_item (PactJsonReader *reader,
           const PactModel *model,
           const PactJsonNode *item,
           guint index)
{
  const PactJsonNode *kind_name = pact_json_find (item, "kind");
  const PactJsonNode *element = pact_json_find (item, "element");
  const PactKind *kind = NULL;

  if (kind_name != NULL && kind_name->type == PACT_JSON_STRING)
    kind = pact_model_find_kind (model, kind_name->text);
  if (kind == NULL || !pact_json_has_kind (kind) || element == NULL)
    {
      pact_json_reader_complain (reader, _("This is not an element of a kind that can be pasted."));
      return;
    }

  pact_json_reader_push (reader, "element", 0);
  pact_json_reader_read_element (reader, element, kind, NULL, index);
  pact_json_reader_pop (reader);
}

/* Reads one of the lists of the clip, which may be absent. */
static GPtrArray *
read_list (const PactJsonNode *root,
           const char *name,
           const PactModel *model,
           GError **error)
{
  g_autoptr (PactJsonReader) reader = pact_json_reader_new (model);
  g_autoptr (GPtrArray) problems = NULL;
  const PactJsonNode *list = pact_json_find (root, name);
  guint index = 0;

  pact_json_reader_push (reader, name, 0);
  for (const PactJsonNode *item = list != NULL ? list->first : NULL; item != NULL; item = item->next, index++)
    {
      pact_json_reader_push (reader, NULL, index);
      read_item (reader, model, item, index);
      pact_json_reader_pop (reader);
    }

  problems = pact_json_reader_steal_problems (reader);
  if (problems->len > 0)
    {
      const PactProblem *problem = g_ptr_array_index (problems, 0);

      g_set_error (error, PACT_EXCHANGE_ERROR, PACT_EXCHANGE_ERROR_CONTENT,
                   C_("place and problem", "%1$s: %2$s"), problem->path, problem->message);
      return NULL;
    }

  return pact_json_reader_steal_records (reader);
}

/**
 * pact_json_read_clip:
 * @text: what is on the clipboard
 * @model: the model table
 * @error: return location for an error
 *
 * The way back from pact_json_write_clip(). The elements keep their UUIDs, and references that
 * lead to elements that were not copied stay as they are; what is done about both depends on
 * where they are pasted.
 *
 * Returns: (transfer full) (nullable): the elements and what they refer to; %NULL with @error set to
 *   %PACT_EXCHANGE_ERROR_SYNTAX or %PACT_EXCHANGE_ERROR_FORMAT if @text is something else, to
 *   %PACT_EXCHANGE_ERROR_CONTENT if something in it is wrong
 */
PactClip *
pact_json_read_clip (const char *text,
                     const PactModel *model,
                     GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PactJsonDocument) document = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) referenced = NULL;
  const PactJsonNode *root, *currency;
  PactClip *clip;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (model != NULL && model->n_kinds <= PACT_MAX_KINDS, NULL);

  bytes = g_bytes_new_static (text, strlen (text));
  document = pact_json_scan (bytes, NULL, error);
  if (document == NULL)
    return NULL;

  root = pact_json_document_get_root (document);
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

  currency = pact_json_find (root, "currency");
  clip = g_new (PactClip, 1);
  clip->records = g_steal_pointer (&records);
  clip->referenced = g_steal_pointer (&referenced);
  clip->currency = currency != NULL ? g_strdup (currency->text) : NULL;

  return clip;
}
