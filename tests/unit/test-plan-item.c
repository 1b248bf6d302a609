/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "pact-plan-item-private.h"

/* The lines of the library: two that are not told apart leave the old one on the screen. */

static const gsize numbers[] = {
  G_STRUCT_OFFSET (PactPlanSummary, n_measures),
  G_STRUCT_OFFSET (PactPlanSummary, filled),
  G_STRUCT_OFFSET (PactPlanSummary, required),
};

static PactPlanSummary *
make_summary (void)
{
  PactPlanSummary *summary = g_new0 (PactPlanSummary, 1);
  PactRecord *root = pact_record_new (pact_model_get_root (pact_model_get_default ()), NULL);

  g_free (root->uuid);
  root->uuid = g_strdup ("0");
  for (gsize i = 0; i < root->kind->n_fields; i++)
    root->values[i] = g_strdup_printf ("value %u", (guint) i);
  summary->root = root;
  summary->modified = g_strdup ("now");
  summary->trashed = g_strdup ("then");
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    G_STRUCT_MEMBER (guint, summary, numbers[i]) = 10 + i;

  return summary;
}

static void
check_differs (PactPlanItem *item,
               PactPlanSummary *other,
               char **text)
{
  g_free (*text);
  *text = g_strdup ("changed");
  g_assert_false (_pact_plan_item_is_equal (item, other));
}

/* Whatever field a plan gets, a line is another one when it changes. */
static void
test_equal (void)
{
  g_autoptr (PactPlanItem) item = _pact_plan_item_new (make_summary ());
  g_autoptr (PactPlanSummary) same = make_summary ();

  g_assert_true (_pact_plan_item_is_equal (item, same));
  for (gsize i = 0; i < same->root->kind->n_fields; i++)
    {
      g_autoptr (PactPlanSummary) changed = make_summary ();
      g_autoptr (PactPlanSummary) emptied = make_summary ();

      g_test_message ("%s", same->root->kind->fields[i].name);
      check_differs (item, changed, &changed->root->values[i]);
      g_clear_pointer (&emptied->root->values[i], g_free);
      g_assert_false (_pact_plan_item_is_equal (item, emptied));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (PactPlanSummary) changed = make_summary ();

      g_test_message ("number %u", (guint) i);
      G_STRUCT_MEMBER (guint, changed, numbers[i])++;
      g_assert_false (_pact_plan_item_is_equal (item, changed));
    }
  {
    g_autoptr (PactPlanSummary) other = make_summary ();
    g_autoptr (PactPlanSummary) later = make_summary ();
    g_autoptr (PactPlanSummary) restored = make_summary ();

    check_differs (item, other, &other->root->uuid);
    check_differs (item, later, &later->modified);
    g_clear_pointer (&restored->trashed, g_free);
    g_assert_false (_pact_plan_item_is_equal (item, restored));
  }
}

/* Every field that is no long text can be asked for by its name. */
static void
test_members (void)
{
  g_autoptr (PactPlanItem) item = _pact_plan_item_new (make_summary ());
  const PactKind *kind = pact_model_get_root (pact_model_get_default ());
  guint filled, required;

  g_assert_cmpstr (pact_plan_item_get_uuid (item), ==, "0");
  for (gsize i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *value = g_strdup_printf ("value %u", (guint) i);

      if (kind->fields[i].type != PACT_TYPE_PROSE)
        g_assert_cmpstr (pact_plan_item_get (item, kind->fields[i].name), ==, value);
    }
  g_assert_cmpstr (pact_plan_item_get_modified (item), ==, "now");
  g_assert_true (pact_plan_item_is_trashed (item));
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
