/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "editor-fixture.h"

/* What refers to something: it is found before that is deleted, and comes along when it is pasted elsewhere. */

typedef struct
{
  EditorFixture base;

  PactElement *one;
  PactElement *two;
  PactElement *office;
  PactElement *police;
  PactElement *grant;
} Fixture;

static const PactField *
get_lead (PactElement *measure)
{
  return pact_kind_find_field (pact_element_get_kind (measure), "lead");
}

static PactElement *
add_element (PactEditor *editor,
             PactElement *parent,
             const char *kind,
             const char *field,
             const char *value)
{
  g_autoptr (GError) error = NULL;
  PactElement *element = pact_editor_add (editor, parent, kind, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (pact_editor_set_by_name (editor, element, field, value, &error));
  g_assert_no_error (error);

  return element;
}

/* Two measures that the office leads; the police is a partner in one, and a grant pays for it. */
static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  PactElement *root;
  PactElement *objective;
  PactElement *cost;
  g_autoptr (GError) error = NULL;

  editor_fixture_set_up (&fixture->base, data);
  root = editor_get_root (&fixture->base);
  objective = element_get_child (element_get_child (root, "pillar", 0), "objective", 0);
  fixture->one = element_get_child (objective, "measure", 0);
  fixture->two = element_get_child (objective, "measure", 1);
  pact_editor_set_actor_by_name (fixture->base.editor, fixture->one, get_lead (fixture->one), "Jugendamt", "social-services",
                                 &error);
  g_assert_no_error (error);
  pact_editor_set_actor_by_name (fixture->base.editor, fixture->two, get_lead (fixture->two), "Jugendamt", NULL, &error);
  g_assert_no_error (error);
  pact_editor_involve (fixture->base.editor, fixture->one, "Police", "police-justice", &error);
  g_assert_no_error (error);
  fixture->office = element_get_child (root, "actor", 0);
  fixture->police = element_get_child (root, "actor", 1);
  pact_editor_set_by_name (fixture->base.editor, fixture->office, "contact_email", "jugendamt@example.org", &error);
  g_assert_no_error (error);
  fixture->grant = add_element (fixture->base.editor, root, "funding_source", "name", "State grant");
  cost = add_element (fixture->base.editor, fixture->one, "cost", "year", "2027");
  pact_editor_set_by_name (fixture->base.editor, cost, "funding_source", pact_element_get_uuid (fixture->grant), &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  editor_fixture_tear_down (&fixture->base, data);
}

static GPtrArray *
list (PactElement *one,
      PactElement *two)
{
  GPtrArray *elements = g_ptr_array_new ();

  g_ptr_array_add (elements, one);
  if (two != NULL)
    g_ptr_array_add (elements, two);

  return elements;
}

static void
check_uses (Fixture *fixture,
            PactElement *element,
            const char *expected)
{
  g_autoptr (GPtrArray) elements = list (element, NULL);
  g_autoptr (GPtrArray) referrers = pact_editor_find_referrers (fixture->base.editor, elements);
  g_autofree char *sentences = pact_referrers_describe (referrers);

  g_assert_cmpstr (sentences, ==, expected);
}

static void
test_find (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GPtrArray) both = list (fixture->one, fixture->grant);
  g_autoptr (GPtrArray) referrers = NULL;
  g_autoptr (GError) error = NULL;

  check_uses (fixture, fixture->office, "It leads 2 measures.");
  check_uses (fixture, fixture->police, "It is a partner in 1 measure.");
  check_uses (fixture, fixture->grant, "It pays for 1 cost.");
  check_uses (fixture, fixture->one, "");
  pact_editor_involve (fixture->base.editor, fixture->two, "Jugendamt", NULL, &error);
  g_assert_no_error (error);
  check_uses (fixture, fixture->office, "It leads 2 measures.\nIt is a partner in 1 measure.");

  /* What goes with it is not left behind. */
  referrers = pact_editor_find_referrers (fixture->base.editor, both);
  g_assert_cmpuint (referrers->len, ==, 0);
}

