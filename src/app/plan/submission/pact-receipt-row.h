/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-element.h"

G_BEGIN_DECLS

#define PACT_TYPE_RECEIPT_ROW (pact_receipt_row_get_type ())
G_DECLARE_FINAL_TYPE (PactReceiptRow, pact_receipt_row, PACT, RECEIPT_ROW, AdwPreferencesRow)

GtkWidget *pact_receipt_row_new (PactElement *submission);

G_END_DECLS
