/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <string.h>

#include "pact-address.h"
#include "pact-review-private.h"
#include "pact-review.h"

typedef struct
{
  GPtrArray *records;
  PactRecord *plan;
  PactRecord *measure;
  PactRecord *indicator;
  PactRecord *partner;
} Sample;

static PactRecord *
add_record (GPtrArray *records,
            const char *kind,
            const PactRecord *parent)
{
  const PactModel *model = pact_model_get_default ();
  PactRecord *record = pact_record_new (pact_model_find_kind (model, kind), parent != NULL ? parent->uuid : NULL);

  record->position = records->len * PACT_POSITION_STEP;
  g_ptr_array_add (records, record);

  return record;
}

static void
set_values (PactRecord *record,
            const char *const *values)
{
  for (guint i = 0; values[i] != NULL; i += 2)
    pact_record_set (record, values[i], values[i + 1]);
}

/* A plan with nothing wrong in it. */
static void
set_up (Sample *sample,
        gconstpointer data)
{
  PactRecord *pillar, *objective, *lead, *other;

  sample->records = pact_record_list_new ();
  sample->plan = add_record (sample->records, "plan", NULL);
  set_values (sample->plan,
              (const char *const[]){ "title", "The plan", "authority_name", "Town", "authority_kind", "municipality",
                                      "country", "DE", "period_start", "2027", "period_end", "2029", "language", "en",
                                      "currency", "EUR", "website", "https://town.example", "contact_email",
                                      "office@town.example", "contact_phone", "+49 30 1234567", NULL });
  pillar = add_record (sample->records, "pillar", sample->plan);
  pact_record_set (pillar, "title", "Prevention");
  objective = add_record (sample->records, "objective", pillar);
  pact_record_set (objective, "title", "Children are safe");
  lead = add_record (sample->records, "actor", sample->plan);
  pact_record_set (lead, "name", "Youth office");
  other = add_record (sample->records, "actor", sample->plan);
  pact_record_set (other, "name", "Police");
  sample->measure = add_record (sample->records, "measure", objective);
  set_values (sample->measure,
              (const char *const[]){ "title", "Train staff", "situation", "missing", "start", "2027-03", "end", "2027",
                                      "lead", lead->uuid, NULL });
  sample->indicator = add_record (sample->records, "indicator", sample->measure);
  set_values (sample->indicator,
              (const char *const[]){ "title", "Staff trained", "type", "percentage", "baseline", "<5", "target", "100",
                                      "target_date", "2028", "source", "Register", NULL });
  sample->partner = add_record (sample->records, "involvement", sample->measure);
  pact_record_set (sample->partner, "actor", other->uuid);
}

static void
tear_down (Sample *sample,
           gconstpointer data)
{
  g_ptr_array_unref (sample->records);
}

static PactReview *
review (Sample *sample)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PactPlan) plan = pact_plan_new_from_records (pact_model_get_default (), sample->records, &error);

  g_assert_no_error (error);

  return pact_review_plan (plan);
}

static void
check_finding (const PactFinding *finding,
               PactFindingSeverity severity,
               const PactRecord *record,
               const char *field_name,
               const char *message)
{
  g_assert_cmpint (finding->severity, ==, severity);
  g_assert_cmpstr (finding->element, ==, record->uuid);
  g_assert_cmpstr (finding->field != NULL ? finding->field->name : NULL, ==, field_name);
  g_assert_cmpstr (finding->message, ==, message);
}

/* The one thing that is wrong. */
static void
check_one (Sample *sample,
           PactFindingSeverity severity,
           const PactRecord *record,
           const char *field_name,
           const char *message)
{
  g_autoptr (PactReview) reviewed = review (sample);
  GPtrArray *findings = pact_review_get_findings (reviewed);

  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", ((PactFinding *) g_ptr_array_index (findings, i))->message);
  g_assert_cmpuint (findings->len, ==, 1);
  check_finding (g_ptr_array_index (findings, 0), severity, record, field_name, message);
}

