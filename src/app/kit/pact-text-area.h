/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PACT_TYPE_TEXT_AREA (pact_text_area_get_type ())
G_DECLARE_FINAL_TYPE (PactTextArea, pact_text_area, PACT, TEXT_AREA, GtkTextView)

GtkWidget *pact_text_area_new (void);
void pact_text_area_select_on_focus (PactTextArea *self);
char *pact_text_area_dup_text (PactTextArea *self);

G_END_DECLS
