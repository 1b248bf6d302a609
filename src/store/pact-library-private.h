/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include "pact-db-statement.h"
#include "pact-library.h"

/* What the files of the library share. Nothing of this leaves the room. */

G_BEGIN_DECLS

/* Raised when what is derived, the index of the search or the count of answers, is to be made in another way. An older program
 * makes its own again. */
#define PACT_LIBRARY_INDEX_VERSION 3

/* How many sentences say what is wrong with a library. */
#define PACT_LIBRARY_MAX_PROBLEMS 100

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

  PactDb *db;
  const PactModel *model;
  GPtrArray *tables; /* of PactTable: that of all elements, then one a kind in the model's order */
  PactEditState edit;
  gboolean has_purged; /* so that words are to be overwritten when it is closed */
};

gboolean _pact_library_fail_not_found (GError **error,
                                       const char *uuid);

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

G_END_DECLS
