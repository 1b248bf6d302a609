/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-cli"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "pact-cli-private.h"
#include "pact-size.h"

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

static int
back_up_to (PactCli *cli,
            const char *path)
{
  g_autoptr (PactWorkspace) workspace = _pact_cli_open (cli, FALSE);
  g_autoptr (GError) error = NULL;
  int status;

  if (workspace == NULL)
    return cli->status;
  status = check_target (path);
  if (status != PACT_CLI_DONE)
    return status;
  if (!pact_workspace_backup (workspace, path, &error))
    return _pact_cli_fail_with (error);

  return PACT_CLI_DONE;
}

static int
print_line (const char *text)
{
  g_autofree char *line = g_strconcat (text, "\n", NULL);

  return _pact_cli_write_text (line);
}

/* Into the folder of backups, as the window does every day. */
static int
back_up (PactCli *cli)
{
  g_autoptr (PactWorkspace) workspace = _pact_cli_open (cli, FALSE);
  g_autoptr (PactBackup) backup = NULL;
  g_autoptr (GError) error = NULL;

  if (workspace == NULL)
    return cli->status;
  backup = pact_backups_make (cli->library, PACT_BACKUP_BY_HAND, NULL, &error);
  if (backup == NULL)
    return _pact_cli_fail_with (error);

  return print_line (pact_backup_get_path (backup));
}

static char *
describe_backup (PactBackup *backup)
{
  g_autoptr (GDateTime) made = g_date_time_to_local (pact_backup_get_made (backup));
  g_autofree char *date = g_date_time_format (made, "%Y-%m-%d %H:%M");
  g_autofree char *size = pact_size_display (pact_backup_get_size (backup), NULL);
  g_autofree char *content = NULL;
  guint n_plans = pact_backup_get_n_plans (backup);

  if (!pact_backup_is_good (backup))
    content = g_strdup (_("damaged"));
  else
    content = g_strdup_printf (ngettext ("%u plan", "%u plans", n_plans), n_plans);

  return g_strdup_printf ("%s  %s  %s  %s", date, size, content, pact_backup_get_path (backup));
}

static int
list_backups (PactCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = pact_backups_list (cli->library, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (backups == NULL)
    return _pact_cli_fail_with (error);
  for (guint i = 0; i < backups->len; i++)
    {
      g_autofree char *description = describe_backup (g_ptr_array_index (backups, i));
      g_autofree char *line = _pact_cli_clean (description);

      g_string_append_printf (text, "%s\n", line);
    }

  return _pact_cli_write_text (text->str);
}

/**
 * _pact_cli_backup:
 * @cli: the call
 * @arguments: its arguments
 *
 * Writes a copy of the library, to a file or into the folder of backups, also while the window is open; or lists what is
 * in that folder, also if the library cannot be opened.
 *
 * Returns: the exit status
 */
int
_pact_cli_backup (PactCli *cli,
                  char **arguments)
{
  g_auto (GStrv) operands = NULL;
  gboolean list = FALSE;
  const GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &list, N_("List the backups that there are"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!_pact_cli_parse (cli, arguments, entries, 0, 1, &operands))
    return cli->status;
  if (list)
    return list_backups (cli);

  return operands != NULL && operands[0] != NULL ? back_up_to (cli, operands[0]) : back_up (cli);
}

static void
print_remarks (PactWorkspace *workspace)
{
  g_autoptr (GPtrArray) remarks = pact_workspace_list_remarks (workspace, NULL);

  for (guint i = 0; remarks != NULL && i < remarks->len; i++)
    {
      g_autofree char *line = _pact_cli_clean (g_ptr_array_index (remarks, i));

      _pact_cli_note ("%s", line);
    }
}

static int
print_problems (GPtrArray *problems)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = _pact_cli_clean (g_ptr_array_index (problems, i));

      g_string_append_printf (text, "%s\n", line);
    }

  return _pact_cli_write_text (text->str);
}

/**
 * _pact_cli_doctor:
 * @cli: the call
 * @arguments: its arguments
 *
 * Checks the library and prints what is wrong with it, a line each, after repairing what can be if that is asked for. What
 * only differs from what this version writes is said on standard error.
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
  g_autofree char *path = NULL;
  gboolean repair = FALSE;
  g_autofree char *exposure = NULL;
  gboolean is_mended;
  int status;
  const GOptionEntry entries[] = {
    { "repair", 0, 0, G_OPTION_ARG_NONE, &repair, N_("Make anew what can be derived from the plans, after a backup"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!_pact_cli_parse (cli, arguments, entries, 0, 0, NULL))
    return cli->status;
  workspace = _pact_cli_open (cli, FALSE);
  if (workspace == NULL)
    return cli->status;
  if (!(repair ? pact_workspace_repair (workspace, &problems, &error) : pact_workspace_check (workspace, &problems, &error)))
    return _pact_cli_fail_with (error);

  exposure = pact_workspace_dup_exposure (workspace, &is_mended);
  /* What was mended was said when the library was opened. */
  if (exposure != NULL && !is_mended)
    _pact_cli_note ("%s", exposure);
  path = g_filename_display_name (pact_workspace_get_path (workspace));
  print_remarks (workspace);
  if (problems->len == 0)
    {
      _pact_cli_note (_("The library “%s” is in order."), path);
      return PACT_CLI_DONE;
    }
  status = print_problems (problems);
  if (status != PACT_CLI_DONE)
    return status;

  return _pact_cli_fail (PACT_CLI_FINDINGS,
                         ngettext ("%u problem was found in the library “%s”.",
                                   "%u problems were found in the library “%s”.", problems->len),
                         problems->len, path);
}
