/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-table"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-grid.h"
#include "pact-import-dialog.h"
#include "pact-refusal.h"
#include "pact-shell.h"
#include "pact-table-arrangement.h"
#include "pact-table-popover.h"
#include "pact-table.h"
#include "pact-wrap-layout.h"

/**
 * PactTable:
 *
 * The plan as a table: all its measures, indicators or costs, to be filled in as in a spreadsheet.
 */
struct _PactTable
{
  PactSection parent_instance;

  GPtrArray *grids; /* PactGrid, borrowed, in the order of the tables; made when first gone to */
  guint shown;

  /* Template widgets */
  GtkStack *stack;
  GtkBox *tables_box;
  GtkSearchEntry *filter_entry;
  PactTablePopover *popover;
  GtkLabel *count_label;
  GtkLabel *selection_label;
  GtkWidget *import_button;
  GtkWidget *fill_button;
  GtkWidget *set_button;
  GtkWidget *clear_button;
  GtkMenuButton *shift_button;
  GtkSpinButton *months_spin;
};

G_DEFINE_FINAL_TYPE (PactTable, pact_table, PACT_TYPE_SECTION)

static const PactTableInfo *
get_info (guint index)
{
  guint n;

  return &pact_tables_get (&n)[index];
}

static PactGrid *
get_grid (PactTable *self)
{
  return g_ptr_array_index (self->grids, self->shown);
}

static void
update_labels (PactTable *self)
{
  PactGrid *grid = get_grid (self);
  guint n_rows, n_selected;
  gboolean can_change;
  g_autofree char *count = NULL;
  g_autofree char *selection = NULL;

  if (grid == NULL || pact_section_get_editor (PACT_SECTION (self)) == NULL)
    return;
  n_rows = pact_grid_count_rows (grid);
  n_selected = pact_grid_count_selected (grid);
  count = g_strdup_printf (ngettext ("%u row", "%u rows", n_rows), n_rows);
  gtk_label_set_label (self->count_label, count);
  if (n_selected > 1)
    selection = g_strdup_printf (ngettext ("%u cell selected", "%u cells selected", n_selected), n_selected);
  gtk_label_set_label (self->selection_label, selection != NULL ? selection : "");
  can_change = !pact_editor_is_read_only (pact_section_get_editor (PACT_SECTION (self)));
  gtk_widget_set_sensitive (self->import_button, can_change);
  gtk_widget_set_sensitive (self->fill_button, can_change && n_selected > 1);
  gtk_widget_set_sensitive (self->set_button, can_change && n_selected > 1);
  gtk_widget_set_sensitive (self->clear_button, can_change && n_selected > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->shift_button), can_change && n_selected > 0 && pact_grid_has_dates (grid));
  gtk_stack_set_visible_child_name (self->stack, n_rows > 0 || gtk_editable_get_text (GTK_EDITABLE (self->filter_entry))[0] != '\0'
                                                   ? get_info (self->shown)->name : "empty");
}

/* How the table is arranged is kept for the next time. */
static void
arranged_cb (PactTable *self,
             PactGrid *grid)
{
  PactShell *shell = pact_shell_get (GTK_WIDGET (self));

  if (shell != NULL)
    pact_table_arrangement_save (pact_shell_get_settings (shell), grid);
}

static void
make_grid (PactTable *self,
           guint index)
{
  PactGrid *grid = pact_grid_new (get_info (index));
  PactShell *shell = pact_shell_get (GTK_WIDGET (self));

  self->grids->pdata[index] = grid;
  if (shell != NULL)
    pact_table_arrangement_load (pact_shell_get_settings (shell), grid);
  gtk_stack_add_named (self->stack, GTK_WIDGET (grid), get_info (index)->name);
  g_signal_connect_object (grid, "selection-changed", G_CALLBACK (update_labels), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "arranged", G_CALLBACK (arranged_cb), self, G_CONNECT_SWAPPED);
  pact_grid_set_editor (grid, pact_section_get_editor (PACT_SECTION (self)));
}

static void
show_table (PactTable *self,
            guint index)
{
  self->shown = index;
  if (get_grid (self) == NULL)
    make_grid (self, index);
  pact_grid_set_filter (get_grid (self), gtk_editable_get_text (GTK_EDITABLE (self->filter_entry)));
  pact_grid_update (get_grid (self));
  pact_table_popover_set_grid (self->popover, get_grid (self));
  update_labels (self);
}

static void
table_toggled_cb (PactTable *self,
                  GtkToggleButton *button)
{
  guint index = 0;

  if (!gtk_toggle_button_get_active (button))
    return;
  for (GtkWidget *other = gtk_widget_get_first_child (GTK_WIDGET (self->tables_box)); other != GTK_WIDGET (button);
       other = gtk_widget_get_next_sibling (other))
    index++;
  show_table (self, index);
}

