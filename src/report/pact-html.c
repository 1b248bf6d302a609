/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-html"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-html.h"
#include "pact-markup.h"
#include "pact-translate.h"

/*
 * A document as one file of HTML, for all screens and for reading aloud: nothing is fetched from anywhere, and nothing in it runs.
 */

#define DRAWING_WIDTH 480.0
/* On a screen as narrow as a telephone’s, so that the letters stay readable. */
#define NARROW_WIDTH 250.0
#define NARROW_SCREEN "(max-width:30rem)"
#define PIXELS_OF_A_POINT (4.0 / 3.0)
/* A table of more columns is wider than a telephone, and scrolls. */
#define MAX_NARROW_COLUMNS 3

static const char style_sheet[] =
  "html{font-family:Lato,\"Segoe UI\",\"Helvetica Neue\",Arial,sans-serif;line-height:1.55;color:#212121;background:#fff;"
  "color-scheme:light;text-size-adjust:100%}"
  "body{margin:0 auto;max-width:54rem;padding:1.5rem clamp(1rem,4vw,2.5rem) 3rem;overflow-wrap:break-word}"
  ".colours{height:.4rem;margin-bottom:clamp(1.5rem,8vw,5rem)}"
  "h1{font-size:clamp(1.75rem,1.2rem + 2.6vw,2.6rem);line-height:1.15;font-weight:800;margin:.5rem 0 1rem;text-wrap:balance}"
  "h2,h3,h4{text-wrap:balance;scroll-margin-top:1rem}"
  "h2{font-size:clamp(1.35rem,1.1rem + 1.1vw,1.7rem);line-height:1.2;font-weight:800;margin:3.5rem 0 1rem}"
  "h2::before{content:\"\";display:block;width:3.6rem;height:.25rem;margin-bottom:.6rem;background:var(--hue,#2f3a45)}"
  "nav h2::before{display:none}"
  "nav h2{font-size:1.15rem;margin:2rem 0 .5rem}"
  "h3{font-size:1.2rem;line-height:1.3;font-weight:700;margin:2.4rem 0 .5rem}"
  "h4{font-size:1rem;font-weight:700;margin:1.6rem 0 .3rem}"
  "h1 span,h2 span,h3 span,h4 span,nav span{color:var(--hue);margin-inline-end:.35em}"
  "p{margin:.5rem 0;max-width:44rem}"
  "li{max-width:42rem;margin:.25rem 0}"
  ".lead{font-size:1.15rem}"
  ".subtitle{font-size:1.15rem;color:#4f4f4f;margin:.3rem 0}"
  ".label,caption,figcaption{font-size:.88rem;font-weight:700;color:#4f4f4f;text-align:start;margin:1.4rem 0 .3rem;padding:0}"
  ".small{font-size:.88rem;color:#4f4f4f}"
  ".mark{font-weight:700;letter-spacing:.05em;text-transform:uppercase;color:#8a1c1c}"
  ".table{margin:1rem 0 1.5rem}"
  ".wide{overflow-x:auto}"
  ".wide table{min-width:40rem}"
  ".wide:focus-visible,a:focus-visible{outline:.15rem solid #1a4f8a;outline-offset:.15rem}"
  "table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.45;font-variant-numeric:tabular-nums}"
  "caption{margin:0;padding-bottom:.4rem}"
  "th,td{text-align:start;vertical-align:top;padding:.4rem 0;padding-inline-end:1rem;border-bottom:1px solid #c8c8c8;"
  "font-weight:400;hyphens:auto}"
  "th:last-child,td:last-child{padding-inline-end:0}"
  "tbody th,.total td{font-weight:700}"
  "thead th{border-bottom:2px solid #404040;font-weight:700;color:#4f4f4f;vertical-align:bottom}"
  ".facts tr:first-child>*{border-top:1px solid #c8c8c8}"
  ".group{border-inline-start:.35rem solid var(--hue);padding-top:.8rem;padding-inline-start:.6rem}"
  ".number{text-align:end}"
  ".total>*{border-top:2px solid #404040}"
  ".form td:empty{height:2.2rem}"
  "nav ol{list-style:none;padding:0;margin:0}"
  "nav li{max-width:none;margin:.3rem 0;font-weight:700}"
  "nav .deeper{padding-inline-start:1.4rem;font-weight:400;font-size:.95rem;margin:.15rem 0}"
  "nav a{text-decoration:none}"
  "nav a:hover{text-decoration:underline}"
  "figure{margin:1.2rem 0}"
  "figure img{display:block;width:100%;height:auto;margin-top:.4rem}"
  ".picture{display:block;max-width:100%;height:auto;margin-bottom:1.2rem}"
  "a{color:#1a4f8a}"
  "footer{margin-top:4rem;border-top:1px solid #c8c8c8}"
  "@media(max-width:30rem){.facts,.facts tbody,.facts tr,.facts th,.facts td{display:block;border:0;padding:0}"
  ".facts tr{padding:.4rem 0;border-bottom:1px solid #c8c8c8}.facts th{font-size:.82rem;color:#4f4f4f}"
  ".facts tr:first-child>*{border:0}.wide table{min-width:34rem}}"
  "@page{margin:18mm 20mm}"
  "@media print{html{font-size:10pt;line-height:1.4}body{max-width:none;padding:0}h2{margin-top:2rem}"
  "h1,h2,h3,h4,.label,caption{break-after:avoid}tr,figure,.facts{break-inside:avoid}p{orphans:2;widows:2}"
  "thead{display:table-header-group}.page{break-before:page;margin-top:0}.wide{overflow:visible}.wide table{min-width:0}"
  "nav{break-after:page}a{color:inherit}"
  ".colours,h2::before,.group{print-color-adjust:exact;-webkit-print-color-adjust:exact}}";

