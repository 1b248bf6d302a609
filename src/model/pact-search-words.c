/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-search-words"

#include "config.h"

#include <string.h>

#include "pact-fold.h"
#include "pact-search-words.h"
#include "pact-text.h"

/*
 * Text is folded before it is searched, see pact_text_fold(). A folded text and the text itself
 * differ in length, so each byte of the one remembers its place in the other.
 */

#define CHARACTERS_BEFORE 40
#define CHARACTERS_IN_ALL 140
#define MAX_MATCHES 50
#define FIRST_WITHOUT_SPACES 0x0e00 /* Thai */

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

/**
 * pact_search_make_words:
 * @text: a text
 *
 * In scripts without spaces every character is a word, so that several in a row are found as words in a row are; and so is
 * every syllable of Korean, whose words are compounds.
 *
 * Returns: (transfer full): @text as it stands in an index of words
 */
char *
pact_search_make_words (const char *text)
{
  g_autofree char *folded = NULL;
  GString *words;
  gboolean was_alone = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  folded = pact_text_fold (text);
  words = g_string_new (NULL);
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

/**
 * pact_search_read_terms:
 * @text: what a person typed
 *
 * Whatever they typed besides words means nothing. The last word may be the beginning of one.
 *
 * Returns: (transfer full) (element-type PactSearchTerm): the words to look for, none if nothing is looked for
 */
GArray *
pact_search_read_terms (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *folded = NULL;
  GArray *terms;
  const char *p;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  folded = pact_text_fold (valid);
  p = folded;
  terms = g_array_new (FALSE, TRUE, sizeof (PactSearchTerm));
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

/* Returns where the word stands in a folded text, from a place on; %NULL if it does not. */
static const char *
find_term (const char *text,
           const char *from,
           const PactSearchTerm *term)
{
  gsize length = strlen (term->text);

  for (const char *found = strstr (from, term->text); found != NULL; found = strstr (found + length, term->text))
    {
      if (term->is_within || stands_alone (text, found, found + length, term->is_prefix))
        return found;
    }

  return NULL;
}

/**
 * pact_search_term_stands_in:
 * @term: a word to look for
 * @folded: a text that was folded with pact_text_fold()
 *
 * Returns: whether @term is a word of @folded, or may be the beginning of one and is
 */
gboolean
pact_search_term_stands_in (const PactSearchTerm *term,
                            const char *folded)
{
  g_return_val_if_fail (term != NULL, FALSE);
  g_return_val_if_fail (folded != NULL, FALSE);

  return find_term (folded, folded, term) != NULL;
}

static void
find_matches (const Folded *folded,
              const PactSearchTerm *term,
              GArray *matches)
{
  const char *text = folded->text;
  const char *found = text;

  while (matches->len < MAX_MATCHES && (found = find_term (text, found, term)) != NULL)
    {
      const char *end = found + strlen (term->text);
      Match match;

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
          g_string_append (snippet, PACT_SEARCH_MARK_END);
          marked_until = NULL;
        }
      while (next < matches->len && text + g_array_index (matches, Match, next).start < p)
        next++;
      if (marked_until == NULL && next < matches->len && text + g_array_index (matches, Match, next).start == p)
        {
          g_string_append (snippet, PACT_SEARCH_MARK_START);
          marked_until = text + g_array_index (matches, Match, next).end;
        }
      /* Marks of the text's own would be taken for ours, and the others would turn round what stands beside them. */
      if (!pact_unichar_is_direction_control (c))
        g_string_append_unichar (snippet, g_unichar_isspace (c) ? ' ' : c);
    }
  if (marked_until != NULL)
    g_string_append (snippet, PACT_SEARCH_MARK_END);
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

/**
 * pact_search_make_snippet:
 * @text: a text
 * @terms: (element-type PactSearchTerm): the words that are looked for
 * @snippet: (out): the words around the first that was found, as one line, each found word between %PACT_SEARCH_MARK_START and
 *   %PACT_SEARCH_MARK_END; the beginning of @text if none was
 *
 * Returns: whether any of the words stands in @text
 */
gboolean
pact_search_make_snippet (const char *text,
                           GArray *terms,
                           char **snippet)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  g_autofree char *folded_text = NULL;
  Folded folded;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (terms != NULL, FALSE);
  g_return_val_if_fail (snippet != NULL, FALSE);

  folded_text = pact_text_fold_with_places (text, places);
  folded = (Folded){ folded_text, places };
  for (guint i = 0; i < terms->len; i++)
    find_matches (&folded, &g_array_index (terms, PactSearchTerm, i), matches);
  g_array_sort (matches, compare_matches);
  *snippet = cut (text, matches);

  return matches->len > 0;
}
