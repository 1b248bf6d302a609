/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PactDbError:
 * @PACT_DB_ERROR_OPEN: the file cannot be opened or created
 * @PACT_DB_ERROR_NOT_A_LIBRARY: the file is something else
 * @PACT_DB_ERROR_NEWER: the file was written by a newer version; it was not touched
 * @PACT_DB_ERROR_BUSY: another program holds the file
 * @PACT_DB_ERROR_FULL: no space is left
 * @PACT_DB_ERROR_READ_ONLY: the file may not be written
 * @PACT_DB_ERROR_CORRUPT: the file is damaged
 * @PACT_DB_ERROR_CONSTRAINT: what was to be written contradicts what is there
 * @PACT_DB_ERROR_TARGET: a file that was to be written is a library or belongs to one; it was left as it is
 * @PACT_DB_ERROR_LOST: the file at the path is not the one that is open any more; see pact_db_look()
 * @PACT_DB_ERROR_FAILED: anything else
 */
typedef enum
{
  PACT_DB_ERROR_OPEN,
  PACT_DB_ERROR_NOT_A_LIBRARY,
  PACT_DB_ERROR_NEWER,
  PACT_DB_ERROR_BUSY,
  PACT_DB_ERROR_FULL,
  PACT_DB_ERROR_READ_ONLY,
  PACT_DB_ERROR_CORRUPT,
  PACT_DB_ERROR_CONSTRAINT,
  PACT_DB_ERROR_TARGET,
  PACT_DB_ERROR_LOST,
  PACT_DB_ERROR_FAILED,
} PactDbError;

#define PACT_DB_ERROR (pact_db_error_quark ())
GQuark pact_db_error_quark (void);

/**
 * PactDbFlags:
 * @PACT_DB_DEFAULT: open for reading and writing; the file is made if it is not there
 * @PACT_DB_READ_ONLY: open for reading; the file must exist
 * @PACT_DB_BACKUP: likewise, as a copy that is looked into: nothing is left beside it
 */
typedef enum
{
  PACT_DB_DEFAULT = 0,
  PACT_DB_READ_ONLY = 1 << 0,
  PACT_DB_BACKUP = 1 << 1 | PACT_DB_READ_ONLY,
} PactDbFlags;

#define PACT_TYPE_DB (pact_db_get_type ())
G_DECLARE_FINAL_TYPE (PactDb, pact_db, PACT, DB, GObject)

/**
 * PactDbFormat:
 * @application_id: what stands in the file so that it is told from any other
 * @version: which version of it is written; a file of a higher one is only read
 * @create: makes the tables of a file that is still empty, inside a transaction. The table “meta” is there already
 * @set_up: makes a connection ready, after it was opened and whenever it had to be made anew. It may write what the file
 *   lacks, and must do without where the file may not be written
 * @examine: looks the file through, before it is written for the first time if nobody has done so since it was left in
 *   order, and tells what it found by pact_db_set_sound() or pact_db_set_damaged()
 *
 * What is in the file is not this room's to know: whoever opens it says what kind of file it is. Each function is given what
 * pact_db_new() was, and may fail.
 */
typedef struct
{
  guint32 application_id;
  gint64 version;
  gboolean (*create) (PactDb *db,
                      gpointer data,
                      GError **error);
  gboolean (*set_up) (PactDb *db,
                      gpointer data,
                      GError **error);
  gboolean (*examine) (PactDb *db,
                       gpointer data,
                       GError **error);
} PactDbFormat;

/* Opening. One writer a PactDb; it belongs to the thread that opened it. */
PactDb *pact_db_new (const char *path,
                     const PactDbFormat *format,
                     gpointer data,
                     PactDbFlags flags);
gboolean pact_db_open (PactDb *self,
                       GError **error);
gboolean pact_db_mend (PactDb *self,
                       GError **error);
void pact_db_exchange (PactDb *self,
                       PactDb *other);
const char *pact_db_get_path (PactDb *self);
gboolean pact_db_is_read_only (PactDb *self);
gboolean pact_db_uses_wal (PactDb *self);
void pact_db_set_cancellable (PactDb *self,
                              GCancellable *cancellable);

/**
 * PactDbProgressFunc:
 * @done: how much is done, from 0 to 1
 * @data: what it was given
 *
 * Told now and then by what takes long, on the thread that does it.
 */
typedef void (*PactDbProgressFunc) (double done,
                                    gpointer data);

void pact_db_set_progress (PactDb *self,
                           PactDbProgressFunc func,
                           gpointer data);
void pact_db_set_part (PactDb *self,
                       double from,
                       double to);
void pact_db_follow (PactDb *self,
                     PactDb *other);
void pact_db_tell (PactDb *self,
                   double done);
void pact_db_set_patience (PactDb *self,
                           guint milliseconds);
gint64 pact_db_get_data_version (PactDb *self);

