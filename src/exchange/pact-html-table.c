/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-html-table"

#include "config.h"

#include <string.h>

#include "pact-html-table.h"

/* Tables as word processors put them on the clipboard: HTML, of which only the cells are of interest. As text they put the lines of
 * a cell there as if they were rows. Nothing is refused, and what is not known is passed over, as in a browser. */

/* More than this many columns or rows one cell does not span, whatever it says; and no more cells than these are empty because
 * another spans them. */
#define MAX_SPAN 1000
#define MAX_SPANNED 200000

typedef struct
{
  GPtrArray *rows;
  GPtrArray *row; /* (nullable) borrowed: the one that is read */
  GString *cell;  /* (nullable) the one that is read */
  guint column_span;
  guint row_span;
  guint n_spanned;
  GArray *spans;      /* guint: for how many rows more a cell of a row above goes on, by column */
  guint depth;        /* how many tables stand around what is read */
  gboolean was_space; /* whether the cell goes on behind a space */
} Reader;

/* What Latin-1 has from 0xa0 on, in its order, and what else is usual. */
static const char latin_names[] =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot "
  "cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml "
  "Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig "
  "agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute "
  "ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

static const struct
{
  const char *name;
  gunichar letter;
} other_names[] = {
  { "amp", '&' },       { "lt", '<' },        { "gt", '>' },        { "quot", '"' },      { "apos", '\'' },
  { "OElig", 0x152 },   { "oelig", 0x153 },   { "Scaron", 0x160 },  { "scaron", 0x161 },  { "Yuml", 0x178 },
  { "ensp", 0x2002 },   { "emsp", 0x2003 },   { "thinsp", 0x2009 }, { "ndash", 0x2013 },  { "mdash", 0x2014 },
  { "lsquo", 0x2018 },  { "rsquo", 0x2019 },  { "sbquo", 0x201a },  { "ldquo", 0x201c },  { "rdquo", 0x201d },
  { "bdquo", 0x201e },  { "bull", 0x2022 },   { "hellip", 0x2026 }, { "lsaquo", 0x2039 }, { "rsaquo", 0x203a },
  { "euro", 0x20ac },   { "trade", 0x2122 },
};

static gunichar
find_named (const char *name)
{
  static GHashTable *letters;
  static gsize is_made;

  if (g_once_init_enter (&is_made))
    {
      g_auto (GStrv) names = g_strsplit (latin_names, " ", -1);

      letters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; names[i] != NULL; i++)
        g_hash_table_insert (letters, g_strdup (names[i]), GUINT_TO_POINTER (0xa0 + i));
      for (gsize i = 0; i < G_N_ELEMENTS (other_names); i++)
        g_hash_table_insert (letters, g_strdup (other_names[i].name), GUINT_TO_POINTER (other_names[i].letter));
      g_once_init_leave (&is_made, TRUE);
    }

  return GPOINTER_TO_UINT (g_hash_table_lookup (letters, name));
}

/* Reads “&uuml;” or “&#xfc;”; what is none is an ampersand. Returns where it ends. */
static const char *
read_entity (const char *p,
             gunichar *letter)
{
  gsize length = strcspn (p + 1, ";<& \n");
  g_autofree char *name = g_strndup (p + 1, MIN (length, 12));
  gunichar found = 0;

  if (p[1 + length] == ';' && *name == '#')
    {
      guint64 number = g_ascii_tolower (name[1]) == 'x' ? g_ascii_strtoull (name + 2, NULL, 16) : g_ascii_strtoull (name + 1, NULL, 10);

      found = number > 0 && number <= 0x10ffff && g_unichar_validate ((gunichar) number) ? (gunichar) number : 0xfffd;
    }
  else if (p[1 + length] == ';')
    found = find_named (name);
  *letter = found != 0 ? found : '&';

  return found != 0 ? p + length + 2 : p + 1;
}

static void
append_letter (Reader *reader,
               gunichar c)
{
  if (reader->cell == NULL)
    return;
  if (c == ' ' || c == '\n' || c == '\r' || c == '\t')
    {
      reader->was_space = TRUE;
      return;
    }
  if (reader->was_space && reader->cell->len > 0 && reader->cell->str[reader->cell->len - 1] != '\n')
    g_string_append_c (reader->cell, ' ');
  reader->was_space = FALSE;
  g_string_append_unichar (reader->cell, c);
}

static void
append_break (Reader *reader)
{
  if (reader->cell != NULL && reader->cell->len > 0)
    g_string_append_c (reader->cell, '\n');
  reader->was_space = FALSE;
}

static guint
get_span (Reader *reader,
          guint column)
{
  return column < reader->spans->len ? g_array_index (reader->spans, guint, column) : 0;
}

static void
add_cell (Reader *reader,
          char *text,
          guint row_span)
{
  guint column = reader->row->len;

  g_ptr_array_add (reader->row, text);
  if (reader->spans->len <= column)
    g_array_set_size (reader->spans, column + 1);
  g_array_index (reader->spans, guint, column) = row_span - 1;
}

static void
add_spanned (Reader *reader,
             guint row_span)
{
  if (reader->n_spanned++ < MAX_SPANNED)
    add_cell (reader, g_strdup (""), row_span);
}

/* The cells of rows above that go on here are empty. */
static void
skip_spanned (Reader *reader)
{
  while (get_span (reader, reader->row->len) > 0 && reader->n_spanned < MAX_SPANNED)
    add_spanned (reader, get_span (reader, reader->row->len));
}

