/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-editor-lines"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-edit-error.h"
#include "pact-editor-private.h"
#include "pact-text.h"

/* A list that was written elsewhere, in a letter or a spreadsheet, becomes measures. */

/* Nobody's list has so many; whoever copied a whole report did not mean it. */
#define MAX_LINES 1000

/* What word processors put before the entries of a list: a bullet, a box, a number such as “3.”, “1.2.” or “a)”. A number that
 * only a space follows may belong to the sentence, as in “2027 is the year” or “1.5 hours a week”. */
#define MARKER \
  "^[\\p{Z}\\p{C}]*(?:" \
  "[-–—*+·•‣⁃◦●○▪▫■□☐☑✓✔➢➤]+(?=[\\p{Z}\\t])" \
  "|[•‣◦●▪■☐☑➢➤]" \
  "|\\[[ xX]\\]" \
  "|\\(?\\d{1,3}(?:\\.\\d{1,3})*[.)](?=[\\p{Z}\\t])" \
  "|\\d{1,3}(?:\\.\\d{1,3}){2,}(?=[\\p{Z}\\t])" \
  "|\\d{1,3}(?:\\.\\d{1,3})*(?=\\t)" \
  "|\\(?(?:[a-zA-Z]|[ivxIVX]{1,4})\\)" \
  ")[\\p{Z}\\t]*"

/* A line without what stands around it and without the marker of its entry. */
static char *
clean_line (const char *line)
{
  g_autoptr (GRegex) marker = g_regex_new (MARKER, 0, 0, NULL);
  g_autofree char *unmarked = g_regex_replace_literal (marker, line, -1, 0, "", 0, NULL);

  return pact_text_clean_line (unmarked != NULL ? unmarked : line);
}

/**
 * pact_lines_from_text:
 * @text: what is on the clipboard
 *
 * Takes a text apart. Empty lines are left out, and bullets and numbers before the entries of a list.
 *
 * Returns: (transfer full): the lines
 */
char **
pact_lines_from_text (const char *text)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_auto (GStrv) raw = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  raw = g_utf8_validate (text, -1, NULL) ? g_regex_split_simple ("\\R", text, 0, 0) : NULL;
  for (guint i = 0; raw != NULL && raw[i] != NULL; i++)
    {
      g_autofree char *line = clean_line (raw[i]);

      if (line[0] != '\0')
        g_ptr_array_add (lines, g_steal_pointer (&line));
    }
  g_ptr_array_add (lines, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}

/**
 * pact_editor_paste_lines:
 * @self: an editor
 * @target: the element on which they are pasted
 * @lines: (array zero-terminated=1): the titles of measures
 * @n_long: (out) (optional): how many of them were too long for a title
 * @error: return location for an error
 *
 * Makes a measure of each line, as one step of undo: below @target or the nearest element above it that may hold measures,
 * behind @target if that is one. Of a line that is too long the title keeps the beginning, and the description all of it.
 *
 * Returns: (transfer full) (nullable) (element-type PactElement): the measures, or %NULL with @error set to
 *   %PACT_EDIT_ERROR_CLIPBOARD if they cannot stand there, or to an error of %PACT_DB_ERROR
 */
GPtrArray *
pact_editor_paste_lines (PactEditor *self,
                         PactElement *target,
                         char **lines,
                         guint *n_long,
                         GError **error)
{
  g_autoptr (GPtrArray) records = pact_record_list_new ();
  g_autoptr (GPtrArray) landings = g_ptr_array_new_with_free_func ((GDestroyNotify) _pact_landing_free);
  const PactKind *kind;
  PactLanding *landing;
  guint n_shortened = 0;

  g_return_val_if_fail (PACT_IS_EDITOR (self), NULL);
  g_return_val_if_fail (PACT_IS_ELEMENT (target), NULL);
  g_return_val_if_fail (lines != NULL && lines[0] != NULL, NULL);

  if (g_strv_length (lines) > MAX_LINES)
    {
      g_set_error (error, PACT_EDIT_ERROR, PACT_EDIT_ERROR_CLIPBOARD,
                   ngettext ("The list on the clipboard has more than %d line. Paste it in parts.",
                             "The list on the clipboard has more than %d lines. Paste it in parts.", MAX_LINES),
                   MAX_LINES);
      return NULL;
    }

  kind = pact_model_find_kind (pact_plan_get_model (pact_editor_get_plan (self)), "measure");
  landing = _pact_landing_find (target, kind);
  if (landing == NULL)
    {
      g_set_error (error, PACT_EDIT_ERROR, PACT_EDIT_ERROR_CLIPBOARD,
                   _("A list becomes measures, which stand below an objective. Select an objective or a measure, and paste again."));
      return NULL;
    }
  g_ptr_array_add (landings, landing);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      PactRecord *record = pact_record_new (kind, pact_element_get_uuid (landing->parent));
      gsize max_chars = pact_kind_get_title_field (kind)->maximum;
      gboolean is_long = (gsize) g_utf8_strlen (lines[i], -1) > max_chars;
      g_autofree char *title = is_long ? pact_text_shorten (lines[i], max_chars) : g_strdup (lines[i]);

      pact_record_set (record, "title", title);
      if (is_long)
        pact_record_set (record, "description", lines[i]);
      n_shortened += is_long;
      g_ptr_array_add (records, record);
      g_ptr_array_add (landing->records, record);
    }
  if (n_long != NULL)
    *n_long = n_shortened;

  if (!_pact_editor_begin (self, "paste", kind, NULL, error)
      || !_pact_editor_end (self, _pact_editor_land (self, records, landings, NULL, error), error))
    return NULL;

  return _pact_editor_find_landed (self, landings);
}
