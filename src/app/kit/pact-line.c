/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-line"

#include "config.h"

#include "pact-line.h"

/**
 * PactLine:
 *
 * Widgets beside each other, of which one or more may be texts that wrap: for the rows of long lists.
 *
 * GtkBox asks each such text how wide it is at its lowest, which the text finds out by trying, again and again. GtkGrid does not,
 * but says that it cannot be lower than when it is narrowest; GTK 4.18 warns of a box around it, which then wants more at least
 * than it does at best. Here everybody gets the width that is wanted, those that expand share what is left, and the line is
 * as high as the highest of them is then.
 *
 * In a UI-definition file the children are given in their order.
 */
struct _PactLine
{
  GtkWidget parent_instance;

  int spacing;
};

enum
{
  PROP_0,
  PROP_SPACING,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (PactLine, pact_line, GTK_TYPE_WIDGET)

/* Those of the children that are laid out, with the width that each of them gets of @width. */
static GArray *
distribute (PactLine *self,
            int width)
{
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (GtkRequestedSize));
  int left = width;
  int n_expanding = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequestedSize size = { .data = child };

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &size.minimum_size, &size.natural_size, NULL, NULL);
      n_expanding += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
      left -= size.minimum_size + (sizes->len > 0 ? self->spacing : 0);
      g_array_append_val (sizes, size);
    }

  left = gtk_distribute_natural_allocation (MAX (left, 0), sizes->len, (gpointer) sizes->data);
  for (guint i = 0; i < sizes->len && n_expanding > 0; i++)
    {
      GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);

      if (!gtk_widget_compute_expand (size->data, GTK_ORIENTATION_HORIZONTAL))
        continue;
      size->minimum_size += left / n_expanding;
      left -= left / n_expanding;
      n_expanding--;
    }

  return sizes;
}

static GtkSizeRequestMode
pact_line_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (PactLine *self,
               int *minimum,
               int *natural)
{
  int spacing = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum += spacing + child_minimum;
      *natural += spacing + child_natural;
      spacing = self->spacing;
    }
}

static void
measure_height (PactLine *self,
                int width,
                int *minimum,
                int *natural)
{
  g_autoptr (GArray) sizes = distribute (self, MAX (width, 0));

  for (guint i = 0; i < sizes->len; i++)
    {
      const GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
      int child_minimum, child_natural;

      /* In any width, a text is as low as it can be at all. */
      gtk_widget_measure (size->data, GTK_ORIENTATION_VERTICAL, width < 0 ? -1 : size->minimum_size, &child_minimum,
                          &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
pact_line_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (PACT_LINE (widget), minimum, natural);
  else
    measure_height (PACT_LINE (widget), for_size, minimum, natural);
}

static void
pact_line_size_allocate (GtkWidget *widget,
                         int width,
                         int height,
                         int baseline)
{
  PactLine *self = PACT_LINE (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autoptr (GArray) sizes = distribute (self, width);
  int start = 0;

  for (guint i = 0; i < sizes->len; i++)
    {
      const GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
      int x = is_rtl ? width - start - size->minimum_size : start;

      gtk_widget_size_allocate (size->data, &(GtkAllocation){ x, 0, size->minimum_size, height }, -1);
      start += size->minimum_size + self->spacing;
    }
}

static void
pact_line_get_property (GObject *object,
                        guint property_id,
                        GValue *value,
                        GParamSpec *pspec)
{
  PactLine *self = PACT_LINE (object);

  switch (property_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
pact_line_set_property (GObject *object,
                        guint property_id,
                        const GValue *value,
                        GParamSpec *pspec)
{
  PactLine *self = PACT_LINE (object);

  switch (property_id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
pact_line_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (pact_line_parent_class)->dispose (object);
}

static void
pact_line_class_init (PactLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pact_line_get_property;
  object_class->set_property = pact_line_set_property;
  object_class->dispose = pact_line_dispose;
  widget_class->get_request_mode = pact_line_get_request_mode;
  widget_class->measure = pact_line_measure;
  widget_class->size_allocate = pact_line_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);

  /**
   * PactLine:spacing:
   *
   * The pixels between two children.
   */
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
pact_line_init (PactLine *self)
{
}

/**
 * pact_line_new:
 * @spacing: the pixels between two children
 *
 * Returns: (transfer floating): a line, the children of which are given to it by gtk_widget_set_parent()
 */
GtkWidget *
pact_line_new (int spacing)
{
  return g_object_new (PACT_TYPE_LINE, "spacing", spacing, NULL);
}
