/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-table-popover"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-answer.h"
#include "pact-drop-down.h"
#include "pact-in-sight.h"
#include "pact-shell.h"
#include "pact-table-arrangement.h"
#include "pact-table-popover.h"

/* The code of the order of the plan among the names of columns. */
#define PLAN_ORDER "/plan"

/**
 * PactTablePopover:
 *
 * How a table is arranged: by what its rows are sorted, whether they are grouped, and which of its columns stand where. All that can be
 * done with the headings by mouse can be done here by keyboard. It shows what is so, whoever has changed it.
 */
struct _PactTablePopover
{
  GtkPopover parent_instance;

  PactGrid *grid; /* (nullable) */
  GPtrArray *rows; /* ColumnRow, in the order of the columns */
  GtkDropDown *sort_drop_down;
  gboolean is_updating;

  /* Template widgets */
  AdwBin *sort_bin;
  GtkToggleButton *ascending_button;
  GtkToggleButton *descending_button;
  GtkCheckButton *group_button;
  GtkBox *columns_box;
};

G_DEFINE_FINAL_TYPE (PactTablePopover, pact_table_popover, GTK_TYPE_POPOVER)

/* The widgets of a column, all but the first within it. */
typedef struct
{
  const PactTableColumn *column;
  GtkWidget *box;
  GtkWidget *check;
  GtkWidget *back;
  GtkWidget *forward;
} ColumnRow;

static gboolean
is_offered (PactTablePopover *self,
            const PactTableColumn *column)
{
  return pact_table_column_is_sortable (column) && pact_grid_is_column_shown (self->grid, column);
}

/* What rows can be sorted by: the order of the plan, and the columns that are shown, as they stand. */
static void
offer_sorts (PactTablePopover *self)
{
  GPtrArray *order = pact_grid_get_order (self->grid);
  g_autoptr (GListStore) answers = g_list_store_new (PACT_TYPE_ANSWER);
  GListModel *before = gtk_drop_down_get_model (self->sort_drop_down);
  g_autoptr (PactAnswer) plan = pact_answer_new (PLAN_ORDER, C_ ("sort by", "Order of the plan"), NULL);
  gboolean is_same;

  g_list_store_append (answers, plan);
  for (guint i = 0; i < order->len; i++)
    {
      const PactTableColumn *column = g_ptr_array_index (order, i);
      g_autoptr (PactAnswer) answer = pact_answer_new (column->name, pact_table_column_get_label (column), NULL);

      if (is_offered (self, column))
        g_list_store_append (answers, answer);
    }
  is_same = before != NULL && g_list_model_get_n_items (before) == g_list_model_get_n_items (G_LIST_MODEL (answers));
  for (guint i = 0; is_same && i < g_list_model_get_n_items (before); i++)
    {
      g_autoptr (PactAnswer) one = g_list_model_get_item (before, i);
      g_autoptr (PactAnswer) other = g_list_model_get_item (G_LIST_MODEL (answers), i);

      is_same = g_str_equal (pact_answer_get_code (one), pact_answer_get_code (other));
    }
  if (!is_same)
    pact_drop_down_set_answers (self->sort_drop_down, G_LIST_MODEL (answers));
}

static void
show_sort (PactTablePopover *self)
{
  gboolean is_descending;
  const PactTableColumn *column = pact_grid_get_sort (self->grid, &is_descending);

  offer_sorts (self);
  gtk_drop_down_set_selected (self->sort_drop_down,
                              pact_drop_down_find (self->sort_drop_down, column != NULL ? column->name : PLAN_ORDER));
  gtk_widget_set_sensitive (GTK_WIDGET (self->ascending_button), column != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->descending_button), column != NULL);
  gtk_toggle_button_set_active (is_descending ? self->descending_button : self->ascending_button, TRUE);
}

static ColumnRow *
find_row (PactTablePopover *self,
          const PactTableColumn *column)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      ColumnRow *row = g_ptr_array_index (self->rows, i);

      if (row->column == column)
        return row;
    }

  return NULL;
}

