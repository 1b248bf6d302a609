/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-element.h"

G_BEGIN_DECLS

/* The answers of the vocabulary `situation`, and one more for the measures that have none yet. */
#define PACT_N_SITUATIONS 6

void pact_situation_counts_take (PactElement *element,
                                 guint counts[PACT_N_SITUATIONS]);
char *pact_situation_counts_describe (const guint counts[PACT_N_SITUATIONS]);

G_END_DECLS
