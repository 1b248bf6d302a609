/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-model.h"

/* What the steps of the assistant have in common. */

G_BEGIN_DECLS

const PactField *pact_step_get_field (const char *name);
void pact_step_set_title (gpointer row,
                          const char *field_name);
void pact_step_name_list (gpointer row,
                          const char *name);
void pact_step_complain (GtkLabel *problem,
                         GtkWidget *row,
                         const char *sentence);
gboolean pact_step_check_text (GtkLabel *problem,
                               GtkWidget *row,
                               const char *field_name,
                               const char *if_empty);

G_END_DECLS
