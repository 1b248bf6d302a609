/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-template"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-locales.h"
#include "pact-template-private.h"

/**
 * PactTemplate:
 *
 * A strategy template: what a plan can start with, and the guidance beside it. It never changes
 * once it was read. Texts that it hands out live as long as it does.
 */
struct _PactTemplate
{
  GObject parent_instance;

  /* Owned references */
  json_object *root;
  PactCatalogues *catalogues; /* NULL for users' own templates, which are not translated */
  GPtrArray *items;           /* of PactTemplateItem, as they stand in the file, parents first */
  GHashTable *items_by_key;   /* key and item borrowed */
  char *file_name;            /* (nullable) */

  /* Borrowed references */
  const PactModel *model;
};

G_DEFINE_FINAL_TYPE (PactTemplate, pact_template, G_TYPE_OBJECT)
G_DEFINE_QUARK (pact-template-error-quark, pact_template_error)

static void
pact_template_finalize (GObject *object)
{
  PactTemplate *self = PACT_TEMPLATE (object);

  g_clear_pointer (&self->items_by_key, g_hash_table_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->catalogues, pact_catalogues_unref);
  g_clear_pointer (&self->root, json_object_put);
  g_free (self->file_name);

  G_OBJECT_CLASS (pact_template_parent_class)->finalize (object);
}

static void
pact_template_class_init (PactTemplateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = pact_template_finalize;
}

static void
pact_template_init (PactTemplate *self)
{
  self->items = g_ptr_array_new_with_free_func (g_free);
  self->items_by_key = g_hash_table_new (g_str_hash, g_str_equal);
}

static const char *
get_text (json_object *object,
          const char *name)
{
  json_object *value = json_object_object_get (object, name);

  return json_object_get_string_len (value) > 0 ? json_object_get_string (value) : NULL;
}

/* Lists what stands below an object that was found to be good. */
static void
collect_items (PactTemplate *self,
               PactTemplateItem *parent,
               json_object *object,
               const PactShape *shape)
{
  for (gsize i = 0; i < shape->n_members; i++)
    {
      const PactShape *below = shape->members[i].items;
      json_object *list = below != NULL ? json_object_object_get (object, shape->members[i].name) : NULL;

      if (list == NULL || below->kind == NULL)
        continue;
      for (gsize index = 0; index < json_object_array_length (list); index++)
        {
          PactTemplateItem *item = g_new0 (PactTemplateItem, 1);

          item->template = self;
          item->parent = parent;
          item->shape = below;
          item->kind = pact_model_find_kind (self->model, below->kind);
          item->object = json_object_array_get_idx (list, index);
          item->key = get_text (item->object, "key");
          item->index = index;
          g_ptr_array_add (self->items, item);
          g_hash_table_insert (self->items_by_key, (gpointer) item->key, item);
          collect_items (self, item, item->object, below);
        }
    }
}

/**
 * _pact_template_read:
 * @bytes: a file
 * @model: the model table
 * @catalogues: (nullable): the translations of its texts
 * @problems: (element-type PactProblem): where to put what is wrong
 *
 * Returns: (transfer full) (nullable): the template; %NULL if something is wrong
 */
PactTemplate *
_pact_template_read (GBytes *bytes,
                     const PactModel *model,
                     PactCatalogues *catalogues,
                     GPtrArray *problems)
{
  g_autoptr (PactTemplate) self = NULL;
  g_autoptr (GError) error = NULL;

  if (g_bytes_get_size (bytes) > PACT_TEMPLATE_MAX_BYTES)
    {
      g_ptr_array_add (problems, pact_problem_new ("$", _("The file is larger than 4 MiB.")));
      return NULL;
    }

  self = g_object_new (PACT_TYPE_TEMPLATE, NULL);
  self->model = model;
  if (!pact_json_parse (bytes, &self->root, &error))
    {
      g_ptr_array_add (problems,
                       pact_problem_new (pact_json_error_get_place (error), pact_json_error_get_sentence (error)));
      return NULL;
    }

  if (!pact_template_check (bytes, self->root, model, problems))
    return NULL;

  self->catalogues = catalogues != NULL ? pact_catalogues_ref (catalogues) : NULL;
  collect_items (self, NULL, self->root, &pact_template_shape);

  return g_steal_pointer (&self);
}

GPtrArray *
_pact_template_get_items (PactTemplate *self)
{
  return self->items;
}

const PactModel *
_pact_template_get_model (PactTemplate *self)
{
  return self->model;
}

