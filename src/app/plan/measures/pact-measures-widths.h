/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

/* How the width of the section is shared between the tree of measures and the form beside it. */

G_BEGIN_DECLS

int pact_measures_get_tree_width (int width,
                                  double text_scale);
void pact_measures_share_width (GtkWidget *section,
                                GtkPaned *paned,
                                AdwClamp *clamp);

G_END_DECLS
