/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-editor-references"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-editor-private.h"
#include "pact-text.h"
#include "pact-value.h"

/* What a deletion takes along, and who refers to what is deleted: found in the plan, and said in sentences. */

typedef struct
{
  GHashTable *targets; /* UUIDs, borrowed */
  GHashTable *going;   /* PactElement, borrowed */
  GPtrArray *found;
} Search;

static void
collect_going (PactElement *element,
               gpointer data)
{
  Search *search = data;

  g_hash_table_add (search->targets, (gpointer) pact_element_get_uuid (element));
  g_hash_table_add (search->going, element);
}

static void
collect_referrers (PactElement *element,
                   gpointer data)
{
  Search *search = data;
  const PactKind *kind = pact_element_get_kind (element);

  for (gsize i = 0; i < kind->n_fields; i++)
    {
      const char *value;
      PactReferrer *referrer;

      if (kind->fields[i].type != PACT_TYPE_REFERENCE)
        continue;
      value = pact_element_get_value (element, &kind->fields[i]);
      if (value == NULL || !g_hash_table_contains (search->targets, value)
          || g_hash_table_contains (search->going, element))
        continue;
      referrer = g_new (PactReferrer, 1);
      referrer->element = element;
      referrer->field = &kind->fields[i];
      g_ptr_array_add (search->found, referrer);
    }
}

/**
 * pact_editor_find_referrers:
 * @self: an editor
 * @elements: (element-type PactElement): elements of the plan
 *
 * Returns: (transfer full) (element-type PactReferrer): what refers to @elements or to what stands below them and would stay in
 *   the plan without them, in the order of the plan; valid until the plan changes
 */
GPtrArray *
pact_editor_find_referrers (PactEditor *self,
                            GPtrArray *elements)
{
  g_autoptr (GHashTable) targets = g_hash_table_new (pact_uuid_hash, g_str_equal);
  g_autoptr (GHashTable) going = g_hash_table_new (NULL, NULL);
  Search search = { targets, going, g_ptr_array_new_with_free_func (g_free) };

  g_return_val_if_fail (PACT_IS_EDITOR (self), NULL);
  g_return_val_if_fail (elements != NULL, NULL);

  for (guint i = 0; i < elements->len; i++)
    pact_element_walk (g_ptr_array_index (elements, i), collect_going, &search);
  pact_element_walk (pact_plan_get_root (pact_editor_get_plan (self)), collect_referrers, &search);

  return search.found;
}

/* What it is to be referred to so often with a field. */
static char *
describe_use (const PactField *field,
              guint n)
{
  if (g_str_equal (field->name, "lead"))
    return g_strdup_printf (ngettext ("It leads %u measure.", "It leads %u measures.", n), n);
  if (g_str_equal (field->name, "actor"))
    return g_strdup_printf (ngettext ("It is a partner in %u measure.", "It is a partner in %u measures.", n), n);
  if (g_str_equal (field->name, "owner"))
    return g_strdup_printf (ngettext ("It answers for %u risk.", "It answers for %u risks.", n), n);
  if (g_str_equal (field->name, "funding_source"))
    return g_strdup_printf (ngettext ("It pays for %u cost.", "It pays for %u costs.", n), n);

  return g_strdup_printf (ngettext ("%u entry of the plan refers to it.", "%u entries of the plan refer to it.", n), n);
}

/**
 * pact_referrers_describe:
 * @referrers: (element-type PactReferrer): what refers to an element
 *
 * Returns: (transfer full): what that is, such as “It leads 9 measures.”, a line for each way of referring; empty if nothing does
 */
char *
pact_referrers_describe (GPtrArray *referrers)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (referrers != NULL, NULL);

  for (guint i = 0; i < referrers->len; i++)
    {
      const PactReferrer *referrer = g_ptr_array_index (referrers, i);

      if (!g_ptr_array_find (fields, referrer->field, NULL))
        g_ptr_array_add (fields, (gpointer) referrer->field);
    }

  for (guint i = 0; i < fields->len; i++)
    {
      const PactField *field = g_ptr_array_index (fields, i);
      g_autofree char *sentence = NULL;
      guint n = 0;

      for (guint j = 0; j < referrers->len; j++)
        n += ((const PactReferrer *) g_ptr_array_index (referrers, j))->field == field;
      sentence = describe_use (field, n);
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, sentence);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

typedef struct
{
  guint elements;
  guint measures;
} Count;

static void
count_one (PactElement *element,
           gpointer data)
{
  Count *count = data;

  count->elements++;
  if (pact_element_is_kind (element, "measure"))
    count->measures++;
}

static char *
dup_short_title (PactElement *element)
{
  return pact_text_shorten_title (pact_element_get_name (element));
}

static char *
describe_one (PactElement *element)
{
  g_autofree char *title = dup_short_title (element);
  Count count = { 0 };

  pact_element_walk (element, count_one, &count);
  if (!pact_element_is_kind (element, "measure") && count.measures > 0)
    /* Translators: %1$s is the title of a pillar or an objective. */
    return g_strdup_printf (ngettext ("“%1$s” and %2$u measure were deleted.", "“%1$s” and %2$u measures were deleted.",
                                      count.measures),
                            title, count.measures);
  if (count.elements > 1)
    /* Translators: %s is the title of a measure or of something else. */
    return g_strdup_printf (_("“%s” was deleted with everything in it."), title);

  /* Translators: %s is the title of what was deleted, such as a measure. */
  return g_strdup_printf (_("“%s” was deleted."), title);
}

/**
 * pact_elements_describe_removal:
 * @elements: (element-type PactElement): elements of a plan, none below another, at least one
 *
 * To be asked before @elements are deleted.
 *
 * Returns: (transfer full): what is gone when they are, such as “ “Prevention” and 12 measures were deleted. ”
 */
char *
pact_elements_describe_removal (GPtrArray *elements)
{
  Count count = { 0 };
  guint n_measures = 0;
  g_autofree char *sentence = NULL;

  g_return_val_if_fail (elements != NULL && elements->len > 0, NULL);

  if (elements->len == 1)
    return describe_one (g_ptr_array_index (elements, 0));

  for (guint i = 0; i < elements->len; i++)
    {
      n_measures += pact_element_is_kind (g_ptr_array_index (elements, i), "measure");
      pact_element_walk (g_ptr_array_index (elements, i), count_one, &count);
    }
  if (n_measures == elements->len)
    return g_strdup_printf (ngettext ("%u measure was deleted.", "%u measures were deleted.", n_measures), n_measures);

  sentence = g_strdup_printf (ngettext ("%u element was deleted.", "%u elements were deleted.", elements->len),
                              elements->len);
  if (count.measures > n_measures)
    {
      g_autofree char *along =
        g_strdup_printf (ngettext ("%u measure went with them.", "%u measures went with them.", count.measures - n_measures),
                         count.measures - n_measures);

      /* Translators: two sentences, the first such as “2 elements were deleted.”. */
      return g_strdup_printf (C_ ("two sentences", "%1$s %2$s"), sentence, along);
    }

  return g_steal_pointer (&sentence);
}
