/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "pact-exchange.h"
#include "pact-json.h"
#include "pact-value.h"
#include "sample.h"

#define ID_1 "11111111-1111-4111-8111-111111111111"
#define ID_2 "22222222-2222-4222-8222-222222222222"
#define HEAD "{\"format\":\"pact-plan\",\"format_version\":1,"

static const PactExportOptions draft = { .draft = TRUE };

static GBytes *
write_plan (PactPlan *plan,
            const PactExportOptions *options)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = pact_exchange_write_plan (plan, options, &error);

  g_assert_no_error (error);

  return bytes;
}

static const char *
get_text (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  /* Files end with a line break, which stands in here for the missing NUL. */
  g_assert_cmpint (text[length - 1], ==, '\n');

  return text;
}

static gboolean
contains (GBytes *bytes,
          const char *text)
{
  return g_strstr_len (get_text (bytes), g_bytes_get_size (bytes), text) != NULL;
}

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

static PactPlan *
read_as_plan (GBytes *bytes,
              const PactModel *model)
{
  g_autoptr (GPtrArray) records = read_plan (bytes, model);
  g_autoptr (GError) error = NULL;
  PactPlan *plan = pact_plan_new_from_records (model, records, &error);

  g_assert_no_error (error);

  return plan;
}

static GPtrArray *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return read_plan (bytes, pact_model_get_default ());
}

/* Reads what is wrong with a text that cannot be read. */
static GPtrArray *
read_problems (const char *text,
               PactExchangeError code)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  GPtrArray *problems = NULL;
  GPtrArray *records = pact_exchange_read_plan (bytes, pact_model_get_default (), &problems, &error);

  g_assert_error (error, PACT_EXCHANGE_ERROR, (int) code);
  g_assert_null (records);
  g_assert_nonnull (problems);
  g_assert_cmpuint (problems->len, >, 0);

  return problems;
}

static const char *
get_path (GPtrArray *problems,
          guint index)
{
  g_assert_cmpuint (index, <, problems->len);

  return ((PactProblem *) g_ptr_array_index (problems, index))->path;
}

/* Members that this version does not know are exported in a place of their own. */
static gboolean
stays_in_library (const PactField *field)
{
  return (field->flags & PACT_FIELD_NOT_EXPORTED) != 0 && field->type != PACT_TYPE_JSON;
}

static void
test_round_trip (void)
{
  const PactModel *model = pact_model_get_default ();
  g_autoptr (GPtrArray) records = sample_records_new (model);
  g_autoptr (PactPlan) plan = sample_plan_new (model);
  g_autoptr (GBytes) bytes = write_plan (plan, &draft);
  g_autoptr (PactPlan) again = read_as_plan (bytes, model);
  g_autoptr (GBytes) bytes_again = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      const PactRecord *record = g_ptr_array_index (records, i);
      PactElement *element = pact_plan_lookup (again, record->uuid);

      if (g_str_equal (record->kind->name, "submission"))
        {
          g_assert_null (element);
          continue;
        }
      g_assert_nonnull (element);
      g_assert_true (pact_element_get_kind (element) == record->kind);
      g_assert_cmpstr (pact_element_get_created (element), ==, record->created);
      g_assert_cmpstr (pact_element_get_modified (element), ==, record->modified);
      g_assert_cmpint (pact_element_get_position (element), ==, record->position);
      g_assert_null (pact_element_get_extra (element));
      if (record->parent != NULL)
        g_assert_cmpstr (pact_element_get_uuid (pact_element_get_parent (element)), ==, record->parent);
      for (gsize j = 0; j < record->kind->n_fields; j++)
        {
          const PactField *field = &record->kind->fields[j];

          g_assert_nonnull (record->values[j]);
          g_assert_cmpstr (pact_element_get_value (element, field), ==, stays_in_library (field) ? NULL : record->values[j]);
        }
    }

  bytes_again = write_plan (again, &draft);
  g_assert_true (g_bytes_equal (bytes, bytes_again));
}

