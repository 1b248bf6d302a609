/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-search-snippet"

#include "config.h"

#include <string.h>

#include "pact-fold.h"
#include "pact-search-private.h"
#include "pact-text.h"

/*
 * Words as the search sees them, and the words around what it found.
 *
 * Text is folded before it is put into the index, see pact_text_fold(). A folded text and the text itself
 * differ in length, so each byte of the one remembers its place in the other.
 */

#define CHARACTERS_BEFORE 40
#define CHARACTERS_IN_ALL 140
#define MAX_MATCHES 50
#define FIRST_WITHOUT_SPACES 0x0e00 /* Thai */

#define MARK_START "\342\201\250" /* U+2068 */
#define MARK_END "\342\201\251"   /* U+2069 */

typedef struct
{
  const char *text;
  GArray *places; /* of guint: for each byte of the text, and its end, the byte of the original */
} Folded;

typedef struct
{
  guint start;
  guint end;
} Match;

/* The same characters as in the index's “categories”. */
static gboolean
is_word_character (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_LOWERCASE_LETTER:
    case G_UNICODE_UPPERCASE_LETTER:
    case G_UNICODE_TITLECASE_LETTER:
    case G_UNICODE_MODIFIER_LETTER:
    case G_UNICODE_OTHER_LETTER:
    case G_UNICODE_DECIMAL_NUMBER:
    case G_UNICODE_LETTER_NUMBER:
    case G_UNICODE_OTHER_NUMBER:
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_PRIVATE_USE:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_without_spaces (gunichar c)
{
  if (c < FIRST_WITHOUT_SPACES)
    return FALSE;

  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_BOPOMOFO:
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_MYANMAR:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_TIBETAN:
    case G_UNICODE_SCRIPT_YI:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_mark (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_SPACING_MARK;
}

/* Folding takes the syllables of Korean apart. Each begins with one of these, which nothing else does. */
static gboolean
begins_syllable (gunichar c)
{
  return c >= 0x1100 && c <= 0x1112;
}

static gboolean
continues_syllable (gunichar c)
{
  return c >= 0x1161 && c <= 0x11c2;
}

/* Returns the text as it stands in the index. In scripts without spaces every character is a word, so that several in a
 * row are found as words in a row are; and so is every syllable of Korean, whose words are compounds. */
char *
_pact_search_make_words (const char *text)
{
  g_autofree char *folded = pact_text_fold (text);
  GString *words = g_string_new (NULL);
  gboolean was_alone = FALSE;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_alone = is_without_spaces (c) || begins_syllable (c);
      gboolean continues = is_mark (c) || continues_syllable (c);

      if (is_alone || (was_alone && !continues))
        g_string_append_c (words, ' ');
      g_string_append_unichar (words, c);
      was_alone = is_alone || (was_alone && continues);
    }

  return g_string_free (words, FALSE);
}

static void
clear_term (gpointer data)
{
  g_free (((PactSearchTerm *) data)->text);
}

/* Returns the words of what a person typed; whatever else they typed means nothing. The last may be a beginning. */
GArray *
_pact_search_read_terms (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *folded = pact_text_fold (valid);
  GArray *terms = g_array_new (FALSE, TRUE, sizeof (PactSearchTerm));
  const char *p = folded;

  g_array_set_clear_func (terms, clear_term);
  while (*p != '\0')
    {
      PactSearchTerm term = { 0 };
      const char *start = p;

      for (; *p != '\0' && is_word_character (g_utf8_get_char (p)); p = g_utf8_next_char (p))
        term.is_within |= is_without_spaces (g_utf8_get_char (p)) || begins_syllable (g_utf8_get_char (p));
      if (p > start)
        {
          term.text = g_strndup (start, p - start);
          g_array_append_val (terms, term);
        }
      else
        p = g_utf8_next_char (p);
    }
  if (terms->len > 0)
    g_array_index (terms, PactSearchTerm, terms->len - 1).is_prefix = TRUE;

  return terms;
}

static gboolean
stands_alone (const char *text,
              const char *start,
              const char *end,
              gboolean is_prefix)
{
  if (start > text && is_word_character (g_utf8_get_char (g_utf8_prev_char (start))))
    return FALSE;

  return is_prefix || *end == '\0' || !is_word_character (g_utf8_get_char (end));
}

static void
find_matches (const Folded *folded,
              const PactSearchTerm *term,
              GArray *matches)
{
  const char *text = folded->text;
  gsize length = strlen (term->text);
  const char *found = text;

  while (matches->len < MAX_MATCHES && (found = strstr (found, term->text)) != NULL)
    {
      const char *end = found + length;
      Match match;

      if (!term->is_within && !stands_alone (text, found, end, term->is_prefix))
        {
          found = end;
          continue;
        }
      while (!term->is_within && *end != '\0' && is_word_character (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      /* Nothing is marked in part: the last letter that was found may have been one with the next. */
      while (*end != '\0' && g_array_index (folded->places, guint, end - text)
                               == g_array_index (folded->places, guint, end - 1 - text))
        end = g_utf8_next_char (end);
      match.start = g_array_index (folded->places, guint, found - text);
      match.end = g_array_index (folded->places, guint, end - text);
      if (match.end > match.start)
        g_array_append_val (matches, match);
      found = end;
    }
}

static int
compare_matches (gconstpointer a,
                 gconstpointer b)
{
  const Match *one = a;
  const Match *two = b;

  return one->start < two->start ? -1 : one->start > two->start;
}

/* Copies a part of the text as one line, with the matches marked. */
static char *
mark_matches (const char *text,
              const char *start,
              const char *end,
              GArray *matches)
{
  GString *snippet = g_string_new (start > text ? "…" : NULL);
  const char *marked_until = NULL;
  guint next = 0;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (p == marked_until)
        {
          g_string_append (snippet, MARK_END);
          marked_until = NULL;
        }
      while (next < matches->len && text + g_array_index (matches, Match, next).start < p)
        next++;
      if (marked_until == NULL && next < matches->len && text + g_array_index (matches, Match, next).start == p)
        {
          g_string_append (snippet, MARK_START);
          marked_until = text + g_array_index (matches, Match, next).end;
        }
      /* Marks of the text's own would be taken for ours, and the others would turn round what stands beside them. */
      if (!pact_unichar_is_direction_control (c))
        g_string_append_unichar (snippet, g_unichar_isspace (c) ? ' ' : c);
    }
  if (marked_until != NULL)
    g_string_append (snippet, MARK_END);
  if (*end != '\0')
    g_string_append (snippet, "…");

  return g_string_free (snippet, FALSE);
}

static char *
cut (const char *text,
     GArray *matches)
{
  const char *first = text + (matches->len > 0 ? g_array_index (matches, Match, 0).start : 0);
  const char *start = first;
  const char *end;
  const char *space = NULL;

  for (guint i = 0; i < CHARACTERS_BEFORE && start > text; i++)
    start = g_utf8_prev_char (start);
  /* A word is not cut if there is a space near. */
  if (start > text)
    {
      for (const char *p = start; p < first && space == NULL; p = g_utf8_next_char (p))
        space = g_unichar_isspace (g_utf8_get_char (p)) ? g_utf8_next_char (p) : NULL;
      start = space != NULL ? space : start;
    }

  space = NULL;
  end = start;
  for (guint i = 0; i < CHARACTERS_IN_ALL && *end != '\0'; i++)
    {
      if (end > first && i > CHARACTERS_IN_ALL / 2 && g_unichar_isspace (g_utf8_get_char (end)))
        space = end;
      end = g_utf8_next_char (end);
    }
  if (*end != '\0' && space != NULL)
    end = space;

  return mark_matches (text, start, end, matches);
}

/* Makes the snippet for a text. Returns whether anything was found in it. */
gboolean
_pact_search_make_snippet (const char *text,
                           GArray *terms,
                           char **snippet)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *folded_text = pact_text_fold_with_places (text, places);
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  const Folded folded = { folded_text, places };

  for (guint i = 0; i < terms->len; i++)
    find_matches (&folded, &g_array_index (terms, PactSearchTerm, i), matches);
  g_array_sort (matches, compare_matches);
  *snippet = cut (text, matches);

  return matches->len > 0;
}
