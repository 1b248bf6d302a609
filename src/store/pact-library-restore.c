/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-library-restore"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-library-private.h"

/* A backup takes the library's place, after it was looked through. */

/* Looking it through takes so much of the time, and copying it the rest. */
#define CHECKED 0.5

static PactLibrary *
open_sound (const char *backup,
            const PactModel *model,
            const PactWatch *watch,
            GError **error)
{
  g_autoptr (PactLibrary) library = pact_library_open (backup, model, PACT_DB_BACKUP, error);
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *name = g_filename_display_name (backup);

  if (library == NULL)
    return NULL;
  if (watch != NULL)
    {
      pact_db_set_cancellable (library->db, watch->cancellable);
      pact_db_set_progress (library->db, watch->progress, watch->data);
      pact_db_set_part (library->db, 0, CHECKED);
    }
  if (pact_db_is_newer (library->db))
    {
      g_propagate_error (error, g_error_copy (pact_db_get_obstacle (library->db)));
      return NULL;
    }
  if (!pact_library_check (library, &problems, error))
    return NULL;
  if (problems->len == 0)
    return g_steal_pointer (&library);

  g_set_error (error, PACT_DB_ERROR, PACT_DB_ERROR_CORRUPT, _("The backup “%1$s” is damaged: %2$s"), name,
               (const char *) g_ptr_array_index (problems, 0));

  return NULL;
}

/**
 * pact_library_restore:
 * @path: the path of a library, which this process must not have open; it need not be there
 * @backup: a backup of it
 * @model: the model table
 * @watch: (nullable): who may stop it and is told how far it is
 * @aside: (out) (optional) (nullable): where the library is now that was there before, if there was one
 * @error: return location for an error
 *
 * Puts a copy of a backup in the place of a library, after looking it through. The library that was there is kept whole,
 * under a name with the date.
 *
 * Returns: whether that worked; %FALSE with @error set to an error of %PACT_DB_ERROR or %G_IO_ERROR_CANCELLED, the library
 *   being as it was
 */
gboolean
pact_library_restore (const char *path,
                      const char *backup,
                      const PactModel *model,
                      const PactWatch *watch,
                      char **aside,
                      GError **error)
{
  g_autoptr (PactLibrary) source = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (backup != NULL, FALSE);

  if (!pact_db_check_replaceable (path, backup, error))
    return FALSE;
  source = open_sound (backup, model, watch, error);
  if (source == NULL)
    return FALSE;
  pact_db_set_part (source->db, CHECKED, 1);

  return pact_db_replace (path, source->db, aside, error);
}
