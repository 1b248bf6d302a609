/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <string.h>

#include "folder.h"
#include "pact-plan.h"
#include "pact-value.h"
#include "pact-workspace.h"

/* A plan from the program's own template, and what another program would read of it. */
typedef struct
{
  Folder *folder;
  char *path;
  char *uuid;
  PactWorkspace *workspace;
  PactEditor *editor;
  guint n_edited;
} Fixture;

static void
edited_cb (Fixture *fixture)
{
  fixture->n_edited++;
}

static void
open_plan (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->workspace = pact_workspace_open (fixture->path, &error);
  g_assert_no_error (error);
  fixture->editor = pact_workspace_open_plan (fixture->workspace, fixture->uuid, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (fixture->editor, "edited", G_CALLBACK (edited_cb), fixture);
}

static void
close_plan (Fixture *fixture)
{
  g_clear_object (&fixture->editor);
  g_clear_object (&fixture->workspace);
}

static char *
create_plan (PactWorkspace *workspace,
             const char *template_id)
{
  PactNewPlan answers = {
    .template_id = template_id,
    .authority = "A town",
    .authority_kind = "municipality",
    .country = "FR",
    .language = "en",
    .currency = "EUR",
    .period_start = "2027",
    .period_end = "2029",
  };
  g_autoptr (GError) error = NULL;
  char *uuid = pact_workspace_create_plan (workspace, &answers, &error);

  g_assert_no_error (error);

  return uuid;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PactWorkspace) workspace = NULL;

  fixture->folder = folder_new ();
  fixture->path = g_build_filename (fixture->folder, "library.db", NULL);
  workspace = pact_workspace_open (fixture->path, &error);
  g_assert_no_error (error);
  fixture->uuid = create_plan (workspace, "pact-4ps");
  g_clear_object (&workspace);
  open_plan (fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  close_plan (fixture);
  g_free (fixture->path);
  g_free (fixture->uuid);
  folder_free (fixture->folder);
}

static PactElement *
get_root (Fixture *fixture)
{
  return pact_plan_get_root (pact_editor_get_plan (fixture->editor));
}

/* The nth child of a kind, which the plan keeps. */
static PactElement *
get_child (PactElement *parent,
           const char *kind_name,
           guint nth)
{
  g_autoptr (PactElement) child = g_list_model_get_item (pact_element_get_children_by_name (parent, kind_name), nth);

  g_assert_nonnull (child);

  return child;
}

static guint
count_children (PactElement *parent,
                const char *kind_name)
{
  return g_list_model_get_n_items (pact_element_get_children_by_name (parent, kind_name));
}

static PactElement *
get_measure (Fixture *fixture,
             guint nth)
{
  return get_child (get_child (get_child (get_root (fixture), "pillar", 1), "objective", 0), "measure", nth);
}

/* The plan in memory is what another program finds in the file. */
static void
check_agrees (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PactWorkspace) other = pact_workspace_open (fixture->path, &error);
  g_autoptr (PactEditor) editor = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  g_assert_no_error (error);
  editor = pact_workspace_open_plan (other, fixture->uuid, &error);
  g_assert_no_error (error);
  records = pact_plan_to_records (pact_editor_get_plan (editor));
  changes = pact_plan_compare (pact_editor_get_plan (fixture->editor), records);
  g_assert_cmpuint (changes->len, ==, 0);
}

static char *
dump (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = pact_workspace_export (fixture->workspace, fixture->uuid, TRUE, FALSE, &error);

  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
check_undo_label (Fixture *fixture,
                  const char *expected)
{
  g_autofree char *label = pact_editor_dup_undo_label (fixture->editor);

  g_assert_cmpstr (label, ==, expected);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (pact_editor_undo (fixture->editor, &error));
  g_assert_no_error (error);
}

static void
redo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (pact_editor_redo (fixture->editor, &error));
  g_assert_no_error (error);
}

