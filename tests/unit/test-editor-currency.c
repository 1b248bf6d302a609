/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "editor-fixture.h"
#include "pact-value.h"

/* Amounts keep their figures in another currency, whatever its minor unit, all of them and in one step. */

typedef struct
{
  guint n_told;
  char *rounding;
} Told;

static void
restated_cb (PactEditor *editor,
             const char *rounding,
             Told *told)
{
  told->n_told++;
  g_free (told->rounding);
  told->rounding = g_strdup (rounding);
}

/* An element of a kind, below whatever it may stand under. */
static PactElement *
add_somewhere (PactEditor *editor,
               const PactKind *kind)
{
  const PactModel *model = pact_model_get_default ();
  const PactKind *parent = pact_model_find_kind (model, kind->parents[0]);
  g_autoptr (GError) error = NULL;
  PactElement *element = pact_editor_add (editor,
                                          parent == pact_model_get_root (model)
                                            ? pact_plan_get_root (pact_editor_get_plan (editor))
                                            : add_somewhere (editor, parent),
                                          kind->name, NULL, &error);

  g_assert_no_error (error);

  return element;
}

/* One element with @value in each field of the model table that is money. */
static GPtrArray *
add_amounts (PactEditor *editor,
             const char *value)
{
  const PactModel *model = pact_model_get_default ();
  GPtrArray *elements = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  for (gsize i = 1; i < model->n_kinds; i++)
    {
      for (gsize j = 0; j < model->kinds[i].n_fields; j++)
        {
          PactElement *element;

          if (model->kinds[i].fields[j].type != PACT_TYPE_MONEY)
            continue;
          element = add_somewhere (editor, &model->kinds[i]);
          pact_editor_set (editor, element, &model->kinds[i].fields[j], value, &error);
          g_assert_no_error (error);
          g_ptr_array_add (elements, element);
        }
    }
  g_assert_cmpuint (elements->len, >=, 2);

  return elements;
}

static void
check_amounts (GPtrArray *elements,
               const char *expected)
{
  for (guint i = 0; i < elements->len; i++)
    {
      PactElement *element = g_ptr_array_index (elements, i);
      const PactKind *kind = pact_element_get_kind (element);

      for (gsize j = 0; j < kind->n_fields; j++)
        {
          if (kind->fields[j].type == PACT_TYPE_MONEY)
            g_assert_cmpstr (pact_element_get_value (element, &kind->fields[j]), ==, expected);
        }
    }
}

static void
count_cb (PactElement *element,
          const PactField *field,
          guint *n)
{
  *n += field != NULL && field->type == PACT_TYPE_MONEY;
}

static void
test_exact (EditorFixture *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *currency;
    const char *amount;
  } cases[] = {
    { "ISK", "1500" }, { "TND", "1500000" }, { "CHF", "150000" }, { "JPY", "1500" }, { NULL, "150000" }, { "EUR", "150000" },
  };
  g_autoptr (GPtrArray) elements = add_amounts (fixture->editor, "150000");
  PactElement *root = editor_get_root (fixture);
  Told told = { 0 };
  guint n_changed = 0;
  g_autoptr (GError) error = NULL;

  g_signal_connect (fixture->editor, "restated", G_CALLBACK (restated_cb), &told);
  g_signal_connect (g_ptr_array_index (elements, 0), "changed", G_CALLBACK (count_cb), &n_changed);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      n_changed = 0;
      g_assert_true (pact_editor_set_by_name (fixture->editor, root, "currency", cases[i].currency, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (pact_element_get (root, "currency"), ==, cases[i].currency);
      check_amounts (elements, cases[i].amount);
      /* Who shows an amount shows it anew, even where the minor units are the same. */
      g_assert_cmpuint (n_changed, >, 0);
      g_assert_cmpuint (told.n_told, ==, i + 1);
      g_assert_null (told.rounding);
      editor_check_agrees (fixture);
    }

  for (gsize i = G_N_ELEMENTS (cases) - 1; i > 0; i--)
    {
      editor_undo (fixture);
      g_assert_cmpstr (pact_element_get (root, "currency"), ==, cases[i - 1].currency);
      check_amounts (elements, cases[i - 1].amount);
    }
  editor_undo (fixture);
  g_assert_cmpstr (pact_element_get (root, "currency"), ==, "EUR");
  check_amounts (elements, "150000");
  editor_redo (fixture);
  check_amounts (elements, "1500");
  editor_check_agrees (fixture);
}

