/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-odt-styles"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-odt-styles.h"
#include "pact-translate.h"

/*
 * The named styles of documents in OpenDocument text, which an office changes once for the whole document, and the page with its
 * head and foot.
 */

#define FONT "Lato"
#define SIDE_MARGIN 21.87
#define CONTENTS_INDENT 5.0
#define PADDING_TOP "3pt"
#define PADDING_BOTTOM "3.5pt"
#define HAIRLINE "0.5pt solid #c7c7c7"
#define STRONG_LINE "1pt solid #404040"
#define INK "#212121"
#define MUTED "#5c5c5c"
#define LINK "#1a4f8a"

/* A paragraph, with the sizes and distances of the pages. The height of a line is a share of that which the font asks for. */
typedef struct
{
  const char *name; /* as it is read; written, a space is “_20_” */
  const char *parent;
  const char *class_name;
  const char *size;   /* NULL for that of the parent */
  const char *colour; /* NULL for that of the parent */
  gboolean is_bold;
  const char *after;     /* the distance to what follows, or NULL for that of the parent */
  const char *paragraph; /* its other properties */
} NamedStyle;

static const NamedStyle named_styles[] = {
  { "Standard", NULL, "text", NULL, NULL, FALSE, NULL, "" },
  { "Text body", "Standard", "text", NULL, NULL, FALSE, "6pt",
    "fo:line-height=\"118%\" fo:orphans=\"2\" fo:widows=\"2\"" },
  { "Lead", "Text body", "text", "12pt", NULL, FALSE, "9pt", "" },
  { "Small", "Text body", "text", "8.5pt", MUTED, FALSE, "4pt", "fo:line-height=\"115%\"" },
  { "Label", "Standard", "text", "8.5pt", MUTED, TRUE, "3pt",
    "fo:margin-top=\"6pt\" fo:line-height=\"112%\" fo:keep-with-next=\"always\"" },
  { "Title", "Standard", "chapter", "30pt", NULL, TRUE, "12pt", "" },
  { "Subtitle", "Standard", "chapter", "14pt", MUTED, FALSE, "6pt", "fo:line-height=\"108%\"" },
  { "Heading", "Standard", "text", NULL, NULL, TRUE, NULL, "fo:keep-with-next=\"always\"" },
  { "Heading 1", "Heading", "text", "20pt", NULL, TRUE, "10pt",
    "fo:keep-with-next=\"always\" fo:margin-top=\"26pt\" fo:border-top=\"3pt solid " INK "\" fo:padding-top=\"7pt\" "
    "style:join-border=\"false\"" },
  { "Heading 2", "Heading", "text", "13.5pt", NULL, TRUE, "5pt",
    "fo:keep-with-next=\"always\" fo:margin-top=\"18pt\" fo:line-height=\"104%\"" },
  { "Heading 3", "Heading", "text", "10.5pt", NULL, TRUE, "3pt",
    "fo:keep-with-next=\"always\" fo:margin-top=\"10pt\" fo:line-height=\"108%\"" },
  { "List item", "Text body", "list", NULL, NULL, FALSE, "3pt", "" },
  { "Drawing", "Standard", "text", NULL, NULL, FALSE, "12pt", "" },
  { "Table Contents", "Standard", "extra", "8.5pt", NULL, FALSE, NULL, "fo:line-height=\"113%\" fo:hyphenation-ladder-count=\"1\"" },
  { "Table Heading", "Table Contents", "extra", "8pt", MUTED, TRUE, NULL, "fo:keep-with-next=\"always\" fo:line-height=\"108%\"" },
  { "Table Heading Number", "Table Heading", "extra", NULL, NULL, TRUE, NULL, "" },
  { "Table Strong", "Table Contents", "extra", NULL, NULL, TRUE, NULL, "" },
  { "Table Number", "Table Contents", "extra", NULL, NULL, FALSE, NULL, "" },
  { "Table Strong Number", "Table Strong", "extra", NULL, NULL, TRUE, NULL, "" },
};

