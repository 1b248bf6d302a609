/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "pact-backup.h"

G_BEGIN_DECLS

#define PACT_TYPE_BACKUP_ROW (pact_backup_row_get_type ())
G_DECLARE_FINAL_TYPE (PactBackupRow, pact_backup_row, PACT, BACKUP_ROW, AdwActionRow)

char *pact_backup_dup_date (PactBackup *backup);
GtkWidget *pact_backup_row_new (PactBackup *backup);
PactBackup *pact_backup_row_get_backup (PactBackupRow *self);

G_END_DECLS
