/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-readiness.h"
#include "pact-section.h"

G_BEGIN_DECLS

/**
 * PactSectionInfo:
 * @name: what the program calls the section
 * @label: what people call it, untranslated, with the context “section”
 * @icon_name: the icon beside that
 * @get_type: its class
 * @definition: (nullable): for a #PactFormSection, of which form it is made
 * @count: (nullable): the figure that is shown beside its name, if there is one
 * @describe: (nullable): the figure in a sentence
 * @holds: (array zero-terminated=1): the kinds of elements that are edited in it, as they stand in the plan, each with all that
 *   stands below it, or the kind of the plan itself; none if it only shows what is edited elsewhere
 *
 * A section of the plan window.
 */
typedef struct
{
  const char *name;
  const char *label;
  const char *icon_name;
  GType (*get_type) (void);
  const char *definition;
  void (*count) (PactPlan *plan,
                 PactTally *tally);
  char *(*describe) (const PactTally *tally);
  const char *holds[4];
} PactSectionInfo;

const PactSectionInfo *pact_sections_get (guint *n);
const char *pact_section_info_get_label (const PactSectionInfo *info);
gboolean pact_section_info_holds (const PactSectionInfo *info,
                                  PactElement *element);

G_END_DECLS