/* What no paragraph is. */
static const char other_styles[] =
  "<style:style style:name=\"Internet_20_link\" style:display-name=\"Internet link\" style:family=\"text\"><style:text-properties "
  "fo:color=\"" LINK "\" style:text-underline-style=\"solid\" style:text-underline-width=\"auto\" "
  "style:text-underline-color=\"font-color\"/></style:style>"
  "<style:style style:name=\"Index_20_Link\" style:display-name=\"Index Link\" style:family=\"text\"/>"
  "<style:style style:name=\"Frame\" style:family=\"graphic\"><style:graphic-properties style:vertical-pos=\"top\" "
  "style:vertical-rel=\"baseline\"/></style:style>"
  "<text:list-style style:name=\"Bulleted\"><text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"\342\200\242\">"
  "<style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\"><style:list-level-label-alignment "
  "text:label-followed-by=\"listtab\" text:list-tab-stop-position=\"5mm\" fo:text-indent=\"-5mm\" fo:margin-left=\"5mm\"/>"
  "</style:list-level-properties></text:list-level-style-bullet></text:list-style>"
  "<text:list-style style:name=\"Numbered\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" "
  "style:num-suffix=\".\"><style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\">"
  "<style:list-level-label-alignment text:label-followed-by=\"listtab\" text:list-tab-stop-position=\"6mm\" "
  "fo:text-indent=\"-6mm\" fo:margin-left=\"6mm\"/></style:list-level-properties></text:list-level-style-number></text:list-style>";

/* In millimetres. */
static void
get_paper_size (PactDocument *document,
                double *width,
                double *height)
{
  static const double sizes[][2] = {
    [PACT_PAPER_A4] = { 210.0, 297.0 },
    [PACT_PAPER_A3] = { 297.0, 420.0 },
    [PACT_PAPER_LETTER] = { 215.9, 279.4 },
  };
  gboolean is_landscape;
  PactPaper paper = pact_document_get_paper (document, &is_landscape);

  *width = sizes[paper][is_landscape ? 1 : 0];
  *height = sizes[paper][is_landscape ? 0 : 1];
}

/**
 * pact_odt_styles_get_text_width:
 * @document: a document
 *
 * Returns: how wide its text is, between the margins of the page, in millimetres
 */
double
pact_odt_styles_get_text_width (PactDocument *document)
{
  double width, height;

  get_paper_size (document, &width, &height);

  return width - 2.0 * SIDE_MARGIN;
}

/**
 * pact_odt_styles_dup_length:
 * @millimetres: a length
 *
 * Returns: (transfer full): the length, as OpenDocument writes it
 */
char *
pact_odt_styles_dup_length (double millimetres)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.2f", millimetres);

  return g_strconcat (number, "mm", NULL);
}

static char *
dup_name (const char *display)
{
  g_auto (GStrv) words = g_strsplit (display, " ", -1);

  return g_strjoinv ("_20_", words);
}

/**
 * pact_odt_styles_get_after:
 * @name: the name of a style of paragraphs, as it is written
 *
 * Returns: (nullable): how far it is from what follows; a style that is made of it has to say so again if it says anything of
 *   distances
 */
const char *
pact_odt_styles_get_after (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (named_styles); i++)
    {
      g_autofree char *written = dup_name (named_styles[i].name);

      if (g_str_equal (written, name))
        return named_styles[i].after;
    }

  return NULL;
}

/* Letters of scripts that are read from the right have properties of their own. */
static void
append_text_properties (GString *text,
                        const char *size,
                        const char *colour,
                        gboolean is_bold)
{
  g_string_append (text, "<style:text-properties");
  if (size != NULL)
    g_string_append_printf (text, " fo:font-size=\"%1$s\" style:font-size-asian=\"%1$s\" style:font-size-complex=\"%1$s\"", size);
  if (is_bold)
    g_string_append (text, " fo:font-weight=\"bold\" style:font-weight-asian=\"bold\" style:font-weight-complex=\"bold\"");
  if (colour != NULL)
    g_string_append_printf (text, " fo:color=\"%s\"", colour);
  g_string_append (text, "/>");
}

