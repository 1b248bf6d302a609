/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-exchange-schema"

#include "config.h"

#include <string.h>

#include "pact-exchange-private.h"
#include "pact-picture.h"
#include "pact-schema.h"

/*
 * The JSON Schema (2020-12) of the exchange file, made from the model table. It is written for
 * readers of any country and so in English, whatever the language of the interface.
 *
 * Additional members are allowed everywhere: a newer version may write them, and an older one
 * keeps them.
 */

/* The days of every year, and the years that have one more. */
#define DAY_PATTERN \
  "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8])"
#define LEAP_YEAR_PATTERN "([1-9][0-9](0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)"

typedef struct
{
  const char *name;
  const char *description;
  const char *pattern;
  gint64 maximum;         /* of its length; 0 where the pattern says it */
  const char *media_type; /* (nullable): of what it holds in Base64 */
} ValueType;

/* By PactFieldType; those without a name are written out where they are used. */
static const ValueType value_types[] = {
  [PACT_TYPE_DATE] = {
    "type_date", "A year, a month or a day, as far as it is known.",
    "^([1-9][0-9]{3}(-(0[1-9]|1[0-2]|" DAY_PATTERN "))?|" LEAP_YEAR_PATTERN "-02-29)$" },
  [PACT_TYPE_COUNTRY] = {
    "type_country", "An ISO 3166-1 alpha-2 code.", "^[A-Z]{2}$" },
  [PACT_TYPE_SUBDIVISION] = {
    "type_subdivision", "An ISO 3166-2 code.", "^[A-Z]{2}-[A-Z0-9]{1,3}$" },
  [PACT_TYPE_LANGUAGE] = {
    "type_language", "A BCP 47 language tag.", PACT_SCHEMA_LANGUAGE_PATTERN },
  [PACT_TYPE_CURRENCY] = {
    "type_currency", "An ISO 4217 code.", "^[A-Z]{3}$" },
  [PACT_TYPE_REFERENCE] = {
    "type_uuid", "A UUID in lower case.",
    "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$" },
  [PACT_TYPE_TIMESTAMP] = {
    "type_timestamp", "A moment in UTC, to the second.",
    "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$" },
  [PACT_TYPE_PICTURE] = {
    "type_picture",
    "A PNG picture in Base64, without line breaks: at most " G_STRINGIFY (PACT_PICTURE_MAX_SIDE) " pixels wide and high, eight bits a "
    "channel, grey or RGB with or without alpha, not interlaced. Of ancillary chunks only bKGD, cHRM, gAMA, pHYs, sBIT and sRGB are "
    "taken.",
    "^iVBORw0KGgo[A-Za-z0-9+/]*={0,2}$", PACT_PICTURE_MAX_LENGTH, "image/png" },
};

static const ValueType decimal_type = {
  "type_decimal", "A decimal number. Its fraction is kept as it was written; zeros before the number and a sign before nought are dropped.", "^(?=.{1,40}$)-?[0-9]+(\\.[0-9]+)?$"
};

static const ValueType floored_decimal_type = {
  "type_floored_decimal",
  "A decimal number as in type_decimal, or “<” and a number where the exact count could identify a child.",
  "^(?=.{1,40}$)(-?[0-9]+(\\.[0-9]+)?|<[0-9]+)$"
};

static const ValueType *
find_value_type (const PactField *field)
{
  if (field->type == PACT_TYPE_DECIMAL)
    return field->flags & PACT_FIELD_FLOOR ? &floored_decimal_type : &decimal_type;
  if (field->type < G_N_ELEMENTS (value_types) && value_types[field->type].name != NULL)
    return &value_types[field->type];

  return NULL;
}

static const char *
get_format_name (PactTextFormat format)
{
  switch (format)
    {
    case PACT_FORMAT_URL:
      return "url";
    case PACT_FORMAT_EMAIL:
      return "email";
    case PACT_FORMAT_PHONE:
      return "phone";
    case PACT_FORMAT_NONE:
    default:
      return NULL;
    }
}

static void
add_text_rules (json_object *property,
                const PactField *field)
{
  pact_json_add_string (property, "type", "string");
  pact_schema_add_integer (property, "minLength", 1);
  if (field->maximum > 0)
    pact_schema_add_integer (property, "maxLength", field->maximum);
  pact_json_add_string (property, "pattern", field->type == PACT_TYPE_PROSE ? PACT_SCHEMA_PROSE_PATTERN : PACT_SCHEMA_LINE_PATTERN);
  /* Not the keyword “format”: what people write as their website need not be a whole URI. */
  pact_json_add_string (property, "x-format", get_format_name (field->format));
}

