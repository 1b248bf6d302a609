/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-job.h"
#include "pact-pages.h"
#include "pact-report-format.h"

/* Documents, set and written in the background: for the window. */

G_BEGIN_DECLS

void pact_paper_set_async (PactDocument *document,
                           PactJob *job,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
PactPages *pact_paper_set_finish (GAsyncResult *result,
                                  GError **error);
void pact_paper_write_async (PactDocument *document,
                             const PactReportFormat *format,
                             GFile *file,
                             PactJob *job,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
void pact_paper_write_data_async (PactPlan *plan,
                                  const PactReportFormat *format,
                                  const PactReportOptions *options,
                                  GFile *file,
                                  PactJob *job,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean pact_paper_write_finish (GAsyncResult *result,
                                  GError **error);

G_END_DECLS
