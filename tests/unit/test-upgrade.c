/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <glib/gstdio.h>

#include "editor-fixture.h"
#include "pact-exchange.h"
#include "pact-value.h"
#include "template-fixture.h"

/* A plan follows a newer version of a template: what is found, what is taken, and what is left alone. */

typedef struct
{
  EditorFixture parent;
  char *file; /* the user's own template */
} Fixture;

static char *
replace (const char *text,
         const char *old,
         const char *new)
{
  g_autoptr (GString) string = g_string_new (text);

  g_assert_cmpuint (g_string_replace (string, old, new, 0), ==, 1);

  return g_string_free (g_steal_pointer (&string), FALSE);
}

static void
install (Fixture *fixture,
         const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->file, text, -1, &error);
  g_assert_no_error (error);
  if (fixture->parent.workspace != NULL)
    pact_template_library_reload (pact_workspace_get_templates (fixture->parent.workspace));
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  EditorFixture *parent = &fixture->parent;
  g_autofree char *text = template_fixture_load ("small.json");
  g_autofree char *folder = pact_template_library_get_user_folder ();
  g_autoptr (PactWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  fixture->file = g_build_filename (folder, "small.json", NULL);
  install (fixture, text);

  parent->folder = folder_new ();
  parent->path = g_build_filename (parent->folder, "library.db", NULL);
  workspace = pact_workspace_open (parent->path, &error);
  g_assert_no_error (error);
  parent->uuid = editor_create_plan (workspace, "small");
  g_clear_object (&workspace);
  editor_fixture_open (parent);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_remove (fixture->file);
  g_free (fixture->file);
  editor_fixture_tear_down (&fixture->parent, data);
}

static PactElement *
find (Fixture *fixture,
      const char *key)
{
  g_autoptr (GPtrArray) records = pact_plan_to_records (pact_editor_get_plan (fixture->parent.editor));

  for (guint i = 0; i < records->len; i++)
    {
      const PactRecord *record = g_ptr_array_index (records, i);

      if (pact_kind_find_field (record->kind, "template_key") != NULL
          && g_strcmp0 (pact_record_get (record, "template_key"), key) == 0)
        return pact_plan_lookup (pact_editor_get_plan (fixture->parent.editor), record->uuid);
    }

  return NULL;
}

static void
set (Fixture *fixture,
     const char *key,
     const char *field,
     const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (pact_editor_set_by_name (fixture->parent.editor, find (fixture, key), field, value, &error));
  g_assert_no_error (error);
}

static gboolean
is_due (Fixture *fixture)
{
  return pact_upgrade_is_due (pact_editor_get_plan (fixture->parent.editor),
                              pact_workspace_get_templates (fixture->parent.workspace));
}

static PactUpgrade *
compare (Fixture *fixture)
{
  return pact_upgrade_new (pact_editor_get_plan (fixture->parent.editor),
                           pact_workspace_get_templates (fixture->parent.workspace));
}

/* The only step about an element, or about what would come as one, and its field. */
static PactUpgradeStep *
get_step (PactUpgrade *upgrade,
          const char *key,
          const char *field)
{
  GPtrArray *steps = pact_upgrade_get_steps (upgrade);
  PactUpgradeStep *found = NULL;

  for (guint i = 0; i < steps->len; i++)
    {
      PactUpgradeStep *step = g_ptr_array_index (steps, i);
      g_autoptr (PactTemplate) template = g_object_ref (step->template);
      gboolean is_it = step->item != NULL ? step->item == pact_template_find (template, key)
                                          : g_strcmp0 (pact_element_get (step->element, "template_key"), key) == 0;

      if (!is_it || g_strcmp0 (step->field != NULL ? step->field->name : NULL, field) != 0)
        continue;
      g_assert_null (found);
      found = step;
    }

  return found;
}

