/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

#include "pact-template.h"

G_BEGIN_DECLS

void pact_template_rename (GtkWidget *widget,
                           PactTemplate *template);
void pact_template_tell_origin (GtkWidget *widget,
                                PactTemplate *template);
void pact_template_ask_to_trash (GtkWidget *widget,
                                 PactTemplate *template);

G_END_DECLS
