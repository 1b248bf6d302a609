/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-pdf"

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

#include "pact-pages-private.h"
#include "pact-translate.h"

/*
 * Pages as PDF that can be read aloud (ISO 32000-1, 14.8).
 *
 * cairo writes the pages, their structure, the bookmarks and the links. What it does not know of is added with libqpdf: the
 * language, the words for drawings, what the heads of tables are heads of, what is no part of the text, and that the title is what a
 * window shows.
 */

#define ARTIFACT_BEGIN "/Artifact BMC\n"
#define ARTIFACT_END "EMC\n"

/* What cairo could not say of the parts of the structure, in the order in which they come. */
typedef struct
{
  GPtrArray *figures; /* of char: the words of each drawing and picture */
  GPtrArray *heads;   /* of char: “Column” or “Row” for each head of a table */
  GPtrArray *languages; /* of char: the language of each part, %NULL for the document's */
  guint next_figure;
  guint next_head;
  guint next_part;
} Additions;

/* What the libraries say is for programmers. */
static void
refuse (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The PDF could not be written."));
}

static cairo_status_t
append_bytes (void *closure,
              const unsigned char *data,
              unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (PactPages *self,
              cairo_surface_t *surface)
{
  const char *author = pact_document_get_author (self->document);
  const char *subject = pact_document_get_subject (self->document);
  const char *moment = pact_document_get_moment (self->document);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, pact_document_get_title (self->document));
  if (author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, author);
  if (subject != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Pact Planner " PACKAGE_VERSION);
  if (moment != NULL)
    {
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, moment);
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, moment);
    }
}

/* The bookmarks, each below the last one of a higher level. */
static void
add_bookmarks (PactPages *self,
               cairo_surface_t *surface)
{
  int parents[] = { CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < self->destinations->len; i++)
    {
      const Destination *destination = &g_array_index (self->destinations, Destination, i);
      g_autofree char *attributes = g_strdup_printf ("dest='%s'", destination->name);
      int bookmark = cairo_pdf_surface_add_outline (surface, parents[destination->level - 1], destination->text, attributes, 0);

      for (guint level = destination->level; level < G_N_ELEMENTS (parents); level++)
        parents[level] = bookmark;
    }
}

static void
note_additions (Additions *additions,
                GArray *marks)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = &g_array_index (marks, Mark, i);

      if (mark->kind == MARK_DRAWING)
        g_ptr_array_add (additions->figures, pact_drawing_dup_words (mark->drawing));
      else if (mark->kind == MARK_PICTURE)
        g_ptr_array_add (additions->figures, g_strdup (mark->words));
      if (mark->kind == MARK_OPEN && !g_str_equal (mark->tag, CAIRO_TAG_DEST))
        g_ptr_array_add (additions->languages, (gpointer) mark->language);
      if (mark->kind == MARK_OPEN && g_str_equal (mark->tag, "TH"))
        g_ptr_array_add (additions->heads, g_strdup (mark->attributes != NULL ? "/Column" : "/Row"));
    }
}

static GByteArray *
draw_pages (PactPages *self,
            Additions *additions,
            GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, self->width, self->height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  set_metadata (self, surface);
  add_bookmarks (self, surface);
  for (guint i = 0; i < self->pages->len; i++)
    {
      const Page *page = g_ptr_array_index (self->pages, i);

      /* What stands on every page and what decorates it is no part of the structure. */
      _pact_pages_draw_marks (self, page->furniture, cr, FALSE);
      if (i == 0)
        {
          cairo_tag_begin (cr, "Document", NULL);
          g_ptr_array_add (additions->languages, NULL);
        }
      _pact_pages_draw_marks (self, page->marks, cr, TRUE);
      note_additions (additions, page->marks);
      if (i + 1 == self->pages->len)
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
    }

  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_debug ("cairo: %s", cairo_status_to_string (status));
      refuse (error);
      return NULL;
    }

  return g_steal_pointer (&bytes);
}

