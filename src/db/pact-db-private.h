/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <sqlite3.h>
#include <time.h>

#include "pact-db.h"
#include "pact-file-id.h"

/* What the files of PactDb share. Nothing of this leaves the room. */

G_BEGIN_DECLS

/* How long is waited for another program that writes, in milliseconds. */
#define PACT_DB_PATIENCE 5000

struct _PactDb
{
  GObject parent_instance;

  const PactDbFormat *format;
  gpointer data; /* of the format's functions */
  PactDbFlags flags;

  sqlite3 *connection; /* NULL while the file cannot be opened again, see pact_db_mend() */
  GHashTable *statements; /* SQL: PactStatement, kept prepared */
  char *path;
  PactFileId file_id; /* of the file that was at path when it was opened */
  char *identity; /* (nullable) the same, as this process counts the files that it has open */
  int log_file;      /* a descriptor of the log, by which is seen whether it was taken away; -1 if there is none yet */
  gint64 n_reopened; /* how often the connection was made anew because it was */
  gboolean is_read_only;
  GError *obstacle;    /* (nullable) why nothing may be written */
  char *snapshot;      /* (nullable) what the file was when it was opened without locks, because nothing may be written */
  gboolean ignores_log; /* whether the log beside the file is another one's and the file is read without it */
  gboolean is_writing; /* between begin and end */
  int n_changes; /* how many rows the connection had changed when it began to write */
  char *notice;        /* (nullable) what the person has to be told of how it was opened */
  gboolean checks_later; /* whether somebody else sees to it that the file is sound */
  gboolean uses_wal;
  guint patience; /* milliseconds */
  GCancellable *cancellable; /* (nullable) */
  PactDbProgressFunc progress; /* (nullable) */
  gpointer progress_data;
  double part_from, part_to; /* what is done now is so much of the whole */

  PactDbExposure exposure; /* when it was opened */
  gboolean is_watched;    /* whether it is looked for where the file is, which begins when it is open */
  PactDbPlace place; /* when it was last looked for */
  gint64 seen_size;       /* and its size and the time of its last change */
  struct timespec seen_time;

  GThread *checkpoint;       /* (nullable) moves the log into the file */
  int checkpoint_is_running; /* (atomic) */
  int has_log_to_trim;       /* (atomic) */
  gint64 last_write;         /* when the log grew, by the monotonic clock */
};

/* The statements: pact-db-statement.c. */
GHashTable *_pact_statement_table_new (void);
void _pact_statement_table_hand_over (GHashTable *statements,
                                      PactDb *db);

/* What a result of SQLite means: pact-db-error.c. */
gboolean _pact_db_fail (PactDb *self,
                        int code,
                        GError **error);

/* What stops it: pact-db.c. */
void _pact_db_follow_cancellable (PactDb *self);

/* The connection: pact-db-open.c. */
gboolean _pact_db_open_file (PactDb *self,
                             gboolean may_create,
                             GError **error);
void _pact_db_forget_log (PactDb *self);

/* Which files this process has open, and what they are: pact-db-files.c. */
typedef enum
{
  FILE_IS_LIBRARY,
  FILE_IS_OPEN, /* by this process, so that it was found to be a library before */
  FILE_IS_EMPTY,
  FILE_IS_NEWER,
  FILE_IS_OTHER,
  FILE_IS_UNREADABLE,
} PactDbNature;

PactDbNature _pact_db_enter_file (PactDb *self);
void _pact_db_leave_file (PactDb *self);
void _pact_db_agree_on_way (PactDb *self,
                            gboolean is_first);
gboolean _pact_db_is_library_file (PactDb *self,
                                   const char *path);
gboolean _pact_db_has_companion (const char *path,
                                 const char *suffix);
void _pact_db_set_known_sound (PactDb *self,
                               gboolean is_sound);

/* Whether it may be written: pact-db-access.c. */
void _pact_db_set_obstacle (PactDb *self,
                            const GError *obstacle);
gboolean _pact_db_is_backup (PactDb *self);
gboolean _pact_db_may_write (PactDb *self,
                             GError **error);
gboolean _pact_db_is_hindrance (const GError *error);
void _pact_db_note_read_only (PactDb *self,
                              const GError *failure);

/* A log that belongs to another file: pact-db-log.c. */
gboolean _pact_db_set_foreign_log_aside (PactDb *self,
                                         GError **error);
gboolean _pact_db_pass_foreign_log (PactDb *self,
                                    GError **error);

/* By which file and log know each other: pact-db-mark.c. */
gboolean _pact_db_renew_mark (PactDb *self,
                              GError **error);
gboolean _pact_db_has_mark_of_another (const char *path,
                                       const char *log_path);

/* What is kept beside it: pact-db-state.c. */
char *_pact_db_describe_file (const char *path);
char *_pact_db_describe_state (PactDb *self);
gboolean _pact_db_read_seal (const char *path);
void _pact_db_write_seal (const char *path);

/* What somebody left who was stopped while a file was replaced: pact-db-replace.c. */
void _pact_db_clear_half_replaced (const char *path);

/* Who may read it: pact-db-privacy.c. */
void _pact_db_make_private (PactDb *self);

/* Where it is: pact-db-place.c. */
gboolean _pact_db_require_place (PactDb *self,
                                 GError **error);

/* The log: pact-db-checkpoint.c. */
void _pact_db_watch_log (PactDb *self);

G_END_DECLS
