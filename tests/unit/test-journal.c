/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <string.h>

#include "library-fixture.h"
#include "sample.h"

/* The journal: undo and redo of whatever may happen, merging, thinning, and across restarts. */

static const PactRecord *
pick (GRand *rand,
      GPtrArray *records)
{
  return g_ptr_array_index (records, g_rand_int_range (rand, 0, records->len));
}

static const PactRecord *
pick_kind (GRand *rand,
           GPtrArray *records,
           const char *kind)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    {
      if (g_str_equal (((PactRecord *) g_ptr_array_index (records, i))->kind->name, kind))
        g_ptr_array_add (found, g_ptr_array_index (records, i));
    }

  return found->len > 0 ? pick (rand, found) : NULL;
}

static char *
make_value (GRand *rand,
            GPtrArray *records,
            const PactField *field)
{
  const PactRecord *target;
  int number = g_rand_int_range (rand, 0, 1000);

  if (g_rand_int_range (rand, 0, 4) == 0)
    return NULL;

  switch (field->type)
    {
    case PACT_TYPE_CHOICE:
    case PACT_TYPE_CHOICES:
      return g_strdup (field->vocabulary->terms[number % field->vocabulary->n_terms].code);
    case PACT_TYPE_INTEGER:
    case PACT_TYPE_MONEY:
      return g_strdup_printf ("%" G_GINT64_FORMAT, MIN (field->maximum, field->minimum + number));
    case PACT_TYPE_BOOLEAN:
      return g_strdup (number % 2 == 0 ? "0" : "1");
    case PACT_TYPE_REFERENCE:
      target = pick_kind (rand, records, field->target);
      return target != NULL ? g_strdup (target->uuid) : NULL;
    case PACT_TYPE_JSON:
      return g_strdup_printf ("{\"a\":[%d,null]}", number);
    case PACT_TYPE_TEXT:
      return g_strdup_printf ("%d “\\\"'ß例 NULL", number);
    case PACT_TYPE_PROSE:
      return g_strdup_printf ("%d “\\\"'ß\n例 NULL", number);
    default:
      return g_strdup_printf ("%d", 2000 + number);
    }
}

static void
insert_something (GRand *rand,
                  PactLibrary *library,
                  GPtrArray *records)
{
  const PactModel *model = pact_library_get_model (library);
  const PactRecord *parent = pick (rand, records);
  const PactKind *kind = &model->kinds[g_rand_int_range (rand, 1, model->n_kinds)];
  g_autoptr (PactRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  if (!pact_kind_may_contain (parent->kind, kind))
    return;
  record = pact_record_new (kind, parent->uuid);
  record->position = g_rand_int_range (rand, 0, 100);
  for (gsize i = 0; i < kind->n_fields; i++)
    record->values[i] = make_value (rand, records, &kind->fields[i]);
  pact_library_insert (library, record, &error);
  g_assert_no_error (error);
}

static void
update_something (GRand *rand,
                  PactLibrary *library,
                  GPtrArray *records)
{
  const PactRecord *record = pick (rand, records);
  const PactField *field = &record->kind->fields[g_rand_int_range (rand, 0, record->kind->n_fields)];
  g_autofree char *value = make_value (rand, records, field);
  g_autoptr (GError) error = NULL;

  pact_library_update (library, record->uuid, field, value, &error);
  g_assert_no_error (error);
}

static void
move_something (GRand *rand,
                PactLibrary *library,
                GPtrArray *records)
{
  const PactRecord *record = pick (rand, records);
  const PactRecord *parent = pick (rand, records);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 50 && !pact_kind_may_contain (parent->kind, record->kind); i++)
    parent = pick (rand, records);
  if (!pact_kind_may_contain (parent->kind, record->kind))
    return;
  pact_library_move (library, record->uuid, parent->uuid, g_rand_int_range (rand, 0, 100), &error);
  g_assert_no_error (error);
}

static void
delete_something (GRand *rand,
                  PactLibrary *library,
                  GPtrArray *records)
{
  const PactRecord *record = pick (rand, records);
  g_autoptr (GError) error = NULL;

  /* Rarely something great, so that there is always something left. */
  if (record->parent == NULL || (g_str_equal (record->kind->name, "pillar") && g_rand_int_range (rand, 0, 10) > 0))
    return;
  pact_library_delete (library, record->uuid, &error);
  g_assert_no_error (error);
}

