/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-library-restore"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "pact-library-private.h"

/* A backup takes the library's place, and the library stays beside it under another name. */

static gboolean
fail_move (const char *path,
           GError **error)
{
  int reason = errno;
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, PACT_STORE_ERROR, PACT_STORE_ERROR_FAILED,
               _("The library “%1$s” cannot be put aside: %2$s. Nothing was restored."), name, g_strerror (reason));

  return FALSE;
}

static PactLibrary *
open_sound (const char *backup,
            const PactModel *model,
            GError **error)
{
  g_autoptr (PactLibrary) library = pact_library_open (backup, model, PACT_LIBRARY_BACKUP, error);
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *name = g_filename_display_name (backup);

  if (library == NULL)
    return NULL;
  if (g_error_matches (library->obstacle, PACT_STORE_ERROR, PACT_STORE_ERROR_NEWER))
    {
      g_propagate_error (error, g_error_copy (library->obstacle));
      return NULL;
    }
  if (!pact_library_check (library, &problems, error))
    return NULL;
  if (problems->len == 0)
    return g_steal_pointer (&library);

  g_set_error (error, PACT_STORE_ERROR, PACT_STORE_ERROR_CORRUPT, _("The backup “%1$s” is damaged: %2$s"), name,
               (const char *) g_ptr_array_index (problems, 0));

  return NULL;
}

static gboolean
may_replace (const char *path,
             const char *backup,
             GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (pact_paths_are_same_file (path, backup))
    {
      g_set_error (error, PACT_STORE_ERROR, PACT_STORE_ERROR_FAILED,
                   _("“%s” is the library itself, and no backup of it. Nothing was restored."), name);
      return FALSE;
    }
  if (pact_library_is_open_elsewhere (path))
    {
      g_set_error (error, PACT_STORE_ERROR, PACT_STORE_ERROR_BUSY,
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

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK ||
      sqlite3_exec (db, "PRAGMA secure_delete = ON; SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL) != SQLITE_OK)
    g_info ("The journal of %s was not replayed: %s", path, sqlite3_errmsg (db));
  sqlite3_close (db);
}

static gboolean
has_companion (const char *path,
               const char *suffix)
{
  g_autofree char *companion = g_strconcat (path, suffix, NULL);

  return g_file_test (companion, G_FILE_TEST_EXISTS);
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
  if (has_companion (path, "-journal"))
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

/* Removes the further names of a library that were made to put it aside by whoever was stopped before that was done. */
void
_pact_library_clear_half_restored (const char *path)
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

/**
 * pact_library_restore:
 * @path: the path of a library, which this process must not have open; it need not be there
 * @backup: a backup of it
 * @model: the model table
 * @aside: (out) (optional) (nullable): where the library is now that was there before, if there was one
 * @error: return location for an error
 *
 * Puts a copy of a backup in the place of a library, after looking it through. The library that was there is kept whole,
 * under a name with the date.
 *
 * Returns: whether that worked; %FALSE with @error set to an error of %PACT_STORE_ERROR, the library being as it was
 */
gboolean
pact_library_restore (const char *path,
                      const char *backup,
                      const PactModel *model,
                      char **aside,
                      GError **error)
{
  g_autoptr (PactLibrary) source = NULL;
  g_autofree char *real = NULL;
  g_autofree char *fresh = NULL;
  g_autofree char *old = NULL;
  gboolean is_there;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (backup != NULL, FALSE);

  /* Where the library is a link, it stays one. */
  real = realpath (path, NULL);
  if (real == NULL)
    real = g_canonicalize_filename (path, NULL);
  is_there = g_file_test (real, G_FILE_TEST_EXISTS);
  _pact_library_clear_half_restored (real);
  if (is_there && !may_replace (real, backup, error))
    return FALSE;
  source = open_sound (backup, model, error);
  if (source == NULL)
    return FALSE;

  fresh = g_strconcat (real, ".restored", NULL);
  old = pact_library_make_dated_name (real);
  if (!_pact_library_copy_to (source, fresh, NULL, error))
    return FALSE;
  if (!replace (real, fresh, old, error))
    {
      g_unlink (fresh);
      return FALSE;
    }
  _pact_library_write_seal (real);
  if (aside != NULL)
    *aside = is_there ? g_steal_pointer (&old) : NULL;

  return TRUE;
}
