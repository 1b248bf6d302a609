/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gio/gio.h>

#include "pact-db.h"
#include "pact-journal.h"
#include "pact-search.h"
#include "pact-store-error.h"

G_BEGIN_DECLS

#define PACT_TYPE_LIBRARY (pact_library_get_type ())
G_DECLARE_FINAL_TYPE (PactLibrary, pact_library, PACT, LIBRARY, GObject)

/* Opening. One writer a PactLibrary; it belongs to the thread that opened it. */
char *pact_library_get_default_path (void);
PactLibrary *pact_library_open (const char *path,
                                const PactModel *model,
                                PactDbFlags flags,
                                GError **error);
PactDb *pact_library_get_db (PactLibrary *self);
PactJournal *pact_library_get_journal (PactLibrary *self);
const PactModel *pact_library_get_model (PactLibrary *self);

/* Going on with another file. */
gboolean pact_library_go_on_with (PactLibrary *self,
                                  const char *path,
                                  GError **error);
gboolean pact_library_save_to (PactLibrary *self,
                               const char *path,
                               GError **error);
gboolean pact_library_reopen (PactLibrary *self,
                              GError **error);

/* The shelf. */

/**
 * PactPlanSummary:
 * @root: the plan itself, without its long texts
 * @modified: when anything in it was last changed
 * @trashed: (nullable): when it was put into the trash
 * @n_measures: how many measures it has
 * @filled: required fields filled in
 * @required: required fields in all, counted as pact_element_get_tally() does
 *
 * One line of the library, for showing without loading the plan.
 */
typedef struct
{
  PactRecord *root;
  char *modified;
  char *trashed;
  guint n_measures;
  guint filled;
  guint required;
} PactPlanSummary;

void pact_plan_summary_free (PactPlanSummary *summary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactPlanSummary, pact_plan_summary_free)

GPtrArray *pact_library_list (PactLibrary *self,
                              GError **error);
GPtrArray *pact_library_load (PactLibrary *self,
                              const char *plan_uuid,
                              GError **error);
char *pact_library_find_plan_of (PactLibrary *self,
                                 const char *element_uuid);
gboolean pact_library_set_trashed (PactLibrary *self,
                                   const char *plan_uuid,
                                   gboolean trashed,
                                   GError **error);
gboolean pact_library_purge (PactLibrary *self,
                             const char *plan_uuid,
                             GError **error);

/* Notes: small things to remember that belong to no plan, such as a half-filled assistant. */
char *pact_library_get_note (PactLibrary *self,
                             const char *key);
gboolean pact_library_set_note (PactLibrary *self,
                                const char *key,
                                const char *value,
                                GError **error);

/* Writing. Everything between begin and commit is one edit of one plan: it is undone as one,
 * and is in the file whole or not at all. */
gboolean pact_library_begin (PactLibrary *self,
                             const PactEditInfo *info,
                             GError **error);
GPtrArray *pact_library_commit (PactLibrary *self,
                                GError **error);
void pact_library_rollback (PactLibrary *self);

gboolean pact_library_insert (PactLibrary *self,
                              const PactRecord *record,
                              GError **error);
gboolean pact_library_update (PactLibrary *self,
                              const char *uuid,
                              const PactField *field,
                              const char *value,
                              GError **error);
gboolean pact_library_move (PactLibrary *self,
                            const char *uuid,
                            const char *parent,
                            gint64 position,
                            GError **error);
gboolean pact_library_delete (PactLibrary *self,
                              const char *uuid,
                              GError **error);

/* Search. */
GPtrArray *pact_library_search (PactLibrary *self,
                                const char *text,
                                guint limit,
                                GError **error);

/* Keeping it well. */
char *pact_library_back_up (PactLibrary *self,
                            const char *reason,
                            GCancellable *cancellable,
                            GError **error);
char *pact_library_get_backup_folder (const char *path);
void pact_library_set_backup_folder (const char *path,
                                     const char *folder);
GDateTime *pact_library_read_backup_name (const char *path,
                                          const char *name,
                                          char **reason,
                                          gboolean *is_own);
/**
 * PactWatch:
 * @cancellable: (nullable): what stops it
 * @progress: (nullable): who is told how far it is, on the thread that does it
 * @data: handed to @progress
 *
 * Who waits for something that takes long.
 */
typedef struct
{
  GCancellable *cancellable;
  PactDbProgressFunc progress;
  gpointer data;
} PactWatch;

gboolean pact_library_restore (const char *path,
                               const char *backup,
                               const PactModel *model,
                               const PactWatch *watch,
                               char **aside,
                               GError **error);
gboolean pact_library_check (PactLibrary *self,
                             GPtrArray **problems,
                             GError **error);
gboolean pact_library_check_quickly (PactLibrary *self,
                                     GPtrArray **problems,
                                     GError **error);
GPtrArray *pact_library_list_remarks (PactLibrary *self,
                                      GError **error);
gboolean pact_library_repair (PactLibrary *self,
                              GPtrArray **problems,
                              GError **error);

G_END_DECLS
