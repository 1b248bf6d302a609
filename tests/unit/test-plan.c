/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <string.h>

#include "pact-plan.h"
#include "pact-value.h"
#include "sample.h"
#include "whole.h"

static PactPlan *
make_plan (GPtrArray *records)
{
  g_autoptr (GError) error = NULL;
  PactPlan *plan = pact_plan_new_from_records (pact_model_get_default (), records, &error);

  g_assert_no_error (error);

  return plan;
}

static PactRecord *
add_record (GPtrArray *records,
            const char *kind,
            const PactRecord *parent)
{
  PactRecord *record =
    pact_record_new (pact_model_find_kind (pact_model_get_default (), kind), parent != NULL ? parent->uuid : NULL);

  record->position = records->len * PACT_POSITION_STEP;
  g_ptr_array_add (records, record);

  return record;
}

static PactRecord *
find_record (GPtrArray *records,
             const char *kind,
             guint index)
{
  for (guint i = 0; i < records->len; i++)
    {
      PactRecord *record = g_ptr_array_index (records, i);

      if (g_str_equal (record->kind->name, kind) && index-- == 0)
        return record;
    }

  g_assert_not_reached ();
}

static void
apply_one (PactPlan *plan,
           const char *uuid,
           const PactRecord *record)
{
  g_autoptr (GPtrArray) changes = pact_change_list_new ();

  g_ptr_array_add (changes, pact_change_new (uuid, record != NULL ? pact_record_copy (record) : NULL));
  pact_plan_apply (plan, changes);
}

static void
check_number (PactPlan *plan,
              const PactRecord *record,
              const char *expected)
{
  g_autofree char *number = pact_element_dup_number (pact_plan_lookup (plan, record->uuid));

  g_assert_cmpstr (number, ==, expected);
}

static void
check_tally (PactElement *element,
             gpointer data)
{
  PactTally tally;
  PactTally expected = sample_count (element);

  pact_element_get_tally (element, &tally);
  g_assert_cmpmem (&tally, sizeof tally, &expected, sizeof expected);
}

/* The counts of a plan that was changed are those of a plan made anew, and those of each element are what can be counted. */
static void
check_counts (PactPlan *plan)
{
  const PactModel *model = pact_plan_get_model (plan);
  g_autoptr (GPtrArray) records = pact_plan_to_records (plan);
  g_autoptr (PactPlan) again = make_plan (records);
  guint filled, required, filled_again, required_again;

  plan_count_answers (plan, &filled, &required);
  plan_count_answers (again, &filled_again, &required_again);
  g_assert_cmpuint (filled, ==, filled_again);
  g_assert_cmpuint (required, ==, required_again);
  for (gsize i = 0; i < model->n_kinds; i++)
    g_assert_cmpuint (pact_plan_count (plan, model->kinds[i].name), ==, pact_plan_count (again, model->kinds[i].name));
  pact_element_walk (pact_plan_get_root (plan), check_tally, NULL);
}

static void
test_records (void)
{
  g_autoptr (GPtrArray) records = sample_records_new (pact_model_get_default ());
  g_autoptr (PactPlan) plan = make_plan (records);
  g_autoptr (GPtrArray) again = pact_plan_to_records (plan);
  g_autoptr (GPtrArray) changes = pact_plan_compare (plan, records);

  g_assert_cmpuint (again->len, ==, records->len);
  g_assert_cmpuint (changes->len, ==, 0);
  g_assert_cmpstr (pact_element_get_uuid (pact_plan_get_root (plan)), ==, find_record (records, "plan", 0)->uuid);
  g_assert_cmpuint (pact_plan_count (plan, "plan"), ==, 1);
  g_assert_cmpuint (pact_plan_count (plan, "measure"), ==, 8);
  g_assert_null (pact_plan_lookup (plan, "no-such-uuid"));
  g_assert_null (pact_plan_lookup (plan, NULL));
}