static void
add_rules (json_object *property,
           const PactField *field)
{
  const ValueType *type = find_value_type (field);

  if (type != NULL)
    {
      pact_schema_add_reference (property, "", type->name);
      pact_json_add_string (property, "x-refers-to", field->target);
      return;
    }

  switch (field->type)
    {
    case PACT_TYPE_CHOICE:
      pact_schema_add_reference (property, PACT_SCHEMA_VOCABULARY, field->vocabulary->name);
      break;
    case PACT_TYPE_CHOICES:
      pact_json_add_string (property, "type", "array");
      pact_schema_add_reference (pact_schema_add_object (property, "items"), PACT_SCHEMA_VOCABULARY, field->vocabulary->name);
      pact_json_add (property, "uniqueItems", json_object_new_boolean (TRUE));
      break;
    case PACT_TYPE_INTEGER:
    case PACT_TYPE_MONEY:
      pact_json_add_string (property, "type", "integer");
      pact_schema_add_integer (property, "minimum", field->minimum);
      pact_schema_add_integer (property, "maximum", field->maximum);
      if (field->type == PACT_TYPE_MONEY)
        pact_json_add_string (property, "x-unit", "minor units of the plan’s currency");
      break;
    case PACT_TYPE_BOOLEAN:
      pact_json_add_string (property, "type", "boolean");
      break;
    case PACT_TYPE_JSON:
      pact_json_add_string (property, "type", "object");
      break;
    default:
      add_text_rules (property, field);
    }
}

static void
add_field (json_object *properties,
           const PactField *field)
{
  json_object *property = pact_schema_add_object (properties, field->name);

  pact_json_add_string (property, "title", field->label);
  pact_json_add_string (property, "description", field->hint);
  add_rules (property, field);
  if (field->flags & PACT_FIELD_REQUIRED)
    pact_json_add (property, "x-required-for-submission", json_object_new_boolean (TRUE));
  else if (field->flags & PACT_FIELD_REQUIRED_IF_PLANNED)
    pact_json_add_string (property, "x-required-for-submission", "if-planned");
  if (field->flags & PACT_FIELD_PERSONAL)
    pact_json_add (property, "x-personal-data", json_object_new_boolean (TRUE));
}

static void
add_described_reference (json_object *properties,
                         const char *name,
                         const char *description,
                         const char *definition)
{
  json_object *property = pact_schema_add_object (properties, name);

  pact_json_add_string (property, "description", description);
  pact_schema_add_reference (property, "", definition);
}

static void
add_kind (json_object *definitions,
          const PactModel *model,
          const PactKind *kind)
{
  json_object *definition = pact_schema_add_object (definitions, kind->name);
  json_object *properties;

  pact_json_add_string (definition, "title", kind->label);
  pact_json_add_string (definition, "type", "object");
  properties = pact_schema_add_object (definition, "properties");
  add_described_reference (properties, "id", "Unique in the file. Where it is absent, import gives a new one.", "type_uuid");
  add_described_reference (properties, "created", "When it was made.", "type_timestamp");
  add_described_reference (properties, "modified", "When it was last changed.", "type_timestamp");

  for (gsize i = 0; i < kind->n_fields; i++)
    {
      if (pact_exchange_has_field (&kind->fields[i]))
        add_field (properties, &kind->fields[i]);
    }

  for (gsize i = 0; i < model->n_kinds; i++)
    {
      const PactKind *child = &model->kinds[i];
      json_object *property;

      if (!pact_exchange_has_kind (child) || !pact_kind_may_contain (kind, child))
        continue;
      property = pact_schema_add_object (properties, child->collection);
      pact_json_add_string (property, "title", child->label_plural);
      pact_json_add_string (property, "type", "array");
      pact_schema_add_reference (pact_schema_add_object (property, "items"), "", child->name);
    }
}

static void
add_value_type (json_object *definitions,
                const ValueType *type)
{
  json_object *definition;

  if (type->name == NULL)
    return;

  definition = pact_schema_add_object (definitions, type->name);
  pact_json_add_string (definition, "description", type->description);
  pact_json_add_string (definition, "type", "string");
  pact_json_add_string (definition, "pattern", type->pattern);
  if (type->maximum > 0)
    pact_schema_add_integer (definition, "maxLength", type->maximum);
  if (type->media_type != NULL)
    {
      pact_json_add_string (definition, "contentEncoding", "base64");
      pact_json_add_string (definition, "contentMediaType", type->media_type);
    }
}

