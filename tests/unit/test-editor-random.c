/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>

#include "editor-fixture.h"
#include "sample.h"
#include "alone.h"

/* Long random sequences of verbs, undos and redos on elements of all kinds. */

typedef struct
{
  guint seed;
  guint n_verbs;
  const char *locale; /* NULL for that of the test */
} Sequence;

static void
collect (PactElement *element,
         gpointer data)
{
  GHashTable *elements = data;
  const PactKind *kind = pact_element_get_kind (element);
  GPtrArray *of_kind = g_hash_table_lookup (elements, kind);

  if (of_kind == NULL)
    {
      of_kind = g_ptr_array_new ();
      g_hash_table_insert (elements, (gpointer) kind, of_kind);
    }
  g_ptr_array_add (of_kind, element);
}

/* An element of that kind, or of any, each kind as often as the others. */
static PactElement *
pick (GRand *rand,
      EditorFixture *fixture,
      const PactKind *kind)
{
  const PactModel *model = pact_model_get_default ();
  g_autoptr (GHashTable) elements =
    g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  GPtrArray *of_kind;

  pact_element_walk (editor_get_root (fixture), collect, elements);
  of_kind = kind != NULL ? g_hash_table_lookup (elements, kind) : NULL;
  while (kind == NULL && of_kind == NULL)
    of_kind = g_hash_table_lookup (elements, &model->kinds[g_rand_int_range (rand, 0, model->n_kinds)]);

  return of_kind != NULL ? g_ptr_array_index (of_kind, g_rand_int_range (rand, 0, of_kind->len)) : NULL;
}

static char *
make_value (GRand *rand,
            EditorFixture *fixture,
            const PactField *field)
{
  int number = g_rand_int_range (rand, 0, 1000);
  PactElement *target;

  if (number % 5 == 0)
    return NULL;

  switch (field->type)
    {
    case PACT_TYPE_CHOICE:
    case PACT_TYPE_CHOICES:
      return g_strdup (field->vocabulary->terms[number % field->vocabulary->n_terms].code);
    case PACT_TYPE_INTEGER:
    case PACT_TYPE_MONEY:
      return g_strdup_printf ("%" G_GINT64_FORMAT, MIN (field->maximum, field->minimum + number));
    case PACT_TYPE_BOOLEAN:
      return g_strdup (number % 2 == 0 ? "0" : "1");
    case PACT_TYPE_COUNTRY:
      return g_strdup (number % 2 == 0 ? "FR" : "DE");
    case PACT_TYPE_SUBDIVISION:
      return g_strdup (number % 2 == 0 ? "FR-67" : "DE-BE");
    case PACT_TYPE_LANGUAGE:
      return g_strdup (number % 2 == 0 ? "fr" : "sr-Latn-RS");
    case PACT_TYPE_CURRENCY:
      return g_strdup (number % 2 == 0 ? "EUR" : "JPY");
    case PACT_TYPE_REFERENCE:
      target = pick (rand, fixture, pact_model_find_kind (pact_model_get_default (), field->target));
      return target != NULL ? g_strdup (pact_element_get_uuid (target)) : NULL;
    case PACT_TYPE_TIMESTAMP:
      return g_strdup_printf ("2027-06-30T23:59:%02dZ", number % 60);
    case PACT_TYPE_JSON:
      return g_strdup_printf ("{\"a\":[%d,null]}", number);
    case PACT_TYPE_PICTURE:
      return g_strdup (SAMPLE_PICTURE);
    case PACT_TYPE_TEXT:
    case PACT_TYPE_PROSE:
      return g_strdup_printf ("%d “ß” 例", number);
    default:
      return g_strdup_printf ("%d", 2000 + number);
    }
}

