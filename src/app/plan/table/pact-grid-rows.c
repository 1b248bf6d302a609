/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-grid-rows"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-amount.h"
#include "pact-fold.h"
#include "pact-grid-private.h"

/* Which rows a table shows, and in which order. They stand in groups, one for each pillar or one for all. Each group is filtered and
 * sorted for itself, so that rows of a pillar stay together whatever they are sorted by. A heading is a row as well, whose element is
 * the pillar: both views have it, but the keyboard passes over it and nothing in it is edited, copied or pasted. */
typedef struct
{
  PactGrid *grid;       /* borrowed */
  PactElement *pillar;  /* (nullable): what the heading names; none where there is no heading */
  GListStore *heading;  /* the pillar, while there are rows below it */
  GListStore *rows;
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;
} Group;

static guint
count_heading (Group *group)
{
  return g_list_model_get_n_items (G_LIST_MODEL (group->heading));
}

static guint
count_rows (Group *group)
{
  return g_list_model_get_n_items (G_LIST_MODEL (group->sorted));
}

static Group *
find_group (PactGrid *self,
            PactElement *pillar)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = g_ptr_array_index (self->groups, i);

      if (group->pillar == pillar)
        return group;
    }

  return NULL;
}

/* A heading stands only above rows, and says how many there are. */
static void
group_changed_cb (Group *group)
{
  if (group->pillar == NULL)
    return;
  if (count_rows (group) == 0)
    g_list_store_remove_all (group->heading);
  else if (count_heading (group) == 0)
    g_list_store_append (group->heading, group->pillar);
  _pact_grid_show_row (group->grid, group->pillar);
}

static Group *
group_new (PactGrid *self,
           PactElement *pillar)
{
  Group *group = g_new0 (Group, 1);

  group->grid = self;
  g_set_object (&group->pillar, pillar);
  group->heading = g_list_store_new (PACT_TYPE_ELEMENT);
  group->rows = g_list_store_new (PACT_TYPE_ELEMENT);
  group->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (group->rows)), g_object_ref (self->row_filter));
  group->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (group->filtered)), g_object_ref (self->row_sorter));
  /* Ten thousand rows are looked through, and put in order, between the frames. */
  gtk_filter_list_model_set_incremental (group->filtered, TRUE);
  gtk_sort_list_model_set_incremental (group->sorted, TRUE);
  /* Once the table knows of the rows: two changes at a time are none that it could make sense of. */
  g_signal_connect_data (group->sorted, "items-changed", G_CALLBACK (group_changed_cb), group, NULL,
                         G_CONNECT_AFTER | G_CONNECT_SWAPPED);

  return group;
}

static void
group_free (gpointer data)
{
  Group *group = data;

  g_signal_handlers_disconnect_by_data (group->sorted, group);
  g_object_unref (group->sorted);
  g_object_unref (group->filtered);
  g_object_unref (group->rows);
  g_object_unref (group->heading);
  g_clear_object (&group->pillar);
  g_free (group);
}