typedef struct
{
  PactDocument *document;
  PactMarkup markup;
  guint level;         /* of the heading before */
  gboolean needs_page; /* what follows stands on a page of its own when it is printed */
} Html;

static char *
name_place (guint i)
{
  return g_strdup_printf ("b%u", i);
}

/* Lets the style sheet know a colour. */
static void
set_hue (Html *self,
         guint hue)
{
  g_autofree char *code = pact_hue_dup_code (hue);
  g_autofree char *style = g_strconcat ("--hue:", code, NULL);

  pact_markup_set (&self->markup, "style", style);
}

/* Says of the element that was just begun in which language a text is, if it is not that of the document. */
static void
speak (Html *self,
       const char *text)
{
  const char *language = pact_document_find_foreign (self->document, text);

  if (language != NULL)
    pact_markup_set (&self->markup, "lang", language);
}

static void
put_element (Html *self,
             const char *element,
             const char *class_name,
             const char *text)
{
  pact_markup_start (&self->markup, element);
  if (class_name != NULL)
    pact_markup_set (&self->markup, "class", class_name);
  speak (self, text);
  pact_markup_put (&self->markup, text);
  pact_markup_end (&self->markup);
}

static void
put_number (Html *self,
            const PactBlock *block)
{
  if (block->number == NULL)
    return;
  pact_markup_put_element (&self->markup, "span", NULL, block->number);
  pact_markup_put (&self->markup, " ");
}

/* Whether a block is the title of the document, which is the heading above all others. */
static gboolean
is_title (Html *self,
          const PactBlock *block)
{
  return block->kind == PACT_BLOCK_PARAGRAPH
           ? block->tone == PACT_TONE_TITLE
           : block->kind == PACT_BLOCK_HEADING && block->level == 1
               && g_str_equal (block->text, pact_document_get_title (self->document));
}

static gboolean
has_title (Html *self)
{
  GPtrArray *blocks = pact_document_get_blocks (self->document);

  for (guint i = 0; i < blocks->len; i++)
    {
      if (is_title (self, g_ptr_array_index (blocks, i)))
        return TRUE;
    }

  return FALSE;
}

