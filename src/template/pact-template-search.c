/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-template-search"

#include "config.h"

#include "pact-fold.h"
#include "pact-search-words.h"
#include "pact-template-private.h"
#include "pact-template-search.h"

/* Where words can be found, in the order in which it is said. What stands in the title goes before what stands in the text. */
typedef enum
{
  RANK_TITLE,
  RANK_TITLE_AND_TEXT,
  RANK_TEXT,
  RANK_NONE,
} Rank;

struct _PactTemplateSearch
{
  GPtrArray *templates; /* all that the entries borrow from */
  GArray *entries;
};

typedef struct
{
  PactTemplate *template;
  PactTemplateItem *item;
  const char *title;
  GPtrArray *texts; /* const char */
  char *folded_title;
  char *folded_text;
} Entry;

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_ptr_array_unref (entry->texts);
  g_free (entry->folded_title);
  g_free (entry->folded_text);
}

static void
add_text (Entry *entry,
          const char *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (entry->texts, (gpointer) text);
}

/* Takes the entry. No word goes on from one text to the next. */
static void
add_entry (PactTemplateSearch *self,
           Entry *entry)
{
  g_autofree char *joined = NULL;

  g_ptr_array_add (entry->texts, NULL);
  joined = g_strjoinv ("\n", (char **) entry->texts->pdata);
  g_ptr_array_remove_index (entry->texts, entry->texts->len - 1);
  entry->folded_title = pact_text_fold (entry->title);
  entry->folded_text = pact_text_fold (joined);
  g_array_append_val (self->entries, *entry);
}

static void
add_template (PactTemplateSearch *self,
              PactTemplate *template,
              const char *language)
{
  Entry entry = { .template = template, .title = pact_template_get_title (template, language), .texts = g_ptr_array_new () };

  add_text (&entry, pact_template_get_summary (template, language));
  add_text (&entry, pact_template_get_about (template, language));
  add_entry (self, &entry);
}

static void
add_member (Entry *entry,
            PactTemplateItem *item,
            const char *name,
            const char *language)
{
  add_text (entry, _pact_template_translate (item->template, json_object_object_get (item->object, name), language));
}

/* Indicators are found with their measure. */
static void
add_item (PactTemplateSearch *self,
          PactTemplateItem *item,
          const char *language)
{
  static const char *const members[] = { "aim", "description", "expected_result", "guidance" };
  g_autoptr (GPtrArray) children = NULL;
  Entry entry = { .template = item->template, .item = item, .title = pact_template_item_get_title (item, language),
                  .texts = g_ptr_array_new () };

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    add_member (&entry, item, members[i], language);
  if (item->kind->flags & PACT_KIND_MEASURE)
    {
      children = pact_template_item_list_children (item);
      for (guint i = 0; i < children->len; i++)
        add_member (&entry, g_ptr_array_index (children, i), "title", language);
    }
  add_entry (self, &entry);
}

static gboolean
is_searched (PactTemplateItem *item)
{
  return item->parent == NULL || !(item->parent->kind->flags & PACT_KIND_MEASURE);
}

/**
 * pact_template_search_new:
 * @templates: the templates to look through, such as a #PactTemplateLibrary
 * @language: (nullable): the BCP 47 tag of the language to look for words in, or %NULL for the interface's
 *
 * Returns: (transfer full): a search of what @templates has now
 */
PactTemplateSearch *
pact_template_search_new (GListModel *templates,
                          const char *language)
{
  PactTemplateSearch *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (templates), NULL);

  self = g_new0 (PactTemplateSearch, 1);
  self->templates = g_ptr_array_new_with_free_func (g_object_unref);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  for (guint i = 0; i < g_list_model_get_n_items (templates); i++)
    {
      PactTemplate *template = g_list_model_get_item (templates, i);
      GPtrArray *items = _pact_template_get_items (template);

      g_ptr_array_add (self->templates, template);
      add_template (self, template, language);
      for (guint j = 0; j < items->len; j++)
        {
          PactTemplateItem *item = g_ptr_array_index (items, j);

          if (is_searched (item))
            add_item (self, item, language);
        }
    }

  return self;
}

/**
 * pact_template_search_free:
 * @self: (nullable): a search
 *
 * Frees a search. What it has found stays.
 */
void
pact_template_search_free (PactTemplateSearch *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->entries);
  g_ptr_array_unref (self->templates);
  g_free (self);
}

/* All words have to be there. */
static Rank
rank_entry (const Entry *entry,
            GArray *terms)
{
  guint n_in_title = 0;

  for (guint i = 0; i < terms->len; i++)
    {
      const PactSearchTerm *term = &g_array_index (terms, PactSearchTerm, i);

      if (pact_search_term_stands_in (term, entry->folded_title))
        n_in_title++;
      else if (!pact_search_term_stands_in (term, entry->folded_text))
        return RANK_NONE;
    }

  if (n_in_title == terms->len)
    return RANK_TITLE;

  return n_in_title > 0 ? RANK_TITLE_AND_TEXT : RANK_TEXT;
}

/* The first text in which something was found, or else the first. */
static char *
make_snippet (const Entry *entry,
              GArray *terms)
{
  g_autofree char *beginning = NULL;

  for (guint i = 0; i < entry->texts->len; i++)
    {
      g_autofree char *snippet = NULL;

      if (pact_search_make_snippet (g_ptr_array_index (entry->texts, i), terms, &snippet))
        return g_steal_pointer (&snippet);
      if (beginning == NULL)
        beginning = g_steal_pointer (&snippet);
    }

  return g_steal_pointer (&beginning);
}

static PactTemplateHit *
hit_new (const Entry *entry,
         GArray *terms)
{
  PactTemplateHit *hit = g_new0 (PactTemplateHit, 1);

  hit->template = g_object_ref (entry->template);
  hit->item = entry->item;
  hit->title = entry->title;
  hit->snippet = make_snippet (entry, terms);

  return hit;
}

static void
hit_free (PactTemplateHit *hit)
{
  g_object_unref (hit->template);
  g_free (hit->snippet);
  g_free (hit);
}

/**
 * pact_template_search_find:
 * @self: a search
 * @words: what to look for, as it was typed; the last word may be the beginning of one
 * @limit: how many places at most
 *
 * Looks for places in which all words stand. Capitals, accents and soft hyphens make no difference.
 *
 * Returns: (transfer full) (element-type PactTemplateHit): where they were found: first where they stand in the title, then where
 *   some do, then where they stand in the text; within these in the order of the templates. None for no words
 */
GPtrArray *
pact_template_search_find (PactTemplateSearch *self,
                           const char *words,
                           guint limit)
{
  g_autoptr (GArray) terms = NULL;
  GPtrArray *hits;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (words != NULL, NULL);

  terms = pact_search_read_terms (words);
  hits = g_ptr_array_new_with_free_func ((GDestroyNotify) hit_free);
  if (terms->len == 0)
    return hits;

  for (Rank rank = RANK_TITLE; rank < RANK_NONE; rank++)
    {
      for (guint i = 0; i < self->entries->len && hits->len < limit; i++)
        {
          const Entry *entry = &g_array_index (self->entries, Entry, i);

          if (rank_entry (entry, terms) == rank)
            g_ptr_array_add (hits, hit_new (entry, terms));
        }
    }

  return hits;
}
