/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-job"

#include "config.h"

#include "pact-job-private.h"

/* What cannot be told of progress, as long as nobody knows how much there is to do. */
#define UNKNOWN (-1)
#define WHOLE 1000

/**
 * PactJob:
 *
 * Work that may take longer than a frame, on a thread of its own: what it is called, how far it is, and that it is to stop.
 *
 * What the work needs and what it brings is the business of its #GTask. The thread says how far it is with
 * pact_job_set_progress(), and opens the library for itself. Belongs to the main thread but for that.
 */
struct _PactJob
{
  GObject parent_instance;

  char *title;
  GCancellable *cancellable;
  gint64 started;    /* when it began, in monotonic microseconds; 0 before */
  int progress;      /* atomic: in thousandths, or UNKNOWN */
  int is_telling;    /* atomic: whether the main thread is going to be told of it */
};

enum
{
  PROP_0,
  PROP_PROGRESS,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (PactJob, pact_job, G_TYPE_OBJECT)

static GListStore *
get_running (void)
{
  static GListStore *running;

  if (running == NULL)
    running = g_list_store_new (PACT_TYPE_JOB);

  return running;
}

static void
pact_job_get_property (GObject *object,
                       guint id,
                       GValue *value,
                       GParamSpec *pspec)
{
  if (id == PROP_PROGRESS)
    g_value_set_double (value, pact_job_get_progress (PACT_JOB (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pact_job_finalize (GObject *object)
{
  PactJob *self = PACT_JOB (object);

  g_free (self->title);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (pact_job_parent_class)->finalize (object);
}

static void
pact_job_class_init (PactJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pact_job_get_property;
  object_class->finalize = pact_job_finalize;

  /**
   * PactJob:progress:
   *
   * How much of it is done, from 0 to 1; less than 0 as long as nobody knows.
   */
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, UNKNOWN, 1, UNKNOWN,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
pact_job_init (PactJob *self)
{
  self->cancellable = g_cancellable_new ();
  self->progress = UNKNOWN;
}

/**
 * pact_job_new:
 * @title: what is being done, for people: “Deleting 3 plans…”
 *
 * Returns: (transfer full): a job that has not begun
 */
PactJob *
pact_job_new (const char *title)
{
  PactJob *self = g_object_new (PACT_TYPE_JOB, NULL);

  self->title = g_strdup (title);

  return self;
}

/**
 * pact_job_get_title:
 * @self: a job
 *
 * Returns: (transfer none): what is being done
 */
const char *
pact_job_get_title (PactJob *self)
{
  g_return_val_if_fail (PACT_IS_JOB (self), NULL);

  return self->title;
}

/**
 * pact_job_get_cancellable:
 * @self: (nullable): a job
 *
 * Returns: (transfer none) (nullable): what the work looks at to see whether it is to stop; %NULL without a job
 */
GCancellable *
pact_job_get_cancellable (PactJob *self)
{
  g_return_val_if_fail (self == NULL || PACT_IS_JOB (self), NULL);

  return self != NULL ? self->cancellable : NULL;
}

/**
 * pact_job_get_progress:
 * @self: a job
 *
 * Returns: how much of it is done, from 0 to 1; less than 0 as long as nobody knows
 */
double
pact_job_get_progress (PactJob *self)
{
  int progress;

  g_return_val_if_fail (PACT_IS_JOB (self), UNKNOWN);

  progress = g_atomic_int_get (&self->progress);

  return progress == UNKNOWN ? UNKNOWN : progress / (double) WHOLE;
}

static gboolean
tell_cb (gpointer user_data)
{
  PactJob *self = user_data;

  g_atomic_int_set (&self->is_telling, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);

  return G_SOURCE_REMOVE;
}

/**
 * pact_job_set_progress:
 * @self: (nullable): a job
 * @progress: how much of it is done, from 0 to 1
 *
 * Any thread may say so, as often as it likes: the main thread is told when it has time.
 */
void
pact_job_set_progress (PactJob *self,
                       double progress)
{
  int thousandths = CLAMP (progress, 0, 1) * WHOLE;

  g_return_if_fail (self == NULL || PACT_IS_JOB (self));

  if (self == NULL || g_atomic_int_get (&self->progress) == thousandths)
    return;
  g_atomic_int_set (&self->progress, thousandths);
  if (g_atomic_int_compare_and_exchange (&self->is_telling, FALSE, TRUE))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, tell_cb, g_object_ref (self), g_object_unref);
}

/* As #PactDbProgressFunc, for a job that may be none. */
void
_pact_job_progress_cb (double done,
                       gpointer job)
{
  pact_job_set_progress (job, done);
}

/* What is done in a database of the job's own thread is stopped with the job, and tells how far it is. */
void
_pact_job_attend (PactJob *self,
                  PactDb *db)
{
  pact_db_set_cancellable (db, pact_job_get_cancellable (self));
  pact_db_set_progress (db, _pact_job_progress_cb, self);
}

/**
 * pact_job_get_started:
 * @self: a job
 *
 * Returns: when it began, as g_get_monotonic_time() tells it; 0 if it has not
 */
gint64
pact_job_get_started (PactJob *self)
{
  g_return_val_if_fail (PACT_IS_JOB (self), 0);

  return self->started;
}

/**
 * pact_job_cancel:
 * @self: a job
 *
 * Asks the work to stop. It ends with %G_IO_ERROR_CANCELLED and leaves nothing behind that is half done, unless it was done
 * before it heard of it.
 */
void
pact_job_cancel (PactJob *self)
{
  g_return_if_fail (PACT_IS_JOB (self));

  g_cancellable_cancel (self->cancellable);
}

static void
completed_cb (PactJob *self)
{
  guint position;

  if (g_list_store_find (get_running (), self, &position))
    g_list_store_remove (get_running (), position);
}

/**
 * pact_job_run:
 * @self: (nullable): a job, %NULL for work that nobody is told of
 * @task: what the work needs and brings, made with pact_job_get_cancellable()
 * @func: (scope async): the work, on a thread of its own
 *
 * Begins the work. The job is in pact_jobs_get_running() until @task has been answered.
 */
void
pact_job_run (PactJob *self,
              GTask *task,
              GTaskThreadFunc func)
{
  g_return_if_fail (self == NULL || (PACT_IS_JOB (self) && self->started == 0));
  g_return_if_fail (G_IS_TASK (task));

  if (self != NULL)
    {
      self->started = g_get_monotonic_time ();
      g_list_store_append (get_running (), self);
      g_signal_connect_object (task, "notify::completed", G_CALLBACK (completed_cb), self, G_CONNECT_SWAPPED);
    }
  g_task_run_in_thread (task, func);
}

/**
 * pact_jobs_get_running:
 *
 * Returns: (transfer none): the living list of what is being done, of #PactJob, in the order in which it began
 */
GListModel *
pact_jobs_get_running (void)
{
  return G_LIST_MODEL (get_running ());
}
