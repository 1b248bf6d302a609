/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-odt"

#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "pact-odt-private.h"
#include "pact-odt-styles.h"
#include "pact-odt.h"

/*
 * A document as OpenDocument text 1.3 (ISO/IEC 26300), for offices that work on with it: named styles, true headings and lists,
 * tables whose heads are repeated, and the numbers of pages as fields.
 */

#define MEDIA_TYPE "application/vnd.oasis.opendocument.text"
#define LINE_HEIGHT 14.2 /* of running text, in points */
/* What is said of one thing stays on one page unless it has more rows. */
#define MAX_TOGETHER 12
/* How wide a letter of a cell is, in millimetres, and how many lines of a row stay on one page. */
#define LETTER_WIDTH 1.5
#define MAX_LINES_TOGETHER 20
#define EN_SPACE "\342\200\202"
/* What ZIP can say of a moment begins in this year. */
#define FIRST_MOMENT "1980-01-01T00:00:00Z"

/* What has to be said of the distance to what stands before, for a paragraph or a table; %NULL where its style says all. */
static char *
take_distance (Odt *self)
{
  char *distance = NULL;

  if (self->needs_page)
    distance = g_strdup (" fo:break-before=\"page\" fo:margin-top=\"0pt\"");
  else if (self->space > 0)
    distance = g_strdup_printf (" fo:margin-top=\"%.0fpt\"", self->space * LINE_HEIGHT);
  self->needs_page = FALSE;
  self->space = 0;

  return distance;
}

/* The style of a paragraph that begins here: the named one, or one that is like it but for its distance, its colour, its language, or
 * that it stands on the page of what follows. */
static char *
dup_paragraph_style (Odt *self,
                     const char *named,
                     const char *text,
                     guint hue,
                     gboolean is_kept)
{
  g_autofree char *distance = take_distance (self);
  g_autofree char *code = hue != PACT_NO_HUE ? pact_hue_dup_code (hue) : NULL;
  g_autofree char *border = code != NULL ? g_strdup_printf (" fo:border-top=\"3pt solid %s\"", code) : NULL;
  const char *after = pact_odt_styles_get_after (named);
  const char *language = pact_document_find_foreign (self->document, text);
  char *name;

  if (distance == NULL && border == NULL && !is_kept && language == NULL)
    return g_strdup (named);

  /* Offices take both distances from the style that has one of them. */
  if (distance != NULL && after != NULL)
    {
      char *both = g_strdup_printf ("%s fo:margin-bottom=\"%s\"", distance, after);

      g_free (distance);
      distance = both;
    }
  name = g_strdup_printf ("P%u", ++self->n_paragraphs);
  g_string_append_printf (self->styles,
                          "<style:style style:name=\"%s\" style:family=\"paragraph\" style:parent-style-name=\"%s\">"
                          "<style:paragraph-properties%s%s%s/>",
                          name, named, distance != NULL ? distance : "", border != NULL ? border : "",
                          is_kept ? " fo:keep-with-next=\"always\"" : "");
  if (language != NULL)
    pact_odt_styles_append_language (self->styles, language);
  g_string_append (self->styles, "</style:style>");

  return name;
}

/* The style of a paragraph that begins here and has nothing special but its distance and its language. */
char *
_pact_odt_dup_paragraph_style (Odt *self,
                               const char *named,
                               const char *text)
{
  return dup_paragraph_style (self, named, text, PACT_NO_HUE, FALSE);
}

/* Writes a paragraph. */
void
_pact_odt_put_paragraph (Odt *self,
                         const char *named,
                         const char *text)
{
  g_autofree char *style = _pact_odt_dup_paragraph_style (self, named, text);

  pact_markup_put_element (&self->markup, "text:p", style, text);
}