static gboolean
is_same_language (const char *locale,
                  const char *language)
{
  gsize length = strcspn (language, "-");

  return strncmp (locale, language, length) == 0 && strchr ("_.@", locale[length]) != NULL;
}

/* In the template's own language, and in “C”, its texts stand for themselves. */
static gboolean
is_untranslated (PactTemplate *self,
                 const char *locale)
{
  return is_same_language (locale, pact_template_get_language (self))
         || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX");
}

/* Returns the text in a language, which may be as it stands; %NULL if it cannot be had in that. */
static const char *
find_text (PactTemplate *self,
           const char *original,
           const char *language)
{
  g_auto (GStrv) locales = pact_locales_for_language (language);

  for (guint i = 0; locales[i] != NULL; i++)
    {
      const char *translation =
        self->catalogues != NULL ? pact_catalogues_lookup (self->catalogues, locales[i], original) : NULL;

      if (translation != NULL)
        return translation;
      if (is_untranslated (self, locales[i]))
        return original;
    }

  return NULL;
}

/**
 * _pact_template_translate:
 * @self: a template
 * @text: (nullable): one of its texts
 * @language: (nullable): a BCP 47 tag, or %NULL for the interface's
 *
 * Returns: (transfer none) (nullable): the text in @language, or else as it stands; %NULL for no text
 */
const char *
_pact_template_translate (PactTemplate *self,
                          json_object *text,
                          const char *language)
{
  const char *original = json_object_get_string_len (text) > 0 ? json_object_get_string (text) : NULL;
  const char *found;

  if (original == NULL || self->catalogues == NULL)
    return original;

  found = find_text (self, original, language);

  return found != NULL ? found : original;
}

/**
 * _pact_template_has_text:
 * @self: a template
 * @text: one of its texts
 * @language: (nullable): a BCP 47 tag, or %NULL for the interface's
 *
 * Returns: whether the text can be had in @language
 */
gboolean
_pact_template_has_text (PactTemplate *self,
                         json_object *text,
                         const char *language)
{
  return find_text (self, json_object_get_string (text), language) != NULL;
}

/**
 * _pact_template_dup_language:
 * @self: a template
 * @language: (nullable): a BCP 47 tag, or %NULL for the interface's
 *
 * Returns: (transfer full): the language in which a plan is made of the template: @language, or
 *   that of the interface's languages into which the template is translated, or its own
 */
char *
_pact_template_dup_language (PactTemplate *self,
                             const char *language)
{
  const char *title = get_text (self->root, "title");
  const char *const *locales;

  if (language != NULL)
    return g_strdup (language);

  locales = g_get_language_names ();
  for (guint i = 0; self->catalogues != NULL && locales[i] != NULL && !is_untranslated (self, locales[i]); i++)
    {
      if (pact_catalogues_lookup (self->catalogues, locales[i], title) != NULL)
        return pact_language_for_locale (locales[i]);
    }

  return g_strdup (pact_template_get_language (self));
}

/**
 * pact_template_get_id:
 * @self: a template
 *
 * Returns: (transfer none): the name that it keeps in all its versions
 */
const char *
pact_template_get_id (PactTemplate *self)
{
  g_return_val_if_fail (PACT_IS_TEMPLATE (self), NULL);

  return get_text (self->root, "id");
}

/**
 * pact_template_get_version:
 * @self: a template
 *
 * Returns: (transfer none): its version
 */
const char *
pact_template_get_version (PactTemplate *self)
{
  g_return_val_if_fail (PACT_IS_TEMPLATE (self), NULL);

  return get_text (self->root, "version");
}

/**
 * pact_template_get_language:
 * @self: a template
 *
 * Returns: (transfer none): the language in which it was written, a BCP 47 tag
 */
const char *
pact_template_get_language (PactTemplate *self)
{
  g_return_val_if_fail (PACT_IS_TEMPLATE (self), NULL);

  return get_text (self->root, "language");
}

/**
 * pact_template_get_licence:
 * @self: a template
 *
 * Returns: (transfer none): the licence of its texts
 */
const char *
pact_template_get_licence (PactTemplate *self)
{
  g_return_val_if_fail (PACT_IS_TEMPLATE (self), NULL);

  return get_text (self->root, "licence");
}

/**
 * pact_template_is_own:
 * @self: a template
 *
 * Returns: whether it is the user's own and did not come with the program
 */
gboolean
pact_template_is_own (PactTemplate *self)
{
  g_return_val_if_fail (PACT_IS_TEMPLATE (self), FALSE);

  return self->catalogues == NULL;
}

