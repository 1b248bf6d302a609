/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-template-said"

#include "config.h"

#include <string.h>

#include "pact-template-private.h"

/*
 * What a template said of an element when it came into a plan is kept with the element: the version of the template, and the
 * values that it filled in. So it can be told later what a newer version says otherwise, and what the planner does.
 *
 * It may come with a file from anywhere: what is not as it is written here says nothing.
 */

#define VERSION_MEMBER "version"
#define VALUES_MEMBER "values"

/**
 * _pact_template_item_write_said:
 * @item: an item of a template
 * @record: an element with all that the template fills in, and nothing else
 *
 * Returns: (transfer full): what the template says of @item, as it is kept with elements
 */
char *
_pact_template_item_write_said (PactTemplateItem *item,
                                const PactRecord *record)
{
  g_autoptr (json_object) root = json_object_new_object ();
  json_object *values;

  pact_json_add_string (root, VERSION_MEMBER, pact_template_get_version (item->template));
  values = pact_json_add (root, VALUES_MEMBER, json_object_new_object ());
  for (gsize i = 0; i < item->shape->n_members; i++)
    {
      const PactMember *member = &item->shape->members[i];
      const char *value = member->field != NULL ? pact_record_get (record, member->field) : NULL;

      if (value != NULL && member->type != PACT_MEMBER_KEY)
        pact_json_add_string (values, member->field, value);
    }

  return pact_json_dup_text (root);
}

/**
 * _pact_template_read_said:
 * @text: (nullable): what was kept with an element
 *
 * Returns: (transfer full) (nullable): it as an object, %NULL if nothing was kept
 */
json_object *
_pact_template_read_said (const char *text)
{
  g_autoptr (GBytes) bytes = text != NULL ? g_bytes_new_static (text, strlen (text)) : NULL;
  json_object *root = NULL;

  return bytes != NULL && pact_json_parse (bytes, &root, NULL) ? root : NULL;
}

static const char *
get_string (json_object *object,
            const char *name)
{
  json_object *value;

  return json_object_object_get_ex (object, name, &value) && json_object_is_type (value, json_type_string)
           ? json_object_get_string (value)
           : NULL;
}

/**
 * _pact_said_get_version:
 * @said: (nullable): what a template said of an element
 *
 * Returns: (transfer none) (nullable): the version that said it
 */
const char *
_pact_said_get_version (json_object *said)
{
  return get_string (said, VERSION_MEMBER);
}

/**
 * _pact_said_get:
 * @said: (nullable): what a template said of an element
 * @field_name: the name of a field of the element
 *
 * Returns: (transfer none) (nullable): what it said there, in canonical form; %NULL if it said nothing, or nobody knows what
 */
const char *
_pact_said_get (json_object *said,
                const char *field_name)
{
  json_object *values;

  return json_object_object_get_ex (said, VALUES_MEMBER, &values) ? get_string (values, field_name) : NULL;
}

/**
 * pact_template_dup_said:
 * @element: an element of a plan
 * @field_name: the name of one of its fields
 *
 * Returns: (transfer full) (nullable): what the template said there when @element came into the plan, in canonical form; %NULL
 *   if it said nothing, or nobody knows what
 */
char *
pact_template_dup_said (PactElement *element,
                        const char *field_name)
{
  g_autoptr (json_object) said = NULL;

  g_return_val_if_fail (PACT_IS_ELEMENT (element), NULL);
  g_return_val_if_fail (field_name != NULL, NULL);

  if (pact_kind_find_field (pact_element_get_kind (element), "template_said") != NULL)
    said = _pact_template_read_said (pact_element_get (element, "template_said"));

  return g_strdup (_pact_said_get (said, field_name));
}

/**
 * _pact_template_write_keys:
 * @self: a template
 *
 * Returns: (transfer full): all that @self has, as it is kept with a plan: so it can be told later what is new in it, and what
 *   the planner has left out
 */
char *
_pact_template_write_keys (PactTemplate *self)
{
  g_autoptr (json_object) root = json_object_new_object ();
  GPtrArray *items = _pact_template_get_items (self);
  json_object *keys = pact_json_add (root, "keys", json_object_new_array ());

  for (guint i = 0; i < items->len; i++)
    pact_json_add_string (keys, NULL, ((PactTemplateItem *) g_ptr_array_index (items, i))->key);

  return pact_json_dup_text (root);
}

/**
 * _pact_template_read_keys:
 * @text: (nullable): what was kept with a plan
 *
 * Returns: (transfer full) (element-type utf8): the keys that the template had when the plan was made of it
 */
GHashTable *
_pact_template_read_keys (const char *text)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (json_object) root = _pact_template_read_said (text);
  json_object *list;

  if (!json_object_object_get_ex (root, "keys", &list) || !json_object_is_type (list, json_type_array))
    return keys;
  for (gsize i = 0; i < json_object_array_length (list); i++)
    {
      json_object *key = json_object_array_get_idx (list, i);

      if (json_object_is_type (key, json_type_string))
        g_hash_table_add (keys, g_strdup (json_object_get_string (key)));
    }

  return keys;
}