/* Where a column stands, told by screen readers with its name, also when it has just been moved. */
static void
tell_place (PactTablePopover *self,
            ColumnRow *row,
            guint place)
{
  /* Translators: where a column of the table stands: %1$u is its place, %2$u is how many there are. */
  g_autofree char *text = g_strdup_printf (C_ ("column", "Place %1$u of %2$u"), place + 1, self->rows->len);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row->check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* Puts the rows in the order of the columns, without taking the keyboard from any. */
static void
show_columns (PactTablePopover *self)
{
  GPtrArray *order = pact_grid_get_order (self->grid);
  GtkWidget *last = NULL;
  guint place = 0;

  for (guint i = 0; i < order->len; i++)
    {
      ColumnRow *row = find_row (self, g_ptr_array_index (order, i));

      if (row == NULL)
        continue;
      gtk_box_reorder_child_after (self->columns_box, row->box, last);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (row->check), pact_grid_is_column_shown (self->grid, row->column));
      gtk_widget_set_sensitive (row->back, place > 0);
      gtk_widget_set_sensitive (row->forward, place + 1 < self->rows->len);
      tell_place (self, row, place++);
      last = row->box;
    }
}

static void
update (PactTablePopover *self)
{
  if (self->grid == NULL || self->is_updating)
    return;
  self->is_updating = TRUE;
  show_sort (self);
  gtk_check_button_set_active (self->group_button, pact_grid_is_grouped (self->grid));
  show_columns (self);
  self->is_updating = FALSE;
}

/* The keyboard stays in the row of the column that is moved: on the button, as long as that can be pressed again. */
static void
move (PactTablePopover *self,
      ColumnRow *row,
      int step)
{
  GtkWidget *button = step < 0 ? row->back : row->forward;
  gboolean has_focus = gtk_widget_is_focus (button);

  if (!pact_grid_move_column (self->grid, row->column, step))
    return;
  if (has_focus && !gtk_widget_get_sensitive (button))
    gtk_widget_grab_focus (step < 0 ? row->forward : row->back);
  pact_bring_in_sight (gtk_root_get_focus (gtk_widget_get_root (row->box)));
}

static ColumnRow *
get_row (PactTablePopover *self,
         GtkWidget *widget)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      ColumnRow *row = g_ptr_array_index (self->rows, i);

      if (widget == row->box || gtk_widget_is_ancestor (widget, row->box))
        return row;
    }

  return NULL;
}

static void
back_cb (PactTablePopover *self,
         GtkWidget *button)
{
  move (self, get_row (self, button), -1);
}

static void
forward_cb (PactTablePopover *self,
            GtkWidget *button)
{
  move (self, get_row (self, button), 1);
}

static void
shown_cb (PactTablePopover *self,
          GtkCheckButton *check)
{
  if (!self->is_updating)
    pact_grid_set_column_shown (self->grid, get_row (self, GTK_WIDGET (check))->column, gtk_check_button_get_active (check));
}

/* Alt and an arrow move the column in whose row the keyboard is. */
static gboolean
key_cb (PactTablePopover *self,
        guint key,
        guint code,
        GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self->columns_box)));
  ColumnRow *row = focus != NULL ? get_row (self, focus) : NULL;
  gboolean is_up = key == GDK_KEY_Up || key == GDK_KEY_KP_Up;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != GDK_ALT_MASK || row == NULL
      || (!is_up && key != GDK_KEY_Down && key != GDK_KEY_KP_Down))
    return GDK_EVENT_PROPAGATE;
  move (self, row, is_up ? -1 : 1);

  return GDK_EVENT_STOP;
}

static GtkWidget *
add_button (PactTablePopover *self,
            ColumnRow *row,
            const char *icon_name,
            const char *tooltip,
            const char *name,
            GCallback clicked_cb)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", clicked_cb, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row->box), button);

  return button;
}

