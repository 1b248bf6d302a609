/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "pact-json.h"

/* A copy has no NUL behind it, as files have none. */
static json_object *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  json_object *value;

  pact_json_parse (bytes, &value, &error);
  g_assert_no_error (error);

  return value;
}

/* Nothing is read of a file that does not pass. */
static void
refuse (GBytes *bytes,
        GError **error)
{
  json_object *value;

  g_assert_false (pact_json_parse (bytes, &value, error));
  g_assert_null (value);
}

/* What is read is printed again as it was: the order, the texts, and numbers as they were written. */
static void
test_round_trip (void)
{
  static const char *const texts[] = {
    "null",
    "true",
    "\"a/b\\u001f\x7f\\n\\\\\\\"ä🌍\"",
    "0",
    "-0",
    "17",
    "-2.50E+03",
    "{\"b\":null,\"a\":[[],{},[{}],false],\"\":{\"z\":1,\"y\":2}}",
    "[-0,0,-0.0,1,1.0,1e2,-7,9007199254740993,9223372036854775807,9223372036854775808,-9223372036854775808]",
    "[-9223372036854775809,18446744073709551616,{\"x\":123456789012345678901234567890},1e400,0.1,[-0,-1]]",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (json_object) value = parse (texts[i]);
      g_autofree char *again = pact_json_dup_text (value);

      g_assert_cmpstr (again, ==, texts[i]);
    }
}

/* Each way to write a text says the same. */
static void
test_texts (void)
{
  g_autoptr (json_object) value = parse ("\xef\xbb\xbf [\"\\u00e4\\ud83c\\udf0d\\/\\b\\f\\t\\u0041\" ] ");

  g_assert_cmpstr (json_object_get_string (json_object_array_get_idx (value, 0)), ==, "ä🌍/\b\f\tA");
}

static void
test_numbers (void)
{
  g_autoptr (json_object) list = parse ("[12, 1.50, -0, 99999999999999999999]");

  g_assert_null (pact_json_get_number (json_object_array_get_idx (list, 0)));
  g_assert_cmpstr (pact_json_get_number (json_object_array_get_idx (list, 1)), ==, "1.50");
  g_assert_cmpstr (pact_json_get_number (json_object_array_get_idx (list, 2)), ==, "-0");
  g_assert_cmpstr (pact_json_get_number (json_object_array_get_idx (list, 3)), ==, "99999999999999999999");
}

/* Where a comma separates decimals, JSON is the same. */
static void
test_locale (void)
{
  g_autoptr (json_object) value = NULL;
  g_autofree char *text = NULL;

  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL && setlocale (LC_ALL, "fr_FR.UTF-8") == NULL)
    {
      g_test_skip ("There is no such locale here.");
      return;
    }
  value = parse ("[2.75,1234567]");
  text = pact_json_dup_text (value);
  g_assert_cmpfloat (json_object_get_double (json_object_array_get_idx (value, 0)), ==, 2.75);
  setlocale (LC_ALL, "C");
  g_assert_cmpstr (text, ==, "[2.75,1234567]");
}

static void
test_print (void)
{
  static const char expected[] = "{\n"
                                 "  \"a/b\": {},\n"
                                 "  \"list\": [],\n"
                                 "  \"deep\": [\n"
                                 "    [],\n"
                                 "    {\n"
                                 "      \"x\": 2.50\n"
                                 "    },\n"
                                 "    null,\n"
                                 "    \"ä\"\n"
                                 "  ]\n"
                                 "}\n";
  g_autoptr (json_object) value = parse (expected);
  g_autofree char *text = pact_json_print_text (value);
  g_autoptr (GBytes) bytes = NULL;
  gboolean is_readable;

  g_assert_cmpstr (text, ==, expected);
  bytes = pact_json_print (value, &is_readable);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, strlen (expected));
  g_assert_true (is_readable);
}

