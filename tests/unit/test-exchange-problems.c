/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <string.h>

#include "pact-exchange.h"

#define ID_1 "11111111-1111-4111-8111-111111111111"
#define HEAD "{\"format\":\"pact-plan\",\"format_version\":1,"

static void
check_problem_cb (gpointer item,
                  gpointer data)
{
  const PactProblem *problem = item;

  g_assert_true (g_utf8_validate (problem->path, -1, NULL));
  g_assert_true (g_utf8_validate (problem->message, -1, NULL));
  g_assert_cmpstr (problem->path, !=, "");
  g_assert_true (g_str_has_suffix (problem->message, "."));
  /* Whatever the file says, a person can read what is wrong with it. */
  g_assert_cmpuint (strlen (problem->path), <, 4000);
  g_assert_cmpuint (strlen (problem->message), <, 500);
}

static GPtrArray *
read_bad_bytes (GBytes *bytes,
                GError **error)
{
  GPtrArray *problems = NULL;
  GPtrArray *records = pact_exchange_read_plan (bytes, pact_model_get_default (), &problems, error);

  g_assert_null (records);
  g_assert_nonnull (problems);
  g_assert_cmpuint (problems->len, >, 0);
  g_ptr_array_foreach (problems, check_problem_cb, NULL);

  return problems;
}

static GPtrArray *
read_problems (const char *text,
               PactExchangeError code)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  GPtrArray *problems = read_bad_bytes (bytes, &error);

  g_assert_error (error, PACT_EXCHANGE_ERROR, (int) code);

  return problems;
}

static const char *
get_path (GPtrArray *problems,
          guint index)
{
  g_assert_cmpuint (index, <, problems->len);

  return ((PactProblem *) g_ptr_array_index (problems, index))->path;
}

