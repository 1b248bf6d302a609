/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "library-fixture.h"
#include "sample.h"

/* Libraries of earlier versions, and of models that have a row more or less. */

static const PactField moon_phase = { .name = "x_moon_phase", .type = PACT_TYPE_INTEGER, .label = "Moon phase",
                                      .flags = PACT_FIELD_REQUIRED, .maximum = 7 };

static PactLibrary *
open_with (const char *path,
           const PactModel *model,
           PactDbFlags flags)
{
  g_autoptr (GError) error = NULL;
  PactLibrary *library = pact_library_open (path, model, flags, &error);

  g_assert_no_error (error);

  return library;
}

static void
undo (PactLibrary *library,
      const char *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = pact_journal_undo (pact_library_get_journal (library), plan, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, >, 0);
}

static char *
find_first (PactLibrary *library,
            const char *plan,
            const char *kind,
            const char *field,
            char **value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = pact_library_load (library, plan, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    {
      const PactRecord *record = g_ptr_array_index (records, i);

      if (!g_str_equal (record->kind->name, kind))
        continue;
      if (value != NULL)
        *value = g_strdup (pact_record_get (record, field));
      return g_strdup (record->uuid);
    }
  g_assert_not_reached ();
}

static void
delete_element (PactLibrary *library,
                const char *plan,
                const char *uuid)
{
  g_autoptr (GError) error = NULL;

  library_begin (library, plan, "delete", NULL);
  pact_library_delete (library, uuid, &error);
  g_assert_no_error (error);
  library_commit (library);
}

static char *
find_only_backup (const char *path)
{
  g_autofree char *folder = pact_library_get_backup_folder (path);
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name = g_dir_read_name (directory);
  char *backup = g_build_filename (folder, name, NULL);

  g_assert_nonnull (strstr (name, "-migration-"));
  g_assert_null (g_dir_read_name (directory));

  return backup;
}

/* A field that the model gains is a column that the file gains, after a backup; what was done before stays undoable. */
static void
test_one_row_more (LibraryFixture *fixture,
                   gconstpointer data)
{
  const PactModel *model = sample_model_with_field ("measure", &moon_phase);
  g_autofree char *plan = library_add_sample (fixture->library);
  g_autofree char *measure = find_first (fixture->library, plan, "measure", "title", NULL);
  g_autofree char *backup = NULL;
  g_autofree char *before = library_dump_plan (fixture->library, plan);
  g_autofree char *after = NULL;
  g_autofree char *found = NULL;
  g_autofree char *value = NULL;
  g_autoptr (PactLibrary) copy = NULL;

  delete_element (fixture->library, plan, measure);
  g_clear_object (&fixture->library);

  fixture->library = open_with (fixture->path, model, PACT_DB_DEFAULT);
  backup = find_only_backup (fixture->path);
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM pragma_table_info ('measure')"
                                                 " WHERE name = 'x_moon_phase' AND type = 'INTEGER'"), ==, 1);
  g_assert_cmpint (outside_query (backup, "SELECT count(*) FROM pragma_table_info ('measure')"
                                          " WHERE name = 'x_moon_phase'"), ==, 0);
  library_check_summary (fixture->library, plan);
  library_check_sound (fixture->library);
  undo (fixture->library, plan);
  after = library_dump_plan (fixture->library, plan);
  g_assert_cmpstr (after, ==, before);

  library_set (fixture->library, plan, measure, "measure", "x_moon_phase", "5", NULL);
  library_check_summary (fixture->library, plan);
  g_clear_object (&fixture->library);
  fixture->library = open_with (fixture->path, model, PACT_DB_DEFAULT);
  g_free (find_only_backup (fixture->path));
  found = find_first (fixture->library, plan, "measure", "x_moon_phase", &value);
  g_assert_cmpstr (found, ==, measure);
  g_assert_cmpstr (value, ==, "5");

  copy = library_open (backup);
  library_check_sound (copy);
}

