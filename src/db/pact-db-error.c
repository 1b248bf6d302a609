/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-db-error"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "pact-db-private.h"
#include "pact-output.h"

/* What SQLite says, as something that a person understands. */

G_DEFINE_QUARK (pact-db-error-quark, pact_db_error)

/* SQLite knows a full disk, but not a full quota or a file that may not grow. It does not keep the reason for every
 * failure either; then it is what the system said last. */
static gboolean
is_full (PactDb *self,
         int system_error)
{
  int kept = self->connection != NULL ? sqlite3_system_errno (self->connection) : 0;
  int reason = kept != 0 ? kept : system_error;

  return pact_reason_is_full (reason);
}

static PactDbError
find_meaning (PactDb *self,
              int code,
              int system_error)
{
  switch (code & 0xff)
    {
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return PACT_DB_ERROR_OPEN;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return PACT_DB_ERROR_BUSY;
    case SQLITE_FULL:
      return PACT_DB_ERROR_FULL;
    case SQLITE_IOERR:
      return is_full (self, system_error) ? PACT_DB_ERROR_FULL : PACT_DB_ERROR_FAILED;
    case SQLITE_READONLY:
      return PACT_DB_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
      return PACT_DB_ERROR_CORRUPT;
    case SQLITE_NOTADB:
      return PACT_DB_ERROR_NOT_A_LIBRARY;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
      return PACT_DB_ERROR_CONSTRAINT;
    default:
      return PACT_DB_ERROR_FAILED;
    }
}

static char *
describe (PactDbError meaning,
          gboolean is_backup,
          const char *name)
{
  switch (meaning)
    {
    case PACT_DB_ERROR_OPEN:
      /* Translators: %s is the path of the library file, here and in the following. */
      return g_strdup_printf (_("The library “%s” cannot be opened."), name);
    case PACT_DB_ERROR_BUSY:
      return g_strdup_printf (_("Another program is writing to the library “%s”. Nothing was changed. Try again in a moment."), name);
    case PACT_DB_ERROR_FULL:
      return g_strdup_printf (_("There is no space left where the library “%s” is kept. Nothing was changed."), name);
    case PACT_DB_ERROR_READ_ONLY:
      return g_strdup_printf (_("The library “%s” may not be written. Nothing was changed."), name);
    case PACT_DB_ERROR_CORRUPT:
      return g_strdup_printf (is_backup ? _("The backup “%s” is damaged. Choose another one.")
                                          : _("The library “%s” is damaged. Restore a backup of it."), name);
    case PACT_DB_ERROR_NOT_A_LIBRARY:
      return g_strdup_printf (_("The file “%s” is not a library of Pact Planner."), name);
    case PACT_DB_ERROR_CONSTRAINT:
      return g_strdup_printf (_("What was to be written to the library “%s” contradicts what is there. Nothing was changed."), name);
    default:
      return g_strdup_printf (_("The library “%s” could not be read or written. Nothing was changed."), name);
    }
}

/* Sets @error to what a result of SQLite means for the person. Returns FALSE, always. */
gboolean
_pact_db_fail (PactDb *self,
               int code,
               GError **error)
{
  PactDbError meaning = find_meaning (self, code, errno);
  g_autofree char *name = g_filename_display_name (self->path);

  if ((code & 0xff) == SQLITE_INTERRUPT && error != NULL && *error == NULL)
    g_cancellable_set_error_if_cancelled (self->cancellable, error);
  if (meaning == PACT_DB_ERROR_CORRUPT)
    pact_db_set_damaged (self);
  g_debug ("%s: %s (%d)", self->path, self->connection != NULL ? sqlite3_errmsg (self->connection) : "not open", code);
  if (error != NULL && *error == NULL)
    {
      g_autofree char *sentence = describe (meaning, _pact_db_is_backup (self), name);

      g_set_error_literal (error, PACT_DB_ERROR, meaning, sentence);
    }

  return FALSE;
}

/**
 * pact_db_fail_damaged:
 * @self: a database
 * @error: return location for an error
 *
 * To be called when what was read shows that the file is damaged, although SQLite did not see it.
 *
 * Returns: %FALSE with @error set to %PACT_DB_ERROR_CORRUPT, always
 */
gboolean
pact_db_fail_damaged (PactDb *self,
                      GError **error)
{
  g_return_val_if_fail (PACT_IS_DB (self), FALSE);

  return _pact_db_fail (self, SQLITE_CORRUPT, error);
}
