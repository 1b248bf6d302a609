/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-upgrade.h"

G_BEGIN_DECLS

#define PACT_TYPE_UPGRADE_GROUP (pact_upgrade_group_get_type ())
G_DECLARE_FINAL_TYPE (PactUpgradeGroup, pact_upgrade_group, PACT, UPGRADE_GROUP, AdwPreferencesGroup)

void pact_upgrade_group_show (PactUpgradeGroup *self,
                              PactUpgradeNews news,
                              GPtrArray *steps);

G_END_DECLS
