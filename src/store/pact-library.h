/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gio/gio.h>

#include "pact-record.h"

G_BEGIN_DECLS

/**
 * PactStoreError:
 * @PACT_STORE_ERROR_OPEN: the file cannot be opened or created
 * @PACT_STORE_ERROR_NOT_A_LIBRARY: the file is something else
 * @PACT_STORE_ERROR_NEWER: the file was written by a newer version; it was not touched
 * @PACT_STORE_ERROR_BUSY: another program holds the file
 * @PACT_STORE_ERROR_FULL: no space is left
 * @PACT_STORE_ERROR_READ_ONLY: the file may not be written
 * @PACT_STORE_ERROR_CORRUPT: the file is damaged
 * @PACT_STORE_ERROR_CONSTRAINT: what was to be written contradicts what is there
 * @PACT_STORE_ERROR_NOT_FOUND: there is no such plan or element
 * @PACT_STORE_ERROR_REPLAY: an edit could not be undone or redone; nothing was changed
 * @PACT_STORE_ERROR_TARGET: a file that was to be written is a library or belongs to one; it was left as it is
 * @PACT_STORE_ERROR_LOST: the file at the path is not the one that is open any more; see pact_library_look()
 * @PACT_STORE_ERROR_FAILED: anything else
 */
typedef enum
{
  PACT_STORE_ERROR_OPEN,
  PACT_STORE_ERROR_NOT_A_LIBRARY,
  PACT_STORE_ERROR_NEWER,
  PACT_STORE_ERROR_BUSY,
  PACT_STORE_ERROR_FULL,
  PACT_STORE_ERROR_READ_ONLY,
  PACT_STORE_ERROR_CORRUPT,
  PACT_STORE_ERROR_CONSTRAINT,
  PACT_STORE_ERROR_NOT_FOUND,
  PACT_STORE_ERROR_REPLAY,
  PACT_STORE_ERROR_TARGET,
  PACT_STORE_ERROR_LOST,
  PACT_STORE_ERROR_FAILED,
} PactStoreError;

#define PACT_STORE_ERROR (pact_store_error_quark ())
GQuark pact_store_error_quark (void);

/**
 * PactLibraryFlags:
 * @PACT_LIBRARY_READ_ONLY: open for reading; the file must exist
 * @PACT_LIBRARY_BACKUP: likewise, as a copy that is looked into: nothing is left beside it
 */
typedef enum
{
  PACT_LIBRARY_DEFAULT = 0,
  PACT_LIBRARY_READ_ONLY = 1 << 0,
  PACT_LIBRARY_BACKUP = 1 << 1 | PACT_LIBRARY_READ_ONLY,
} PactLibraryFlags;

#define PACT_TYPE_LIBRARY (pact_library_get_type ())
G_DECLARE_FINAL_TYPE (PactLibrary, pact_library, PACT, LIBRARY, GObject)

/* Opening. One writer a PactLibrary; it belongs to the thread that opened it. */
char *pact_library_get_default_path (void);
PactLibrary *pact_library_open (const char *path,
                                const PactModel *model,
                                PactLibraryFlags flags,
                                GError **error);
const char *pact_library_get_path (PactLibrary *self);
const PactModel *pact_library_get_model (PactLibrary *self);
gboolean pact_library_uses_wal (PactLibrary *self);
void pact_library_set_patience (PactLibrary *self,
                                guint milliseconds);
gint64 pact_library_get_data_version (PactLibrary *self);

/* Whether it may be written. */
const GError *pact_library_get_obstacle (PactLibrary *self);
const char *pact_library_get_notice (PactLibrary *self);
void pact_library_check_later (PactLibrary *self);
void pact_library_set_damaged (PactLibrary *self);
gboolean pact_library_is_known_sound (PactLibrary *self);

gboolean pact_library_is_open_elsewhere (const char *path);
char *pact_library_make_dated_name (const char *path);

/* What is kept beside it. */
char *pact_library_get_state (const char *path,
                              const char *key);
void pact_library_set_state (const char *path,
                             const char *key,
                             const char *value);

/**
 * PactLibraryPlace:
 * @PACT_LIBRARY_IN_PLACE: the file at the path is the one that is open
 * @PACT_LIBRARY_GONE: there is none at the path
 * @PACT_LIBRARY_REPLACED: there is another one
 * @PACT_LIBRARY_SPOILED: it is the same one, but somebody else has written over it or cut it off
 *
 * What has become of the file of an open library.
 */
typedef enum
{
  PACT_LIBRARY_IN_PLACE,
  PACT_LIBRARY_GONE,
  PACT_LIBRARY_REPLACED,
  PACT_LIBRARY_SPOILED,
} PactLibraryPlace;

