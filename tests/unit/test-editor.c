/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <string.h>

#include "editor-fixture.h"
#include "pact-library.h"
#include "pact-value.h"
#include "template-fixture.h"
#include "alone.h"

/* Each verb: what it does, what undoing it is called, and that the plan in memory is the one in the file after it. */

static PactElement *
get_measure (EditorFixture *fixture,
             guint nth)
{
  PactElement *pillar = element_get_child (editor_get_root (fixture), "pillar", 1);

  return element_get_child (element_get_child (pillar, "objective", 0), "measure", nth);
}

static char *
dump (EditorFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = pact_workspace_export (fixture->workspace, fixture->uuid, TRUE, FALSE, NULL, &error);

  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
check_undo_label (EditorFixture *fixture,
                  const char *expected)
{
  g_autofree char *label = pact_editor_dup_undo_label (fixture->editor);

  g_assert_cmpstr (label, ==, expected);
}

/* What a new plan starts with cannot be undone away; what is done to it can, and says what it is. */
static void
test_fields (EditorFixture *fixture,
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
  editor_check_agrees (fixture);

  /* The same once more is no edit. */
  g_assert_true (pact_editor_set_by_name (fixture->editor, measure, "title", "Something", &error));
  g_assert_cmpuint (fixture->n_edited, ==, 2);

  /* Typing is one step, a date that is typed too; two choices are two. */
  g_assert_true (pact_editor_set_by_name (fixture->editor, measure, "start", "2027", &error));
  g_assert_true (pact_editor_set_by_name (fixture->editor, measure, "start", "2027-03", &error));
  g_assert_true (pact_editor_set_by_name (fixture->editor, measure, "situation", "missing", &error));
  g_assert_true (pact_editor_set_by_name (fixture->editor, measure, "situation", "planned", &error));
  check_undo_label (fixture, "Undo Edit Measure");
  editor_undo (fixture);
  g_assert_cmpstr (pact_element_get (measure, "situation"), ==, "missing");
  editor_undo (fixture);
  g_assert_null (pact_element_get (measure, "situation"));
  editor_undo (fixture);
  g_assert_null (pact_element_get (measure, "start"));
  editor_undo (fixture);
  g_assert_cmpstr (pact_element_get (measure, "title"), ==, before);
  g_assert_false (pact_editor_can_undo (fixture->editor));
  g_assert_cmpuint (fixture->n_can_undo, ==, 2);
  g_assert_cmpuint (fixture->n_can_redo, ==, 1);
  g_assert_false (pact_editor_undo (fixture->editor, &error));
  g_assert_error (error, PACT_STORE_ERROR, PACT_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  label = pact_editor_dup_redo_label (fixture->editor);
  g_assert_cmpstr (label, ==, "Redo Edit Measure");
  editor_redo (fixture);
  g_assert_cmpstr (pact_element_get (measure, "title"), ==, "Something");
  editor_check_agrees (fixture);

  /* What is no value changes nothing. */
  after = dump (fixture);
  g_assert_false (pact_editor_set_by_name (fixture->editor, measure, "start", "soon", &error));
  g_assert_error (error, PACT_MODEL_ERROR, PACT_MODEL_ERROR_INVALID);
  g_clear_pointer (&before, g_free);
  before = dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

/* What is typed in one field is one step until it is ended; what is taken back by typing is none. */
static void
test_steps (EditorFixture *fixture,
            gconstpointer data)
{
  PactElement *measure = get_measure (fixture, 0);
  g_autofree char *before = g_strdup (pact_element_get (measure, "title"));
  g_autofree char *modified = g_strdup (pact_element_get_modified (measure));
  g_autoptr (GError) error = NULL;

  g_assert_true (pact_editor_set_by_name (fixture->editor, measure, "title", "A", &error));
  g_assert_true (pact_editor_set_by_name (fixture->editor, measure, "title", "A plan", &error));
  pact_editor_end_step (fixture->editor);
  g_assert_true (pact_editor_set_by_name (fixture->editor, measure, "title", NULL, &error));
  g_assert_true (pact_editor_set_by_name (fixture->editor, measure, "note", "N", &error));
  g_assert_true (pact_editor_set_by_name (fixture->editor, measure, "title", "B", &error));
  editor_undo (fixture);
  g_assert_null (pact_element_get (measure, "title"));
  editor_undo (fixture);
  g_assert_null (pact_element_get (measure, "note"));
  editor_undo (fixture);
  g_assert_cmpstr (pact_element_get (measure, "title"), ==, "A plan");
  editor_undo (fixture);
  g_assert_cmpstr (pact_element_get (measure, "title"), ==, before);
  g_assert_false (pact_editor_can_undo (fixture->editor));

  pact_editor_end_step (fixture->editor);
  g_assert_true (pact_editor_set_by_name (fixture->editor, measure, "title", "Else", &error));
  g_assert_true (pact_editor_can_undo (fixture->editor));
  g_assert_true (pact_editor_set_by_name (fixture->editor, measure, "title", before, &error));
  g_assert_no_error (error);
  g_assert_false (pact_editor_can_undo (fixture->editor));
  g_assert_cmpstr (pact_element_get_modified (measure), ==, modified);
  editor_check_agrees (fixture);
}

static void
test_tree (EditorFixture *fixture,
           gconstpointer data)
{
  PactElement *prevention = element_get_child (editor_get_root (fixture), "pillar", 1);
  PactElement *objective = element_get_child (prevention, "objective", 0);
  PactElement *other = element_get_child (element_get_child (editor_get_root (fixture), "pillar", 0), "objective", 0);
  PactElement *first = element_get_child (objective, "measure", 0);
  PactElement *second = element_get_child (objective, "measure", 1);
  PactElement *last;
  PactElement *added;
  PactElement *copy;
  guint n = element_count_children (objective, "measure");
  guint n_indicators = element_count_children (first, "indicator");
  g_autofree char *start = dump (fixture);
  g_autofree char *end = NULL;
  g_autoptr (GError) error = NULL;

  added = pact_editor_add (fixture->editor, objective, "measure", second, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pact_element_get_index (added), ==, 1);
  check_undo_label (fixture, "Undo Add Measure");
  editor_check_agrees (fixture);

  added = pact_editor_add (fixture->editor, objective, "measure", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pact_element_get_index (added), ==, n + 1);
  check_undo_label (fixture, "Undo Add Measure");
  editor_undo (fixture);
  g_assert_cmpuint (element_count_children (objective, "measure"), ==, n + 1);

  /* With everything below it, to another objective. */
  g_assert_true (can_move_alone (fixture->editor, first, other));
  g_assert_false (can_move_alone (fixture->editor, first, prevention));
  g_assert_false (can_move_alone (fixture->editor, prevention, objective));
  g_assert_true (move_alone (fixture->editor, first, other, element_get_child (other, "measure", 0), &error));
  g_assert_cmpuint (pact_element_get_index (first), ==, 0);
  g_assert_true (pact_element_get_parent (first) == other);
  g_assert_cmpuint (element_count_children (first, "indicator"), ==, n_indicators);
  check_undo_label (fixture, "Undo Move Measure");
  editor_check_agrees (fixture);

  /* Step by step, and no further than to the end. */
  g_assert_true (pact_editor_step (fixture->editor, first, 1, &error));
  g_assert_cmpuint (pact_element_get_index (first), ==, 1);
  g_assert_true (pact_editor_step (fixture->editor, first, -1, &error));
  g_assert_cmpuint (pact_element_get_index (first), ==, 0);
  fixture->n_edited = 0;
  g_assert_true (pact_editor_step (fixture->editor, element_get_child (editor_get_root (fixture), "pillar", 0), -1, &error));
  g_assert_no_error (error);
  last = element_get_child (editor_get_root (fixture), "pillar",
                            element_count_children (editor_get_root (fixture), "pillar") - 1);
  g_assert_true (pact_editor_step (fixture->editor, last, 1, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_edited, ==, 0);
  editor_check_agrees (fixture);

  /* The first of an objective goes up to the end of the objective before, and down again. */
  second = element_get_child (objective, "measure", 0);
  g_assert_true (pact_editor_step (fixture->editor, second, -1, &error));
  g_assert_true (pact_element_get_parent (second) != objective);
  g_assert_cmpuint (pact_element_get_index (second) + 1, ==,
                    element_count_children (pact_element_get_parent (second), "measure"));
  g_assert_true (pact_editor_step (fixture->editor, second, 1, &error));
  g_assert_true (pact_element_get_parent (second) == objective);
  g_assert_cmpuint (pact_element_get_index (second), ==, 0);
  editor_check_agrees (fixture);

  copy = duplicate_alone (fixture->editor, first, &error);
  g_assert_no_error (error);
  g_assert_true (copy != first);
  g_assert_cmpuint (pact_element_get_index (copy), ==, 1);
  g_assert_cmpuint (element_count_children (copy, "indicator"), ==, n_indicators);
  g_assert_cmpstr (pact_element_get (copy, "description"), ==, pact_element_get (first, "description"));
  check_undo_label (fixture, "Undo Duplicate");
  editor_check_agrees (fixture);

  g_assert_true (pact_editor_remove (fixture->editor, first, &error));
  check_undo_label (fixture, "Undo Delete Measure");
  editor_check_agrees (fixture);

  while (pact_editor_can_undo (fixture->editor))
    editor_undo (fixture);
  end = dump (fixture);
  g_assert_cmpstr (end, ==, start);
  g_assert_cmpuint (element_count_children (objective, "measure"), ==, n);
  last = element_get_child (objective, "measure", n - 1);
  g_assert_true (pact_element_get_parent (last) == objective);
  editor_check_agrees (fixture);
}

static void
test_clipboard (EditorFixture *fixture,
                gconstpointer data)
{
  PactElement *root = editor_get_root (fixture);
  PactElement *objective = element_get_child (element_get_child (root, "pillar", 1), "objective", 0);
  PactElement *other_objective = element_get_child (element_get_child (root, "pillar", 2), "objective", 0);
  PactElement *measure = element_get_child (objective, "measure", 0);
  guint n = element_count_children (objective, "measure");
  guint n_other = element_count_children (other_objective, "measure");
  g_autofree char *title = g_strdup (pact_element_get_title (measure));
  g_autofree char *other_uuid = editor_create_plan (fixture->workspace, NULL);
  g_autoptr (PactEditor) other = NULL;
  g_autofree char *text = NULL;
  g_autofree char *pillar_text = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  PactElement *pasted;

  text = editor_cut (fixture->editor, measure, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (element_count_children (objective, "measure"), ==, n - 1);
  check_undo_label (fixture, "Undo Cut");
  pasted = editor_paste (fixture->editor, other_objective, text, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (pact_element_get_title (pasted), ==, title);
  g_assert_cmpuint (element_count_children (other_objective, "measure"), ==, n_other + 1);
  check_undo_label (fixture, "Undo Paste");

  /* Beside a measure it comes after that. */
  pasted = editor_paste (fixture->editor, element_get_child (objective, "measure", 1), text, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pact_element_get_index (pasted), ==, 2);
  editor_check_agrees (fixture);

  /* Into another plan, a whole pillar. */
  other = pact_workspace_open_plan (fixture->workspace, other_uuid, &error);
  g_assert_no_error (error);
  pillar_text = editor_copy (fixture->editor, element_get_child (editor_get_root (fixture), "pillar", 1));
  pasted = editor_paste (other, pact_plan_get_root (pact_editor_get_plan (other)), pillar_text, &error);
  g_assert_no_error (error);
  g_assert_true (pact_element_is_kind (pasted, "pillar"));
  g_assert_cmpuint (element_count_children (element_get_child (pasted, "objective", 0), "measure"), ==, n);

  /* What is no element, or cannot stand there, changes nothing. */
  before = dump (fixture);
  g_assert_null (editor_paste (fixture->editor, objective, "Some text that was copied elsewhere.", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (editor_paste (other, pact_plan_get_root (pact_editor_get_plan (other)), text, &error));
  g_assert_error (error, PACT_EDIT_ERROR, PACT_EDIT_ERROR_CLIPBOARD);
  after = dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_actors (EditorFixture *fixture,
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
  g_assert_cmpuint (element_count_children (editor_get_root (fixture), "actor"), ==, 1);
  uuid = g_strdup (pact_element_get (one, "lead"));

  /* The same body is the same actor, however it is written. */
  fixture->n_edited = 0;
  g_assert_true (pact_editor_set_actor_by_name (fixture->editor, one, lead, "jugendamt", NULL, &error));
  g_assert_cmpuint (element_count_children (editor_get_root (fixture), "actor"), ==, 1);
  g_assert_cmpstr (pact_element_get (one, "lead"), ==, uuid);
  g_assert_cmpuint (fixture->n_edited, ==, 0);
  check_undo_label (fixture, "Undo Edit Measure");
  g_assert_true (pact_editor_set_actor_by_name (fixture->editor, two, lead, "JUGENDAMT", NULL, &error));
  g_assert_cmpuint (element_count_children (editor_get_root (fixture), "actor"), ==, 1);
  g_assert_cmpstr (pact_element_get (two, "lead"), ==, uuid);

  involvement = pact_editor_involve (fixture->editor, one, "Police", "police-justice", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (element_count_children (editor_get_root (fixture), "actor"), ==, 2);
  g_assert_cmpstr (pact_element_get (involvement, "role"), ==, "partner");
  editor_check_agrees (fixture);

  /* An actor that goes leaves nobody referring to it, and comes back to all who did. */
  g_assert_true (
    pact_editor_remove (fixture->editor, pact_plan_lookup (pact_editor_get_plan (fixture->editor), uuid), &error));
  g_assert_null (pact_element_get (one, "lead"));
  g_assert_null (pact_element_get (two, "lead"));
  editor_check_agrees (fixture);
  editor_undo (fixture);
  g_assert_cmpstr (pact_element_get (one, "lead"), ==, uuid);
  g_assert_cmpstr (pact_element_get (two, "lead"), ==, uuid);
  editor_check_agrees (fixture);

  /* Naming a new body is one step, with the actor. */
  editor_undo (fixture);
  g_assert_cmpuint (element_count_children (editor_get_root (fixture), "actor"), ==, 1);
  editor_undo (fixture);
  editor_undo (fixture);
  g_assert_cmpuint (element_count_children (editor_get_root (fixture), "actor"), ==, 0);
  g_assert_null (pact_element_get (one, "lead"));
}

static void
test_template (EditorFixture *fixture,
               gconstpointer data)
{
  PactElement *measure = get_measure (fixture, 0);
  PactTemplateLibrary *templates = pact_workspace_get_templates (fixture->workspace);
  PactTemplate *template = pact_template_library_find (templates, "pact-4ps");
  PactTemplateItem *item = pact_template_find (template, pact_element_get (measure, "template_key"));
  guint n = element_count_children (measure, "indicator");
  g_autoptr (GPtrArray) indicators = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PactTemplate) own = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (item);
  indicators = pact_template_item_instantiate_indicators (item, pact_element_get_uuid (measure), "en");
  g_assert_cmpuint (indicators->len, >, 0);
  g_assert_true (pact_editor_add_indicators (fixture->editor, measure, indicators, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (element_count_children (measure, "indicator"), ==, n + indicators->len);
  check_undo_label (fixture, "Undo Add from Template");
  editor_check_agrees (fixture);
  editor_undo (fixture);
  g_assert_cmpuint (element_count_children (measure, "indicator"), ==, n);

  bytes = pact_editor_write_template (fixture->editor, templates, "Our own", &error);
  g_assert_no_error (error);
  own = template_fixture_read_bytes (bytes);
  g_assert_cmpuint (pact_template_count (own, "measure"), ==, pact_template_count (template, "measure"));
}

static void
test_submission (EditorFixture *fixture,
                 gconstpointer data)
{
  const PactReceipt first = { .revision = 1, .digest = (char *) "sha256:one" };
  const PactReceipt second = { .revision = 2, .digest = (char *) "sha256:two" };
  const PactReceipt third = { .revision = 3, .digest = (char *) "sha256:three" };
  const PactReceipt fourth = { .revision = 4, .digest = (char *) "sha256:four" };
  PactElement *one;
  PactElement *two;
  g_autoptr (GError) error = NULL;

  g_assert_true (pact_editor_record_submission (fixture->editor, &first, "a.json", &error));
  g_assert_no_error (error);
  g_assert_true (pact_editor_record_submission (fixture->editor, &first, "b.json", &error));
  g_assert_cmpuint (element_count_children (editor_get_root (fixture), "submission"), ==, 1);
  one = element_get_child (editor_get_root (fixture), "submission", 0);
  g_assert_cmpstr (pact_element_get (one, "revision"), ==, "1");
  g_assert_cmpstr (pact_element_get (one, "file"), ==, "a.json");
  g_assert_cmpstr (pact_element_get (one, "digest"), ==, "sha256:one");

  /* What went to the standard output has no name. */
  g_assert_true (pact_editor_record_submission (fixture->editor, &second, NULL, &error));
  two = element_get_child (editor_get_root (fixture), "submission", 1);
  g_assert_cmpstr (pact_element_get (two, "revision"), ==, "2");
  g_assert_cmpstr (pact_element_get (two, "digest"), ==, "sha256:two");
  g_assert_null (pact_element_get (two, "file"));
  editor_check_agrees (fixture);

  /* It is no edit: not to be undone, and what was done before it is undone over it. */
  g_assert_false (pact_editor_can_undo (fixture->editor));
  g_assert_true (pact_editor_set_by_name (fixture->editor, get_measure (fixture, 0), "note", "Before", &error));
  g_assert_true (pact_editor_record_submission (fixture->editor, &third, NULL, &error));
  check_undo_label (fixture, "Undo Edit Measure");
  editor_undo (fixture);
  g_assert_null (pact_element_get (get_measure (fixture, 0), "note"));
  g_assert_true (pact_editor_record_submission (fixture->editor, &fourth, NULL, &error));
  g_assert_true (pact_editor_can_redo (fixture->editor));
  editor_redo (fixture);
  g_assert_cmpstr (pact_element_get (get_measure (fixture, 0), "note"), ==, "Before");
  g_assert_cmpuint (element_count_children (editor_get_root (fixture), "submission"), ==, 4);
  editor_check_agrees (fixture);
}

static void
check_replay (EditorFixture *fixture,
              PactReplayOutcome outcome,
              const char *uuid,
              const char *field_name,
              const char *sentence)
{
  const PactReplay *replay = pact_editor_get_replay (fixture->editor);
  g_autofree char *description = pact_replay_describe (replay);

  g_assert_cmpint (replay->outcome, ==, outcome);
  g_assert_cmpstr (replay->element, ==, uuid);
  g_assert_cmpstr (replay->field != NULL ? replay->field->name : NULL, ==, field_name);
  g_assert_cmpstr (description, ==, sentence);
}

static void
check_replay_element (EditorFixture *fixture,
                      PactReplayOutcome outcome,
                      PactElement *element)
{
  const PactReplay *replay = pact_editor_get_replay (fixture->editor);

  g_assert_cmpint (replay->outcome, ==, outcome);
  g_assert_cmpstr (replay->element, ==, pact_element_get_uuid (element));
}

/* Undo and redo tell to what they did what. */
static void
test_replay (EditorFixture *fixture,
             gconstpointer data)
{
  PactElement *measure = get_measure (fixture, 1);
  PactElement *objective = pact_element_get_parent (measure);
  PactElement *other = element_get_child (element_get_child (editor_get_root (fixture), "pillar", 0), "objective", 0);
  const PactField *lead = pact_kind_find_field (pact_element_get_kind (measure), "lead");
  const PactField *note = pact_kind_find_field (pact_element_get_kind (measure), "note");
  g_autofree char *uuid = g_strdup (pact_element_get_uuid (measure));
  g_autofree char *indicator = g_strdup (pact_element_get_uuid (element_get_child (measure, "indicator", 0)));
  g_autofree char *description = NULL;
  g_autoptr (GPtrArray) several = NULL;
  g_autoptr (GError) error = NULL;
  PactElement *added;

  g_assert_null (pact_editor_get_replay (fixture->editor));
  g_assert_true (pact_editor_set_by_name (fixture->editor, measure, "title", "Training", &error));
  g_assert_true (pact_editor_set_by_name (fixture->editor, measure, "start", "2027", &error));
  g_assert_true (pact_editor_replay_touches (fixture->editor, TRUE, measure,
                                             pact_kind_find_field (pact_element_get_kind (measure), "start")));
  g_assert_false (pact_editor_replay_touches (fixture->editor, TRUE, measure, note));
  g_assert_false (pact_editor_replay_touches (fixture->editor, TRUE, get_measure (fixture, 0),
                                              pact_kind_find_field (pact_element_get_kind (measure), "start")));
  editor_undo (fixture);
  check_replay (fixture, PACT_REPLAY_CHANGED, uuid, "start", "Undone: “Start” of “Training” says what it said before.");
  g_assert_true (pact_editor_replay_touches (fixture->editor, FALSE, measure,
                                             pact_kind_find_field (pact_element_get_kind (measure), "start")));
  editor_redo (fixture);
  check_replay (fixture, PACT_REPLAY_CHANGED, uuid, "start", "Done again: “Start” of “Training” was changed.");

  /* With all that stands below it, and others that are not meant. */
  g_assert_true (pact_editor_remove (fixture->editor, measure, &error));
  editor_undo (fixture);
  check_replay (fixture, PACT_REPLAY_CAME, uuid, NULL, "Undone: “Training” is back.");
  editor_redo (fixture);
  check_replay (fixture, PACT_REPLAY_WENT, uuid, NULL, "Done again: “Training” was deleted.");
  editor_undo (fixture);
  measure = pact_plan_lookup (pact_editor_get_plan (fixture->editor), uuid);

  g_assert_true (pact_editor_step (fixture->editor, measure, -1, &error));
  editor_undo (fixture);
  check_replay (fixture, PACT_REPLAY_MOVED, uuid, NULL, "Undone: “Training” stands where it stood before.");
  g_assert_true (move_alone (fixture->editor, measure, other, NULL, &error));
  editor_undo (fixture);
  check_replay (fixture, PACT_REPLAY_MOVED, uuid, NULL, "Undone: “Training” stands where it stood before.");
  editor_redo (fixture);
  check_replay (fixture, PACT_REPLAY_MOVED, uuid, NULL, "Done again: “Training” was moved.");

  /* A body that nobody knew comes with the measure that it leads; the measure is meant. */
  g_assert_true (pact_editor_set_actor_by_name (fixture->editor, measure, lead, "Jugendamt", NULL, &error));
  editor_undo (fixture);
  check_replay (fixture, PACT_REPLAY_CHANGED, uuid, "lead", "Undone: “Lead body” of “Training” says what it said before.");
  editor_redo (fixture);
  g_assert_true (pact_editor_remove (fixture->editor, element_get_child (editor_get_root (fixture), "actor", 0), &error));
  editor_undo (fixture);
  check_replay (fixture, PACT_REPLAY_CAME, pact_element_get (measure, "lead"), NULL, "Undone: “Jugendamt” is back.");

  /* Several, of which one stands below another, come back together. */
  several = g_ptr_array_new ();
  g_ptr_array_add (several, get_measure (fixture, 0));
  g_ptr_array_add (several, get_measure (fixture, 2));
  g_ptr_array_add (several, other);
  g_assert_true (pact_editor_remove_all (fixture->editor, several, NULL, &error));
  g_assert_no_error (error);
  editor_undo (fixture);
  description = pact_replay_describe (pact_editor_get_replay (fixture->editor));
  g_assert_cmpstr (description, ==, "Undone: 3 elements are back.");
  g_assert_cmpuint (pact_editor_get_replay (fixture->editor)->others->len, ==, 2);
  g_clear_pointer (&description, g_free);
  editor_redo (fixture);
  description = pact_replay_describe (pact_editor_get_replay (fixture->editor));
  g_assert_cmpstr (description, ==, "Done again: 3 elements were deleted.");
  editor_undo (fixture);
  measure = pact_plan_lookup (pact_editor_get_plan (fixture->editor), uuid);
  objective = pact_element_get_parent (measure);

  /* What has no title is called what it is. */
  added = pact_editor_add (fixture->editor, measure, "cost", NULL, &error);
  g_clear_pointer (&indicator, g_free);
  indicator = g_strdup (pact_element_get_uuid (added));
  editor_undo (fixture);
  check_replay (fixture, PACT_REPLAY_WENT, indicator, NULL, "Undone: “Cost” is gone again.");

  /* Where there is no place left all make room, and the one that was moved is meant. */
  for (guint i = 0; i < 60; i++)
    {
      PactElement *first = element_get_child (objective, "measure", 0);

      g_assert_true (move_alone (fixture->editor, first, objective, element_get_child (objective, "measure", 3), &error));
      g_assert_no_error (error);
      editor_undo (fixture);
      check_replay_element (fixture, PACT_REPLAY_MOVED, first);
      editor_redo (fixture);
      check_replay_element (fixture, PACT_REPLAY_MOVED, first);
    }
  editor_check_agrees (fixture);
}

/* A verb for an element that another program has deleted meanwhile fails and changes nothing, here or in the file. */
static void
test_failing (EditorFixture *fixture,
              gconstpointer data)
{
  PactElement *measure = get_measure (fixture, 0);
  PactElement *objective = pact_element_get_parent (measure);
  g_autoptr (PactElement) gone = g_object_ref (measure);
  g_autofree char *uuid = g_strdup (pact_element_get_uuid (measure));
  g_autofree char *clip = editor_copy (fixture->editor, element_get_child (measure, "indicator", 0));
  g_autoptr (GPtrArray) before = pact_plan_to_records (pact_editor_get_plan (fixture->editor));
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (PactEditor) other = NULL;
  g_autofree char *without = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  other = pact_workspace_open_plan (fixture->other, fixture->uuid, &error);
  g_assert_true (pact_editor_remove (other, pact_plan_lookup (pact_editor_get_plan (other), uuid), &error));
  g_assert_no_error (error);
  without = dump (fixture);

  g_assert_false (pact_editor_set_by_name (fixture->editor, measure, "title", "Too late", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (pact_editor_add (fixture->editor, measure, "indicator", NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (editor_paste (fixture->editor, measure, clip, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (pact_editor_step (fixture->editor, measure, 1, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (pact_editor_remove (fixture->editor, measure, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (editor_cut (fixture->editor, measure, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  /* Not even the actor is added. */
  g_assert_null (pact_editor_involve (fixture->editor, measure, "Police", NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  g_assert_cmpuint (fixture->n_edited, ==, 0);
  changes = pact_plan_compare (pact_editor_get_plan (fixture->editor), before);
  g_assert_cmpuint (changes->len, ==, 0);
  after = dump (fixture);
  g_assert_cmpstr (after, ==, without);

  g_assert_true (pact_workspace_poll (fixture->workspace));
  g_assert_null (pact_plan_lookup (pact_editor_get_plan (fixture->editor), uuid));
  g_assert_cmpuint (fixture->n_edited, ==, 1);
  editor_undo (fixture);
  g_assert_true (pact_element_get_parent (pact_plan_lookup (pact_editor_get_plan (fixture->editor), uuid)) == objective);
  g_clear_object (&other);
  editor_check_agrees (fixture);
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

  add ("/editor/fields", test_fields);
  add ("/editor/steps", test_steps);
  add ("/editor/tree", test_tree);
  add ("/editor/clipboard", test_clipboard);
  add ("/editor/actors", test_actors);
  add ("/editor/template", test_template);
  add ("/editor/submission", test_submission);
  add ("/editor/replay", test_replay);
  add ("/editor/failing", test_failing);

  return g_test_run ();
}
