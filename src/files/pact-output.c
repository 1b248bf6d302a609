/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-output"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pact-output-path.h"
#include "pact-output.h"

/* How long is waited for somebody who reads a FIFO, and how often is looked, in microseconds. */
#define FIFO_PATIENCE (10 * G_USEC_PER_SEC)
#define FIFO_INTERVAL (20 * 1000)

/* What is not whole yet stands under a name of this form. Its writer holds a lock on it for as long as it lives, so
 * that what a writer left behind that was killed can be told apart, and taken away. */
#define TEMPORARY_PREFIX ".pact-planner-"
#define TEMPORARY_SUFFIX ".tmp"
#define TEMPORARY_LENGTH (sizeof TEMPORARY_PREFIX - 1 + 6 + sizeof TEMPORARY_SUFFIX - 1)

/**
 * PactOutput:
 *
 * A file that is being written. One that is there stays as it is until the new content is whole, and then has it,
 * with its mode, its owner and the links that lead to it; who reads it sees the old content or the new, also after
 * a power cut. What is no file, such as a FIFO or `/dev/stdout`, is written to and never replaced.
 */
struct _PactOutput
{
  char *path;      /* where links lead to */
  char *temporary; /* (nullable) what takes its place; %NULL if the descriptor is what is written to */
  int fd;
};

/**
 * pact_reason_is_full:
 * @reason: a value of errno
 *
 * Returns: whether there is no room for what was to be written: on the disk, in the quota, or below the limit that the
 *   process was given
 */
gboolean
pact_reason_is_full (int reason)
{
  return reason == ENOSPC || reason == EDQUOT || reason == EFBIG;
}

static gboolean
fail (int reason,
      GError **error)
{
  GFileError code = pact_reason_is_full (reason) ? G_FILE_ERROR_NOSPC : g_file_error_from_errno (reason);

  g_set_error_literal (error, G_FILE_ERROR, code, g_strerror (reason));

  return FALSE;
}

static gboolean
is_temporary (const char *name)
{
  return g_str_has_prefix (name, TEMPORARY_PREFIX) && strlen (name) == TEMPORARY_LENGTH
         && g_str_has_suffix (name, TEMPORARY_SUFFIX);
}

/* SQLite keeps files of its own beside one that it writes. */
static void
unlink_with_siblings (const char *path)
{
  static const char *const suffixes[] = { "-journal", "-wal", "-shm", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

static void
clear_leftovers (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = NULL;
      int fd;

      if (!is_temporary (name))
        continue;
      path = g_build_filename (folder, name, NULL);
      fd = g_open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);
      if (fd < 0)
        continue;
      if (flock (fd, LOCK_EX | LOCK_NB) == 0)
        unlink_with_siblings (path);
      close (fd);
    }
}

/* Somebody who clears up may have taken the new file away in the moment before it was locked. */
static gboolean
make_temporary (PactOutput *self,
                const char *folder,
                guint mode,
                GError **error)
{
  struct stat status;

  do
    {
      if (self->fd >= 0)
        close (self->fd);
      g_free (self->temporary);
      self->temporary = g_build_filename (folder, TEMPORARY_PREFIX "XXXXXX" TEMPORARY_SUFFIX, NULL);
      self->fd = g_mkstemp_full (self->temporary, O_RDWR | O_CLOEXEC, mode);
      if (self->fd < 0)
        {
          int reason = errno;

          g_clear_pointer (&self->temporary, g_free);
          return fail (reason, error);
        }
    }
  while (flock (self->fd, LOCK_EX | LOCK_NB) == 0 && fstat (self->fd, &status) == 0 && status.st_nlink == 0);

  return TRUE;
}

static gboolean
open_file (PactOutput *self,
           guint mode,
           GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  if (faccessat (AT_FDCWD, self->path, F_OK, AT_EACCESS) == 0)
    {
      /* A file that may not be written is not got round by replacing it. It gets its mode back when it is whole. */
      if (faccessat (AT_FDCWD, self->path, W_OK, AT_EACCESS) != 0)
        return fail (errno, error);
      mode = PACT_OUTPUT_PRIVATE;
    }
  clear_leftovers (folder);

  return make_temporary (self, folder, mode, error);
}

/* What is no file. A FIFO that nobody reads yet is waited for, but not for ever. */
static gboolean
open_stream (PactOutput *self,
             GError **error)
{
  gint64 deadline = g_get_monotonic_time () + FIFO_PATIENCE;
  int flags;

  while ((self->fd = open (self->path, O_WRONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)) < 0)
    {
      if (errno != ENXIO || g_get_monotonic_time () > deadline)
        return fail (errno, error);
      g_usleep (FIFO_INTERVAL);
    }
  flags = fcntl (self->fd, F_GETFL);

  return fcntl (self->fd, F_SETFL, flags & ~O_NONBLOCK) == 0 || fail (errno, error);
}