/* Records that are no tree are refused, and nothing leaks. */
static void
test_structure (void)
{
  for (int i = 0; i < 5; i++)
    {
      g_autoptr (GPtrArray) records = pact_record_list_new ();
      g_autoptr (GError) error = NULL;
      PactRecord *root = add_record (records, i == 0 ? "pillar" : "plan", NULL);
      PactRecord *pillar = add_record (records, "pillar", root);

      if (i == 1)
        add_record (records, "measure", pillar);
      if (i == 2)
        g_ptr_array_add (records, pact_record_copy (pillar));
      if (i == 3)
        add_record (records, "plan", NULL);
      if (i == 4)
        g_free (g_steal_pointer (&pillar->parent));

      g_assert_null (pact_plan_new_from_records (pact_model_get_default (), records, &error));
      g_assert_error (error, PACT_MODEL_ERROR, PACT_MODEL_ERROR_STRUCTURE);
    }
}

static void
test_tree (void)
{
  g_autoptr (GPtrArray) records = pact_record_list_new ();
  PactRecord *root = add_record (records, "plan", NULL);
  PactRecord *pillar = add_record (records, "pillar", root);
  PactRecord *second = add_record (records, "pillar", root);
  PactRecord *objective = add_record (records, "objective", pillar);
  PactRecord *measure = add_record (records, "measure", objective);
  PactRecord *other = add_record (records, "measure", objective);
  PactRecord *actor = add_record (records, "actor", root);
  PactRecord *partner = add_record (records, "involvement", measure);
  g_autoptr (PactPlan) plan = NULL;
  PactElement *element;

  pact_record_set (actor, "name", "Police");
  pact_record_set (partner, "actor", actor->uuid);
  other->position = 0;
  plan = make_plan (records);

  check_number (plan, root, "");
  check_number (plan, pillar, "1");
  check_number (plan, second, "2");
  check_number (plan, objective, "1.1");
  check_number (plan, other, "1.1.1");
  check_number (plan, measure, "1.1.2");

  element = pact_plan_lookup (plan, measure->uuid);
  g_assert_true (pact_element_is_kind (element, "measure"));
  g_assert_false (pact_element_is_kind (NULL, "measure"));
  g_assert_cmpuint (pact_element_get_index (element), ==, 1);
  g_assert_cmpint (pact_element_get_position (element), ==, measure->position);
  g_assert_true (pact_element_get_ancestor (element, "pillar") == pact_plan_lookup (plan, pillar->uuid));
  g_assert_true (pact_element_get_ancestor (element, "measure") == element);
  g_assert_null (pact_element_get_ancestor (element, "actor"));
  g_assert_true (pact_element_contains (pact_plan_lookup (plan, pillar->uuid), element));
  g_assert_true (pact_element_contains (element, element));
  g_assert_false (pact_element_contains (element, pact_plan_lookup (plan, pillar->uuid)));
  g_assert_null (pact_element_get_title (element));
  g_assert_cmpstr (pact_element_get_title (pact_plan_lookup (plan, partner->uuid)), ==, "Police");
  g_assert_cmpuint (g_list_model_get_n_items (pact_element_get_children_by_name (element, "involvement")), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (pact_element_get_children_by_name (element, "cost")), ==, 0);
}

static void
changed_cb (PactElement *element,
            gpointer field,
            GString *log)
{
  g_string_append_printf (log, "%s ", field != NULL ? ((const PactField *) field)->name : "place");
}

static void
applied_cb (PactPlan *plan,
            gboolean structure,
            GString *log)
{
  g_string_append (log, structure ? "structure " : "values ");
}

static void
test_apply_values (void)
{
  g_autoptr (GPtrArray) records = sample_records_new (pact_model_get_default ());
  g_autoptr (PactPlan) plan = make_plan (records);
  PactRecord *measure = find_record (records, "measure", 0);
  PactElement *element = pact_plan_lookup (plan, measure->uuid);
  g_autoptr (GString) log = g_string_new (NULL);

  g_signal_connect (element, "changed", G_CALLBACK (changed_cb), log);
  g_signal_connect (plan, "applied", G_CALLBACK (applied_cb), log);

  pact_record_set (measure, "title", "Something else");
  pact_record_set (measure, "note", NULL);
  apply_one (plan, measure->uuid, measure);
  g_assert_cmpstr (log->str, ==, "title note values ");
  g_assert_cmpstr (pact_element_get (element, "title"), ==, "Something else");
  g_assert_null (pact_element_get (element, "note"));
  check_counts (plan);

  g_string_truncate (log, 0);
  apply_one (plan, measure->uuid, measure);
  g_assert_cmpstr (log->str, ==, "values ");
}

