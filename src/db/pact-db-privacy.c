/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-db-privacy"

#include "config.h"

#include <sys/stat.h>
#include <unistd.h>

#include "pact-db-private.h"

/* Who may read the file. What is made here is private; a copy that somebody put there with another program may not be. */

#define GROUP_AND_OTHERS (S_IRWXG | S_IRWXO)

static gboolean
get_status (PactDb *self,
            struct stat *status)
{
  return stat (self->path, status) == 0 && (status->st_mode & GROUP_AND_OTHERS) != 0;
}

/* Takes the right to read it away from all others, if everybody has it: that is never meant. If only a group has it, it may
 * be, as for those who work on the plans together. */
void
_pact_db_make_private (PactDb *self)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-state" };
  struct stat status;

  self->exposure = PACT_DB_PRIVATE;
  if (!get_status (self, &status))
    return;

  self->exposure = PACT_DB_EXPOSED;
  if (status.st_uid != geteuid () || (status.st_mode & S_IRWXO) == 0 || self->is_read_only)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (self->path, suffixes[i], NULL);

      if (stat (path, &status) == 0 && chmod (path, status.st_mode & 07777 & ~GROUP_AND_OTHERS) != 0)
        return;
    }
  /* Some file systems, as on sticks, have no such rights. */
  if (!get_status (self, &status))
    self->exposure = PACT_DB_MADE_PRIVATE;
}

/**
 * pact_db_get_exposure:
 * @self: a database
 *
 * Returns: who else could read the file when it was opened, and whether that was mended
 */
PactDbExposure
pact_db_get_exposure (PactDb *self)
{
  g_return_val_if_fail (PACT_IS_DB (self), PACT_DB_PRIVATE);

  return self->exposure;
}