/* What version 1.10.0 of the small template says otherwise than 1.2.0. */
static char *
make_newer (void)
{
  static const struct
  {
    const char *old, *new;
  } changes[] = {
    /* As text the newer one would come before the older one. */
    { "\"version\": \"1.2.0\"", "\"version\": \"1.10.0\"" },
    { "Lessons in each class.", "Lessons in each class, twice a year." },
    { "\"title\": \"Teach children their rights\"", "\"title\": \"Teach all children their rights\"" },
    { "\"target_groups\": [\"school-staff\", \"children-6-11\"]", "\"target_groups\": [\"school-staff\"]" },
    { "\"provenance\": \"article\"", "\"provenance\": \"pact\"" },
    { "{ \"key\": \"Pv2\", \"title\": \"Check who works with children\" }",
      "{ \"key\": \"Pv3\", \"title\": \"Listen to children\", \"indicators\": [ { \"key\": \"Pv3-1\", \"title\": \"Meetings\" },"
      " { \"key\": \"Pv3-2\", \"title\": \"Children heard\" } ] },"
      " { \"key\": \"Pv4\", \"title\": \"Tell parents\" }" },
    { "\"pillars\": [", "\"pillars\": [ { \"key\": \"governance\", \"title\": \"Governance\", \"objectives\": ["
                        " { \"key\": \"G\", \"title\": \"Somebody answers\", \"measures\": ["
                        " { \"key\": \"G1\", \"title\": \"Name who leads\" } ] } ] }," },
  };
  char *text = template_fixture_load ("small.json");

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      char *next = replace (text, changes[i].old, changes[i].new);

      g_free (text);
      text = next;
    }

  return text;
}

/* The same version says nothing new, and an older one neither. */
static void
test_not_due (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *text = template_fixture_load ("small.json");
  g_autofree char *older = replace (text, "\"1.2.0\"", "\"1.1.9\"");
  g_autoptr (PactUpgrade) upgrade = compare (fixture);

  g_assert_false (is_due (fixture));
  g_assert_cmpuint (pact_upgrade_get_steps (upgrade)->len, ==, 0);

  install (fixture, older);
  g_assert_false (is_due (fixture));

  g_remove (fixture->file);
  pact_template_library_reload (pact_workspace_get_templates (fixture->parent.workspace));
  g_assert_false (is_due (fixture));
}

/* Each kind of news, as it is found. */
static void
test_steps (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *newer = make_newer ();
  g_autoptr (PactUpgrade) upgrade = NULL;
  const PactUpgradeStep *step;
  g_autoptr (GError) error = NULL;

  set (fixture, "Pv1", "title", "Teach every child its rights");
  set (fixture, "Pv1", "note", "What the template never fills in.");
  g_assert_true (pact_editor_remove (fixture->parent.editor, find (fixture, "Pt1"), &error));
  install (fixture, newer);
  g_assert_true (is_due (fixture));
  upgrade = compare (fixture);
  g_assert_cmpuint (pact_upgrade_get_templates (upgrade)->len, ==, 1);

  /* Untouched: the template can be followed. */
  step = get_step (upgrade, "Pv1", "description");
  g_assert_cmpint (step->news, ==, PACT_UPGRADE_CHANGED);
  g_assert_cmpstr (step->before, ==, "Lessons in each class.");
  g_assert_cmpstr (step->after, ==, "Lessons in each class, twice a year.");
  g_assert_true (step->is_taken);
  step = get_step (upgrade, "Pv1", "target_groups");
  g_assert_cmpint (step->news, ==, PACT_UPGRADE_CHANGED);
  g_assert_cmpstr (step->after, ==, "school-staff");

  /* Touched: nothing is taken unasked. */
  step = get_step (upgrade, "Pv1", "title");
  g_assert_cmpint (step->news, ==, PACT_UPGRADE_BOTH_CHANGED);
  g_assert_cmpstr (step->before, ==, "Teach children their rights");
  g_assert_false (step->is_taken);

  /* What nobody sees is not asked. */
  g_assert_null (get_step (upgrade, "Pv1", "provenance"));
  g_assert_null (get_step (upgrade, "Pv1", "note"));

  step = get_step (upgrade, "Pv3", NULL);
  g_assert_cmpint (step->news, ==, PACT_UPGRADE_NEW);
  g_assert_true (step->is_taken);
  g_assert_cmpint (get_step (upgrade, "G1", NULL)->news, ==, PACT_UPGRADE_NEW);
  /* With its measure, and with that only. */
  g_assert_null (get_step (upgrade, "Pv3-1", NULL));

  step = get_step (upgrade, "Pv2", NULL);
  g_assert_cmpint (step->news, ==, PACT_UPGRADE_WITHDRAWN);
  g_assert_false (step->is_taken);

  /* The planner had it, and did not want it. */
  step = get_step (upgrade, "Pt1", NULL);
  g_assert_cmpint (step->news, ==, PACT_UPGRADE_LEFT);
  g_assert_false (step->is_taken);
  g_assert_cmpuint (pact_upgrade_get_steps (upgrade)->len, ==, 8);
}

