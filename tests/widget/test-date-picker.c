/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "pact-date-grid.h"
#include "pact-date-picker.h"
#include "pact-form.h"
#include "pact-pending.h"
#include "pact-plan.h"
#include "widget-fixture.h"

/* A grid of its own, with weeks that begin on Monday. */
typedef struct
{
  PactCalendarNames *names;
  PactDateGrid *grid;
  PactDate chosen;
  guint n_moved;
} GridFixture;

static void
chosen_cb (GridFixture *fixture,
           const PactDate *date)
{
  fixture->chosen = *date;
}

static void
moved_cb (GridFixture *fixture)
{
  fixture->n_moved++;
}

static void
set_up (GridFixture *fixture,
        gconstpointer data)
{
  fixture->names = pact_calendar_names_new (pact_locale_get ("de"));
  fixture->grid = g_object_ref_sink (g_object_new (PACT_TYPE_DATE_GRID, NULL));
  pact_date_grid_set_names (fixture->grid, fixture->names);
  g_signal_connect_swapped (fixture->grid, "chosen", G_CALLBACK (chosen_cb), fixture);
  g_signal_connect_swapped (fixture->grid, "moved", G_CALLBACK (moved_cb), fixture);
}

static void
tear_down (GridFixture *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->grid);
  pact_calendar_names_free (fixture->names);
}

static GtkWidget *
get_cell (PactDateGrid *grid,
          guint nth)
{
  return widget_find (GTK_WIDGET (grid), GTK_TYPE_TOGGLE_BUTTON, nth);
}

static void
check_cell (GridFixture *fixture,
            guint nth,
            const char *label,
            PactDate date)
{
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get_cell (fixture->grid, nth))), ==, label);
  g_signal_emit_by_name (get_cell (fixture->grid, nth), "clicked");
  g_assert_cmpint (fixture->chosen.year, ==, date.year);
  g_assert_cmpint (fixture->chosen.month, ==, date.month);
  g_assert_cmpint (fixture->chosen.day, ==, date.day);
}

static void
check_cursor (GridFixture *fixture,
              int year,
              int month,
              int day)
{
  const PactDate *cursor = pact_date_grid_get_cursor (fixture->grid);

  g_assert_cmpint (cursor->year, ==, year);
  g_assert_cmpint (cursor->month, ==, month);
  g_assert_cmpint (cursor->day, ==, day);
}

/* Each page begins where it should, and each cell gives its own date, as exact as is asked. */
static void
test_pages (GridFixture *fixture,
            gconstpointer data)
{
  pact_date_grid_set_cursor (fixture->grid, PACT_PRECISION_DAY, &(PactDate){ 2028, 2, 29 });
  check_cell (fixture, 0, "31", (PactDate){ 2028, 1, 31 });
  check_cell (fixture, 1, "1", (PactDate){ 2028, 2, 1 });
  check_cell (fixture, 29, "29", (PactDate){ 2028, 2, 29 });
  check_cell (fixture, 41, "12", (PactDate){ 2028, 3, 12 });

  pact_date_grid_set_cursor (fixture->grid, PACT_PRECISION_MONTH, &(PactDate){ 2028, 0, 0 });
  check_cursor (fixture, 2028, 1, 1);
  check_cell (fixture, 2, "März", (PactDate){ 2028, 3, 0 });

  pact_date_grid_set_cursor (fixture->grid, PACT_PRECISION_YEAR, &(PactDate){ 2028, 0, 0 });
  check_cell (fixture, 0, "2019", (PactDate){ 2019, 0, 0 });
  check_cell (fixture, 11, "2030", (PactDate){ 2030, 0, 0 });
}

