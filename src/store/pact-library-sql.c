/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-library-sql"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "pact-library-private.h"
#include "pact-output.h"

/* Statements, transactions and errors. */

G_DEFINE_QUARK (pact-store-error-quark, pact_store_error)

/* SQLite knows a full disk, but not a full quota or a file that may not grow. It does not keep the reason for every
 * failure either; then it is what the system said last. */
static gboolean
is_full (PactLibrary *self,
         int system_error)
{
  int kept = self->db != NULL ? sqlite3_system_errno (self->db) : 0;
  int reason = kept != 0 ? kept : system_error;

  return pact_reason_is_full (reason);
}

static PactStoreError
find_meaning (PactLibrary *self,
              int code,
              int system_error)
{
  switch (code & 0xff)
    {
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return PACT_STORE_ERROR_OPEN;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return PACT_STORE_ERROR_BUSY;
    case SQLITE_FULL:
      return PACT_STORE_ERROR_FULL;
    case SQLITE_IOERR:
      return is_full (self, system_error) ? PACT_STORE_ERROR_FULL : PACT_STORE_ERROR_FAILED;
    case SQLITE_READONLY:
      return PACT_STORE_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
      return PACT_STORE_ERROR_CORRUPT;
    case SQLITE_NOTADB:
      return PACT_STORE_ERROR_NOT_A_LIBRARY;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
      return PACT_STORE_ERROR_CONSTRAINT;
    default:
      return PACT_STORE_ERROR_FAILED;
    }
}

static char *
describe (PactStoreError meaning,
          gboolean is_backup,
          const char *name)
{
  switch (meaning)
    {
    case PACT_STORE_ERROR_OPEN:
      /* Translators: %s is the path of the library file, here and in the following. */
      return g_strdup_printf (_("The library “%s” cannot be opened."), name);
    case PACT_STORE_ERROR_BUSY:
      return g_strdup_printf (_("Another program is writing to the library “%s”. Nothing was changed. Try again in a moment."), name);
    case PACT_STORE_ERROR_FULL:
      return g_strdup_printf (_("There is no space left where the library “%s” is kept. Nothing was changed."), name);
    case PACT_STORE_ERROR_READ_ONLY:
      return g_strdup_printf (_("The library “%s” may not be written. Nothing was changed."), name);
    case PACT_STORE_ERROR_CORRUPT:
      return g_strdup_printf (is_backup ? _("The backup “%s” is damaged. Choose another one.") :
                                          _("The library “%s” is damaged. Restore a backup of it."), name);
    case PACT_STORE_ERROR_NOT_A_LIBRARY:
      return g_strdup_printf (_("The file “%s” is not a library of Pact Planner."), name);
    case PACT_STORE_ERROR_CONSTRAINT:
      return g_strdup_printf (_("What was to be written to the library “%s” contradicts what is there. Nothing was changed."), name);
    default:
      return g_strdup_printf (_("The library “%s” could not be read or written. Nothing was changed."), name);
    }
}

/* Sets @error to what a result of SQLite means for the person. Returns FALSE, always. */
gboolean
_pact_library_fail (PactLibrary *self,
                    int code,
                    GError **error)
{
  PactStoreError meaning = find_meaning (self, code, errno);
  g_autofree char *name = g_filename_display_name (self->path);

  if (meaning == PACT_STORE_ERROR_CORRUPT)
    _pact_library_note_damage (self);
  g_debug ("%s: %s (%d)", self->path, self->db != NULL ? sqlite3_errmsg (self->db) : "not open", code);
  if (error != NULL && *error == NULL)
    {
      g_autofree char *sentence = describe (meaning, _pact_library_is_backup (self), name);

      g_set_error_literal (error, PACT_STORE_ERROR, meaning, sentence);
    }

  return FALSE;
}

gboolean
_pact_library_fail_not_found (GError **error,
                              const char *uuid)
{
  /* Translators: %s is the identifier of a plan or of one of its parts. */
  g_set_error (error, PACT_STORE_ERROR, PACT_STORE_ERROR_NOT_FOUND, _("The library has nothing with the identifier %s."),
               uuid);

  return FALSE;
}

void
_pact_statement_release (PactStatement *statement)
{
  /* What went wrong was said by the step that failed. */
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

static gboolean
bind (PactLibrary *self,
      PactStatement *statement,
      const char *types,
      va_list arguments,
      GError **error)
{
  int code = SQLITE_OK;

  for (int i = 0; types[i] != '\0' && code == SQLITE_OK; i++)
    {
      switch (types[i])
        {
        case 'i':
          code = sqlite3_bind_int64 (statement, i + 1, va_arg (arguments, gint64));
          break;
        case 's':
          code = sqlite3_bind_text (statement, i + 1, va_arg (arguments, const char *), -1, SQLITE_TRANSIENT);
          break;
        default:
          g_assert_not_reached ();
        }
    }

  return code == SQLITE_OK || _pact_library_fail (self, code, error);
}

static PactStatement *
prepare (PactLibrary *self,
         const char *sql,
         const char *types,
         va_list arguments,
         GError **error)
{
  PactStatement *statement = g_hash_table_lookup (self->statements, sql);

  if (self->db == NULL)
    {
      _pact_library_fail (self, SQLITE_CANTOPEN, error);
      return NULL;
    }
  if (statement == NULL)
    {
      int code = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);

      if (code != SQLITE_OK)
        {
          _pact_library_fail (self, code, error);
          return NULL;
        }
      g_hash_table_insert (self->statements, g_strdup (sql), statement);
    }

  g_assert (!sqlite3_stmt_busy (statement));
  if (!bind (self, statement, types, arguments, error))
    {
      _pact_statement_release (statement);
      return NULL;
    }

  return statement;
}