/* There is one heading of the first level, and none is more than one level below the one before. */
static void
write_heading (Html *self,
               const PactBlock *block,
               guint i)
{
  guint level = self->level == 0 && is_title (self, block) ? 1 : MIN (block->level + 1, self->level + 1);
  g_autofree char *element = g_strdup_printf ("h%u", level);
  g_autofree char *place = name_place (i);

  pact_markup_start (&self->markup, element);
  pact_markup_set (&self->markup, "id", place);
  if (self->needs_page)
    pact_markup_set (&self->markup, "class", "page");
  speak (self, block->text);
  set_hue (self, block->hue);
  put_number (self, block);
  pact_markup_put (&self->markup, block->text);
  pact_markup_end (&self->markup);
  self->level = level;
  self->needs_page = FALSE;
}

static void
write_paragraph (Html *self,
                 const PactBlock *block)
{
  static const char *const classes[PACT_N_TONES] = {
    [PACT_TONE_LEAD] = "lead",
    [PACT_TONE_SMALL] = "small",
    [PACT_TONE_LABEL] = "label",
    [PACT_TONE_SUBTITLE] = "subtitle",
  };

  if (block->tone == PACT_TONE_TITLE)
    self->level = 1;
  pact_markup_start (&self->markup, block->tone == PACT_TONE_TITLE ? "h1" : "p");
  if (classes[block->tone] != NULL)
    pact_markup_set (&self->markup, "class", classes[block->tone]);
  speak (self, block->text);
  if (block->address != NULL)
    {
      pact_markup_start (&self->markup, "a");
      pact_markup_set (&self->markup, "href", block->address);
      pact_markup_put (&self->markup, block->text);
      pact_markup_end (&self->markup);
    }
  else
    pact_markup_put (&self->markup, block->text);
  pact_markup_end (&self->markup);
}

static void
write_list (Html *self,
            const PactBlock *block)
{
  pact_markup_start (&self->markup, block->is_ordered ? "ol" : "ul");
  for (gsize i = 0; block->items[i] != NULL; i++)
    put_element (self, "li", NULL, block->items[i]);
  pact_markup_end (&self->markup);
}

/* The paragraphs of a cell. */
static void
write_cell (Html *self,
            const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        xmlTextWriterWriteRaw (self->markup.writer, BAD_CAST "<br>");
      pact_markup_put (&self->markup, lines[i]);
    }
}

static void
write_row (Html *self,
           PactDocumentTable *table,
           const PactDocumentRow *row)
{
  pact_markup_start (&self->markup, "tr");
  if (row->kind == PACT_ROW_TOTAL)
    pact_markup_set (&self->markup, "class", "total");
  for (guint i = 0; i < (row->kind == PACT_ROW_GROUP ? 1 : table->columns->len); i++)
    {
      const PactDocumentColumn *column = g_ptr_array_index (table->columns, i);
      gboolean is_heading = row->kind == PACT_ROW_GROUP || (!table->has_head && i == 0);

      pact_markup_start (&self->markup, is_heading ? "th" : "td");
      if (is_heading)
        pact_markup_set (&self->markup, "scope", row->kind == PACT_ROW_GROUP ? "rowgroup" : "row");
      if (row->kind == PACT_ROW_GROUP)
        {
          g_autofree char *span = g_strdup_printf ("%u", table->columns->len);

          pact_markup_set (&self->markup, "colspan", span);
          pact_markup_set (&self->markup, "class", "group");
          set_hue (self, row->hue);
        }
      else if (column->is_number)
        pact_markup_set (&self->markup, "class", "number");
      speak (self, row->cells[i]);
      write_cell (self, row->cells[i]);
      pact_markup_end (&self->markup);
    }
  pact_markup_end (&self->markup);
}