static void
test_form (void)
{
  static const char expected[] =
    "{\n"
    "  \"$schema\": \"urn:uuid:2c79c515-9d10-4876-a996-a942573ba43d\",\n"
    "  \"format\": \"pact-plan\",\n"
    "  \"format_version\": 1,\n"
    "  \"generator\": \"Pact Planner " PACKAGE_VERSION "\",\n"
    "  \"exported\": \"2027-01-02T03:04:05Z\",\n"
    "  \"purpose\": \"submission\",\n"
    "  \"plan\": {\n"
    "    \"id\": \"" ID_1 "\",\n"
    "    \"created\": \"2027-01-02T03:04:05Z\",\n"
    "    \"modified\": \"2027-01-02T03:04:05Z\",\n"
    "    \"title\": \"“Ä”\",\n"
    "    \"population\": 12,\n"
    "    \"competences\": [\n"
    "      \"education\",\n"
    "      \"police\"\n"
    "    ],\n"
    "    \"pillars\": [\n"
    "      {\n"
    "        \"id\": \"" ID_2 "\",\n"
    "        \"created\": \"2027-01-02T03:04:05Z\",\n"
    "        \"modified\": \"2027-01-02T03:04:05Z\",\n"
    "        \"x_empty\": {},\n"
    "        \"x_list\": []\n"
    "      }\n"
    "    ]\n"
    "  },\n"
    "  \"submission\": {\n"
    "    \"digest\": \"sha256:bc8c34887922ec72d5f003b8951e059d13925b06ed34b656c51d673a96afea92\",\n"
    "    \"revision\": 3,\n"
    "    \"recipient\": \"Strasbourg\"\n"
    "  }\n"
    "}\n";
  static const PactExportOptions options = { .revision = 3, .recipient = "Strasbourg" };
  static const char source_text[] =
    HEAD "\"plan\":{\"pillars\":[{\"x_empty\":{},\"id\":\"" ID_2 "\",\"created\":\"2027-01-02T03:04:05Z\","
         "\"modified\":\"2027-01-02T03:04:05Z\",\"x_list\":[]}],\"competences\":[\"police\",\"education\"],"
         "\"id\":\"" ID_1 "\",\"created\":\"2027-01-02T03:04:05Z\",\"modified\":\"2027-01-02T03:04:05Z\","
         "\"population\":1.2e1,\"title\":\"\\u201cÄ\\u201d\"}}";
  g_autoptr (GBytes) source = g_bytes_new_static (source_text, strlen (source_text));
  g_autoptr (PactPlan) plan = read_as_plan (source, pact_model_get_default ());
  g_autoptr (GBytes) bytes = write_plan (plan, &options);
  g_autofree char *text = g_strndup (get_text (bytes), g_bytes_get_size (bytes));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_determinism (void)
{
  const PactModel *model = pact_model_get_default ();
  g_autoptr (PactPlan) one = sample_plan_new (model);
  g_autoptr (PactPlan) two = sample_plan_new (model);
  g_autoptr (GBytes) first = write_plan (one, &draft);
  g_autoptr (GBytes) second = write_plan (two, &draft);
  g_autoptr (GBytes) third = NULL;
  g_autofree char *digest = pact_exchange_digest_plan (one, FALSE);
  g_autofree char *line = g_strdup_printf ("\"digest\": \"%s\"", digest);
  g_autofree char *of_file = pact_exchange_digest_document (first, NULL);

  g_assert_true (g_bytes_equal (first, second));
  g_assert_true (contains (first, line));
  g_assert_cmpstr (of_file, ==, digest);

  /* No locale has a say. */
  if (setlocale (LC_ALL, "de_DE.UTF-8") != NULL || setlocale (LC_ALL, "fr_FR.UTF-8") != NULL)
    {
      third = write_plan (one, &draft);
      setlocale (LC_ALL, "C.UTF-8");
      g_assert_true (g_bytes_equal (first, third));
    }
}

static void
test_not_exported (void)
{
  g_autoptr (PactPlan) plan = sample_plan_new (pact_model_get_default ());
  g_autoptr (GBytes) bytes = write_plan (plan, &draft);

  g_assert_false (contains (bytes, "\"submissions\""));
  g_assert_false (contains (bytes, "\"envelope\""));
  g_assert_true (contains (bytes, "\n  \"x_later\": [\n    1,\n    2.50,\n"));
}

static void
check_withheld (PactElement *element,
                gpointer data)
{
  const PactKind *kind = pact_element_get_kind (element);

  for (gsize i = 0; i < kind->n_fields; i++)
    {
      /* What is in an object may be said of a person, too. */
      gboolean is_object = kind->fields[i].type == PACT_TYPE_JSON;

      if ((kind->fields[i].flags & PACT_FIELD_PERSONAL) || is_object || stays_in_library (&kind->fields[i]))
        g_assert_null (pact_element_get_value (element, &kind->fields[i]));
      else
        g_assert_nonnull (pact_element_get_value (element, &kind->fields[i]));
    }
  g_assert_null (pact_element_get_extra (element));
}

static void
test_withheld (void)
{
  static const PactExportOptions options = { .draft = TRUE, .withhold_personal = TRUE };
  g_autoptr (PactPlan) plan = sample_plan_new (pact_model_get_default ());
  g_autoptr (GBytes) bytes = write_plan (plan, &options);
  g_autoptr (PactPlan) again = read_as_plan (bytes, pact_model_get_default ());
  g_autofree char *digest = pact_exchange_digest_plan (plan, TRUE);
  g_autofree char *whole = pact_exchange_digest_plan (plan, FALSE);

  pact_element_walk (pact_plan_get_root (again), check_withheld, NULL);
  g_assert_true (contains (bytes, digest));
  g_assert_cmpstr (digest, !=, whole);
}

static void
test_purpose (void)
{
  static const PactExportOptions options = { .revision = 7, .recipient = "" };
  g_autoptr (PactPlan) plan = sample_plan_new (pact_model_get_default ());
  g_autoptr (GBytes) as_draft = write_plan (plan, &draft);
  g_autoptr (GBytes) as_submission = write_plan (plan, &options);

  g_assert_true (contains (as_draft, "\"purpose\": \"draft\""));
  g_assert_false (contains (as_draft, "\"revision\": 7"));
  g_assert_true (contains (as_submission, "\"purpose\": \"submission\""));
  g_assert_true (contains (as_submission, "\"revision\": 7"));
  g_assert_false (contains (as_submission, "\"recipient\": \"\""));
}

static void
test_unknown_members (void)
{
  g_autoptr (GPtrArray) records = read_text (
    HEAD "\"zeta\":[1.0,1e2,123456789012345678901234567890],\"plan\":{\"title\":\"T\",\"x\":{\"b\":null,\"a\":\"\\ud83c\\udf0d\\n\"},"
         "\"submissions\":[1],\"envelope\":{},\"pillars\":[{\"y\":-0}]},\"alpha\":true,"
         "\"submission\":{\"channel\":{\"n\":2.50},\"revision\":3,\"stamp\":\"S\"}}");
  const PactRecord *plan = records->pdata[0];
  const PactRecord *pillar = records->pdata[1];
  g_autoptr (PactPlan) whole = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) again = NULL;

  g_assert_cmpstr (plan->extra, ==, "{\"x\":{\"b\":null,\"a\":\"🌍\\n\"},\"submissions\":[1],\"envelope\":{}}");
  g_assert_cmpstr (pillar->extra, ==, "{\"y\":-0}");
  g_assert_cmpstr (pact_record_get (plan, "envelope"), ==,
                   "{\"submission\":{\"channel\":{\"n\":2.50},\"stamp\":\"S\"},"
                   "\"zeta\":[1.0,1e2,123456789012345678901234567890],\"alpha\":true}");

  whole = pact_plan_new_from_records (pact_model_get_default (), records, NULL);
  bytes = write_plan (whole, &draft);
  again = read_plan (bytes, pact_model_get_default ());
  g_assert_cmpstr (((PactRecord *) again->pdata[0])->extra, ==, plan->extra);
  g_assert_cmpstr (((PactRecord *) again->pdata[1])->extra, ==, pillar->extra);
  g_assert_cmpstr (pact_record_get (again->pdata[0], "envelope"), ==, pact_record_get (plan, "envelope"));
}