static void
write_heading (Odt *self,
               const PactBlock *block,
               guint i)
{
  static const char *const names[] = { "Heading_20_1", "Heading_20_2", "Heading_20_3" };
  g_autofree char *level = g_strdup_printf ("%u", block->level);
  g_autofree char *place = g_strdup_printf ("b%u", i);
  g_autofree char *style = dup_paragraph_style (self, names[block->level - 1], block->text, block->level == 1 ? block->hue : PACT_NO_HUE, FALSE);

  pact_markup_start (&self->markup, "text:h");
  pact_markup_set (&self->markup, "text:style-name", style);
  pact_markup_set (&self->markup, "text:outline-level", level);
  pact_markup_start (&self->markup, "text:bookmark");
  pact_markup_set (&self->markup, "text:name", place);
  pact_markup_end (&self->markup);
  if (block->number != NULL)
    {
      g_autofree char *colour = g_strdup_printf ("Hue%u", block->hue);

      pact_markup_put_element (&self->markup, "text:span", colour, block->number);
      pact_markup_put (&self->markup, EN_SPACE);
    }
  pact_markup_put (&self->markup, block->text);
  pact_markup_end (&self->markup);
}

/* What is said before a table stands on its page. */
static gboolean
precedes_table (Odt *self,
                guint i)
{
  GPtrArray *blocks = pact_document_get_blocks (self->document);

  return i + 1 < blocks->len && ((PactBlock *) g_ptr_array_index (blocks, i + 1))->kind == PACT_BLOCK_TABLE;
}

static void
write_paragraph (Odt *self,
                 const PactBlock *block,
                 guint i)
{
  static const char *const names[PACT_N_TONES] = {
    [PACT_TONE_BODY] = "Text_20_body",
    [PACT_TONE_LEAD] = "Lead",
    [PACT_TONE_SMALL] = "Small",
    [PACT_TONE_LABEL] = "Label",
    [PACT_TONE_TITLE] = "Title",
    [PACT_TONE_SUBTITLE] = "Subtitle",
  };
  g_autofree char *style = dup_paragraph_style (self, names[block->tone], block->text, PACT_NO_HUE, precedes_table (self, i));

  pact_markup_start (&self->markup, "text:p");
  pact_markup_set (&self->markup, "text:style-name", style);
  if (block->address != NULL)
    {
      pact_markup_start (&self->markup, "text:a");
      pact_markup_set (&self->markup, "text:style-name", "Internet_20_link");
      pact_markup_set (&self->markup, "text:visited-style-name", "Internet_20_link");
      pact_markup_set (&self->markup, "xlink:type", "simple");
      pact_markup_set (&self->markup, "xlink:href", block->address);
      pact_markup_put (&self->markup, block->text);
      pact_markup_end (&self->markup);
    }
  else
    pact_markup_put (&self->markup, block->text);
  pact_markup_end (&self->markup);
}

static void
write_list (Odt *self,
            const PactBlock *block)
{
  pact_markup_start (&self->markup, "text:list");
  pact_markup_set (&self->markup, "text:style-name", block->is_ordered ? "Numbered" : "Bulleted");
  for (gsize i = 0; block->items[i] != NULL; i++)
    {
      pact_markup_start (&self->markup, "text:list-item");
      _pact_odt_put_paragraph (self, "List_20_item", block->items[i]);
      pact_markup_end (&self->markup);
    }
  pact_markup_end (&self->markup);
}

static void
write_cell (Odt *self,
            const char *cell_style,
            const char *paragraph_style,
            const char *text,
            guint n_columns)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *style = _pact_odt_dup_paragraph_style (self, paragraph_style, text);

  pact_markup_start (&self->markup, "table:table-cell");
  pact_markup_set (&self->markup, "table:style-name", cell_style);
  pact_markup_set (&self->markup, "office:value-type", "string");
  if (n_columns > 1)
    {
      g_autofree char *span = g_strdup_printf ("%u", n_columns);

      pact_markup_set (&self->markup, "table:number-columns-spanned", span);
    }
  if (lines[0] == NULL)
    pact_markup_put_element (&self->markup, "text:p", style, "");
  for (gsize i = 0; lines[i] != NULL; i++)
    pact_markup_put_element (&self->markup, "text:p", style, lines[i]);
  pact_markup_end (&self->markup);
  for (guint i = 1; i < n_columns; i++)
    {
      pact_markup_start (&self->markup, "table:covered-table-cell");
      pact_markup_end (&self->markup);
    }
}

