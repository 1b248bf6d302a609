/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-cli-private.h"
#include "pact-dates.h"
#include "pact-readiness.h"
#include "pact-words.h"

/* What stands in the outline, each level below the one before it. */
static const char *const levels[] = { "pillar", "objective", "measure" };

static char *
display (PactElement *element,
         const char *field_name)
{
  const PactField *field = pact_kind_find_field (pact_element_get_kind (element), field_name);
  const char *value = field != NULL ? pact_element_get_value (element, field) : NULL;

  return value != NULL ? pact_value_display (field, value, element, NULL) : NULL;
}

static const char *
get_value (PactElement *element,
           const char *field_name)
{
  const PactField *field = pact_kind_find_field (pact_element_get_kind (element), field_name);

  return field != NULL ? pact_element_get_value (element, field) : NULL;
}

static char *
display_period (PactElement *element,
                const char *start_name,
                const char *end_name)
{
  return pact_period_display (get_value (element, start_name), get_value (element, end_name), NULL);
}

/* Takes @details, of which some are NULL. */
static void
append_details (GString *text,
                guint depth,
                char **details,
                gsize n_details)
{
  gboolean is_first = TRUE;

  for (gsize i = 0; i < n_details; i++)
    {
      if (details[i] == NULL)
        continue;
      if (is_first)
        g_string_append_printf (text, "%*s%s", (int) depth * 2, "", details[i]);
      else
        g_string_append_printf (text, " · %s", details[i]);
      is_first = FALSE;
      g_free (details[i]);
    }
  if (!is_first)
    g_string_append_c (text, '\n');
}

static void
append_element (GString *text,
                PactElement *element,
                guint depth)
{
  g_autofree char *number = pact_element_dup_number (element);
  char *details[] = {
    display (element, "situation"),
    display_period (element, "start", "end"),
    display (element, "lead"),
  };

  g_string_append_printf (text, "%*s%s  %s\n", (int) depth * 2, "", number, pact_element_get_name (element));
  append_details (text, depth + 2, details, G_N_ELEMENTS (details));
}

static void
append_level (GString *text,
              PactElement *parent,
              guint depth)
{
  GListModel *children = pact_element_get_children_by_name (parent, levels[depth]);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (PactElement) child = g_list_model_get_item (children, i);

      if (depth == 0)
        g_string_append_c (text, '\n');
      append_element (text, child, depth);
      if (depth + 1 < G_N_ELEMENTS (levels))
        append_level (text, child, depth + 1);
    }
}

static void
append_head (GString *text,
             PactPlan *plan)
{
  PactElement *root = pact_plan_get_root (plan);
  const char *title = pact_element_get_title (root);
  g_autofree char *readiness = NULL;
  PactTally tally;
  char *details[] = {
    display (root, "authority_name"),
    display (root, "country"),
    display_period (root, "period_start", "period_end"),
    display (root, "state"),
    pact_describe_copy (pact_element_get (root, "copied_on"), pact_element_get (root, "copied_from")),
  };

  pact_readiness_of_element (root, &tally);
  readiness = pact_readiness_describe (&tally);
  g_string_append_printf (text, "%s\n", title != NULL ? title : _("Plan without a title"));
  append_details (text, 0, details, G_N_ELEMENTS (details));
  g_string_append_printf (text, "%s\n", readiness);
}

/**
 * _pact_cli_show:
 * @cli: the call
 * @arguments: its arguments
 *
 * Prints the outline of a plan in the language of the interface.
 *
 * Returns: the exit status
 */
int
_pact_cli_show (PactCli *cli,
                char **arguments)
{
  g_autoptr (PactWorkspace) workspace = NULL;
  g_autoptr (PactEditor) editor = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) operands = NULL;
  PactPlan *plan;

  if (!_pact_cli_parse (cli, arguments, NULL, 1, 1, &operands))
    return cli->status;
  workspace = _pact_cli_open (cli, FALSE);
  if (workspace == NULL)
    return cli->status;
  editor = _pact_cli_open_plan (cli, workspace, operands[0]);
  if (editor == NULL)
    return cli->status;

  plan = pact_editor_get_plan (editor);
  append_head (text, plan);
  append_level (text, pact_plan_get_root (plan), 0);

  return _pact_cli_write_text (text->str);
}