static void
add_something (GRand *rand,
               EditorFixture *fixture,
               PactElement *parent)
{
  const PactModel *model = pact_model_get_default ();
  g_autoptr (GPtrArray) kinds = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  PactElement *before = NULL;
  const PactKind *kind;

  for (gsize i = 0; i < model->n_kinds; i++)
    {
      if (pact_kind_may_contain (pact_element_get_kind (parent), &model->kinds[i]))
        g_ptr_array_add (kinds, (gpointer) &model->kinds[i]);
    }
  if (kinds->len == 0)
    return;
  kind = g_ptr_array_index (kinds, g_rand_int_range (rand, 0, kinds->len));
  if (g_rand_boolean (rand) && element_count_children (parent, kind->name) > 0)
    before = element_get_child (parent, kind->name, 0);
  pact_editor_add (fixture->editor, parent, kind->name, before, &error);
  g_assert_no_error (error);
}

static void
move_something (GRand *rand,
                EditorFixture *fixture,
                PactElement *element)
{
  PactElement *parent = pick (rand, fixture, pact_element_get_kind (pact_element_get_parent (element)));
  const char *kind_name = pact_element_get_kind (element)->name;
  guint n = element_count_children (parent, kind_name);
  g_autoptr (GError) error = NULL;

  if (!can_move_alone (fixture->editor, element, parent))
    return;
  move_alone (fixture->editor, element, parent,
              n > 0 ? element_get_child (parent, kind_name, g_rand_int_range (rand, 0, n)) : NULL, &error);
  g_assert_no_error (error);
}

static void
name_something (GRand *rand,
                EditorFixture *fixture)
{
  PactElement *measure = pick (rand, fixture, pact_model_find_kind (pact_model_get_default (), "measure"));
  g_autofree char *name = g_strdup_printf ("Body %d", g_rand_int_range (rand, 0, 6));
  g_autoptr (GError) error = NULL;

  if (measure == NULL)
    return;
  if (g_rand_boolean (rand))
    pact_editor_set_actor_by_name (fixture->editor, measure,
                                   pact_kind_find_field (pact_element_get_kind (measure), "lead"), name, NULL, &error);
  else
    pact_editor_involve (fixture->editor, measure, name, "public-body", &error);
  g_assert_no_error (error);
}

/* A currency in which amounts could not be said exactly is refused, and stays what it was. */
static void
set_field (EditorFixture *fixture,
           PactElement *element,
           const PactField *field,
           const char *value)
{
  g_autofree char *before = g_strdup (pact_element_get_value (element, field));
  g_autoptr (GError) error = NULL;

  pact_editor_set (fixture->editor, element, field, value, &error);
  if (field->type == PACT_TYPE_CURRENCY && error != NULL)
    {
      g_assert_error (error, PACT_EDIT_ERROR, PACT_EDIT_ERROR_ROUNDING);
      g_assert_cmpstr (pact_element_get_value (element, field), ==, before);
    }
  else
    g_assert_no_error (error);
}

/* A field is filled in as by somebody who types: in one go, with a pause, or only to take it back. */
static void
type_something (GRand *rand,
                EditorFixture *fixture,
                PactElement *element,
                const PactField *field)
{
  g_autofree char *before = g_strdup (pact_element_get_value (element, field));
  guint n = g_rand_int_range (rand, 1, 4);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = make_value (rand, fixture, field);

      set_field (fixture, element, field, text);
      if (g_rand_int_range (rand, 0, 4) == 0)
        pact_editor_end_step (fixture->editor);
    }
  if (g_rand_int_range (rand, 0, 4) == 0)
    set_field (fixture, element, field, before);
}

/* A few elements of one kind, wherever they stand; some perhaps twice. */
static GPtrArray *
pick_several (GRand *rand,
              EditorFixture *fixture,
              PactElement *first)
{
  GPtrArray *elements = g_ptr_array_new ();

  g_ptr_array_add (elements, first);
  for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
    g_ptr_array_add (elements, pick (rand, fixture, pact_element_get_kind (first)));

  return elements;
}

