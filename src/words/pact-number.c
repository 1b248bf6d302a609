/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-number"

#include "config.h"

#include <string.h>

#include "pact-locale-private.h"
#include "pact-number.h"

/* From how many digits on numbers are grouped that may be anything, so that years are not; and amounts, where the locale groups them. */
#define GROUP_FROM 5
#define GROUP_AMOUNTS_FROM 4

/* What stands for the signs of all scripts while a number is read. */
#define SPACE ' '
#define APOSTROPHE '\''
#define POINT '.'
#define COMMA ','
#define ARABIC_DECIMAL 'd'
#define ARABIC_GROUP 'g'

static char
classify (gunichar c,
          const PactNumberSigns *signs)
{
  if (g_unichar_isdigit (c))
    return '0' + g_unichar_digit_value (c);
  if (g_unichar_type (c) == G_UNICODE_SPACE_SEPARATOR)
    return SPACE;

  switch (c)
    {
    case '.':
    case ',':
    case '\'':
      return c;
    case 0x2019: /* right single quotation mark */
    case 0x02bc: /* modifier letter apostrophe */
      return APOSTROPHE;
    case 0x066b:
      return ARABIC_DECIMAL;
    case 0x066c:
      return ARABIC_GROUP;
    default:
      /* A script with a sign of its own. */
      return c == g_utf8_get_char (signs->group) ? APOSTROPHE : '\0';
    }
}

static gboolean
is_minus (gunichar c)
{
  return c == '-' || c == 0x2212 || c == 0xfe63 || c == 0xff0d;
}

static guint
count (const char *text,
       char c)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += *p == c;

  return n;
}

/* Returns the sign before the fraction, or NULL if there is none. */
static const char *
find_decimal (const char *body,
              const PactNumberSigns *signs)
{
  guint n_points = count (body, POINT);
  guint n_commas = count (body, COMMA);
  const char *last;
  gboolean is_either;

  if (strchr (body, ARABIC_DECIMAL) != NULL)
    return strchr (body, ARABIC_DECIMAL);

  last = n_points > 0 ? strrchr (body, POINT) : strrchr (body, COMMA);
  if (n_points > 0 && n_commas > 0)
    return MAX (last, strrchr (body, COMMA));
  if (n_points + n_commas != 1)
    return NULL;

  /* One sign before three digits groups or separates: that is for the locale to say. */
  is_either = strlen (last + 1) == PACT_GROUP_SIZE && last > body && last <= body + PACT_GROUP_SIZE && *body != '0';

  return is_either && classify (g_utf8_get_char (signs->decimal), signs) != *last ? NULL : last;
}