/* The week begins where people begin it. */
static void
test_weeks (GridFixture *fixture,
            gconstpointer data)
{
  static const struct
  {
    GDateWeekday first;
    const char *label; /* of the first cell of March 2027, which begins on a Monday */
  } cases[] = { { G_DATE_MONDAY, "1" }, { G_DATE_SUNDAY, "28" }, { G_DATE_SATURDAY, "27" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      fixture->names->first_weekday = cases[i].first;
      pact_date_grid_set_cursor (fixture->grid, PACT_PRECISION_DAY, &(PactDate){ 2027, 3, 1 });
      g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get_cell (fixture->grid, 0))), ==, cases[i].label);
    }
}

/* The cursor goes by days and months, into months that are shorter, and stays where dates end. */
static void
test_moving (GridFixture *fixture,
             gconstpointer data)
{
  pact_date_grid_set_cursor (fixture->grid, PACT_PRECISION_DAY, &(PactDate){ 2028, 1, 31 });
  pact_date_grid_move (fixture->grid, 0, 1);
  check_cursor (fixture, 2028, 2, 29);
  pact_date_grid_move (fixture->grid, 1, 0);
  check_cursor (fixture, 2028, 3, 1);
  pact_date_grid_move (fixture->grid, -1, -12);
  check_cursor (fixture, 2027, 2, 28);
  g_assert_cmpuint (fixture->n_moved, ==, 3);

  pact_date_grid_set_cursor (fixture->grid, PACT_PRECISION_DAY, &(PactDate){ 9999, 12, 31 });
  pact_date_grid_move (fixture->grid, 1, 0);
  pact_date_grid_move (fixture->grid, 0, 1);
  pact_date_grid_move (fixture->grid, 0, 120);
  check_cursor (fixture, 9999, 12, 31);
  pact_date_grid_set_cursor (fixture->grid, PACT_PRECISION_YEAR, &(PactDate){ 1000, 1, 1 });
  pact_date_grid_move (fixture->grid, 0, -12);
  check_cursor (fixture, 1000, 1, 1);
  g_assert_false (gtk_widget_get_sensitive (get_cell (fixture->grid, 0)));
  g_assert_cmpuint (fixture->n_moved, ==, 3);
}

/* For Tab the whole grid is one stop, where the cursor is. */
static void
test_stop (GridFixture *fixture,
           gconstpointer data)
{
  pact_date_grid_set_chosen (fixture->grid, &(PactDate){ 2027, 3, 15 });
  pact_date_grid_set_cursor (fixture->grid, PACT_PRECISION_DAY, &(PactDate){ 2027, 3, 15 });
  pact_date_grid_move (fixture->grid, 1, 0);
  for (guint i = 0; i < 42; i++)
    {
      GtkWidget *cell = get_cell (fixture->grid, i);

      g_assert_true (gtk_widget_get_focusable (cell) == (i == 15));
      g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (cell)) == (i == 14));
    }
}

static GtkWidget *
open_calendar (GtkWidget *form)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (widget_find (form, GTK_TYPE_MENU_BUTTON, 0));

  gtk_menu_button_popup (button);
  g_assert_nonnull (gtk_menu_button_get_popover (button));

  return GTK_WIDGET (gtk_menu_button_get_popover (button));
}

static PactDateGrid *
get_grid (GtkWidget *picker)
{
  return PACT_DATE_GRID (widget_find (picker, PACT_TYPE_DATE_GRID, 0));
}

static void
pick (GtkWidget *picker,
      guint nth)
{
  g_signal_emit_by_name (get_cell (get_grid (picker), nth), "clicked");
}