static void
append_style (GString *text,
              const NamedStyle *style,
              const char *inner,
              gboolean is_right_to_left)
{
  g_autofree char *name = dup_name (style->name);
  g_autofree char *parent = style->parent != NULL ? dup_name (style->parent) : NULL;

  g_string_append_printf (text, "<style:style style:name=\"%s\" style:display-name=\"%s\" style:family=\"paragraph\" style:class=\"%s\"",
                          name, style->name, style->class_name);
  if (parent != NULL)
    g_string_append_printf (text, " style:parent-style-name=\"%s\"", parent);
  if (g_str_has_prefix (style->name, "Heading "))
    g_string_append_printf (text, " style:default-outline-level=\"%c\"", style->name[strlen ("Heading ")]);
  if (g_str_has_prefix (style->name, "Heading"))
    g_string_append (text, " style:next-style-name=\"Text_20_body\"");
  g_string_append_printf (text, "><style:paragraph-properties %s", style->paragraph);
  if (g_str_has_suffix (style->name, "Number"))
    g_string_append_printf (text, " fo:text-align=\"%s\"", is_right_to_left ? "left" : "end");
  if (style->after != NULL)
    g_string_append_printf (text, " fo:margin-bottom=\"%s\"", style->after);
  g_string_append_printf (text, ">%s</style:paragraph-properties>", inner);
  append_text_properties (text, style->size, style->colour, style->is_bold);
  /* Columns are narrow. */
  if (g_str_equal (style->name, "Table Contents"))
    {
      g_string_truncate (text, text->len - strlen ("/>"));
      g_string_append (text, " fo:hyphenate=\"true\" fo:hyphenation-remain-char-count=\"4\" fo:hyphenation-push-char-count=\"4\"/>");
    }
  g_string_append (text, "</style:style>");
}

/* A tab at the end of the line. */
static char *
dup_tab (double place)
{
  g_autofree char *length = pact_odt_styles_dup_length (place);

  return g_strdup_printf ("<style:tab-stops><style:tab-stop style:position=\"%s\" style:type=\"right\"/></style:tab-stops>", length);
}

static gboolean
begins_page (PactDocument *document,
             PactBlockKind kind)
{
  GPtrArray *blocks = pact_document_get_blocks (document);

  for (guint i = 1; i < blocks->len; i++)
    {
      if (((PactBlock *) g_ptr_array_index (blocks, i))->kind == kind)
        return ((PactBlock *) g_ptr_array_index (blocks, i - 1))->kind == PACT_BLOCK_NEW_PAGE;
    }

  return FALSE;
}

/* What depends on the paper: where the numbers of pages stand, in the head, the foot and the table of contents. */
static void
append_placed_styles (GString *text,
                      PactDocument *document)
{
  double width = pact_odt_styles_get_text_width (document);
  g_autofree char *outer = dup_tab (width);
  g_autofree char *inner = dup_tab (width - CONTENTS_INDENT);
  g_autofree char *indent = pact_odt_styles_dup_length (CONTENTS_INDENT);
  gboolean is_right_to_left = pact_locale_is_right_to_left (pact_document_get_locale (document));
  const char *side = is_right_to_left ? "right" : "left";
  g_autofree char *second = g_strdup_printf ("fo:margin-%s=\"%s\" fo:line-height=\"104%%\"", side, indent);
  g_autofree char *heading = g_strconcat ("fo:line-height=\"104%\"",
                                          begins_page (document, PACT_BLOCK_CONTENTS) ? " fo:break-before=\"page\"" : "", NULL);

  append_style (text, &(NamedStyle){ "Header", "Standard", "extra", "7.5pt", MUTED, FALSE, NULL, "" }, outer, is_right_to_left);
  append_style (text, &(NamedStyle){ "Footer", "Header", "extra", NULL, NULL, FALSE, NULL, "" }, "", is_right_to_left);
  append_style (text, &(NamedStyle){ "Contents Heading", "Heading", "index", "13.5pt", NULL, TRUE, "5pt", heading }, "", is_right_to_left);
  append_style (text, &(NamedStyle){ "Contents 1", "Standard", "index", "10pt", NULL, TRUE, "1pt",
                                     "fo:margin-top=\"4pt\" fo:line-height=\"104%\"" }, outer, is_right_to_left);
  append_style (text, &(NamedStyle){ "Contents 2", "Standard", "index", "9pt", NULL, FALSE, "1pt", second }, inner, is_right_to_left);
}

