/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-file-name"

#include "config.h"

#include <string.h>

#include "pact-file-name.h"
#include "pact-text.h"

/* File systems take 255 bytes. This many leave room for an ending and for what a program adds when it writes. */
#define MAX_BYTES 200

/**
 * pact_file_name_from_text:
 * @text: what a file is about, such as the title of a plan
 *
 * Makes a name that every file system takes: not too long in any script, and without what some do not allow. No dot makes
 * the file a hidden one.
 *
 * Returns: (transfer full): the name, without an ending
 */
char *
pact_file_name_from_text (const char *text)
{
  g_autofree char *line = NULL;
  const char *end;
  char *name;

  g_return_val_if_fail (text != NULL, NULL);

  /* Where a name is shown, its end must not seem to be another. */
  line = pact_text_make_harmless (text);
  end = line + strlen (line);
  while (end - line > MAX_BYTES)
    end = g_utf8_find_prev_char (line, end);
  name = g_strndup (line, end - line);
  for (char *c = name; *c != '\0'; c++)
    {
      if (strchr ("/\\:*?\"<>|", *c) != NULL || g_ascii_iscntrl (*c))
        *c = '-';
    }

  g_strstrip (name);
  if (name[0] == '.')
    name[0] = '-';

  return name;
}
