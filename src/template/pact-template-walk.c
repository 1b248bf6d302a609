/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-template-walk"

#include "config.h"

#include "pact-percent.h"
#include "pact-template-private.h"
#include "pact-vocabularies.h"

/*
 * Going through a template from its pillars down, and what it adds up to.
 */

/* The members whose texts are translated, as po/templates/make-pot.py collects them. */
static const char *const translated_members[] = {
  "title", "summary", "about", "basis", "aim", "description", "expected_result", "guidance", "references", "unit", "method", NULL
};

static GPtrArray *
list_children (PactTemplate *self,
               PactTemplateItem *parent)
{
  GPtrArray *items = _pact_template_get_items (self);
  GPtrArray *children = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      PactTemplateItem *item = g_ptr_array_index (items, i);

      if (item->parent == parent)
        g_ptr_array_add (children, item);
    }

  return children;
}

/**
 * pact_template_list_pillars:
 * @self: a template
 *
 * Returns: (transfer container) (element-type PactTemplateItem): its pillars in their order
 */
GPtrArray *
pact_template_list_pillars (PactTemplate *self)
{
  g_return_val_if_fail (PACT_IS_TEMPLATE (self), NULL);

  return list_children (self, NULL);
}

/**
 * pact_template_list_measures:
 * @self: a template
 *
 * Returns: (transfer container) (element-type PactTemplateItem): the measures of all its pillars in their order
 */
GPtrArray *
pact_template_list_measures (PactTemplate *self)
{
  GPtrArray *items, *measures;

  g_return_val_if_fail (PACT_IS_TEMPLATE (self), NULL);

  items = _pact_template_get_items (self);
  measures = g_ptr_array_new ();
  for (guint i = 0; i < items->len; i++)
    {
      PactTemplateItem *item = g_ptr_array_index (items, i);

      if (item->kind->flags & PACT_KIND_MEASURE)
        g_ptr_array_add (measures, item);
    }

  return measures;
}

/**
 * pact_template_item_list_children:
 * @item: an item
 *
 * Returns: (transfer container) (element-type PactTemplateItem): what stands directly below it, in its order: the objectives of
 *   a pillar, the measures of an objective, the indicators of a measure
 */
GPtrArray *
pact_template_item_list_children (PactTemplateItem *item)
{
  g_return_val_if_fail (item != NULL, NULL);

  return list_children (item->template, item);
}

/**
 * pact_template_item_get_template:
 * @item: an item
 *
 * Returns: (transfer none): the template that it stands in
 */
PactTemplate *
pact_template_item_get_template (PactTemplateItem *item)
{
  g_return_val_if_fail (item != NULL, NULL);

  return item->template;
}

/**
 * pact_template_item_get_kind:
 * @item: an item
 *
 * Returns: (transfer none): what it becomes in a plan
 */
const PactKind *
pact_template_item_get_kind (PactTemplateItem *item)
{
  g_return_val_if_fail (item != NULL, NULL);

  return item->kind;
}

/**
 * pact_template_item_get_key:
 * @item: an item
 *
 * Returns: (transfer none): what it is known by in all versions of its template, see pact_template_find()
 */
const char *
pact_template_item_get_key (PactTemplateItem *item)
{
  g_return_val_if_fail (item != NULL, NULL);

  return item->key;
}

/**
 * pact_template_item_get_concept:
 * @item: an item
 *
 * Returns: (transfer none) (nullable): the name that the same measure has in every template; %NULL if it says none
 */
const char *
pact_template_item_get_concept (PactTemplateItem *item)
{
  json_object *concept;

  g_return_val_if_fail (item != NULL, NULL);

  concept = json_object_object_get (item->object, "concept");

  return json_object_get_string_len (concept) > 0 ? json_object_get_string (concept) : NULL;
}

/**
 * pact_template_item_dup_number:
 * @item: an item
 *
 * Returns: (transfer full): where it stands, such as “2.1.3” for the third measure of the first objective of the second pillar
 */
char *
pact_template_item_dup_number (PactTemplateItem *item)
{
  GString *number;

  g_return_val_if_fail (item != NULL, NULL);

  number = g_string_new (NULL);
  for (PactTemplateItem *at = item; at != NULL; at = at->parent)
    {
      g_autofree char *part = g_strdup_printf (at == item ? "%u" : "%u.", at->index + 1);

      g_string_prepend (number, part);
    }

  return g_string_free (number, FALSE);
}

