/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include <string.h>

#include "pact-exchange.h"
#include "pact-hyphens.h"
#include "pact-money-sums.h"
#include "pact-pages.h"
#include "pact-report-format.h"
#include "pact-vocabularies.h"
#include "test-config.h"

/* Documents and their pages, on the example plan and on small documents that can be counted by hand. */

static PactPlan *
read_example (const char *language)
{
  g_autofree char *name = g_strdup_printf ("example.%s.json", language);
  g_autofree char *path = g_build_filename (PACT_SOURCE_DIR, "data", "example", name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  PactPlan *plan;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (contents, length);
  records = pact_exchange_read_plan (bytes, pact_model_get_default (), NULL, &error);
  g_assert_no_error (error);
  plan = pact_plan_new_from_records (pact_model_get_default (), records, &error);
  g_assert_no_error (error);

  return plan;
}

static PactPages *
set (PactDocument *document)
{
  g_autoptr (GError) error = NULL;
  PactPages *pages = pact_pages_new (document, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return pages;
}

static char *
read_all (PactPages *pages)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pact_pages_get_count (pages); i++)
    {
      g_autofree char *page = pact_pages_dup_text (pages, i);

      g_string_append (text, page);
    }

  return g_string_free (text, FALSE);
}

static PactDocument *
build (const char *language,
       const char *name,
       const PactReportOptions *options)
{
  g_autoptr (PactPlan) plan = read_example (language);

  return pact_report_build (pact_report_find (name), plan, NULL, options);
}

static void
assert_has (const char *text,
            const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

/* Every document says what it is about, in each language, and no page of it is empty. */
static void
test_documents (void)
{
  static const char *const languages[] = { "de", "en", "fr" };
  gsize n;
  const PactReportKind *kinds = pact_report_list (&n);

  g_assert_cmpuint (n, ==, 7);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    for (gsize j = 0; j < n; j++)
      {
        g_autoptr (PactDocument) document = build (languages[i], kinds[j].name, &(PactReportOptions){ 0 });
        g_autoptr (PactPages) pages = set (document);

        g_assert_cmpstr (pact_document_get_language (document), ==, languages[i]);
        for (guint page = 0; page < pact_pages_get_count (pages); page++)
          {
            g_autofree char *text = pact_pages_dup_text (pages, page);

            g_assert_cmpuint (strlen (g_strstrip (text)), >, 0);
          }
      }
}

/* The brief has two pages and no more, for whoever has no time for a third. */
static void
test_brief (void)
{
  g_autoptr (PactDocument) document = build ("de", "brief", &(PactReportOptions){ 0 });
  g_autoptr (PactPages) pages = set (document);

  g_assert_cmpuint (pact_pages_get_count (pages), ==, 2);
}

/* A document is in the language of the plan, whatever that of the interface is. */
static void
test_language (void)
{
  g_autoptr (PactDocument) document = build ("fr", "decision-paper", &(PactReportOptions){ 0 });
  g_autoptr (PactPages) pages = set (document);
  g_autofree char *text = read_all (pages);

  assert_has (text, "Incidences financières");
  g_assert_null (strstr (text, "Financial effects"));
  assert_has (text, "Signature");
}

/* That goes for the names of what stands below a measure, too: its title, what it refers to, or its kind alone. */
static void
test_names (void)
{
  g_autoptr (PactPlan) example = read_example ("de");
  g_autoptr (GPtrArray) records = pact_plan_to_records (example);
  g_autoptr (PactPlan) plan = NULL;
  g_autoptr (PactDocument) document = NULL;
  g_autoptr (GString) labels = g_string_new ("\n");
  gboolean is_first = TRUE;
  GPtrArray *blocks;

  for (guint i = 0; i < records->len; i++)
    {
      PactRecord *record = g_ptr_array_index (records, i);

      if (!g_str_equal (record->kind->name, "cost"))
        continue;
      if (is_first)
        pact_record_set (record, "funding_source", NULL);
      is_first = FALSE;
    }
  plan = pact_plan_new_from_records (pact_model_get_default (), records, NULL);
  document = pact_report_build (pact_report_find ("submission-annex"), plan, NULL, &(PactReportOptions){ 0 });
  blocks = pact_document_get_blocks (document);
  for (guint i = 0; i < blocks->len; i++)
    {
      const PactBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == PACT_BLOCK_PARAGRAPH && block->tone == PACT_TONE_LABEL)
        g_string_append_printf (labels, "%s\n", block->text);
    }

  assert_has (labels->str, "\nKosten\n");
  assert_has (labels->str, "\nKosten: Haushalt der Stadt\n");
  assert_has (labels->str, "\nMesswert: Oktober 2026\n");
}