static void
lead_changed_cb (PactElement *measure,
                 gpointer field,
                 gboolean *told)
{
  guint filled, required, all_filled;

  if (field != pact_kind_find_field (pact_element_get_kind (measure), "lead"))
    return;

  *told = TRUE;
  g_assert_nonnull (pact_plan_lookup (pact_element_get_plan (measure), pact_element_get (measure, "lead")));
  pact_element_get_completeness (measure, &filled, &required);
  all_filled = 0;
  for (gsize i = 0; i < pact_element_get_kind (measure)->n_fields; i++)
    {
      const PactField *f = &pact_element_get_kind (measure)->fields[i];

      all_filled += pact_element_needs_value (measure, f) && pact_element_get_value (measure, f) != NULL;
    }
  g_assert_cmpuint (filled, ==, all_filled);
}

/* Whoever is told of a change finds the whole edit taken over: what is referred to, and the counts. */
static void
test_apply_then_tell (void)
{
  g_autoptr (GPtrArray) records = sample_records_new (pact_model_get_default ());
  g_autoptr (PactPlan) plan = NULL;
  PactRecord *measure = find_record (records, "measure", 1);
  PactRecord *root = g_ptr_array_index (records, 0);
  g_autoptr (PactRecord) actor =
    pact_record_new (pact_model_find_kind (pact_model_get_default (), "actor"), root->uuid);
  g_autoptr (GPtrArray) changes = pact_change_list_new ();
  gboolean told = FALSE;

  pact_record_set (measure, "lead", NULL);
  plan = make_plan (records);
  pact_record_set (actor, "name", "Youth office");
  actor->position = 100 * PACT_POSITION_STEP;
  pact_record_set (measure, "lead", actor->uuid);
  g_signal_connect (pact_plan_lookup (plan, measure->uuid), "changed", G_CALLBACK (lead_changed_cb), &told);

  g_ptr_array_add (changes, pact_change_new (measure->uuid, pact_record_copy (measure)));
  g_ptr_array_add (changes, pact_change_new (actor->uuid, pact_record_copy (actor)));
  pact_plan_apply (plan, changes);
  g_assert_true (told);
  check_counts (plan);
}

static void
test_apply_structure (void)
{
  g_autoptr (GPtrArray) records = sample_records_new (pact_model_get_default ());
  g_autoptr (PactPlan) plan = make_plan (records);
  PactRecord *measure = find_record (records, "measure", 0);
  PactRecord *objective = find_record (records, "objective", 3);
  g_autoptr (PactElement) element = g_object_ref (pact_plan_lookup (plan, measure->uuid));
  g_autoptr (PactRecord) added = pact_record_new (measure->kind, objective->uuid);
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GString) log_beside = g_string_new (NULL);
  g_autoptr (GPtrArray) gone = NULL, changes = NULL;
  g_autoptr (PactElement) beside =
    g_list_model_get_item (pact_element_get_children_by_name (pact_plan_lookup (plan, objective->uuid), "measure"), 0);

  g_signal_connect (element, "changed", G_CALLBACK (changed_cb), log);
  g_signal_connect (beside, "changed", G_CALLBACK (changed_cb), log_beside);
  g_signal_connect (plan, "applied", G_CALLBACK (applied_cb), log);

  added->position = -5;
  apply_one (plan, added->uuid, added);
  check_number (plan, added, "2.2.1");
  g_assert_cmpuint (pact_plan_count (plan, "measure"), ==, 9);
  check_counts (plan);

  /* To the end of another objective, with everything below it */
  g_free (measure->parent);
  measure->parent = g_strdup (objective->uuid);
  measure->position = 100 * PACT_POSITION_STEP;
  apply_one (plan, measure->uuid, measure);
  check_number (plan, measure, "2.2.4");
  g_assert_cmpuint (g_list_model_get_n_items (pact_element_get_children_by_name (element, "milestone")), ==, 2);
  check_counts (plan);
  /* Told where something came, went or moved among the siblings, because what comes before an element decides its number. */
  g_assert_cmpstr (log->str, ==, "structure place structure ");
  g_assert_cmpstr (log_beside->str, ==, "place place ");

  /* Deleting names the parent first, as the database may. */
  gone = pact_element_to_records (element);
  changes = pact_change_list_new ();
  for (guint i = 0; i < gone->len; i++)
    g_ptr_array_add (changes, pact_change_new (((PactRecord *) g_ptr_array_index (gone, i))->uuid, NULL));
  pact_plan_apply (plan, changes);
  g_assert_null (pact_plan_lookup (plan, measure->uuid));
  g_assert_null (pact_element_get_plan (element));
  g_assert_cmpuint (pact_plan_count (plan, "measure"), ==, 8);
  check_counts (plan);
}

