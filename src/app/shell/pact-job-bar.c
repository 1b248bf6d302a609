/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-job-bar"

#include "config.h"

#include "pact-job-bar.h"
#include "pact-job.h"

/* How often the bar moves that cannot say how far the work is, in milliseconds. */
#define PULSE 100

/**
 * PactJobBar:
 *
 * Says what is being done that takes longer than a moment, and how far it is, and lets it be stopped. Of several jobs it is the
 * one that began first; the others come when that is done.
 */
struct _PactJobBar
{
  AdwBin parent_instance;

  PactJob *job; /* (nullable) the one that is shown */
  guint show_source;
  guint pulse_source;

  /* Template widgets */
  GtkLabel *title_label;
  GtkProgressBar *progress_bar;
  GtkWidget *stop_button;
};

G_DEFINE_FINAL_TYPE (PactJobBar, pact_job_bar, ADW_TYPE_BIN)

static void look (PactJobBar *self);

static gboolean
pulse_cb (gpointer user_data)
{
  gtk_progress_bar_pulse (PACT_JOB_BAR (user_data)->progress_bar);

  return G_SOURCE_CONTINUE;
}

static void
progress_cb (PactJobBar *self)
{
  double progress = pact_job_get_progress (self->job);

  if (progress >= 0)
    {
      g_clear_handle_id (&self->pulse_source, g_source_remove);
      gtk_progress_bar_set_fraction (self->progress_bar, progress);
    }
  else if (self->pulse_source == 0)
    {
      self->pulse_source = g_timeout_add (PULSE, pulse_cb, self);
    }
}

static void
set_job (PactJobBar *self,
         PactJob *job)
{
  if (job == self->job)
    return;

  if (self->job != NULL)
    g_signal_handlers_disconnect_by_func (self->job, progress_cb, self);
  g_clear_handle_id (&self->pulse_source, g_source_remove);
  g_set_object (&self->job, job);
  if (job != NULL)
    {
      gtk_label_set_label (self->title_label, pact_job_get_title (job));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress_bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      pact_job_get_title (job), -1);
      gtk_widget_set_sensitive (self->stop_button, !g_cancellable_is_cancelled (pact_job_get_cancellable (job)));
      gtk_progress_bar_set_fraction (self->progress_bar, 0);
      g_signal_connect_object (job, "notify::progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
      progress_cb (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), job != NULL);
}

static gboolean
show_cb (gpointer user_data)
{
  PactJobBar *self = PACT_JOB_BAR (user_data);

  self->show_source = 0;
  look (self);

  return G_SOURCE_REMOVE;
}

/* Shows the first job that has lasted long enough, now or when it has. */
static void
look (PactJobBar *self)
{
  g_autoptr (PactJob) job = g_list_model_get_item (pact_jobs_get_running (), 0);
  gint64 lasted = job != NULL ? (g_get_monotonic_time () - pact_job_get_started (job)) / 1000 : 0;

  g_clear_handle_id (&self->show_source, g_source_remove);
  if (job != NULL && lasted < PACT_JOB_PATIENCE)
    self->show_source = g_timeout_add (PACT_JOB_PATIENCE - lasted, show_cb, self);
  set_job (self, lasted >= PACT_JOB_PATIENCE ? job : NULL);
}

static void
stop_clicked_cb (PactJobBar *self)
{
  gtk_widget_set_sensitive (self->stop_button, FALSE);
  pact_job_cancel (self->job);
}

static void
pact_job_bar_dispose (GObject *object)
{
  PactJobBar *self = PACT_JOB_BAR (object);

  g_clear_handle_id (&self->show_source, g_source_remove);
  g_clear_handle_id (&self->pulse_source, g_source_remove);
  g_clear_object (&self->job);

  G_OBJECT_CLASS (pact_job_bar_parent_class)->dispose (object);
}

static void
pact_job_bar_class_init (PactJobBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_job_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-job-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PactJobBar, title_label);
  gtk_widget_class_bind_template_child (widget_class, PactJobBar, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, PactJobBar, stop_button);
  gtk_widget_class_bind_template_callback (widget_class, stop_clicked_cb);
}

static void
pact_job_bar_init (PactJobBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (pact_jobs_get_running (), "items-changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  look (self);
}
