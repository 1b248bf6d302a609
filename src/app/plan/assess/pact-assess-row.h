/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-element.h"

G_BEGIN_DECLS

#define PACT_TYPE_ASSESS_ROW (pact_assess_row_get_type ())
G_DECLARE_FINAL_TYPE (PactAssessRow, pact_assess_row, PACT, ASSESS_ROW, AdwBin)

GtkWidget *pact_assess_row_new (void);
void pact_assess_row_show (PactAssessRow *self,
                           PactElement *measure,
                           const char *heading);

G_END_DECLS
