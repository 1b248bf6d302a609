/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-editor.h"

G_BEGIN_DECLS

#define PACT_TYPE_MEASURES_TREE (pact_measures_tree_get_type ())
G_DECLARE_FINAL_TYPE (PactMeasuresTree, pact_measures_tree, PACT, MEASURES_TREE, AdwBin)

void pact_measures_tree_set_editor (PactMeasuresTree *self,
                                    PactEditor *editor);
PactElement *pact_measures_tree_get_selected (PactMeasuresTree *self);
GPtrArray *pact_measures_tree_get_chosen (PactMeasuresTree *self);
void pact_measures_tree_select (PactMeasuresTree *self,
                                PactElement *element);
void pact_measures_tree_reveal (PactMeasuresTree *self,
                                PactElement *element);
void pact_measures_tree_select_all (PactMeasuresTree *self,
                                    GPtrArray *elements);
void pact_measures_tree_focus (PactMeasuresTree *self);
gboolean pact_measures_tree_move (PactMeasuresTree *self,
                                  GPtrArray *elements,
                                  PactElement *parent,
                                  PactElement *before);

G_END_DECLS
