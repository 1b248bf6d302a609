/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

#include "pact-element.h"

G_BEGIN_DECLS

/* The answers of the vocabulary `situation`, and one more for the measures that have none yet. */
#define PACT_N_SITUATIONS 6

void pact_situations_count (PactElement *element,
                            guint counts[PACT_N_SITUATIONS]);
char *pact_situations_describe (const guint counts[PACT_N_SITUATIONS]);
GtkWidget *pact_situations_bar_new (const guint counts[PACT_N_SITUATIONS]);

G_END_DECLS