/* The style of a cell; the last of a row has nothing beside it. */
static const char *
name_cell (gboolean is_last,
           PactDocumentTable *table,
           guint row)
{
  const PactDocumentRow *current = g_ptr_array_index (table->rows, row);

  if (current->kind == PACT_ROW_TOTAL)
    return is_last ? "Total.end" : "Total";
  if (row == 0 && !table->has_head)
    return is_last ? "First.end" : "First";

  return is_last ? "Cell.end" : "Cell";
}

static gboolean
has_empty_cell (const PactDocumentRow *row)
{
  return g_strv_contains ((const char *const *) row->cells, "");
}

/* Whether a row is likely to take more than a third of a page, so that it is better broken than kept together. */
static gboolean
is_high (Odt *self,
         PactDocumentTable *table,
         const PactDocumentRow *row)
{
  double total = 0.0;

  for (guint i = 0; i < table->columns->len; i++)
    total += ((PactDocumentColumn *) g_ptr_array_index (table->columns, i))->width;
  for (guint i = 0; i < table->columns->len; i++)
    {
      double share = ((PactDocumentColumn *) g_ptr_array_index (table->columns, i))->width / total;
      double n_letters = share * pact_odt_styles_get_text_width (self->document) / LETTER_WIDTH;
      g_auto (GStrv) lines = g_strsplit (row->cells[i], "\n", -1);
      double n_lines = 0.0;

      for (gsize j = 0; lines[j] != NULL; j++)
        n_lines += 1.0 + floor (g_utf8_strlen (lines[j], -1) / n_letters);
      if (n_lines > MAX_LINES_TOGETHER)
        return TRUE;
    }

  return FALSE;
}

static const char *
name_row (Odt *self,
          PactDocumentTable *table,
          const PactDocumentRow *row)
{
  if (table->is_form && has_empty_cell (row))
    return "Row.form";

  return is_high (self, table, row) ? "Row.high" : "Row";
}

static void
write_row (Odt *self,
           PactDocumentTable *table,
           guint n)
{
  const PactDocumentRow *row = g_ptr_array_index (table->rows, n);
  g_autofree char *group = g_strdup_printf ("Group%u", row->hue);

  pact_markup_start (&self->markup, "table:table-row");
  pact_markup_set (&self->markup, "table:style-name", name_row (self, table, row));
  if (row->kind == PACT_ROW_GROUP)
    write_cell (self, group, "Table_20_Strong", row->cells[0], table->columns->len);
  for (guint i = 0; row->kind != PACT_ROW_GROUP && i < table->columns->len; i++)
    {
      const PactDocumentColumn *column = g_ptr_array_index (table->columns, i);
      gboolean is_strong = row->kind == PACT_ROW_TOTAL || (!table->has_head && i == 0);

      write_cell (self, name_cell (i + 1 == table->columns->len, table, n),
                  column->is_number ? (is_strong ? "Table_20_Strong_20_Number" : "Table_20_Number")
                                    : (is_strong ? "Table_20_Strong" : "Table_20_Contents"),
                  row->cells[i], 1);
    }
  pact_markup_end (&self->markup);
}

static void
write_head (Odt *self,
            PactDocumentTable *table)
{
  pact_markup_start (&self->markup, "table:table-header-rows");
  pact_markup_start (&self->markup, "table:table-row");
  pact_markup_set (&self->markup, "table:style-name", "Row");
  for (guint i = 0; i < table->columns->len; i++)
    {
      const PactDocumentColumn *column = g_ptr_array_index (table->columns, i);

      write_cell (self, i + 1 == table->columns->len ? "Head.end" : "Head",
                  column->is_number ? "Table_20_Heading_20_Number" : "Table_20_Heading", column->heading, 1);
    }
  pact_markup_end (&self->markup);
  pact_markup_end (&self->markup);
}

