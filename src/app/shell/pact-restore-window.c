/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-restore-window"

#include "config.h"

#include "pact-job-bar.h"
#include "pact-restore-window.h"

/**
 * PactRestoreWindow:
 *
 * Stands where the program's window would while a backup takes the library's place, should that take longer than a moment: says
 * so, how far it is, and lets it be stopped.
 */
struct _PactRestoreWindow
{
  AdwApplicationWindow parent_instance;

  PactJob *job;
  guint show_source;
};

G_DEFINE_FINAL_TYPE (PactRestoreWindow, pact_restore_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
show_cb (gpointer user_data)
{
  PactRestoreWindow *self = PACT_RESTORE_WINDOW (user_data);

  self->show_source = 0;
  gtk_window_present (GTK_WINDOW (self));

  return G_SOURCE_REMOVE;
}

/* Who closes it wants the work to stop; the window goes when that has. */
static gboolean
pact_restore_window_close_request (GtkWindow *window)
{
  pact_job_cancel (PACT_RESTORE_WINDOW (window)->job);

  return TRUE;
}

static void
pact_restore_window_dispose (GObject *object)
{
  PactRestoreWindow *self = PACT_RESTORE_WINDOW (object);

  g_clear_handle_id (&self->show_source, g_source_remove);
  g_clear_object (&self->job);

  G_OBJECT_CLASS (pact_restore_window_parent_class)->dispose (object);
}

static void
pact_restore_window_class_init (PactRestoreWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_restore_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = pact_restore_window_close_request;

  g_type_ensure (PACT_TYPE_JOB_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-restore-window.ui");
}

static void
pact_restore_window_init (PactRestoreWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pact_restore_window_new:
 * @application: the program
 * @job: the work
 *
 * The window shows itself when the work has lasted for a while. Whoever made it destroys it when the work is done.
 *
 * Returns: (transfer none): the window; the application owns it
 */
PactRestoreWindow *
pact_restore_window_new (GtkApplication *application,
                         PactJob *job)
{
  PactRestoreWindow *self = g_object_new (PACT_TYPE_RESTORE_WINDOW, "application", application, NULL);

  self->job = g_object_ref (job);
  self->show_source = g_timeout_add (PACT_JOB_PATIENCE, show_cb, self);

  return self;
}