void
_pact_template_set_file_name (PactTemplate *self,
                              const char *file_name)
{
  self->file_name = g_strdup (file_name);
}

/**
 * pact_template_get_file_name:
 * @self: a template
 *
 * Returns: (transfer none) (nullable) (type filename): the file that it was read from, %NULL if it was in none
 */
const char *
pact_template_get_file_name (PactTemplate *self)
{
  g_return_val_if_fail (PACT_IS_TEMPLATE (self), NULL);

  return self->file_name;
}

json_object *
_pact_template_get_root (PactTemplate *self)
{
  return self->root;
}

/**
 * pact_template_list_languages:
 * @self: a template
 *
 * Returns: (transfer full) (array zero-terminated=1): BCP 47 tags of the languages in which its
 *   texts can be had, its own first
 */
char **
pact_template_list_languages (PactTemplate *self)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) locales = NULL;

  g_return_val_if_fail (PACT_IS_TEMPLATE (self), NULL);

  g_ptr_array_add (tags, g_strdup (pact_template_get_language (self)));
  locales = self->catalogues != NULL ? pact_catalogues_list_locales (self->catalogues) : NULL;
  for (guint i = 0; locales != NULL && locales[i] != NULL; i++)
    {
      /* A catalogue may have the texts of other templates only. */
      if (pact_catalogues_lookup (self->catalogues, locales[i], get_text (self->root, "title")) != NULL)
        g_ptr_array_add (tags, pact_language_for_locale (locales[i]));
    }
  g_ptr_array_add (tags, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&tags), FALSE);
}

static const char *
get_translated (PactTemplate *self,
                const char *name,
                const char *language)
{
  const char *text = _pact_template_translate (self, json_object_object_get (self->root, name), language);

  return text != NULL ? text : "";
}

/**
 * pact_template_get_title:
 * @self: a template
 * @language: (nullable): a BCP 47 tag, or %NULL for the interface's language
 *
 * Returns: (transfer none): what it is called
 */
const char *
pact_template_get_title (PactTemplate *self,
                         const char *language)
{
  g_return_val_if_fail (PACT_IS_TEMPLATE (self), NULL);

  return get_translated (self, "title", language);
}

/**
 * pact_template_get_summary:
 * @self: a template
 * @language: (nullable): a BCP 47 tag, or %NULL for the interface's language
 *
 * Returns: (transfer none): what it is in a sentence or two, empty if it does not say
 */
const char *
pact_template_get_summary (PactTemplate *self,
                           const char *language)
{
  g_return_val_if_fail (PACT_IS_TEMPLATE (self), NULL);

  return get_translated (self, "summary", language);
}

/**
 * pact_template_get_about:
 * @self: a template
 * @language: (nullable): a BCP 47 tag, or %NULL for the interface's language
 *
 * Returns: (transfer none): what it is for, at length; empty if it does not say
 */
const char *
pact_template_get_about (PactTemplate *self,
                         const char *language)
{
  g_return_val_if_fail (PACT_IS_TEMPLATE (self), NULL);

  return get_translated (self, "about", language);
}

/**
 * pact_template_get_basis:
 * @self: a template
 * @language: (nullable): a BCP 47 tag, or %NULL for the interface's language
 *
 * Returns: (transfer none): the sentence that says where it comes from; empty if it does not say
 */
const char *
pact_template_get_basis (PactTemplate *self,
                         const char *language)
{
  g_return_val_if_fail (PACT_IS_TEMPLATE (self), NULL);

  return get_translated (self, "basis", language);
}

static void
free_source (PactSource *source)
{
  g_free (source->id);
  g_free (source->title);
  g_free (source->url);
  g_free (source);
}

static gboolean
is_cited (json_object *citations,
          const char *id)
{
  for (gsize i = 0; i < json_object_array_length (citations); i++)
    {
      if (g_str_equal (json_object_get_string (json_object_array_get_idx (citations, i)), id))
        return TRUE;
    }

  return FALSE;
}

/* All sources, or those that are cited, in the order of the template. */
static GPtrArray *
list_sources (PactTemplate *self,
              json_object *citations,
              const char *language)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func ((GDestroyNotify) free_source);
  json_object *list = json_object_object_get (self->root, "sources");

  for (gsize i = 0; list != NULL && i < json_object_array_length (list); i++)
    {
      json_object *object = json_object_array_get_idx (list, i);
      const char *id = get_text (object, "id");
      PactSource *source;

      if (citations != NULL && !is_cited (citations, id))
        continue;

      source = g_new0 (PactSource, 1);
      source->id = g_strdup (id);
      source->title = g_strdup (_pact_template_translate (self, json_object_object_get (object, "title"), language));
      source->url = g_strdup (get_text (object, "url"));
      g_ptr_array_add (sources, source);
    }

  return sources;
}