static void
append_language (GString *text,
                 const char *language)
{
  g_auto (GStrv) tag = g_strsplit (language, "-", 2);
  const char *country = tag[1] != NULL ? tag[1] : "none";

  /* Office programs keep a language for each kind of script. */
  for (gsize i = 0; i < 3; i++)
    {
      static const char *const scripts[] = { "", "-asian", "-complex" };
      static const char *const prefixes[] = { "fo", "style", "style" };
      g_autofree char *part = g_markup_printf_escaped (" %1$s:language%2$s=\"%3$s\" %1$s:country%2$s=\"%4$s\"", prefixes[i], scripts[i],
                                                       tag[0], country);

      g_string_append (text, part);
    }
}

/**
 * pact_odt_styles_append_language:
 * @text: where to append it
 * @language: a language, as BCP 47 has it
 *
 * Appends what a style says of text in that language.
 */
void
pact_odt_styles_append_language (GString *text,
                                 const char *language)
{
  g_string_append (text, "<style:text-properties");
  append_language (text, language);
  g_string_append (text, "/>");
}

/* LibreOffice takes the start of a line for its left. */
static void
append_defaults (GString *text,
                 PactDocument *document)
{
  gboolean is_right_to_left = pact_locale_is_right_to_left (pact_document_get_locale (document));

  g_string_append_printf (text,
                          "<style:default-style style:family=\"paragraph\"><style:paragraph-properties style:writing-mode=\"%s\" "
                          "fo:text-align=\"%s\"/><style:text-properties style:font-name=\"%s\" style:font-name-asian=\"%s\" "
                          "style:font-name-complex=\"%s\" fo:font-size=\"10pt\" style:font-size-asian=\"10pt\" "
                          "style:font-size-complex=\"10pt\" fo:color=\"" INK "\" fo:hyphenate=\"false\"",
                          is_right_to_left ? "rl-tb" : "lr-tb", is_right_to_left ? "right" : "start", FONT, FONT, FONT);
  append_language (text, pact_document_get_language (document));
  g_string_append (text, "/></style:default-style>");
}

static void
add_cell_style (GString *text,
                const char *name,
                const char *top,
                const char *bottom)
{
  for (guint is_last = 0; is_last < 2; is_last++)
    {
      g_autofree char *gutter = pact_odt_styles_dup_length (is_last ? 0.0 : PACT_ODT_GUTTER);

      g_string_append_printf (text,
                              "<style:style style:name=\"%s%s\" style:family=\"table-cell\"><style:table-cell-properties "
                              "fo:padding-top=\"" PADDING_TOP "\" fo:padding-bottom=\"" PADDING_BOTTOM "\" fo:padding-left=\"0mm\" fo:padding-right=\"%s\" "
                              "fo:border-left=\"none\" fo:border-right=\"none\" fo:border-top=\"%s\" fo:border-bottom=\"%s\"/></style:style>",
                              name, is_last ? ".end" : "", gutter, top, bottom);
    }
}

/**
 * pact_odt_styles_append_cells:
 * @text: where to append them
 *
 * Appends the styles of rows and cells and the colours of numbers, which are part of the text: the offices that there are know no
 * named ones of rows and cells. In a table that is read from the right they take the left of a cell for its right.
 */
void
pact_odt_styles_append_cells (GString *text)
{
  g_string_append (text, "<style:style style:name=\"Row\" style:family=\"table-row\"><style:table-row-properties "
                         "fo:keep-together=\"always\"/></style:style>"
                         "<style:style style:name=\"Row.high\" style:family=\"table-row\"><style:table-row-properties "
                         "fo:keep-together=\"auto\"/></style:style>"
                         "<style:style style:name=\"Row.form\" style:family=\"table-row\"><style:table-row-properties "
                         "fo:keep-together=\"always\" style:min-row-height=\"26pt\"/></style:style>");
  add_cell_style (text, "Cell", "none", HAIRLINE);
  add_cell_style (text, "First", HAIRLINE, HAIRLINE);
  add_cell_style (text, "Head", "none", STRONG_LINE);
  add_cell_style (text, "Total", STRONG_LINE, HAIRLINE);
  for (guint hue = 0; hue <= PACT_NO_HUE; hue++)
    {
      g_autofree char *code = pact_hue_dup_code (hue);

      g_string_append_printf (text,
                              "<style:style style:name=\"Hue%1$u\" style:family=\"text\"><style:text-properties fo:color=\"%2$s\"/>"
                              "</style:style><style:style style:name=\"Group%1$u\" style:family=\"table-cell\">"
                              "<style:table-cell-properties fo:padding-top=\"7pt\" fo:padding-bottom=\"" PADDING_BOTTOM "\" "
                              "fo:padding-left=\"6pt\" fo:padding-right=\"0pt\" fo:border-left=\"5pt solid %2$s\" fo:border-right=\"none\" "
                              "fo:border-top=\"none\" fo:border-bottom=\"" HAIRLINE "\"/></style:style>",
                              hue, code);
    }
}

