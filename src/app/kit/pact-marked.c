/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-marked"

#include "config.h"

#include <string.h>

#include "pact-marked.h"
#include "pact-search-words.h"

/**
 * pact_label_show_marked:
 * @label: a label
 * @marked: a text in which what a search has found stands between %PACT_SEARCH_MARK_START and %PACT_SEARCH_MARK_END
 *
 * Shows the text as one line, with what was found in bold. The text is never taken for markup.
 */
void
pact_label_show_marked (GtkLabel *label,
                        const char *marked)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  gsize start = 0;
  const char *rest = marked;

  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (marked != NULL);

  while (*rest != '\0')
    {
      if (g_str_has_prefix (rest, PACT_SEARCH_MARK_START))
        {
          start = text->len;
          rest += strlen (PACT_SEARCH_MARK_START);
        }
      else if (g_str_has_prefix (rest, PACT_SEARCH_MARK_END))
        {
          PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

          bold->start_index = start;
          bold->end_index = text->len;
          pango_attr_list_insert (attributes, bold);
          rest += strlen (PACT_SEARCH_MARK_END);
        }
      else
        {
          /* A label of one line. */
          g_string_append_c (text, *rest == '\n' ? ' ' : *rest);
          rest++;
        }
    }

  gtk_label_set_text (label, text->str);
  gtk_label_set_attributes (label, attributes);
}
