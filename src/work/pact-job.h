/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How long a job may take before it is worth telling of, in milliseconds. */
#define PACT_JOB_PATIENCE 500

#define PACT_TYPE_JOB (pact_job_get_type ())
G_DECLARE_FINAL_TYPE (PactJob, pact_job, PACT, JOB, GObject)

PactJob *pact_job_new (const char *title);
const char *pact_job_get_title (PactJob *self);
GCancellable *pact_job_get_cancellable (PactJob *self);
double pact_job_get_progress (PactJob *self);
void pact_job_set_progress (PactJob *self,
                            double progress);
gint64 pact_job_get_started (PactJob *self);
void pact_job_cancel (PactJob *self);
void pact_job_run (PactJob *self,
                   GTask *task,
                   GTaskThreadFunc func);
GListModel *pact_jobs_get_running (void);

G_END_DECLS