/* One edit of one to three things. Returns whether it left a trace. */
static gboolean
edit_something (GRand *rand,
                PactLibrary *library,
                const char *plan_uuid,
                PactPlan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  int n_things = g_rand_int_range (rand, 1, 4);

  library_begin (library, plan_uuid, "edit", NULL);
  for (int i = 0; i < n_things; i++)
    {
      g_autoptr (GPtrArray) records = pact_library_load (library, plan_uuid, &error);
      int what = g_rand_int_range (rand, 0, 10);

      g_assert_no_error (error);
      if (what < 4)
        update_something (rand, library, records);
      else if (what < 7)
        insert_something (rand, library, records);
      else if (what < 9)
        move_something (rand, library, records);
      else
        delete_something (rand, library, records);
    }
  changes = pact_library_commit (library, &error);
  g_assert_no_error (error);
  pact_plan_apply (plan, changes);

  return changes->len > 0;
}

/* The plan in memory, patched with every list of changes, must be what the library says. */
static void
check_equal (PactLibrary *library,
             const char *plan_uuid,
             PactPlan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = pact_library_load (library, plan_uuid, &error);
  g_autoptr (GPtrArray) differences = NULL;

  g_assert_no_error (error);
  differences = pact_plan_compare (plan, records);
  g_assert_cmpuint (differences->len, ==, 0);
  library_check_summary (library, plan_uuid);
}

static void
step (LibraryFixture *fixture,
      const char *plan_uuid,
      PactPlan *plan,
      gboolean is_undo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = is_undo ? pact_journal_undo (pact_library_get_journal (fixture->library), plan_uuid, &error)
                                          : pact_journal_redo (pact_library_get_journal (fixture->library), plan_uuid, &error);

  g_assert_no_error (error);
  pact_plan_apply (plan, changes);
}

static void
test_random (LibraryFixture *fixture,
             gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autofree char *uuid = library_add_sample (fixture->library);
  g_autofree char *other = library_add_sample (fixture->library);
  g_autofree char *other_before = library_dump_plan (fixture->library, other);
  g_autofree char *other_after = NULL;
  g_autoptr (PactPlan) plan = library_load_plan (fixture->library, uuid);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (states, library_dump_plan (fixture->library, uuid));
  while (states->len <= 60)
    {
      if (!edit_something (rand, fixture->library, uuid, plan))
        continue;
      g_ptr_array_add (states, library_dump_plan (fixture->library, uuid));
      if (states->len % 10 == 0)
        check_equal (fixture->library, uuid, plan);
    }
  library_check_sound (fixture->library);
  library_fixture_reopen (fixture);

  for (guint i = states->len - 1; i > 0; i--)
    {
      g_autofree char *dump = NULL;

      step (fixture, uuid, plan, TRUE);
      dump = library_dump_plan (fixture->library, uuid);
      g_assert_cmpstr (dump, ==, g_ptr_array_index (states, i - 1));
      if (i % 10 == 0)
        check_equal (fixture->library, uuid, plan);
    }
  g_assert_false (pact_journal_peek_undo (pact_library_get_journal (fixture->library), uuid, NULL, NULL));
  check_equal (fixture->library, uuid, plan);
  library_check_sound (fixture->library);
  library_fixture_reopen (fixture);

  for (guint i = 1; i < states->len; i++)
    {
      g_autofree char *dump = NULL;

      step (fixture, uuid, plan, FALSE);
      dump = library_dump_plan (fixture->library, uuid);
      g_assert_cmpstr (dump, ==, g_ptr_array_index (states, i));
    }
  g_assert_false (pact_journal_peek_redo (pact_library_get_journal (fixture->library), uuid, NULL, NULL));
  check_equal (fixture->library, uuid, plan);
  library_check_sound (fixture->library);

  other_after = library_dump_plan (fixture->library, other);
  g_assert_cmpstr (other_after, ==, other_before);
}

/* A plan with a measure, to be edited by hand. */
typedef struct
{
  char *plan;
  char *measure;
  char *actor;
} Small;

static void
small_clear (Small *small)
{
  g_free (small->plan);
  g_free (small->measure);
  g_free (small->actor);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Small, small_clear)