/* Each column has its share of the width. */
static void
write_columns (Html *self,
               PactDocumentTable *table)
{
  double total = 0.0;

  for (guint i = 0; i < table->columns->len; i++)
    total += ((PactDocumentColumn *) g_ptr_array_index (table->columns, i))->width;
  pact_markup_start (&self->markup, "colgroup");
  for (guint i = 0; i < table->columns->len; i++)
    {
      const PactDocumentColumn *column = g_ptr_array_index (table->columns, i);
      g_autofree char *width = g_strdup_printf ("width:%.0f%%", column->width * 100.0 / total);

      xmlTextWriterStartElement (self->markup.writer, BAD_CAST "col");
      pact_markup_set (&self->markup, "style", width);
      xmlTextWriterEndElement (self->markup.writer);
    }
  pact_markup_end (&self->markup);
}

static void
write_table (Html *self,
             PactDocumentTable *table)
{
  gboolean is_wide = table->columns->len > MAX_NARROW_COLUMNS;
  gboolean has_body = FALSE;

  pact_markup_start (&self->markup, "div");
  pact_markup_set (&self->markup, "class", is_wide ? "table wide" : "table");
  if (is_wide)
    {
      /* What can be scrolled has to be reached by the keyboard. */
      pact_markup_set (&self->markup, "tabindex", "0");
      pact_markup_set (&self->markup, "role", "group");
      pact_markup_set (&self->markup, "aria-label", table->caption != NULL ? table->caption
                                                      : pact_translate ("report", "Table", pact_document_get_locale (self->document)));
    }
  pact_markup_start (&self->markup, "table");
  if (table->is_form)
    pact_markup_set (&self->markup, "class", "form");
  else if (!table->has_head && table->columns->len == 2)
    pact_markup_set (&self->markup, "class", "facts");
  if (table->caption != NULL)
    put_element (self, "caption", NULL, table->caption);
  write_columns (self, table);
  if (table->has_head)
    {
      pact_markup_start (&self->markup, "thead");
      pact_markup_start (&self->markup, "tr");
      for (guint i = 0; i < table->columns->len; i++)
        {
          const PactDocumentColumn *column = g_ptr_array_index (table->columns, i);

          pact_markup_start (&self->markup, "th");
          pact_markup_set (&self->markup, "scope", "col");
          if (column->is_number)
            pact_markup_set (&self->markup, "class", "number");
          speak (self, column->heading);
          pact_markup_put (&self->markup, column->heading);
          pact_markup_end (&self->markup);
        }
      pact_markup_end (&self->markup);
      pact_markup_end (&self->markup);
    }
  for (guint i = 0; i < table->rows->len; i++)
    {
      const PactDocumentRow *row = g_ptr_array_index (table->rows, i);

      /* The heading of a group is that of its own part of the table. */
      if (!has_body || row->kind == PACT_ROW_GROUP)
        {
          if (has_body)
            pact_markup_end (&self->markup);
          pact_markup_start (&self->markup, "tbody");
          has_body = TRUE;
        }
      write_row (self, table, row);
    }
  if (has_body)
    pact_markup_end (&self->markup);
  pact_markup_end (&self->markup);
  pact_markup_end (&self->markup);
}

static char *
dup_drawing_address (Html *self,
                     PactDrawing *drawing,
                     double width)
{
  g_autoptr (GBytes) bytes = pact_drawing_to_svg (drawing, pact_document_get_language (self->document), width);
  g_autofree char *data = g_base64_encode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return g_strconcat ("data:image/svg+xml;base64,", data, NULL);
}

static void
write_drawing (Html *self,
               PactDrawing *drawing)
{
  g_autofree char *words = pact_drawing_dup_words (drawing);
  g_autofree char *address = dup_drawing_address (self, drawing, DRAWING_WIDTH);
  g_autofree char *narrow_address = dup_drawing_address (self, drawing, NARROW_WIDTH);

  pact_markup_start (&self->markup, "figure");
  put_element (self, "figcaption", NULL, pact_drawing_get_title (drawing));
  pact_markup_start (&self->markup, "picture");
  xmlTextWriterStartElement (self->markup.writer, BAD_CAST "source");
  pact_markup_set (&self->markup, "media", NARROW_SCREEN);
  pact_markup_set (&self->markup, "srcset", narrow_address);
  xmlTextWriterEndElement (self->markup.writer);
  xmlTextWriterStartElement (self->markup.writer, BAD_CAST "img");
  speak (self, pact_drawing_get_title (drawing));
  pact_markup_set (&self->markup, "alt", words);
  pact_markup_set (&self->markup, "src", address);
  xmlTextWriterEndElement (self->markup.writer);
  pact_markup_end (&self->markup);
  pact_markup_end (&self->markup);
}