static const char *
get (Fixture *fixture,
     const char *key,
     const char *field)
{
  return pact_element_get (find (fixture, key), field);
}

/* One step of undo, and then nothing is asked again. */
static void
test_apply (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *newer = make_newer ();
  g_autofree char *label = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (PactUpgrade) upgrade = NULL;
  g_autoptr (PactUpgrade) again = NULL;
  g_autoptr (GError) error = NULL;

  set (fixture, "Pv1", "title", "Teach every child its rights");
  set (fixture, "Pv2", "note", "Agreed with the police.");
  before = pact_plan_to_records (pact_editor_get_plan (fixture->parent.editor));
  install (fixture, newer);
  upgrade = compare (fixture);
  get_step (upgrade, "Pv1", "target_groups")->is_taken = FALSE;
  get_step (upgrade, "Pv4", NULL)->is_taken = FALSE;
  g_assert_true (pact_editor_upgrade (fixture->parent.editor, upgrade, &error));
  g_assert_no_error (error);
  editor_check_agrees (&fixture->parent);

  g_assert_cmpstr (get (fixture, "Pv1", "description"), ==, "Lessons in each class, twice a year.");
  g_assert_cmpstr (get (fixture, "Pv1", "title"), ==, "Teach every child its rights");
  g_assert_cmpstr (get (fixture, "Pv1", "target_groups"), ==, "children-6-11 school-staff");
  g_assert_cmpstr (get (fixture, "Pv1", "provenance"), ==, "pact");
  g_assert_cmpstr (get (fixture, "Pv3", "title"), ==, "Listen to children");
  g_assert_true (pact_element_get_parent (find (fixture, "Pv3")) == find (fixture, "Pv"));
  g_assert_nonnull (find (fixture, "Pv3-1"));
  g_assert_null (find (fixture, "Pv3-2"));
  g_assert_null (find (fixture, "Pv4"));

  /* A new pillar stands where the template has it. */
  g_assert_cmpuint (pact_element_get_index (find (fixture, "governance")), ==, 0);
  g_assert_true (pact_element_get_ancestor (find (fixture, "G1"), "pillar") == find (fixture, "governance"));

  /* What was withdrawn stays, as the plan's own. */
  g_assert_null (find (fixture, "Pv2"));
  g_assert_cmpuint (pact_plan_count (pact_editor_get_plan (fixture->parent.editor), "measure"), ==, 5);

  g_assert_cmpstr (pact_element_get (editor_get_root (&fixture->parent), "template_version"), ==, "1.10.0");
  g_assert_false (is_due (fixture));
  label = pact_editor_dup_undo_label (fixture->parent.editor);
  g_assert_cmpstr (label, ==, "Undo Update from Strategy");

  editor_undo (&fixture->parent);
  differences = pact_plan_compare (pact_editor_get_plan (fixture->parent.editor), before);
  g_assert_cmpuint (differences->len, ==, 0);
  g_assert_true (is_due (fixture));
  editor_redo (&fixture->parent);
  g_assert_cmpstr (get (fixture, "Pv3", "title"), ==, "Listen to children");
}