/* Whatever was done to it, comparing finds it and applying the difference undoes it. */
static void
test_compare (void)
{
  g_autoptr (GPtrArray) records = sample_records_new (pact_model_get_default ());
  g_autoptr (PactPlan) plan = make_plan (records);
  PactElement *pillar = pact_plan_lookup (plan, find_record (records, "pillar", 0)->uuid);
  PactRecord *measure = find_record (records, "measure", 7);
  g_autoptr (PactRecord) moved = pact_record_copy (measure);
  g_autoptr (PactRecord) added = pact_record_new (measure->kind, measure->parent);
  g_autoptr (GPtrArray) below = pact_element_to_records (pillar);
  g_autoptr (GPtrArray) changes = pact_change_list_new ();
  g_autoptr (GPtrArray) difference = NULL, none = NULL;

  pact_record_set (moved, "title", "Moved");
  moved->position = -1;
  for (guint i = 0; i < below->len; i++)
    g_ptr_array_add (changes, pact_change_new (((PactRecord *) g_ptr_array_index (below, i))->uuid, NULL));
  g_ptr_array_add (changes, pact_change_new (moved->uuid, pact_record_copy (moved)));
  g_ptr_array_add (changes, pact_change_new (added->uuid, pact_record_copy (added)));
  pact_plan_apply (plan, changes);
  g_assert_cmpuint (pact_plan_count (plan, "pillar"), ==, 1);
  check_counts (plan);

  difference = pact_plan_compare (plan, records);
  g_assert_cmpuint (difference->len, ==, below->len + 2);
  pact_plan_apply (plan, difference);
  none = pact_plan_compare (plan, records);
  g_assert_cmpuint (none->len, ==, 0);
  check_counts (plan);
}

