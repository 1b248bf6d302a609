/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-table-import-text"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-edit-error.h"
#include "pact-html-table.h"
#include "pact-table-import-private.h"
#include "pact-text-table.h"
#include "pact-text.h"

/* From the bytes of a file to the cells of a table. */

/* How many rows tell what parts the cells. */
#define SAMPLE_ROWS 20

/* What spreadsheets of Windows may put before everything else: “sep=;”. */
#define SEPARATOR_LINE "sep="

/* 0x80 to 0x9f of Windows-1252, as the WHATWG maps them, so that no byte is without a letter. */
static const gunichar windows_letters[] = {
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
  0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
};

static char *
decode_windows (const guint8 *data,
                gsize size)
{
  GString *text = g_string_sized_new (size);

  for (gsize i = 0; i < size; i++)
    g_string_append_unichar (text, data[i] >= 0x80 && data[i] < 0xa0 ? windows_letters[data[i] - 0x80] : data[i]);

  return g_string_free (text, FALSE);
}

static gboolean
has_start (const guint8 *data,
           gsize size,
           const char *start)
{
  return size >= strlen (start) && memcmp (data, start, strlen (start)) == 0;
}

/**
 * pact_table_decode:
 * @bytes: a file
 * @error: return location for an error
 *
 * Makes a text of a file: of UTF-8, of UTF-16 with a byte order mark, or else of Windows-1252, in which older spreadsheets write.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL with @error set to %PACT_EDIT_ERROR_TABLE if it is none
 */
char *
pact_table_decode (GBytes *bytes,
                   GError **error)
{
  g_autofree char *text = NULL;
  const guint8 *data;
  gsize size, n_written = 0;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (has_start (data, size, "\xff\xfe") || has_start (data, size, "\xfe\xff"))
    {
      text = g_convert ((const char *) data + 2, (gssize) (size - 2), "UTF-8", data[0] == 0xff ? "UTF-16LE" : "UTF-16BE", NULL,
                        &n_written, NULL);
      if (text != NULL && strlen (text) != n_written)
        g_clear_pointer (&text, g_free);
    }
  else if (size == 0)
    text = g_strdup ("");
  else if (memchr (data, '\0', size) == NULL)
    {
      gsize start = has_start (data, size, "\xef\xbb\xbf") ? 3 : 0;

      text = g_utf8_validate ((const char *) data + start, (gssize) (size - start), NULL)
               ? g_strndup ((const char *) data + start, size - start)
               : decode_windows (data, size);
    }
  if (text == NULL)
    g_set_error (error, PACT_EDIT_ERROR, PACT_EDIT_ERROR_TABLE,
                 _("The file is no table as text. Save the table as CSV in the program that it comes from, or copy it there."));

  return g_steal_pointer (&text);
}

static gboolean
is_empty (GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    {
      if (!pact_text_is_blank (g_ptr_array_index (row, i)))
        return FALSE;
    }

  return TRUE;
}

/* The text up to the end of its first rows, inside quotation marks or not. */
static char *
dup_sample (const char *text)
{
  const char *end = text;
  guint n_lines = 0;

  while (*end != '\0' && n_lines < 2 * SAMPLE_ROWS)
    n_lines += *end++ == '\n';

  return g_strndup (text, end - text);
}

/* How well a separator parts the rows: as many columns as the first has, in as many rows. */
static guint
rate_separator (const char *sample,
                char separator)
{
  g_autoptr (GPtrArray) rows = pact_text_table_parse (sample, separator);
  guint n_columns = 0, n_like_first = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (rows, i);

      if (is_empty (row))
        continue;
      if (n_columns == 0)
        n_columns = row->len;
      n_like_first += row->len == n_columns;
    }

  return n_columns > 1 ? (n_columns - 1) * n_like_first : 0;
}

/**
 * pact_table_guess_separator:
 * @text: a table as text
 *
 * Returns: what parts its cells: a tab, a semicolon or a comma; a tab if there is one column only
 */
char
pact_table_guess_separator (const char *text)
{
  static const char separators[] = { '\t', ';', ',' };
  g_autofree char *sample = NULL;
  char best = '\t';
  guint best_rate = 0;

  g_return_val_if_fail (text != NULL, '\t');

  sample = dup_sample (text);
  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      guint rate = rate_separator (sample, separators[i]);

      if (rate > best_rate)
        {
          best = separators[i];
          best_rate = rate;
        }
    }

  return best;
}

/* Whether a table is none, or more than anybody brings into a plan. */
static gboolean
check_size (GPtrArray *rows,
            GError **error)
{
  guint n_filled = 0, n_columns = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (rows, i);

      n_filled += !is_empty (row);
      for (guint j = 0; j < row->len; j++)
        {
          if (!pact_text_is_blank (g_ptr_array_index (row, j)))
            n_columns = MAX (n_columns, j + 1);
        }
    }
  if (n_filled == 0)
    g_set_error (error, PACT_EDIT_ERROR, PACT_EDIT_ERROR_TABLE, _("There is nothing in this table."));
  else if (n_filled > PACT_TABLE_MAX_ROWS)
    g_set_error (error, PACT_EDIT_ERROR, PACT_EDIT_ERROR_TABLE,
                 ngettext ("The table has more than %d row. Import it in parts.",
                           "The table has more than %d rows. Import it in parts.", PACT_TABLE_MAX_ROWS),
                 PACT_TABLE_MAX_ROWS);
  else if (n_columns > PACT_TABLE_MAX_COLUMNS)
    g_set_error (error, PACT_EDIT_ERROR, PACT_EDIT_ERROR_TABLE,
                 ngettext ("The table has more than %d column. Leave those out that the plan does not need.",
                           "The table has more than %d columns. Leave those out that the plan does not need.",
                           PACT_TABLE_MAX_COLUMNS),
                 PACT_TABLE_MAX_COLUMNS);
  else
    return TRUE;

  return FALSE;
}

/**
 * pact_table_split:
 * @text: a table as text, from the clipboard or a file
 * @error: return location for an error
 *
 * Takes a table apart, whatever parts its cells.
 *
 * Returns: (transfer full) (nullable) (element-type GPtrArray): the rows, each with the texts of its cells, or %NULL with @error set
 *   to %PACT_EDIT_ERROR_TABLE if there is nothing in it, or too much
 */
GPtrArray *
pact_table_split (const char *text,
                  GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  char separator;

  g_return_val_if_fail (text != NULL, NULL);

  if (g_ascii_strncasecmp (text, SEPARATOR_LINE, strlen (SEPARATOR_LINE)) == 0
      && strchr ("\t;,", text[strlen (SEPARATOR_LINE)]) != NULL && text[strlen (SEPARATOR_LINE)] != '\0')
    {
      separator = text[strlen (SEPARATOR_LINE)];
      text += strlen (SEPARATOR_LINE) + 1;
    }
  else
    separator = pact_table_guess_separator (text);

  rows = pact_text_table_parse (text, separator);

  return check_size (rows, error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * pact_table_split_html:
 * @html: what a word processor or a browser puts on the clipboard
 * @error: return location for an error
 *
 * Takes the tables of a page apart.
 *
 * Returns: (transfer full) (nullable) (element-type GPtrArray): the rows, each with the texts of its cells, or %NULL with @error set
 *   to %PACT_EDIT_ERROR_TABLE if there is nothing in it, or too much
 */
GPtrArray *
pact_table_split_html (const char *html,
                       GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  g_return_val_if_fail (html != NULL, NULL);

  rows = pact_html_table_parse (html);

  return check_size (rows, error) ? g_steal_pointer (&rows) : NULL;
}