/* What was withdrawn goes if that is wanted, with what stands below it. */
static void
test_withdrawn (Fixture *fixture,
                gconstpointer data)
{
  g_autofree char *newer = make_newer ();
  g_autoptr (PactUpgrade) upgrade = NULL;
  g_autoptr (GError) error = NULL;

  install (fixture, newer);
  upgrade = compare (fixture);
  get_step (upgrade, "Pv2", NULL)->is_taken = TRUE;
  g_assert_true (pact_editor_upgrade (fixture->parent.editor, upgrade, &error));
  g_assert_cmpuint (pact_plan_count (pact_editor_get_plan (fixture->parent.editor), "measure"), ==, 5);
  editor_check_agrees (&fixture->parent);
}

/* A plan that does not remember what the template said, or remembers nonsense, is asked wherever it says something else. */
static void
test_unknown (Fixture *fixture,
              gconstpointer data)
{
  static const char *const nonsense[] = { NULL, "{\"values\":[1]}", "{\"version\":1,\"values\":{\"description\":{}}}" };
  g_autofree char *newer = make_newer ();

  install (fixture, newer);
  for (guint i = 0; i < G_N_ELEMENTS (nonsense); i++)
    {
      g_autoptr (PactUpgrade) upgrade = NULL;
      const PactUpgradeStep *step;

      set (fixture, "Pv1", "template_said", nonsense[i]);
      pact_editor_set_by_name (fixture->parent.editor, editor_get_root (&fixture->parent), "template_keys", nonsense[i], NULL);
      upgrade = compare (fixture);
      step = get_step (upgrade, "Pv1", "description");
      g_assert_cmpint (step->news, ==, PACT_UPGRADE_BOTH_CHANGED);
      g_assert_null (step->before);
      g_assert_null (get_step (upgrade, "Pv1", "legal_note"));
      g_assert_cmpint (get_step (upgrade, "Pv3", NULL)->news, ==, PACT_UPGRADE_NEW);
      g_assert_false (get_step (upgrade, "Pv3", NULL)->is_taken);
    }
}

