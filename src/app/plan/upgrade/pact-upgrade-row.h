/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gtk/gtk.h>

#include "pact-upgrade.h"

G_BEGIN_DECLS

#define PACT_TYPE_UPGRADE_ROW (pact_upgrade_row_get_type ())
G_DECLARE_FINAL_TYPE (PactUpgradeRow, pact_upgrade_row, PACT, UPGRADE_ROW, GtkListBoxRow)

GtkWidget *pact_upgrade_row_new (PactUpgradeStep *step);
gboolean pact_upgrade_row_is_taken (PactUpgradeRow *self);
void pact_upgrade_row_set_taken (PactUpgradeRow *self,
                                 gboolean is_taken);

G_END_DECLS
