/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-template-schema"

#include "config.h"

#include "pact-schema.h"
#include "pact-template-private.h"

/*
 * The JSON Schema (2020-12) of templates, made from the table of their members and from the model table.
 *
 * Members that are not known are refused everywhere: somebody has written them by hand, and misspelt them.
 */

/* A name, and no place, as that of the plan's schema. */
#define SCHEMA_ID "urn:uuid:77a3ab14-12f0-4d7b-bd70-4b127a60c99b"

/* As pact_template_key_is_valid() has it. */
#define KEY_PATTERN "^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$"

static void
add_definition (json_object *definitions,
                const char *name,
                const char *description,
                const char *pattern)
{
  json_object *definition = pact_schema_add_object (definitions, name);

  pact_json_add_string (definition, "description", description);
  pact_json_add_string (definition, "type", "string");
  pact_json_add_string (definition, "pattern", pattern);
}

static const char *
get_text_definition (const PactMember *member,
                     const PactField *field)
{
  if (field != NULL && field->type == PACT_TYPE_LANGUAGE)
    return "language";
  if (field != NULL ? field->type == PACT_TYPE_PROSE : member->type == PACT_MEMBER_TEXT)
    return "text";

  return "line";
}

static void
add_text_rules (json_object *property,
                const PactMember *member,
                const PactField *field)
{
  gint64 maximum = member->maximum == 0 && field != NULL ? field->maximum : member->maximum;

  pact_schema_add_reference (property, "", get_text_definition (member, field));
  if (member->required)
    pact_schema_add_integer (property, "minLength", 1);
  if (maximum > 0)
    pact_schema_add_integer (property, "maxLength", maximum);
  pact_json_add_string (property, "pattern", member->pattern);
}

static json_object *
add_list_rules (json_object *property)
{
  pact_json_add_string (property, "type", "array");

  return pact_schema_add_object (property, "items");
}

static void
add_member (json_object *properties,
            json_object *definitions,
            const PactMember *member,
            const PactKind *kind)
{
  const PactField *field = kind != NULL && member->field != NULL ? pact_kind_find_field (kind, member->field) : NULL;
  json_object *property = pact_schema_add_object (properties, member->name);

  pact_json_add_string (property, "description", member->description);
  switch (member->type)
    {
    case PACT_MEMBER_TEXT:
    case PACT_MEMBER_LINE:
      add_text_rules (property, member, field);
      break;
    case PACT_MEMBER_KEY:
      pact_schema_add_reference (property, "", "key");
      break;
    case PACT_MEMBER_CODE:
      pact_schema_add_vocabulary (definitions, field->vocabulary);
      pact_schema_add_reference (property, PACT_SCHEMA_VOCABULARY, field->vocabulary->name);
      break;
    case PACT_MEMBER_CODES:
      pact_schema_add_vocabulary (definitions, field->vocabulary);
      pact_schema_add_reference (add_list_rules (property), PACT_SCHEMA_VOCABULARY, field->vocabulary->name);
      pact_json_add (property, "uniqueItems", json_object_new_boolean (TRUE));
      break;
    case PACT_MEMBER_BOOLEAN:
      pact_json_add_string (property, "type", "boolean");
      break;
    case PACT_MEMBER_CITATIONS:
      pact_json_add_string (add_list_rules (property), "type", "string");
      break;
    case PACT_MEMBER_LIST:
      pact_schema_add_reference (add_list_rules (property), "", member->items->name);
      break;
    case PACT_MEMBER_RESERVED:
      pact_json_add_string (property, "type", "array");
      pact_schema_add_integer (property, "maxItems", 0);
      break;
    case PACT_MEMBER_FORMAT:
      pact_json_add_string (property, "const", PACT_TEMPLATE_FORMAT);
      break;
    case PACT_MEMBER_FORMAT_VERSION:
      pact_schema_add_integer (property, "const", PACT_TEMPLATE_FORMAT_VERSION);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Says in an object what a sort of object is like; what stands in its lists is defined as well. */
static void
add_shape (json_object *object,
           json_object *definitions,
           const PactShape *shape,
           const PactModel *model)
{
  const PactKind *kind = shape->kind != NULL ? pact_model_find_kind (model, shape->kind) : NULL;
  json_object *required, *properties;

  pact_json_add (object, "additionalProperties", json_object_new_boolean (FALSE));
  required = pact_json_add (object, "required", json_object_new_array ());
  properties = pact_schema_add_object (object, "properties");
  for (gsize i = 0; i < shape->n_members; i++)
    {
      const PactMember *member = &shape->members[i];

      if (member->required)
        pact_json_add_string (required, NULL, member->name);
      add_member (properties, definitions, member, kind);
      if (member->items != NULL)
        {
          json_object *definition = pact_schema_add_object (definitions, member->items->name);

          pact_json_add_string (definition, "description", member->items->description);
          pact_json_add_string (definition, "type", "object");
          add_shape (definition, definitions, member->items, model);
        }
    }
}

/**
 * pact_template_write_schema:
 * @model: the model table
 *
 * Returns: (transfer full): the JSON Schema of templates, in English
 */
char *
pact_template_write_schema (const PactModel *model)
{
  g_autoptr (json_object) schema = NULL;
  json_object *definitions;

  g_return_val_if_fail (model != NULL, NULL);

  schema = pact_schema_new (SCHEMA_ID, "Strategy template of Pact Planner, version 1",
                            "What a plan can start with. A schema cannot say that keys and the ids of sources are unique and that "
                            "measures cite only sources that there are; the program checks these as well.");
  definitions = json_object_new_object ();
  add_definition (definitions, "line", "A text without line breaks.", PACT_SCHEMA_LINE_PATTERN);
  add_definition (definitions, "text", "A text that may have line breaks.", PACT_SCHEMA_PROSE_PATTERN);
  add_definition (definitions, "language", "A BCP 47 language tag.", PACT_SCHEMA_LANGUAGE_PATTERN);
  add_definition (definitions, "key",
                  "What an element is known by in all versions of the template. No two elements of a template have the same, and a "
                  "key never changes.",
                  KEY_PATTERN);
  add_shape (schema, definitions, &pact_template_shape, model);
  pact_json_add (schema, "$defs", definitions);

  return pact_json_print_text (schema);
}