/* A row is found by what stands in any of its columns. */
static gboolean
filter_cb (gpointer item,
           gpointer data)
{
  PactGrid *self = data;

  if (self->filter == NULL)
    return TRUE;
  for (gsize i = 0; i < self->info->n_columns; i++)
    {
      g_autofree char *text = pact_table_column_dup_text (&self->info->columns[i], item);
      g_autofree char *folded = pact_text_fold (text);

      if (strstr (folded, self->filter) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* What is selected stays among the rows that there are. */
static void
rows_changed_cb (PactGrid *self)
{
  self->row = _pact_grid_find_row (self, self->row, 1);
  self->anchor_row = _pact_grid_find_row (self, self->anchor_row, 1);
  _pact_grid_tell_selection (self);
}

/* Makes the list of rows, which has none as yet; the views are to be there already, for their headings say how it is sorted. */
void
_pact_grid_make_rows (PactGrid *self)
{
  GtkMultiSorter *sorters = gtk_multi_sorter_new ();

  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->models = g_list_store_new (G_TYPE_LIST_MODEL);
  self->shown = gtk_flatten_list_model_new (g_object_ref (G_LIST_MODEL (self->models)));
  self->row_filter = GTK_FILTER (gtk_custom_filter_new (filter_cb, self, NULL));
  /* One of the two at most is sorted by, see _pact_grid_watch_columns(). */
  gtk_multi_sorter_append (sorters, g_object_ref (gtk_column_view_get_sorter (self->frozen)));
  gtk_multi_sorter_append (sorters, g_object_ref (gtk_column_view_get_sorter (self->scrolled)));
  self->row_sorter = GTK_SORTER (sorters);
  g_signal_connect_object (self->shown, "items-changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
}

void
_pact_grid_drop_rows (PactGrid *self)
{
  /* The groups first: whoever asks while the views lose their rows is told that there are none. */
  g_ptr_array_set_size (self->groups, 0);
  g_list_store_remove_all (self->models);
}

/* The element of a row as it stands now; valid until the plan changes. */
PactElement *
_pact_grid_get_row (PactGrid *self,
                    guint row)
{
  g_autoptr (PactElement) element = g_list_model_get_item (G_LIST_MODEL (self->shown), row);

  return element;
}

/* How many rows there are with the headings among them. */
guint
_pact_grid_count_places (PactGrid *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->shown));
}

gboolean
_pact_grid_is_heading (PactGrid *self,
                       PactElement *row)
{
  return row != NULL && !pact_element_is_kind (row, self->info->kind);
}

/* The row at a place, or where that is beyond the end or a heading, the next in a direction; at the edge, the one on the other side. */
guint
_pact_grid_find_row (PactGrid *self,
                     gint64 place,
                     int direction)
{
  gint64 last = (gint64) _pact_grid_count_places (self) - 1;

  place = CLAMP (place, 0, MAX (last, 0));
  while (direction < 0 && place > 0 && _pact_grid_is_heading (self, _pact_grid_get_row (self, (guint) place)))
    place--;
  while (place < last && _pact_grid_is_heading (self, _pact_grid_get_row (self, (guint) place)))
    place++;

  return (guint) place;
}

/* How many rows stand from one place to another, both included; headings are none. */
guint
_pact_grid_count_between (PactGrid *self,
                          guint first,
                          guint last)
{
  guint n = last - first + 1;
  guint place = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = g_ptr_array_index (self->groups, i);

      if (count_heading (group) > 0 && place >= first && place <= last)
        n--;
      place += count_heading (group) + count_rows (group);
    }

  return n;
}

/* Where to say in a heading how many rows there are: in the first of the columns that are scrolled, unless money is added up there. */
static gboolean
tells_count (PactGrid *self,
             const PactTableColumn *column)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const PactTableColumn *candidate = g_ptr_array_index (self->columns, i);

      if (!candidate->is_frozen && !pact_table_column_is_money (candidate))
        return candidate == column;
    }

  return FALSE;
}

static char *
dup_sum (Group *group,
         const PactTableColumn *column)
{
  gint64 sum = 0;

  for (guint i = 0; i < count_rows (group); i++)
    {
      g_autoptr (PactElement) row = g_list_model_get_item (G_LIST_MODEL (group->sorted), i);

      sum = pact_table_column_add_money (column, row, sum);
    }

  return sum > 0 ? pact_amount_display (sum, pact_plan_get_currency (pact_element_get_plan (group->pillar)), NULL) : g_strdup ("");
}

/* What a heading says in a column: the pillar, how many rows stand below it, and what those cost that are part of the plan. */
char *
_pact_grid_dup_heading (PactGrid *self,
                        PactElement *pillar,
                        const PactTableColumn *column)
{
  Group *group = find_group (self, pillar);

  if (group == NULL || pact_element_get_plan (pillar) == NULL)
    return g_strdup ("");
  if (pact_table_column_is_name (column))
    return g_strdup (pact_element_get_name (pillar));
  if (column->is_frozen)
    return pact_element_dup_number (pillar);
  if (pact_table_column_is_money (column))
    return dup_sum (group, column);

  return tells_count (self, column) ? self->info->dup_count (count_rows (group)) : g_strdup ("");
}

/* What a screen reader says of a heading. */
char *
_pact_grid_dup_heading_name (PactGrid *self,
                             PactElement *pillar)
{
  Group *group = find_group (self, pillar);
  g_autofree char *count = self->info->dup_count (group != NULL ? count_rows (group) : 0);

  /* Translators: the heading of a group in a table: %1$s is the name of a pillar, %2$s is “12 measures”. */
  return g_strdup_printf (C_ ("heading of a group", "%1$s: %2$s"), pact_element_get_name (pillar), count);
}