/* The members of a submission alone, which are kept in the same place. */
static void
test_unknown_members_of_submission (void)
{
  g_autoptr (GPtrArray) records = read_text (HEAD "\"plan\":{},\"submission\":{\"digest\":\"sha256:0\",\"stamp\":\"S\"}}");
  g_autoptr (PactPlan) plan = pact_plan_new_from_records (pact_model_get_default (), records, NULL);
  g_autoptr (GBytes) bytes = write_plan (plan, &draft);

  g_assert_cmpstr (pact_record_get (records->pdata[0], "envelope"), ==, "{\"submission\":{\"stamp\":\"S\"}}");
  g_assert_true (contains (bytes, "\"stamp\": \"S\"\n  }\n}\n"));
  g_assert_false (contains (bytes, "sha256:0\""));
}

/* A row more: a file of the older version is read, and what it kept for the newer one is found. */
static void
test_new_field (void)
{
  static const PactField field = { .name = "x_moon_phase", .type = PACT_TYPE_INTEGER, .label = "Moon phase", .maximum = 7 };
  const PactModel *newer = sample_model_with_field ("measure", &field);
  g_autoptr (PactPlan) plan = sample_plan_new (newer);
  g_autoptr (GBytes) bytes = write_plan (plan, &draft);
  g_autoptr (PactPlan) older = read_as_plan (bytes, pact_model_get_default ());
  g_autoptr (GBytes) by_older = write_plan (older, &draft);
  g_autoptr (PactPlan) back = read_as_plan (by_older, newer);
  g_autoptr (GBytes) by_newer = write_plan (back, &draft);
  g_autoptr (GPtrArray) records = NULL;

  g_assert_true (contains (bytes, "\"x_moon_phase\": 7"));
  g_assert_true (contains (by_older, "\"x_moon_phase\": 7"));
  g_assert_true (g_bytes_equal (bytes, by_newer));

  /* The database of the newer version still has what the older one put aside. */
  records = pact_plan_to_records (back);
  for (guint i = 0; i < records->len; i++)
    {
      PactRecord *record = g_ptr_array_index (records, i);

      if (g_str_equal (record->kind->name, "measure"))
        record->extra = g_strdup ("{\"x_moon_phase\":1,\"x_tide\":2}");
    }
  g_clear_object (&back);
  g_clear_pointer (&by_newer, g_bytes_unref);
  back = pact_plan_new_from_records (newer, records, NULL);
  by_newer = write_plan (back, &draft);
  g_assert_true (contains (by_newer, "\"x_moon_phase\": 7"));
  g_assert_false (contains (by_newer, "\"x_moon_phase\": 1"));
  g_assert_true (contains (by_newer, "\"x_tide\": 2"));
}

