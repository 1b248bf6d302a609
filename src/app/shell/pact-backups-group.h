/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-backup.h"

G_BEGIN_DECLS

#define PACT_TYPE_BACKUPS_GROUP (pact_backups_group_get_type ())
G_DECLARE_FINAL_TYPE (PactBackupsGroup, pact_backups_group, PACT, BACKUPS_GROUP, AdwPreferencesGroup)

void pact_backups_group_set_library (PactBackupsGroup *self,
                                     const char *library);

G_END_DECLS
