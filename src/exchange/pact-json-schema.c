/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-json-schema"

#include "config.h"

#include <string.h>

#include "pact-json-private.h"

/*
 * The JSON Schema (2020-12) of the exchange file, made from the model table. It is written for
 * readers of any country and so in English, whatever the language of the interface.
 *
 * Additional members are allowed everywhere: a newer version may write them, and an older one
 * keeps them.
 */

#define DEFINITIONS "#/$defs/"

/* No control characters; several lines may have line breaks and tabs. */
#define LINE_PATTERN "^[^\\u0000-\\u001F\\u007F-\\u009F]*$"
#define PROSE_PATTERN "^[^\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F]*$"

/* The days of every year, and the years that have one more. */
#define DAY_PATTERN \
  "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8])"
#define LEAP_YEAR_PATTERN "([1-9][0-9](0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)"

typedef struct
{
  const char *name;
  const char *description;
  const char *pattern;
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
    "type_language", "A BCP 47 language tag.", "^(?=.{2,35}$)[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$" },
  [PACT_TYPE_CURRENCY] = {
    "type_currency", "An ISO 4217 code.", "^[A-Z]{3}$" },
  [PACT_TYPE_REFERENCE] = {
    "type_uuid", "A UUID in lower case.",
    "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$" },
  [PACT_TYPE_TIMESTAMP] = {
    "type_timestamp", "A moment in UTC, to the second.",
    "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$" },
};

static const ValueType decimal_type = {
  "type_decimal", "A decimal number. Its fraction is kept as it was written; zeros before the number and a sign before nought are dropped.", "^(?=.{1,40}$)-?[0-9]+(\\.[0-9]+)?$"
};

static const ValueType floored_decimal_type = {
  "type_floored_decimal",
  "A decimal number as in type_decimal, or “<” and a number where the exact count could identify a child.",
  "^(?=.{1,40}$)(-?[0-9]+(\\.[0-9]+)?|<[0-9]+)$"
};

static PactJsonNode *
add_object (PactJsonDocument *document,
            PactJsonNode *parent,
            const char *name)
{
  return pact_json_add (document, parent, name, PACT_JSON_OBJECT);
}

static void
add_integer (PactJsonDocument *document,
             PactJsonNode *parent,
             const char *name,
             gint64 number)
{
  pact_json_append (parent, name, pact_json_new_integer (document, number));
}

static void
add_reference (PactJsonDocument *document,
               PactJsonNode *parent,
               const char *prefix,
               const char *name)
{
  g_autofree char *pointer = g_strconcat (DEFINITIONS, prefix, name, NULL);

  pact_json_add_string (document, parent, "$ref", pact_json_keep (document, pointer));
}

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
add_text_rules (PactJsonDocument *document,
                PactJsonNode *property,
                const PactField *field)
{
  pact_json_add_string (document, property, "type", "string");
  add_integer (document, property, "minLength", 1);
  if (field->maximum > 0)
    add_integer (document, property, "maxLength", field->maximum);
  pact_json_add_string (document, property, "pattern", field->type == PACT_TYPE_PROSE ? PROSE_PATTERN : LINE_PATTERN);
  /* Not the keyword “format”: what people write as their website need not be a whole URI. */
  pact_json_add_string (document, property, "x-format", get_format_name (field->format));
}

static void
add_rules (PactJsonDocument *document,
           PactJsonNode *property,
           const PactField *field)
{
  const ValueType *type = find_value_type (field);

  if (type != NULL)
    {
      add_reference (document, property, "", type->name);
      pact_json_add_string (document, property, "x-refers-to", field->target);
      return;
    }

  switch (field->type)
    {
    case PACT_TYPE_CHOICE:
      add_reference (document, property, "vocabulary_", field->vocabulary->name);
      break;
    case PACT_TYPE_CHOICES:
      pact_json_add_string (document, property, "type", "array");
      add_reference (document, add_object (document, property, "items"), "vocabulary_", field->vocabulary->name);
      pact_json_add (document, property, "uniqueItems", PACT_JSON_TRUE);
      break;
    case PACT_TYPE_INTEGER:
    case PACT_TYPE_MONEY:
      pact_json_add_string (document, property, "type", "integer");
      add_integer (document, property, "minimum", field->minimum);
      add_integer (document, property, "maximum", field->maximum);
      if (field->type == PACT_TYPE_MONEY)
        pact_json_add_string (document, property, "x-unit", "minor units of the plan’s currency");
      break;
    case PACT_TYPE_BOOLEAN:
      pact_json_add_string (document, property, "type", "boolean");
      break;
    case PACT_TYPE_JSON:
      pact_json_add_string (document, property, "type", "object");
      break;
    default:
      add_text_rules (document, property, field);
    }
}