/* Where reasons stand first they do, and the decision stands first elsewhere. */
static void
test_order (void)
{
  static const struct { const char *country; gboolean has_reasons_first; } cases[] = { { "DE", FALSE }, { "FR", TRUE }, { "NO", FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PactPlan) example = read_example ("en");
      g_autoptr (GPtrArray) records = pact_plan_to_records (example);
      g_autoptr (PactPlan) plan = NULL;
      g_autoptr (PactDocument) document = NULL;
      g_autoptr (PactPages) pages = NULL;
      g_autofree char *text = NULL;

      pact_record_set (g_ptr_array_index (records, 0), "country", cases[i].country);
      plan = pact_plan_new_from_records (pact_model_get_default (), records, NULL);
      document = pact_report_build (pact_report_find ("decision-paper"), plan, NULL, &(PactReportOptions){ 0 });
      pages = set (document);
      text = read_all (pages);
      g_assert_cmpint (strstr (text, "Background and reasons") < strstr (text, "Proposed decision"), ==, cases[i].has_reasons_first);
    }
}

/* What is signed to join the Pact says what was decided, and by whom; with nothing decided it does not say that it was. */
static void
test_declaration (void)
{
  static const struct { const char *date, *reference, *said; } cases[] = {
    { NULL, NULL, "The decision about it has still to be taken." },
    { "2026-11", NULL, "Decided to join on\nNovember 2026" },
    { "2026-11-12", "V 231/2026", "Reference of the decision to join\nV 231/2026" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PactPlan) example = read_example ("en");
      g_autoptr (GPtrArray) records = pact_plan_to_records (example);
      g_autoptr (PactPlan) plan = NULL;
      g_autoptr (PactDocument) document = NULL;
      g_autoptr (PactPages) pages = NULL;
      g_autofree char *text = NULL;

      pact_record_set (g_ptr_array_index (records, 0), "pact_decided_on", cases[i].date);
      pact_record_set (g_ptr_array_index (records, 0), "pact_decision", cases[i].reference);
      plan = pact_plan_new_from_records (pact_model_get_default (), records, NULL);
      document = pact_report_build (pact_report_find ("declaration"), plan, NULL, &(PactReportOptions){ 0 });
      pages = set (document);
      g_assert_cmpuint (pact_pages_get_count (pages), ==, 1);
      text = read_all (pages);
      assert_has (text, cases[i].said);
      assert_has (text, "Town of Felsmoor joins the Pact of Towns and Regions");
      assert_has (text, "“Felsmoor protects its children: action plan 2025–2028”");
      assert_has (text, "no document of the Council of Europe");
    }
}

