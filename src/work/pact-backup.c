/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-backup"

#include "config.h"

#include <glib/gstdio.h>

#include "pact-backup-private.h"
#include "pact-library.h"

/**
 * PactBackup:
 *
 * One backup of the library.
 */
struct _PactBackup
{
  GObject parent_instance;

  char *path;
  GDateTime *made;
  PactBackupReason reason;
  gboolean is_own;
  goffset size;

  /* What is in it, once it was looked into */
  gboolean is_good;
  guint n_plans;
  char *modified;
};

G_DEFINE_FINAL_TYPE (PactBackup, pact_backup, G_TYPE_OBJECT)

static void
pact_backup_finalize (GObject *object)
{
  PactBackup *self = PACT_BACKUP (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->made, g_date_time_unref);
  g_clear_pointer (&self->modified, g_free);

  G_OBJECT_CLASS (pact_backup_parent_class)->finalize (object);
}

static void
pact_backup_class_init (PactBackupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pact_backup_finalize;
}

static void
pact_backup_init (PactBackup *self)
{
}

/**
 * pact_backup_new:
 * @path: where it is
 * @made: when it was made
 * @reason: why
 * @is_own: whether it was made of the library that is asked about, and not of one of the same name
 *
 * Returns: (transfer full): a backup that nobody has looked into yet
 */
PactBackup *
pact_backup_new (const char *path,
                 GDateTime *made,
                 PactBackupReason reason,
                 gboolean is_own)
{
  PactBackup *self = g_object_new (PACT_TYPE_BACKUP, NULL);
  GStatBuf status;

  self->path = g_strdup (path);
  self->made = g_date_time_ref (made);
  self->reason = reason;
  self->is_own = is_own;
  self->size = g_stat (path, &status) == 0 ? status.st_size : 0;

  return self;
}

/* Reads how many plans there are and when one was last changed. What cannot be read, or is damaged at first sight, is not
 * good; all of it is looked through before it is restored. */
void
_pact_backup_look_inside (PactBackup *self)
{
  g_autoptr (PactLibrary) library = pact_library_open (self->path, pact_model_get_default (), PACT_DB_BACKUP, NULL);
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  if (library == NULL || !pact_library_check_quickly (library, &problems, NULL) || problems->len > 0)
    return;
  plans = pact_library_list (library, NULL);
  if (plans == NULL)
    return;

  self->is_good = TRUE;
  for (guint i = 0; i < plans->len; i++)
    {
      const PactPlanSummary *plan = g_ptr_array_index (plans, i);

      self->n_plans += plan->trashed == NULL;
      if (g_strcmp0 (plan->modified, self->modified) > 0)
        {
          g_free (self->modified);
          self->modified = g_strdup (plan->modified);
        }
    }
}

/**
 * pact_backup_get_path:
 * @self: a backup
 *
 * Returns: (transfer none): where it is
 */
const char *
pact_backup_get_path (PactBackup *self)
{
  g_return_val_if_fail (PACT_IS_BACKUP (self), NULL);

  return self->path;
}

/**
 * pact_backup_get_made:
 * @self: a backup
 *
 * Returns: (transfer none): when it was made
 */
GDateTime *
pact_backup_get_made (PactBackup *self)
{
  g_return_val_if_fail (PACT_IS_BACKUP (self), NULL);

  return self->made;
}

/**
 * pact_backup_get_reason:
 * @self: a backup
 *
 * Returns: why it was made
 */
PactBackupReason
pact_backup_get_reason (PactBackup *self)
{
  g_return_val_if_fail (PACT_IS_BACKUP (self), PACT_BACKUP_BY_HAND);

  return self->reason;
}

/**
 * pact_backup_is_own:
 * @self: a backup
 *
 * Returns: whether it was made of the library that is asked about, where that is now
 */
gboolean
pact_backup_is_own (PactBackup *self)
{
  g_return_val_if_fail (PACT_IS_BACKUP (self), FALSE);

  return self->is_own;
}

/**
 * pact_backup_get_size:
 * @self: a backup
 *
 * Returns: its size in bytes
 */
goffset
pact_backup_get_size (PactBackup *self)
{
  g_return_val_if_fail (PACT_IS_BACKUP (self), 0);

  return self->size;
}

/**
 * pact_backup_is_good:
 * @self: a backup that was looked into
 *
 * Returns: whether it can be read and nothing in it is damaged at first sight
 */
gboolean
pact_backup_is_good (PactBackup *self)
{
  g_return_val_if_fail (PACT_IS_BACKUP (self), FALSE);

  return self->is_good;
}

/**
 * pact_backup_get_n_plans:
 * @self: a backup that was looked into
 *
 * Returns: how many plans are in it that do not lie in the trash
 */
guint
pact_backup_get_n_plans (PactBackup *self)
{
  g_return_val_if_fail (PACT_IS_BACKUP (self), 0);

  return self->n_plans;
}

/**
 * pact_backup_get_modified:
 * @self: a backup that was looked into
 *
 * Returns: (transfer none) (nullable): when a plan in it was last changed, as YYYY-MM-DDThh:mm:ssZ; %NULL if it has no plan
 */
const char *
pact_backup_get_modified (PactBackup *self)
{
  g_return_val_if_fail (PACT_IS_BACKUP (self), NULL);

  return self->modified;
}