/* The colours of all pillars, above a cover, as cells without text. */
static void
append_colours (GString *text)
{
  g_string_append (text, "<table:table table:name=\"Colours\" table:style-name=\"Colours\"><table:table-column "
                         "table:style-name=\"Colours.column\" table:number-columns-repeated=\"" G_STRINGIFY (PACT_N_HUES) "\"/>"
                         "<table:table-row table:style-name=\"Colours.row\">");
  for (guint hue = 0; hue < PACT_N_HUES; hue++)
    g_string_append_printf (text, "<table:table-cell table:style-name=\"Colours.%u\"><text:p text:style-name=\"Colours.text\"/>"
                                  "</table:table-cell>", hue);
  g_string_append (text, "</table:table-row></table:table>");
}

static void
append_colours_styles (GString *text,
                       PactDocument *document)
{
  double width = pact_odt_styles_get_text_width (document);
  g_autofree char *whole = pact_odt_styles_dup_length (width);
  g_autofree char *part = pact_odt_styles_dup_length (width / PACT_N_HUES);

  g_string_append_printf (text,
                          "<style:style style:name=\"Colours\" style:family=\"table\"><style:table-properties style:width=\"%s\" "
                          "table:align=\"margins\"/></style:style><style:style style:name=\"Colours.column\" "
                          "style:family=\"table-column\"><style:table-column-properties style:column-width=\"%s\"/></style:style>"
                          "<style:style style:name=\"Colours.row\" style:family=\"table-row\"><style:table-row-properties "
                          "style:row-height=\"4pt\"/></style:style><style:style style:name=\"Colours.text\" "
                          "style:family=\"paragraph\" style:parent-style-name=\"Standard\">", whole, part);
  append_text_properties (text, "2pt", NULL, FALSE);
  g_string_append (text, "</style:style>");
  for (guint hue = 0; hue < PACT_N_HUES; hue++)
    {
      g_autofree char *code = pact_hue_dup_code (hue);

      g_string_append_printf (text, "<style:style style:name=\"Colours.%u\" style:family=\"table-cell\"><style:table-cell-properties "
                                    "fo:background-color=\"%s\" fo:padding=\"0pt\" fo:border=\"none\"/></style:style>", hue, code);
    }
}

/* “Page 1 of 3”, with fields that count. The translation has the numbers where its language has them. */
static void
append_page_number (GString *text,
                    const PactLocale *locale)
{
  const char *pattern = pact_translate ("report", "Page %1$u of %2$u", locale);
  static const char *const fields[] = { "<text:page-number text:select-page=\"current\">1</text:page-number>",
                                        "<text:page-count>1</text:page-count>" };
  g_autofree char *escaped = g_markup_escape_text (pattern, -1);

  for (const char *p = escaped; *p != '\0'; p++)
    {
      if (g_str_has_prefix (p, "%1$u") || g_str_has_prefix (p, "%2$u"))
        {
          g_string_append (text, fields[p[1] - '1']);
          p += strlen ("%1$u") - 1;
        }
      else
        g_string_append_c (text, *p);
    }
}

static void
append_head (GString *text,
             PactDocument *document,
             gboolean is_first)
{
  const char *suffix = is_first ? "-first" : "";
  const char *mark = pact_document_get_mark (document);
  GPtrArray *blocks = pact_document_get_blocks (document);
  g_autofree char *head = g_markup_printf_escaped ("<text:p text:style-name=\"Header\">%s<text:tab/>%s</text:p>",
                                                   is_first ? "" : pact_document_get_title (document), mark != NULL ? mark : "");

  g_string_append_printf (text, "<style:header%s>", suffix);
  /* A cover begins with room. */
  if (is_first && blocks->len > 0 && ((PactBlock *) g_ptr_array_index (blocks, 0))->kind == PACT_BLOCK_SPACE)
    append_colours (text);
  g_string_append_printf (text, "%s</style:header%s>", head, suffix);
}