static void
do_with_several (GRand *rand,
                 EditorFixture *fixture,
                 PactElement *first)
{
  g_autoptr (GPtrArray) elements = pick_several (rand, fixture, first);
  g_autoptr (GPtrArray) copies = NULL;
  PactElement *parent = pick (rand, fixture, pact_element_get_kind (pact_element_get_parent (first)));
  PactElement *replacement = pick (rand, fixture, pact_element_get_kind (first));
  const char *kind_name = pact_element_get_kind (first)->name;
  guint n = element_count_children (parent, kind_name);
  g_autoptr (GError) error = NULL;

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      if (pact_editor_can_move_all (fixture->editor, elements, parent))
        pact_editor_move_all (fixture->editor, elements, parent,
                              n > 0 ? element_get_child (parent, kind_name, g_rand_int_range (rand, 0, n)) : NULL, &error);
      break;
    case 1:
      if (pact_editor_can_step_all (fixture->editor, elements))
        pact_editor_step_all (fixture->editor, elements, g_rand_boolean (rand) ? 1 : -1, &error);
      break;
    case 2:
      copies = pact_editor_duplicate_all (fixture->editor, elements, &error);
      break;
    default:
      g_ptr_array_set_size (elements, 1);
      if (!pact_element_contains (first, replacement))
        pact_editor_remove_all (fixture->editor, elements, replacement, &error);
    }
  g_assert_no_error (error);
}

/* One verb at random. */
static void
do_something (GRand *rand,
              EditorFixture *fixture)
{
  PactElement *element = pick (rand, fixture, NULL);
  const PactKind *kind = pact_element_get_kind (element);
  const PactField *field = &kind->fields[g_rand_int_range (rand, 0, kind->n_fields)];
  int what = g_rand_int_range (rand, 0, pact_element_get_parent (element) != NULL ? 16 : 8);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  /* Of all fields this one alone changes what is needed in others. */
  if (pact_element_is_kind (element, "measure") && g_rand_boolean (rand))
    field = pact_kind_find_field (kind, "situation");
  /* Rarely something great is deleted, so that there is always something left; what was submitted is not copied. */
  if (what >= 12 && pact_element_is_kind (element, "pillar"))
    what = 0;
  if ((what == 11 || what >= 13) && pact_element_is_kind (element, "submission"))
    what = 12;

  if (what < 4)
    type_something (rand, fixture, element, field);
  else if (what < 7)
    add_something (rand, fixture, element);
  else if (what == 7)
    name_something (rand, fixture);
  else if (what == 8)
    pact_editor_step (fixture->editor, element, g_rand_boolean (rand) ? 1 : -1, &error);
  else if (what == 9)
    move_something (rand, fixture, element);
  else if (what == 10)
    duplicate_alone (fixture->editor, element, &error);
  else if (what == 11)
    {
      text = editor_copy (fixture->editor, element);
      editor_paste (fixture->editor, pick (rand, fixture, kind), text, &error);
    }
  else if (what >= 14)
    do_with_several (rand, fixture, element);
  else if (what == 12)
    pact_editor_remove (fixture->editor, element, &error);
  else
    text = editor_cut (fixture->editor, element, &error);
  g_assert_no_error (error);
}

/* Also what is not exported, and the times of the last change. */
static void
check_state (EditorFixture *fixture,
             GPtrArray *expected)
{
  g_autoptr (GPtrArray) changes = pact_plan_compare (pact_editor_get_plan (fixture->editor), expected);

  g_assert_cmpuint (changes->len, ==, 0);
  editor_check_agrees (fixture);
}

/* After each verb, undo and redo the plan in memory is the one in the file; undoing everything leads to the first state,
 * redoing everything to the last, also by another run of the program. */
