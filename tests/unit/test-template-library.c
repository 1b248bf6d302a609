/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "folder.h"
#include "pact-paths.h"
#include "template-fixture.h"
#include "test-config.h"

static void
put_file (const char *folder,
          const char *name,
          const char *text)
{
  g_autofree char *file_name = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (file_name, text, -1, NULL));
}

static gboolean
has_fault (PactTemplateLibrary *library,
           const char *name,
           const char *message)
{
  GPtrArray *list = pact_template_library_get_faults (library);

  for (guint i = 0; i < list->len; i++)
    {
      const PactTemplateFault *fault = g_ptr_array_index (list, i);

      if (g_str_has_suffix (fault->file_name, name) && strstr (fault->message, message) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
items_changed_cb (GListModel *list,
                  guint position,
                  guint removed,
                  guint added,
                  guint *counts)
{
  counts[0] = removed;
  counts[1] = added;
}

static void
test_library (void)
{
  g_autoptr (PactTemplateLibrary) library = pact_template_library_new (pact_model_get_default ());
  g_autofree char *folder = pact_template_library_get_user_folder ();
  g_autofree char *small = template_fixture_load ("small.json");
  g_autofree char *broken = template_fixture_load ("broken.json");
  g_autofree char *pipe = g_build_filename (folder, "pipe.json", NULL);
  g_autoptr (PactTemplate) first = NULL;
  g_autoptr (PactTemplate) last = NULL;
  guint counts[2] = { 0, 0 };
  guint n = g_list_model_get_n_items (G_LIST_MODEL (library));

  g_assert_cmpuint (pact_template_library_get_faults (library)->len, ==, 0);
  g_signal_connect (library, "items-changed", G_CALLBACK (items_changed_cb), counts);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  put_file (folder, "a-small.json", small);
  put_file (folder, "broken.json", broken);
  put_file (folder, "same.json", small);
  put_file (folder, "notes.txt", "no template");
  put_file (folder, "short.json", "{\n  \"format\":");
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  pact_template_library_reload (library);

  first = g_list_model_get_item (G_LIST_MODEL (library), 0);
  g_assert_cmpstr (pact_template_get_id (first), ==, "pact-4ps");
  g_assert_cmpuint (counts[0], ==, n);
  g_assert_cmpuint (counts[1], ==, n + 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (library)), ==, n + 1);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (library), n + 1));
  last = g_list_model_get_item (G_LIST_MODEL (library), n);
  g_assert_cmpstr (pact_template_get_id (last), ==, "small");
  g_assert_true (pact_template_is_own (last));
  g_assert_true (pact_template_library_find (library, "small") == last);
  g_assert_null (pact_template_library_find (library, "large"));
  g_assert_null (pact_template_library_find (library, NULL));

  g_assert_true (has_fault (library, "broken.json", "Line 4: "));
  g_assert_true (has_fault (library, "broken.json", "Line 29: "));
  g_assert_true (has_fault (library, "same.json", "another template with the id “small”"));
  g_assert_true (has_fault (library, "short.json", "Line 2"));
  g_assert_true (has_fault (library, "pipe.json", "not a file"));
  g_assert_false (has_fault (library, "notes.txt", ""));

  g_remove (pipe);
}

static PactTemplate *
put_titled (PactTemplateLibrary *library,
            const char *folder,
            const char *name,
            const char *id,
            const char *title)
{
  g_autofree char *small = template_fixture_load ("small.json");
  g_autoptr (GString) text = g_string_new (small);
  g_autofree char *id_member = g_strdup_printf ("\"id\": \"%s\"", id);

  g_string_replace (text, "\"id\": \"small\"", id_member, 1);
  g_string_replace (text, "A small template", title, 1);
  put_file (folder, name, text->str);
  pact_template_library_reload (library);

  return pact_template_library_find (library, id);
}

static void
check_name (PactTemplateLibrary *library,
            const char *id,
            const char *expected)
{
  g_autofree char *name = pact_template_library_dup_name (library, id);

  g_assert_cmpstr (name, ==, expected);
}

