/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-db-access"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-db-private.h"

/* Whether a file may be written, and if not, why: the place does not allow it, it is of a newer version, or it is
 * damaged. All of these can still be read. */

gboolean
_pact_db_is_backup (PactDb *self)
{
  return (self->flags & PACT_DB_BACKUP) == PACT_DB_BACKUP;
}

static gboolean
is_same_error (const GError *one,
               const GError *other)
{
  if (one == NULL || other == NULL)
    return one == other;

  return g_error_matches (one, other->domain, other->code) && g_str_equal (one->message, other->message);
}

/* Takes a copy of @obstacle; NULL if there is none. Whoever is told of a new one may read, and so meet it again: nothing
 * is new then. */
void
_pact_db_set_obstacle (PactDb *self,
                       const GError *obstacle)
{
  GError *copy;

  if (is_same_error (self->obstacle, obstacle))
    return;

  copy = obstacle != NULL ? g_error_copy (obstacle) : NULL;
  g_clear_error (&self->obstacle);
  self->obstacle = copy;
  g_signal_emit_by_name (self, "obstacle-changed");
}

/* Whether a library that cannot be opened for such a reason may be readable all the same. */
gboolean
_pact_db_is_hindrance (const GError *error)
{
  return g_error_matches (error, PACT_DB_ERROR, PACT_DB_ERROR_OPEN)
         || g_error_matches (error, PACT_DB_ERROR, PACT_DB_ERROR_READ_ONLY)
         || g_error_matches (error, PACT_DB_ERROR, PACT_DB_ERROR_FULL)
         || g_error_matches (error, PACT_DB_ERROR, PACT_DB_ERROR_FAILED);
}

/* Says why a library can only be read, after opening it for writing failed with @failure, or the file itself forbids it. */
void
_pact_db_note_read_only (PactDb *self,
                         const GError *failure)
{
  g_autofree char *name = g_filename_display_name (self->path);
  g_autoptr (GError) obstacle = NULL;

  if (g_error_matches (failure, PACT_DB_ERROR, PACT_DB_ERROR_FULL))
    obstacle = g_error_new (PACT_DB_ERROR, PACT_DB_ERROR_FULL,
                            _("There is no space left where the library “%s” is kept. It can only be read."), name);
  else
    obstacle = g_error_new (PACT_DB_ERROR, PACT_DB_ERROR_READ_ONLY,
                            _("The library “%s” may not be written by you. It can only be read."), name);
  _pact_db_set_obstacle (self, obstacle);
}

/**
 * pact_db_set_damaged:
 * @self: a database
 *
 * Refuses everything new from now on: somebody has found that the file is damaged.
 */