static void
check_none (Sample *sample)
{
  g_autoptr (PactReview) reviewed = review (sample);
  GPtrArray *findings = pact_review_get_findings (reviewed);

  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_good (Sample *sample,
           gconstpointer data)
{
  check_none (sample);
}

static void
test_missing (Sample *sample,
              gconstpointer data)
{
  g_autoptr (PactReview) reviewed = NULL;
  GPtrArray *findings;

  pact_record_set (sample->measure, "lead", NULL);
  check_one (sample, PACT_FINDING_BLOCKING, sample->measure, "lead", "“1.1.1 Train staff”: Lead body is missing.");

  pact_record_set (sample->plan, "country", NULL);
  pact_record_set (sample->indicator, "target", NULL);
  reviewed = review (sample);
  findings = pact_review_get_findings (reviewed);
  g_assert_cmpuint (findings->len, ==, 3);
  check_finding (g_ptr_array_index (findings, 0), PACT_FINDING_BLOCKING, sample->plan, "country",
                 "“The plan”: Country is missing.");
  check_finding (g_ptr_array_index (findings, 1), PACT_FINDING_BLOCKING, sample->measure, "lead",
                 "“1.1.1 Train staff”: Lead body is missing.");
  check_finding (g_ptr_array_index (findings, 2), PACT_FINDING_BLOCKING, sample->indicator, "target",
                 "“1.1.1 Train staff › Staff trained”: Target is missing.");
}

/* What blocks a submission is counted apart from what is only advice. */
static void
test_count (Sample *sample,
            gconstpointer data)
{
  g_autoptr (PactReview) reviewed = NULL;

  pact_record_set (sample->plan, "country", NULL);
  pact_record_set (sample->measure, "lead", NULL);
  pact_record_set (sample->indicator, "baseline", "250");
  reviewed = review (sample);
  g_assert_cmpuint (pact_review_count (reviewed, PACT_FINDING_BLOCKING), ==, 2);
  g_assert_cmpuint (pact_review_count (reviewed, PACT_FINDING_ADVICE), ==, 1);
}

/* What cannot be seen says nothing. */
static void
test_blank (Sample *sample,
            gconstpointer data)
{
  g_autoptr (PactReview) reviewed = NULL;
  GPtrArray *findings;

  pact_record_set (sample->plan, "authority_name", "\302\240\342\200\213");
  pact_record_set (sample->measure, "title", "\343\205\244");
  reviewed = review (sample);
  findings = pact_review_get_findings (reviewed);
  g_assert_cmpuint (findings->len, ==, 2);
  check_finding (g_ptr_array_index (findings, 0), PACT_FINDING_BLOCKING, sample->plan, "authority_name",
                 "“The plan”: Name of the authority is missing.");
  check_finding (g_ptr_array_index (findings, 1), PACT_FINDING_BLOCKING, sample->measure, "title",
                 "“1.1.1 Without a name”: Title is missing.");
}

/* What has no title yet is called by its kind and number. */
static void
test_names (Sample *sample,
            gconstpointer data)
{
  PactRecord *costs[2];
  g_autoptr (PactReview) reviewed = NULL;
  GPtrArray *findings;

  for (int i = 0; i < 2; i++)
    {
      costs[i] = add_record (sample->records, "cost", sample->measure);
      pact_record_set (costs[i], "amount", "100000");
    }
  pact_record_set (sample->measure, "title", NULL);
  pact_record_set (sample->plan, "title", NULL);

  reviewed = review (sample);
  findings = pact_review_get_findings (reviewed);
  g_assert_cmpuint (findings->len, ==, 4);
  check_finding (g_ptr_array_index (findings, 0), PACT_FINDING_BLOCKING, sample->plan, "title",
                 "“Plan”: Title is missing.");
  check_finding (g_ptr_array_index (findings, 1), PACT_FINDING_BLOCKING, sample->measure, "title",
                 "“1.1.1 Without a name”: Title is missing.");
  check_finding (g_ptr_array_index (findings, 2), PACT_FINDING_BLOCKING, costs[0], "year",
                 "“1.1.1 Without a name › Cost 1”: Year is missing.");
  check_finding (g_ptr_array_index (findings, 3), PACT_FINDING_BLOCKING, costs[1], "year",
                 "“1.1.1 Without a name › Cost 2”: Year is missing.");
}

/* Whoever is told of a field looks for it in the form: it is called there as the sentence calls it. */
static void
check_labels (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const PactFinding *finding = g_ptr_array_index (findings, i);

      if (finding->field == NULL)
        continue;
      g_test_message ("%s", finding->message);
      g_assert_nonnull (strstr (finding->message, pact_field_get_label (finding->field)));
      if (finding->is_missing)
        g_assert_true (g_str_has_suffix (finding->message, "is missing."));
    }
}

