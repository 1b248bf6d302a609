/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "pact-measures-widths.h"

/* How wide the form is at most, with the scrollbar. */
#define FORM 780

/* What is more than the form needs is the tree's, before anything is left free; but no more than titles need in one line. */
static void
test_wide (void)
{
  int usual = pact_measures_get_tree_width (970, 1);

  g_assert_cmpint (usual, >, 340);
  g_assert_cmpint (usual, <, 370);
  for (int width = 1150; width <= FORM + 600; width += 10)
    g_assert_cmpint (pact_measures_get_tree_width (width, 1), ==, width - FORM);
  g_assert_cmpint (pact_measures_get_tree_width (1690, 1), ==, 620);
  g_assert_cmpint (pact_measures_get_tree_width (3000, 1), ==, 620);
}

/* The form has more of a narrow section than the tree. */
static void
test_narrow (void)
{
  for (int width = 600; width < 970; width += 10)
    g_assert_cmpint (pact_measures_get_tree_width (width, 1), <, width * 2 / 5);
}

/* Larger text needs more room, but not all that there is. */
static void
test_large_text (void)
{
  g_assert_cmpint (pact_measures_get_tree_width (1690, 2), >, 600);
  g_assert_cmpint (pact_measures_get_tree_width (1690, 2), <, 640);
  g_assert_cmpint (pact_measures_get_tree_width (970, 2), ==, pact_measures_get_tree_width (970, 1));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/widths/wide", test_wide);
  g_test_add_func ("/widths/narrow", test_narrow);
  g_test_add_func ("/widths/large-text", test_large_text);

  return g_test_run ();
}
