/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <sqlite3.h>
#include <time.h>

#include "pact-file-id.h"
#include "pact-library.h"

/* What the files of the library share. Nothing of this leaves the room. */

G_BEGIN_DECLS

/* “PACT”, so that file(1) and others can tell a library from any other SQLite file. */
#define PACT_LIBRARY_APPLICATION_ID 0x50414354

/* Raised when an older program can no longer keep what a newer one writes. Columns that are merely
 * added do not raise it: an older program carries those that it does not know in its journal. */
#define PACT_LIBRARY_VERSION 1

/* Raised when what is derived, the index of the search or the count of answers, is to be made in another way. An older program
 * makes its own again. */
#define PACT_LIBRARY_INDEX_VERSION 3

/* How many sentences say what is wrong with a library. */
#define PACT_LIBRARY_MAX_PROBLEMS 100

/* How long is waited for another program that writes, in milliseconds. */
#define PACT_LIBRARY_PATIENCE 5000

/**
 * PactTable:
 * @name: the table: "element", or the name of a kind
 * @kind: (nullable): the kind, %NULL for the table that holds what all kinds have
 * @columns: its columns in the file beside "id", also those that this version does not know
 *
 * One journaled table and the statements for it, made from the model table and from the file's schema.
 */
typedef struct
{
  const char *name;
  const PactKind *kind;
  GPtrArray *columns;

  char *insert_sql;        /* a new row: id, then the kind's fields */
  char *read_one_sql;      /* the elements of this kind: by id */
  char *read_plan_sql;     /* … by plan */
  char *replay_insert_sql; /* ?1 the id, ?2 the row as JSON */
  char *replay_update_sql; /* ?1 the id, ?2 what changes, ?3 what must be there */
  char *replay_delete_sql; /* ?1 the id, ?3 what must be there */
} PactTable;

/**
 * PactEditState:
 * @is_open: between begin and commit
 * @recording: the edit under which the triggers write the journal, 0 while they are silent
 * @plan: the plan's id, 0 while it is not there yet
 * @first_change: what the edit wrote to the journal has a greater id than this
 * @merges: whether the edit continues an earlier one
 * @is_fixed: whether the edit cannot be undone, nor anything before it
 * @is_apart: whether the edit is none to a person, so that it cannot be undone and leaves the others undone or done
 * @inserted: what a new plan consists of, as there is no journal of it
 *
 * The edit that is being written.
 */
typedef struct
{
  gboolean is_open;
  gint64 recording;
  gint64 plan;
  gint64 first_change;
  gboolean merges;
  gboolean is_fixed;
  gboolean is_apart;
  char *plan_uuid;
  char *verb;
  char *kind;
  char *author;
  GArray *inserted;
} PactEditState;

struct _PactLibrary
{
  GObject parent_instance;

  sqlite3 *db; /* NULL while the file cannot be opened again, see _pact_library_mend() */
  char *path;
  PactFileId file_id; /* of the file that was at path when it was opened */
  char *identity; /* (nullable) the same, as this process counts the files that it has open */
  int log_file;      /* a descriptor of the log, by which is seen whether it was taken away; -1 if there is none yet */
  gint64 n_reopened; /* how often the connection was made anew because it was */
  const PactModel *model;
  PactLibraryFlags flags;
  gboolean is_read_only;
  GError *obstacle;    /* (nullable) why nothing may be written */
  char *snapshot;      /* (nullable) what the file was when it was opened without locks, because nothing may be written */
  gboolean ignores_log; /* whether the log beside the file is another one's and the file is read without it */
  int n_changes; /* how many rows the connection had changed when it began to write */
  char *notice;        /* (nullable) what the person has to be told of how it was opened */
  gboolean checks_later; /* whether somebody else sees to it that the library is sound */
  gboolean uses_wal;
  guint patience; /* milliseconds */
  gboolean has_purged; /* so that words are to be overwritten when it is closed */

  GHashTable *statements; /* SQL: sqlite3_stmt, kept prepared */
  GPtrArray *tables;      /* of PactTable: that of all elements, then one a kind in the model's order */
  PactEditState edit;

  PactLibraryExposure exposure; /* when it was opened */
  gboolean is_watched;    /* whether it is looked for where the file is, which begins when it is open */
  PactLibraryPlace place; /* when it was last looked for */
  gint64 seen_size;       /* and its size and the time of its last change */
  struct timespec seen_time;

