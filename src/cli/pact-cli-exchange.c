/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-cli-private.h"
#include "pact-exchange.h"
#include "pact-template.h"

static gboolean
is_standard_stream (const char *name)
{
  return name == NULL || strcmp (name, "-") == 0;
}

static gboolean
write_export (PactWorkspace *workspace,
              const char *uuid,
              gboolean draft,
              gboolean withhold_personal,
              const char *output,
              PactReceipt **receipt,
              int *status,
              GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!is_standard_stream (output))
    {
      file = _pact_cli_find_file (output);
      return pact_workspace_export_to_file (workspace, uuid, file, draft, withhold_personal, receipt, error);
    }

  bytes = pact_workspace_export (workspace, uuid, draft, withhold_personal, receipt, error);
  if (bytes != NULL)
    *status = _pact_cli_write (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return bytes != NULL;
}

static int
refuse_export (PactCli *cli,
               PactWorkspace *workspace,
               const char *uuid,
               const GError *error)
{
  int status = _pact_cli_fail_with (error);

  if (status == PACT_CLI_FINDINGS)
    {
      g_autoptr (PactEditor) editor = _pact_cli_open_plan (cli, workspace, uuid);
      g_autofree char *findings = NULL;

      if (editor == NULL)
        return cli->status;
      findings = _pact_cli_list_blocking (pact_editor_get_plan (editor));
      _pact_cli_note ("%s", g_strchomp (findings));
    }

  return status;
}

/* A later export of a plan that has changed has another number. */
static int
record (PactCli *cli,
        PactWorkspace *workspace,
        const char *uuid,
        const PactReceipt *receipt,
        const char *output)
{
  g_autoptr (PactEditor) editor = _pact_cli_open_plan (cli, workspace, uuid);
  g_autofree char *name = is_standard_stream (output) ? NULL : g_path_get_basename (output);
  g_autofree char *display_name = name != NULL ? g_filename_display_name (name) : NULL;
  g_autoptr (GError) error = NULL;

  if (editor == NULL)
    return cli->status;
  if (pact_editor_record_submission (editor, receipt, display_name, &error))
    return PACT_CLI_DONE;

  return _pact_cli_fail_with (error);
}

/**
 * _pact_cli_export:
 * @cli: the call
 * @arguments: its arguments
 *
 * Writes a plan as JSON. Without --draft it has to be complete, and the submission is recorded once it is written.
 *
 * Returns: the exit status
 */
int
_pact_cli_export (PactCli *cli,
                  char **arguments)
{
  g_autoptr (PactWorkspace) workspace = NULL;
  g_autoptr (PactReceipt) receipt = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) operands = NULL;
  g_autofree char *output = NULL;
  g_autofree char *uuid = NULL;
  gboolean draft = FALSE;
  gboolean withhold_personal = FALSE;
  int status = PACT_CLI_DONE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write to this file instead of standard output"),
      N_("FILE") },
    { "draft", 0, 0, G_OPTION_ARG_NONE, &draft, N_("Write the plan as it is, marked as a draft"), NULL },
    { "without-contacts", 0, 0, G_OPTION_ARG_NONE, &withhold_personal, N_("Leave out names and contact details of persons"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!_pact_cli_parse (cli, arguments, entries, 1, 1, &operands))
    return cli->status;
  workspace = _pact_cli_open (cli, FALSE);
  if (workspace == NULL)
    return cli->status;
  uuid = _pact_cli_find_plan (cli, workspace, operands[0]);
  if (uuid == NULL)
    return cli->status;

  if (!write_export (workspace, uuid, draft, withhold_personal, output, &receipt, &status, &error))
    return refuse_export (cli, workspace, uuid, error);
  if (status != PACT_CLI_DONE || receipt == NULL)
    return status;

  return record (cli, workspace, uuid, receipt, output);
}

static int
refuse_import (const char *name,
               GPtrArray *problems,
               const GError *error)
{
  g_autofree char *file = g_filename_display_name (name);
  g_autofree char *message = _pact_cli_clean (error->message);

  if (problems != NULL && problems->len > 0)
    {
      g_autofree char *lines = _pact_cli_list_problems (file, problems);

      _pact_cli_note ("%s", g_strchomp (lines));
      return PACT_CLI_INPUT;
    }
  if (g_error_matches (error, PACT_WORK_ERROR, PACT_WORK_ERROR_EXISTS))
    {
      _pact_cli_note ("%s: %s", file, message);
      return _pact_cli_fail (PACT_CLI_INPUT, _("With “--as-copy” the file becomes a new plan."));
    }

  _pact_cli_note ("%s: %s", file, message);

  return _pact_cli_get_status (error);
}

