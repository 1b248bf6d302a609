/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-db-copy"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "pact-db-private.h"
#include "pact-output.h"

/* A copy of the file, as a file of its own. */

#define PAGES_A_STEP 256
#define WAIT 25       /* milliseconds */
#define MAX_WAITS 400 /* ten seconds in all */

static gboolean
fail_copy (const char *path,
           const GError *cause,
           GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  /* Translators: the second %s is the reason, such as “No space left on device”. */
  g_set_error (error, PACT_DB_ERROR,
               g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC) ? PACT_DB_ERROR_FULL : PACT_DB_ERROR_FAILED,
               _("The copy “%1$s” cannot be written: %2$s"), name, cause->message);

  return FALSE;
}

/* What SQLite says of the copy. It knows a full disk, but not a full quota or a file that may not grow. */
static gboolean
fail_copy_with (sqlite3 *copy,
                int code,
                const char *path,
                GError **error)
{
  int kept = copy != NULL ? sqlite3_system_errno (copy) : 0;
  int reason = kept != 0 ? kept : code == SQLITE_FULL ? ENOSPC : EIO;
  GFileError meaning = pact_reason_is_full (reason) ? G_FILE_ERROR_NOSPC : G_FILE_ERROR_IO;
  g_autoptr (GError) cause = g_error_new_literal (G_FILE_ERROR, meaning, g_strerror (reason));

  return fail_copy (path, cause, error);
}

/* How many pages there are is known with the first step, and can change when somebody else writes meanwhile. */
static void
tell_pages (PactDb *self,
            sqlite3_backup *backup)
{
  int n_pages = sqlite3_backup_pagecount (backup);

  if (n_pages > 0)
    pact_db_tell (self, 1 - sqlite3_backup_remaining (backup) / (double) n_pages);
}

static gboolean
copy_pages (PactDb *self,
            sqlite3 *source,
            sqlite3 *copy,
            const char *path,
            GCancellable *cancellable,
            GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (copy, "main", source, "main");
  guint n_waits = 0;
  int code = SQLITE_OK;

  if (backup == NULL)
    return fail_copy_with (copy, sqlite3_errcode (copy), path, error);
  while (code == SQLITE_OK || ((code == SQLITE_BUSY || code == SQLITE_LOCKED) && n_waits++ < MAX_WAITS))
    {
      if (code != SQLITE_OK)
        sqlite3_sleep (WAIT);
      if (g_cancellable_is_cancelled (cancellable))
        break;
      code = sqlite3_backup_step (backup, PAGES_A_STEP);
      tell_pages (self, backup);
    }
  sqlite3_backup_finish (backup);

  if (code == SQLITE_DONE)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (code == SQLITE_FULL || (code & 0xff) == SQLITE_IOERR)
    return fail_copy_with (copy, code, path, error);

  return _pact_db_fail (self, code, error);
}

static gboolean
is_whole (sqlite3 *copy)
{
  sqlite3_stmt *statement = NULL;
  gboolean is_whole = sqlite3_prepare_v2 (copy, "PRAGMA integrity_check", -1, &statement, NULL) == SQLITE_OK
                      && sqlite3_step (statement) == SQLITE_ROW
                      && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;

  sqlite3_finalize (statement);

  return is_whole;
}

/* The source is a connection of its own, as SQLite does not copy from one that is writing; it begins to read here, and
 * so sees the same state until the end. Only where the file is not in its place any more, or is read without locks, is
 * it the one that is open. The copy is one file, without a log beside it. */
static gboolean
fill_copy (PactDb *self,
           const char *temporary,
           const char *path,
           GCancellable *cancellable,
           GError **error)
{
  sqlite3 *source = NULL;
  sqlite3 *copy = NULL;
  gboolean filled;
  gboolean is_in_place = pact_db_look (self) == PACT_DB_IN_PLACE && self->snapshot == NULL;
  int code = SQLITE_OK;

  if (is_in_place)
    code = sqlite3_open_v2 (self->path, &source, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL);
  if (is_in_place && code == SQLITE_OK)
    code = sqlite3_exec (source, "PRAGMA busy_timeout = 5000; BEGIN; SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);
  if (code != SQLITE_OK)
    filled = _pact_db_fail (self, code, error);
  else if ((code = sqlite3_open_v2 (temporary, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL)) != SQLITE_OK)
    filled = fail_copy_with (copy, code, path, error);
  else
    filled = copy_pages (self, is_in_place ? source : self->connection, copy, path, cancellable, error);
  if (filled && (code = sqlite3_exec (copy, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL)) != SQLITE_OK)
    filled = fail_copy_with (copy, code, path, error);
  /* What was overwritten cannot be read whole, as a rule. */
  if (filled && self->place == PACT_DB_SPOILED && !is_whole (copy))
    filled = _pact_db_fail (self, SQLITE_CORRUPT, error);
  sqlite3_close (copy);
  sqlite3_close (source);

  return filled;
}

static gboolean
fail_no_file (const char *path,
              GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, PACT_DB_ERROR, PACT_DB_ERROR_TARGET,
               _("“%s” is no file that a copy of the library could be. Choose another name."), name);

  return FALSE;
}

/**
 * pact_db_back_up:
 * @self: a database
 * @path: the file to write; one that is there is replaced once the copy is whole
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Makes a whole copy of what is in the file now, while others may write to it, and tells how many of its pages are copied. The
 * copy is a file of its own, without a log, readable for its owner alone.
 *
 * Returns: whether it was made; %FALSE with @error set to an error of %PACT_DB_ERROR or %G_IO_ERROR_CANCELLED,
 *   nothing being left behind
 */
gboolean
pact_db_back_up (PactDb *self,
                 const char *path,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (PactOutput) output = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (PACT_IS_DB (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!pact_db_check_target (self, path, TRUE, error))
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return fail_no_file (path, error);
  output = pact_output_new (path, PACT_OUTPUT_PRIVATE, &failure);
  if (output == NULL)
    return fail_copy (path, failure, error);
  if (pact_output_get_temporary (output) == NULL)
    return fail_no_file (path, error);

  return fill_copy (self, pact_output_get_temporary (output), path, cancellable, error)
         && (pact_output_commit (output, &failure) || fail_copy (path, failure, error));
}
