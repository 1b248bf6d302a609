/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PACT_TYPE_ASSESS_LIST (pact_assess_list_get_type ())
G_DECLARE_FINAL_TYPE (PactAssessList, pact_assess_list, PACT, ASSESS_LIST, AdwBin)

void pact_assess_list_show (PactAssessList *self,
                            GPtrArray *measures,
                            guint current);

G_END_DECLS
