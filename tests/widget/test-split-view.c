/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "pact-split-view.h"
#include "widget-fixture.h"

#define SIDEBAR_WIDTH 200
#define CONTENT_WIDTH 500
#define HEIGHT 300

static const char definition[] =
  "<interface>"
  "  <object class='PactSplitView' id='view'>"
  "    <child type='sidebar'><object class='GtkButton' id='sidebar'>"
  "      <property name='width-request'>200</property>"
  "    </object></child>"
  "    <child type='content'><object class='GtkButton' id='content'>"
  "      <property name='width-request'>500</property>"
  "    </object></child>"
  "  </object>"
  "</interface>";

typedef struct
{
  GtkBuilder *builder;
  GtkWindow *window;
  PactSplitView *view;
  GtkWidget *sidebar;
  GtkWidget *content;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_type_ensure (PACT_TYPE_SPLIT_VIEW);
  fixture->builder = gtk_builder_new_from_string (definition, -1);
  fixture->view = PACT_SPLIT_VIEW (gtk_builder_get_object (fixture->builder, "view"));
  fixture->sidebar = GTK_WIDGET (gtk_builder_get_object (fixture->builder, "sidebar"));
  fixture->content = GTK_WIDGET (gtk_builder_get_object (fixture->builder, "content"));
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->view));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->builder);
}

/* Gives the view a width, as its window would. */
static void
allocate (Fixture *fixture,
          int width)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, width);
  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (fixture->view), &(GtkAllocation){ 0, 0, width, HEIGHT }, -1);
}

static void
assert_place (Fixture *fixture,
              GtkWidget *widget,
              int x,
              int width)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_get_child_visible (widget));
  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (fixture->view), &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, x);
  g_assert_cmpfloat (bounds.size.width, ==, width);
}

/* Where there is room for both they stand beside each other, and the content gets what is left. */
static void
test_wide (Fixture *fixture,
           gconstpointer data)
{
  allocate (fixture, 1000);
  g_assert_false (pact_split_view_get_collapsed (fixture->view));
  assert_place (fixture, fixture->sidebar, 0, SIDEBAR_WIDTH);
  assert_place (fixture, fixture->content, SIDEBAR_WIDTH, 1000 - SIDEBAR_WIDTH);

  pact_split_view_set_show_sidebar (fixture->view, FALSE);
  allocate (fixture, 1000);
  g_assert_false (gtk_widget_get_child_visible (fixture->sidebar));
  assert_place (fixture, fixture->content, 0, 1000);

  pact_split_view_set_show_sidebar (fixture->view, TRUE);
  gtk_widget_set_direction (GTK_WIDGET (fixture->view), GTK_TEXT_DIR_RTL);
  allocate (fixture, 1000);
  assert_place (fixture, fixture->sidebar, 1000 - SIDEBAR_WIDTH, SIDEBAR_WIDTH);
  assert_place (fixture, fixture->content, 0, 1000 - SIDEBAR_WIDTH);
}

/* Where there is not, the sidebar goes, lies over the content when it is asked for, and is back where there is room again. */
static void
test_narrow (Fixture *fixture,
             gconstpointer data)
{
  allocate (fixture, SIDEBAR_WIDTH + CONTENT_WIDTH);
  g_assert_false (pact_split_view_get_collapsed (fixture->view));

  allocate (fixture, SIDEBAR_WIDTH + CONTENT_WIDTH - 1);
  g_assert_true (pact_split_view_get_collapsed (fixture->view));
  g_assert_false (pact_split_view_get_show_sidebar (fixture->view));
  g_assert_false (gtk_widget_get_child_visible (fixture->sidebar));
  assert_place (fixture, fixture->content, 0, SIDEBAR_WIDTH + CONTENT_WIDTH - 1);

  pact_split_view_set_show_sidebar (fixture->view, TRUE);
  allocate (fixture, CONTENT_WIDTH);
  assert_place (fixture, fixture->sidebar, 0, SIDEBAR_WIDTH);
  assert_place (fixture, fixture->content, 0, CONTENT_WIDTH);

  pact_split_view_set_show_sidebar (fixture->view, FALSE);
  allocate (fixture, 1000);
  g_assert_true (pact_split_view_get_show_sidebar (fixture->view));
  assert_place (fixture, fixture->sidebar, 0, SIDEBAR_WIDTH);

  /* Who has hidden it does not get it back. */
  pact_split_view_set_show_sidebar (fixture->view, FALSE);
  allocate (fixture, CONTENT_WIDTH);
  allocate (fixture, 1000);
  g_assert_false (pact_split_view_get_show_sidebar (fixture->view));
}

/* What is hidden has not got the keyboard, and does not get it. */
static void
test_keyboard (Fixture *fixture,
               gconstpointer data)
{
  allocate (fixture, 1000);
  g_assert_true (gtk_widget_grab_focus (fixture->sidebar));
  pact_split_view_set_show_sidebar (fixture->view, FALSE);
  g_assert_true (gtk_window_get_focus (fixture->window) == fixture->content);
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture->view), GTK_DIR_TAB_BACKWARD));

  /* What lies over the content is what is wanted now. */
  gtk_window_present (fixture->window);
  allocate (fixture, CONTENT_WIDTH);
  pact_split_view_set_show_sidebar (fixture->view, TRUE);
  g_assert_true (gtk_window_get_focus (fixture->window) == fixture->sidebar);
}

static void
add_tests (void)
{
  g_test_add ("/split-view/wide", Fixture, NULL, set_up, test_wide, tear_down);
  g_test_add ("/split-view/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
  g_test_add ("/split-view/keyboard", Fixture, NULL, set_up, test_keyboard, tear_down);
}

int
main (int argc,
      char *argv[])
{
  return widget_test_run (argc, argv, add_tests);
}
