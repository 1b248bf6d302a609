/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-odt-styles"

#include "config.h"

#include <string.h>

#include "pact-odt-styles.h"
#include "pact-translate.h"
#include "pact-type.h"

/*
 * The named styles of documents in OpenDocument text, which an office changes once for the whole document, and the page with its
 * head and foot.
 */

/* What is the same in all documents: sizes, weights and distances as the pages have them. */
static const char common[] =
  "<style:style style:name=\"Standard\" style:family=\"paragraph\" style:class=\"text\"/>"
  "<style:style style:name=\"Text_20_body\" style:display-name=\"Text body\" style:family=\"paragraph\" "
  "style:parent-style-name=\"Standard\" style:class=\"text\"><style:paragraph-properties fo:margin-bottom=\"6pt\" "
  "fo:line-height=\"120%\" fo:orphans=\"2\" fo:widows=\"2\" fo:hyphenation-ladder-count=\"2\"/></style:style>"
  "<style:style style:name=\"Lead\" style:family=\"paragraph\" style:parent-style-name=\"Text_20_body\">"
  "<style:paragraph-properties fo:margin-bottom=\"9pt\"/><style:text-properties fo:font-size=\"12pt\"/></style:style>"
  "<style:style style:name=\"Small\" style:family=\"paragraph\" style:parent-style-name=\"Text_20_body\">"
  "<style:paragraph-properties fo:margin-bottom=\"4pt\"/><style:text-properties fo:font-size=\"8.5pt\" fo:color=\"#5c5c5c\"/>"
  "</style:style>"
  "<style:style style:name=\"Label\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">"
  "<style:paragraph-properties fo:margin-top=\"6pt\" fo:margin-bottom=\"3pt\" fo:keep-with-next=\"always\"/>"
  "<style:text-properties fo:font-size=\"8.5pt\" fo:font-weight=\"600\" fo:color=\"#5c5c5c\"/></style:style>"
  "<style:style style:name=\"Title\" style:family=\"paragraph\" style:parent-style-name=\"Standard\" style:class=\"chapter\">"
  "<style:paragraph-properties fo:margin-bottom=\"12pt\" fo:line-height=\"105%\"/>"
  "<style:text-properties fo:font-size=\"30pt\" fo:font-weight=\"800\"/></style:style>"
  "<style:style style:name=\"Subtitle\" style:family=\"paragraph\" style:parent-style-name=\"Standard\" style:class=\"chapter\">"
  "<style:paragraph-properties fo:margin-bottom=\"6pt\"/><style:text-properties fo:font-size=\"14pt\" fo:color=\"#5c5c5c\"/>"
  "</style:style>"
  "<style:style style:name=\"Heading\" style:family=\"paragraph\" style:parent-style-name=\"Standard\" "
  "style:next-style-name=\"Text_20_body\" style:class=\"text\"><style:paragraph-properties fo:keep-with-next=\"always\"/>"
  "</style:style>"
  "<style:style style:name=\"Heading_20_1\" style:display-name=\"Heading 1\" style:family=\"paragraph\" "
  "style:parent-style-name=\"Heading\" style:default-outline-level=\"1\" style:class=\"text\"><style:paragraph-properties "
  "fo:margin-top=\"26pt\" fo:margin-bottom=\"10pt\"/><style:text-properties fo:font-size=\"20pt\" fo:font-weight=\"800\"/>"
  "</style:style>"
  "<style:style style:name=\"Heading_20_1_20_on_20_new_20_page\" style:display-name=\"Heading 1 on new page\" "
  "style:family=\"paragraph\" style:parent-style-name=\"Heading_20_1\" style:default-outline-level=\"1\">"
  "<style:paragraph-properties fo:break-before=\"page\"/></style:style>"
  "<style:style style:name=\"Heading_20_2\" style:display-name=\"Heading 2\" style:family=\"paragraph\" "
  "style:parent-style-name=\"Heading\" style:default-outline-level=\"2\" style:class=\"text\"><style:paragraph-properties "
  "fo:margin-top=\"18pt\" fo:margin-bottom=\"5pt\"/><style:text-properties fo:font-size=\"13.5pt\" fo:font-weight=\"600\"/>"
  "</style:style>"
  "<style:style style:name=\"Heading_20_3\" style:display-name=\"Heading 3\" style:family=\"paragraph\" "
  "style:parent-style-name=\"Heading\" style:default-outline-level=\"3\" style:class=\"text\"><style:paragraph-properties "
  "fo:margin-top=\"10pt\" fo:margin-bottom=\"3pt\"/><style:text-properties fo:font-size=\"10.5pt\" fo:font-weight=\"600\"/>"
  "</style:style>"
  "<style:style style:name=\"Page_20_break\" style:display-name=\"Page break\" style:family=\"paragraph\" "
  "style:parent-style-name=\"Standard\"><style:paragraph-properties fo:break-before=\"page\"/><style:text-properties "
  "fo:font-size=\"2pt\"/></style:style>"
  "<style:style style:name=\"Gap\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:text-properties "
  "fo:font-size=\"6pt\"/></style:style>"
  "<style:style style:name=\"List_20_item\" style:display-name=\"List item\" style:family=\"paragraph\" "
  "style:parent-style-name=\"Text_20_body\" style:class=\"list\"><style:paragraph-properties fo:margin-bottom=\"3pt\"/>"
  "</style:style>"
  "<style:style style:name=\"Contents_20_Heading\" style:display-name=\"Contents Heading\" style:family=\"paragraph\" "
  "style:parent-style-name=\"Heading\" style:class=\"index\"><style:text-properties fo:font-size=\"13.5pt\" fo:font-weight=\"600\"/>"
  "</style:style>"
  "<style:style style:name=\"Table_20_Contents\" style:display-name=\"Table Contents\" style:family=\"paragraph\" "
  "style:parent-style-name=\"Standard\" style:class=\"extra\"><style:text-properties fo:font-size=\"8.5pt\"/></style:style>"
  "<style:style style:name=\"Table_20_Heading\" style:display-name=\"Table Heading\" style:family=\"paragraph\" "
  "style:parent-style-name=\"Table_20_Contents\" style:class=\"extra\"><style:paragraph-properties fo:keep-with-next=\"always\"/>"
  "<style:text-properties fo:font-size=\"8pt\" fo:font-weight=\"600\" fo:color=\"#5c5c5c\"/></style:style>"
  "<style:style style:name=\"Table_20_Heading_20_Number\" style:display-name=\"Table Heading Number\" style:family=\"paragraph\" "
  "style:parent-style-name=\"Table_20_Heading\"><style:paragraph-properties fo:text-align=\"end\"/></style:style>"
  "<style:style style:name=\"Table_20_Strong\" style:display-name=\"Table Strong\" style:family=\"paragraph\" "
  "style:parent-style-name=\"Table_20_Contents\"><style:text-properties fo:font-weight=\"600\"/></style:style>"
  "<style:style style:name=\"Table_20_Number\" style:display-name=\"Table Number\" style:family=\"paragraph\" "
  "style:parent-style-name=\"Table_20_Contents\"><style:paragraph-properties fo:text-align=\"end\"/></style:style>"
  "<style:style style:name=\"Table_20_Strong_20_Number\" style:display-name=\"Table Strong Number\" style:family=\"paragraph\" "
  "style:parent-style-name=\"Table_20_Strong\"><style:paragraph-properties fo:text-align=\"end\"/></style:style>"
  "<style:style style:name=\"Header\" style:family=\"paragraph\" style:parent-style-name=\"Standard\" style:class=\"extra\">"
  "<style:paragraph-properties><style:tab-stops><style:tab-stop style:position=\"166mm\" style:type=\"right\"/></style:tab-stops>"
  "</style:paragraph-properties><style:text-properties fo:font-size=\"7.5pt\" fo:color=\"#5c5c5c\"/></style:style>"
  "<style:style style:name=\"Footer\" style:family=\"paragraph\" style:parent-style-name=\"Header\" style:class=\"extra\"/>"
  "<style:style style:name=\"Table\" style:family=\"table\"><style:table-properties style:width=\"100%\" style:rel-width=\"100%\" "
  "table:align=\"margins\"/></style:style>"
  "<style:style style:name=\"Row\" style:family=\"table-row\"><style:table-row-properties fo:keep-together=\"always\"/></style:style>"
  "<style:style style:name=\"Cell\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"3.5pt\" "
  "fo:border-left=\"none\" fo:border-right=\"none\" fo:border-top=\"none\" fo:border-bottom=\"0.5pt solid #c7c7c7\"/></style:style>"
  "<style:style style:name=\"Head\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"3.5pt\" "
  "fo:border-left=\"none\" fo:border-right=\"none\" fo:border-top=\"none\" fo:border-bottom=\"1pt solid #404040\"/></style:style>"
  "<style:style style:name=\"Total\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"3.5pt\" "
  "fo:border-left=\"none\" fo:border-right=\"none\" fo:border-top=\"1pt solid #404040\" fo:border-bottom=\"0.5pt solid #c7c7c7\"/>"
  "</style:style>"
  "<style:style style:name=\"Drawing\" style:family=\"graphic\"><style:graphic-properties style:vertical-pos=\"top\" "
  "style:vertical-rel=\"baseline\"/></style:style>"
  "<text:list-style style:name=\"Bulleted\"><text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"\342\200\242\">"
  "<style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\"><style:list-level-label-alignment "
  "text:label-followed-by=\"listtab\" text:list-tab-stop-position=\"5mm\" fo:text-indent=\"-5mm\" fo:margin-left=\"5mm\"/>"
  "</style:list-level-properties></text:list-level-style-bullet></text:list-style>"
  "<text:list-style style:name=\"Numbered\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" "
  "style:num-suffix=\".\"><style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\">"
  "<style:list-level-label-alignment text:label-followed-by=\"listtab\" text:list-tab-stop-position=\"6mm\" "
  "fo:text-indent=\"-6mm\" fo:margin-left=\"6mm\"/></style:list-level-properties></text:list-level-style-number></text:list-style>";

