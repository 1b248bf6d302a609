/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-library-place"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "pact-library-private.h"

/* Whether the file at the path is still the one that is open. The system goes on writing into a file that was moved or
 * deleted, and SQLite with it; what is called saved would then be somewhere else, or nowhere. */

#define MARK_OFFSET 68    /* the application id, https://www.sqlite.org/fileformat.html, section 1.3 */
#define VERSION_OFFSET 18 /* 2 where there is a log */
#define WAL_VERSION 2

/* By the descriptor that SQLite has: a further one, when it is closed, would take the locks along. */
static gboolean
has_header (PactLibrary *self)
{
  sqlite3_file *file = NULL;
  guint8 header[MARK_OFFSET + 4];
  guint32 mark;

  if (sqlite3_file_control (self->db, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || file == NULL ||
      file->pMethods == NULL)
    return TRUE;
  if (file->pMethods->xRead (file, header, sizeof header, 0) != SQLITE_OK || memcmp (header, "SQLite format 3", 16) != 0)
    return FALSE;

  /* A backup that somebody copied over it has no log. */
  memcpy (&mark, header + MARK_OFFSET, sizeof mark);

  return GUINT32_FROM_BE (mark) == PACT_LIBRARY_APPLICATION_ID &&
         (!self->uses_wal || header[VERSION_OFFSET] == WAL_VERSION);
}

/* A copy of a library that has a log of its own is told by its mark. */
static gboolean
fits_log (PactLibrary *self)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);

  return !self->uses_wal || !_pact_library_has_mark_of_another (self->path, log);
}

/* The file never becomes smaller by what this program does; by what others do it may, if all pages are still there. */
static gboolean
has_pages (PactLibrary *self,
           gint64 size)
{
  gint64 n_pages, page_size;

  if (size >= self->seen_size)
    return TRUE;

  return _pact_library_get_integer (self, &n_pages, NULL, "PRAGMA page_count", "") &&
         _pact_library_get_integer (self, &page_size, NULL, "PRAGMA page_size", "") && size >= n_pages * page_size;
}

static PactLibraryPlace
look (PactLibrary *self)
{
  struct stat status;
  PactFileId id;

  if (self->place == PACT_LIBRARY_SPOILED)
    return PACT_LIBRARY_SPOILED;
  if (stat (self->path, &status) != 0)
    return PACT_LIBRARY_GONE;
  id.device = status.st_dev;
  id.inode = status.st_ino;
  if (!pact_file_id_equal (&id, &self->file_id))
    return PACT_LIBRARY_REPLACED;
  if (status.st_size == self->seen_size && status.st_mtim.tv_sec == self->seen_time.tv_sec &&
      status.st_mtim.tv_nsec == self->seen_time.tv_nsec)
    return PACT_LIBRARY_IN_PLACE;
  if (!has_header (self) || !has_pages (self, status.st_size) || !fits_log (self))
    return PACT_LIBRARY_SPOILED;
  self->seen_size = status.st_size;
  self->seen_time = status.st_mtim;

  return PACT_LIBRARY_IN_PLACE;
}

/**
 * pact_library_look:
 * @self: a library
 *
 * Looks what has become of the file that is open. That costs next to nothing.
 *
 * Returns: where it is
 */
PactLibraryPlace
pact_library_look (PactLibrary *self)
{
  PactLibraryPlace before;

  g_return_val_if_fail (PACT_IS_LIBRARY (self), PACT_LIBRARY_GONE);

  before = self->place;
  if (self->is_watched)
    self->place = look (self);
  if (self->place != before)
    g_signal_emit_by_name (self, "obstacle-changed");

  return self->place;
}

/**
 * pact_library_check_place:
 * @self: a library
 * @error: return location for an error
 *
 * Returns: whether the file at the path is the one that is open; %FALSE with @error set to %PACT_STORE_ERROR_LOST
 */
gboolean
pact_library_check_place (PactLibrary *self,
                          GError **error)
{
  g_return_val_if_fail (PACT_IS_LIBRARY (self), FALSE);

  pact_library_look (self);

  return _pact_library_require_place (self, error);
}

/* Fails unless the file was in its place when it was last looked for. */
gboolean
_pact_library_require_place (PactLibrary *self,
                             GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);
  g_autofree char *sentence = NULL;

  switch (self->place)
    {
    case PACT_LIBRARY_IN_PLACE:
      return TRUE;
    case PACT_LIBRARY_GONE:
      sentence = g_strdup_printf (_("The library “%s” was moved or deleted while it was open. What is open is still here, but nothing is saved until the library is saved again."), name);
      break;
    case PACT_LIBRARY_REPLACED:
      sentence = g_strdup_printf (_("Another file has taken the place of the library “%s” while it was open. What is open is still here, but nothing is saved until the library is saved to a new place."), name);
      break;
    case PACT_LIBRARY_SPOILED:
      sentence = g_strdup_printf (_("Another program has written over the library “%s” or cut it off while it was open. What is open is still here, but nothing is saved until the library is saved to a new place."), name);
      break;
    default:
      g_assert_not_reached ();
    }
  g_set_error_literal (error, PACT_STORE_ERROR, PACT_STORE_ERROR_LOST, sentence);

  return FALSE;
}

