/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-date-grid"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-date-grid.h"
#include "pact-dates.h"
#include "pact-name.h"

/**
 * PactDateGrid:
 *
 * The days of a month, the months of a year or the years of a decade, one of which is chosen with a
 * click or with Enter.
 *
 * The arrows move a cursor over it that leads the keyboard along; Home and End go to the ends of a row,
 * Page Up and Page Down to the page before and the next, with Shift a year of days or a decade of months.
 * For the key Tab it is one stop.
 */
struct _PactDateGrid
{
  GtkWidget parent_instance;

  const PactCalendarNames *names; /* borrowed */
  PactDatePrecision precision;
  PactDate cursor; /* always a day */
  PactDate chosen; /* as exactly as it is known, year 0 for none */
  GPtrArray *cells; /* GtkToggleButton, borrowed */
};

enum
{
  MOVED,
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PactDateGrid, pact_date_grid, GTK_TYPE_WIDGET)

#define N_WEEKS 6
#define FIRST_YEAR 1000
#define LAST_YEAR 9999

static int
count_columns (PactDateGrid *self)
{
  return self->precision == PACT_PRECISION_DAY ? 7 : 3;
}

static gboolean
is_same (const PactDate *one,
         const PactDate *other)
{
  return one->year == other->year && one->month == other->month && one->day == other->day;
}

/* As exactly as the grid asks. */
static PactDate
round_date (PactDateGrid *self,
            const PactDate *date)
{
  return (PactDate){ date->year, self->precision <= PACT_PRECISION_MONTH ? date->month : 0,
                      self->precision == PACT_PRECISION_DAY ? date->day : 0 };
}

static PactDate
read_g_date (const GDate *date)
{
  return (PactDate){ g_date_get_year (date), g_date_get_month (date), g_date_get_day (date) };
}

/* A page of days begins with the week in which the month does, one of years with the last before the decade. */
static PactDate
get_date_of_cell (PactDateGrid *self,
                  int index)
{
  GDate day;

  if (self->precision == PACT_PRECISION_YEAR)
    return (PactDate){ self->cursor.year / 10 * 10 - 1 + index, 0, 0 };
  if (self->precision == PACT_PRECISION_MONTH)
    return (PactDate){ self->cursor.year, 1 + index, 0 };

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, self->cursor.month, self->cursor.year);
  index -= (g_date_get_weekday (&day) - self->names->first_weekday + 7) % 7;
  if (index < 0)
    g_date_subtract_days (&day, -index);
  else
    g_date_add_days (&day, index);

  return read_g_date (&day);
}

/* The days of the weeks before and after the month, and the years beside the decade. */
static gboolean
is_beside_page (PactDateGrid *self,
                const PactDate *date)
{
  if (self->precision == PACT_PRECISION_DAY)
    return date->month != self->cursor.month;

  return self->precision == PACT_PRECISION_YEAR && date->year / 10 != self->cursor.year / 10;
}

static char *
dup_cell_label (PactDateGrid *self,
                const PactDate *date)
{
  if (self->precision == PACT_PRECISION_DAY)
    return g_strdup (self->names->days[date->day]);
  if (self->precision == PACT_PRECISION_MONTH)
    return g_strdup (self->names->months[date->month]);

  return pact_date_display (date, NULL);
}

static void
set_css_class (GtkWidget *widget,
               const char *name,
               gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
fill_cells (PactDateGrid *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  PactDate today = { g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now) };
  PactDate cursor = round_date (self, &self->cursor);

  today = round_date (self, &today);
  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (self->cells, i);
      PactDate date = get_date_of_cell (self, i);
      gboolean is_there = date.year >= FIRST_YEAR && date.year <= LAST_YEAR;
      g_autofree char *label = is_there ? dup_cell_label (self, &date) : NULL;
      g_autofree char *name = is_there ? pact_date_display (&date, NULL) : NULL;
      gboolean is_today = is_same (&date, &today);

      gtk_button_set_label (GTK_BUTTON (cell), label != NULL ? label : "");
      gtk_widget_set_sensitive (cell, is_there);
      gtk_widget_set_focusable (cell, is_same (&date, &cursor));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (cell), is_same (&date, &self->chosen));
      set_css_class (cell, "dim-label", is_beside_page (self, &date));
      set_css_class (cell, "today", is_today);
      pact_name_widget (cell, name != NULL ? name : "");
      gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      is_today ? C_ ("date", "Today") : "", -1);
    }
}

static GtkWidget *
get_cell_of_cursor (PactDateGrid *self)
{
  PactDate cursor = round_date (self, &self->cursor);

  for (guint i = 0; i < self->cells->len; i++)
    {
      PactDate date = get_date_of_cell (self, i);

      if (is_same (&date, &cursor))
        return g_ptr_array_index (self->cells, i);
    }

  return NULL;
}

