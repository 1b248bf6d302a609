/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PactRowFocusFunc:
 * @user_data: what was given with the function
 *
 * Returns: (transfer none) (nullable): the widget of the chosen row that takes the keyboard; %NULL as long as the list has not
 *   made it
 */
typedef GtkWidget *(*PactRowFocusFunc) (gpointer user_data);

#define PACT_TYPE_ROW_FOCUS (pact_row_focus_get_type ())
G_DECLARE_FINAL_TYPE (PactRowFocus, pact_row_focus, PACT, ROW_FOCUS, GObject)

PactRowFocus *pact_row_focus_new (GtkListView *list_view,
                                  PactRowFocusFunc func,
                                  gpointer user_data);
void pact_row_focus_set_model (PactRowFocus *self,
                               GtkMultiSelection *selection,
                               GListModel *rows);
void pact_row_focus_grab (PactRowFocus *self);

G_END_DECLS
