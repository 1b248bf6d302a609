/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-db-open"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pact-db-private.h"
#include "pact-output.h"

/* From a path to an open file that is a library, or to a sentence that says why not. */

#define RETRY_AFTER 20 /* milliseconds */

static const char meta_sql[] = "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT";

/* A library of a newer version can be read, but not written: who writes has to keep what is new in it. */
static void
keep_newer (PactDb *self)
{
  g_autofree char *name = g_filename_display_name (self->path);
  g_autoptr (GError) obstacle =
    g_error_new (PACT_DB_ERROR, PACT_DB_ERROR_NEWER,
                 _("The library “%s” was written by a newer version of Pact Planner. It can only be read here."), name);

  _pact_db_set_obstacle (self, obstacle);
}

/* SQLite would make the file readable for everybody. */
static gboolean
create_file (PactDb *self,
             GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  int fd = -1;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    fd = g_open (self->path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0)
    return _pact_db_fail (self, pact_reason_is_full (errno) ? SQLITE_FULL : SQLITE_CANTOPEN, error);
  close (fd);

  return TRUE;
}

/* Where the library is a link, SQLite keeps what belongs to it beside the file that the link leads to. */
static void
follow_links (PactDb *self)
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
 * long as the file and its log stay as they were; see pact_db_mend(). A log that is there is read all the same, by
 * whoever claims to be alone, unless it is another one's; one that is not there must not be looked for. */
static int
open_without_locks (PactDb *self,
                    int flags)
{
  g_autofree char *uri = NULL;
  g_autofree char *immutable = NULL;

  if (!self->ignores_log && (_pact_db_has_companion (self->path, "-wal") || _pact_db_has_companion (self->path, "-journal")))
    return sqlite3_open_v2 (self->path, &self->connection, flags, "unix-none");

  uri = g_filename_to_uri (self->path, NULL, NULL);
  immutable = g_strconcat (uri, "?immutable=1", NULL);

  return sqlite3_open_v2 (immutable, &self->connection, flags | SQLITE_OPEN_URI, NULL);
}

