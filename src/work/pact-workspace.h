/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-backup.h"
#include "pact-edit-error.h"
#include "pact-editor.h"
#include "pact-found.h"
#include "pact-job.h"
#include "pact-plan-item.h"
#include "pact-record.h"
#include "pact-template.h"
#include "pact-work-error.h"

G_BEGIN_DECLS

#define PACT_TYPE_WORKSPACE (pact_workspace_get_type ())
G_DECLARE_FINAL_TYPE (PactWorkspace, pact_workspace, PACT, WORKSPACE, GObject)

/**
 * PactAnswerFunc:
 * @plan_uuid: a plan that is about to be there
 * @data: what was handed to pact_workspace_set_answer()
 * @error: return location for an error
 *
 * Returns: whether somebody knows of it now; with %FALSE nothing is made, for the reason in @error
 */
typedef gboolean (*PactAnswerFunc) (const char *plan_uuid,
                                    gpointer data,
                                    GError **error);

char *pact_plan_dup_proposed_title (const PactRecord *root);
char *pact_describe_copy (const char *copied_on,
                          const char *copied_from);

PactWorkspace *pact_workspace_open (const char *path,
                                    GError **error);
PactWorkspace *pact_workspace_open_backup (const char *path,
                                           GError **error);
const char *pact_workspace_get_path (PactWorkspace *self);
gboolean pact_workspace_is_on_safe_place (PactWorkspace *self);
PactTemplateLibrary *pact_workspace_get_templates (PactWorkspace *self);
void pact_workspace_set_patience (PactWorkspace *self,
                                  guint milliseconds);
gboolean pact_error_is_busy (const GError *error);
gboolean pact_error_is_damage (const GError *error);
void pact_workspace_set_author (PactWorkspace *self,
                                const char *author);
void pact_workspace_set_answer (PactWorkspace *self,
                                PactAnswerFunc func,
                                gpointer data);

/* Where the library is. */
char *pact_workspace_dup_trouble (PactWorkspace *self);
char *pact_workspace_dup_exposure (PactWorkspace *self,
                                   gboolean *is_mended);
gboolean pact_workspace_is_gone (PactWorkspace *self);
gboolean pact_workspace_save_to (PactWorkspace *self,
                                 GFile *file,
                                 gboolean *is_whole,
                                 GError **error);
gboolean pact_workspace_reopen (PactWorkspace *self,
                                GError **error);

/* The shelf. */
GListModel *pact_workspace_get_plans (PactWorkspace *self);
gboolean pact_workspace_refresh (PactWorkspace *self,
                                 GError **error);
gboolean pact_workspace_poll (PactWorkspace *self);
PactEditor *pact_workspace_open_plan (PactWorkspace *self,
                                      const char *plan_uuid,
                                      GError **error);
char *pact_workspace_find_plan (PactWorkspace *self,
                                const char *uuid_or_prefix,
                                GError **error);
char *pact_workspace_create_plan (PactWorkspace *self,
                                  const PactRecord *answers,
                                  GError **error);
gboolean pact_workspace_set_trashed (PactWorkspace *self,
                                     const char *plan_uuid,
                                     gboolean trashed,
                                     GError **error);
GPtrArray *pact_workspace_search (PactWorkspace *self,
                                  const char *text,
                                  guint limit,
                                  GError **error);
char *pact_workspace_get_note (PactWorkspace *self,
                               const char *key);
gboolean pact_workspace_set_note (PactWorkspace *self,
                                  const char *key,
                                  const char *value,
                                  GError **error);

/* Files, at once: for the command line and for workers. */
GBytes *pact_workspace_export (PactWorkspace *self,
                               const char *plan_uuid,
                               gboolean draft,
                               gboolean withhold_personal,
                               PactReceipt **receipt,
                               GError **error);
gboolean pact_workspace_export_to_file (PactWorkspace *self,
                                        const char *plan_uuid,
                                        GFile *file,
                                        gboolean draft,
                                        gboolean withhold_personal,
                                        PactReceipt **receipt,
                                        GError **error);
GPtrArray *pact_workspace_import (PactWorkspace *self,
                                  GBytes *bytes,
                                  gboolean as_copy,
                                  const char *file,
                                  GPtrArray **problems,
                                  GError **error);
gboolean pact_workspace_backup (PactWorkspace *self,
                                const char *path,
                                GError **error);
gboolean pact_workspace_owns_descriptor (PactWorkspace *self,
                                         int descriptor);
gboolean pact_workspace_check (PactWorkspace *self,
                               GPtrArray **problems,
                               GError **error);
GPtrArray *pact_workspace_list_remarks (PactWorkspace *self,
                                        GError **error);
gboolean pact_workspace_repair (PactWorkspace *self,
                                GPtrArray **problems,
                                GError **error);
char *pact_workspace_restore_plan (PactWorkspace *self,
                                   PactWorkspace *backup,
                                   const char *plan_uuid,
                                   gboolean as_copy,
                                   GError **error);
void pact_workspace_look_through_async (PactWorkspace *self,
                                        PactJob *job,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean pact_workspace_look_through_finish (PactWorkspace *self,
                                             GAsyncResult *result,
                                             GError **error);
void pact_workspace_check_later (PactWorkspace *self);
const GError *pact_workspace_get_obstacle (PactWorkspace *self);
const char *pact_workspace_get_notice (PactWorkspace *self);
const char *pact_file_find_path (GFile *file,
                                 GError **error);
GBytes *pact_read_file (GFile *file,
                        GError **error);
gboolean pact_write_file (GFile *file,
                          GBytes *bytes,
                          GError **error);

/* Files, in the background, with a connection of their own: for the window. */
void pact_workspace_duplicate_async (PactWorkspace *self,
                                     const char *plan_uuid,
                                     PactJob *job,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
char *pact_workspace_duplicate_finish (PactWorkspace *self,
                                       GAsyncResult *result,
                                       GError **error);
void pact_workspace_purge_async (PactWorkspace *self,
                                 const char *const *plan_uuids,
                                 PactJob *job,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean pact_workspace_purge_finish (PactWorkspace *self,
                                      GAsyncResult *result,
                                      GError **error);
void pact_workspace_thin_history_async (PactWorkspace *self,
                                        guint n_edits,
                                        guint max_days,
                                        PactJob *job,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean pact_workspace_thin_history_finish (PactWorkspace *self,
                                             GAsyncResult *result,
                                             GError **error);
void pact_workspace_export_async (PactWorkspace *self,
                                  const char *plan_uuid,
                                  GFile *file,
                                  gboolean draft,
                                  gboolean withhold_personal,
                                  PactJob *job,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean pact_workspace_export_finish (PactWorkspace *self,
                                       GAsyncResult *result,
                                       PactReceipt **receipt,
                                       GError **error);
void pact_workspace_import_async (PactWorkspace *self,
                                  GFile *file,
                                  gboolean as_copy,
                                  PactJob *job,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
char *pact_workspace_import_finish (PactWorkspace *self,
                                    GAsyncResult *result,
                                    GPtrArray **problems,
                                    GError **error);
void pact_workspace_backup_async (PactWorkspace *self,
                                  GFile *file,
                                  PactJob *job,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean pact_workspace_backup_finish (PactWorkspace *self,
                                       GAsyncResult *result,
                                       GError **error);

G_END_DECLS
