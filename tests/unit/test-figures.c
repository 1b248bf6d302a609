/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "pact-covered.h"
#include "pact-gaps.h"
#include "pact-inclusion-counts.h"
#include "pact-next-dates.h"
#include "pact-plan-size.h"
#include "pact-proposal.h"
#include "pact-situation-counts.h"

/* What the overview shows of a plan, on plans that are small enough to count by hand. */

typedef struct
{
  GPtrArray *records;
  PactPlan *plan;
} Fixture;

static const char *
add (Fixture *fixture,
     const char *kind,
     const char *parent,
     const char *title)
{
  PactRecord *record = pact_record_new (pact_model_find_kind (pact_model_get_default (), kind), parent);

  pact_record_set (record, pact_kind_get_title_field (record->kind)->name, title);
  g_ptr_array_add (fixture->records, record);

  return record->uuid;
}

/* Sets a field of what was added last. */
static void
set (Fixture *fixture,
     const char *field,
     const char *value)
{
  pact_record_set (g_ptr_array_index (fixture->records, fixture->records->len - 1), field, value);
}

static const char *
get_root (Fixture *fixture)
{
  return ((PactRecord *) g_ptr_array_index (fixture->records, 0))->uuid;
}

static const char *
add_objective (Fixture *fixture)
{
  return add (fixture, "objective", add (fixture, "pillar", get_root (fixture), "A pillar"), "An objective");
}

static PactPlan *
make_plan (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->plan);
  /* In the order in which they were added, whatever their UUIDs are. */
  for (guint i = 0; i < fixture->records->len; i++)
    ((PactRecord *) g_ptr_array_index (fixture->records, i))->position = i * PACT_POSITION_STEP;
  fixture->plan = pact_plan_new_from_records (pact_model_get_default (), fixture->records, &error);
  g_assert_no_error (error);

  return fixture->plan;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->records = pact_record_list_new ();
  g_ptr_array_add (fixture->records, pact_record_new (pact_model_get_root (pact_model_get_default ()), NULL));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->plan);
  g_ptr_array_unref (fixture->records);
}

