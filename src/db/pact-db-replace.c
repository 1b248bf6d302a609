/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-db-replace"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "pact-db-private.h"

/* A backup takes a file's place, and the file stays beside it under another name. */

static gboolean
fail_move (const char *path,
           GError **error)
{
  int reason = errno;
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, PACT_DB_ERROR, PACT_DB_ERROR_FAILED,
               _("The library “%1$s” cannot be put aside: %2$s. Nothing was restored."), name, g_strerror (reason));

  return FALSE;
}

static gboolean
may_replace (const char *path,
             const char *backup,
             GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (pact_paths_are_same_file (path, backup))
    {
      g_set_error (error, PACT_DB_ERROR, PACT_DB_ERROR_FAILED,
                   _("“%s” is the library itself, and no backup of it. Nothing was restored."), name);
      return FALSE;
    }
  if (pact_db_is_open_elsewhere (path))
    {
      g_set_error (error, PACT_DB_ERROR, PACT_DB_ERROR_BUSY,
                   _("Another program has the library “%s” open. Close it first. Nothing was restored."), name);
      return FALSE;
    }

  return TRUE;
}

/* What a journal beside the file says of it becomes so, if SQLite can read it. */
static void
replay_journal (const char *path)
{
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK
      || sqlite3_exec (db, "PRAGMA secure_delete = ON; SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL) != SQLITE_OK)
    g_info ("The journal of %s was not replayed: %s", path, sqlite3_errmsg (db));
  sqlite3_close (db);
}

static gboolean
copy (const char *from,
      const char *to)
{
  g_autofree char *temporary = g_strconcat (from, ".kept", NULL);
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (temporary);
  g_autoptr (GError) error = NULL;
  int fd;
  gboolean is_written = FALSE;

  if (!g_file_copy (source, target, G_FILE_COPY_OVERWRITE | G_FILE_COPY_ALL_METADATA, NULL, NULL, NULL, &error))
    {
      errno = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ? ENOSPC : EIO;
      return FALSE;
    }
  fd = g_open (temporary, O_RDONLY | O_CLOEXEC, 0);
  if (fd >= 0)
    {
      is_written = fsync (fd) == 0;
      close (fd);
    }

  return is_written && rename (temporary, to) == 0;
}

/* Gives a file, if it is there, a further name, or makes a copy of it where the file system knows no links. */
static gboolean
keep (const char *path,
      const char *aside,
      const char *suffix,
      GError **error)
{
  g_autofree char *from = g_strconcat (path, suffix, NULL);
  g_autofree char *to = g_strconcat (aside, suffix, NULL);

  return link (from, to) == 0 || errno == ENOENT || copy (from, to) || fail_move (path, error);
}

static gboolean
move_journal (const char *path,
              const char *aside,
              GError **error)
{
  g_autofree char *from = g_strconcat (path, "-journal", NULL);
  g_autofree char *to = g_strconcat (aside, "-journal", NULL);

  return rename (from, to) == 0 || errno == ENOENT || fail_move (path, error);
}

static void
remove_companion (const char *path,
                  const char *suffix)
{
  g_autofree char *companion = g_strconcat (path, suffix, NULL);

  g_unlink (companion);
}

static void
settle_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/* Whoever is stopped at any of these steps leaves the old library with its log, or the new one; beside that the old log is
 * a foreign one, as the new one says that it has none. Only a journal that SQLite could not replay goes first, as it would
 * be replayed into the new library. */
static gboolean
replace (const char *path,
         const char *fresh,
         const char *aside,
         GError **error)
{
  if (_pact_db_has_companion (path, "-journal"))
    replay_journal (path);
  if (!move_journal (path, aside, error) || !keep (path, aside, "", error) || !keep (path, aside, "-wal", error))
    return FALSE;
  settle_folder (path);
  if (g_rename (fresh, path) != 0)
    return fail_move (path, error);
  remove_companion (path, "-wal");
  remove_companion (path, "-shm");
  settle_folder (path);

  return TRUE;
}

/* Removes the further names of a file that were made to put it aside by whoever was stopped before that was done. */
void
_pact_db_clear_half_replaced (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *start = g_strconcat (name, ".20", NULL);
  g_autoptr (GDir) directory = NULL;
  const char *entry;
  GStatBuf status;

  if (g_stat (path, &status) != 0 || status.st_nlink < 2)
    return;
  directory = g_dir_open (folder, 0, NULL);
  while (directory != NULL && (entry = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *aside = g_build_filename (folder, entry, NULL);

      if (!g_str_has_prefix (entry, start) || !pact_paths_are_same_file (path, aside))
        continue;
      remove_companion (aside, "-wal");
      g_unlink (aside);
    }
}


/* Where the file is a link, it stays one. */
static char *
find_real (const char *path)
{
  char *found = realpath (path, NULL);
  char *real = found != NULL ? g_strdup (found) : g_canonicalize_filename (path, NULL);

  free (found);

  return real;
}

/**
 * pact_db_check_replaceable:
 * @path: the path of a file; it need not be there
 * @backup: what is to take its place
 * @error: return location for an error
 *
 * To be asked before pact_db_replace().
 *
 * Returns: whether it may be replaced; %FALSE with @error set to an error of %PACT_DB_ERROR if @backup is the file itself, or
 *   another program has it open
 */
gboolean
pact_db_check_replaceable (const char *path,
                           const char *backup,
                           GError **error)
{
  g_autofree char *real = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (backup != NULL, FALSE);

  real = find_real (path);
  _pact_db_clear_half_replaced (real);

  return !g_file_test (real, G_FILE_TEST_EXISTS) || may_replace (real, backup, error);
}

/**
 * pact_db_replace:
 * @path: the path of a file, which this process must not have open; it need not be there
 * @source: a backup of it that is sound
 * @aside: (out) (optional) (nullable): where the file is now that was there before, if there was one
 * @error: return location for an error
 *
 * Puts a copy of a backup in the place of a file. What was there is kept whole, under a name with the date. What stops @source
 * stops this, until the copy is made.
 *
 * Returns: whether that worked; %FALSE with @error set to an error of %PACT_DB_ERROR or %G_IO_ERROR_CANCELLED, the file being
 *   as it was
 */
gboolean
pact_db_replace (const char *path,
                 PactDb *source,
                 char **aside,
                 GError **error)
{
  g_autofree char *real = NULL;
  g_autofree char *fresh = NULL;
  g_autofree char *old = NULL;
  gboolean was_there;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (PACT_IS_DB (source), FALSE);

  real = find_real (path);
  was_there = g_file_test (real, G_FILE_TEST_EXISTS);
  fresh = g_strconcat (real, ".restored", NULL);
  old = pact_db_make_dated_name (real);
  if (!pact_db_back_up (source, fresh, source->cancellable, error))
    return FALSE;
  if (!replace (real, fresh, old, error))
    {
      g_unlink (fresh);
      return FALSE;
    }
  _pact_db_write_seal (real);
  if (aside != NULL)
    *aside = was_there ? g_steal_pointer (&old) : NULL;

  return TRUE;
}
