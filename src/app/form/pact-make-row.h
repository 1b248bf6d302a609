/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-field-row.h"

G_BEGIN_DECLS

PactFieldRow *pact_make_row (const PactField *field);
PactFieldRow *pact_make_row_for (PactElement *element,
                                 const PactField *field);

G_END_DECLS
