/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <string.h>

#include "pact-json.h"

/* What a file may ask of memory and time: of the greatest there are, and of those that are made to be cruel. */

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

static gboolean
is_json (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GBytes) canonical = pact_json_canonicalize (bytes, NULL);

  return canonical != NULL;
}

/* What is just within each limit is read, what is just beyond is not. */
static void
test_limits (void)
{
  static const struct
  {
    const char *before;
    const char *part;
    const char *after;
    gsize limit;
  } cases[] = {
    { "\"", "x", "\"", PACT_JSON_MAX_STRING },
    { "\"", "\\u0061", "\"", PACT_JSON_MAX_STRING },
    { "{\"", "x", "\":1}", PACT_JSON_MAX_STRING },
    { "", "9", "", PACT_JSON_MAX_NUMBER },
    { "-1.", "0", "", PACT_JSON_MAX_NUMBER - 3 },
    { "[0", ",0", "]", PACT_JSON_MAX_VALUES - 2 },
  };
  g_autofree char *deep = repeat ("", "[", PACT_JSON_MAX_DEPTH, "");
  g_autofree char *deep_end = repeat ("", "]", PACT_JSON_MAX_DEPTH, "");
  g_autofree char *deepest = g_strconcat (deep, deep_end, NULL);
  g_autofree char *too_deep = g_strconcat ("[", deepest, "]", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *good = repeat (cases[i].before, cases[i].part, cases[i].limit, cases[i].after);
      g_autofree char *bad = repeat (cases[i].before, cases[i].part, cases[i].limit + 1, cases[i].after);

      g_test_message ("%" G_GSIZE_FORMAT " times %s", cases[i].limit, cases[i].part);
      g_assert_true (is_json (good));
      g_assert_false (is_json (bad));
    }
  g_assert_true (is_json (deepest));
  g_assert_false (is_json (too_deep));
}

/* What json-c would take for a file is bounded, whatever the file is full of; and the same is said of a file before it is
 * written. */
static void
test_memory (void)
{
  static const struct
  {
    const char *before;
    const char *part;
    const char *after;
    gsize n_good;
    gsize n_bad;
  } cases[] = {
    { "[0", ",{}", "]", 1000, 700000 },
    { "[0", ",{\"a\":{}}", "]", 1000, 350000 },
    { "[0", ",[]", "]", 1000, 3500000 },
    { "[0", ",1.5", "]", 1000, 3800000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *good = repeat (cases[i].before, cases[i].part, cases[i].n_good, cases[i].after);
      g_autofree char *bad = repeat (cases[i].before, cases[i].part, cases[i].n_bad, cases[i].after);
      g_autoptr (GBytes) bytes = g_bytes_new_static (bad, strlen (bad));
      g_autoptr (json_object) value = parse (good);
      g_autoptr (json_object) many = json_object_new_array ();
      g_autoptr (GBytes) printed = NULL;
      g_autoptr (GError) error = NULL;
      gboolean is_readable;

      g_test_message ("%s", cases[i].part);
      refuse (bytes, &error);
      g_assert_cmpstr (pact_json_error_get_sentence (error), ==,
                       "The file has so many values that reading it would take more than 512 MiB of memory.");
      /* The same value again and again is a file of as many. */
      for (gsize n = 0; n <= cases[i].n_bad / cases[i].n_good; n++)
        json_object_array_add (many, json_object_get (value));
      printed = pact_json_print (many, &is_readable);
      g_assert_false (is_readable);
      g_clear_pointer (&printed, g_bytes_unref);
      printed = pact_json_print (value, &is_readable);
      g_assert_true (is_readable);
    }
}

/* Members take a place in json-c's table besides, which is made twice as large again and again. */
static void
test_memory_of_members (void)
{
  g_autoptr (GString) text = g_string_new ("{\"x\":0");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3000000; i++)
    g_string_append_printf (text, ",\"%07x\":0", i);
  g_string_append_c (text, '}');

  bytes = g_bytes_new_static (text->str, text->len);
  refuse (bytes, &error);
  g_assert_true (g_str_has_prefix (pact_json_error_get_sentence (error), "The file has so many values that reading it"));
}

/* Files of the greatest size, of the shapes that ask most of a reader. All are answered; if the time grew with the square of
 * the size, none would be before the test is given up. */
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
    { "", "[", "", PACT_JSON_MAX_BYTES },
    { "", "{\"a\":", "", PACT_JSON_MAX_BYTES - 4 },
    { "[", "0,", "0]", PACT_JSON_MAX_BYTES - 3 },
    { "\"", "x", "\"", PACT_JSON_MAX_BYTES - 2 },
    { "\"", "\\u0061", "\"", PACT_JSON_MAX_BYTES - 8 },
    { "", "9", "", PACT_JSON_MAX_BYTES },
    { "", " ", "", PACT_JSON_MAX_BYTES },
    { "", "\n", "", PACT_JSON_MAX_BYTES },
    { "{", "\"a\":0,", "\"a\":0}", 8 * 1024 * 1024 },
    { "", " ", "", PACT_JSON_MAX_BYTES + 1 },
    /* Names whose hashes are equal: the sum of the hash is the same for “AB” and “B!”. */
    { "{", "\"ABB!\":0,\"B!AB\":0,", "\"AB\":0}", 8 * 1024 * 1024 },
    /* What json-c would take most memory for. */
    { "[", "{},", "{}]", 16 * 1024 * 1024 },
    { "[", "[],", "[]]", 64 * 1024 * 1024 - 4 },
    { "[", "{\"\":{}},", "{}]", 32 * 1024 * 1024 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = repeat (cases[i].before, cases[i].part, cases[i].size / strlen (cases[i].part), cases[i].after);
      g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
      g_autoptr (GError) error = NULL;

      refuse (bytes, &error);
      g_test_message ("%.20s…: %s", text, error->message);
    }
}

/* Names for which a hash of strings gives the same number: “AB” and “B!” weigh the same. */
static void
test_names_that_collide (void)
{
  g_autoptr (GString) text = g_string_new ("{\"x\":0");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) canonical = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1 << 17; i++)
    {
      g_string_append (text, ",\"");
      for (int bit = 16; bit >= 0; bit--)
        g_string_append (text, i >> bit & 1 ? "AB" : "B!");
      g_string_append (text, "\":0");
    }
  g_string_append_c (text, '}');

  bytes = g_bytes_new (text->str, text->len);
  canonical = pact_json_canonicalize (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (canonical), ==, text->len);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-bounds/limits", test_limits);
  g_test_add_func ("/json-bounds/memory", test_memory);
  g_test_add_func ("/json-bounds/memory-of-members", test_memory_of_members);
  g_test_add_func ("/json-bounds/time", test_bounded_time);
  g_test_add_func ("/json-bounds/names-that-collide", test_names_that_collide);

  return g_test_run ();
}
