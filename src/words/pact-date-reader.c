/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-date-reader"

#include "config.h"

#include <string.h>

#include "pact-dates.h"
#include "pact-locale-private.h"

/*
 * Dates as people write them.
 *
 * A date is taken apart into the name of a month, if there is one, up to three numbers, signs between them,
 * and the words that the language puts beside them (“15 de marzo de 2027”, “2027 m. kovo 15 d.”). All of it
 * comes from the patterns and the names with which dates are shown, so that what is shown can be read.
 */

/* From how many letters on the beginning of a month’s name stands for it. */
#define MINIMUM_PREFIX 3

/* What stands behind the number of a day, in languages that do not say so in their patterns: 1er, 1st, 1º. */
static const char *const ordinals[] = { "er", "st", "nd", "rd", "th", "o", NULL };

/* What a date consists of. */
typedef struct
{
  int month; /* if it was named, else 0 */
  int numbers[3];
  guint n;
  gboolean has_points; /* there is one between any two numbers */
  gboolean has_slashes; /* likewise */
} Parts;

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static const char *
skip_letters (const char *text)
{
  while (is_letter (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

/* Whether figures that belong to @name go on beyond it, as in 13月. */
static gboolean
cuts_number (const char *text,
             const char *found,
             gsize length)
{
  return (g_ascii_isdigit (*found) && found > text && g_ascii_isdigit (found[-1]))
         || (g_ascii_isdigit (found[length - 1]) && g_ascii_isdigit (found[length]));
}

/* Finds the longest name of a month. */
static int
find_name (const char *text,
           const PactDateWords *words,
           const char **start,
           gsize *length)
{
  int month = 0;

  *length = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (words->months); i++)
    {
      for (int j = 0; j < 12; j++)
        {
          const char *name = words->folded_months[i][j];
          const char *found = strstr (text, name);
          gsize name_length = strlen (name);

          if (found == NULL || name_length <= *length || cuts_number (text, found, name_length))
            continue;
          month = j + 1;
          *start = found;
          *length = name_length;
        }
    }

  return month;
}

/* The month whose names alone begin with a word; 0 if there is none or several. */
static int
complete_name (const char *word,
               const PactDateWords *words)
{
  int month = 0;

  for (int j = 0; j < 12; j++)
    {
      if (!g_str_has_prefix (words->folded_months[PACT_MONTH_IN_DATE][j], word)
          && !g_str_has_prefix (words->folded_months[PACT_MONTH_ALONE][j], word))
        continue;
      if (month != 0)
        return 0;
      month = j + 1;
    }

  return month;
}

/* Finds a word with which the name of one month begins, such as “sept”. */
static int
find_beginning (const char *text,
                const PactDateWords *words,
                const char **start,
                gsize *length)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *end = skip_letters (p);
      g_autofree char *word = g_strndup (p, end - p);
      int month = g_utf8_strlen (word, -1) >= MINIMUM_PREFIX ? complete_name (word, words) : 0;

      if (month != 0)
        {
          *start = p;
          *length = end - p;
          return month;
        }
      if (end > p)
        p = g_utf8_prev_char (end);
    }

  return 0;
}

static gboolean
is_word_of (const char *fixed,
            const char *word)
{
  for (const char *p = fixed; *p != '\0';)
    {
      const char *end = skip_letters (p);
      g_autofree char *candidate = g_strndup (p, end - p);

      if (end > p && g_str_equal (candidate, word))
        return TRUE;
      p = end > p ? end : g_utf8_next_char (p);
    }

  return FALSE;
}

