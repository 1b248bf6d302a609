/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-json"

#include "config.h"

#include "pact-json.h"

G_DEFINE_QUARK (pact-exchange-error-quark, pact_exchange_error)

/**
 * pact_problem_new:
 * @path: where something is wrong
 * @message: what, a sentence in the interface's language
 *
 * Returns: (transfer full): a new problem
 */
PactProblem *
pact_problem_new (const char *path,
                  const char *message)
{
  PactProblem *problem;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (message != NULL, NULL);

  problem = g_new0 (PactProblem, 1);
  problem->path = g_strdup (path);
  problem->message = g_strdup (message);

  return problem;
}

/**
 * pact_problem_free:
 * @problem: (transfer full) (nullable): a problem
 *
 * Frees @problem.
 */
void
pact_problem_free (PactProblem *problem)
{
  if (problem == NULL)
    return;

  g_free (problem->path);
  g_free (problem->message);
  g_free (problem);
}
