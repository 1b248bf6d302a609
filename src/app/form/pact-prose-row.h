/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-field-row.h"

G_BEGIN_DECLS

#define PACT_TYPE_PROSE_ROW (pact_prose_row_get_type ())
G_DECLARE_FINAL_TYPE (PactProseRow, pact_prose_row, PACT, PROSE_ROW, PactFieldRow)

G_END_DECLS