static gboolean
open_descriptor (PactOutput *self,
                 int descriptor,
                 GError **error)
{
  self->fd = fcntl (descriptor, F_DUPFD_CLOEXEC, 3);

  return self->fd >= 0 || fail (errno, error);
}

/**
 * pact_output_new:
 * @path: where to write
 * @mode: the mode of the file if there is none yet, %PACT_OUTPUT_PRIVATE or %PACT_OUTPUT_PUBLIC
 * @error: return location for an error
 *
 * Begins to write a file. What writers that were killed have left in its folder is taken away.
 *
 * Returns: (transfer full) (nullable): the file, not there yet; or %NULL with @error set to an error of %G_FILE_ERROR
 *   that gives the reason only
 */
PactOutput *
pact_output_new (const char *path,
                 guint mode,
                 GError **error)
{
  g_autoptr (PactOutput) self = g_new0 (PactOutput, 1);
  g_autoptr (GError) failure = NULL;
  struct stat status;
  gboolean is_there;
  int descriptor;
  gboolean opened;

  g_return_val_if_fail (path != NULL, NULL);

  self->fd = -1;
  is_there = stat (path, &status) == 0;
  self->path = _pact_output_resolve (path, &descriptor, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  if (descriptor >= 0)
    opened = open_descriptor (self, descriptor, error);
  else if (!is_there || S_ISREG (status.st_mode))
    opened = open_file (self, mode, error);
  else if (S_ISDIR (status.st_mode))
    opened = fail (EISDIR, error);
  else
    opened = open_stream (self, error);

  return opened ? g_steal_pointer (&self) : NULL;
}

/**
 * pact_output_get_temporary:
 * @self: a file that is being written
 *
 * Returns: (transfer none) (nullable): the name under which it can be written by somebody else until it is whole; %NULL
 *   if it is no file
 */
const char *
pact_output_get_temporary (PactOutput *self)
{
  return self->temporary;
}

/**
 * pact_output_write:
 * @self: a file that is being written
 * @bytes: what comes next in it
 * @error: return location for an error
 *
 * Returns: whether all was written; %FALSE with @error set to an error of %G_FILE_ERROR
 */
gboolean
pact_output_write (PactOutput *self,
                   GBytes *bytes,
                   GError **error)
{
  gsize n_left;
  const char *data = g_bytes_get_data (bytes, &n_left);

  while (n_left > 0)
    {
      gssize n = write (self->fd, data, n_left);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail (errno, error);
      data += n;
      n_left -= n;
    }

  return TRUE;
}

/* The new content belongs to whom the old one did, with the same rights, as far as this process and the file system allow
 * that. Until then only this process's user may read it, so that at worst others who could cannot any more. */
static void
keep_mode (PactOutput *self)
{
  struct stat status;

  if (stat (self->path, &status) != 0)
    return;
  if ((fchown (self->fd, status.st_uid, status.st_gid) != 0 && fchown (self->fd, -1, status.st_gid) != 0)
      || fchmod (self->fd, status.st_mode & 07777) != 0)
    g_info ("%s is not as it was: %s", self->path, g_strerror (errno));
}

/* The name is as lasting as the content once the folder is on the disk. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/**
 * pact_output_commit:
 * @self: a file that is whole
 * @error: return location for an error
 *
 * Puts the file in its place, lastingly.
 *
 * Returns: whether it stands there; %FALSE with @error set to an error of %G_FILE_ERROR, an older file being untouched
 */
gboolean
pact_output_commit (PactOutput *self,
                    GError **error)
{
  if (self->temporary == NULL)
    return fsync (self->fd) == 0 || errno == EINVAL || errno == EROFS || errno == ENOTSUP || fail (errno, error);

  keep_mode (self);
  if (fsync (self->fd) != 0 || g_rename (self->temporary, self->path) != 0)
    return fail (errno, error);
  g_clear_pointer (&self->temporary, g_free);
  sync_folder (self->path);

  return TRUE;
}

/**
 * pact_output_free:
 * @self: (transfer full) (nullable): a file
 *
 * Ends writing. Without pact_output_commit() nothing is left of the new content, unless it went to what is no file.
 */
void
pact_output_free (PactOutput *self)
{
  if (self == NULL)
    return;

  if (self->temporary != NULL)
    unlink_with_siblings (self->temporary);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}
