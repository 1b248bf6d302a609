/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-library-open"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pact-library-private.h"
#include "pact-output.h"

/* From a path to an open file that is a library, or to a sentence that says why not. */

#define RETRY_AFTER 20    /* milliseconds */
#define HEADER_BYTES 100  /* https://www.sqlite.org/fileformat.html, section 1.3 */

typedef enum
{
  FILE_IS_LIBRARY,
  FILE_IS_OPEN, /* by this process, so that it was found to be a library before */
  FILE_IS_EMPTY,
  FILE_IS_NEWER,
  FILE_IS_OTHER,
  FILE_IS_UNREADABLE,
} FileNature;

static guint32
get_number (const guint8 *header,
            gsize offset)
{
  guint32 number;

  memcpy (&number, header + offset, sizeof number);

  return GUINT32_FROM_BE (number);
}

static gboolean
has_sibling (const char *path,
             const char *suffix)
{
  g_autofree char *sibling = g_strconcat (path, suffix, NULL);

  return g_file_test (sibling, G_FILE_TEST_EXISTS);
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
static FileNature
look_at_file (const char *path)
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
  if (has_sibling (path, "-wal"))
    return FILE_IS_LIBRARY;
  if (get_number (header, 68) != PACT_LIBRARY_APPLICATION_ID)
    return FILE_IS_OTHER;

  return get_number (header, 60) > PACT_LIBRARY_VERSION ? FILE_IS_NEWER : FILE_IS_LIBRARY;
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
_pact_library_is_library_file (const char *path)
{
  PactFileId id;
  g_autofree char *identity = NULL;
  FileNature nature = FILE_IS_OTHER;

  if (!pact_file_id_read (path, &id))
    return FALSE;

  identity = name_file (&id);
  g_mutex_lock (&open_files_lock);
  if (open_files != NULL && g_hash_table_contains (open_files, identity))
    nature = FILE_IS_OPEN;
  else
    nature = look_at_file (path);
  g_mutex_unlock (&open_files_lock);

  return nature == FILE_IS_OPEN || nature == FILE_IS_LIBRARY || nature == FILE_IS_NEWER;
}

/* Looks at the file at self->path unless it is open already, and counts it as open. */
static FileNature
enter_file (PactLibrary *self)
{
  FileNature nature;
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
      file->is_sound = _pact_library_read_seal (self);
      g_hash_table_insert (open_files, g_strdup (self->identity), file);
    }
  nature = file->n_connections++ > 0 ? FILE_IS_OPEN : look_at_file (self->path);
  g_mutex_unlock (&open_files_lock);

  return nature;
}

/* To be called when the connection is closed. Who closes the last one leaves the file sealed if it is sound. */
void
_pact_library_leave_file (PactLibrary *self)
{
  OpenFile *file;

  if (self->identity == NULL)
    return;

  g_mutex_lock (&open_files_lock);
  file = g_hash_table_lookup (open_files, self->identity);
  if (--file->n_connections == 0)
    {
      if (file->is_sound && self->place == PACT_LIBRARY_IN_PLACE && !self->is_read_only && !has_sibling (self->path, "-wal"))
        _pact_library_write_seal (self->path);
      g_hash_table_remove (open_files, self->identity);
    }
  g_mutex_unlock (&open_files_lock);
  g_clear_pointer (&self->identity, g_free);
}

gboolean
_pact_library_is_known_sound (PactLibrary *self)
{
  OpenFile *file;
  gboolean is_sound;

  g_mutex_lock (&open_files_lock);
  file = self->identity != NULL ? g_hash_table_lookup (open_files, self->identity) : NULL;
  is_sound = file != NULL && file->is_sound;
  g_mutex_unlock (&open_files_lock);

  return is_sound;
}

void
_pact_library_set_known_sound (PactLibrary *self,
                               gboolean is_sound)
{
  OpenFile *file;

  g_mutex_lock (&open_files_lock);
  file = self->identity != NULL ? g_hash_table_lookup (open_files, self->identity) : NULL;
  if (file != NULL)
    file->is_sound = is_sound;
  g_mutex_unlock (&open_files_lock);
}

/* A library of a newer version can be read, but not written: who writes has to keep what is new in it. */
static void
keep_newer (PactLibrary *self)
{
  g_autofree char *name = g_filename_display_name (self->path);
  g_autoptr (GError) obstacle =
    g_error_new (PACT_STORE_ERROR, PACT_STORE_ERROR_NEWER,
                 _("The library “%s” was written by a newer version of Pact Planner. It can only be read here."), name);

  _pact_library_set_obstacle (self, obstacle);
}

