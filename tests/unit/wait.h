/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-workspace.h"

/* What is done in the background, waited for. */

static inline void
wait_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static inline void
wait_for_result (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static inline char *
wait_duplicate (PactWorkspace *workspace,
                const char *plan_uuid,
                PactJob *job,
                GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  pact_workspace_duplicate_async (workspace, plan_uuid, job, wait_cb, &result);
  wait_for_result (&result);

  return pact_workspace_duplicate_finish (workspace, result, error);
}

static inline gboolean
wait_purge (PactWorkspace *workspace,
            const char *plan_uuid,
            PactJob *job,
            GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  const char *plan_uuids[] = { plan_uuid, NULL };

  pact_workspace_purge_async (workspace, plan_uuids, job, wait_cb, &result);
  wait_for_result (&result);

  return pact_workspace_purge_finish (workspace, result, error);
}

static inline gboolean
wait_thin_history (PactWorkspace *workspace,
                   guint n_edits,
                   guint max_days)
{
  g_autoptr (GAsyncResult) result = NULL;

  pact_workspace_thin_history_async (workspace, n_edits, max_days, NULL, wait_cb, &result);
  wait_for_result (&result);

  return pact_workspace_thin_history_finish (workspace, result, NULL);
}
