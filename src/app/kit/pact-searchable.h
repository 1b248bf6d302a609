/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void pact_make_searchable (GtkDropDown *drop_down);
void pact_name_drop_down (GtkDropDown *drop_down,
                          const char *name);

G_END_DECLS
