/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "pact-columns.h"
#include "widget-fixture.h"

#define N_FIELDS 4
#define WIDTH 100
#define HEIGHT 30

typedef struct
{
  GtkWindow *window;
  GtkWidget *columns;
  GtkWidget *fields[N_FIELDS];
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->columns = pact_columns_new ();
  for (guint i = 0; i < N_FIELDS; i++)
    {
      fixture->fields[i] = gtk_drawing_area_new ();
      gtk_widget_set_focusable (fixture->fields[i], TRUE);
      gtk_widget_set_size_request (fixture->fields[i], WIDTH, HEIGHT);
      gtk_widget_set_parent (fixture->fields[i], fixture->columns);
    }
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (fixture->window, fixture->columns);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (fixture->window);
}

static int
measure_height (Fixture *fixture,
                int width)
{
  int minimum, natural;

  gtk_widget_measure (fixture->columns, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, natural);

  return natural;
}

/* As many beside each other as there is room for, and no line is left half empty. */
static void
test_lines (Fixture *fixture,
            gconstpointer data)
{
  int minimum, natural;

  gtk_widget_measure (fixture->columns, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, WIDTH);
  g_assert_cmpint (natural, ==, N_FIELDS * WIDTH);
  g_assert_cmpint (measure_height (fixture, -1), ==, HEIGHT);
  g_assert_cmpint (measure_height (fixture, N_FIELDS * WIDTH), ==, HEIGHT);
  g_assert_cmpint (measure_height (fixture, N_FIELDS * WIDTH - 1), ==, 2 * HEIGHT);
  g_assert_cmpint (measure_height (fixture, 2 * WIDTH), ==, 2 * HEIGHT);
  g_assert_cmpint (measure_height (fixture, 2 * WIDTH - 1), ==, N_FIELDS * HEIGHT);

  gtk_widget_set_visible (fixture->fields[1], FALSE);
  g_assert_cmpint (measure_height (fixture, 3 * WIDTH), ==, HEIGHT);
  g_assert_cmpint (measure_height (fixture, 3 * WIDTH - 1), ==, 3 * HEIGHT);
}

static void
check_place (Fixture *fixture,
             guint field,
             float x,
             float bottom)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (fixture->fields[field], fixture->columns, &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, x);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, ==, bottom);
}

/* Lower edges are level, and what is left of the width is shared. */
static void
test_places (Fixture *fixture,
             gconstpointer data)
{
  gtk_widget_set_size_request (fixture->fields[2], WIDTH, 2 * HEIGHT);
  gtk_window_present (fixture->window);
  gtk_widget_measure (fixture->columns, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (fixture->columns, &(GtkAllocation){ 0, 0, N_FIELDS * (WIDTH + 5), 2 * HEIGHT }, -1);
  check_place (fixture, 0, 0, 2 * HEIGHT);
  check_place (fixture, 1, WIDTH + 5, 2 * HEIGHT);
  check_place (fixture, 3, 3 * (WIDTH + 5), 2 * HEIGHT);

  gtk_widget_set_direction (fixture->columns, GTK_TEXT_DIR_RTL);
  gtk_widget_measure (fixture->columns, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (fixture->columns, &(GtkAllocation){ 0, 0, 2 * WIDTH, 3 * HEIGHT }, -1);
  check_place (fixture, 0, WIDTH, HEIGHT);
  check_place (fixture, 1, 0, HEIGHT);
  check_place (fixture, 2, WIDTH, 3 * HEIGHT);
  check_place (fixture, 3, 0, 3 * HEIGHT);
}

/* Tab goes from one to the next, though one of them reaches up farther than those before it. */
static void
test_focus (Fixture *fixture,
            gconstpointer data)
{
  gtk_widget_set_size_request (fixture->fields[2], WIDTH, 2 * HEIGHT);
  gtk_window_present (fixture->window);
  widget_wait_for_frames (fixture->columns);
  gtk_widget_grab_focus (fixture->fields[0]);
  for (guint i = 1; i < N_FIELDS; i++)
    {
      g_assert_true (gtk_widget_child_focus (fixture->columns, GTK_DIR_TAB_FORWARD));
      g_assert_true (gtk_window_get_focus (fixture->window) == fixture->fields[i]);
    }
  g_assert_true (gtk_widget_child_focus (fixture->columns, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_window_get_focus (fixture->window) == fixture->fields[N_FIELDS - 2]);
}

static void
add_tests (void)
{
  g_test_add ("/columns/lines", Fixture, NULL, set_up, test_lines, tear_down);
  g_test_add ("/columns/places", Fixture, NULL, set_up, test_places, tear_down);
  g_test_add ("/columns/focus", Fixture, NULL, set_up, test_focus, tear_down);
}

int
main (int argc,
      char *argv[])
{
  return widget_test_run (argc, argv, add_tests);
}
