/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "pact-html-table.h"

/* Tables as word processors put them on the clipboard. */

static void
check (const char *html,
       const char *expected)
{
  g_autoptr (GPtrArray) rows = pact_html_table_parse (html);
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
test_cells (void)
{
  check ("", "");
  check ("<p>No table</p>", "");
  check ("<table><tr><th>Measure</th><th>Start</th></tr><tr><td>One</td><td>2027</td></tr></table>", "[Measure][Start]|[One][2027]|");
  /* Ends that may be left out, capitals, attributes, and what stands around the table. */
  check ("Before<TABLE border=1><TBODY><TR VALIGN=top><TD WIDTH=\"5%\">One<TD>Two<TR><TD>Three</TABLE>after", "[One][Two]|[Three][]|");
  check ("<table><tr><td></td><td> \n </td></tr></table>", "[][]|");
  check ("<table><tr><td>One</td></tr></table><p>and</p><table><tr><td>Two</td><td>3</td></tr></table>", "[One]|[Two][3]|");
}

/* Paragraphs are lines of a cell; spaces are as a browser shows them. */
static void
test_text (void)
{
  check ("<table><tr><td><p>One\n   line</p>\n<p>and <b>an</b>other</p></td><td>a<br>b<br/>c</td></tr></table>",
         "[One line\nand another][a\nb\nc]|");
  check ("<table><tr><td>S&auml;ule &amp; Ma&szlig;nahme</td><td>&#8364;&nbsp;5 &#x201E;&euro;&ldquo;</td><td>A&B &c; &</td></tr></table>",
         "[Säule & Maßnahme][€\u00a05 „€“][A&B &c; &]|");
  check ("<table><tr><td>1 < 2 > 0</td></tr></table>", "[1 < 2 > 0]|");
  check ("<html><head><style>td { color: red }</style><title>T</title></head><body><!-- <table> --><table><tr><td>One"
         "<script>if (a < b) </script></td></tr></table>",
         "[One]|");
}

static void
test_spans (void)
{
  check ("<table><tr><td rowspan=2>Pillar</td><td>One</td></tr><tr><td>Two</td></tr><tr><td>Next</td><td>Three</td></tr></table>",
         "[Pillar][One]|[][Two]|[Next][Three]|");
  check ("<table><tr><td colspan=\"2\">Wide</td><td>x</td></tr><tr><td>a</td><td rowspan='2'>b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr></table>",
         "[Wide][][x]|[a][b][c]|[d][][e]|");
  check ("<table><tr><td>a</td><td rowspan=3>b</td></tr><tr><td>c</td></tr></table><table><tr><td>d</td><td>e</td></tr></table>",
         "[a][b]|[c][]|[d][e]|");
  /* A table in a cell is its text. */
  check ("<table><tr><td>One<table><tr><td>in</td><td>ner</td></tr></table></td><td>Two</td></tr></table>", "[One in ner][Two]|");
}

/* Whatever it is, it is read to its end, and what claims to be without bounds is not. */
static void
test_hostile (void)
{
  static const char *const pieces[] = { "<", "table", ">", "<tr>", "<td rowspan=9>", "<td colspan=9>", "</table>", "&", "&#0;", "&#xffffffff;",
                                        ";", "\"", "<!--", "-->", "<style>", "text", "</td>", "/", "ä" };
  g_autoptr (GString) spans = g_string_new ("<table>");
  g_autoptr (GPtrArray) rows = NULL;
  gsize n_cells = 0;

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) html = g_string_new ("<table><tr><td>");
      g_autoptr (GPtrArray) found = NULL;

      for (int i = g_test_rand_int_range (0, 30); i > 0; i--)
        g_string_append (html, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      found = pact_html_table_parse (html->str);
      g_assert_cmpuint (found->len, >=, 1);
    }

  for (guint i = 0; i < 2000; i++)
    g_string_append (spans, "<tr><td colspan=9999 rowspan=9999>x");
  rows = pact_html_table_parse (spans->str);
  g_assert_cmpuint (rows->len, ==, 2000);
  for (guint i = 0; i < rows->len; i++)
    n_cells += ((GPtrArray *) g_ptr_array_index (rows, i))->len;
  g_assert_cmpuint (n_cells, <, 300000);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-table/cells", test_cells);
  g_test_add_func ("/html-table/text", test_text);
  g_test_add_func ("/html-table/spans", test_spans);
  g_test_add_func ("/html-table/hostile", test_hostile);

  return g_test_run ();
}
