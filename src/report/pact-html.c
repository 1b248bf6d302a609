/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-html"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlwriter.h>
#include <string.h>

#include "pact-html.h"
#include "pact-translate.h"

/*
 * A document as one file of HTML, for all screens and for reading aloud: nothing is fetched from anywhere, and nothing in it runs.
 */

#define DRAWING_WIDTH 640.0

static const char style_sheet[] =
  "html{font-family:Lato,\"Segoe UI\",\"Helvetica Neue\",Arial,sans-serif;line-height:1.5;color:#212121;background:#fff}"
  "body{margin:0 auto;max-width:50rem;padding:1.5rem}"
  "h1{font-size:1.7rem;line-height:1.2;font-weight:800;margin:3rem 0 1rem;border-top:.25rem solid;padding-top:.6rem}"
  "h2{font-size:1.25rem;line-height:1.3;font-weight:600;margin:2rem 0 .5rem}"
  "h3{font-size:1rem;font-weight:600;margin:1.5rem 0 .3rem}"
  "header h1{font-size:2.2rem;border:0}"
  ".lead{font-size:1.15rem}"
  ".subtitle{font-size:1.15rem;color:#4f4f4f;margin:.3rem 0}"
  ".label,caption,figcaption{font-size:.9rem;font-weight:600;color:#4f4f4f;text-align:start;margin:1rem 0 .3rem}"
  ".small{font-size:.88rem;color:#4f4f4f}"
  ".mark{font-weight:600;letter-spacing:.05em;text-transform:uppercase;color:#8a1c1c}"
  ".scroll{overflow-x:auto;margin:1rem 0}"
  "table{border-collapse:collapse;width:100%;font-size:.9rem;font-variant-numeric:tabular-nums}"
  "th,td{text-align:start;vertical-align:top;padding:.35rem .8rem .35rem 0;border-bottom:1px solid #c8c8c8}"
  "thead th{border-bottom:2px solid #404040;font-weight:600}"
  "th{font-weight:600}"
  ".number{text-align:end}"
  ".total td,.total th{font-weight:600;border-top:2px solid #404040}"
  ".form td:empty{min-width:16rem;height:2rem}"
  "nav ol{list-style:none;padding:0}"
  "nav .deeper{padding-inline-start:1.2rem;font-size:.95rem}"
  "figure{margin:1rem 0}"
  "img{max-width:100%;height:auto}"
  "a{color:#1a4f8a}"
  "footer{margin-top:3rem;border-top:1px solid #c8c8c8}"
  "@media print{body{max-width:none;padding:0}h1,h2,h3{break-after:avoid}tr,figure{break-inside:avoid}thead{display:table-header-group}"
  "nav{display:none}}";

typedef struct
{
  PactDocument *document;
  xmlTextWriterPtr writer;
} Html;

static void
start (Html *self,
       const char *element)
{
  xmlTextWriterStartElement (self->writer, BAD_CAST element);
}

static void
end (Html *self)
{
  /* Elements without content are written in full, for HTML knows no short form of most. */
  xmlTextWriterFullEndElement (self->writer);
}

static void
set (Html *self,
     const char *attribute,
     const char *value)
{
  xmlTextWriterWriteAttribute (self->writer, BAD_CAST attribute, BAD_CAST value);
}

static void
put (Html *self,
     const char *text)
{
  xmlTextWriterWriteString (self->writer, BAD_CAST text);
}

static void
put_element (Html *self,
             const char *element,
             const char *class_name,
             const char *text)
{
  start (self, element);
  if (class_name != NULL)
    set (self, "class", class_name);
  put (self, text);
  end (self);
}

static char *
name_place (guint i)
{
  return g_strdup_printf ("b%u", i);
}

static void
write_heading (Html *self,
               const PactBlock *block,
               guint i)
{
  static const char *const elements[] = { "h1", "h2", "h3" };
  g_autofree char *place = name_place (i);

  start (self, elements[block->level - 1]);
  set (self, "id", place);
  if (block->hue != PACT_NO_HUE)
    {
      double red, green, blue;
      g_autofree char *colour = NULL;

      pact_hue_get (block->hue, &red, &green, &blue);
      colour = g_strdup_printf ("border-color:#%02x%02x%02x", (guint) (red * 255), (guint) (green * 255), (guint) (blue * 255));
      set (self, "style", colour);
    }
  if (block->number != NULL)
    {
      put (self, block->number);
      put (self, " ");
    }
  put (self, block->text);
  end (self);
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

  start (self, block->tone == PACT_TONE_TITLE ? "h1" : "p");
  if (classes[block->tone] != NULL)
    set (self, "class", classes[block->tone]);
  if (block->address != NULL)
    {
      start (self, "a");
      set (self, "href", block->address);
      put (self, block->text);
      end (self);
    }
  else
    put (self, block->text);
  end (self);
}

static void
write_list (Html *self,
            const PactBlock *block)
{
  start (self, block->is_ordered ? "ol" : "ul");
  for (gsize i = 0; block->items[i] != NULL; i++)
    put_element (self, "li", NULL, block->items[i]);
  end (self);
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
        xmlTextWriterWriteRaw (self->writer, BAD_CAST "<br>");
      put (self, lines[i]);
    }
}

static void
write_row (Html *self,
           PactDocumentTable *table,
           const PactDocumentRow *row)
{
  start (self, "tr");
  if (row->kind == PACT_ROW_TOTAL)
    set (self, "class", "total");
  for (guint i = 0; i < (row->kind == PACT_ROW_GROUP ? 1 : table->columns->len); i++)
    {
      const PactDocumentColumn *column = g_ptr_array_index (table->columns, i);
      gboolean is_heading = row->kind == PACT_ROW_GROUP || (!table->has_head && i == 0);

      start (self, is_heading ? "th" : "td");
      if (is_heading)
        set (self, "scope", row->kind == PACT_ROW_GROUP ? "rowgroup" : "row");
      if (row->kind == PACT_ROW_GROUP)
        {
          g_autofree char *span = g_strdup_printf ("%u", table->columns->len);

          set (self, "colspan", span);
        }
      if (column->is_number)
        set (self, "class", "number");
      write_cell (self, row->cells[i]);
      end (self);
    }
  end (self);
}