static void
append_foot (GString *text,
             PactDocument *document,
             gboolean is_first)
{
  const char *suffix = is_first ? "-first" : "";
  const char *foot = pact_document_get_foot (document);
  gboolean is_foreign = foot != NULL && pact_document_find_foreign (document, foot) != NULL;
  g_autofree char *start = g_markup_printf_escaped ("%s<text:tab/>", foot != NULL ? foot : "");

  g_string_append_printf (text, "<style:footer%s><text:p text:style-name=\"Footer\">%s%s", suffix,
                          is_foreign ? "<text:span text:style-name=\"Foreign\">" : "", start);
  append_page_number (text, pact_document_get_locale (document));
  g_string_append_printf (text, "%s</text:p></style:footer%s>", is_foreign ? "</text:span>" : "", suffix);
}

static void
append_page (GString *text,
             PactDocument *document)
{
  gboolean is_landscape;
  double width, height;
  g_autofree char *paper_width = NULL;
  g_autofree char *paper_height = NULL;
  g_autofree char *margin = pact_odt_styles_dup_length (SIDE_MARGIN);

  get_paper_size (document, &width, &height);
  pact_document_get_paper (document, &is_landscape);
  paper_width = pact_odt_styles_dup_length (width);
  paper_height = pact_odt_styles_dup_length (height);
  g_string_append_printf (
    text,
    "<style:page-layout style:name=\"Page\"><style:page-layout-properties fo:page-width=\"%1$s\" fo:page-height=\"%2$s\" "
    "style:print-orientation=\"%3$s\" fo:margin-left=\"%4$s\" fo:margin-right=\"%4$s\" fo:margin-top=\"13mm\" "
    "fo:margin-bottom=\"13mm\" style:writing-mode=\"%5$s\"/><style:header-style><style:header-footer-properties "
    "fo:min-height=\"13mm\" fo:margin-bottom=\"5mm\"/></style:header-style><style:footer-style><style:header-footer-properties "
    "fo:min-height=\"9mm\" fo:margin-top=\"5mm\"/></style:footer-style></style:page-layout>",
    paper_width, paper_height, is_landscape ? "landscape" : "portrait", margin,
    pact_locale_is_right_to_left (pact_document_get_locale (document)) ? "rl-tb" : "lr-tb");
  append_colours_styles (text, document);
  if (pact_document_get_foot (document) != NULL && pact_document_find_foreign (document, pact_document_get_foot (document)) != NULL)
    {
      g_string_append (text, "<style:style style:name=\"Foreign\" style:family=\"text\">");
      pact_odt_styles_append_language (text, pact_document_find_foreign (document, pact_document_get_foot (document)));
      g_string_append (text, "</style:style>");
    }
  g_string_append (text, "</office:automatic-styles><office:master-styles><style:master-page style:name=\"Standard\" "
                         "style:page-layout-name=\"Page\">");
  append_head (text, document, FALSE);
  append_head (text, document, TRUE);
  append_foot (text, document, FALSE);
  append_foot (text, document, TRUE);
  g_string_append (text, "</style:master-page></office:master-styles>");
}

/**
 * pact_odt_styles_write:
 * @document: a document
 *
 * Returns: (transfer full): the file `styles.xml` of its OpenDocument text
 */
GBytes *
pact_odt_styles_write (PactDocument *document)
{
  gboolean is_right_to_left = pact_locale_is_right_to_left (pact_document_get_locale (document));
  GString *text = g_string_new (
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<office:document-styles xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
    "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
    "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
    "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
    "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" office:version=\"1.3\">"
    "<office:font-face-decls><style:font-face style:name=\"" FONT "\" svg:font-family=\"" FONT "\" "
    "style:font-family-generic=\"swiss\"/></office:font-face-decls><office:styles>");
  gsize length;

  append_defaults (text, document);
  for (gsize i = 0; i < G_N_ELEMENTS (named_styles); i++)
    append_style (text, &named_styles[i], "", is_right_to_left);
  append_placed_styles (text, document);
  g_string_append (text, other_styles);
  g_string_append (text, "</office:styles><office:automatic-styles>");
  append_page (text, document);
  g_string_append (text, "</office:document-styles>\n");
  length = text->len;

  return g_bytes_new_take (g_string_free (text, FALSE), length);
}
