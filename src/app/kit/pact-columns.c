/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-columns"

#include "config.h"

#include "pact-columns.h"

/**
 * PactColumns:
 *
 * A few fields beside each other where there is room for all of them, in two columns where there is less, and one below the other
 * where there is none. A number of columns that would leave the last line half empty is not taken.
 *
 * In a line, the lower edges are level: what stands above a field, such as its name, may take more lines in one than in another.
 */
struct _PactColumns
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (PactColumns, pact_columns, GTK_TYPE_WIDGET)

static GPtrArray *
list_shown (PactColumns *self)
{
  GPtrArray *shown = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_should_layout (child))
        g_ptr_array_add (shown, child);
    }

  return shown;
}

/* So many columns, each as wide as what is widest in it; @minimum and @natural are of all of them together. */
static GArray *
make_columns (GPtrArray *shown,
              guint n,
              int *minimum,
              int *natural)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (GtkRequestedSize));

  g_array_set_size (columns, n);
  for (guint i = 0; i < shown->len; i++)
    {
      GtkRequestedSize *column = &g_array_index (columns, GtkRequestedSize, i % n);
      int child_minimum, child_natural;

      gtk_widget_measure (g_ptr_array_index (shown, i), GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL,
                          NULL);
      column->minimum_size = MAX (column->minimum_size, child_minimum);
      column->natural_size = MAX (column->natural_size, child_natural);
    }
  *minimum = 0;
  *natural = 0;
  for (guint i = 0; i < n; i++)
    {
      *minimum += g_array_index (columns, GtkRequestedSize, i).minimum_size;
      *natural += g_array_index (columns, GtkRequestedSize, i).natural_size;
    }

  return columns;
}

/* As many columns as there is room for, with all of the width given to them. */
static GArray *
fill_width (GPtrArray *shown,
            int width)
{
  for (guint n = MAX (shown->len, 1);; n--)
    {
      int minimum, natural, left;
      GArray *columns;

      if (shown->len % n != 0)
        continue;
      columns = make_columns (shown, n, &minimum, &natural);
      if (minimum > width && n > 1)
        {
          g_array_unref (columns);
          continue;
        }
      left = gtk_distribute_natural_allocation (MAX (width - minimum, 0), n, (gpointer) columns->data);
      for (guint i = 0; i < n; i++)
        {
          int share = left / (int) (n - i);

          g_array_index (columns, GtkRequestedSize, i).minimum_size += share;
          left -= share;
        }

      return columns;
    }
}

/* How high the line is that begins with a child. */
static int
measure_line (GPtrArray *shown,
              guint first,
              GArray *columns)
{
  int height = 0;

  for (guint i = 0; i < columns->len && first + i < shown->len; i++)
    {
      int natural;

      gtk_widget_measure (g_ptr_array_index (shown, first + i), GTK_ORIENTATION_VERTICAL,
                          g_array_index (columns, GtkRequestedSize, i).minimum_size, NULL, &natural, NULL, NULL);
      height = MAX (height, natural);
    }

  return height;
}

static int
measure_height (GPtrArray *shown,
                int width)
{
  g_autoptr (GArray) columns = fill_width (shown, width);
  int height = 0;

  for (guint i = 0; i < shown->len; i += columns->len)
    height += measure_line (shown, i, columns);

  return height;
}

static GtkSizeRequestMode
pact_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pact_columns_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  g_autoptr (GPtrArray) shown = list_shown (PACT_COLUMNS (widget));
  g_autoptr (GArray) one = NULL;
  g_autoptr (GArray) all = NULL;
  int ignored;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      one = make_columns (shown, 1, minimum, &ignored);
      all = make_columns (shown, MAX (shown->len, 1), &ignored, natural);
      return;
    }

  /* In any width, they are as low as they can be at all. */
  if (for_size < 0)
    pact_columns_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &ignored, &for_size, NULL, NULL);
  *minimum = measure_height (shown, for_size);
  *natural = *minimum;
}

static void
pact_columns_size_allocate (GtkWidget *widget,
                            int width,
                            int height,
                            int baseline)
{
  g_autoptr (GPtrArray) shown = list_shown (PACT_COLUMNS (widget));
  g_autoptr (GArray) columns = fill_width (shown, width);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int y = 0;

  for (guint first = 0; first < shown->len; first += columns->len)
    {
      int line_height = measure_line (shown, first, columns);
      int start = 0;

      for (guint i = 0; i < columns->len && first + i < shown->len; i++)
        {
          int column_width = g_array_index (columns, GtkRequestedSize, i).minimum_size;
          GtkWidget *child = g_ptr_array_index (shown, first + i);
          int child_height;

          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column_width, NULL, &child_height, NULL, NULL);
          gtk_widget_size_allocate (child,
                                    &(GtkAllocation){ is_rtl ? width - start - column_width : start,
                                                      y + line_height - child_height, column_width, child_height },
                                    -1);
          start += column_width;
        }
      y += line_height;
    }
}

/* One after the other. GTK goes by the places that widgets have, of which those are first that reach up the farthest. */
static gboolean
pact_columns_focus (GtkWidget *widget,
                    GtkDirectionType direction)
{
  GtkWidget *child = gtk_widget_get_focus_child (widget);
  gboolean is_back = direction == GTK_DIR_TAB_BACKWARD;

  if (!is_back && direction != GTK_DIR_TAB_FORWARD)
    return GTK_WIDGET_CLASS (pact_columns_parent_class)->focus (widget, direction);

  if (child == NULL)
    child = is_back ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);
  while (child != NULL && !gtk_widget_child_focus (child, direction))
    child = is_back ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child);

  return child != NULL;
}

static void
pact_columns_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (pact_columns_parent_class)->dispose (object);
}

static void
pact_columns_class_init (PactColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_columns_dispose;
  widget_class->get_request_mode = pact_columns_get_request_mode;
  widget_class->focus = pact_columns_focus;
  widget_class->measure = pact_columns_measure;
  widget_class->size_allocate = pact_columns_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
pact_columns_init (PactColumns *self)
{
}

/**
 * pact_columns_new:
 *
 * Returns: (transfer floating): columns, the fields of which are given to them by gtk_widget_set_parent()
 */
GtkWidget *
pact_columns_new (void)
{
  return g_object_new (PACT_TYPE_COLUMNS, NULL);
}
