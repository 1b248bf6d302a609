/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "editor-fixture.h"
#include "pact-value.h"

/* Many fields of many elements at once. */

static PactElement *
get_measure (EditorFixture *fixture,
             guint n)
{
  return element_get_child (element_get_child (element_get_child (editor_get_root (fixture), "pillar", 0), "objective", 0), "measure",
                            n);
}

static void
add_cell (GPtrArray *cells,
          PactElement *element,
          const char *field,
          const char *value)
{
  g_ptr_array_add (cells, pact_cell_new (element, pact_kind_find_field (pact_element_get_kind (element), field), value));
}

static void
add_named (GPtrArray *cells,
           PactElement *element,
           const char *field,
           const char *name)
{
  g_ptr_array_add (cells, pact_cell_new_named (element, pact_kind_find_field (pact_element_get_kind (element), field), name));
}

static void
set_cells (EditorFixture *fixture,
           GPtrArray *cells)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (pact_editor_set_cells (fixture->editor, cells, &error));
  g_assert_no_error (error);
}

static void
check (PactElement *element,
       const char *field,
       const char *expected)
{
  g_assert_cmpstr (pact_element_get (element, field), ==, expected);
}

/* All of them are one step, told once, and undone at once; what says so already makes no step. */
static void
test_values (EditorFixture *fixture,
             gconstpointer data)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) pact_cell_free);

  for (guint i = 0; i < 4; i++)
    {
      add_cell (cells, get_measure (fixture, i), "start", "2028");
      add_cell (cells, get_measure (fixture, i), "priority", i == 2 ? NULL : "high");
    }
  fixture->n_edited = 0;
  set_cells (fixture, cells);
  g_assert_cmpuint (fixture->n_edited, ==, 1);
  for (guint i = 0; i < 4; i++)
    {
      check (get_measure (fixture, i), "start", "2028");
      check (get_measure (fixture, i), "priority", i == 2 ? NULL : "high");
    }
  editor_check_agrees (fixture);

  set_cells (fixture, cells);
  g_assert_cmpuint (fixture->n_edited, ==, 1);

  editor_undo (fixture);
  for (guint i = 0; i < 4; i++)
    check (get_measure (fixture, i), "start", NULL);
  editor_redo (fixture);
  check (get_measure (fixture, 3), "start", "2028");
}

/* Nothing is changed if one of them cannot be. */
static void
test_wrong (EditorFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) pact_cell_free);
  g_autoptr (GError) error = NULL;

  add_cell (cells, get_measure (fixture, 0), "start", "2028");
  add_cell (cells, get_measure (fixture, 1), "start", "soon");
  g_assert_false (pact_editor_set_cells (fixture->editor, cells, &error));
  g_assert_error (error, PACT_MODEL_ERROR, PACT_MODEL_ERROR_INVALID);
  check (get_measure (fixture, 0), "start", NULL);
  editor_check_agrees (fixture);
}

/* Bodies are made once, whatever they are called how often, and found again; who leads is no partner any more. */
static void
test_named (EditorFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) pact_cell_free);
  g_autoptr (GError) error = NULL;
  PactElement *root = editor_get_root (fixture);

  pact_editor_involve (fixture->editor, get_measure (fixture, 2), "Youth office", NULL, &error);
  g_assert_no_error (error);
  add_named (cells, get_measure (fixture, 0), "lead", "Police");
  add_named (cells, get_measure (fixture, 1), "lead", " police\t");
  add_named (cells, get_measure (fixture, 2), "lead", "YOUTH OFFICE");
  add_named (cells, get_measure (fixture, 3), "lead", "Schools");
  set_cells (fixture, cells);

  g_assert_cmpuint (element_count_children (root, "actor"), ==, 3);
  check (element_get_child (root, "actor", 0), "name", "Youth office");
  check (element_get_child (root, "actor", 1), "name", "Police");
  check (element_get_child (root, "actor", 2), "name", "Schools");
  check (get_measure (fixture, 0), "lead", pact_element_get_uuid (element_get_child (root, "actor", 1)));
  check (get_measure (fixture, 1), "lead", pact_element_get_uuid (element_get_child (root, "actor", 1)));
  check (get_measure (fixture, 2), "lead", pact_element_get_uuid (element_get_child (root, "actor", 0)));
  g_assert_cmpuint (element_count_children (get_measure (fixture, 2), "involvement"), ==, 0);
  editor_check_agrees (fixture);

  editor_undo (fixture);
  g_assert_cmpuint (element_count_children (root, "actor"), ==, 1);
  check (get_measure (fixture, 0), "lead", NULL);
}

