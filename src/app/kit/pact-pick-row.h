/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PACT_TYPE_PICK_ROW (pact_pick_row_get_type ())
G_DECLARE_FINAL_TYPE (PactPickRow, pact_pick_row, PACT, PICK_ROW, AdwActionRow)

void pact_pick_row_set_answers (PactPickRow *self,
                                GListModel *answers,
                                const char *none);
const char *pact_pick_row_get_code (PactPickRow *self);
void pact_pick_row_set_code (PactPickRow *self,
                             const char *code);
void pact_pick_row_grab_focus (PactPickRow *self);

G_END_DECLS