/* The columns share the room as they do on the pages: each has its share of what the gutters between them leave. */
static void
add_table_styles (Odt *self,
                  PactDocumentTable *table,
                  const char *name)
{
  double room = pact_odt_styles_get_text_width (self->document);
  g_autofree char *width = pact_odt_styles_dup_length (room);
  g_autofree char *distance = take_distance (self);
  double total = 0.0;

  g_string_append_printf (self->styles,
                          "<style:style style:name=\"%s\" style:family=\"table\"><style:table-properties style:width=\"%s\" "
                          "table:align=\"margins\" fo:margin-bottom=\"12pt\" style:writing-mode=\"%s\"%s%s/></style:style>",
                          name, width, self->is_right_to_left ? "rl-tb" : "lr-tb",
                          !table->has_head && table->rows->len <= MAX_TOGETHER ? " style:may-break-between-rows=\"false\"" : "",
                          distance != NULL ? distance : " fo:margin-top=\"3pt\"");
  for (guint i = 0; i < table->columns->len; i++)
    total += ((PactDocumentColumn *) g_ptr_array_index (table->columns, i))->width;
  room -= (table->columns->len - 1) * PACT_ODT_GUTTER;
  for (guint i = 0; i < table->columns->len; i++)
    {
      double share = room * ((PactDocumentColumn *) g_ptr_array_index (table->columns, i))->width / total
                     + (i + 1 < table->columns->len ? PACT_ODT_GUTTER : 0.0);
      g_autofree char *length = pact_odt_styles_dup_length (share);

      g_string_append_printf (self->styles,
                              "<style:style style:name=\"%s.%u\" style:family=\"table-column\"><style:table-column-properties "
                              "style:column-width=\"%s\" style:rel-column-width=\"%.0f*\"/></style:style>",
                              name, i, length, share * 100.0);
    }
}

static void
write_table (Odt *self,
             PactDocumentTable *table)
{
  g_autofree char *name = g_strdup_printf ("Table%u", ++self->n_tables);

  if (table->caption != NULL)
    _pact_odt_put_paragraph (self, "Label", table->caption);
  add_table_styles (self, table, name);
  pact_markup_start (&self->markup, "table:table");
  pact_markup_set (&self->markup, "table:name", name);
  pact_markup_set (&self->markup, "table:style-name", name);
  for (guint i = 0; i < table->columns->len; i++)
    {
      g_autofree char *style = g_strdup_printf ("%s.%u", name, i);

      pact_markup_start (&self->markup, "table:table-column");
      pact_markup_set (&self->markup, "table:style-name", style);
      pact_markup_end (&self->markup);
    }
  if (table->has_head)
    write_head (self, table);
  for (guint i = 0; i < table->rows->len; i++)
    write_row (self, table, i);
  pact_markup_end (&self->markup);
}