/* The annex has every measure that is part of the file, left out or not; the council’s paper has each that is part of the plan. */
static void
test_whole (void)
{
  g_autoptr (PactPlan) plan = read_example ("en");
  g_autoptr (PactDocument) council = pact_report_build (pact_report_find ("council-paper"), plan, NULL, &(PactReportOptions){ 0 });
  g_autoptr (PactDocument) annex = pact_report_build (pact_report_find ("submission-annex"), plan, NULL, &(PactReportOptions){ 0 });
  g_autofree char *digest = pact_exchange_digest_plan (plan, FALSE);
  GPtrArray *blocks = pact_document_get_blocks (council);
  guint n_sheets = 0;
  guint n_measures = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const PactBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == PACT_BLOCK_HEADING && block->level == 2)
        n_sheets++;
    }
  /* Sixteen to be carried out, seven that are in place and go on. */
  g_assert_cmpuint (n_sheets, ==, 23);

  blocks = pact_document_get_blocks (annex);
  for (guint i = 0; i < blocks->len; i++)
    {
      const PactBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == PACT_BLOCK_HEADING && block->number != NULL && strlen (block->number) > strlen ("1.1"))
        n_measures++;
    }
  g_assert_cmpuint (n_measures, ==, pact_plan_count (plan, "measure"));
  assert_has (((PactDocumentRow *) g_ptr_array_index (((PactBlock *) g_ptr_array_index (blocks, 1))->table->rows, 0))->cells[1], digest);
}

/* The headings of the first level in a council paper of the example that leaves out some of its parts, and that it has sheets. */
static char **
list_parts (const char *left_out)
{
  g_autoptr (PactPlan) example = read_example ("en");
  g_autoptr (GPtrArray) records = pact_plan_to_records (example);
  g_autoptr (PactTemplateLibrary) templates = pact_template_library_new (pact_model_get_default ());
  g_autoptr (PactPlan) plan = NULL;
  g_autoptr (PactDocument) document = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GPtrArray *blocks;
  gboolean has_sheets = FALSE;

  pact_record_set (g_ptr_array_index (records, 0), "paper_left_out", left_out);
  plan = pact_plan_new_from_records (pact_model_get_default (), records, NULL);
  document = pact_report_build (pact_report_find ("council-paper"), plan, templates, &(PactReportOptions){ 0 });
  blocks = pact_document_get_blocks (document);
  for (guint i = 0; i < blocks->len; i++)
    {
      const PactBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == PACT_BLOCK_HEADING && block->level == 1 && block->number == NULL)
        g_strv_builder_add (builder, block->text);
      else if (block->kind == PACT_BLOCK_HEADING)
        has_sheets = TRUE;
    }
  if (has_sheets)
    g_strv_builder_add (builder, "The measures one by one");

  return g_strv_builder_end (builder);
}

/* Each part that can be left out is in the paper, and goes from it alone; what has to be said stays. */
static void
test_parts (void)
{
  g_auto (GStrv) whole = list_parts (NULL);
  g_auto (GStrv) least = NULL;
  g_autoptr (GString) all = g_string_new (NULL);

  for (gsize i = 0; i < pact_vocabulary_paper_part.n_terms; i++)
    {
      const PactTerm *term = &pact_vocabulary_paper_part.terms[i];
      g_auto (GStrv) rest = list_parts (term->code);

      if (!g_strv_contains ((const char *const *) whole, term->label))
        g_error ("“%s” is not in the paper", term->label);
      g_assert_false (g_strv_contains ((const char *const *) rest, term->label));
      g_assert_cmpuint (g_strv_length (rest), ==, g_strv_length (whole) - 1);
      g_string_append_printf (all, "%s%s", i > 0 ? " " : "", term->code);
    }
  least = list_parts (all->str);
  g_assert_cmpuint (g_strv_length (least), ==, 2);
  g_assert_cmpstr (least[0], ==, "Data protection and safeguarding");
  g_assert_cmpstr (least[1], ==, "About this paper");
}

/* Contacts stay away from a paper that is made without them. */
static void
test_withheld (void)
{
  g_autoptr (PactDocument) with = build ("en", "council-paper", &(PactReportOptions){ 0 });
  g_autoptr (PactDocument) without = build ("en", "council-paper", &(PactReportOptions){ .withhold_personal = TRUE });
  g_autoptr (PactPages) pages_with = set (with);
  g_autoptr (PactPages) pages_without = set (without);
  g_autofree char *text_with = read_all (pages_with);
  g_autofree char *text_without = read_all (pages_without);

  assert_has (text_with, "children@felsmoor.example");
  g_assert_null (strstr (text_without, "children@felsmoor.example"));
  g_assert_cmpstr (pact_document_get_foot (with), !=, pact_document_get_foot (without));
}