static void
test_completeness (void)
{
  g_autoptr (GPtrArray) records = pact_record_list_new ();
  PactRecord *root = add_record (records, "plan", NULL);
  PactRecord *measure = add_record (records, "measure", add_record (records, "objective", add_record (records, "pillar", root)));
  PactRecord *indicator = add_record (records, "indicator", measure);
  g_autoptr (PactPlan) plan = make_plan (records);
  PactElement *element = pact_plan_lookup (plan, measure->uuid);
  PactElement *below = pact_plan_lookup (plan, indicator->uuid);
  const PactField *target = pact_kind_find_field (indicator->kind, "target");
  const PactField *title = pact_kind_find_field (indicator->kind, "title");
  guint filled, required, plan_required, waived_required;
  PactTally before, after;

  pact_element_get_completeness (element, &filled, &required);
  g_assert_cmpuint (filled, ==, 0);
  g_assert_cmpuint (required, ==, 5); /* title, situation, start, end, lead */
  plan_count_answers (plan, &filled, &plan_required);
  g_assert_cmpuint (filled, ==, 0);
  g_assert_true (pact_element_needs_value (below, target));
  g_assert_true (pact_element_needs_value (below, title));

  /* What is in place needs no dates, no lead and no targets; nor does what is below it. */
  pact_record_set (measure, "situation", "in-place");
  apply_one (plan, measure->uuid, measure);
  g_assert_true (pact_element_is_waived (below));
  g_assert_false (pact_element_needs_value (below, target));
  g_assert_true (pact_element_needs_value (below, title));
  pact_element_get_completeness (element, &filled, &required);
  g_assert_cmpuint (filled, ==, 0);
  g_assert_cmpuint (required, ==, 1);
  pact_element_get_completeness (below, NULL, &required);
  g_assert_cmpuint (required, ==, 1);
  plan_count_answers (plan, &filled, &waived_required);
  g_assert_cmpuint (filled, ==, 0);
  g_assert_cmpuint (waived_required, ==, plan_required - 4 - 3);
  check_counts (plan);
  g_assert_false (pact_element_is_left_out (element));
  pact_element_get_tally (pact_plan_get_root (plan), &before);

  /* Nor does what is put off, which is no part of the plan either; nor what was decided against. */
  for (gsize i = 0; i < 2; i++)
    {
      pact_record_set (measure, "situation", i == 0 ? NULL : "missing");
      pact_record_set (measure, "inclusion", i == 0 ? "later" : "excluded");
      apply_one (plan, measure->uuid, measure);
      g_assert_true (pact_element_is_waived (below));
      g_assert_true (pact_element_is_left_out (element));
      g_assert_false (pact_element_is_left_out (below));
      pact_element_get_completeness (element, NULL, &required);
      g_assert_cmpuint (required, ==, 1);
      pact_element_get_tally (pact_plan_get_root (plan), &after);
      g_assert_cmpuint (after.measures, ==, before.measures - 1);
      check_counts (plan);
    }

  /* What does not apply is left out, unless somebody has decided. */
  pact_record_set (measure, "inclusion", NULL);
  pact_record_set (measure, "situation", "not-applicable");
  apply_one (plan, measure->uuid, measure);
  g_assert_true (pact_element_is_left_out (element));
  check_counts (plan);
  pact_record_set (measure, "inclusion", "included");
  apply_one (plan, measure->uuid, measure);
  g_assert_false (pact_element_is_left_out (element));
  check_counts (plan);

  pact_record_set (measure, "situation", "partly");
  apply_one (plan, measure->uuid, measure);
  g_assert_false (pact_element_is_waived (below));
  g_assert_false (pact_element_is_waived (pact_plan_get_root (plan)));
  plan_count_answers (plan, &filled, &required);
  g_assert_cmpuint (required, ==, plan_required);
}

static void
count_signal (PactElement *element,
              gpointer data)
{
  guint *n = data;

  (*n)++;
}

static GPtrArray *
list_removals (PactElement *element)
{
  g_autoptr (GPtrArray) records = pact_element_to_records (element);
  GPtrArray *removals = pact_change_list_new ();

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (removals, pact_change_new (((PactRecord *) g_ptr_array_index (records, i))->uuid, NULL));

  return removals;
}