  GThread *checkpoint;       /* (nullable) moves the log into the file */
  int checkpoint_is_running; /* (atomic) */
  int has_log_to_trim;       /* (atomic) */
  gint64 last_write;         /* when the log grew, by the monotonic clock */
};

/* Statements: pact-library-sql.c. They are prepared once and reset when the pointer goes. */
typedef sqlite3_stmt PactStatement;

void _pact_statement_release (PactStatement *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactStatement, _pact_statement_release)

gboolean _pact_library_fail (PactLibrary *self,
                             int code,
                             GError **error);
gboolean _pact_library_fail_not_found (GError **error,
                                       const char *uuid);
PactStatement *_pact_library_query (PactLibrary *self,
                                    GError **error,
                                    const char *sql,
                                    const char *types,
                                    ...);
gboolean _pact_library_next (PactLibrary *self,
                             PactStatement *statement,
                             GError **error);
gboolean _pact_library_run (PactLibrary *self,
                            GError **error,
                            const char *sql,
                            const char *types,
                            ...);
gboolean _pact_library_get_integer (PactLibrary *self,
                                    gint64 *value,
                                    GError **error,
                                    const char *sql,
                                    const char *types,
                                    ...);
gboolean _pact_library_execute (PactLibrary *self,
                                const char *sql,
                                GError **error);
gboolean _pact_library_begin_write (PactLibrary *self,
                                    GError **error);
gboolean _pact_library_commit_write (PactLibrary *self,
                                     GError **error);
gboolean _pact_library_end_write (PactLibrary *self,
                                  gboolean success,
                                  GError **error);
gboolean _pact_library_begin_read (PactLibrary *self,
                                   gboolean *began,
                                   GError **error);
void _pact_library_end_read (PactLibrary *self,
                             gboolean began);
void _pact_library_rollback_write (PactLibrary *self);
char *_pact_statement_dup_text (PactStatement *statement,
                                int column);
char *_pact_quote_name (const char *name);

/* The file's schema: pact-library-schema.c, pact-library-triggers.c. */
void _pact_table_free (PactTable *table);
gboolean _pact_library_read_tables (PactLibrary *self,
                                    GError **error);
gboolean _pact_library_is_current (PactLibrary *self,
                                   gboolean *is_current,
                                   GError **error);
gboolean _pact_library_create_schema (PactLibrary *self,
                                      GError **error);
gboolean _pact_library_migrate (PactLibrary *self,
                                GError **error);
gboolean _pact_table_has_column (const PactTable *table,
                                 const char *name);
PactTable *_pact_library_find_table (PactLibrary *self,
                                     const char *name);
PactTable *_pact_library_get_kind_table (PactLibrary *self,
                                         const PactKind *kind);
void _pact_table_make_replay (PactTable *table);
gboolean _pact_library_make_triggers (PactLibrary *self,
                                      GError **error);
gboolean _pact_library_tell_recording (PactLibrary *self,
                                       GError **error);

/* Opening: pact-library-open.c. */
gboolean _pact_library_open_file (PactLibrary *self,
                                  gboolean may_create,
                                  GError **error);
void _pact_library_leave_file (PactLibrary *self);
gboolean _pact_library_is_library_file (const char *path);
void _pact_library_forget_log (PactLibrary *self);
gboolean _pact_library_is_known_sound (PactLibrary *self);
void _pact_library_set_known_sound (PactLibrary *self,
                                    gboolean is_sound);
gboolean _pact_library_mend (PactLibrary *self,
                             GError **error);

/* Whether it may be written: pact-library-access.c. */
void _pact_library_set_obstacle (PactLibrary *self,
                                 const GError *obstacle);
gboolean _pact_library_is_backup (PactLibrary *self);
gboolean _pact_library_may_write (PactLibrary *self,
                                  GError **error);
gboolean _pact_library_is_hindrance (const GError *error);
void _pact_library_note_read_only (PactLibrary *self,
                                   const GError *failure);
void _pact_library_note_damage (PactLibrary *self);
void _pact_library_note_sound (PactLibrary *self);
char *_pact_library_describe_file (const char *path);
char *_pact_library_describe_state (PactLibrary *self);

/* A log that belongs to another file: pact-library-log.c. */
gboolean _pact_library_set_foreign_log_aside (PactLibrary *self,
                                              GError **error);
gboolean _pact_library_pass_foreign_log (PactLibrary *self,
                                         GError **error);


/* What somebody left who was stopped while a backup was restored: pact-library-restore.c. */
void _pact_library_clear_half_restored (const char *path);

/* By which the two know each other: pact-library-mark.c. */
gboolean _pact_library_renew_mark (PactLibrary *self,
                                   GError **error);
