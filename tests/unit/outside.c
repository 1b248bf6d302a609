/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "outside.h"

#include <sqlite3.h>

/* Runs SQL as another program would. Returns the number in the last row's first column, if there is any. */
gint64
outside_query (const char *path,
               const char *sql)
{
  sqlite3 *db = NULL;
  gint64 result = 0;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  while (*sql != '\0')
    {
      sqlite3_stmt *statement = NULL;
      int code;

      if (sqlite3_prepare_v2 (db, sql, -1, &statement, &sql) != SQLITE_OK)
        g_error ("%s: %s", sql, sqlite3_errmsg (db));
      while (statement != NULL && (code = sqlite3_step (statement)) == SQLITE_ROW)
        result = sqlite3_column_int64 (statement, 0);
      if (statement != NULL && code != SQLITE_DONE)
        g_error ("%s", sqlite3_errmsg (db));
      sqlite3_finalize (statement);
    }
  sqlite3_close (db);

  return result;
}
