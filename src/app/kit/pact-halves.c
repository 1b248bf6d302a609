/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-halves"

#include "config.h"

#include "pact-halves.h"

#define SPACING 18

/**
 * PactHalves:
 *
 * Two widgets to be compared: beside each other, each half as wide and both as high, where there is room for both; else one below
 * the other.
 *
 * In a UI-definition file the children are given in their order.
 */
struct _PactHalves
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (PactHalves, pact_halves, GTK_TYPE_WIDGET)

/* What both need to be as wide as the other. */
static void
measure_widths (GtkWidget *widget,
                int *minimum,
                int *natural)
{
  *minimum = 0;
  *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static gboolean
is_beside (GtkWidget *widget,
           int width)
{
  int minimum, natural;

  measure_widths (widget, &minimum, &natural);

  return width >= 2 * minimum + SPACING;
}

static int
measure_child_height (GtkWidget *child,
                      int width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  return height;
}

static int
measure_height (GtkWidget *widget,
                int width)
{
  gboolean beside = is_beside (widget, width);
  int child_width = beside ? (width - SPACING) / 2 : width;
  int height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_height = measure_child_height (child, child_width);

      if (beside)
        height = MAX (height, child_height);
      else
        height += child_height + (height > 0 ? SPACING : 0);
    }

  return height;
}

static GtkSizeRequestMode
pact_halves_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pact_halves_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  int ignored;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_widths (widget, minimum, natural);
      *natural = 2 * *natural + SPACING;
      return;
    }

  if (for_size < 0)
    pact_halves_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &ignored, &for_size, NULL, NULL);
  *minimum = measure_height (widget, for_size);
  *natural = *minimum;
}

static void
pact_halves_size_allocate (GtkWidget *widget,
                           int width,
                           int height,
                           int baseline)
{
  gboolean beside = is_beside (widget, width);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int child_width = beside ? (width - SPACING) / 2 : width;
  int x = beside && is_rtl ? width - child_width : 0;
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_height = beside ? height : measure_child_height (child, child_width);

      gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, child_width, child_height }, -1);
      if (beside)
        x += is_rtl ? -(child_width + SPACING) : child_width + SPACING;
      else
        y += child_height + SPACING;
    }
}

static void
pact_halves_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (pact_halves_parent_class)->dispose (object);
}

static void
pact_halves_class_init (PactHalvesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_halves_dispose;
  widget_class->get_request_mode = pact_halves_get_request_mode;
  widget_class->measure = pact_halves_measure;
  widget_class->size_allocate = pact_halves_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pact_halves_init (PactHalves *self)
{
}