static Small
add_small (PactLibrary *library)
{
  Small small;
  g_autofree char *pillar = NULL;
  g_autofree char *objective = NULL;

  small.plan = library_add (library, NULL, "plan", NULL, "title", "Plan");
  pillar = library_add (library, small.plan, "pillar", small.plan, "title", "Pillar");
  objective = library_add (library, small.plan, "objective", pillar, "title", "Objective");
  small.measure = library_add (library, small.plan, "measure", objective, "title", "Measure");
  small.actor = library_add (library, small.plan, "actor", small.plan, "name", "School board");

  return small;
}

static char *
get_value (PactLibrary *library,
           const char *plan,
           const char *uuid,
           const char *field)
{
  g_autoptr (PactPlan) loaded = library_load_plan (library, plan);
  PactElement *element = pact_plan_lookup (loaded, uuid);

  return element != NULL ? g_strdup (pact_element_get (element, field)) : NULL;
}

static const PactRecord *
find_change (GPtrArray *changes,
             const char *uuid,
             gboolean *found)
{
  *found = FALSE;
  for (guint i = 0; i < changes->len; i++)
    {
      const PactChange *change = g_ptr_array_index (changes, i);

      if (!g_str_equal (change->uuid, uuid))
        continue;
      *found = TRUE;
      return change->record;
    }

  return NULL;
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

/* Deleting a body empties the references to it; undoing brings back both. */
static void
test_references (LibraryFixture *fixture,
                 gconstpointer data)
{
  g_auto (Small) small = add_small (fixture->library);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) restored = NULL;
  g_autofree char *before = NULL;
  g_autofree char *emptied = NULL;
  g_autofree char *after = NULL;
  const PactRecord *record;
  gboolean found;

  library_set (fixture->library, small.plan, small.measure, "measure", "lead", small.actor, NULL);
  outside_query (fixture->path, "UPDATE element SET modified = '2026-01-01T00:00:00Z';"
                                "UPDATE summary SET modified = '2026-01-01T00:00:00Z'");
  before = library_dump_plan (fixture->library, small.plan);

  library_begin (fixture->library, small.plan, "delete", NULL);
  pact_library_delete (fixture->library, small.actor, &error);
  g_assert_no_error (error);
  changes = pact_library_commit (fixture->library, &error);
  g_assert_no_error (error);

  g_assert_null (find_change (changes, small.actor, &found));
  g_assert_true (found);
  record = find_change (changes, small.measure, &found);
  g_assert_nonnull (record);
  g_assert_null (pact_record_get (record, "lead"));
  g_assert_cmpstr (record->modified, >, "2026-01-01T00:00:00Z");
  g_assert_nonnull (find_change (changes, small.plan, &found));
  emptied = get_value (fixture->library, small.plan, small.measure, "lead");
  g_assert_null (emptied);

  restored = pact_journal_undo (pact_library_get_journal (fixture->library), small.plan, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (pact_record_get (find_change (restored, small.measure, &found), "lead"), ==, small.actor);
  after = library_dump_plan (fixture->library, small.plan);
  g_assert_cmpstr (after, ==, before);
}

static void
test_verbs (LibraryFixture *fixture,
            gconstpointer data)
{
  g_auto (Small) small = add_small (fixture->library);
  g_autofree char *verb = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *redo_verb = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (pact_journal_peek_undo (pact_library_get_journal (fixture->library), small.plan, &verb, &kind));
  g_assert_cmpstr (verb, ==, "add");
  g_assert_cmpstr (kind, ==, "measure");
  g_assert_false (pact_journal_peek_redo (pact_library_get_journal (fixture->library), small.plan, NULL, NULL));

  for (int i = 0; i < 4; i++)
    undo (fixture->library, small.plan);
  g_assert_false (pact_journal_peek_undo (pact_library_get_journal (fixture->library), small.plan, NULL, NULL));
  g_assert_null (pact_journal_undo (pact_library_get_journal (fixture->library), small.plan, &error));
  g_assert_error (error, PACT_STORE_ERROR, PACT_STORE_ERROR_NOT_FOUND);
  g_assert_true (pact_journal_peek_redo (pact_library_get_journal (fixture->library), small.plan, &redo_verb, NULL));
  g_assert_cmpstr (redo_verb, ==, "add");

  /* What changes nothing is no edit, and what was undone can still be redone. */
  library_set (fixture->library, small.plan, small.plan, "plan", "title", "Plan", NULL);
  g_assert_true (pact_journal_peek_redo (pact_library_get_journal (fixture->library), small.plan, NULL, NULL));
  library_set (fixture->library, small.plan, small.plan, "plan", "title", "Another", NULL);
  g_assert_false (pact_journal_peek_redo (pact_library_get_journal (fixture->library), small.plan, NULL, NULL));
}

/* Nothing can be undone past an import. */
static void
test_fixed (LibraryFixture *fixture,
            gconstpointer data)
{
  g_auto (Small) small = add_small (fixture->library);
  g_autoptr (PactRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  gboolean found;

  record = pact_record_new (pact_model_find_kind (pact_model_get_default (), "risk"), small.plan);
  library_begin (fixture->library, small.plan, "import", NULL);
  pact_library_insert (fixture->library, record, &error);
  g_assert_no_error (error);
  changes = pact_library_commit (fixture->library, &error);
  g_assert_no_error (error);
  g_assert_nonnull (find_change (changes, record->uuid, &found));
  g_assert_false (pact_journal_peek_undo (pact_library_get_journal (fixture->library), small.plan, NULL, NULL));

  library_set (fixture->library, small.plan, small.plan, "plan", "title", "Later", NULL);
  undo (fixture->library, small.plan);
  g_assert_false (pact_journal_peek_undo (pact_library_get_journal (fixture->library), small.plan, NULL, NULL));
}

static void
test_merge (LibraryFixture *fixture,
            gconstpointer data)
{
  g_auto (Small) small = add_small (fixture->library);
  gint64 n_before = outside_query (fixture->path, "SELECT count(*) FROM edit");
  g_autofree char *before = library_dump_plan (fixture->library, small.plan);
  g_autofree char *typed = NULL;
  g_autofree char *again = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  library_set (fixture->library, small.plan, small.measure, "measure", "note", "T", "key");
  library_set (fixture->library, small.plan, small.measure, "measure", "note", NULL, "key");
  library_set (fixture->library, small.plan, small.measure, "measure", "note", "Tr", "key");
  library_set (fixture->library, small.plan, small.measure, "measure", "description", "Train", "key");
  typed = library_dump_plan (fixture->library, small.plan);
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM edit"), ==, n_before + 1);
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM change WHERE edit = (SELECT max (id) FROM edit)"
                                                 " AND tab = 'measure'"), ==, 1);

  undo (fixture->library, small.plan);
  after = library_dump_plan (fixture->library, small.plan);
  g_assert_cmpstr (after, ==, before);
  changes = pact_journal_redo (pact_library_get_journal (fixture->library), small.plan, &error);
  g_assert_no_error (error);
  again = library_dump_plan (fixture->library, small.plan);
  g_assert_cmpstr (again, ==, typed);

  /* Another key and another edit between each end it, whatever a clock says. */
  library_set (fixture->library, small.plan, small.measure, "measure", "note", "Tra", "other");
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM edit"), ==, n_before + 2);
  library_set (fixture->library, small.plan, small.measure, "measure", "note", "Trai", "other");
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM edit"), ==, n_before + 2);
  outside_query (fixture->path, "UPDATE edit SET at = '2026-01-01T00:00:00Z'");
  library_set (fixture->library, small.plan, small.measure, "measure", "note", "Train", "other");
  outside_query (fixture->path, "UPDATE edit SET at = '2199-01-01T00:00:00Z'");
  library_set (fixture->library, small.plan, small.measure, "measure", "note", "Train all", "other");
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM edit"), ==, n_before + 2);
  library_set (fixture->library, small.plan, small.measure, "measure", "start", "2027", NULL);
  library_set (fixture->library, small.plan, small.measure, "measure", "note", "Train staff", "other");
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM edit"), ==, n_before + 4);
}

