/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-canonical"

#include "config.h"

#include <float.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "pact-json-node.h"

/* The JSON Canonicalization Scheme, RFC 8785. */

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
              const PactJsonNode *node,
              GError **error)
{
  double number;

  /* Up to fifteen digits a whole number is exact and stays as it is. */
  if (node->length <= DBL_DIG && strspn (node->text, "0123456789") == node->length)
    {
      g_string_append_len (out, node->text, node->length);
      return TRUE;
    }

  number = g_ascii_strtod (node->text, NULL);
  if (!isfinite (number))
    {
      g_set_error (error, PACT_EXCHANGE_ERROR, PACT_EXCHANGE_ERROR_SYNTAX,
                   _("The number %s is too large for the canonical form."), node->text);
      return FALSE;
    }
  append_number (out, number);

  return TRUE;
}

/* RFC 8785 sorts by UTF-16 code units. That is the order of the bytes of UTF-8, but for the
 * characters beyond U+FFFF, which come before those from U+E000. */
static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const guchar *one = (const guchar *) (*(const PactJsonNode *const *) a)->name;
  const guchar *two = (const guchar *) (*(const PactJsonNode *const *) b)->name;

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
                             const PactJsonNode *node,
                             GError **error);

static gboolean
print_object (Output *out,
              const PactJsonNode *object,
              GError **error)
{
  const PactJsonNode *few[64];
  g_autofree const PactJsonNode **many = NULL;
  const PactJsonNode **members = few;
  guint n = 0;

  if (object->length > G_N_ELEMENTS (few))
    members = many = g_new (const PactJsonNode *, object->length);
  for (const PactJsonNode *member = object->first; member != NULL; member = member->next)
    members[n++] = member;
  qsort (members, n, sizeof *members, compare_names);

  g_string_append_c (out->text, '{');
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out->text, ',');
      pact_json_append_string (out->text, members[i]->name, strlen (members[i]->name));
      g_string_append_c (out->text, ':');
      if (!print_value (out, members[i], error))
        return FALSE;
    }
  g_string_append_c (out->text, '}');

  return TRUE;
}

/* Goes as deep as the document, which the scanner bounds. */
static gboolean
print_value (Output *out,
             const PactJsonNode *node,
             GError **error)
{
  if (out->checksum != NULL && out->text->len >= CHUNK_SIZE)
    flush (out);

  switch (node->type)
    {
    case PACT_JSON_OBJECT:
      return print_object (out, node, error);
    case PACT_JSON_ARRAY:
      g_string_append_c (out->text, '[');
      for (const PactJsonNode *item = node->first; item != NULL; item = item->next)
        {
          if (item != node->first)
            g_string_append_c (out->text, ',');
          if (!print_value (out, item, error))
            return FALSE;
        }
      g_string_append_c (out->text, ']');
      return TRUE;
    case PACT_JSON_NUMBER:
      return print_number (out->text, node, error);
    default:
      pact_json_print (out->text, node, FALSE);
      return TRUE;
    }
}

/**
 * pact_json_digest:
 * @node: a value
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): “sha256:” and the SHA-256 of the canonical form in
 *   hexadecimal; %NULL with @error set to %PACT_EXCHANGE_ERROR_SYNTAX if there is no such form
 */
char *
pact_json_digest (const PactJsonNode *node,
                  GError **error)
{
  g_autoptr (GString) text = g_string_sized_new (CHUNK_SIZE * 2);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  Output out = { text, checksum };

  if (!print_value (&out, node, error))
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
 *   %PACT_EXCHANGE_ERROR_SYNTAX if it is not JSON, breaks a limit, or a number is beyond the
 *   range of doubles
 */
GBytes *
pact_json_canonicalize (GBytes *bytes,
                        GError **error)
{
  g_autoptr (PactJsonDocument) document = NULL;
  g_autoptr (GString) canonical = NULL;
  Output out = { NULL, NULL };

  g_return_val_if_fail (bytes != NULL, NULL);

  document = pact_json_scan (bytes, NULL, error);
  if (document == NULL)
    return NULL;

  canonical = out.text = g_string_sized_new (g_bytes_get_size (bytes));
  if (!print_value (&out, pact_json_document_get_root (document), error))
    return NULL;

  return g_string_free_to_bytes (g_steal_pointer (&canonical));
}
