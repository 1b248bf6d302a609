/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>

#include "library-fixture.h"
#include "sample.h"

/* The library as a file and as a shelf of plans. */

static gboolean
has_plan (PactLibrary *library,
          const char *uuid)
{
  g_autoptr (GPtrArray) records = pact_library_load (library, uuid, NULL);

  return records != NULL;
}

static void
test_private (void)
{
  g_autoptr (Folder) folder = folder_new ();
  g_autofree char *below = g_build_filename (folder, "new", "deep", NULL);
  g_autofree char *path = g_build_filename (below, "library.db", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autoptr (PactLibrary) library = library_open (path);
  g_autofree char *uuid = library_add_sample (library);

  g_assert_true (pact_db_uses_wal (pact_library_get_db (library)));
  g_assert_cmpstr (pact_db_get_path (pact_library_get_db (library)), ==, path);
  g_assert_cmpuint (folder_get_mode (below), ==, 0700);
  g_assert_cmpuint (folder_get_mode (path), ==, 0600);
  g_assert_cmpuint (folder_get_mode (log), ==, 0600);
  g_assert_cmpint (outside_query (path, "PRAGMA application_id"), ==, 0x50414354);
  g_assert_cmpint (outside_query (path, "PRAGMA user_version"), ==, 1);
}

/* What a newer version wrote is shown, and not written. */
static void
read_newer (const char *path,
            const char *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PactLibrary) library = pact_library_open (path, pact_model_get_default (), PACT_DB_DEFAULT, &error);
  g_autoptr (PactPlan) loaded = NULL;
  PactEditInfo info = { .plan = plan, .verb = "edit" };

  g_assert_no_error (error);
  g_assert_error (pact_db_get_obstacle (pact_library_get_db (library)), PACT_DB_ERROR, PACT_DB_ERROR_NEWER);
  loaded = library_load_plan (library, plan);
  g_assert_false (pact_library_begin (library, &info, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_NEWER);
}

static void
test_newer (LibraryFixture *fixture,
            gconstpointer data)
{
  g_autofree char *uuid = library_add_sample (fixture->library);
  g_autofree char *read = NULL;
  gsize length_read;
  guint n_files;
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *log_before = NULL;
  g_autofree char *log_after = NULL;
  gsize length, length_before, length_after;

  outside_query (fixture->path, "PRAGMA user_version = 2");
  /* The new number stands in the log only. */
  g_assert_true (g_file_get_contents (log, &log_before, &length_before, NULL));
  g_assert_cmpuint (length_before, >, 0);
  read_newer (fixture->path, uuid);
  g_assert_true (g_file_get_contents (log, &log_after, &length_after, NULL));
  g_assert_cmpmem (log_before, length_before, log_after, length_after);

  g_clear_object (&fixture->library);
  g_assert_true (g_file_get_contents (fixture->path, &kept, &length, NULL));
  n_files = folder_count_files (fixture->folder);
  read_newer (fixture->path, uuid);
  g_assert_true (g_file_get_contents (fixture->path, &read, &length_read, NULL));
  g_assert_cmpmem (kept, length, read, length_read);
  g_assert_cmpuint (folder_count_files (fixture->folder), ==, n_files);
  outside_query (fixture->path, "PRAGMA user_version = 1");
  fixture->library = library_open (fixture->path);
}

static void
test_read_only (LibraryFixture *fixture,
                gconstpointer data)
{
  g_autofree char *uuid = library_add_sample (fixture->library);
  g_autofree char *mine = library_dump_plan (fixture->library, uuid);
  g_autofree char *theirs = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PactLibrary) reader =
    pact_library_open (fixture->path, pact_model_get_default (), PACT_DB_READ_ONLY, &error);
  PactEditInfo info = { .plan = uuid, .verb = "edit" };

  g_assert_no_error (error);
  theirs = library_dump_plan (reader, uuid);
  g_assert_cmpstr (theirs, ==, mine);
  g_assert_true (pact_db_uses_wal (pact_library_get_db (reader)));
  library_check_sound (reader);

  g_assert_false (pact_library_begin (reader, &info, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (pact_library_set_note (reader, "a", "b", &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (pact_library_purge (reader, uuid, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_READ_ONLY);
}

/* Who reads sees whole edits, also while one is written. */
static void
test_reading_beside_a_writer (LibraryFixture *fixture,
                              gconstpointer data)
{
  g_autofree char *uuid = library_add_sample (fixture->library);
  g_autoptr (PactLibrary) reader = library_open (fixture->path);
  g_autofree char *before = library_dump_plan (reader, uuid);
  g_autofree char *during = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  const PactKind *root = pact_model_get_root (pact_model_get_default ());

  library_begin (fixture->library, uuid, "edit", NULL);
  pact_library_update (fixture->library, uuid, pact_kind_find_field (root, "title"), "New", &error);
  g_assert_no_error (error);
  during = library_dump_plan (reader, uuid);
  g_assert_cmpstr (during, ==, before);
  library_commit (fixture->library);
  after = library_dump_plan (reader, uuid);
  g_assert_cmpstr (after, !=, before);
}

static void
test_load (LibraryFixture *fixture,
           gconstpointer data)
{
  g_autofree char *uuid = library_add_sample (fixture->library);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (PactPlan) plan = library_load_plan (fixture->library, uuid);
  g_autoptr (PactPlan) sample = sample_plan_new (pact_model_get_default ());
  g_autoptr (GError) error = NULL;

  g_assert_true (has_plan (fixture->library, uuid));
  records = pact_plan_to_records (plan);
  for (guint i = 0; i < records->len; i++)
    {
      const PactRecord *record = g_ptr_array_index (records, i);
      g_autofree char *owner = pact_library_find_plan_of (fixture->library, record->uuid);

      g_assert_cmpstr (owner, ==, uuid);
      g_assert_cmpint (has_plan (fixture->library, record->uuid), ==, i == 0);
      for (gsize j = 0; j < record->kind->n_fields; j++)
        g_assert_nonnull (record->values[j]);
    }
  for (gsize i = 0; i < pact_model_get_default ()->n_kinds; i++)
    g_assert_cmpuint (pact_plan_count (plan, pact_model_get_default ()->kinds[i].name), ==,
                      pact_plan_count (sample, pact_model_get_default ()->kinds[i].name));
  library_check_summary (fixture->library, uuid);
  /* A name in which nothing can be seen is none. */
  library_set (fixture->library, uuid, uuid, "plan", "authority_name", "\302\240\342\200\213", NULL);
  library_check_summary (fixture->library, uuid);
  library_check_sound (fixture->library);

  g_assert_null (pact_library_find_plan_of (fixture->library, "no such thing"));
  g_assert_null (pact_library_load (fixture->library, "no such thing", &error));
  g_assert_error (error, PACT_STORE_ERROR, PACT_STORE_ERROR_NOT_FOUND);
}

/* The same values come back, whatever they are. */
static void
test_values (LibraryFixture *fixture,
             gconstpointer data)
{
  g_autoptr (GPtrArray) records = sample_records_new (pact_model_get_default ());
  const PactRecord *root = g_ptr_array_index (records, 0);
  g_autoptr (PactPlan) plan = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GError) error = NULL;

  library_begin (fixture->library, root->uuid, "import", NULL);
  for (guint i = 0; i < records->len; i++)
    {
      PactRecord *record = g_ptr_array_index (records, i);

      record->extra = g_strdup ("{\"x_later\":[1,2.50,null]}");
      pact_library_insert (fixture->library, record, &error);
      g_assert_no_error (error);
    }
  library_commit (fixture->library);

  plan = library_load_plan (fixture->library, root->uuid);
  differences = pact_plan_compare (plan, records);
  g_assert_cmpuint (differences->len, ==, 0);
}

static gboolean
try_insert (PactLibrary *library,
            const char *plan,
            const PactRecord *record,
            GError **error)
{
  g_autoptr (GPtrArray) changes = NULL;

  library_begin (library, plan, record->parent == NULL ? "create" : "add", NULL);
  if (!pact_library_insert (library, record, error))
    {
      pact_library_rollback (library);
      return FALSE;
    }
  changes = pact_library_commit (library, error);

  return changes != NULL;
}

/* What contradicts is refused whole. */
static void
test_constraints (LibraryFixture *fixture,
                  gconstpointer data)
{
  const PactModel *model = pact_model_get_default ();
  g_autofree char *uuid = library_add_sample (fixture->library);
  g_autofree char *other = library_add_sample (fixture->library);
  g_autofree char *foreign = library_add (fixture->library, other, "actor", other, "name", "Theirs");
  g_autofree char *before = library_dump_plan (fixture->library, uuid);
  g_autofree char *after = NULL;
  g_autoptr (PactRecord) pillar = pact_record_new (pact_model_find_kind (model, "pillar"), uuid);
  g_autoptr (PactRecord) measure = pact_record_new (pact_model_find_kind (model, "measure"), uuid);
  g_autoptr (PactRecord) risk = pact_record_new (pact_model_find_kind (model, "risk"), uuid);
  g_autoptr (PactRecord) stranger = pact_record_new (pact_model_find_kind (model, "risk"), foreign);
  PactEditInfo info = { .plan = "0123", .verb = "edit" };
  g_autoptr (GError) error = NULL;

  g_assert_false (pact_library_begin (fixture->library, &info, &error));
  g_assert_error (error, PACT_STORE_ERROR, PACT_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (try_insert (fixture->library, uuid, measure, &error));
  g_assert_error (error, PACT_STORE_ERROR, PACT_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (try_insert (fixture->library, uuid, stranger, &error));
  g_assert_error (error, PACT_STORE_ERROR, PACT_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  pact_record_set (risk, "owner", "00000000-0000-4000-8000-000000000000");
  g_assert_false (try_insert (fixture->library, uuid, risk, &error));
  g_assert_error (error, PACT_STORE_ERROR, PACT_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  pact_record_set (risk, "owner", foreign);
  g_assert_false (try_insert (fixture->library, uuid, risk, &error));
  g_assert_error (error, PACT_STORE_ERROR, PACT_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  pact_record_set (risk, "owner", uuid);
  g_assert_false (try_insert (fixture->library, uuid, risk, &error));
  g_assert_error (error, PACT_STORE_ERROR, PACT_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);

  g_free (pillar->uuid);
  pillar->uuid = g_strdup (foreign);
  g_assert_false (try_insert (fixture->library, uuid, pillar, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_CONSTRAINT);
  g_clear_error (&error);

  after = library_dump_plan (fixture->library, uuid);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (pact_journal_peek_undo (pact_library_get_journal (fixture->library), uuid, NULL, NULL));
  library_check_sound (fixture->library);
}

static void
test_trash (LibraryFixture *fixture,
            gconstpointer data)
{
  g_autofree char *first = library_add_sample (fixture->library);
  g_autofree char *second = library_add_sample (fixture->library);
  g_autofree char *second_before = library_dump_plan (fixture->library, second);
  g_autofree char *second_after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) trashed = NULL;
  g_autoptr (GPtrArray) left = NULL;

  library_set (fixture->library, first, first, "plan", "title", "Sesame", NULL);
  pact_library_set_trashed (fixture->library, first, TRUE, &error);
  g_assert_no_error (error);
  trashed = pact_library_list (fixture->library, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (trashed->len, ==, 2);
  g_assert_nonnull (((PactPlanSummary *) g_ptr_array_index (trashed, 0))->trashed);
  g_assert_null (((PactPlanSummary *) g_ptr_array_index (trashed, 1))->trashed);
  /* The list of plans has no use for pictures. */
  g_assert_null (pact_record_get (((PactPlanSummary *) g_ptr_array_index (trashed, 1))->root, "emblem"));
  library_check_sound (fixture->library);

  pact_library_purge (fixture->library, first, &error);
  g_assert_no_error (error);
  left = pact_library_list (fixture->library, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_false (has_plan (fixture->library, first));
  second_after = library_dump_plan (fixture->library, second);
  g_assert_cmpstr (second_after, ==, second_before);
  library_check_sound (fixture->library);
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM change"), ==, 0);

  g_assert_false (pact_library_purge (fixture->library, first, &error));
  g_assert_error (error, PACT_STORE_ERROR, PACT_STORE_ERROR_NOT_FOUND);
}

/* Nothing of a plan that was deleted for good can be read from the file any more. */
static void
test_purge_overwrites (LibraryFixture *fixture,
                       gconstpointer data)
{
  g_autofree char *uuid = library_add (fixture->library, NULL, "plan", NULL, "title", "Sesamestreet");
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  library_set (fixture->library, uuid, uuid, "plan", "summary", "Sesamestreet sesamestreet", NULL);
  pact_library_purge (fixture->library, uuid, &error);
  g_assert_no_error (error);
  library_fixture_reopen (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  g_assert_null (memmem (content, length, "esamestreet", 11));
}

/* Nothing stays readable either if plans are deleted again and again while the library is open and written to. */
static void
test_purge_often (LibraryFixture *fixture,
                  gconstpointer data)
{
  g_autofree char *kept = library_add_large (fixture->library, 2000);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  for (int i = 0; i < 50; i++)
    {
      g_autofree char *uuid = library_add (fixture->library, NULL, "plan", NULL, "title", "Sesamestreet");
      g_autofree char *text = g_strdup_printf ("Words of edit %d", i);

      library_set (fixture->library, kept, kept, "plan", "vision", text, NULL);
      pact_library_purge (fixture->library, uuid, &error);
      g_assert_no_error (error);
    }
  /* The index is not written anew each time, which takes seconds in a large library, but once at the end. */
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(DISTINCT segid) FROM search_idx"), >, 1);
  library_fixture_reopen (fixture);
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(DISTINCT segid) FROM search_idx"), ==, 1);
  library_check_sound (fixture->library);
  g_assert_cmpint (outside_query (fixture->path, "INSERT INTO search (search) VALUES ('integrity-check');"
                                                 "SELECT count(*) FROM search WHERE search MATCH 'school'"), ==, 2000);
  g_clear_object (&fixture->library);
  g_assert_true (g_file_get_contents (fixture->path, &content, &length, &error));
  g_assert_null (memmem (content, length, "esamestreet", 11));
  fixture->library = library_open (fixture->path);
}

static void
test_notes (LibraryFixture *fixture,
            gconstpointer data)
{
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (pact_library_get_note (fixture->library, "draft"));
  pact_library_set_note (fixture->library, "draft", "one", &error);
  g_assert_no_error (error);
  pact_library_set_note (fixture->library, "draft", "two", &error);
  g_assert_no_error (error);
  library_fixture_reopen (fixture);
  value = pact_library_get_note (fixture->library, "draft");
  g_assert_cmpstr (value, ==, "two");
  pact_library_set_note (fixture->library, "draft", NULL, &error);
  g_assert_no_error (error);
  g_assert_null (pact_library_get_note (fixture->library, "draft"));
}

static void
test_backup (LibraryFixture *fixture,
             gconstpointer data)
{
  g_autofree char *uuid = library_add_sample (fixture->library);
  g_autofree char *dump = library_dump_plan (fixture->library, uuid);
  g_autofree char *copied = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "copy.db", NULL);
  g_autoptr (PactLibrary) copy = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n_files = folder_count_files (fixture->folder);

  g_cancellable_cancel (cancellable);
  g_assert_false (pact_db_back_up (pact_library_get_db (fixture->library), path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (pact_db_back_up (pact_library_get_db (fixture->library), nowhere, NULL, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_cmpuint (folder_count_files (fixture->folder), ==, n_files);

  pact_db_back_up (pact_library_get_db (fixture->library), path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (folder_count_files (fixture->folder), ==, n_files + 1);
  g_assert_cmpuint (folder_get_mode (path), ==, 0600);
  copy = library_open (path);
  copied = library_dump_plan (copy, uuid);
  g_assert_cmpstr (copied, ==, dump);
  library_check_sound (copy);
}

static guint
count_problems (PactLibrary *library)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  pact_library_check (library, &problems, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_assert_null (strstr (g_ptr_array_index (problems, i), "SQL"));

  return problems->len;
}

static void
test_check (LibraryFixture *fixture,
            gconstpointer data)
{
  static const char *const damages[][2] = {
    { "PRAGMA foreign_keys = OFF; UPDATE measure SET lead = 'nobody' WHERE id = (SELECT min (id) FROM measure)",
      "UPDATE measure SET lead = NULL WHERE lead = 'nobody'" },
    { "CREATE TABLE kept_leads AS SELECT id, lead FROM measure;"
      "UPDATE measure SET lead = (SELECT uuid FROM element WHERE kind = 'pillar') WHERE id = (SELECT min (id) FROM measure)",
      "UPDATE measure SET lead = (SELECT lead FROM kept_leads k WHERE k.id = measure.id)" },
    { "CREATE TABLE kept_places AS SELECT id, parent FROM element;"
      "UPDATE element SET parent = plan WHERE kind = 'milestone' AND position = 0",
      "UPDATE element SET parent = (SELECT parent FROM kept_places k WHERE k.id = element.id)" },
    { "CREATE TABLE kept AS SELECT * FROM risk; DELETE FROM risk WHERE id = (SELECT min (id) FROM risk)",
      "INSERT INTO risk SELECT * FROM kept WHERE id NOT IN (SELECT id FROM risk); DROP TABLE kept" },
    { "UPDATE summary SET filled = filled + 1", "UPDATE summary SET filled = filled - 1" },
    { "UPDATE element SET modified = '2099-01-01T00:00:00Z' WHERE kind = 'risk'",
      "UPDATE element SET modified = '2026-01-01T00:00:00Z' WHERE kind = 'risk'" },
    { "INSERT INTO search (rowid, title) VALUES (1000000, 'ghost')", "DELETE FROM search WHERE rowid = 1000000" },
    { "CREATE TABLE kept_words AS SELECT rowid AS id, title, text FROM search;"
      "DELETE FROM search WHERE rowid = (SELECT min (id) FROM pillar)",
      "INSERT INTO search (rowid, title, text) SELECT * FROM kept_words WHERE id = (SELECT min (id) FROM pillar)" },
    { "UPDATE search SET title = 'ghost' WHERE rowid = (SELECT min (id) FROM pillar)",
      "DELETE FROM search WHERE rowid = (SELECT min (id) FROM pillar);"
      "INSERT INTO search (rowid, title, text) SELECT * FROM kept_words WHERE id = (SELECT min (id) FROM pillar)" },
    { "UPDATE tally SET filled = filled + 1 WHERE id = (SELECT min (id) FROM pillar);"
      "UPDATE summary SET filled = filled + 1",
      "UPDATE tally SET filled = filled - 1 WHERE id = (SELECT min (id) FROM pillar);"
      "UPDATE summary SET filled = filled - 1" },
    { "CREATE TABLE kept_plan AS SELECT * FROM plan; UPDATE plan SET period_start = '2027-13'",
      "UPDATE plan SET period_start = (SELECT period_start FROM kept_plan)" },
    { "UPDATE plan SET country = 'D3'", "UPDATE plan SET country = (SELECT country FROM kept_plan)" },
    { "UPDATE element SET created = 'yesterday' WHERE kind = 'plan'",
      "UPDATE element SET created = '2026-01-01T00:00:00Z' WHERE kind = 'plan'" },
    { "UPDATE element SET extra = '{' WHERE kind = 'plan'", "UPDATE element SET extra = NULL WHERE kind = 'plan'" },
    { "INSERT INTO edit (id, plan, verb, at, state) SELECT 1000000, id, 'edit', '', 'done' FROM element WHERE kind = 'plan';"
      "INSERT INTO change (edit, tab, row, op, old, new) VALUES (1000000, 'plan', 1, 'update', '{', '{}')",
      "DELETE FROM change WHERE edit = 1000000; DELETE FROM edit WHERE id = 1000000" },
  };
  g_autofree char *uuid = library_add_sample (fixture->library);

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_test_message ("%s", damages[i][0]);
      outside_query (fixture->path, damages[i][0]);
      g_assert_cmpuint (count_problems (fixture->library), >, 0);
      outside_query (fixture->path, damages[i][1]);
      library_check_sound (fixture->library);
    }
}

/* A file of which a part was overwritten is told, or refused; nothing crashes. */
static void
test_overwritten (LibraryFixture *fixture,
                  gconstpointer data)
{
  g_autofree char *uuid = library_add_sample (fixture->library);
  g_autofree char *content = NULL;
  gsize length;

  g_clear_object (&fixture->library);
  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  for (gsize start = 4096; start < length; start += 4096 * 7)
    {
      g_autofree char *damaged = g_memdup2 (content, length);
      g_autofree char *path = g_strdup_printf ("%s-%u", fixture->path, (guint) start);
      g_autoptr (PactLibrary) library = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) problems = NULL;

      memset (damaged + start, 0xa5, 4096);
      g_assert_true (g_file_set_contents (path, damaged, length, NULL));
      library = pact_library_open (path, pact_model_get_default (), PACT_DB_READ_ONLY, &error);
      if (library != NULL && pact_library_check (library, &problems, &error))
        g_assert_cmpuint (problems->len, >, 0);
      else
        g_assert_cmpuint (error->domain, ==, PACT_DB_ERROR);
    }
  fixture->library = library_open (fixture->path);
}

static char *
read_file (const char *path,
           gsize *length)
{
  char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, length, NULL));

  return content;
}

/* A backup that somebody copies over a library by hand is not mixed with what the old library had in its log. */
static void
test_foreign_log (LibraryFixture *fixture,
                  gconstpointer data)
{
  g_autofree char *uuid = library_add_sample (fixture->library);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *backup = g_build_filename (fixture->folder, "backup.db", NULL);
  g_autofree char *folder = g_build_filename (fixture->folder, "other", NULL);
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autofree char *other_log = g_strconcat (path, "-wal", NULL);
  g_autofree char *dump = library_dump_plan (fixture->library, uuid);
  g_autofree char *after = NULL;
  g_autofree char *log_content = NULL;
  g_autofree char *content = NULL;
  g_autoptr (PactLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  gsize log_length, length;

  pact_db_back_up (pact_library_get_db (fixture->library), backup, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 20; i++)
    g_free (library_add (fixture->library, uuid, "risk", uuid, "title", "A risk that the backup does not know"));

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  content = read_file (backup, &length);
  log_content = read_file (log, &log_length);
  g_assert_cmpuint (log_length, >, 0);
  g_assert_true (g_file_set_contents (path, content, length, NULL));
  g_assert_true (g_file_set_contents (other_log, log_content, log_length, NULL));

  library = library_open (path);
  g_assert_nonnull (pact_db_get_notice (pact_library_get_db (library)));
  after = library_dump_plan (library, uuid);
  g_assert_cmpstr (after, ==, dump);
  library_check_sound (library);
  library_set (library, uuid, uuid, "plan", "title", "Written after that", NULL);
  g_clear_object (&library);
  /* The library, what is kept of it, and the old log. */
  g_assert_cmpuint (folder_count_files (folder), ==, 3);

  library = library_open (path);
  g_assert_null (pact_db_get_notice (pact_library_get_db (library)));
}

/* A log that a crash left belongs to its file. */
static void
test_own_log (LibraryFixture *fixture,
              gconstpointer data)
{
  g_autofree char *uuid = library_add_sample (fixture->library);
  g_autofree char *dump = library_dump_plan (fixture->library, uuid);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "crashed.db", NULL);
  g_autofree char *crashed_log = g_strconcat (path, "-wal", NULL);
  g_autofree char *content = NULL;
  g_autofree char *log_content = NULL;
  g_autofree char *after = NULL;
  g_autoptr (PactLibrary) library = NULL;
  gsize length, log_length;

  content = read_file (fixture->path, &length);
  log_content = read_file (log, &log_length);
  /* Whoever copies a folder may begin with the log. */
  g_assert_true (g_file_set_contents (crashed_log, log_content, log_length, NULL));
  g_assert_true (g_file_set_contents (path, content, length, NULL));
  library = library_open (path);
  g_assert_null (pact_db_get_notice (pact_library_get_db (library)));
  after = library_dump_plan (library, uuid);
  g_assert_cmpstr (after, ==, dump);
}

/* Nothing is written to what is damaged, also if nobody has looked for damage before. */
static void
test_damaged (LibraryFixture *fixture,
              gconstpointer data)
{
  g_autofree char *uuid = library_add_sample (fixture->library);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) remarks = NULL;
  g_autoptr (GError) error = NULL;
  PactEditInfo info = { .plan = uuid, .verb = "edit" };
  sqlite3 *other;

  g_clear_object (&fixture->library);
  outside_query (fixture->path, "DELETE FROM summary; UPDATE element SET position = 7 WHERE kind = 'risk'");
  fixture->library = library_open (fixture->path);
  g_assert_null (pact_db_get_obstacle (pact_library_get_db (fixture->library)));
  g_assert_false (pact_library_begin (fixture->library, &info, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_false (pact_library_set_note (fixture->library, "a", "b", &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_nonnull (pact_db_get_obstacle (pact_library_get_db (fixture->library)));
  remarks = pact_library_list_remarks (fixture->library, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (remarks->len, ==, outside_query (fixture->path,
    "SELECT count(*) FROM (SELECT 1 FROM element WHERE kind = 'risk' GROUP BY parent HAVING count(*) > 1)"));

  /* A repair for which another program leaves no room leaves it damaged. */
  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  pact_db_set_patience (pact_library_get_db (fixture->library), 1);
  g_assert_false (pact_library_repair (fixture->library, &problems, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_error (pact_db_get_obstacle (pact_library_get_db (fixture->library)), PACT_DB_ERROR, PACT_DB_ERROR_CORRUPT);
  sqlite3_close (other);

  /* What can be derived again is. */
  pact_library_repair (fixture->library, &problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_null (pact_db_get_obstacle (pact_library_get_db (fixture->library)));
  library_check_summary (fixture->library, uuid);
  library_set (fixture->library, uuid, uuid, "plan", "title", "Written after that", NULL);
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM (SELECT 1 FROM element GROUP BY parent, kind"
                                                 " HAVING count(*) > count(DISTINCT position))"), ==, 0);

  /* What is lost is not. */
  outside_query (fixture->path, "DELETE FROM risk");
  g_clear_pointer (&problems, g_ptr_array_unref);
  pact_library_repair (fixture->library, &problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, >, 0);
  g_assert_error (pact_db_get_obstacle (pact_library_get_db (fixture->library)), PACT_DB_ERROR, PACT_DB_ERROR_CORRUPT);
}

/* What this program left in order is not looked through again; what somebody else has touched is. */
static void
test_seal (LibraryFixture *fixture,
           gconstpointer data)
{
  g_autofree char *uuid = library_add_sample (fixture->library);

  library_fixture_reopen (fixture);
  g_assert_true (pact_db_is_known_sound (pact_library_get_db (fixture->library)));
  library_set (fixture->library, uuid, uuid, "plan", "title", "A title", NULL);
  library_fixture_reopen (fixture);
  g_assert_true (pact_db_is_known_sound (pact_library_get_db (fixture->library)));

  g_clear_object (&fixture->library);
  outside_query (fixture->path, "UPDATE plan SET title = 'Another one'");
  fixture->library = library_open (fixture->path);
  g_assert_false (pact_db_is_known_sound (pact_library_get_db (fixture->library)));
}

/* What another version may have written is no damage. */
static void
test_remarks (LibraryFixture *fixture,
              gconstpointer data)
{
  g_autofree char *uuid = library_add_sample (fixture->library);
  g_autoptr (GPtrArray) remarks = NULL;
  g_autoptr (GError) error = NULL;

  outside_query (fixture->path, "UPDATE plan SET authority_kind = 'moon-base'");
  library_check_sound (fixture->library);
  remarks = pact_library_list_remarks (fixture->library, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (remarks->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (remarks, 0), "moon-base"));
}

/* Where nothing more can be written, nothing is changed. */
static void
test_full (LibraryFixture *fixture,
           gconstpointer data)
{
  g_autofree char *uuid = library_add_sample (fixture->library);
  g_autofree char *before = library_dump_plan (fixture->library, uuid);
  g_autofree char *after = NULL;
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *text = g_strnfill (20000, 'x');
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autoptr (GError) error = NULL;
  struct rlimit usual, limit;
  const PactField *summary = pact_kind_find_field (pact_model_get_root (pact_model_get_default ()), "summary");

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &usual), ==, 0);
  limit = usual;
  limit.rlim_cur = folder_get_size (log) + 8192;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  library_begin (fixture->library, uuid, "edit", NULL);
  if (!pact_library_update (fixture->library, uuid, summary, text, &error))
    pact_library_rollback (fixture->library);
  else
    g_assert_null (pact_library_commit (fixture->library, &error));
  g_assert_error (error, PACT_DB_ERROR, PACT_DB_ERROR_FULL);
  g_clear_error (&error);

  limit.rlim_cur = 8192;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (pact_db_back_up (pact_library_get_db (fixture->library), copy, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &usual), ==, 0);
  g_assert_nonnull (error);
  g_assert_cmpuint (error->domain, ==, PACT_DB_ERROR);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));

  after = library_dump_plan (fixture->library, uuid);
  g_assert_cmpstr (after, ==, before);
  library_set (fixture->library, uuid, uuid, "plan", "summary", text, NULL);
  library_check_sound (fixture->library);
}

static void
test_default_path (void)
{
  g_autofree char *path = pact_library_get_default_path ();

  g_assert_true (g_str_has_prefix (path, g_get_user_data_dir ()));
  g_assert_true (g_str_has_suffix (path, "/pact-planner/library.db"));
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
  g_test_add_func ("/library/default-path", test_default_path);
  g_test_add_func ("/library/private", test_private);
  add ("/library/newer", test_newer);
  add ("/library/read-only", test_read_only);
  add ("/library/reading-beside-a-writer", test_reading_beside_a_writer);
  add ("/library/load", test_load);
  add ("/library/values", test_values);
  add ("/library/constraints", test_constraints);
  add ("/library/trash", test_trash);
  add ("/library/purge-overwrites", test_purge_overwrites);
  add ("/library/purge-often", test_purge_often);
  add ("/library/notes", test_notes);
  add ("/library/backup", test_backup);
  add ("/library/check", test_check);
  add ("/library/overwritten", test_overwritten);
  add ("/library/foreign-log", test_foreign_log);
  add ("/library/own-log", test_own_log);
  add ("/library/damaged", test_damaged);
  add ("/library/seal", test_seal);
  add ("/library/remarks", test_remarks);
  add ("/library/full", test_full);

  return g_test_run ();
}
