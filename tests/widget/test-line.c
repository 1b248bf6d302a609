/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "pact-line.h"
#include "pact-text-area.h"
#include "widget-fixture.h"

#define SPACING 10
#define BUTTON_WIDTH 60

static const char title[] = "Raise awareness among everybody who works with children in schools, in sports and in care";

typedef struct
{
  GtkWindow *window;
  GtkWidget *box;
  GtkWidget *line;
  GtkWidget *text;
  GtkWidget *button;
} Fixture;

/* A text that wraps and a button, in a box, as the rows of lists stand in what others make. */
static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->line = pact_line_new (SPACING);
  fixture->text = gtk_label_new (title);
  gtk_label_set_wrap (GTK_LABEL (fixture->text), TRUE);
  gtk_widget_set_hexpand (fixture->text, TRUE);
  gtk_widget_set_parent (fixture->text, fixture->line);
  fixture->button = gtk_button_new ();
  gtk_widget_set_size_request (fixture->button, BUTTON_WIDTH, -1);
  gtk_widget_set_valign (fixture->button, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (fixture->button, fixture->line);
  fixture->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (fixture->box), fixture->line);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (fixture->window, fixture->box);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (fixture->window);
}

static int
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *natural)
{
  int minimum, maximum;

  gtk_widget_measure (widget, orientation, for_size, &minimum, &maximum, NULL, NULL);
  g_assert_cmpint (minimum, <=, maximum);
  if (natural != NULL)
    *natural = maximum;

  return minimum;
}

/* A box trusts that nobody wants to be higher in any width than in one that has to be chosen yet. */
static void
test_height (Fixture *fixture,
             gconstpointer data)
{
  int lowest = measure (fixture->line, GTK_ORIENTATION_VERTICAL, -1, NULL);
  int before = G_MAXINT;
  int natural_width;
  int width = measure (fixture->line, GTK_ORIENTATION_HORIZONTAL, -1, &natural_width);

  for (; width < natural_width + 100; width += 7)
    {
      int natural;
      int height = measure (fixture->line, GTK_ORIENTATION_VERTICAL, width, &natural);

      g_assert_cmpint (height, >=, lowest);
      g_assert_cmpint (height, <=, before);
      g_assert_cmpint (height, >=, measure (fixture->text, GTK_ORIENTATION_VERTICAL, width - BUTTON_WIDTH - SPACING, NULL));
      g_assert_cmpint (measure (fixture->box, GTK_ORIENTATION_VERTICAL, width, NULL), ==, height);
      before = height;
    }
  g_assert_cmpint (before, ==, lowest);
}

/* The same of a text that is being written. */
static void
test_text_area (Fixture *fixture,
                gconstpointer data)
{
  GtkWidget *area = pact_text_area_new ();
  int lowest, highest;

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (area)), title, -1);
  gtk_box_append (GTK_BOX (fixture->box), area);
  lowest = measure (area, GTK_ORIENTATION_VERTICAL, -1, &highest);
  for (int width = 120; width < 1200; width += 7)
    {
      int height = measure (area, GTK_ORIENTATION_VERTICAL, width, NULL);

      g_assert_cmpint (height, >=, lowest);
      g_assert_cmpint (height, <=, highest);
    }
  g_assert_cmpint (measure (area, GTK_ORIENTATION_VERTICAL, 1200, NULL), ==, lowest);
}

static void
assert_place (Fixture *fixture,
              GtkWidget *widget,
              int x,
              int width)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, fixture->line, &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, x);
  g_assert_cmpfloat (bounds.size.width, ==, width);
}

static void
allocate (Fixture *fixture,
          int width)
{
  int height = measure (fixture->line, GTK_ORIENTATION_VERTICAL, width, NULL);

  measure (fixture->box, GTK_ORIENTATION_VERTICAL, width, NULL);
  gtk_widget_size_allocate (fixture->box, &(GtkAllocation){ 0, 0, width, height }, -1);
}

/* The text takes what the button leaves, and what a hidden button leaves too. */
static void
test_places (Fixture *fixture,
             gconstpointer data)
{
  allocate (fixture, 400);
  assert_place (fixture, fixture->text, 0, 400 - SPACING - BUTTON_WIDTH);
  assert_place (fixture, fixture->button, 400 - BUTTON_WIDTH, BUTTON_WIDTH);

  gtk_widget_set_visible (fixture->button, FALSE);
  allocate (fixture, 400);
  assert_place (fixture, fixture->text, 0, 400);

  gtk_widget_set_visible (fixture->button, TRUE);
  gtk_widget_set_direction (fixture->line, GTK_TEXT_DIR_RTL);
  allocate (fixture, 400);
  assert_place (fixture, fixture->button, 0, BUTTON_WIDTH);
  assert_place (fixture, fixture->text, BUTTON_WIDTH + SPACING, 400 - SPACING - BUTTON_WIDTH);
}

static void
add_tests (void)
{
  g_test_add ("/line/height", Fixture, NULL, set_up, test_height, tear_down);
  g_test_add ("/line/text-area", Fixture, NULL, set_up, test_text_area, tear_down);
  g_test_add ("/line/places", Fixture, NULL, set_up, test_places, tear_down);
}

int
main (int argc,
      char *argv[])
{
  return widget_test_run (argc, argv, add_tests);
}
