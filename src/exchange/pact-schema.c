/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-schema"

#include "config.h"

#include "pact-schema.h"

/**
 * pact_schema_new:
 * @id: what the schema is known by
 * @title: what it is the schema of
 * @description: what that is for
 *
 * Returns: (transfer full): the beginning of a JSON Schema, to which properties and definitions are added
 */
json_object *
pact_schema_new (const char *id,
                 const char *title,
                 const char *description)
{
  json_object *schema = json_object_new_object ();

  pact_json_add_string (schema, "$schema", "https://json-schema.org/draft/2020-12/schema");
  pact_json_add_string (schema, "$id", id);
  pact_json_add_string (schema, "title", title);
  pact_json_add_string (schema, "description", description);
  pact_json_add_string (schema, "type", "object");

  return schema;
}

/**
 * pact_schema_add_object:
 * @parent: an object or a list
 * @name: (nullable): the name of the member, %NULL in a list
 *
 * Returns: (transfer none): a new object in @parent
 */
json_object *
pact_schema_add_object (json_object *parent,
                        const char *name)
{
  return pact_json_add (parent, name, json_object_new_object ());
}

/**
 * pact_schema_add_integer:
 * @parent: an object
 * @name: the name of the member
 * @number: what it is
 *
 * Adds a number to @parent.
 */
void
pact_schema_add_integer (json_object *parent,
                         const char *name,
                         gint64 number)
{
  pact_json_add (parent, name, json_object_new_int64 (number));
}

/**
 * pact_schema_add_reference:
 * @parent: the object that is as the definition says
 * @prefix: what the name of the definition begins with
 * @name: how it goes on
 *
 * Lets @parent refer to a definition of the same schema.
 */
void
pact_schema_add_reference (json_object *parent,
                           const char *prefix,
                           const char *name)
{
  g_autofree char *pointer = g_strconcat ("#/$defs/", prefix, name, NULL);

  pact_json_add_string (parent, "$ref", pointer);
}

/**
 * pact_schema_add_vocabulary:
 * @definitions: the definitions of a schema
 * @vocabulary: a closed list of answers
 *
 * Defines the codes of @vocabulary with what they mean, unless that has been done.
 */
void
pact_schema_add_vocabulary (json_object *definitions,
                            const PactVocabulary *vocabulary)
{
  g_autofree char *name = g_strconcat (PACT_SCHEMA_VOCABULARY, vocabulary->name, NULL);
  json_object *definition, *answers;

  if (json_object_object_get_ex (definitions, name, NULL))
    return;

  definition = json_object_new_object ();
  json_object_object_add (definitions, name, definition);
  pact_json_add_string (definition, "type", "string");
  answers = pact_json_add (definition, "oneOf", json_object_new_array ());
  for (gsize i = 0; i < vocabulary->n_terms; i++)
    {
      json_object *answer = pact_schema_add_object (answers, NULL);

      pact_json_add_string (answer, "const", vocabulary->terms[i].code);
      pact_json_add_string (answer, "title", vocabulary->terms[i].label);
      pact_json_add_string (answer, "description", vocabulary->terms[i].criterion);
    }
}
