/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PACT_TYPE_FACT (pact_fact_get_type ())
G_DECLARE_FINAL_TYPE (PactFact, pact_fact, PACT, FACT, GtkBox)

GtkWidget *pact_fact_new (const char *label);
void pact_fact_set_text (PactFact *self,
                         const char *text);

G_END_DECLS
