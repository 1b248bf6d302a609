/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PactRefuseFunc:
 * @user_data: what was passed with the function
 * @sentence: why nothing is inserted
 *
 * Says beside the field why a text is not inserted.
 *
 * Returns: whether it was said; %FALSE if the program itself shows the text, and it is to be inserted
 */
typedef gboolean (*PactRefuseFunc) (gpointer user_data,
                                    const char *sentence);

void pact_editable_insert_whole (GtkEditable *editable,
                                 PactRefuseFunc refuse,
                                 gpointer user_data);
void pact_text_buffer_keep_line (GtkTextBuffer *buffer,
                                 PactRefuseFunc refuse,
                                 gpointer user_data);
void pact_text_buffer_insert_whole (GtkTextBuffer *buffer,
                                    PactRefuseFunc refuse,
                                    gpointer user_data);

G_END_DECLS