static gboolean
open_connection (PactDb *self,
                 gboolean is_read_only,
                 GError **error)
{
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
              | (is_read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
  int code = self->snapshot != NULL ? open_without_locks (self, flags)
                                    : sqlite3_open_v2 (self->path, &self->connection, flags, NULL);

  if (code != SQLITE_OK)
    return _pact_db_fail (self, code, error);

  sqlite3_busy_timeout (self->connection, self->patience);
  if (self->cancellable != NULL)
    _pact_db_follow_cancellable (self);
  sqlite3_db_config (self->connection, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  if (self->snapshot != NULL)
    {
      sqlite3_db_config (self->connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
      if (!pact_db_execute (self, "PRAGMA locking_mode = EXCLUSIVE", error))
        return FALSE;
    }

  /* What is deleted is overwritten always, not only when a plan is deleted for good: where rows have moved within the file
   * they would leave copies that nobody finds later. */
  return pact_db_execute (self,
                          "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON;"
                          "PRAGMA wal_autocheckpoint = 0; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON",
                          error);
}

/* Reads the marks as SQLite sees them: the log beside the file may be newer than the file. */
static gboolean
read_marks (PactDb *self,
            gint64 *application_id,
            gint64 *version,
            GError **error)
{
  return pact_db_get_integer (self, application_id, error, "PRAGMA application_id", "")
         && pact_db_get_integer (self, version, error, "PRAGMA user_version", "");
}

static gboolean
check_marks (PactDb *self,
             gboolean *is_newer,
             GError **error)
{
  gint64 application_id, version;

  if (!read_marks (self, &application_id, &version, error))
    return FALSE;
  if (application_id != self->format->application_id)
    return _pact_db_fail (self, SQLITE_NOTADB, error);

  *is_newer = version > self->format->version;

  return TRUE;
}

static gboolean
create_unless_there (PactDb *self,
                     GError **error)
{
  g_autofree char *marks = NULL;
  gint64 application_id, version, n_tables;

  /* Another program may have made it while this one waited. */
  if (!read_marks (self, &application_id, &version, error)
      || !pact_db_get_integer (self, &n_tables, error, "SELECT count(*) FROM sqlite_schema", ""))
    return FALSE;
  if (application_id == self->format->application_id)
    return TRUE;
  if (application_id != 0 || n_tables > 0)
    return _pact_db_fail (self, SQLITE_NOTADB, error);

  marks = g_strdup_printf ("PRAGMA application_id = %u; PRAGMA user_version = %" G_GINT64_FORMAT,
                           self->format->application_id, self->format->version);

  return pact_db_execute (self, meta_sql, error) && self->format->create (self, self->data, error)
         && pact_db_execute (self, marks, error);
}

/* The file gets its tables before it gets its log, so that it is marked as a library from its first byte. */
static gboolean
make_library (PactDb *self,
              GError **error)
{
  /* What is made here needs no looking through. */
  _pact_db_set_known_sound (self, TRUE);

  return pact_db_begin_write (self, error)
         && pact_db_end_write (self, create_unless_there (self, error), error);
}

static gboolean
set_log (PactDb *self,
         GError **error)
{
  g_autoptr (PactStatement) statement =
    pact_db_query (self, error, self->is_read_only ? "PRAGMA journal_mode" : "PRAGMA journal_mode = WAL", "");
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  /* Where shared memory does not work, as on most network drives, SQLite keeps the rollback journal. */
  if (pact_statement_next (statement, &failure))
    self->uses_wal =
      self->snapshot == NULL && g_strcmp0 (pact_statement_get_text (statement, 0), "wal") == 0;
  if (failure == NULL)
    return TRUE;
  if (g_error_matches (failure, PACT_DB_ERROR, PACT_DB_ERROR_FAILED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

void
_pact_db_forget_log (PactDb *self)
{
  if (self->log_file >= 0)
    close (self->log_file);
  self->log_file = -1;
}

/* If somebody has deleted the log alone, what stands in it is in the file only if we put it there. Whoever took it away
 * after reading it has done so already. */
static void
rescue_log (PactDb *self)
{
  if (!_pact_db_has_companion (self->path, "-wal") && !self->is_read_only)
    sqlite3_wal_checkpoint_v2 (self->connection, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
}

static void
close_connection (PactDb *self)
{
  self->is_watched = FALSE;
  g_hash_table_remove_all (self->statements);
  sqlite3_close (g_steal_pointer (&self->connection));
  _pact_db_forget_log (self);
}

static void
open_log (PactDb *self)
{
  g_autofree char *path = NULL;

  if (!self->uses_wal || self->log_file >= 0)
    return;
  path = g_strconcat (self->path, "-wal", NULL);
  self->log_file = open (path, O_RDONLY | O_CLOEXEC);
}

/* What a journal beside the file says is found out through a connection that cannot write. */
static gboolean
check_first (PactDb *self,
             gboolean *is_newer,
             GError **error)
{
  gboolean is_ours = open_connection (self, TRUE, error);

  if (is_ours)
    {
      sqlite3_db_config (self->connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
      is_ours = check_marks (self, is_newer, error);
    }
  close_connection (self);

  return is_ours;
}

/* Reads without the log that is another one's, and without locks, for which files would be made beside it, where a copy is
 * looked into that nobody writes to. */
static gboolean
choose_way_to_read (PactDb *self,
                    PactDbNature nature,
                    GError **error)
{
  self->ignores_log = FALSE;
  if (nature == FILE_IS_LIBRARY && _pact_db_has_companion (self->path, "-wal") && !_pact_db_pass_foreign_log (self, error))
    return FALSE;
  if (self->snapshot == NULL && nature != FILE_IS_OPEN
      && (self->ignores_log || (_pact_db_is_backup (self) && !pact_db_is_open_elsewhere (self->path))))
    self->snapshot = _pact_db_describe_state (self);

  _pact_db_agree_on_way (self, nature != FILE_IS_OPEN);

  return TRUE;
}

static gboolean
open_once (PactDb *self,
           gboolean is_read_only,
           gboolean may_create,
           GError **error)
{
  PactDbNature nature;
  gboolean is_newer;

  if (may_create && !g_file_test (self->path, G_FILE_TEST_EXISTS) && !create_file (self, error))
    return FALSE;

  follow_links (self);
  nature = _pact_db_enter_file (self);
  is_newer = nature == FILE_IS_NEWER;
  if (nature == FILE_IS_OTHER || (nature == FILE_IS_EMPTY && !may_create))
    return _pact_db_fail (self, SQLITE_NOTADB, error);
  if (nature == FILE_IS_UNREADABLE)
    return _pact_db_fail (self, SQLITE_CANTOPEN, error);
  if (nature == FILE_IS_LIBRARY && !is_read_only)
    _pact_db_clear_half_replaced (self->path);
  if (nature == FILE_IS_LIBRARY && !is_read_only && _pact_db_has_companion (self->path, "-wal")
      && (!_pact_db_set_foreign_log_aside (self, error) || !check_first (self, &is_newer, error)))
    return FALSE;
  if (is_read_only && !choose_way_to_read (self, nature, error))
    return FALSE;

  if (is_newer)
    keep_newer (self);
  if (self->obstacle != NULL)
    is_read_only = TRUE;
  if (self->obstacle != NULL && self->snapshot == NULL && !_pact_db_has_companion (self->path, "-wal")
      && !_pact_db_has_companion (self->path, "-journal"))
    self->snapshot = _pact_db_describe_state (self);
  if (!open_connection (self, is_read_only, error))
    return FALSE;
  /* A file that may not be written is opened all the same. */
  self->is_read_only = sqlite3_db_readonly (self->connection, "main") == 1;
  if (self->is_read_only && self->obstacle == NULL && !(self->flags & PACT_DB_READ_ONLY))
    _pact_db_note_read_only (self, NULL);
  if (nature == FILE_IS_EMPTY && !make_library (self, error))
    return FALSE;
  if (!check_marks (self, &is_newer, error))
    return FALSE;
  if (is_newer && self->obstacle == NULL)
    keep_newer (self);

  return set_log (self, error) && self->format->set_up (self, self->data, error);
}

/* What cannot be written can perhaps be read: first as others do, with locks, then without. */
static gboolean
open_for_reading (PactDb *self,
                  const GError *failure)
{
  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    return FALSE;

  for (int without_locks = 0; without_locks <= 1; without_locks++)
    {
      _pact_db_note_read_only (self, failure);
      if (without_locks)
        self->snapshot = _pact_db_describe_state (self);
      if (open_once (self, TRUE, FALSE, NULL))
        return TRUE;
      close_connection (self);
      _pact_db_leave_file (self);
      g_clear_pointer (&self->snapshot, g_free);
    }
  _pact_db_set_obstacle (self, NULL);

  return FALSE;
}

/* Opens the file at self->path; if @may_create and there is none, it is made first. While another program makes it,
 * recovers it or gives it its log, SQLite does not wait by itself. */
gboolean
_pact_db_open_file (PactDb *self,
                    gboolean may_create,
                    GError **error)
{
  gboolean is_read_only = (self->flags & PACT_DB_READ_ONLY) != 0;
  gint64 deadline = g_get_monotonic_time () + PACT_DB_PATIENCE * G_GINT64_CONSTANT (1000);
  g_autoptr (GError) failure = NULL;

  while (!open_once (self, is_read_only, may_create && !is_read_only, &failure))
    {
      close_connection (self);
      _pact_db_leave_file (self);
      g_clear_pointer (&self->snapshot, g_free);
      if (_pact_db_is_hindrance (failure) && open_for_reading (self, failure))
        return TRUE;
      if (!g_error_matches (failure, PACT_DB_ERROR, PACT_DB_ERROR_BUSY) || g_get_monotonic_time () > deadline)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      g_clear_error (&failure);
      g_usleep (RETRY_AFTER * 1000);
    }
  _pact_db_watch_log (self);
  open_log (self);
  self->is_watched = TRUE;
  self->place = PACT_DB_IN_PLACE;
  self->seen_size = 0;

  return TRUE;
}

static void
close_to_open_again (PactDb *self)
{
  /* The new log is another program's by now. */
  sqlite3_db_config (self->connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  close_connection (self);
  _pact_db_leave_file (self);
  g_clear_pointer (&self->snapshot, g_free);
  if (!g_error_matches (self->obstacle, PACT_DB_ERROR, PACT_DB_ERROR_CORRUPT))
    _pact_db_set_obstacle (self, NULL);
}

/* Without locks nobody is kept from writing. If somebody has, the library is opened again. */
static gboolean
is_as_it_was (PactDb *self)
{
  g_autofree char *state = _pact_db_describe_state (self);

  return g_strcmp0 (state, self->snapshot) == 0;
}

/**
 * pact_db_mend:
 * @self: a database
 * @error: return location for an error
 *
 * To be called before something is read, unless that is within a transaction.
 *
 * Whoever in this process opens and closes the file without SQLite, such as a file dialog that looks into its folder, makes
 * the process lose its locks; another program that closes the file then takes itself for the last, writes the log into
 * the file and deletes it. What would be written after that would be written into a deleted log. So before anything is
 * written or looked for it is seen whether the log is still there, and if not the connection is made anew. If the file is
 * not in its place either, reading goes on with what is open, and nothing is written, see pact_db_look().
 *
 * Returns: whether there is a connection; %FALSE with @error set to an error of %PACT_DB_ERROR
 */
gboolean
pact_db_mend (PactDb *self,
              GError **error)
{
  struct stat status;

  if (self->connection != NULL && pact_db_look (self) != PACT_DB_IN_PLACE)
    return TRUE;
  if (self->connection != NULL && self->snapshot != NULL)
    {
      if (is_as_it_was (self))
        return TRUE;
      close_to_open_again (self);
    }
  else if (self->connection != NULL)
    {
      open_log (self);
      if (self->log_file < 0 || fstat (self->log_file, &status) != 0 || status.st_nlink > 0)
        return TRUE;

      g_info ("The log of %s was taken away; the library is opened again", self->path);
      rescue_log (self);
      close_to_open_again (self);
    }
  self->n_reopened++;

  return _pact_db_open_file (self, FALSE, error);
}