/* A measure is ready when nothing is missing or wrong in it or below it, and all above it are told so, once. */
static void
test_tally (void)
{
  g_autoptr (GPtrArray) records = sample_records_new (pact_model_get_default ());
  g_autoptr (PactPlan) plan = make_plan (records);
  PactRecord *record = find_record (records, "measure", 0);
  PactElement *measure = pact_plan_lookup (plan, record->uuid);
  PactElement *pillar = pact_element_get_ancestor (measure, "pillar");
  g_autoptr (PactElement) indicator =
    g_list_model_get_item (pact_element_get_children_by_name (measure, "indicator"), 0);
  g_autoptr (PactRecord) child = pact_element_to_record (indicator);
  g_autoptr (GPtrArray) removals = NULL;
  PactTally before, after;
  guint n_measure = 0, n_pillar = 0, n_indicator = 0, n_other = 0;

  pact_record_set (record, "situation", "in-place");
  pact_record_set (record, "inclusion", NULL);
  pact_record_set (record, "start", "2027");
  pact_record_set (record, "end", "2028");
  apply_one (plan, record->uuid, record);
  pact_record_set (child, "title", "Trainings held");
  apply_one (plan, child->uuid, child);
  check_counts (plan);
  pact_element_get_tally (pillar, &before);

  g_signal_connect (measure, "tallied", G_CALLBACK (count_signal), &n_measure);
  g_signal_connect (pillar, "tallied", G_CALLBACK (count_signal), &n_pillar);
  g_signal_connect (indicator, "tallied", G_CALLBACK (count_signal), &n_indicator);
  g_signal_connect (pact_plan_lookup (plan, find_record (records, "actor", 0)->uuid), "tallied", G_CALLBACK (count_signal),
                    &n_other);

  /* Something below it is missing. */
  pact_record_set (child, "title", NULL);
  apply_one (plan, child->uuid, child);
  pact_element_get_tally (pillar, &after);
  g_assert_cmpuint (after.ready, ==, before.ready - 1);
  g_assert_cmpuint (after.filled, ==, before.filled - 1);
  g_assert_cmpuint (n_indicator, ==, 1);
  g_assert_cmpuint (n_measure, ==, 1);
  g_assert_cmpuint (n_pillar, ==, 1);
  g_assert_cmpuint (n_other, ==, 0);
  check_counts (plan);

  /* And goes. */
  removals = list_removals (indicator);
  pact_plan_apply (plan, removals);
  pact_element_get_tally (pillar, &after);
  g_assert_cmpuint (after.ready, ==, before.ready);
  g_assert_cmpuint (n_pillar, ==, 2);
  check_counts (plan);

  /* A date that nobody asks for is wrong. */
  pact_record_set (record, "end", "2026");
  apply_one (plan, record->uuid, record);
  pact_element_get_tally (pillar, &after);
  g_assert_cmpuint (after.ready, ==, before.ready - 1);
  g_assert_cmpuint (n_other, ==, 0);
  check_counts (plan);
}

/* Whether anything is different. */
static gboolean
set_unsaved (PactPlan *plan,
             PactElement *element,
             const char *field_name)
{
  g_autoptr (GHashTable) unsaved = g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) g_ptr_array_unref);

  if (element != NULL)
    {
      GPtrArray *fields = g_ptr_array_new ();

      g_ptr_array_add (fields, (gpointer) pact_kind_find_field (pact_element_get_kind (element), field_name));
      g_hash_table_insert (unsaved, g_object_ref (element), fields);
    }

  return pact_plan_set_unsaved (plan, unsaved);
}

/* Where something is not saved, an element is not complete, and nothing above it. */
static void
test_unsaved (void)
{
  g_autoptr (GPtrArray) records = sample_records_new (pact_model_get_default ());
  g_autoptr (PactPlan) plan = make_plan (records);
  PactElement *measure = pact_plan_lookup (plan, find_record (records, "measure", 0)->uuid);
  PactElement *pillar = pact_element_get_ancestor (measure, "pillar");
  g_autoptr (PactElement) indicator =
    g_list_model_get_item (pact_element_get_children_by_name (measure, "indicator"), 0);
  g_autoptr (PactRecord) child = pact_element_to_record (indicator);
  const PactField *title = pact_kind_find_field (child->kind, "title");
  g_autoptr (GPtrArray) removals = NULL;
  PactTally before, after;
  guint n_pillar = 0;

  pact_record_set (child, "title", "Trainings held");
  apply_one (plan, child->uuid, child);
  pact_element_get_tally (pillar, &before);
  g_signal_connect (pillar, "tallied", G_CALLBACK (count_signal), &n_pillar);
  g_assert_false (set_unsaved (plan, NULL, NULL));
  g_assert_cmpuint (n_pillar, ==, 0);

  /* The answer that is saved is not the one that is seen. */
  g_assert_true (set_unsaved (plan, indicator, "title"));
  g_assert_cmpint (pact_element_find_mistake (indicator, title), ==, PACT_MISTAKE_UNSAVED);
  pact_element_get_tally (pillar, &after);
  g_assert_cmpuint (after.filled, ==, before.filled - 1);
  g_assert_cmpuint (after.required, ==, before.required);
  g_assert_cmpuint (n_pillar, ==, 1);
  g_assert_false (set_unsaved (plan, indicator, "title"));
  g_assert_cmpuint (n_pillar, ==, 1);

  /* It stays so while other fields are edited. */
  pact_record_set (child, "method", "Lists of who was there");
  apply_one (plan, child->uuid, child);
  pact_element_get_tally (pillar, &after);
  g_assert_cmpuint (after.filled, ==, before.filled - 1);

  /* Nobody asks for this one. */
  g_assert_true (set_unsaved (plan, indicator, "method"));
  g_assert_cmpint (pact_element_find_mistake (indicator, title), ==, PACT_MISTAKE_NONE);
  pact_element_get_tally (pillar, &after);
  g_assert_cmpuint (after.filled, ==, before.filled);
  g_assert_cmpuint (after.required, ==, before.required + 1);

  g_assert_true (set_unsaved (plan, NULL, NULL));
  pact_element_get_tally (pillar, &after);
  g_assert_cmpmem (&after, sizeof after, &before, sizeof before);

  /* What is not saved goes with what was deleted. */
  g_assert_true (set_unsaved (plan, measure, "title"));
  removals = list_removals (measure);
  pact_plan_apply (plan, removals);
  g_assert_false (set_unsaved (plan, NULL, NULL));
  check_counts (plan);
}