/* The rows of the plan as they are to be divided: the pillar of each group, and where it begins. */
static void
divide (PactGrid *self,
        GPtrArray *rows,
        GPtrArray *pillars,
        GArray *starts)
{
  for (guint i = 0; i < rows->len; i++)
    {
      PactElement *pillar = self->is_grouped ? pact_element_get_ancestor (g_ptr_array_index (rows, i), "pillar") : NULL;

      if (i > 0 && pillar == g_ptr_array_index (pillars, pillars->len - 1))
        continue;
      g_ptr_array_add (pillars, pillar);
      g_array_append_val (starts, i);
    }
  g_array_append_val (starts, rows->len);
}

static gboolean
has_groups (PactGrid *self,
            GPtrArray *pillars)
{
  if (self->groups->len != pillars->len)
    return FALSE;
  for (guint i = 0; i < pillars->len; i++)
    {
      if (((Group *) g_ptr_array_index (self->groups, i))->pillar != g_ptr_array_index (pillars, i))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_rows (Group *group,
          gpointer *rows,
          guint n_rows)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (group->rows)) != n_rows)
    return FALSE;
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (PactElement) row = g_list_model_get_item (G_LIST_MODEL (group->rows), i);

      if (row != rows[i])
        return FALSE;
    }

  return TRUE;
}

/* Takes the rows of the plan, in its order. */
void
_pact_grid_set_rows (PactGrid *self,
                     GPtrArray *rows)
{
  g_autoptr (GPtrArray) pillars = g_ptr_array_new ();
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));

  divide (self, rows, pillars, starts);
  if (!has_groups (self, pillars))
    {
      _pact_grid_drop_rows (self);
      for (guint i = 0; i < pillars->len; i++)
        {
          Group *group = group_new (self, g_ptr_array_index (pillars, i));

          g_ptr_array_add (self->groups, group);
          g_list_store_append (self->models, group->heading);
          g_list_store_append (self->models, group->sorted);
        }
    }
  for (guint i = 0; i < pillars->len; i++)
    {
      Group *group = g_ptr_array_index (self->groups, i);
      guint start = g_array_index (starts, guint, i);
      guint n_rows = g_array_index (starts, guint, i + 1) - start;

      if (!has_rows (group, rows->pdata + start, n_rows))
        g_list_store_splice (group->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (group->rows)), rows->pdata + start, n_rows);
    }
  rows_changed_cb (self);
}

/**
 * pact_grid_set_filter:
 * @self: a table
 * @text: (nullable): what the rows shall say in one of their columns
 *
 * Shows only some of the rows.
 */
void
pact_grid_set_filter (PactGrid *self,
                      const char *text)
{
  g_return_if_fail (PACT_IS_GRID (self));

  g_free (self->filter);
  self->filter = text != NULL && text[0] != '\0' ? pact_text_fold (text) : NULL;
  _pact_grid_scroll_to_top (self);
  gtk_filter_changed (self->row_filter, GTK_FILTER_CHANGE_DIFFERENT);
  self->row = self->anchor_row = _pact_grid_find_row (self, 0, 1);
  _pact_grid_show_all (self);
  _pact_grid_tell_selection (self);
}

/**
 * pact_grid_set_grouped:
 * @self: a table
 * @is_grouped: whether the rows of a pillar stand together below a heading
 */
void
pact_grid_set_grouped (PactGrid *self,
                       gboolean is_grouped)
{
  g_return_if_fail (PACT_IS_GRID (self));

  if (is_grouped == self->is_grouped)
    return;
  self->is_grouped = is_grouped;
  _pact_grid_scroll_to_top (self);
  self->row = self->anchor_row = 0;
  pact_grid_update (self);
  g_signal_emit_by_name (self, "arranged");
}

/**
 * pact_grid_is_grouped:
 * @self: a table
 *
 * Returns: whether the rows of a pillar stand together below a heading
 */
gboolean
pact_grid_is_grouped (PactGrid *self)
{
  g_return_val_if_fail (PACT_IS_GRID (self), FALSE);

  return self->is_grouped;
}

/**
 * pact_grid_count_rows:
 * @self: a table
 *
 * Returns: how many rows are shown, without the headings
 */
guint
pact_grid_count_rows (PactGrid *self)
{
  guint n = 0;

  g_return_val_if_fail (PACT_IS_GRID (self), 0);

  for (guint i = 0; i < self->groups->len; i++)
    n += count_rows (g_ptr_array_index (self->groups, i));

  return n;
}
