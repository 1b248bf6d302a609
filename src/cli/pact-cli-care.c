/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-cli"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "pact-cli-private.h"

/* What the library would say of a place where nothing can be written is not the library's fault. */
static int
check_target (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_filename_display_name (path);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return _pact_cli_fail (PACT_CLI_INPUT, _("“%s” is there already and was left as it is."), name);
  if (g_access (folder, W_OK | X_OK) != 0)
    return _pact_cli_fail (PACT_CLI_INPUT, _("The file “%1$s” cannot be written: %2$s"), name, g_strerror (errno));

  return PACT_CLI_DONE;
}

/**
 * _pact_cli_backup:
 * @cli: the call
 * @arguments: its arguments
 *
 * Writes a copy of the library, also while the window is open.
 *
 * Returns: the exit status
 */
int
_pact_cli_backup (PactCli *cli,
                  char **arguments)
{
  g_autoptr (PactWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) operands = NULL;
  int status;

  if (!_pact_cli_parse (cli, arguments, NULL, 1, 1, &operands))
    return cli->status;
  workspace = _pact_cli_open (cli, FALSE);
  if (workspace == NULL)
    return cli->status;
  status = check_target (operands[0]);
  if (status != PACT_CLI_DONE)
    return status;
  if (!pact_workspace_backup (workspace, operands[0], &error))
    return _pact_cli_fail_with (error);

  return PACT_CLI_DONE;
}

/**
 * _pact_cli_doctor:
 * @cli: the call
 * @arguments: its arguments
 *
 * Checks the library and prints what is wrong with it, a line each.
 *
 * Returns: the exit status
 */
int
_pact_cli_doctor (PactCli *cli,
                  char **arguments)
{
  g_autoptr (PactWorkspace) workspace = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *path = NULL;
  g_autofree char *exposure = NULL;
  gboolean is_mended;
  int status;

  if (!_pact_cli_parse (cli, arguments, NULL, 0, 0, NULL))
    return cli->status;
  workspace = _pact_cli_open (cli, FALSE);
  if (workspace == NULL)
    return cli->status;
  if (!pact_workspace_check (workspace, &problems, &error))
    return _pact_cli_fail_with (error);

  exposure = pact_workspace_dup_exposure (workspace, &is_mended);
  /* What was mended was said when the library was opened. */
  if (exposure != NULL && !is_mended)
    _pact_cli_note ("%s", exposure);
  path = g_filename_display_name (pact_workspace_get_path (workspace));
  if (problems == NULL || problems->len == 0)
    {
      _pact_cli_note (_("The library “%s” is in order."), path);
      return PACT_CLI_DONE;
    }

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = _pact_cli_clean (g_ptr_array_index (problems, i));

      g_string_append_printf (text, "%s\n", line);
    }
  status = _pact_cli_write_text (text->str);
  if (status != PACT_CLI_DONE)
    return status;

  return _pact_cli_fail (PACT_CLI_FINDINGS,
                         ngettext ("%u problem was found in the library “%s”.",
                                   "%u problems were found in the library “%s”.", problems->len),
                         problems->len, path);
}