static void
test_defaults (void)
{
  g_autoptr (GPtrArray) records = read_text ("\xef\xbb\xbf" HEAD "\"plan\":{\"pillars\":[{},{}],\"competences\":[]}}");
  const PactRecord *plan = records->pdata[0];
  const PactRecord *second = records->pdata[2];

  g_assert_cmpuint (records->len, ==, 3);
  g_assert_true (pact_uuid_is_valid (plan->uuid));
  g_assert_cmpstr (plan->created, ==, plan->modified);
  g_assert_nonnull (plan->created);
  g_assert_null (plan->extra);
  g_assert_null (pact_record_get (plan, "competences"));
  g_assert_null (pact_record_get (plan, "envelope"));
  g_assert_cmpstr (second->parent, ==, plan->uuid);
  g_assert_cmpint (second->position, ==, PACT_POSITION_STEP);
}

static void
test_integers (void)
{
  g_autoptr (GPtrArray) records = read_text (
    HEAD "\"plan\":{\"population\":5.0,\"children\":-0,\"funding_sources\":[{\"ceiling\":9007199254740991},{\"ceiling\":9.007199254740991e15},{\"ceiling\":10000e-2}]}}");

  g_assert_cmpstr (pact_record_get (records->pdata[0], "population"), ==, "5");
  g_assert_cmpstr (pact_record_get (records->pdata[0], "children"), ==, "0");
  g_assert_cmpstr (pact_record_get (records->pdata[1], "ceiling"), ==, "9007199254740991");
  g_assert_cmpstr (pact_record_get (records->pdata[2], "ceiling"), ==, "9007199254740991");
  g_assert_cmpstr (pact_record_get (records->pdata[3], "ceiling"), ==, "100");
}

/* Zeros before a number are dropped, also where it stands for yes or no. What an older version wrote with them is read. */
static void
test_decimals (void)
{
  static const char *const numbers[][3] = {
    { "007", "number", "7" },    { "0", "number", "0" },     { "-0", "number", "0" },     { "-007.50", "number", "-7.50" },
    { "00012", "yes-no", "12" }, { "01", "yes-no", "1" },    { "000", "yes-no", "0" },    { "0.0", "number", "0.0" },
    { "12.50", "number", "12.50" },
  };
  const PactModel *model = pact_model_get_default ();

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text =
        g_strdup_printf (HEAD "\"plan\":{\"pillars\":[{\"objectives\":[{\"measures\":[{\"indicators\":["
                         "{\"type\":\"%s\",\"baseline\":\"%s\"}]}]}]}]}}",
                         numbers[i][1], numbers[i][0]);
      g_autoptr (GPtrArray) records = read_text (text);
      const PactRecord *indicator = g_ptr_array_index (records, records->len - 1);

      g_assert_true (indicator->kind == pact_model_find_kind (model, "indicator"));
      g_assert_cmpstr (pact_record_get (indicator, "baseline"), ==, numbers[i][2]);
    }
}

