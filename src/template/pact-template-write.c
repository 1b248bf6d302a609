/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-template-write"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-template-private.h"
#include "pact-text.h"

/*
 * A plan as a template: what the format has a member for is kept, all else left behind. So no
 * baseline, target, date, amount, name of a person, contact or note can get into a template. What a plan
 * does not hold, guidance and sources, measures keep from the template that they came from. The head says
 * from which plan of which authority it was made.
 */

typedef struct
{
  GHashTable *children; /* (owned) UUID: (owned) records below it, as they stand in the plan */
  GHashTable *taken;    /* (owned) keys that are used, or will be */
  GHashTable *given;    /* (owned) UUID: its (owned) key */
  GHashTable *cited;    /* (owned) ids of sources */
  PactTemplate *base;   /* (nullable) the template of the plan */
  const char *language; /* the plan's */
} Writer;

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  const PactRecord *one = *(const PactRecord *const *) a;
  const PactRecord *two = *(const PactRecord *const *) b;

  if (one->position != two->position)
    return one->position < two->position ? -1 : 1;

  return strcmp (one->uuid, two->uuid);
}

static GHashTable *
sort_by_parent (GPtrArray *records)
{
  GHashTable *children =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer family;

  for (guint i = 0; i < records->len; i++)
    {
      PactRecord *record = g_ptr_array_index (records, i);

      if (record->parent == NULL)
        continue;
      family = g_hash_table_lookup (children, record->parent);
      if (family == NULL)
        {
          family = g_ptr_array_new ();
          g_hash_table_insert (children, record->parent, family);
        }
      g_ptr_array_add (family, record);
    }

  g_hash_table_iter_init (&iter, children);
  while (g_hash_table_iter_next (&iter, NULL, &family))
    g_ptr_array_sort (family, compare_positions);

  return children;
}

/* Elements that came from a template keep their keys, so that they are known again; of two with
 * the same key, as after duplicating, the first. */
static void
keep_keys (Writer *self,
           GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      PactRecord *record = g_ptr_array_index (records, i);
      const char *key = NULL;

      if (pact_kind_find_field (record->kind, "template_key") != NULL)
        key = pact_record_get (record, "template_key");
      if (key != NULL && pact_template_key_is_valid (key) && g_hash_table_add (self->taken, g_strdup (key)))
        g_hash_table_insert (self->given, record->uuid, g_strdup (key));
    }
}

static const char *
choose_key (Writer *self,
            const PactRecord *record,
            const char *parent_key,
            guint index)
{
  const char *kept = g_hash_table_lookup (self->given, record->uuid);
  g_autofree char *key = NULL;

  if (kept != NULL)
    return kept;

  if (parent_key == NULL)
    parent_key = record->kind->name;
  do
    {
      g_free (key);
      key = g_strdup_printf ("%.60s-%u", parent_key, ++index);
    }
  while (!g_hash_table_add (self->taken, g_strdup (key)));
  kept = key;
  g_hash_table_insert (self->given, record->uuid, g_steal_pointer (&key));

  return kept;
}

static void
add_text (Writer *self,
          json_object *object,
          const PactMember *member,
          const char *value)
{
  g_autofree char *short_value = member->maximum > 0 ? pact_text_shorten (value, member->maximum) : g_strdup (value);

  pact_json_add_string (object, member->name, short_value);
}

static PactTemplateItem *
find_origin (Writer *self,
             const PactRecord *record)
{
  const char *id = pact_record_get (record, "template_id");
  PactTemplateItem *item = NULL;

  if (self->base != NULL && (id == NULL || g_str_equal (id, pact_template_get_id (self->base))))
    item = pact_template_find (self->base, pact_record_get (record, "template_key"));

  return item != NULL && item->kind == record->kind ? item : NULL;
}

/* What a description has no room for is not lost; guidance is the longer text. */
static void
add_guidance (Writer *self,
              json_object *object,
              const PactShape *shape,
              const PactRecord *record)
{
  PactTemplateItem *origin = find_origin (self, record);
  const char *guidance = origin != NULL ? pact_template_item_get_guidance (origin, self->language) : NULL;
  const char *description = pact_record_get (record, "description");
  g_autofree char *both = NULL;

  if (description != NULL
      && g_utf8_strlen (description, -1) > pact_shape_find_member (shape, "description")->maximum)
    {
      both = guidance != NULL ? g_strconcat (description, "\n\n", guidance, NULL) : g_strdup (description);
      guidance = both;
    }
  if (guidance != NULL)
    add_text (self, object, pact_shape_find_member (shape, "guidance"), guidance);
}

