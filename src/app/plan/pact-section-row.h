/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

#include "pact-readiness.h"

G_BEGIN_DECLS

#define PACT_TYPE_SECTION_ROW (pact_section_row_get_type ())
G_DECLARE_FINAL_TYPE (PactSectionRow, pact_section_row, PACT, SECTION_ROW, GtkListBoxRow)

const char *pact_section_row_get_name (PactSectionRow *self);
void pact_section_row_set_readiness (PactSectionRow *self,
                                     const PactTally *tally,
                                     const char *sentence);

G_END_DECLS
