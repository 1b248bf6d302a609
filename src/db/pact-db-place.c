/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-db-place"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "pact-db-private.h"

/* Whether the file at the path is still the one that is open. The system goes on writing into a file that was moved or
 * deleted, and SQLite with it; what is called saved would then be somewhere else, or nowhere. */

#define MARK_OFFSET 68    /* the application id, https://www.sqlite.org/fileformat.html, section 1.3 */
#define VERSION_OFFSET 18 /* 2 where there is a log */
#define WAL_VERSION 2

/* By the descriptor that SQLite has: a further one, when it is closed, would take the locks along. */
static gboolean
has_header (PactDb *self)
{
  sqlite3_file *file = NULL;
  guint8 header[MARK_OFFSET + 4];
  guint32 mark;

  if (sqlite3_file_control (self->connection, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || file == NULL
      || file->pMethods == NULL)
    return TRUE;
  if (file->pMethods->xRead (file, header, sizeof header, 0) != SQLITE_OK || memcmp (header, "SQLite format 3", 16) != 0)
    return FALSE;

  /* A backup that somebody copied over it has no log. */
  memcpy (&mark, header + MARK_OFFSET, sizeof mark);

  return GUINT32_FROM_BE (mark) == self->format->application_id
         && (!self->uses_wal || header[VERSION_OFFSET] == WAL_VERSION);
}

/* A copy of a library that has a log of its own is told by its mark. */
static gboolean
fits_log (PactDb *self)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);

  return !self->uses_wal || !_pact_db_has_mark_of_another (self->path, log);
}

/* The file never becomes smaller by what this program does; by what others do it may, if all pages are still there. */
static gboolean
has_pages (PactDb *self,
           gint64 size)
{
  gint64 n_pages, page_size;

  if (size >= self->seen_size)
    return TRUE;

  return pact_db_get_integer (self, &n_pages, NULL, "PRAGMA page_count", "")
         && pact_db_get_integer (self, &page_size, NULL, "PRAGMA page_size", "") && size >= n_pages * page_size;
}

static PactDbPlace
look (PactDb *self)
{
  struct stat status;
  PactFileId id;

  if (self->place == PACT_DB_SPOILED)
    return PACT_DB_SPOILED;
  if (stat (self->path, &status) != 0)
    return PACT_DB_GONE;
  id.device = status.st_dev;
  id.inode = status.st_ino;
  if (!pact_file_id_equal (&id, &self->file_id))
    return PACT_DB_REPLACED;
  if (status.st_size == self->seen_size && status.st_mtim.tv_sec == self->seen_time.tv_sec
      && status.st_mtim.tv_nsec == self->seen_time.tv_nsec)
    return PACT_DB_IN_PLACE;
  if (!has_header (self) || !has_pages (self, status.st_size) || !fits_log (self))
    return PACT_DB_SPOILED;
  self->seen_size = status.st_size;
  self->seen_time = status.st_mtim;

  return PACT_DB_IN_PLACE;
}

/**
 * pact_db_look:
 * @self: a database
 *
 * Looks what has become of the file that is open. That costs next to nothing.
 *
 * Returns: where it is
 */
PactDbPlace
pact_db_look (PactDb *self)
{
  PactDbPlace before;

  g_return_val_if_fail (PACT_IS_DB (self), PACT_DB_GONE);

  before = self->place;
  if (self->is_watched)
    self->place = look (self);
  if (self->place != before)
    g_signal_emit_by_name (self, "obstacle-changed");

  return self->place;
}

/**
 * pact_db_check_place:
 * @self: a database
 * @error: return location for an error
 *
 * Returns: whether the file at the path is the one that is open; %FALSE with @error set to %PACT_DB_ERROR_LOST
 */
gboolean
pact_db_check_place (PactDb *self,
                     GError **error)
{
  g_return_val_if_fail (PACT_IS_DB (self), FALSE);

  pact_db_look (self);

  return _pact_db_require_place (self, error);
}

