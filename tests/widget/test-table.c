/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#include "config.h"

#include "pact-grid-cell.h"
#include "pact-grid.h"
#include "pact-table-arrangement.h"
#include "widget-fixture.h"

/* How a table is arranged, and what it then shows. */

static const PactTableInfo *
get_measures (void)
{
  guint n;

  return &pact_tables_get (&n)[0];
}

static const PactTableColumn *
get_column (const char *name)
{
  return pact_table_info_find_column (get_measures (), name);
}

static void
assert_order (GPtrArray *order,
              const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < order->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "", ((const PactTableColumn *) g_ptr_array_index (order, i))->name);
  g_assert_cmpstr (names->str, ==, expected);
}

/* Any list of names makes an order of all columns. */
static void
test_order (void)
{
  static const struct
  {
    const char *names[5];
    const char *order;
  } cases[] = {
    { { NULL }, "number title pillar inclusion situation lead partners start end status priority cost indicator baseline target" },
    /* What is not named, as a column that is new, follows the one that it follows in the table. */
    { { "target", "lead" }, "number title pillar inclusion situation target lead partners start end status priority cost indicator baseline" },
    { { "end", "start", "pillar" }, "number title end status priority cost indicator baseline target start pillar inclusion situation lead "
                                    "partners" },
    /* What no version or another one knows, what was named before, and what is frozen. */
    { { "weather", "cost", "", "cost" }, "number title pillar inclusion situation lead partners start end status priority cost indicator "
                                         "baseline target" },
    { { "title", "number" }, "number title pillar inclusion situation lead partners start end status priority cost indicator baseline "
                             "target" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) order = pact_table_info_order_columns (get_measures (), cases[i].names);

      assert_order (order, cases[i].order);
    }
}

static GSettings *
make_settings (void)
{
  static const char *const keys[] = { "hidden-columns", "column-order", "sorted-tables", "grouped-tables" };
  GSettings *settings = widget_settings_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);

  return settings;
}

static void
assert_kept (GSettings *settings,
             const char *key,
             const char *expected)
{
  g_auto (GStrv) entries = g_settings_get_strv (settings, key);
  g_autofree char *joined = g_strjoinv (" ", entries);

  g_assert_cmpstr (joined, ==, expected);
}

/* What is kept of other tables, and of columns that only another version knows, stays. */
static void
test_kept (void)
{
  static const char *const hidden[] = { "costs/note", "measures/weather", "measures/lead", NULL };
  static const char *const order[] = { "costs/note", "measures/target", "measures/weather", "measures/lead", NULL };
  static const char *const sorted[] = { "measures/weather/descending", "costs/year", NULL };
  static const char *const grouped[] = { "costs/pillar", NULL };
  g_autoptr (GSettings) settings = make_settings ();
  PactGrid *grid = g_object_ref_sink (pact_grid_new (get_measures ()));
  gboolean is_descending;

  g_settings_set_strv (settings, "hidden-columns", hidden);
  g_settings_set_strv (settings, "column-order", order);
  g_settings_set_strv (settings, "sorted-tables", sorted);
  g_settings_set_strv (settings, "grouped-tables", grouped);
  pact_table_arrangement_load (settings, grid);
  g_assert_false (pact_grid_is_column_shown (grid, get_column ("lead")));
  g_assert_true (pact_grid_is_column_shown (grid, get_column ("pillar")));
  g_assert_null (pact_grid_get_sort (grid, &is_descending));
  g_assert_false (pact_grid_is_grouped (grid));

  pact_grid_set_column_shown (grid, get_column ("partners"), FALSE);
  pact_grid_sort (grid, get_column ("end"), TRUE);
  g_assert_true (pact_grid_get_sort (grid, &is_descending) == get_column ("end") && is_descending);
  /* By one column at a time, whichever of the two views has it. */
  pact_grid_sort (grid, get_column ("title"), FALSE);
  g_assert_true (pact_grid_get_sort (grid, &is_descending) == get_column ("title") && !is_descending);
  pact_grid_sort (grid, get_column ("end"), TRUE);
  pact_grid_set_grouped (grid, TRUE);
  pact_table_arrangement_save (settings, grid);
  assert_kept (settings, "hidden-columns", "costs/note measures/weather measures/lead measures/partners");
  assert_kept (settings, "sorted-tables", "costs/year measures/end/descending");
  assert_kept (settings, "grouped-tables", "costs/pillar measures/pillar");

  /* A column that is hidden sorts nothing. */
  pact_grid_set_column_shown (grid, get_column ("end"), FALSE);
  g_assert_null (pact_grid_get_sort (grid, &is_descending));

  pact_table_arrangement_reset_columns (settings, grid);
  pact_table_arrangement_save (settings, grid);
  assert_kept (settings, "hidden-columns", "costs/note measures/weather measures/pillar");
  assert_kept (settings, "column-order", "costs/note");
  g_object_unref (grid);
}