/* Takes our log away from the path, where it would be taken for that of another file. */
static void
drop_log (PactLibrary *self,
          gboolean keeps_copy)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *index = g_strconcat (self->path, "-shm", NULL);
  g_autofree char *aside = g_strconcat (self->path, "-wal-set-aside", NULL);
  PactFileId ours, there;

  if (self->log_file < 0 || !pact_file_id_read_fd (self->log_file, &ours) || !pact_file_id_read (log, &there) ||
      !pact_file_id_equal (&ours, &there))
    return;
  if (keeps_copy)
    g_rename (log, aside);
  else
    g_unlink (log);
  g_unlink (index);
}

/* Before a library is closed that is not in its place any more. SQLite knows of that nothing, and would delete the log of
 * whatever file stands at the path now; or leave its own there, which the next one to open that file would take for its.
 * What was moved gets what is in the log; to what was overwritten the log does not fit. */
void
_pact_library_part (PactLibrary *self)
{
  int n_pages, n_moved;
  gboolean is_moved;

  if (self->db == NULL || pact_library_look (self) == PACT_LIBRARY_IN_PLACE)
    return;

  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (!self->uses_wal || self->is_read_only)
    return;
  is_moved = self->place != PACT_LIBRARY_SPOILED &&
             sqlite3_wal_checkpoint_v2 (self->db, NULL, SQLITE_CHECKPOINT_PASSIVE, &n_pages, &n_moved) == SQLITE_OK &&
             n_pages == n_moved;
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

/* Makes @self the library that is at @path, and closes what it was. If that cannot be opened nothing changes. */
static gboolean
change_to (PactLibrary *self,
           const char *path,
           GError **error)
{
  /* For reading first: nothing is made where no library is. */
  g_autoptr (PactLibrary) other = pact_library_open (path, self->model, PACT_LIBRARY_READ_ONLY, error);

  if (other == NULL)
    return FALSE;
  g_clear_object (&other);
  other = pact_library_open (path, self->model, PACT_LIBRARY_DEFAULT, error);
  if (other == NULL)
    return FALSE;

  /* Threads and callbacks know the library that they were made for. */
  g_clear_pointer (&self->checkpoint, g_thread_join);
  SWAP (db);
  SWAP (path);
  SWAP (file_id);
  SWAP (identity);
  SWAP (log_file);
  SWAP (is_read_only);
  SWAP (obstacle);
  SWAP (snapshot);
  SWAP (notice);
  SWAP (uses_wal);
  SWAP (has_purged);
  SWAP (statements);
  SWAP (tables);
  SWAP (is_watched);
  SWAP (place);
  SWAP (seen_size);
  SWAP (seen_time);
  self->n_reopened++;
  g_signal_emit_by_name (self, "obstacle-changed");
  pact_library_set_patience (self, self->patience);
  if (self->is_read_only)
    return TRUE;
  _pact_library_watch_log (self);

  return _pact_library_tell_recording (self, error);
}

/**
 * pact_library_go_on_with:
 * @self: a library without an open edit
 * @path: the absolute path of a library
 * @error: return location for an error
 *
 * Makes @self that library. What was open is closed, and left as complete as it can be.
 *
 * Returns: whether it could be opened; %FALSE with @error set to an error of %PACT_STORE_ERROR, @self being as it was
 */
gboolean
pact_library_go_on_with (PactLibrary *self,
                         const char *path,
                         GError **error)
{
  g_return_val_if_fail (PACT_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (!self->edit.is_open, FALSE);

  _pact_library_part (self);

  return change_to (self, path, error);
}

/**
 * pact_library_save_to:
 * @self: a library without an open edit
 * @path: where to; nothing but the library itself may stand there that must not be replaced
 * @error: return location for an error
 *
 * Saves the whole library as it is in the file that is open, wherever that is, and goes on with the new file.
 *
 * Returns: whether all is saved there; %FALSE with @error set to %PACT_STORE_ERROR_TARGET, %PACT_STORE_ERROR_CORRUPT if
 *   not all can be read any more, or another of %PACT_STORE_ERROR, @self being as it was
 */
gboolean
pact_library_save_to (PactLibrary *self,
                      const char *path,
                      GError **error)
{
  g_autofree char *whole = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (PACT_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (!self->edit.is_open, FALSE);

  whole = g_canonicalize_filename (path, NULL);
  folder = g_path_get_dirname (whole);
  /* The folder may have gone with the file. */
  if (pact_library_look (self) == PACT_LIBRARY_GONE && g_str_equal (whole, self->path))
    g_mkdir_with_parents (folder, 0700);
  return _pact_library_copy_to (self, whole, NULL, error) && pact_library_go_on_with (self, whole, error);
}

/**
 * pact_library_reopen:
 * @self: a library without an open edit
 * @error: return location for an error
 *
 * Goes on with the file that is at the path now.
 *
 * Returns: whether that is a library that could be opened; %FALSE with @error set to an error of %PACT_STORE_ERROR, @self
 *   being as it was
 */
gboolean
pact_library_reopen (PactLibrary *self,
                     GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (PACT_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (!self->edit.is_open, FALSE);

  path = g_strdup (self->path);

  return pact_library_go_on_with (self, path, error);
}