/* A program of the time before the field was there keeps what it does not know. */
static void
test_one_row_less (LibraryFixture *fixture,
                   gconstpointer data)
{
  const PactModel *model = sample_model_with_field ("measure", &moon_phase);
  g_autofree char *plan = NULL;
  g_autofree char *measure = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_clear_object (&fixture->library);
  fixture->library = open_with (fixture->path, model, PACT_DB_DEFAULT);
  plan = library_add_sample (fixture->library);
  measure = find_first (fixture->library, plan, "measure", "title", NULL);
  before = library_dump_plan (fixture->library, plan);
  library_fixture_reopen (fixture);
  library_check_summary (fixture->library, plan);
  delete_element (fixture->library, plan, measure);
  undo (fixture->library, plan);
  library_check_sound (fixture->library);

  g_clear_object (&fixture->library);
  fixture->library = open_with (fixture->path, model, PACT_DB_DEFAULT);
  after = library_dump_plan (fixture->library, plan);
  g_assert_cmpstr (after, ==, before);
  library_check_summary (fixture->library, plan);
}

/* A kind that the model gains is a table that the file gains. */
static void
test_one_kind_more (LibraryFixture *fixture,
                    gconstpointer data)
{
  PactModel smaller = *pact_model_get_default ();
  g_autofree char *path = g_build_filename (fixture->folder, "smaller.db", NULL);
  g_autofree char *plan = NULL;
  g_autofree char *remark = NULL;
  g_autoptr (PactLibrary) library = NULL;
  g_autoptr (PactLibrary) reader = NULL;
  g_autofree char *before = NULL;
  g_autofree char *read = NULL;

  smaller.n_kinds--;
  library = open_with (path, &smaller, PACT_DB_DEFAULT);
  plan = library_add_sample (library);
  before = library_dump_plan (library, plan);
  g_clear_object (&library);

  /* Who may not write reads what is there. */
  reader = open_with (path, pact_model_get_default (), PACT_DB_READ_ONLY);
  read = library_dump_plan (reader, plan);
  g_assert_cmpstr (read, ==, before);
  g_clear_object (&reader);

  library = library_open (path);
  remark = library_add (library, plan, "remark", plan, "text", "Well done");
  library_check_summary (library, plan);
  library_check_sound (library);
}

/* A column that is missing is no reason not to read. */
static void
test_read_only (LibraryFixture *fixture,
                gconstpointer data)
{
  const PactModel *model = sample_model_with_field ("measure", &moon_phase);
  g_autofree char *plan = library_add_sample (fixture->library);
  g_autofree char *before = library_dump_plan (fixture->library, plan);
  g_autofree char *after = NULL;
  g_autoptr (PactLibrary) reader = open_with (fixture->path, model, PACT_DB_READ_ONLY);

  after = library_dump_plan (reader, plan);
  g_assert_cmpstr (after, ==, before);
}

/* What is searched for and what is required can change without a new column. */
static void
test_flags (LibraryFixture *fixture,
            gconstpointer data)
{
  static PactField unsearchable;
  const PactModel *one = NULL;
  const PactModel *two = NULL;
  g_autofree char *plan = NULL;
  g_autofree char *risk = NULL;
  g_autoptr (GPtrArray) without = NULL;
  g_autoptr (GPtrArray) with = NULL;
  PactField searchable = { .name = "x_words", .type = PACT_TYPE_TEXT, .label = "Words", .flags = PACT_FIELD_SEARCHABLE };

  unsearchable = searchable;
  unsearchable.flags = PACT_FIELD_REQUIRED;
  one = sample_model_with_field ("risk", &unsearchable);
  two = sample_model_with_field ("risk", &searchable);

  g_clear_object (&fixture->library);
  fixture->library = open_with (fixture->path, one, PACT_DB_DEFAULT);
  plan = library_add (fixture->library, NULL, "plan", NULL, "title", "Plan");
  risk = library_add (fixture->library, plan, "risk", plan, "x_words", "Sesame");
  without = pact_library_search (fixture->library, "sesame", 10, NULL);
  g_assert_cmpuint (without->len, ==, 0);
  library_check_summary (fixture->library, plan);

  g_clear_object (&fixture->library);
  fixture->library = open_with (fixture->path, two, PACT_DB_DEFAULT);
  with = pact_library_search (fixture->library, "sesame", 10, NULL);
  g_assert_cmpuint (with->len, ==, 1);
  library_check_summary (fixture->library, plan);
  library_check_sound (fixture->library);
}