static void
test_modified (void)
{
  g_autoptr (GPtrArray) records = sample_records_new (pact_model_get_default ());
  PactRecord *milestone = find_record (records, "milestone", 3);
  g_autoptr (PactPlan) plan = NULL;

  g_free (milestone->modified);
  milestone->modified = g_strdup ("2999-12-31T23:59:59Z");
  plan = make_plan (records);
  g_assert_cmpstr (plan_find_modified (plan), ==, "2999-12-31T23:59:59Z");
}

static void
test_renew_uuids (void)
{
  g_autoptr (GPtrArray) records = sample_records_new (pact_model_get_default ());
  g_autoptr (PactPlan) before = make_plan (records);
  g_autoptr (PactPlan) after = NULL;
  g_autofree char *outside = g_uuid_string_random ();
  PactRecord *involvement = find_record (records, "involvement", 0);
  PactRecord *risk = find_record (records, "risk", 0);
  guint index = G_MAXUINT;

  for (guint i = 0; i < records->len && index == G_MAXUINT; i++)
    {
      if (g_str_equal (((PactRecord *) g_ptr_array_index (records, i))->uuid, pact_record_get (involvement, "actor")))
        index = i;
    }
  pact_record_set (risk, "owner", outside);
  pact_records_renew_uuids (records);
  after = make_plan (records);

  for (guint i = 0; i < records->len; i++)
    g_assert_null (pact_plan_lookup (before, ((PactRecord *) g_ptr_array_index (records, i))->uuid));
  g_assert_cmpstr (pact_record_get (involvement, "actor"), ==, ((PactRecord *) g_ptr_array_index (records, index))->uuid);
  g_assert_cmpstr (pact_record_get (risk, "owner"), ==, outside);
}

static void
test_record (void)
{
  g_autoptr (PactRecord) record = pact_record_new (pact_model_find_kind (pact_model_get_default (), "measure"), "above");
  g_autoptr (PactRecord) copy = NULL;

  g_assert_true (pact_uuid_is_valid (record->uuid));
  g_assert_true (g_str_has_suffix (record->created, "Z"));
  g_assert_cmpstr (record->created, ==, record->modified);
  pact_record_set (record, "title", "One");
  pact_record_set (record, "note", "");
  copy = pact_record_copy (record);
  g_assert_cmpstr (copy->uuid, ==, record->uuid);
  g_assert_cmpstr (copy->parent, ==, "above");
  g_assert_cmpstr (pact_record_get (copy, "title"), ==, "One");
  g_assert_null (pact_record_get (copy, "note"));
}

/* Whoever holds an element when its plan goes can still ask it. */
static void
test_orphan (void)
{
  g_autoptr (GPtrArray) records = sample_records_new (pact_model_get_default ());
  PactPlan *plan = make_plan (records);
  g_autoptr (PactElement) element = g_object_ref (pact_plan_lookup (plan, find_record (records, "measure", 2)->uuid));
  g_autofree char *number = NULL;

  g_object_unref (plan);
  g_assert_null (pact_element_get_plan (element));
  g_assert_null (pact_element_get_parent (element));
  g_assert_nonnull (pact_element_get_title (element));
  number = pact_element_dup_number (element);
  g_assert_cmpstr (number, ==, "");
}