/* The office brings the table of contents up to date; until then it has the headings without their pages. */
static void
write_contents (Odt *self,
                const PactBlock *contents,
                guint position)
{
  GPtrArray *blocks = pact_document_get_blocks (self->document);

  /* Its heading turns the page by its style, for the office writes it anew. */
  self->needs_page = FALSE;
  pact_markup_start (&self->markup, "text:table-of-content");
  pact_markup_set (&self->markup, "text:name", "Contents");
  pact_markup_start (&self->markup, "text:table-of-content-source");
  pact_markup_set (&self->markup, "text:outline-level", "2");
  pact_markup_put_element (&self->markup, "text:index-title-template", "Contents_20_Heading", contents->text);
  for (guint level = 1; level <= 2; level++)
    {
      g_autofree char *outline = g_strdup_printf ("%u", level);

      pact_markup_start (&self->markup, "text:table-of-content-entry-template");
      pact_markup_set (&self->markup, "text:outline-level", outline);
      pact_markup_set (&self->markup, "text:style-name", level == 1 ? "Contents_20_1" : "Contents_20_2");
      pact_markup_start (&self->markup, "text:index-entry-link-start");
      pact_markup_set (&self->markup, "text:style-name", "Index_20_Link");
      pact_markup_end (&self->markup);
      pact_markup_start (&self->markup, "text:index-entry-text");
      pact_markup_end (&self->markup);
      pact_markup_start (&self->markup, "text:index-entry-tab-stop");
      pact_markup_set (&self->markup, "style:type", "right");
      pact_markup_set (&self->markup, "style:leader-char", " ");
      pact_markup_end (&self->markup);
      pact_markup_start (&self->markup, "text:index-entry-page-number");
      pact_markup_end (&self->markup);
      pact_markup_start (&self->markup, "text:index-entry-link-end");
      pact_markup_end (&self->markup);
      pact_markup_end (&self->markup);
    }
  pact_markup_end (&self->markup);
  pact_markup_start (&self->markup, "text:index-body");
  pact_markup_start (&self->markup, "text:index-title");
  pact_markup_set (&self->markup, "text:name", "Contents_Head");
  _pact_odt_put_paragraph (self, "Contents_20_Heading", contents->text);
  pact_markup_end (&self->markup);
  for (guint i = position + 1; i < blocks->len; i++)
    {
      const PactBlock *block = g_ptr_array_index (blocks, i);
      g_autofree char *heading = NULL;
      g_autofree char *style = NULL;
      g_autofree char *address = g_strdup_printf ("#b%u", i);

      if (block->kind != PACT_BLOCK_HEADING || block->level > 2)
        continue;
      pact_markup_start (&self->markup, "text:p");
      style = _pact_odt_dup_paragraph_style (self, block->level == 1 ? "Contents_20_1" : "Contents_20_2", block->text);
      pact_markup_set (&self->markup, "text:style-name", style);
      pact_markup_start (&self->markup, "text:a");
      pact_markup_set (&self->markup, "xlink:type", "simple");
      pact_markup_set (&self->markup, "xlink:href", address);
      pact_markup_set (&self->markup, "text:style-name", "Index_20_Link");
      pact_markup_set (&self->markup, "text:visited-style-name", "Index_20_Link");
      heading = pact_block_dup_heading (block);
      pact_markup_put (&self->markup, heading);
      pact_markup_start (&self->markup, "text:tab");
      pact_markup_end (&self->markup);
      pact_markup_start (&self->markup, "text:bookmark-ref");
      pact_markup_set (&self->markup, "text:reference-format", "page");
      pact_markup_set (&self->markup, "text:ref-name", address + 1);
      pact_markup_end (&self->markup);
      pact_markup_end (&self->markup);
      pact_markup_end (&self->markup);
    }
  pact_markup_end (&self->markup);
  pact_markup_end (&self->markup);
}

