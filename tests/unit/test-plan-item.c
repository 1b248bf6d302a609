/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "pact-plan-item-private.h"

/* The lines of the library: two that are not told apart leave the old one on the screen. */

static const gsize texts[] = {
  G_STRUCT_OFFSET (PactPlanSummary, uuid),         G_STRUCT_OFFSET (PactPlanSummary, title),
  G_STRUCT_OFFSET (PactPlanSummary, authority),    G_STRUCT_OFFSET (PactPlanSummary, country),
  G_STRUCT_OFFSET (PactPlanSummary, period_start), G_STRUCT_OFFSET (PactPlanSummary, period_end),
  G_STRUCT_OFFSET (PactPlanSummary, state),        G_STRUCT_OFFSET (PactPlanSummary, template_id),
  G_STRUCT_OFFSET (PactPlanSummary, language),     G_STRUCT_OFFSET (PactPlanSummary, modified),
  G_STRUCT_OFFSET (PactPlanSummary, trashed),      G_STRUCT_OFFSET (PactPlanSummary, copied_on),
  G_STRUCT_OFFSET (PactPlanSummary, copied_from),
};

static const gsize numbers[] = {
  G_STRUCT_OFFSET (PactPlanSummary, n_measures),
  G_STRUCT_OFFSET (PactPlanSummary, filled),
  G_STRUCT_OFFSET (PactPlanSummary, required),
};

/* Whoever gives the summary a further member names it above. */
G_STATIC_ASSERT (G_N_ELEMENTS (texts) * sizeof (char *) + G_N_ELEMENTS (numbers) * sizeof (guint) + sizeof (char *) >
                 sizeof (PactPlanSummary));

static char **
get_text (PactPlanSummary *summary,
          gsize index)
{
  return &G_STRUCT_MEMBER (char *, summary, texts[index]);
}

static PactPlanSummary *
make_summary (void)
{
  PactPlanSummary *summary = g_new0 (PactPlanSummary, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    *get_text (summary, i) = g_strdup_printf ("text %u", (guint) i);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    G_STRUCT_MEMBER (guint, summary, numbers[i]) = 10 + i;

  return summary;
}

static void
test_equal (void)
{
  g_autoptr (PactPlanItem) item = _pact_plan_item_new (make_summary ());
  g_autoptr (PactPlanSummary) same = make_summary ();

  g_assert_true (_pact_plan_item_is_equal (item, same));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PactPlanSummary) changed = make_summary ();
      g_autoptr (PactPlanSummary) emptied = make_summary ();

      g_test_message ("text %u", (guint) i);
      g_free (*get_text (changed, i));
      *get_text (changed, i) = g_strdup ("changed");
      g_assert_false (_pact_plan_item_is_equal (item, changed));
      g_clear_pointer (get_text (emptied, i), g_free);
      g_assert_false (_pact_plan_item_is_equal (item, emptied));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (PactPlanSummary) changed = make_summary ();

      g_test_message ("number %u", (guint) i);
      G_STRUCT_MEMBER (guint, changed, numbers[i])++;
      g_assert_false (_pact_plan_item_is_equal (item, changed));
    }
}

static void
test_members (void)
{
  g_autoptr (PactPlanItem) item = _pact_plan_item_new (make_summary ());
  guint filled, required;

  g_assert_cmpstr (pact_plan_item_get_uuid (item), ==, "text 0");
  g_assert_cmpstr (pact_plan_item_get_title (item), ==, "text 1");
  g_assert_cmpstr (pact_plan_item_get_authority (item), ==, "text 2");
  g_assert_cmpstr (pact_plan_item_get_country (item), ==, "text 3");
  g_assert_cmpstr (pact_plan_item_get_period_start (item), ==, "text 4");
  g_assert_cmpstr (pact_plan_item_get_period_end (item), ==, "text 5");
  g_assert_cmpstr (pact_plan_item_get_state (item), ==, "text 6");
  g_assert_cmpstr (pact_plan_item_get_template_id (item), ==, "text 7");
  g_assert_cmpstr (pact_plan_item_get_language (item), ==, "text 8");
  g_assert_cmpstr (pact_plan_item_get_modified (item), ==, "text 9");
  g_assert_true (pact_plan_item_is_trashed (item));
  g_assert_cmpstr (pact_plan_item_get_copied_on (item), ==, "text 11");
  g_assert_cmpstr (pact_plan_item_get_copied_from (item), ==, "text 12");
  g_assert_cmpuint (pact_plan_item_get_n_measures (item), ==, 10);
  pact_plan_item_get_completeness (item, &filled, &required);
  g_assert_cmpuint (filled, ==, 11);
  g_assert_cmpuint (required, ==, 12);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan-item/equal", test_equal);
  g_test_add_func ("/plan-item/members", test_members);

  return g_test_run ();
}