/* What a new plan starts with cannot be undone away; what is done to it can, and says what it is. */
static void
test_fields (Fixture *fixture,
             gconstpointer data)
{
  PactElement *measure = get_measure (fixture, 0);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (pact_editor_can_undo (fixture->editor));
  check_undo_label (fixture, "Undo");

  before = g_strdup (pact_element_get (measure, "title"));
  g_assert_true (pact_editor_set_by_name (fixture->editor, measure, "title", "Somethin", &error));
  g_assert_true (pact_editor_set_by_name (fixture->editor, measure, "title", "Something", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_edited, ==, 2);
  check_agrees (fixture);

  /* The same once more is no edit. */
  g_assert_true (pact_editor_set_by_name (fixture->editor, measure, "title", "Something", &error));
  g_assert_cmpuint (fixture->n_edited, ==, 2);

  /* Typing is one step, a date that is typed too; two choices are two. */
  g_assert_true (pact_editor_set_by_name (fixture->editor, measure, "start", "2027", &error));
  g_assert_true (pact_editor_set_by_name (fixture->editor, measure, "start", "2027-03", &error));
  g_assert_true (pact_editor_set_by_name (fixture->editor, measure, "situation", "missing", &error));
  g_assert_true (pact_editor_set_by_name (fixture->editor, measure, "situation", "planned", &error));
  check_undo_label (fixture, "Undo Edit Measure");
  undo (fixture);
  g_assert_cmpstr (pact_element_get (measure, "situation"), ==, "missing");
  undo (fixture);
  g_assert_null (pact_element_get (measure, "situation"));
  undo (fixture);
  g_assert_null (pact_element_get (measure, "start"));
  undo (fixture);
  g_assert_cmpstr (pact_element_get (measure, "title"), ==, before);
  g_assert_false (pact_editor_can_undo (fixture->editor));
  label = pact_editor_dup_redo_label (fixture->editor);
  g_assert_cmpstr (label, ==, "Redo Edit Measure");
  redo (fixture);
  g_assert_cmpstr (pact_element_get (measure, "title"), ==, "Something");
  check_agrees (fixture);

  /* What is no value changes nothing. */
  after = dump (fixture);
  g_assert_false (pact_editor_set_by_name (fixture->editor, measure, "start", "soon", &error));
  g_assert_error (error, PACT_MODEL_ERROR, PACT_MODEL_ERROR_INVALID);
  g_clear_pointer (&before, g_free);
  before = dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_tree (Fixture *fixture,
           gconstpointer data)
{
  PactElement *prevention = get_child (get_root (fixture), "pillar", 1);
  PactElement *objective = get_child (prevention, "objective", 0);
  PactElement *other = get_child (get_child (get_root (fixture), "pillar", 0), "objective", 0);
  PactElement *first = get_child (objective, "measure", 0);
  PactElement *second = get_child (objective, "measure", 1);
  PactElement *last;
  PactElement *added;
  PactElement *copy;
  guint n = count_children (objective, "measure");
  guint n_indicators = count_children (first, "indicator");
  g_autofree char *start = dump (fixture);
  g_autofree char *end = NULL;
  g_autoptr (GError) error = NULL;

  added = pact_editor_add (fixture->editor, objective, "measure", second, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pact_element_get_index (added), ==, 1);
  check_undo_label (fixture, "Undo Add Measure");
  check_agrees (fixture);

  /* With everything below it, to another objective. */
  g_assert_true (pact_editor_can_move (fixture->editor, first, other));
  g_assert_false (pact_editor_can_move (fixture->editor, first, prevention));
  g_assert_false (pact_editor_can_move (fixture->editor, prevention, objective));
  g_assert_true (pact_editor_move (fixture->editor, first, other, get_child (other, "measure", 0), &error));
  g_assert_cmpuint (pact_element_get_index (first), ==, 0);
  g_assert_true (pact_element_get_parent (first) == other);
  g_assert_cmpuint (count_children (first, "indicator"), ==, n_indicators);
  check_undo_label (fixture, "Undo Move Measure");
  check_agrees (fixture);

  /* Step by step, and no further than to the end. */
  g_assert_true (pact_editor_step (fixture->editor, first, 1, &error));
  g_assert_cmpuint (pact_element_get_index (first), ==, 1);
  g_assert_true (pact_editor_step (fixture->editor, first, -1, &error));
  g_assert_cmpuint (pact_element_get_index (first), ==, 0);
  fixture->n_edited = 0;
  g_assert_true (pact_editor_step (fixture->editor, get_child (get_root (fixture), "pillar", 0), -1, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_edited, ==, 0);
  check_agrees (fixture);

  copy = pact_editor_duplicate (fixture->editor, first, &error);
  g_assert_no_error (error);
  g_assert_true (copy != first);
  g_assert_cmpuint (pact_element_get_index (copy), ==, 1);
  g_assert_cmpuint (count_children (copy, "indicator"), ==, n_indicators);
  g_assert_cmpstr (pact_element_get (copy, "description"), ==, pact_element_get (first, "description"));
  check_undo_label (fixture, "Undo Duplicate");
  check_agrees (fixture);

  g_assert_true (pact_editor_remove (fixture->editor, first, &error));
  check_undo_label (fixture, "Undo Delete Measure");
  check_agrees (fixture);

  while (pact_editor_can_undo (fixture->editor))
    undo (fixture);
  end = dump (fixture);
  g_assert_cmpstr (end, ==, start);
  g_assert_cmpuint (count_children (objective, "measure"), ==, n);
  last = get_child (objective, "measure", n - 1);
  g_assert_true (pact_element_get_parent (last) == objective);
  check_agrees (fixture);
}

static void
test_clipboard (Fixture *fixture,
                gconstpointer data)
{
  PactElement *objective = get_child (get_child (get_root (fixture), "pillar", 1), "objective", 0);
  PactElement *other_objective = get_child (get_child (get_root (fixture), "pillar", 2), "objective", 0);
  PactElement *measure = get_child (objective, "measure", 0);
  guint n = count_children (objective, "measure");
  guint n_other = count_children (other_objective, "measure");
  g_autofree char *title = g_strdup (pact_element_get_title (measure));
  g_autofree char *other_uuid = create_plan (fixture->workspace, NULL);
  g_autoptr (PactEditor) other = NULL;
  g_autofree char *text = NULL;
  g_autofree char *pillar_text = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  PactElement *pasted;

  text = pact_editor_cut (fixture->editor, measure, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_children (objective, "measure"), ==, n - 1);
  check_undo_label (fixture, "Undo Cut");
  pasted = pact_editor_paste (fixture->editor, other_objective, text, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (pact_element_get_title (pasted), ==, title);
  g_assert_cmpuint (count_children (other_objective, "measure"), ==, n_other + 1);
  check_undo_label (fixture, "Undo Paste");

  /* Beside a measure it comes after that. */
  pasted = pact_editor_paste (fixture->editor, get_child (objective, "measure", 1), text, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pact_element_get_index (pasted), ==, 2);
  check_agrees (fixture);

  /* Into another plan, a whole pillar. */
  other = pact_workspace_open_plan (fixture->workspace, other_uuid, &error);
  g_assert_no_error (error);
  pillar_text = pact_editor_copy (fixture->editor, get_child (get_root (fixture), "pillar", 1));
  pasted = pact_editor_paste (other, pact_plan_get_root (pact_editor_get_plan (other)), pillar_text, &error);
  g_assert_no_error (error);
  g_assert_true (pact_element_is_kind (pasted, "pillar"));
  g_assert_cmpuint (count_children (get_child (pasted, "objective", 0), "measure"), ==, n);

  /* What is no element, or cannot stand there, changes nothing. */
  before = dump (fixture);
  g_assert_null (pact_editor_paste (fixture->editor, objective, "Some text that was copied elsewhere.", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (pact_editor_paste (other, pact_plan_get_root (pact_editor_get_plan (other)), text, &error));
  g_assert_error (error, PACT_EDIT_ERROR, PACT_EDIT_ERROR_CLIPBOARD);
  after = dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_actors (Fixture *fixture,
             gconstpointer data)
{
  PactElement *one = get_measure (fixture, 0);
  PactElement *two = get_measure (fixture, 1);
  const PactField *lead = pact_kind_find_field (pact_element_get_kind (one), "lead");
  g_autofree char *uuid = NULL;
  PactElement *involvement;
  g_autoptr (GError) error = NULL;

  g_assert_true (pact_editor_set_actor_by_name (fixture->editor, one, lead, "Jugendamt", "social-services", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_children (get_root (fixture), "actor"), ==, 1);
  uuid = g_strdup (pact_element_get (one, "lead"));

  /* The same body is the same actor, however it is written. */
  g_assert_true (pact_editor_set_actor_by_name (fixture->editor, two, lead, "JUGENDAMT", NULL, &error));
  g_assert_cmpuint (count_children (get_root (fixture), "actor"), ==, 1);
  g_assert_cmpstr (pact_element_get (two, "lead"), ==, uuid);

  involvement = pact_editor_involve (fixture->editor, one, "Police", "police-justice", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_children (get_root (fixture), "actor"), ==, 2);
  g_assert_cmpstr (pact_element_get (involvement, "role"), ==, "partner");
  check_agrees (fixture);

  /* An actor that goes leaves nobody referring to it, and comes back to all who did. */
  g_assert_true (pact_editor_remove (fixture->editor, pact_plan_lookup (pact_editor_get_plan (fixture->editor), uuid), &error));
  g_assert_null (pact_element_get (one, "lead"));
  g_assert_null (pact_element_get (two, "lead"));
  check_agrees (fixture);
  undo (fixture);
  g_assert_cmpstr (pact_element_get (one, "lead"), ==, uuid);
  g_assert_cmpstr (pact_element_get (two, "lead"), ==, uuid);
  check_agrees (fixture);

  /* Naming a new body is one step, with the actor. */
  undo (fixture);
  g_assert_cmpuint (count_children (get_root (fixture), "actor"), ==, 1);
  undo (fixture);
  undo (fixture);
  g_assert_cmpuint (count_children (get_root (fixture), "actor"), ==, 0);
  g_assert_null (pact_element_get (one, "lead"));
}

static void
test_template (Fixture *fixture,
               gconstpointer data)
{
  PactElement *measure = get_measure (fixture, 0);
  PactTemplate *template = pact_template_library_find (pact_workspace_get_templates (fixture->workspace), "pact-4ps");
  PactTemplateItem *item = pact_template_find (template, pact_element_get (measure, "template_key"));
  guint n = count_children (measure, "indicator");
  g_autoptr (GPtrArray) indicators = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PactTemplate) own = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (item);
  indicators = pact_template_item_instantiate_indicators (item, pact_element_get_uuid (measure), "en");
  g_assert_cmpuint (indicators->len, >, 0);
  g_assert_true (pact_editor_add_indicators (fixture->editor, measure, indicators, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_children (measure, "indicator"), ==, n + indicators->len);
  check_undo_label (fixture, "Undo Add from Template");
  check_agrees (fixture);
  undo (fixture);
  g_assert_cmpuint (count_children (measure, "indicator"), ==, n);

  bytes = pact_editor_write_template (fixture->editor, "Our own", &error);
  g_assert_no_error (error);
  own = pact_template_new_from_bytes (bytes, "own.json", pact_model_get_default (), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pact_template_count_measures (own), ==, pact_template_count_measures (template));
}

static void
test_submission (Fixture *fixture,
                 gconstpointer data)
{
  PactElement *one;
  PactElement *two;
  g_autoptr (GError) error = NULL;

  g_assert_true (pact_editor_record_submission (fixture->editor, "a.json", FALSE, &error));
  g_assert_no_error (error);
  g_assert_true (pact_editor_record_submission (fixture->editor, "b.json", FALSE, &error));
  g_assert_cmpuint (count_children (get_root (fixture), "submission"), ==, 1);
  one = get_child (get_root (fixture), "submission", 0);
  g_assert_cmpstr (pact_element_get (one, "revision"), ==, "1");
  g_assert_cmpstr (pact_element_get (one, "file"), ==, "a.json");
  g_assert_true (g_str_has_prefix (pact_element_get (one, "digest"), "sha256:"));

  g_assert_true (pact_editor_set_by_name (fixture->editor, get_root (fixture), "contact_name", "Somebody", &error));
  g_assert_true (pact_editor_set_by_name (fixture->editor, get_root (fixture), "summary", "In short", &error));
  g_assert_true (pact_editor_record_submission (fixture->editor, "c.json", TRUE, &error));
  two = get_child (get_root (fixture), "submission", 1);
  g_assert_cmpstr (pact_element_get (two, "revision"), ==, "2");
  g_assert_cmpstr (pact_element_get (two, "digest"), !=, pact_element_get (one, "digest"));
  /* With the name in it the file is another one. */
  g_assert_true (pact_editor_record_submission (fixture->editor, "d.json", FALSE, &error));
  g_assert_cmpuint (count_children (get_root (fixture), "submission"), ==, 3);
  check_agrees (fixture);
}

static void
collect (PactElement *element,
         gpointer data)
{
  g_ptr_array_add (data, element);
}

static PactElement *
pick (GRand *rand,
      Fixture *fixture)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  pact_element_walk (get_root (fixture), collect, elements);

  return g_ptr_array_index (elements, g_rand_int_range (rand, 0, elements->len));
}

/* One verb at random; most of them apply to most elements. */
static void
do_something (GRand *rand,
              Fixture *fixture)
{
  const PactModel *model = pact_model_get_default ();
  PactElement *element = pick (rand, fixture);
  PactElement *parent = pact_element_get_parent (element);
  const PactKind *kind = &model->kinds[g_rand_int_range (rand, 1, model->n_kinds)];
  const PactField *field =
    &pact_element_get_kind (element)->fields[g_rand_int_range (rand, 0, pact_element_get_kind (element)->n_fields)];
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  switch (g_rand_int_range (rand, 0, 9))
    {
    case 0:
      if (pact_kind_may_contain (pact_element_get_kind (element), kind))
        pact_editor_add (fixture->editor, element, kind->name, NULL, &error);
      break;
    case 1:
      if (parent != NULL && !pact_element_is_kind (element, "pillar"))
        pact_editor_remove (fixture->editor, element, &error);
      break;
    case 2:
      if (parent != NULL)
        pact_editor_step (fixture->editor, element, g_rand_boolean (rand) ? 1 : -1, &error);
      break;
    case 3:
      if (parent != NULL && !pact_element_is_kind (element, "pillar"))
        pact_editor_duplicate (fixture->editor, element, &error);
      break;
    case 4:
      text = pact_editor_copy (fixture->editor, element);
      if (parent != NULL && !pact_element_is_kind (element, "pillar"))
        pact_editor_paste (fixture->editor, element, text, &error);
      break;
    case 5:
      if (parent != NULL)
        {
          PactElement *target = pick (rand, fixture);

          if (pact_editor_can_move (fixture->editor, element, target))
            pact_editor_move (fixture->editor, element, target, NULL, &error);
        }
      break;
    case 6:
      if (pact_element_is_kind (element, "measure"))
        pact_editor_set_actor_by_name (fixture->editor, element,
                                       pact_kind_find_field (pact_element_get_kind (element), "lead"),
                                       g_rand_boolean (rand) ? "Police" : "School", NULL, &error);
      break;
    default:
      if (field->type == PACT_TYPE_TEXT || field->type == PACT_TYPE_PROSE)
        {
          text = g_strdup_printf ("Text %d", g_rand_int_range (rand, 0, 1000));
          pact_editor_set (fixture->editor, element, field, g_rand_int_range (rand, 0, 5) == 0 ? NULL : text, &error);
        }
      else if (field->vocabulary != NULL && field->type == PACT_TYPE_CHOICE)
        {
          pact_editor_set (fixture->editor, element, field,
                           field->vocabulary->terms[g_rand_int_range (rand, 0, field->vocabulary->n_terms)].code, &error);
        }
    }
  g_assert_no_error (error);
}

/* After each verb, undo and redo the plan in memory is the one in the file; undoing everything leads to the first state,
 * redoing everything to the last, also by another run of the program. */
static void
test_random (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autofree char *first = dump (fixture);
  g_autofree char *last = NULL;
  g_autofree char *again = NULL;

  for (guint i = 0; i < 150; i++)
    {
      int what = g_rand_int_range (rand, 0, 10);

      if (what == 0 && pact_editor_can_undo (fixture->editor))
        undo (fixture);
      else if (what == 1 && pact_editor_can_redo (fixture->editor))
        redo (fixture);
      else
        do_something (rand, fixture);
      if (i % 5 == 0)
        check_agrees (fixture);
    }
  check_agrees (fixture);
  while (pact_editor_can_redo (fixture->editor))
    redo (fixture);
  last = dump (fixture);

  close_plan (fixture);
  open_plan (fixture);
  while (pact_editor_can_undo (fixture->editor))
    undo (fixture);
  check_agrees (fixture);
  again = dump (fixture);
  g_assert_cmpstr (again, ==, first);

  close_plan (fixture);
  open_plan (fixture);
  while (pact_editor_can_redo (fixture->editor))
    redo (fixture);
  check_agrees (fixture);
  g_free (again);
  again = dump (fixture);
  g_assert_cmpstr (again, ==, last);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/editor/fields", Fixture, NULL, set_up, test_fields, tear_down);
  g_test_add ("/editor/tree", Fixture, NULL, set_up, test_tree, tear_down);
  g_test_add ("/editor/clipboard", Fixture, NULL, set_up, test_clipboard, tear_down);
  g_test_add ("/editor/actors", Fixture, NULL, set_up, test_actors, tear_down);
  g_test_add ("/editor/template", Fixture, NULL, set_up, test_template, tear_down);
  g_test_add ("/editor/submission", Fixture, NULL, set_up, test_submission, tear_down);
  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("/editor/random/%u", i);

      g_test_add (name, Fixture, GUINT_TO_POINTER (i), set_up, test_random, tear_down);
    }

  return g_test_run ();
}
