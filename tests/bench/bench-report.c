/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "bench-shelf.h"
#include "bench.h"
#include "pact-pages.h"
#include "pact-report.h"
#include "pact-type.h"

/* A plan set as pages beside Pango's own layout of the same texts: each paragraph and each cell one layout as wide as the page, made
 * and measured. Once for a plan of usual size, once for a large one. */

#define TEXT_WIDTH 470

static const guint sizes[] = { 34, 300 };

typedef struct
{
  BenchShelf shelf;
  PactDocument *document;
  GPtrArray *texts;
} Bench;

static void
set_pages (gpointer data)
{
  Bench *bench = data;

  g_object_unref (pact_pages_new (bench->document, NULL, NULL, NULL, NULL));
}

static void
pango_lays_out (gpointer data)
{
  Bench *bench = data;
  PangoContext *context = pact_type_create_context ("en", FALSE);

  for (guint i = 0; i < bench->texts->len; i++)
    {
      PangoLayout *layout = pango_layout_new (context);
      int height;

      pango_layout_set_text (layout, g_ptr_array_index (bench->texts, i), -1);
      pango_layout_set_width (layout, TEXT_WIDTH * PANGO_SCALE);
      pango_layout_get_size (layout, NULL, &height);
      g_object_unref (layout);
    }
  g_object_unref (context);
}

static void
collect_texts (Bench *bench)
{
  GPtrArray *blocks = pact_document_get_blocks (bench->document);

  for (guint i = 0; i < blocks->len; i++)
    {
      const PactBlock *block = g_ptr_array_index (blocks, i);

      if (block->text != NULL)
        g_ptr_array_add (bench->texts, block->text);
      for (guint j = 0; block->items != NULL && block->items[j] != NULL; j++)
        g_ptr_array_add (bench->texts, block->items[j]);
      for (guint j = 0; block->table != NULL && j < block->table->rows->len; j++)
        {
          const PactDocumentRow *row = g_ptr_array_index (block->table->rows, j);

          for (guint k = 0; row->cells[k] != NULL; k++)
            g_ptr_array_add (bench->texts, row->cells[k]);
        }
    }
}

static void
compare (guint n_measures)
{
  Bench bench = { .texts = g_ptr_array_new () };
  g_autoptr (GBytes) plan = NULL;
  g_autoptr (PactEditor) editor = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PactPages) pages = NULL;
  g_autofree char *uuid = NULL;
  g_autofree char *what = NULL;

  bench_shelf_set_up (&bench.shelf);
  plan = bench_make_plan (bench.shelf.workspace, n_measures);
  uuid = bench_import (bench.shelf.workspace, plan);
  editor = pact_workspace_open_plan (bench.shelf.workspace, uuid, &error);
  g_assert_no_error (error);
  bench.document = pact_report_build (pact_report_find ("council-paper"), pact_editor_get_plan (editor), NULL,
                                      &(PactReportOptions){ 0 });
  collect_texts (&bench);
  pages = pact_pages_new (bench.document, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  what = g_strdup_printf ("%u measures set on %u pages", n_measures, pact_pages_get_count (pages));
  bench_compare ((BenchCase){ what, set_pages }, (BenchCase){ "Pango lays out the same texts", pango_lays_out }, &bench, 5, "3");

  g_clear_object (&editor);
  g_object_unref (bench.document);
  g_ptr_array_unref (bench.texts);
  bench_shelf_tear_down (&bench.shelf);
}

int
main (int argc,
      char **argv)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    compare (sizes[i]);

  return 0;
}