static void
cell_clicked_cb (PactDateGrid *self,
                 GtkWidget *cell)
{
  PactDate date;
  guint index;

  g_return_if_fail (g_ptr_array_find (self->cells, cell, &index));
  date = get_date_of_cell (self, index);
  self->chosen = date;
  fill_cells (self);
  g_signal_emit (self, signals[CHOSEN], 0, &date);
}

static void
add_cell (PactDateGrid *self,
          int column,
          int row)
{
  GtkWidget *cell = gtk_toggle_button_new ();
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkGridLayoutChild *place;

  gtk_widget_add_css_class (cell, "flat");
  gtk_widget_add_css_class (cell, "pact-date");
  gtk_widget_set_parent (cell, GTK_WIDGET (self));
  place = GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (layout, cell));
  gtk_grid_layout_child_set_column (place, column);
  gtk_grid_layout_child_set_row (place, row);
  g_signal_connect_object (cell, "clicked", G_CALLBACK (cell_clicked_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->cells, cell);
}

/* What stands above a column of days. A day says itself which of the week it is only to the eye. */
static void
add_weekday (PactDateGrid *self,
             int column)
{
  GDateWeekday weekday = (self->names->first_weekday - 1 + column) % 7 + 1;
  GtkWidget *label = gtk_label_new (self->names->short_weekdays[weekday]);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkGridLayoutChild *place;

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_tooltip_text (label, self->names->weekdays[weekday]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, self->names->weekdays[weekday], -1);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  place = GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (layout, label));
  gtk_grid_layout_child_set_column (place, column);
}

static void
remove_cells (PactDateGrid *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->cells, 0);
}

static void
make_cells (PactDateGrid *self)
{
  int n_columns = count_columns (self);
  int n_rows = self->precision == PACT_PRECISION_DAY ? N_WEEKS : 4;

  remove_cells (self);
  for (int i = 0; self->precision == PACT_PRECISION_DAY && i < n_columns; i++)
    add_weekday (self, i);
  for (int i = 0; i < n_rows * n_columns; i++)
    add_cell (self, i % n_columns, 1 + i / n_columns);
}

/* To the first or last cell of the row in which the cursor is. */
static void
move_in_row (PactDateGrid *self,
             gboolean to_end)
{
  int n_columns = count_columns (self);
  int distance;
  guint index;

  if (!g_ptr_array_find (self->cells, get_cell_of_cursor (self), &index))
    return;
  distance = (to_end ? n_columns - 1 : 0) - (int) index % n_columns;
  if (self->precision == PACT_PRECISION_DAY)
    pact_date_grid_move (self, distance, 0);
  else
    pact_date_grid_move (self, 0, self->precision == PACT_PRECISION_MONTH ? distance : 12 * distance);
}