/**
 * pact_template_item_make_record:
 * @item: an item
 * @language: (nullable): a BCP 47 tag, or %NULL for the interface's language
 *
 * Returns: (transfer full): what a plan would take from @item alone, to be read
 */
PactRecord *
pact_template_item_make_record (PactTemplateItem *item,
                                const char *language)
{
  g_return_val_if_fail (item != NULL, NULL);

  return _pact_template_item_make_record (item, NULL, language);
}

/**
 * pact_template_count:
 * @self: a template
 * @kind_name: the name of a kind of element
 *
 * Returns: how many of that kind it has
 */
guint
pact_template_count (PactTemplate *self,
                     const char *kind_name)
{
  GPtrArray *items;
  guint n = 0;

  g_return_val_if_fail (PACT_IS_TEMPLATE (self), 0);
  g_return_val_if_fail (kind_name != NULL, 0);

  items = _pact_template_get_items (self);
  for (guint i = 0; i < items->len; i++)
    n += g_str_equal (((PactTemplateItem *) g_ptr_array_index (items, i))->kind->name, kind_name);

  return n;
}

static void
collect_codes (json_object *list,
               GHashTable *codes)
{
  for (gsize i = 0; i < json_object_array_length (list); i++)
    g_hash_table_add (codes, (gpointer) json_object_get_string (json_object_array_get_idx (list, i)));
}

/**
 * pact_template_list_target_groups:
 * @self: a template
 *
 * Returns: (transfer container) (array zero-terminated=1): the codes of all whom its measures are for, in the order of the
 *   vocabulary
 */
const char **
pact_template_list_target_groups (PactTemplate *self)
{
  g_autoptr (GHashTable) codes = NULL;
  g_autoptr (GPtrArray) measures = NULL;
  g_autoptr (GPtrArray) sorted = NULL;

  g_return_val_if_fail (PACT_IS_TEMPLATE (self), NULL);

  codes = g_hash_table_new (g_str_hash, g_str_equal);
  measures = pact_template_list_measures (self);
  for (guint i = 0; i < measures->len; i++)
    {
      PactTemplateItem *measure = g_ptr_array_index (measures, i);
      json_object *list = json_object_object_get (measure->object, "target_groups");

      if (list != NULL)
        collect_codes (list, codes);
    }

  sorted = g_ptr_array_new ();
  for (gsize i = 0; i < pact_vocabulary_target_group.n_terms; i++)
    {
      const char *code = pact_vocabulary_target_group.terms[i].code;

      if (g_hash_table_contains (codes, code))
        g_ptr_array_add (sorted, (gpointer) code);
    }
  g_ptr_array_add (sorted, NULL);

  return (const char **) g_ptr_array_free (g_steal_pointer (&sorted), FALSE);
}

static void
collect_texts (json_object *object,
               GHashTable *texts)
{
  for (gsize i = 0; translated_members[i] != NULL; i++)
    {
      json_object *text = json_object_object_get (object, translated_members[i]);

      if (json_object_get_string_len (text) > 0)
        g_hash_table_insert (texts, (gpointer) json_object_get_string (text), text);
    }
}

/**
 * pact_template_get_completeness:
 * @self: a template
 * @language: a BCP 47 tag
 *
 * Returns: how much of its text can be had in @language, in percent of its different texts; 100 in the one it was written in
 */
int
pact_template_get_completeness (PactTemplate *self,
                                const char *language)
{
  g_autoptr (GHashTable) texts = NULL;
  json_object *sources;
  GPtrArray *items;
  GHashTableIter iter;
  gpointer text;
  guint n_translated = 0;

  g_return_val_if_fail (PACT_IS_TEMPLATE (self), 0);
  g_return_val_if_fail (language != NULL, 0);

  texts = g_hash_table_new (g_str_hash, g_str_equal);
  collect_texts (_pact_template_get_root (self), texts);
  sources = json_object_object_get (_pact_template_get_root (self), "sources");
  for (gsize i = 0; sources != NULL && i < json_object_array_length (sources); i++)
    collect_texts (json_object_array_get_idx (sources, i), texts);
  items = _pact_template_get_items (self);
  for (guint i = 0; i < items->len; i++)
    collect_texts (((PactTemplateItem *) g_ptr_array_index (items, i))->object, texts);

  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, NULL, &text))
    n_translated += _pact_template_has_text (self, text, language);

  return pact_percent_of (n_translated, g_hash_table_size (texts));
}
