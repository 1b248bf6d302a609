/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-section.h"

G_BEGIN_DECLS

#define PACT_TYPE_TABLE (pact_table_get_type ())
G_DECLARE_FINAL_TYPE (PactTable, pact_table, PACT, TABLE, PactSection)

G_END_DECLS
