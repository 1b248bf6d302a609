/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-editor.h"

G_BEGIN_DECLS

#define PACT_TYPE_INCLUSION_BAR (pact_inclusion_bar_get_type ())
G_DECLARE_FINAL_TYPE (PactInclusionBar, pact_inclusion_bar, PACT, INCLUSION_BAR, AdwBin)

void pact_inclusion_bar_set_editor (PactInclusionBar *self,
                                    PactEditor *editor,
                                    guint first_key);
void pact_inclusion_bar_show (PactInclusionBar *self,
                              const char *code);

G_END_DECLS