static void
add_field (PactJsonDocument *document,
           PactJsonNode *properties,
           const PactField *field)
{
  PactJsonNode *property = add_object (document, properties, field->name);

  pact_json_add_string (document, property, "title", field->label);
  pact_json_add_string (document, property, "description", field->hint);
  add_rules (document, property, field);
  if (field->flags & PACT_FIELD_REQUIRED)
    pact_json_add (document, property, "x-required-for-submission", PACT_JSON_TRUE);
  else if (field->flags & PACT_FIELD_REQUIRED_IF_PLANNED)
    pact_json_add_string (document, property, "x-required-for-submission", "if-planned");
  if (field->flags & PACT_FIELD_PERSONAL)
    pact_json_add (document, property, "x-personal-data", PACT_JSON_TRUE);
}

static void
add_described_reference (PactJsonDocument *document,
                         PactJsonNode *properties,
                         const char *name,
                         const char *description,
                         const char *definition)
{
  PactJsonNode *property = add_object (document, properties, name);

  pact_json_add_string (document, property, "description", description);
  add_reference (document, property, "", definition);
}

static void
add_kind (PactJsonDocument *document,
          PactJsonNode *definitions,
          const PactModel *model,
          const PactKind *kind)
{
  PactJsonNode *definition = add_object (document, definitions, kind->name);
  PactJsonNode *properties;

  pact_json_add_string (document, definition, "title", kind->label);
  pact_json_add_string (document, definition, "type", "object");
  properties = add_object (document, definition, "properties");
  add_described_reference (document, properties, "id", "Unique in the file. Where it is absent, import gives a new one.", "type_uuid");
  add_described_reference (document, properties, "created", "When it was made.", "type_timestamp");
  add_described_reference (document, properties, "modified", "When it was last changed.", "type_timestamp");

  for (gsize i = 0; i < kind->n_fields; i++)
    {
      if (pact_json_has_field (&kind->fields[i]))
        add_field (document, properties, &kind->fields[i]);
    }

  for (gsize i = 0; i < model->n_kinds; i++)
    {
      const PactKind *child = &model->kinds[i];
      PactJsonNode *property;

      if (!pact_json_has_kind (child) || !pact_kind_may_contain (kind, child))
        continue;
      property = add_object (document, properties, child->collection);
      pact_json_add_string (document, property, "title", child->label_plural);
      pact_json_add_string (document, property, "type", "array");
      add_reference (document, add_object (document, property, "items"), "", child->name);
    }
}

static void
add_vocabulary (PactJsonDocument *document,
                PactJsonNode *definitions,
                const PactVocabulary *vocabulary)
{
  g_autofree char *name = g_strconcat ("vocabulary_", vocabulary->name, NULL);
  PactJsonNode *definition, *answers;

  if (pact_json_find (definitions, name) != NULL)
    return;

  definition = add_object (document, definitions, pact_json_keep (document, name));
  pact_json_add_string (document, definition, "type", "string");
  answers = pact_json_add (document, definition, "oneOf", PACT_JSON_ARRAY);
  for (gsize i = 0; i < vocabulary->n_terms; i++)
    {
      PactJsonNode *answer = add_object (document, answers, NULL);

      pact_json_add_string (document, answer, "const", vocabulary->terms[i].code);
      pact_json_add_string (document, answer, "title", vocabulary->terms[i].label);
      pact_json_add_string (document, answer, "description", vocabulary->terms[i].criterion);
    }
}

static void
add_value_type (PactJsonDocument *document,
                PactJsonNode *definitions,
                const ValueType *type)
{
  PactJsonNode *definition;

  if (type->name == NULL)
    return;

  definition = add_object (document, definitions, type->name);
  pact_json_add_string (document, definition, "description", type->description);
  pact_json_add_string (document, definition, "type", "string");
  pact_json_add_string (document, definition, "pattern", type->pattern);
}