void
pact_db_set_damaged (PactDb *self)
{
  g_autofree char *name = NULL;
  g_autoptr (GError) obstacle = NULL;

  g_return_if_fail (PACT_IS_DB (self));

  name = g_filename_display_name (self->path);
  obstacle =
    g_error_new (PACT_DB_ERROR, PACT_DB_ERROR_CORRUPT,
                 _pact_db_is_backup (self) ? _("The backup “%s” is damaged. Choose another one.")
                 : _("The library “%s” is damaged. Nothing is written to it until it is repaired or a backup is restored."), name);
  _pact_db_set_known_sound (self, FALSE);
  _pact_db_set_obstacle (self, obstacle);
  /* A log that does not fit is not to be mixed with the file. */
  if (self->connection != NULL)
    sqlite3_db_config (self->connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
}

/**
 * pact_db_set_sound:
 * @self: a database
 *
 * To be called when all was looked through and nothing was found: it may be written, and need not be looked through again.
 */
void
pact_db_set_sound (PactDb *self)
{
  g_return_if_fail (PACT_IS_DB (self));

  _pact_db_set_known_sound (self, TRUE);
  if (!pact_db_is_damaged (self))
    return;
  _pact_db_set_obstacle (self, NULL);
  sqlite3_db_config (self->connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, self->snapshot != NULL, NULL);
}

/* What damage there is does not get more by writing on. A file that this program left in order and that nobody has
 * touched since needs no looking through. */
static gboolean
prove_sound (PactDb *self,
             GError **error)
{
  if (!self->format->examine (self, self->data, error))
    return FALSE;
  if (self->obstacle == NULL)
    return TRUE;

  g_propagate_error (error, g_error_copy (self->obstacle));

  return FALSE;
}

gboolean
_pact_db_may_write (PactDb *self,
                    GError **error)
{
  if (self->obstacle != NULL)
    {
      g_propagate_error (error, g_error_copy (self->obstacle));
      return FALSE;
    }
  if (self->is_read_only)
    return _pact_db_fail (self, SQLITE_READONLY, error);

  return self->checks_later || pact_db_is_known_sound (self) || prove_sound (self, error);
}

/**
 * pact_db_get_obstacle:
 * @self: a database
 *
 * Returns: (transfer none) (nullable): why nothing can be written to it, with a sentence for people, although it was
 *   not asked to be opened for reading only; %NULL if there is nothing in the way, or only what pact_db_check_place()
 *   says: what has been written over reads as damaged, and is saved to a new place with all that is typed until then
 */
const GError *
pact_db_get_obstacle (PactDb *self)
{
  g_return_val_if_fail (PACT_IS_DB (self), NULL);

  if (self->place == PACT_DB_SPOILED && pact_db_is_damaged (self))
    return NULL;

  return self->obstacle;
}

/**
 * pact_db_get_notice:
 * @self: a database
 *
 * Returns: (transfer none) (nullable): a sentence that the person has to be told of how the file was opened
 */
const char *
pact_db_get_notice (PactDb *self)
{
  g_return_val_if_fail (PACT_IS_DB (self), NULL);

  return self->notice;
}

/**
 * pact_db_check_later:
 * @self: a database
 *
 * Lets it be written before it was looked through, because that is done at the same time with another connection, and
 * pact_db_set_damaged() will be called if anything is found. Otherwise a file that this program did not leave in
 * order itself is looked through before the first write.
 */
void
pact_db_check_later (PactDb *self)
{
  g_return_if_fail (PACT_IS_DB (self));

  self->checks_later = TRUE;
}

/**
 * pact_db_is_damaged:
 * @self: a database
 *
 * Returns: whether the file is known to be damaged, also where that is no obstacle any more as it is not in its place
 */
gboolean
pact_db_is_damaged (PactDb *self)
{
  g_return_val_if_fail (PACT_IS_DB (self), FALSE);

  return g_error_matches (self->obstacle, PACT_DB_ERROR, PACT_DB_ERROR_CORRUPT);
}

/**
 * pact_db_is_newer:
 * @self: a database
 *
 * Returns: whether a newer version has made the file, so that not all that is in it is known here
 */
gboolean
pact_db_is_newer (PactDb *self)
{
  g_return_val_if_fail (PACT_IS_DB (self), FALSE);

  return g_error_matches (self->obstacle, PACT_DB_ERROR, PACT_DB_ERROR_NEWER);
}

/**
 * pact_db_check_repairable:
 * @self: a database
 * @error: return location for an error
 *
 * To be asked before a backup is made for pact_db_repair().
 *
 * Returns: whether it can be written, damage aside; %FALSE with @error set to an error of %PACT_DB_ERROR
 */
gboolean
pact_db_check_repairable (PactDb *self,
                          GError **error)
{
  g_return_val_if_fail (PACT_IS_DB (self), FALSE);

  if (self->obstacle != NULL && !pact_db_is_damaged (self))
    {
      g_propagate_error (error, g_error_copy (self->obstacle));
      return FALSE;
    }

  return !self->is_read_only || _pact_db_fail (self, SQLITE_READONLY, error);
}
