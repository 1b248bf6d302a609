/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PactRefusedFunc:
 * @user_data: what was passed to pact_editable_insert_whole()
 * @sentence: why nothing was inserted
 *
 * Says beside the field why a text was not inserted.
 */
typedef void (*PactRefusedFunc) (gpointer user_data,
                                 const char *sentence);

void pact_editable_insert_whole (GtkEditable *editable,
                                 PactRefusedFunc refused,
                                 gpointer user_data);

G_END_DECLS