/* Two of one title can be told apart, and only those need to be. */
static void
test_names (void)
{
  g_autoptr (PactTemplateLibrary) library = pact_template_library_new (pact_model_get_default ());
  g_autofree char *folder = pact_template_library_get_user_folder ();
  PactTemplate *pact = pact_template_library_find (library, "pact-4ps");
  g_autofree char *title = g_strdup (pact_template_get_title (pact, NULL));

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  put_titled (library, folder, "one.json", "own-one", "How we plan");
  check_name (library, "own-one", "How we plan");
  put_titled (library, folder, "two.json", "own-two", "How we plan");
  check_name (library, "own-one", "How we plan (one.json)");
  check_name (library, "own-two", "How we plan (two.json)");
  check_name (library, "own-gone", "own-gone");

  put_titled (library, folder, "two.json", "own-two", title);
  check_name (library, "own-one", "How we plan");
  check_name (library, "pact-4ps", title);
  g_assert_true (g_str_has_suffix (pact_template_get_file_name (pact_template_library_find (library, "own-two")), "/two.json"));
}

/* What has not changed is not read again; what has changed is, and faults go and come with their files. */
static void
test_reload (void)
{
  g_autoptr (PactTemplateLibrary) library = pact_template_library_new (pact_model_get_default ());
  g_autofree char *folder = pact_template_library_get_user_folder ();
  g_autofree char *broken = g_build_filename (folder, "reload-broken.json", NULL);
  g_autoptr (PactTemplate) pact = g_object_ref (pact_template_library_find (library, "pact-4ps"));
  g_autoptr (PactTemplate) own = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  own = g_object_ref (put_titled (library, folder, "reload.json", "reload", "The first"));
  put_file (folder, "reload-broken.json", "{");
  pact_template_library_reload (library);
  g_assert_true (pact_template_library_find (library, "pact-4ps") == pact);
  g_assert_true (pact_template_library_find (library, "reload") == own);
  g_assert_true (has_fault (library, "reload-broken.json", ""));

  /* Of the same length: what tells it apart is when it was written, and that it is another file. */
  g_assert_true (put_titled (library, folder, "reload.json", "reload", "Its other") != own);
  g_assert_cmpstr (pact_template_get_title (pact_template_library_find (library, "reload"), NULL), ==, "Its other");
  g_assert_cmpstr (pact_template_get_title (own, NULL), ==, "The first");
  g_assert_true (pact_template_library_find (library, "pact-4ps") == pact);
  g_assert_true (has_fault (library, "reload-broken.json", ""));

  g_assert_cmpint (g_remove (broken), ==, 0);
  pact_template_library_reload (library);
  g_assert_false (has_fault (library, "reload-broken.json", ""));
  g_assert_true (pact_template_library_find (library, "pact-4ps") == pact);
}

/* The templates that come with the program. */
static void
test_shipped (void)
{
  g_autoptr (PactTemplateLibrary) library = pact_template_library_new (pact_model_get_default ());
  g_autoptr (GDir) folder = g_dir_open (pact_paths_get_templates_dir (), 0, NULL);
  PactTemplate *pact = pact_template_library_find (library, "pact-4ps");
  g_autoptr (GPtrArray) records = NULL;

  g_assert_nonnull (folder);
  for (guint i = 0; i < pact_template_library_get_faults (library)->len; i++)
    {
      const PactTemplateFault *fault = g_ptr_array_index (pact_template_library_get_faults (library), i);

      /* Other tests of this file put theirs into the user's folder. */
      g_assert_false (g_str_has_prefix (fault->file_name, PACT_SOURCE_DIR));
    }

  g_assert_nonnull (pact);
  g_assert_false (pact_template_is_own (pact));
  g_assert_cmpstr (pact_template_item_get_provenance (pact_template_find (pact, "G1-1")), ==, "suggestion");
  g_assert_cmpuint (pact_template_count (pact, "measure"), ==, 47);
  records = pact_template_instantiate (pact, "en");
  template_fixture_check (records);
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (Folder) folder = folder_new ();

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template-library/own", test_library);
  g_test_add_func ("/template-library/names", test_names);
  g_test_add_func ("/template-library/reload", test_reload);
  g_test_add_func ("/template-library/shipped", test_shipped);

  return g_test_run ();
}
