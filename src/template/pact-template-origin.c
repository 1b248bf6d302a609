/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-template-origin"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-date.h"
#include "pact-dates.h"
#include "pact-template-private.h"
#include "pact-text.h"

/* What a template of one's own is called, and where it comes from: for whoever finds it in a year, or is given it. */

static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  PactDate date = { 0 };

  return pact_date_parse (day, &date) ? pact_date_display (&date, NULL) : g_steal_pointer (&day);
}

static char *
describe_plan (const PactRecord *plan)
{
  g_autofree char *title = pact_text_dup_shown (pact_record_get (plan, "title"));
  g_autofree char *authority = pact_text_dup_shown (pact_record_get (plan, "authority_name"));
  g_autofree char *today = dup_today ();

  if (title == NULL)
    title = g_strdup (C_ ("plan", "Plan without a title"));
  if (authority == NULL)
    /* Translators: where a template comes from: %1$s is a date, %2$s the title of a plan. */
    return g_strdup_printf (_("Made on %1$s from the plan “%2$s”."), today, title);

  /* Translators: where a template comes from: %1$s is a date, %2$s the title of a plan, %3$s the name of a town or region. */
  return g_strdup_printf (_("Made on %1$s from the plan “%2$s” (%3$s)."), today, title, authority);
}

/**
 * _pact_template_describe_origin:
 * @plan: a plan that becomes a template today
 * @base: (nullable): the template that the plan began with, if it is still there
 *
 * Returns: (transfer full): from which plan of whom the template is made and when, and with which template the plan began
 */
char *
_pact_template_describe_origin (const PactRecord *plan,
                                PactTemplate *base)
{
  g_autofree char *made = describe_plan (plan);
  const char *version = pact_record_get (plan, "template_version");
  g_autofree char *began = NULL;

  if (base == NULL)
    return g_steal_pointer (&made);

  /* Translators: %1$s is the title of a template, %2$s a number with points such as 1.2.0. */
  began = g_strdup_printf (_("The plan began with the template “%1$s”, version %2$s."), pact_template_get_title (base, NULL),
                           version != NULL ? version : pact_template_get_version (base));

  return g_strdup_printf (C_ ("two sentences", "%1$s %2$s"), made, began);
}

/* A title as a template can have it; %NULL with @error set if nobody could see it. */
char *
_pact_template_clean_title (const char *title,
                            GError **error)
{
  g_autofree char *line = pact_text_clean_line (title);

  if (!pact_text_is_blank (line))
    return pact_text_shorten (line, pact_shape_find_member (&pact_template_shape, "title")->maximum);

  g_set_error_literal (error, PACT_TEMPLATE_ERROR, PACT_TEMPLATE_ERROR_WRITE, _("A template needs a title."));

  return NULL;
}

/**
 * pact_template_write_renamed:
 * @self: a template of the user's own
 * @title: what it shall be called
 * @error: return location for an error
 *
 * It keeps its id, so that plans still know what they began with.
 *
 * Returns: (transfer full) (nullable): its file with that title, or %NULL with @error set to an error of
 *   %PACT_TEMPLATE_ERROR
 */
GBytes *
pact_template_write_renamed (PactTemplate *self,
                             const char *title,
                             GError **error)
{
  g_autoptr (json_object) root = NULL;
  g_autofree char *clean_title = NULL;

  g_return_val_if_fail (PACT_IS_TEMPLATE (self) && pact_template_is_own (self), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  clean_title = _pact_template_clean_title (title, error);
  if (clean_title == NULL)
    return NULL;

  /* A copy: whoever holds the template goes on reading what it said. */
  root = json_object_new_object ();
  json_object_object_foreach (_pact_template_get_root (self), name, value)
    json_object_object_add (root, name, json_object_get (value));
  json_object_object_add (root, "title", json_object_new_string (clean_title));

  return pact_json_print (root, NULL);
}