static int
import_file (PactCli *cli,
             PactWorkspace *workspace,
             const char *name,
             gboolean as_copy)
{
  g_autoptr (GBytes) bytes = _pact_cli_read_file (cli, name);
  g_autofree char *base_name = g_path_get_basename (name);
  g_autofree char *file = g_str_equal (name, "-") ? NULL : g_filename_display_name (base_name);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  if (bytes == NULL)
    return cli->status;

  records = pact_workspace_import (workspace, bytes, as_copy, file, &problems, &error);

  return records != NULL ? PACT_CLI_DONE : refuse_import (name, problems, error);
}

/**
 * _pact_cli_import:
 * @cli: the call
 * @arguments: its arguments
 *
 * Imports files, each for itself: one that is wrong changes nothing and does not keep out the others.
 *
 * Returns: the exit status
 */
int
_pact_cli_import (PactCli *cli,
                  char **arguments)
{
  g_autoptr (PactWorkspace) workspace = NULL;
  g_auto (GStrv) operands = NULL;
  gboolean as_copy = FALSE;
  int worst = PACT_CLI_DONE;
  const GOptionEntry entries[] = {
    { "as-copy", 0, 0, G_OPTION_ARG_NONE, &as_copy,
      N_("Give the plan new UUIDs, so that it stands beside the one that is there"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!_pact_cli_parse (cli, arguments, entries, 1, G_MAXUINT, &operands))
    return cli->status;
  workspace = _pact_cli_open (cli, TRUE);
  if (workspace == NULL)
    return cli->status;

  for (guint i = 0; operands[i] != NULL && worst != PACT_CLI_LIBRARY; i++)
    {
      int status = import_file (cli, workspace, operands[i], as_copy);

      worst = MAX (worst, status);
    }

  return worst;
}

/**
 * _pact_cli_schema:
 * @cli: the call
 * @arguments: its arguments
 *
 * Prints the JSON Schema of the exchange file, or of templates.
 *
 * Returns: the exit status
 */
int
_pact_cli_schema (PactCli *cli,
                  char **arguments)
{
  g_autofree char *schema = NULL;
  gboolean of_templates = FALSE;
  const GOptionEntry entries[] = {
    { "template", 0, 0, G_OPTION_ARG_NONE, &of_templates, N_("Print the schema of templates"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!_pact_cli_parse (cli, arguments, entries, 0, 0, NULL))
    return cli->status;
  schema = of_templates ? pact_template_write_schema (pact_model_get_default ())
                        : pact_exchange_write_schema (pact_model_get_default ());

  return _pact_cli_write (schema, strlen (schema));
}

static int
refuse_file (const char *name,
             const GError *error)
{
  g_autofree char *file = g_filename_display_name (name);
  g_autofree char *message = _pact_cli_clean (error->message);

  return _pact_cli_fail (PACT_CLI_INPUT, "%s: %s", file, message);
}

/**
 * _pact_cli_digest:
 * @cli: the call
 * @arguments: its arguments
 *
 * Prints the digest of the plan in an exchange file.
 *
 * Returns: the exit status
 */
int
_pact_cli_digest (PactCli *cli,
                  char **arguments)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) operands = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *line = NULL;

  if (!_pact_cli_parse (cli, arguments, NULL, 1, 1, &operands))
    return cli->status;
  bytes = _pact_cli_read_file (cli, operands[0]);
  if (bytes == NULL)
    return cli->status;
  digest = pact_exchange_digest_document (bytes, &error);
  if (digest == NULL)
    return refuse_file (operands[0], error);
  line = g_strconcat (digest, "\n", NULL);

  return _pact_cli_write (line, strlen (line));
}

/**
 * _pact_cli_canonical:
 * @cli: the call
 * @arguments: its arguments
 *
 * Prints the canonical form of a JSON file, without a line break at its end.
 *
 * Returns: the exit status
 */
int
_pact_cli_canonical (PactCli *cli,
                     char **arguments)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) canonical = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) operands = NULL;

  if (!_pact_cli_parse (cli, arguments, NULL, 1, 1, &operands))
    return cli->status;
  bytes = _pact_cli_read_file (cli, operands[0]);
  if (bytes == NULL)
    return cli->status;
  canonical = pact_json_canonicalize (bytes, &error);
  if (canonical == NULL)
    return refuse_file (operands[0], error);

  return _pact_cli_write (g_bytes_get_data (canonical, NULL), g_bytes_get_size (canonical));
}