/* A measure that was pasted into the plan of another template still knows its own, and follows it alone. */
static void
test_pasted (Fixture *fixture,
             gconstpointer data)
{
  PactTemplateLibrary *templates = pact_workspace_get_templates (fixture->parent.workspace);
  PactEditor *home = fixture->parent.editor;
  g_autofree char *uuid = editor_create_plan (fixture->parent.workspace, "pact-4ps");
  g_autofree char *text = editor_copy (home, find (fixture, "Pv1"));
  g_autofree char *newer = make_newer ();
  g_autofree char *back = NULL;
  g_autoptr (PactUpgrade) upgrade = NULL;
  g_autoptr (PactEditor) away = NULL;
  g_autoptr (GError) error = NULL;
  PactElement *pasted, *returned;
  GPtrArray *steps;

  away = pact_workspace_open_plan (fixture->parent.workspace, uuid, &error);
  g_assert_no_error (error);
  pasted = editor_paste (away, element_get_child (element_get_child (pact_plan_get_root (pact_editor_get_plan (away)), "pillar", 1),
                                                  "objective", 0), text, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (pact_element_get (pasted, "template_id"), ==, "small");
  g_assert_cmpstr (pact_template_item_get_guidance (pact_template_library_find_item (templates, pasted), NULL), ==,
                   "Begin with the teachers.");

  /* Home again it is one of many. */
  back = editor_copy (away, pasted);
  returned = editor_paste (home, find (fixture, "Pv"), back, &error);
  g_assert_no_error (error);
  g_assert_null (pact_element_get (returned, "template_id"));

  g_assert_false (pact_upgrade_is_due (pact_editor_get_plan (away), templates));
  install (fixture, newer);
  g_assert_true (pact_upgrade_is_due (pact_editor_get_plan (away), templates));
  upgrade = pact_upgrade_new (pact_editor_get_plan (away), templates);
  steps = pact_upgrade_get_steps (upgrade);
  g_assert_cmpuint (steps->len, ==, 3);
  for (guint i = 0; i < steps->len; i++)
    g_assert_true (((PactUpgradeStep *) g_ptr_array_index (steps, i))->element == pasted);
  g_assert_true (pact_editor_upgrade (away, upgrade, &error));
  g_assert_cmpstr (pact_element_get (pasted, "title"), ==, "Teach all children their rights");
  g_assert_cmpstr (pact_element_get (pact_plan_get_root (pact_editor_get_plan (away)), "template_version"), ==, "1.1.0");
  g_assert_false (pact_upgrade_is_due (pact_editor_get_plan (away), templates));
}

/* The program's own template as it was first published, in a plan that comes from another machine as a file. */
static void
test_first_edition (Fixture *fixture,
                    gconstpointer data)
{
  PactTemplateLibrary *templates = pact_workspace_get_templates (fixture->parent.workspace);
  g_autofree char *text = template_fixture_load ("pact-4ps-1.0.0.json");
  g_autofree char *message = NULL;
  g_autoptr (PactTemplate) first = template_fixture_read (text, &message);
  g_autoptr (GPtrArray) records = pact_template_instantiate (first, "en");
  g_autoptr (PactPlan) plan = NULL;
  g_autoptr (PactPlan) imported = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) read = NULL;
  g_autoptr (PactUpgrade) upgrade = NULL;
  g_autoptr (GHashTable) new_keys = g_hash_table_new (NULL, NULL);
  g_autoptr (GError) error = NULL;
  GPtrArray *steps;

  pact_record_set (g_ptr_array_index (records, 0), "title", "A plan");
  plan = pact_plan_new_from_records (pact_model_get_default (), records, &error);
  g_assert_no_error (error);
  bytes = pact_exchange_write_plan (plan, &(PactExportOptions){ .draft = TRUE }, &error);
  read = pact_exchange_read_plan (bytes, pact_model_get_default (), NULL, &error);
  g_assert_no_error (error);
  imported = pact_plan_new_from_records (pact_model_get_default (), read, &error);

  g_assert_true (pact_upgrade_is_due (imported, templates));
  upgrade = pact_upgrade_new (imported, templates);
  steps = pact_upgrade_get_steps (upgrade);
  for (guint i = 0; i < steps->len; i++)
    {
      const PactUpgradeStep *step = g_ptr_array_index (steps, i);

      /* Nobody has touched anything. */
      g_assert_cmpint (step->news, !=, PACT_UPGRADE_BOTH_CHANGED);
      g_assert_cmpint (step->news, !=, PACT_UPGRADE_LEFT);
      if (step->news == PACT_UPGRADE_NEW && step->element == NULL)
        g_hash_table_add (new_keys, step->item);
    }
  g_assert_cmpuint (g_hash_table_size (new_keys), ==,
                    pact_template_count (pact_template_library_find (templates, "pact-4ps"), "measure")
                      - pact_plan_count (imported, "measure"));
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (Folder) folder = folder_new ();

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/upgrade/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("not-due", test_not_due);
  ADD ("steps", test_steps);
  ADD ("apply", test_apply);
  ADD ("withdrawn", test_withdrawn);
  ADD ("unknown", test_unknown);
  ADD ("pasted", test_pasted);
  ADD ("first-edition", test_first_edition);
#undef ADD

  return g_test_run ();
}
