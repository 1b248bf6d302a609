/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-fold"

#include "config.h"

#include <string.h>

#include "pact-fold.h"
#include "pact-text.h"

/*
 * When two texts are one to people.
 *
 * For a search that is generous: no capitals, no accents, no points of Hebrew and no marks of Arabic, nothing that is not
 * seen. Every search, filter and list to choose from folds what it holds and what is typed by pact_text_fold(). For
 * names it is strict: what looks different is different, see pact_text_make_key().
 */

/* Letters that Unicode does not take apart, as those type them whose keyboard lacks them. */
static const char *
find_plain (gunichar c)
{
  static const struct
  {
    gunichar letter;
    const char *plain;
  } letters[] = {
    { 0x00df, "ss" }, /* ß */
    { 0x00e6, "ae" }, /* æ */
    { 0x00f0, "d" },  /* ð */
    { 0x00f8, "o" },  /* ø */
    { 0x00fe, "th" }, /* þ */
    { 0x0111, "d" },  /* đ */
    { 0x0127, "h" },  /* ħ */
    { 0x0131, "i" },  /* ı, of which the capital is that of i */
    { 0x0142, "l" },  /* ł */
    { 0x0153, "oe" }, /* œ */
    { 0x03c2, "σ" },  /* ς, at the end of a word */
  };

  if (c < letters[0].letter || c > letters[G_N_ELEMENTS (letters) - 1].letter)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      if (letters[i].letter == c)
        return letters[i].plain;
    }

  return NULL;
}

/* Quotation marks and letters that look like the apostrophe, and are typed for it. */
static gboolean
is_apostrophe (gunichar c)
{
  return c == 0x2018 || c == 0x2019 || c == 0x201b || c == 0x2032 || (c >= 0x02b9 && c <= 0x02bf && c != 0x02ba)
         || c == 0x02c8 || c == 0xa78c;
}

/* Marks that people leave out: accents, the points of Hebrew, the vowels of Arabic. In other scripts a mark is a vowel like
 * others, and those of Japanese make another consonant. */
static gboolean
is_optional_mark (gunichar c)
{
  GUnicodeType type;

  if (c < 0x0300 || c == 0x3099 || c == 0x309a)
    return FALSE;
  type = g_unichar_type (c);
  if (type != G_UNICODE_NON_SPACING_MARK && type != G_UNICODE_ENCLOSING_MARK)
    return FALSE;

  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_INHERITED:
    case G_UNICODE_SCRIPT_COMMON:
    case G_UNICODE_SCRIPT_LATIN:
    case G_UNICODE_SCRIPT_GREEK:
    case G_UNICODE_SCRIPT_CYRILLIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_SYRIAC:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
append_folded (GString *folded,
               gunichar c)
{
  const char *plain;

  c = g_unichar_tolower (c);
  plain = find_plain (c);
  if (plain != NULL)
    g_string_append (folded, plain);
  else if (is_apostrophe (c))
    g_string_append_c (folded, '\'');
  /* U+0640 only draws an Arabic word out. */
  else if (c < 0x80 || !(is_optional_mark (c) || pact_unichar_is_invisible (c) || c == 0x0640))
    g_string_append_unichar (folded, c);
}

/**
 * pact_text_fold_with_places:
 * @text: a text
 * @places: (nullable) (element-type guint): where to append, for each byte of the folded text and for its end, the byte
 *   of @text that it comes from
 *
 * The same as pact_text_fold(), for who has to find the way back.
 *
 * Returns: (transfer full): the folded text
 */
char *
pact_text_fold_with_places (const char *text,
                            GArray *places)
{
  GString *folded;

  g_return_val_if_fail (text != NULL, NULL);

  folded = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
      gunichar c = g_utf8_get_char (p);
      gsize n_parts = c < 0x80 ? 1 : g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
      gsize before = folded->len;
      guint place = p - text;

      if (c < 0x80)
        parts[0] = c;
      for (gsize i = 0; i < n_parts; i++)
        append_folded (folded, parts[i]);
      for (gsize i = before; places != NULL && i < folded->len; i++)
        g_array_append_val (places, place);
    }
  if (places != NULL)
    {
      guint end = strlen (text);

      g_array_append_val (places, end);
    }

  return g_string_free (folded, FALSE);
}

/**
 * pact_text_fold:
 * @text: a text
 *
 * Folds a text for a search in any script: without capitals, accents and other marks that people leave out, and without
 * what is not seen.
 *
 * Returns: (transfer full): the folded text
 */
char *
pact_text_fold (const char *text)
{
  return pact_text_fold_with_places (text, NULL);
}

/* The text as it is seen: one space for spaces of any kind, none at the edges, nothing that is not drawn. */
static char *
dup_visible (const char *text)
{
  GString *visible = g_string_new (NULL);
  gboolean was_space = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (pact_unichar_is_invisible (c))
        continue;
      if (g_unichar_isspace (c))
        {
          was_space = TRUE;
          continue;
        }
      if (was_space && visible->len > 0)
        g_string_append_c (visible, ' ');
      was_space = FALSE;
      if (is_apostrophe (c))
        c = '\'';
      /* The hyphen, and the one at which no line ends. */
      else if (c == 0x2010 || c == 0x2011)
        c = '-';
      g_string_append_unichar (visible, c);
    }

  return g_string_free (visible, FALSE);
}

/**
 * pact_text_make_key:
 * @text: a name
 *
 * Two names with one key are the same name to people: however their accents are encoded, whatever spaces of any kind stand
 * in and around them, with or without soft hyphens and other characters that are not seen, in capitals or not.
 *
 * Returns: (transfer full): the key of @text, empty if nothing can be seen in it
 */
char *
pact_text_make_key (const char *text)
{
  g_autofree char *visible = NULL;
  g_autofree char *taken_apart = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  visible = dup_visible (text);
  taken_apart = g_utf8_normalize (visible, -1, G_NORMALIZE_DEFAULT);
  folded = g_utf8_casefold (taken_apart, -1);

  return g_utf8_normalize (folded, -1, G_NORMALIZE_DEFAULT);
}

/**
 * pact_text_is_same_name:
 * @a: (nullable): a name
 * @b: (nullable): another
 *
 * Returns: whether people take @a and @b for the same name; %FALSE if one of them is %NULL
 */
gboolean
pact_text_is_same_name (const char *a,
                        const char *b)
{
  g_autofree char *key_a = a != NULL ? pact_text_make_key (a) : NULL;
  g_autofree char *key_b = b != NULL ? pact_text_make_key (b) : NULL;

  return key_a != NULL && key_b != NULL && g_str_equal (key_a, key_b);
}
