/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-shell.h"

G_BEGIN_DECLS

#define PACT_TYPE_UPGRADE_DIALOG (pact_upgrade_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PactUpgradeDialog, pact_upgrade_dialog, PACT, UPGRADE_DIALOG, AdwWindow)

void pact_upgrade_dialog_present (PactShell *shell,
                                  PactEditor *editor);

G_END_DECLS