/* Each field of each kind, once with nothing in it and once with something wrong. */
static void
test_labels (Sample *sample,
             gconstpointer data)
{
  const PactModel *model = pact_model_get_default ();
  g_autoptr (GPtrArray) nothing = pact_record_list_new ();
  g_autoptr (GHashTable) added = g_hash_table_new (NULL, NULL);
  g_autoptr (PactReview) reviewed = NULL;
  GPtrArray *findings;
  g_autoptr (PactPlan) plan = NULL;
  guint n_needed = 0;

  g_hash_table_insert (added, (gpointer) pact_model_get_root (model), add_record (nothing, "plan", NULL));
  for (guint n_before = 0; n_before < nothing->len; n_before++)
    {
      const PactRecord *parent = g_ptr_array_index (nothing, n_before);

      for (gsize i = 0; i < model->n_kinds; i++)
        {
          if (pact_kind_may_contain (parent->kind, &model->kinds[i]) && !g_hash_table_contains (added, &model->kinds[i]))
            g_hash_table_insert (added, (gpointer) &model->kinds[i], add_record (nothing, model->kinds[i].name, parent));
        }
    }
  g_assert_cmpuint (g_hash_table_size (added), ==, model->n_kinds);
  for (gsize i = 0; i < model->n_kinds; i++)
    {
      for (gsize j = 0; j < model->kinds[i].n_fields; j++)
        n_needed += pact_field_is_needed (&model->kinds[i].fields[j], FALSE);
    }
  plan = pact_plan_new_from_records (model, nothing, NULL);
  reviewed = pact_review_plan (plan);
  findings = pact_review_get_findings (reviewed);
  check_labels (findings);
  for (guint i = 0; i < findings->len; i++)
    n_needed -= ((PactFinding *) g_ptr_array_index (findings, i))->is_missing;
  g_assert_cmpuint (n_needed, ==, 0);

  set_values (sample->plan,
              (const char *const[]){ "website", "town", "contact_email", "office", "period_end", "2026", "situation",
                                      "Call 0761 1234567, write to somebody@town.example", NULL });
  set_values (sample->measure, (const char *const[]){ "end", "2025", NULL });
  set_values (sample->indicator, (const char *const[]){ "type", "yes-no", "baseline", "7", NULL });
  g_clear_pointer (&reviewed, pact_review_unref);
  reviewed = review (sample);
  findings = pact_review_get_findings (reviewed);
  g_assert_cmpuint (findings->len, >=, 6);
  check_labels (findings);
}

