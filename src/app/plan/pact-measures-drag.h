/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-measure-row.h"

G_BEGIN_DECLS

void pact_measure_row_make_draggable (PactMeasureRow *self);

G_END_DECLS