/**
 * PactLibraryExposure:
 * @PACT_LIBRARY_PRIVATE: only the owner can read the file
 * @PACT_LIBRARY_MADE_PRIVATE: everybody could, and that was ended
 * @PACT_LIBRARY_EXPOSED: others can
 *
 * Who can read the file of a library beside its owner.
 */
typedef enum
{
  PACT_LIBRARY_PRIVATE,
  PACT_LIBRARY_MADE_PRIVATE,
  PACT_LIBRARY_EXPOSED,
} PactLibraryExposure;

PactLibraryExposure pact_library_get_exposure (PactLibrary *self);

/* Where it is. */
PactLibraryPlace pact_library_look (PactLibrary *self);
gboolean pact_library_check_place (PactLibrary *self,
                                   GError **error);
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
 * @uuid: the plan
 * @title: (nullable): its title
 * @authority: (nullable): name of the authority
 * @country: (nullable): ISO 3166-1 code
 * @period_start: (nullable): partial date
 * @period_end: (nullable): partial date
 * @state: (nullable): code of vocabulary plan_state
 * @template_id: (nullable): the template it was made from
 * @language: (nullable): BCP 47 tag
 * @modified: when anything in it was last changed
 * @trashed: (nullable): when it was put into the trash
 * @copied_on: (nullable): when it was made as a copy of another plan
 * @copied_from: (nullable): the name of the file that it was copied from
 * @n_measures: how many measures it has
 * @filled: required fields filled in
 * @required: required fields in all, counted as pact_plan_get_completeness() does
 *
 * One line of the library, for showing without loading the plan.
 */
typedef struct
{
  char *uuid;
  char *title;
  char *authority;
  char *country;
  char *period_start;
  char *period_end;
  char *state;
  char *template_id;
  char *language;
  char *modified;
  char *trashed;
  char *copied_on;
  char *copied_from;
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
gboolean pact_library_has_plan (PactLibrary *self,
                                const char *plan_uuid);
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

/**
 * PactEditInfo:
 * @plan: the UUID of the plan
 * @verb: what was done: a #PactVerb's name ("add", "edit", "delete", "move") or a verb of
 *   several elements ("paste", "cut", "duplicate", "delete-several", "move-several", "template", "import", "create", "submit")
 * @kind: (nullable): name of the kind it was done to
 * @author: (nullable): who did it, from the preferences
 * @merge_key: (nullable): consecutive edits of the same key become one; a key is used for one such edit only
 */
typedef struct
{
  const char *plan;
  const char *verb;
  const char *kind;
  const char *author;
  const char *merge_key;
} PactEditInfo;

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

/* The journal. */
GPtrArray *pact_library_undo (PactLibrary *self,
                              const char *plan_uuid,
                              GError **error);
GPtrArray *pact_library_redo (PactLibrary *self,
                              const char *plan_uuid,
                              GError **error);
gboolean pact_library_peek_undo (PactLibrary *self,
                                 const char *plan_uuid,
                                 char **verb,
                                 char **kind);
gboolean pact_library_peek_redo (PactLibrary *self,
                                 const char *plan_uuid,
                                 char **verb,
                                 char **kind);
gboolean pact_library_replay_touches (PactLibrary *self,
                                      const char *plan_uuid,
                                      gboolean is_undo,
                                      const char *uuid,
                                      const PactField *field);
gboolean pact_library_trim_history (PactLibrary *self,
                                    guint n_edits,
                                    guint max_days,
                                    GError **error);

/* Search. */

/**
 * PactSearchHit:
 * @plan: the plan's UUID
 * @plan_title: (nullable): its title
 * @element: the UUID of the element found
 * @kind: name of its kind
 * @title: (nullable): its title
 * @snippet: the words around what was found, the found words between U+2068 and U+2069
 */
typedef struct
{
  char *plan;
  char *plan_title;
  char *element;
  char *kind;
  char *title;
  char *snippet;
} PactSearchHit;

void pact_search_hit_free (PactSearchHit *hit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactSearchHit, pact_search_hit_free)

GPtrArray *pact_library_search (PactLibrary *self,
                                const char *text,
                                guint limit,
                                GError **error);

/* Keeping it well. */
gboolean pact_library_check_target (PactLibrary *self,
                                    const char *path,
                                    gboolean replaces_libraries,
                                    GError **error);
gboolean pact_library_backup (PactLibrary *self,
                              const char *path,
                              GCancellable *cancellable,
                              GError **error);
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
gboolean pact_library_restore (const char *path,
                               const char *backup,
                               const PactModel *model,
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
gboolean pact_library_check_repairable (PactLibrary *self,
                                        GError **error);
gboolean pact_library_repair (PactLibrary *self,
                              GPtrArray **problems,
                              GError **error);
gboolean pact_library_checkpoint (PactLibrary *self,
                                  GError **error);
void pact_library_rest (PactLibrary *self,
                        gint64 idle);

G_END_DECLS
