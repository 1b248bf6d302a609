/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "alone.h"
#include "editor-fixture.h"
#include "pact-known.h"
#include "pact-value.h"
#include "template-fixture.h"

/* Parts of a template come into a plan that began with another: where they go, what is left out, what is merged. */

typedef struct
{
  EditorFixture parent;
  PactPlan *other; /* all that INSPIRE proposes */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  PactTemplateLibrary *templates;

  editor_fixture_set_up (&fixture->parent, data);
  templates = pact_workspace_get_templates (fixture->parent.workspace);
  fixture->other = pact_template_to_plan (pact_template_library_find (templates, "inspire"), "en");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->other);
  editor_fixture_tear_down (&fixture->parent, data);
}

typedef struct
{
  PactKnown *known;
  gboolean is_known;
  const char *kind;
  PactElement *found;
} Search;

static void
look (PactElement *element,
      gpointer data)
{
  Search *search = data;

  if (search->found == NULL && pact_element_is_kind (element, search->kind)
      && (pact_known_find (search->known, element) != NULL) == search->is_known)
    search->found = element;
}

/* The first measure of INSPIRE that the plan has, or has not. */
static PactElement *
find (Fixture *fixture,
      gboolean is_known)
{
  g_autoptr (PactKnown) known = pact_known_new (pact_editor_get_plan (fixture->parent.editor));
  Search search = { known, is_known, "measure", NULL };

  pact_element_walk (pact_plan_get_root (fixture->other), look, &search);
  g_assert_nonnull (search.found);

  return search.found;
}

static guint
count (Fixture *fixture)
{
  return pact_plan_count (pact_editor_get_plan (fixture->parent.editor), "measure");
}

static GPtrArray *
take (Fixture *fixture,
      PactElement *element,
      PactElement *target,
      guint *n_known)
{
  g_autoptr (GPtrArray) elements = alone (element);
  g_autoptr (GError) error = NULL;
  GPtrArray *taken = pact_editor_take (fixture->parent.editor, elements, target, n_known, &error);

  g_assert_no_error (error);
  editor_check_agrees (&fixture->parent);

  return taken;
}

/* Behind what is chosen, with the first of its indicators, and with its own template to tell. */
static void
test_measure (Fixture *fixture,
              gconstpointer data)
{
  PactElement *objective = element_get_child (element_get_child (editor_get_root (&fixture->parent), "pillar", 1), "objective", 0);
  PactElement *target = element_get_child (objective, "measure", 2);
  PactElement *measure = find (fixture, FALSE);
  g_autofree char *title = g_strdup (pact_element_get_title (measure));
  g_autofree char *label = NULL;
  guint n_known, n = count (fixture);
  g_autoptr (GPtrArray) taken = take (fixture, measure, target, &n_known);
  PactElement *came = g_ptr_array_index (taken, 0);
  PactTemplateLibrary *templates = pact_workspace_get_templates (fixture->parent.workspace);

  g_assert_cmpuint (taken->len, ==, 1);
  g_assert_cmpuint (n_known, ==, 0);
  g_assert_cmpuint (count (fixture), ==, n + 1);
  g_assert_true (pact_element_get_parent (came) == objective);
  g_assert_cmpuint (pact_element_get_index (came), ==, 3);
  g_assert_cmpstr (pact_element_get_title (came), ==, title);
  g_assert_cmpstr (pact_element_get (came, "template_id"), ==, "inspire");
  g_assert_cmpuint (element_count_children (came, "indicator"), ==, 1);
  g_assert_cmpstr (pact_element_get (element_get_child (came, "indicator", 0), "template_id"), ==, "inspire");
  g_assert_nonnull (pact_template_library_find_item (templates, came));
  g_assert_false (pact_upgrade_is_due (pact_editor_get_plan (fixture->parent.editor), templates));

  /* It is known now. */
  g_assert_true (find (fixture, FALSE) != measure);
  label = pact_editor_dup_undo_label (fixture->parent.editor);
  g_assert_cmpstr (label, ==, "Undo Add from Template");
  editor_undo (&fixture->parent);
  g_assert_cmpuint (count (fixture), ==, n);
}

/* Nothing may hold it: its pillar and its objective come along, and the next one finds them. */
static void
test_home (Fixture *fixture,
           gconstpointer data)
{
  PactElement *root = editor_get_root (&fixture->parent);
  PactElement *measure = find (fixture, FALSE);
  PactElement *objective = pact_element_get_parent (measure);
  guint n_pillars = element_count_children (root, "pillar");
  guint n_siblings = element_count_children (objective, "measure");
  g_autoptr (GPtrArray) first = take (fixture, measure, root, NULL);
  PactElement *came = g_ptr_array_index (first, 0);
  PactElement *home = pact_element_get_parent (came);

  g_assert_cmpuint (element_count_children (root, "pillar"), ==, n_pillars + 1);
  g_assert_cmpstr (pact_element_get_title (home), ==, pact_element_get_title (objective));
  g_assert_cmpstr (pact_element_get_title (pact_element_get_parent (home)), ==,
                   pact_element_get_title (pact_element_get_parent (objective)));
  g_assert_cmpuint (element_count_children (home, "measure"), ==, 1);

  for (guint i = 0; i < n_siblings; i++)
    {
      PactElement *sibling = element_get_child (objective, "measure", i);
      g_autoptr (GPtrArray) next = sibling != measure ? take (fixture, sibling, root, NULL) : NULL;

      g_assert_true (next == NULL || pact_element_get_parent (g_ptr_array_index (next, 0)) == home);
    }
  g_assert_cmpuint (element_count_children (root, "pillar"), ==, n_pillars + 1);
}

