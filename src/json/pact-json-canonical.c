/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-json-canonical"

#include "config.h"

#include <float.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "pact-json-private.h"

/* The JSON Canonicalization Scheme, RFC 8785. */

/* Up to here every integer is a double. */
#define MAX_EXACT (G_GINT64_CONSTANT (1) << 53)

/* The significant decimal digits of a number: 0.DIGITS times 10 to the power of @point. */
typedef struct
{
  char digits[24];
  int n_digits;
  int point;
} Decimal;

static double
decimal_to_double (const Decimal *decimal)
{
  char text[48];

  g_snprintf (text, sizeof text, "0.%.*se%d", decimal->n_digits, decimal->digits, decimal->point);

  return g_ascii_strtod (text, NULL);
}

/* The decimal of @n_digits digits that is nearest to @number, which is positive. */
static void
round_to_digits (double number,
                 int n_digits,
                 Decimal *decimal)
{
  char format[8], text[48];
  const char *p;

  g_snprintf (format, sizeof format, "%%.%de", n_digits - 1);
  g_ascii_formatd (text, sizeof text, format, number);

  decimal->n_digits = 0;
  for (p = text; *p != 'e'; p++)
    {
      if (*p != '.')
        decimal->digits[decimal->n_digits++] = *p;
    }
  decimal->point = atoi (p + 1) + 1;
}

static void
count_up (Decimal *decimal)
{
  int i = decimal->n_digits - 1;

  while (i >= 0 && decimal->digits[i] == '9')
    decimal->digits[i--] = '0';
  if (i >= 0)
    {
      decimal->digits[i]++;
      return;
    }
  decimal->digits[0] = '1';
  decimal->point++;
}

/* The shortest decimal that is read back as @number, and of those the nearest. */
static void
find_shortest (double number,
               Decimal *decimal)
{
  /* Fifteen digits survive the way to a double and back, so that trying fewer is needed only
   * where doubles are less exact. */
  int n_digits = number < DBL_MIN ? 1 : DBL_DIG;

  for (; n_digits < 17; n_digits++)
    {
      round_to_digits (number, n_digits, decimal);
      if (decimal_to_double (decimal) == number)
        break;
      /* Below a power of two doubles lie closer together than above it: the nearest decimal can
       * miss where the one above does not. */
      count_up (decimal);
      if (decimal_to_double (decimal) == number)
        break;
    }
  if (n_digits == 17)
    round_to_digits (number, n_digits, decimal);

  while (decimal->n_digits > 1 && decimal->digits[decimal->n_digits - 1] == '0')
    decimal->n_digits--;
}

static void
append_zeros (GString *out,
              int n)
{
  for (int i = 0; i < n; i++)
    g_string_append_c (out, '0');
}

/* ECMAScript's Number::toString, with the names of its steps: k digits, n the place of the point. */
static void
append_number (GString *out,
               double number)
{
  Decimal decimal;
  int k, n;

  if (number == 0)
    {
      g_string_append_c (out, '0');
      return;
    }
  if (number < 0)
    g_string_append_c (out, '-');

  find_shortest (fabs (number), &decimal);
  k = decimal.n_digits;
  n = decimal.point;
  if (k <= n && n <= 21)
    {
      g_string_append_len (out, decimal.digits, k);
      append_zeros (out, n - k);
    }
  else if (0 < n && n <= 21)
    {
      g_string_append_len (out, decimal.digits, n);
      g_string_append_c (out, '.');
      g_string_append_len (out, decimal.digits + n, k - n);
    }
  else if (-6 < n && n <= 0)
    {
      g_string_append (out, "0.");
      append_zeros (out, -n);
      g_string_append_len (out, decimal.digits, k);
    }
  else
    {
      g_string_append_c (out, decimal.digits[0]);
      if (k > 1)
        {
          g_string_append_c (out, '.');
          g_string_append_len (out, decimal.digits + 1, k - 1);
        }
      g_string_append_printf (out, "e%+d", n - 1);
    }
}

/* Where the canonical form goes: into @text, and if there is a @checksum, from there into it. */
typedef struct
{
  GString *text;
  GChecksum *checksum;
} Output;

#define CHUNK_SIZE 65536

static void
flush (Output *out)
{
  g_checksum_update (out->checksum, (const guchar *) out->text->str, out->text->len);
  g_string_truncate (out->text, 0);
}

static gboolean
print_number (GString *out,
              json_object *number,
              GError **error)
{
  const char *text = pact_json_get_number (number);
  double value = json_object_get_double (number);

  if (text == NULL)
    {
      gint64 integer = json_object_get_int64 (number);

      if (ABS (integer) <= MAX_EXACT)
        {
          g_string_append_printf (out, "%" G_GINT64_FORMAT, integer);
          return TRUE;
        }
    }
  else if (json_object_is_type (number, json_type_int))
    {
      value = g_ascii_strtod (text, NULL);
    }
  if (!isfinite (value))
    {
      g_set_error (error, PACT_JSON_ERROR, PACT_JSON_ERROR_NUMBER,
                   _("The number %s is too large for the canonical form."), text);
      return FALSE;
    }
  append_number (out, value);

  return TRUE;
}