static void
add_citations (Writer *self,
               json_object *object,
               const PactMember *member,
               const PactRecord *record)
{
  PactTemplateItem *origin = find_origin (self, record);
  g_autoptr (GPtrArray) sources = NULL;
  json_object *list;

  if (origin == NULL)
    return;

  sources = pact_template_item_get_sources (origin, self->language);
  list = sources->len > 0 ? pact_json_add (object, member->name, json_object_new_array ()) : NULL;
  for (guint i = 0; i < sources->len; i++)
    {
      const PactSource *source = g_ptr_array_index (sources, i);

      g_hash_table_add (self->cited, g_strdup (source->id));
      pact_json_add_string (list, NULL, source->id);
    }
}

static void
add_member (Writer *self,
            json_object *object,
            const PactMember *member,
            const char *value)
{
  g_auto (GStrv) codes = NULL;
  json_object *list;

  switch (member->type)
    {
    case PACT_MEMBER_TEXT:
      add_text (self, object, member, value);
      break;
    case PACT_MEMBER_CODE:
      pact_json_add_string (object, member->name, value);
      break;
    case PACT_MEMBER_BOOLEAN:
      pact_json_add (object, member->name, json_object_new_boolean (g_str_equal (value, "1")));
      break;
    case PACT_MEMBER_CODES:
      codes = g_strsplit (value, " ", -1);
      list = pact_json_add (object, member->name, json_object_new_array ());
      for (guint i = 0; codes[i] != NULL; i++)
        pact_json_add_string (list, NULL, codes[i]);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void add_list (Writer *self,
                      json_object *object,
                      const PactMember *member,
                      const char *parent,
                      const char *parent_key);

static void
add_object (Writer *self,
            json_object *list,
            const PactShape *shape,
            const PactRecord *record,
            const char *key)
{
  json_object *object = pact_json_add (list, NULL, json_object_new_object ());

  for (gsize i = 0; i < shape->n_members; i++)
    {
      const PactMember *member = &shape->members[i];
      const char *value = member->field != NULL ? pact_record_get (record, member->field) : NULL;

      if (member->type == PACT_MEMBER_KEY)
        pact_json_add_string (object, member->name, key);
      else if (member->type == PACT_MEMBER_LIST)
        add_list (self, object, member, record->uuid, key);
      else if (member->type == PACT_MEMBER_CITATIONS)
        add_citations (self, object, member, record);
      else if (g_str_equal (member->name, "guidance"))
        add_guidance (self, object, shape, record);
      else if (value != NULL)
        add_member (self, object, member, value);
      else if (member->required)
        pact_json_add_string (object, member->name, pact_kind_get_label (record->kind));
    }
}

static void
add_list (Writer *self,
          json_object *object,
          const PactMember *member,
          const char *parent,
          const char *parent_key)
{
  json_object *list = pact_json_add (object, member->name, json_object_new_array ());
  GPtrArray *family = g_hash_table_lookup (self->children, parent);
  guint index = 0;

  for (guint i = 0; family != NULL && i < family->len; i++)
    {
      const PactRecord *record = g_ptr_array_index (family, i);

      if (!g_str_equal (record->kind->name, member->items->kind))
        continue;
      add_object (self, list, member->items, record, choose_key (self, record, parent_key, index));
      index++;
    }
}

/* What plans remember the template by: made of the title, and of what is in the template, since
 * plans that differ may be saved under the same title. */
static char *
make_id (const char *title,
         const char *language,
         const char *contents)
{
  g_autofree char *plain = g_str_to_ascii (title, "C");
  g_autofree char *whole = g_strjoin ("\n", title, language, contents, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole, -1);
  g_autoptr (GString) id = g_string_new ("own");
  gboolean gap = TRUE;

  for (const char *p = plain; *p != '\0' && id->len < 60; p++)
    {
      if (!g_ascii_isalnum (*p))
        {
          gap = TRUE;
          continue;
        }
      if (gap)
        g_string_append_c (id, '-');
      g_string_append_c (id, g_ascii_tolower (*p));
      gap = FALSE;
    }
  g_string_append_printf (id, "-%.8s", digest);

  return g_string_free (g_steal_pointer (&id), FALSE);
}

static void
add_head (Writer *self,
          json_object *root,
          const char *title,
          const char *origin,
          const char *contents)
{
  g_autofree char *id = make_id (title, self->language, contents);

  pact_json_add_string (root, "$schema", PACT_TEMPLATE_SCHEMA);
  pact_json_add_string (root, "format", PACT_TEMPLATE_FORMAT);
  pact_json_add (root, "format_version", json_object_new_int64 (PACT_TEMPLATE_FORMAT_VERSION));
  pact_json_add_string (root, "id", id);
  pact_json_add_string (root, "version", "1.0.0");
  pact_json_add_string (root, "language", self->language);
  pact_json_add_string (root, "licence", "unspecified");
  pact_json_add_string (root, "title", title);
  pact_json_add_string (root, "basis", origin);
}

static void
add_sources (Writer *self,
             json_object *root)
{
  json_object *list = pact_json_add (root, "sources", json_object_new_array ());
  g_autoptr (GPtrArray) sources = self->base != NULL ? pact_template_get_sources (self->base, self->language) : NULL;

  for (guint i = 0; sources != NULL && i < sources->len; i++)
    {
      const PactSource *source = g_ptr_array_index (sources, i);
      json_object *object;

      if (!g_hash_table_contains (self->cited, source->id))
        continue;
      object = pact_json_add (list, NULL, json_object_new_object ());
      pact_json_add_string (object, "id", source->id);
      pact_json_add_string (object, "title", source->title);
      if (source->url != NULL)
        pact_json_add_string (object, "url", source->url);
    }
}

/**
 * pact_template_write:
 * @records: (element-type PactRecord): a plan, the plan itself first
 * @base: (nullable): the template that the plan came from
 * @title: what the template shall be called
 * @error: return location for an error
 *
 * Makes a template of a plan. Measures that came from @base keep its guidance, in the plan's language, and cite its
 * sources. Titles and descriptions that are longer than a template allows are
 * shortened; a long description stands whole in the guidance. The same plan and title always give the same bytes, and
 * plans that differ in what a template keeps give templates with different ids, whatever their titles.
 *
 * Returns: (transfer full) (nullable): the template's file; %NULL with @error set to
 *   %PACT_TEMPLATE_ERROR_WRITE if it would not be one
 */
GBytes *
pact_template_write (GPtrArray *records,
                     PactTemplate *base,
                     const char *title,
                     GError **error)
{
  g_autoptr (json_object) body = NULL;
  g_autoptr (json_object) root = NULL;
  g_autoptr (GHashTable) children = NULL;
  g_autoptr (GHashTable) taken = NULL;
  g_autoptr (GHashTable) given = NULL;
  g_autoptr (GHashTable) cited = NULL;
  g_autofree char *clean_title = NULL;
  g_autofree char *origin = NULL;
  g_autofree char *contents = NULL;
  const PactRecord *plan;
  const char *language;
  Writer self;

  g_return_val_if_fail (records != NULL && records->len > 0, NULL);
  g_return_val_if_fail (base == NULL || PACT_IS_TEMPLATE (base), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  clean_title = _pact_template_clean_title (title, error);
  if (clean_title == NULL)
    return NULL;

  plan = g_ptr_array_index (records, 0);
  children = sort_by_parent (records);
  taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  given = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  cited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  language = pact_record_get (plan, "language");
  self = (Writer){ children, taken, given, cited, base, language != NULL ? language : "en" };
  keep_keys (&self, records);

  body = json_object_new_object ();
  add_list (&self, body, pact_shape_find_member (&pact_template_shape, "pillars"), plan->uuid, NULL);
  contents = pact_json_dup_text (body);

  root = json_object_new_object ();
  origin = _pact_template_describe_origin (plan, base);
  add_head (&self, root, clean_title, origin, contents);
  add_sources (&self, root);
  pact_json_add (root, "pillars", json_object_get (json_object_object_get (body, "pillars")));
  pact_json_add (root, "rules", json_object_new_array ());

  return pact_json_print (root, NULL);
}
