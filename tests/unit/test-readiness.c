/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "pact-readiness.h"

static void
check (PactTally tally,
       const char *count,
       const char *sentence,
       gboolean is_complete)
{
  g_autofree char *written = pact_readiness_write (&tally);
  g_autofree char *described = pact_readiness_describe (&tally);

  g_assert_cmpstr (written, ==, count);
  g_assert_cmpstr (described, ==, sentence);
  g_assert_true (pact_readiness_is_complete (&tally) == is_complete);
}

/* Measures come first; answers where there are none, or where they are all ready and something else is not. */
static void
test_words (void)
{
  check ((PactTally){ .filled = 3, .required = 5 }, "3/5", "3 of 5 answers that a submission needs have been given.", FALSE);
  check ((PactTally){ .filled = 0, .required = 1 }, "0/1", "0 of 1 answer that a submission needs has been given.", FALSE);
  check ((PactTally){ .filled = 90, .required = 200, .measures = 26, .ready = 8 }, "8/26",
         "8 of 26 measures are ready for submission.", FALSE);
  check ((PactTally){ .filled = 199, .required = 200, .measures = 26, .ready = 26 }, "199/200",
         "199 of 200 answers that a submission needs have been given.", FALSE);
  check ((PactTally){ .filled = 200, .required = 200, .measures = 26, .ready = 26 }, "26/26",
         "26 of 26 measures are ready for submission.", TRUE);
  check ((PactTally){ .filled = 3, .required = 3, .measures = 1, .ready = 1 }, "1/1",
         "1 of 1 measure is ready for submission.", TRUE);
}

static PactRecord *
add (GPtrArray *records,
     const char *kind,
     const PactRecord *parent,
     const char *title)
{
  PactRecord *record = pact_record_new (pact_model_find_kind (pact_model_get_default (), kind), parent->uuid);

  if (title != NULL)
    pact_record_set (record, pact_kind_get_title_field (record->kind)->name, title);
  g_ptr_array_add (records, record);

  return record;
}

/* The parts of a plan together are the plan. */
static void
test_parts (void)
{
  const PactModel *model = pact_model_get_default ();
  g_autoptr (GPtrArray) records = pact_record_list_new ();
  PactRecord *root = pact_record_new (pact_model_get_root (model), NULL);
  g_autoptr (PactPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  PactRecord *pillar, *objective, *ready, *started;
  PactTally all, of_root, measures, actors, assessment, inside;

  g_ptr_array_add (records, root);
  pact_record_set (root, "title", "Freiburg protects children");
  add (records, "actor", root, "Youth office");
  pillar = add (records, "pillar", root, "Prevention");
  objective = add (records, "objective", pillar, "Staff know");
  ready = add (records, "measure", objective, "Train staff");
  pact_record_set (ready, "situation", "in-place");
  started = add (records, "measure", objective, "Publish rules");
  plan = pact_plan_new_from_records (model, records, &error);
  g_assert_no_error (error);

  pact_readiness_of_element (pact_plan_get_root (plan), &all);
  pact_readiness_of_root (plan, &of_root);
  pact_readiness_of_measures (plan, &measures);
  pact_readiness_of_actors (plan, &actors);
  pact_readiness_of_assessment (plan, &assessment);
  pact_readiness_of_element (pact_plan_lookup (plan, started->uuid), &inside);

  g_assert_cmpuint (all.required, ==, of_root.required + measures.required + actors.required);
  g_assert_cmpuint (all.filled, ==, of_root.filled + measures.filled + actors.filled);
  g_assert_cmpuint (of_root.filled, ==, 1);
  g_assert_cmpuint (measures.measures, ==, 2);
  g_assert_cmpuint (measures.ready, ==, 1);
  /* Its name is there, its kind is not. */
  g_assert_cmpuint (actors.filled, ==, 1);
  g_assert_cmpuint (actors.measures, ==, 0);
  g_assert_cmpuint (assessment.ready, ==, 1);
  g_assert_cmpuint (assessment.measures, ==, 2);
  /* Inside a measure answers are counted. */
  g_assert_cmpuint (inside.measures, ==, 0);
  g_assert_cmpuint (inside.filled, ==, 1);
  g_assert_cmpuint (inside.required, ==, 5);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/readiness/words", test_words);
  g_test_add_func ("/readiness/parts", test_parts);

  return g_test_run ();
}