static void
write_picture (Html *self,
               const PactDocumentPicture *picture)
{
  g_autofree char *data = g_base64_encode (g_bytes_get_data (picture->png, NULL), g_bytes_get_size (picture->png));
  g_autofree char *address = g_strconcat ("data:image/png;base64,", data, NULL);
  g_autofree char *width = g_strdup_printf ("%.0f", MAX (picture->width * PIXELS_OF_A_POINT, 1.0));
  g_autofree char *height = g_strdup_printf ("%.0f", MAX (picture->height * PIXELS_OF_A_POINT, 1.0));

  xmlTextWriterStartElement (self->markup.writer, BAD_CAST "img");
  pact_markup_set (&self->markup, "class", "picture");
  speak (self, picture->words);
  pact_markup_set (&self->markup, "alt", picture->words);
  pact_markup_set (&self->markup, "width", width);
  pact_markup_set (&self->markup, "height", height);
  pact_markup_set (&self->markup, "src", address);
  xmlTextWriterEndElement (self->markup.writer);
}

static void
write_contents (Html *self,
                const PactBlock *contents,
                guint position)
{
  GPtrArray *blocks = pact_document_get_blocks (self->document);

  pact_markup_start (&self->markup, "nav");
  pact_markup_set (&self->markup, "aria-labelledby", "contents");
  pact_markup_start (&self->markup, "h2");
  pact_markup_set (&self->markup, "id", "contents");
  speak (self, contents->text);
  pact_markup_put (&self->markup, contents->text);
  pact_markup_end (&self->markup);
  self->level = 2;
  self->needs_page = FALSE;
  pact_markup_start (&self->markup, "ol");
  for (guint i = position + 1; i < blocks->len; i++)
    {
      const PactBlock *block = g_ptr_array_index (blocks, i);
      g_autofree char *place = name_place (i);
      g_autofree char *address = g_strconcat ("#", place, NULL);

      if (block->kind != PACT_BLOCK_HEADING || block->level > 2)
        continue;
      pact_markup_start (&self->markup, "li");
      if (block->level > 1)
        pact_markup_set (&self->markup, "class", "deeper");
      pact_markup_start (&self->markup, "a");
      pact_markup_set (&self->markup, "href", address);
      speak (self, block->text);
      set_hue (self, block->hue);
      put_number (self, block);
      pact_markup_put (&self->markup, block->text);
      pact_markup_end (&self->markup);
      pact_markup_end (&self->markup);
    }
  pact_markup_end (&self->markup);
  pact_markup_end (&self->markup);
}