static void
write_block (Odt *self,
             const PactBlock *block,
             guint i)
{
  switch (block->kind)
    {
    case PACT_BLOCK_HEADING:
      write_heading (self, block, i);
      break;
    case PACT_BLOCK_PARAGRAPH:
      write_paragraph (self, block, i);
      break;
    case PACT_BLOCK_LIST:
      write_list (self, block);
      break;
    case PACT_BLOCK_TABLE:
      write_table (self, block->table);
      break;
    case PACT_BLOCK_DRAWING:
      _pact_odt_write_drawing (self, block->drawing);
      break;
    case PACT_BLOCK_PICTURE:
      _pact_odt_write_picture (self, block->picture);
      break;
    case PACT_BLOCK_CONTENTS:
      write_contents (self, block, i);
      break;
    case PACT_BLOCK_SPACE:
      self->space = block->level;
      break;
    case PACT_BLOCK_NEW_PAGE:
      self->needs_page = i > 0;
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
declare_namespaces (Odt *self)
{
  static const char *const namespaces[][2] = {
    { "office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0" },
    { "style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0" },
    { "text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0" },
    { "table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0" },
    { "draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" },
    { "fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" },
    { "svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" },
    { "meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0" },
    { "manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" },
    { "dc", "http://purl.org/dc/elements/1.1/" },
    { "xlink", "http://www.w3.org/1999/xlink" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (namespaces); i++)
    {
      g_autofree char *name = g_strconcat ("xmlns:", namespaces[i][0], NULL);

      pact_markup_set (&self->markup, name, namespaces[i][1]);
    }
  pact_markup_set (&self->markup, "office:version", "1.3");
}

static void
write_body (Odt *self)
{
  GPtrArray *blocks = pact_document_get_blocks (self->document);

  pact_markup_start (&self->markup, "office:body");
  pact_markup_start (&self->markup, "office:text");
  for (guint i = 0; i < blocks->len; i++)
    write_block (self, g_ptr_array_index (blocks, i), i);
  pact_markup_end (&self->markup);
  pact_markup_end (&self->markup);
}

static void
write_meta (Odt *self)
{
  const char *author = pact_document_get_author (self->document);
  const char *subject = pact_document_get_subject (self->document);
  const char *moment = pact_document_get_moment (self->document);

  pact_markup_start (&self->markup, "office:document-meta");
  declare_namespaces (self);
  pact_markup_start (&self->markup, "office:meta");
  pact_markup_put_element (&self->markup, "meta:generator", NULL, "Pact Planner " PACKAGE_VERSION);
  pact_markup_put_element (&self->markup, "dc:title", NULL, pact_document_get_title (self->document));
  if (subject != NULL)
    pact_markup_put_element (&self->markup, "dc:subject", NULL, subject);
  if (author != NULL)
    pact_markup_put_element (&self->markup, "dc:creator", NULL, author);
  pact_markup_put_element (&self->markup, "dc:language", NULL, pact_document_get_language (self->document));
  if (moment != NULL)
    {
      pact_markup_put_element (&self->markup, "meta:creation-date", NULL, moment);
      pact_markup_put_element (&self->markup, "dc:date", NULL, moment);
    }
  pact_markup_end (&self->markup);
  pact_markup_end (&self->markup);
}

static void
write_manifest (Odt *self)
{
  static const char *const files[][2] = {
    { "/", MEDIA_TYPE },
    { "content.xml", "text/xml" },
    { "styles.xml", "text/xml" },
    { "meta.xml", "text/xml" },
  };

  pact_markup_start (&self->markup, "manifest:manifest");
  pact_markup_set (&self->markup, "xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0");
  pact_markup_set (&self->markup, "manifest:version", "1.3");
  for (gsize i = 0; i < G_N_ELEMENTS (files) + self->pictures->len; i++)
    {
      const OdtPicture *picture = i >= G_N_ELEMENTS (files) ? g_ptr_array_index (self->pictures, i - G_N_ELEMENTS (files)) : NULL;

      pact_markup_start (&self->markup, "manifest:file-entry");
      pact_markup_set (&self->markup, "manifest:full-path", picture != NULL ? picture->name : files[i][0]);
      pact_markup_set (&self->markup, "manifest:media-type", picture != NULL ? picture->media_type : files[i][1]);
      pact_markup_end (&self->markup);
    }
  pact_markup_end (&self->markup);
}

static void
write_content (Odt *self)
{
  pact_markup_start (&self->markup, "office:document-content");
  declare_namespaces (self);
  pact_markup_start (&self->markup, "office:automatic-styles");
  xmlTextWriterWriteRaw (self->markup.writer, BAD_CAST self->styles->str);
  pact_markup_end (&self->markup);
  xmlTextWriterWriteRaw (self->markup.writer, BAD_CAST self->body);
  pact_markup_end (&self->markup);
}

typedef void (*WriteFunc) (Odt *self);

/* Calls a function that writes XML; whether it is a whole file, which says so. */
static GBytes *
write_part (Odt *self,
            WriteFunc func,
            gboolean is_file)
{
  xmlBufferPtr buffer = xmlBufferCreate ();
  GBytes *bytes;

  self->markup.writer = xmlNewTextWriterMemory (buffer, 0);
  if (is_file)
    xmlTextWriterStartDocument (self->markup.writer, NULL, "UTF-8", NULL);
  func (self);
  xmlTextWriterEndDocument (self->markup.writer);
  xmlFreeTextWriter (self->markup.writer);
  bytes = g_bytes_new (xmlBufferContent (buffer), xmlBufferLength (buffer));
  xmlBufferFree (buffer);

  return bytes;
}

/* The text is written before the styles that it turns out to need, and stands after them. */
static GBytes *
write_text (Odt *self)
{
  g_autoptr (GBytes) body = NULL;
  g_autofree char *text = NULL;

  pact_odt_styles_append_cells (self->styles);
  body = write_part (self, write_body, FALSE);
  text = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
  self->body = text;

  return write_part (self, write_content, TRUE);
}

static gboolean
add_file (struct archive *archive,
          const char *name,
          GBytes *bytes,
          gint64 moment)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize size = g_bytes_get_size (bytes);
  gboolean success;

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, size);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_mtime (entry, moment, 0);
  success = archive_write_header (archive, entry) == ARCHIVE_OK
            && archive_write_data (archive, g_bytes_get_data (bytes, NULL), size) == (la_ssize_t) size;
  archive_entry_free (entry);

  return success;
}

static la_ssize_t
append_bytes (struct archive *archive,
              void *data,
              const void *buffer,
              size_t length)
{
  g_byte_array_append (data, buffer, length);

  return length;
}

static gint64
get_moment (PactDocument *document)
{
  const char *moment = pact_document_get_moment (document);
  g_autoptr (GDateTime) parsed = moment != NULL ? g_date_time_new_from_iso8601 (moment, NULL) : NULL;
  g_autoptr (GDateTime) first = g_date_time_new_from_iso8601 (FIRST_MOMENT, NULL);

  return parsed != NULL && g_date_time_compare (parsed, first) > 0 ? g_date_time_to_unix (parsed) : g_date_time_to_unix (first);
}

static GBytes *
pack (Odt *self,
      GError **error)
{
  g_autoptr (GBytes) media_type = g_bytes_new_static (MEDIA_TYPE, strlen (MEDIA_TYPE));
  g_autoptr (GBytes) content = write_text (self);
  g_autoptr (GBytes) styles = pact_odt_styles_write (self->document);
  g_autoptr (GBytes) meta = write_part (self, write_meta, TRUE);
  g_autoptr (GBytes) manifest = write_part (self, write_manifest, TRUE);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  struct archive *archive = archive_write_new ();
  gint64 moment = get_moment (self->document);
  gboolean success;

  archive_write_set_format_zip (archive);
  archive_write_set_bytes_in_last_block (archive, 1);
  /* The first file says what all of them are, and is not compressed (OpenDocument 1.3, part 2, 3.3). */
  archive_write_zip_set_compression_store (archive);
  success = archive_write_open (archive, bytes, NULL, append_bytes, NULL) == ARCHIVE_OK
            && add_file (archive, "mimetype", media_type, moment);
  archive_write_zip_set_compression_deflate (archive);
  success = success && add_file (archive, "content.xml", content, moment) && add_file (archive, "styles.xml", styles, moment)
            && add_file (archive, "meta.xml", meta, moment);
  for (guint i = 0; success && i < self->pictures->len; i++)
    {
      const OdtPicture *picture = g_ptr_array_index (self->pictures, i);

      success = add_file (archive, picture->name, picture->bytes, moment);
    }
  success = success && add_file (archive, "META-INF/manifest.xml", manifest, moment) && archive_write_close (archive) == ARCHIVE_OK;
  if (!success)
    {
      g_debug ("libarchive: %s", archive_error_string (archive));
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The OpenDocument text could not be written."));
    }
  archive_write_free (archive);

  return success ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/**
 * pact_document_to_odt:
 * @document: a document
 * @cancellable: (nullable): what ends it
 * @error: return location for an error
 *
 * Writes a document as OpenDocument text. Any thread may do it. The same document gives the same file.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with @error set to an error of the domain %G_IO_ERROR
 */
GBytes *
pact_document_to_odt (PactDocument *document,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func (_pact_odt_free_picture);
  g_autoptr (GString) styles = g_string_new (NULL);
  Odt self = {
    .markup = { .class_attribute = "text:style-name" },
    .document = document,
    .pictures = pictures,
    .styles = styles,
    .is_right_to_left = pact_locale_is_right_to_left (pact_document_get_locale (document)),
  };

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return pack (&self, error);
}
