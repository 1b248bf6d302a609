/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-grid-layout"

#include "config.h"

#include "pact-grid-private.h"

/* For how many frames the first columns are kept in sight, unless somebody goes elsewhere. */
#define PLACE_FRAMES 60

/* Two views of the same rows beside each other: the columns that stay where they are, and those that are scrolled. */

/* The list inside a view, which can scroll to a row. */
static GtkWidget *
find_list (GtkColumnView *view)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view));

  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static GtkAdjustment *
get_vertical (GtkWidget *window)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));
}

/* The frozen columns follow the others up and down, and never the other way round: each of the two lists sets its own place while it
 * is laid out, and they would do so in turn for ever. */
static void
scrolled_cb (PactGrid *self)
{
  gtk_adjustment_set_value (get_vertical (self->frozen_window), gtk_adjustment_get_value (get_vertical (self->scrolled_window)));
}

static gboolean
wheel_cb (PactGrid *self,
          double dx,
          double dy)
{
  GtkAdjustment *vertical = get_vertical (self->scrolled_window);

  gtk_adjustment_set_value (vertical, gtk_adjustment_get_value (vertical) + dy * gtk_adjustment_get_step_increment (vertical));

  return GDK_EVENT_STOP;
}

static GtkWidget *
make_view (GtkColumnView *view,
           GtkPolicyType horizontal,
           GtkPolicyType vertical)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), horizontal, vertical);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (view));
  gtk_widget_add_css_class (GTK_WIDGET (view), "pact-grid");
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view)); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_focusable (child, FALSE);
  gtk_column_view_set_show_column_separators (view, TRUE);
  gtk_column_view_set_show_row_separators (view, TRUE);
  gtk_widget_set_vexpand (scrolled, TRUE);

  return scrolled;
}

/* Makes the two views, without rows. */
void
_pact_grid_make_views (PactGrid *self)
{
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  self->frozen = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  self->scrolled = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_reorderable (self->frozen, FALSE);
  self->frozen_window = make_view (self->frozen, GTK_POLICY_EXTERNAL, GTK_POLICY_EXTERNAL);
  self->scrolled_window = make_view (self->scrolled, GTK_POLICY_AUTOMATIC, GTK_POLICY_AUTOMATIC);
  gtk_widget_add_css_class (self->frozen_window, "pact-frozen");
  gtk_widget_set_parent (self->frozen_window, GTK_WIDGET (self));
  gtk_widget_set_parent (self->scrolled_window, GTK_WIDGET (self));
  g_signal_connect_object (get_vertical (self->scrolled_window), "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect_object (wheel, "scroll", G_CALLBACK (wheel_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->frozen_window, wheel);
}

static void
scroll_to (PactGrid *self,
           guint row)
{
  gtk_widget_activate_action (find_list (self->frozen), "list.scroll-to-item", "u", row);
  gtk_widget_activate_action (find_list (self->scrolled), "list.scroll-to-item", "u", row);
}

/* GTK keeps in its place what it shows. Where that is the beginning, what comes before it, such as the heading of the first rows, is to
 * be seen as well. */
static void
rows_changed_cb (PactGrid *self,
                 guint position,
                 guint n_removed,
                 guint n_added)
{
  if (position == 0 && n_added > 0 && gtk_adjustment_get_value (get_vertical (self->scrolled_window)) <= 0)
    scroll_to (self, 0);
}

/* Shows the same rows in both views. */
void
_pact_grid_show_rows (PactGrid *self)
{
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));

  gtk_column_view_set_model (self->frozen, GTK_SELECTION_MODEL (selection));
  gtk_column_view_set_model (self->scrolled, GTK_SELECTION_MODEL (selection));
  /* Once the views know of them. */
  g_signal_connect_object (self->shown, "items-changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/* All that is frozen, and the line beside it. Without rows it is as wide as it was: the column of the names goes by its cells. */
static int
get_frozen_width (PactGrid *self)
{
  if (self->frozen_width == 0 || _pact_grid_count_places (self) > 0)
    gtk_widget_measure (GTK_WIDGET (self->frozen), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &self->frozen_width, NULL, NULL);

  return self->frozen_width + 1;
}

void
_pact_grid_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  PactGrid *self = PACT_GRID (widget);
  int frozen_minimum, frozen_natural, scrolled_minimum, scrolled_natural;

  gtk_widget_measure (self->frozen_window, orientation, -1, &frozen_minimum, &frozen_natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    frozen_natural = get_frozen_width (self);
  gtk_widget_measure (self->scrolled_window, orientation, -1, &scrolled_minimum, &scrolled_natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = scrolled_minimum;
      *natural = frozen_natural + scrolled_natural;
    }
  else
    {
      *minimum = MAX (frozen_minimum, scrolled_minimum);
      *natural = MAX (frozen_natural, scrolled_natural);
    }
}

/* The columns that scroll come first: the others follow them. Where there is little room, what is frozen takes no more than half. */
void
_pact_grid_size_allocate (GtkWidget *widget,
                         int width,
                         int height,
                         int baseline)
{
  PactGrid *self = PACT_GRID (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int frozen = MIN (get_frozen_width (self), width / 2);
  int minimum;

  gtk_widget_measure (self->frozen_window, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  frozen = MAX (frozen, minimum);
  gtk_widget_size_allocate (self->scrolled_window, &(GtkAllocation){ is_rtl ? 0 : frozen, 0, width - frozen, height }, -1);
  gtk_widget_size_allocate (self->frozen_window, &(GtkAllocation){ is_rtl ? width - frozen : 0, 0, frozen, height }, -1);
  if (self->cell_editor != NULL)
    gtk_popover_present (GTK_POPOVER (self->cell_editor));
}

/* The column at which those that are scrolled begin. */
static guint
find_first_scrolled (PactGrid *self)
{
  guint i = 0;

  while (i + 1 < self->columns->len && ((const PactTableColumn *) g_ptr_array_index (self->columns, i))->is_frozen)
    i++;

  return i;
}

/* Whether the middle of a cell is in sight. */
static gboolean
is_seen (PactGrid *self,
         PactGridCell *cell)
{
  graphene_rect_t bounds;
  double middle;

  if (cell == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (self->scrolled), &bounds))
    return FALSE;
  middle = bounds.origin.x + bounds.size.width / 2;

  return middle > 0 && middle < gtk_widget_get_width (GTK_WIDGET (self->scrolled));
}

/* Where one reads from the right, the first columns are at the end of what is scrolled; or at its beginning, for newer releases of
 * GTK count from there. */
static gboolean
place_cb (GtkWidget *widget,
          GdkFrameClock *clock,
          gpointer user_data)
{
  PactGrid *self = PACT_GRID (widget);
  GtkAdjustment *horizontal = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled_window));

  /* How wide all is, is known some frames after it is first drawn, and not at once for good. */
  if (self->n_frames++ >= PLACE_FRAMES)
    return G_SOURCE_REMOVE;
  if (gtk_adjustment_get_value (horizontal) <= 0 && is_seen (self, _pact_grid_find_cell (self, 0, find_first_scrolled (self))))
    {
      self->is_mirrored = TRUE;
      return G_SOURCE_REMOVE;
    }
  gtk_adjustment_set_value (horizontal, gtk_adjustment_get_upper (horizontal) - gtk_adjustment_get_page_size (horizontal));

  return G_SOURCE_CONTINUE;
}

