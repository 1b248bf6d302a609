/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "pact-wrap-layout.h"
#include "widget-fixture.h"

#define N_CHILDREN 3
#define WIDTH 100
#define HEIGHT 30
#define SPACING 10

typedef struct
{
  GtkWindow *window;
  GtkWidget *bar;
  GtkWidget *children[N_CHILDREN];
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (fixture->bar, g_object_new (PACT_TYPE_WRAP_LAYOUT, "spacing", SPACING, NULL));
  for (guint i = 0; i < N_CHILDREN; i++)
    {
      fixture->children[i] = gtk_drawing_area_new ();
      gtk_widget_set_size_request (fixture->children[i], WIDTH, HEIGHT);
      gtk_box_append (GTK_BOX (fixture->bar), fixture->children[i]);
    }
  gtk_widget_set_hexpand (fixture->children[0], TRUE);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (fixture->window, fixture->bar);
  gtk_window_present (fixture->window);
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

  gtk_widget_measure (fixture->bar, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, natural);

  return natural;
}

/* As many in a line as there is room for; what is hidden takes none. */
static void
test_lines (Fixture *fixture,
            gconstpointer data)
{
  const int all = N_CHILDREN * WIDTH + 2 * SPACING;
  int minimum, natural;

  gtk_widget_measure (fixture->bar, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, WIDTH);
  g_assert_cmpint (natural, ==, all);
  g_assert_cmpint (measure_height (fixture, -1), ==, HEIGHT);
  g_assert_cmpint (measure_height (fixture, all), ==, HEIGHT);
  g_assert_cmpint (measure_height (fixture, all - 1), ==, 2 * HEIGHT + SPACING);
  g_assert_cmpint (measure_height (fixture, WIDTH), ==, 3 * HEIGHT + 2 * SPACING);
  gtk_widget_set_visible (fixture->children[1], FALSE);
  g_assert_cmpint (measure_height (fixture, all - WIDTH - SPACING), ==, HEIGHT);
}

static void
check_place (Fixture *fixture,
             guint child,
             int x,
             int y,
             int width)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (fixture->children[child], fixture->bar, &bounds));
  g_assert_cmpint ((int) bounds.origin.x, ==, x);
  g_assert_cmpint ((int) bounds.origin.y, ==, y);
  g_assert_cmpint ((int) bounds.size.width, ==, width);
}

static void
allocate (Fixture *fixture,
          int width)
{
  gtk_widget_measure (fixture->bar, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (fixture->bar, &(GtkAllocation){ 0, 0, width, measure_height (fixture, width) }, -1);
}

/* What expands takes what is left of its line; where one reads from the right, a line begins there. */
static void
test_places (Fixture *fixture,
             gconstpointer data)
{
  allocate (fixture, 500);
  check_place (fixture, 0, 0, 0, 280);
  check_place (fixture, 1, 290, 0, WIDTH);
  check_place (fixture, 2, 400, 0, WIDTH);
  allocate (fixture, 250);
  check_place (fixture, 0, 0, 0, 140);
  check_place (fixture, 1, 150, 0, WIDTH);
  check_place (fixture, 2, 0, HEIGHT + SPACING, WIDTH);
  gtk_widget_set_direction (fixture->bar, GTK_TEXT_DIR_RTL);
  allocate (fixture, 250);
  check_place (fixture, 0, 110, 0, 140);
  check_place (fixture, 1, 0, 0, WIDTH);
  check_place (fixture, 2, 150, HEIGHT + SPACING, WIDTH);
}

static void
add_tests (void)
{
  g_test_add ("/wrap/lines", Fixture, NULL, set_up, test_lines, tear_down);
  g_test_add ("/wrap/places", Fixture, NULL, set_up, test_places, tear_down);
}

int
main (int argc,
      char *argv[])
{
  return widget_test_run (argc, argv, add_tests);
}