/* What is typed and deleted again leaves no step that does nothing, and not even another time of the last change. */
static void
test_merge_to_nothing (LibraryFixture *fixture,
                       gconstpointer data)
{
  g_auto (Small) small = add_small (fixture->library);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  gint64 n_before;

  library_set (fixture->library, small.plan, small.measure, "measure", "note", "Note", "first");
  outside_query (fixture->path, "UPDATE element SET modified = '2026-01-01T00:00:00Z'");
  outside_query (fixture->path, "UPDATE change SET new = json_set (new, '$.modified', '2026-01-01T00:00:00Z')"
                                " WHERE json_type (new, '$.modified') IS NOT NULL");
  outside_query (fixture->path, "UPDATE summary SET modified = '2026-01-01T00:00:00Z'");
  before = library_dump_plan (fixture->library, small.plan);
  n_before = outside_query (fixture->path, "SELECT count(*) FROM edit");

  library_set (fixture->library, small.plan, small.measure, "measure", "note", "Notes", "second");
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM edit"), ==, n_before + 1);
  library_set (fixture->library, small.plan, small.measure, "measure", "note", "Note", "second");
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM edit"), ==, n_before);
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM change WHERE edit NOT IN (SELECT id FROM edit)"), ==, 0);
  after = library_dump_plan (fixture->library, small.plan);
  g_assert_cmpstr (after, ==, before);
  library_check_summary (fixture->library, small.plan);

  /* A value that was empty is one, and going on after that is a step again. */
  library_set (fixture->library, small.plan, small.measure, "measure", "description", "D", "third");
  library_set (fixture->library, small.plan, small.measure, "measure", "description", NULL, "third");
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM edit"), ==, n_before);
  library_set (fixture->library, small.plan, small.measure, "measure", "description", "De", "third");
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM edit"), ==, n_before + 1);

  undo (fixture->library, small.plan);
  undo (fixture->library, small.plan);
  undone = get_value (fixture->library, small.plan, small.measure, "note");
  g_assert_null (undone);
  library_check_sound (fixture->library);
}