/* What goes by the title of another does not ask for ever where references run in a circle. */
static void
test_title_of_references (void)
{
  static const PactField fields[] = {
    { .name = "next", .type = PACT_TYPE_REFERENCE, .label = "Next", .target = "link" },
  };
  static const PactKind kinds[] = {
    { .name = "plan", .collection = "plans", .fields = fields, .n_fields = 0 },
    { .name = "link", .collection = "links", .parents = { "plan" }, .fields = fields, .n_fields = 1 },
  };
  static const PactModel model = { kinds, G_N_ELEMENTS (kinds) };
  g_autoptr (GPtrArray) records = pact_record_list_new ();
  PactRecord *root = pact_record_new (&kinds[0], NULL);
  PactRecord *one = pact_record_new (&kinds[1], root->uuid);
  PactRecord *two = pact_record_new (&kinds[1], root->uuid);
  g_autoptr (PactPlan) plan = NULL;

  g_ptr_array_add (records, root);
  g_ptr_array_add (records, one);
  g_ptr_array_add (records, two);
  pact_record_set (one, "next", two->uuid);
  pact_record_set (two, "next", one->uuid);
  plan = pact_plan_new_from_records (&model, records, NULL);
  g_assert_nonnull (plan);
  g_assert_null (pact_element_get_title (pact_plan_lookup (plan, one->uuid)));
}

/* A title is what people can see, and turns round nothing that stands beside it. */
static void
test_title (void)
{
  g_autoptr (GPtrArray) records = sample_records_new (pact_model_get_default ());
  PactRecord *measure = (PactRecord *) find_record (records, "measure", 0);
  PactRecord *actor = (PactRecord *) find_record (records, "actor", 0);
  g_autoptr (PactPlan) plan = NULL;
  const PactField *field = pact_kind_find_field (measure->kind, "title");
  PactElement *element;
  guint all, filled, required;

  pact_record_set (measure, "title", "Train \342\200\256staff");
  pact_record_set (actor, "name", "\302\240\342\200\213");
  plan = make_plan (records);
  element = pact_plan_lookup (plan, measure->uuid);
  g_assert_cmpstr (pact_element_get_title (element), ==, "Train staff");
  g_assert_cmpstr (pact_element_get_value (element, field), ==, "Train \342\200\256staff");
  g_assert_cmpint (pact_element_find_mistake (element, field), ==, PACT_MISTAKE_NONE);
  g_assert_null (pact_element_get_title (pact_plan_lookup (plan, actor->uuid)));
  plan_count_answers (plan, &all, &required);
  g_clear_object (&plan);

  pact_record_set (measure, "title", "\343\200\200");
  plan = make_plan (records);
  element = pact_plan_lookup (plan, measure->uuid);
  g_assert_null (pact_element_get_title (element));
  g_assert_cmpint (pact_element_find_mistake (element, field), ==, PACT_MISTAKE_MISSING);
  plan_count_answers (plan, &filled, &required);
  g_assert_cmpuint (filled, ==, all - 1);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/records", test_records);
  g_test_add_func ("/plan/structure", test_structure);
  g_test_add_func ("/plan/tree", test_tree);
  g_test_add_func ("/plan/apply-values", test_apply_values);
  g_test_add_func ("/plan/apply-then-tell", test_apply_then_tell);
  g_test_add_func ("/plan/apply-structure", test_apply_structure);
  g_test_add_func ("/plan/compare", test_compare);
  g_test_add_func ("/plan/completeness", test_completeness);
  g_test_add_func ("/plan/tally", test_tally);
  g_test_add_func ("/plan/unsaved", test_unsaved);
  g_test_add_func ("/plan/modified", test_modified);
  g_test_add_func ("/plan/renew-uuids", test_renew_uuids);
  g_test_add_func ("/plan/record", test_record);
  g_test_add_func ("/plan/title", test_title);
  g_test_add_func ("/plan/orphan", test_orphan);
  g_test_add_func ("/plan/title-of-references", test_title_of_references);

  return g_test_run ();
}
