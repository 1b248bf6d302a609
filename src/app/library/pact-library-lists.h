/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

#include "pact-workspace.h"

G_BEGIN_DECLS

void pact_library_list_plans (GtkListView *view,
                              GListModel *plans,
                              PactTemplateLibrary *templates);
void pact_library_list_found (GtkListView *view,
                              GListModel *found);

G_END_DECLS
