/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PACT_TYPE_SOURCE_LIST (pact_source_list_get_type ())
G_DECLARE_FINAL_TYPE (PactSourceList, pact_source_list, PACT, SOURCE_LIST, GtkBox)

void pact_source_list_show (PactSourceList *self,
                            GPtrArray *sources);

G_END_DECLS