/* What is not asked about is not rounded. */
static void
test_rounding (EditorFixture *fixture,
               gconstpointer data)
{
  static const struct
  {
    const char *euros;
    const char *kronur;
  } cases[] = {
    { "1250", "13" }, { "1249", "12" }, { "1", "0" }, { "50", "1" }, { "9007199254740991", "90071992547410" },
  };
  PactElement *root = editor_get_root (fixture);
  g_autoptr (GPtrArray) elements = add_amounts (fixture->editor, "1");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < elements->len; j++)
        {
          PactElement *element = g_ptr_array_index (elements, j);
          const char *name = pact_element_is_kind (element, "cost") ? "amount" : "ceiling";

          pact_editor_set_by_name (fixture->editor, element, name, cases[i].euros, &error);
          g_assert_no_error (error);
        }
      g_assert_false (pact_editor_set_by_name (fixture->editor, root, "currency", "ISK", &error));
      g_assert_error (error, PACT_EDIT_ERROR, PACT_EDIT_ERROR_ROUNDING);
      g_assert_nonnull (strstr (error->message, "2 amounts"));
      g_assert_nonnull (strstr (error->message, "EUR"));
      g_assert_nonnull (strstr (error->message, "ISK"));
      g_clear_error (&error);
      check_amounts (elements, cases[i].euros);
      g_assert_cmpstr (pact_element_get (root, "currency"), ==, "EUR");

      g_assert_true (pact_editor_set_currency (fixture->editor, "ISK", TRUE, &error));
      g_assert_no_error (error);
      check_amounts (elements, cases[i].kronur);
      editor_check_agrees (fixture);
      editor_undo (fixture);
      check_amounts (elements, cases[i].euros);
      g_assert_cmpstr (pact_element_get (root, "currency"), ==, "EUR");
    }
}