/* SQLite would make the file readable for everybody. */
static gboolean
create_file (PactLibrary *self,
             GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  int fd = -1;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    fd = g_open (self->path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0)
    return _pact_library_fail (self, pact_reason_is_full (errno) ? SQLITE_FULL : SQLITE_CANTOPEN, error);
  close (fd);

  return TRUE;
}

/* Where the library is a link, SQLite keeps what belongs to it beside the file that the link leads to. */
static void
follow_links (PactLibrary *self)
{
  char *path = realpath (self->path, NULL);

  if (path != NULL && !g_str_equal (path, self->path))
    {
      g_free (self->path);
      self->path = g_strdup (path);
    }
  free (path);
}

/* Where nothing may be written SQLite cannot make the shared memory that locks and logs need. There it is done without, as
 * long as the file and its log stay as they were; see _pact_library_mend(). A log that is there is read all the same, by
 * whoever claims to be alone, unless it is another one's; one that is not there must not be looked for. */
static int
open_without_locks (PactLibrary *self,
                    int flags)
{
  g_autofree char *uri = NULL;
  g_autofree char *immutable = NULL;

  if (!self->ignores_log && (has_sibling (self->path, "-wal") || has_sibling (self->path, "-journal")))
    return sqlite3_open_v2 (self->path, &self->db, flags, "unix-none");

  uri = g_filename_to_uri (self->path, NULL, NULL);
  immutable = g_strconcat (uri, "?immutable=1", NULL);

  return sqlite3_open_v2 (immutable, &self->db, flags | SQLITE_OPEN_URI, NULL);
}