/* Each wrong thing, and the only path at which it is told. */
static void
test_wrong_things (void)
{
  static const struct
  {
    const char *plan;
    const char *path;
  } cases[] = {
    { "[]", "$.plan" },
    { "{\"title\":1}", "$.plan.title" },
    { "{\"title\":null}", "$.plan.title" },
    { "{\"title\":\"\"}", "$.plan.title" },
    { "{\"title\":\"a\\nb\"}", "$.plan.title" },
    { "{\"summary\":\"a\\u0007b\"}", "$.plan.summary" },
    { "{\"population\":\"12\"}", "$.plan.population" },
    { "{\"population\":1.5}", "$.plan.population" },
    { "{\"population\":-1}", "$.plan.population" },
    { "{\"population\":1e400}", "$.plan.population" },
    { "{\"population\":2000000001}", "$.plan.population" },
    { "{\"population\":99999999999999999999999999999999999999}", "$.plan.population" },
    { "{\"country\":\"Germany\"}", "$.plan.country" },
    { "{\"subdivision\":\"BY\"}", "$.plan.subdivision" },
    { "{\"language\":\"German\"}", "$.plan.language" },
    { "{\"currency\":\"€\"}", "$.plan.currency" },
    { "{\"state\":\"perfect\"}", "$.plan.state" },
    { "{\"state\":[\"adopted\"]}", "$.plan.state" },
    { "{\"competences\":\"police\"}", "$.plan.competences" },
    { "{\"competences\":[\"police\",\"health\",\"police\"]}", "$.plan.competences[2]" },
    { "{\"competences\":[\"police\",\"social health\"]}", "$.plan.competences[1]" },
    { "{\"competences\":[7]}", "$.plan.competences[0]" },
    { "{\"emblem\":\"picture\"}", "$.plan.emblem" },
    { "{\"emblem\":[]}", "$.plan.emblem" },
    { "{\"period_start\":\"2027-02-30\"}", "$.plan.period_start" },
    { "{\"period_start\":\"2027-13\"}", "$.plan.period_start" },
    { "{\"period_start\":2027}", "$.plan.period_start" },
    { "{\"id\":\"" "11111111-1111-4111-8111-11111111111A" "\"}", "$.plan.id" },
    { "{\"id\":17}", "$.plan.id" },
    { "{\"created\":\"yesterday\"}", "$.plan.created" },
    { "{\"modified\":\"2027-01-01T00:00:00+01:00\"}", "$.plan.modified" },
    { "{\"pillars\":{}}", "$.plan.pillars" },
    { "{\"pillars\":[null]}", "$.plan.pillars[0]" },
    { "{\"pillars\":[{},{\"objectives\":[{\"measures\":[{},{},{\"start\":\"soon\"}]}]}]}",
      "$.plan.pillars[1].objectives[0].measures[2].start" },
    { "{\"pillars\":[{\"objectives\":[{\"measures\":[{\"indicators\":[{\"baseline\":\"< 5\"}]}]}]}]}",
      "$.plan.pillars[0].objectives[0].measures[0].indicators[0].baseline" },
    { "{\"pillars\":[{\"objectives\":[{\"measures\":[{\"indicators\":[{\"additive\":1}]}]}]}]}",
      "$.plan.pillars[0].objectives[0].measures[0].indicators[0].additive" },
    { "{\"id\":\"" ID_1 "\",\"pillars\":[{\"id\":\"" ID_1 "\"}]}", "$.plan.pillars[0].id" },
    { "{\"risks\":[{\"owner\":\"" ID_1 "\"}]}", "$.plan.risks[0].owner" },
    { "{\"id\":\"" ID_1 "\",\"risks\":[{\"owner\":\"" ID_1 "\"}]}", "$.plan.risks[0].owner" },
    { "{\"risks\":[{\"owner\":\"nobody\"}]}", "$.plan.risks[0].owner" },
    { "{\"a b\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}", "$.plan['a b']" },
    { "{\"pillars\":[{\"x\":{\"y\":[0,1e308,-1e309]}}]}", "$.plan.pillars[0].x" },
    { "{},\"exported\":\"now\"", "$.exported" },
    { "{},\"purpose\":\"fun\"", "$.purpose" },
    { "{},\"generator\":1", "$.generator" },
    { "{},\"submission\":1", "$.submission" },
    { "{},\"submission\":{\"revision\":0}", "$.submission.revision" },
    { "{},\"submission\":{\"recipient\":{}}", "$.submission.recipient" },
    { "{},\"submission\":{\"digest\":{}}", "$.submission.digest" },
    { "{},\"purpose\":\"submission\",\"submission\":{\"digest\":\"sha256:00\"}", "$.submission.digest" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (HEAD "\"plan\":", cases[i].plan, "}", NULL);
      g_autoptr (GPtrArray) problems = NULL;

      g_test_message ("%s", text);
      problems = read_problems (text, PACT_EXCHANGE_ERROR_CONTENT);
      g_assert_cmpuint (problems->len, ==, 1);
      g_assert_cmpstr (get_path (problems, 0), ==, cases[i].path);
    }
}

static void
test_all_problems (void)
{
  g_autoptr (GPtrArray) problems = read_problems (
    HEAD "\"plan\":{\"title\":1,\"risks\":[{\"owner\":\"" ID_1 "\",\"title\":2},5],\"country\":\"\"},\"purpose\":3}", PACT_EXCHANGE_ERROR_CONTENT);
  g_autoptr (GString) many = g_string_new (HEAD "\"plan\":{\"pillars\":[0");
  g_autoptr (GPtrArray) capped = NULL;

  g_assert_cmpuint (problems->len, ==, 6);
  g_assert_cmpstr (get_path (problems, 0), ==, "$.plan.title");
  g_assert_cmpstr (get_path (problems, 1), ==, "$.plan.risks[0].title");
  g_assert_cmpstr (get_path (problems, 2), ==, "$.plan.risks[1]");
  g_assert_cmpstr (get_path (problems, 3), ==, "$.plan.country");
  g_assert_cmpstr (get_path (problems, 4), ==, "$.plan.risks[0].owner");
  g_assert_cmpstr (get_path (problems, 5), ==, "$.purpose");

  for (int i = 0; i < 1000; i++)
    g_string_append (many, ",0");
  g_string_append (many, "]}}");
  capped = read_problems (many->str, PACT_EXCHANGE_ERROR_CONTENT);
  g_assert_cmpuint (capped->len, ==, 100);
}

/* Programs find the place by its path; people look for the field as it is called in the form. */
static void
test_names (void)
{
  static const struct
  {
    const char *plan;
    const char *message;
  } cases[] = {
    { "{\"authority_name\":7}", "Name of the authority: This must be a text in quotation marks." },
    { "{\"period_end\":\"soon\"}", "End of the period: “soon” is not a date such as 2027, 2027-03 or 2027-03-15." },
    { "{\"risks\":[{\"owner\":\"" ID_1 "\"}]}", "Responsible body: There is no element with this identifier in the plan." },
    { "{\"risks\":[7]}", "This must be an object in braces." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (HEAD "\"plan\":%s}", cases[i].plan);
      g_autoptr (GPtrArray) problems = read_problems (text, PACT_EXCHANGE_ERROR_CONTENT);

      g_assert_cmpuint (problems->len, ==, 1);
      g_assert_cmpstr (((PactProblem *) g_ptr_array_index (problems, 0))->message, ==, cases[i].message);
    }
}

/* An element takes far more memory than “{}” takes bytes. */
static void
test_too_many_elements (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "\"plan\":{\"risks\":[{\"owner\":\"" ID_1 "\"}],\"documents\":[{}");
  g_autoptr (GPtrArray) problems = NULL;

  for (guint i = 0; i < 2 * PACT_EXCHANGE_MAX_ELEMENTS; i++)
    g_string_append (text, ",{}");
  g_string_append (text, "],\"actors\":[{\"id\":\"" ID_1 "\"}]}}");

  /* The actor of the risk comes behind what is read. */
  problems = read_problems (text->str, PACT_EXCHANGE_ERROR_CONTENT);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (get_path (problems, 0), ==, "$.plan.documents[249998]");
}

static void
test_format (void)
{
  static const struct
  {
    const char *text;
    const char *path;
  } cases[] = {
    { "[]", "$" },
    { "null", "$" },
    { "{}", "$" },
    { "{\"format\":\"pact-clip\",\"format_version\":1,\"plan\":{}}", "$.format" },
    { "{\"format\":7,\"format_version\":1,\"plan\":{}}", "$.format" },
    { "{\"format\":\"pact-plan\",\"plan\":{}}", "$" },
    { "{\"format\":\"pact-plan\",\"format_version\":\"1\",\"plan\":{}}", "$.format_version" },
    { "{\"format\":\"pact-plan\",\"format_version\":0,\"plan\":{}}", "$.format_version" },
    { "{\"format\":\"pact-plan\",\"format_version\":1.5,\"plan\":{}}", "$.format_version" },
    { "{\"format\":\"pact-plan\",\"format_version\":2,\"plan\":{}}", "$.format_version" },
    { "{\"format\":\"pact-plan\",\"format_version\":1}", "$" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) problems = NULL;

      g_test_message ("%s", cases[i].text);
      problems = read_problems (cases[i].text, PACT_EXCHANGE_ERROR_FORMAT);
      g_assert_cmpuint (problems->len, ==, 1);
      g_assert_cmpstr (get_path (problems, 0), ==, cases[i].path);
    }
}

/* What is no JSON is told like what is no plan: with the place and what is wrong there. */
static void
test_syntax (void)
{
  g_autoptr (GPtrArray) problems = read_problems ("{\"a\":{\"b\":[0,{\"c\":01}]}}", PACT_EXCHANGE_ERROR_SYNTAX);

  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (get_path (problems, 0), ==, "Line 1, column 19, $.a.b[1].c");
  g_assert_cmpstr (((PactProblem *) problems->pdata[0])->message, ==, "A number must not begin with a superfluous zero.");
}

static char *
repeat (const char *before,
        const char *part,
        gsize n,
        const char *after)
{
  GString *text = g_string_new (before);

  for (gsize i = 0; i < n; i++)
    g_string_append (text, part);
  g_string_append (text, after);

  return g_string_free (text, FALSE);
}

/* Large plans full of mistakes. All are answered; if the time grew with the square of the size, none would be before the test
 * is given up. */
static void
test_bounded_time (void)
{
  static const struct
  {
    const char *before;
    const char *part;
    const char *after;
    gsize size;
  } cases[] = {
    { HEAD "\"plan\":{\"pillars\":[", "{\"title\":1},", "0]}}", 32 * 1024 * 1024 },
    { HEAD "\"plan\":{\"competences\":[", "\"police\",", "0]}}", 32 * 1024 * 1024 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = repeat (cases[i].before, cases[i].part, cases[i].size / strlen (cases[i].part), cases[i].after);
      g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) problems = NULL;

      problems = read_bad_bytes (bytes, &error);
      g_test_message ("%.20s…: %s", text, error->message);
    }
}

/* The hash of a text as g_str_hash() has it, begun with @hash. */
static guint32
hash_on (guint32 hash,
         const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    hash = hash * 33 + (guchar) *p;

  return hash;
}

/* @n UUIDs to which g_str_hash() gives one number. Their last six digits are looked up among four
 * million, by what the digits before them leave to be done. */
static GPtrArray *
make_ids_that_collide (guint n)
{
  const guint n_ends = 1 << 22;
  g_autofree guint32 *hashes = g_new (guint32, n_ends);
  g_autofree guint32 *next = g_new (guint32, n_ends);
  g_autofree guint32 *first = g_new0 (guint32, n_ends);
  g_autofree guint32 *quads = g_new (guint32, 1 << 16);
  const char *middle = "-0000-4000-8000-000000";
  guint32 weight_of_quad = 33 * 33 * 33 * 33, weight_of_end = weight_of_quad * 33 * 33, weight_of_rest = weight_of_end;
  guint32 hash_of_middle = hash_on (0, middle) * weight_of_end;
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < strlen (middle); i++)
    weight_of_rest *= 33;
  for (guint i = 0; i < 1 << 16; i++)
    {
      char text[8];

      g_snprintf (text, sizeof text, "%04x", i);
      quads[i] = hash_on (0, text);
    }
  for (guint i = 0; i < n_ends; i++)
    {
      char text[8];

      g_snprintf (text, sizeof text, "%06x", i);
      hashes[i] = hash_on (0, text);
      next[i] = first[hashes[i] >> 10];
      first[hashes[i] >> 10] = i + 1;
    }

  for (guint begin = 0; ids->len < n; begin++)
    {
      guint32 hash = (5381 * weight_of_quad + quads[begin >> 16]) * weight_of_quad + quads[begin & 0xffff];
      guint32 left = 0x12345678 - hash * weight_of_rest - hash_of_middle;

      for (guint32 i = first[left >> 10]; i > 0; i = next[i - 1])
        {
          if (hashes[i - 1] == left)
            g_ptr_array_add (ids, g_strdup_printf ("%08x%s%06x", begin, middle, i - 1));
        }
    }
  g_assert_cmpuint (g_str_hash (ids->pdata[0]), ==, 0x12345678);
  g_assert_cmpuint (g_str_hash (ids->pdata[ids->len - 1]), ==, 0x12345678);

  return ids;
}