/**
 * pact_template_get_sources:
 * @self: a template
 * @language: (nullable): a BCP 47 tag, or %NULL for the interface's language
 *
 * Returns: (transfer full) (element-type PactSource): all that it draws on
 */
GPtrArray *
pact_template_get_sources (PactTemplate *self,
                           const char *language)
{
  g_return_val_if_fail (PACT_IS_TEMPLATE (self), NULL);

  return list_sources (self, NULL, language);
}

/**
 * pact_template_find:
 * @self: a template
 * @template_key: (nullable): the key of a pillar, an objective, a measure or an indicator
 *
 * Returns: (transfer none) (nullable): what has that key, or %NULL
 */
PactTemplateItem *
pact_template_find (PactTemplate *self,
                    const char *template_key)
{
  g_return_val_if_fail (PACT_IS_TEMPLATE (self), NULL);

  return template_key != NULL ? g_hash_table_lookup (self->items_by_key, template_key) : NULL;
}

/**
 * pact_template_item_get_parent:
 * @item: an item
 *
 * Returns: (transfer none) (nullable): what it stands below in its template, %NULL for a pillar
 */
PactTemplateItem *
pact_template_item_get_parent (PactTemplateItem *item)
{
  g_return_val_if_fail (item != NULL, NULL);

  return item->parent;
}

/**
 * pact_template_item_get_guidance:
 * @item: an item
 * @language: (nullable): a BCP 47 tag, or %NULL for the interface's language
 *
 * Returns: (transfer none) (nullable): how to go about it, and what to watch for
 */
const char *
pact_template_item_get_guidance (PactTemplateItem *item,
                                 const char *language)
{
  g_return_val_if_fail (item != NULL, NULL);

  return _pact_template_translate (item->template, json_object_object_get (item->object, "guidance"), language);
}

/**
 * pact_template_item_get_title:
 * @item: an item
 * @language: (nullable): a BCP 47 tag, or %NULL for the interface's language
 *
 * Returns: (transfer none): what it is called in the template
 */
const char *
pact_template_item_get_title (PactTemplateItem *item,
                              const char *language)
{
  g_return_val_if_fail (item != NULL, NULL);

  return _pact_template_translate (item->template, json_object_object_get (item->object, "title"), language);
}

/**
 * pact_template_item_get_references:
 * @item: an item
 * @language: (nullable): a BCP 47 tag, or %NULL for the interface's language
 *
 * Returns: (transfer none) (nullable): the exact paragraphs on which it rests
 */
const char *
pact_template_item_get_references (PactTemplateItem *item,
                                   const char *language)
{
  g_return_val_if_fail (item != NULL, NULL);

  return _pact_template_translate (item->template, json_object_object_get (item->object, "references"), language);
}

/**
 * pact_template_item_get_provenance:
 * @item: an item
 *
 * Suggestions are those of this program. What somebody wrote into a template of their own is nobody's suggestion to them, and
 * in such a template the two cannot be told apart.
 *
 * Returns: (transfer none) (nullable): the code of where it comes from
 */
const char *
pact_template_item_get_provenance (PactTemplateItem *item)
{
  const PactField *field;
  const char *code;

  g_return_val_if_fail (item != NULL, NULL);

  code = get_text (item->object, "provenance");
  field = pact_kind_find_field (item->kind, "provenance");

  return field != NULL && pact_template_is_own (item->template)
             && (pact_vocabulary_get_flags (field->vocabulary, code) & PACT_TERM_SUGGESTION)
           ? NULL
           : code;
}

/**
 * pact_template_item_get_sources:
 * @item: an item
 * @language: (nullable): a BCP 47 tag, or %NULL for the interface's language
 *
 * Returns: (transfer full) (element-type PactSource): the sources that it cites
 */
GPtrArray *
pact_template_item_get_sources (PactTemplateItem *item,
                                const char *language)
{
  json_object *citations;

  g_return_val_if_fail (item != NULL, NULL);

  citations = json_object_object_get (item->object, "sources");
  if (citations == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) free_source);

  return list_sources (item->template, citations, language);
}
