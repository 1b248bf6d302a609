/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "pact-exchange.h"
#include "pact-json.h"

/* The largest plan that can be exchanged, and what is larger. */

static const PactExportOptions draft = { .draft = TRUE };

static GPtrArray *
read_plan (GBytes *bytes,
           const PactModel *model)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *records = pact_exchange_read_plan (bytes, model, &problems, &error);

  if (problems != NULL)
    g_test_message ("%s: %s", ((PactProblem *) problems->pdata[0])->path, ((PactProblem *) problems->pdata[0])->message);
  g_assert_no_error (error);
  g_assert_null (problems);
  g_assert_nonnull (records);

  return records;
}

/* Writes a plan with @n_elements elements, the plan itself and @n_values values in an unknown member of it. */
static GBytes *
write_large_plan (guint n_elements,
                  guint n_values,
                  GError **error)
{
  const PactModel *model = pact_model_get_default ();
  g_autoptr (GPtrArray) records = pact_record_list_new ();
  g_autoptr (GString) extra = g_string_new ("{\"x\":[0");
  g_autoptr (PactPlan) plan = NULL;
  PactRecord *root = pact_record_new (pact_model_get_root (model), NULL);

  g_ptr_array_add (records, root);
  for (guint i = 1; i < n_elements; i++)
    {
      PactRecord *record = g_new0 (PactRecord, 1);

      record->kind = pact_model_find_kind (model, "document");
      record->uuid = g_uuid_string_random ();
      record->parent = g_strdup (root->uuid);
      record->values = g_new0 (char *, record->kind->n_fields + 1);
      g_ptr_array_add (records, record);
    }
  for (guint i = 1; i < n_values; i++)
    g_string_append (extra, ",0");
  g_string_append (extra, "]}");
  root->extra = g_steal_pointer (&extra->str);
  plan = pact_plan_new_from_records (model, records, NULL);
  g_assert_nonnull (plan);

  return pact_exchange_write_plan (plan, &draft, error);
}

/* What is written can be read: also the largest plan, and what is larger is not written. */
static void
test_largest (void)
{
  /* What the file has besides the zeros: itself, eight members, four of the plan, the digest. */
  const guint n_others = 1 + 8 + 4 + 1;
  g_autoptr (GBytes) elements = write_large_plan (PACT_EXCHANGE_MAX_ELEMENTS, 1, NULL);
  g_autoptr (GBytes) values = write_large_plan (1, PACT_JSON_MAX_VALUES - n_others, NULL);
  g_autoptr (GPtrArray) records = read_plan (elements, pact_model_get_default ());
  g_autoptr (GPtrArray) records_of_one = read_plan (values, pact_model_get_default ());
  g_autoptr (GError) elements_error = NULL;
  g_autoptr (GError) values_error = NULL;

  g_assert_cmpuint (records->len, ==, PACT_EXCHANGE_MAX_ELEMENTS);
  g_assert_null (write_large_plan (PACT_EXCHANGE_MAX_ELEMENTS + 1, 1, &elements_error));
  g_assert_error (elements_error, PACT_EXCHANGE_ERROR, PACT_EXCHANGE_ERROR_CONTENT);
  g_assert_null (write_large_plan (1, PACT_JSON_MAX_VALUES - n_others + 1, &values_error));
  g_assert_error (values_error, PACT_EXCHANGE_ERROR, PACT_EXCHANGE_ERROR_CONTENT);
}

static void
test_too_large (void)
{
  const PactModel *model = pact_model_get_default ();
  g_autoptr (GPtrArray) records = pact_record_list_new ();
  g_autoptr (PactPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = g_strnfill (1000000, 'x');
  PactRecord *root = pact_record_new (pact_model_get_root (model), NULL);

  g_ptr_array_add (records, root);
  for (int i = 0; i < 70; i++)
    {
      PactRecord *record = pact_record_new (pact_model_find_kind (model, "pillar"), root->uuid);

      record->extra = g_strdup_printf ("{\"x\":\"%s\"}", line);
      g_ptr_array_add (records, record);
    }
  plan = pact_plan_new_from_records (model, records, NULL);
  g_assert_null (pact_exchange_write_plan (plan, &draft, &error));
  g_assert_error (error, PACT_EXCHANGE_ERROR, PACT_EXCHANGE_ERROR_CONTENT);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange-bounds/largest", test_largest);
  g_test_add_func ("/exchange-bounds/too-large", test_too_large);

  return g_test_run ();
}
