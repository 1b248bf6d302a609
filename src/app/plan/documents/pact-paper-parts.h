/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PACT_TYPE_PAPER_PARTS (pact_paper_parts_get_type ())

G_DECLARE_FINAL_TYPE (PactPaperParts, pact_paper_parts, PACT, PAPER_PARTS, GtkWidget)

char *pact_paper_parts_dup_left_out (PactPaperParts *self);
void pact_paper_parts_set_left_out (PactPaperParts *self,
                                    const char *left_out);

G_END_DECLS
