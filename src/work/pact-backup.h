/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-job.h"

G_BEGIN_DECLS

/**
 * PactBackupReason:
 * @PACT_BACKUP_DAILY: something had changed since the day before
 * @PACT_BACKUP_BY_HAND: somebody asked for it
 * @PACT_BACKUP_MIGRATION: a newer version changed the library's tables
 * @PACT_BACKUP_PURGE: plans were deleted for ever
 * @PACT_BACKUP_REPAIR: the library was damaged, and was to be repaired
 *
 * Why a backup was made.
 */
typedef enum
{
  PACT_BACKUP_DAILY,
  PACT_BACKUP_BY_HAND,
  PACT_BACKUP_MIGRATION,
  PACT_BACKUP_PURGE,
  PACT_BACKUP_REPAIR,
} PactBackupReason;

/**
 * PACT_TYPE_BACKUP:
 *
 * One backup of the library: a file, when and why it was made, and what is in it.
 */
#define PACT_TYPE_BACKUP (pact_backup_get_type ())
G_DECLARE_FINAL_TYPE (PactBackup, pact_backup, PACT, BACKUP, GObject)

PactBackup *pact_backup_new (const char *path,
                             GDateTime *made,
                             PactBackupReason reason,
                             gboolean is_own);
const char *pact_backup_get_path (PactBackup *self);
GDateTime *pact_backup_get_made (PactBackup *self);
PactBackupReason pact_backup_get_reason (PactBackup *self);
gboolean pact_backup_is_own (PactBackup *self);
goffset pact_backup_get_size (PactBackup *self);
gboolean pact_backup_is_good (PactBackup *self);
guint pact_backup_get_n_plans (PactBackup *self);
const char *pact_backup_get_modified (PactBackup *self);

GPtrArray *pact_backups_find_superfluous (GPtrArray *backups,
                                          GDateTime *now);

/* The backups of a library; without a path, of the user's own. At once: for the command line and for workers. */
char *pact_backups_get_folder (const char *library);
void pact_backups_set_folder (const char *library,
                              const char *folder);
char *pact_backups_get_failure (const char *library);
gboolean pact_backups_are_due (const char *library,
                               GDateTime *now);
GPtrArray *pact_backups_list (const char *library,
                              GError **error);
PactBackup *pact_backups_make (const char *library,
                               PactBackupReason reason,
                               PactJob *job,
                               GError **error);
gboolean pact_backups_restore (const char *library,
                               const char *backup,
                               PactJob *job,
                               char **aside,
                               GError **error);

/* In the background: for the window. */
void pact_backups_list_async (const char *library,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
GPtrArray *pact_backups_list_finish (GAsyncResult *result,
                                     GError **error);
void pact_backups_make_async (const char *library,
                              PactBackupReason reason,
                              PactJob *job,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
PactBackup *pact_backups_make_finish (GAsyncResult *result,
                                      GError **error);
void pact_backups_restore_async (const char *library,
                                 const char *backup,
                                 PactJob *job,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean pact_backups_restore_finish (GAsyncResult *result,
                                      char **aside,
                                      GError **error);

G_END_DECLS
