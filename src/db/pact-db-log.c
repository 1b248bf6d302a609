/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-db-log"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "pact-db-private.h"

/*
 * A log that does not belong to the file beside it.
 *
 * SQLite replays any log whose own sums are right, so that a backup that somebody copies over a library by hand would be
 * mixed with what the old library's log still holds. It can be told: a file says that it has a log before it gets the log,
 * and our backups do not say so; the log says how large the file's pages are; and both have marks, see
 * pact-db-mark.c, by which a library is told from any other that has a log, and from itself at another time. When
 * they were made or changed says nothing, as whoever copies a whole folder may begin with the log.
 *
 * See https://www.sqlite.org/fileformat.html, sections 1.3 and 4.1.
 */

#define FILE_HEADER_BYTES 100
#define LOG_HEADER_BYTES 32

static gboolean
read_header (const char *path,
             guint8 *header,
             gsize size)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  gssize n_read;

  if (fd < 0)
    return FALSE;
  n_read = read (fd, header, size);
  close (fd);

  return n_read == (gssize) size;
}

static guint32
get_number (const guint8 *bytes)
{
  guint32 number;

  memcpy (&number, bytes, sizeof number);

  return GUINT32_FROM_BE (number);
}

static gboolean
is_foreign (const char *path,
            const char *log)
{
  guint8 file_header[FILE_HEADER_BYTES];
  guint8 log_header[LOG_HEADER_BYTES];
  guint32 page_size;

  /* A log without a whole header has nothing in it, and what is no database has no log. */
  if (!read_header (log, log_header, sizeof log_header) || !read_header (path, file_header, sizeof file_header)
      || memcmp (file_header, "SQLite format 3", 16) != 0)
    return FALSE;

  page_size = (guint32) file_header[16] << 8 | file_header[17];
  if (page_size == 1)
    page_size = 65536;

  return (file_header[18] == 1 && file_header[19] == 1) || get_number (log_header + 8) != page_size
         || _pact_db_has_mark_of_another (path, log);
}

/* Where another program has the old library open its log is in use, and to move it would not help. */
static gboolean
is_open_elsewhere (const char *path)
{
  /* SQLite holds a lock on these bytes as long as it has the file open with a log. */
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0x40000000, .l_len = 512 };
  int fd = g_open (path, O_RDWR | O_CLOEXEC | O_NONBLOCK, 0);
  gboolean is_open;

  if (fd < 0)
    return FALSE;
  is_open = fcntl (fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
  close (fd);

  return is_open;
}

static gboolean
set_aside (PactDb *self,
           const char *log,
           GError **error)
{
  g_autofree char *index = g_strconcat (self->path, "-shm", NULL);
  g_autofree char *aside = pact_db_make_dated_name (log);
  g_autofree char *name = g_filename_display_name (self->path);
  g_autofree char *aside_name = g_path_get_basename (aside);
  g_autofree char *display_name = g_filename_display_name (aside_name);

  if (g_rename (log, aside) != 0)
    {
      g_set_error (error, PACT_DB_ERROR, PACT_DB_ERROR_FAILED,
                   _("Beside the library “%1$s” lies the log of another one, which cannot be moved: %2$s"), name,
                   g_strerror (errno));
      return FALSE;
    }
  g_unlink (index);
  self->notice = g_strdup_printf (_("The file “%1$s” was replaced, and what was left of the library before it does not belong"
                                    " to it. That was kept as “%2$s”."), name, display_name);

  return TRUE;
}

static gboolean
fail_open_elsewhere (PactDb *self,
                     GError **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  g_set_error (error, PACT_DB_ERROR, PACT_DB_ERROR_FAILED,
               _("The file “%s” was replaced while another program has the library open. Close that program first."), name);

  return FALSE;
}

/* To be called before SQLite opens the file, by whoever is the first in this process. */
gboolean
_pact_db_set_foreign_log_aside (PactDb *self,
                                GError **error)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);

  if (!is_foreign (self->path, log))
    return TRUE;
  if (is_open_elsewhere (self->path))
    return fail_open_elsewhere (self, error);

  return set_aside (self, log, error);
}

/* Likewise by whoever only reads: the log stays where it is, and nothing of it is read. */
gboolean
_pact_db_pass_foreign_log (PactDb *self,
                           GError **error)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *name = g_filename_display_name (self->path);

  self->ignores_log = is_foreign (self->path, log);
  if (!self->ignores_log)
    return TRUE;
  if (is_open_elsewhere (self->path))
    return fail_open_elsewhere (self, error);

  g_free (self->notice);
  self->notice = g_strdup_printf (_("The file “%s” was replaced, and what was left of the library before it does not belong"
                                    " to it. Nothing of that is shown."), name);

  return TRUE;
}

/**
 * pact_db_is_open_elsewhere:
 * @path: the path of a library that this process does not have open
 *
 * Returns: whether another process has it open
 */
gboolean
pact_db_is_open_elsewhere (const char *path)
{
  g_return_val_if_fail (path != NULL, FALSE);

  return is_open_elsewhere (path);
}

/**
 * pact_db_make_dated_name:
 * @path: a file
 *
 * Returns: (transfer full): a path beside @path with today's date, under which nothing is yet
 */
char *
pact_db_make_dated_name (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%dT%H%M%S");
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  name = g_strdup_printf ("%s.%s", path, date);
  for (guint i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.%s-%u", path, date, i);
    }

  return g_steal_pointer (&name);
}