/* Several at once that stand in one objective need one home. */
static void
test_several (Fixture *fixture,
              gconstpointer data)
{
  PactElement *root = editor_get_root (&fixture->parent);
  PactElement *objective = pact_element_get_parent (find (fixture, FALSE));
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  g_autoptr (GPtrArray) taken = NULL;
  g_autoptr (GError) error = NULL;
  guint n_pillars = element_count_children (root, "pillar");
  guint n = element_count_children (objective, "measure");

  g_assert_cmpuint (n, >, 1);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (elements, element_get_child (objective, "measure", i));
  taken = pact_editor_take (fixture->parent.editor, elements, root, NULL, &error);
  g_assert_no_error (error);
  editor_check_agrees (&fixture->parent);
  g_assert_cmpuint (taken->len, ==, n);
  g_assert_cmpuint (element_count_children (root, "pillar"), ==, n_pillars + 1);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (pact_element_get_index (g_ptr_array_index (taken, i)), ==, i);
}

/* Of the whole strategy only what is not there comes, and what would be empty does not. */
static void
test_pillars (Fixture *fixture,
              gconstpointer data)
{
  PactElement *root = editor_get_root (&fixture->parent);
  PactElement *other = pact_plan_get_root (fixture->other);
  g_autoptr (PactKnown) known = pact_known_new (pact_editor_get_plan (fixture->parent.editor));
  guint n_there = pact_known_count (known, other);
  guint n = count (fixture);
  guint n_known = 0;

  g_assert_cmpuint (n_there, >, 0);
  g_assert_cmpuint (pact_known_count (known, root), ==, n);
  for (guint i = 0; i < element_count_children (other, "pillar"); i++)
    {
      guint n_left_out;
      g_autoptr (GPtrArray) taken = take (fixture, element_get_child (other, "pillar", i), root, &n_left_out);

      n_known += n_left_out;
    }
  g_assert_cmpuint (n_known, ==, n_there);
  g_assert_cmpuint (count (fixture), ==, n + pact_plan_count (fixture->other, "measure") - n_there);

  /* Once more, and nothing is new. */
  {
    guint n_left_out;
    PactElement *pillar = element_get_child (other, "pillar", 0);
    g_autoptr (GPtrArray) taken = take (fixture, pillar, root, &n_left_out);
    PactTally tally;

    pact_element_get_tally (pillar, &tally);
    g_assert_cmpuint (taken->len, ==, 0);
    g_assert_cmpuint (n_left_out, ==, tally.measures);
  }
}

static void
test_to_a_place (Fixture *fixture,
                 gconstpointer data)
{
  PactElement *objective = element_get_child (element_get_child (editor_get_root (&fixture->parent), "pillar", 2), "objective", 0);
  g_autoptr (GPtrArray) elements = alone (find (fixture, FALSE));
  g_autoptr (GPtrArray) taken = NULL;
  g_autoptr (GError) error = NULL;

  taken = pact_editor_take_to (fixture->parent.editor, elements, objective, element_get_child (objective, "measure", 1), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pact_element_get_index (g_ptr_array_index (taken, 0)), ==, 1);
  editor_check_agrees (&fixture->parent);
}

/* What the plan says stays; what the strategy has besides comes. */
static void
test_merge (Fixture *fixture,
            gconstpointer data)
{
  PactElement *other = find (fixture, TRUE);
  g_autoptr (PactKnown) known = pact_known_new (pact_editor_get_plan (fixture->parent.editor));
  PactElement *measure = pact_known_find (known, other);
  g_autofree char *title = g_strdup (pact_element_get_title (measure));
  guint n_indicators = element_count_children (measure, "indicator");
  guint n_measures = count (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *note = NULL;
  guint n_added;

  g_assert_true (pact_editor_set_by_name (fixture->parent.editor, measure, "legal_basis", "uncrc-42", &error));
  g_assert_true (pact_editor_set_by_name (fixture->parent.editor, measure, "legal_note", "Our own law, § 3", &error));
  g_assert_nonnull (pact_element_get (other, "legal_note"));
  g_assert_true (pact_editor_merge (fixture->parent.editor, measure, other, &n_added, &error));
  g_assert_no_error (error);
  editor_check_agrees (&fixture->parent);

  g_assert_cmpuint (n_added, >, 1);
  g_assert_cmpuint (count (fixture), ==, n_measures);
  g_assert_cmpstr (pact_element_get_title (measure), ==, title);
  g_assert_true (pact_codes_contain (pact_element_get (measure, "legal_basis"), "uncrc-42"));
  note = g_strdup_printf ("Our own law, § 3\n%s", pact_element_get (other, "legal_note"));
  g_assert_cmpstr (pact_element_get (measure, "legal_note"), ==, note);
  g_assert_cmpuint (element_count_children (measure, "indicator"), >=, n_indicators);
  g_assert_cmpuint (element_count_children (measure, "indicator"), <=, n_indicators + element_count_children (other, "indicator"));

  /* A second time there is nothing left, and no step to take back. */
  g_assert_true (pact_editor_merge (fixture->parent.editor, measure, other, &n_added, &error));
  g_assert_cmpuint (n_added, ==, 0);
  editor_undo (&fixture->parent);
  g_assert_cmpstr (pact_element_get (measure, "legal_note"), ==, "Our own law, § 3");
  g_assert_cmpuint (element_count_children (measure, "indicator"), ==, n_indicators);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/editor-take/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("measure", test_measure);
  ADD ("home", test_home);
  ADD ("several", test_several);
  ADD ("pillars", test_pillars);
  ADD ("to-a-place", test_to_a_place);
  ADD ("merge", test_merge);
#undef ADD

  return g_test_run ();
}