static gboolean
are_digits (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

/* Whether the groups before the last have @size digits, the first perhaps less, and the last three. */
static gboolean
are_groups (char **groups,
            gsize size)
{
  for (guint i = 0; groups[i] != NULL; i++)
    {
      gsize wanted = groups[i + 1] == NULL ? PACT_GROUP_SIZE : size;
      gsize length = strlen (groups[i]);

      if (!are_digits (groups[i]) || length > wanted || (i > 0 && length < wanted))
        return FALSE;
    }

  return TRUE;
}

/* Takes the signs between the groups of a whole number out. */
static char *
join_groups (const char *whole,
             const PactNumberSigns *signs)
{
  const char sign[] = { whole[strspn (whole, "0123456789")], '\0' };
  g_auto (GStrv) groups = NULL;

  if (*sign == '\0')
    return are_digits (whole) ? g_strdup (whole) : NULL;

  /* What is grouped does not begin with 0. In India the groups before the last have two digits. */
  groups = g_strsplit (whole, sign, -1);
  if (*whole == '0' || !(are_groups (groups, PACT_GROUP_SIZE) || are_groups (groups, signs->other_groups)))
    return NULL;

  return g_strjoinv ("", groups);
}

/**
 * pact_number_read:
 * @text: a number as a person typed it
 * @locale: (nullable): whose signs decide where there are two ways to read
 *
 * Reads the ways in which people write numbers, in the digits of any script. Spaces, apostrophes, points
 * and commas may stand between groups of three digits, in India also of two, and never elsewhere: `12 50`
 * is no number, nor is what a tab or the end of a line cuts. Where one comma or one point stands before
 * exactly three digits, it separates the fraction if it does so in @locale; else it groups. Characters
 * that are not seen, and spaces around the number, are overlooked.
 *
 * Returns: (transfer full) (nullable): the number with an ASCII point, or %NULL if @text is no number
 */
char *
pact_number_read (const char *text,
                  const PactLocale *locale)
{
  const PactNumberSigns *signs = _pact_locale_get_number_signs (locale);
  g_autoptr (GString) body = g_string_new (NULL);
  g_autofree char *tidy = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *digits = NULL;
  const char *start, *decimal;
  gboolean is_negative;

  g_return_val_if_fail (text != NULL, NULL);

  tidy = _pact_tidy_input (text);
  is_negative = is_minus (g_utf8_get_char (tidy));
  start = is_negative ? g_utf8_next_char (tidy) : tidy;
  for (const char *p = start; *p != '\0'; p = g_utf8_next_char (p))
    {
      char class = classify (g_utf8_get_char (p), signs);

      if (class == '\0')
        return NULL;
      g_string_append_c (body, class);
    }

  decimal = find_decimal (body->str, signs);
  if (decimal != NULL && !are_digits (decimal + 1))
    return NULL;
  whole = g_strndup (body->str, decimal != NULL ? (gsize) (decimal - body->str) : body->len);
  digits = join_groups (whole, signs);
  if (digits == NULL)
    return NULL;

  return g_strconcat (is_negative ? "-" : "", digits, decimal != NULL ? "." : NULL, decimal != NULL ? decimal + 1 : NULL, NULL);
}

static gboolean
ends_group (const PactNumberSigns *signs,
            gsize n_left)
{
  return n_left == signs->first_group
         || (n_left > signs->first_group && signs->other_groups > 0
             && (n_left - signs->first_group) % signs->other_groups == 0);
}

static char *
write_number (const char *number,
              const PactLocale *locale,
              gsize group_from)
{
  const PactNumberSigns *signs = _pact_locale_get_number_signs (locale);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean is_grouped;
  gsize n_whole;

  if (*number == '-')
    {
      g_string_append (text, signs->minus);
      number++;
    }
  n_whole = strcspn (number, ".");
  is_grouped = n_whole >= group_from && signs->first_group > 0;
  for (gsize i = 0; number[i] != '\0'; i++)
    {
      if (is_grouped && i > 0 && i < n_whole && ends_group (signs, n_whole - i))
        g_string_append (text, signs->group);
      if (number[i] == '.')
        g_string_append (text, signs->decimal);
      else
        g_string_append_unichar (text, signs->zero + g_ascii_digit_value (number[i]));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * pact_number_write:
 * @number: a number with an ASCII point
 * @locale: (nullable): a locale
 *
 * The way back from pact_number_read(): digit by digit what @number is, without groups.
 *
 * Returns: (transfer full): @number to be edited
 */
char *
pact_number_write (const char *number,
                   const PactLocale *locale)
{
  g_return_val_if_fail (number != NULL, NULL);

  return write_number (number, locale, G_MAXSIZE);
}

/**
 * pact_number_display:
 * @number: a number with an ASCII point
 * @locale: (nullable): a locale
 *
 * Returns: (transfer full): @number for reading, with signs between groups of digits where it is long
 */
char *
pact_number_display (const char *number,
                     const PactLocale *locale)
{
  g_return_val_if_fail (number != NULL, NULL);

  return write_number (number, locale, GROUP_FROM);
}

/**
 * pact_number_display_money:
 * @number: a number with an ASCII point
 * @locale: (nullable): a locale
 *
 * Amounts stand below each other, and are no years: those of four digits are grouped as well, if the locale groups them.
 *
 * Returns: (transfer full): @number for reading, as an amount of money
 */
char *
pact_number_display_money (const char *number,
                           const PactLocale *locale)
{
  g_return_val_if_fail (number != NULL, NULL);

  return write_number (number, locale, _pact_locale_get_number_signs (locale)->groups_thousands ? GROUP_AMOUNTS_FROM : GROUP_FROM);
}
