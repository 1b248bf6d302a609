/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-db.h"
#include "pact-job.h"

G_BEGIN_DECLS

void _pact_job_progress_cb (double done,
                            gpointer job);
void _pact_job_attend (PactJob *self,
                       PactDb *db);

G_END_DECLS
