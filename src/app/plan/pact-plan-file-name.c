/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-plan-file-name"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pact-file-name.h"
#include "pact-plan-file-name.h"
#include "pact-text.h"

/* How many characters of the authority's name stand in the name of a file. */
#define MAX_NAME 60

/**
 * pact_plan_suggest_file_name:
 * @plan: a plan
 *
 * Returns: (transfer full): what a file about @plan may be called, of the authority and the period, without an ending
 */
char *
pact_plan_suggest_file_name (PactPlan *plan)
{
  PactElement *root = pact_plan_get_root (plan);
  g_autofree char *authority = pact_text_dup_shown (pact_element_get (root, "authority_name"));
  const char *start = pact_element_get (root, "period_start");
  const char *end = pact_element_get (root, "period_end");
  const char *whose = authority != NULL ? authority : C_ ("file name", "Plan");
  g_autofree char *beginning = g_utf8_substring (whose, 0, MIN (g_utf8_strlen (whose, -1), MAX_NAME));
  g_autoptr (GString) text = g_string_new (beginning);

  if (start != NULL)
    g_string_append_printf (text, " %.4s", start);
  if (start != NULL && end != NULL && strncmp (start, end, 4) != 0)
    g_string_append_printf (text, "-%.4s", end);

  return pact_file_name_from_text (text->str);
}
