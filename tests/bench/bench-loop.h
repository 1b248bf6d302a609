/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <adwaita.h>

#include "bench.h"

G_BEGIN_DECLS

/* What a person feels of a program: how long it does not look at the keyboard and the mouse, and how often it draws. */

typedef gboolean (*BenchCondition) (gpointer data);

typedef struct
{
  double median;       /* milliseconds of work for a frame */
  double longest;
  double per_second;   /* frames that were drawn */
} BenchFrames;

void bench_loop_watch (void);
double bench_loop_longest_block (BenchFunc func,
                                 gpointer data,
                                 guint milliseconds);
double bench_loop_time_until_drawn (GtkWindow *window,
                                    BenchFunc func,
                                    BenchCondition is_there,
                                    gpointer data);
BenchFrames bench_loop_scroll (GtkScrollable *scrollable,
                               double step,
                               guint n_frames);

G_END_DECLS