/* Shows the first columns when the table is first seen. */
void
_pact_grid_place (PactGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (!self->is_placed && gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    gtk_widget_add_tick_callback (widget, place_cb, NULL, NULL);
  self->is_placed = TRUE;
}

/* Scrolls sideways so far that a cell is seen. */
void
_pact_grid_scroll_to_cell (PactGrid *self,
                           PactGridCell *cell)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->scrolled));
  double last = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment);
  graphene_rect_t bounds;
  double start, end;

  if (pact_grid_cell_get_column (cell)->is_frozen
      || !gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (self->scrolled), &bounds))
    return;
  self->n_frames = PLACE_FRAMES;
  if (self->is_mirrored)
    value = last - value;
  start = value + bounds.origin.x - 12;
  end = start + bounds.size.width + 24;
  if (start < value)
    value = start;
  else if (end > value + gtk_adjustment_get_page_size (adjustment))
    value = end - gtk_adjustment_get_page_size (adjustment);
  value = CLAMP (value, 0, last);
  gtk_adjustment_set_value (adjustment, self->is_mirrored ? last - value : value);
}

/* Shows the first rows, before there are others or fewer: GTK cannot find its place among rows that it has not measured yet. */
void
_pact_grid_scroll_to_top (PactGrid *self)
{
  gtk_adjustment_set_value (get_vertical (self->scrolled_window), 0);
}

/* Scrolls up or down so far that a row is seen, and with the first of a group its heading. Both views are told of it: where keys come fast, the frozen one lags behind if it only
   follows the other, and does not make the row that is to have the keyboard. */
void
_pact_grid_scroll_to_row (PactGrid *self,
                          guint row)
{
  if (row > 0 && _pact_grid_is_heading (self, _pact_grid_get_row (self, row - 1)))
    scroll_to (self, row - 1);
  scroll_to (self, row);
}
