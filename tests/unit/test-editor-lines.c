/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <string.h>

#include "editor-fixture.h"

/* A list that is pasted becomes measures. */

static void
test_lines (void)
{
  static const struct
  {
    const char *text;
    const char *lines; /* with “|” between them */
  } cases[] = {
    { "", "" },
    { " \n\t\r\n", "" },
    { "Train staff", "Train staff" },
    { "Train staff\nOpen a helpline\r\nPublish a report\rTell the parents", "Train staff|Open a helpline|Publish a report|Tell the parents" },
    { "One\vTwo\fThree\302\205Four\u2028Five\u2029Six", "One|Two|Three|Four|Five|Six" },
    { "\n\nOne\n\n\nTwo\n", "One|Two" },
    { "\ufeff  One\u00a0 \n\u200b\n\u3000Two\t", "One|Two" },
    { "• One\n•Two\n- Three\n– Four\n* Five\n\t◦ Six\n☐ Seven\n- [x] Eight", "One|Two|Three|Four|Five|Six|Seven|[x] Eight" },
    { "1. One\n2) Two\n(3) Three\n1.2. Four\n1.2.3 Five\na) Six\niv) Seven\n1.2\tEight\n7\tNine",
      "One|Two|Three|Four|Five|Six|Seven|Eight|Nine" },
    /* What only looks like a marker stays. */
    { "2027 is the year\n1.5 hours a week\n-5 degrees\nA. Smith speaks\n24/7 helpline\n3.000 leaflets",
      "2027 is the year|1.5 hours a week|-5 degrees|A. Smith speaks|24/7 helpline|3.000 leaflets" },
    { "Two\tcells", "Two cells" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) lines = pact_lines_from_text (cases[i].text);
      g_autofree char *joined = g_strjoinv ("|", lines);

      g_assert_cmpstr (joined, ==, cases[i].lines);
    }
}

static void
test_paste (EditorFixture *fixture,
            gconstpointer data)
{
  PactElement *root = editor_get_root (fixture);
  PactElement *objective = element_get_child (element_get_child (root, "pillar", 0), "objective", 0);
  guint n = element_count_children (objective, "measure");
  g_autofree char *long_line = g_strnfill (300, 'a');
  char *lines[] = { "One", NULL, "Three", NULL };
  g_autoptr (GPtrArray) pasted = NULL;
  g_autoptr (GError) error = NULL;
  const char *title;
  guint n_long;

  memset (long_line + 150, ' ', 1);
  lines[1] = long_line;
  pasted = pact_editor_paste_lines (fixture->editor, element_get_child (objective, "measure", 1), lines, &n_long, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pasted->len, ==, 3);
  g_assert_cmpuint (n_long, ==, 1);
  g_assert_cmpuint (element_count_children (objective, "measure"), ==, n + 3);
  g_assert_cmpstr (pact_element_get_title (element_get_child (objective, "measure", 2)), ==, "One");
  g_assert_cmpstr (pact_element_get_title (element_get_child (objective, "measure", 4)), ==, "Three");

  /* What is too long for a title stands whole in the description. */
  title = pact_element_get_title (g_ptr_array_index (pasted, 1));
  g_assert_cmpint (g_utf8_strlen (title, -1), ==, 151);
  g_assert_true (g_str_has_suffix (title, "a…"));
  g_assert_cmpstr (pact_element_get (g_ptr_array_index (pasted, 1), "description"), ==, long_line);
  g_assert_null (pact_element_get (g_ptr_array_index (pasted, 0), "description"));
  editor_check_agrees (fixture);
  editor_undo (fixture);
  g_assert_cmpuint (element_count_children (objective, "measure"), ==, n);
  editor_check_agrees (fixture);
}

static void
test_refused (EditorFixture *fixture,
              gconstpointer data)
{
  PactElement *root = editor_get_root (fixture);
  PactElement *pillar = element_get_child (root, "pillar", 0);
  PactElement *objective = element_get_child (pillar, "objective", 0);
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  char *two[] = { "One", "Two", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (pact_editor_paste_lines (fixture->editor, pillar, two, NULL, &error));
  g_assert_error (error, PACT_EDIT_ERROR, PACT_EDIT_ERROR_CLIPBOARD);
  g_clear_error (&error);

  for (guint i = 0; i <= 1000; i++)
    g_string_append_printf (text, "Line %u\n", i);
  lines = pact_lines_from_text (text->str);
  g_assert_null (pact_editor_paste_lines (fixture->editor, objective, lines, NULL, &error));
  g_assert_error (error, PACT_EDIT_ERROR, PACT_EDIT_ERROR_CLIPBOARD);
  g_assert_false (pact_editor_can_undo (fixture->editor));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/editor-lines/lines", test_lines);
  g_test_add ("/editor-lines/paste", EditorFixture, NULL, editor_fixture_set_up, test_paste, editor_fixture_tear_down);
  g_test_add ("/editor-lines/refused", EditorFixture, NULL, editor_fixture_set_up, test_refused, editor_fixture_tear_down);

  return g_test_run ();
}