/* What is chosen is written as one edit, also in place of what could not be saved. */
static void
test_form (WidgetFixture *fixture,
           gconstpointer data)
{
  PactForm *form = g_object_new (PACT_TYPE_FORM, "kind", "measure", "fields", "start end", NULL);
  GtkEditable *entry;
  GtkWidget *picker;
  g_autoptr (GError) error = NULL;

  widget_fixture_show (fixture, GTK_WIDGET (form));
  pact_form_set_element (form, fixture->editor, fixture->measure);
  entry = GTK_EDITABLE (widget_find (GTK_WIDGET (form), GTK_TYPE_ENTRY, 0));

  /* Where nothing is known, it begins with the plan, and asks for a month. */
  picker = open_calendar (GTK_WIDGET (form));
  g_assert_cmpint (pact_date_grid_get_precision (get_grid (picker)), ==, PACT_PRECISION_MONTH);
  pick (picker, 2);
  g_assert_cmpstr (pact_element_get (fixture->measure, "start"), ==, "2027-03");
  g_assert_cmpstr (gtk_editable_get_text (entry), !=, "");

  pact_editor_undo (fixture->editor, &error);
  g_assert_no_error (error);
  g_assert_null (pact_element_get (fixture->measure, "start"));

  gtk_editable_set_text (entry, "next spring");
  pact_pending_flush (pact_pending_get_default ());
  g_assert_cmpint (pact_pending_get_state (pact_pending_get_default ()), ==, PACT_PENDING_REFUSED);
  picker = open_calendar (GTK_WIDGET (form));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (widget_find (picker, GTK_TYPE_TOGGLE_BUTTON, 2)), TRUE);
  pick (picker, 9);
  g_assert_cmpint (pact_pending_get_state (pact_pending_get_default ()), ==, PACT_PENDING_SAVED);
  g_assert_cmpstr (pact_element_get (fixture->measure, "start"), ==, "2028");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "2028");

  /* Each choice is taken back alone. */
  pick (open_calendar (GTK_WIDGET (form)), 10);
  g_assert_cmpstr (pact_element_get (fixture->measure, "start"), ==, "2029");
  pact_editor_undo (fixture->editor, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (pact_element_get (fixture->measure, "start"), ==, "2028");

  /* What was typed and is not saved yet is where it opens. */
  gtk_editable_set_text (entry, "2029-10-07");
  picker = open_calendar (GTK_WIDGET (form));
  g_assert_cmpint (pact_date_grid_get_precision (get_grid (picker)), ==, PACT_PRECISION_DAY);
  g_assert_cmpint (pact_date_grid_get_cursor (get_grid (picker))->year, ==, 2029);
  g_assert_cmpint (pact_date_grid_get_cursor (get_grid (picker))->day, ==, 7);
  gtk_popover_popdown (GTK_POPOVER (picker));
  widget_wait_until_saved ();
}

/* A date that is not known yet is looked for beside the one above it. */
static void
test_neighbour (WidgetFixture *fixture,
                gconstpointer data)
{
  PactForm *form = g_object_new (PACT_TYPE_FORM, "kind", "measure", "fields", "end", NULL);
  GtkWidget *picker;
  g_autoptr (GError) error = NULL;

  widget_fixture_show (fixture, GTK_WIDGET (form));
  pact_form_set_element (form, fixture->editor, fixture->measure);
  pact_editor_set_by_name (fixture->editor, fixture->measure, "start", "2028-11-05", &error);
  g_assert_no_error (error);
  picker = open_calendar (GTK_WIDGET (form));
  g_assert_cmpint (pact_date_grid_get_precision (get_grid (picker)), ==, PACT_PRECISION_DAY);
  g_assert_cmpint (pact_date_grid_get_cursor (get_grid (picker))->month, ==, 11);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_cell (get_grid (picker), 6))));
  gtk_popover_popdown (GTK_POPOVER (picker));
}

static void
add_tests (void)
{
  g_test_add ("/date-picker/pages", GridFixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/date-picker/weeks", GridFixture, NULL, set_up, test_weeks, tear_down);
  g_test_add ("/date-picker/moving", GridFixture, NULL, set_up, test_moving, tear_down);
  g_test_add ("/date-picker/stop", GridFixture, NULL, set_up, test_stop, tear_down);
  g_test_add ("/date-picker/form", WidgetFixture, NULL, widget_fixture_set_up, test_form, widget_fixture_tear_down);
  g_test_add ("/date-picker/neighbour", WidgetFixture, NULL, widget_fixture_set_up, test_neighbour, widget_fixture_tear_down);
}

int
main (int argc,
      char *argv[])
{
  return widget_test_run (argc, argv, add_tests);
}