/* What comes next, as “title field date” one a line, on the day that is given. */
static void
check_dates (Fixture *fixture,
             GDateDay day,
             GDateMonth month,
             GDateYear year,
             const char *expected)
{
  g_autoptr (GDate) today = g_date_new_dmy (day, month, year);
  g_autoptr (GArray) dates = pact_next_dates_list (make_plan (fixture), today);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < dates->len; i++)
    {
      const PactNextDate *next = &g_array_index (dates, PactNextDate, i);
      g_autofree char *date = pact_date_to_string (&next->date);

      g_string_append_printf (found, "%s %s %s\n", pact_element_get_title (next->element), next->field->name, date);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

/* The next one stands first, whatever its measure comes after. A year is over when its last day is. */
static void
test_dates_order (Fixture *fixture,
                  gconstpointer data)
{
  const char *objective = add_objective (fixture);

  add (fixture, "measure", objective, "Build");
  set (fixture, "start", "2027-09");
  set (fixture, "end", "2028");
  add (fixture, "measure", objective, "Train");
  set (fixture, "start", "2027-03-01");
  set (fixture, "end", "2028-12-31");

  check_dates (fixture, 1, 1, 2027,
               "Train start 2027-03-01\nBuild start 2027-09\nBuild end 2028\nTrain end 2028-12-31\n");
  check_dates (fixture, 1, 3, 2027,
               "Train start 2027-03-01\nBuild start 2027-09\nBuild end 2028\nTrain end 2028-12-31\n");
  check_dates (fixture, 2, 3, 2027, "Build start 2027-09\nBuild end 2028\nTrain end 2028-12-31\n");
  check_dates (fixture, 30, 9, 2027, "Build start 2027-09\nBuild end 2028\nTrain end 2028-12-31\n");
  check_dates (fixture, 1, 10, 2027, "Build end 2028\nTrain end 2028-12-31\n");
  check_dates (fixture, 31, 12, 2028, "Build end 2028\nTrain end 2028-12-31\n");
  check_dates (fixture, 1, 1, 2029, "");
}

/* Of what is reached, in place or not applicable nothing comes any more, nor of what belongs to it. */
static void
test_dates_done (Fixture *fixture,
                 gconstpointer data)
{
  const char *objective = add_objective (fixture);
  const char *measure;

  measure = add (fixture, "measure", objective, "Open");
  set (fixture, "situation", "partly");
  set (fixture, "end", "2029");
  add (fixture, "milestone", measure, "Reached");
  set (fixture, "due", "2028");
  set (fixture, "reached_on", "2029");
  add (fixture, "milestone", measure, "Due");
  set (fixture, "due", "2028-02");
  measure = add (fixture, "measure", objective, "There");
  set (fixture, "situation", "in-place");
  set (fixture, "end", "2029");
  add (fixture, "milestone", measure, "Below what is there");
  set (fixture, "due", "2028");
  add (fixture, "measure", objective, "Elsewhere");
  set (fixture, "situation", "not-applicable");
  set (fixture, "start", "2028");
  measure = add (fixture, "measure", objective, "Completed");
  set (fixture, "status", "completed");
  set (fixture, "end", "2029");
  add (fixture, "milestone", measure, "Below what was completed");
  set (fixture, "due", "2028");
  add (fixture, "measure", objective, "Dropped");
  set (fixture, "status", "dropped");
  set (fixture, "end", "2029");

  check_dates (fixture, 1, 1, 2027, "Due due 2028-02\nOpen end 2029\n");
}

/* What other kinds have dates for is no appointment. */
static void
test_dates_others (Fixture *fixture,
                   gconstpointer data)
{
  const char *measure = add (fixture, "measure", add_objective (fixture), "Train");

  add (fixture, "indicator", measure, "Trained");
  set (fixture, "target_date", "2028");
  pact_record_set (g_ptr_array_index (fixture->records, 0), "period_end", "2029");

  check_dates (fixture, 1, 1, 2027, "");
}

/* Six are shown: the next ones, not the first ones. */
static void
test_dates_number (Fixture *fixture,
                   gconstpointer data)
{
  const char *measure = add (fixture, "measure", add_objective (fixture), "Train");

  for (int day = 9; day > 0; day--)
    {
      g_autofree char *due = g_strdup_printf ("2027-05-%02d", day);

      add (fixture, "milestone", measure, "M");
      set (fixture, "due", due);
    }
  check_dates (fixture, 2, 5, 2027,
               "M due 2027-05-02\nM due 2027-05-03\nM due 2027-05-04\nM due 2027-05-05\nM due 2027-05-06\nM due 2027-05-07\n");
  check_dates (fixture, 6, 5, 2027, "M due 2027-05-06\nM due 2027-05-07\nM due 2027-05-08\nM due 2027-05-09\n");
}

/* Which answers are covered by how many measures, as “code number” with a space between. */
static void
check_covered (Fixture *fixture,
               const char *field_name,
               const char *expected)
{
  const PactField *field =
    pact_kind_find_field (pact_model_find_kind (pact_model_get_default (), "measure"), field_name);
  g_autofree guint *counts = pact_covered_count (make_plan (fixture), field);
  g_autoptr (GString) found = g_string_new (NULL);

  for (gsize i = 0; i < field->vocabulary->n_terms; i++)
    {
      if (counts[i] > 0)
        g_string_append_printf (found, "%s%s %u", found->len > 0 ? " " : "", field->vocabulary->terms[i].code, counts[i]);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
check_inclusion (Fixture *fixture,
                 const char *uuid,
                 const char *expected)
{
  PactInclusionCounts counts = { 1, 2, 3, 4 };
  g_autofree char *described = NULL;

  pact_inclusion_counts_take (pact_plan_lookup (make_plan (fixture), uuid), &counts);
  described = pact_inclusion_counts_describe (&counts);
  g_assert_cmpstr (described, ==, expected);
}

/* Every measure stands in one place: what was decided holds before what follows from the situation. */
static void
test_inclusion (Fixture *fixture,
                gconstpointer data)
{
  static const struct
  {
    const char *situation;
    const char *inclusion;
    const char *found;
    const char *described;
  } cases[] = {
    { NULL, NULL, "included", "In this plan 1" },
    { "missing", NULL, "included", "In this plan 1" },
    { "in-place", NULL, "included", "In place 1" },
    { "in-place", "included", "included", "In place 1" },
    { "in-place", "later", "later", "Later 1" },
    { "partly", "later", "later", "Later 1" },
    { NULL, "excluded", "excluded", "Not for us 1" },
    { "not-applicable", NULL, "excluded", "Not for us 1" },
    { "not-applicable", "later", "later", "Later 1" },
  };
  const char *objective = add_objective (fixture);

  check_inclusion (fixture, objective, "No measures yet");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *measure = add (fixture, "measure", objective, "Train");

      set (fixture, "situation", cases[i].situation);
      set (fixture, "inclusion", cases[i].inclusion);
      g_assert_cmpstr (pact_inclusion_find (pact_plan_lookup (make_plan (fixture), measure)), ==, cases[i].found);
      check_inclusion (fixture, measure, cases[i].described);
    }
  check_inclusion (fixture, get_root (fixture), "In this plan 2 · In place 2 · Later 3 · Not for us 2");
}

/* A measure counts for each group that it names, whatever its situation, unless it is left out. */
static void
test_covered (Fixture *fixture,
              gconstpointer data)
{
  const char *objective = add_objective (fixture);
  static const char *const situations[] = { NULL, "in-place", "partly", "planned", "missing", "not-applicable" };

  check_covered (fixture, "target_groups", "");
  for (gsize i = 0; i < G_N_ELEMENTS (situations); i++)
    {
      add (fixture, "measure", objective, "Train");
      set (fixture, "situation", situations[i]);
      set (fixture, "target_groups", "boys");
    }
  add (fixture, "measure", objective, "Build");
  set (fixture, "target_groups", "children-0-5 girls boys adult-survivors");
  set (fixture, "legal_basis", "lanzarote-6");
  add (fixture, "measure", objective, "Not said of whom");
  add (fixture, "measure", objective, "Put off");
  set (fixture, "target_groups", "boys");
  set (fixture, "inclusion", "later");

  check_covered (fixture, "target_groups", "children-0-5 1 girls 1 boys 6 adult-survivors 1");
  check_covered (fixture, "legal_basis", "lanzarote-6 1");
}

/* Nobody has to answer for what is in place or does not apply. */
static void
test_without_lead (Fixture *fixture,
                   gconstpointer data)
{
  const char *actor = add (fixture, "actor", get_root (fixture), "Youth office");
  const char *objective = add_objective (fixture);

  g_assert_cmpuint (pact_covered_count_without_lead (make_plan (fixture)), ==, 0);
  add (fixture, "measure", objective, "Not said yet");
  add (fixture, "measure", objective, "Missing");
  set (fixture, "situation", "missing");
  add (fixture, "measure", objective, "Led");
  set (fixture, "lead", actor);
  add (fixture, "measure", objective, "There");
  set (fixture, "situation", "in-place");
  add (fixture, "measure", objective, "Elsewhere");
  set (fixture, "situation", "not-applicable");
  add (fixture, "measure", objective, "Put off");
  set (fixture, "inclusion", "later");

  g_assert_cmpuint (pact_covered_count_without_lead (make_plan (fixture)), ==, 2);
}

static void
check_situations (Fixture *fixture,
                  const char *uuid,
                  const char *expected)
{
  guint counts[PACT_N_SITUATIONS] = { 1, 2, 3, 4, 5, 6 };
  g_autofree char *described = NULL;

  pact_situation_counts_take (pact_plan_lookup (make_plan (fixture), uuid), counts);
  described = pact_situation_counts_describe (counts);
  g_assert_cmpstr (described, ==, expected);
}

/* Every measure stands in one place, also one without an answer; those of another pillar are not counted. */
static void
test_situations (Fixture *fixture,
                 gconstpointer data)
{
  static const char *const situations[] = { "missing", "not-applicable", "partly", "in-place", "planned", "missing", NULL };
  const char *pillar = add (fixture, "pillar", get_root (fixture), "Prevention");
  const char *objective = add (fixture, "objective", pillar, "An objective");
  const char *other = add_objective (fixture);
  const char *measure = NULL;

  check_situations (fixture, pillar, "No measures yet");
  for (gsize i = 0; i < G_N_ELEMENTS (situations); i++)
    {
      measure = add (fixture, "measure", objective, "Train");
      set (fixture, "situation", situations[i]);
    }
  add (fixture, "measure", other, "Build");
  set (fixture, "situation", "in-place");

  check_situations (fixture, pillar,
                    "In place 1 · Partly in place 1 · Planned 1 · Missing 2 · Not applicable 1 · Not answered yet 1");
  check_situations (fixture, other, "In place 1");
  check_situations (fixture, measure, "Not answered yet 1");
  check_situations (fixture, get_root (fixture),
                    "In place 2 · Partly in place 1 · Planned 1 · Missing 2 · Not applicable 1 · Not answered yet 1");
}

static void
check_proposal (Fixture *fixture,
                const char *field_name,
                const char *expected)
{
  PactRecord *indicator = g_ptr_array_index (fixture->records, fixture->records->len - 1);
  g_autofree char *proposal = pact_proposal_dup (pact_plan_lookup (make_plan (fixture), indicator->uuid),
                                                 pact_kind_find_field (indicator->kind, field_name));

  g_assert_cmpstr (proposal, ==, expected);
}

/* A baseline follows from what is missing only where nothing is no or none; a source, from how it is measured. */
static void
test_proposal (Fixture *fixture,
               gconstpointer data)
{
  static const struct
  {
    const char *situation;
    const char *type;
    const char *proposal;
  } cases[] = {
    { "missing", "yes-no", "0" },  { "missing", "percentage", "0" }, { "planned", "yes-no", "0" }, { "missing", "number", NULL },
    { "missing", NULL, NULL },     { "partly", "percentage", NULL },  { "in-place", "yes-no", NULL }, { NULL, "yes-no", NULL },
  };
  const char *objective = add_objective (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *measure = add (fixture, "measure", objective, "Train");

      set (fixture, "situation", cases[i].situation);
      check_proposal (fixture, "lead", NULL);
      add (fixture, "indicator", measure, "Trained");
      set (fixture, "type", cases[i].type);
      check_proposal (fixture, "baseline", cases[i].proposal);
      check_proposal (fixture, "target", NULL);
    }

  set (fixture, "baseline", "1");
  check_proposal (fixture, "baseline", NULL);
  check_proposal (fixture, "source", NULL);
  set (fixture, "method", "From the minutes,\ncounted each year.\n");
  check_proposal (fixture, "source", "From the minutes, counted each year.");
  set (fixture, "source", "Minutes");
  check_proposal (fixture, "source", NULL);
}

/* What is not said of the day of a target is the end of its measure. */
static void
test_default (Fixture *fixture,
              gconstpointer data)
{
  const char *measure = add (fixture, "measure", add_objective (fixture), "Train");
  const char *indicator;
  const PactField *field = pact_kind_find_field (pact_model_find_kind (pact_model_get_default (), "indicator"), "target_date");

  set (fixture, "end", "2029-06");
  indicator = add (fixture, "indicator", measure, "Trained");
  g_assert_cmpstr (pact_proposal_find_default (pact_plan_lookup (make_plan (fixture), indicator), field), ==, "2029-06");
  set (fixture, "target_date", "2028");
  g_assert_null (pact_proposal_find_default (pact_plan_lookup (make_plan (fixture), indicator), field));
}

static void
check_gaps (Fixture *fixture,
            const char *expected)
{
  g_autoptr (GPtrArray) gaps = pact_gaps_find (make_plan (fixture));
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < gaps->len; i++)
    {
      const PactGap *gap = g_ptr_array_index (gaps, i);

      g_string_append_printf (found, "%s.%s %s", gap->kind->name, gap->field->name, pact_gap_get_question (gap));
      for (guint j = 0; j < gap->elements->len; j++)
        {
          PactElement *element = g_ptr_array_index (gap->elements, j);

          g_assert_true (pact_gap_is_open (element, gap->field));
          if (pact_element_get_parent (element) != NULL)
            g_string_append_printf (found, " “%s”", pact_element_get_name (element));
        }
      g_string_append_c (found, '\n');
    }
  g_assert_cmpstr (found->str, ==, expected);
}

/* By question, as people would ask; what is wrong is open too, what is left out is not. */
static void
test_gaps (Fixture *fixture,
           gconstpointer data)
{
  const PactKind *plan = pact_model_get_root (pact_model_get_default ());
  const char *objective = add_objective (fixture);
  const char *measure;

  for (gsize i = 0; i < plan->n_fields; i++)
    {
      if ((plan->fields[i].flags & PACT_FIELD_REQUIRED) && !g_str_equal (plan->fields[i].name, "country"))
        pact_record_set (g_ptr_array_index (fixture->records, 0), plan->fields[i].name,
                         plan->fields[i].type == PACT_TYPE_DATE ? "2027" : plan->fields[i].vocabulary != NULL
                           ? plan->fields[i].vocabulary->terms[0].code : plan->fields[i].type == PACT_TYPE_CURRENCY ? "EUR" : "en");
    }
  measure = add (fixture, "measure", objective, "Train");
  set (fixture, "situation", "missing");
  set (fixture, "start", "2029");
  set (fixture, "end", "2028");
  add (fixture, "indicator", measure, "Trained");
  set (fixture, "baseline", "1");
  add (fixture, "milestone", measure, "First training");
  add (fixture, "measure", objective, "Build");
  add (fixture, "measure", objective, "Put off");
  set (fixture, "inclusion", "later");
  measure = add (fixture, "measure", objective, "Is there");
  set (fixture, "situation", "in-place");
  add (fixture, "indicator", measure, "Used");

  check_gaps (fixture, "plan.country Country\n"
                       "measure.situation Where do you stand? “Build”\n"
                       "measure.lead Who leads? “Train” “Build”\n"
                       "measure.start When does it start? “Build”\n"
                       "measure.end When does it end? “Train” “Build”\n"
                       "indicator.target What do you want to reach? “Trained”\n"
                       "indicator.source Where will the values come from? “Trained”\n"
                       "milestone.due By when? “First training”\n");
}

static void
check_next (PactPlan *plan,
            const char *after,
            const char *name,
            const char *field_name)
{
  const PactField *field = NULL;
  PactElement *found = pact_gaps_find_next (pact_plan_lookup (plan, after), &field);

  g_assert_cmpstr (found != NULL ? pact_element_get_name (found) : NULL, ==, name);
  g_assert_cmpstr (field != NULL ? field->name : NULL, ==, field_name);
}

/* From one measure to the next in which something is missing, over those that are complete, and round. */
static void
test_next_gap (Fixture *fixture,
               gconstpointer data)
{
  const char *objective = add_objective (fixture);
  const char *town = add (fixture, "actor", get_root (fixture), "Town");
  const char *first, *done, *last, *indicator;
  PactPlan *plan;

  first = add (fixture, "measure", objective, "Train");
  done = add (fixture, "measure", objective, "Is there");
  set (fixture, "situation", "in-place");
  last = add (fixture, "measure", objective, "Build");
  set (fixture, "situation", "missing");
  set (fixture, "lead", town);
  set (fixture, "start", "2027");
  set (fixture, "end", "2028");
  indicator = add (fixture, "indicator", last, "Built");
  set (fixture, "baseline", "1");
  plan = make_plan (fixture);

  check_next (plan, get_root (fixture), "Train", "situation");
  check_next (plan, first, "Built", "target");
  check_next (plan, done, "Built", "target");
  check_next (plan, indicator, "Train", "situation");
  pact_record_set (g_ptr_array_index (fixture->records, 4), "inclusion", "later");
  check_next (make_plan (fixture), last, "Built", "target");
}

/* What stands below a measure counts, what stands beside it does not. */
static void
test_size (Fixture *fixture,
           gconstpointer data)
{
  const char *objective = add_objective (fixture);
  g_autofree char *empty = NULL;
  g_autofree char *size = NULL;

  empty = pact_plan_size_describe (make_plan (fixture));
  g_assert_cmpstr (empty, ==, "1 pillar · 1 objective · 0 measures · 0 indicators");
  add (fixture, "measure", objective, "Train");
  add (fixture, "indicator", add (fixture, "measure", objective, "Build"), "Built");
  add (fixture, "actor", get_root (fixture), "Town");
  add_objective (fixture);
  size = pact_plan_size_describe (make_plan (fixture));
  g_assert_cmpstr (size, ==, "2 pillars · 2 objectives · 2 measures · 1 indicator");
}

static void
add_test (const char *name,
          void (*test) (Fixture *, gconstpointer))
{
  g_test_add (name, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/figures/next-dates/order", test_dates_order);
  add_test ("/figures/next-dates/done", test_dates_done);
  add_test ("/figures/next-dates/others", test_dates_others);
  add_test ("/figures/next-dates/number", test_dates_number);
  add_test ("/figures/inclusion", test_inclusion);
  add_test ("/figures/gaps", test_gaps);
  add_test ("/figures/gaps/next", test_next_gap);
  add_test ("/figures/proposal", test_proposal);
  add_test ("/figures/default", test_default);
  add_test ("/figures/covered", test_covered);
  add_test ("/figures/without-lead", test_without_lead);
  add_test ("/figures/situations", test_situations);
  add_test ("/figures/size", test_size);

  return g_test_run ();
}
