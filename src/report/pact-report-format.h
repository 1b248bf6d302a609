/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gio/gio.h>

#include "pact-report.h"

/* What a plan, or a document that is made of it, can be written as. */

G_BEGIN_DECLS

/**
 * PactReportFormat:
 * @name: its name on the command line, and the ending of its files
 * @label: what it is called, untranslated, with context "format"
 * @media_type: its media type
 * @is_of_plan: whether it has the data of the plan itself, for other programs, and is no form of a document
 *
 * A form in which something is written.
 */
typedef struct
{
  const char *name;
  const char *label;
  const char *media_type;
  gboolean is_of_plan;
} PactReportFormat;

const PactReportFormat *pact_report_list_formats (gsize *n_formats);
const PactReportFormat *pact_report_find_format (const char *name);
GBytes *pact_report_write (const PactReportKind *kind,
                           const PactReportFormat *format,
                           PactPlan *plan,
                           PactTemplateLibrary *templates,
                           const PactReportOptions *options,
                           GError **error);
GBytes *pact_document_write (PactDocument *document,
                             const PactReportFormat *format,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
