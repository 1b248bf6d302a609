/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-cli-private.h"
#include "pact-dates.h"

/* Bringing back what a backup has: all of it, or one plan. */

static PactWorkspace *
open_backup (PactCli *cli,
             const char *path)
{
  g_autoptr (GError) error = NULL;
  PactWorkspace *backup = pact_workspace_open_backup (path, &error);

  if (backup == NULL)
    cli->status = _pact_cli_fail (PACT_CLI_INPUT, "%s", error->message);

  return backup;
}

static int
restore_plan (PactCli *cli,
              const char *path,
              const char *plan,
              gboolean as_copy)
{
  g_autoptr (PactWorkspace) backup = open_backup (cli, path);
  g_autoptr (PactWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *line = NULL;

  if (backup == NULL)
    return cli->status;
  found = _pact_cli_find_plan (cli, backup, plan);
  if (found == NULL)
    return cli->status;
  workspace = _pact_cli_open (cli, TRUE);
  if (workspace == NULL)
    return cli->status;
  restored = pact_workspace_restore_plan (workspace, backup, found, as_copy, &error);
  if (restored == NULL && g_error_matches (error, PACT_WORK_ERROR, PACT_WORK_ERROR_EXISTS))
    return _pact_cli_fail (PACT_CLI_INPUT, _("The library has this plan already. Use --as-copy to have both."));
  if (restored == NULL)
    return _pact_cli_fail_with (error);
  line = g_strconcat (restored, "\n", NULL);

  return _pact_cli_write_text (line);
}

static void
tell_restored (GListModel *plans,
               const char *aside)
{
  guint n_plans = g_list_model_get_n_items (plans);
  g_autofree char *name = aside != NULL ? g_filename_display_name (aside) : NULL;
  g_autofree char *moment = NULL;
  const char *modified = NULL;

  for (guint i = 0; i < n_plans; i++)
    {
      g_autoptr (PactPlanItem) item = g_list_model_get_item (plans, i);

      if (g_strcmp0 (pact_plan_item_get_modified (item), modified) > 0)
        modified = pact_plan_item_get_modified (item);
    }

  moment = pact_moment_display (modified, NULL);
  if (moment != NULL)
    /* Translators: %2$s is a date and a time, such as “15 March 2027, 14:05”. */
    _pact_cli_note (ngettext ("%1$u plan is back, last changed %2$s.", "%1$u plans are back, last changed %2$s.", n_plans),
                    n_plans, moment);
  else
    _pact_cli_note (_("A library without plans is back."));
  if (name != NULL)
    _pact_cli_note (_("The library that was there before is kept as “%s”."), name);
}

static int
restore_all (PactCli *cli,
             const char *path)
{
  g_autoptr (PactWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_filename_display_name (path);

      return _pact_cli_fail (PACT_CLI_INPUT, _("There is no backup “%s”."), name);
    }
  if (!pact_backups_restore (cli->library, path, NULL, &aside, &error))
    return _pact_cli_fail (PACT_CLI_INPUT, "%s", error->message);
  workspace = _pact_cli_open (cli, FALSE);
  if (workspace == NULL)
    return cli->status;
  tell_restored (pact_workspace_get_plans (workspace), aside);

  return PACT_CLI_DONE;
}

/**
 * _pact_cli_restore:
 * @cli: the call
 * @arguments: its arguments
 *
 * Puts a backup in the place of the library, which is kept under another name; or brings one plan of it back into the
 * library.
 *
 * Returns: the exit status
 */
int
_pact_cli_restore (PactCli *cli,
                   char **arguments)
{
  g_auto (GStrv) operands = NULL;
  g_autofree char *plan = NULL;
  gboolean as_copy = FALSE;
  const GOptionEntry entries[] = {
    { "plan", 0, 0, G_OPTION_ARG_STRING, &plan, N_("Bring back only this plan, into the library as it is"), N_("UUID") },
    { "as-copy", 0, 0, G_OPTION_ARG_NONE, &as_copy, N_("Give the plan a new UUID, to have both"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!_pact_cli_parse (cli, arguments, entries, 1, 1, &operands))
    return cli->status;

  return plan != NULL ? restore_plan (cli, operands[0], plan, as_copy) : restore_all (cli, operands[0]);
}