/* Whether it may be written. */
const GError *pact_db_get_obstacle (PactDb *self);
const char *pact_db_get_notice (PactDb *self);
void pact_db_check_later (PactDb *self);
void pact_db_set_damaged (PactDb *self);
void pact_db_set_sound (PactDb *self);
gboolean pact_db_fail_damaged (PactDb *self,
                               GError **error);
gboolean pact_db_is_damaged (PactDb *self);
gboolean pact_db_is_newer (PactDb *self);
gboolean pact_db_is_known_sound (PactDb *self);
gboolean pact_db_check_repairable (PactDb *self,
                                   GError **error);

/**
 * PactDbExposure:
 * @PACT_DB_PRIVATE: only the owner can read the file
 * @PACT_DB_MADE_PRIVATE: everybody could, and that was ended
 * @PACT_DB_EXPOSED: others can
 *
 * Who can read the file beside its owner.
 */
typedef enum
{
  PACT_DB_PRIVATE,
  PACT_DB_MADE_PRIVATE,
  PACT_DB_EXPOSED,
} PactDbExposure;

PactDbExposure pact_db_get_exposure (PactDb *self);

/**
 * PactDbPlace:
 * @PACT_DB_IN_PLACE: the file at the path is the one that is open
 * @PACT_DB_GONE: there is none at the path
 * @PACT_DB_REPLACED: there is another one
 * @PACT_DB_SPOILED: it is the same one, but somebody else has written over it or cut it off
 *
 * What has become of the file that is open.
 */
typedef enum
{
  PACT_DB_IN_PLACE,
  PACT_DB_GONE,
  PACT_DB_REPLACED,
  PACT_DB_SPOILED,
} PactDbPlace;

/* Where it is. */
PactDbPlace pact_db_look (PactDb *self);
gboolean pact_db_check_place (PactDb *self,
                              GError **error);
void pact_db_part (PactDb *self);

/* Keeping it well. */
gboolean pact_db_check_target (PactDb *self,
                               const char *path,
                               gboolean replaces_libraries,
                               GError **error);
gboolean pact_db_back_up (PactDb *self,
                          const char *path,
                          GCancellable *cancellable,
                          GError **error);
void pact_db_trim_log (PactDb *self);
void pact_db_rest (PactDb *self,
                   gint64 idle);

/* Files that are not open. */
gboolean pact_db_is_open_elsewhere (const char *path);
char *pact_db_make_dated_name (const char *path);
gboolean pact_db_check_replaceable (const char *path,
                                    const char *backup,
                                    GError **error);
gboolean pact_db_replace (const char *path,
                          PactDb *source,
                          char **aside,
                          GError **error);

/* What is kept beside it. */
char *pact_db_get_state (const char *path,
                         const char *key);
void pact_db_set_state (const char *path,
                        const char *key,
                        const char *value);

/* Statements. They are prepared once, and ready for the next time when the pointer goes. */

typedef struct _PactStatement PactStatement;

PactStatement *pact_db_query (PactDb *self,
                              GError **error,
                              const char *sql,
                              const char *types,
                              ...);
gboolean pact_db_run (PactDb *self,
                      GError **error,
                      const char *sql,
                      const char *types,
                      ...);
gboolean pact_db_get_integer (PactDb *self,
                              gint64 *value,
                              GError **error,
                              const char *sql,
                              const char *types,
                              ...);
gboolean pact_db_execute (PactDb *self,
                          const char *sql,
                          GError **error);
gboolean pact_db_define_number (PactDb *self,
                                const char *name,
                                const gint64 *number,
                                GError **error);
gint64 pact_db_get_last_id (PactDb *self);
guint pact_db_get_n_changed (PactDb *self);

gboolean pact_statement_bind_text (PactStatement *self,
                                   guint parameter,
                                   const char *text,
                                   GError **error);
gboolean pact_statement_next (PactStatement *self,
                              GError **error);
gint64 pact_statement_get_integer (PactStatement *self,
                                   guint column);
const char *pact_statement_get_text (PactStatement *self,
                                     guint column);
char *pact_statement_dup_text (PactStatement *self,
                               guint column);
void pact_statement_release (PactStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PactStatement, pact_statement_release)

char *pact_sql_quote_name (const char *name);

/* Transactions. */

/**
 * PactDbWriteFunc:
 * @data: what it was given
 * @error: return location for an error
 *
 * Writes something inside a transaction.
 *
 * Returns: whether it is to stay
 */
typedef gboolean (*PactDbWriteFunc) (gpointer data,
                                     GError **error);

gboolean pact_db_begin_write (PactDb *self,
                              GError **error);
gboolean pact_db_end_write (PactDb *self,
                            gboolean success,
                            GError **error);
void pact_db_rollback (PactDb *self);
gboolean pact_db_begin_read (PactDb *self,
                             gboolean *began,
                             GError **error);
void pact_db_end_read (PactDb *self,
                       gboolean began);
gboolean pact_db_repair (PactDb *self,
                         PactDbWriteFunc func,
                         gpointer data,
                         GError **error);

G_END_DECLS