static void
test_random (EditorFixture *fixture,
             gconstpointer data)
{
  const PactModel *model = pact_model_get_default ();
  const Sequence *sequence = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (sequence->seed);
  g_autoptr (GPtrArray) first = pact_plan_to_records (pact_editor_get_plan (fixture->editor));
  g_autoptr (GPtrArray) last = NULL;
  g_autoptr (GError) error = NULL;

  /* Something of every kind, to begin with. */
  for (gsize i = 1; i < model->n_kinds; i++)
    {
      PactElement *parent = pick (rand, fixture, pact_model_find_kind (model, model->kinds[i].parents[0]));

      pact_editor_add (fixture->editor, parent, model->kinds[i].name, NULL, &error);
      g_assert_no_error (error);
    }
  editor_check_agrees (fixture);

  for (guint i = 0; i < sequence->n_verbs; i++)
    {
      int what = g_rand_int_range (rand, 0, 10);

      if (what == 0 && pact_editor_can_undo (fixture->editor))
        editor_undo (fixture);
      else if (what == 1 && pact_editor_can_redo (fixture->editor))
        editor_redo (fixture);
      else
        do_something (rand, fixture);
      editor_check_agrees (fixture);
    }
  while (pact_editor_can_redo (fixture->editor))
    editor_redo (fixture);
  last = pact_plan_to_records (pact_editor_get_plan (fixture->editor));

  editor_fixture_close (fixture);
  editor_fixture_open (fixture);
  check_state (fixture, last);
  while (pact_editor_can_undo (fixture->editor))
    {
      editor_undo (fixture);
      editor_check_agrees (fixture);
    }
  check_state (fixture, first);

  editor_fixture_close (fixture);
  editor_fixture_open (fixture);
  while (pact_editor_can_redo (fixture->editor))
    {
      editor_redo (fixture);
      editor_check_agrees (fixture);
    }
  check_state (fixture, last);
}

/* Makes a locale of the system in the folder of the test. Returns whether its definition is there. */
static gboolean
make_locale (EditorFixture *fixture,
             const char *name)
{
  g_autofree char *file_name = g_strconcat (name, ".UTF-8", NULL);
  g_autofree char *folder = g_build_filename (fixture->folder, "locales", NULL);
  g_autofree char *path = g_build_filename (folder, file_name, NULL);
  const char *const command[] = { "localedef", "-i", name, "-f", "UTF-8", path, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status,
                &error);
  if (error != NULL || !g_spawn_check_wait_status (status, NULL))
    return FALSE;
  g_setenv ("LOCPATH", folder, TRUE);

  return setlocale (LC_ALL, file_name) != NULL;
}

/* However numbers, dates and letters are written where the program runs, the file says the same. */
static void
test_random_in_locale (EditorFixture *fixture,
                       gconstpointer data)
{
  const Sequence *sequence = data;
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));

  if (!make_locale (fixture, sequence->locale))
    {
      g_test_skip ("The definitions of locales are not installed");
      return;
    }
  test_random (fixture, sequence);
  g_unsetenv ("LOCPATH");
  g_assert_nonnull (setlocale (LC_ALL, before));
}

static const Sequence long_ones[] = { { 1, 150 }, { 2, 150 }, { 3, 150 }, { 4, 150 } };

static const Sequence in_locales[] = {
  { 5, 30, "de_DE" }, { 6, 30, "fr_FR" }, { 7, 30, "pl_PL" }, { 8, 30, "sv_SE" }, { 9, 30, "lv_LV" }, { 10, 30, "ar_EG" },
};

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (long_ones); i++)
    {
      g_autofree char *name = g_strdup_printf ("/editor-random/long/%u", long_ones[i].seed);

      g_test_add (name, EditorFixture, &long_ones[i], editor_fixture_set_up, test_random, editor_fixture_tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (in_locales); i++)
    {
      g_autofree char *name = g_strdup_printf ("/editor-random/locale/%s", in_locales[i].locale);

      g_test_add (name, EditorFixture, &in_locales[i], editor_fixture_set_up, test_random_in_locale, editor_fixture_tear_down);
    }

  return g_test_run ();
}
