/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "pact-text-table.h"

/* Tables as text, there and back. */

static void
check (const char *text,
       char separator,
       const char *expected)
{
  g_autoptr (GPtrArray) rows = pact_text_table_parse (text, separator);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (rows, i);

      for (guint j = 0; j < row->len; j++)
        g_string_append_printf (found, "[%s]", (const char *) g_ptr_array_index (row, j));
      g_string_append_c (found, '|');
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_parse (void)
{
  check ("", '\t', "");
  check ("one", '\t', "[one]|");
  check ("one\ttwo\nthree\t\n", '\t', "[one][two]|[three][]|");
  check ("one\r\ntwo\rthree\n\nfour", '\t', "[one]|[two]|[three]|[]|[four]|");
  check ("\t\n", '\t', "[][]|");
  check ("a,b;c\n", ',', "[a][b;c]|");
  check ("a,b;c\n", ';', "[a,b][c]|");
}

/* Spreadsheets quote what would otherwise be several cells or rows. */
static void
test_quoted (void)
{
  check ("\"one\ttwo\"\tthree", '\t', "[one\ttwo][three]|");
  check ("\"one\r\ntwo\"\nthree", '\t', "[one\r\ntwo]|[three]|");
  check ("\"say \"\"no\"\"\"\t\"\"\t\"\"\"\"", '\t', "[say \"no\"][][\"]|");
  /* What people write with quotation marks is no quoting. */
  check ("\"Safe\" places\tand \"more\"", '\t', "[\"Safe\" places][and \"more\"]|");
  check ("\"open\tto the end", '\t', "[\"open][to the end]|");
}

/* What was written is read again, whatever it is. */
static void
test_round_trip (void)
{
  static const char *const pieces[] = { "", "\"", "\t", "\n", "\r", "a", "“ä”", "\"\"", "\"a\"", " " };

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) table = g_string_new (NULL);
      g_autoptr (GPtrArray) rows = NULL;
      GPtrArray *expected = g_ptr_array_new_with_free_func (g_free);
      guint n_columns = (guint) g_test_rand_int_range (1, 4);
      guint n_rows = (guint) g_test_rand_int_range (1, 4);

      for (guint row = 0; row < n_rows; row++)
        {
          for (guint column = 0; column < n_columns; column++)
            {
              GString *text = g_string_new (NULL);

              for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
                g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
              pact_text_table_append_cell (table, text->str, column == 0);
              g_ptr_array_add (expected, g_string_free (text, FALSE));
            }
          pact_text_table_end_row (table);
        }
      rows = pact_text_table_parse (table->str, '\t');
      g_assert_cmpuint (rows->len, ==, n_rows);
      for (guint i = 0; i < expected->len; i++)
        g_assert_cmpstr (g_ptr_array_index ((GPtrArray *) g_ptr_array_index (rows, i / n_columns), i % n_columns), ==,
                         g_ptr_array_index (expected, i));
      g_ptr_array_unref (expected);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-table/parse", test_parse);
  g_test_add_func ("/text-table/quoted", test_quoted);
  g_test_add_func ("/text-table/round-trip", test_round_trip);

  return g_test_run ();
}