/* What is not saved is not in the plan that is reviewed, but it is seen beside it. */
static void
test_unsaved (Sample *sample,
              gconstpointer data)
{
  g_autoptr (PactPlan) plan = pact_plan_new_from_records (pact_model_get_default (), sample->records, NULL);
  PactElement *measure = pact_plan_lookup (plan, sample->measure->uuid);
  g_autoptr (GHashTable) unsaved = g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) g_ptr_array_unref);
  GPtrArray *fields = g_ptr_array_new ();
  g_autoptr (PactReview) reviewed = NULL;
  GPtrArray *findings;

  g_ptr_array_add (fields, (gpointer) pact_kind_find_field (sample->measure->kind, "start"));
  g_hash_table_insert (unsaved, g_object_ref (measure), fields);
  g_assert_true (pact_plan_set_unsaved (plan, unsaved));
  reviewed = pact_review_plan (plan);
  findings = pact_review_get_findings (reviewed);
  g_assert_cmpuint (findings->len, ==, 1);
  check_finding (g_ptr_array_index (findings, 0), PACT_FINDING_BLOCKING, sample->measure, "start",
                 "“1.1.1 Train staff”: Start holds something that could not be saved.");
}

static void
test_waived (Sample *sample,
             gconstpointer data)
{
  set_values (sample->measure, (const char *const[]){ "situation", "in-place", "start", "", "end", "", "lead", "", NULL });
  set_values (sample->indicator, (const char *const[]){ "target", "", "target_date", "", "source", "", NULL });
  check_none (sample);

  pact_record_set (sample->measure, "situation", "not-applicable");
  check_one (sample, PACT_FINDING_ADVICE, sample->measure, "situation_note",
             "“1.1.1 Train staff”: for “Situation today” you chose “Not applicable”, but “Note on the situation” does not say why.");
}

static void
test_no_measures (Sample *sample,
                  gconstpointer data)
{
  g_ptr_array_set_size (sample->records, sample->records->len - 3);
  check_one (sample, PACT_FINDING_BLOCKING, sample->plan, NULL, "The plan has no measures.");
}

static void
test_period (Sample *sample,
             gconstpointer data)
{
  set_values (sample->plan, (const char *const[]){ "period_start", "2027-06", "period_end", "2027", NULL });
  pact_record_set (sample->measure, "start", "2027-06-01");
  check_none (sample);

  pact_record_set (sample->plan, "period_end", "2026-12-31");
  pact_record_set (sample->measure, "start", NULL);
  pact_record_set (sample->measure, "end", NULL);
  pact_record_set (sample->measure, "situation", "in-place");
  check_one (sample, PACT_FINDING_BLOCKING, sample->plan, "period_end",
             "“The plan”: End of the period lies before Start of the period.");
}

static void
test_dates (Sample *sample,
            gconstpointer data)
{
  g_autoptr (PactReview) reviewed = NULL;
  GPtrArray *findings;

  /* What takes one day ends on the day on which it starts. */
  set_values (sample->measure, (const char *const[]){ "start", "2028-01-01", "end", "2028-01-01", NULL });
  check_none (sample);
  set_values (sample->measure, (const char *const[]){ "start", "2028-01-02", "end", "2028-01-01", NULL });
  check_one (sample, PACT_FINDING_BLOCKING, sample->measure, "end", "“1.1.1 Train staff”: End lies before Start.");
  set_values (sample->measure, (const char *const[]){ "start", "2028-01", "end", "2027-12-31", NULL });
  check_one (sample, PACT_FINDING_BLOCKING, sample->measure, "end", "“1.1.1 Train staff”: End lies before Start.");

  set_values (sample->measure, (const char *const[]){ "start", "2026-12-31", "end", "2030-01-01", NULL });
  reviewed = review (sample);
  findings = pact_review_get_findings (reviewed);
  g_assert_cmpuint (findings->len, ==, 2);
  check_finding (g_ptr_array_index (findings, 0), PACT_FINDING_ADVICE, sample->measure, "start",
                 "“1.1.1 Train staff”: Start lies before the period of the plan.");
  check_finding (g_ptr_array_index (findings, 1), PACT_FINDING_ADVICE, sample->measure, "end",
                 "“1.1.1 Train staff”: End lies after the period of the plan.");
}