static guint
count_partners (PactElement *measure)
{
  return g_list_model_get_n_items (pact_element_get_children_by_name (measure, "involvement"));
}

/* Who leads a measure is not among its partners, whichever way it comes to lead; nobody is a partner twice. */
static void
test_one_part (Fixture *fixture,
               gconstpointer data)
{
  PactEditor *editor = fixture->base.editor;
  g_autoptr (GPtrArray) office = list (fixture->office, NULL);
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  sentence = pact_measure_describe_part (fixture->one, "JUGENDAMT");
  g_assert_cmpstr (sentence, ==, "“Jugendamt” leads this measure.");
  g_assert_null (pact_measure_describe_part (fixture->two, "Police"));
  g_assert_true (pact_measure_has_partner (fixture->one, "Police"));
  g_assert_false (pact_measure_has_partner (fixture->one, "Jugendamt"));

  g_assert_true (pact_editor_set_actor_by_name (editor, fixture->one, get_lead (fixture->one), "police", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_partners (fixture->one), ==, 0);
  pact_editor_undo (editor, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_partners (fixture->one), ==, 1);
  check_uses (fixture, fixture->office, "It leads 2 measures.");

  /* In place of the office. */
  pact_editor_involve (editor, fixture->two, "Police", NULL, &error);
  pact_editor_involve (editor, fixture->two, "Jugendamt", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (pact_editor_remove_all (editor, office, fixture->police, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (pact_element_get (fixture->one, "lead"), ==, pact_element_get_uuid (fixture->police));
  g_assert_cmpuint (count_partners (fixture->one), ==, 0);
  g_assert_cmpuint (count_partners (fixture->two), ==, 0);
  pact_editor_undo (editor, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_partners (fixture->one), ==, 1);
  g_assert_cmpuint (count_partners (fixture->two), ==, 2);
}

/* Whoever adds a field that refers to something says what it is to be referred to with it. */
static void
test_every_field_has_a_sentence (Fixture *fixture,
                                 gconstpointer data)
{
  const PactModel *model = pact_model_get_default ();

  for (gsize i = 0; i < model->n_kinds; i++)
    {
      for (gsize j = 0; j < model->kinds[i].n_fields; j++)
        {
          PactReferrer referrer = { fixture->one, &model->kinds[i].fields[j] };
          g_autoptr (GPtrArray) referrers = g_ptr_array_new ();
          g_autofree char *sentence = NULL;

          if (referrer.field->type != PACT_TYPE_REFERENCE)
            continue;
          g_ptr_array_add (referrers, &referrer);
          sentence = pact_referrers_describe (referrers);
          g_assert_true (g_str_has_prefix (sentence, "It "));
        }
    }
}

static void
test_replace (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GPtrArray) elements = list (fixture->office, NULL);
  g_autofree char *office = g_strdup (pact_element_get_uuid (fixture->office));
  const char *police = pact_element_get_uuid (fixture->police);
  g_autoptr (GError) error = NULL;

  g_assert_true (pact_editor_remove_all (fixture->base.editor, elements, fixture->police, &error));
  g_assert_no_error (error);
  g_assert_null (pact_plan_lookup (pact_editor_get_plan (fixture->base.editor), office));
  g_assert_cmpstr (pact_element_get (fixture->one, "lead"), ==, police);
  g_assert_cmpstr (pact_element_get (fixture->two, "lead"), ==, police);
  editor_check_agrees (&fixture->base);

  editor_undo (&fixture->base);
  g_assert_cmpstr (pact_element_get (fixture->one, "lead"), ==, office);
  g_assert_cmpstr (pact_element_get (fixture->two, "lead"), ==, office);
  g_assert_cmpuint (element_count_children (editor_get_root (&fixture->base), "actor"), ==, 2);
  editor_check_agrees (&fixture->base);

  /* A funding source leads no measure. */
  elements->pdata[0] = pact_plan_lookup (pact_editor_get_plan (fixture->base.editor), office);
  g_assert_true (pact_editor_remove_all (fixture->base.editor, elements, fixture->grant, &error));
  g_assert_null (pact_element_get (fixture->one, "lead"));
}

static void
check_removal (PactElement *one,
               PactElement *two,
               const char *expected)
{
  g_autoptr (GPtrArray) elements = list (one, two);
  g_autofree char *sentence = pact_elements_describe_removal (elements);

  g_assert_cmpstr (sentence, ==, expected);
}

static void
test_describe_removal (Fixture *fixture,
                       gconstpointer data)
{
  PactElement *root = editor_get_root (&fixture->base);
  PactElement *prevention = element_get_child (root, "pillar", 1);
  g_autoptr (GError) error = NULL;
  PactElement *added = pact_editor_add (fixture->base.editor, root, "pillar", NULL, &error);

  g_assert_no_error (error);
  check_removal (prevention, NULL, "“Prevention” and 14 measures were deleted.");
  check_removal (fixture->police, NULL, "“Police” was deleted.");
  check_removal (added, NULL, "“Without a name” was deleted.");
  check_removal (fixture->one, NULL, "“Adopt the plan and name one body that…” was deleted with everything in it.");
  check_removal (fixture->one, fixture->two, "2 measures were deleted.");
  check_removal (prevention, fixture->one, "2 elements were deleted. 14 measures went with them.");
  check_removal (added, fixture->police, "2 elements were deleted.");
}

static PactEditor *
open_other (Fixture *fixture)
{
  g_autofree char *uuid = editor_create_plan (fixture->base.workspace, "pact-4ps");
  g_autoptr (GError) error = NULL;
  PactEditor *other = pact_workspace_open_plan (fixture->base.workspace, uuid, &error);

  g_assert_no_error (error);

  return other;
}

static PactElement *
paste_elsewhere (Fixture *fixture,
                 PactEditor *other)
{
  g_autofree char *text = editor_copy (fixture->base.editor, fixture->one);
  g_autoptr (GError) error = NULL;
  PactElement *root = pact_plan_get_root (pact_editor_get_plan (other));
  PactElement *objective = element_get_child (element_get_child (root, "pillar", 0), "objective", 0);
  PactElement *pasted = editor_paste (other, objective, text, &error);

  g_assert_no_error (error);

  return pasted;
}

static PactElement *
get_referenced (PactElement *element,
                const char *field_name)
{
  const char *uuid = pact_element_get (element, field_name);

  return uuid != NULL ? pact_plan_lookup (pact_element_get_plan (element), uuid) : NULL;
}

static void
check_pasted (PactElement *pasted)
{
  g_assert_cmpstr (pact_element_get_title (get_referenced (pasted, "lead")), ==, "Jugendamt");
  g_assert_cmpstr (pact_element_get_title (get_referenced (element_get_child (pasted, "involvement", 0), "actor")), ==,
                   "Police");
  g_assert_cmpstr (pact_element_get_title (get_referenced (element_get_child (pasted, "cost", 0), "funding_source")), ==,
                   "State grant");
}

static void
test_paste_elsewhere (Fixture *fixture,
                      gconstpointer data)
{
  g_autoptr (PactEditor) other = open_other (fixture);
  PactElement *root = pact_plan_get_root (pact_editor_get_plan (other));
  g_autoptr (GError) error = NULL;
  PactElement *pasted;

  /* Nobody there has such names: they come along, as one step, but for what is personal. */
  pasted = paste_elsewhere (fixture, other);
  check_pasted (pasted);
  g_assert_cmpuint (element_count_children (root, "actor"), ==, 2);
  g_assert_cmpuint (element_count_children (root, "funding_source"), ==, 1);
  g_assert_cmpstr (pact_element_get (get_referenced (pasted, "lead"), "kind"), ==, "social-services");
  g_assert_null (pact_element_get (get_referenced (pasted, "lead"), "contact_email"));

  /* The second time they are there. */
  pasted = paste_elsewhere (fixture, other);
  check_pasted (pasted);
  g_assert_cmpuint (element_count_children (root, "actor"), ==, 2);
  g_assert_cmpuint (element_count_children (root, "funding_source"), ==, 1);
  g_assert_true (pact_editor_undo (other, &error));
  g_assert_true (pact_editor_undo (other, &error));
  g_assert_cmpuint (element_count_children (root, "actor"), ==, 0);
  g_assert_cmpuint (element_count_children (root, "funding_source"), ==, 0);

  /* One that has the name is taken, however it is written. */
  pact_editor_set_by_name (other, add_element (other, root, "actor", "name", "JUGENDAMT"), "kind", "own-department", &error);
  g_assert_no_error (error);
  pasted = paste_elsewhere (fixture, other);
  g_assert_cmpuint (element_count_children (root, "actor"), ==, 2);
  g_assert_cmpstr (pact_element_get_title (get_referenced (pasted, "lead")), ==, "JUGENDAMT");
}

/* A body without a name cannot be found again elsewhere, and what led to it leads to nothing there. */
static void
test_paste_nameless (Fixture *fixture,
                     gconstpointer data)
{
  g_autoptr (PactEditor) other = open_other (fixture);
  PactElement *root = pact_plan_get_root (pact_editor_get_plan (other));
  g_autoptr (GError) error = NULL;
  PactElement *pasted;

  pact_editor_set_by_name (fixture->base.editor, fixture->office, "name", NULL, &error);
  g_assert_no_error (error);
  pasted = paste_elsewhere (fixture, other);
  g_assert_null (pact_element_get (pasted, "lead"));
  g_assert_cmpuint (element_count_children (root, "actor"), ==, 1);
  g_assert_cmpstr (pact_element_get_title (get_referenced (element_get_child (pasted, "involvement", 0), "actor")), ==,
                   "Police");

  /* Where it came from it is found. */
  pasted = paste_elsewhere (fixture, fixture->base.editor);
  g_assert_true (get_referenced (pasted, "lead") == fixture->office);
  editor_check_agrees (&fixture->base);
}

/* In the same plan nothing comes twice, not even where two have one name. */
static void
test_paste_here (Fixture *fixture,
                 gconstpointer data)
{
  PactElement *root = editor_get_root (&fixture->base);
  g_autoptr (GError) error = NULL;
  PactElement *pasted;

  pact_editor_set_by_name (fixture->base.editor, fixture->police, "name", "Jugendamt", &error);
  g_assert_no_error (error);
  pasted = paste_elsewhere (fixture, fixture->base.editor);
  g_assert_true (get_referenced (pasted, "lead") == fixture->office);
  g_assert_true (get_referenced (element_get_child (pasted, "involvement", 0), "actor") == fixture->police);
  g_assert_cmpuint (element_count_children (root, "actor"), ==, 2);
  editor_check_agrees (&fixture->base);
}

/* A body that went between cutting and pasting comes back. */
static void
test_paste_after_deletion (Fixture *fixture,
                           gconstpointer data)
{
  g_autofree char *text = editor_copy (fixture->base.editor, fixture->two);
  PactElement *pasted;
  g_autoptr (GError) error = NULL;

  pact_editor_remove (fixture->base.editor, fixture->office, &error);
  g_assert_no_error (error);
  pasted = editor_paste (fixture->base.editor, fixture->one, text, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (pact_element_get_title (get_referenced (pasted, "lead")), ==, "Jugendamt");
  editor_check_agrees (&fixture->base);
}

static void
add (const char *name,
     void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (name, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/editor-references/find", test_find);
  add ("/editor-references/one-part", test_one_part);
  add ("/editor-references/every-field-has-a-sentence", test_every_field_has_a_sentence);
  add ("/editor-references/replace", test_replace);
  add ("/editor-references/describe-removal", test_describe_removal);
  add ("/editor-references/paste-elsewhere", test_paste_elsewhere);
  add ("/editor-references/paste-nameless", test_paste_nameless);
  add ("/editor-references/paste-here", test_paste_here);
  add ("/editor-references/paste-after-deletion", test_paste_after_deletion);

  return g_test_run ();
}