/* Adds to a part of the structure and all parts below it what cairo could not say of them. */
static void
complete_structure (qpdf_data pdf,
                    qpdf_oh element,
                    Additions *additions)
{
  qpdf_oh children;

  if (qpdf_oh_is_array (pdf, element))
    {
      for (int i = 0; i < qpdf_oh_get_array_n_items (pdf, element); i++)
        complete_structure (pdf, qpdf_oh_get_array_item (pdf, element, i), additions);
      return;
    }
  if (!qpdf_oh_is_dictionary (pdf, element))
    return;

  if (qpdf_oh_has_key (pdf, element, "/S") && additions->next_part < additions->languages->len)
    {
      const char *language = g_ptr_array_index (additions->languages, additions->next_part++);

      if (language != NULL)
        qpdf_oh_replace_key (pdf, element, "/Lang", qpdf_oh_new_unicode_string (pdf, language));
    }
  if (qpdf_oh_is_name_and_equals (pdf, qpdf_oh_get_key (pdf, element, "/S"), "/Figure")
      && additions->next_figure < additions->figures->len)
    {
      const char *words = g_ptr_array_index (additions->figures, additions->next_figure++);

      qpdf_oh_replace_key (pdf, element, "/Alt", qpdf_oh_new_unicode_string (pdf, words));
    }
  else if (qpdf_oh_is_name_and_equals (pdf, qpdf_oh_get_key (pdf, element, "/S"), "/TH")
           && additions->next_head < additions->heads->len)
    {
      qpdf_oh attributes = qpdf_oh_new_dictionary (pdf);
      const char *scope = g_ptr_array_index (additions->heads, additions->next_head++);

      qpdf_oh_replace_key (pdf, attributes, "/O", qpdf_oh_new_name (pdf, "/Table"));
      qpdf_oh_replace_key (pdf, attributes, "/Scope", qpdf_oh_new_name (pdf, scope));
      qpdf_oh_replace_key (pdf, element, "/A", attributes);
    }

  children = qpdf_oh_get_key (pdf, element, "/K");
  complete_structure (pdf, children, additions);
}

/*
 * Marks what stands on a page before its first tagged part as no part of the document (ISO 32000-1, 14.8.2.2): the running head and
 * foot, the lines of tables. Nothing stands between the parts.
 */
static void
mark_furniture (qpdf_data pdf,
                qpdf_oh page)
{
  qpdf_oh stream = qpdf_oh_get_key (pdf, page, "/Contents");
  g_autoptr (GRegex) first_part = g_regex_new ("^/\\w+ *<< */MCID ", G_REGEX_MULTILINE | G_REGEX_RAW, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GByteArray) marked = g_byte_array_new ();
  unsigned char *content = NULL;
  size_t length = 0;
  int start;

  if (!qpdf_oh_is_stream (pdf, stream)
      || (qpdf_oh_get_stream_data (pdf, stream, qpdf_dl_generalized, NULL, &content, &length) & QPDF_ERRORS))
    return;

  if (g_regex_match_full (first_part, (const char *) content, length, 0, 0, &match, NULL)
      && g_match_info_fetch_pos (match, 0, &start, NULL))
    {
      g_byte_array_append (marked, (const guint8 *) ARTIFACT_BEGIN, strlen (ARTIFACT_BEGIN));
      g_byte_array_append (marked, content, start);
      g_byte_array_append (marked, (const guint8 *) ARTIFACT_END, strlen (ARTIFACT_END));
      g_byte_array_append (marked, content + start, length - start);
      qpdf_oh_replace_stream_data (pdf, stream, marked->data, marked->len, qpdf_oh_new_null (pdf), qpdf_oh_new_null (pdf));
    }
  free (content);
}

/* The description of the file in XML (ISO 16684-1). */
static char *
describe_file (PactPages *self)
{
  const char *author = pact_document_get_author (self->document);
  const char *moment = pact_document_get_moment (self->document);

  return g_markup_printf_escaped (
    "<?xpacket begin=\"\357\273\277\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
    "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n"
    "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n"
    "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n"
    "<xmp:CreateDate>%s</xmp:CreateDate>\n"
    "</rdf:Description>\n"
    "</rdf:RDF></x:xmpmeta>\n"
    "<?xpacket end=\"r\"?>",
    pact_document_get_title (self->document), author != NULL ? author : "", pact_document_get_language (self->document),
    moment != NULL ? moment : "");
}