static void
test_formats (Sample *sample,
              gconstpointer data)
{
  g_autoptr (PactReview) reviewed = NULL;
  GPtrArray *findings;

  pact_record_set (sample->plan, "website", "town.example");
  pact_record_set (sample->plan, "contact_email", "office at town");
  reviewed = review (sample);
  findings = pact_review_get_findings (reviewed);
  g_assert_cmpuint (findings->len, ==, 2);
  check_finding (g_ptr_array_index (findings, 0), PACT_FINDING_BLOCKING, sample->plan, "website",
                 "“The plan”: Website: “town.example” is not a web address; it must begin with https:// or http://.");
  check_finding (g_ptr_array_index (findings, 1), PACT_FINDING_BLOCKING, sample->plan, "contact_email",
                 "“The plan”: E-mail of the contact: “office at town” is not an e-mail address.");
}

static void
test_percentage (Sample *sample,
                 gconstpointer data)
{
  pact_record_set (sample->indicator, "target", "100.5");
  check_one (sample, PACT_FINDING_ADVICE, sample->indicator, "target",
             "“1.1.1 Train staff › Staff trained”: Target is more than 100 percent.");

  pact_record_set (sample->indicator, "type", "number");
  check_none (sample);
}

/* A number that the type of its indicator gives no meaning to is no answer, and no number of people either. */
static void
test_answers (Sample *sample,
              gconstpointer data)
{
  PactRecord *reading = add_record (sample->records, "reading", sample->indicator);

  set_values (reading, (const char *const[]){ "date", "2027-06", "value", "1", NULL });
  set_values (sample->indicator, (const char *const[]){ "type", "yes-no", "baseline", "0", "target", "1",
                                                         "counts_people", "1", NULL });
  check_none (sample);
  pact_record_set (sample->indicator, "target", "7");
  check_one (sample, PACT_FINDING_BLOCKING, sample->indicator, "target",
             "“1.1.1 Train staff › Staff trained”: Target: “7” is neither yes nor no.");

  set_values (sample->indicator, (const char *const[]){ "type", "scale", "steps", "low\nmiddle", "baseline", "1",
                                                         "target", "2", NULL });
  check_none (sample);
  pact_record_set (reading, "value", "3");
  check_one (sample, PACT_FINDING_BLOCKING, reading, "value",
             "“1.1.1 Train staff › Staff trained › 2027-06”: Value: “3” is no step of the scale.");

  set_values (sample->indicator, (const char *const[]){ "type", "percentage", NULL });
  pact_record_set (reading, "value", "101");
  check_one (sample, PACT_FINDING_ADVICE, reading, "value",
             "“1.1.1 Train staff › Staff trained › 2027-06”: Value is more than 100 percent.");
}

/* Three people of a small place can be known; that there are fewer than five says nothing. */
static void
test_few_people (Sample *sample,
                 gconstpointer data)
{
  PactRecord *reading = add_record (sample->records, "reading", sample->indicator);

  set_values (reading, (const char *const[]){ "date", "2027-06", "value", "4", NULL });
  set_values (sample->indicator, (const char *const[]){ "type", "number", "baseline", "12", "target", "3", NULL });
  check_none (sample);

  pact_record_set (sample->indicator, "counts_people", "1");
  check_one (sample, PACT_FINDING_ADVICE, reading, "value",
             "“1.1.1 Train staff › Staff trained › 2027-06”: Value is so small a number of people that somebody could be "
             "identifiable. Write <5 instead.");

  pact_record_set (reading, "value", "<5");
  pact_record_set (sample->indicator, "baseline", "1");
  check_one (sample, PACT_FINDING_ADVICE, sample->indicator, "baseline",
             "“1.1.1 Train staff › Staff trained”: Baseline is so small a number of people that somebody could be "
             "identifiable. Write <5 instead.");

  pact_record_set (sample->indicator, "baseline", "0");
  check_none (sample);

  pact_record_set (sample->indicator, "baseline", "1");
  pact_record_set (sample->indicator, "type", "percentage");
  check_none (sample);
}

