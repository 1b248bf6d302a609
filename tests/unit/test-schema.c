/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "pact-exchange.h"
#include "pact-json.h"
#include "sample.h"

/* What a validator says to the schema is in check-schema.py. */

static json_object *
parse_schema (const PactModel *model)
{
  g_autofree char *text = pact_exchange_write_schema (model);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  json_object *schema;

  pact_json_parse (bytes, &schema, &error);
  g_assert_no_error (error);

  return schema;
}

static json_object *
find_property (json_object *schema,
               const char *kind,
               const char *name)
{
  json_object *definition = json_object_object_get (json_object_object_get (schema, "$defs"), kind);

  return json_object_object_get (json_object_object_get (definition, "properties"), name);
}

static const char *
get_text (json_object *object,
          const char *name)
{
  json_object *member = json_object_object_get (object, name);

  return json_object_is_type (member, json_type_boolean) ? NULL : json_object_get_string (member);
}

static void
test_every_field (void)
{
  const PactModel *model = pact_model_get_default ();
  g_autoptr (json_object) schema = parse_schema (model);

  for (gsize i = 0; i < model->n_kinds; i++)
    {
      const PactKind *kind = &model->kinds[i];
      gboolean is_exported = !g_str_equal (kind->name, "submission");

      for (gsize j = 0; j < kind->n_fields; j++)
        {
          const PactField *field = &kind->fields[j];
          json_object *property = find_property (schema, kind->name, field->name);
          json_object *required = json_object_object_get (property, "x-required-for-submission");

          g_test_message ("%s.%s", kind->name, field->name);
          g_assert_cmpint (property != NULL, ==, is_exported && !(field->flags & PACT_FIELD_NOT_EXPORTED));
          if (property == NULL)
            continue;
          g_assert_cmpstr (get_text (property, "title"), ==, field->label);
          g_assert_cmpstr (get_text (property, "description"), ==, field->hint);
          g_assert_cmpint (json_object_is_type (required, json_type_boolean), ==, (field->flags & PACT_FIELD_REQUIRED) != 0);
          g_assert_cmpint (json_object_object_get (property, "x-personal-data") != NULL, ==, (field->flags & PACT_FIELD_PERSONAL) != 0);
          g_assert_cmpstr (get_text (property, "x-refers-to"), ==, field->target);
        }
      for (gsize j = 0; j < model->n_kinds && is_exported; j++)
        {
          json_object *property = find_property (schema, model->kinds[j].name, kind->collection);
          gboolean is_child = !g_str_equal (model->kinds[j].name, "submission") && pact_kind_may_contain (&model->kinds[j], kind);

          g_assert_cmpint (property != NULL, ==, is_child);
        }
    }
  g_assert_cmpstr (get_text (find_property (schema, "measure", "start"), "x-required-for-submission"), ==, "if-planned");
}

/* No field may be named like what stands beside the fields in an element's object. */
static void
test_names (void)
{
  const PactModel *model = pact_model_get_default ();

  for (gsize i = 0; i < model->n_kinds; i++)
    {
      const PactKind *kind = &model->kinds[i];
      g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

      g_hash_table_add (names, (gpointer) "id");
      g_hash_table_add (names, (gpointer) "created");
      g_hash_table_add (names, (gpointer) "modified");
      for (gsize j = 0; j < kind->n_fields; j++)
        g_assert_true (g_hash_table_add (names, (gpointer) kind->fields[j].name));
      for (gsize j = 0; j < model->n_kinds; j++)
        {
          if (pact_kind_may_contain (kind, &model->kinds[j]))
            g_assert_true (g_hash_table_add (names, (gpointer) model->kinds[j].collection));
        }
    }
}

static void
test_new_field (void)
{
  static const PactField field = { .name = "x_moon_phase", .type = PACT_TYPE_INTEGER, .label = "Moon phase",
                                   .hint = "From new to full.", .flags = PACT_FIELD_REQUIRED_IF_PLANNED, .maximum = 7 };
  g_autoptr (json_object) schema = parse_schema (sample_model_with_field ("measure", &field));
  json_object *property = find_property (schema, "measure", "x_moon_phase");

  g_assert_nonnull (property);
  g_assert_cmpstr (get_text (property, "title"), ==, "Moon phase");
  g_assert_cmpstr (get_text (property, "type"), ==, "integer");
  g_assert_cmpstr (get_text (property, "maximum"), ==, "7");
  g_assert_cmpstr (get_text (property, "x-required-for-submission"), ==, "if-planned");
}

static void
test_determinism (void)
{
  g_autofree char *first = pact_exchange_write_schema (pact_model_get_default ());
  g_autofree char *second = NULL;

  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    setlocale (LC_ALL, "C.UTF-8");
  second = pact_exchange_write_schema (pact_model_get_default ());
  setlocale (LC_ALL, "C");

  g_assert_cmpstr (first, ==, second);
  g_assert_true (g_str_has_suffix (first, "}\n"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/every-field", test_every_field);
  g_test_add_func ("/schema/names", test_names);
  g_test_add_func ("/schema/new-field", test_new_field);
  g_test_add_func ("/schema/determinism", test_determinism);

  return g_test_run ();
}