/* If they were looked up by that number, this would not end before the test is given up. */
static void
test_ids_that_collide (void)
{
  g_autoptr (GPtrArray) ids = make_ids_that_collide (120000);
  g_autoptr (GString) text = g_string_new (HEAD "\"plan\":{\"documents\":[{}");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (PactPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, ",{\"id\":\"%s\"}", (char *) ids->pdata[i]);
  g_string_append (text, "]}}");

  bytes = g_bytes_new (text->str, text->len);
  records = pact_exchange_read_plan (bytes, pact_model_get_default (), NULL, &error);
  g_assert_no_error (error);
  plan = pact_plan_new_from_records (pact_model_get_default (), records, &error);
  g_assert_no_error (error);
  pact_records_renew_uuids (records);
}

/* Each file of the corpus is refused. Cut anywhere it may even be a plan; it is answered all the same. */
static void
test_corpus (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "hostile", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  guint n = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (GError) refusal = NULL;
      gsize length;

      if (!g_str_has_suffix (name, ".json"))
        continue;

      g_file_get_contents (path, &contents, &length, &error);
      g_assert_no_error (error);
      g_test_message ("%s", name);
      bytes = g_bytes_new_static (contents, length);
      problems = read_bad_bytes (bytes, &refusal);
      g_assert_true (refusal->domain == PACT_EXCHANGE_ERROR);
      for (gsize end = 0; end < length; end++)
        {
          g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, end);
          g_autoptr (GPtrArray) records = pact_exchange_read_plan (part, pact_model_get_default (), NULL, NULL);
        }
      n++;
    }
  g_assert_cmpuint (n, >=, 40);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange-problems/names", test_names);
  g_test_add_func ("/exchange-problems/wrong-things", test_wrong_things);
  g_test_add_func ("/exchange-problems/all-problems", test_all_problems);
  g_test_add_func ("/exchange-problems/too-many-elements", test_too_many_elements);
  g_test_add_func ("/exchange-problems/format", test_format);
  g_test_add_func ("/exchange-problems/syntax", test_syntax);
  g_test_add_func ("/exchange-problems/bounded-time", test_bounded_time);
  g_test_add_func ("/exchange-problems/ids-that-collide", test_ids_that_collide);
  g_test_add_func ("/exchange-problems/corpus", test_corpus);

  return g_test_run ();
}