static void
test_partner (Sample *sample,
              gconstpointer data)
{
  pact_record_set (sample->partner, "actor", pact_record_get (sample->measure, "lead"));
  check_one (sample, PACT_FINDING_ADVICE, sample->partner, "actor",
             "“1.1.1 Train staff”: the lead body “Youth office” is listed as a partner too.");
}

static void
test_privacy (Sample *sample,
              gconstpointer data)
{
  g_autoptr (PactReview) reviewed = NULL;
  GPtrArray *findings;

  pact_record_set (sample->plan, "country", NULL);
  pact_record_set (sample->plan, "situation", "Ask Ms Example, m.example@town.example, 030 1234567-8.");
  /* Here they belong. */
  pact_record_set (sample->plan, "help_lines", "Help line: help@town.example, 030 1234567-8.");
  pact_record_set (sample->indicator, "source", NULL);
  reviewed = review (sample);
  findings = pact_review_get_findings (reviewed);
  g_assert_cmpuint (findings->len, ==, 4);
  /* What keeps the plan from being submitted comes first, wherever it stands. */
  check_finding (g_ptr_array_index (findings, 0), PACT_FINDING_BLOCKING, sample->plan, "country",
                 "“The plan”: Country is missing.");
  check_finding (g_ptr_array_index (findings, 1), PACT_FINDING_BLOCKING, sample->indicator, "source",
                 "“1.1.1 Train staff › Staff trained”: Source is missing.");
  g_assert_cmpint (((PactFinding *) g_ptr_array_index (findings, 2))->severity, ==, PACT_FINDING_ADVICE);
  g_assert_nonnull (strstr (((PactFinding *) g_ptr_array_index (findings, 2))->message, "e-mail address"));
  g_assert_nonnull (strstr (((PactFinding *) g_ptr_array_index (findings, 3))->message, "telephone number"));
}

