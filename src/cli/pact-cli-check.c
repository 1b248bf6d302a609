/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-cli-private.h"
#include "pact-exchange.h"
#include "pact-readiness.h"
#include "pact-review.h"

/**
 * _pact_cli_list_problems:
 * @file: the file, as it is shown to people
 * @problems: (element-type PactProblem): what is wrong in it
 *
 * Returns: (transfer full): a line for each problem: file, place, sentence
 */
char *
_pact_cli_list_problems (const char *file,
                         GPtrArray *problems)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const PactProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *path = _pact_cli_clean (problem->path);
      g_autofree char *message = _pact_cli_clean (problem->message);

      g_string_append_printf (text, "%s: %s: %s\n", file, path, message);
    }

  return g_string_free (text, FALSE);
}

static gboolean
is_blocking (const PactFinding *finding)
{
  return finding->severity == PACT_FINDING_BLOCKING;
}

static void
append_finding (GString *text,
                const PactFinding *finding)
{
  const char *severity =
    is_blocking (finding) ? C_ ("field", "needed") : C_ ("severity of a finding", "advice");
  g_autofree char *message = _pact_cli_clean (finding->message);

  /* Translators: what a line is about, such as “needed”, and what it says of it. */
  g_string_append_printf (text, C_ ("line", "%s: %s"), severity, message);
  g_string_append_c (text, '\n');
}

/**
 * _pact_cli_list_blocking:
 * @plan: a plan
 *
 * Returns: (transfer full): a line for each thing that a submission needs and @plan lacks
 */
char *
_pact_cli_list_blocking (PactPlan *plan)
{
  g_autoptr (PactReview) review = pact_review_plan (plan);
  GPtrArray *findings = pact_review_get_findings (review);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      if (is_blocking (g_ptr_array_index (findings, i)))
        append_finding (text, g_ptr_array_index (findings, i));
    }

  return g_string_free (text, FALSE);
}

static int
print_findings (GPtrArray *findings)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    append_finding (text, g_ptr_array_index (findings, i));

  return _pact_cli_write_text (text->str);
}

static int
print_findings_as_json (GPtrArray *findings)
{
  json_object *array = json_object_new_array ();

  for (guint i = 0; i < findings->len; i++)
    {
      const PactFinding *finding = g_ptr_array_index (findings, i);
      json_object *object = json_object_new_object ();

      _pact_cli_add_string (object, "severity", is_blocking (finding) ? "blocking" : "advice");
      _pact_cli_add_string (object, "element", finding->element);
      _pact_cli_add_string (object, "field", finding->field != NULL ? finding->field->name : NULL);
      _pact_cli_add_string (object, "message", finding->message);
      json_object_array_add (array, object);
    }

  return _pact_cli_write_json (array);
}

static int
report_findings (PactPlan *plan,
                 gboolean json)
{
  g_autoptr (PactReview) review = pact_review_plan (plan);
  GPtrArray *findings = pact_review_get_findings (review);
  guint n_blocking = pact_review_count (review, PACT_FINDING_BLOCKING);
  int status = json ? print_findings_as_json (findings) : print_findings (findings);
  g_autofree char *readiness = NULL;
  PactTally tally;

  if (status != PACT_CLI_DONE || n_blocking == 0)
    return status;

  pact_readiness_of_element (pact_plan_get_root (plan), &tally);
  readiness = pact_readiness_describe (&tally);

  /* Translators: %s is a whole sentence, such as “8 of 26 measures are ready for submission.” */
  return _pact_cli_fail (PACT_CLI_FINDINGS, _("The plan cannot be submitted yet. %s"), readiness);
}

/* What is wrong with a file, for people and for programs alike on standard output. */
static int
report_problems (const char *file,
                 GPtrArray *problems,
                 gboolean json)
{
  int status;

  if (json)
    {
      json_object *array = json_object_new_array ();

      for (guint i = 0; i < problems->len; i++)
        {
          const PactProblem *problem = g_ptr_array_index (problems, i);
          json_object *object = json_object_new_object ();

          _pact_cli_add_string (object, "severity", "error");
          _pact_cli_add_string (object, "path", problem->path);
          _pact_cli_add_string (object, "field", NULL);
          _pact_cli_add_string (object, "message", problem->message);
          json_object_array_add (array, object);
        }
      status = _pact_cli_write_json (array);
    }
  else
    {
      g_autofree char *lines = _pact_cli_list_problems (file, problems);

      status = _pact_cli_write_text (lines);
    }
  if (status != PACT_CLI_DONE)
    return status;

  return _pact_cli_fail (PACT_CLI_INPUT,
                         ngettext ("The file “%2$s” cannot be taken for a plan: %1$u thing in it is wrong.",
                                   "The file “%2$s” cannot be taken for a plan: %1$u things in it are wrong.",
                                   problems->len),
                         problems->len, file);
}

static int
check_file (PactCli *cli,
            const char *name,
            gboolean json)
{
  const PactModel *model = pact_model_get_default ();
  g_autoptr (GBytes) bytes = _pact_cli_read_file (cli, name);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (PactPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  if (bytes == NULL)
    return cli->status;

  records = pact_exchange_read_plan (bytes, model, &problems, &error);
  if (records != NULL)
    plan = pact_plan_new_from_records (model, records, &error);
  if (plan == NULL)
    {
      g_autofree char *file = g_filename_display_name (name);

      if (problems == NULL)
        problems = g_ptr_array_new_with_free_func ((GDestroyNotify) pact_problem_free);
      if (problems->len == 0)
        g_ptr_array_add (problems, pact_problem_new ("$", error->message));

      return report_problems (file, problems, json);
    }

  return report_findings (plan, json);
}

static int
check_plan (PactCli *cli,
            const char *uuid,
            gboolean json)
{
  g_autoptr (PactWorkspace) workspace = _pact_cli_open (cli, FALSE);
  g_autoptr (PactEditor) editor = NULL;

  if (workspace == NULL)
    return cli->status;
  editor = _pact_cli_open_plan (cli, workspace, uuid);
  if (editor == NULL)
    return cli->status;

  return report_findings (pact_editor_get_plan (editor), json);
}

/**
 * _pact_cli_check:
 * @cli: the call
 * @arguments: its arguments
 *
 * Says what is wrong in a plan and what it lacks for a submission. What exists as a file is taken
 * for one, everything else for the UUID of a plan in the library. Advice alone is no finding.
 *
 * Returns: the exit status
 */
int
_pact_cli_check (PactCli *cli,
                 char **arguments)
{
  g_auto (GStrv) operands = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!_pact_cli_parse (cli, arguments, entries, 1, 1, &operands))
    return cli->status;
  if (strcmp (operands[0], "-") == 0 || g_file_test (operands[0], G_FILE_TEST_EXISTS))
    return check_file (cli, operands[0], json);
  if (_pact_cli_looks_like_uuid (operands[0]))
    return check_plan (cli, operands[0], json);

  /* Says why the file cannot be read. */
  return check_file (cli, operands[0], json);
}