/* The same plan gives the same file. */
static void
test_same_bytes (void)
{
  gsize n;
  const PactReportFormat *formats = pact_report_list_formats (&n);

  for (gsize i = 0; i < n && !formats[i].is_of_plan; i++)
    {
      g_autoptr (PactDocument) one = build ("en", "brief", &(PactReportOptions){ 0 });
      g_autoptr (PactDocument) other = build ("en", "brief", &(PactReportOptions){ 0 });
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) one_file = pact_document_write (one, &formats[i], NULL, &error);
      g_autoptr (GBytes) other_file = pact_document_write (other, &formats[i], NULL, &error);

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (one_file, other_file));
    }
}

/* What somebody has stopped comes to nothing. */
static void
test_cancelled (void)
{
  gsize n;
  const PactReportFormat *formats = pact_report_list_formats (&n);
  g_autoptr (PactDocument) document = build ("en", "council-paper", &(PactReportOptions){ 0 });
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (gsize i = 0; i < n && !formats[i].is_of_plan; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (pact_document_write (document, &formats[i], cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

static PactDocument *
create_document (void)
{
  return pact_document_new ("A document", "en", pact_locale_get ("en"));
}

static GPtrArray *
create_cells (const char *first,
              const char *second)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, g_strdup (first));
  g_ptr_array_add (cells, g_strdup (second));

  return cells;
}

/* What is no letter stands in no file: XML may not have it. */
static void
test_noncharacters (void)
{
  g_autoptr (PactPlan) example = read_example ("en");
  g_autoptr (GPtrArray) records = pact_plan_to_records (example);
  g_autoptr (PactPlan) plan = NULL;
  g_autoptr (PactDocument) document = NULL;
  g_autoptr (PactPages) pages = NULL;
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  pact_record_set (g_ptr_array_index (records, 0), "vision", "A\357\277\276Z\357\267\220");
  plan = pact_plan_new_from_records (pact_model_get_default (), records, NULL);
  document = pact_report_build (pact_report_find ("council-paper"), plan, NULL, &(PactReportOptions){ 0 });
  pages = set (document);
  text = read_all (pages);
  assert_has (text, "Vision\nAZ\n");
  file = pact_pages_to_pdf (pages, &error);
  g_assert_no_error (error);
}

/* The leftmost and the rightmost ink between two heights of a page that has one short paragraph and a foot, as shares of its
 * width. */
static void
find_ink (const char *language,
          const char *word,
          int top,
          int bottom,
          double *first,
          double *last)
{
  g_autoptr (PactDocument) document = pact_document_new ("A document", language, pact_locale_get (language));
  g_autoptr (PactPages) pages = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 595, 842);
  cairo_t *cr = cairo_create (surface);
  const unsigned char *data;

  pact_document_add_paragraph (document, PACT_TONE_BODY, word);
  pact_document_set_foot (document, "Version 12");
  pages = set (document);
  pact_pages_draw (pages, 0, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  *first = 1.0;
  *last = 0.0;
  for (int y = top; y < bottom; y++)
    for (int x = 0; x < 595; x++)
      {
        if (data[y * cairo_image_surface_get_stride (surface) + x] < 128)
          continue;
        *first = MIN (*first, x / 595.0);
        *last = MAX (*last, x / 595.0);
      }
  cairo_surface_destroy (surface);
}

/* What is read from the right begins at the right. */
static void
test_right_to_left (void)
{
  double first, last;

  find_ink ("en", "word", 0, 400, &first, &last);
  g_assert_cmpfloat (last, <, 0.3);
  find_ink ("ar", "كلمة", 0, 400, &first, &last);
  g_assert_cmpfloat (first, >, 0.7);
  /* The foot goes from one side to the other, in Latin letters too. */
  find_ink ("ar", "كلمة", 780, 842, &first, &last);
  g_assert_cmpfloat (first, <, 0.15);
  g_assert_cmpfloat (last, >, 0.85);
}

/* The heads of a table stand on each of its pages, and a heading of a group never at the end of one. */
static void
test_table_pages (void)
{
  g_autoptr (PactDocument) document = create_document ();
  g_autoptr (PactPages) pages = NULL;
  PactDocumentTable *table = pact_document_table_new ("A caption", TRUE);

  pact_document_table_take_column (table, g_strdup ("Left head"), 1.0, FALSE);
  pact_document_table_take_column (table, g_strdup ("Right head"), 1.0, TRUE);
  for (guint i = 0; i < 120; i++)
    {
      if (i % 6 == 0)
        pact_document_table_take_row (table, PACT_ROW_GROUP, 0, create_cells ("Group", NULL));
      pact_document_table_take_row (table, PACT_ROW_PLAIN, PACT_NO_HUE, create_cells ("Cell", "1"));
    }
  pact_document_take_table (document, table);
  pages = set (document);

  g_assert_cmpuint (pact_pages_get_count (pages), >, 2);
  for (guint i = 0; i < pact_pages_get_count (pages); i++)
    {
      g_autofree char *text = pact_pages_dup_text (pages, i);

      assert_has (text, "Left head\nRight head\n");
      g_assert_false (g_str_has_suffix (text, "Group\n"));
    }
}

/* A column in which nothing stands is left out; what is to be written in by hand stays. */
static void
test_empty_columns (void)
{
  for (int is_form = 0; is_form < 2; is_form++)
    {
      g_autoptr (PactDocument) document = create_document ();
      PactDocumentTable *table = pact_document_table_new (NULL, TRUE);
      const PactBlock *block;

      table->is_form = is_form;
      for (guint i = 0; i < 3; i++)
        pact_document_table_take_column (table, g_strdup_printf ("%u", i), 1.0, FALSE);
      pact_document_table_take_row (table, PACT_ROW_PLAIN, PACT_NO_HUE, create_cells ("a", ""));
      g_strfreev (((PactDocumentRow *) g_ptr_array_index (table->rows, 0))->cells);
      ((PactDocumentRow *) g_ptr_array_index (table->rows, 0))->cells = g_strsplit ("a||c", "|", -1);
      pact_document_take_table (document, table);
      block = g_ptr_array_index (pact_document_get_blocks (document), 0);
      g_assert_cmpuint (block->table->columns->len, ==, is_form ? 3 : 2);
      g_assert_cmpstr (((PactDocumentRow *) g_ptr_array_index (block->table->rows, 0))->cells[1], ==, is_form ? "" : "c");
    }
}

/* A cell that is higher than a page goes on on the next, and nothing of it is lost. */
static void
test_high_row (void)
{
  g_autoptr (PactDocument) document = create_document ();
  g_autoptr (PactPages) pages = NULL;
  g_autoptr (GString) long_text = g_string_new (NULL);
  g_autofree char *text = NULL;
  PactDocumentTable *table = pact_document_table_new (NULL, FALSE);

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (long_text, "word%03u\n", i);
  pact_document_table_take_column (table, g_strdup (""), 1.0, FALSE);
  pact_document_table_take_column (table, g_strdup (""), 1.0, FALSE);
  pact_document_table_take_row (table, PACT_ROW_PLAIN, PACT_NO_HUE, create_cells ("Label", long_text->str));
  pact_document_take_table (document, table);
  pages = set (document);
  text = read_all (pages);

  g_assert_cmpuint (pact_pages_get_count (pages), >, 2);
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *word = g_strdup_printf ("word%03u", i);

      assert_has (text, word);
    }
}

static guint
count_words (PactPages *pages,
             guint page)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;

  if (page >= pact_pages_get_count (pages))
    return 0;
  text = pact_pages_dup_text (pages, page);
  parts = g_strsplit (text, "word", -1);

  return g_strv_length (parts) - 1;
}