gboolean _pact_library_has_mark_of_another (const char *path,
                                            const char *log_path);

/* What is kept beside the library: pact-library-state.c. */
gboolean _pact_library_read_seal (PactLibrary *self);
void _pact_library_write_seal (const char *path);

/* Who may read it: pact-library-privacy.c. */
void _pact_library_make_private (PactLibrary *self);

/* Where it is: pact-library-place.c. */
gboolean _pact_library_require_place (PactLibrary *self,
                                      GError **error);
void _pact_library_part (PactLibrary *self);

/* Elements as records: pact-library-record.c. */
gboolean _pact_library_find_element (PactLibrary *self,
                                     const char *uuid,
                                     gint64 *id,
                                     const PactKind **kind,
                                     gint64 *plan,
                                     GError **error);
PactRecord *_pact_library_read_element (PactLibrary *self,
                                        gint64 id,
                                        GError **error);
gboolean _pact_library_read_plan (PactLibrary *self,
                                  gint64 plan,
                                  GArray *ids,
                                  GPtrArray *records,
                                  GError **error);

/* What was deleted for good: pact-library-shelf.c. */
void _pact_library_overwrite_words (PactLibrary *self);

/* What is derived from the elements: pact-library-summary.c, pact-library-search.c. */
gboolean _pact_library_count_element (PactLibrary *self,
                                      gint64 id,
                                      gint64 plan,
                                      const PactRecord *record,
                                      gboolean *changed,
                                      GError **error);
gboolean _pact_library_is_counted (PactLibrary *self,
                                   gint64 id,
                                   const PactRecord *record,
                                   gboolean *is_counted,
                                   GError **error);
GArray *_pact_library_list_plans (PactLibrary *self,
                                  GError **error);
gboolean _pact_library_sum_up (PactLibrary *self,
                               gint64 plan,
                               gboolean counts_changed,
                               GError **error);
gboolean _pact_library_rebuild (PactLibrary *self,
                                GError **error);
gboolean _pact_kind_is_searchable (const PactKind *kind);
gboolean _pact_library_make_index (PactLibrary *self,
                                   GError **error);
gboolean _pact_library_index_element (PactLibrary *self,
                                      gint64 id,
                                      const PactRecord *record,
                                      GError **error);

gboolean _pact_library_is_indexed (PactLibrary *self,
                                   gint64 id,
                                   const PactRecord *record,
                                   gboolean *is_indexed,
                                   GError **error);

/* Whether it is sound: pact-library-values.c. */
gboolean _pact_library_look_at_values (PactLibrary *self,
                                       gboolean is_current,
                                       GPtrArray *problems,
                                       GPtrArray *remarks,
                                       GError **error);

/**
 * PactSearchTerm:
 * @text: what to look for, folded
 * @is_within: whether it may stand within a word: there are no spaces between words in its script
 * @is_prefix: whether it may be the beginning of a word
 *
 * One word of a search.
 */
typedef struct
{
  char *text;
  gboolean is_within;
  gboolean is_prefix;
} PactSearchTerm;

/* Searching and showing what was found: pact-library-snippet.c. */
char *_pact_search_make_words (const char *text);
GArray *_pact_search_read_terms (const char *text);
gboolean _pact_search_make_snippet (const char *text,
                                    GArray *terms,
                                    char **snippet);

/* The end of every edit: pact-library-settle.c. */
GArray *_pact_library_list_touched (PactLibrary *self,
                                    gint64 edit,
                                    gint64 first_change,
                                    GError **error);
GPtrArray *_pact_library_settle (PactLibrary *self,
                                 gint64 plan,
                                 gint64 edit,
                                 gint64 first_change,
                                 GArray *touched,
                                 GError **error);

/* Edits that become one: pact-library-journal.c. */
gboolean _pact_library_find_mergeable (PactLibrary *self,
                                       const PactEditInfo *info,
                                       GError **error);
gboolean _pact_library_fold_changes (PactLibrary *self,
                                     gint64 edit,
                                     gint64 first_change,
                                     GError **error);
gboolean _pact_library_forget_idle (PactLibrary *self,
                                    gint64 edit,
                                    gboolean *forgotten,
                                    GError **error);

/* Keeping it well: pact-library-care.c. */
gboolean _pact_library_copy_to (PactLibrary *self,
                                const char *path,
                                GCancellable *cancellable,
                                GError **error);
void _pact_library_watch_log (PactLibrary *self);

G_END_DECLS
