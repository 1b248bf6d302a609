/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-field-row.h"

G_BEGIN_DECLS

void pact_row_add_calendar (PactFieldRow *row,
                            GtkWidget *entry);

G_END_DECLS