/* A table with a row of so many lines below so many others. */
static PactPages *
set_row_below (guint n_before,
               guint n_lines)
{
  g_autoptr (PactDocument) document = create_document ();
  g_autoptr (GString) text = g_string_new (NULL);
  PactDocumentTable *table = pact_document_table_new (NULL, TRUE);

  for (guint i = 0; i < n_before; i++)
    pact_document_add_paragraph (document, PACT_TONE_SMALL, "Filling");
  for (guint i = 0; i < n_lines; i++)
    g_string_append_printf (text, "word%02u\n", i);
  pact_document_table_take_column (table, g_strdup ("Left head"), 1.0, FALSE);
  pact_document_table_take_column (table, g_strdup ("Right head"), 1.0, FALSE);
  pact_document_table_take_row (table, PACT_ROW_PLAIN, PACT_NO_HUE, create_cells ("Label", text->str));
  pact_document_take_table (document, table);

  return set (document);
}

/* A row that takes more than a third of a page begins where there is room, goes on below the heads of the next page, and leaves no line
 * alone; one that takes less stays together. */
static void
test_broken_row (void)
{
  guint n_broken = 0;

  for (guint n_before = 0; n_before < 60; n_before++)
    {
      g_autoptr (PactPages) high = set_row_below (n_before, 26);
      g_autoptr (PactPages) low = set_row_below (n_before, 16);
      guint n_first = count_words (high, 0);
      guint n_second = count_words (high, 1);

      g_assert_cmpuint (n_first + n_second + count_words (high, 2), ==, 26);
      g_assert_cmpuint (n_first, !=, 1);
      g_assert_cmpuint (n_second, !=, 1);
      if (n_first > 0 && n_second > 0)
        {
          g_autofree char *next = pact_pages_dup_text (high, 1);

          n_broken++;
          g_assert_true (g_str_has_prefix (next, "Left head\nRight head\n"));
        }
      g_assert_true (count_words (low, 0) == 16 || count_words (low, 1) == 16);
    }
  /* In most places there is room for a part of it. */
  g_assert_cmpuint (n_broken, >, 15);
}

