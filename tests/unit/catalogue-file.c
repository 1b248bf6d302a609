/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "catalogue-file.h"

#include <string.h>

#define HEADER "Content-Type: text/plain; charset=UTF-8\n"

/* Writes a 32-bit number at @offset. */
void
catalogue_file_set (GByteArray *file,
                    gsize offset,
                    guint32 number,
                    gboolean big_endian)
{
  guint32 written = big_endian ? GUINT32_TO_BE (number) : GUINT32_TO_LE (number);

  g_assert_cmpuint (offset + 4, <=, file->len);
  memcpy (file->data + offset, &written, 4);
}

static void
append_texts (GByteArray *file,
              guint32 table,
              const char *first,
              const char *const *texts,
              guint n,
              gboolean big_endian)
{
  for (guint i = 0; i <= n; i++)
    {
      const char *text = i == 0 ? first : texts[(i - 1) * 2];

      catalogue_file_set (file, table + i * 8, strlen (text), big_endian);
      catalogue_file_set (file, table + i * 8 + 4, file->len, big_endian);
      g_byte_array_append (file, (const guint8 *) text, strlen (text) + 1);
    }
}

/* @pairs are messages, sorted, each with its translation behind it, and end with %NULL. */
GByteArray *
catalogue_file_new (const char *const *pairs,
                    gboolean big_endian)
{
  GByteArray *file = g_byte_array_new ();
  guint n = g_strv_length ((char **) pairs) / 2;
  guint32 numbers[] = { 0x950412de, 0, n + 1, 28, 28 + (n + 1) * 8, 0, 0 };

  g_byte_array_set_size (file, 28 + (n + 1) * 16);
  memset (file->data, 0, file->len);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    catalogue_file_set (file, i * 4, numbers[i], big_endian);
  append_texts (file, numbers[3], "", pairs, n, big_endian);
  append_texts (file, numbers[4], HEADER, pairs + 1, n, big_endian);

  return file;
}

void
catalogue_file_install (const char *folder,
                        const char *locale,
                        const char *domain,
                        const char *const *pairs)
{
  g_autoptr (GByteArray) file = catalogue_file_new (pairs, FALSE);
  g_autofree char *base = g_strconcat (domain, ".mo", NULL);
  g_autofree char *directory = g_build_filename (folder, locale, "LC_MESSAGES", NULL);
  g_autofree char *file_name = g_build_filename (directory, base, NULL);

  g_assert_cmpint (g_mkdir_with_parents (directory, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file_name, (const char *) file->data, file->len, NULL));
}