static void
test_email (void)
{
  static const char *const good[] = { "a@b.eu", "first.last+tag@sub.town.example", "büro@straße.example", "o'neil@town.ie" };
  static const char *const bad[] = { "", "@", "a@", "@b.eu", "a@b", "a b@c.eu", "a@b.eu ", "a@b..eu", "a@.eu", "a@b.eu.",
                                     "a@b@c.eu", "<a@b.eu>" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (pact_text_is_email (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (pact_text_is_email (bad[i]));

  g_assert_true (pact_text_contains_email ("(Write to a@b.eu.)"));
  g_assert_true (pact_text_contains_email ("@home or a@b.eu"));
  g_assert_false (pact_text_contains_email ("Follow @town on the web @ any time. a@b"));
}

static void
test_url (void)
{
  static const char *const good[] = { "https://town.example", "http://town.example/children?x=1#y",
                                      "https://straße.example/ü", "https://town.example:8080/" };
  static const char *const bad[] = { "", "town.example", "www.town.example", "ftp://town.example", "https://", "https://town",
                                     "javascript:alert(1)", "https:town.example", "mailto:a@b.eu", "https://a b.example" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_test_message ("%s", good[i]);
      g_assert_true (pact_text_is_url (good[i]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_false (pact_text_is_url (bad[i]));
    }
}

static void
test_phone (void)
{
  static const char *const good[] = { "+49 30 1234567", "call 0049 (30) 123 45 67", "01 23 45 67 89", "01-23-45-67-89",
                                      "tel:+33123456789", "Tel. 030/12345678", "In 2027 call +43 1 234 567 89." };
  static const char *const bad[] = { "", "116 111", "0800 1111", "2027-2029", "from 01/02/2027 - 03/04/2027",
                                     "01-02-2027 - 2030", "1 000 000 000 euro", "0", "+", "2027-01-05 to 2027-02-05",
                                     "0.123456789012", "children 0-5, 6-11 and 12-15", "a budget of 250 000 000" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_test_message ("%s", good[i]);
      g_assert_true (pact_review_contains_phone (good[i]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_false (pact_review_contains_phone (bad[i]));
    }
}

/* 10,000 measures with everything missing that can be, and text everywhere. */
static void
test_large (void)
{
  g_autoptr (GPtrArray) records = pact_record_list_new ();
  PactRecord *plan = add_record (records, "plan", NULL);
  PactRecord *objective = add_record (records, "objective", add_record (records, "pillar", plan));
  g_autoptr (PactPlan) large = NULL;
  g_autoptr (PactReview) reviewed = NULL;
  GPtrArray *findings;
  double seconds;

  for (int i = 0; i < 10000; i++)
    {
      PactRecord *measure = add_record (records, "measure", objective);
      PactRecord *indicator = add_record (records, "indicator", measure);

      pact_record_set (measure, "title", "Train staff");
      pact_record_set (measure, "description", "In 2027, 100 to 200 people in 10 rooms, @ 20 euro each; then 0 to 5 more.");
      pact_record_set (indicator, "title", "Staff trained");
    }
  large = pact_plan_new_from_records (pact_model_get_default (), records, NULL);

  g_test_timer_start ();
  reviewed = pact_review_plan (large);
  findings = pact_review_get_findings (reviewed);
  seconds = g_test_timer_elapsed ();
  g_test_minimized_result (seconds, "review of 10,000 measures: %.3f s", seconds);
  g_assert_cmpuint (findings->len, >, 70000);
}

/* In slices the same is found as at once; a review may be given up. */
static void
test_slices (Sample *sample,
             gconstpointer data)
{
  g_autoptr (PactPlan) plan = NULL;
  g_autoptr (PactReview) at_once = NULL;
  g_autoptr (PactReview) by_and_by = NULL;
  g_autoptr (PactReview) given_up = NULL;
  guint n_slices = 1;

  pact_record_set (sample->plan, "country", NULL);
  pact_record_set (sample->measure, "lead", NULL);
  pact_record_set (sample->indicator, "baseline", "250");
  plan = pact_plan_new_from_records (pact_model_get_default (), sample->records, NULL);
  at_once = pact_review_plan (plan);
  given_up = pact_review_new (plan);
  pact_review_continue (given_up, -1);
  by_and_by = pact_review_new (plan);
  while (!pact_review_continue (by_and_by, -1))
    n_slices++;
  g_assert_cmpuint (n_slices, ==, sample->records->len);
  g_assert_cmpuint (pact_review_get_findings (by_and_by)->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const PactFinding *one = g_ptr_array_index (pact_review_get_findings (at_once), i);
      const PactFinding *other = g_ptr_array_index (pact_review_get_findings (by_and_by), i);

      g_assert_cmpstr (one->message, ==, other->message);
    }
}

#define ADD(name, func) g_test_add ("/review/" name, Sample, NULL, set_up, func, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("good", test_good);
  ADD ("missing", test_missing);
  ADD ("count", test_count);
  ADD ("slices", test_slices);
  ADD ("blank", test_blank);
  ADD ("names", test_names);
  ADD ("labels", test_labels);
  ADD ("unsaved", test_unsaved);
  ADD ("waived", test_waived);
  ADD ("no-measures", test_no_measures);
  ADD ("period", test_period);
  ADD ("dates", test_dates);
  ADD ("formats", test_formats);
  ADD ("percentage", test_percentage);
  ADD ("answers", test_answers);
  ADD ("few-people", test_few_people);
  ADD ("partner", test_partner);
  ADD ("privacy", test_privacy);
  g_test_add_func ("/review/email", test_email);
  g_test_add_func ("/review/url", test_url);
  g_test_add_func ("/review/phone", test_phone);
  g_test_add_func ("/review/large", test_large);

  return g_test_run ();
}