/* A paragraph leaves no line alone on a page, and a heading is never the last thing on one. */
static void
test_lines_together (void)
{
  for (guint n_before = 30; n_before < 60; n_before++)
    {
      g_autoptr (PactDocument) document = create_document ();
      g_autoptr (PactPages) pages = NULL;
      g_autofree char *first = NULL;

      for (guint i = 0; i < n_before; i++)
        pact_document_add_paragraph (document, PACT_TONE_SMALL, "Filling");
      pact_document_add_heading (document, 2, NULL, "Heading", PACT_NO_HUE);
      pact_document_add_paragraph (document, PACT_TONE_BODY,
                                   "A paragraph that is long enough to be set in four lines, so that there is a choice of where it goes on "
                                   "if a page has an end in the midst of it, which it has for some of the numbers of lines before it. For "
                                   "this it needs a third sentence, and words in it that say nothing but that there is more of them than "
                                   "before.");
      pages = set (document);
      first = pact_pages_dup_text (pages, 0);
      g_assert_false (g_str_has_suffix (first, "Heading\n"));
      if (pact_pages_get_count (pages) > 1)
        {
          g_autofree char *second = pact_pages_dup_text (pages, 1);
          g_auto (GStrv) lines = g_strsplit (g_strchomp (second), "\n", -1);

          g_assert_cmpuint (g_strv_length (lines), >=, 2);
        }
    }
}