static void
end_cell (Reader *reader)
{
  if (reader->cell == NULL)
    return;
  while (reader->cell->len > 0 && reader->cell->str[reader->cell->len - 1] == '\n')
    g_string_truncate (reader->cell, reader->cell->len - 1);
  skip_spanned (reader);
  add_cell (reader, g_string_free (g_steal_pointer (&reader->cell), FALSE), reader->row_span);
  for (guint i = 1; i < reader->column_span; i++)
    add_spanned (reader, reader->row_span);
}

static void
end_row (Reader *reader)
{
  end_cell (reader);
  if (reader->row == NULL)
    return;
  while (reader->row->len < reader->spans->len && reader->n_spanned < MAX_SPANNED)
    add_spanned (reader, MAX (get_span (reader, reader->row->len), 1));
  reader->row = NULL;
}

static void
begin_row (Reader *reader)
{
  end_row (reader);
  reader->row = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (reader->rows, reader->row);
}

static guint
read_span (const char *tag,
           const char *name)
{
  g_autofree char *folded = g_ascii_strdown (tag, -1);
  const char *p = strstr (folded, name);

  if (p == NULL)
    return 1;
  p += strlen (name);
  p += strspn (p, " \t\r\n=\"'");

  return (guint) CLAMP (g_ascii_strtoull (p, NULL, 10), 1, MAX_SPAN);
}

static void
begin_cell (Reader *reader,
            const char *tag)
{
  if (reader->row == NULL)
    begin_row (reader);
  end_cell (reader);
  reader->cell = g_string_new (NULL);
  reader->was_space = FALSE;
  reader->column_span = read_span (tag, "colspan");
  reader->row_span = read_span (tag, "rowspan");
}

/* @tag is what stands between the angle brackets. A table in a cell is its text. */
static void
take_tag (Reader *reader,
          const char *tag)
{
  gboolean is_end = *tag == '/';
  g_autofree char *name = g_ascii_strdown (tag + is_end, (gssize) strcspn (tag + is_end, " \t\r\n/"));
  gboolean is_cell = g_str_equal (name, "td") || g_str_equal (name, "th");

  if (g_str_equal (name, "table"))
    {
      if (is_end && reader->depth == 1)
        {
          end_row (reader);
          g_array_set_size (reader->spans, 0);
        }
      if (!is_end)
        reader->depth++;
      else if (reader->depth > 0)
        reader->depth--;
    }
  else if (reader->depth == 1 && g_str_equal (name, "tr"))
    (is_end ? end_row : begin_row) (reader);
  else if (reader->depth == 1 && is_cell)
    {
      if (is_end)
        end_cell (reader);
      else
        begin_cell (reader, tag);
    }
  else if (g_str_equal (name, "br") || (is_end && (g_str_equal (name, "p") || g_str_equal (name, "div") || g_str_equal (name, "li"))))
    append_break (reader);
  else if (is_cell)
    append_letter (reader, ' ');
}

/* Where what stands in a style or a script ends, of which nothing is text. */
static const char *
find_end (const char *p,
          const char *tag)
{
  static const char *const silent[] = { "style", "script", "head" };

  for (gsize i = 0; i < G_N_ELEMENTS (silent); i++)
    {
      gsize length = strlen (silent[i]);

      if (g_ascii_strncasecmp (tag, silent[i], length) != 0 || g_ascii_isalnum (tag[length]))
        continue;
      for (const char *q = p; *q != '\0'; q++)
        {
          if (q[0] == '<' && q[1] == '/' && g_ascii_strncasecmp (q + 2, silent[i], length) == 0)
            return q;
        }
      return p;
    }

  return p;
}

/* Reads a tag or a comment from behind its bracket to behind its end. */
static const char *
read_tag (Reader *reader,
          const char *p)
{
  g_autofree char *tag = NULL;
  const char *end;

  if (g_str_has_prefix (p, "!--"))
    {
      end = strstr (p, "-->");
      return end != NULL ? end + 3 : p + strlen (p);
    }
  end = strchr (p, '>');
  if (end == NULL)
    return p + strlen (p);
  tag = g_strndup (p, end - p);
  take_tag (reader, tag);

  return find_end (end + 1, tag);
}

/**
 * pact_html_table_parse:
 * @html: a page
 *
 * Reads the rows of all tables of a page. A cell that spans several is empty but for the first; a table in a cell is its text.
 *
 * Returns: (transfer full) (element-type GPtrArray): the rows, each with the texts of its cells; none if there is no table
 */
GPtrArray *
pact_html_table_parse (const char *html)
{
  Reader reader = { NULL };
  const char *p = html;

  reader.rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_return_val_if_fail (html != NULL, reader.rows);

  reader.spans = g_array_new (FALSE, TRUE, sizeof (guint));
  while (*p != '\0')
    {
      gunichar letter = g_utf8_get_char (p);

      if (*p == '<' && (g_ascii_isalpha (p[1]) || p[1] == '/' || p[1] == '!'))
        {
          p = read_tag (&reader, p + 1);
          continue;
        }
      p = *p == '&' ? read_entity (p, &letter) : g_utf8_next_char (p);
      append_letter (&reader, letter);
    }
  end_row (&reader);
  g_array_unref (reader.spans);

  return reader.rows;
}
