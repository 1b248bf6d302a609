/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-table-arrangement"

#include "config.h"

#include "pact-table-arrangement.h"

#define HIDDEN "hidden-columns"
#define ORDER "column-order"
#define SORTED "sorted-tables"
#define GROUPED "grouped-tables"

#define DESCENDING "/descending"

/* What is kept of a table, without its name. */
static GStrv
list_entries (GVariant *value,
              const PactTableInfo *info)
{
  g_autofree const char **entries = g_variant_get_strv (value, NULL);
  g_autofree char *prefix = g_strconcat (info->name, "/", NULL);
  g_autoptr (GStrvBuilder) own = g_strv_builder_new ();

  for (gsize i = 0; entries[i] != NULL; i++)
    {
      if (g_str_has_prefix (entries[i], prefix))
        g_strv_builder_add (own, entries[i] + strlen (prefix));
    }

  return g_strv_builder_end (own);
}

static GStrv
get_entries (GSettings *settings,
             const char *key,
             const PactTableInfo *info)
{
  g_autoptr (GVariant) value = g_settings_get_value (settings, key);

  return list_entries (value, info);
}

/* Keeps something else of a table, and what is kept of the others; nothing is written that stands there already. */
static void
set_entries (GSettings *settings,
             const char *key,
             const PactTableInfo *info,
             GPtrArray *names)
{
  g_auto (GStrv) before = g_settings_get_strv (settings, key);
  g_autofree char *prefix = g_strconcat (info->name, "/", NULL);
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  g_auto (GStrv) after = NULL;

  for (gsize i = 0; before[i] != NULL; i++)
    {
      if (!g_str_has_prefix (before[i], prefix))
        g_strv_builder_add (all, before[i]);
    }
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *entry = g_strconcat (prefix, g_ptr_array_index (names, i), NULL);

      g_strv_builder_add (all, entry);
    }
  after = g_strv_builder_end (all);
  if (!g_strv_equal ((const char *const *) before, (const char *const *) after))
    g_settings_set_strv (settings, key, (const char *const *) after);
}

static void
hide_columns (PactGrid *grid,
              GStrv hidden)
{
  const PactTableInfo *info = pact_grid_get_info (grid);

  for (gsize i = 0; i < info->n_columns; i++)
    {
      const PactTableColumn *column = &info->columns[i];

      pact_grid_set_column_shown (grid, column,
                                  column->is_frozen || !g_strv_contains ((const char *const *) hidden, column->name));
    }
}

static void
put_in_order (PactGrid *grid,
              GStrv names)
{
  g_autoptr (GPtrArray) order = pact_table_info_order_columns (pact_grid_get_info (grid), (const char *const *) names);

  pact_grid_set_order (grid, order);
}

static void
sort (PactGrid *grid,
      GStrv entries)
{
  gboolean is_descending = entries[0] != NULL && g_str_has_suffix (entries[0], DESCENDING);
  g_autofree char *name = entries[0] != NULL ? g_strdup (entries[0]) : NULL;
  const PactTableColumn *column;

  if (is_descending)
    name[strlen (name) - strlen (DESCENDING)] = '\0';
  column = name != NULL ? pact_table_info_find_column (pact_grid_get_info (grid), name) : NULL;
  if (column != NULL && pact_table_column_is_sortable (column) && pact_grid_is_column_shown (grid, column))
    pact_grid_sort (grid, column, is_descending);
}

/**
 * pact_table_arrangement_load:
 * @settings: the settings of the program
 * @grid: a table that is as it was made
 *
 * Arranges a table as it was left.
 */
void
pact_table_arrangement_load (GSettings *settings,
                             PactGrid *grid)
{
  const PactTableInfo *info;
  g_auto (GStrv) hidden = NULL;
  g_auto (GStrv) order = NULL;
  g_auto (GStrv) sorted = NULL;
  g_auto (GStrv) grouped = NULL;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (PACT_IS_GRID (grid));

  info = pact_grid_get_info (grid);
  hidden = get_entries (settings, HIDDEN, info);
  order = get_entries (settings, ORDER, info);
  sorted = get_entries (settings, SORTED, info);
  grouped = get_entries (settings, GROUPED, info);
  hide_columns (grid, hidden);
  put_in_order (grid, order);
  sort (grid, sorted);
  pact_grid_set_grouped (grid, g_strv_contains ((const char *const *) grouped, "pillar"));
}

/* Names of hidden columns that only another version knows are kept for it. */
static void
save_hidden (GSettings *settings,
             PactGrid *grid)
{
  const PactTableInfo *info = pact_grid_get_info (grid);
  g_auto (GStrv) before = get_entries (settings, HIDDEN, info);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (gsize i = 0; before[i] != NULL; i++)
    {
      if (pact_table_info_find_column (info, before[i]) == NULL)
        g_ptr_array_add (names, before[i]);
    }
  for (gsize i = 0; i < info->n_columns; i++)
    {
      if (!pact_grid_is_column_shown (grid, &info->columns[i]))
        g_ptr_array_add (names, (gpointer) info->columns[i].name);
    }
  set_entries (settings, HIDDEN, info, names);
}

/* Who has never moved a column gets the order of each version. */
static void
save_order (GSettings *settings,
            PactGrid *grid)
{
  const PactTableInfo *info = pact_grid_get_info (grid);
  GPtrArray *order = pact_grid_get_order (grid);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  gboolean is_usual = TRUE;

  for (guint i = 0; i < order->len; i++)
    {
      const PactTableColumn *column = g_ptr_array_index (order, i);

      is_usual = is_usual && column == &info->columns[i];
      if (!column->is_frozen)
        g_ptr_array_add (names, (gpointer) column->name);
    }
  if (is_usual)
    g_ptr_array_set_size (names, 0);
  set_entries (settings, ORDER, info, names);
}

static void
save_sort (GSettings *settings,
           PactGrid *grid)
{
  gboolean is_descending;
  const PactTableColumn *column = pact_grid_get_sort (grid, &is_descending);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (column != NULL)
    g_ptr_array_add (names, g_strconcat (column->name, is_descending ? DESCENDING : "", NULL));
  set_entries (settings, SORTED, pact_grid_get_info (grid), names);
}

static void
save_grouping (GSettings *settings,
               PactGrid *grid)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (pact_grid_is_grouped (grid))
    g_ptr_array_add (names, (gpointer) "pillar");
  set_entries (settings, GROUPED, pact_grid_get_info (grid), names);
}

/**
 * pact_table_arrangement_save:
 * @settings: the settings of the program
 * @grid: a table
 *
 * Keeps how a table is arranged.
 */
void
pact_table_arrangement_save (GSettings *settings,
                             PactGrid *grid)
{
  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (PACT_IS_GRID (grid));

  save_hidden (settings, grid);
  save_order (settings, grid);
  save_sort (settings, grid);
  save_grouping (settings, grid);
}

/**
 * pact_table_arrangement_reset_columns:
 * @settings: the settings of the program
 * @grid: a table
 *
 * Shows the columns that a table has at first, in the order and as wide as they are then.
 */
void
pact_table_arrangement_reset_columns (GSettings *settings,
                                      PactGrid *grid)
{
  const PactTableInfo *info;
  g_autoptr (GVariant) value = NULL;
  g_auto (GStrv) hidden = NULL;
  const char *const none[] = { NULL };

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (PACT_IS_GRID (grid));

  info = pact_grid_get_info (grid);
  value = g_settings_get_default_value (settings, HIDDEN);
  hidden = list_entries (value, info);
  hide_columns (grid, hidden);
  put_in_order (grid, (GStrv) none);
  pact_grid_reset_widths (grid);
}