static void
write_block (Html *self,
             const PactBlock *block,
             guint i)
{
  switch (block->kind)
    {
    case PACT_BLOCK_HEADING:
      write_heading (self, block, i);
      break;
    case PACT_BLOCK_PARAGRAPH:
      write_paragraph (self, block);
      break;
    case PACT_BLOCK_LIST:
      write_list (self, block);
      break;
    case PACT_BLOCK_TABLE:
      write_table (self, block->table);
      break;
    case PACT_BLOCK_DRAWING:
      write_drawing (self, block->drawing);
      break;
    case PACT_BLOCK_PICTURE:
      write_picture (self, block->picture);
      break;
    case PACT_BLOCK_CONTENTS:
      write_contents (self, block, i);
      break;
    case PACT_BLOCK_NEW_PAGE:
      self->needs_page = i > 0;
      break;
    case PACT_BLOCK_SPACE:
      /* Each screen has its own. */
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
write_head (Html *self)
{
  pact_markup_start (&self->markup, "head");
  xmlTextWriterWriteRaw (self->markup.writer, BAD_CAST "<meta charset=\"utf-8\">"
                                                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                                                "<meta http-equiv=\"Content-Security-Policy\" "
                                                "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">");
  pact_markup_put_element (&self->markup, "title", NULL, pact_document_get_title (self->document));
  pact_markup_start (&self->markup, "style");
  xmlTextWriterWriteRaw (self->markup.writer, BAD_CAST style_sheet);
  pact_markup_end (&self->markup);
  pact_markup_end (&self->markup);
}

/* The colours of all pillars, above what begins with a cover. */
static void
write_colours (Html *self)
{
  g_autoptr (GString) style = g_string_new ("background:linear-gradient(90deg");

  for (guint hue = 0; hue < PACT_N_HUES; hue++)
    {
      g_autofree char *code = pact_hue_dup_code (hue);

      g_string_append_printf (style, ",%s %u%% %u%%", code, hue * 100 / PACT_N_HUES, (hue + 1) * 100 / PACT_N_HUES);
    }
  g_string_append_c (style, ')');
  pact_markup_start (&self->markup, "div");
  pact_markup_set (&self->markup, "class", "colours");
  pact_markup_set (&self->markup, "style", style->str);
  pact_markup_end (&self->markup);
}

/**
 * pact_document_to_html:
 * @document: a document
 * @cancellable: (nullable): what ends it
 * @error: return location for an error
 *
 * Writes a document as one file of HTML. Any thread may do it.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with @error set to %G_IO_ERROR_CANCELLED
 */
GBytes *
pact_document_to_html (PactDocument *document,
                       GCancellable *cancellable,
                       GError **error)
{
  GPtrArray *blocks = pact_document_get_blocks (document);
  xmlBufferPtr buffer = xmlBufferCreate ();
  Html self = { .document = document, .markup = { xmlNewTextWriterMemory (buffer, 0), TRUE, "class" } };
  GBytes *bytes = NULL;
  const char *foot = pact_document_get_foot (document);
  guint first = 0;

  xmlTextWriterWriteRaw (self.markup.writer, BAD_CAST "<!DOCTYPE html>\n");
  pact_markup_start (&self.markup, "html");
  pact_markup_set (&self.markup, "lang", pact_document_get_language (document));
  pact_markup_set (&self.markup, "dir", pact_locale_is_right_to_left (pact_document_get_locale (document)) ? "rtl" : "ltr");
  write_head (&self);
  pact_markup_start (&self.markup, "body");
  pact_markup_start (&self.markup, "main");
  if (blocks->len > 0 && ((PactBlock *) g_ptr_array_index (blocks, 0))->kind == PACT_BLOCK_SPACE)
    write_colours (&self);
  if (pact_document_get_mark (document) != NULL)
    put_element (&self, "p", "mark", pact_document_get_mark (document));
  /* A letterhead stands above the title. */
  if (blocks->len > 0 && ((PactBlock *) g_ptr_array_index (blocks, 0))->kind == PACT_BLOCK_PICTURE)
    write_block (&self, g_ptr_array_index (blocks, first++), 0);
  if (!has_title (&self))
    {
      pact_markup_put_element (&self.markup, "h1", NULL, pact_document_get_title (document));
      self.level = 1;
    }
  for (guint i = first; i < blocks->len && !g_cancellable_is_cancelled (cancellable); i++)
    write_block (&self, g_ptr_array_index (blocks, i), i);
  pact_markup_end (&self.markup);
  if (foot != NULL)
    {
      pact_markup_start (&self.markup, "footer");
      put_element (&self, "p", "small", foot);
      pact_markup_end (&self.markup);
    }
  pact_markup_end (&self.markup);
  pact_markup_end (&self.markup);
  xmlTextWriterEndDocument (self.markup.writer);
  xmlFreeTextWriter (self.markup.writer);
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    bytes = g_bytes_new (xmlBufferContent (buffer), xmlBufferLength (buffer));
  xmlBufferFree (buffer);

  return bytes;
}