/* The numbers in the table of contents are those of the pages on which the headings stand. */
static void
test_contents (void)
{
  g_autoptr (PactDocument) document = create_document ();
  g_autoptr (PactPages) pages = NULL;
  g_autofree char *contents = NULL;

  pact_document_add_contents (document, "Contents");
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      pact_document_add_new_page (document);
      pact_document_add_heading (document, 1, number, "Part", 0);
    }
  pages = set (document);
  contents = pact_pages_dup_text (pages, 0);
  g_assert_cmpstr (contents, ==, "Contents\n1\342\200\202Part\n2\n2\342\200\202Part\n3\n3\342\200\202Part\n4\n");
}

/* Words are broken where the language breaks them, addresses and short words never. */
static void
test_hyphens (void)
{
  g_autofree char *word = pact_hyphens_insert ("Beschlussvorlage für Übergangsmaßnahmen", "de");
  g_autofree char *address = pact_hyphens_insert ("https://kinderschutz.example/beratung kurz", "de");
  g_autofree char *other = pact_hyphens_insert ("délibération", "fr-CH");
  g_autofree char *same = pact_hyphens_insert ("Hyphenation", "tlh");

  g_assert_cmpstr (word, ==, "Be\302\255schluss\302\255vor\302\255lage für Über\302\255gangs\302\255maß\302\255nah\302\255men");
  g_assert_cmpstr (address, ==, "https://kinderschutz.example/beratung kurz");
  g_assert_cmpstr (other, ==, "dé\302\255li\302\255bé\302\255ra\302\255tion");
  g_assert_cmpstr (same, ==, "Hyphenation");
}

/* What a plan costs: each cost once in each sum, and nothing of what was left out. */
static void
test_money (void)
{
  g_autoptr (PactPlan) plan = read_example ("en");
  g_autoptr (PactMoneySums) sums = pact_money_sums_take (plan);
  GArray *const parts[] = { sums->years, sums->pillars, sums->sources };

  g_assert_cmpint (pact_money_get_whole (&sums->total), ==, 18850000);
  g_assert_cmpint (sums->total.secured, ==, 9050000);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gint64 whole = 0;
      gint64 secured = 0;

      for (guint j = 0; j < parts[i]->len; j++)
        {
          whole += pact_money_get_whole (&g_array_index (parts[i], PactMoneySum, j).money);
          secured += g_array_index (parts[i], PactMoneySum, j).money.secured;
        }
      g_assert_cmpint (whole, ==, pact_money_get_whole (&sums->total));
      g_assert_cmpint (secured, ==, sums->total.secured);
    }
  for (guint i = 1; i < sums->years->len; i++)
    g_assert_cmpint (g_array_index (sums->years, PactMoneySum, i - 1).year, <, g_array_index (sums->years, PactMoneySum, i).year);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/documents", test_documents);
  g_test_add_func ("/report/brief", test_brief);
  g_test_add_func ("/report/language", test_language);
  g_test_add_func ("/report/names", test_names);
  g_test_add_func ("/report/order", test_order);
  g_test_add_func ("/report/declaration", test_declaration);
  g_test_add_func ("/report/whole", test_whole);
  g_test_add_func ("/report/parts", test_parts);
  g_test_add_func ("/report/withheld", test_withheld);
  g_test_add_func ("/report/same-bytes", test_same_bytes);
  g_test_add_func ("/report/cancelled", test_cancelled);
  g_test_add_func ("/report/noncharacters", test_noncharacters);
  g_test_add_func ("/pages/right-to-left", test_right_to_left);
  g_test_add_func ("/pages/table", test_table_pages);
  g_test_add_func ("/pages/empty-columns", test_empty_columns);
  g_test_add_func ("/pages/high-row", test_high_row);
  g_test_add_func ("/pages/broken-row", test_broken_row);
  g_test_add_func ("/pages/lines-together", test_lines_together);
  g_test_add_func ("/pages/contents", test_contents);
  g_test_add_func ("/pages/hyphens", test_hyphens);
  g_test_add_func ("/figures/money", test_money);

  return g_test_run ();
}