static void
test_add (void)
{
  g_autoptr (json_object) object = json_object_new_object ();
  json_object *list = pact_json_add (object, "list", json_object_new_array ());
  g_autofree char *text = NULL;

  pact_json_add_string (object, "text", "a");
  pact_json_add_string (object, "none", NULL);
  pact_json_add_string (list, NULL, "b");
  pact_json_add (list, NULL, NULL);
  text = pact_json_dup_text (object);
  g_assert_cmpstr (text, ==, "{\"list\":[\"b\",null],\"text\":\"a\"}");
}

/* What is not JSON, and where that is told. */
static void
test_syntax (void)
{
  static const struct
  {
    const char *text;
    const char *place;
  } cases[] = {
    { "", "Line 1, column 1" },
    { " \n ", "Line 2, column 2" },
    { "{", "Line 1, column 2" },
    { "[1,\n2,\n  ]", "Line 3, column 3, $[2]" },
    { "{\"a\":1,}", "Line 1, column 8" },
    { "{\"ä€🌍\":tru}", "Line 1, column 8, $['ä€🌍']" },
    { "{\"a\":{\"b\":[0,{\"c\":01}]}}", "Line 1, column 19, $.a.b[1].c" },
    { "{\"a\":1 \"b\":2}", "Line 1, column 8" },
    { "{\"a\" 1}", "Line 1, column 6, $.a" },
    { "{a:1}", "Line 1, column 2" },
    { "{'a':1}", "Line 1, column 2" },
    { "[1 2]", "Line 1, column 4, $[1]" },
    { "[1}", "Line 1, column 3, $[1]" },
    { "[1]]", "Line 1, column 4" },
    { "1 2", "Line 1, column 3" },
    { "// note\n1", "Line 1, column 1" },
    { "[NaN]", "Line 1, column 2, $[0]" },
    { "[Infinity]", "Line 1, column 2, $[0]" },
    { "[-Infinity]", "Line 1, column 2, $[0]" },
    { "[+1]", "Line 1, column 2, $[0]" },
    { "[.5]", "Line 1, column 2, $[0]" },
    { "[5.]", "Line 1, column 2, $[0]" },
    { "[1e]", "Line 1, column 2, $[0]" },
    { "[0x10]", "Line 1, column 3, $[1]" },
    { "[truest]", "Line 1, column 2, $[0]" },
    { "[\"a]", "Line 1, column 2, $[0]" },
    { "[\"a\nb\"]", "Line 1, column 4, $[0]" },
    { "[\"\\x\"]", "Line 1, column 3, $[0]" },
    { "[\"\\u12g4\"]", "Line 1, column 3, $[0]" },
    { "[\"\\u0000\"]", "Line 1, column 3, $[0]" },
    { "[\"\\ud800\"]", "Line 1, column 3, $[0]" },
    { "[\"\\ud800\\u0041\"]", "Line 1, column 3, $[0]" },
    { "[\"\\udc00\\ud800\"]", "Line 1, column 3, $[0]" },
    { "{\"a\":1,\n\"b\":{\"c\":1,\"d\":2,\"c\":3}}", "Line 2, column 22, $.b.c" },
    { "{\"a\":1,\"\\u0061\":2}", "Line 1, column 17, $.a" },
    { "[\"\xff\"]", "Line 1, column 3" },
    { "[\"\xed\xa0\x80\"]", "Line 1, column 3" },
    { "[\"\xc0\xaf\"]", "Line 1, column 3" },
    { "[\"\xe2\x82", "Line 1, column 3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;
      g_autofree char *message = NULL;

      g_test_message ("%s", cases[i].place);
      refuse (bytes, &error);
      g_assert_error (error, PACT_JSON_ERROR, PACT_JSON_ERROR_SYNTAX);
      g_assert_cmpstr (pact_json_error_get_place (error), ==, cases[i].place);
      g_assert_true (g_str_has_suffix (pact_json_error_get_sentence (error), "."));
      message = g_strdup_printf ("%s: %s", cases[i].place, pact_json_error_get_sentence (error));
      g_assert_cmpstr (error->message, ==, message);
    }
}

/* The sentences in which a person is told of the mistakes that are made by hand. */
static void
test_sentences (void)
{
  static const struct
  {
    const char *text;
    const char *sentence;
  } cases[] = {
    { "{\"a\":1,\"a\":2}", "There are two members of this name in one object." },
    { "[1,]", "A text in quotation marks, a number, true, false, null, “{” or “[” is expected here." },
    { "[1 2]", "A comma or “]” is expected here." },
    { "{\"a\":1 \"b\":2}", "A comma or “}” is expected here." },
    { "{\"a\":1,}", "The name of a member in quotation marks is expected here." },
    { "{\"a\"", "A colon must follow the name of a member." },
    { "[\"\\ud800\"]", "The first half of a surrogate pair stands without the second." },
    { "[\"\\udc00\"]", "The second half of a surrogate pair stands without the first." },
    { "[1", "The file ends too early." },
    { "{} {}", "Nothing may follow the end of the document." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;

      refuse (bytes, &error);
      g_assert_cmpstr (pact_json_error_get_sentence (error), ==, cases[i].sentence);
    }
}

static guint
find_line (GBytes *bytes,
           const char *name,
           guint index,
           const char *below)
{
  g_autoptr (PactJsonPath) path = pact_json_path_new ();
  g_autoptr (PactJsonPath) copy = NULL;

  if (name != NULL)
    {
      pact_json_path_push (path, name, 0);
      pact_json_path_push (path, NULL, index);
      pact_json_path_push (path, "not this", 0);
      pact_json_path_pop (path);
      pact_json_path_push (path, below, 0);
    }
  copy = pact_json_path_copy (path);
  g_assert_cmpuint (pact_json_path_find_line (path, bytes), ==, pact_json_path_find_line (copy, bytes));

  return pact_json_path_find_line (path, bytes);
}

/* Texts that look like brackets, names in another spelling, what is not there. */
static void
test_lines (void)
{
  static const char text[] = "\n"
                             "{ \"x\": \"]}\\\"\", \"y\": {\"list\": [1, [2]]},\n"
                             "  \"l\\u0069st\": [ [], {},\n"
                             "    {\"a\": -1.5e3, \"b\":\n"
                             "       {\"c\": [\"[\"]}, \"\\ud83c\\udf0d\":\n"
                             "    null}\n"
                             "  ]\n"
                             "}\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (PactJsonPath) path = pact_json_path_new ();
  g_autoptr (json_object) value = NULL;
  g_autofree char *shown = NULL;

  g_assert_true (pact_json_parse (bytes, &value, NULL));
  g_assert_cmpuint (find_line (bytes, NULL, 0, NULL), ==, 2);
  g_assert_cmpuint (find_line (bytes, "list", 2, "a"), ==, 4);
  g_assert_cmpuint (find_line (bytes, "list", 2, "b"), ==, 5);
  g_assert_cmpuint (find_line (bytes, "list", 2, "🌍"), ==, 6);
  /* As near as can be. */
  g_assert_cmpuint (find_line (bytes, "list", 2, "nothing"), ==, 4);
  g_assert_cmpuint (find_line (bytes, "list", 9, "a"), ==, 3);
  g_assert_cmpuint (find_line (bytes, "nothing", 9, "a"), ==, 2);

  pact_json_path_push (path, "my list", 0);
  pact_json_path_push (path, NULL, 3);
  pact_json_path_push (path, "title", 0);
  shown = pact_json_path_to_string (path);
  g_assert_cmpstr (shown, ==, "$['my list'][3].title");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/round-trip", test_round_trip);
  g_test_add_func ("/json/texts", test_texts);
  g_test_add_func ("/json/numbers", test_numbers);
  g_test_add_func ("/json/locale", test_locale);
  g_test_add_func ("/json/print", test_print);
  g_test_add_func ("/json/add", test_add);
  g_test_add_func ("/json/syntax", test_syntax);
  g_test_add_func ("/json/sentences", test_sentences);
  g_test_add_func ("/json/lines", test_lines);

  return g_test_run ();
}
