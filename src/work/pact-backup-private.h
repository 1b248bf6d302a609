/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-backup.h"

G_BEGIN_DECLS

void _pact_backup_look_inside (PactBackup *self);

G_END_DECLS