/* An amount that the new currency's minor units would carry over the limit keeps the plan as it is. */
static void
test_too_large (EditorFixture *fixture,
                gconstpointer data)
{
  g_autoptr (GPtrArray) elements = add_amounts (fixture->editor, "900719925474100");
  PactElement *root = editor_get_root (fixture);
  PactElement *last = g_ptr_array_index (elements, elements->len - 1);
  const char *name = pact_element_is_kind (last, "cost") ? "amount" : "ceiling";
  g_autoptr (GError) error = NULL;

  pact_editor_set_by_name (fixture->editor, last, name, "900719925474099", &error);
  g_assert_no_error (error);
  g_assert_false (pact_editor_set_by_name (fixture->editor, root, "currency", "TND", &error));
  g_assert_error (error, PACT_EDIT_ERROR, PACT_EDIT_ERROR_AMOUNT);
  g_clear_error (&error);
  g_assert_cmpstr (pact_element_get (root, "currency"), ==, "EUR");
  g_assert_cmpstr (pact_element_get (last, name), ==, "900719925474099");
  editor_check_agrees (fixture);

  /* The greatest that can be written passes. */
  g_ptr_array_remove (elements, last);
  for (guint i = 0; i < elements->len; i++)
    pact_editor_remove (fixture->editor, g_ptr_array_index (elements, i), &error);
  g_assert_no_error (error);
  g_assert_true (pact_editor_set_by_name (fixture->editor, root, "currency", "TND", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (pact_element_get (last, name), ==, "9007199254740990");
}

/* Nobody is told of amounts where there are none; no currency is no code. */
static void
test_without_amounts (EditorFixture *fixture,
                      gconstpointer data)
{
  PactElement *root = editor_get_root (fixture);
  Told told = { 0 };
  g_autoptr (GError) error = NULL;

  g_signal_connect (fixture->editor, "restated", G_CALLBACK (restated_cb), &told);
  g_assert_true (pact_editor_set_by_name (fixture->editor, root, "currency", "ISK", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (told.n_told, ==, 0);
  g_assert_false (pact_editor_set_by_name (fixture->editor, root, "currency", "crowns", &error));
  g_assert_error (error, PACT_MODEL_ERROR, PACT_MODEL_ERROR_INVALID);
}

/* What is pasted keeps its figures in the currency of the plan it comes into; what had to be rounded is told. */
static void
test_paste (EditorFixture *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *copied;
    const char *currency;
    const char *pasted; /* NULL: refused */
    gboolean told;
    gboolean rounded;
  } cases[] = {
    { "150000", "EUR", "150000", FALSE, FALSE }, { "150000", "CHF", "150000", TRUE, FALSE },
    { "150000", "ISK", "1500", TRUE, FALSE },    { "1250", "ISK", "13", TRUE, TRUE },
    { "150000", "TND", "1500000", TRUE, FALSE }, { "9007199254740991", "TND", NULL, FALSE, FALSE },
  };
  g_autofree char *other_uuid = editor_create_plan (fixture->workspace, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PactEditor) other = pact_workspace_open_plan (fixture->workspace, other_uuid, &error);
  PactElement *other_root = pact_plan_get_root (pact_editor_get_plan (other));
  PactElement *cost = add_somewhere (fixture->editor, pact_model_find_kind (pact_model_get_default (), "cost"));
  Told told = { 0 };

  g_assert_no_error (error);
  g_signal_connect (other, "restated", G_CALLBACK (restated_cb), &told);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;
      PactElement *pasted;

      pact_editor_set_by_name (other, other_root, "currency", cases[i].currency, &error);
      pact_editor_set_by_name (fixture->editor, cost, "amount", cases[i].copied, &error);
      g_assert_no_error (error);
      told.n_told = 0;
      text = editor_copy (fixture->editor, pact_element_get_ancestor (cost, "pillar"));
      pasted = editor_paste (other, other_root, text, &error);
      g_assert_cmpuint (told.n_told, ==, cases[i].told ? 1 : 0);
      if (cases[i].pasted == NULL)
        {
          g_assert_null (pasted);
          g_assert_error (error, PACT_EDIT_ERROR, PACT_EDIT_ERROR_AMOUNT);
          g_clear_error (&error);
          g_assert_cmpuint (element_count_children (other_root, "pillar"), ==, 0);
          continue;
        }
      g_assert_no_error (error);
      if (cases[i].told)
        g_assert_true ((told.rounding != NULL) == cases[i].rounded);
      pasted = element_get_child (element_get_child (pasted, "objective", 0), "measure", 0);
      g_assert_cmpstr (pact_element_get (element_get_child (pasted, "cost", 0), "amount"), ==, cases[i].pasted);
      pact_editor_undo (other, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (element_count_children (other_root, "pillar"), ==, 0);
    }
  g_free (told.rounding);
}

static void
add (const char *name,
     void (*test) (EditorFixture *fixture,
                   gconstpointer data))
{
  g_test_add (name, EditorFixture, NULL, editor_fixture_set_up, test, editor_fixture_tear_down);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/editor-currency/exact", test_exact);
  add ("/editor-currency/rounding", test_rounding);
  add ("/editor-currency/too-large", test_too_large);
  add ("/editor-currency/without-amounts", test_without_amounts);
  add ("/editor-currency/paste", test_paste);

  return g_test_run ();
}
