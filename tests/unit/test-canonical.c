/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <math.h>
#include <string.h>

#include "pact-json.h"

static char *
write_canonical (const char *text,
                 GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GBytes) canonical = pact_json_canonicalize (bytes, error);

  if (canonical == NULL)
    return NULL;

  return g_strndup (g_bytes_get_data (canonical, NULL), g_bytes_get_size (canonical));
}

static void
check (const char *text,
       const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *canonical = write_canonical (text, &error);
  g_autofree char *twice = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (canonical, ==, expected);
  twice = write_canonical (canonical, &error);
  g_assert_cmpstr (twice, ==, expected);
}

/* RFC 8785, appendix B: IEEE 754 doubles and how ECMAScript writes them. */
static const struct
{
  guint64 bits;
  const char *text;
} doubles[] = {
  { 0x0000000000000000, "0" },
  { 0x8000000000000000, "0" },
  { 0x0000000000000001, "5e-324" },
  { 0x8000000000000001, "-5e-324" },
  { 0x7fefffffffffffff, "1.7976931348623157e+308" },
  { 0xffefffffffffffff, "-1.7976931348623157e+308" },
  { 0x4340000000000000, "9007199254740992" },
  { 0xc340000000000000, "-9007199254740992" },
  { 0x4430000000000000, "295147905179352830000" },
  { 0x44b52d02c7e14af5, "9.999999999999997e+22" },
  { 0x44b52d02c7e14af6, "1e+23" },
  { 0x44b52d02c7e14af7, "1.0000000000000001e+23" },
  { 0x444b1ae4d6e2ef4e, "999999999999999700000" },
  { 0x444b1ae4d6e2ef4f, "999999999999999900000" },
  { 0x444b1ae4d6e2ef50, "1e+21" },
  { 0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7" },
  { 0x3eb0c6f7a0b5ed8d, "0.000001" },
  { 0x41b3de4355555553, "333333333.3333332" },
  { 0x41b3de4355555554, "333333333.33333325" },
  { 0x41b3de4355555555, "333333333.3333333" },
  { 0x41b3de4355555556, "333333333.3333334" },
  { 0x41b3de4355555557, "333333333.33333343" },
  { 0xbecbf647612f3696, "-0.0000033333333333333333" },
  { 0x43143ff3c1cb0959, "1424953923781206.2" },
  /* A power of two, where the nearest decimal of sixteen digits is not read back but its neighbour is. */
  { 0x3d30000000000000, "5.684341886080802e-14" },
  /* The smallest that is not subnormal, and the greatest that is. */
  { 0x0010000000000000, "2.2250738585072014e-308" },
  { 0x000fffffffffffff, "2.225073858507201e-308" },
};

static void
test_doubles (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (doubles); i++)
    {
      char exact[64];
      double number;

      memcpy (&number, &doubles[i].bits, sizeof number);
      g_ascii_formatd (exact, sizeof exact, "%.20e", number);
      check (exact, doubles[i].text);
    }
}

/* Any double is read back from what is written, and no shorter text would do. */
static void
test_random_doubles (void)
{
  for (int i = 0; i < 20000; i++)
    {
      guint64 bits = (guint64) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
      g_autofree char *text = NULL;
      char exact[64], shorter[64];
      double number;
      int n_digits = 0;

      memcpy (&number, &bits, sizeof number);
      if (!isfinite (number))
        continue;
      g_ascii_formatd (exact, sizeof exact, "%.20e", number);
      text = write_canonical (exact, NULL);
      g_assert_cmpfloat (g_ascii_strtod (text, NULL), ==, number);

      for (const char *p = text; *p != '\0' && *p != 'e'; p++)
        {
          if (g_ascii_isdigit (*p) && (n_digits > 0 || *p != '0'))
            n_digits++;
        }
      if (n_digits >= 2 && strchr (text, 'e') != NULL)
        {
          g_autofree char *format = g_strdup_printf ("%%.%de", n_digits - 2);

          g_ascii_formatd (shorter, sizeof shorter, format, number);
          g_assert_cmpfloat (g_ascii_strtod (shorter, NULL), !=, number);
        }
    }
}

/* RFC 8785, sections 3.2.2 and 3.2.3. */
static void
test_structure (void)
{
  check ("{\n"
         "  \"numbers\": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],\n"
         "  \"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\",\n"
         "  \"literals\": [null, true, false]\n"
         "}",
         "{\"literals\":[null,true,false],"
         "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
         "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  check ("{\n"
         "  \"\\u20ac\": \"Euro Sign\",\n"
         "  \"\\r\": \"Carriage Return\",\n"
         "  \"\\ufb33\": \"Hebrew Letter Dalet With Dagesh\",\n"
         "  \"1\": \"One\",\n"
         "  \"\\ud83d\\ude00\": \"Emoji: Grinning Face\",\n"
         "  \"\\u0080\": \"Control\",\n"
         "  \"\\u00f6\": \"Latin Small Letter O With Diaeresis\"\n"
         "}",
         "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\xc2\x80\":\"Control\","
         "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
         "\"😀\":\"Emoji: Grinning Face\",\"\uFB33\":\"Hebrew Letter Dalet With Dagesh\"}");
}

static void
test_values (void)
{
  check ("null", "null");
  check (" true\n", "true");
  check ("[ ]", "[]");
  check ("{\t}", "{}");
  check ("\"\\u00e4\\/\\b\\f\\u001F\\u007f\"", "\"ä/\\b\\f\\u001f\x7f\"");
  check ("{\"b\":1,\"a\":{\"d\":[],\"c\":2},\"aa\":0,\"\":3}", "{\"\":3,\"a\":{\"c\":2,\"d\":[]},\"aa\":0,\"b\":1}");
  check ("[-0, 0.0, -1, 1.0, 100e-2, 123456789012345678, 1e21, 1e20, -1E-7]",
         "[0,0,-1,1,1,123456789012345680,1e+21,100000000000000000000,-1e-7]");
}

static void
test_beyond_doubles (void)
{
  static const char *const texts[] = { "1e309", "[-1e400]", "{\"a\":[{\"b\":1e999999}]}" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (write_canonical (texts[i], &error));
      g_assert_error (error, PACT_JSON_ERROR, PACT_JSON_ERROR_NUMBER);
    }
}

/* The digest stands for what is said, however it is written; its SHA-256 was computed by other means. */
static void
test_digest (void)
{
  static const char *const texts[] = {
    "{\"title\":\"\\u00e4\",\"population\":1e1}",
    "{\n\"population\" : 10.0, \"title\" : \"ä\" }",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (json_object) value = NULL;
      g_autofree char *digest = NULL;

      g_assert_true (pact_json_parse (bytes, &value, NULL));
      digest = pact_json_digest (value, NULL);
      g_assert_cmpstr (digest, ==, "sha256:4d437c447b94466806aa97c4cd38d39d40c5b14255fa4d7601f2000db81a5e23");
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canonical/doubles", test_doubles);
  g_test_add_func ("/canonical/random-doubles", test_random_doubles);
  g_test_add_func ("/canonical/structure", test_structure);
  g_test_add_func ("/canonical/values", test_values);
  g_test_add_func ("/canonical/beyond-doubles", test_beyond_doubles);
  g_test_add_func ("/canonical/digest", test_digest);

  return g_test_run ();
}
