/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-text"

#include "config.h"

#include "pact-text.h"

/*
 * Text as it comes from people, clipboards and other programs: what of it is kept, whether there is anything to see in it,
 * and how it is shown where it stands among words of the program.
 */

/* Unicode's Default_Ignorable_Code_Point, which GLib does not know: what a font draws nothing for. */
static const struct
{
  gunichar first;
  gunichar last;
} invisible[] = {
  { 0x00ad, 0x00ad },   /* soft hyphen */
  { 0x034f, 0x034f },   /* combining grapheme joiner */
  { 0x061c, 0x061c },   /* Arabic letter mark */
  { 0x115f, 0x1160 },   /* Hangul fillers */
  { 0x17b4, 0x17b5 },   /* Khmer inherent vowels */
  { 0x180b, 0x180f },   /* Mongolian selectors */
  { 0x200b, 0x200f },   /* zero-width space and joiners, marks of direction */
  { 0x202a, 0x202e },   /* embeddings and overrides of direction */
  { 0x2060, 0x206f },   /* word joiner, isolates */
  { 0x3164, 0x3164 },   /* Hangul filler */
  { 0xfe00, 0xfe0f },   /* variation selectors */
  { 0xfeff, 0xfeff },   /* byte order mark */
  { 0xffa0, 0xffa0 },   /* halfwidth Hangul filler */
  { 0xfff0, 0xfff8 },
  { 0x1bca0, 0x1bca3 }, /* shorthand format controls */
  { 0x1d173, 0x1d17a }, /* musical format controls */
  { 0xe0000, 0xe0fff }, /* tags and more variation selectors */
};

/**
 * pact_unichar_is_invisible:
 * @c: a character
 *
 * Returns: whether nothing is drawn for @c, not even a gap
 */
gboolean
pact_unichar_is_invisible (gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (invisible) && c >= invisible[i].first; i++)
    {
      if (c <= invisible[i].last)
        return TRUE;
    }

  return FALSE;
}

/* What ends a line for any program: LF, VT, FF, CR, NEL, LS and PS. */
static gboolean
is_line_break (gunichar c)
{
  return (c >= 0x0a && c <= 0x0d) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* What is typed or copied along before and behind words without being seen. */
static gboolean
is_blank_at_the_edge (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x200b || c == 0x2060 || c == 0xfeff;
}

static void
trim (GString *text)
{
  const char *start = text->str;

  while (text->len > 0)
    {
      const char *last = g_utf8_find_prev_char (text->str, text->str + text->len);

      if (!is_blank_at_the_edge (g_utf8_get_char (last)))
        break;
      g_string_truncate (text, last - text->str);
    }
  while (*start != '\0' && is_blank_at_the_edge (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  g_string_erase (text, 0, start - text->str);
}

/**
 * pact_text_clean_line:
 * @text: what was typed or pasted
 *
 * Makes one line of a text without joining words: line breaks and tabs, however many follow one another, become one space;
 * what is blank before and behind the text goes, and so do other control characters.
 *
 * Returns: (transfer full): the line, empty if nothing is left
 */
char *
pact_text_clean_line (const char *text)
{
  GString *clean;
  gboolean was_break = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  clean = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_break = is_line_break (c) || c == '\t';

      if (is_break && !was_break)
        g_string_append_c (clean, ' ');
      else if (!is_break && !g_unichar_iscntrl (c))
        g_string_append_unichar (clean, c);
      was_break = is_break;
    }
  trim (clean);

  return g_string_free (clean, FALSE);
}

/**
 * pact_text_clean_prose:
 * @text: what was typed or pasted
 *
 * Every kind of line break becomes the one that is kept, a carriage return with its line feed being one; other control
 * characters than tabs go.
 *
 * Returns: (transfer full): the text, empty if nothing is left
 */
char *
pact_text_clean_prose (const char *text)
{
  GString *clean;

  g_return_val_if_fail (text != NULL, NULL);

  clean = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      if (is_line_break (c))
        g_string_append_c (clean, '\n');
      else if (c == '\t' || !g_unichar_iscntrl (c))
        g_string_append_unichar (clean, c);
    }

  return g_string_free (clean, FALSE);
}

/**
 * pact_text_shorten:
 * @text: a text
 * @maximum: how many characters there may be, at least one
 *
 * For texts that the program makes itself; what people have written is never cut.
 *
 * Returns: (transfer full): @text if it is short enough, else its beginning, cut at a word, and an ellipsis
 */
char *
pact_text_shorten (const char *text,
                   glong maximum)
{
  const char *end;
  const char *word;
  g_autofree char *start = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (maximum > 0, NULL);

  if (g_utf8_strlen (text, -1) <= maximum)
    return g_strdup (text);

  end = g_utf8_offset_to_pointer (text, maximum - 1);
  word = end;
  while (word > text && !g_ascii_isspace (*word))
    word--;
  start = g_strchomp (g_strndup (text, (word > text ? word : end) - text));

  return g_strconcat (start, "…", NULL);
}

/* How much of a title a sentence can carry, in characters. */
#define MAX_TITLE_IN_PASSING 48

/**
 * pact_text_shorten_title:
 * @title: a title
 *
 * For a sentence that is shown for a moment, in one line, and whose verb may stand behind the title.
 *
 * Returns: (transfer full): @title, or its beginning and an ellipsis
 */
char *
pact_text_shorten_title (const char *title)
{
  return pact_text_shorten (title, MAX_TITLE_IN_PASSING);
}

/**
 * pact_unichar_is_direction_control:
 * @c: a character
 *
 * Returns: whether @c begins or ends an embedding, an override or an isolate, which order what stands around them
 */
gboolean
pact_unichar_is_direction_control (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/**
 * pact_text_is_harmless:
 * @text: a text
 *
 * Returns: whether pact_text_make_harmless() leaves @text as it is
 */
gboolean
pact_text_is_harmless (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x20 || c == 0x7f || (c > 0x7f && (is_line_break (c) || pact_unichar_is_direction_control (c) || g_unichar_iscntrl (c))))
        return FALSE;
    }

  return TRUE;
}