/* Returns a statement ready for _pact_library_next(), or NULL with @error set. Each letter of @types stands for
 * one argument: i for a gint64, s for a nullable text. */
PactStatement *
_pact_library_query (PactLibrary *self,
                     GError **error,
                     const char *sql,
                     const char *types,
                     ...)
{
  PactStatement *statement;
  va_list arguments;

  va_start (arguments, types);
  statement = prepare (self, sql, types, arguments, error);
  va_end (arguments);

  return statement;
}

/* Returns whether there is a further row. FALSE without @error set is the end. */
gboolean
_pact_library_next (PactLibrary *self,
                    PactStatement *statement,
                    GError **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_ROW)
    return TRUE;

  return code == SQLITE_DONE ? FALSE : _pact_library_fail (self, code, error);
}

/* Runs a statement that gives no rows, or whose rows do not matter. */
gboolean
_pact_library_run (PactLibrary *self,
                   GError **error,
                   const char *sql,
                   const char *types,
                   ...)
{
  g_autoptr (PactStatement) statement = NULL;
  va_list arguments;
  int code;

  va_start (arguments, types);
  statement = prepare (self, sql, types, arguments, error);
  va_end (arguments);
  if (statement == NULL)
    return FALSE;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    ;

  return code == SQLITE_DONE || _pact_library_fail (self, code, error);
}

/* Reads the one number that a query gives; 0 where it gives nothing. Returns FALSE on an error only. */
gboolean
_pact_library_get_integer (PactLibrary *self,
                           gint64 *value,
                           GError **error,
                           const char *sql,
                           const char *types,
                           ...)
{
  g_autoptr (PactStatement) statement = NULL;
  va_list arguments;
  int code;

  *value = 0;
  va_start (arguments, types);
  statement = prepare (self, sql, types, arguments, error);
  va_end (arguments);
  if (statement == NULL)
    return FALSE;

  code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    *value = sqlite3_column_int64 (statement, 0);

  return code == SQLITE_ROW || code == SQLITE_DONE || _pact_library_fail (self, code, error);
}

/* Runs statements that are needed once and so are not kept. */
gboolean
_pact_library_execute (PactLibrary *self,
                       const char *sql,
                       GError **error)
{
  int code = sqlite3_exec (self->db, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || _pact_library_fail (self, code, error);
}

/* Begins to write; waits for other writers as long as the busy timeout allows. */
gboolean
_pact_library_begin_write (PactLibrary *self,
                           GError **error)
{
  if (!_pact_library_mend (self, error) || !_pact_library_require_place (self, error) ||
      !_pact_library_may_write (self, error) || !_pact_library_run (self, error, "BEGIN IMMEDIATE", ""))
    return FALSE;
  self->n_changes = sqlite3_total_changes (self->db);

  return TRUE;
}

void
_pact_library_rollback_write (PactLibrary *self)
{
  /* SQLite has rolled back by itself after some errors, such as a full disk. */
  if (!sqlite3_get_autocommit (self->db))
    _pact_library_run (self, NULL, "ROLLBACK", "");
}

/* Makes everything since the beginning durable, or takes it all back. */
gboolean
_pact_library_commit_write (PactLibrary *self,
                            GError **error)
{
  gboolean has_changed = sqlite3_total_changes (self->db) != self->n_changes;

  if ((!has_changed || _pact_library_renew_mark (self, error)) && _pact_library_run (self, error, "COMMIT", ""))
    return TRUE;

  _pact_library_rollback_write (self);

  return FALSE;
}

gboolean
_pact_library_end_write (PactLibrary *self,
                         gboolean success,
                         GError **error)
{
  if (success)
    return _pact_library_commit_write (self, error);

  _pact_library_rollback_write (self);

  return FALSE;
}

/* Lets several reads see the same state. @began tells whether this call began the transaction. */
gboolean
_pact_library_begin_read (PactLibrary *self,
                          gboolean *began,
                          GError **error)
{
  *began = !self->edit.is_open;

  return !*began || (_pact_library_mend (self, error) && _pact_library_run (self, error, "BEGIN", ""));
}

void
_pact_library_end_read (PactLibrary *self,
                        gboolean began)
{
  if (began)
    _pact_library_run (self, NULL, "COMMIT", "");
}

/* Returns a copy of a text column, NULL where it is NULL. */
char *
_pact_statement_dup_text (PactStatement *statement,
                          int column)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, column));
}

/* Returns the name of a table or a column as it is written in SQL. */
char *
_pact_quote_name (const char *name)
{
  char *quoted = sqlite3_mprintf ("\"%w\"", name);
  char *copy = g_strdup (quoted);

  sqlite3_free (quoted);

  return copy;
}