static gboolean
is_fixed_word (const char *word,
               const PactDateWords *words)
{
  if (g_strv_contains (ordinals, word))
    return TRUE;

  for (gsize i = 0; i < PACT_N_DATE_PATTERNS; i++)
    {
      if (is_word_of (words->fixed_texts[i], word))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_sign (gunichar c,
         const PactDateWords *words)
{
  if ((c < 0x80 && strchr (" ./-,", c) != NULL) || c == 0x60c || (c >= 0x2010 && c <= 0x2015) || c == 0x2212)
    return TRUE;

  for (gsize i = 0; i < PACT_N_DATE_PATTERNS; i++)
    {
      if (g_utf8_strchr (words->fixed_texts[i], -1, c) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Reads the numbers of @text. */
static gboolean
read_numbers (const char *text,
              const PactDateWords *words,
              Parts *parts)
{
  gboolean has_point = TRUE;
  gboolean has_slash = TRUE;

  parts->n = 0;
  parts->has_points = TRUE;
  parts->has_slashes = TRUE;
  for (const char *p = text; *p != '\0';)
    {
      gsize n_digits = strspn (p, "0123456789");
      const char *end = skip_letters (p);

      if (n_digits > 0)
        {
          if (n_digits > 4 || parts->n == G_N_ELEMENTS (parts->numbers))
            return FALSE;
          parts->numbers[parts->n++] = (int) g_ascii_strtoll (p, NULL, 10);
          parts->has_points = parts->has_points && has_point;
          parts->has_slashes = parts->has_slashes && has_slash;
          has_point = has_slash = FALSE;
          p += n_digits;
        }
      else if (end > p)
        {
          g_autofree char *word = g_strndup (p, end - p);

          if (!is_fixed_word (word, words))
            return FALSE;
          p = end;
        }
      else
        {
          if (!is_sign (g_utf8_get_char (p), words))
            return FALSE;
          has_point = has_point || *p == '.';
          has_slash = has_slash || *p == '/';
          p = g_utf8_next_char (p);
        }
    }

  return TRUE;
}

/* Whether of three numbers, of which the last is the year, the first is the month. */
static gboolean
is_month_first (const Parts *parts,
                const PactDateWords *words)
{
  const int *n = parts->numbers;

  if (n[0] > 12)
    return FALSE;
  if (parts->has_points)
    return n[1] > 12 && words->month_first && strchr (words->fixed_texts[PACT_DATE_SHORT_DAY], '.') != NULL;

  return words->month_first || (parts->has_slashes && n[1] > 12);
}

/* Likewise of those of which the first is the year, whether the last is the month: Kyrgyz and Uyghur write it so. */
static gboolean
is_month_last (const Parts *parts,
               const PactDateWords *words)
{
  const char *pattern = words->patterns[PACT_DATE_SHORT_DAY];

  return parts->numbers[1] > 12 && strcspn (pattern, "y") < strcspn (pattern, "d")
         && strcspn (pattern, "d") < strcspn (pattern, "ML");
}

/* A year has four digits and so tells itself; before the others it stands in year-month-day, and points in day.month.year.
 * Otherwise the order is that of the language. Only where both are in use, with slashes, and in a language that has the month
 * first, a number above 12 tells that it is the other one; elsewhere it is a mistake, and nobody guesses what was meant.
 * What the language itself writes is read, too, where a day above 12 makes it plain. */
static gboolean
order_parts (const Parts *parts,
             const PactDateWords *words,
             PactDate *date)
{
  const int *n = parts->numbers;

  *date = (PactDate){ 0, 0, 0 };
  if (parts->month != 0)
    {
      if (parts->n == 1)
        *date = (PactDate){ n[0], parts->month, 0 };
      else if (parts->n == 2 && n[0] > 999)
        *date = (PactDate){ n[0], parts->month, n[1] };
      else if (parts->n == 2)
        *date = (PactDate){ n[1], parts->month, n[0] };
      if (parts->n == 2 && date->day == 0)
        return FALSE;
    }
  else if (parts->n == 1)
    {
      date->year = n[0];
    }
  else if (parts->n == 2)
    {
      *date = n[0] > 999 ? (PactDate){ n[0], n[1], 0 } : (PactDate){ n[1], n[0], 0 };
      if (date->month == 0)
        return FALSE;
    }
  else if (parts->n == 3)
    {
      if (n[0] > 999)
        *date = is_month_last (parts, words) ? (PactDate){ n[0], n[2], n[1] } : (PactDate){ n[0], n[1], n[2] };
      else if (is_month_first (parts, words))
        *date = (PactDate){ n[2], n[0], n[1] };
      else
        *date = (PactDate){ n[2], n[1], n[0] };
      if (date->month == 0 || date->day == 0)
        return FALSE;
    }

  return pact_date_is_valid (date);
}

static gboolean
read_with_month (const char *text,
                 const PactDateWords *words,
                 int month,
                 const char *start,
                 gsize length,
                 PactDate *date)
{
  g_autofree char *before = NULL;
  g_autofree char *rest = NULL;
  Parts parts = { .month = month };

  if (month == 0)
    return FALSE;
  before = g_strndup (text, start - text);
  rest = g_strconcat (before, " ", start + length, NULL);

  return read_numbers (rest, words, &parts) && order_parts (&parts, words, date);
}

static gboolean
read_date (const char *text,
           const PactDateWords *words,
           PactDate *date)
{
  const char *start = NULL;
  gsize length = 0;
  Parts parts = { 0 };
  int month;

  if (read_numbers (text, words, &parts) && order_parts (&parts, words, date))
    return TRUE;
  month = find_name (text, words, &start, &length);
  if (read_with_month (text, words, month, start, length, date))
    return TRUE;
  month = find_beginning (text, words, &start, &length);

  return read_with_month (text, words, month, start, length, date);
}

/* A date begins with a number or a word, or as those of the language do: “#2027” in Toki Pona. */
static gboolean
begins_date (const char *text,
             const PactDateWords *words)
{
  gunichar first = g_utf8_get_char (text);

  if (is_letter (first) || g_ascii_isdigit (*text))
    return TRUE;

  for (gsize i = 0; i < PACT_N_DATE_PATTERNS; i++)
    {
      gunichar fixed = g_utf8_get_char (words->fixed_texts[i]);

      if (fixed != ' ' && fixed == first)
        return TRUE;
    }

  return FALSE;
}

/**
 * pact_date_read:
 * @text: what a person typed: a year, a month or a day
 * @locale: (nullable): a locale
 * @date: (out caller-allocates): where to put it
 *
 * Reads a date in every form in which the program shows one, in ISO order, and as people write it, with any
 * of the usual signs: `2027`, `3/2027`, `15.3.2027`, `15 March 2027`, `Dez 2030`, `1er octobre 2027`. The
 * order of day and month in figures is that of @locale, but points always mean day.month.year. With slashes, or
 * where the month stands first, a number above 12 is the day in either order; elsewhere `1-13-2027` is no date.
 * The names of months may be English, too.
 *
 * Returns: whether @text is a date
 */
gboolean
pact_date_read (const char *text,
                const PactLocale *locale,
                PactDate *date)
{
  const PactDateWords *words = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  words = _pact_locale_get_date_words (locale);
  folded = _pact_fold_input (text);
  if (!begins_date (folded, words))
    return FALSE;

  return read_date (folded, words, date)
         || read_date (folded, _pact_locale_get_date_words (pact_locale_get ("en")), date);
}
