/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-field-row.h"

G_BEGIN_DECLS

#define PACT_TYPE_CHOICE_ROW (pact_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (PactChoiceRow, pact_choice_row, PACT, CHOICE_ROW, PactFieldRow)

G_END_DECLS
