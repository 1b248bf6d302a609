/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-csv"

#include "config.h"

#include <string.h>

#include "pact-csv.h"
#include "pact-sheet.h"
#include "pact-text-table.h"

/*
 * The measures as comma-separated values (RFC 4180), in UTF-8 with a byte order mark, by which spreadsheets know it.
 *
 * Dates and numbers stand there as the plan has them: 2027-03, 12000.00. A spreadsheet takes a cell that begins with one of = + - @ or
 * with a tab for a formula, quoted or not, and would compute what somebody else has typed into a plan. Such a text gets an
 * apostrophe before it, with which spreadsheets mark a text; numbers and dates are none and need none.
 */

#define BYTE_ORDER_MARK "\357\273\277"
#define GUARD '\''

static gboolean
looks_like_formula (const PactCell *cell)
{
  return cell->kind == PACT_CELL_TEXT && *cell->text != '\0' && strchr ("=+-@\t\r\n", *cell->text) != NULL;
}

static void
append_text (GString *table,
             const char *text)
{
  if (strpbrk (text, ",;\t\r\n\"") != NULL)
    pact_text_table_append_quoted (table, text);
  else
    g_string_append (table, text);
}

static void
append_cell (GString *table,
             const PactCell *cell)
{
  g_autofree char *guarded = NULL;

  if (cell->text == NULL)
    return;
  if (looks_like_formula (cell))
    guarded = g_strdup_printf ("%c%s", GUARD, cell->text);
  append_text (table, guarded != NULL ? guarded : cell->text);
}

/**
 * pact_plan_to_csv:
 * @plan: a plan
 * @options: how the table is made
 * @error: return location for an error
 *
 * Writes the measures that are part of a plan as comma-separated values.
 *
 * Returns: (transfer full): the file
 */
GBytes *
pact_plan_to_csv (PactPlan *plan,
                  const PactReportOptions *options,
                  GError **error)
{
  g_autoptr (PactSheet) sheet = pact_sheet_new (PACT_SHEET_MEASURES, plan, options);
  GString *table = g_string_new (BYTE_ORDER_MARK);

  for (guint column = 0; column < sheet->columns->len; column++)
    {
      if (column > 0)
        g_string_append_c (table, ',');
      append_text (table, g_array_index (sheet->columns, PactSheetColumn, column).heading);
    }
  g_string_append (table, "\r\n");

  for (guint row = 0; row < sheet->rows->len; row++)
    {
      for (guint column = 0; column < sheet->columns->len; column++)
        {
          if (column > 0)
            g_string_append_c (table, ',');
          append_cell (table, pact_sheet_get_cell (sheet, row, column));
        }
      g_string_append (table, "\r\n");
    }

  return g_string_free_to_bytes (table);
}
