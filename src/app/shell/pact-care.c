/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-care"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-care.h"

/* When the window stands, and then how often it is looked whether a new day has begun. */
#define FIRST_SECONDS 1
#define SECONDS 3600

/**
 * PactCare:
 *
 * Looks after the open library in the background: whether it is damaged, once after the start, and that there is a backup
 * of every day on which something has changed.
 */
struct _PactCare
{
  GObject parent_instance;

  PactWorkspace *workspace;
  guint source;
  gboolean is_looked_through;
  PactJob *looking; /* (nullable) */
  gboolean is_backing_up;
  char *said; /* (nullable) the failure that was told last */
};

enum
{
  SAY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PactCare, pact_care, G_TYPE_OBJECT)

/* The same failure is told once, not every hour. */
static void
tell_failure (PactCare *self,
              const GError *error)
{
  g_autofree char *sentence = NULL;

  if (g_strcmp0 (self->said, error->message) == 0 || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* That the library is not where it was is said as long as it is so, and a message would lie over what can be done about it. */
  if (pact_workspace_is_gone (self->workspace))
    return;
  g_free (self->said);
  self->said = g_strdup (error->message);
  /* Translators: %s is a whole sentence that says why. */
  sentence = g_strdup_printf (_("No backup could be made. %s"), error->message);
  g_signal_emit (self, signals[SAY], 0, sentence);
}

static void
backed_up_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (PactCare) self = PACT_CARE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (PactBackup) backup = pact_backups_make_finish (result, &error);

  self->is_backing_up = FALSE;
  if (backup != NULL)
    g_clear_pointer (&self->said, g_free);
  else if (self->source != 0)
    tell_failure (self, error);
}

static void
back_up_if_due (PactCare *self)
{
  const char *path = pact_workspace_get_path (self->workspace);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (PactJob) job = NULL;

  if (self->is_backing_up || pact_workspace_get_obstacle (self->workspace) != NULL
      || g_list_model_get_n_items (pact_workspace_get_plans (self->workspace)) == 0 || !pact_backups_are_due (path, now))
    return;
  self->is_backing_up = TRUE;
  job = pact_job_new (C_ ("what is being done", "Making a backup…"));
  pact_backups_make_async (path, PACT_BACKUP_DAILY, job, backed_up_cb, g_object_ref (self));
}

/* What is damaged does not take a good backup's place. */
static void
looked_through_cb (GObject *source,
                   GAsyncResult *result,
                   gpointer user_data)
{
  g_autoptr (PactCare) self = PACT_CARE (user_data);
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->looking);
  if (pact_workspace_look_through_finish (PACT_WORKSPACE (source), result, &error) && self->source != 0)
    back_up_if_due (self);
  else if (error != NULL)
    g_info ("The library was not looked through: %s", error->message);
}

static gboolean
look_cb (gpointer user_data)
{
  PactCare *self = user_data;

  if (self->is_looked_through)
    {
      back_up_if_due (self);
      return G_SOURCE_CONTINUE;
    }
  self->is_looked_through = TRUE;
  self->source = g_timeout_add_seconds (SECONDS, look_cb, self);
  self->looking = pact_job_new (C_ ("what is being done", "Checking the library…"));
  pact_workspace_look_through_async (self->workspace, self->looking, looked_through_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
pact_care_dispose (GObject *object)
{
  PactCare *self = PACT_CARE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  /* Nobody waits for it any more. */
  if (self->looking != NULL)
    pact_job_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (pact_care_parent_class)->dispose (object);
}

static void
pact_care_finalize (GObject *object)
{
  g_clear_pointer (&PACT_CARE (object)->said, g_free);

  G_OBJECT_CLASS (pact_care_parent_class)->finalize (object);
}

static void
pact_care_class_init (PactCareClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pact_care_dispose;
  G_OBJECT_CLASS (klass)->finalize = pact_care_finalize;

  /**
   * PactCare::say:
   * @self: the care
   * @sentence: what has happened
   *
   * Something can be told that may be overlooked.
   */
  signals[SAY] = g_signal_new ("say", PACT_TYPE_CARE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
pact_care_init (PactCare *self)
{
}

/**
 * pact_care_new:
 * @workspace: the open library
 *
 * Begins to look after a library. To end it, run g_object_run_dispose() and let go of it.
 *
 * Returns: (transfer full): the care
 */
PactCare *
pact_care_new (PactWorkspace *workspace)
{
  PactCare *self = g_object_new (PACT_TYPE_CARE, NULL);

  self->workspace = g_object_ref (workspace);
  pact_workspace_check_later (workspace);
  self->source = g_timeout_add_seconds (FIRST_SECONDS, look_cb, self);

  return self;
}
