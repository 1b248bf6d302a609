/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-cli"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "pact-cli-private.h"

/* How long is waited for others that write, in milliseconds: a script can wait. */
#define PATIENCE 30000

/**
 * _pact_cli_open:
 * @cli: the call
 * @create: whether a library that was named and does not exist yet is made
 *
 * Opens the library. The default one is always made: to ask what is in it is no mistake. Why it can only be read is said.
 *
 * Returns: (transfer full) (nullable): the library, or %NULL, then the member status of @cli is set
 */
PactWorkspace *
_pact_cli_open (PactCli *cli,
                gboolean create)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PactWorkspace) workspace = NULL;
  g_autofree char *exposure = NULL;
  gboolean is_mended;

  if (cli->library != NULL && !create && !g_file_test (cli->library, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_filename_display_name (cli->library);

      cli->status = _pact_cli_fail (PACT_CLI_LIBRARY, _("There is no library “%s”."), name);
      return NULL;
    }

  workspace = pact_workspace_open (cli->library, &error);
  if (workspace == NULL)
    {
      cli->status = _pact_cli_fail (PACT_CLI_LIBRARY, "%s", error->message);
      return NULL;
    }
  if (pact_workspace_owns_descriptor (workspace, STDOUT_FILENO))
    {
      cli->status = _pact_cli_fail (PACT_CLI_INPUT, _("Standard output leads into a library of plans. Nothing was written."));
      return NULL;
    }
  if (pact_workspace_get_notice (workspace) != NULL)
    _pact_cli_note ("%s", pact_workspace_get_notice (workspace));
  /* Whoever wants to write is told when that fails. */
  if (!create && pact_workspace_get_obstacle (workspace) != NULL)
    _pact_cli_note ("%s", pact_workspace_get_obstacle (workspace)->message);

  exposure = pact_workspace_dup_exposure (workspace, &is_mended);
  if (exposure != NULL && is_mended)
    _pact_cli_note ("%s", exposure);
  pact_workspace_set_answer (workspace, _pact_cli_answer, NULL);
  pact_workspace_set_patience (workspace, PATIENCE);

  return g_steal_pointer (&workspace);
}

/**
 * _pact_cli_looks_like_uuid:
 * @text: what was given for a plan
 *
 * Returns: whether it could be a UUID or the beginning of one
 */
gboolean
_pact_cli_looks_like_uuid (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789abcdefABCDEF-") == strlen (text);
}

/**
 * _pact_cli_find_plan:
 * @cli: the call
 * @workspace: the library
 * @uuid: a plan's UUID or its beginning
 *
 * Returns: (transfer full) (nullable): the plan's UUID, or %NULL if there is no such plan; then
 *   the member status of @cli is set
 */
char *
_pact_cli_find_plan (PactCli *cli,
                     PactWorkspace *workspace,
                     const char *uuid)
{
  g_autoptr (GError) error = NULL;
  char *found = NULL;

  if (!_pact_cli_looks_like_uuid (uuid))
    {
      g_autofree char *name = g_filename_display_name (uuid);

      cli->status = _pact_cli_fail (PACT_CLI_INPUT, _("“%s” is no plan’s UUID."), name);
      return NULL;
    }

  found = pact_workspace_find_plan (workspace, uuid, &error);
  if (found == NULL)
    cli->status = _pact_cli_fail_with (error);

  return found;
}

/**
 * _pact_cli_open_plan:
 * @cli: the call
 * @workspace: the library
 * @uuid: a plan's UUID or its beginning
 *
 * Returns: (transfer full) (nullable): the open plan, or %NULL if there is no such plan; then
 *   the member status of @cli is set
 */
PactEditor *
_pact_cli_open_plan (PactCli *cli,
                     PactWorkspace *workspace,
                     const char *uuid)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = _pact_cli_find_plan (cli, workspace, uuid);
  PactEditor *editor;

  if (found == NULL)
    return NULL;

  editor = pact_workspace_open_plan (workspace, found, &error);
  if (editor == NULL)
    cli->status = _pact_cli_fail_with (error);

  return editor;
}

/* Reads one byte more than a file may have, so that the reader says why it refuses it. */
static GBytes *
read_standard_input (GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  guint8 buffer[64 * 1024];
  gsize n;

  while (data->len <= PACT_JSON_MAX_BYTES && (n = fread (buffer, 1, sizeof buffer, stdin)) > 0)
    g_byte_array_append (data, buffer, MIN (n, PACT_JSON_MAX_BYTES + 1 - data->len));
  if (ferror (stdin))
    {
      g_set_error (error, PACT_WORK_ERROR, PACT_WORK_ERROR_FILE,
                   _("Standard input cannot be read: %s"), g_strerror (errno));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

/**
 * _pact_cli_find_file:
 * @name: a file's name in the encoding of file names
 *
 * What is an address is taken for one, so that it can be said that nothing is fetched; a file of such a name comes first.
 *
 * Returns: (transfer full): the file
 */
GFile *
_pact_cli_find_file (const char *name)
{
  gboolean is_address = !g_file_test (name, G_FILE_TEST_EXISTS) && g_uri_peek_scheme (name) != NULL
                        && strstr (name, "://") != NULL;

  return is_address ? g_file_new_for_uri (name) : g_file_new_for_path (name);
}

/**
 * _pact_cli_read_file:
 * @cli: the call
 * @name: a file's name in the encoding of file names, “-” for standard input
 *
 * Returns: (transfer full) (nullable): what is in the file, or %NULL if it cannot be read; then
 *   the member status of @cli is set
 */
GBytes *
_pact_cli_read_file (PactCli *cli,
                     const char *name)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  if (strcmp (name, "-") == 0)
    {
      bytes = read_standard_input (&error);
    }
  else
    {
      g_autoptr (GFile) file = _pact_cli_find_file (name);

      bytes = pact_read_file (file, &error);
    }
  if (error != NULL)
    cli->status = _pact_cli_fail (PACT_CLI_INPUT, "%s", error->message);

  return bytes;
}
