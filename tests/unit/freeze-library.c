/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "library-fixture.h"
#include "sample.h"

/* Writes a library as this version makes it, as SQL: with a value in every field of every kind, with something to undo and
 * something to redo. It is written once, at a release, and never again. */

/* The sample has hundreds of elements; here one of each kind is enough. */
static char *
add_plan (PactLibrary *library)
{
  g_autoptr (GPtrArray) records = sample_records_new (pact_model_get_default ());
  g_autoptr (GHashTable) kinds = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) uuids = g_hash_table_new (g_str_hash, g_str_equal);
  const PactRecord *root = g_ptr_array_index (records, 0);
  g_autoptr (GError) error = NULL;

  library_begin (library, root->uuid, "create", NULL);
  for (guint i = 0; i < records->len; i++)
    {
      const PactRecord *record = g_ptr_array_index (records, i);

      if ((record->parent != NULL && !g_hash_table_contains (uuids, record->parent))
          || !g_hash_table_add (kinds, (gpointer) record->kind))
        continue;
      g_hash_table_add (uuids, record->uuid);
      pact_library_insert (library, record, &error);
      g_assert_no_error (error);
    }
  library_commit (library);

  return g_strdup (root->uuid);
}

static void
edit (PactLibrary *library,
      const char *plan)
{
  g_autofree char *pillar = library_add (library, plan, "pillar", plan, "title", "Prevention");
  g_autofree char *objective = library_add (library, plan, "objective", pillar, "title", "Staff know what to do");
  g_autofree char *measure = library_add (library, plan, "measure", objective, "title", "Train staff");
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;

  library_set (library, plan, measure, "measure", "title", "Train school staff", NULL);
  library_set (library, plan, measure, "measure", "title", "Train all staff", NULL);
  changes = pact_journal_undo (pact_library_get_journal (library), plan, &error);
  g_assert_no_error (error);
}

static sqlite3_stmt *
prepare (sqlite3 *db,
         const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));

  return statement;
}

/* One line a row. */
static void
write_rows (GString *text,
            sqlite3 *db,
            const char *table)
{
  g_autofree char *names_sql = g_strdup_printf (
    "SELECT group_concat ('\"' || name || '\"', ', '), group_concat ('quote (\"' || name || '\")', ' || '', '' || ')"
    " FROM (SELECT 'rowid' AS name WHERE '%s' = 'search' UNION ALL SELECT name FROM pragma_table_info ('%s'))", table, table);
  sqlite3_stmt *names = prepare (db, names_sql);
  g_autofree char *rows_sql = NULL;
  sqlite3_stmt *rows;

  g_assert_cmpint (sqlite3_step (names), ==, SQLITE_ROW);
  rows_sql = g_strdup_printf ("SELECT %s FROM \"%s\" ORDER BY rowid", sqlite3_column_text (names, 1), table);
  rows = prepare (db, rows_sql);
  while (sqlite3_step (rows) == SQLITE_ROW)
    g_string_append_printf (text, "INSERT INTO \"%s\" (%s) VALUES (%s);\n", table, sqlite3_column_text (names, 0),
                            sqlite3_column_text (rows, 0));
  sqlite3_finalize (rows);
  sqlite3_finalize (names);
}

static char *
dump (const char *path)
{
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3 *db = NULL;
  sqlite3_stmt *tables;

  g_string_append_printf (text,
                          "-- SPDX-License-Identifier: GPL-3.0-or-later\n"
                          "-- SPDX-FileCopyrightText: 2026 The Pact Planner authors\n"
                          "-- A library as version %s wrote it. Never to be changed: new versions must open it.\n"
                          "PRAGMA application_id = %" G_GINT64_FORMAT ";\n"
                          "PRAGMA user_version = %" G_GINT64_FORMAT ";\n"
                          "BEGIN;\n",
                          PACKAGE_VERSION, outside_query (path, "PRAGMA application_id"),
                          outside_query (path, "PRAGMA user_version"));
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  /* SQLite makes its own tables itself, and those in which it keeps the index of the search. */
  tables = prepare (db, "SELECT s.name, s.sql, s.type FROM sqlite_schema s"
                        " LEFT JOIN pragma_table_list l ON l.schema = 'main' AND l.name = s.name"
                        " WHERE s.sql IS NOT NULL AND s.name NOT LIKE 'sqlite@_%' ESCAPE '@'"
                        " AND coalesce (l.type, '') <> 'shadow' ORDER BY s.rowid");
  while (sqlite3_step (tables) == SQLITE_ROW)
    g_string_append_printf (text, "%s;\n", sqlite3_column_text (tables, 1));
  sqlite3_reset (tables);
  while (sqlite3_step (tables) == SQLITE_ROW)
    {
      if (g_str_equal (sqlite3_column_text (tables, 2), "table"))
        write_rows (text, db, (const char *) sqlite3_column_text (tables, 0));
    }
  sqlite3_finalize (tables);
  sqlite3_close (db);
  g_string_append (text, "COMMIT;\n");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (Folder) folder = folder_new ();
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autofree char *plan = NULL;
  g_autofree char *text = NULL;
  g_autoptr (PactLibrary) library = library_open (path);

  plan = add_plan (library);
  edit (library, plan);
  g_clear_object (&library);
  text = dump (path);
  fputs (text, stdout);

  return EXIT_SUCCESS;
}
