/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "bench.h"

/* Milliseconds since some moment. */
double
bench_now (void)
{
  return g_get_monotonic_time () / 1000.0;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double one = *(const double *) a;
  double two = *(const double *) b;

  return (one > two) - (one < two);
}

double
bench_median (GArray *times)
{
  g_array_sort (times, compare_times);

  return times->len > 0 ? g_array_index (times, double, times->len / 2) : 0;
}

double
bench_maximum (GArray *times)
{
  g_array_sort (times, compare_times);

  return times->len > 0 ? g_array_index (times, double, times->len - 1) : 0;
}

static void
take (GArray *times,
      BenchFunc func,
      gpointer data)
{
  double begin = bench_now ();
  double time;

  func (data);
  time = bench_now () - begin;
  g_array_append_val (times, time);
}

/* Measures the two by turns, so that both meet the same machine, after once without counting. */
void
bench_compare (BenchCase ours,
               BenchCase theirs,
               gpointer data,
               guint n_times,
               const char *aim)
{
  g_autoptr (GArray) our_times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) their_times = g_array_new (FALSE, FALSE, sizeof (double));

  ours.func (data);
  theirs.func (data);
  for (guint i = 0; i < n_times; i++)
    {
      take (our_times, ours.func, data);
      take (their_times, theirs.func, data);
    }
  bench_print (ours.what, bench_median (our_times), theirs.what, bench_median (their_times), aim);
}

/* One figure, beside what, and the aim where there is one; %NULL else. */
void
bench_print (const char *what,
             double ours,
             const char *beside,
             double theirs,
             const char *aim)
{
  g_print ("%-50s %9.2f ms   %-44s %9.2f ms   ratio %6.2f%s%s\n", what, ours, beside, theirs, theirs > 0 ? ours / theirs : 0,
           aim != NULL ? "   aim: " : "", aim != NULL ? aim : "");
}

sqlite3 *
bench_sqlite_open (const char *path,
                   int flags)
{
  sqlite3 *db;

  if (sqlite3_open_v2 (path, &db, flags, NULL) != SQLITE_OK)
    g_error ("%s: %s", path, sqlite3_errmsg (db));

  return db;
}

void
bench_sqlite_run (sqlite3 *db,
                  const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
}

/* Steps through all rows and columns of a query, whose only parameter is the value if it is not %NULL. */
void
bench_sqlite_read (sqlite3 *db,
                   const char *sql,
                   const char *value)
{
  sqlite3_stmt *statement;
  int result;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK
      || (value != NULL && sqlite3_bind_text (statement, 1, value, -1, SQLITE_TRANSIENT) != SQLITE_OK))
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        sqlite3_column_text (statement, i);
    }
  if (result != SQLITE_DONE)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  sqlite3_finalize (statement);
}