/**
 * pact_text_make_harmless:
 * @text: text that may come from a file of strangers
 *
 * Makes of a text what can stand in a line among other words, in a window or on a terminal: what could turn round the words
 * beside it is left out, a line break or tab is a space, and what could command a terminal is U+FFFD.
 *
 * Returns: (transfer full): the line
 */
char *
pact_text_make_harmless (const char *text)
{
  g_autofree char *valid = NULL;
  GString *harmless;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  harmless = g_string_new (NULL);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_line_break (c) || c == '\t')
        g_string_append_c (harmless, ' ');
      else if (!pact_unichar_is_direction_control (c))
        g_string_append_unichar (harmless, g_unichar_iscntrl (c) ? 0xfffd : c);
    }

  return g_string_free (harmless, FALSE);
}

/**
 * pact_text_is_blank:
 * @text: (nullable): a text
 *
 * Returns: whether there is nothing to be seen in @text: spaces of any kind, characters that are not drawn, nothing at all
 */
gboolean
pact_text_is_blank (const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* U+2800 is the braille pattern without a dot. */
      if (!g_unichar_isspace (c) && !g_unichar_iscntrl (c) && !is_line_break (c) && c != 0x2800
          && !pact_unichar_is_invisible (c))
        return FALSE;
    }

  return TRUE;
}

/**
 * pact_text_has_too_many_marks:
 * @text: a text
 *
 * Returns: whether more than %PACT_MAX_MARKS combining marks follow one another somewhere in @text
 */
gboolean
pact_text_has_too_many_marks (const char *text)
{
  guint n_marks = 0;

  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n_marks = c >= 0x300 && g_unichar_ismark (c) ? n_marks + 1 : 0;
      if (n_marks > PACT_MAX_MARKS)
        return TRUE;
    }

  return FALSE;
}

/* Whether a line may end before or after a character: beside a space, and anywhere in the scripts that are written without. */
static gboolean
is_breakable (gunichar c)
{
  if (c < 0x80)
    return c <= ' ';

  return g_unichar_isspace (c) || c == 0x200b || c == 0x00ad || g_unichar_iswide (c)
         || (c >= 0x0e00 && c <= 0x0fff)  /* Thai, Lao, Tibetan */
         || (c >= 0x1000 && c <= 0x109f)  /* Myanmar */
         || (c >= 0x1780 && c <= 0x17ff); /* Khmer */
}

/**
 * pact_text_has_long_word:
 * @text: a text
 *
 * A layout of such a text is quick only if its lines may end at any letter.
 *
 * Returns: whether more than %PACT_LONG_WORD characters follow one another in @text between which no line should end
 */
gboolean
pact_text_has_long_word (const char *text)
{
  guint length = 0;

  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      length = is_breakable (g_utf8_get_char (p)) ? 0 : length + 1;
      if (length > PACT_LONG_WORD)
        return TRUE;
    }

  return FALSE;
}

/**
 * pact_text_dup_shown:
 * @text: (nullable): a name or a title
 *
 * Returns: (transfer full) (nullable): @text as it is shown among other words, see pact_text_make_harmless(); %NULL if there is
 *   nothing to be seen in it
 */
char *
pact_text_dup_shown (const char *text)
{
  return pact_text_is_blank (text) ? NULL : pact_text_make_harmless (text);
}
