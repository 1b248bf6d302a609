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
#include "pact-exchange.h"
#include "pact-text.h"
#include "pact-value.h"

/**
 * _pact_cli_clean:
 * @text: (nullable): text that may come from a file of strangers
 *
 * Takes out what could command a terminal.
 *
 * Returns: (transfer full): @text on one line, as pact_text_make_harmless() makes it
 */
char *
_pact_cli_clean (const char *text)
{
  return pact_text_make_harmless (text != NULL ? text : "");
}

/* Lines may have names, titles and values of strangers in them; only their ends are ours. */
static char *
clean_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *clean = _pact_cli_clean (lines[i]);

      g_free (lines[i]);
      lines[i] = clean;
    }

  return g_strjoinv ("\n", lines);
}

/**
 * _pact_cli_note:
 * @format: a sentence, as for printf()
 * @...: what goes into it
 *
 * Says something on standard error.
 */
void
_pact_cli_note (const char *format,
                ...)
{
  g_autofree char *message = NULL;
  g_autofree char *clean = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  clean = clean_lines (message);
  g_printerr ("%s\n", clean);
}

/**
 * _pact_cli_fail:
 * @status: how the program will end
 * @format: a sentence, as for printf()
 * @...: what goes into it
 *
 * Says on standard error why something was not done.
 *
 * Returns: @status
 */
int
_pact_cli_fail (PactCliStatus status,
                const char *format,
                ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  _pact_cli_note ("pact-planner-cli: %s", message);

  return status;
}

/**
 * _pact_cli_get_status:
 * @error: what went wrong
 *
 * Errors that are neither about a file nor about the plan asked for come from the library.
 *
 * Returns: how the program is to end
 */
PactCliStatus
_pact_cli_get_status (const GError *error)
{
  if (g_error_matches (error, PACT_WORK_ERROR, PACT_WORK_ERROR_INCOMPLETE))
    return PACT_CLI_FINDINGS;
  if (error->domain == PACT_EDIT_ERROR || error->domain == PACT_WORK_ERROR || error->domain == PACT_EXCHANGE_ERROR
      || error->domain == PACT_JSON_ERROR || error->domain == PACT_MODEL_ERROR || error->domain == PACT_TEMPLATE_ERROR
      || error->domain == G_IO_ERROR || error->domain == G_FILE_ERROR)
    return PACT_CLI_INPUT;

  return PACT_CLI_LIBRARY;
}

/**
 * _pact_cli_fail_with:
 * @error: what went wrong
 *
 * Says on standard error what went wrong.
 *
 * Returns: how the program is to end
 */
int
_pact_cli_fail_with (const GError *error)
{
  return _pact_cli_fail (_pact_cli_get_status (error), "%s", error->message);
}

/**
 * _pact_cli_write:
 * @data: (array length=size): what to write
 * @size: how many bytes
 *
 * Writes to standard output, at once, and looks whether it arrived.
 *
 * Returns: %PACT_CLI_DONE, or %PACT_CLI_INPUT when nobody could take the data
 */
int
_pact_cli_write (gconstpointer data,
                 gsize size)
{
  if (fwrite (data, 1, size, stdout) == size && fflush (stdout) == 0)
    return PACT_CLI_DONE;

  return _pact_cli_fail (PACT_CLI_INPUT, _("Nothing can be written to standard output: %s"), g_strerror (errno));
}

/**
 * _pact_cli_answer:
 * @plan_uuid: a plan that is about to be there
 * @data: (nullable): nothing
 * @error: return location for an error
 *
 * Writes the plan's UUID to standard output, past the buffer: what could not be written must not be written later, when
 * there is no such plan.
 *
 * Returns: whether it arrived; %FALSE with @error set to %PACT_WORK_ERROR_FILE
 */
gboolean
_pact_cli_answer (const char *plan_uuid,
                  gpointer data,
                  GError **error)
{
  g_autofree char *line = g_strconcat (plan_uuid, "\n", NULL);
  gsize n_left = strlen (line);
  gssize n = 0;

  while (n_left > 0 && ((n = write (STDOUT_FILENO, line + strlen (line) - n_left, n_left)) >= 0 || errno == EINTR))
    n_left -= MAX (n, 0);
  if (n_left == 0)
    return TRUE;
  g_set_error (error, PACT_WORK_ERROR, PACT_WORK_ERROR_FILE,
               _("The plan’s UUID cannot be written to standard output, so the library was left as it is: %s"),
               g_strerror (errno));

  return FALSE;
}

/**
 * _pact_cli_write_text:
 * @text: lines for people
 *
 * Writes lines to standard output, without what could command a terminal.
 *
 * Returns: as _pact_cli_write()
 */
int
_pact_cli_write_text (const char *text)
{
  g_autofree char *clean = clean_lines (text);

  return _pact_cli_write (clean, strlen (clean));
}

/* All of these stand inside strings, where JSON has another way of writing them that says the same. */
static char *
escape_commands (const char *json)
{
  GString *escaped = g_string_sized_new (strlen (json));

  for (const char *p = json; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x7f && (g_unichar_iscntrl (c) || pact_unichar_is_direction_control (c)))
        g_string_append_printf (escaped, "\\u%04x", c);
      else
        g_string_append_unichar (escaped, c);
    }

  return g_string_free (escaped, FALSE);
}

/**
 * _pact_cli_write_json:
 * @value: (transfer full): a JSON value
 *
 * Writes @value to standard output, in lines and with a line break at its end. What could command a terminal is escaped.
 *
 * Returns: as _pact_cli_write()
 */
int
_pact_cli_write_json (json_object *value)
{
  g_autofree char *text = pact_json_print_text (value);
  g_autofree char *escaped = escape_commands (text);

  json_object_put (value);

  return _pact_cli_write (escaped, strlen (escaped));
}

/**
 * _pact_cli_add_string:
 * @object: a JSON object
 * @name: a member that it does not have yet
 * @value: (nullable): what to say there, %NULL for a null
 *
 * Adds a member. Members keep the order in which they were added.
 */
void
_pact_cli_add_string (json_object *object,
                      const char *name,
                      const char *value)
{
  json_object_object_add (object, name, value != NULL ? json_object_new_string (value) : NULL);
}
