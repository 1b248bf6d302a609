/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-wrap-layout"

#include "config.h"

#include "pact-wrap-layout.h"

/**
 * PactWrapLayout:
 *
 * Lays out the widgets of a bar beside each other, and goes on below where there is no more room, so that none is ever cut. What is left
 * of a line goes to the first in it that expands.
 */
struct _PactWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (PactWrapLayout, pact_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROP_SPACING = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

/* Widgets beside each other. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *last;
  int width; /* of all of them, and what is between them */
  int height;
} Line;

static GtkWidget *
find_next (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static GtkWidget *
get_first (GtkWidget *widget)
{
  return find_next (gtk_widget_get_first_child (widget));
}

static GtkWidget *
get_next (GtkWidget *child)
{
  return find_next (gtk_widget_get_next_sibling (child));
}

static int
get_width (GtkWidget *child,
           int available)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);

  return MAX (minimum, MIN (natural, available));
}

static int
get_height (GtkWidget *child,
            int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

/* The line that begins with a child. */
static Line
take_line (PactWrapLayout *self,
           GtkWidget *first,
           int available)
{
  Line line = { first, first, get_width (first, available), 0 };

  for (GtkWidget *child = get_next (first); child != NULL; child = get_next (child))
    {
      int width = line.width + self->spacing + get_width (child, available);

      if (width > available)
        break;
      line.last = child;
      line.width = width;
    }
  for (GtkWidget *child = first; child != get_next (line.last); child = get_next (child))
    line.height = MAX (line.height, get_height (child, get_width (child, available)));

  return line;
}

static void
allocate_line (PactWrapLayout *self,
               const Line *line,
               int available,
               int y,
               gboolean is_rtl)
{
  int left = MAX (available - line->width, 0);
  int x = 0;

  for (GtkWidget *child = line->first; child != get_next (line->last); child = get_next (child))
    {
      int width = get_width (child, available);

      if (left > 0 && gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        {
          width += left;
          left = 0;
        }
      gtk_widget_size_allocate (child, &(GtkAllocation){ is_rtl ? available - x - width : x, y, width, line->height }, -1);
      x += width + self->spacing;
    }
}

static GtkSizeRequestMode
pact_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                   GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pact_wrap_layout_measure (GtkLayoutManager *manager,
                          GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  PactWrapLayout *self = PACT_WRAP_LAYOUT (manager);
  int width = for_size < 0 ? G_MAXINT / 2 : for_size;
  int height = 0;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      for (GtkWidget *child = get_first (widget); child != NULL; child = get_next (child))
        {
          *minimum = MAX (*minimum, get_width (child, 0));
          *natural += get_width (child, width) + (child != get_first (widget) ? self->spacing : 0);
        }
      return;
    }
  for (GtkWidget *child = get_first (widget); child != NULL;)
    {
      Line line = take_line (self, child, width);

      height += line.height + (height > 0 ? self->spacing : 0);
      child = get_next (line.last);
    }
  *minimum = *natural = height;
}

static void
pact_wrap_layout_allocate (GtkLayoutManager *manager,
                           GtkWidget *widget,
                           int width,
                           int height,
                           int baseline)
{
  PactWrapLayout *self = PACT_WRAP_LAYOUT (manager);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int y = 0;

  for (GtkWidget *child = get_first (widget); child != NULL;)
    {
      Line line = take_line (self, child, width);

      allocate_line (self, &line, width, y, is_rtl);
      y += line.height + self->spacing;
      child = get_next (line.last);
    }
}

static void
pact_wrap_layout_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  if (prop_id == PROP_SPACING)
    g_value_set_int (value, PACT_WRAP_LAYOUT (object)->spacing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
pact_wrap_layout_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  if (prop_id == PROP_SPACING)
    PACT_WRAP_LAYOUT (object)->spacing = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
pact_wrap_layout_class_init (PactWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = pact_wrap_layout_get_property;
  object_class->set_property = pact_wrap_layout_set_property;
  layout_class->get_request_mode = pact_wrap_layout_get_request_mode;
  layout_class->measure = pact_wrap_layout_measure;
  layout_class->allocate = pact_wrap_layout_allocate;

  /**
   * PactWrapLayout:spacing:
   *
   * What is left free between two widgets and between two lines, in pixels.
   */
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 0,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
pact_wrap_layout_init (PactWrapLayout *self)
{
}