static void
complete_catalogue (PactPages *self,
                    qpdf_data pdf,
                    Additions *additions)
{
  qpdf_oh root = qpdf_get_root (pdf);
  qpdf_oh preferences = qpdf_oh_new_dictionary (pdf);
  qpdf_oh marked = qpdf_oh_new_dictionary (pdf);
  qpdf_oh metadata = qpdf_oh_new_stream (pdf);
  qpdf_oh header = qpdf_oh_get_dict (pdf, metadata);
  g_autofree char *description = describe_file (self);

  qpdf_oh_replace_key (pdf, root, "/Lang", qpdf_oh_new_unicode_string (pdf, pact_document_get_language (self->document)));
  qpdf_oh_replace_key (pdf, preferences, "/DisplayDocTitle", qpdf_oh_new_bool (pdf, QPDF_TRUE));
  qpdf_oh_replace_key (pdf, root, "/ViewerPreferences", preferences);
  qpdf_oh_replace_key (pdf, marked, "/Marked", qpdf_oh_new_bool (pdf, QPDF_TRUE));
  qpdf_oh_replace_key (pdf, root, "/MarkInfo", marked);
  qpdf_oh_replace_stream_data (pdf, metadata, (const unsigned char *) description, strlen (description), qpdf_oh_new_null (pdf),
                               qpdf_oh_new_null (pdf));
  qpdf_oh_replace_key (pdf, header, "/Type", qpdf_oh_new_name (pdf, "/Metadata"));
  qpdf_oh_replace_key (pdf, header, "/Subtype", qpdf_oh_new_name (pdf, "/XML"));
  qpdf_oh_replace_key (pdf, root, "/Metadata", metadata);

  /* The keyboard goes from link to link in the order of the structure. */
  for (int i = 0; i < qpdf_get_num_pages (pdf); i++)
    {
      qpdf_oh_replace_key (pdf, qpdf_get_page_n (pdf, i), "/Tabs", qpdf_oh_new_name (pdf, "/S"));
      mark_furniture (pdf, qpdf_get_page_n (pdf, i));
    }

  complete_structure (pdf, qpdf_oh_get_key (pdf, qpdf_oh_get_key (pdf, root, "/StructTreeRoot"), "/K"), additions);
}

static GBytes *
complete (PactPages *self,
          GByteArray *drawn,
          Additions *additions,
          GError **error)
{
  qpdf_data pdf = qpdf_init ();
  GBytes *bytes = NULL;

  qpdf_silence_errors (pdf);
  qpdf_set_suppress_warnings (pdf, QPDF_TRUE);
  if (!(qpdf_read_memory (pdf, "drawn", (const char *) drawn->data, drawn->len, NULL) & QPDF_ERRORS))
    {
      complete_catalogue (self, pdf, additions);
      qpdf_init_write_memory (pdf);
      /* The same plan gives the same file. */
      qpdf_set_deterministic_ID (pdf, QPDF_TRUE);
      if (!(qpdf_write (pdf) & QPDF_ERRORS))
        bytes = g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
    }
  if (bytes == NULL)
    {
      qpdf_error problem = qpdf_get_error (pdf);

      g_debug ("libqpdf: %s", problem != NULL ? qpdf_get_error_full_text (pdf, problem) : "no reason");
      refuse (error);
    }
  qpdf_cleanup (&pdf);

  return bytes;
}

/**
 * pact_pages_to_pdf:
 * @self: pages
 * @error: return location for an error
 *
 * Writes pages as PDF. The same pages give the same file.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with @error set to an error of the domain %G_IO_ERROR
 */
GBytes *
pact_pages_to_pdf (PactPages *self,
                   GError **error)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) heads = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) languages = g_ptr_array_new ();
  g_autoptr (GByteArray) drawn = NULL;
  Additions additions = { .figures = figures, .heads = heads, .languages = languages };

  g_return_val_if_fail (PACT_IS_PAGES (self), NULL);

  drawn = draw_pages (self, &additions, error);

  return drawn != NULL ? complete (self, drawn, &additions, error) : NULL;
}
