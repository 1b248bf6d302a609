/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-report-format"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-calendar.h"
#include "pact-csv.h"
#include "pact-html.h"
#include "pact-odt.h"
#include "pact-pages.h"
#include "pact-report-format.h"
#include "pact-workbook.h"

typedef struct
{
  GBytes *(*write_document) (PactDocument *document,
                             GCancellable *cancellable,
                             GError **error);
  GBytes *(*write_plan) (PactPlan *plan,
                         const PactReportOptions *options,
                         GError **error);
} Writer;

static GBytes *
write_pdf (PactDocument *document,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (PactPages) pages = pact_pages_new (document, NULL, NULL, cancellable, error);

  return pages != NULL ? pact_pages_to_pdf (pages, error) : NULL;
}

static const PactReportFormat formats[] = {
  { "pdf", NC_ ("format", "PDF, to print and to hand out"), "application/pdf" },
  { "odt", NC_ ("format", "OpenDocument text, to work on"), "application/vnd.oasis.opendocument.text" },
  { "html", NC_ ("format", "Web page, to read on any screen"), "text/html" },
  { "xlsx", NC_ ("format", "Workbook for spreadsheets, to compute with"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", TRUE },
  { "csv", NC_ ("format", "Table of the measures, for other programs"), "text/csv", TRUE },
  { "ics", NC_ ("format", "Calendar of the dates, for a calendar of one’s own"), "text/calendar", TRUE },
};

static const Writer writers[G_N_ELEMENTS (formats)] = {
  { .write_document = write_pdf },
  { .write_document = pact_document_to_odt },
  { .write_document = pact_document_to_html },
  { .write_plan = pact_plan_to_xlsx },
  { .write_plan = pact_plan_to_csv },
  { .write_plan = pact_plan_to_ics },
};

/**
 * pact_report_list_formats:
 * @n_formats: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_formats): the forms in which something is written
 */
const PactReportFormat *
pact_report_list_formats (gsize *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);

  return formats;
}

/**
 * pact_report_find_format:
 * @name: the name of a form
 *
 * Returns: (transfer none) (nullable): the form, %NULL if none is called so
 */
const PactReportFormat *
pact_report_find_format (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_strcmp0 (formats[i].name, name) == 0)
        return &formats[i];
    }

  return NULL;
}

/**
 * pact_document_write:
 * @document: a document
 * @format: a form of pact_report_list_formats() that is one of documents
 * @cancellable: (nullable): what ends it
 * @error: return location for an error
 *
 * Writes a document. Any thread may do it.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with @error set to an error of the domain %G_IO_ERROR
 */
GBytes *
pact_document_write (PactDocument *document,
                     const PactReportFormat *format,
                     GCancellable *cancellable,
                     GError **error)
{
  g_return_val_if_fail (PACT_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (format >= formats && format < formats + G_N_ELEMENTS (formats), NULL);
  g_return_val_if_fail (!format->is_of_plan, NULL);

  return writers[format - formats].write_document (document, cancellable, error);
}

/**
 * pact_report_write:
 * @kind: (nullable): a document; %NULL for a form that is of the plan itself
 * @format: a form of pact_report_list_formats()
 * @plan: a plan
 * @templates: (nullable): the templates that are known
 * @options: how it is made
 * @error: return location for an error
 *
 * Makes a document of a plan and writes it, or writes the plan itself.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with @error set to an error of the domain %G_IO_ERROR
 */
GBytes *
pact_report_write (const PactReportKind *kind,
                   const PactReportFormat *format,
                   PactPlan *plan,
                   PactTemplateLibrary *templates,
                   const PactReportOptions *options,
                   GError **error)
{
  g_autoptr (PactDocument) document = NULL;

  g_return_val_if_fail (format >= formats && format < formats + G_N_ELEMENTS (formats), NULL);

  if (format->is_of_plan)
    return writers[format - formats].write_plan (plan, options, error);
  document = pact_report_build (kind, plan, templates, options);

  return pact_document_write (document, format, NULL, error);
}
