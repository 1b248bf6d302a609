/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-library-access"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <sys/stat.h>

#include "pact-library-private.h"

/* Whether a library may be written, and if not, why: the place does not allow it, it is of a newer version, or it is
 * damaged. All of these can still be read. */

gboolean
_pact_library_is_backup (PactLibrary *self)
{
  return (self->flags & PACT_LIBRARY_BACKUP) == PACT_LIBRARY_BACKUP;
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
_pact_library_set_obstacle (PactLibrary *self,
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
_pact_library_is_hindrance (const GError *error)
{
  return g_error_matches (error, PACT_STORE_ERROR, PACT_STORE_ERROR_OPEN) ||
         g_error_matches (error, PACT_STORE_ERROR, PACT_STORE_ERROR_READ_ONLY) ||
         g_error_matches (error, PACT_STORE_ERROR, PACT_STORE_ERROR_FULL) ||
         g_error_matches (error, PACT_STORE_ERROR, PACT_STORE_ERROR_FAILED);
}

/* Says why a library can only be read, after opening it for writing failed with @failure, or the file itself forbids it. */
void
_pact_library_note_read_only (PactLibrary *self,
                              const GError *failure)
{
  g_autofree char *name = g_filename_display_name (self->path);
  g_autoptr (GError) obstacle = NULL;

  if (g_error_matches (failure, PACT_STORE_ERROR, PACT_STORE_ERROR_FULL))
    obstacle = g_error_new (PACT_STORE_ERROR, PACT_STORE_ERROR_FULL,
                            _("There is no space left where the library “%s” is kept. It can only be read."), name);
  else
    obstacle = g_error_new (PACT_STORE_ERROR, PACT_STORE_ERROR_READ_ONLY,
                            _("The library “%s” may not be written by you. It can only be read."), name);
  _pact_library_set_obstacle (self, obstacle);
}

void
_pact_library_note_damage (PactLibrary *self)
{
  g_autofree char *name = g_filename_display_name (self->path);
  g_autoptr (GError) obstacle =
    g_error_new (PACT_STORE_ERROR, PACT_STORE_ERROR_CORRUPT,
                 _pact_library_is_backup (self) ? _("The backup “%s” is damaged. Choose another one.") :
                 _("The library “%s” is damaged. Nothing is written to it until it is repaired or a backup is restored."), name);

  _pact_library_set_known_sound (self, FALSE);
  _pact_library_set_obstacle (self, obstacle);
  /* A log that does not fit is not to be mixed with the file. */
  if (self->db != NULL)
    sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
}

/* To be called when all was looked through. */
void
_pact_library_note_sound (PactLibrary *self)
{
  _pact_library_set_known_sound (self, TRUE);
  if (!g_error_matches (self->obstacle, PACT_STORE_ERROR, PACT_STORE_ERROR_CORRUPT))
    return;
  _pact_library_set_obstacle (self, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, self->snapshot != NULL, NULL);
}

/* What damage there is does not get more by writing on. A library that this program left in order and that nobody has
 * touched since needs no looking through. */
static gboolean
prove_sound (PactLibrary *self,
             GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;

  if (!pact_library_check (self, &problems, error))
    return FALSE;
  if (problems->len == 0)
    return TRUE;

  g_propagate_error (error, g_error_copy (self->obstacle));

  return FALSE;
}

gboolean
_pact_library_may_write (PactLibrary *self,
                         GError **error)
{
  if (self->obstacle != NULL)
    {
      g_propagate_error (error, g_error_copy (self->obstacle));
      return FALSE;
    }
  if (self->is_read_only)
    return _pact_library_fail (self, SQLITE_READONLY, error);

  return self->checks_later || _pact_library_is_known_sound (self) || prove_sound (self, error);
}

/* Returns what changes whenever somebody writes to a file, moves it or puts another in its place; NULL if it is not there. */
char *
_pact_library_describe_file (const char *path)
{
  struct stat status;

  if (stat (path, &status) != 0)
    return NULL;

  return g_strdup_printf ("%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT ".%09ld %" G_GINT64_FORMAT ".%09ld",
                          (guint64) status.st_ino, (guint64) status.st_size,
                          (gint64) status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
                          (gint64) status.st_ctim.tv_sec, status.st_ctim.tv_nsec);
}

/* Likewise of the library's file together with its log. */
char *
_pact_library_describe_state (PactLibrary *self)
{
  g_autofree char *log_path = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *file = _pact_library_describe_file (self->path);
  g_autofree char *log = _pact_library_describe_file (log_path);

  return g_strdup_printf ("%s, %s", file, log);
}

/**
 * pact_library_get_obstacle:
 * @self: a library
 *
 * Returns: (transfer none) (nullable): why nothing can be written to it, with a sentence for people, although it was
 *   not asked to be opened for reading only; %NULL if there is nothing in the way, or only what pact_library_check_place()
 *   says: what has been written over reads as damaged, and is saved to a new place with all that is typed until then
 */
const GError *
pact_library_get_obstacle (PactLibrary *self)
{
  g_return_val_if_fail (PACT_IS_LIBRARY (self), NULL);

  if (self->place == PACT_LIBRARY_SPOILED && g_error_matches (self->obstacle, PACT_STORE_ERROR, PACT_STORE_ERROR_CORRUPT))
    return NULL;

  return self->obstacle;
}

/**
 * pact_library_get_notice:
 * @self: a library
 *
 * Returns: (transfer none) (nullable): a sentence that the person has to be told of how the library was opened
 */
const char *
pact_library_get_notice (PactLibrary *self)
{
  g_return_val_if_fail (PACT_IS_LIBRARY (self), NULL);

  return self->notice;
}

/**
 * pact_library_check_later:
 * @self: a library
 *
 * Lets it be written before it was looked through, because that is done at the same time with another connection, and
 * pact_library_set_damaged() will be called if anything is found. Otherwise a library that this program did not leave in
 * order itself is looked through before the first write.
 */
void
pact_library_check_later (PactLibrary *self)
{
  g_return_if_fail (PACT_IS_LIBRARY (self));

  self->checks_later = TRUE;
}

/**
 * pact_library_set_damaged:
 * @self: a library
 *
 * Refuses everything new from now on: somebody has found that the file is damaged.
 */
void
pact_library_set_damaged (PactLibrary *self)
{
  g_return_if_fail (PACT_IS_LIBRARY (self));

  _pact_library_note_damage (self);
}

/**
 * pact_library_is_known_sound:
 * @self: a library
 *
 * Returns: whether it was looked through, by this process or by an earlier one that left it as it is now
 */
gboolean
pact_library_is_known_sound (PactLibrary *self)
{
  g_return_val_if_fail (PACT_IS_LIBRARY (self), FALSE);

  return _pact_library_is_known_sound (self);
}
