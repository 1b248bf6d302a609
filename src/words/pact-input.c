/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-input"

#include "config.h"

#include "pact-fold.h"
#include "pact-locale-private.h"
#include "pact-text.h"

/* Returns what a person sees of a number or a date: without marks of direction and the like, which come along when it is
 * copied out of a page or a sheet, and without white space around it. */
char *
_pact_tidy_input (const char *text)
{
  g_autoptr (GString) tidy = g_string_new (NULL);
  gsize length = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) ? tidy->len > 0 : !pact_unichar_is_invisible (c))
        g_string_append_unichar (tidy, c);
      if (!g_unichar_isspace (c) && !pact_unichar_is_invisible (c))
        length = tidy->len;
    }
  g_string_truncate (tidy, length);

  return g_string_free (g_steal_pointer (&tidy), FALSE);
}

/* Folds it as a search does, with the digits of ASCII. */
char *
_pact_fold_input (const char *text)
{
  g_autofree char *tidy = _pact_tidy_input (text);
  g_autofree char *folded = pact_text_fold (tidy);
  g_autoptr (GString) result = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        g_string_append_c (result, '0' + g_unichar_digit_value (c));
      else
        g_string_append_unichar (result, c);
    }

  return g_string_free (g_steal_pointer (&result), FALSE);
}