static void
add_definitions (json_object *root,
                 const PactModel *model)
{
  json_object *definitions = pact_schema_add_object (root, "$defs");

  for (gsize i = 0; i < model->n_kinds; i++)
    {
      if (pact_exchange_has_kind (&model->kinds[i]))
        add_kind (definitions, model, &model->kinds[i]);
    }
  for (gsize i = 0; i < model->n_kinds; i++)
    {
      const PactKind *kind = &model->kinds[i];

      for (gsize j = 0; j < kind->n_fields && pact_exchange_has_kind (kind); j++)
        {
          if (kind->fields[j].vocabulary != NULL && pact_exchange_has_field (&kind->fields[j]))
            pact_schema_add_vocabulary (definitions, kind->fields[j].vocabulary);
        }
    }
  for (gsize i = 0; i < G_N_ELEMENTS (value_types); i++)
    add_value_type (definitions, &value_types[i]);
  add_value_type (definitions, &decimal_type);
  add_value_type (definitions, &floored_decimal_type);
}

static json_object *
add_string_property (json_object *properties,
                     const char *name,
                     const char *description)
{
  json_object *property = pact_schema_add_object (properties, name);

  pact_json_add_string (property, "description", description);
  pact_json_add_string (property, "type", "string");

  return property;
}

static void
add_submission (json_object *properties)
{
  json_object *submission = pact_schema_add_object (properties, "submission");
  json_object *members, *revision;

  pact_json_add_string (submission, "type", "object");
  members = pact_schema_add_object (submission, "properties");
  add_string_property (members, "digest",
                       "“sha256:” and, in hexadecimal, the SHA-256 of the canonical form (RFC 8785) of the member “plan”.");
  revision = pact_schema_add_object (members, "revision");
  pact_json_add_string (revision, "description", "How many times the plan was submitted, with this one.");
  pact_json_add_string (revision, "type", "integer");
  pact_schema_add_integer (revision, "minimum", 1);
  pact_schema_add_integer (revision, "maximum", PACT_MAX_INTEGER);
  add_string_property (members, "recipient", "To whom the plan is submitted.");
}

static void
add_envelope (json_object *root,
              const PactModel *model)
{
  json_object *properties, *property, *list;

  list = pact_json_add (root, "required", json_object_new_array ());
  pact_json_add_string (list, NULL, "format");
  pact_json_add_string (list, NULL, "format_version");
  pact_json_add_string (list, NULL, "plan");

  properties = pact_schema_add_object (root, "properties");
  add_string_property (properties, "$schema", "The name of this schema, its “$id”. It comes with the program.");
  pact_json_add_string (pact_schema_add_object (properties, "format"), "const", PACT_EXCHANGE_FORMAT);
  pact_schema_add_integer (pact_schema_add_object (properties, "format_version"), "const", PACT_EXCHANGE_FORMAT_VERSION);
  add_string_property (properties, "generator", "The program that wrote the file.");
  add_described_reference (properties, "exported",
                           "When the plan was last changed before the export, so that the same plan gives the same file.",
                           "type_timestamp");
  property = add_string_property (properties, "purpose", "Whether the plan is submitted with this file.");
  list = pact_json_add (property, "enum", json_object_new_array ());
  pact_json_add_string (list, NULL, "draft");
  pact_json_add_string (list, NULL, "submission");
  pact_schema_add_reference (pact_schema_add_object (properties, "plan"), "", pact_model_get_root (model)->name);
  add_submission (properties);
}

/**
 * pact_exchange_write_schema:
 * @model: the model table
 *
 * What a submission must contain besides is told by `x-required-for-submission`: true, or
 * `"if-planned"` for what a measure that is in place or does not apply can leave open.
 *
 * Returns: (transfer full): the JSON Schema of the exchange file, in English
 */
char *
pact_exchange_write_schema (const PactModel *model)
{
  g_autoptr (json_object) root = NULL;

  g_return_val_if_fail (model != NULL, NULL);

  root = pact_schema_new (PACT_EXCHANGE_SCHEMA_ID, "Pact Planner exchange file",
                          "A local or regional plan against sexual violence against children. "
                          "References lead to elements of the same file, and identifiers are unique in it.");
  add_envelope (root, model);
  add_definitions (root, model);

  return pact_json_print_text (root);
}
