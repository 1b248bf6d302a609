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

/**
 * pact_json_write_clip:
 * @elements: (element-type PactElement): elements of one plan, none below another
 *
 * Returns: (transfer full): the elements with everything below them, as text for the clipboard
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
      PactJsonNode *item;

      if (!pact_json_has_kind (pact_element_get_kind (element)))
        continue;
      item = pact_json_add (document, list, NULL, PACT_JSON_OBJECT);
      pact_json_add_string (document, item, "kind", pact_element_get_kind (element)->name);
      pact_json_append (item, "element", pact_json_build_element (document, element, FALSE, NULL));
    }

  out = g_string_new (NULL);
  pact_json_print (out, root, TRUE);
  g_string_append_c (out, '\n');

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static gboolean
is_clip (const PactJsonNode *root)
{
  const PactJsonNode *format = pact_json_find (root, "format");
  const PactJsonNode *version = pact_json_find (root, "format_version");
  const PactJsonNode *elements = pact_json_find (root, "elements");
  const PactJsonNode *currency = pact_json_find (root, "currency");

  return format != NULL && format->type == PACT_JSON_STRING && g_str_equal (format->text, CLIP_FORMAT) &&
         version != NULL && version->type == PACT_JSON_NUMBER && g_str_equal (version->text, CLIP_FORMAT_VERSION) &&
         elements != NULL && elements->type == PACT_JSON_ARRAY && elements->length > 0 &&
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

/**
 * pact_json_read_clip:
 * @text: what is on the clipboard
 * @model: the model table
 * @currency: (out) (optional) (nullable): the currency of the amounts, %NULL if the plan had none
 * @error: return location for an error
 *
 * The way back from pact_json_write_clip(). The elements keep their UUIDs, and references that
 * lead to elements that were not copied stay as they are; what is done about both depends on
 * where they are pasted.
 *
 * Returns: (transfer full) (nullable) (element-type PactRecord): the elements, parents before children, the
 *   outermost without a parent; %NULL with @error set to %PACT_EXCHANGE_ERROR_SYNTAX or
 *   %PACT_EXCHANGE_ERROR_FORMAT if @text is something else, to %PACT_EXCHANGE_ERROR_CONTENT if
 *   something in it is wrong
 */
GPtrArray *
pact_json_read_clip (const char *text,
                     const PactModel *model,
                     char **currency,
                     GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PactJsonDocument) document = NULL;
  g_autoptr (PactJsonReader) reader = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  const PactJsonNode *root;
  guint index = 0;

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

  reader = pact_json_reader_new (model);
  pact_json_reader_push (reader, "elements", 0);
  for (const PactJsonNode *item = pact_json_find (root, "elements")->first; item != NULL; item = item->next, index++)
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

  if (currency != NULL)
    {
      const PactJsonNode *code = pact_json_find (root, "currency");

      *currency = code != NULL ? g_strdup (code->text) : NULL;
    }

  return pact_json_reader_steal_records (reader);
}