/* The library of version 0.1 as it was written then, with an edit to undo. It must never change. */
static void
test_frozen (LibraryFixture *fixture,
             gconstpointer data)
{
  g_autofree char *sql_path = g_test_build_filename (G_TEST_DIST, "..", "data", "library-v1.sql", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "frozen.db", NULL);
  const char *plan = "11111111-1111-4111-8111-111111111111";
  g_autofree char *sql = NULL;
  g_autofree char *title = NULL;
  g_autofree char *earlier = NULL;
  g_autofree char *measure = NULL;
  g_autofree char *same = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (PactLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (sql_path, &sql, NULL, NULL));
  outside_query (path, sql);
  library = library_open (path);
  library_check_summary (library, plan);
  library_check_sound (library);
  measure = find_first (library, plan, "measure", "title", &title);
  g_assert_cmpstr (title, ==, "Train school staff");
  hits = pact_library_search (library, "equipe", 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);

  undo (library, plan);
  same = find_first (library, plan, "measure", "title", &earlier);
  g_assert_cmpstr (same, ==, measure);
  g_assert_cmpstr (earlier, ==, "Train staff");
  library_check_sound (library);
}

/* What somebody has written or done, whatever kind it is of; what is derived may change. All tables of the older library, by the
 * columns that it has. */
static void
check_kept (const char *path,
            const char *old_path)
{
  g_autofree char *sql = g_strdup_printf ("ATTACH '%s' AS old", old_path);
  sqlite3_stmt *tables = NULL;
  sqlite3 *db = NULL;
  guint n_tables = 0;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db,
                                       "SELECT t.name, group_concat ('\"' || c.name || '\"', ', ')"
                                       " FROM pragma_table_list t, pragma_table_info (t.name, 'old') c"
                                       " WHERE t.schema = 'old' AND t.type = 'table' AND t.name NOT LIKE 'sqlite@_%' ESCAPE '@'"
                                       " AND t.name NOT IN ('tally', 'summary', 'meta') GROUP BY t.name",
                                       -1, &tables, NULL), ==, SQLITE_OK);
  for (; sqlite3_step (tables) == SQLITE_ROW; n_tables++)
    {
      const char *name = (const char *) sqlite3_column_text (tables, 0);
      const char *columns = (const char *) sqlite3_column_text (tables, 1);
      g_autofree char *lost_sql = g_strdup_printf (
        "SELECT (SELECT count(*) FROM (SELECT %s FROM old.\"%s\" EXCEPT SELECT %s FROM main.\"%s\"))"
        " + (SELECT count(*) FROM (SELECT %s FROM main.\"%s\" EXCEPT SELECT %s FROM old.\"%s\"))",
        columns, name, columns, name, columns, name, columns, name);
      sqlite3_stmt *lost = NULL;

      g_test_message ("%s: %s", name, columns);
      g_assert_cmpint (sqlite3_prepare_v2 (db, lost_sql, -1, &lost, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_step (lost), ==, SQLITE_ROW);
      g_assert_cmpint (sqlite3_column_int (lost, 0), ==, 0);
      sqlite3_finalize (lost);
    }
  g_assert_cmpuint (n_tables, >, 10);
  sqlite3_finalize (tables);
  sqlite3_close (db);
}

static void
copy (const char *from,
      const char *to)
{
  g_autofree char *contents = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (from, &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (to, contents, length, &error);
  g_assert_no_error (error);
}

/* Every library that was ever frozen opens, with all that is in it. */
static void
test_all_frozen (LibraryFixture *fixture,
                 gconstpointer data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", NULL);
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  guint n_frozen = 0;
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *sql_path = g_build_filename (folder, name, NULL);
      g_autofree char *path = g_strdup_printf ("%s/%s.db", fixture->folder, name);
      g_autofree char *old_path = g_strconcat (path, "-old", NULL);
      g_autofree char *sql = NULL;
      g_autoptr (PactLibrary) library = NULL;
      g_autoptr (GPtrArray) plans = NULL;
      g_autoptr (GError) error = NULL;

      if (!g_str_has_suffix (name, ".sql"))
        continue;
      g_test_message ("%s", name);
      n_frozen++;
      g_assert_true (g_file_get_contents (sql_path, &sql, NULL, NULL));
      outside_query (path, sql);
      copy (path, old_path);
      library = library_open (path);
      check_kept (path, old_path);
      library_check_sound (library);
      plans = pact_library_list (library, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (plans->len, ==, 1);
      library_check_summary (library, ((PactPlanSummary *) g_ptr_array_index (plans, 0))->root->uuid);
      undo (library, ((PactPlanSummary *) g_ptr_array_index (plans, 0))->root->uuid);
      library_check_sound (library);
    }
  g_assert_cmpuint (n_frozen, >=, 2);
}

/* A library that is old in every way that there is: it lacks tables, columns and indexes, has the list of plans and the counts of
 * another rule, and an index of the search that was made otherwise. */
static const char aging_sql[] =
  "PRAGMA foreign_keys = ON;"
  "DELETE FROM element WHERE kind IN ('remark', 'risk');"
  "DROP TABLE remark; DROP TABLE risk;"
  "DROP INDEX measure_lead; ALTER TABLE measure DROP COLUMN lead;"
  "ALTER TABLE indicator DROP COLUMN steps; ALTER TABLE indicator DROP COLUMN additive;"
  "ALTER TABLE plan DROP COLUMN vision; ALTER TABLE plan DROP COLUMN period_end;"
  "UPDATE tally SET filled = filled + 1; UPDATE tally SET plan = 0 WHERE id % 5 = 0; DELETE FROM tally WHERE id % 3 = 0;"
  "UPDATE summary SET n_measures = 0, filled = 0, required = 1;"
  "DROP TABLE search; CREATE VIRTUAL TABLE search USING fts5 (title, text);"
  "INSERT INTO search (rowid, title) VALUES (1, 'sesame'), (99999, 'sesame');"
  "UPDATE meta SET value = 'of another time' WHERE key = 'model'";

static void
check_found (PactLibrary *library,
             const char *text,
             guint n_hits)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = pact_library_search (library, text, 10, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, n_hits);
}