/* Columns pass each other, those that are hidden as well; frozen ones stay. */
static void
test_move (void)
{
  PactGrid *grid = g_object_ref_sink (pact_grid_new (get_measures ()));

  pact_grid_set_column_shown (grid, get_column ("pillar"), FALSE);
  pact_grid_set_column_shown (grid, get_column ("situation"), FALSE);
  g_assert_true (pact_grid_move_column (grid, get_column ("lead"), -1));
  g_assert_true (pact_grid_move_column (grid, get_column ("situation"), 1));
  assert_order (pact_grid_get_order (grid),
                "number title pillar inclusion lead partners situation start end status priority cost indicator baseline target");
  pact_grid_set_column_shown (grid, get_column ("situation"), TRUE);
  assert_order (pact_grid_get_order (grid),
                "number title pillar inclusion lead partners situation start end status priority cost indicator baseline target");
  g_assert_true (pact_grid_move_column (grid, get_column ("inclusion"), -1));
  g_assert_false (pact_grid_move_column (grid, get_column ("inclusion"), -1));
  g_assert_false (pact_grid_move_column (grid, get_column ("target"), 1));
  g_assert_false (pact_grid_move_column (grid, get_column ("title"), -1));
  g_object_unref (grid);
}

#define N_ROWS 16

static void
collect_texts (GtkWidget *widget,
               const PactTableColumn *column,
               const char **texts)
{
  if (PACT_IS_GRID_CELL (widget))
    {
      PactGridCell *cell = PACT_GRID_CELL (widget);
      guint position = pact_grid_cell_get_position (cell);

      if (pact_grid_cell_get_column (cell) == column && position < N_ROWS)
        texts[position] = gtk_inscription_get_text (GTK_INSCRIPTION (gtk_widget_get_first_child (widget)));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_texts (child, column, texts);
}

/* What stands in a column, headings included. */
static char *
dup_texts (PactGrid *grid,
           const char *column)
{
  const char *texts[N_ROWS + 1] = { NULL };

  collect_texts (GTK_WIDGET (grid), get_column (column), texts);

  return g_strjoinv ("|", (char **) texts);
}

typedef struct
{
  PactGrid *grid;
  const char *column;
  const char *expected;
} Texts;

static gboolean
has_texts (gpointer data)
{
  Texts *texts = data;
  g_autofree char *shown = dup_texts (texts->grid, texts->column);

  return g_str_equal (shown, texts->expected);
}

static void
wait_for_texts (PactGrid *grid,
                const char *column,
                const char *expected)
{
  Texts texts = { grid, column, expected };

  widget_wait (has_texts, &texts);
}

/* Headings count the rows that are shown and add up what those cost that are part of the plan; they come and go with the rows. */
static void
test_headings (WidgetFixture *fixture,
               gconstpointer data)
{
  PactElement *root = pact_plan_get_root (pact_editor_get_plan (fixture->editor));
  PactGrid *grid = pact_grid_new (get_measures ());
  PactElement *pillar, *objective, *second, *out, *third;
  g_autoptr (GError) error = NULL;

  second = widget_fixture_add (fixture, fixture->objective, "measure", "title", "B");
  out = widget_fixture_add (fixture, fixture->objective, "measure", "title", "C");
  pillar = widget_fixture_add (fixture, root, "pillar", "title", "Later");
  objective = widget_fixture_add (fixture, pillar, "objective", "title", "O");
  third = widget_fixture_add (fixture, objective, "measure", "title", "D");
  widget_fixture_add (fixture, fixture->measure, "cost", "amount", "1200");
  widget_fixture_add (fixture, second, "cost", "amount", "300");
  widget_fixture_add (fixture, out, "cost", "amount", "5000");
  g_assert_true (pact_editor_set_by_name (fixture->editor, fixture->measure, "title", "A", &error));
  g_assert_true (pact_editor_set_by_name (fixture->editor, pact_element_get_ancestor (fixture->measure, "pillar"), "title", "Now", &error));
  g_assert_true (pact_editor_set_by_name (fixture->editor, out, "inclusion", "excluded", &error));

  pact_grid_set_editor (grid, fixture->editor);
  widget_fixture_show (fixture, GTK_WIDGET (grid));
  pact_grid_update (grid);
  wait_for_texts (grid, "title", "A|B|C|D");
  pact_grid_set_grouped (grid, TRUE);
  wait_for_texts (grid, "title", "Now|A|B|C|Later|D");
  g_assert_cmpuint (pact_grid_count_rows (grid), ==, 4);
  wait_for_texts (grid, "pillar", "3 measures|Now|Now|Now|1 measure|Later");
  wait_for_texts (grid, "cost", "15.00 EUR|12.00 EUR|3.00 EUR|50.00 EUR||");

  /* In whatever order. */
  pact_grid_sort (grid, get_column ("title"), TRUE);
  wait_for_texts (grid, "title", "Now|C|B|A|Later|D");
  pact_grid_set_filter (grid, "b");
  wait_for_texts (grid, "title", "Now|B");
  wait_for_texts (grid, "cost", "3.00 EUR|3.00 EUR");
  pact_grid_set_filter (grid, NULL);
  wait_for_texts (grid, "title", "Now|C|B|A|Later|D");

  /* A pillar without measures has no heading. */
  g_assert_true (pact_editor_remove (fixture->editor, third, &error));
  pact_grid_update (grid);
  wait_for_texts (grid, "title", "Now|C|B|A");
  g_assert_true (pact_editor_undo (fixture->editor, &error));
  pact_grid_update (grid);
  wait_for_texts (grid, "title", "Now|C|B|A|Later|D");
}

static void
add_tests (void)
{
  g_test_add_func ("/table/order", test_order);
  g_test_add_func ("/table/kept", test_kept);
  g_test_add_func ("/table/move", test_move);
  g_test_add ("/table/headings", WidgetFixture, NULL, widget_fixture_set_up, test_headings, widget_fixture_tear_down);
}

int
main (int argc,
      char *argv[])
{
  return widget_test_run (argc, argv, add_tests);
}
