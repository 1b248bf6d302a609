/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Pact Planner authors */

#define G_LOG_DOMAIN "pact-grid-cell"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "pact-grid-cell.h"

/**
 * PactGridCell:
 *
 * One cell of a table: a line of text that is cut off where it ends. All cells are equally high, whatever the letters in them.
 */
struct _PactGridCell
{
  GtkWidget parent_instance;

  const PactTableColumn *column;
  GtkListItem *item; /* borrowed: it owns the cell */
  PactCellLook look;
  char *mistake; /* (nullable) */

  GtkWidget *text;
};

G_DEFINE_FINAL_TYPE (PactGridCell, pact_grid_cell, GTK_TYPE_WIDGET)

static void
pact_grid_cell_dispose (GObject *object)
{
  g_clear_pointer (&PACT_GRID_CELL (object)->text, gtk_widget_unparent);

  G_OBJECT_CLASS (pact_grid_cell_parent_class)->dispose (object);
}

static void
pact_grid_cell_finalize (GObject *object)
{
  g_free (PACT_GRID_CELL (object)->mistake);

  G_OBJECT_CLASS (pact_grid_cell_parent_class)->finalize (object);
}

/* Only the cell that is edited next has the keyboard. GTK would give it to the first of a row, when it has taken away the row that had
   it and looks for another. */
static gboolean
pact_grid_cell_grab_focus (GtkWidget *widget)
{
  return (PACT_GRID_CELL (widget)->look & PACT_CELL_CURSOR) != 0
         && GTK_WIDGET_CLASS (pact_grid_cell_parent_class)->grab_focus (widget);
}

static void
pact_grid_cell_class_init (PactGridCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pact_grid_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = pact_grid_cell_finalize;
  widget_class->grab_focus = pact_grid_cell_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "gridcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
pact_grid_cell_init (PactGridCell *self)
{
  self->text = gtk_inscription_new (NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, FALSE, -1);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  /* As high as one line: in a higher place the text would be broken into several. */
  gtk_widget_set_valign (self->text, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * pact_grid_cell_new:
 * @column: the column that the cell stands in
 * @item: the item of a list that holds the cell
 *
 * Returns: (transfer floating): an empty cell
 */
PactGridCell *
pact_grid_cell_new (const PactTableColumn *column,
                    GtkListItem *item)
{
  PactGridCell *self = g_object_new (PACT_TYPE_GRID_CELL, NULL);

  self->column = column;
  self->item = item;
  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->text), column->is_numeric ? 1 : 0);
  if (column->is_numeric || g_str_equal (column->name, "number"))
    gtk_widget_add_css_class (self->text, "numeric");

  return self;
}

/**
 * pact_grid_cell_get_column:
 * @self: a cell
 *
 * Returns: (transfer none): the column that it stands in
 */
const PactTableColumn *
pact_grid_cell_get_column (PactGridCell *self)
{
  g_return_val_if_fail (PACT_IS_GRID_CELL (self), NULL);

  return self->column;
}

/**
 * pact_grid_cell_get_row:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): the element that its row is about
 */
PactElement *
pact_grid_cell_get_row (PactGridCell *self)
{
  g_return_val_if_fail (PACT_IS_GRID_CELL (self), NULL);

  return gtk_list_item_get_item (self->item);
}

/**
 * pact_grid_cell_get_position:
 * @self: a cell
 *
 * Returns: the number of its row, from 0, as the rows stand now
 */
guint
pact_grid_cell_get_position (PactGridCell *self)
{
  g_return_val_if_fail (PACT_IS_GRID_CELL (self), GTK_INVALID_LIST_POSITION);

  return gtk_list_item_get_position (self->item);
}

static void
set_class (PactGridCell *self,
           const char *name,
           gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

/**
 * pact_grid_cell_set_text:
 * @self: a cell
 * @text: what stands in it
 * @mistake: (nullable): what is wrong with it
 *
 * Says something else, here and to screen readers.
 */
void
pact_grid_cell_set_text (PactGridCell *self,
                         const char *text,
                         const char *mistake)
{
  g_autofree char *name = NULL;

  g_return_if_fail (PACT_IS_GRID_CELL (self));

  if (g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (self->text)), text) == 0 && g_strcmp0 (self->mistake, mistake) == 0)
    return;
  gtk_inscription_set_text (GTK_INSCRIPTION (self->text), text);
  g_free (self->mistake);
  self->mistake = g_strdup (mistake);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), mistake != NULL ? mistake : text[0] != '\0' ? text : NULL);
  /* Translators: what a screen reader says of the cell of a table: %1$s is the heading of its column, %2$s what stands in it. */
  name = g_strdup_printf (C_ ("cell", "%1$s: %2$s"), pact_table_column_get_label (self->column), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, mistake != NULL ? mistake : "", -1);
}

/**
 * pact_grid_cell_set_look:
 * @self: a cell
 * @look: how it looks
 *
 * Looks different, without a word changed: all cells that there are can be told of it whenever a person goes on to another.
 */
void
pact_grid_cell_set_look (PactGridCell *self,
                         PactCellLook look)
{
  g_return_if_fail (PACT_IS_GRID_CELL (self));

  if (look == self->look)
    return;
  set_class (self, "selected", (look & PACT_CELL_SELECTED) != 0);
  set_class (self, "cursor", (look & PACT_CELL_CURSOR) != 0);
  set_class (self, "error", (look & PACT_CELL_WRONG) != 0);
  set_class (self, "dim-label", (look & PACT_CELL_LEFT_OUT) != 0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, (look & PACT_CELL_SELECTED) != 0, -1);
  self->look = look;
}
