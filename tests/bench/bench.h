/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* How the benchmarks measure and print: medians in milliseconds, each beside something well known that was measured in the
 * same run. Figures only: nothing is asserted. */

typedef void (*BenchFunc) (gpointer data);

typedef struct
{
  const char *what;
  BenchFunc func;
} BenchCase;

double bench_now (void);
double bench_median (GArray *times);
double bench_maximum (GArray *times);
void bench_compare (BenchCase ours,
                    BenchCase theirs,
                    gpointer data,
                    guint n_times,
                    const char *aim);
void bench_print (const char *what,
                  double ours,
                  const char *beside,
                  double theirs,
                  const char *aim);

/* SQLite itself, to compare with. */
sqlite3 *bench_sqlite_open (const char *path,
                            int flags);
void bench_sqlite_run (sqlite3 *db,
                       const char *sql);
void bench_sqlite_read (sqlite3 *db,
                        const char *sql,
                        const char *value);

G_END_DECLS
