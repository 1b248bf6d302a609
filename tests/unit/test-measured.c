/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "pact-measured.h"
#include "pact-plan.h"

/* An indicator with a reading, as a plan of its own holds them. */
typedef struct
{
  GPtrArray *records;
  PactRecord *indicator;
  PactRecord *reading;
  PactPlan *plan;
} Sample;

static PactRecord *
add_record (GPtrArray *records,
            const char *kind_name,
            const PactRecord *parent)
{
  PactRecord *record = pact_record_new (pact_model_find_kind (pact_model_get_default (), kind_name),
                                        parent != NULL ? parent->uuid : NULL);

  record->position = records->len;
  g_ptr_array_add (records, record);

  return record;
}

static void
set_up (Sample *sample,
        gconstpointer data)
{
  sample->records = pact_record_list_new ();
  add_record (sample->records, "plan", NULL);
  add_record (sample->records, "pillar", g_ptr_array_index (sample->records, 0));
  sample->indicator = add_record (sample->records, "indicator", g_ptr_array_index (sample->records, 1));
  sample->reading = add_record (sample->records, "reading", sample->indicator);
}

static void
tear_down (Sample *sample,
           gconstpointer data)
{
  g_clear_object (&sample->plan);
  g_ptr_array_unref (sample->records);
}

static PactElement *
load (Sample *sample,
      const PactRecord *record,
      const char *type,
      const char *steps)
{
  g_autoptr (GError) error = NULL;

  pact_record_set (sample->indicator, "type", type);
  pact_record_set (sample->indicator, "steps", steps);
  g_clear_object (&sample->plan);
  sample->plan = pact_plan_new_from_records (pact_model_get_default (), sample->records, &error);
  g_assert_no_error (error);

  return pact_plan_lookup (sample->plan, record->uuid);
}

static const PactField *
get_field (PactElement *element,
           const char *name)
{
  return pact_kind_find_field (pact_element_get_kind (element), name);
}