static gboolean
key_pressed_cb (PactDateGrid *self,
                guint keyval,
                guint keycode,
                GdkModifierType state)
{
  /* How many months the grid goes by one cell, where it is not days, and by one page. */
  static const int cell_months[PACT_N_PRECISIONS] = { 0, 1, 12 };
  static const int page_months[PACT_N_PRECISIONS] = { 1, 12, 120 };
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean is_far = (state & GDK_SHIFT_MASK) != 0 && self->precision != PACT_PRECISION_YEAR;
  int days = self->precision == PACT_PRECISION_DAY;
  int months = cell_months[self->precision];
  int page = page_months[self->precision + is_far];
  int n_columns = count_columns (self);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      pact_date_grid_move (self, is_rtl ? days : -days, is_rtl ? months : -months);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      pact_date_grid_move (self, is_rtl ? -days : days, is_rtl ? -months : months);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      pact_date_grid_move (self, -n_columns * days, -n_columns * months);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      pact_date_grid_move (self, n_columns * days, n_columns * months);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      pact_date_grid_move (self, 0, -page);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      pact_date_grid_move (self, 0, page);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      move_in_row (self, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      move_in_row (self, TRUE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
scrolled_cb (PactDateGrid *self,
             double dx,
             double dy)
{
  static const int page_months[PACT_N_PRECISIONS] = { 1, 12, 120 };

  pact_date_grid_move (self, 0, dy > 0 ? page_months[self->precision] : -page_months[self->precision]);

  return GDK_EVENT_STOP;
}

static gboolean
pact_date_grid_grab_focus (GtkWidget *widget)
{
  GtkWidget *cell = get_cell_of_cursor (PACT_DATE_GRID (widget));

  return cell != NULL && gtk_widget_grab_focus (cell);
}

/* The arrows are the cursor's; from cell to cell nothing else leads. */
static gboolean
pact_date_grid_focus (GtkWidget *widget,
                      GtkDirectionType direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return gtk_widget_grab_focus (widget);
}

static void
pact_date_grid_dispose (GObject *object)
{
  remove_cells (PACT_DATE_GRID (object));

  G_OBJECT_CLASS (pact_date_grid_parent_class)->dispose (object);
}

static void
pact_date_grid_finalize (GObject *object)
{
  g_ptr_array_unref (PACT_DATE_GRID (object)->cells);

  G_OBJECT_CLASS (pact_date_grid_parent_class)->finalize (object);
}

static void
pact_date_grid_class_init (PactDateGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_date_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = pact_date_grid_finalize;
  widget_class->grab_focus = pact_date_grid_grab_focus;
  widget_class->focus = pact_date_grid_focus;

  /**
   * PactDateGrid::moved:
   * @self: the grid
   *
   * The cursor stands on another date.
   */
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * PactDateGrid::chosen: (skip)
   * @self: the grid
   * @date: a #PactDate
   *
   * A date was chosen, as exact as the grid asks for.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_GRID_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "dategrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pact_date_grid_init (PactDateGrid *self)
{
  GtkGridLayout *layout = GTK_GRID_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL
                                                                | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  self->cells = g_ptr_array_new ();
  gtk_grid_layout_set_column_homogeneous (layout, TRUE);
  gtk_grid_layout_set_column_spacing (layout, 2);
  gtk_grid_layout_set_row_spacing (layout, 2);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

/**
 * pact_date_grid_set_names:
 * @self: a grid
 * @names: what is written on it; kept by the caller as long as the grid lives
 *
 * To be called before anything else.
 */
void
pact_date_grid_set_names (PactDateGrid *self,
                          const PactCalendarNames *names)
{
  g_return_if_fail (PACT_IS_DATE_GRID (self));
  g_return_if_fail (names != NULL);

  self->names = names;
}

/**
 * pact_date_grid_set_chosen:
 * @self: a grid
 * @chosen: (nullable): the date that holds, as exactly as it is known, %NULL for none
 */
void
pact_date_grid_set_chosen (PactDateGrid *self,
                           const PactDate *chosen)
{
  g_return_if_fail (PACT_IS_DATE_GRID (self));

  self->chosen = chosen != NULL ? *chosen : (PactDate){ 0 };
}

/**
 * pact_date_grid_set_cursor:
 * @self: a grid
 * @precision: what is chosen
 * @cursor: a date; where only the year or the month is known, its first day
 *
 * Shows the page on which @cursor is.
 */
void
pact_date_grid_set_cursor (PactDateGrid *self,
                           PactDatePrecision precision,
                           const PactDate *cursor)
{
  gboolean had_focus;

  g_return_if_fail (PACT_IS_DATE_GRID (self));
  g_return_if_fail (self->names != NULL);
  g_return_if_fail (cursor != NULL);

  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  self->cursor = (PactDate){ cursor->year, MAX (cursor->month, 1), MAX (cursor->day, 1) };
  if (precision != self->precision || self->cells->len == 0)
    {
      self->precision = precision;
      make_cells (self);
    }
  fill_cells (self);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * pact_date_grid_get_precision:
 * @self: a grid
 *
 * Returns: what is chosen in it
 */
PactDatePrecision
pact_date_grid_get_precision (PactDateGrid *self)
{
  g_return_val_if_fail (PACT_IS_DATE_GRID (self), PACT_PRECISION_DAY);

  return self->precision;
}

/**
 * pact_date_grid_get_cursor:
 * @self: a grid
 *
 * Returns: (transfer none): the day on which the cursor is, or the first of its month or year
 */
const PactDate *
pact_date_grid_get_cursor (PactDateGrid *self)
{
  g_return_val_if_fail (PACT_IS_DATE_GRID (self), NULL);

  return &self->cursor;
}

/**
 * pact_date_grid_move:
 * @self: a grid
 * @n_days: how many days on, or back
 * @n_months: how many months on, or back; a day that the month does not have becomes its last
 *
 * Moves the cursor, and the page if need be. Where dates end, it stays.
 */
void
pact_date_grid_move (PactDateGrid *self,
                     int n_days,
                     int n_months)
{
  GDate date;
  int year;

  g_return_if_fail (PACT_IS_DATE_GRID (self));

  year = self->cursor.year + n_months / 12;
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, self->cursor.day, self->cursor.month, self->cursor.year);
  if (n_months < 0)
    g_date_subtract_months (&date, -n_months);
  else
    g_date_add_months (&date, n_months);
  if (n_days < 0)
    g_date_subtract_days (&date, -n_days);
  else
    g_date_add_days (&date, n_days);
  if (g_date_get_year (&date) < FIRST_YEAR || g_date_get_year (&date) > LAST_YEAR)
    return;

  pact_date_grid_set_cursor (self, self->precision, &(PactDate){ g_date_get_year (&date), g_date_get_month (&date),
                                                                 g_date_get_day (&date) });
  g_signal_emit (self, signals[MOVED], 0);
}