static void
filter_changed_cb (PactTable *self)
{
  if (get_grid (self) != NULL)
    pact_grid_set_filter (get_grid (self), gtk_editable_get_text (GTK_EDITABLE (self->filter_entry)));
}

static void
fill_cb (PactTable *self)
{
  pact_grid_fill_down (get_grid (self));
}

static void
set_cb (PactTable *self)
{
  pact_grid_edit (get_grid (self), TRUE);
}

static void
clear_cb (PactTable *self)
{
  pact_grid_clear (get_grid (self));
}

static void
shift_cb (PactTable *self)
{
  gtk_spin_button_update (self->months_spin);
  gtk_menu_button_popdown (self->shift_button);
  pact_grid_shift_dates (get_grid (self), gtk_spin_button_get_value_as_int (self->months_spin));
  gtk_widget_grab_focus (GTK_WIDGET (get_grid (self)));
}

static void
import_cb (PactTable *self)
{
  PactEditor *editor = pact_section_get_editor (PACT_SECTION (self));

  if (editor != NULL && !pact_refuse_change (GTK_WIDGET (self), editor))
    pact_import_dialog_present (pact_shell_get (GTK_WIDGET (self)), editor);
}

static void
pact_table_editor_set (PactSection *section)
{
  PactTable *self = PACT_TABLE (section);

  for (guint i = 0; i < self->grids->len; i++)
    {
      if (g_ptr_array_index (self->grids, i) != NULL)
        pact_grid_set_editor (g_ptr_array_index (self->grids, i), pact_section_get_editor (section));
    }
}

static void
pact_table_edited (PactSection *section)
{
  PactTable *self = PACT_TABLE (section);

  if (get_grid (self) == NULL)
    show_table (self, self->shown);
  else
    pact_grid_update (get_grid (self));
}

/* Only what the table shows that is seen. */
static gboolean
pact_table_reveal (PactSection *section,
                   PactElement *element,
                   const PactField *field)
{
  PactTable *self = PACT_TABLE (section);

  return field != NULL && get_grid (self) != NULL && pact_grid_reveal (get_grid (self), element, field);
}

static gboolean
pact_table_grab_focus (GtkWidget *widget)
{
  PactTable *self = PACT_TABLE (widget);

  return get_grid (self) != NULL && gtk_widget_grab_focus (GTK_WIDGET (get_grid (self)));
}

static void
pact_table_finalize (GObject *object)
{
  g_ptr_array_unref (PACT_TABLE (object)->grids);

  G_OBJECT_CLASS (pact_table_parent_class)->finalize (object);
}

static void
pact_table_class_init (PactTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pact_table_finalize;
  widget_class->grab_focus = pact_table_grab_focus;
  PACT_SECTION_CLASS (klass)->editor_set = pact_table_editor_set;
  PACT_SECTION_CLASS (klass)->edited = pact_table_edited;
  PACT_SECTION_CLASS (klass)->reveal = pact_table_reveal;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/pactplanner/PactPlanner/ui/pact-table.ui");
  gtk_widget_class_bind_template_child (widget_class, PactTable, stack);
  gtk_widget_class_bind_template_child (widget_class, PactTable, tables_box);
  gtk_widget_class_bind_template_child (widget_class, PactTable, filter_entry);
  gtk_widget_class_bind_template_child (widget_class, PactTable, popover);
  gtk_widget_class_bind_template_child (widget_class, PactTable, count_label);
  gtk_widget_class_bind_template_child (widget_class, PactTable, selection_label);
  gtk_widget_class_bind_template_child (widget_class, PactTable, import_button);
  gtk_widget_class_bind_template_child (widget_class, PactTable, fill_button);
  gtk_widget_class_bind_template_child (widget_class, PactTable, set_button);
  gtk_widget_class_bind_template_child (widget_class, PactTable, clear_button);
  gtk_widget_class_bind_template_child (widget_class, PactTable, shift_button);
  gtk_widget_class_bind_template_child (widget_class, PactTable, months_spin);
  gtk_widget_class_bind_template_callback (widget_class, table_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, fill_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_cb);
  gtk_widget_class_bind_template_callback (widget_class, shift_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
pact_table_init (PactTable *self)
{
  guint n;

  pact_tables_get (&n);
  self->grids = g_ptr_array_new ();
  g_ptr_array_set_size (self->grids, (int) n);
  g_type_ensure (PACT_TYPE_TABLE_POPOVER);
  g_type_ensure (PACT_TYPE_WRAP_LAYOUT);
  gtk_widget_init_template (GTK_WIDGET (self));
  /* A spin button has it as a property of its own since GTK 4.14. */
  gtk_text_set_activates_default (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->months_spin))), TRUE);
}
