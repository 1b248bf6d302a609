/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-job.h"
#include "pact-library.h"
#include "pact-workspace.h"

G_BEGIN_DECLS

PactLibrary *_pact_workspace_get_library (PactWorkspace *self);
PactDb *_pact_workspace_get_db (PactWorkspace *self);
const char *_pact_workspace_get_author (PactWorkspace *self);
PactAnswerFunc _pact_workspace_get_answer (PactWorkspace *self,
                                           gpointer *data);
gboolean _pact_library_add_plan (PactLibrary *library,
                                 GPtrArray *records,
                                 const char *verb,
                                 const char *author,
                                 PactAnswerFunc answer,
                                 gpointer answer_data,
                                 PactJob *job,
                                 GError **error);
void _pact_workspace_read_again (PactWorkspace *self);
GPtrArray *_pact_workspace_list_editors (PactWorkspace *self);
void _pact_records_become_copy (GPtrArray *records,
                                const char *file);

G_END_DECLS
