/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

#include "pact-sections.h"

G_BEGIN_DECLS

#define PACT_TYPE_SECTION_ROW (pact_section_row_get_type ())
G_DECLARE_FINAL_TYPE (PactSectionRow, pact_section_row, PACT, SECTION_ROW, GtkListBoxRow)

GtkWidget *pact_section_row_new (const PactSectionInfo *info);
const PactSectionInfo *pact_section_row_get_info (PactSectionRow *self);
void pact_section_row_show_readiness (PactSectionRow *self,
                                      PactPlan *plan);

G_END_DECLS
