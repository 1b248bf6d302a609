/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "bench-loop.h"

#define PATIENCE_SECONDS 60

/* The main loop asks the kernel for news in one place, which GLib lets everybody take over. From when it has got an answer
 * until it asks again it is deaf: that is a block, whatever was done in it. */

static double woken;
static double longest_block;

static void
note_block (void)
{
  longest_block = MAX (longest_block, bench_now () - woken);
}

static int
poll_and_watch (GPollFD *fds,
                guint n_fds,
                int timeout)
{
  int result;

  note_block ();
  result = g_poll (fds, n_fds, timeout);
  woken = bench_now ();

  return result;
}

void
bench_loop_watch (void)
{
  g_main_context_set_poll_func (NULL, poll_and_watch);
}

static gboolean
time_is_up_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

/* The longest block while something is done and for some time after it, in which what was put off is done too. */
double
bench_loop_longest_block (BenchFunc func,
                          gpointer data,
                          guint milliseconds)
{
  gboolean is_time_up = FALSE;

  g_timeout_add (milliseconds, time_is_up_cb, &is_time_up);
  longest_block = 0;
  woken = bench_now ();
  func (data);
  note_block ();
  while (!is_time_up)
    g_main_context_iteration (NULL, TRUE);

  return longest_block;
}

typedef struct
{
  BenchCondition is_there;
  gpointer data;
  double when; /* 0 as long as it is not */
} Drawing;

static void
look_cb (GdkFrameClock *clock,
         Drawing *drawing)
{
  if (drawing->when == 0 && drawing->is_there (drawing->data))
    drawing->when = bench_now ();
}

static gboolean
give_up_cb (gpointer data)
{
  g_error ("What was waited for was not drawn");

  return G_SOURCE_REMOVE;
}

/* The time from the beginning of what is done until the end of the first frame that has something in it. */
double
bench_loop_time_until_drawn (GtkWindow *window,
                             BenchFunc func,
                             BenchCondition is_there,
                             gpointer data)
{
  Drawing drawing = { .is_there = is_there, .data = data };
  guint patience = g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, NULL);
  GdkFrameClock *clock;
  gulong handler;
  double begin = bench_now ();

  gtk_widget_realize (GTK_WIDGET (window));
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  handler = g_signal_connect_after (clock, "after-paint", G_CALLBACK (look_cb), &drawing);
  func (data);
  gtk_widget_queue_draw (GTK_WIDGET (window));
  while (drawing.when == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
  g_source_remove (patience);

  return drawing.when - begin;
}

typedef struct
{
  GtkAdjustment *adjustment;
  double step;
  guint n_left;
  double began; /* the frame that is being made */
  GArray *times;
} Scrolling;

static void
begin_frame_cb (GdkFrameClock *clock,
                Scrolling *scrolling)
{
  scrolling->began = bench_now ();
}

static void
end_frame_cb (GdkFrameClock *clock,
              Scrolling *scrolling)
{
  double time = bench_now () - scrolling->began;

  g_array_append_val (scrolling->times, time);
}

static gboolean
scroll_cb (GtkWidget *widget,
           GdkFrameClock *clock,
           gpointer data)
{
  Scrolling *scrolling = data;

  if (scrolling->n_left == 0)
    return G_SOURCE_REMOVE;
  scrolling->n_left--;
  gtk_adjustment_set_value (scrolling->adjustment, gtk_adjustment_get_value (scrolling->adjustment) + scrolling->step);

  return G_SOURCE_CONTINUE;
}

/* Scrolls a step, in pixels, with each frame. The work of a frame is everything from its beginning until GTK has handed the
 * picture over: new rows, their layout and the drawing. */
BenchFrames
bench_loop_scroll (GtkScrollable *scrollable,
                   double step,
                   guint n_frames)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (scrollable));
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  Scrolling scrolling = {
    .adjustment = gtk_scrollable_get_vadjustment (scrollable),
    .step = step,
    .n_left = n_frames,
    .times = times,
  };
  gulong begin_handler = g_signal_connect (clock, "before-paint", G_CALLBACK (begin_frame_cb), &scrolling);
  gulong end_handler = g_signal_connect_after (clock, "after-paint", G_CALLBACK (end_frame_cb), &scrolling);
  double began = bench_now ();
  double seconds;
  guint n_drawn;

  gtk_widget_add_tick_callback (GTK_WIDGET (scrollable), scroll_cb, &scrolling, NULL);
  while (scrolling.n_left > 0)
    g_main_context_iteration (NULL, TRUE);
  seconds = (bench_now () - began) / 1000;
  n_drawn = times->len;
  while (times->len <= n_drawn)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, begin_handler);
  g_signal_handler_disconnect (clock, end_handler);

  return (BenchFrames){ bench_median (times), bench_maximum (times), n_drawn / seconds };
}
