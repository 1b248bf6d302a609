/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "pact-halves.h"
#include "widget-fixture.h"

#define WIDTH 100
#define LOW 30
#define HIGH 50
#define ROOM 40 /* more than there is between them */

typedef struct
{
  GtkWindow *window;
  GtkWidget *halves;
  GtkWidget *one;
  GtkWidget *other;
} Fixture;

static GtkWidget *
add_half (Fixture *fixture,
          int height)
{
  GtkWidget *half = gtk_drawing_area_new ();

  gtk_widget_set_size_request (half, WIDTH, height);
  gtk_widget_set_parent (half, fixture->halves);

  return half;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->halves = g_object_new (PACT_TYPE_HALVES, NULL);
  fixture->one = add_half (fixture, LOW);
  fixture->other = add_half (fixture, HIGH);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (fixture->window, fixture->halves);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (fixture->window);
}

static graphene_rect_t
place_of (Fixture *fixture,
          GtkWidget *half)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (half, fixture->halves, &bounds));

  return bounds;
}

/* In a width, as high as they want to be then. */
static int
allocate (Fixture *fixture,
          int width)
{
  int minimum, height;

  gtk_widget_measure (fixture->halves, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, WIDTH);
  gtk_widget_measure (fixture->halves, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_allocate (fixture->halves, width, height, -1, NULL);

  return height;
}

static void
test_beside (Fixture *fixture,
             gconstpointer data)
{
  graphene_rect_t one, other;

  g_assert_cmpint (allocate (fixture, 4 * WIDTH), ==, HIGH);
  one = place_of (fixture, fixture->one);
  other = place_of (fixture, fixture->other);
  g_assert_cmpfloat (one.origin.x, ==, 0);
  g_assert_cmpfloat (other.origin.x, >, one.size.width);
  g_assert_cmpfloat (other.origin.x + other.size.width, ==, 4 * WIDTH);
  g_assert_cmpfloat (one.size.width, ==, other.size.width);
  g_assert_cmpfloat (one.size.height, ==, HIGH);
  g_assert_cmpfloat (other.origin.y, ==, 0);
}

static void
test_below (Fixture *fixture,
            gconstpointer data)
{
  graphene_rect_t one, other;

  /* Both would fit, but nothing between them. */
  g_assert_cmpint (allocate (fixture, 2 * WIDTH), >, LOW + HIGH);
  one = place_of (fixture, fixture->one);
  other = place_of (fixture, fixture->other);
  g_assert_cmpfloat (one.size.width, ==, 2 * WIDTH);
  g_assert_cmpfloat (one.size.height, ==, LOW);
  g_assert_cmpfloat (other.origin.x, ==, 0);
  g_assert_cmpfloat (other.origin.y, >, LOW);
  g_assert_cmpfloat (other.origin.y, <, LOW + ROOM);
  g_assert_cmpfloat (other.size.height, ==, HIGH);
}

static void
test_right_to_left (Fixture *fixture,
                    gconstpointer data)
{
  gtk_widget_set_direction (fixture->halves, GTK_TEXT_DIR_RTL);
  allocate (fixture, 4 * WIDTH);
  g_assert_cmpfloat (place_of (fixture, fixture->other).origin.x, ==, 0);
  g_assert_cmpfloat (place_of (fixture, fixture->one).origin.x, >, 2 * WIDTH);
  allocate (fixture, 2 * WIDTH);
  g_assert_cmpfloat (place_of (fixture, fixture->one).origin.x, ==, 0);
}

static void
add_tests (void)
{
  g_test_add ("/halves/beside", Fixture, NULL, set_up, test_beside, tear_down);
  g_test_add ("/halves/below", Fixture, NULL, set_up, test_below, tear_down);
  g_test_add ("/halves/right-to-left", Fixture, NULL, set_up, test_right_to_left, tear_down);
}

int
main (int argc,
      char *argv[])
{
  return widget_test_run (argc, argv, add_tests);
}
