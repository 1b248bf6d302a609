/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

#include "pact-plan.h"

G_BEGIN_DECLS

#define PACT_TYPE_MEASURES_SELECTION (pact_measures_selection_get_type ())
G_DECLARE_FINAL_TYPE (PactMeasuresSelection, pact_measures_selection, PACT, MEASURES_SELECTION, GObject)

PactMeasuresSelection *pact_measures_selection_new (GtkMultiSelection *selection,
                                                    GtkFilter *filter);
void pact_measures_selection_set_rows (PactMeasuresSelection *self,
                                       GtkTreeListModel *rows,
                                       PactPlan *plan);
GPtrArray *pact_measures_selection_get_chosen (PactMeasuresSelection *self);
gboolean pact_measures_selection_contains (PactMeasuresSelection *self,
                                           PactElement *element);
void pact_measures_selection_choose (PactMeasuresSelection *self,
                                     GPtrArray *elements);
void pact_measures_selection_choose_added (PactMeasuresSelection *self,
                                           GPtrArray *elements);
void pact_measures_selection_restore (PactMeasuresSelection *self,
                                      gboolean is_undoing);

G_END_DECLS