/* A submission is no edit: what was done before it is undone and redone as if it had not been, and it stays. */
static void
test_apart (LibraryFixture *fixture,
            gconstpointer data)
{
  g_auto (Small) small = add_small (fixture->library);
  const PactKind *kind = pact_model_find_kind (pact_library_get_model (fixture->library), "submission");
  g_autoptr (PactLibrary) second = library_open (fixture->path);
  g_autoptr (PactRecord) submission = pact_record_new (kind, small.plan);
  g_autoptr (GPtrArray) redone = NULL;
  g_autofree char *title = NULL;
  g_autofree char *note = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  library_set (fixture->library, small.plan, small.measure, "measure", "title", "One", NULL);
  library_set (fixture->library, small.plan, small.measure, "measure", "title", "Two", NULL);
  undo (fixture->library, small.plan);

  /* By another program. */
  library_begin (second, small.plan, "submit", NULL);
  pact_library_insert (second, submission, &error);
  g_assert_no_error (error);
  library_commit (second);
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM submission"), ==, 1);

  redone = pact_journal_redo (pact_library_get_journal (fixture->library), small.plan, &error);
  g_assert_no_error (error);
  title = get_value (fixture->library, small.plan, small.measure, "title");
  g_assert_cmpstr (title, ==, "Two");
  library_set (fixture->library, small.plan, small.measure, "measure", "note", "After", NULL);
  while (pact_journal_peek_undo (pact_library_get_journal (fixture->library), small.plan, NULL, NULL))
    undo (fixture->library, small.plan);
  note = get_value (fixture->library, small.plan, small.measure, "note");
  g_assert_null (note);
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM submission"), ==, 1);
  while (pact_journal_peek_redo (pact_library_get_journal (fixture->library), small.plan, NULL, NULL))
    {
      g_autoptr (GPtrArray) changes = pact_journal_redo (pact_library_get_journal (fixture->library), small.plan, &error);

      g_assert_no_error (error);
    }
  after = get_value (fixture->library, small.plan, small.measure, "note");
  g_assert_cmpstr (after, ==, "After");
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM submission"), ==, 1);
  library_check_sound (fixture->library);
}

/* What is typed after something was done again is an edit of its own, and so is what is typed after an edit was undone. */
static void
test_merge_after_replay (LibraryFixture *fixture,
                         gconstpointer data)
{
  g_auto (Small) small = add_small (fixture->library);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) redone = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  library_set (fixture->library, small.plan, small.measure, "measure", "note", "One", "key");
  undo (fixture->library, small.plan);
  redone = pact_journal_redo (pact_library_get_journal (fixture->library), small.plan, &error);
  g_assert_no_error (error);
  library_set (fixture->library, small.plan, small.measure, "measure", "note", "One two", "key");
  undo (fixture->library, small.plan);
  first = get_value (fixture->library, small.plan, small.measure, "note");
  g_assert_cmpstr (first, ==, "One");

  /* The last edit is done again and older than the one that was undone; it is not continued either. */
  library_set (fixture->library, small.plan, small.measure, "measure", "note", "One three", "key");
  undo (fixture->library, small.plan);
  second = get_value (fixture->library, small.plan, small.measure, "note");
  g_assert_cmpstr (second, ==, "One");
}