/* Escapes no more than JSON demands, as section 3.2.2.2 has it. */
static void
print_string (GString *out,
              const char *text,
              gsize length)
{
  static const char from[] = "\"\\\b\f\n\r\t";
  static const char to[] = "\"\\bfnrt";
  const char *end = text + length;
  const char *p = text;

  g_string_append_c (out, '"');
  while (TRUE)
    {
      const char *special = _pact_json_skip_plain (p, end);
      const char *found;

      g_string_append_len (out, p, special - p);
      if (special == end)
        break;
      p = special + 1;
      found = strchr (from, *special);
      if (found != NULL)
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, to[found - from]);
        }
      else
        {
          g_string_append_printf (out, "\\u%04x", (guchar) *special);
        }
    }
  g_string_append_c (out, '"');
}

typedef struct
{
  const char *name;
  json_object *value;
} Member;

/* RFC 8785 sorts by UTF-16 code units. That is the order of the bytes of UTF-8, but for the
 * characters beyond U+FFFF, which come before those from U+E000. */
static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const guchar *one = (const guchar *) ((const Member *) a)->name;
  const guchar *two = (const guchar *) ((const Member *) b)->name;

  while (*one != '\0' && *one == *two)
    {
      one++;
      two++;
    }
  if (*one >= 0xee && *two >= 0xee && (*one >= 0xf0) != (*two >= 0xf0))
    return *one >= 0xf0 ? -1 : 1;

  return *one - *two;
}

static gboolean print_value (Output *out,
                             json_object *value,
                             GError **error);

static gboolean
print_object (Output *out,
              json_object *object,
              GError **error)
{
  Member few[64];
  g_autofree Member *many = NULL;
  Member *members = few;
  gsize n = 0;

  if (json_object_object_length (object) > (int) G_N_ELEMENTS (few))
    members = many = g_new (Member, json_object_object_length (object));
  json_object_object_foreach (object, name, value)
    members[n++] = (Member){ name, value };
  qsort (members, n, sizeof *members, compare_names);

  g_string_append_c (out->text, '{');
  for (gsize i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out->text, ',');
      print_string (out->text, members[i].name, strlen (members[i].name));
      g_string_append_c (out->text, ':');
      if (!print_value (out, members[i].value, error))
        return FALSE;
    }
  g_string_append_c (out->text, '}');

  return TRUE;
}

static gboolean
print_array (Output *out,
             json_object *array,
             GError **error)
{
  g_string_append_c (out->text, '[');
  for (gsize i = 0; i < json_object_array_length (array); i++)
    {
      if (i > 0)
        g_string_append_c (out->text, ',');
      if (!print_value (out, json_object_array_get_idx (array, i), error))
        return FALSE;
    }
  g_string_append_c (out->text, ']');

  return TRUE;
}

/* Goes as deep as the document, which the gate bounds. */
static gboolean
print_value (Output *out,
             json_object *value,
             GError **error)
{
  if (out->checksum != NULL && out->text->len >= CHUNK_SIZE)
    flush (out);

  switch (json_object_get_type (value))
    {
    case json_type_object:
      return print_object (out, value, error);
    case json_type_array:
      return print_array (out, value, error);
    case json_type_int:
    case json_type_double:
      return print_number (out->text, value, error);
    case json_type_string:
      print_string (out->text, json_object_get_string (value), json_object_get_string_len (value));
      return TRUE;
    case json_type_boolean:
      g_string_append (out->text, json_object_get_boolean (value) ? "true" : "false");
      return TRUE;
    case json_type_null:
    default:
      g_string_append (out->text, "null");
      return TRUE;
    }
}

/**
 * pact_json_digest:
 * @value: (nullable): a value
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): “sha256:” and the SHA-256 of the canonical form in
 *   hexadecimal; %NULL with @error set to %PACT_JSON_ERROR_NUMBER if there is no such form
 */
char *
pact_json_digest (json_object *value,
                  GError **error)
{
  g_autoptr (GString) text = g_string_sized_new (CHUNK_SIZE * 2);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  Output out = { text, checksum };

  if (!print_value (&out, value, error))
    return NULL;

  flush (&out);

  return g_strconcat ("sha256:", g_checksum_get_string (checksum), NULL);
}

/**
 * pact_json_canonicalize:
 * @bytes: any JSON document
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its canonical form after RFC 8785; %NULL with @error set to
 *   %PACT_JSON_ERROR_SYNTAX if it is not JSON or breaks a limit, to %PACT_JSON_ERROR_NUMBER if a number is beyond the
 *   range of doubles
 */
GBytes *
pact_json_canonicalize (GBytes *bytes,
                        GError **error)
{
  g_autoptr (json_object) value = NULL;
  g_autoptr (GString) canonical = NULL;
  Output out = { NULL, NULL };

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!pact_json_parse (bytes, &value, error))
    return NULL;

  canonical = out.text = g_string_sized_new (g_bytes_get_size (bytes));
  if (!print_value (&out, value, error))
    return NULL;

  return g_string_free_to_bytes (g_steal_pointer (&canonical));
}
