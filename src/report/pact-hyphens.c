/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-hyphens"

#include "config.h"

#include <hyphen.h>
#include <string.h>

#include "pact-hyphens.h"

#define SOFT_HYPHEN "\302\255"

/* Shorter words are not broken, and of no word fewer letters than two before the break and three behind it. */
#define MIN_WORD 7
#define MIN_BEFORE 2
#define MIN_AFTER 3

/* Of the files of a language the one of its own country, else the first in the order of their names. */
static char *
find_file (const char *folder,
           const char *language)
{
  g_auto (GStrv) parts = g_strsplit (language, "-", -1);
  g_autofree char *own = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  if (dir == NULL || parts[0] == NULL)
    return NULL;

  own = g_strdup_printf ("hyph_%s_%s.dic", parts[0], parts[1] != NULL ? parts[1] : "");
  prefix = g_strdup_printf ("hyph_%s", parts[0]);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      gsize length = strlen (prefix);

      if (!g_str_has_prefix (name, prefix) || !g_str_has_suffix (name, ".dic") || strchr ("._", name[length]) == NULL)
        continue;
      if (found == NULL || g_str_equal (name, own) || (!g_str_equal (found, own) && strcmp (name, found) < 0))
        {
          g_free (found);
          found = g_strdup (name);
        }
    }

  return found != NULL ? g_build_filename (folder, found, NULL) : NULL;
}

static HyphenDict *
load_patterns (const char *language)
{
  const char *const *folders = g_get_system_data_dirs ();
  HyphenDict *patterns = NULL;

  for (gsize i = 0; patterns == NULL && folders[i] != NULL; i++)
    {
      g_autofree char *folder = g_build_filename (folders[i], "hyphen", NULL);
      g_autofree char *file = find_file (folder, language);

      if (file != NULL)
        patterns = hnj_hyphen_load (file);
    }

  return patterns;
}

/* The patterns of a language, NULL where no package brings them. Those of German take seconds to load: they stay for ever. */
static HyphenDict *
get_patterns (const char *language)
{
  static GMutex mutex;
  static GHashTable *loaded;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  HyphenDict *patterns;

  if (loaded == NULL)
    loaded = g_hash_table_new (g_str_hash, g_str_equal);
  if (!g_hash_table_contains (loaded, language))
    g_hash_table_insert (loaded, g_strdup (language), load_patterns (language));
  patterns = g_hash_table_lookup (loaded, language);

  return patterns;
}

/* Appends @word, which is in the patterns' own character set as @bytes. Rules that change letters at the break are left out,
 * for a soft hyphen cannot say so. Marks are counted by letters, whatever the character set is. */
static void
append_broken (HyphenDict *patterns,
               GString *text,
               const char *word,
               const char *bytes)
{
  gsize n_bytes = strlen (bytes);
  g_autofree char *marks = g_malloc0 (n_bytes + 5);
  char **replacements = NULL;
  int *places = NULL;
  int *cuts = NULL;
  glong n_letters = g_utf8_strlen (word, -1);
  glong letter = 0;

  if (hnj_hyphen_hyphenate2 (patterns, bytes, n_bytes, marks, NULL, &replacements, &places, &cuts) != 0)
    {
      g_string_append (text, word);
      return;
    }

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean is_break = (marks[letter] & 1) != 0 && (replacements == NULL || replacements[letter] == NULL);

      letter++;
      g_string_append_len (text, p, g_utf8_next_char (p) - p);
      if (is_break && letter >= MIN_BEFORE && n_letters - letter >= MIN_AFTER)
        g_string_append (text, SOFT_HYPHEN);
    }

  for (gsize i = 0; replacements != NULL && i < n_bytes; i++)
    free (replacements[i]);
  free (replacements);
  free (places);
  free (cuts);
}

static void
append_word (HyphenDict *patterns,
             GString *text,
             const char *start,
             gsize length)
{
  g_autofree char *word = g_strndup (start, length);
  const char *charset = patterns->cset;
  g_autofree char *lower = NULL;
  g_autofree char *bytes = NULL;

  if (g_utf8_strlen (word, -1) < MIN_WORD)
    {
      g_string_append (text, word);
      return;
    }

  lower = g_utf8_strdown (word, -1);
  bytes = patterns->utf8 ? g_strdup (lower) : g_convert (lower, -1, charset, "UTF-8", NULL, NULL, NULL);
  /* Where a letter in small is two, marks would not stand where letters do. */
  if (bytes == NULL || g_utf8_strlen (lower, -1) != g_utf8_strlen (word, -1))
    g_string_append (text, word);
  else
    append_broken (patterns, text, word, bytes);
}

/**
 * pact_hyphens_insert:
 * @text: a text
 * @language: its language, as BCP 47 has it
 *
 * Marks with soft hyphens where its words may be broken. Addresses and what has hyphens already stay as they are, and so does all where there are no patterns for the language. Any thread may ask.
 *
 * Returns: (transfer full): the text with them
 */
char *
pact_hyphens_insert (const char *text,
                     const char *language)
{
  HyphenDict *patterns;
  GString *result;
  const char *p = text;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  patterns = get_patterns (language);
  if (patterns == NULL)
    return g_strdup (text);

  result = g_string_sized_new (strlen (text) * 5 / 4);
  while (*p != '\0')
    {
      const char *start = p;
      gboolean is_address = FALSE;

      while (*p != '\0' && g_unichar_isalpha (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      /* Letters that a point, a slash or an at sign joins to others are no word. */
      is_address = p > start && strchr ("./@:-_", *p) != NULL && *p != '\0' && g_unichar_isalpha (g_utf8_get_char (p + 1));
      if (is_address)
        while (*p != '\0' && !g_unichar_isspace (g_utf8_get_char (p)))
          p = g_utf8_next_char (p);

      if (is_address)
        g_string_append_len (result, start, p - start);
      else if (p > start)
        append_word (patterns, result, start, p - start);
      else
        {
          p = g_utf8_next_char (p);
          g_string_append_len (result, start, p - start);
        }
    }

  return g_string_free (result, FALSE);
}