/* Fails unless the file was in its place when it was last looked for. */
gboolean
_pact_db_require_place (PactDb *self,
                        GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);
  g_autofree char *sentence = NULL;

  switch (self->place)
    {
    case PACT_DB_IN_PLACE:
      return TRUE;
    case PACT_DB_GONE:
      sentence = g_strdup_printf (_("The library “%s” was moved or deleted while it was open. What is open is still here, but nothing is saved until the library is saved again."), name);
      break;
    case PACT_DB_REPLACED:
      sentence = g_strdup_printf (_("Another file has taken the place of the library “%s” while it was open. What is open is still here, but nothing is saved until the library is saved to a new place."), name);
      break;
    case PACT_DB_SPOILED:
      sentence = g_strdup_printf (_("Another program has written over the library “%s” or cut it off while it was open. What is open is still here, but nothing is saved until the library is saved to a new place."), name);
      break;
    default:
      g_assert_not_reached ();
    }
  g_set_error_literal (error, PACT_DB_ERROR, PACT_DB_ERROR_LOST, sentence);

  return FALSE;
}

/* Takes our log away from the path, where it would be taken for that of another file. */
static void
drop_log (PactDb *self,
          gboolean keeps_copy)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *index = g_strconcat (self->path, "-shm", NULL);
  g_autofree char *aside = g_strconcat (self->path, "-wal-set-aside", NULL);
  PactFileId ours, there;

  if (self->log_file < 0 || !pact_file_id_read_fd (self->log_file, &ours) || !pact_file_id_read (log, &there)
      || !pact_file_id_equal (&ours, &there))
    return;
  if (keeps_copy)
    g_rename (log, aside);
  else
    g_unlink (log);
  g_unlink (index);
}

/**
 * pact_db_part:
 * @self: a database
 *
 * To be called before it is closed or exchanged. SQLite knows nothing of a file that is not in its place any more: it would
 * delete the log of whatever file stands at the path now; or leave its own there, which the next one to open that file would
 * take for its. What was moved gets what is in the log; to what was overwritten the log does not fit.
 */
void
pact_db_part (PactDb *self)
{
  int n_pages, n_moved;
  gboolean is_moved;

  if (self->connection == NULL || pact_db_look (self) == PACT_DB_IN_PLACE)
    return;

  sqlite3_db_config (self->connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (!self->uses_wal || self->is_read_only)
    return;
  is_moved = self->place != PACT_DB_SPOILED
             && sqlite3_wal_checkpoint_v2 (self->connection, NULL, SQLITE_CHECKPOINT_PASSIVE, &n_pages, &n_moved) == SQLITE_OK
             && n_pages == n_moved;
  drop_log (self, !is_moved);
}


#define SWAP(member) \
  G_STMT_START \
  { \
    __typeof__ (self->member) swapped = self->member; \
    self->member = other->member; \
    other->member = swapped; \
  } \
  G_STMT_END

/**
 * pact_db_exchange:
 * @self: an open database that is not being written
 * @other: another one of the same format, likewise
 *
 * Exchanges the files of the two. What was defined on a connection goes with it, and is to be defined anew.
 */
void
pact_db_exchange (PactDb *self,
                  PactDb *other)
{
  g_return_if_fail (PACT_IS_DB (self) && !self->is_writing);
  g_return_if_fail (PACT_IS_DB (other) && !other->is_writing);
  g_return_if_fail (self->format == other->format);

  /* Threads and callbacks know the database that they were made for. */
  g_clear_pointer (&self->checkpoint, g_thread_join);
  g_clear_pointer (&other->checkpoint, g_thread_join);
  SWAP (connection);
  SWAP (statements);
  SWAP (path);
  SWAP (file_id);
  SWAP (identity);
  SWAP (log_file);
  SWAP (is_read_only);
  SWAP (obstacle);
  SWAP (snapshot);
  SWAP (notice);
  SWAP (uses_wal);
  SWAP (is_watched);
  SWAP (place);
  SWAP (seen_size);
  SWAP (seen_time);
  _pact_statement_table_hand_over (self->statements, self);
  _pact_statement_table_hand_over (other->statements, other);
  _pact_db_watch_log (self);
  _pact_db_watch_log (other);
  self->n_reopened++;
  pact_db_set_patience (self, self->patience);
  g_signal_emit_by_name (self, "obstacle-changed");
}