static void
test_aged (LibraryFixture *fixture,
           gconstpointer data)
{
  g_autofree char *plan = library_add_sample (fixture->library);
  g_autofree char *old_path = g_build_filename (fixture->folder, "old.db", NULL);
  g_autofree char *backup = NULL;
  g_autofree char *measure = NULL;
  g_autofree char *actor = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *risk = NULL;

  measure = find_first (fixture->library, plan, "measure", "title", NULL);
  library_set (fixture->library, plan, measure, "measure", "title", "Équipe mobile", NULL);
  library_set (fixture->library, plan, measure, "measure", "note", "To be discussed", NULL);
  g_clear_object (&fixture->library);
  outside_query (fixture->path, aging_sql);
  outside_query (fixture->path, "PRAGMA wal_checkpoint (TRUNCATE)");
  copy (fixture->path, old_path);

  fixture->library = library_open (fixture->path);
  backup = find_only_backup (fixture->path);
  check_kept (fixture->path, old_path);
  check_kept (backup, old_path);
  g_assert_cmpint (outside_query (backup, "SELECT count(*) FROM pragma_table_info ('measure') WHERE name = 'lead'"), ==, 0);
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM sqlite_schema"
                                                 " WHERE name IN ('measure_lead', 'risk_owner', 'risk', 'remark')"), ==, 4);
  library_check_summary (fixture->library, plan);
  library_check_sound (fixture->library);
  check_found (fixture->library, "equipe", 1);
  check_found (fixture->library, "sesame", 0);

  /* What had not been there can be used. */
  before = library_dump_plan (fixture->library, plan);
  actor = find_first (fixture->library, plan, "actor", "name", NULL);
  library_set (fixture->library, plan, measure, "measure", "lead", actor, NULL);
  risk = library_add (fixture->library, plan, "risk", plan, "title", "No staff");
  check_found (fixture->library, "no staff", 1);
  library_check_summary (fixture->library, plan);
  undo (fixture->library, plan);
  undo (fixture->library, plan);
  after = library_dump_plan (fixture->library, plan);
  g_assert_cmpstr (after, ==, before);
  /* … and what was done before the library grew can be undone. */
  undo (fixture->library, plan);
  undo (fixture->library, plan);
  check_found (fixture->library, "equipe", 0);
  library_check_summary (fixture->library, plan);
  library_check_sound (fixture->library);
}

static void
add (const char *name,
     void (*test) (LibraryFixture *, gconstpointer))
{
  g_test_add (name, LibraryFixture, NULL, library_fixture_set_up, test, library_fixture_tear_down);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/migration/one-row-more", test_one_row_more);
  add ("/migration/one-row-less", test_one_row_less);
  add ("/migration/one-kind-more", test_one_kind_more);
  add ("/migration/read-only", test_read_only);
  add ("/migration/flags", test_flags);
  add ("/migration/frozen", test_frozen);
  add ("/migration/all-frozen", test_all_frozen);
  add ("/migration/aged", test_aged);

  return g_test_run ();
}
