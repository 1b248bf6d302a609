/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-text-table"

#include "config.h"

#include <string.h>

#include "pact-text-table.h"

/* Tables as text, as spreadsheets put them on the clipboard and take them from it: rows end with a line break, cells are parted by
 * tabs, and a cell with either of them in it, or with a quotation mark, stands in quotation marks, of which those in it are doubled
 * (as in RFC 4180, section 2). */

static gboolean
ends_row (const char *p)
{
  return *p == '\n' || *p == '\r';
}

/* Reads what stands in quotation marks, from behind the first to behind the last. One that is never closed goes on to the end. */
static const char *
read_quoted (const char *p,
             GString *cell)
{
  while (*p != '\0')
    {
      if (*p == '"' && p[1] != '"')
        return p + 1;
      if (*p == '"')
        p++;
      g_string_append_c (cell, *p++);
    }

  return p;
}

/* What begins with a quotation mark is quoted only if it ends with one, right before the next cell: “"Safe" places” is a text. */
static gboolean
is_quoted (const char *p,
           char separator)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  if (*p != '"')
    return FALSE;
  p = read_quoted (p + 1, cell);

  return p[-1] == '"' && (*p == separator || *p == '\0' || ends_row (p));
}

static const char *
read_cell (const char *p,
           char separator,
           GPtrArray *row)
{
  GString *cell = g_string_new (NULL);

  if (is_quoted (p, separator))
    p = read_quoted (p + 1, cell);
  else
    while (*p != '\0' && *p != separator && !ends_row (p))
      g_string_append_c (cell, *p++);
  g_ptr_array_add (row, g_string_free (cell, FALSE));

  return p;
}

/**
 * pact_text_table_parse:
 * @text: a table as text
 * @separator: what parts its cells: a tab, a comma or a semicolon
 *
 * Reads a table. Lines may end in any way; one that is empty at the end is no row.
 *
 * Returns: (transfer full) (element-type GPtrArray): the rows, each with the texts of its cells
 */
GPtrArray *
pact_text_table_parse (const char *text,
                       char separator)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  const char *p = text;

  g_return_val_if_fail (text != NULL, rows);

  while (*p != '\0')
    {
      GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (rows, row);
      p = read_cell (p, separator, row);
      while (*p == separator)
        p = read_cell (p + 1, separator, row);
      if (*p == '\r' && p[1] == '\n')
        p++;
      if (*p != '\0')
        p++;
    }

  return rows;
}

/**
 * pact_text_table_append_quoted:
 * @table: a table that is being written
 * @text: what a cell says
 *
 * Adds a text in quotation marks, of which those in it are doubled.
 */
void
pact_text_table_append_quoted (GString *table,
                               const char *text)
{
  g_return_if_fail (table != NULL);
  g_return_if_fail (text != NULL);

  g_string_append_c (table, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (table, '"');
      g_string_append_c (table, *p);
    }
  g_string_append_c (table, '"');
}

/**
 * pact_text_table_append_cell:
 * @table: a table that is being written
 * @text: what the next cell of its last row says
 * @is_first: whether it is the first of the row
 *
 * Adds a cell.
 */
void
pact_text_table_append_cell (GString *table,
                             const char *text,
                             gboolean is_first)
{
  g_return_if_fail (table != NULL);
  g_return_if_fail (text != NULL);

  if (!is_first)
    g_string_append_c (table, '\t');
  if (strpbrk (text, "\t\n\r\"") == NULL)
    {
      g_string_append (table, text);
      return;
    }
  pact_text_table_append_quoted (table, text);
}

/**
 * pact_text_table_end_row:
 * @table: a table that is being written
 *
 * Ends a row.
 */
void
pact_text_table_end_row (GString *table)
{
  g_return_if_fail (table != NULL);

  g_string_append_c (table, '\n');
}
