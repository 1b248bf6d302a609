/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-editor.h"

G_BEGIN_DECLS

#define PACT_TYPE_PLAN_PAGE (pact_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (PactPlanPage, pact_plan_page, PACT, PLAN_PAGE, AdwBin)

PactPlanPage *pact_plan_page_new (PactEditor *editor);
PactEditor *pact_plan_page_get_editor (PactPlanPage *self);
void pact_plan_page_show_section (PactPlanPage *self,
                                  const char *name);
void pact_plan_page_focus (PactPlanPage *self);
void pact_plan_page_choose (PactPlanPage *self,
                            GPtrArray *elements);
gboolean pact_plan_page_reveal (PactPlanPage *self,
                                const char *element_uuid,
                                const char *field_name);

/* Undo, redo, and what is not saved. */
void pact_plan_page_undo (PactPlanPage *self);
void pact_plan_page_redo (PactPlanPage *self);
gboolean pact_plan_page_can_undo (PactPlanPage *self);
gboolean pact_plan_page_can_redo (PactPlanPage *self);
void pact_plan_page_name_undo (PactPlanPage *self);
gboolean pact_plan_page_show_unsaved (PactPlanPage *self);

G_END_DECLS
