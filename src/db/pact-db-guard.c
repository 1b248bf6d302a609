/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-db-guard"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "pact-db-private.h"

/* What may be written over, and what may not: never a library that is open, under whatever name. */

static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

static gboolean
is_part_of_library (PactDb *self,
                    const char *path)
{
  PactFileId id, log_id;

  /* Where it is gone it can be put back. */
  for (gsize i = self->place == PACT_DB_GONE ? 1 : 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *part = g_strconcat (self->path, suffixes[i], NULL);

      if (pact_paths_are_same_file (part, path))
        return TRUE;
    }

  /* The open file may have another name by now. */
  return pact_file_id_read (path, &id)
         && (pact_file_id_equal (&id, &self->file_id)
          || (pact_file_id_read_fd (self->log_file, &log_id) && pact_file_id_equal (&id, &log_id)));
}

/* Somebody has it open, or has left the truth in what stands beside it. */
static gboolean
is_in_use (const char *path)
{
  char *end = realpath (path, NULL);
  gboolean has_sibling = FALSE;

  for (gsize i = 1; end != NULL && i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *sibling = g_strconcat (end, suffixes[i], NULL);

      has_sibling |= g_file_test (sibling, G_FILE_TEST_EXISTS);
    }
  free (end);

  return has_sibling;
}

/**
 * pact_db_check_target:
 * @self: a database
 * @path: a file that is about to be written
 * @replaces_libraries: whether it may be written over another library that nobody has open, such as an older copy
 * @error: return location for an error
 *
 * Returns: whether @path may be written; %FALSE with @error set to %PACT_DB_ERROR_TARGET if it is @self or belongs
 *   to it, under whatever name, or is another library
 */
gboolean
pact_db_check_target (PactDb *self,
                      const char *path,
                      gboolean replaces_libraries,
                      GError **error)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (PACT_IS_DB (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  name = g_filename_display_name (path);
  if (is_part_of_library (self, path))
    {
      g_set_error (error, PACT_DB_ERROR, PACT_DB_ERROR_TARGET,
                   /* Translators: %s is the name of a file that was chosen to be written. */
                   _("“%s” is the library itself, or belongs to it. It was left as it is. Choose another file."), name);
      return FALSE;
    }
  if (_pact_db_is_library_file (self, path) && (!replaces_libraries || is_in_use (path)))
    {
      g_set_error (error, PACT_DB_ERROR, PACT_DB_ERROR_TARGET,
                   /* Translators: %s is the name of a file that was chosen to be written. */
                   _("“%s” is another library of plans. It was left as it is. Choose another file."), name);
      return FALSE;
    }

  return TRUE;
}
