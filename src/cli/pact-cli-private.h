/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-json.h"
#include "pact-workspace.h"

/* What the commands share. Data goes to standard output, everything else to standard error. */

G_BEGIN_DECLS

/**
 * PactCliStatus:
 * @PACT_CLI_DONE: everything was done
 * @PACT_CLI_FINDINGS: something was found that stands in the way
 * @PACT_CLI_USAGE: the command was not used as it wants to be used
 * @PACT_CLI_INPUT: a file or a plan is not there, is wrong or cannot be written
 * @PACT_CLI_LIBRARY: the library cannot be used
 *
 * The exit statuses. Scripts rely on them: they never change.
 */
typedef enum
{
  PACT_CLI_DONE = 0,
  PACT_CLI_FINDINGS = 1,
  PACT_CLI_USAGE = 2,
  PACT_CLI_INPUT = 3,
  PACT_CLI_LIBRARY = 4,
} PactCliStatus;

typedef struct _PactCli PactCli;

/**
 * PactCliCommand:
 * @name: the word by which the command is called
 * @arguments: what stands behind it, as the help shows it, untranslated
 * @summary: what it does, untranslated
 * @run: does it, with the arguments behind the name (the first is the program's name, as in main());
 *   returns a #PactCliStatus
 *
 * One command.
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  int (*run) (PactCli *cli,
              char **arguments);
} PactCliCommand;

/**
 * PactCli:
 * @command: the command being run
 * @library: (nullable): the library file, %NULL for the default one
 * @status: what the last helper that failed wants to end with
 *
 * One call of the program.
 */
struct _PactCli
{
  const PactCliCommand *command;
  char *library;
  int status;
};

/* pact-cli.c */
gboolean _pact_cli_parse (PactCli *cli,
                          char **arguments,
                          const GOptionEntry *entries,
                          guint minimum,
                          guint maximum,
                          char ***operands);

/* pact-cli-output.c */
int _pact_cli_fail (PactCliStatus status,
                    const char *format,
                    ...) G_GNUC_PRINTF (2, 3);
void _pact_cli_note (const char *format,
                     ...) G_GNUC_PRINTF (1, 2);
int _pact_cli_fail_with (const GError *error);
PactCliStatus _pact_cli_get_status (const GError *error);
char *_pact_cli_clean (const char *text);
int _pact_cli_write (gconstpointer data,
                     gsize size);
gboolean _pact_cli_answer (const char *plan_uuid,
                           gpointer data,
                           GError **error);
int _pact_cli_write_text (const char *text);
int _pact_cli_write_json (json_object *value);
void _pact_cli_add_string (json_object *object,
                           const char *name,
                           const char *value);

/* pact-cli-input.c */
gboolean _pact_cli_looks_like_uuid (const char *text);
PactWorkspace *_pact_cli_open (PactCli *cli,
                               gboolean create);
PactEditor *_pact_cli_open_plan (PactCli *cli,
                                 PactWorkspace *workspace,
                                 const char *uuid);
char *_pact_cli_find_plan (PactCli *cli,
                           PactWorkspace *workspace,
                           const char *uuid);
GFile *_pact_cli_find_file (const char *name);
GBytes *_pact_cli_read_file (PactCli *cli,
                             const char *name);

/* pact-cli-plans.c */
int _pact_cli_templates (PactCli *cli,
                         char **arguments);
int _pact_cli_new (PactCli *cli,
                   char **arguments);
int _pact_cli_list (PactCli *cli,
                    char **arguments);
int _pact_cli_search (PactCli *cli,
                      char **arguments);

/* pact-cli-show.c */
int _pact_cli_show (PactCli *cli,
                    char **arguments);

/* pact-cli-exchange.c */
int _pact_cli_export (PactCli *cli,
                      char **arguments);
int _pact_cli_import (PactCli *cli,
                      char **arguments);
int _pact_cli_schema (PactCli *cli,
                      char **arguments);
int _pact_cli_digest (PactCli *cli,
                      char **arguments);
int _pact_cli_canonical (PactCli *cli,
                         char **arguments);

/* pact-cli-report.c */
int _pact_cli_report (PactCli *cli,
                      char **arguments);
int _pact_cli_verify (PactCli *cli,
                      char **arguments);

/* pact-cli-check.c */
char *_pact_cli_list_problems (const char *file,
                               GPtrArray *problems);
char *_pact_cli_list_blocking (PactPlan *plan);
int _pact_cli_check (PactCli *cli,
                     char **arguments);

/* pact-cli-care.c */
int _pact_cli_backup (PactCli *cli,
                      char **arguments);
int _pact_cli_doctor (PactCli *cli,
                      char **arguments);

/* pact-cli-restore.c */
int _pact_cli_restore (PactCli *cli,
                       char **arguments);

G_END_DECLS