/* A submission that somebody changed is found out; a draft may be changed. */
static void
test_digest (void)
{
  static const PactExportOptions submission = { .revision = 1 };
  g_autoptr (PactPlan) plan = sample_plan_new (pact_model_get_default ());
  g_autoptr (GBytes) bytes = write_plan (plan, &submission);
  g_autoptr (GBytes) draft_bytes = write_plan (plan, &draft);
  g_autoptr (GPtrArray) untouched = read_plan (bytes, pact_model_get_default ());
  g_autoptr (GString) text = g_string_new_len (get_text (bytes), g_bytes_get_size (bytes));
  g_autoptr (GString) draft_text = g_string_new_len (get_text (draft_bytes), g_bytes_get_size (draft_bytes));
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) records = NULL;

  g_assert_cmpuint (g_string_replace (text, "FR-67", "FR-68", 0), ==, 1);
  problems = read_problems (text->str, PACT_EXCHANGE_ERROR_CONTENT);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (get_path (problems, 0), ==, "$.submission.digest");

  g_assert_cmpuint (g_string_replace (draft_text, "FR-67", "FR-68", 0), ==, 1);
  records = read_text (draft_text->str);
  g_assert_cmpstr (pact_record_get (records->pdata[0], "subdivision"), ==, "FR-68");
}

/* The digest stands for the plan, however its file is written; its SHA-256 was computed by other means. */
static void
test_digest_of_document (void)
{
  static const char *const texts[] = {
    "{\"plan\":{\"title\":\"\\u00e4\",\"population\":1e1}}",
    "{\"format\":\"x\", \"plan\" : {\n\"population\" : 10.0, \"title\" : \"ä\" } }",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autofree char *digest = pact_exchange_digest_document (bytes, NULL);

      g_assert_cmpstr (digest, ==, "sha256:4d437c447b94466806aa97c4cd38d39d40c5b14255fa4d7601f2000db81a5e23");
    }
}

static void
test_digest_errors (void)
{
  static const char *const texts[] = { "[]", "{}", "{\"plan\":1}" };
  g_autoptr (GBytes) broken = g_bytes_new_static ("{", 1);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));

      g_assert_null (pact_exchange_digest_document (bytes, &error));
      g_assert_error (error, PACT_EXCHANGE_ERROR, PACT_EXCHANGE_ERROR_FORMAT);
      g_clear_error (&error);
    }
  g_assert_null (pact_exchange_digest_document (broken, &error));
  g_assert_error (error, PACT_EXCHANGE_ERROR, PACT_EXCHANGE_ERROR_SYNTAX);
}

static void
test_clip (void)
{
  const PactModel *model = pact_model_get_default ();
  g_autoptr (PactPlan) plan = sample_plan_new (model);
  g_autoptr (GPtrArray) elements = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) expected = pact_record_list_new ();
  g_autoptr (PactClip) clip = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GPtrArray *records;
  GListModel *actors = pact_element_get_children_by_name (pact_plan_get_root (plan), "actor");
  GListModel *pillars = pact_element_get_children_by_name (pact_plan_get_root (plan), "pillar");

  g_ptr_array_add (elements, g_list_model_get_item (actors, 1));
  g_ptr_array_add (elements, g_list_model_get_item (pillars, 0));
  text = pact_exchange_write_clip (elements);
  clip = pact_exchange_read_clip (text, model, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (clip->currency, ==, pact_plan_get_currency (plan));
  records = clip->records;

  for (guint i = 0; i < elements->len; i++)
    {
      g_autoptr (GPtrArray) below = pact_element_to_records (g_ptr_array_index (elements, i));

      g_ptr_array_extend_and_steal (expected, g_steal_pointer (&below));
    }
  g_assert_cmpuint (records->len, ==, expected->len);
  for (guint i = 0; i < records->len; i++)
    {
      const PactRecord *record = g_ptr_array_index (records, i);
      const PactRecord *original = g_ptr_array_index (expected, i);
      gboolean is_root = g_str_equal (original->parent, pact_element_get_uuid (pact_plan_get_root (plan)));

      g_assert_true (record->kind == original->kind);
      g_assert_cmpstr (record->uuid, ==, original->uuid);
      g_assert_cmpstr (record->parent, ==, is_root ? NULL : original->parent);
      for (gsize j = 0; j < record->kind->n_fields; j++)
        g_assert_cmpstr (record->values[j], ==, original->values[j]);
    }
}

