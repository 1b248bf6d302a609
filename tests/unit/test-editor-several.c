/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "editor-fixture.h"

/* The verbs on several elements: they go together, as one step of undo, and in the order of the plan. */

static PactElement *
get_objective (EditorFixture *fixture,
               guint pillar)
{
  return element_get_child (element_get_child (editor_get_root (fixture), "pillar", pillar), "objective", 0);
}

G_GNUC_NULL_TERMINATED
static GPtrArray *
list (PactElement *first,
      ...)
{
  GPtrArray *elements = g_ptr_array_new ();
  va_list more;

  va_start (more, first);
  for (PactElement *element = first; element != NULL; element = va_arg (more, PactElement *))
    g_ptr_array_add (elements, element);
  va_end (more);

  return elements;
}

/* The places at which the measures of an objective stood at first, such as “1 0 2”. */
static char *
write_order (PactElement *objective,
             GPtrArray *measures)
{
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < element_count_children (objective, "measure"); i++)
    {
      guint place;

      if (order->len > 0)
        g_string_append_c (order, ' ');
      if (g_ptr_array_find (measures, element_get_child (objective, "measure", i), &place))
        g_string_append_printf (order, "%u", place);
      else
        g_string_append_c (order, '-');
    }

  return g_string_free (g_steal_pointer (&order), FALSE);
}

static void
check_order (EditorFixture *fixture,
             PactElement *objective,
             GPtrArray *measures,
             const char *expected)
{
  g_autofree char *order = write_order (objective, measures);

  g_assert_cmpstr (order, ==, expected);
  editor_check_agrees (fixture);
}

static GPtrArray *
get_measures (PactElement *objective)
{
  GPtrArray *measures = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < element_count_children (objective, "measure"); i++)
    g_ptr_array_add (measures, g_object_ref (element_get_child (objective, "measure", i)));

  return measures;
}

static void
check_undo_label (EditorFixture *fixture,
                  const char *expected)
{
  g_autofree char *label = pact_editor_dup_undo_label (fixture->editor);

  g_assert_cmpstr (label, ==, expected);
}

static void
test_remove (EditorFixture *fixture,
             gconstpointer data)
{
  PactElement *root = editor_get_root (fixture);
  PactElement *pillar = element_get_child (root, "pillar", 0);
  PactElement *own = element_get_child (get_objective (fixture, 0), "measure", 1);
  PactElement *other = element_get_child (get_objective (fixture, 1), "measure", 0);
  guint n_pillars = element_count_children (root, "pillar");
  g_autoptr (GPtrArray) elements = list (other, own, pillar, NULL);
  g_autoptr (GError) error = NULL;

  fixture->n_edited = 0;
  g_assert_true (pact_editor_remove_all (fixture->editor, elements, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_edited, ==, 1);
  g_assert_cmpuint (element_count_children (root, "pillar"), ==, n_pillars - 1);
  check_undo_label (fixture, "Undo Delete Elements");
  editor_check_agrees (fixture);
  editor_undo (fixture);
  g_assert_cmpuint (element_count_children (root, "pillar"), ==, n_pillars);
  g_assert_false (pact_editor_can_undo (fixture->editor));
  editor_check_agrees (fixture);
}

static void
move (EditorFixture *fixture,
      GPtrArray *elements,
      PactElement *parent,
      PactElement *before)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (pact_editor_move_all (fixture->editor, elements, parent, before, &error));
  g_assert_no_error (error);
}

