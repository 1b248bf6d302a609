/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include <string.h>

#include "pact-file-name.h"
#include "widget-fixture.h"

static void
assert_name (const char *text,
             const char *expected)
{
  g_autofree char *name = pact_file_name_from_text (text);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_allowed (void)
{
  assert_name ("Landkreis Fürth – Schutz vor Gewalt 2027-2030", "Landkreis Fürth – Schutz vor Gewalt 2027-2030");
  assert_name (" .hidden.", "-hidden.");
  assert_name (" a/b\\c:d*e?f\"g<h>i|j\n", "a-b-c-d-e-f-g-h-i-j");
  assert_name ("Town \342\200\256nosj", "Town nosj");
}

/* The longest title in a script of three bytes for each character still makes a file, and no half character. */
static void
test_long (void)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autofree char *name = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (title, "ბ");
  name = pact_file_name_from_text (title->str);
  g_assert_cmpuint (strlen (name), <=, 200);
  g_assert_cmpuint (strlen (name), >, 190);
  g_assert_true (g_utf8_validate (name, -1, NULL));
}

static void
add_tests (void)
{
  g_test_add_func ("/file-name/allowed", test_allowed);
  g_test_add_func ("/file-name/long", test_long);
}

int
main (int argc,
      char *argv[])
{
  return widget_test_run (argc, argv, add_tests);
}
