/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-date-picker"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-date-grid.h"
#include "pact-date-picker.h"
#include "pact-dates.h"

/**
 * PactDatePicker:
 *
 * A calendar on which a day, a month or a year is chosen, each with one choice: a plan often knows no
 * more than the year. GtkCalendar can give days only.
 */
struct _PactDatePicker
{
  GtkPopover parent_instance;

  PactCalendarNames *names;
  gboolean is_showing;

  /* Template widgets */
  GtkToggleButton *day_button;
  GtkToggleButton *month_button;
  GtkToggleButton *year_button;
  GtkWidget *month_box;
  GtkLabel *month_label;
  GtkWidget *previous_year_button;
  GtkLabel *year_label;
  GtkWidget *next_year_button;
  PactDateGrid *grid;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PactDatePicker, pact_date_picker, GTK_TYPE_POPOVER)

static PactDatePrecision
get_precision_of (const PactDate *date)
{
  if (date->month == 0)
    return PACT_PRECISION_YEAR;

  return date->day == 0 ? PACT_PRECISION_MONTH : PACT_PRECISION_DAY;
}

static char *
display_year (int year)
{
  return pact_date_display (&(PactDate){ year, 0, 0 }, NULL);
}

static void
name_button (GtkWidget *button,
             const char *name)
{
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Says on which page the grid is. */
static void
show_page (PactDatePicker *self)
{
  PactDatePrecision precision = pact_date_grid_get_precision (self->grid);
  const PactDate *cursor = pact_date_grid_get_cursor (self->grid);
  g_autofree char *year = display_year (cursor->year);
  g_autofree char *page = NULL;

  if (precision == PACT_PRECISION_YEAR)
    {
      g_autofree char *first = display_year (cursor->year / 10 * 10);
      g_autofree char *last = display_year (cursor->year / 10 * 10 + 9);

      /* Translators: the first and the last year of a decade. */
      page = g_strdup_printf (C_ ("decade", "%1$s – %2$s"), first, last);
      gtk_label_set_label (self->year_label, page);
      name_button (self->previous_year_button, _("Previous Decade"));
      name_button (self->next_year_button, _("Next Decade"));
    }
  else
    {
      page = pact_date_display (&(PactDate){ cursor->year, precision == PACT_PRECISION_DAY ? cursor->month : 0, 0 }, NULL);
      gtk_label_set_label (self->month_label, self->names->months[cursor->month]);
      gtk_label_set_label (self->year_label, year);
      name_button (self->previous_year_button, _("Previous Year"));
      name_button (self->next_year_button, _("Next Year"));
    }
  gtk_widget_set_visible (self->month_box, precision == PACT_PRECISION_DAY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, page, -1);
}

static void
precision_toggled_cb (PactDatePicker *self,
                      GtkToggleButton *button)
{
  PactDate cursor;

  if (self->is_showing || !gtk_toggle_button_get_active (button))
    return;

  cursor = *pact_date_grid_get_cursor (self->grid);
  pact_date_grid_set_cursor (self->grid,
                             button == self->day_button     ? PACT_PRECISION_DAY
                             : button == self->month_button ? PACT_PRECISION_MONTH
                                                            : PACT_PRECISION_YEAR,
                             &cursor);
  show_page (self);
}

static void
previous_month_cb (PactDatePicker *self)
{
  pact_date_grid_move (self->grid, 0, -1);
}

static void
next_month_cb (PactDatePicker *self)
{
  pact_date_grid_move (self->grid, 0, 1);
}

static int
count_months_of_page (PactDatePicker *self)
{
  return pact_date_grid_get_precision (self->grid) == PACT_PRECISION_YEAR ? 120 : 12;
}

static void
previous_year_cb (PactDatePicker *self)
{
  pact_date_grid_move (self->grid, 0, -count_months_of_page (self));
}

static void
next_year_cb (PactDatePicker *self)
{
  pact_date_grid_move (self->grid, 0, count_months_of_page (self));
}

static void
chosen_cb (PactDatePicker *self,
           const PactDate *date)
{
  g_autofree char *value = pact_date_to_string (date);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, value);
}

static void
pact_date_picker_show (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (pact_date_picker_parent_class)->show (widget);
  gtk_widget_grab_focus (GTK_WIDGET (PACT_DATE_PICKER (widget)->grid));
}

static void
pact_date_picker_finalize (GObject *object)
{
  g_clear_pointer (&PACT_DATE_PICKER (object)->names, pact_calendar_names_free);

  G_OBJECT_CLASS (pact_date_picker_parent_class)->finalize (object);
}

static void
pact_date_picker_class_init (PactDatePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pact_date_picker_finalize;
  widget_class->show = pact_date_picker_show;

  /**
   * PactDatePicker::chosen:
   * @self: the calendar
   * @value: a date as ISO 8601 writes it: a year, a month or a day
   *
   * A date was chosen.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (PACT_TYPE_DATE_GRID);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-date-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, PactDatePicker, day_button);
  gtk_widget_class_bind_template_child (widget_class, PactDatePicker, month_button);
  gtk_widget_class_bind_template_child (widget_class, PactDatePicker, year_button);
  gtk_widget_class_bind_template_child (widget_class, PactDatePicker, month_box);
  gtk_widget_class_bind_template_child (widget_class, PactDatePicker, month_label);
  gtk_widget_class_bind_template_child (widget_class, PactDatePicker, previous_year_button);
  gtk_widget_class_bind_template_child (widget_class, PactDatePicker, year_label);
  gtk_widget_class_bind_template_child (widget_class, PactDatePicker, next_year_button);
  gtk_widget_class_bind_template_child (widget_class, PactDatePicker, grid);
  gtk_widget_class_bind_template_callback (widget_class, precision_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_month_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_month_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_year_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_year_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_page);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
pact_date_picker_init (PactDatePicker *self)
{
  int width = 0;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->names = pact_calendar_names_new (NULL);
  pact_date_grid_set_names (self->grid, self->names);

  /* The arrows beside it stay where they are from month to month. */
  for (int i = 1; i <= 12; i++)
    width = MAX (width, (int) g_utf8_strlen (self->names->months[i], -1));
  gtk_label_set_width_chars (self->month_label, width);
}

/**
 * pact_date_picker_new:
 *
 * Returns: (transfer floating): a calendar
 */
PactDatePicker *
pact_date_picker_new (void)
{
  return g_object_new (PACT_TYPE_DATE_PICKER, NULL);
}

/**
 * pact_date_picker_show_date:
 * @self: a calendar
 * @date: (nullable): the date that holds, %NULL if there is none
 * @near_date: where to begin if there is none, as exact as one is likely to be
 *
 * Turns to a date.
 */
void
pact_date_picker_show_date (PactDatePicker *self,
                            const PactDate *date,
                            const PactDate *near_date)
{
  const PactDate *shown = date != NULL ? date : near_date;
  PactDatePrecision precision;

  g_return_if_fail (PACT_IS_DATE_PICKER (self));
  g_return_if_fail (shown != NULL);

  precision = get_precision_of (shown);
  self->is_showing = TRUE;
  gtk_toggle_button_set_active (precision == PACT_PRECISION_DAY     ? self->day_button
                                : precision == PACT_PRECISION_MONTH ? self->month_button
                                                                    : self->year_button,
                                TRUE);
  self->is_showing = FALSE;
  pact_date_grid_set_chosen (self->grid, date);
  pact_date_grid_set_cursor (self->grid, precision, shown);
  show_page (self);
}