static void
write_table (Html *self,
             PactDocumentTable *table)
{
  gboolean has_body = FALSE;

  start (self, "div");
  set (self, "class", "scroll");
  /* What can be scrolled has to be reached by the keyboard. */
  set (self, "tabindex", "0");
  set (self, "role", "region");
  set (self, "aria-label", table->caption != NULL ? table->caption
                                                  : pact_translate ("report", "Table", pact_document_get_locale (self->document)));
  start (self, "table");
  if (table->is_form)
    set (self, "class", "form");
  if (table->caption != NULL)
    put_element (self, "caption", NULL, table->caption);
  if (table->has_head)
    {
      start (self, "thead");
      start (self, "tr");
      for (guint i = 0; i < table->columns->len; i++)
        {
          const PactDocumentColumn *column = g_ptr_array_index (table->columns, i);

          start (self, "th");
          set (self, "scope", "col");
          if (column->is_number)
            set (self, "class", "number");
          put (self, column->heading);
          end (self);
        }
      end (self);
      end (self);
    }
  for (guint i = 0; i < table->rows->len; i++)
    {
      const PactDocumentRow *row = g_ptr_array_index (table->rows, i);

      /* The heading of a group is that of its own part of the table. */
      if (!has_body || row->kind == PACT_ROW_GROUP)
        {
          if (has_body)
            end (self);
          start (self, "tbody");
          has_body = TRUE;
        }
      write_row (self, table, row);
    }
  if (has_body)
    end (self);
  end (self);
  end (self);
}

static void
write_drawing (Html *self,
               PactDrawing *drawing)
{
  g_autofree char *words = pact_drawing_dup_words (drawing);
  g_autoptr (GBytes) bytes = pact_drawing_to_svg (drawing, pact_document_get_language (self->document), DRAWING_WIDTH);
  g_autofree char *data = g_base64_encode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *address = g_strconcat ("data:image/svg+xml;base64,", data, NULL);

  start (self, "figure");
  put_element (self, "figcaption", NULL, pact_drawing_get_title (drawing));
  xmlTextWriterStartElement (self->writer, BAD_CAST "img");
  set (self, "alt", words);
  set (self, "src", address);
  xmlTextWriterEndElement (self->writer);
  end (self);
}

static void
write_contents (Html *self,
                const PactBlock *contents,
                guint position)
{
  GPtrArray *blocks = pact_document_get_blocks (self->document);

  start (self, "nav");
  set (self, "aria-labelledby", "contents");
  start (self, "h2");
  set (self, "id", "contents");
  put (self, contents->text);
  end (self);
  start (self, "ol");
  for (guint i = position + 1; i < blocks->len; i++)
    {
      const PactBlock *block = g_ptr_array_index (blocks, i);
      g_autofree char *place = name_place (i);
      g_autofree char *address = g_strconcat ("#", place, NULL);

      if (block->kind != PACT_BLOCK_HEADING || block->level > 2)
        continue;
      start (self, "li");
      if (block->level > 1)
        set (self, "class", "deeper");
      start (self, "a");
      set (self, "href", address);
      if (block->number != NULL)
        {
          put (self, block->number);
          put (self, " ");
        }
      put (self, block->text);
      end (self);
      end (self);
    }
  end (self);
  end (self);
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
    case PACT_BLOCK_CONTENTS:
      write_contents (self, block, i);
      break;
    case PACT_BLOCK_SPACE:
    case PACT_BLOCK_NEW_PAGE:
      /* A screen has no pages. */
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
write_head (Html *self)
{
  start (self, "head");
  xmlTextWriterWriteRaw (self->writer, BAD_CAST "<meta charset=\"utf-8\">"
                                                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                                                "<meta http-equiv=\"Content-Security-Policy\" "
                                                "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">");
  put_element (self, "title", NULL, pact_document_get_title (self->document));
  start (self, "style");
  xmlTextWriterWriteRaw (self->writer, BAD_CAST style_sheet);
  end (self);
  end (self);
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
  Html self = { document, xmlNewTextWriterMemory (buffer, 0) };
  GBytes *bytes = NULL;
  const char *foot = pact_document_get_foot (document);

  xmlTextWriterWriteRaw (self.writer, BAD_CAST "<!DOCTYPE html>\n");
  start (&self, "html");
  set (&self, "lang", pact_document_get_language (document));
  set (&self, "dir", pact_locale_is_right_to_left (pact_document_get_locale (document)) ? "rtl" : "ltr");
  write_head (&self);
  start (&self, "body");
  start (&self, "main");
  if (pact_document_get_mark (document) != NULL)
    put_element (&self, "p", "mark", pact_document_get_mark (document));
  for (guint i = 0; i < blocks->len && !g_cancellable_is_cancelled (cancellable); i++)
    write_block (&self, g_ptr_array_index (blocks, i), i);
  end (&self);
  if (foot != NULL)
    {
      start (&self, "footer");
      put_element (&self, "p", "small", foot);
      end (&self);
    }
  end (&self);
  end (&self);
  xmlTextWriterEndDocument (self.writer);
  xmlFreeTextWriter (self.writer);
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    bytes = g_bytes_new (xmlBufferContent (buffer), xmlBufferLength (buffer));
  xmlBufferFree (buffer);

  return bytes;
}