static gboolean
open_connection (PactLibrary *self,
                 gboolean is_read_only,
                 GError **error)
{
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
              (is_read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
  int code = self->snapshot != NULL ? open_without_locks (self, flags) : sqlite3_open_v2 (self->path, &self->db, flags, NULL);

  if (code != SQLITE_OK)
    return _pact_library_fail (self, code, error);

  sqlite3_busy_timeout (self->db, self->patience);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  if (self->snapshot != NULL)
    {
      sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
      if (!_pact_library_execute (self, "PRAGMA locking_mode = EXCLUSIVE", error))
        return FALSE;
    }

  /* What is deleted is overwritten always, not only when a plan is deleted for good: where rows have moved within the file
   * they would leave copies that nobody finds later. */
  return _pact_library_execute (self,
                                "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON;"
                                "PRAGMA wal_autocheckpoint = 0; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON",
                                error);
}

/* Reads the marks as SQLite sees them: the log beside the file may be newer than the file. */
static gboolean
read_marks (PactLibrary *self,
            gint64 *application_id,
            gint64 *version,
            GError **error)
{
  return _pact_library_get_integer (self, application_id, error, "PRAGMA application_id", "") &&
         _pact_library_get_integer (self, version, error, "PRAGMA user_version", "");
}

static gboolean
check_marks (PactLibrary *self,
             gboolean *is_newer,
             GError **error)
{
  gint64 application_id, version;

  if (!read_marks (self, &application_id, &version, error))
    return FALSE;
  if (application_id != PACT_LIBRARY_APPLICATION_ID)
    return _pact_library_fail (self, SQLITE_NOTADB, error);

  *is_newer = version > PACT_LIBRARY_VERSION;

  return TRUE;
}

static gboolean
create_unless_there (PactLibrary *self,
                     GError **error)
{
  gint64 application_id, version, n_tables;

  /* Another program may have made it while this one waited. */
  if (!read_marks (self, &application_id, &version, error) ||
      !_pact_library_get_integer (self, &n_tables, error, "SELECT count(*) FROM sqlite_schema", ""))
    return FALSE;
  if (application_id == PACT_LIBRARY_APPLICATION_ID)
    return TRUE;
  if (application_id != 0 || n_tables > 0)
    return _pact_library_fail (self, SQLITE_NOTADB, error);

  return _pact_library_create_schema (self, error);
}

/* The file gets its tables before it gets its log, so that it is marked as a library from its first byte. */
static gboolean
make_library (PactLibrary *self,
              GError **error)
{
  /* What is made here needs no looking through. */
  _pact_library_set_known_sound (self, TRUE);

  return _pact_library_begin_write (self, error) &&
         _pact_library_end_write (self, create_unless_there (self, error), error);
}

static gboolean
set_log (PactLibrary *self,
         GError **error)
{
  g_autoptr (PactStatement) statement =
    _pact_library_query (self, error, self->is_read_only ? "PRAGMA journal_mode" : "PRAGMA journal_mode = WAL", "");
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  /* Where shared memory does not work, as on most network drives, SQLite keeps the rollback journal. */
  if (_pact_library_next (self, statement, &failure))
    self->uses_wal =
      self->snapshot == NULL && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "wal") == 0;
  if (failure == NULL)
    return TRUE;
  if (g_error_matches (failure, PACT_STORE_ERROR, PACT_STORE_ERROR_FAILED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
prepare_tables (PactLibrary *self,
                GError **error)
{
  gboolean is_current;

  if (!_pact_library_read_tables (self, error) || !_pact_library_is_current (self, &is_current, error))
    return FALSE;
  if (self->is_read_only)
    return TRUE;

  return (is_current || _pact_library_migrate (self, error)) && _pact_library_make_triggers (self, error);
}

void
_pact_library_forget_log (PactLibrary *self)
{
  if (self->log_file >= 0)
    close (self->log_file);
  self->log_file = -1;
}

/* If somebody has deleted the log alone, what stands in it is in the file only if we put it there. Whoever took it away
 * after reading it has done so already. */
static void
rescue_log (PactLibrary *self)
{
  if (!has_sibling (self->path, "-wal") && !self->is_read_only)
    sqlite3_wal_checkpoint_v2 (self->db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
}

static void
close_connection (PactLibrary *self)
{
  self->is_watched = FALSE;
  g_hash_table_remove_all (self->statements);
  sqlite3_close (g_steal_pointer (&self->db));
  _pact_library_forget_log (self);
}

static void
open_log (PactLibrary *self)
{
  g_autofree char *path = NULL;

  if (!self->uses_wal || self->log_file >= 0)
    return;
  path = g_strconcat (self->path, "-wal", NULL);
  self->log_file = open (path, O_RDONLY | O_CLOEXEC);
}

/* What a journal beside the file says is found out through a connection that cannot write. */
static gboolean
check_first (PactLibrary *self,
             gboolean *is_newer,
             GError **error)
{
  gboolean is_ours = open_connection (self, TRUE, error);

  if (is_ours)
    {
      sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
      is_ours = check_marks (self, is_newer, error);
    }
  close_connection (self);

  return is_ours;
}

/* Reads without the log that is another one's, and without locks, for which files would be made beside it, where a copy is
 * looked into that nobody writes to. The first connection has found that out for those that come later. */
static gboolean
choose_way_to_read (PactLibrary *self,
                    FileNature nature,
                    GError **error)
{
  OpenFile *file;

  self->ignores_log = FALSE;
  if (nature == FILE_IS_LIBRARY && has_sibling (self->path, "-wal") && !_pact_library_pass_foreign_log (self, error))
    return FALSE;
  if (self->snapshot == NULL && nature != FILE_IS_OPEN &&
      (self->ignores_log || (_pact_library_is_backup (self) && !pact_library_is_open_elsewhere (self->path))))
    self->snapshot = _pact_library_describe_state (self);

  g_mutex_lock (&open_files_lock);
  file = g_hash_table_lookup (open_files, self->identity);
  if (nature == FILE_IS_OPEN)
    {
      self->ignores_log = file->ignores_log;
      if (self->snapshot == NULL && file->is_without_locks)
        self->snapshot = _pact_library_describe_state (self);
    }
  file->ignores_log = self->ignores_log;
  file->is_without_locks = self->snapshot != NULL;
  g_mutex_unlock (&open_files_lock);

  return TRUE;
}

static gboolean
open_once (PactLibrary *self,
           gboolean is_read_only,
           gboolean may_create,
           GError **error)
{
  FileNature nature;
  gboolean is_newer;

  if (may_create && !g_file_test (self->path, G_FILE_TEST_EXISTS) && !create_file (self, error))
    return FALSE;

  follow_links (self);
  nature = enter_file (self);
  is_newer = nature == FILE_IS_NEWER;
  if (nature == FILE_IS_OTHER || (nature == FILE_IS_EMPTY && !may_create))
    return _pact_library_fail (self, SQLITE_NOTADB, error);
  if (nature == FILE_IS_UNREADABLE)
    return _pact_library_fail (self, SQLITE_CANTOPEN, error);
  if (nature == FILE_IS_LIBRARY && !is_read_only)
    _pact_library_clear_half_restored (self->path);
  if (nature == FILE_IS_LIBRARY && !is_read_only && has_sibling (self->path, "-wal") &&
      (!_pact_library_set_foreign_log_aside (self, error) || !check_first (self, &is_newer, error)))
    return FALSE;
  if (is_read_only && !choose_way_to_read (self, nature, error))
    return FALSE;

  if (is_newer)
    keep_newer (self);
  if (self->obstacle != NULL)
    is_read_only = TRUE;
  if (self->obstacle != NULL && self->snapshot == NULL && !has_sibling (self->path, "-wal") &&
      !has_sibling (self->path, "-journal"))
    self->snapshot = _pact_library_describe_state (self);
  if (!open_connection (self, is_read_only, error))
    return FALSE;
  /* A file that may not be written is opened all the same. */
  self->is_read_only = sqlite3_db_readonly (self->db, "main") == 1;
  if (self->is_read_only && self->obstacle == NULL && !(self->flags & PACT_LIBRARY_READ_ONLY))
    _pact_library_note_read_only (self, NULL);
  if (nature == FILE_IS_EMPTY && !make_library (self, error))
    return FALSE;
  if (!check_marks (self, &is_newer, error))
    return FALSE;
  if (is_newer && self->obstacle == NULL)
    keep_newer (self);

  return set_log (self, error) && prepare_tables (self, error);
}

/* What cannot be written can perhaps be read: first as others do, with locks, then without. */
static gboolean
open_for_reading (PactLibrary *self,
                  const GError *failure)
{
  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    return FALSE;

  for (int without_locks = 0; without_locks <= 1; without_locks++)
    {
      _pact_library_note_read_only (self, failure);
      if (without_locks)
        self->snapshot = _pact_library_describe_state (self);
      if (open_once (self, TRUE, FALSE, NULL))
        return TRUE;
      close_connection (self);
      _pact_library_leave_file (self);
      g_clear_pointer (&self->snapshot, g_free);
    }
  _pact_library_set_obstacle (self, NULL);

  return FALSE;
}

/* Opens the file at self->path; if @may_create and there is none, it is made first. While another program makes it,
 * recovers it or gives it its log, SQLite does not wait by itself. */
gboolean
_pact_library_open_file (PactLibrary *self,
                         gboolean may_create,
                         GError **error)
{
  gboolean is_read_only = (self->flags & PACT_LIBRARY_READ_ONLY) != 0;
  gint64 deadline = g_get_monotonic_time () + PACT_LIBRARY_PATIENCE * G_GINT64_CONSTANT (1000);
  g_autoptr (GError) failure = NULL;

  while (!open_once (self, is_read_only, may_create && !is_read_only, &failure))
    {
      close_connection (self);
      _pact_library_leave_file (self);
      g_clear_pointer (&self->snapshot, g_free);
      if (_pact_library_is_hindrance (failure) && open_for_reading (self, failure))
        return TRUE;
      if (!g_error_matches (failure, PACT_STORE_ERROR, PACT_STORE_ERROR_BUSY) || g_get_monotonic_time () > deadline)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      g_clear_error (&failure);
      g_usleep (RETRY_AFTER * 1000);
    }
  if (!self->is_read_only)
    _pact_library_watch_log (self);
  open_log (self);
  self->is_watched = TRUE;
  self->place = PACT_LIBRARY_IN_PLACE;
  self->seen_size = 0;

  return TRUE;
}

static void
close_to_open_again (PactLibrary *self)
{
  /* The new log is another program's by now. */
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  close_connection (self);
  _pact_library_leave_file (self);
  g_clear_pointer (&self->snapshot, g_free);
  if (!g_error_matches (self->obstacle, PACT_STORE_ERROR, PACT_STORE_ERROR_CORRUPT))
    _pact_library_set_obstacle (self, NULL);
}

/* Without locks nobody is kept from writing. If somebody has, the library is opened again. */
static gboolean
is_as_it_was (PactLibrary *self)
{
  g_autofree char *state = _pact_library_describe_state (self);

  return g_strcmp0 (state, self->snapshot) == 0;
}

/* Whoever in this process opens and closes the file without SQLite, such as a file dialog that looks into its folder, makes
 * the process lose its locks; another program that closes the library then takes itself for the last, writes the log into
 * the file and deletes it. What would be written after that would be written into a deleted log. So before anything is
 * written or looked for it is seen whether the log is still there, and if not the connection is made anew. If the file is
 * not in its place either, reading goes on with what is open, and nothing is written, see pact_library_look(). */
gboolean
_pact_library_mend (PactLibrary *self,
                    GError **error)
{
  struct stat status;

  if (self->db != NULL && pact_library_look (self) != PACT_LIBRARY_IN_PLACE)
    return TRUE;
  if (self->db != NULL && self->snapshot != NULL)
    {
      if (is_as_it_was (self))
        return TRUE;
      close_to_open_again (self);
    }
  else if (self->db != NULL)
    {
      open_log (self);
      if (self->log_file < 0 || fstat (self->log_file, &status) != 0 || status.st_nlink > 0)
        return TRUE;

      g_info ("The log of %s was taken away; the library is opened again", self->path);
      rescue_log (self);
      close_to_open_again (self);
    }
  self->n_reopened++;

  return _pact_library_open_file (self, FALSE, error);
}
