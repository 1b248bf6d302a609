/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-cli"

#include "config.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "pact-cli-private.h"
#include "pact-cli.h"
#include "pact-home.h"
#include "pact-messages.h"

#define PROGRAM "pact-planner-cli"

static const PactCliCommand commands[] = {
  { "templates", N_("[--json]"),
    N_("List the templates that a plan can start from"), _pact_cli_templates },
  { "new", N_("--template ID --authority NAME --country CC --kind KIND --language LANG --currency CUR "
              "--start DATE --end DATE [--title T]"),
    N_("Start a plan from a template and print its UUID"), _pact_cli_new },
  { "list", N_("[--json]"),
    N_("List the plans of the library"), _pact_cli_list },
  { "show", N_("UUID"),
    N_("Print a plan’s outline"), _pact_cli_show },
  { "export", N_("UUID [-o FILE] [--draft] [--without-contacts]"),
    N_("Write a plan as JSON"), _pact_cli_export },
  { "import", N_("FILE… [--as-copy]"),
    N_("Read plans from JSON files and print their UUIDs"), _pact_cli_import },
  { "check", N_("FILE|UUID [--json]"),
    N_("Say what is wrong in a plan, and what it lacks"), _pact_cli_check },
  { "report", N_("UUID [-d NAME] [-f FORMAT] [-o FILE] [--paper PAPER] [--draft] [--without-contacts]"),
    N_("Write a document about a plan"), _pact_cli_report },
  { "verify", N_("FILE DIGEST"),
    N_("Say whether a file and a paper say the same"), _pact_cli_verify },
  { "schema", N_("[--template]"),
    N_("Print the JSON Schema of the exchange file, or of templates"), _pact_cli_schema },
  { "digest", N_("FILE"),
    N_("Print the digest of the plan in an exchange file"), _pact_cli_digest },
  { "canonical", N_("FILE"),
    N_("Print the canonical form (RFC 8785) of a JSON file"), _pact_cli_canonical },
  { "search", N_("TEXT [--json]"),
    N_("Find a text in all plans"), _pact_cli_search },
  { "backup", N_("[FILE] [--list]"),
    N_("Write a copy of the library, or list its backups"), _pact_cli_backup },
  { "restore", N_("BACKUP [--plan UUID [--as-copy]]"),
    N_("Bring back all plans of a backup, or one"), _pact_cli_restore },
  { "doctor", N_("[--repair]"),
    N_("Check the library"), _pact_cli_doctor },
};

/* Options have to be refused with a sentence that says where to read on. */
G_GNUC_PRINTF (2, 3)
static int
refuse_usage (const PactCliCommand *command,
              const char *format,
              ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  if (command != NULL)
    return _pact_cli_fail (PACT_CLI_USAGE, _("%s\nTry “pact-planner-cli %s --help”."), message, command->name);

  return _pact_cli_fail (PACT_CLI_USAGE, _("%s\nTry “pact-planner-cli --help”."), message);
}

/**
 * _pact_cli_parse:
 * @cli: the call
 * @arguments: the program's name and what stands behind the command's name
 * @entries: the options that are the command's own
 * @minimum: how many operands there must be
 * @maximum: how many there may be
 * @operands: (out) (transfer full) (array zero-terminated=1): the operands, in the encoding of file names
 *
 * Reads options and operands. The options --library and --help are those of every command.
 *
 * Returns: %TRUE if the command is to be run; if not, the member status of @cli says how to end
 */
