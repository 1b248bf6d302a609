/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-sections"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-assess.h"
#include "pact-continue.h"
#include "pact-documents.h"
#include "pact-form-section.h"
#include "pact-measures.h"
#include "pact-overview.h"
#include "pact-sections.h"
#include "pact-submission.h"
#include "pact-table.h"

/* The sections of the plan window, in their order. To add a screen is to add a row here, with a folder for its class and a figure
 * that has a test. */
static const PactSectionInfo sections[] = {
  {
    .name = "overview",
    .label = NC_ ("section", "Overview"),
    .icon_name = "view-grid-symbolic",
    .get_type = pact_overview_get_type,
  },
  {
    .name = "assess",
    .label = NC_ ("section", "Where do we stand?"),
    .icon_name = "checkbox-checked-symbolic",
    .get_type = pact_assess_get_type,
    .count = pact_readiness_of_assessment,
    .describe = pact_readiness_describe_assessment,
  },
  {
    .name = "authority",
    .label = NC_ ("section", "Authority and commitment"),
    .icon_name = "system-users-symbolic",
    .get_type = pact_form_section_get_type,
    .definition = "pact-authority-form",
    .count = pact_readiness_of_root,
    .describe = pact_readiness_describe,
    .holds = { "plan" },
  },
  {
    .name = "situation",
    .label = NC_ ("section", "Situation"),
    .icon_name = "find-location-symbolic",
    .get_type = pact_form_section_get_type,
    .definition = "pact-situation-form",
    .holds = { "plan" },
  },
  {
    .name = "measures",
    .label = NC_ ("section", "Measures"),
    .icon_name = "view-list-bullet-symbolic",
    .get_type = pact_measures_get_type,
    .count = pact_readiness_of_measures,
    .describe = pact_readiness_describe,
    .holds = { "pillar" },
  },
  {
    .name = "table",
    .label = NC_ ("section", "Table"),
    .icon_name = "x-office-spreadsheet-symbolic",
    .get_type = pact_table_get_type,
  },
  {
    .name = "actors",
    .label = NC_ ("section", "Actors and funding"),
    .icon_name = "avatar-default-symbolic",
    .get_type = pact_form_section_get_type,
    .definition = "pact-actors-form",
    .count = pact_readiness_of_actors,
    .describe = pact_readiness_describe,
    .holds = { "actor", "funding_source" },
  },
  {
    .name = "continue",
    .label = NC_ ("section", "Still missing"),
    .icon_name = "media-skip-forward-symbolic",
    .get_type = pact_continue_get_type,
  },
  {
    .name = "documents",
    .label = NC_ ("section", "Documents"),
    .icon_name = "x-office-document-symbolic",
    .get_type = pact_documents_get_type,
  },
  {
    .name = "submission",
    .label = NC_ ("section", "Submission"),
    .icon_name = "document-send-symbolic",
    .get_type = pact_submission_get_type,
  },
};

/**
 * pact_sections_get:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): the sections of the plan window, in their order
 */
const PactSectionInfo *
pact_sections_get (guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (sections);

  return sections;
}

/**
 * pact_section_info_get_label:
 * @info: a section
 *
 * Returns: (transfer none): what people call it, in the language of the interface
 */
const char *
pact_section_info_get_label (const PactSectionInfo *info)
{
  g_return_val_if_fail (info != NULL, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "section", info->label);
}

/**
 * pact_section_info_holds:
 * @info: a section
 * @element: an element of a plan
 *
 * Returns: whether elements that stand where @element stands are edited in the section, and with them perhaps @element
 */
gboolean
pact_section_info_holds (const PactSectionInfo *info,
                         PactElement *element)
{
  PactElement *outermost = element;

  g_return_val_if_fail (info != NULL, FALSE);
  g_return_val_if_fail (PACT_IS_ELEMENT (element), FALSE);

  /* What stands directly in the plan, or the plan itself. */
  for (PactElement *above = pact_element_get_parent (element); above != NULL && pact_element_get_parent (above) != NULL;
       above = pact_element_get_parent (above))
    outermost = above;

  return g_strv_contains (info->holds, pact_element_get_kind (outermost)->name);
}