static void
test_move (EditorFixture *fixture,
           gconstpointer data)
{
  PactElement *objective = get_objective (fixture, 0);
  PactElement *other = get_objective (fixture, 1);
  g_autoptr (GPtrArray) measures = get_measures (objective);
  PactElement **m = (PactElement **) measures->pdata;
  /* Not in the order of the plan, which is kept. */
  g_autoptr (GPtrArray) elements = list (m[3], m[1], NULL);
  g_autoptr (GPtrArray) mixed = list (m[0], objective, NULL);

  g_assert_cmpuint (measures->len, ==, 6);
  move (fixture, elements, objective, m[0]);
  check_order (fixture, objective, measures, "1 3 0 2 4 5");
  check_undo_label (fixture, "Undo Move Elements");
  move (fixture, elements, objective, NULL);
  check_order (fixture, objective, measures, "0 2 4 5 1 3");
  editor_undo (fixture);
  editor_undo (fixture);
  check_order (fixture, objective, measures, "0 1 2 3 4 5");

  /* Before one of themselves is where that stands. */
  move (fixture, elements, objective, m[3]);
  check_order (fixture, objective, measures, "0 2 1 3 4 5");

  /* What stands there already makes no step. */
  fixture->n_edited = 0;
  move (fixture, elements, objective, m[4]);
  move (fixture, elements, objective, m[1]);
  g_assert_cmpuint (fixture->n_edited, ==, 0);
  editor_undo (fixture);

  move (fixture, elements, other, element_get_child (other, "measure", 1));
  check_order (fixture, objective, measures, "0 2 4 5");
  g_assert_true (element_get_child (other, "measure", 1) == m[1]);
  g_assert_true (element_get_child (other, "measure", 2) == m[3]);
  editor_undo (fixture);
  check_order (fixture, objective, measures, "0 1 2 3 4 5");

  g_assert_false (pact_editor_can_move_all (fixture->editor, mixed, objective));
  g_assert_false (pact_editor_can_move_all (fixture->editor, mixed, element_get_child (editor_get_root (fixture), "pillar", 1)));
}

/* Again and again between the same two, until all of their siblings are spread anew. */
static void
test_spread (EditorFixture *fixture,
             gconstpointer data)
{
  PactElement *objective = get_objective (fixture, 0);
  g_autoptr (GPtrArray) measures = get_measures (objective);
  PactElement **m = (PactElement **) measures->pdata;
  g_autoptr (GPtrArray) one = list (m[1], m[2], NULL);
  g_autoptr (GPtrArray) two = list (m[3], m[4], NULL);

  for (guint i = 0; i < 40; i++)
    {
      move (fixture, two, objective, m[1]);
      check_order (fixture, objective, measures, "0 3 4 1 2 5");
      move (fixture, one, objective, m[3]);
      check_order (fixture, objective, measures, "0 1 2 3 4 5");
    }
}

/* No two stand at one place, where only their UUIDs would say which is the first. */
static void
check_places (PactElement *objective)
{
  for (guint i = 1; i < element_count_children (objective, "measure"); i++)
    g_assert_cmpint (pact_element_get_position (element_get_child (objective, "measure", i - 1)), <,
                     pact_element_get_position (element_get_child (objective, "measure", i)));
}

/* The same with as many at once as leave each gap between the two that there can be, the last ones among them. */
static void
test_gaps (EditorFixture *fixture,
           gconstpointer data)
{
  PactElement *root = editor_get_root (fixture);
  g_autoptr (GError) error = NULL;

  for (guint n = 1; n <= 4; n++)
    {
      PactElement *objective = pact_editor_add (fixture->editor, element_get_child (root, "pillar", 0), "objective", NULL, &error);
      g_autoptr (GPtrArray) added = g_ptr_array_new ();
      PactElement *last;

      g_assert_no_error (error);
      pact_editor_add (fixture->editor, objective, "measure", NULL, &error);
      last = pact_editor_add (fixture->editor, objective, "measure", NULL, &error);
      g_assert_no_error (error);
      for (guint round = 0; round < 24; round++)
        {
          PactElement *other = get_objective (fixture, 1);

          g_ptr_array_set_size (added, 0);
          for (guint i = 0; i < n; i++)
            {
              g_ptr_array_add (added, pact_editor_add (fixture->editor, other, "measure", NULL, &error));
              g_assert_no_error (error);
            }
          move (fixture, added, objective, last);
          for (guint i = 0; i < n; i++)
            g_assert_true (element_get_child (objective, "measure", 1 + round * n + i) == g_ptr_array_index (added, i));
          g_assert_true (element_get_child (objective, "measure", 1 + (round + 1) * n) == last);
          check_places (objective);
        }
    }
  editor_check_agrees (fixture);
}

static void
step (EditorFixture *fixture,
      GPtrArray *elements,
      int direction)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (pact_editor_step_all (fixture->editor, elements, direction, &error));
  g_assert_no_error (error);
}

