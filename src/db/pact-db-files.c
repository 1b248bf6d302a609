/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-db-files"

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pact-db-private.h"

/* What a file is before SQLite sees it, and which files this process has open. */

#define HEADER_BYTES 100 /* https://www.sqlite.org/fileformat.html, section 1.3 */

static guint32
get_number (const guint8 *header,
            gsize offset)
{
  guint32 number;

  memcpy (&number, header + offset, sizeof number);

  return GUINT32_FROM_BE (number);
}

gboolean
_pact_db_has_companion (const char *path,
                        const char *suffix)
{
  g_autofree char *companion = g_strconcat (path, suffix, NULL);

  return g_file_test (companion, G_FILE_TEST_EXISTS);
}

/* Whether a rollback journal says that the file was being made, and is empty as soon as SQLite sees it. */
static gboolean
is_half_made (const char *path)
{
  static const guint8 magic[] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  guint8 header[28];
  gssize n_read = -1;
  int fd = g_open (journal, O_RDONLY | O_CLOEXEC, 0);

  if (fd < 0)
    return FALSE;
  n_read = read (fd, header, sizeof header);
  close (fd);

  return n_read == sizeof header && memcmp (header, magic, sizeof magic) == 0 && get_number (header, 16) == 0;
}

/* Looks at the first bytes, before SQLite does: opening alone may change a file that is not ours to change. */
static PactDbNature
look_at_file (const char *path,
              const PactDbFormat *format)
{
  guint8 header[HEADER_BYTES];
  struct stat status;
  gssize n_read = -1;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);

  if (fd < 0)
    return FILE_IS_UNREADABLE;
  if (fstat (fd, &status) == 0 && S_ISREG (status.st_mode))
    n_read = read (fd, header, sizeof header);
  close (fd);
  if (n_read < 0)
    return FILE_IS_UNREADABLE;
  if (n_read == 0)
    return FILE_IS_EMPTY;
  if (n_read < HEADER_BYTES || memcmp (header, "SQLite format 3", 16) != 0)
    return FILE_IS_OTHER;

  /* A program that ended early may have left the truth beside the file. */
  if (is_half_made (path))
    return FILE_IS_EMPTY;
  if (_pact_db_has_companion (path, "-wal"))
    return FILE_IS_LIBRARY;
  if (get_number (header, 68) != format->application_id)
    return FILE_IS_OTHER;

  return get_number (header, 60) > format->version ? FILE_IS_NEWER : FILE_IS_LIBRARY;
}

/* The files that this process has connections to, and how many. When a process closes a file it loses the locks of all its
 * connections to it (https://www.sqlite.org/howtocorrupt.html, section 2.2), and another program may then take the log
 * away from under them. So nobody but SQLite opens such a file. */
static GMutex open_files_lock;
static GHashTable *open_files; /* identity: OpenFile */

typedef struct
{
  guint n_connections;
  gboolean is_sound; /* whether it was looked through and nothing was found */
  gboolean ignores_log; /* whether the log beside it is another one's */
  gboolean is_without_locks; /* whether nobody here or elsewhere writes to it */
} OpenFile;

static char *
name_file (const PactFileId *id)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, id->device, id->inode);
}

/* Whether the file at a path is a library, also one of a newer version. */
gboolean
_pact_db_is_library_file (PactDb *self,
                          const char *path)
{
  PactFileId id;
  g_autofree char *identity = NULL;
  PactDbNature nature = FILE_IS_OTHER;

  if (!pact_file_id_read (path, &id))
    return FALSE;

  identity = name_file (&id);
  g_mutex_lock (&open_files_lock);
  if (open_files != NULL && g_hash_table_contains (open_files, identity))
    nature = FILE_IS_OPEN;
  else
    nature = look_at_file (path, self->format);
  g_mutex_unlock (&open_files_lock);

  return nature == FILE_IS_OPEN || nature == FILE_IS_LIBRARY || nature == FILE_IS_NEWER;
}

/* Looks at the file at self->path unless it is open already, and counts it as open. */
PactDbNature
_pact_db_enter_file (PactDb *self)
{
  PactDbNature nature;
  OpenFile *file;

  if (!pact_file_id_read (self->path, &self->file_id))
    return FILE_IS_UNREADABLE;

  self->identity = name_file (&self->file_id);
  g_mutex_lock (&open_files_lock);
  if (open_files == NULL)
    open_files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  file = g_hash_table_lookup (open_files, self->identity);
  if (file == NULL)
    {
      file = g_new0 (OpenFile, 1);
      file->is_sound = _pact_db_read_seal (self->path);
      g_hash_table_insert (open_files, g_strdup (self->identity), file);
    }
  nature = file->n_connections++ > 0 ? FILE_IS_OPEN : look_at_file (self->path, self->format);
  g_mutex_unlock (&open_files_lock);

  return nature;
}

/* Whoever opens the file first has found out whether it is read without its log and without locks. It tells those that come
 * later, and they do likewise. */
void
_pact_db_agree_on_way (PactDb *self,
                       gboolean is_first)
{
  OpenFile *file;

  g_mutex_lock (&open_files_lock);
  file = g_hash_table_lookup (open_files, self->identity);
  if (!is_first)
    {
      self->ignores_log = file->ignores_log;
      if (self->snapshot == NULL && file->is_without_locks)
        self->snapshot = _pact_db_describe_state (self);
    }
  file->ignores_log = self->ignores_log;
  file->is_without_locks = self->snapshot != NULL;
  g_mutex_unlock (&open_files_lock);
}

/* To be called when the connection is closed. Who closes the last one leaves the file sealed if it is sound. */
void
_pact_db_leave_file (PactDb *self)
{
  OpenFile *file;

  if (self->identity == NULL)
    return;

  g_mutex_lock (&open_files_lock);
  file = g_hash_table_lookup (open_files, self->identity);
  if (--file->n_connections == 0)
    {
      if (file->is_sound && self->place == PACT_DB_IN_PLACE && !self->is_read_only
          && !_pact_db_has_companion (self->path, "-wal"))
        _pact_db_write_seal (self->path);
      g_hash_table_remove (open_files, self->identity);
    }
  g_mutex_unlock (&open_files_lock);
  g_clear_pointer (&self->identity, g_free);
}

/**
 * pact_db_is_known_sound:
 * @self: a database
 *
 * Returns: whether it was looked through, by this process or by an earlier one that left it as it is now
 */
gboolean
pact_db_is_known_sound (PactDb *self)
{
  OpenFile *file;
  gboolean is_sound;

  g_return_val_if_fail (PACT_IS_DB (self), FALSE);

  g_mutex_lock (&open_files_lock);
  file = self->identity != NULL ? g_hash_table_lookup (open_files, self->identity) : NULL;
  is_sound = file != NULL && file->is_sound;
  g_mutex_unlock (&open_files_lock);

  return is_sound;
}

void
_pact_db_set_known_sound (PactDb *self,
                          gboolean is_sound)
{
  OpenFile *file;

  g_mutex_lock (&open_files_lock);
  file = self->identity != NULL ? g_hash_table_lookup (open_files, self->identity) : NULL;
  if (file != NULL)
    file->is_sound = is_sound;
  g_mutex_unlock (&open_files_lock);
}