gboolean
_pact_cli_parse (PactCli *cli,
                 char **arguments,
                 const GOptionEntry *entries,
                 guint minimum,
                 guint maximum,
                 char ***operands)
{
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) rest = NULL;
  g_auto (GStrv) list = g_strdupv (arguments);
  g_autofree char *program = g_strconcat (PROGRAM " ", cli->command->name, NULL);
  gboolean help = FALSE;
  guint n_rest;
  const GOptionEntry common[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &cli->library, N_("Use this library instead of the default one"),
      N_("FILE") },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Print this help"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  context = g_option_context_new (*cli->command->arguments != '\0' ? _(cli->command->arguments) : NULL);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _(cli->command->summary));
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);

  if (!g_option_context_parse_strv (context, &list, &error))
    {
      cli->status = refuse_usage (cli->command, "%s", error->message);
      return FALSE;
    }
  if (help)
    {
      g_autofree char *text = NULL;

      g_set_prgname (program);
      text = g_option_context_get_help (context, TRUE, NULL);
      cli->status = _pact_cli_write (text, strlen (text));
      return FALSE;
    }

  n_rest = rest != NULL ? g_strv_length (rest) : 0;
  if (n_rest < minimum)
    {
      cli->status = refuse_usage (cli->command, _("An argument is missing behind “%s”."), cli->command->name);
      return FALSE;
    }
  if (n_rest > maximum)
    {
      g_autofree char *name = g_filename_display_name (rest[maximum]);

      cli->status = refuse_usage (cli->command, _("“%s” is one argument too many."), name);
      return FALSE;
    }
  if (operands != NULL)
    *operands = g_steal_pointer (&rest);

  return TRUE;
}

/* A file opened later must never take the place of standard output. Standing in for a stream
 * that was closed is one that cannot be used in that direction, so that its use is an error. */
static void
guard_standard_streams (void)
{
  static const int modes[] = { O_WRONLY, O_RDONLY, O_RDONLY };

  for (int i = 0; i < (int) G_N_ELEMENTS (modes); i++)
    {
      if (fcntl (i, F_GETFD) == -1 && open ("/dev/null", modes[i]) != i)
        _exit (PACT_CLI_INPUT);
    }
  signal (SIGPIPE, SIG_IGN);
  /* A file that may not grow is an error like a full disk. */
  signal (SIGXFSZ, SIG_IGN);
}

static char *
describe_commands (void)
{
  GString *text = g_string_new (_("Commands:"));

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "\n  %-12s%s", commands[i].name, _(commands[i].summary));

  return g_string_free (text, FALSE);
}

static const PactCliCommand *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (strcmp (commands[i].name, name) == 0)
        return &commands[i];
    }

  return NULL;
}

static int
run (PactCli *cli,
     char ***arguments)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_("COMMAND …"));
  g_autoptr (GError) error = NULL;
  g_autofree char *summary = describe_commands ();
  gboolean help = FALSE;
  gboolean version = FALSE;
  const GOptionEntry entries[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &cli->library, N_("Use this library instead of the default one"),
      N_("FILE") },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Print this help"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_("Print the program’s version"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, _("“pact-planner-cli COMMAND --help” says more about a command."));

  if (!g_option_context_parse_strv (context, arguments, &error))
    return refuse_usage (NULL, "%s", error->message);
  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      return _pact_cli_write (text, strlen (text));
    }
  if (version)
    return _pact_cli_write (PROGRAM " " PACKAGE_VERSION "\n", strlen (PROGRAM " " PACKAGE_VERSION "\n"));
  if ((*arguments)[0] == NULL || (*arguments)[1] == NULL)
    return refuse_usage (NULL, _("A command is missing."));

  cli->command = find_command ((*arguments)[1]);
  if (cli->command == NULL)
    {
      g_autofree char *name = g_filename_display_name ((*arguments)[1]);

      return refuse_usage (NULL, _("There is no command “%s”."), name);
    }

  return cli->command->run (cli, *arguments + 1);
}

/**
 * pact_cli_main:
 * @argc: number of arguments
 * @argv: the arguments, as main() gets them
 *
 * The command line: runs one command. It needs neither a display nor a message bus.
 *
 * Returns: the exit status
 */
int
pact_cli_main (int argc,
               char **argv)
{
  g_auto (GStrv) arguments = g_new0 (char *, argc + 1);
  PactCli cli = { NULL };
  int status;

  guard_standard_streams ();
  pact_home_init ();
  g_setenv ("GIO_USE_VFS", "local", TRUE);
  pact_messages_init (NULL);
  g_set_prgname (PROGRAM);
  for (int i = 0; i < argc; i++)
    arguments[i] = g_strdup (argv[i]);

  status = run (&cli, &arguments);
  g_free (cli.library);

  return status;
}