static void
test_step (EditorFixture *fixture,
           gconstpointer data)
{
  PactElement *objective = get_objective (fixture, 0);
  PactElement *other = get_objective (fixture, 1);
  g_autoptr (GPtrArray) measures = get_measures (objective);
  PactElement **m = (PactElement **) measures->pdata;
  g_autoptr (GPtrArray) elements = list (m[2], m[3], NULL);
  g_autoptr (GPtrArray) apart = list (m[0], element_get_child (other, "measure", 0), NULL);

  step (fixture, elements, -1);
  check_order (fixture, objective, measures, "0 2 3 1 4 5");
  step (fixture, elements, -1);
  check_order (fixture, objective, measures, "2 3 0 1 4 5");
  step (fixture, elements, -1);
  check_order (fixture, objective, measures, "2 3 0 1 4 5");
  for (guint i = 0; i < 4; i++)
    step (fixture, elements, 1);
  check_order (fixture, objective, measures, "0 1 4 5 2 3");
  step (fixture, elements, 1);
  check_order (fixture, objective, measures, "0 1 4 5");
  g_assert_true (element_get_child (other, "measure", 0) == m[2]);
  g_assert_true (element_get_child (other, "measure", 1) == m[3]);
  step (fixture, elements, -1);
  check_order (fixture, objective, measures, "0 1 4 5 2 3");

  g_assert_false (pact_editor_can_step_all (fixture->editor, apart));
}

static void
test_duplicate (EditorFixture *fixture,
                gconstpointer data)
{
  PactElement *objective = get_objective (fixture, 0);
  PactElement *other = get_objective (fixture, 1);
  g_autoptr (GPtrArray) measures = get_measures (objective);
  PactElement **m = (PactElement **) measures->pdata;
  g_autoptr (GPtrArray) elements = list (m[1], m[0], element_get_child (other, "measure", 0), NULL);
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GError) error = NULL;

  copies = pact_editor_duplicate_all (fixture->editor, elements, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (copies->len, ==, 3);
  check_order (fixture, objective, measures, "0 1 - - 2 3 4 5");
  g_assert_cmpstr (pact_element_get_title (element_get_child (objective, "measure", 2)), ==, pact_element_get_title (m[0]));
  g_assert_cmpstr (pact_element_get_title (element_get_child (objective, "measure", 3)), ==, pact_element_get_title (m[1]));
  g_assert_true (g_ptr_array_index (copies, 2) == element_get_child (other, "measure", 1));
  editor_undo (fixture);
  check_order (fixture, objective, measures, "0 1 2 3 4 5");
}

static void
test_clipboard (EditorFixture *fixture,
                gconstpointer data)
{
  PactElement *objective = get_objective (fixture, 0);
  PactElement *other = get_objective (fixture, 1);
  g_autoptr (GPtrArray) measures = get_measures (objective);
  PactElement **m = (PactElement **) measures->pdata;
  g_autoptr (GPtrArray) elements = list (m[3], m[1], NULL);
  g_autoptr (GPtrArray) pasted = NULL;
  g_autofree char *title = g_strdup (pact_element_get_title (m[3]));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  text = pact_editor_cut (fixture->editor, elements, &error);
  g_assert_no_error (error);
  check_order (fixture, objective, measures, "0 2 4 5");
  pasted = pact_editor_paste (fixture->editor, element_get_child (other, "measure", 0), text, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pasted->len, ==, 2);
  g_assert_true (g_ptr_array_index (pasted, 1) == element_get_child (other, "measure", 2));
  g_assert_cmpstr (pact_element_get_title (element_get_child (other, "measure", 2)), ==, title);
  editor_check_agrees (fixture);
  editor_undo (fixture);
  editor_undo (fixture);
  check_order (fixture, objective, measures, "0 - 2 - 4 5");
  g_assert_cmpstr (pact_element_get_title (element_get_child (objective, "measure", 3)), ==, title);
  g_assert_false (pact_editor_can_undo (fixture->editor));
}

static void
add (const char *name,
     void (*test) (EditorFixture *fixture, gconstpointer data))
{
  g_test_add (name, EditorFixture, NULL, editor_fixture_set_up, test, editor_fixture_tear_down);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/editor-several/remove", test_remove);
  add ("/editor-several/move", test_move);
  add ("/editor-several/spread", test_spread);
  add ("/editor-several/gaps", test_gaps);
  add ("/editor-several/step", test_step);
  add ("/editor-several/duplicate", test_duplicate);
  add ("/editor-several/clipboard", test_clipboard);

  return g_test_run ();
}