static void
make_old (LibraryFixture *fixture)
{
  outside_query (fixture->path, "UPDATE edit SET at = '2020-01-01T00:00:00Z'");
}

/* What lies beyond the number and is old is forgotten. */
static void
test_trim (LibraryFixture *fixture,
           gconstpointer data)
{
  g_auto (Small) small = add_small (fixture->library);
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 20; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);

      library_set (fixture->library, small.plan, small.measure, "measure", "title", text, NULL);
    }
  /* Young ones stay, however many they are. */
  pact_journal_trim (pact_library_get_journal (fixture->library), 10, 365, &error);
  g_assert_no_error (error);
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM edit"), >, 20);
  make_old (fixture);
  pact_journal_trim (pact_library_get_journal (fixture->library), 10, 365, &error);
  g_assert_no_error (error);
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM edit"), ==, 10);
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM change WHERE edit NOT IN (SELECT id FROM edit)"), ==, 0);

  /* What is undone stays redoable as long as all of it is kept. */
  for (int i = 0; i < 8; i++)
    undo (fixture->library, small.plan);
  pact_journal_trim (pact_library_get_journal (fixture->library), 9, 365, &error);
  g_assert_no_error (error);
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM edit WHERE state = 'undone'"), ==, 8);
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM edit WHERE state = 'done'"), ==, 1);
  pact_journal_trim (pact_library_get_journal (fixture->library), 7, 365, &error);
  g_assert_no_error (error);
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM edit WHERE state = 'undone'"), ==, 0);
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM edit"), ==, 1);
  title = get_value (fixture->library, small.plan, small.measure, "title");
  g_assert_cmpstr (title, ==, "11");
}

/* A clock that goes wrong once, forward or back, while the program starts or while something is edited, takes nothing. */
static void
test_trim_clock (LibraryFixture *fixture,
                 gconstpointer data)
{
  g_auto (Small) small = add_small (fixture->library);
  g_autoptr (GError) error = NULL;
  gint64 n_before;

  for (int i = 0; i < 20; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);

      library_set (fixture->library, small.plan, small.measure, "measure", "title", text, NULL);
    }
  n_before = outside_query (fixture->path, "SELECT count(*) FROM edit");

  /* A start years ahead: everything looks old. */
  make_old (fixture);
  pact_journal_trim (pact_library_get_journal (fixture->library), 100, 30, &error);
  g_assert_no_error (error);
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM edit"), ==, n_before);

  /* An edit in the middle that says it is old does not make those before it old, and one from the future keeps what follows. */
  outside_query (fixture->path, "UPDATE edit SET at = strftime ('%Y-%m-%dT%H:%M:%SZ', 'now')");
  outside_query (fixture->path, "UPDATE edit SET at = '2020-01-01T00:00:00Z' WHERE id = (SELECT max (id) - 10 FROM edit)");
  pact_journal_trim (pact_library_get_journal (fixture->library), 5, 30, &error);
  g_assert_no_error (error);
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM edit"), ==, n_before);
  make_old (fixture);
  outside_query (fixture->path, "UPDATE edit SET at = '2199-01-01T00:00:00Z' WHERE id = (SELECT max (id) - 10 FROM edit)");
  pact_journal_trim (pact_library_get_journal (fixture->library), 5, 30, &error);
  g_assert_no_error (error);
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM edit"), ==, 11);

  /* No number of days is too many. */
  pact_journal_trim (pact_library_get_journal (fixture->library), 5, G_MAXUINT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (outside_query (fixture->path, "SELECT count(*) FROM edit"), ==, 11);
}