static void
check_read (PactElement *element,
            const char *field_name,
            const char *text,
            const char *value)
{
  g_autoptr (GError) error = NULL;
  PactCell *cell = pact_cell_read (element, pact_kind_find_field (pact_element_get_kind (element), field_name), text, &error);

  if (cell == NULL)
    {
      g_assert_error (error, PACT_MODEL_ERROR, PACT_MODEL_ERROR_INVALID);
      g_assert_cmpstr (value, ==, "mistake");
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpstr (cell->name != NULL ? cell->name : cell->value, ==, value);
  pact_cell_free (cell);
}

/* As people write in a spreadsheet; what is chosen is found by its name, whatever the case of its letters. */
static void
test_read (EditorFixture *fixture,
           gconstpointer data)
{
  PactElement *measure = get_measure (fixture, 0);
  PactElement *indicator = element_get_child (measure, "indicator", 0);
  g_autoptr (GError) error = NULL;

  check_read (measure, "start", "1 March 2027", "2027-03-01");
  check_read (measure, "start", "soon", "mistake");
  check_read (measure, "start", " \t", NULL);
  check_read (measure, "priority", "HIGH", "high");
  check_read (measure, "priority", "highest", "highest");
  check_read (measure, "priority", "rather high", "mistake");
  check_read (measure, "inclusion", "later", "later");
  check_read (measure, "title", " two\nlines ", "two lines");
  check_read (measure, "lead", " Police  ", "Police");
  pact_editor_set_by_name (fixture->editor, indicator, "type", "yes-no", &error);
  g_assert_no_error (error);
  check_read (indicator, "baseline", "Yes", "1");
  check_read (indicator, "baseline", "no", "0");
  check_read (indicator, "baseline", "7", "mistake");
  pact_editor_set_by_name (fixture->editor, indicator, "type", "percentage", &error);
  check_read (indicator, "baseline", "62.5 %", "62.5");
}

/* What is written is read again, in every field that can stand in a table. */
static void
test_round_trip (EditorFixture *fixture,
                 gconstpointer data)
{
  static const struct
  {
    const char *field;
    const char *value;
  } cases[] = {
    { "title", "Train “all” staff" }, { "start", "2027" },       { "end", "2028-11" },      { "inclusion", "excluded" },
    { "situation", "in-place" },      { "status", "on-track" }, { "priority", "medium" },
  };
  PactElement *measure = get_measure (fixture, 0);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PactField *field = pact_kind_find_field (pact_element_get_kind (measure), cases[i].field);
      g_autofree char *text = NULL;
      PactCell *cell;

      pact_editor_set (fixture->editor, measure, field, cases[i].value, &error);
      g_assert_no_error (error);
      text = pact_cell_write (measure, field);
      cell = pact_cell_read (measure, field, text, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (cell->value, ==, cases[i].value);
      pact_cell_free (cell);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/editor-cells/values", EditorFixture, NULL, editor_fixture_set_up, test_values, editor_fixture_tear_down);
  g_test_add ("/editor-cells/wrong", EditorFixture, NULL, editor_fixture_set_up, test_wrong, editor_fixture_tear_down);
  g_test_add ("/editor-cells/named", EditorFixture, NULL, editor_fixture_set_up, test_named, editor_fixture_tear_down);
  g_test_add ("/editor-cells/read", EditorFixture, NULL, editor_fixture_set_up, test_read, editor_fixture_tear_down);
  g_test_add ("/editor-cells/round-trip", EditorFixture, NULL, editor_fixture_set_up, test_round_trip, editor_fixture_tear_down);

  return g_test_run ();
}
