/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-review-privacy"

#include "config.h"

#include <string.h>

#include "pact-review-private.h"

/* The least and the most digits of a telephone number with its area code (ITU-T E.164); a number
 * with fewer is a year, a date or a helpline. */
#define MIN_PHONE_DIGITS 9
#define MAX_PHONE_DIGITS 15

static gboolean
is_phone_character (char c)
{
  return g_ascii_isdigit (c) || (c != '\0' && strchr (" +-/()", c) != NULL);
}

/* Whether a number that is dialled begins at @p: 000 is the end of a large number instead. */
static gboolean
starts_phone (const char *text,
              const char *p)
{
  if (p > text && (g_ascii_isalnum (p[-1]) || strchr (".,-", p[-1]) != NULL))
    return FALSE;
  if (*p == '0' && p[1] == '0')
    p++;

  return p[1] >= '1' && p[1] <= '9';
}

/* Dates such as 01/02/2027 are written like telephone numbers. */
static gboolean
contains_date (const char *text,
               gsize length)
{
  g_autofree char *run = g_strndup (text, length);

  return g_regex_match_simple ("\\b[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{4}\\b|\\b[0-9]{4}-[0-9]{2}-[0-9]{2}\\b", run, 0, 0);
}

/**
 * pact_review_contains_phone:
 * @text: a text
 *
 * Looks for numbers as they are dialled: with a country code after + or 00, or with the 0 before
 * an area code. Short numbers, which are those of helplines, are not meant.
 *
 * Returns: whether there seems to be a telephone number in @text
 */
gboolean
pact_review_contains_phone (const char *text)
{
  const char *p = text;

  while ((p = strpbrk (p, "0+")) != NULL)
    {
      gsize length = 0;
      guint n_digits = 0;

      while (is_phone_character (p[length]) && !(length > 0 && p[length] == '+'))
        n_digits += g_ascii_isdigit (p[length++]);
      if (starts_phone (text, p) && n_digits >= MIN_PHONE_DIGITS && n_digits <= MAX_PHONE_DIGITS && !contains_date (p, length))
        return TRUE;
      p += MAX (length, 1);
    }

  return FALSE;
}