/* Where the numbers of pages stand in the table of contents, and how much further in its second level does. */
static const char contents_styles[] =
  "<style:style style:name=\"Contents_20_%1$u\" style:display-name=\"Contents %1$u\" style:family=\"paragraph\" "
  "style:parent-style-name=\"Standard\" style:class=\"index\"><style:paragraph-properties fo:margin-left=\"%2$smm\" "
  "fo:margin-bottom=\"2pt\"><style:tab-stops><style:tab-stop style:position=\"%3$smm\" style:type=\"right\"/></style:tab-stops>"
  "</style:paragraph-properties></style:style>";

static void
get_paper_size (PactDocument *document,
                const char **width,
                const char **height)
{
  static const char *const sizes[][2] = {
    [PACT_PAPER_A4] = { "210mm", "297mm" },
    [PACT_PAPER_A3] = { "297mm", "420mm" },
    [PACT_PAPER_LETTER] = { "8.5in", "11in" },
  };
  gboolean is_landscape;
  PactPaper paper = pact_document_get_paper (document, &is_landscape);

  *width = sizes[paper][is_landscape ? 1 : 0];
  *height = sizes[paper][is_landscape ? 0 : 1];
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
  const PactLocale *locale = pact_document_get_locale (document);
  gboolean is_right_to_left = pact_locale_is_right_to_left (locale);
  g_auto (GStrv) tag = g_strsplit (pact_document_get_language (document), "-", 2);
  const char *mark = pact_document_get_mark (document);
  const char *foot = pact_document_get_foot (document);
  g_autofree char *first = g_strdup_printf (contents_styles, 1, "0", "166");
  g_autofree char *second = g_strdup_printf (contents_styles, 2, "5", "161");
  g_autofree char *defaults = NULL;
  g_autofree char *page = NULL;
  const char *width, *height;

  get_paper_size (document, &width, &height);
  defaults = g_markup_printf_escaped (
    "<style:default-style style:family=\"paragraph\"><style:paragraph-properties style:writing-mode=\"%s\"/><style:text-properties "
    "style:font-name=\"Lato\" fo:font-size=\"10pt\" fo:language=\"%s\" fo:country=\"%s\" fo:color=\"#212121\" fo:hyphenate=\"true\"/>"
    "</style:default-style>",
    is_right_to_left ? "rl-tb" : "lr-tb", tag[0], tag[1] != NULL ? tag[1] : "none");
  page = g_markup_printf_escaped (
    "<style:page-layout style:name=\"Page\"><style:page-layout-properties fo:page-width=\"%s\" fo:page-height=\"%s\" "
    "style:print-orientation=\"%s\" fo:margin-left=\"22mm\" fo:margin-right=\"22mm\" fo:margin-top=\"16mm\" fo:margin-bottom=\"14mm\" "
    "style:writing-mode=\"%s\"/><style:header-style><style:header-footer-properties fo:min-height=\"10mm\"/></style:header-style>"
    "<style:footer-style><style:header-footer-properties fo:min-height=\"10mm\" fo:margin-top=\"5mm\"/></style:footer-style>"
    "</style:page-layout></office:automatic-styles><office:master-styles>"
    "<style:master-page style:name=\"Standard\" style:page-layout-name=\"Page\"><style:header><text:p text:style-name=\"Header\">%s"
    "<text:tab/>%s</text:p></style:header><style:footer><text:p text:style-name=\"Footer\">%s<text:tab/><text:page-number "
    "text:select-page=\"current\"/> / <text:page-count/></text:p></style:footer></style:master-page>",
    width, height, pact_document_get_paper (document, NULL) == PACT_PAPER_A3 ? "landscape" : "portrait",
    is_right_to_left ? "rl-tb" : "lr-tb", pact_document_get_title (document), mark != NULL ? mark : "", foot != NULL ? foot : "");

  {
    char *whole = g_strconcat (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<office:document-styles xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
      "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
      "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
      "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
      "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" office:version=\"1.3\">"
      "<office:font-face-decls><style:font-face style:name=\"Lato\" svg:font-family=\"Lato\" "
      "style:font-family-generic=\"swiss\"/></office:font-face-decls><office:styles>",
      defaults, common, first, second, "</office:styles><office:automatic-styles>", page,
      "</office:master-styles></office:document-styles>\n", NULL);

    return g_bytes_new_take (whole, strlen (whole));
  }
}
