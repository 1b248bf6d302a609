/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-cli-private.h"
#include "pact-exchange.h"
#include "pact-output.h"
#include "pact-report-format.h"
#include "pact-vocabularies.h"

/* Papers, and whether a paper and a file are of one plan. */

/* So many digits of a digest are compared at least; papers have this many at the foot of each page. */
#define MIN_DIGITS 16

/* The names of the rows of a table, each of which begins with its name. */
static char *
list_names (gconstpointer rows,
            gsize n_rows,
            gsize size)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (gsize i = 0; i < n_rows; i++)
    g_strv_builder_add (names, G_STRUCT_MEMBER (const char *, rows, i * size));
  list = g_strv_builder_end (names);

  return g_strjoinv (" ", list);
}

static int
write_report (const char *output,
              GBytes *bytes)
{
  g_autoptr (PactOutput) file = NULL;
  g_autoptr (GError) error = NULL;

  if (output == NULL || g_str_equal (output, "-"))
    return _pact_cli_write (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  file = pact_output_new (output, PACT_OUTPUT_PUBLIC, &error);
  if (file == NULL || !pact_output_write (file, bytes, &error) || !pact_output_commit (file, &error))
    {
      g_autofree char *name = g_filename_display_name (output);

      return _pact_cli_fail (PACT_CLI_INPUT, "%s: %s", name, error->message);
    }

  return PACT_CLI_DONE;
}

/**
 * _pact_cli_report:
 * @cli: the call
 * @arguments: its arguments
 *
 * Writes a document about a plan.
 *
 * Returns: the exit status
 */
int
_pact_cli_report (PactCli *cli,
                  char **arguments)
{
  g_autoptr (PactWorkspace) workspace = NULL;
  g_autoptr (PactEditor) editor = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) operands = NULL;
  g_autofree char *output = NULL;
  g_autofree char *document = NULL;
  g_autofree char *format = NULL;
  g_autofree char *paper = NULL;
  g_autofree char *uuid = NULL;
  const PactReportKind *kind;
  const PactReportFormat *chosen;
  PactPaper chosen_paper;
  PactReportOptions options;
  gboolean is_draft = FALSE;
  gboolean withhold_personal = FALSE;
  const GOptionEntry entries[] = {
    { "document", 'd', 0, G_OPTION_ARG_STRING, &document, N_("Which document to make; “council-paper” if none is named"), N_("NAME") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_("How to write it; “pdf” if nothing is said"), N_("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write to this file instead of standard output"), N_("FILE") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &paper, N_("The paper: a4, a3 or letter; what was chosen for the plan if nothing is said"),
      N_("PAPER") },
    { "draft", 0, 0, G_OPTION_ARG_NONE, &is_draft, N_("Mark each page as a draft"), NULL },
    { "without-contacts", 0, 0, G_OPTION_ARG_NONE, &withhold_personal,
      N_("Leave out names and contact details of persons"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!_pact_cli_parse (cli, arguments, entries, 1, 1, &operands))
    return cli->status;

  chosen = pact_report_find_format (format != NULL ? format : "pdf");
  if (chosen == NULL)
    {
      gsize n;
      const PactReportFormat *formats = pact_report_list_formats (&n);
      g_autofree char *known = list_names (formats, n, sizeof *formats);

      return _pact_cli_fail (PACT_CLI_USAGE, _("“%s” is no format. There are: %s"), format, known);
    }
  if (chosen->is_of_plan && (document != NULL || is_draft))
    return _pact_cli_fail (PACT_CLI_USAGE, _("“%s” has the data of the plan and is no document: leave out --document and --draft."), format);
  kind = pact_report_find (document != NULL ? document : "council-paper");
  if (kind == NULL)
    {
      gsize n;
      const PactReportKind *kinds = pact_report_list (&n);
      g_autofree char *known = list_names (kinds, n, sizeof *kinds);

      return _pact_cli_fail (PACT_CLI_USAGE, _("“%s” is no document. There are: %s"), document, known);
    }
  if (!pact_report_find_paper (paper, &chosen_paper))
    {
      g_autofree char *known = list_names (pact_vocabulary_paper.terms, pact_vocabulary_paper.n_terms, sizeof (PactTerm));

      return _pact_cli_fail (PACT_CLI_USAGE, _("“%s” is no paper. There are: %s"), paper, known);
    }

  workspace = _pact_cli_open (cli, FALSE);
  if (workspace == NULL)
    return cli->status;
  uuid = _pact_cli_find_plan (cli, workspace, operands[0]);
  if (uuid == NULL)
    return cli->status;
  editor = _pact_cli_open_plan (cli, workspace, uuid);
  if (editor == NULL)
    return cli->status;

  options = pact_report_options_of (pact_editor_get_plan (editor));
  options.is_draft |= is_draft;
  options.withhold_personal |= withhold_personal;
  if (paper != NULL)
    options.paper = chosen_paper;
  bytes = pact_report_write (kind, chosen, pact_editor_get_plan (editor), pact_workspace_get_templates (workspace), &options, &error);
  if (bytes == NULL)
    return _pact_cli_fail (PACT_CLI_INPUT, "%s", error->message);

  return write_report (output, bytes);
}

/* Digits as they were typed from a paper: in groups, in any case, with or without what stands before the colon. */
static char *
clean_digits (const char *text)
{
  const char *digits = strchr (text, ':') != NULL ? strchr (text, ':') + 1 : text;
  GString *clean = g_string_new (NULL);

  for (const char *p = digits; *p != '\0'; p++)
    {
      if (g_ascii_isxdigit (*p))
        g_string_append_c (clean, g_ascii_tolower (*p));
      else if (!g_ascii_isspace (*p))
        g_string_append_c (clean, '?');
    }

  return g_string_free (clean, FALSE);
}

/**
 * _pact_cli_verify:
 * @cli: the call
 * @arguments: its arguments
 *
 * Says whether a file and a paper are of one plan.
 *
 * Returns: the exit status
 */
int
_pact_cli_verify (PactCli *cli,
                  char **arguments)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) operands = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *of_file = NULL;
  g_autofree char *of_paper = NULL;

  if (!_pact_cli_parse (cli, arguments, NULL, 2, G_MAXUINT, &operands))
    return cli->status;
  bytes = _pact_cli_read_file (cli, operands[0]);
  if (bytes == NULL)
    return cli->status;
  digest = pact_exchange_digest_document (bytes, &error);
  if (digest == NULL)
    {
      g_autofree char *name = g_filename_display_name (operands[0]);

      return _pact_cli_fail (PACT_CLI_INPUT, "%s: %s", name, error->message);
    }

  of_file = clean_digits (digest);
  {
    g_autofree char *typed = g_strjoinv (" ", operands + 1);

    of_paper = clean_digits (typed);
  }
  if (strlen (of_paper) < MIN_DIGITS)
    return _pact_cli_fail (PACT_CLI_USAGE, _("At least %d digits are needed; they stand at the foot of each page."), MIN_DIGITS);
  if (!g_str_has_prefix (of_file, of_paper))
    return _pact_cli_fail (PACT_CLI_FINDINGS, _("The paper and the file do not say the same. The file has %s"), digest);

  return _pact_cli_write_text (_("The paper and the file say the same.\n"));
}