static void
test_clip_errors (void)
{
  static const struct
  {
    const char *text;
    PactExchangeError code;
  } cases[] = {
    { "", PACT_EXCHANGE_ERROR_SYNTAX },
    { "Dear all", PACT_EXCHANGE_ERROR_SYNTAX },
    { "17", PACT_EXCHANGE_ERROR_FORMAT },
    { "{\"format\":\"pact-clip\",\"format_version\":2,\"elements\":[{}]}", PACT_EXCHANGE_ERROR_FORMAT },
    { "{\"format\":\"pact-clip\",\"format_version\":1,\"elements\":[]}", PACT_EXCHANGE_ERROR_FORMAT },
    { "{\"format\":\"pact-clip\",\"format_version\":1,\"currency\":978,\"elements\":[{}]}", PACT_EXCHANGE_ERROR_FORMAT },
    { "{\"format\":\"pact-clip\",\"format_version\":1,\"referenced\":5,\"elements\":[{}]}", PACT_EXCHANGE_ERROR_FORMAT },
    { "{\"format\":\"pact-clip\",\"format_version\":1,\"elements\":[5]}", PACT_EXCHANGE_ERROR_CONTENT },
    { "{\"format\":\"pact-clip\",\"format_version\":1,\"elements\":[{\"kind\":\"dragon\",\"element\":{}}]}", PACT_EXCHANGE_ERROR_CONTENT },
    { "{\"format\":\"pact-clip\",\"format_version\":1,\"elements\":[{\"kind\":\"submission\",\"element\":{}}]}", PACT_EXCHANGE_ERROR_CONTENT },
    { "{\"format\":\"pact-clip\",\"format_version\":1,\"elements\":[{\"kind\":\"measure\",\"element\":{\"title\":1}}]}",
      PACT_EXCHANGE_ERROR_CONTENT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (pact_exchange_read_clip (cases[i].text, pact_model_get_default (), &error));
      g_assert_error (error, PACT_EXCHANGE_ERROR, (int) cases[i].code);
    }
}

/* What every field takes can be written and read again. */
static void
test_limits (gconstpointer data)
{
  const PactModel *model = pact_model_get_default ();
  g_autoptr (GPtrArray) records = sample_records_at_limits (model, GPOINTER_TO_INT (data));
  g_autoptr (GError) error = NULL;
  g_autoptr (PactPlan) plan = pact_plan_new_from_records (model, records, &error);
  g_autoptr (GBytes) bytes = write_plan (plan, &draft);
  g_autoptr (PactPlan) again = read_as_plan (bytes, model);

  for (guint i = 0; i < records->len; i++)
    {
      const PactRecord *record = g_ptr_array_index (records, i);
      PactElement *element = pact_plan_lookup (again, record->uuid);

      for (gsize j = 0; j < record->kind->n_fields; j++)
        {
          const PactField *field = &record->kind->fields[j];

          g_assert_true (pact_field_check (field, record->values[j], &error));
          g_assert_no_error (error);
          if (element != NULL && !(field->flags & PACT_FIELD_NOT_EXPORTED))
            g_assert_cmpstr (pact_element_get_value (element, field), ==, record->values[j]);
        }
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/round-trip", test_round_trip);
  g_test_add_data_func ("/exchange/limits/least", GINT_TO_POINTER (FALSE), test_limits);
  g_test_add_data_func ("/exchange/limits/greatest", GINT_TO_POINTER (TRUE), test_limits);
  g_test_add_func ("/exchange/form", test_form);
  g_test_add_func ("/exchange/determinism", test_determinism);
  g_test_add_func ("/exchange/not-exported", test_not_exported);
  g_test_add_func ("/exchange/withheld", test_withheld);
  g_test_add_func ("/exchange/purpose", test_purpose);
  g_test_add_func ("/exchange/unknown-members", test_unknown_members);
  g_test_add_func ("/exchange/unknown-members-of-submission", test_unknown_members_of_submission);
  g_test_add_func ("/exchange/new-field", test_new_field);
  g_test_add_func ("/exchange/defaults", test_defaults);
  g_test_add_func ("/exchange/integers", test_integers);
  g_test_add_func ("/exchange/decimals", test_decimals);
  g_test_add_func ("/exchange/digest", test_digest);
  g_test_add_func ("/exchange/digest-of-document", test_digest_of_document);
  g_test_add_func ("/exchange/digest-errors", test_digest_errors);
  g_test_add_func ("/exchange/clip", test_clip);
  g_test_add_func ("/exchange/clip-errors", test_clip_errors);

  return g_test_run ();
}
