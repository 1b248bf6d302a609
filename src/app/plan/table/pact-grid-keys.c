/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-grid-keys"

#include "config.h"

#include "pact-grid-private.h"

/* The keyboard and the mouse in a table, as in a spreadsheet. */

static guint
step (guint place,
      int by,
      guint n)
{
  gint64 next = (gint64) place + by;

  return (guint) CLAMP (next, 0, (gint64) n - 1);
}

/* How many rows are seen at once. */
static int
get_page (PactGrid *self)
{
  PactGridCell *cell = self->cells->len > 0 ? g_ptr_array_index (self->cells, 0) : NULL;
  int height = cell != NULL ? gtk_widget_get_height (GTK_WIDGET (cell)) : 0;

  return height > 0 ? MAX (gtk_widget_get_height (GTK_WIDGET (self)) / height - 2, 1) : 10;
}

/* Tab goes through the cells, from the end of a row to the beginning of the next, and out of the table at its end. */
static gboolean
tab (PactGrid *self,
     gboolean is_back)
{
  int direction = is_back ? -1 : 1;
  gint64 column = (gint64) self->column + direction;
  guint row = self->row;

  if (column < 0 || column >= self->columns->len)
    {
      row = _pact_grid_find_row (self, (gint64) self->row + direction, direction);
      column = is_back ? self->columns->len - 1 : 0;
      if (is_back ? row >= self->row : row <= self->row)
        return GDK_EVENT_PROPAGATE;
    }
  _pact_grid_move (self, row, (guint) column, FALSE);

  return GDK_EVENT_STOP;
}

static gboolean
move_by_key (PactGrid *self,
             guint key,
             gboolean extends,
             gboolean to_edge)
{
  guint n_rows = _pact_grid_count_places (self);
  guint n_columns = self->columns->len;
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int forward = is_rtl ? -1 : 1;
  int rows = 0;
  int columns = 0;

  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      rows = to_edge ? -(int) n_rows : -1;
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      rows = to_edge ? (int) n_rows : 1;
      break;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      columns = to_edge ? -forward * (int) n_columns : -forward;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      columns = to_edge ? forward * (int) n_columns : forward;
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      rows = -get_page (self);
      break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      rows = get_page (self);
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      columns = -(int) n_columns;
      rows = to_edge ? -(int) n_rows : 0;
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      columns = (int) n_columns;
      rows = to_edge ? (int) n_rows : 0;
      break;
    default:
      return FALSE;
    }
  _pact_grid_move (self, _pact_grid_find_row (self, (gint64) self->row + rows, rows < 0 ? -1 : 1),
                   step (self->column, columns, n_columns), extends);

  return TRUE;
}

static void
select_all (PactGrid *self)
{
  self->anchor_row = _pact_grid_find_row (self, 0, 1);
  self->anchor_column = 0;
  _pact_grid_move (self, _pact_grid_count_places (self) - 1, self->columns->len - 1, TRUE);
}

static gboolean
do_by_key (PactGrid *self,
           guint key)
{
  switch (key)
    {
    case GDK_KEY_a:
      select_all (self);
      return TRUE;
    case GDK_KEY_c:
    case GDK_KEY_Insert:
      pact_grid_copy (self);
      return TRUE;
    case GDK_KEY_x:
      pact_grid_cut (self);
      return TRUE;
    case GDK_KEY_v:
      pact_grid_paste (self);
      return TRUE;
    case GDK_KEY_d:
      pact_grid_fill_down (self);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Only where the keyboard is in a cell, or on its way to one: what is edited, and the headings, have keys of their own. */
static gboolean
is_in_cell (PactGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return (focus == GTK_WIDGET (self) || PACT_IS_GRID_CELL (focus)) && pact_grid_count_rows (self) > 0;
}

static gboolean
key_pressed_cb (PactGrid *self,
                guint key,
                guint code,
                GdkModifierType state,
                GtkEventControllerKey *controller)
{
  gboolean is_shift = (state & GDK_SHIFT_MASK) != 0;
  gboolean is_control = (state & GDK_CONTROL_MASK) != 0;

  if (!is_in_cell (self) || (state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  /* The sections are gone through with these. */
  if (is_control && (key == GDK_KEY_Page_Up || key == GDK_KEY_Page_Down))
    return GDK_EVENT_PROPAGATE;
  if (move_by_key (self, key, is_shift, is_control))
    return GDK_EVENT_STOP;
  if (is_control)
    return do_by_key (self, gdk_keyval_to_lower (key)) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Tab:
      return tab (self, is_shift);
    case GDK_KEY_ISO_Left_Tab:
      return tab (self, TRUE);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      _pact_grid_move (self, _pact_grid_find_row (self, (gint64) self->row + (is_shift ? -1 : 1), is_shift ? -1 : 1), self->column,
                       FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_F2:
      pact_grid_edit (self, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      pact_grid_clear (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      _pact_grid_move (self, self->row, self->column, FALSE);
      return GDK_EVENT_STOP;
    default:
      break;
    }
  if (g_unichar_isprint (gdk_keyval_to_unicode (key)) || (key >= GDK_KEY_dead_grave && key <= GDK_KEY_dead_greek)
      || key == GDK_KEY_Multi_key)
    {
      pact_grid_edit (self, FALSE);
      if (self->cell_editor != NULL)
        pact_cell_editor_take_key (self->cell_editor, controller);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

/* The cell at a point, unless it is one of a heading. */
static PactGridCell *
find_cell_at (PactGrid *self,
              double x,
              double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  while (widget != NULL && !PACT_IS_GRID_CELL (widget))
    widget = gtk_widget_get_parent (widget);

  if (widget == NULL || _pact_grid_is_heading (self, pact_grid_cell_get_row (PACT_GRID_CELL (widget))))
    return NULL;

  return PACT_GRID_CELL (widget);
}

static void
go_to_cell (PactGrid *self,
            PactGridCell *cell,
            gboolean extends)
{
  _pact_grid_move (self, pact_grid_cell_get_position (cell),
                   _pact_grid_find_column (self, pact_grid_cell_get_column (cell)), extends);
}

static void
pressed_cb (PactGrid *self,
            int n_presses,
            double x,
            double y,
            GtkGesture *gesture)
{
  PactGridCell *cell = find_cell_at (self, x, y);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (cell == NULL)
    return;
  go_to_cell (self, cell, (state & GDK_SHIFT_MASK) != 0);
  if (n_presses == 2)
    pact_grid_edit (self, FALSE);
}

/* Dragging selects all between where it began and where it is. */
static void
dragged_cb (PactGrid *self,
            double offset_x,
            double offset_y,
            GtkGestureDrag *gesture)
{
  PactGridCell *cell;
  double x, y;

  if (!gtk_gesture_drag_get_start_point (gesture, &x, &y) || find_cell_at (self, x, y) == NULL)
    return;
  cell = find_cell_at (self, x + offset_x, y + offset_y);
  if (cell != NULL
      && (pact_grid_cell_get_position (cell) != self->row
          || _pact_grid_find_column (self, pact_grid_cell_get_column (cell)) != self->column))
    go_to_cell (self, cell, TRUE);
}

/* Listens to the keyboard and the mouse. */
void
_pact_grid_listen (PactGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (dragged_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