/* What is measured is what the type says, of the indicator and of its readings; nothing else is. */
static void
test_form (Sample *sample,
           gconstpointer data)
{
  static const struct
  {
    const char *type;
    const char *steps;
    PactMeasuredForm form;
  } cases[] = {
    { NULL, NULL, PACT_MEASURED_NUMBER },       { "number", "Low\nHigh", PACT_MEASURED_NUMBER },
    { "percentage", NULL, PACT_MEASURED_PERCENTAGE }, { "yes-no", NULL, PACT_MEASURED_YES_NO },
    { "scale", NULL, PACT_MEASURED_NUMBER },    { "scale", "Low\nHigh", PACT_MEASURED_STEPS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PactElement *indicator = load (sample, sample->indicator, cases[i].type, cases[i].steps);
      PactElement *reading = pact_plan_lookup (sample->plan, sample->reading->uuid);

      g_assert_cmpint (pact_measured_get_form (indicator, get_field (indicator, "baseline")), ==, cases[i].form);
      g_assert_cmpint (pact_measured_get_form (indicator, get_field (indicator, "target")), ==, cases[i].form);
      g_assert_cmpint (pact_measured_get_form (reading, get_field (reading, "value")), ==, cases[i].form);
      g_assert_cmpint (pact_measured_get_form (indicator, get_field (indicator, "unit")), ==, PACT_MEASURED_NUMBER);
    }
}

/* Every number that the type of an indicator gives a meaning to is one of the model table’s decimals, and the other way round. */
static void
test_fields (void)
{
  const PactModel *model = pact_model_get_default ();
  guint n = 0;

  for (gsize i = 0; i < model->n_kinds; i++)
    {
      for (gsize j = 0; j < model->kinds[i].n_fields; j++)
        {
          const PactField *field = &model->kinds[i].fields[j];

          g_assert_true (pact_field_is_measured (field) == (field->type == PACT_TYPE_DECIMAL));
          n += pact_field_is_measured (field);
        }
    }
  g_assert_cmpuint (n, ==, 3);
}

static void
check_label (PactElement *element,
             const char *value,
             const char *expected)
{
  const PactField *field = get_field (element, "baseline");
  g_autofree char *label = pact_measured_dup_label (element, field, value, NULL);
  g_autofree char *misfit = pact_measured_dup_misfit (element, field, value);

  g_assert_cmpstr (label, ==, expected);
  g_assert_true ((misfit == NULL) == (expected != NULL));
}

static void
test_yes_no (Sample *sample,
             gconstpointer data)
{
  PactElement *indicator = load (sample, sample->indicator, "yes-no", NULL);
  g_autofree char *misfit = NULL;

  check_label (indicator, "1", "Yes");
  check_label (indicator, "0", "No");
  check_label (indicator, "1.0", "Yes");
  check_label (indicator, "-0", "No");
  check_label (indicator, "7", NULL);
  check_label (indicator, "<5", NULL);
  misfit = pact_measured_dup_misfit (indicator, get_field (indicator, "baseline"), "7");
  g_assert_cmpstr (misfit, ==, "“7” is neither yes nor no. It is kept until you choose an answer.");
  g_assert_null (pact_measured_dup_misfit (indicator, get_field (indicator, "baseline"), NULL));
}

/* The lines are counted, unless they count themselves. */
static void
test_steps (Sample *sample,
            gconstpointer data)
{
  PactElement *indicator = load (sample, sample->indicator, "scale", "Not begun\n\n  In part \nFully\n");

  check_label (indicator, "1", "Not begun");
  check_label (indicator, "2", "In part");
  check_label (indicator, "3.0", "Fully");
  check_label (indicator, "4", NULL);
  check_label (indicator, "2.5", NULL);

  indicator = load (sample, sample->indicator, "scale", "0 none\n1 – some\n4: all");
  check_label (indicator, "0", "0 none");
  check_label (indicator, "1", "1 – some");
  check_label (indicator, "4", "4: all");
  check_label (indicator, "2", NULL);

  /* Not all count, or not upwards. */
  indicator = load (sample, sample->indicator, "scale", "3 of 10 schools\nall schools");
  check_label (indicator, "1", "3 of 10 schools");
  check_label (indicator, "3", NULL);
  indicator = load (sample, sample->indicator, "scale", "2 b\n1 a\n99999999999999999999 c");
  check_label (indicator, "2", "1 a");
}

static void
check_unit (Sample *sample,
            const char *type,
            const char *unit,
            const char *expected)
{
  PactElement *indicator;
  g_autofree char *shown = NULL;

  pact_record_set (sample->indicator, "unit", unit);
  indicator = load (sample, sample->indicator, type, NULL);
  shown = pact_measured_dup_unit (indicator, get_field (indicator, "target"));
  g_assert_cmpstr (shown, ==, expected);
  g_assert_null (pact_measured_dup_unit (indicator, get_field (indicator, "unit")));
}

static void
test_unit (Sample *sample,
           gconstpointer data)
{
  check_unit (sample, "number", "sessions", "sessions");
  check_unit (sample, NULL, NULL, NULL);
  check_unit (sample, "percentage", NULL, "%");
  check_unit (sample, "percentage", "staff", "%");
  check_unit (sample, "percentage", "% of staff", "% of staff");
  check_unit (sample, "yes-no", "sessions", NULL);
  check_unit (sample, "scale", "points", "points");
}

/* What means nothing for a type is not asked, but what was answered stays in sight. */
static void
test_asks_for (Sample *sample,
               gconstpointer data)
{
  PactElement *indicator = load (sample, sample->indicator, "yes-no", NULL);

  g_assert_false (pact_measured_asks_for (indicator, get_field (indicator, "steps")));
  g_assert_false (pact_measured_asks_for (indicator, get_field (indicator, "unit")));
  g_assert_true (pact_measured_asks_for (indicator, get_field (indicator, "source")));
  indicator = load (sample, sample->indicator, "scale", NULL);
  g_assert_true (pact_measured_asks_for (indicator, get_field (indicator, "steps")));
  g_assert_true (pact_measured_asks_for (indicator, get_field (indicator, "unit")));
  indicator = load (sample, sample->indicator, "number", "Low\nHigh");
  g_assert_true (pact_measured_asks_for (indicator, get_field (indicator, "steps")));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measured/fields", test_fields);
#define ADD(name, test) g_test_add ("/measured/" name, Sample, NULL, set_up, test, tear_down)
  ADD ("form", test_form);
  ADD ("yes-no", test_yes_no);
  ADD ("steps", test_steps);
  ADD ("unit", test_unit);
  ADD ("asks-for", test_asks_for);

  return g_test_run ();
}
