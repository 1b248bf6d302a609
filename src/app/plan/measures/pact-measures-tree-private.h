/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-measure-row.h"
#include "pact-measures-tree.h"

/* What the files of the tree share. */

G_BEGIN_DECLS

PactEditor *_pact_measures_tree_get_editor (PactMeasuresTree *self);
void _pact_measures_tree_show_added (PactMeasuresTree *self,
                                     GPtrArray *elements);
void _pact_measures_tree_install_actions (GtkWidgetClass *widget_class);
void _pact_measures_tree_update_actions (PactMeasuresTree *self);
void _pact_measures_tree_make_draggable (PactMeasureRow *measure_row);

G_END_DECLS