/* What somebody has written without a journal is not overwritten. */
static void
test_foreign_writer (LibraryFixture *fixture,
                     gconstpointer data)
{
  g_auto (Small) small = add_small (fixture->library);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  library_set (fixture->library, small.plan, small.measure, "measure", "title", "Mine", NULL);
  outside_query (fixture->path, "UPDATE measure SET title = 'Theirs'");
  before = library_dump_plan (fixture->library, small.plan);
  g_assert_null (pact_journal_undo (pact_library_get_journal (fixture->library), small.plan, &error));
  g_assert_error (error, PACT_STORE_ERROR, PACT_STORE_ERROR_REPLAY);
  after = library_dump_plan (fixture->library, small.plan);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (pact_journal_peek_undo (pact_library_get_journal (fixture->library), small.plan, NULL, NULL));
}

/* What comes back would be there twice. */
static void
test_foreign_twin (LibraryFixture *fixture,
                   gconstpointer data)
{
  g_auto (Small) small = add_small (fixture->library);
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;

  library_begin (fixture->library, small.plan, "delete", NULL);
  pact_library_delete (fixture->library, small.measure, &error);
  g_assert_no_error (error);
  library_commit (fixture->library);
  sql = g_strdup_printf ("INSERT INTO element (uuid, kind, position, created, modified) VALUES ('%s', 'risk', 1, '', '')",
                         small.measure);
  outside_query (fixture->path, sql);
  g_assert_null (pact_journal_undo (pact_library_get_journal (fixture->library), small.plan, &error));
  g_assert_error (error, PACT_STORE_ERROR, PACT_STORE_ERROR_REPLAY);
}

/* Two connections to one file, as the window and the command line have them. */
static void
test_two_writers (LibraryFixture *fixture,
                  gconstpointer data)
{
  g_auto (Small) small = add_small (fixture->library);
  g_autoptr (PactLibrary) second = library_open (fixture->path);
  gint64 version = pact_db_get_data_version (pact_library_get_db (fixture->library));
  g_autofree char *title = NULL;

  library_set (fixture->library, small.plan, small.measure, "measure", "title", "One", NULL);
  g_assert_cmpint (pact_db_get_data_version (pact_library_get_db (fixture->library)), ==, version);
  library_set (second, small.plan, small.measure, "measure", "title", "Two", NULL);
  g_assert_cmpint (pact_db_get_data_version (pact_library_get_db (fixture->library)), !=, version);
  undo (fixture->library, small.plan);
  title = get_value (second, small.plan, small.measure, "title");
  g_assert_cmpstr (title, ==, "One");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("/journal/random/%u", i);

      g_test_add (name, LibraryFixture, GUINT_TO_POINTER (i), library_fixture_set_up, test_random,
                  library_fixture_tear_down);
    }

  g_test_add ("/journal/references", LibraryFixture, NULL, library_fixture_set_up, test_references,
              library_fixture_tear_down);
  g_test_add ("/journal/verbs", LibraryFixture, NULL, library_fixture_set_up, test_verbs, library_fixture_tear_down);
  g_test_add ("/journal/fixed", LibraryFixture, NULL, library_fixture_set_up, test_fixed, library_fixture_tear_down);
  g_test_add ("/journal/merge", LibraryFixture, NULL, library_fixture_set_up, test_merge, library_fixture_tear_down);
  g_test_add ("/journal/merge-after-replay", LibraryFixture, NULL, library_fixture_set_up, test_merge_after_replay,
              library_fixture_tear_down);
  g_test_add ("/journal/merge-to-nothing", LibraryFixture, NULL, library_fixture_set_up, test_merge_to_nothing,
              library_fixture_tear_down);
  g_test_add ("/journal/apart", LibraryFixture, NULL, library_fixture_set_up, test_apart, library_fixture_tear_down);
  g_test_add ("/journal/trim", LibraryFixture, NULL, library_fixture_set_up, test_trim, library_fixture_tear_down);
  g_test_add ("/journal/trim-clock", LibraryFixture, NULL, library_fixture_set_up, test_trim_clock,
              library_fixture_tear_down);
  g_test_add ("/journal/foreign-writer", LibraryFixture, NULL, library_fixture_set_up, test_foreign_writer,
              library_fixture_tear_down);
  g_test_add ("/journal/foreign-twin", LibraryFixture, NULL, library_fixture_set_up, test_foreign_twin,
              library_fixture_tear_down);
  g_test_add ("/journal/two-writers", LibraryFixture, NULL, library_fixture_set_up, test_two_writers,
              library_fixture_tear_down);

  return g_test_run ();
}
