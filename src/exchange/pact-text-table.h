/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *pact_text_table_parse (const char *text,
                                  char separator);
void pact_text_table_append_quoted (GString *table,
                                    const char *text);
void pact_text_table_append_cell (GString *table,
                                  const char *text,
                                  gboolean is_first);
void pact_text_table_end_row (GString *table);

G_END_DECLS