static void
add_row (PactTablePopover *self,
         const PactTableColumn *column)
{
  ColumnRow *row = g_new0 (ColumnRow, 1);
  const char *label = pact_table_column_get_label (column);
  /* Translators: %s is the heading of a column of the table. */
  g_autofree char *back = g_strdup_printf (_("Move “%s” Up"), label);
  /* Translators: %s is the heading of a column of the table. */
  g_autofree char *forward = g_strdup_printf (_("Move “%s” Down"), label);

  row->column = column;
  row->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  row->check = gtk_check_button_new_with_label (label);
  gtk_widget_set_hexpand (row->check, TRUE);
  g_signal_connect_object (row->check, "toggled", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row->box), row->check);
  row->back = add_button (self, row, "go-up-symbolic", _("Move Up (Alt+Up)"), back, G_CALLBACK (back_cb));
  row->forward = add_button (self, row, "go-down-symbolic", _("Move Down (Alt+Down)"), forward, G_CALLBACK (forward_cb));
  g_ptr_array_add (self->rows, row);
  gtk_box_append (self->columns_box, row->box);
}

static void
sort_cb (PactTablePopover *self)
{
  const char *name = pact_drop_down_get_code (self->sort_drop_down);

  if (self->is_updating || name == NULL)
    return;
  pact_grid_sort (self->grid, pact_table_info_find_column (pact_grid_get_info (self->grid), name),
                  gtk_toggle_button_get_active (self->descending_button));
}

static void
group_cb (PactTablePopover *self)
{
  if (!self->is_updating)
    pact_grid_set_grouped (self->grid, gtk_check_button_get_active (self->group_button));
}

static void
reset_cb (PactTablePopover *self)
{
  pact_table_arrangement_reset_columns (pact_shell_get_settings (pact_shell_get (GTK_WIDGET (self))), self->grid);
}

static void
pact_table_popover_dispose (GObject *object)
{
  g_clear_object (&PACT_TABLE_POPOVER (object)->grid);

  G_OBJECT_CLASS (pact_table_popover_parent_class)->dispose (object);
}

static void
pact_table_popover_finalize (GObject *object)
{
  g_ptr_array_unref (PACT_TABLE_POPOVER (object)->rows);

  G_OBJECT_CLASS (pact_table_popover_parent_class)->finalize (object);
}

static void
pact_table_popover_class_init (PactTablePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_table_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = pact_table_popover_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-table-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, PactTablePopover, sort_bin);
  gtk_widget_class_bind_template_child (widget_class, PactTablePopover, ascending_button);
  gtk_widget_class_bind_template_child (widget_class, PactTablePopover, descending_button);
  gtk_widget_class_bind_template_child (widget_class, PactTablePopover, group_button);
  gtk_widget_class_bind_template_child (widget_class, PactTablePopover, columns_box);
  gtk_widget_class_bind_template_callback (widget_class, sort_cb);
  gtk_widget_class_bind_template_callback (widget_class, group_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
pact_table_popover_init (PactTablePopover *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->rows = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sort_drop_down = pact_drop_down_new ();
  pact_drop_down_set_name (self->sort_drop_down, C_ ("table", "Sort By"));
  adw_bin_set_child (self->sort_bin, GTK_WIDGET (self->sort_drop_down));
  g_signal_connect_object (self->sort_drop_down, "notify::selected", G_CALLBACK (sort_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->columns_box), keys);
}

/**
 * pact_table_popover_set_grid:
 * @self: a popover
 * @grid: the table that it arranges
 */
void
pact_table_popover_set_grid (PactTablePopover *self,
                             PactGrid *grid)
{
  GPtrArray *order;
  GtkWidget *child;

  g_return_if_fail (PACT_IS_TABLE_POPOVER (self));
  g_return_if_fail (PACT_IS_GRID (grid));

  if (self->grid == grid)
    return;
  if (self->grid != NULL)
    g_signal_handlers_disconnect_by_func (self->grid, update, self);
  g_set_object (&self->grid, grid);
  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->columns_box))) != NULL)
    gtk_box_remove (self->columns_box, child);
  order = pact_grid_get_order (grid);
  /* Not those by which a row is known, which are always first. */
  for (guint i = 0; i < order->len; i++)
    {
      const PactTableColumn *column = g_ptr_array_index (order, i);

      if (!column->is_frozen)
        add_row (self, column);
    }
  g_signal_connect_object (grid, "arranged", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