static void
add_definitions (PactJsonDocument *document,
                 PactJsonNode *root,
                 const PactModel *model)
{
  PactJsonNode *definitions = add_object (document, root, "$defs");

  for (gsize i = 0; i < model->n_kinds; i++)
    {
      if (pact_json_has_kind (&model->kinds[i]))
        add_kind (document, definitions, model, &model->kinds[i]);
    }
  for (gsize i = 0; i < model->n_kinds; i++)
    {
      const PactKind *kind = &model->kinds[i];

      for (gsize j = 0; j < kind->n_fields && pact_json_has_kind (kind); j++)
        {
          if (kind->fields[j].vocabulary != NULL && pact_json_has_field (&kind->fields[j]))
            add_vocabulary (document, definitions, kind->fields[j].vocabulary);
        }
    }
  for (gsize i = 0; i < G_N_ELEMENTS (value_types); i++)
    add_value_type (document, definitions, &value_types[i]);
  add_value_type (document, definitions, &decimal_type);
  add_value_type (document, definitions, &floored_decimal_type);
}

static PactJsonNode *
add_string_property (PactJsonDocument *document,
                     PactJsonNode *properties,
                     const char *name,
                     const char *description)
{
  PactJsonNode *property = add_object (document, properties, name);

  pact_json_add_string (document, property, "description", description);
  pact_json_add_string (document, property, "type", "string");

  return property;
}

static void
add_submission (PactJsonDocument *document,
                PactJsonNode *properties)
{
  PactJsonNode *submission = add_object (document, properties, "submission");
  PactJsonNode *members, *revision;

  pact_json_add_string (document, submission, "type", "object");
  members = add_object (document, submission, "properties");
  add_string_property (document, members, "digest",
                       "“sha256:” and, in hexadecimal, the SHA-256 of the canonical form (RFC 8785) of the member “plan”.");
  revision = add_object (document, members, "revision");
  pact_json_add_string (document, revision, "description", "How many times the plan was submitted, with this one.");
  pact_json_add_string (document, revision, "type", "integer");
  add_integer (document, revision, "minimum", 1);
  add_integer (document, revision, "maximum", PACT_MAX_INTEGER);
  add_string_property (document, members, "recipient", "To whom the plan is submitted.");
}

static void
add_envelope (PactJsonDocument *document,
              PactJsonNode *root,
              const PactModel *model)
{
  PactJsonNode *properties, *property, *list;

  list = pact_json_add (document, root, "required", PACT_JSON_ARRAY);
  pact_json_add_string (document, list, NULL, "format");
  pact_json_add_string (document, list, NULL, "format_version");
  pact_json_add_string (document, list, NULL, "plan");

  properties = add_object (document, root, "properties");
  add_string_property (document, properties, "$schema", "The name of this schema, its “$id”. It comes with the program.");
  pact_json_add_string (document, add_object (document, properties, "format"), "const", PACT_JSON_FORMAT);
  add_integer (document, add_object (document, properties, "format_version"), "const", PACT_JSON_FORMAT_VERSION);
  add_string_property (document, properties, "generator", "The program that wrote the file.");
  add_described_reference (document, properties, "exported",
                           "When the plan was last changed before the export, so that the same plan gives the same file.",
                           "type_timestamp");
  property = add_string_property (document, properties, "purpose", "Whether the plan is submitted with this file.");
  list = pact_json_add (document, property, "enum", PACT_JSON_ARRAY);
  pact_json_add_string (document, list, NULL, "draft");
  pact_json_add_string (document, list, NULL, "submission");
  add_reference (document, add_object (document, properties, "plan"), "", pact_model_get_root (model)->name);
  add_submission (document, properties);
}

/**
 * pact_json_write_schema:
 * @model: the model table
 *
 * What a submission must contain besides is told by `x-required-for-submission`: true, or
 * `"if-planned"` for what a measure that is in place or does not apply can leave open.
 *
 * Returns: (transfer full): the JSON Schema of the exchange file, in English
 */
char *
pact_json_write_schema (const PactModel *model)
{
  g_autoptr (PactJsonDocument) document = NULL;
  g_autoptr (GString) out = NULL;
  PactJsonNode *root;

  g_return_val_if_fail (model != NULL, NULL);

  document = pact_json_document_new (NULL);
  root = pact_json_new (document, PACT_JSON_OBJECT);
  pact_json_add_string (document, root, "$schema", "https://json-schema.org/draft/2020-12/schema");
  pact_json_add_string (document, root, "$id", PACT_JSON_SCHEMA_ID);
  pact_json_add_string (document, root, "title", "Pact Planner exchange file");
  pact_json_add_string (document, root, "description",
                        "A local or regional plan against sexual violence against children. "
                        "References lead to elements of the same file, and identifiers are unique in it.");
  pact_json_add_string (document, root, "type", "object");
  add_envelope (document, root, model);
  add_definitions (document, root, model);

  out = g_string_new (NULL);
  pact_json_print (out, root, TRUE);
  g_string_append_c (out, '\n');

  return g_string_free (g_steal_pointer (&out), FALSE);
}
