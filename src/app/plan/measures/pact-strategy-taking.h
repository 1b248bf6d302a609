/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-measures-tree.h"

G_BEGIN_DECLS

void pact_strategy_take (PactMeasuresTree *tree,
                         PactEditor *editor,
                         PactElement *element);
gboolean pact_strategy_take_to (PactMeasuresTree *tree,
                                PactEditor *editor,
                                PactElement *element,
                                PactElement *parent,
                                PactElement *before);

G_END_DECLS
