/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-exchange"

#include "config.h"

#include "pact-exchange-private.h"

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

/**
 * pact_exchange_take_json_error:
 * @error: return location for an error
 * @json_error: (transfer full): an error of %PACT_JSON_ERROR
 *
 * Tells of what is wrong with JSON as an error %PACT_EXCHANGE_ERROR_SYNTAX.
 */
void
pact_exchange_take_json_error (GError **error,
                               GError *json_error)
{
  g_set_error_literal (error, PACT_EXCHANGE_ERROR, PACT_EXCHANGE_ERROR_SYNTAX, json_error->message);
  g_error_free (json_error);
}

/**
 * pact_exchange_parse:
 * @bytes: a file
 * @root: (out) (transfer full) (nullable): where to put what is in it
 * @problem: (out) (optional): where to put what is wrong, if something is
 * @error: return location for an error
 *
 * Returns: whether @bytes is JSON; %FALSE with @error set to %PACT_EXCHANGE_ERROR_SYNTAX
 */
gboolean
pact_exchange_parse (GBytes *bytes,
                     json_object **root,
                     PactProblem **problem,
                     GError **error)
{
  GError *json_error = NULL;

  if (pact_json_parse (bytes, root, &json_error))
    return TRUE;

  if (problem != NULL)
    *problem = pact_problem_new (pact_json_error_get_place (json_error), pact_json_error_get_sentence (json_error));
  pact_exchange_take_json_error (error, json_error);

  return FALSE;
}
